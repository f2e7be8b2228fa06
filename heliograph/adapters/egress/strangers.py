"""Strangers: hosts that are not known to answer in time; connections to them begin a few at a time."""

import asyncio
from collections import deque

from heliograph.adapters.egress.request import Origin

AT_ONCE = 32
"""After a rest so many begin at once, and then one more for each that answers."""
MORE, EVERY_SECONDS = 5, 0.05
"""And so many more, so often. Where hosts hang, what begins together times out together and is claimed together again:
hundreds at once would hold up everybody else's callbacks. One by one they would cost more of the processor."""
TURNS_EACH = 4
"""One turn in so many is for those that are known to hang, while others wait that were never tried."""
ORIGINS_KEPT = 10_000
"""More of a kind than this are not remembered: the one that is known longest is a stranger again."""


class Strangers:
    """Remembers who answers in time, and lets attempts at all others begin in turn between their hosts.

    Most turns go to hosts that were never tried, the others to those that are known to hang.
    """

    def __init__(self) -> None:
        self._known: dict[Origin, None] = {}
        self._silent: dict[Origin, None] = {}
        self._left = AT_ONCE
        self._new: dict[Origin, deque[asyncio.Future[None]]] = {}
        self._again: dict[Origin, deque[asyncio.Future[None]]] = {}
        self._turns = 0
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
        waiting = self._again if origin in self._silent else self._new
        waiting.setdefault(origin, deque()).append(waiter)
        await waiter

    def answered(self, origin: Origin) -> None:
        """Something came back, and be it a refusal: whoever waits for that host need wait no more.

        What was at stake with it is free for another stranger.
        """
        if origin in self._known:
            return
        self._silent.pop(origin, None)
        _remember(self._known, origin)
        for waiting in (self._new, self._again):
            for waiter in waiting.pop(origin, ()):
                if not waiter.done():
                    waiter.set_result(None)
        self._give_one()

    def timed_out(self, origin: Origin) -> None:
        """It is a stranger, or is one again, and comes after those that are new."""
        self._known.pop(origin, None)
        _remember(self._silent, origin)
        if waiters := self._new.pop(origin, None):
            self._again.setdefault(origin, deque()).extend(waiters)

    def close(self) -> None:
        """Who waits is left to be cancelled."""
        if self._timer is not None:
            self._timer.cancel()

    def _come_round(self) -> None:
        self._timer = None
        for _ in range(MORE):
            self._give_one()
        if self._left < AT_ONCE:
            self._timer = asyncio.get_running_loop().call_later(EVERY_SECONDS, self._come_round)

    def _give_one(self) -> None:
        self._turns += 1
        first, then = (self._new, self._again) if self._turns % TURNS_EACH else (self._again, self._new)
        waiter = _next(first) or _next(then)
        if waiter is not None:
            waiter.set_result(None)
        elif self._left < AT_ONCE:
            self._left += 1


def _remember(origins: dict[Origin, None], origin: Origin) -> None:
    """As the latest."""
    origins.pop(origin, None)
    origins[origin] = None
    if len(origins) > ORIGINS_KEPT:
        del origins[next(iter(origins))]


def _next(waiting: dict[Origin, deque[asyncio.Future[None]]]) -> asyncio.Future[None] | None:
    """The first who waits for the host whose turn it is; who was cancelled begins nothing."""
    while waiting:
        origin = next(iter(waiting))
        waiters = waiting.pop(origin)
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                if waiters:
                    waiting[origin] = waiters
                return waiter
    return None
