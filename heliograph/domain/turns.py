"""Turns: places go to the key that holds the fewest for its weight, within a lane and over all."""

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from heliograph.domain.delivery import Lane
from heliograph.domain.task import KeyId

UNLIMITED = 1 << 62


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One delivery that is due: where it goes, whose it is, since when, and its number in the store."""

    lane: Lane
    key_id: KeyId
    due_at: int
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """What places are handed out by.

    `held` says how many places each key has in each lane. The first `open_to_all` of the places handed out may go to
    anybody; those after them only to a key that holds fewer than `little`. A key without a weight has weight 1.
    """

    weights: Mapping[KeyId, float] = field(default_factory=dict)
    held: Mapping[Lane, Mapping[KeyId, int]] = field(default_factory=dict)
    open_to_all: int = UNLIMITED
    little: int = UNLIMITED


IN_TURN = Turns()
"""Nobody holds a place, and all weigh alike."""


def chosen(due: Iterable[Due], *, limit: int, per_lane: int, in_flight: Mapping[Lane, int], turns: Turns) -> list[Due]:
    """At most `limit` of what is due, for no lane more than it has room for; each key's own come in their order."""
    lanes: dict[Lane, list[Due]] = {}
    for each in due:
        lanes.setdefault(each.lane, []).append(each)
    roomy: list[Due] = []
    for lane, waiting in lanes.items():
        room = per_lane - in_flight.get(lane, 0)
        roomy += _by_turns(waiting, room, held=turns.held.get(lane, {}), turns=Turns(weights=turns.weights))
    return _by_turns(roomy, limit, held=held_in_all(turns.held), turns=turns)


def held_in_all(held: Mapping[Lane, Mapping[KeyId, int]]) -> Counter[KeyId]:
    """How many places each key has over all lanes."""
    total: Counter[KeyId] = Counter()
    for keys in held.values():
        total.update(keys)
    return total


def _by_turns(due: Sequence[Due], room: int, *, held: Mapping[KeyId, int], turns: Turns) -> list[Due]:
    queues: dict[KeyId, list[Due]] = {}
    for each in sorted(due, key=lambda each: (each.due_at, each.seq), reverse=True):
        queues.setdefault(each.key_id, []).append(each)
    places = Counter(held)
    line = [_standing(queue, places, turns) for queue in queues.values()]
    heapq.heapify(line)
    taken: list[Due] = []
    while line and len(taken) < room:
        key_id = heapq.heappop(line)[-1]
        if len(taken) >= turns.open_to_all and places[key_id] >= turns.little:
            continue  # What is left is kept for those who hold little.
        taken.append(queues[key_id].pop())
        places[key_id] += 1
        if queues[key_id]:
            heapq.heappush(line, _standing(queues[key_id], places, turns))
    return taken


def _standing(queue: Sequence[Due], places: Mapping[KeyId, int], turns: Turns) -> tuple[float, int, int, KeyId]:
    first = queue[-1]
    return places[first.key_id] / turns.weights.get(first.key_id, 1.0), first.due_at, first.seq, first.key_id
