"""A breaker per host: a host that fails every time is tried one callback at a time, until it answers again."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from heliograph.domain.delivery import Lane
from heliograph.domain.task import KeyId
from heliograph.domain.verdict import Answer, Fault

FIRST_PAUSE_SECONDS = 0.5
LANES_KEPT = 10_000
"""More failing lanes than this are not remembered: the one that failed longest ago is forgotten first."""
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
class _Failing:
    failures: int = 0
    pause_seconds: float = 0.0
    next_try_at: float = 0.0
    tried: dict[KeyId, None] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        return self.pause_seconds > 0


class Breaker:
    """Counts failures in a row by lane; `now` is a steady clock's, `failures` 0 never opens a lane."""

    def __init__(self, *, failures: int, pause_seconds: float) -> None:
        self._failures = failures
        self._longest_pause = pause_seconds
        self._failing: dict[Lane, _Failing] = {}

    @property
    def open_lanes(self) -> list[Lane]:
        return [lane for lane, failing in self._failing.items() if failing.is_open]

    def is_open(self, lane: Lane) -> bool:
        failing = self._failing.get(lane)
        return failing is not None and failing.is_open

    def may_try(self, lane: Lane, *, now: float) -> bool:
        """Whether the pause of an open lane is over."""
        return now >= self._failing[lane].next_try_at

    def tries(self, lane: Lane, key_id: KeyId) -> None:
        """If the lane is open, this is that key's turn there."""
        if self.is_open(lane):
            tried = self._failing[lane].tried
            tried.pop(key_id, None)
            tried[key_id] = None

    @property
    def tried(self) -> Mapping[Lane, Collection[KeyId]]:
        """Of each open lane whose turns it has seen, the latest last."""
        return {lane: failing.tried for lane, failing in self._failing.items() if failing.is_open}

    def leave_idle(self, *, now: float) -> list[Lane]:
        """Close the lanes to which nothing has been owed for long, and name them; the next failure opens them again."""
        idle = [lane for lane in self.open_lanes if now >= self._failing[lane].next_try_at + IDLE_SECONDS]
        for lane in idle:
            self._failing[lane] = _Failing(failures=self._failures - 1)
        return idle

    def seconds_to_try(self, lane: Lane, *, now: float) -> float:
        return max(0.0, self._failing[lane].next_try_at - now)

    def answered(self, lane: Lane) -> bool:
        """The host is alive; True if that closes its lane."""
        failing = self._failing.pop(lane, None)
        return failing is not None and failing.is_open

    def failed(self, lane: Lane, *, now: float, asked_seconds: float = 0.0) -> bool:
        """The host is unwell, and asked for that long a pause; True if that opens its lane."""
        if not self._failures:
            return False
        failing = self._failing.pop(lane, _Failing())
        self._failing[lane] = failing
        if len(self._failing) > LANES_KEPT:
            del self._failing[next(iter(self._failing))]
        failing.failures += 1
        if failing.failures < self._failures:
            return False
        opens = not failing.is_open
        # What was under way when the lane opened says nothing new, and makes no pause longer.
        if opens or now >= failing.next_try_at:
            doubled = failing.pause_seconds * 2 or FIRST_PAUSE_SECONDS
            failing.pause_seconds = min(doubled, max(self._longest_pause, FIRST_PAUSE_SECONDS))
            failing.next_try_at = now + max(failing.pause_seconds, asked_seconds)
        return opens


def says_unwell(answer: Answer) -> bool | None:
    """Whether an answer shows its host to be unwell; None if it says nothing about the host."""
    if answer.status is not None:
        return answer.status in UNWELL_STATUS or answer.fault is Fault.BAD_ANSWER
    return True if answer.fault in UNWELL_FAULTS else None
