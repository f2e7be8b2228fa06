"""Which URLs may be called: what can be told without looking a name up, and that none leads back to ourselves."""

import socket
from collections.abc import Collection, Iterable, Sequence
from contextlib import closing
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address

from heliograph.adapters.egress.addresses import KNOWN, AddressPolicy, unwrapped
from heliograph.adapters.egress.request import Origin, Target, target_of
from heliograph.domain.host import address_of
from heliograph.domain.inbox import inbox_named

_LOOPBACK_NAME = "localhost"
_EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104  # compared, not bound


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
        self, *, host: str = "", port: int = 0, public: Origin | None = None, inboxes: Collection[str] = ()
    ) -> None:
        """`host` and `port` are those listened at, `public` is what callers know; without any, nothing is ours.

        `inboxes` are the URLs that inboxes have before their names.
        """
        self._inboxes = frozenset(inboxes)
        self._port = port
        self._everywhere = host in _EVERYWHERE
        self._listening = {str(unwrapped(address)) for address in _named(host)}
        self._origins = {_plain(origin) for origin in (public, Origin("http", host, port)) if origin and origin.host}

    def is_origin(self, origin: Origin) -> bool:
        """Whether a URL names this server."""
        return _plain(origin) in self._origins

    def is_inbox(self, url: str) -> bool:
        """Whether a URL is that of an inbox, letter by letter: nothing is parsed that could be read differently."""
        place, slash, name = url.rpartition("/")
        return place + slash in self._inboxes and inbox_named(name) is not None

    def is_address(self, text: str, port: int) -> bool:
        """Whether who dials this comes out here."""
        if port != self._port:
            return False
        address = unwrapped(ip_address(text.partition("%")[0]))
        return str(address) in self._listening or (self._everywhere and _is_of_this_machine(address))


class TargetPolicy:
    """The addresses that may be dialled, and the URLs that lead to no other."""

    def __init__(self, addresses: AddressPolicy, ourselves: Ourselves | None = None) -> None:
        self._addresses = addresses
        self._ourselves = ourselves or Ourselves()
        # Asked twice at every attempt, and the answer depends on nothing else; what is forbidden is not remembered.
        self.target_of = lru_cache(maxsize=KNOWN)(self._target_of)

    def permits(self, url: str) -> bool:
        """Whether this URL may be called; one with a name is judged when the name has been looked up."""
        if self.is_inbox(url):
            return True
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


def _named(host: str) -> Sequence[IPv4Address | IPv6Address]:
    """The addresses of a host that is listened at."""
    if host == _LOOPBACK_NAME:
        return ip_address("127.0.0.1"), ip_address("::1")
    try:
        return (ip_address(host.strip("[]").partition("%")[0]),)
    except ValueError:
        return ()


def _is_of_this_machine(address: IPv4Address | IPv6Address) -> bool:
    """An address can be bound where it is this machine's, and nowhere else."""
    if address.is_loopback or address.is_unspecified:
        return True
    family = socket.AF_INET if isinstance(address, IPv4Address) else socket.AF_INET6
    with closing(socket.socket(family, socket.SOCK_DGRAM)) as probe:
        try:
            probe.bind((str(address), 0))
        except OSError:
            return False
    return True
