"""Clocks: the machine's, and one that tests move."""

import time
from datetime import UTC, datetime, timedelta


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def steady(self) -> float:
        return time.monotonic()


class MovingClock:
    """Stands still until it is moved; shipped for tests of what is built on Heliograph."""

    def __init__(self, at: datetime = datetime(2026, 1, 1, tzinfo=UTC)) -> None:
        self._at = at
        self._steady = 0.0

    def now(self) -> datetime:
        return self._at

    def steady(self) -> float:
        return self._steady

    def move(self, **duration: float) -> None:
        """Go on by a `timedelta(**duration)`."""
        step = timedelta(**duration)
        self._at += step
        self._steady += step.total_seconds()
