"""One connection: a request goes out, and its answer is waited for."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import cast

from heliograph.adapters.egress.evidence import Evidence, Stage
from heliograph.adapters.egress.reading import BadAnswer, Reading

CLOSED_IDLE_SECONDS = 0.25
"""A loss so soon after a request went out shows that the receiver had closed before the request reached it.

That is a round trip to the other side of the world: whoever closes later may have read the request and acted on it.
"""


class ConnectionLost(OSError):
    """The connection ended before an answer with complete headers."""


class Connection(asyncio.Protocol):
    """Carries one exchange at a time; whatever comes while nobody waits for it ends the connection."""

    def __init__(self, *, on_lost: Callable[["Connection"], None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._on_lost = on_lost
        self._reading = Reading()
        self._transport: asyncio.Transport | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._request = b""
        self._written_at = 0.0
        self._was_taken = False
        self.address: str | None = None
        self.lost = self._loop.create_future()

    @property
    def is_open(self) -> bool:
        return self._transport is not None and not self._transport.is_closing()

    @property
    def is_free(self) -> bool:
        """Whether the last answer came whole, and left the connection fit for another request."""
        return self._reading.can_go_on and self.is_open

    @property
    def was_closed_idle(self) -> bool:
        """Whether the loss within the last exchange shows that the receiver had closed before it had the request."""
        return not self._reading.has_begun and not self._was_taken

    @property
    def _has_unsent(self) -> bool:
        return bool(self._request) or (self._transport is not None and self._transport.get_write_buffer_size() > 0)

    async def exchange(self, request: bytes, evidence: Evidence, *, until: float) -> None:
        """Send one request and note its answer; raises `BadAnswer` or `ConnectionLost` where none came.

        Raises `TimeoutError` at `until` by the loop's clock. A timer for the waiter costs a third of `asyncio.timeout`.
        """
        self._reading.begin(evidence)
        self._was_taken = False
        evidence.stage, evidence.address = Stage.SENDING, self.address
        if self._transport is None or self._transport.is_closing():
            raise ConnectionLost
        self._waiter = self._loop.create_future()
        deadline = self._loop.call_at(until, self._end_with, TimeoutError())
        self._request = request
        try:
            self._loop.call_soon(self._send)
            await self._waiter
        except BaseException:
            if not self._has_unsent:
                evidence.stage = Stage.WAITING
                self._was_taken = self._loop.time() - self._written_at >= CLOSED_IDLE_SECONDS
            self.close()
            raise
        finally:
            deadline.cancel()
            self._waiter, self._request = None, b""

    def close(self) -> None:
        """At once: what is still to be sent is dropped, for a receiver that reads nothing would hold it for ever."""
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        if self._waiter is None or self._waiter.done() or self._request:
            self.close()  # nobody has asked for this
            return
        try:
            self._reading.feed(data)
        except BadAnswer as error:
            self._waiter.set_exception(error)
            return
        if self._reading.ended:
            self._waiter.set_result(None)

    def eof_received(self) -> None:
        if self._waiter is not None and not self._waiter.done() and self._reading.end_of_connection():
            self._waiter.set_result(None)
        self._end(None)

    def connection_lost(self, exc: Exception | None) -> None:
        self._end(exc)
        self._transport = None
        self._reading.release()
        self._on_lost(self)
        self.lost.set_result(None)

    def _send(self) -> None:
        """Send it a turn of the loop after it began, right behind the others that began with it.

        A receiver (or a proxy) on this machine is woken by the first of them, and still awake when the others come: a
        write that wakes somebody takes 15 µs, and one that does not 5.
        """
        transport, is_awaited = self._transport, self._waiter is not None and not self._waiter.done()
        if is_awaited and transport is not None and not transport.is_closing():
            request, self._request, self._written_at = self._request, b"", self._loop.time()
            transport.write(request)

    def _end(self, error: Exception | None) -> None:
        lost = ConnectionLost(*([str(error)] if error else []))
        lost.__cause__ = error
        self._end_with(lost)

    def _end_with(self, error: Exception) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(error)


@contextmanager
def given_over(dialled: socket.socket) -> Iterator[None]:
    """Around the loop's taking over of a connected socket: if that fails or is given up, the connection has an end.

    The loop sees this end and closes what it has of it. Were the socket closed here, the loop would keep a number that
    the next connection may get, and stop reading that one.
    """
    try:
        yield
    except BaseException:
        with suppress(OSError):  # it is gone already
            dialled.shutdown(socket.SHUT_RDWR)
        raise
