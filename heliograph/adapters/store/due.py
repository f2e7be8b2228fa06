"""Which deliveries are next: by turns between the keys, and never more of a lane than it has room for."""

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping

from heliograph.domain.delivery import Lane
from heliograph.domain.task import KeyId
from heliograph.domain.turns import Due, Standing, Turns, chosen, held_in_all

WINDOW = 1000
"""If no more than this are due, all of them are looked at; else lanes and keys are asked one by one."""

_HOW_MANY = """
SELECT count(*) FROM (SELECT 1 FROM delivery WHERE state = 'owed' AND due_at <= :now ORDER BY due_at LIMIT :window)
"""

_ALL = """
SELECT json_group_array(json_array(lane, key_id, due_at, seq)) FROM (
    SELECT lane, key_id, due_at, seq FROM delivery WHERE state = 'owed' AND due_at <= :now
    ORDER BY due_at LIMIT :window
)
"""

# One index seek per lane and key, however many wait: a backlog is stepped over, not read.
_GROUPS = """
WITH RECURSIVE groups(lane, key_id, first_due_at) AS (
    SELECT * FROM (
        SELECT lane, key_id, due_at FROM delivery WHERE state = 'owed' ORDER BY lane, key_id, due_at LIMIT 1
    )
    UNION ALL
    SELECT next.lane, next.key_id, next.due_at FROM groups JOIN delivery AS next ON next.seq = coalesce(
        (
            SELECT seq FROM delivery
            WHERE state = 'owed' AND lane = groups.lane AND key_id > groups.key_id ORDER BY key_id, due_at LIMIT 1
        ),
        (
            SELECT seq FROM delivery
            WHERE state = 'owed' AND lane > groups.lane ORDER BY lane, key_id, due_at LIMIT 1
        )
    )
)
SELECT json_group_array(json_array(lane, key_id)) FROM (
    SELECT lane, key_id FROM groups WHERE first_due_at <= :now ORDER BY first_due_at
)
"""

_IN_GROUP = """
SELECT json_group_array(json_array(due_at, seq)) FROM (
    SELECT due_at, seq FROM delivery WHERE state = 'owed' AND lane = ? AND key_id = ? AND due_at <= ?
    ORDER BY due_at, seq LIMIT ?
)
"""


def due_deliveries(
    db: sqlite3.Connection, *, now_ms: int, limit: int, per_lane: int, in_flight: Mapping[Lane, int], turns: Turns
) -> list[int]:
    """The `seq` of at most `limit` due deliveries."""
    asked = {"now": now_ms, "window": WINDOW}
    if db.execute(_HOW_MANY, asked).fetchone()[0] < WINDOW:
        [rows] = db.execute(_ALL, asked).fetchone()
        due = [Due(lane=lane, key_id=key, due_at=at, seq=seq) for lane, key, at, seq in json.loads(rows)]
    else:
        due = _group_by_group(db, now_ms=now_ms, limit=limit, per_lane=per_lane, in_flight=in_flight, turns=turns)
    picked = chosen(due, limit=limit, per_lane=per_lane, in_flight=in_flight, turns=turns)
    return [each.seq for each in picked]


def _group_by_group(
    db: sqlite3.Connection, *, now_ms: int, limit: int, per_lane: int, in_flight: Mapping[Lane, int], turns: Turns
) -> list[Due]:
    """Of each key as many as a claim could take, of each standing of a lane, its lanes in the order of their first."""
    [groups] = db.execute(_GROUPS, {"now": now_ms}).fetchone()
    due: list[Due] = []
    seen: Counter[tuple[KeyId, Standing]] = Counter()
    held = held_in_all(turns.held)
    for lane, key_id in json.loads(groups):
        room, standing = per_lane - in_flight.get(lane, 0), turns.hearing.standing(lane)
        most = most_of(standing, limit=limit, held=held[key_id], turns=turns)
        if room <= 0 or seen[key_id, standing] >= most:
            continue
        [rows] = db.execute(_IN_GROUP, (lane, key_id, now_ms, min(room, most))).fetchone()
        found = [Due(lane=lane, key_id=key_id, due_at=at, seq=seq) for at, seq in json.loads(rows)]
        seen[key_id, standing] += len(found)
        due += found
    return due


def most_of(standing: Standing, *, limit: int, held: int, turns: Turns) -> int:
    """How many for lanes of that standing a claim could take from a key that holds so many places."""
    # Else the many that can have no place would stand before the few that can.
    return limit if held < turns.little else min(limit, turns.hearing.open_to(standing))
