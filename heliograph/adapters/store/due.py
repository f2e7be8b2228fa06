"""Which deliveries are next: the longest due first, and never more of a lane than it has room for."""

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from heliograph.domain.delivery import Lane

WINDOW = 1000
"""How many due rows are looked at in the order of their time before the lanes are asked one by one."""

_IN_ORDER = """
WITH due AS (
    SELECT seq, lane, due_at FROM delivery WHERE state = 'owed' AND due_at <= :now ORDER BY due_at LIMIT :window
),
placed AS (SELECT seq, lane, due_at, row_number() OVER (PARTITION BY lane ORDER BY due_at, seq) AS place FROM due),
busy AS (SELECT key AS lane, value AS taken FROM json_each(:in_flight))
SELECT (SELECT count(*) FROM due), json_group_array(seq) FROM (
    SELECT seq FROM placed LEFT JOIN busy USING (lane)
    WHERE place <= :per_lane - coalesce(taken, 0) ORDER BY due_at, seq LIMIT :limit
)
"""

# One index seek per lane, however many deliveries wait in it: the backlog of a dead host is stepped over, not read.
_LANES = """
WITH RECURSIVE lanes(lane) AS (
    SELECT min(lane) FROM delivery WHERE state = 'owed'
    UNION ALL
    SELECT (SELECT min(lane) FROM delivery WHERE state = 'owed' AND lane > lanes.lane) FROM lanes WHERE lane IS NOT NULL
),
busy AS (SELECT key AS lane, value AS taken FROM json_each(:in_flight)),
roomy AS (
    SELECT lane, :per_lane - coalesce(taken, 0) AS room,
        (SELECT min(due_at) FROM delivery WHERE state = 'owed' AND delivery.lane = lanes.lane) AS first_due_at
    FROM lanes LEFT JOIN busy USING (lane) WHERE lane IS NOT NULL
)
SELECT json_group_array(json_array(lane, room)) FROM (
    SELECT lane, room FROM roomy WHERE room > 0 AND first_due_at <= :now ORDER BY first_due_at LIMIT :limit
)
"""

_IN_LANE = """
SELECT json_group_array(seq) FROM (
    SELECT seq FROM delivery WHERE state = 'owed' AND lane = ? AND due_at <= ? ORDER BY due_at, seq LIMIT ?
)
"""


def due_deliveries(
    db: sqlite3.Connection, *, now_ms: int, limit: int, per_lane: int, in_flight: Mapping[Lane, int]
) -> list[int]:
    """The `seq` of at most `limit` due deliveries."""
    asked = {
        "now": now_ms,
        "limit": limit,
        "per_lane": per_lane,
        "in_flight": json.dumps(in_flight),
        "window": WINDOW,
    }
    [looked_at, chosen] = db.execute(_IN_ORDER, asked).fetchone()
    seqs: list[int] = json.loads(chosen)
    if looked_at < WINDOW or len(seqs) == limit:
        return seqs
    return _lane_by_lane(db, asked)


def _lane_by_lane(db: sqlite3.Connection, asked: dict[str, Any]) -> list[int]:
    [lanes] = db.execute(_LANES, asked).fetchone()
    chosen: list[int] = []
    for lane, room in json.loads(lanes):
        left = asked["limit"] - len(chosen)
        if not left:
            break
        [seqs] = db.execute(_IN_LANE, (lane, asked["now"], min(room, left))).fetchone()
        chosen += json.loads(seqs)
    return chosen
