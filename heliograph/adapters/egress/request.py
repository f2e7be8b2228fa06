"""The bytes of one POST, and where they go."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from yarl import URL

_VISIBLE = re.compile(r"[!-~]+")
_HOST = re.compile(r"[0-9a-z._-]+|[0-9a-f:.]+")
_SPACE = re.compile(r"[\s\\]")
# The parser gives ports to `int`, which takes signs and other scripts' digits, and takes `[v1.abc]` for a name.
_AUTHORITY = re.compile(r"[^:]+://(\[[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*\]|[^\[\]:/?#]+)(:[0-9]*)?([/?#].*)?")


class Origin(NamedTuple):
    """What a connection leads to; a kept one is used again only for the very same."""

    scheme: str
    host: str
    port: int


class Target(NamedTuple):
    """A URL, taken apart."""

    origin: Origin
    start: str
    """The request line and `Host`."""


@lru_cache(maxsize=1024)
def target_of(text: str) -> Target:
    """Raises `ValueError` for what is no http or https URL with a host."""
    # A parser would drop some of these without a word, and another one read the URL differently.
    if not text.isprintable() or _SPACE.search(text):
        raise ValueError("it holds spaces, line breaks, backslashes or what cannot be seen")
    url = URL(text)
    host, port, line, where = url.raw_host, url.port, url.raw_path_qs, url.host_port_subcomponent
    if url.scheme not in {"http", "https"} or not port or not where:
        raise ValueError("it needs http or https and a host")
    if not host or not _HOST.fullmatch(host):
        raise ValueError("its host is no name and no address")
    if url.raw_user is not None or url.raw_password is not None:
        raise ValueError("it may not carry a user name or password")
    if not _AUTHORITY.fullmatch(text):
        raise ValueError("its host or port is none that a browser takes")
    # The parts of a URL that a caller chose stand in our head: nothing in them may end a word or a line of it.
    if not _VISIBLE.fullmatch(line) or not _VISIBLE.fullmatch(where):
        raise ValueError("it holds characters that a request cannot carry")
    return Target(Origin(url.scheme, host, port), f"POST {line} HTTP/1.1\r\nHost: {where}\r\n")


def request_bytes(target: Target, *, fixed: str, headers: Mapping[str, str], body: bytes) -> bytes:
    """Head and body as one piece; raises `ValueError` for a header that would not stay one line."""
    told = "".join([*headers, *headers.values()])
    if "\r" in told or "\n" in told or "\0" in told:
        raise ValueError("a header holds a line break")
    lines = "".join([f"{name}: {value}\r\n" for name, value in headers.items()])
    return f"{target.start}{fixed}{lines}Content-Length: {len(body)}\r\n\r\n".encode() + body
