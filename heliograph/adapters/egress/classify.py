"""What went wrong with an attempt, out of the closed list of faults."""

import errno
import ssl
from collections.abc import Iterator

import aiohttp

from heliograph.adapters.egress.dial import FORBIDDEN_TEXT, AddressForbidden
from heliograph.domain.verdict import Fault

DEPTH = 8
"""How many causes of an error are looked at."""


def classified(error: Exception, *, timeout_seconds: float) -> tuple[Fault, str]:
    """The class of a failed attempt, and a sentence for the operator."""
    if any(isinstance(cause, AddressForbidden) for cause in _causes(error)):
        return Fault.ADDRESS_FORBIDDEN, FORBIDDEN_TEXT
    match error:
        case TimeoutError():
            return Fault.TIMED_OUT, f"no complete answer within {timeout_seconds:g} s"
        case aiohttp.InvalidURL() | aiohttp.NonHttpUrlClientError():
            return Fault.BAD_URL, f"not a usable URL: {error}"
        case aiohttp.ClientConnectorDNSError():
            return Fault.NAME_NOT_RESOLVED, f"the name {error.host} does not resolve from here: {error.os_error}"
        case aiohttp.ClientSSLError() | ssl.SSLError():
            return Fault.TLS_FAILED, f"no TLS connection: {error}"
        case aiohttp.ClientConnectorError() if error.os_error.errno == errno.ECONNREFUSED:
            return Fault.CONNECTION_REFUSED, f"nothing listens at {error.host}:{error.port}"
        case aiohttp.ClientConnectorError():
            return Fault.CONNECTION_FAILED, f"no connection to {error.host}:{error.port}: {error.os_error}"
        case aiohttp.ServerDisconnectedError() | OSError():
            return Fault.CONNECTION_LOST, f"the connection was closed before a complete answer: {error}"
        case ValueError():
            return Fault.BAD_URL, f"not a usable URL: {error}"
        case _:
            return Fault.BAD_ANSWER, f"not an HTTP answer: {error}"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen = 0
    while error is not None and seen < DEPTH:
        yield error
        if isinstance(error, aiohttp.ClientConnectorError):
            yield error.os_error
        error, seen = error.__cause__ or error.__context__, seen + 1
