"""Resolve, check, dial exactly what was checked: the two hooks through which every outgoing connection goes."""

import socket
import time
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from aiohttp.abc import AbstractResolver, ResolveResult

from heliograph.adapters.egress.addresses import AddressPolicy

FORBIDDEN_TEXT = "the address that this URL leads to may not be dialled from here"
"""One wording for every forbidden target: a caller learns nothing about what is inside."""


class AddressForbidden(OSError):
    """The policy does not permit the address that is about to be dialled."""

    def __init__(self) -> None:
        super().__init__(FORBIDDEN_TEXT)


@dataclass(slots=True)
class Dialled:
    """What was seen while one request got its connection; nothing if it took one from the pool."""

    address: str | None = None
    dns_ms: float | None = None
    dialled_at: float | None = None


current: ContextVar[Dialled | None] = ContextVar("heliograph_dialled", default=None)


class GuardedResolver(AbstractResolver):
    """Asks another resolver, and refuses a name of whose addresses even one is forbidden."""

    def __init__(self, inner: AbstractResolver, policy: AddressPolicy) -> None:
        self._inner = inner
        self._policy = policy

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        asked_at = time.monotonic()
        addresses = await self._inner.resolve(host, port, family)
        if dialled := current.get():
            dialled.dns_ms = (time.monotonic() - asked_at) * 1000
        if not all(self._policy.permits(address["host"]) for address in addresses):
            raise AddressForbidden
        return addresses

    async def close(self) -> None:
        await self._inner.close()


class GuardedSockets:
    """A socket factory for aiohttp: it sees the very address that is about to be dialled."""

    def __init__(self, policy: AddressPolicy) -> None:
        self._policy = policy

    def __call__(self, target: tuple[Any, ...]) -> socket.socket:
        family, kind, protocol, _, address = target
        # Literal addresses reach no resolver, so this check is the one that holds for all.
        if not self._policy.permits(address[0]):
            raise AddressForbidden
        if dialled := current.get():
            dialled.address, dialled.dialled_at = address[0], time.monotonic()
        return socket.socket(family, kind, protocol)
