"""What is seen of one attempt, and the answer that is made of it."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from heliograph.adapters.egress.redaction import redacted, without
from heliograph.adapters.egress.request import Origin
from heliograph.adapters.egress.statuses import sentence_of
from heliograph.domain.verdict import Answer, Fault, Phases, fault_of

EXCERPT_LIMIT = 1024
LOOKED_THROUGH = 2 * EXCERPT_LIMIT
"""Bytes that are searched for secrets: one that the end of the excerpt cuts is found whole."""
LONGEST_SECRET = 256
"""Bytes that a secret or signature is written in at most; so many before the end of the search may begin one."""
DIAGNOSIS_LIMIT = 300
SHORTEST_SECRET = 32
"""Signs of base64 that a key of 24 bytes has, which is the shortest."""


_NOWHERE = Origin("", "", 0)


class Stage(Enum):
    """How far an attempt has come."""

    LOOKING_UP = auto()
    CONNECTING = auto()
    REACHING_PROXY = auto()
    TUNNELLING = auto()
    SECURING = auto()
    SENDING = auto()
    WAITING = auto()


@dataclass(slots=True)
class Evidence:
    """What is known of an attempt at `url` so far; moments are those of `time.monotonic`, `opening` the first bytes.

    `is_kept` says that the request went over a connection that was there already. A body is only evidence, unless
    `most_bytes` says how large it may be: then it is wanted whole, at status 200. `bytes_read` counts what came behind
    the headers, with the framing of chunks and with trailers; `length` is what the answer says of the body, `encoding`
    how it says that it is packed, and `broken` what was wrong in it.
    """

    url: str = ""
    began_at: float = field(default_factory=time.monotonic)
    origin: Origin = _NOWHERE
    is_kept: bool = False
    stage: Stage = Stage.LOOKING_UP
    address: str | None = None
    proxy: str = ""
    dns_ms: float | None = None
    connect_ms: float | None = None
    tls_ms: float | None = None
    first_byte_at: float | None = None
    opening: bytes = b""
    status: int | None = None
    location: str = ""
    retry_after: str | None = None
    body: bytearray = field(default_factory=bytearray)
    bytes_read: int = 0
    most_bytes: int | None = None
    length: int | None = None
    encoding: str = ""
    is_whole: bool = False
    broken: str = ""

    @property
    def where(self) -> str:
        return f"{self.origin.host}:{self.origin.port}"

    @property
    def first_byte_ms(self) -> float | None:
        return None if self.first_byte_at is None else (self.first_byte_at - self.began_at) * 1000

    @property
    def may_tell_secrets(self) -> bool:
        """Whether any of what is kept in the receiver's own words is long enough; most answers are not."""
        return max(len(self.body), len(self.location), len(self.retry_after or "")) >= SHORTEST_SECRET

    def phases(self) -> Phases:
        return Phases(
            dns_ms=self.dns_ms, connect_ms=self.connect_ms, tls_ms=self.tls_ms, first_byte_ms=self.first_byte_ms
        )


def failed(evidence: Evidence, fault: Fault, diagnosis: str) -> Answer:
    """No status and complete headers came."""
    return Answer(
        fault=fault, diagnosis=diagnosis[:DIAGNOSIS_LIMIT], address=evidence.address, phases=evidence.phases()
    )


def answered(evidence: Evidence, status: int, known: Sequence[bytes] = ()) -> Answer:
    """Nothing of what is `known` stays in it, nor what looks like a secret."""
    fault = fault_of(status)
    body = _told(evidence.body, known)
    diagnosis = ""
    if fault is not None:
        location = as_text(_told(evidence.location.encode(), known))
        diagnosis = sentence_of(status, evidence.url, location, evidence.retry_after, body)
    return Answer(
        status=status,
        fault=fault,
        diagnosis=diagnosis[:DIAGNOSIS_LIMIT],
        retry_after=_bounded(evidence.retry_after, known),
        excerpt=as_text(body[:EXCERPT_LIMIT]),
        bytes_read=evidence.bytes_read,
        address=evidence.address,
        phases=evidence.phases(),
    )


def _bounded(header: str | None, known: Sequence[bytes]) -> str | None:
    return header and as_text(_told(header.encode(errors="replace"), known)[:EXCERPT_LIMIT])


def _told(written: bytes | bytearray, known: Sequence[bytes]) -> bytes:
    """How much of a receiver's own words can be told, without secrets; none is shown that was cut by the search."""
    told = redacted(without(bytes(written[:LOOKED_THROUGH]), known))
    return told if len(written) <= LOOKED_THROUGH else told[:-LONGEST_SECRET]


def as_text(written: bytes | bytearray) -> str:
    """Text that every store takes: neither half characters nor NUL."""
    return written.decode(errors="replace").replace("\0", "\N{REPLACEMENT CHARACTER}")
