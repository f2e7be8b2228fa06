"""Turns: places go to the key that holds the fewest for its weight, within a lane and over all."""

import heapq
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from heliograph.domain.delivery import Lane
from heliograph.domain.task import KeyId

UNLIMITED = 1 << 62


class Due(NamedTuple):
    """One delivery that is due: where it goes, whose it is, since when, and its number in the store."""

    lane: Lane
    key_id: KeyId
    due_at: int
    seq: int


class Standing(StrEnum):
    """What is known of a lane: it answered lately, nothing at all, or that it was tried and has not answered."""

    ANSWERED = "answered"
    NEW = "new"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """Which lanes answered lately, which were tried without an answer, and how many more places are open to others.

    A lane of which nothing is known counts as new for its first place, and as silent for those after it.
    """

    answered: AbstractSet[Lane] = frozenset()
    silent: AbstractSet[Lane] = frozenset()
    open_to_new: int = UNLIMITED
    open_to_silent: int = UNLIMITED

    @property
    def is_open(self) -> bool:
        """Whether there is a place for whatever lane comes."""
        return self.open_to_new == self.open_to_silent == UNLIMITED

    def standing(self, lane: Lane) -> Standing:
        if lane in self.answered:
            return Standing.ANSWERED
        return Standing.SILENT if lane in self.silent else Standing.NEW

    def open_to(self, standing: Standing) -> int:
        match standing:
            case Standing.ANSWERED:
                return UNLIMITED
            case Standing.NEW:
                return self.open_to_new
            case Standing.SILENT:
                return self.open_to_silent


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """What places are handed out by.

    `held` says how many places each key has in each lane where several call, and `held_in_all` how many over all lanes.
    The first `open_to_all` of the places handed out may go to anybody; those after them only to a key that holds fewer
    than `little`. The others also take no place for a lane that is not open to them by `hearing`. The last
    `kept_per_lane` places of a lane that is `shared`, where several keys call, go only to a key that holds fewer than
    so many there. In a lane that is `tried`, which has one place, keys take turns one after the other: it says who was
    there, the latest last. A key without a weight has weight 1.
    """

    weights: Mapping[KeyId, float] = field(default_factory=dict)
    held: Mapping[Lane, Mapping[KeyId, int]] = field(default_factory=dict)
    held_in_all: Mapping[KeyId, int] = field(default_factory=dict)
    open_to_all: int = UNLIMITED
    little: int = UNLIMITED
    shared: AbstractSet[Lane] = frozenset()
    kept_per_lane: int = 0
    tried: Mapping[Lane, Collection[KeyId]] = field(default_factory=dict)
    hearing: Hearing = field(default_factory=Hearing)

    def room(self, lane: Lane, key_id: KeyId, *, free: int) -> int:
        """How many of the `free` places of that lane its turns could bring to the key."""
        if self.hearing.standing(lane) is Standing.NEW and not self.holds_little(key_id):
            free = min(free, 1 + self.hearing.open_to_silent)
        takes_turns_by_number = lane in self.shared and lane not in self.tried
        if takes_turns_by_number and self.held.get(lane, {}).get(key_id, 0) >= self.kept_per_lane:
            return free - self.kept_per_lane
        return free

    def holds_little(self, key_id: KeyId) -> bool:
        """Over all lanes."""
        return self.held_in_all.get(key_id, 0) < self.little


IN_TURN = Turns()
"""Nobody holds a place, and all weigh alike."""


def chosen(due: Iterable[Due], *, limit: int, per_lane: int, in_flight: Mapping[Lane, int], turns: Turns) -> list[Due]:
    """At most `limit` of what is due, for no lane more than it has room for; each key's own come in their order."""
    left = list(due)
    while True:
        roomy, others_wait = _within_lanes(left, per_lane=per_lane, in_flight=in_flight, turns=turns)
        taken = _by_turns(roomy, limit, held=turns.held_in_all, turns=turns)
        # Whoever has the turn in a lane and gets no place over all leaves the lane to the others who wait for it.
        unused = others_wait - {each.lane for each in taken}
        if not unused:
            return taken
        passed = {(each.lane, each.key_id) for each in roomy if each.lane in unused}
        left = [each for each in left if (each.lane, each.key_id) not in passed]


