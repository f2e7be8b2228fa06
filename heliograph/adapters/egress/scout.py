"""Goes the way of a callback step by step without sending one, for an operator who wants to know how far it comes."""

import asyncio
import re
import ssl
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from aiohttp.abc import AbstractResolver

from heliograph.adapters.egress.certificates import refusal_of, trusting
from heliograph.adapters.egress.classify import classified
from heliograph.adapters.egress.dial import Dialler, NameNotResolved, NotConnected, system_resolver
from heliograph.adapters.egress.evidence import Evidence, Stage
from heliograph.adapters.egress.identity import ClientCertificate
from heliograph.adapters.egress.proxy import Proxy, ProxyFailed
from heliograph.adapters.egress.request import Origin, target_of
from heliograph.adapters.egress.targets import TargetForbidden, TargetPolicy
from heliograph.domain.verdict import Fault
from heliograph.ports import Sight

HEAD_LIMIT = 16 * 1024
"""Bytes of an answer in which its `Date` is looked for."""
HEAD_SECONDS = 3.0
"""For that answer: who takes POSTs need not answer anything else."""
_DATE = re.compile(rb"^date:[ \t]*([^\r\n]+)", re.IGNORECASE | re.MULTILINE)


class GuardedScout:
    """Looks up, judges, connects and secures, by the rules of the callbacks. Use `open` and `close` as of a sender."""

    def __init__(
        self,
        *,
        policy: TargetPolicy,
        timeout_seconds: float,
        user_agent: str,
        dns_timeout_seconds: float = 5.0,
        ca_bundle: str = "",
        client: ClientCertificate | None = None,
        proxy: Proxy | None = None,
    ) -> None:
        self._policy = policy
        self._timeout_seconds = timeout_seconds
        self._user_agent = user_agent
        self._dns_timeout_seconds = dns_timeout_seconds
        self._proxy = proxy
        self._tls = trusting(ca_bundle, client)
        self._own_resolver: AbstractResolver | None = None
        self._dialler: Dialler | None = None

    async def open(self, resolver: AbstractResolver | None = None) -> None:
        """Must run inside the event loop; `resolver` is for tests."""
        if resolver is None:
            resolver = self._own_resolver = system_resolver(self._dns_timeout_seconds)
        self._dialler = Dialler(
            self._policy, resolver, self._tls, dns_timeout_seconds=self._dns_timeout_seconds, proxy=self._proxy
        )

    async def close(self) -> None:
        if self._own_resolver is not None:
            await self._own_resolver.close()

    async def addresses_of(self, url: str) -> list[str]:
        """All addresses of the URL's host, judged or not. Raises `NameNotResolved` or `TargetForbidden`."""
        return await self._open_dialler.addresses_of(target_of(url).origin, Evidence())

    async def look(self, url: str) -> Sight:
        """As far as it goes; nothing is raised. A path is asked for by HEAD, which changes nothing there."""
        if self._policy.is_inbox(url):
            return Sight(host="", is_inbox=True)
        journey = _Journey(evidence=Evidence(), host="")
        try:
            async with asyncio.timeout(self._timeout_seconds):
                await self._go(url, journey)
        except (OSError, ValueError) as error:
            return journey.sight(*classified(error, journey.evidence, timeout_seconds=self._timeout_seconds))
        return journey.sight()

    async def _go(self, url: str, journey: "_Journey") -> None:
        target, evidence = self._policy.target_of(url), journey.evidence
        journey.host, evidence.origin = target.origin.host, target.origin
        if self._proxy is None:
            journey.addresses = await self._open_dialler.addresses_of(target.origin, evidence)
            journey.forbidden = [one for one in journey.addresses if not self._permits(one, target.origin.port)]
        reader, writer = await self._opened(target.origin, evidence)
        try:
            journey.note_certificate(writer)
            evidence.stage = Stage.WAITING
            line = target.start.replace("POST", "HEAD", 1)
            writer.write(f"{line}User-Agent: {self._user_agent}\r\nConnection: close\r\n\r\n".encode())
            journey.note_date(await _head(reader))
        finally:
            writer.transport.abort()

    def _permits(self, address: str, port: int) -> bool:
        try:
            self._policy.check([address], port)
        except TargetForbidden:
            return False
        return True

    async def _opened(self, origin: Origin, evidence: Evidence) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        try:
            reached = await self._open_dialler.reach(origin, evidence)
            if origin.scheme != "https":
                return await asyncio.open_connection(sock=reached)
            evidence.stage, name = Stage.SECURING, origin.host.rstrip(".")
            return await asyncio.open_connection(sock=reached, ssl=self._tls, server_hostname=name)
        except ssl.SSLCertVerificationError as error:
            raise await refusal_of(
                error, reach=lambda: self._open_dialler.reach(origin, Evidence()), host=origin.host
            ) from error
        except (TargetForbidden, NameNotResolved, ProxyFailed, ssl.SSLError, TimeoutError):
            raise
        except OSError as error:
            raise NotConnected(error) from error

    @property
    def _open_dialler(self) -> Dialler:
        if self._dialler is None:
            raise RuntimeError("the scout is not open")
        return self._dialler


@dataclass(slots=True)
class _Journey:
    """What has been seen so far."""

    evidence: Evidence
    host: str
    addresses: list[str] | tuple[()] = ()
    forbidden: list[str] | tuple[()] = ()
    certificate_ends_at: datetime | None = None
    date: datetime | None = None
    answered_at: datetime | None = None

    def note_certificate(self, writer: asyncio.StreamWriter) -> None:
        if shown := writer.get_extra_info("peercert"):
            self.certificate_ends_at = datetime.fromtimestamp(ssl.cert_time_to_seconds(shown["notAfter"]), UTC)

    def note_date(self, head: bytes) -> None:
        self.answered_at = datetime.now(UTC)
        if found := _DATE.search(head):
            self.date = _moment(found[1].decode(errors="replace"))

    def sight(self, fault: Fault | None = None, diagnosis: str = "") -> Sight:
        return Sight(
            host=self.host,
            addresses=tuple(self.addresses),
            forbidden=tuple(self.forbidden),
            address=self.evidence.address,
            certificate_ends_at=self.certificate_ends_at,
            date=self.date,
            answered_at=self.answered_at,
            fault=fault,
            diagnosis=diagnosis,
        )


async def _head(reader: asyncio.StreamReader) -> bytes:
    """The beginning of the answer; what is no HTTP, or nothing, tells no date."""
    head = b""
    with suppress(ConnectionError, TimeoutError):
        async with asyncio.timeout(HEAD_SECONDS):
            while b"\n\r\n" not in head and len(head) < HEAD_LIMIT:
                piece = await reader.read(HEAD_LIMIT)
                if not piece:
                    break
                head += piece
    return head


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
