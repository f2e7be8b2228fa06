"""What no receipt may hold: signatures, signing secrets and tokens that a receiver echoes, and passwords in URLs."""

import re

REDACTED = "[redacted]"
# As it is, and as JSON, URLs and HTML write its `/`, `+` and `=`.
_PADDING = rb"(?:=|%3[Dd]|\\u003[Dd]|&#(?:x3[Dd]|61);)"
_SIGN = rb"(?:[A-Za-z0-9+/_-]|\\/|%2[BbFf]|\\u002[BbFf]|&#(?:x2[BbFf]|43|47);)"
_BASE64 = rb"(?:" + _SIGN + rb"|" + _PADDING + rb")"
_COMMA = rb"(?:,|%2[Cc]|\\u002[Cc]|&#44;)"
_SECRETS = re.compile(
    rb"|".join(
        (
            rb"wh(?:sec|sk)_" + _BASE64 + rb"+",
            rb"\bv1a?" + _COMMA + _BASE64 + rb"{16,}",
            # 32 bytes in base64 are what the older signature looks like, whatever name it is told under.
            _SIGN + rb"{43}" + _PADDING,
            rb"(?i:(?<=bearer)(?: |\+|%20)+)[^\s\"'<>,;&]+",
            rb"(?i:(?<=webhook.signature))[^\w+/]{1,16}(?:b[\"'])?" + _BASE64 + rb"{8,}",
        )
    )
)
_AUTHORITY = re.compile(r"((?:[A-Za-z][A-Za-z0-9+.-]*:)?[/\\]*)([^/\\]*)@")
_QUERY = re.compile(r"[?#]")


def redacted(written: bytes) -> bytes:
    """The same without what looks like a signature, a signing secret or a token."""
    return _SECRETS.sub(REDACTED.encode(), written)


def bare_location(location: str) -> str:
    """Where a redirect leads, without user name, password, query and fragment: any of them may be a secret."""
    found = _AUTHORITY.match(location)
    if found is None:
        return _QUERY.split(location, maxsplit=1)[0]
    start, user = found.groups()
    host = _QUERY.split(user, maxsplit=1)[0]
    if host == user:
        return start + _QUERY.split(location[found.end() :], maxsplit=1)[0]
    # `?` or `#` before `@`: the host ends there, or an unescaped password holds it.
    return start + (REDACTED if ":" in host else host)
