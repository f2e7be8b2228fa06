"""Resolve, check, dial exactly what was checked: through here goes every outgoing connection."""

import asyncio
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from typing import Any

from aiohappyeyeballs import AddrInfoType, start_connection
from aiohttp.abc import AbstractResolver

from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.connection import Connection
from heliograph.adapters.egress.evidence import Evidence
from heliograph.adapters.egress.request import Origin

HAPPY_EYEBALLS_SECONDS = 0.25
"""The head start of each address before the next is dialled beside it (RFC 8305)."""
FORBIDDEN_TEXT = "the address that this URL leads to may not be dialled from here"
"""One wording for every forbidden target: a caller learns nothing about what is inside."""


class AddressForbidden(OSError):
    """The policy does not permit the address that is about to be dialled."""

    def __init__(self) -> None:
        super().__init__(FORBIDDEN_TEXT)


class NameNotResolved(OSError):
    """A look-up failed, or found nothing."""


class NotConnected(OSError):
    """None of a host's addresses took the connection."""

    def __init__(self, origin: Origin, cause: Exception) -> None:
        super().__init__(str(cause))
        self.where = f"{origin.host}:{origin.port}"
        self.errno = cause.errno if isinstance(cause, OSError) else None


class Dialler:
    """Opens connections to what the policy permits."""

    def __init__(self, policy: AddressPolicy, resolver: AbstractResolver, tls: ssl.SSLContext) -> None:
        self._policy = policy
        self._resolver = resolver
        self._tls = tls

    async def dial(self, origin: Origin, evidence: Evidence, *, on_lost: Callable[[Connection], None]) -> Connection:
        """Raises `AddressForbidden`, `NameNotResolved`, `NotConnected` or `ssl.SSLError`."""
        evidence.address = None  # a kept connection that was lost may have led elsewhere
        targets = await self._targets(origin, evidence)
        try:
            dialled = await self._connected(targets, evidence)
            connection = await self._handed_over(dialled, origin, on_lost)
        except (AddressForbidden, ssl.SSLError):
            raise
        except (OSError, RuntimeError) as error:  # uvloop has RuntimeErrors where asyncio has OSErrors
            raise NotConnected(origin, error) from error
        connection.address = evidence.address
        return connection

    async def _targets(self, origin: Origin, evidence: Evidence) -> list[AddrInfoType]:
        """What may be dialled for a host; a name of whose addresses even one is forbidden is refused whole."""
        addresses = [origin.host] if _is_literal(origin.host) else await self._resolved(origin, evidence)
        if not all(map(self._policy.permits, addresses)):
            raise AddressForbidden
        return [_target(address, origin.port) for address in addresses]

    async def _resolved(self, origin: Origin, evidence: Evidence) -> list[str]:
        asked_at = time.monotonic()
        try:
            found = await self._resolver.resolve(origin.host, origin.port, family=socket.AF_UNSPEC)
        except OSError as error:
            raise NameNotResolved(f"the name {origin.host} does not resolve from here: {error}") from error
        evidence.dns_ms = (time.monotonic() - asked_at) * 1000
        if not found:
            raise NameNotResolved(f"the name {origin.host} does not resolve from here: it has no address")
        return [one["host"] for one in found]

    async def _connected(self, targets: list[AddrInfoType], evidence: Evidence) -> socket.socket:
        def guarded_socket(target: AddrInfoType) -> socket.socket:
            # The very address that is about to be dialled; this check is the one that nothing can slip past.
            if not self._policy.permits(target[4][0]):
                raise AddressForbidden
            evidence.address = target[4][0]
            return socket.socket(*target[:3])

        dialled_at = time.monotonic()
        dialled = await start_connection(
            targets, happy_eyeballs_delay=HAPPY_EYEBALLS_SECONDS, socket_factory=guarded_socket
        )
        evidence.connect_ms = (time.monotonic() - dialled_at) * 1000
        with suppress(OSError):  # it is gone again already
            evidence.address = dialled.getpeername()[0]
        return dialled

    async def _handed_over(
        self, dialled: socket.socket, origin: Origin, on_lost: Callable[[Connection], None]
    ) -> Connection:
        tls: dict[str, Any] = {}
        if origin.scheme == "https":
            tls = {"ssl": self._tls, "server_hostname": origin.host.rstrip(".")}
        try:
            _, connection = await asyncio.get_running_loop().create_connection(
                lambda: Connection(on_lost=on_lost), sock=dialled, **tls
            )
        except BaseException:
            dialled.close()  # the loop may not have taken it over yet
            raise
        return connection


def _is_literal(host: str) -> bool:
    try:
        ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def _target(address: str, port: int) -> AddrInfoType:
    if ":" in address:
        return socket.AF_INET6, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (address, port, 0, 0)
    return socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (address, port)
