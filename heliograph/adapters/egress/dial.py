"""Resolve, check, dial exactly what was checked: through here goes every outgoing connection."""

import asyncio
import socket
import ssl
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import Any

import aiodns
from aiohappyeyeballs import AddrInfoType, start_connection
from aiohttp import AsyncResolver
from aiohttp.abc import AbstractResolver, ResolveResult

from heliograph.adapters.egress.certificates import refusal_of
from heliograph.adapters.egress.connection import Connection, given_over
from heliograph.adapters.egress.evidence import Evidence, Stage
from heliograph.adapters.egress.proxy import Proxy, ProxyFailed, Tunnels
from heliograph.adapters.egress.request import Origin
from heliograph.adapters.egress.targets import TargetForbidden, TargetPolicy, literal_address
from heliograph.domain.verdict import Fault

DialInbox = Callable[[], Awaitable[socket.socket]]
"""Gives one end of a pair of sockets; at the other are the inboxes of this server, and nothing else."""
INBOX_ADDRESS = "inbox"
"""What a receipt shows where nothing was dialled."""
HAPPY_EYEBALLS_SECONDS = 0.25
"""The head start of each address before the next is dialled beside it (RFC 8305)."""
ADDRESS_LIMIT = 16
"""Of the addresses of one name, all of which are checked, these many are dialled."""
FORGET_SECONDS = 1.0
"""After a failed look-up; well before the next attempt, and not for each of many that fail at once."""
DNS_TRIES = 2
"""How often the library asks in the time that a look-up has; a lost packet costs half of it."""


class NameNotResolved(OSError):
    """A look-up failed, or found nothing."""

    fault = Fault.NAME_NOT_RESOLVED


