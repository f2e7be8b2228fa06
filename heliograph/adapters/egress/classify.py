"""What went wrong with an attempt, out of the closed list of faults."""

import errno
import ssl

from heliograph.adapters.egress.certificates import CertificateRefused
from heliograph.adapters.egress.connection import ConnectionLost
from heliograph.adapters.egress.dial import NameNotResolved, NotConnected
from heliograph.adapters.egress.reading import BadAnswer
from heliograph.adapters.egress.targets import FORBIDDEN_TEXT, TargetForbidden
from heliograph.domain.verdict import Fault

# OSError ── TargetForbidden, NameNotResolved, NotConnected, ConnectionLost, ssl.SSLError, TimeoutError
# Exception ── BadAnswer;  ValueError: a header of ours
Failure = OSError | BadAnswer | ValueError


def classified(error: Failure, *, timeout_seconds: float) -> tuple[Fault, str]:
    """The class of a failed attempt, and a sentence for the operator."""
    match error:
        case TargetForbidden():
            return Fault.TARGET_FORBIDDEN, FORBIDDEN_TEXT
        case TimeoutError():
            return Fault.TIMED_OUT, f"no complete answer within {timeout_seconds:g} s"
        case NameNotResolved(fault=fault) | CertificateRefused(fault=fault):
            return fault, str(error)
        case ssl.SSLError():
            return Fault.TLS_FAILED, f"no TLS connection: {error}"
        case NotConnected() if error.errno == errno.ECONNREFUSED:
            return Fault.CONNECTION_REFUSED, f"nothing listens at {error.where}"
        case NotConnected():
            return Fault.CONNECTION_FAILED, f"no connection to {error.where}: {error}"
        case ConnectionLost():
            return Fault.CONNECTION_LOST, _sentence("the connection was closed before a complete answer", error)
        case BadAnswer():
            return Fault.BAD_ANSWER, f"not an HTTP answer: {error}"
        case ValueError():
            return Fault.INTERNAL, f"the request could not be written: {error}"
        case _:
            return Fault.CONNECTION_LOST, _sentence("the connection broke", error)


def _sentence(what: str, error: Exception) -> str:
    return f"{what}: {error}" if str(error) else what
