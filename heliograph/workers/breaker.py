"""A breaker per host: a host that fails every time is tried one callback at a time, until it answers again."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from heliograph.domain.delivery import Lane
from heliograph.domain.task import KeyId
from heliograph.domain.verdict import Answer, Fault

NameT = TypeVar("NameT")
ValueT = TypeVar("ValueT")

FIRST_PAUSE_SECONDS = 0.5
LANES_KEPT = 10_000
"""More failing lanes, and more open ones, are not remembered: the one that failed longest ago is forgotten first."""
IDLE_SECONDS = 600.0
"""An open lane that may be tried and is not for so long has nothing owed to it: longer than between two attempts."""
UNWELL_STATUS = frozenset({429, 502, 503, 504})
UNWELL_FAULTS = frozenset(
    {
        Fault.NAME_NOT_RESOLVED,
        Fault.CONNECTION_REFUSED,
        Fault.CONNECTION_FAILED,
        Fault.CONNECTION_LOST,
        Fault.TLS_FAILED,
        Fault.CERTIFICATE_EXPIRED,
        Fault.CERTIFICATE_UNTRUSTED,
        Fault.CERTIFICATE_MISMATCH,
        Fault.TIMED_OUT,
        Fault.BAD_ANSWER,
        Fault.PROXY_FAILED,  # it could not reach the host, as a rule; where the proxy is down, that slows its hosts too
    }
)


@dataclass(slots=True)
class _Open:
    pause_seconds: float = 0.0
    next_try_at: float = -math.inf
    tried: dict[KeyId, None] = field(default_factory=dict)


class Breaker:
    """Counts failures in a row by lane; `now` is a steady clock's, `failures` 0 never opens a lane."""

    def __init__(self, *, failures: int, pause_seconds: float) -> None:
        self._failures = failures
        self._longest_pause = max(pause_seconds, FIRST_PAUSE_SECONDS)
        # Every claim goes through those that are open, which are few where thousands have failed once.
        self._failing: dict[Lane, int] = {}
        self._open: dict[Lane, _Open] = {}

    @property
    def open_lanes(self) -> list[Lane]:
        return list(self._open)

    def is_open(self, lane: Lane) -> bool:
        return lane in self._open

    def may_try(self, lane: Lane, *, now: float) -> bool:
        """Whether the pause of an open lane is over."""
        return now >= self._open[lane].next_try_at

    def tries(self, lane: Lane, key_id: KeyId) -> None:
        """If the lane is open, this is that key's turn there."""
        if lane in self._open:
            _note(self._open[lane].tried, key_id, None)

    @property
    def tried(self) -> Mapping[Lane, Collection[KeyId]]:
        """Of each open lane whose turns it has seen, the latest last."""
        return {lane: is_open.tried for lane, is_open in self._open.items()}

    def leave_idle(self, *, now: float) -> list[Lane]:
        """Close the lanes to which nothing has been owed for long, and name them; the next failure opens them again."""
        idle = [lane for lane, is_open in self._open.items() if now >= is_open.next_try_at + IDLE_SECONDS]
        for lane in idle:
            del self._open[lane]
            _note(self._failing, lane, self._failures - 1)
        return idle

    def seconds_to_try(self, lane: Lane, *, now: float) -> float:
        return max(0.0, self._open[lane].next_try_at - now)

    def answered(self, lane: Lane) -> bool:
        """The host is alive; True if that closes its lane."""
        self._failing.pop(lane, None)
        return self._open.pop(lane, None) is not None

    def failed(self, lane: Lane, *, now: float, asked_seconds: float = 0.0) -> bool:
        """The host is unwell, and asked for that long a pause; True if that opens its lane."""
        if not self._failures:
            return False
        opens = lane not in self._open
        if opens:
            failures = self._failing.pop(lane, 0) + 1
            if failures < self._failures:
                _note(self._failing, lane, failures)
                return False
        here = self._open.get(lane) or _Open()
        _note(self._open, lane, here)
        # What was under way when the lane opened says nothing new, and makes no pause longer.
        if now >= here.next_try_at:
            here.pause_seconds = min(here.pause_seconds * 2 or FIRST_PAUSE_SECONDS, self._longest_pause)
            here.next_try_at = now + max(here.pause_seconds, asked_seconds)
        return opens


def _note(of: dict[NameT, ValueT], name: NameT, value: ValueT) -> None:
    """As the latest; the oldest goes where it is one too many."""
    of.pop(name, None)
    of[name] = value
    if len(of) > LANES_KEPT:
        del of[next(iter(of))]


def says_unwell(answer: Answer) -> bool | None:
    """Whether an answer shows its host to be unwell; None if it says nothing about the host."""
    if answer.status is not None:
        return answer.status in UNWELL_STATUS or answer.fault is Fault.BAD_ANSWER
    return True if answer.fault in UNWELL_FAULTS else None
