"""The guarded client: a request goes over a connection that is kept or newly dialled, and nothing else goes out."""

import asyncio

from aiohttp.abc import AbstractResolver

from heliograph.adapters.egress.certificates import trusting
from heliograph.adapters.egress.connection import Connection, ConnectionLost
from heliograph.adapters.egress.dial import Dialler, NameNotResolved, system_resolver
from heliograph.adapters.egress.evidence import Evidence
from heliograph.adapters.egress.identity import ClientCertificate
from heliograph.adapters.egress.pace import Pace
from heliograph.adapters.egress.pool import Pool
from heliograph.adapters.egress.proxy import Proxy
from heliograph.adapters.egress.reading import BadAnswer
from heliograph.adapters.egress.request import Origin, Target
from heliograph.adapters.egress.strangers import Strangers
from heliograph.adapters.egress.targets import TargetForbidden, TargetPolicy


class Exchanges:
    """Reaches public addresses and those that `policy` opens; one is shared by all who call out."""

    def __init__(
        self,
        *,
        policy: TargetPolicy,
        user_agent: str,
        dns_timeout_seconds: float = 5.0,
        ca_bundle: str = "",
        client: ClientCertificate | None = None,
        proxy: Proxy | None = None,
    ) -> None:
        """`ca_bundle` is a file of certificates that are trusted besides the system's; `client` is ours."""
        self.policy = policy
        self.fixed_headers = f"Accept: */*\r\nAccept-Encoding: identity\r\nUser-Agent: {user_agent}\r\n"
        self.pool = Pool()
        self._pace = Pace()
        self._strangers = Strangers()
        self._proxy = proxy
        self._ca_bundle = ca_bundle
        self._client = client
        self._dns_timeout_seconds = dns_timeout_seconds
        self._own_resolver: AbstractResolver | None = None
        self._dialler: Dialler | None = None

    async def open(self, resolver: AbstractResolver | None = None) -> None:
        """Must run inside the event loop; `resolver` is for tests, the system's name servers are the default."""
        # Reading the authorities' certificates takes some 30 ms.
        tls = await asyncio.to_thread(trusting, self._ca_bundle, self._client)
        if resolver is None:
            resolver = self._own_resolver = system_resolver(self._dns_timeout_seconds)
        self._dialler = Dialler(
            self.policy, resolver, tls, dns_timeout_seconds=self._dns_timeout_seconds, proxy=self._proxy
        )

    async def close(self) -> None:
        self._dialler = None
        self._pace.close()
        self._strangers.close()
        await self.pool.close()
        if self._own_resolver is not None:
            await self._own_resolver.close()

    async def turn(self, origin: Origin) -> None:
        """Returns when a request there may begin: at once where a connection is kept, else when one may be opened."""
        if self.pool.has(origin):
            return
        await self._strangers.turn(origin)
        while not self.pool.has(origin) and not await self._pace.turn(origin):
            pass  # A connection was free; whoever else has taken it meanwhile leaves this one to wait again.

    async def exchange(self, target: Target, request: bytes, evidence: Evidence, *, until: float) -> None:
        """Send it and note the answer, before `until` by the loop's clock.

        Raises what dialling and `Connection.exchange` do.
        """
        evidence.origin = target.origin
        try:
            await self._exchange(target.origin, request, evidence, until=until)
        except (BadAnswer, OSError) as error:
            if evidence.status is None and isinstance(error, (TimeoutError, NameNotResolved)):
                self._strangers.timed_out(target.origin)
            else:
                self._strangers.answered(target.origin)
            raise
        self._strangers.answered(target.origin)

    async def _exchange(self, origin: Origin, request: bytes, evidence: Evidence, *, until: float) -> None:
        kept = self._kept(origin)
        evidence.is_kept = kept is not None
        if kept is not None:
            try:
                return await self._over(kept, request, evidence, until)
            except ConnectionLost:
                # A kept connection that the receiver closed while it lay idle says nothing about the receiver.
                if not kept.was_closed_idle:
                    raise
                evidence.is_kept = False
        async with asyncio.timeout_at(until):
            connection = await self._dialled(origin, evidence)
        await self._over(connection, request, evidence, until)
        return None

    def _kept(self, origin: Origin) -> Connection | None:
        """One that waits, if the policy still permits where it leads; otherwise what is dialled anew is judged."""
        while (kept := self.pool.take(origin)) is not None:
            try:
                if kept.address is None:  # a proxy has dialled it
                    self.policy.check_literal(origin)
                else:
                    self.policy.check([kept.address], origin.port)
            except TargetForbidden:
                kept.close()
            else:
                return kept
        return None

    async def _over(self, connection: Connection, request: bytes, evidence: Evidence, until: float) -> None:
        await connection.exchange(request, evidence, until=until)
        if origin := self.pool.give(connection):
            self._pace.no_need(origin)

    async def _dialled(self, origin: Origin, evidence: Evidence) -> Connection:
        if self._dialler is None:
            raise RuntimeError("the client is not open")
        connection = await self._dialler.dial(origin, evidence, on_lost=self.pool.forget)
        self.pool.add(connection, origin)
        return connection