def _within_lanes(
    due: Iterable[Due], *, per_lane: int, in_flight: Mapping[Lane, int], turns: Turns
) -> tuple[list[Due], set[Lane]]:
    """Of each lane what it has room for, and the lanes where the turns of some keys bring nothing."""
    lanes: dict[Lane, list[Due]] = {}
    for each in due:
        lanes.setdefault(each.lane, []).append(each)
    roomy: list[Due] = []
    others_wait: set[Lane] = set()
    for lane, waiting in lanes.items():
        free = per_lane - in_flight.get(lane, 0)
        kept = turns.kept_per_lane if lane in turns.shared else 0
        if lane in turns.tried:
            picked = _one_after_the_other(waiting, turns.tried[lane])[: max(0, free)]
        elif len(waiting) <= free - kept:
            picked = waiting
        else:
            in_lane = Turns(weights=turns.weights, open_to_all=free - kept, little=kept)
            picked = _by_turns(waiting, free, held=turns.held.get(lane, {}), turns=in_lane)
        roomy += picked
        if picked and len(picked) < len(waiting) and _keys(picked) != _keys(waiting):
            others_wait.add(lane)
    return roomy, others_wait


def _keys(due: Iterable[Due]) -> set[KeyId]:
    return {each.key_id for each in due}


def _one_after_the_other(due: Iterable[Due], tried: Iterable[KeyId]) -> list[Due]:
    """Who was never there comes first, then who was there longest ago."""
    since = {key_id: place for place, key_id in enumerate(tried)}
    return sorted(due, key=lambda each: (since.get(each.key_id, -1), each.due_at, each.seq))


def _by_turns(due: Sequence[Due], room: int, *, held: Mapping[KeyId, int], turns: Turns) -> list[Due]:
    in_order = sorted(due, key=attrgetter("due_at", "seq"))
    keys = _keys(in_order)
    if len(keys) == 1 and turns.hearing.is_open:
        # Nobody to take turns with, and as a rule it is so: the steps below cost each callback 2 µs.
        most = max(turns.open_to_all, turns.little - held.get(keys.pop(), 0))
        return in_order[: max(0, min(room, most))]
    queues: dict[KeyId, list[Due]] = {}
    for each in reversed(in_order):
        queues.setdefault(each.key_id, []).append(each)
    places = Counter(held)
    line = [_in_line(queue, places, turns) for queue in queues.values()]
    heapq.heapify(line)
    taken: list[Due] = []
    unheard = _Unheard(turns.hearing)
    while line and len(taken) < room:
        key_id = heapq.heappop(line)[-1]
        holds_little = places[key_id] < turns.little
        if len(taken) >= turns.open_to_all and not holds_little:
            continue  # What is left is kept for those who hold little.
        due_next = queues[key_id].pop()
        if holds_little or unheard.has_place(due_next.lane):
            unheard.enter(due_next.lane)
            taken.append(due_next)
            places[key_id] += 1
        if queues[key_id]:
            heapq.heappush(line, _in_line(queues[key_id], places, turns))
    return taken


class _Unheard:
    """How many of the places handed out went to lanes that have not answered lately."""

    def __init__(self, hearing: Hearing) -> None:
        self._hearing = hearing
        self._taken = 0
        self._begun: set[Lane] = set()

    def has_place(self, lane: Lane) -> bool:
        standing = self._hearing.standing(lane)
        if standing is Standing.NEW and lane in self._begun:
            standing = Standing.SILENT
        return self._taken < self._hearing.open_to(standing)

    def enter(self, lane: Lane) -> None:
        if self._hearing.standing(lane) is not Standing.ANSWERED:
            self._taken += 1
            self._begun.add(lane)


def _in_line(queue: Sequence[Due], places: Mapping[KeyId, int], turns: Turns) -> tuple[float, int, int, KeyId]:
    first = queue[-1]
    return places[first.key_id] / turns.weights.get(first.key_id, 1.0), first.due_at, first.seq, first.key_id
