"""What is seen of one attempt, and the answer that is made of it."""

import time
from dataclasses import dataclass, field

from heliograph.domain.verdict import Answer, Fault, Phases, fault_of

EXCERPT_LIMIT = 1024
DIAGNOSIS_LIMIT = 300


@dataclass(slots=True)
class Evidence:
    """What is known of an attempt so far; moments are those of `time.monotonic`."""

    began_at: float = field(default_factory=time.monotonic)
    address: str | None = None
    dns_ms: float | None = None
    connect_ms: float | None = None
    tls_ms: float | None = None
    first_byte_at: float | None = None
    status: int | None = None
    location: str = ""
    retry_after: str | None = None
    body: bytearray = field(default_factory=bytearray)

    def phases(self) -> Phases:
        first_byte_ms = None if self.first_byte_at is None else (self.first_byte_at - self.began_at) * 1000
        return Phases(dns_ms=self.dns_ms, connect_ms=self.connect_ms, tls_ms=self.tls_ms, first_byte_ms=first_byte_ms)


def failed(evidence: Evidence, fault: Fault, diagnosis: str) -> Answer:
    """No status and complete headers came."""
    return Answer(
        fault=fault, diagnosis=diagnosis[:DIAGNOSIS_LIMIT], address=evidence.address, phases=evidence.phases()
    )


def answered(evidence: Evidence, status: int) -> Answer:
    fault = fault_of(status)
    return Answer(
        status=status,
        fault=fault,
        diagnosis=_diagnosis_of(status, fault, evidence.location),
        retry_after=evidence.retry_after,
        excerpt=as_text(evidence.body[:EXCERPT_LIMIT]) if evidence.body else "",
        bytes_read=len(evidence.body),
        address=evidence.address,
        phases=evidence.phases(),
    )


def as_text(written: bytes | bytearray) -> str:
    """Text that every store takes: neither half characters nor NUL."""
    return written.decode(errors="replace").replace("\0", "\N{REPLACEMENT CHARACTER}")


def _diagnosis_of(status: int, fault: Fault | None, location: str) -> str:
    if fault is None:
        return ""
    where = f" to {location}" if fault is Fault.REDIRECTED and location else ""
    return f"answered {status}{where}"[:DIAGNOSIS_LIMIT]
