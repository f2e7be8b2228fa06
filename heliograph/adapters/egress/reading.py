"""Reading answers off one connection: what is kept of them, and where they end."""

import re
import time

from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

from heliograph.adapters.egress.evidence import Evidence, as_text

READ_LIMIT = 64 * 1024
"""Bytes behind the headers that are read at most, framing and trailers included; a body is only evidence.

Of what is wanted whole, so many that are none of its body, and one more for each 16 bytes of it.
"""
HEAD_LIMIT = 64 * 1024
"""Bytes of status lines and headers that are read at most, those of all 1xx answers included."""
OPENING = 8
"""The first bytes of an answer, which tell what protocol it is in."""
DIGITS = 18
"""Of a length that are read; what is longer is too large in any case."""
_BLANK_LINE = re.compile(rb"\n\r?\n")
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
        self._refused = ""
        self._head_bytes = 0
        self._head_tail = b""
        self.ended = False
        self.can_go_on = False
        self.has_begun = False
        self._start_head()

    def feed(self, data: bytes) -> None:
        """Raises `BadAnswer` if this can become no answer; once there is a status, nothing is bad any more."""
        if not self.has_begun:
            self.has_begun, self._evidence.first_byte_at = True, time.monotonic()
            self._evidence.opening = data[:OPENING]
        if self._evidence.status is None:
            data = self._read_head(data)
        self._read_on(data)

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
        value = value.strip(b" \t")
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
        else:
            self._evidence.status = status
            self._evidence.location, self._evidence.retry_after = self._location, self._retry_after
            self._evidence.length, self._evidence.encoding = self._length, self._encoding
            if not self._is_wanted():
                self._stop()

    def on_body(self, body: bytes) -> None:
        if not self.ended:
            self._evidence.body += body

    def on_message_complete(self) -> None:
        if not self.ended and self._evidence.status is not None:
            self.ended = self._evidence.is_whole = True
            self.can_go_on = self._parser.should_keep_alive() and self._evidence.status != _SWITCHING

    def _start_head(self) -> None:
        self._location = ""
        self._retry_after = None
        self._has_length = False
        self._length = None
        self._encoding = ""

    def _read_head(self, data: bytes) -> bytes:
        """Up to a status that counts, and no further: what is behind its headers comes back."""
        # The parser does not tell where a head ends, but it never ends elsewhere than at a blank line.
        at = len(self._head_tail)
        text = self._head_tail + data[: HEAD_LIMIT - self._head_bytes]
        for end in [*(blank.end() for blank in _BLANK_LINE.finditer(text)), len(text)]:
            self._head_bytes += end - at
            self._parse(text[at:end])
            at = end
            if self._evidence.status is not None:
                return text[end:] + data[len(text) - len(self._head_tail) :]
            self._check_head()
        if len(self._head_tail) + len(data) > len(text):
            self._refused = f"headers of more than {HEAD_LIMIT} bytes"
            self._check_head()
        self._head_tail = text[-2:]
        return b""

    def _read_on(self, data: bytes) -> None:
        """What is behind the headers, each byte counted before it is parsed."""
        while data and not self.ended:
            room = self._room()
            piece, data = data[:room], data[room:]
            self._evidence.bytes_read += len(piece)
            self._parse(piece)
            if self._is_enough():
                self._stop()
        if data:
            self._stop()  # nobody asked for more

    def _room(self) -> int:
        """How many bytes behind the headers may still come."""
        evidence = self._evidence
        room = READ_LIMIT - evidence.bytes_read
        return room if evidence.most_bytes is None else room + len(evidence.body) * 17 // 16

    def _is_enough(self) -> bool:
        """Whether no more is read, although the answer goes on."""
        evidence = self._evidence
        if self.ended:
            return False
        if evidence.most_bytes is not None and len(evidence.body) > evidence.most_bytes:
            return True
        if self._room() > 0:
            return False
        evidence.broken = f"{evidence.bytes_read - len(evidence.body)} more came as chunk extensions or trailers"
        return True

    def _parse(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except (HttpParserError, HttpParserUpgrade) as error:
            self._stop()
            self._refused = self._evidence.broken = self._refused or str(error)

    def _is_wanted(self) -> bool:
        """Whether the body is worth reading: as evidence it always is."""
        evidence = self._evidence
        if evidence.most_bytes is None:
            return True
        return evidence.status == _OK and (evidence.length or 0) <= evidence.most_bytes

    def _check_head(self) -> None:
        if self._refused:
            self._stop()
            raise BadAnswer(self._refused)

    def _stop(self) -> None:
        self.ended, self.can_go_on = True, False


def _is_interim(status: int) -> bool:
    return 100 <= status < 200 and status != _SWITCHING  # noqa: PLR2004  # the class of a status is its first digit
