"""The pace at which connections are opened: the next ones begin when the event loop has come round again."""

import asyncio
from collections import deque

from heliograph.adapters.egress.request import Origin

STARTS = 16
"""So many begin in one turn of the loop, at most."""
EVERY_SECONDS = 0.005


class Pace:
    """Counts beginnings, not what is under way: a host that never answers holds no place against the others.

    Only a timer gives new beginnings, and it makes up for nothing: where the loop is busy with handshakes the timer
    comes late, and fewer are begun.
    """

    def __init__(self) -> None:
        self._left = STARTS
        self._waiting: deque[asyncio.Future[bool]] = deque()
        self._of: dict[Origin, dict[asyncio.Future[bool], None]] = {}
        self._timer: asyncio.TimerHandle | None = None

    async def turn(self, origin: Origin) -> bool:
        """Returns when one more may begin, who came first first; False if there is no need, see `no_need`."""
        loop = asyncio.get_running_loop()
        if self._timer is None:
            self._timer = loop.call_later(EVERY_SECONDS, self._come_round)
        if self._left:
            self._left -= 1
            return True
        waiter: asyncio.Future[bool] = loop.create_future()
        self._waiting.append(waiter)
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
        while self._left and self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():  # who was cancelled begins nothing
                waiter.set_result(True)
                self._left -= 1
        if self._left < STARTS:
            self._timer = asyncio.get_running_loop().call_later(EVERY_SECONDS, self._come_round)
