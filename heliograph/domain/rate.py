"""A sliding window: at most so many events in so many seconds for each key."""

from collections import deque
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rate:
    """`limit` events in any `seconds`; a limit of 0 is no limit."""

    limit: int
    seconds: float


@dataclass(slots=True)
class SlidingWindow:
    """Remembers the moments of admitted events, key by key, and forgets keys that fell silent."""

    rate: Rate
    _moments: dict[str, deque[float]] = field(default_factory=dict)
    _swept: float = 0.0

    def admit(self, key: str, *, now: float) -> float | None:
        """Admit one event at `now` (seconds of a steady clock): None, or how many seconds to wait.

        An event that is turned away does not count.
        """
        if not self.rate.limit:
            return None
        self._forget(now)
        moments = self._moments.setdefault(key, deque())
        while moments and moments[0] <= now - self.rate.seconds:
            moments.popleft()
        if len(moments) >= self.rate.limit:
            return moments[0] + self.rate.seconds - now
        moments.append(now)
        return None

    def _forget(self, now: float) -> None:
        if now - self._swept < self.rate.seconds:
            return
        self._swept = now
        past = now - self.rate.seconds
        silent = [key for key, moments in self._moments.items() if not moments or moments[-1] <= past]
        for key in silent:
            del self._moments[key]
