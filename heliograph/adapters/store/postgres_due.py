"""Which deliveries are next, as in `due`: PostgreSQL finds candidates by index, the rule of turns chooses."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from heliograph.adapters.store import due as windows
from heliograph.adapters.store.postgres_pool import Session, by_column
from heliograph.domain.delivery import Lane
from heliograph.domain.task import KeyId
from heliograph.domain.turns import Due, Standing, Turns, chosen

ROUNDS = 16
"""Each round goes past what others were just claiming; whoever has lost so many comes back with the next claim."""
HANDFUL = 32
"""Lanes and keys that are asked in one statement."""

_ALL = """
SELECT lane, key_id, due_at, seq FROM delivery
WHERE state = 'owed' AND due_at <= $1 AND seq <> ALL($3::bigint[]) ORDER BY due_at LIMIT $2
"""

# One index seek per lane and key, however many wait: a backlog is stepped over, not read.
_GROUPS = """
WITH RECURSIVE groups AS (
    (
        SELECT lane, key_id, due_at FROM delivery WHERE state = 'owed' ORDER BY lane, key_id, due_at LIMIT 1
    )
    UNION ALL
    SELECT next.lane, next.key_id, next.due_at FROM groups, LATERAL (
        SELECT lane, key_id, due_at FROM delivery
        WHERE state = 'owed' AND (lane, key_id) > (groups.lane, groups.key_id) ORDER BY lane, key_id, due_at LIMIT 1
    ) AS next
)
SELECT lane, key_id FROM groups WHERE due_at <= $1 ORDER BY due_at
"""

_IN_GROUPS = """
SELECT asked_lane, asked_key, found.due_at, found.seq
FROM unnest($1::text[], $2::text[], $3::bigint[]) AS asked(asked_lane, asked_key, asked_room), LATERAL (
    SELECT due_at, seq FROM delivery
    WHERE state = 'owed' AND lane = asked_lane AND key_id = asked_key AND due_at <= $4 AND seq <> ALL($5::bigint[])
    ORDER BY due_at, seq LIMIT asked_room
) AS found
"""

# No index of what is owed fits this: before its statistics know of a backlog, PostgreSQL would read all of it.
_LOCK = """
SELECT seq FROM delivery
WHERE seq = ANY($1::bigint[]) AND state || '' = 'owed' AND due_at <= $2 FOR UPDATE SKIP LOCKED
"""


async def lock_due(
    db: Session, *, now_ms: int, limit: int, per_lane: int, in_flight: Mapping[Lane, int], turns: Turns
) -> list[int]:
    """The `seq` of at most `limit` due deliveries, locked in this transaction."""
    locked: set[int] = set()
    lost: set[int] = set()
    picked: list[int] = []
    for _ in range(ROUNDS):
        due = await _candidates(
            db, now_ms=now_ms, limit=limit, per_lane=per_lane, in_flight=in_flight, turns=turns, lost=sorted(lost)
        )
        choice = chosen(due, limit=limit, per_lane=per_lane, in_flight=in_flight, turns=turns)
        picked = [each.seq for each in choice]
        wanted = set(picked) - locked
        got = {seq for (seq,) in await db.values(_LOCK, sorted(wanted), now_ms)} if wanted else set()
        locked |= got
        lost |= wanted - got
        if got == wanted:
            break
    return [seq for seq in picked if seq in locked]


async def _candidates(
    db: Session,
    *,
    now_ms: int,
    limit: int,
    per_lane: int,
    in_flight: Mapping[Lane, int],
    turns: Turns,
    lost: list[int],
) -> list[Due]:
    rows = await db.values(_ALL, now_ms, windows.WINDOW, lost)
    if len(rows) < windows.WINDOW:
        return [_due(row) for row in rows]
    groups = []
    for lane, key_id in await db.values(_GROUPS, now_ms):
        room = turns.room(lane, key_id, free=per_lane - in_flight.get(lane, 0))
        most = windows.most_of(key_id, turns.hearing.standing(lane), limit=limit, turns=turns)
        if min(room, most) > 0:
            groups.append((lane, key_id, min(room, most), most))
    return await _in_groups(db, groups, now_ms=now_ms, turns=turns, lost=lost)


async def _in_groups(
    db: Session, groups: Sequence[tuple[Lane, KeyId, int, int]], *, now_ms: int, turns: Turns, lost: list[int]
) -> list[Due]:
    """Of each lane and key at most the first number; of a key no more than the second for all lanes of a standing."""
    standing = turns.hearing.standing
    due: list[Due] = []
    seen: Counter[tuple[KeyId, Standing]] = Counter()
    # A handful at a time: once a key has shown as many as a claim could take, its other lanes need not be asked.
    for start in range(0, len(groups), HANDFUL):
        asked = [
            (lane, key_id, room)
            for lane, key_id, room, most in groups[start : start + HANDFUL]
            if seen[key_id, standing(lane)] < most
        ]
        found = [_due(row) for row in await db.values(_IN_GROUPS, *by_column(asked), now_ms, lost)] if asked else []
        seen.update((each.key_id, standing(each.lane)) for each in found)
        due += found
    return due


def _due(row: tuple[Any, ...]) -> Due:
    lane, key_id, due_at, seq = row
    return Due(lane=lane, key_id=key_id, due_at=due_at, seq=seq)
