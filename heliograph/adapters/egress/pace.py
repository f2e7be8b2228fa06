"""The pace at which connections are opened: the next ones begin when the event loop has come round again."""

import asyncio
from collections import deque

from heliograph.adapters.egress.request import Origin

STARTS = 16
"""So many with TLS begin in one turn of the loop, at most."""
PLAIN_SHARE = 0.25
"""What a connection without TLS counts for: it takes less than a fifth of the processor's time."""
EVERY_SECONDS = 0.005


class Pace:
    """Counts beginnings, not what is under way: a host that never answers holds no place against the others.

    Only a timer gives new beginnings, and it makes up for nothing: where the loop is busy with handshakes the timer
    comes late, and fewer are begun.
    """

    def __init__(self) -> None:
        self._left: float = STARTS
        self._waiting: deque[tuple[asyncio.Future[bool], float]] = deque()
        self._of: dict[Origin, dict[asyncio.Future[bool], None]] = {}
        self._timer: asyncio.TimerHandle | None = None

    async def turn(self, origin: Origin) -> bool:
        """Returns when one more may begin, who came first first; False if there is no need, see `no_need`."""
        loop = asyncio.get_running_loop()
        if self._timer is None:
            self._timer = loop.call_later(EVERY_SECONDS, self._come_round)
        share = 1.0 if origin.scheme == "https" else PLAIN_SHARE
        if self._left > 0:
            self._left -= share
            return True
        waiter: asyncio.Future[bool] = loop.create_future()
        self._waiting.append((waiter, share))
        self._of.setdefault(origin, {})[waiter] = None
        try:
            return await waiter
        finally:
            self._of[origin].pop(waiter)
            if not self._of[origin]:
                del self._of[origin]

    def no_need(self, origin: Origin) -> None:
        """A connection there is free: the first of those who wait to open another may have it."""
        waiter = next((waiter for waiter in self._of.get(origin, ()) if not waiter.done()), None)
        if waiter is not None:
            waiter.set_result(False)

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _come_round(self) -> None:
        self._left, self._timer = STARTS, None
        while self._left > 0 and self._waiting:
            waiter, share = self._waiting.popleft()
            if not waiter.done():  # who was cancelled begins nothing
                waiter.set_result(True)
                self._left -= share
        if self._left < STARTS:
            self._timer = asyncio.get_running_loop().call_later(EVERY_SECONDS, self._come_round)
