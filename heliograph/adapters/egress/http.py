"""The sender: one POST, one absolute deadline, a bounded read, and everything that goes wrong as an answer."""

import asyncio
from collections.abc import Mapping, Sequence

from aiohttp.abc import AbstractResolver

from heliograph.adapters.egress.classify import classified
from heliograph.adapters.egress.dial import DialInbox, to_inbox
from heliograph.adapters.egress.evidence import Evidence, answered, failed
from heliograph.adapters.egress.exchanges import Exchanges
from heliograph.adapters.egress.identity import ClientCertificate
from heliograph.adapters.egress.proxy import Proxy
from heliograph.adapters.egress.reading import BadAnswer
from heliograph.adapters.egress.request import request_bytes, target_of
from heliograph.adapters.egress.targets import TargetForbidden, TargetPolicy
from heliograph.domain.signature import confidential
from heliograph.domain.verdict import Answer
from heliograph.ports import Signing


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
        signing: Signing | None = None,
    ) -> None:
        """`exchanges` is what it sends with, for others to share; an answer is kept without what is in `signing`."""
        self.exchanges = Exchanges(
            policy=policy,
            user_agent=user_agent,
            dns_timeout_seconds=dns_timeout_seconds,
            ca_bundle=ca_bundle,
            client=client,
            proxy=proxy,
        )
        self._policy = policy
        self._dial_inbox = dial_inbox
        self._signing = signing
        self._timeout_seconds = timeout_seconds

    async def open(self, resolver: AbstractResolver | None = None) -> None:
        """Must run inside the event loop; `resolver` is for tests, the system's name servers are the default."""
        await self.exchanges.open(resolver)

    async def close(self) -> None:
        await self.exchanges.close()

    async def ready(self, url: str) -> None:
        """Returns when a POST there may begin: at once over a connection that is kept, else when one may be opened."""
        try:
            origin = self._policy.target_of(url).origin
        except TargetForbidden:
            return  # for the POST to tell; or an inbox, to which nothing is opened
        await self.exchanges.turn(origin)

    async def post(self, url: str, *, body: bytes, headers: Mapping[str, str]) -> Answer:
        evidence = Evidence(url=url)
        until = asyncio.get_running_loop().time() + self._timeout_seconds
        try:
            await self._post(url, body, headers, evidence, until=until)
        except (BadAnswer, OSError, ValueError) as error:
            if evidence.status is None:
                return failed(evidence, *classified(error, evidence, timeout_seconds=self._timeout_seconds))
        known = self._confidential(headers) if evidence.may_tell_secrets else ()
        return answered(evidence, evidence.status or 0, known)

    def _confidential(self, headers: Mapping[str, str]) -> Sequence[bytes]:
        return confidential(headers, self._signing.current() if self._signing else ())

    async def _post(
        self, url: str, body: bytes, headers: Mapping[str, str], evidence: Evidence, *, until: float
    ) -> None:
        if self._dial_inbox is not None and self._policy.is_inbox(url):
            return await self._post_to_inbox(self._dial_inbox, url, body, headers, evidence, until=until)
        target = self._policy.target_of(url)
        evidence.origin = target.origin
        request = request_bytes(target, fixed=self.exchanges.fixed_headers, headers=headers, body=body)
        await self.exchanges.exchange(target, request, evidence, until=until)
        return None

    async def _post_to_inbox(
        self, dial: DialInbox, url: str, body: bytes, headers: Mapping[str, str], evidence: Evidence, *, until: float
    ) -> None:
        target = target_of(url)
        evidence.origin = target.origin
        request = request_bytes(target, fixed=self.exchanges.fixed_headers, headers=headers, body=body)
        connection = await to_inbox(dial, on_lost=self.exchanges.pool.forget)
        self.exchanges.pool.add(connection, target.origin)
        try:
            await connection.exchange(request, evidence, until=until)
        finally:
            connection.close()  # never kept: what is kept leads to an origin, and this to inboxes only
