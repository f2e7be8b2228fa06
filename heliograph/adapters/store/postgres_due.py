"""Which deliveries are next, as in `due`: PostgreSQL finds candidates by index, the rule of turns chooses."""

from collections import Counter
from collections.abc import Mapping

from heliograph.adapters.store import due as windows
from heliograph.adapters.store.postgres_pool import Session
from heliograph.domain.delivery import Lane
from heliograph.domain.task import KeyId
from heliograph.domain.turns import Due, Turns, chosen

ROUNDS = 16
"""Each round goes past what others were just claiming; whoever has lost so many comes back with the next claim."""

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

_IN_GROUP = """
SELECT due_at, seq FROM delivery
WHERE state = 'owed' AND lane = $1 AND key_id = $2 AND due_at <= $3 AND seq <> ALL($5::bigint[])
ORDER BY due_at, seq LIMIT $4
"""

_LOCK = """
SELECT seq FROM delivery WHERE seq = ANY($1::bigint[]) AND state = 'owed' AND due_at <= $2 FOR UPDATE SKIP LOCKED
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
            db, now_ms=now_ms, limit=limit, per_lane=per_lane, in_flight=in_flight, lost=sorted(lost)
        )
        choice = chosen(due, limit=limit, per_lane=per_lane, in_flight=in_flight, turns=turns)
        picked = [each.seq for each in choice]
        wanted = [seq for seq in picked if seq not in locked]
        if not wanted:
            break
        got = {seq for (seq,) in await db.values(_LOCK, wanted, now_ms)}
        locked |= got
        lost |= set(wanted) - got
    return [seq for seq in picked if seq in locked]


async def _candidates(
    db: Session, *, now_ms: int, limit: int, per_lane: int, in_flight: Mapping[Lane, int], lost: list[int]
) -> list[Due]:
    rows = await db.values(_ALL, now_ms, windows.WINDOW, lost)
    if len(rows) < windows.WINDOW:
        return [Due(lane=lane, key_id=key, due_at=at, seq=seq) for lane, key, at, seq in rows]
    due: list[Due] = []
    seen: Counter[KeyId] = Counter()
    for lane, key_id in await db.values(_GROUPS, now_ms):
        room = per_lane - in_flight.get(lane, 0)
        if room <= 0 or seen[key_id] >= limit:
            continue
        found = await db.values(_IN_GROUP, lane, key_id, now_ms, min(room, limit), lost)
        seen[key_id] += len(found)
        due += [Due(lane=lane, key_id=key_id, due_at=at, seq=seq) for at, seq in found]
    return due
