"""Clocks: the machine's, and one that tests move."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class SystemClock:
    """The machine's clock as it stood at the start, gone on since by seconds that never jump.

    Who sets the machine's clock an hour forward must not send every retry at once; `wall` follows it all the same.
    """

    def __init__(
        self, wall: Callable[[], datetime] = lambda: datetime.now(UTC), steady: Callable[[], float] = time.monotonic
    ) -> None:
        self._wall = wall
        self._steady = steady
        self._began_at = wall()
        self._began_steady = steady()

    def now(self) -> datetime:
        return self._began_at + timedelta(seconds=self._steady() - self._began_steady)

    def wall(self) -> datetime:
        return self._wall()

    def steady(self) -> float:
        return self._steady()


class MovingClock:
    """Stands still until it is moved; shipped for tests of what is built on Heliograph."""

    def __init__(self, at: datetime = datetime(2026, 1, 1, tzinfo=UTC)) -> None:
        self._at = at
        self._steady = 0.0
        self._set_by = timedelta()

    def now(self) -> datetime:
        return self._at

    def wall(self) -> datetime:
        return self._at + self._set_by

    def steady(self) -> float:
        return self._steady

    def set_wall(self, **by: float) -> None:
        """Somebody sets the machine's clock by a `timedelta(**by)`; no time goes by."""
        self._set_by += timedelta(**by)

    def move(self, **duration: float) -> None:
        """Go on by a `timedelta(**duration)`."""
        step = timedelta(**duration)
        self._at += step
        self._steady += step.total_seconds()
