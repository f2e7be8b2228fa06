"""The gate: after the provider has told us to wait, no task of this process calls before that."""

import asyncio
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from heliograph.ports import Clock

LONGEST_SECONDS = 3600.0
"""A provider that is told wrong or means next month is asked again after an hour."""
FIRST_SECONDS, MOST_SECONDS = 2.0, 60.0
"""The wait that nobody has told: the first one, and what it grows to by doubling."""

_DURATION = re.compile(r"(\d+(?:\.\d+)?)(ms|h|m|s)")
_UNITS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0}
_AGAIN_IN = re.compile(r"try again in ((?:\d+(?:\.\d+)?(?:ms|h|m|s))+)", re.IGNORECASE)


class Gate:
    """Open, until somebody closes it for a while."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._opens_at = 0.0
        self._refusals = 0

    @property
    def seconds_left(self) -> float:
        return max(0.0, self._opens_at - self._clock.steady())

    async def passed(self, *, patience_seconds: float) -> bool:
        """True once it is open; False as soon as that is further away than somebody would wait."""
        while left := self.seconds_left:
            if left > patience_seconds:
                return False
            await asyncio.sleep(left)
        return True

    def close(self, told_seconds: float | None) -> None:
        """For as long as told, or else for longer each time in a row. It never opens sooner than it would have."""
        if told_seconds is None:
            told_seconds = min(FIRST_SECONDS * 2**self._refusals, MOST_SECONDS)
            self._refusals = min(self._refusals + 1, 16)
        self._opens_at = max(self._opens_at, self._clock.steady() + min(told_seconds, LONGEST_SECONDS))

    def went_through(self) -> None:
        """A call was answered: the next refusal is the first again."""
        self._refusals = 0


def told_seconds(headers: Mapping[str, str], message: str, *, now: datetime) -> float | None:
    """How long the provider asks to wait, by the first of the places where it may say so."""
    after = headers.get("retry-after", "").strip()
    found = (
        _number(headers.get("retry-after-ms", ""), 0.001),
        _number(after, 1.0),
        _until(after, _moment(headers.get("date", "")) or now),
        *(_reset(headers, kind) for kind in ("requests", "tokens", "images", "input-images")),
        _duration(said.group(1)) if (said := _AGAIN_IN.search(message)) else None,
    )
    return next((seconds for seconds in found if seconds is not None), None)


def _number(text: str, unit_seconds: float) -> float | None:
    return float(text) * unit_seconds if re.fullmatch(r"\d{1,9}(\.\d+)?", text) else None


def _until(text: str, now: datetime) -> float | None:
    moment = _moment(text)
    return max(0.0, (moment - now).total_seconds()) if moment else None


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _reset(headers: Mapping[str, str], kind: str) -> float | None:
    used_up = headers.get(f"x-ratelimit-remaining-{kind}") == "0"
    return _duration(headers.get(f"x-ratelimit-reset-{kind}", "")) if used_up else None


def _duration(text: str) -> float | None:
    """Such as `6m0s` or `120ms`."""
    parts = _DURATION.findall(text)
    return sum(float(number) * _UNITS[unit] for number, unit in parts) if parts else None
