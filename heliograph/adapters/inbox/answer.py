"""The bytes of an answer, well-behaved or not."""

from http import HTTPStatus

from heliograph.domain.inbox import Behaviour

KEPT = b"kept\n"
SLOW_BODY = b"." * 600
"""At a byte a second it outlasts every deadline that makes sense."""
_BODILESS = frozenset({204, 304})


def answer_of(behaviour: Behaviour) -> tuple[bytes, bytes]:
    """Head and body; the connection ends with them."""
    body = SLOW_BODY if behaviour.slow_body else KEPT
    lines = [f"HTTP/1.1 {behaviour.status} {_phrase(behaviour.status)}", "Connection: close"]
    if behaviour.location:
        lines.append(f"Location: {behaviour.location}")
    if behaviour.status in _BODILESS:
        body = b""
    else:
        lines += ["Content-Type: text/plain", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode(), body


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