class NotConnected(OSError):
    """None of a host's addresses took the connection."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(str(cause))
        self.errno = cause.errno if isinstance(cause, OSError) else None


class Dialler:
    """Opens connections to what the policy permits."""

    def __init__(
        self,
        policy: TargetPolicy,
        resolver: AbstractResolver,
        tls: ssl.SSLContext,
        *,
        dns_timeout_seconds: float,
        proxy: Proxy | None = None,
    ) -> None:
        """With a proxy, which looks the names up, only what a URL says by itself is judged here."""
        self._tunnels = Tunnels(proxy, resolver) if proxy else None
        self._policy = policy
        self._resolver = resolver
        self._dns_timeout_seconds = dns_timeout_seconds
        self._tls = tls

    async def dial(self, origin: Origin, evidence: Evidence, *, on_lost: Callable[[Connection], None]) -> Connection:
        """Raises `TargetForbidden`, `NameNotResolved`, `NotConnected`, `ProxyFailed` or `ssl.SSLError`."""
        # A kept connection that was lost may have led elsewhere.
        evidence.stage, evidence.address = Stage.LOOKING_UP, None
        try:
            dialled = await self.reach(origin, evidence)
            connection = await self._handed_over(dialled, origin, evidence, on_lost)
        except ssl.SSLCertVerificationError as error:
            # To the very address that was checked and dialled; with what is left of the attempt's time.
            again = partial(self._reached_again, origin, evidence.address)
            raise await refusal_of(error, reach=again, host=origin.host.rstrip(".")) from error
        except (TargetForbidden, NameNotResolved, ProxyFailed, ssl.SSLError):
            raise
        except (OSError, RuntimeError) as error:  # uvloop has RuntimeErrors where asyncio has OSErrors
            raise NotConnected(error) from error
        connection.address = evidence.address
        return connection

    async def reach(self, origin: Origin, evidence: Evidence) -> socket.socket:
        """A socket that is connected there, without TLS. Raises what `dial` does, or the bare `OSError`."""
        if self._tunnels is not None:
            self._policy.check_literal(origin)
            return await self._tunnels.reach(origin, evidence)
        targets = await self._targets(origin, evidence)
        return await self._connected(targets, origin, evidence)

    async def _reached_again(self, origin: Origin, address: str | None) -> socket.socket:
        if self._tunnels is not None:
            return await self._tunnels.reach(origin, Evidence())
        return await start_connection([_target(str(address), origin.port)])

    async def _targets(self, origin: Origin, evidence: Evidence) -> list[AddrInfoType]:
        """What may be dialled for a host; a name of whose addresses even one is forbidden is refused whole."""
        addresses = await self.addresses_of(origin, evidence)
        self._policy.check(addresses, origin.port)
        return [_target(address, origin.port) for address in addresses[:ADDRESS_LIMIT]]

    async def addresses_of(self, origin: Origin, evidence: Evidence) -> list[str]:
        """All addresses of a host, not yet judged. Raises `TargetForbidden` or `NameNotResolved`."""
        literal = literal_address(origin.host)
        return [literal] if literal else await self._resolved(origin, evidence)

    async def _resolved(self, origin: Origin, evidence: Evidence) -> list[str]:
        asked_at = time.monotonic()
        try:
            async with asyncio.timeout(self._dns_timeout_seconds) as limit:
                found = await self._resolver.resolve(origin.host, origin.port, family=socket.AF_UNSPEC)
        except TimeoutError as error:
            if not limit.expired():
                raise
            raise NameNotResolved(_silent(origin.host, self._dns_timeout_seconds)) from error
        except OSError as error:
            raise NameNotResolved(_unresolved(origin.host, error)) from error
        finally:
            evidence.dns_ms = (time.monotonic() - asked_at) * 1000
        if not found:
            raise NameNotResolved(_no_address(origin.host))
        return [one["host"] for one in found]

    async def _connected(self, targets: list[AddrInfoType], origin: Origin, evidence: Evidence) -> socket.socket:
        def guarded_socket(target: AddrInfoType) -> socket.socket:
            # The very address that is about to be dialled; this check is the one that nothing can slip past.
            self._policy.check([target[4][0]], origin.port)
            evidence.address = target[4][0]
            return socket.socket(*target[:3])

        evidence.stage, dialled_at = Stage.CONNECTING, time.monotonic()
        dialled = await start_connection(
            targets, happy_eyeballs_delay=HAPPY_EYEBALLS_SECONDS, socket_factory=guarded_socket
        )
        evidence.connect_ms = (time.monotonic() - dialled_at) * 1000
        with suppress(OSError):  # it is gone again already
            evidence.address = dialled.getpeername()[0]
        return dialled

    async def _handed_over(
        self, dialled: socket.socket, origin: Origin, evidence: Evidence, on_lost: Callable[[Connection], None]
    ) -> Connection:
        tls: dict[str, Any] = {}
        if origin.scheme == "https":
            evidence.stage = Stage.SECURING
            tls = {"ssl": self._tls, "server_hostname": origin.host.rstrip(".")}
        began_at = time.monotonic()
        with given_over(dialled):
            _, connection = await asyncio.get_running_loop().create_connection(
                lambda: Connection(on_lost=on_lost), sock=dialled, **tls
            )
        if tls:
            evidence.tls_ms = (time.monotonic() - began_at) * 1000
        return connection


async def to_inbox(dial: DialInbox, *, on_lost: Callable[[Connection], None]) -> Connection:
    """A connection to the inboxes within this process: nothing is resolved, dialled or encrypted."""
    dialled = await dial()
    with given_over(dialled):
        _, connection = await asyncio.get_running_loop().create_unix_connection(
            lambda: Connection(on_lost=on_lost), sock=dialled
        )
    connection.address = INBOX_ADDRESS
    return connection


class SystemResolver(AsyncResolver):
    """Asks the name servers of this machine, in no thread, and forgets all soon after a failure.

    The library keeps that a name has no address as it keeps an address; who has mended it waits for the next attempt.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._forgetting: asyncio.TimerHandle | None = None

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found: list[ResolveResult] = []
        try:
            found = await super().resolve(host, port, family)
        finally:
            if not found and self._forgetting is None:
                self._forgetting = asyncio.get_running_loop().call_later(FORGET_SECONDS, self._forget)
        return found

    async def close(self) -> None:
        if self._forgetting is not None:
            self._forgetting.cancel()
        await super().close()

    def _forget(self) -> None:
        self._forgetting = None
        self._resolver._channel.reinit()  # noqa: SLF001  # nothing public empties what it keeps


def system_resolver(timeout_seconds: float) -> AsyncResolver:
    """A look-up has so long in all."""
    return SystemResolver(timeout=timeout_seconds / DNS_TRIES, tries=DNS_TRIES)


def _silent(host: str, seconds: float) -> str:
    return f"the name servers of this machine did not answer for {host} within {seconds:g} s: are they reachable?"


def _no_address(host: str) -> str:
    return f"the name {host} exists but has no address: give it one at its name server"


def _unresolved(host: str, error: OSError) -> str:
    """What the name servers said, as far as they said it."""
    cause = error.__cause__
    code = cause.args[0] if cause is not None and cause.args else None
    match code:
        case aiodns.error.ARES_ENOTFOUND:
            return f"the name {host} does not exist: correct it in the URL, or at its name server"
        case aiodns.error.ARES_ENODATA:
            return _no_address(host)
        case aiodns.error.ARES_ESERVFAIL | aiodns.error.ARES_EREFUSED:
            return f"the name servers failed on {host}: its zone is broken, or they cannot reach it ({error})"
        case aiodns.error.ARES_ETIMEOUT | aiodns.error.ARES_ECONNREFUSED:
            return f"the name servers of this machine did not answer for {host}: are they reachable?"
        case _:
            return f"the name {host} does not resolve from here: {error}"


def _target(address: str, port: int) -> AddrInfoType:
    if ":" in address:
        return socket.AF_INET6, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (address, port, 0, 0)
    return socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (address, port)
