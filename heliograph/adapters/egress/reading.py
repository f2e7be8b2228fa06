"""Reading answers off one connection: what is kept of them, and where they end."""

import time

from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

from heliograph.adapters.egress.evidence import Evidence, as_text

READ_LIMIT = 64 * 1024
"""Bytes of a body that are read at most; it is only evidence."""
HEAD_LIMIT = 64 * 1024
"""Bytes of a status line and headers that are read at most."""
OPENING = 8
"""The first bytes of an answer, which tell what protocol it is in."""
DIGITS = 18
"""Of a length that are read; what is longer is too large in any case."""
_SWITCHING = 101
_OK = 200


class BadAnswer(Exception):
    """What came is not an HTTP answer."""


class Reading:
    """The answers that come over one connection, one after the other; `on_…` is what the parser calls."""

    _location: str
    _retry_after: str | None
    _length: int | None

    def __init__(self) -> None:
        self._parser = HttpResponseParser(self)
        # Receivers are old and many; none of these leniencies moves the end of a message.
        self._parser.set_dangerous_leniencies(
            lenient_headers=True, lenient_optional_cr_before_lf=True, lenient_spaces_after_chunk_size=True
        )
        self.begin(Evidence())

    def begin(self, evidence: Evidence) -> None:
        """The next bytes belong to a new answer, of which `evidence` is to tell."""
        self._evidence = evidence
        self._limit = READ_LIMIT if evidence.most_bytes is None else evidence.most_bytes + 1
        self._refused = ""
        self.ended = False
        self.can_go_on = False
        self.has_begun = False
        self._start_head()

    def feed(self, data: bytes) -> None:
        """Raises `BadAnswer` if this can become no answer; once there is a status, nothing is bad any more."""
        if not self.has_begun:
            self.has_begun, self._evidence.first_byte_at = True, time.monotonic()
            self._evidence.opening = data[:OPENING]
        self._waiting += len(data)
        try:
            self._parser.feed_data(data)
        except (HttpParserError, HttpParserUpgrade) as error:
            self._stop()
            self._refused = self._evidence.broken = self._refused or str(error)
        if self._evidence.status is None:
            self._check_head()
        elif not self.ended and len(self._evidence.body) >= self._limit:
            self._stop()

    def end_of_connection(self) -> bool:
        """Whether that is the end of the answer: of one that says nothing else about where its body ends."""
        whole = self._evidence.status is not None and not self._has_length and not self.ended
        if whole and self._evidence.most_bytes is not None:
            self._stop()
            self._evidence.is_whole = True
        return self.ended

    def release(self) -> None:
        """The parser holds our methods and we hold the parser: this frees both without the garbage collector."""
        del self._parser

    def on_message_begin(self) -> None:
        if self.ended:
            self.can_go_on = False  # nobody asked for a second answer
        else:
            self._start_head()

    def on_header(self, name: bytes, value: bytes) -> None:
        self._head += len(name) + len(value)
        match name.lower():
            case b"location" if not self._location:
                self._location = as_text(value)
            case b"retry-after" if self._retry_after is None:
                self._retry_after = as_text(value)
            case b"content-length":
                self._has_length, self._length = True, int(value[:DIGITS]) if value.isdigit() else None
            case b"transfer-encoding":
                self._has_length = True
            case b"content-encoding":
                self._encoding = as_text(value)

    def on_headers_complete(self) -> None:
        status = self._parser.get_status_code()
        if self._evidence.status is not None or _is_interim(status):
            return
        if status < 100:  # noqa: PLR2004  # three digits, of which the first is not 0
            self._refused = f"status {status}"
        elif self._head <= HEAD_LIMIT:
            self._evidence.status = status
            self._evidence.location, self._evidence.retry_after = self._location, self._retry_after
            self._evidence.length, self._evidence.encoding = self._length, self._encoding
            if not self._is_wanted():
                self._stop()

    def on_body(self, body: bytes) -> None:
        if not self.ended:
            self._evidence.body += body[: self._limit - len(self._evidence.body)]

    def on_message_complete(self) -> None:
        if not self.ended and self._evidence.status is not None:
            self.ended = self._evidence.is_whole = True
            self.can_go_on = self._parser.should_keep_alive() and self._evidence.status != _SWITCHING

    def _start_head(self) -> None:
        self._head = 0
        self._waiting = 0
        self._location = ""
        self._retry_after = None
        self._has_length = False
        self._length = None
        self._encoding = ""

    def _is_wanted(self) -> bool:
        """Whether the body is worth reading: as evidence it always is."""
        evidence = self._evidence
        if evidence.most_bytes is None:
            return True
        return evidence.status == _OK and (evidence.length or 0) <= evidence.most_bytes

    def _check_head(self) -> None:
        if max(self._head, self._waiting) > HEAD_LIMIT:
            self._refused = f"headers of more than {HEAD_LIMIT} bytes"
        if self._refused:
            self._stop()
            raise BadAnswer(self._refused)

    def _stop(self) -> None:
        self.ended, self.can_go_on = True, False


def _is_interim(status: int) -> bool:
    return 100 <= status < 200 and status != _SWITCHING  # noqa: PLR2004  # the class of a status is its first digit
