"""Reading the one request of a connection to an inbox."""

import re

from httptools import HttpParserError, HttpParserUpgrade, HttpRequestParser

from heliograph.domain.inbox import InboxName, inbox_named

HEAD_LIMIT = 64 * 1024
BODY_LIMIT = 64 * 1024
"""A larger body is not kept, for then its signature could no longer be checked."""

_PATH = re.compile(r"(?:/[^?#]*)?/inbox/([^/?#]+)")


class Refused(Exception):
    """No callback to an inbox; carries the status that says so."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Request:
    """Fed what comes, until it is whole; `on_…` is what the parser calls."""

    def __init__(self) -> None:
        self._parser = HttpRequestParser(self)
        self._target = bytearray()
        self._head = 0
        self.headers: list[tuple[str, str]] = []
        self.body = bytearray()
        self.is_whole = False

    def feed(self, data: bytes) -> None:
        """Raises `Refused`."""
        try:
            self._parser.feed_data(data)
        except (HttpParserError, HttpParserUpgrade) as error:
            raise Refused(400) from error
        if self._head > HEAD_LIMIT:
            raise Refused(431)
        if len(self.body) > BODY_LIMIT:
            raise Refused(413)

    def inbox(self) -> InboxName:
        """Raises `Refused` for whatever is no POST to an inbox."""
        path = _PATH.fullmatch(self._target.decode("latin-1"))
        name = inbox_named(path[1]) if path and self._parser.get_method() == b"POST" else None
        if name is None:
            raise Refused(404)
        return name

    def release(self) -> None:
        """The parser holds our methods and we hold the parser: this frees both without the garbage collector."""
        del self._parser

    def on_url(self, url: bytes) -> None:
        self._head += len(url)
        self._target += url

    def on_header(self, name: bytes, value: bytes) -> None:
        self._head += len(name) + len(value)
        self.headers.append((name.decode("latin-1"), value.decode("latin-1")))

    def on_body(self, body: bytes) -> None:
        self.body += body

    def on_message_complete(self) -> None:
        self.is_whole = True
