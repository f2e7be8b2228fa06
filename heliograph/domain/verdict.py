"""The verdict on one attempt: delivered, worth another attempt, or over."""

from enum import StrEnum
from typing import NamedTuple

_GONE = 410


class Fault(StrEnum):
    """Why an attempt got no 2xx answer; a closed list."""

    TARGET_FORBIDDEN = "target_forbidden"
    NAME_NOT_RESOLVED = "name_not_resolved"
    CONNECTION_REFUSED = "connection_refused"
    CONNECTION_FAILED = "connection_failed"
    CONNECTION_LOST = "connection_lost"
    TLS_FAILED = "tls_failed"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_UNTRUSTED = "certificate_untrusted"
    CERTIFICATE_MISMATCH = "certificate_mismatch"
    TIMED_OUT = "timed_out"
    PROXY_FAILED = "proxy_failed"
    BAD_ANSWER = "bad_answer"
    REDIRECTED = "redirected"
    REFUSED = "refused"
    GONE = "gone"
    SERVER_FAULT = "server_fault"
    INTERNAL = "internal"


class Phases(NamedTuple):
    """How long the parts of an attempt took, in milliseconds; None where it did not come to that, or was reused.

    `first_byte_ms` is no part: it counts from the start of the attempt to the first byte of the answer.
    """

    dns_ms: float | None = None
    connect_ms: float | None = None
    tls_ms: float | None = None
    first_byte_ms: float | None = None


class Answer(NamedTuple):
    """What came back from one POST: a status line with complete headers, or a fault.

    `diagnosis` says in one sentence what went wrong, and what helps where that is known; empty where nothing did.
    `excerpt` is the first KB of the body as text, `bytes_read` how many bytes behind the headers were read, with the
    framing of chunks and with trailers; both are only evidence.
    """

    status: int | None = None
    fault: Fault | None = None
    diagnosis: str = ""
    address: str | None = None
    phases: Phases = Phases()
    retry_after: str | None = None
    excerpt: str = ""
    bytes_read: int = 0


class Verdict(StrEnum):
    DELIVERED = "delivered"
    RETRY = "retry"
    GIVE_UP = "give_up"


def fault_of(status: int) -> Fault | None:
    """What is wrong with a status; None for 2xx (wire contract, section 5)."""
    match status // 100:
        case 2:
            return None
        case 3:
            return Fault.REDIRECTED
        case 4:
            return Fault.GONE if status == _GONE else Fault.REFUSED
        case 5:
            return Fault.SERVER_FAULT
        case _:
            return Fault.BAD_ANSWER


def judge(answer: Answer, *, attempt: int, attempts_allowed: int) -> Verdict:
    """The verdict on the answer to the attempt with this number, counted from 1."""
    if answer.fault is None:
        return Verdict.DELIVERED
    if answer.fault is Fault.GONE or attempt >= attempts_allowed:
        return Verdict.GIVE_UP
    return Verdict.RETRY
