"""Which deliveries are next: the longest due first, and never more of a lane than it has room for."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping

from heliograph.domain.delivery import Lane

WINDOW = 2000
"""How many due rows are looked at in the order of their time before the lanes are asked one by one."""

_IN_ORDER = "SELECT seq, lane FROM delivery WHERE state = 'owed' AND due_at <= ? ORDER BY due_at LIMIT ?"

# One index seek per lane, however many deliveries wait in it: the backlog of a dead host is stepped over, not read.
_LANES = """
WITH RECURSIVE lanes(lane) AS (
    SELECT min(lane) FROM delivery WHERE state = 'owed'
    UNION ALL
    SELECT (SELECT min(lane) FROM delivery WHERE state = 'owed' AND lane > lanes.lane) FROM lanes WHERE lane IS NOT NULL
)
SELECT lane, (SELECT min(due_at) FROM delivery WHERE state = 'owed' AND delivery.lane = lanes.lane) AS first_due_at
FROM lanes WHERE lane IS NOT NULL AND first_due_at <= ? ORDER BY first_due_at
"""

_IN_LANE = "SELECT seq FROM delivery WHERE state = 'owed' AND lane = ? AND due_at <= ? ORDER BY due_at LIMIT ?"


def due_deliveries(
    db: sqlite3.Connection, *, now_ms: int, limit: int, per_lane: int, in_flight: Mapping[Lane, int]
) -> list[int]:
    """The `seq` of at most `limit` due deliveries."""
    taken: Counter[Lane] = Counter(in_flight)
    window = db.execute(_IN_ORDER, (now_ms, WINDOW)).fetchall()
    chosen: list[int] = []
    for seq, lane in window:
        if len(chosen) == limit:
            return chosen
        if taken[lane] < per_lane:
            taken[lane] += 1
            chosen.append(seq)
    if len(window) == WINDOW and len(chosen) < limit:
        return list(_lane_by_lane(db, now_ms, limit, per_lane, in_flight))
    return chosen


def _lane_by_lane(
    db: sqlite3.Connection, now_ms: int, limit: int, per_lane: int, in_flight: Mapping[Lane, int]
) -> Iterator[int]:
    for lane, _ in db.execute(_LANES, (now_ms,)).fetchall():
        room = min(limit, per_lane - in_flight.get(lane, 0))
        if room <= 0:
            continue
        for (seq,) in db.execute(_IN_LANE, (lane, now_ms, room)):
            limit -= 1
            yield seq
        if not limit:
            return
