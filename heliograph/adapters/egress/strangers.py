"""Strangers: hosts that are not known to answer in time; connections to them begin a few at a time."""

import asyncio
from collections import deque

from heliograph.adapters.egress.pace import EVERY_SECONDS
from heliograph.adapters.egress.request import Origin

AT_ONCE = 256
"""After a rest so many begin at once, and then one each time the event loop has come round, at most 200 a second. Where
hosts hang, what begins together times out together: thousands at once would hold up everybody else's callbacks."""
ORIGINS_KEPT = 10_000
"""More that answer than this are not remembered: the one that is known longest is a stranger again."""


class Strangers:
    """Remembers who answers in time, and lets attempts at all others begin in turn between their hosts."""

    def __init__(self) -> None:
        self._known: dict[Origin, None] = {}
        self._left = AT_ONCE
        self._waiting: dict[Origin, deque[asyncio.Future[None]]] = {}
        self._timer: asyncio.TimerHandle | None = None

    async def turn(self, origin: Origin) -> None:
        """Returns when an attempt there may begin: at once if the host is known, or as soon as it is."""
        if origin in self._known:
            return
        loop = asyncio.get_running_loop()
        if self._timer is None:
            self._timer = loop.call_later(EVERY_SECONDS, self._come_round)
        if self._left:
            self._left -= 1
            return
        waiter: asyncio.Future[None] = loop.create_future()
        self._waiting.setdefault(origin, deque()).append(waiter)
        await waiter

    def answered(self, origin: Origin) -> None:
        """Something came back, and be it a refusal: whoever waits for that host need wait no more."""
        if origin in self._known:
            return
        self._known[origin] = None
        if len(self._known) > ORIGINS_KEPT:
            del self._known[next(iter(self._known))]
        for waiter in self._waiting.pop(origin, ()):
            if not waiter.done():
                waiter.set_result(None)

    def timed_out(self, origin: Origin) -> None:
        """It is a stranger again."""
        self._known.pop(origin, None)

    def close(self) -> None:
        """Who waits is left to be cancelled."""
        if self._timer is not None:
            self._timer.cancel()

    def _come_round(self) -> None:
        self._timer = None
        waiter = self._next()
        if waiter is not None:
            waiter.set_result(None)
        else:
            self._left += 1
        if self._left < AT_ONCE:
            self._timer = asyncio.get_running_loop().call_later(EVERY_SECONDS, self._come_round)

    def _next(self) -> asyncio.Future[None] | None:
        """The first who waits for the host whose turn it is; who was cancelled begins nothing."""
        while self._waiting:
            origin = next(iter(self._waiting))
            waiters = self._waiting.pop(origin)
            while waiters:
                waiter = waiters.popleft()
                if not waiter.done():
                    if waiters:
                        self._waiting[origin] = waiters
                    return waiter
        return None
