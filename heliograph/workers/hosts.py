"""Hosts: which of them answered lately, and how many places those hold that did not."""

from collections import Counter

from heliograph.domain.delivery import Lane
from heliograph.domain.turns import Hearing

NEW_SHARE = 2
"""One place in so many is the most that hosts hold which have not answered lately."""
SILENT_SHARE = 4
"""The most of those that are not the first place of a host of which nothing is known."""
REFILL_SHARE = 0.75
"""What is full is filled up again when it has fallen to this share: one claim, which may take long, brings many."""
LANES_KEPT = 10_000
"""More lanes than this are not remembered, of any kind: the one heard of longest ago is forgotten first."""


class Hosts:
    """What a process has learned of its receivers; a host that hangs must not hold every place."""

    def __init__(self, *, places: int) -> None:
        self._most_new = max(1, places // NEW_SHARE)
        self._most_silent = max(1, places // SILENT_SHARE)
        self._refill_new = int(self._most_new * REFILL_SHARE)
        self._refill_silent = int(self._most_silent * REFILL_SHARE)
        self._held: Counter[Lane] = Counter()
        self._answered: dict[Lane, None] = {}
        self._failed: dict[Lane, None] = {}
        self.unheard = 0

    def moved(self, lane: Lane, by: int) -> bool:
        """A place was taken (1) or left (-1); True if others may have waited, and enough is free for them now."""
        self._held[lane] += by
        if not self._held[lane]:
            del self._held[lane]
        return lane not in self._answered and self._count(by)

    def answered(self, lane: Lane) -> bool:
        """True if it was not known to answer, and what waits for it may have had no place for that."""
        may_wait = False
        if lane not in self._answered:
            was_full = self.unheard >= self._most_silent
            may_wait = self._count(-self._held.get(lane, 0)) or was_full
            self._failed.pop(lane, None)
        self._forget(_noted(self._answered, lane))
        return may_wait

    def failed(self, lane: Lane) -> None:
        """It was tried, and did not answer."""
        self._forget(lane)
        if oldest := _noted(self._failed, lane):
            del self._failed[oldest]

    def has_place(self, lane: Lane) -> bool:
        """Whether there is one for a callback of which nothing but the lane is known."""
        if lane in self._answered:
            return True
        is_new = lane not in self._held and lane not in self._failed
        return self.unheard < (self._most_new if is_new else self._most_silent)

    def may_take_more(self) -> bool:
        """Whether it is worth looking for what waits for hosts that have not answered: one place is not."""
        return self.unheard <= self._refill_silent

    def hearing(self, limit: int) -> Hearing:
        """What a claim of so many has to know."""
        if self.unheard + limit <= self._most_silent:
            return Hearing()  # whichever it takes, there is room
        silent = self._failed.keys() | (self._held.keys() - self._answered.keys())
        return Hearing(
            answered=frozenset(self._answered),
            silent=silent,
            open_to_new=max(0, self._most_new - self.unheard),
            open_to_silent=max(0, self._most_silent - self.unheard),
        )

    def _forget(self, lane: Lane | None) -> None:
        """It is not known to answer any more."""
        if lane in self._answered:
            del self._answered[lane]
            self._count(self._held.get(lane, 0))

    def _count(self, by: int) -> bool:
        """So many places more are held by hosts that have not answered; True if enough have become free by it."""
        before, self.unheard = self.unheard, self.unheard + by
        return any(self.unheard <= few < before for few in (self._refill_new, self._refill_silent))


def _noted(lanes: dict[Lane, None], lane: Lane) -> Lane | None:
    """Note it as the latest; the one that is now too many."""
    lanes.pop(lane, None)
    lanes[lane] = None
    return next(iter(lanes)) if len(lanes) > LANES_KEPT else None
