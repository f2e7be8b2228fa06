"""Which URLs may be called: what can be told without looking a name up, and that none leads back to ourselves."""

import socket
from collections.abc import Collection, Iterable
from contextlib import closing
from functools import lru_cache
from ipaddress import IPv4Address, ip_address

from heliograph.adapters.egress.addresses import KNOWN, Address, AddressPolicy, unwrapped
from heliograph.adapters.egress.request import Origin, Target, target_of
from heliograph.domain.host import address_of
from heliograph.domain.inbox import inbox_named

_LOOPBACK_NAME = "localhost"
_LOOPBACK = ("127.0.0.1", "::1")


FORBIDDEN_TEXT = (
    "this URL is not one that may be called from here: it has to be http or https, without a user name, and lead to "
    "public addresses or to networks that the operator has opened"
)
"""One wording for every forbidden target: a caller learns nothing about what is inside."""


class TargetForbidden(OSError):
    """This URL, or the address that is about to be dialled for it, is not one that we call."""


class Ourselves:
    """Where this server can be reached: nothing that it is told to call may lead back into it."""

    def __init__(
        self,
        *,
        host: str = "",
        port: int = 0,
        work_port: int = 0,
        public: Origin | None = None,
        inboxes: Collection[str] = (),
    ) -> None:
        """`host` and the ports are those listened at, `public` is what callers know; without any, nothing is ours.

        `inboxes` are the URLs that inboxes have before their names. The host is looked up, as the listener does.
        """
        self._inboxes = frozenset(inboxes)
        ports = {port, work_port} - {0}
        bound = _bound_for(host) if ports else set()
        self._ports_everywhere = ports if any(address.is_unspecified for address in bound) else set()
        listening = {(unwrapped(address), each) for address in bound for each in ports}
        self._places = listening | (_places_of(public) if public else set())
        self._ports = {each for _, each in self._places}
        named = [Origin("http", host, each) for each in ports if host]
        self._origins = {_plain(origin) for origin in (*named, *([public] if public else ()))}

    def is_origin(self, origin: Origin) -> bool:
        """Whether a URL names this server."""
        return _plain(origin) in self._origins

    def is_inbox(self, url: str) -> bool:
        """Whether a URL is that of an inbox, letter by letter: nothing is parsed that could be read differently."""
        place, slash, name = url.rpartition("/")
        return place + slash in self._inboxes and inbox_named(name) is not None

    def is_address(self, text: str, port: int) -> bool:
        """Whether who dials this comes out here."""
        if port not in self._ports:
            return False
        address = unwrapped(ip_address(text.partition("%")[0]))
        if (address, port) in self._places:
            return True
        return port in self._ports_everywhere and _is_of_this_machine(address)


class TargetPolicy:
    """The addresses that may be dialled, and the URLs that lead to no other."""

    def __init__(self, addresses: AddressPolicy, ourselves: Ourselves | None = None) -> None:
        self._addresses = addresses
        self._ourselves = ourselves or Ourselves()
        # Asked twice at every attempt, and the answer depends on nothing else; what is forbidden is not remembered.
        self.target_of = lru_cache(maxsize=KNOWN)(self._target_of)

    def permits(self, url: str) -> bool:
        """Whether a callback may go to this URL; one with a name is judged when the name has been looked up."""
        return self.is_inbox(url) or self.may_be_dialled(url)

    def may_be_dialled(self, url: str) -> bool:
        """The same for what is fetched: an inbox is for callbacks only."""
        try:
            origin = self.target_of(url).origin
            self.check_literal(origin)
        except TargetForbidden:
            return False
        return True

    def is_url(self, url: str) -> bool:
        try:
            target_of(url)
        except ValueError:
            return False
        return True

    def is_inbox(self, url: str) -> bool:
        """Whether a URL leads to an inbox of ours; nothing is dialled for it."""
        return self._ourselves.is_inbox(url)

    def _target_of(self, url: str) -> Target:
        """The URL, taken apart. Raises `TargetForbidden` for one that cannot be called, or that is ours."""
        try:
            target = target_of(url)
        except ValueError as error:
            raise TargetForbidden from error
        if self._ourselves.is_origin(target.origin):
            raise TargetForbidden
        return target

    def check_literal(self, origin: Origin) -> None:
        """Raises `TargetForbidden` if a host is an address that may not be dialled, or a name of loopback."""
        literal = "127.0.0.1" if _is_loopback_name(origin.host) else literal_address(origin.host)
        self.check([literal] if literal else [], origin.port)

    def check(self, addresses: Iterable[str], port: int) -> None:
        """Raises `TargetForbidden` if even one of a host's addresses may not be dialled."""
        for address in addresses:
            if not self._addresses.permits(address) or self._ourselves.is_address(address, port):
                raise TargetForbidden


def literal_address(host: str) -> str | None:
    """The address that a host is, or None for a name. Raises `TargetForbidden` for what is neither."""
    try:
        return address_of(host)
    except ValueError as error:
        raise TargetForbidden from error


def _is_loopback_name(host: str) -> bool:
    name = host.rstrip(".")
    return name == _LOOPBACK_NAME or name.endswith(f".{_LOOPBACK_NAME}")


def _plain(origin: Origin) -> tuple[str, int]:
    return origin.host.strip("[]").rstrip(".").lower(), origin.port


def _bound_for(host: str) -> set[Address]:
    """The addresses that a listener binds for a host, by the look-up that it makes; none where that fails, as it will.

    An empty host is every address of this machine, of both kinds.
    """
    try:
        found = socket.getaddrinfo(host.strip("[]") or None, 0, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        return set()
    return {ip_address(str(sockaddr[0]).partition("%")[0]) for *_, sockaddr in found}


def _places_of(origin: Origin) -> set[tuple[Address, int]]:
    """Where a URL leads that says so by itself: none for a name, which is compared as a name."""
    if _is_loopback_name(origin.host):
        return {(ip_address(address), origin.port) for address in _LOOPBACK}
    try:
        literal = literal_address(origin.host)
        return {(unwrapped(ip_address(literal)), origin.port)} if literal else set()
    except (TargetForbidden, ValueError):
        return set()  # an address that there is not


def _is_of_this_machine(address: Address) -> bool:
    """An address can be bound where it is this machine's, and nowhere else."""
    if address.is_loopback:
        return True
    family = socket.AF_INET if isinstance(address, IPv4Address) else socket.AF_INET6
    with closing(socket.socket(family, socket.SOCK_DGRAM)) as probe:
        try:
            probe.bind((str(address), 0))
        except OSError:
            return False
    return True
