"""Moments and durations as people write and read them."""

import re
from datetime import UTC, datetime, timedelta

import click

from heliograph.domain.records import EARLIEST

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
DURATION = re.compile(r"(\d{1,9})([smhd])")
MOST = timedelta(days=3650)
DATE_DIGITS = 8
"""Of a date without hyphens: 20261124."""
Moment = datetime | timedelta
"""That one, or so long before now: by the clock of the server, which the command does not know yet."""
BRIEF = ((86400, "d"), (3600, "h"), (60, "m"))


def duration(text: str) -> timedelta:
    """`90s`, `30m`, `2h` or `7d`; `0` is none."""
    found = DURATION.fullmatch("0s" if text == "0" else text)
    if found is None:
        raise click.BadParameter(f"{text!r} is no duration: write 90s, 30m, 2h or 7d")
    if (given := timedelta(**{UNITS[found[2]]: int(found[1])})) > MOST:
        raise click.BadParameter(f"{text!r} is too long: at most {MOST.days}d")
    return given


def moment(text: str) -> Moment:
    """A duration before now, ISO 8601 (local time where it has no zone), or milliseconds since the epoch."""
    if DURATION.fullmatch(text):
        return duration(text)
    try:
        dated = _dated(text)
    except (ValueError, OverflowError, OSError):
        raise click.BadParameter(f"{text!r} is no moment: write 2h for two hours ago, or 2026-11-24T10:00") from None
    if dated < EARLIEST:
        raise click.BadParameter(
            f"{text!r} is before the year 2000: write 2026-11-24T10:00, or milliseconds, not seconds"
        )
    return dated


def at(moment: Moment | None, *, now: datetime) -> datetime | None:
    """The moment itself."""
    return now - moment if isinstance(moment, timedelta) else moment


def _dated(text: str) -> datetime:
    # ISO 8601 without hyphens would read milliseconds as a day of the year 1790.
    if text.isdecimal() and len(text) != DATE_DIGITS:
        return datetime.fromtimestamp(int(text) / 1000, UTC)
    return datetime.fromisoformat(text).astimezone(UTC)


def shown(at: datetime, timespec: str = "seconds") -> str:
    """ISO 8601 in local time, with the zone."""
    return at.astimezone().isoformat(timespec=timespec)


def brief(length: timedelta) -> str:
    """In the largest unit that fits: `3m`, `2h`."""
    seconds = max(0, int(length.total_seconds()))
    for size, unit in BRIEF:
        if seconds >= size:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"
