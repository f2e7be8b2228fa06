"""The guarded client: one POST, one absolute deadline, a bounded read, and everything that goes wrong as an answer."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.classify import classified
from heliograph.adapters.egress.dial import Dialled, GuardedResolver, GuardedSockets, current
from heliograph.domain.verdict import Answer, Fault, Phases, fault_of

READ_LIMIT = 64 * 1024
"""Bytes of an answer that are read at most; the body is only evidence."""
EXCERPT_LIMIT = 1024
DETAIL_LIMIT = 300


@dataclass(slots=True)
class _Evidence:
    """What is known of an attempt so far."""

    began_at: float
    dialled: Dialled = field(default_factory=Dialled)
    status: int | None = None
    reason: str = ""
    retry_after: str | None = None
    first_byte_ms: float | None = None
    body: bytearray = field(default_factory=bytearray)

    def phases(self) -> Phases:
        return Phases(dns_ms=self.dialled.dns_ms, first_byte_ms=self.first_byte_ms)


class GuardedSender:
    """POSTs to public addresses and to those the policy opens; follows no redirect, decodes nothing, uses no proxy."""

    def __init__(self, *, policy: AddressPolicy, timeout_seconds: float, user_agent: str) -> None:
        self._policy = policy
        self._timeout_seconds = timeout_seconds
        self._user_agent = user_agent
        self._session: aiohttp.ClientSession | None = None

    async def open(self, resolver: AbstractResolver | None = None) -> None:
        """Must run inside the event loop; `resolver` is for tests, the system's name servers are the default."""
        connector = aiohttp.TCPConnector(
            limit=0,  # who may send is decided lane by lane, before anything is dialled
            use_dns_cache=False,  # every attempt is checked afresh
            resolver=GuardedResolver(resolver or aiohttp.AsyncResolver(), self._policy),
            socket_factory=GuardedSockets(self._policy),
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            auto_decompress=False,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"Accept-Encoding": "identity", "User-Agent": self._user_agent},
            timeout=aiohttp.ClientTimeout(total=None, connect=None, sock_connect=None, sock_read=None),
        )

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def post(self, url: str, *, body: bytes, headers: Mapping[str, str]) -> Answer:
        evidence = _Evidence(began_at=time.monotonic())
        token = current.set(evidence.dialled)
        try:
            async with asyncio.timeout(self._timeout_seconds):
                await self._post(url, body, headers, evidence)
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
            if evidence.status is None:
                return self._failed(error, evidence)
        finally:
            current.reset(token)
        return _answered(evidence)

    async def _post(self, url: str, body: bytes, headers: Mapping[str, str], evidence: _Evidence) -> None:
        try:
            await self._exchange(url, body, headers, evidence)
        except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError) as error:
            # A pooled connection that the receiver closed while it lay idle says nothing about the receiver.
            came_from_pool = evidence.dialled.dialled_at is None and not isinstance(error, aiohttp.ClientConnectorError)
            if not came_from_pool or evidence.status is not None:
                raise
            await self._exchange(url, body, headers, evidence)

    async def _exchange(self, url: str, body: bytes, headers: Mapping[str, str], evidence: _Evidence) -> None:
        if self._session is None:
            raise RuntimeError("the sender is not open")
        async with self._session.post(URL(url), data=body, headers=headers, allow_redirects=False) as response:
            evidence.status, evidence.reason = response.status, response.headers.get("Location", "")
            evidence.retry_after = response.headers.get("Retry-After")
            evidence.first_byte_ms = (time.monotonic() - evidence.began_at) * 1000
            await _read(response, evidence.body)

    def _failed(self, error: Exception, evidence: _Evidence) -> Answer:
        fault, detail = classified(error, timeout_seconds=self._timeout_seconds)
        address, phases = evidence.dialled.address, evidence.phases()
        return Answer(fault=fault, detail=detail[:DETAIL_LIMIT], address=address, phases=phases)


async def _read(response: aiohttp.ClientResponse, body: bytearray) -> None:
    while len(body) < READ_LIMIT and (chunk := await response.content.read(READ_LIMIT - len(body))):
        body += chunk


def _answered(evidence: _Evidence) -> Answer:
    status = evidence.status or 0
    fault = fault_of(status)
    return Answer(
        status=status,
        fault=fault,
        detail=_status_detail(status, fault, evidence.reason),
        retry_after=evidence.retry_after,
        excerpt=_as_text(evidence.body[:EXCERPT_LIMIT]),
        bytes_read=len(evidence.body),
        address=evidence.dialled.address,
        phases=evidence.phases(),
    )


def _status_detail(status: int, fault: Fault | None, location: str) -> str:
    if fault is None:
        return ""
    where = f" to {location}" if fault is Fault.REDIRECTED and location else ""
    return f"answered {status}{where}"[:DETAIL_LIMIT]


def _as_text(body: bytes | bytearray) -> str:
    return body.decode(errors="replace").replace("\0", "\N{REPLACEMENT CHARACTER}")
