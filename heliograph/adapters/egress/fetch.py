"""The fetcher: one GET of something small enough to hold, whole or not at all, within one absolute deadline."""

import asyncio
from collections.abc import Mapping
from http import HTTPStatus

from heliograph.adapters.egress.classify import Failure, classified
from heliograph.adapters.egress.evidence import DIAGNOSIS_LIMIT, Evidence, Stage
from heliograph.adapters.egress.exchanges import Exchanges
from heliograph.adapters.egress.reading import BadAnswer
from heliograph.adapters.egress.statuses import LOCATED, sentence_of
from heliograph.domain.verdict import Fault
from heliograph.ports import NotFetched

_ADVICE: Mapping[int, str] = {
    401: "it is not public: give a URL that needs no key",
    403: "it is not public, or its signed URL has ended: give one that all can open",
    404: "nothing is there: check the URL",
    410: "it is there no longer: give another URL",
    429: "its server wants fewer requests: try again later",
}
_BY_CLASS: Mapping[int, str] = {
    1: "that is no answer to a download",
    2: "an image comes with 200: give its own URL",
    3: "it leads to no image: give its own URL",
    4: "its server refused: check the URL",
    5: "its server failed: try again later",
}


class GuardedFetcher:
    """Fetches over what the sender of callbacks uses: the same guard, look-ups, TLS, proxy and connections."""

    def __init__(self, exchanges: Exchanges, *, timeout_seconds: float) -> None:
        self._exchanges = exchanges
        self._timeout_seconds = timeout_seconds

    async def fetch(self, url: str, *, most_bytes: int) -> bytearray | NotFetched:
        """What is there; whatever goes wrong is told, never raised."""
        evidence = Evidence(url=url, most_bytes=most_bytes)
        until = asyncio.get_running_loop().time() + self._timeout_seconds
        try:
            async with asyncio.timeout_at(until):
                await self._get(url, evidence, until)
        except (BadAnswer, OSError, ValueError) as error:
            return NotFetched(_why(error, evidence, self._timeout_seconds)[:DIAGNOSIS_LIMIT])
        if max(len(evidence.body), evidence.length or 0) > most_bytes and evidence.status == HTTPStatus.OK:
            return NotFetched("it is too large", is_too_large=True)
        if trouble := _trouble(evidence):
            return NotFetched(trouble[:DIAGNOSIS_LIMIT])
        return evidence.body

    async def _get(self, url: str, evidence: Evidence, until: float) -> None:
        target = self._exchanges.policy.target_of(url)
        evidence.origin = target.origin
        await self._exchanges.turn(target.origin)
        start = target.start.replace("POST", "GET", 1)
        request = f"{start}{self._exchanges.fixed_headers}\r\n".encode()
        await self._exchanges.exchange(target, request, evidence, until=until)


def _trouble(evidence: Evidence) -> str:
    """What is wrong with an answer that was read to where it was wanted; empty where nothing is."""
    status = evidence.status or 0
    if status in LOCATED:
        return sentence_of(status, evidence.url, evidence.location, None, b"")
    if status != HTTPStatus.OK:
        return f"answered {status}: {_ADVICE.get(status) or _BY_CLASS.get(status // 100, 'that is no status')}"
    if evidence.encoding.lower() not in {"", "identity"}:
        return f"it came packed ({evidence.encoding[:20]}), which was not asked for: give a URL that serves it as it is"
    if not evidence.is_whole:
        return f"its answer is broken after {len(evidence.body)} bytes ({evidence.broken}): check its server"
    return ""


def _why(error: Failure, evidence: Evidence, timeout_seconds: float) -> str:
    """Why nothing whole came, in words for who gave the URL."""
    came, limit = len(evidence.body), f"{timeout_seconds:g} s"
    if evidence.status is not None:
        if isinstance(error, TimeoutError):
            return f"only {came} bytes came within {limit}: its server is too slow"
        return f"the connection ended after {came} bytes, before it was whole: try again, or check its server"
    fault, text = classified(error, evidence, timeout_seconds=timeout_seconds)
    match fault:
        case Fault.CONNECTION_REFUSED:
            return f"nothing listens at {evidence.where}: check the URL"
        case Fault.CONNECTION_LOST:
            return f"{evidence.where} closed the connection before it answered: try again, or check its server"
        case Fault.TIMED_OUT if evidence.stage in {Stage.SENDING, Stage.WAITING}:
            return f"{evidence.where} did not answer within {limit}: its server is too slow"
        case Fault.BAD_ANSWER:
            return f"{evidence.where} gave no HTTP answer: check scheme and port"
        case _:
            return text.replace("the receiver", "its server")
