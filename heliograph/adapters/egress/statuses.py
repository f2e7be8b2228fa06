"""What a status says about the receiver, and what helps."""

import re
from collections.abc import Mapping
from urllib.parse import quote, urljoin, urlsplit

from heliograph.adapters.egress.redaction import bare_location, redacted

LOCATED = frozenset({301, 302, 303, 307, 308})
_PAUSES = frozenset({429, 503})
_BEHIND = "a proxy answers, the application behind it is down or too slow"
_ADVICE: Mapping[int, str] = {
    400: "the receiver did not take the request: its log says why",
    401: "check the receiver's signing secret and its clock",
    403: "check the receiver's signing secret and its clock, and whether a firewall in front of it refuses",
    404: "nothing is at this path: check the URL and the receiver's route",
    405: "this path takes no POST: check the URL and the receiver's route",
    408: "the receiver waited too long for the request: is a proxy in front of it overloaded?",
    410: "the receiver wants no more, and none is sent again",
    413: "the body is too large for the receiver: raise its limit, or that of the proxy in front of it",
    415: "let the receiver take application/json",
    422: "the receiver's schema does not fit the body: its log says why",
    429: "more comes than the receiver takes",
    500: "the receiver failed in its own code: its log says why",
    502: _BEHIND,
    503: "the receiver is down or overloaded, or a proxy has no application behind it",
    504: _BEHIND,
}
_BY_CLASS: Mapping[int, str] = {
    3: "only 2xx counts as delivered, and nothing is followed",
    4: "the receiver refused: its log says why",
    5: "the receiver failed: its log says why",
}
_WANTS_TLS = re.compile(rb"plain HTTP request was sent to HTTPS|HTTP request to an HTTPS server", re.IGNORECASE)
"""As nginx and Go answer to http on a port for https."""
_WANTS_CERTIFICATE = re.compile(rb"No required SSL certificate was sent|SSL certificate error", re.IGNORECASE)
"""As nginx answers who shows no client certificate, or a wrong one."""
_SHOWN = 180
"""Characters of where a redirect leads: with what helps they fit into a diagnosis."""
_SCHEMES = frozenset({"http", "https"})
_QUERY = re.compile(r"[?#]")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f]")
_WAIT = re.compile(r"\d{1,12}|[A-Z][A-Za-z]{2,8}, [\w :-]{10,30}", re.ASCII)


def sentence_of(status: int, url: str, location: str, retry_after: str | None, body: bytes) -> str:
    """What the receiver at `url` says of itself in here is bounded, and holds no secrets."""
    if status in LOCATED:
        return _redirect(status, url, location)
    if status == 400 and _WANTS_TLS.search(body):  # noqa: PLR2004  # the status of a request that is no use
        return "answered 400: this port speaks TLS: use https"
    if status == 400 and _WANTS_CERTIFICATE.search(body):  # noqa: PLR2004
        return "answered 400: the receiver asks for a client certificate: set HELIOGRAPH_EGRESS_CLIENT_CERT"
    advice = _ADVICE.get(status) or _BY_CLASS.get(status // 100, "that is no status of an answer")
    return f"answered {status}: {advice}{_pause(status, retry_after)}"


def _redirect(status: int, url: str, location: str) -> str:
    if not location:
        return f"answered {status} and not where to: redirects are not followed, give the URL that answers 2xx"
    where = redacted(_leads_to(url, bare_location(location)).encode(errors="replace")).decode()
    advice = "use that URL"
    if not where:
        where, advice = "a URL that this server does not call", "give the URL that answers 2xx"
    elif len(where) > _SHOWN:
        where, advice = f"{where[:_SHOWN]}… (cut here)", "use the whole URL"
    elif "?" in location.partition("#")[0] or (location.startswith("#") and "?" in url):
        where, advice = f"{where} and a query that is not shown", "use that URL with its query"
    return f"answered {status} to {where}: redirects are not followed, {advice}"


def _leads_to(url: str, location: str) -> str:
    """The absolute URL of a redirect, as one word; empty where it is none that could be called."""
    try:
        # As browsers read it: a backslash is a slash.
        where = urljoin(_QUERY.split(url, maxsplit=1)[0], location.replace("\\", "/"))
        parts = urlsplit(where)
    except ValueError:
        return ""
    return _SPACE.sub(lambda space: quote(space[0]), where) if parts.scheme in _SCHEMES and parts.netloc else ""


def _pause(status: int, retry_after: str | None) -> str:
    if status not in _PAUSES or not retry_after or not _WAIT.fullmatch(retry_after):
        return ""
    return f"; it asks to wait {retry_after} s" if retry_after.isdigit() else f"; it asks to wait until {retry_after}"
