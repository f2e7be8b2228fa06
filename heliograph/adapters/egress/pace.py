"""The pace at which connections are opened: the next ones begin when the event loop has come round again."""

import asyncio
from collections import deque

from heliograph.adapters.egress.request import Origin

STARTS = 16
"""So many begin in one turn of the loop, at most."""
QUICK, QUICK_SHARE = 256, 0.25
"""After a rest so many without TLS count for a quarter, since they take a quarter of the processor's time (0.3 ms, and
1.1 with TLS). Not more of them: what begins all at once ends all at once, and comes again all at once."""
EVERY_SECONDS = 0.005


class Pace:
    """Counts beginnings, not what is under way: a host that never answers holds no place against the others.

    Only a timer gives new beginnings, and it makes up for nothing: where the loop is busy with handshakes the timer
    comes late, and fewer are begun.
    """

    def __init__(self) -> None:
        self._left: float = STARTS
        self._quick = QUICK
        self._waiting: deque[tuple[asyncio.Future[bool], Origin]] = deque()
        self._of: dict[Origin, dict[asyncio.Future[bool], None]] = {}
        self._timer: asyncio.TimerHandle | None = None

    async def turn(self, origin: Origin) -> bool:
        """Returns when one more may begin, who came first first; False if there is no need, see `no_need`."""
        loop = asyncio.get_running_loop()
        if self._timer is None:
            self._timer = loop.call_later(EVERY_SECONDS, self._come_round)
        if self._left > 0:
            self._begin(origin)
            return True
        waiter: asyncio.Future[bool] = loop.create_future()
        self._waiting.append((waiter, origin))
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
            waiter, origin = self._waiting.popleft()
            if not waiter.done():  # who was cancelled begins nothing
                waiter.set_result(True)
                self._begin(origin)
        if self._left == STARTS:
            self._quick = QUICK
        else:
            self._timer = asyncio.get_running_loop().call_later(EVERY_SECONDS, self._come_round)

    def _begin(self, origin: Origin) -> None:
        is_quick = self._quick > 0 and origin.scheme == "http"
        self._quick -= is_quick
        self._left -= QUICK_SHARE if is_quick else 1
