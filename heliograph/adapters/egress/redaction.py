"""What no receipt may hold: signatures, signing secrets and tokens that a receiver echoes, and passwords in URLs."""

import re
from base64 import b64encode
from collections.abc import Sequence

REDACTED = "[redacted]"
# As JSON, URLs and HTML may write `/`, `+`, `=` and `,`.
_ESCAPED_SIGN = rb"(?:[A-Za-z0-9+/_-]|\\/|%2[BbFf]|\\u002[BbFf]|&#(?:x2[BbFf]|43|47);)"
_ESCAPED_PADDING = rb"(?:=|%3[Dd]|\\u003[Dd]|&#(?:x3[Dd]|61);)"
_ESCAPED_COMMA = rb"(?:,|%2[Cc]|\\u002[Cc]|&#44;)"


def _secrets(sign: bytes, padding: bytes, comma: bytes) -> re.Pattern[bytes]:
    text = rb"(?:" + sign + rb"|" + padding + rb")"
    # Words of a sentence have neither digits nor capitals inside.
    no_word = rb"(?=" + text + rb"+?[0-9A-Z+=])"
    return re.compile(
        rb"|".join(
            (
                rb"wh(?:sec|sk)_" + text + rb"+",
                rb"\bv1a?" + comma + no_word + text + rb"{16,}",
                # 32 bytes in base64 are what the older signature looks like, whatever name it is told under.
                sign + rb"{43}" + padding,
                rb"(?i:(?<=bearer)(?: |\+|%20)+)(?=[^\s\"'<>,;&]+?[0-9A-Z_+/=])[^\s\"'<>,;&]+",
                rb"(?i:(?<=webhook.signature))[^\w+/]{1,16}(?:b[\"'])?(?!redacted\])" + no_word + text + rb"{8,}",
            )
        )
    )


_PLAIN = _secrets(rb"[A-Za-z0-9+/_-]", rb"=", rb",")
_ESCAPED = _secrets(_ESCAPED_SIGN, _ESCAPED_PADDING, _ESCAPED_COMMA)
_HINT = re.compile(rb"[=_]|v1|\\[/u]|%[23]|&#|(?i:bearer|signature)")
_ESCAPES = re.compile(rb"\\[/u]|%[23]|&#")
"""Most answers hold neither: looking for secrets is the slow part of reading an answer."""
_PLUS, _SLASH = rb"%2[Bb]|\\u002[Bb]|&#(?:x2[Bb]|43);", rb"\\/|%2[Ff]|\\u002[Ff]|&#(?:x2[Ff]|47);"
_ESCAPED_PLUS, _ESCAPED_SLASH = re.compile(_PLUS), re.compile(_SLASH)
_SIGNS = {"+": rb"(?:[+-]|" + _PLUS + rb")", "/": rb"(?:[/_]|" + _SLASH + rb")"}
_URL_SAFE = bytes.maketrans(b"-_", b"+/")
_AUTHORITY = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*:[/\\]*|[/\\]{2,})([^/\\]*)@")
_QUERY = re.compile(r"[?#]")


def redacted(written: bytes) -> bytes:
    """The same without what looks like a signature, a signing secret or a token."""
    if not _HINT.search(written):
        return written
    secrets = _ESCAPED if _ESCAPES.search(written) else _PLAIN
    return secrets.sub(REDACTED.encode(), written)


def without(written: bytes, known: Sequence[bytes]) -> bytes:
    """The same without these bytes, in base64 of either alphabet, escaped or not, or in hexadecimal.

    A pattern for each would take longer to make than all the rest of an answer: it is made of those that are there.
    """
    if not known:
        return written
    plain, lower = _unescaped(written), written.lower()
    for raw in known:
        if _whole_signs(raw).encode() in plain or raw.hex().encode() in lower:
            written = _ways_of(raw).sub(REDACTED.encode(), written)
    return written


def _unescaped(written: bytes) -> bytes:
    if b"%" in written or b"\\" in written or b"&#" in written:  # a pattern takes ten times as long
        written = _ESCAPED_SLASH.sub(b"/", _ESCAPED_PLUS.sub(b"+", written))
    return written.translate(_URL_SAFE)


def _whole_signs(raw: bytes) -> str:
    """Base64 but for the last sign, if that depends on what follows: as a longer one begins too."""
    return b64encode(raw).decode()[: len(raw) * 8 // 6]


def _ways_of(raw: bytes) -> re.Pattern[bytes]:
    signs = b"".join(_SIGNS.get(sign, sign.encode()) for sign in _whole_signs(raw))
    rest = rb"(?:" + _ESCAPED_SIGN + rb"|" + _ESCAPED_PADDING + rb")*"
    return re.compile(rb"(?i:wh(?:sec|sk)_)?" + signs + rest + rb"|(?i:" + raw.hex().encode() + rb")")


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
