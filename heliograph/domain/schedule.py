"""When the next attempt is due: the configured waits, jitter, and what the receiver asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

JITTER = 0.2
"""Retries are spread by up to 20 % either way, so that they do not come back as one crowd."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The waits before each retry in seconds, and the longest wait that a receiver's `Retry-After` can ask for."""

    delays_seconds: Sequence[float] = (10.0, 60.0, 300.0)
    retry_after_cap_seconds: float = 3600.0

    @property
    def attempts_allowed(self) -> int:
        return 1 + len(self.delays_seconds)


def next_attempt_at(
    schedule: Schedule, *, attempt: int, now: datetime, chance: float, asked_seconds: float = 0.0
) -> datetime:
    """The moment of the attempt after the one with this number (counted from 1).

    `chance` is a number from 0 to 1 that picks the jitter. What the receiver asks for counts where it is the longer.
    """
    wait = schedule.delays_seconds[attempt - 1] * (1 + JITTER * (2 * chance - 1))
    return now + timedelta(seconds=max(wait, asked_seconds))


def asked_wait_seconds(schedule: Schedule, retry_after: str | None, *, now: datetime) -> float:
    """How long a `Retry-After` asks to wait, at most the cap; 0 where it asks for nothing.

    `now` is the machine's clock: a date is told by the receiver's, and not by ours that never jumps.
    """
    return max(0.0, min(_retry_after_seconds(retry_after, now) or 0.0, schedule.retry_after_cap_seconds))


def _retry_after_seconds(value: str | None, now: datetime) -> float | None:
    """Seconds or an HTTP date (RFC 9110, section 10.2.3); anything else counts as not said."""
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:12])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):  # the second for a year or an offset of twenty digits
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (aware - now).total_seconds()
