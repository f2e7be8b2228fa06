"""What went wrong with an attempt, out of the closed list of faults, and what helps."""

import errno
import ssl
from collections.abc import Mapping

from heliograph.adapters.egress.certificates import CertificateRefused
from heliograph.adapters.egress.connection import ConnectionLost
from heliograph.adapters.egress.dial import NameNotResolved, NotConnected
from heliograph.adapters.egress.evidence import Evidence, Stage
from heliograph.adapters.egress.proxy import ProxyFailed
from heliograph.adapters.egress.reading import BadAnswer
from heliograph.adapters.egress.targets import FORBIDDEN_TEXT, TargetForbidden
from heliograph.domain.verdict import Fault

# OSError ── TargetForbidden, NameNotResolved, NotConnected, ProxyFailed, ConnectionLost, ssl.SSLError, TimeoutError
# Exception ── BadAnswer;  ValueError: a header of ours
Failure = OSError | BadAnswer | ValueError

_OURS = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
_NOT_CONNECTED: Mapping[int | None, str] = {
    errno.ENETUNREACH: "this machine has no route there",
    errno.EHOSTUNREACH: "no machine is at that address, or a firewall rejects",
    errno.ETIMEDOUT: "nothing came back, as if a firewall dropped it",
    errno.EACCES: "a firewall on this machine rejects",
    errno.EPERM: "a firewall on this machine rejects",
    errno.ECONNRESET: "it was reset: is a firewall in between?",
    errno.EADDRNOTAVAIL: "this machine has no address, or no free port, to call it from",
}
_TLS_RECORDS = (b"\x15\x03", b"\x16\x03")
"""How an alert and a handshake begin."""
_PLAIN_TEXT = frozenset({"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "PACKET_LENGTH_TOO_LONG"})
"""How OpenSSL calls an answer that is no TLS."""
_TOO_OLD = frozenset({"UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION", "NO_PROTOCOLS_AVAILABLE"})
_NO_CLIENT = frozenset({"TLSV13_ALERT_CERTIFICATE_REQUIRED", "TLSV1_ALERT_CERTIFICATE_REQUIRED"})
_OUR_CERTIFICATE = frozenset(
    {
        "TLSV1_ALERT_UNKNOWN_CA",
        "TLSV1_ALERT_ACCESS_DENIED",
        "SSLV3_ALERT_BAD_CERTIFICATE",
        "SSLV3_ALERT_UNSUPPORTED_CERTIFICATE",
        "SSLV3_ALERT_CERTIFICATE_EXPIRED",
        "SSLV3_ALERT_CERTIFICATE_REVOKED",
        "SSLV3_ALERT_CERTIFICATE_UNKNOWN",
    }
)
"""What a receiver says of a client's certificate, for it has seen no other."""
_PROTOCOLS: Mapping[bytes, str] = {b"SSH-": "SSH", b"220 ": "SMTP or FTP", b"220-": "SMTP or FTP"}


def classified(error: Failure, evidence: Evidence, *, timeout_seconds: float) -> tuple[Fault, str]:
    """The class of a failed attempt, and one sentence: what happened, and what helps."""
    match error:
        case TargetForbidden():
            return Fault.TARGET_FORBIDDEN, FORBIDDEN_TEXT
        case TimeoutError() if evidence.stage is Stage.REACHING_PROXY:
            limit = f"{timeout_seconds:g} s"
            return Fault.PROXY_FAILED, f"the proxy {evidence.proxy} takes no connection within {limit}: is it running?"
        case TimeoutError():
            return Fault.TIMED_OUT, _too_late(evidence, f"{timeout_seconds:g} s")
        case NameNotResolved(fault=fault) | CertificateRefused(fault=fault) | ProxyFailed(fault=fault):
            return fault, str(error)
        case ssl.SSLError():
            return Fault.TLS_FAILED, _no_tls(error, evidence)
        case NotConnected():
            return _not_connected(error, evidence)
        case ConnectionLost(__cause__=ssl.SSLError() as cause):
            return Fault.TLS_FAILED, _no_tls(cause, evidence)
        case BadAnswer():
            return Fault.BAD_ANSWER, _no_answer(error, evidence)
        case ValueError():
            return Fault.INTERNAL, f"the request could not be written: {error}"
        case _:
            return Fault.CONNECTION_LOST, _lost(error, evidence)


def _too_late(evidence: Evidence, limit: str) -> str:
    match evidence.stage:
        case Stage.LOOKING_UP:
            return f"{evidence.origin.host} was still being looked up after {limit}: are the name servers reachable?"
        case Stage.CONNECTING:
            return (
                f"no connection to {evidence.where} within {limit}: nothing came back, as if a firewall drops what "
                "comes: check host, port and firewall"
            )
        case Stage.REACHING_PROXY | Stage.TUNNELLING:
            return (
                f"the proxy {evidence.proxy} made no connection to {evidence.where} within {limit}: the receiver takes "
                "none, as if a firewall drops what comes, or the proxy hangs"
            )
        case Stage.SECURING:
            return f"connected {_in(evidence)}, but no TLS within {limit}: check whether this port speaks TLS"
        case Stage.SENDING:
            return f"the receiver took the connection, but not the whole request within {limit}: does it read the body?"
        case Stage.WAITING if evidence.first_byte_ms is None:
            return f"{_sent(evidence)}, but no answer within {limit}: answer 200 first, work later"
        case Stage.WAITING:
            return (
                f"an answer began after {evidence.first_byte_ms:.0f} ms, but its headers were not complete within "
                f"{limit}: send them at once"
            )


def _sent(evidence: Evidence) -> str:
    if evidence.is_kept:
        return "sent over a kept connection"
    return "sent" if evidence.connect_ms is None else f"connected {_in(evidence)} and sent"  # none to an inbox


def _in(evidence: Evidence) -> str:
    return f"in {evidence.connect_ms or 0:.0f} ms"


def _not_connected(error: NotConnected, evidence: Evidence) -> tuple[Fault, str]:
    if error.errno in _OURS:
        return Fault.INTERNAL, f"this server has no room for another connection: {error}"
    if evidence.stage is Stage.SECURING:
        return Fault.TLS_FAILED, f"{evidence.where} closed the connection within the TLS handshake: does it speak TLS?"
    if error.errno == errno.ECONNREFUSED:
        return Fault.CONNECTION_REFUSED, f"nothing listens at {evidence.where}: start the receiver, or check the port"
    said = _NOT_CONNECTED.get(error.errno)
    return Fault.CONNECTION_FAILED, f"no connection to {evidence.where}: {said or error}"


def _no_tls(error: ssl.SSLError, evidence: Evidence) -> str:
    if error.reason in _PLAIN_TEXT:
        return f"{evidence.where} does not speak TLS: is it http?"
    if error.reason in _TOO_OLD:
        return "the receiver speaks no version of TLS that is still secure: let it speak TLS 1.2 or 1.3"
    if error.reason in _NO_CLIENT:
        return "the receiver asks for a client certificate: set HELIOGRAPH_EGRESS_CLIENT_CERT to one that it trusts"
    if error.reason in _OUR_CERTIFICATE:
        return f"the receiver does not accept the client certificate of this server ({error.reason}): let it trust it"
    if error.reason == "SSLV3_ALERT_HANDSHAKE_FAILURE":
        return (
            "the receiver refused the TLS handshake: either it asks for a client certificate, "
            "HELIOGRAPH_EGRESS_CLIENT_CERT, or it has no cipher that is still secure"
        )
    return f"no TLS connection: {error.reason or error}"


def _no_answer(error: BadAnswer, evidence: Evidence) -> str:
    if evidence.opening.startswith(_TLS_RECORDS):
        return "not an HTTP answer, but one in TLS: use https"
    if found := _PROTOCOLS.get(evidence.opening[:4]):
        return f"not an HTTP answer, but one in {found}: check the port"
    if evidence.opening.startswith(b"HTTP/"):
        return f"not an HTTP answer that can be read: {error}"
    return f"not an HTTP answer: {error}: check the port, or update a receiver that speaks HTTP/0.9"


def _lost(error: OSError, evidence: Evidence) -> str:
    when = "before it answered" if evidence.first_byte_at is None else "within its answer's headers"
    said = f" ({error})" if str(error) else ""
    return f"the receiver closed the connection {when}{said}: it crashed or was restarted, or a proxy cut it off"
