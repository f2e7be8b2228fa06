"""The guarded client: one POST, one absolute deadline, a bounded read, and everything that goes wrong as an answer."""

import asyncio
from collections.abc import Mapping

from aiohttp.abc import AbstractResolver

from heliograph.adapters.egress.certificates import trusting
from heliograph.adapters.egress.classify import classified
from heliograph.adapters.egress.connection import Connection, ConnectionLost
from heliograph.adapters.egress.dial import DialInbox, Dialler, system_resolver, to_inbox
from heliograph.adapters.egress.evidence import Evidence, answered, failed
from heliograph.adapters.egress.identity import ClientCertificate
from heliograph.adapters.egress.pace import Pace
from heliograph.adapters.egress.pool import Pool
from heliograph.adapters.egress.proxy import Proxy
from heliograph.adapters.egress.reading import BadAnswer
from heliograph.adapters.egress.request import Origin, request_bytes, target_of
from heliograph.adapters.egress.targets import TargetForbidden, TargetPolicy
from heliograph.domain.verdict import Answer


class GuardedSender:
    """POSTs to public addresses and to those the policy opens; follows no redirect, decodes nothing."""

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
        dial_inbox: DialInbox | None = None,
    ) -> None:
        """`ca_bundle` is a file of certificates that are trusted besides the system's; `client` is ours."""
        self._dial_inbox = dial_inbox
        self._proxy = proxy
        self._ca_bundle = ca_bundle
        self._client = client
        self._policy = policy
        self._dns_timeout_seconds = dns_timeout_seconds
        self._timeout_seconds = timeout_seconds
        self._fixed_headers = f"Accept: */*\r\nAccept-Encoding: identity\r\nUser-Agent: {user_agent}\r\n"
        self._pool = Pool()
        self._pace = Pace()
        self._own_resolver: AbstractResolver | None = None
        self._dialler: Dialler | None = None

    async def open(self, resolver: AbstractResolver | None = None) -> None:
        """Must run inside the event loop; `resolver` is for tests, the system's name servers are the default."""
        # Reading the authorities' certificates takes some 30 ms.
        tls = await asyncio.to_thread(trusting, self._ca_bundle, self._client)
        if resolver is None:
            resolver = self._own_resolver = system_resolver(self._dns_timeout_seconds)
        self._dialler = Dialler(
            self._policy, resolver, tls, dns_timeout_seconds=self._dns_timeout_seconds, proxy=self._proxy
        )

    async def close(self) -> None:
        self._dialler = None
        self._pace.close()
        await self._pool.close()
        if self._own_resolver is not None:
            await self._own_resolver.close()

    async def ready(self, url: str) -> None:
        """Returns when a POST there may begin: at once over a connection that is kept, else when one may be opened."""
        try:
            origin = self._policy.target_of(url).origin
        except TargetForbidden:
            return  # for the POST to tell; or an inbox, to which nothing is opened
        while not self._pool.has(origin) and not await self._pace.turn(origin):
            pass  # A connection was free; whoever else has taken it meanwhile leaves this one to wait again.

    async def post(self, url: str, *, body: bytes, headers: Mapping[str, str]) -> Answer:
        evidence = Evidence()
        until = asyncio.get_running_loop().time() + self._timeout_seconds
        try:
            await self._post(url, body, headers, evidence, until=until)
        except (BadAnswer, OSError, ValueError) as error:
            if evidence.status is None:
                return failed(evidence, *classified(error, evidence, timeout_seconds=self._timeout_seconds))
        return answered(evidence, evidence.status or 0)

    async def _post(
        self, url: str, body: bytes, headers: Mapping[str, str], evidence: Evidence, *, until: float
    ) -> None:
        if self._dial_inbox is not None and self._policy.is_inbox(url):
            return await self._post_to_inbox(self._dial_inbox, url, body, headers, evidence, until=until)
        target = self._policy.target_of(url)
        evidence.origin = target.origin
        request = request_bytes(target, fixed=self._fixed_headers, headers=headers, body=body)
        kept = self._kept(target.origin)
        if kept is not None:
            try:
                return await self._exchange(kept, request, evidence, until)
            except ConnectionLost:
                # A kept connection that the receiver closed while it lay idle says nothing about the receiver.
                if kept.was_answered:
                    raise
        async with asyncio.timeout_at(until):
            connection = await self._dialled(target.origin, evidence)
        await self._exchange(connection, request, evidence, until)
        return None

    def _kept(self, origin: Origin) -> Connection | None:
        """One that waits, if the policy still permits where it leads; otherwise what is dialled anew is judged."""
        while (kept := self._pool.take(origin)) is not None:
            try:
                if kept.address is None:  # a proxy has dialled it
                    self._policy.check_literal(origin)
                else:
                    self._policy.check([kept.address], origin.port)
            except TargetForbidden:
                kept.close()
            else:
                return kept
        return None

    async def _post_to_inbox(
        self, dial: DialInbox, url: str, body: bytes, headers: Mapping[str, str], evidence: Evidence, *, until: float
    ) -> None:
        target = target_of(url)
        evidence.origin = target.origin
        request = request_bytes(target, fixed=self._fixed_headers, headers=headers, body=body)
        connection = await to_inbox(dial, on_lost=self._pool.forget)
        self._pool.add(connection, target.origin)
        try:
            await connection.exchange(request, evidence, until=until)
        finally:
            connection.close()  # never kept: what is kept leads to an origin, and this to inboxes only

    async def _exchange(self, connection: Connection, request: bytes, evidence: Evidence, until: float) -> None:
        await connection.exchange(request, evidence, until=until)
        if origin := self._pool.give(connection):
            self._pace.no_need(origin)

    async def _dialled(self, origin: Origin, evidence: Evidence) -> Connection:
        if self._dialler is None:
            raise RuntimeError("the sender is not open")
        connection = await self._dialler.dial(origin, evidence, on_lost=self._pool.forget)
        self._pool.add(connection, origin)
        return connection
