"""Which deliveries are next: by turns between the keys, and never more of a lane than it has room for."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from heliograph.adapters.store.looking import Rest
from heliograph.domain.delivery import Lane
from heliograph.domain.task import KeyId
from heliograph.domain.turns import Due, Standing, Turns, chosen

WINDOW = 1000
"""If no more than this are due, all of them are looked at; else lanes and keys are asked one by one."""

GROUPS, CHUNK = 256, 16
"""Lanes and keys that are found in one statement, and those that are asked about in one."""

_ALL = """
SELECT CASE WHEN :window > (
    SELECT count(*) FROM (SELECT 1 FROM delivery WHERE state = 'owed' AND due_at <= :now ORDER BY due_at LIMIT :window)
) THEN (
    SELECT json_group_array(json_array(lane, key_id, due_at, seq)) FROM (
        SELECT lane, key_id, due_at, seq FROM delivery WHERE state = 'owed' AND due_at <= :now
        ORDER BY due_at LIMIT :window
    )
) END
"""

# One index seek per lane and key, however many wait: a backlog is stepped over, not read.
_GROUPS = """
WITH RECURSIVE groups(lane, key_id, first_due_at) AS (
    SELECT * FROM (
        SELECT lane, key_id, due_at FROM delivery WHERE state = 'owed' AND (lane, key_id) > (:lane, :key)
        ORDER BY lane, key_id, due_at LIMIT 1
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
    LIMIT :most
)
SELECT json_group_array(first_due_at), json_group_array(lane), json_group_array(key_id) FROM groups
"""

_IN_GROUPS = """
SELECT json_group_array(json((
    SELECT json_group_array(json_array(due_at, seq)) FROM (
        SELECT due_at, seq FROM delivery
        WHERE state = 'owed' AND lane = asked.value ->> 0 AND key_id = asked.value ->> 1 AND due_at <= :now
        ORDER BY due_at, seq LIMIT :most
    )
))) FROM (SELECT value FROM json_each(:groups) ORDER BY key) AS asked
"""


class Wanted(NamedTuple):
    """What a claim asks for."""

    now_ms: int
    limit: int
    per_lane: int
    in_flight: Mapping[Lane, int]
    turns: Turns

    def room(self, lane: Lane, key_id: KeyId) -> int:
        return self.turns.room(lane, key_id, free=self.per_lane - self.in_flight.get(lane, 0))


def due_deliveries(db: sqlite3.Connection, rest: Rest, *, wanted: Wanted) -> list[int]:
    """The `seq` of at most `wanted.limit` due deliveries."""
    now_ms, limit, per_lane, in_flight, turns = wanted
    [rows] = db.execute(_ALL, {"now": now_ms, "window": WINDOW}).fetchone()
    if rows is not None:
        due = [Due(lane=lane, key_id=key, due_at=at, seq=seq) for lane, key, at, seq in json.loads(rows)]
    else:
        due = _group_by_group(db, rest, wanted)
    return [each.seq for each in chosen(due, limit=limit, per_lane=per_lane, in_flight=in_flight, turns=turns)]


def _group_by_group(db: sqlite3.Connection, rest: Rest, wanted: Wanted) -> list[Due]:
    """Of each key as many as a claim could take, of each standing of a lane, its lanes in the order of their first."""
    now_ms, turns = wanted.now_ms, wanted.turns
    groups = _groups(db, rest, now_ms=now_ms)
    due: list[Due] = []
    left: dict[tuple[KeyId, Standing], int] = {}
    for place in range(0, len(groups), CHUNK):
        asked: list[tuple[Lane, KeyId, int]] = []
        for _, lane, key_id in groups[place : place + CHUNK]:
            standing = turns.hearing.standing(lane)
            most = left.get((key_id, standing))
            if most is None:
                most = left[key_id, standing] = most_of(key_id, standing, limit=wanted.limit, turns=turns)
            if most > 0 and (room := wanted.room(lane, key_id)) > 0:
                asked.append((lane, key_id, min(room, most)))
        found = _in_groups(db, asked, now_ms=now_ms)
        for each in found:
            left[each.key_id, turns.hearing.standing(each.lane)] -= 1
        due += found
        rest()
    return due


def _groups(db: sqlite3.Connection, rest: Rest, *, now_ms: int) -> list[tuple[int, Lane, KeyId]]:
    """Lanes and keys with something due, and since when: the first to be due first."""
    groups: list[tuple[int, Lane, KeyId]] = []
    last, found = ("", ""), GROUPS
    while found == GROUPS:
        page = db.execute(_GROUPS, {"lane": last[0], "key": last[1], "most": GROUPS}).fetchone()
        since, lanes, keys = map(json.loads, page)
        groups += [group for group in zip(since, lanes, keys, strict=True) if group[0] <= now_ms]
        found = len(since)
        if found:
            last = lanes[-1], keys[-1]
        rest()
    return sorted(groups, key=itemgetter(0))


def most_of(key_id: KeyId, standing: Standing, *, limit: int, turns: Turns) -> int:
    """How many of a key's for lanes of that standing a claim could take."""
    # Else the many that can have no place would stand before the few that can.
    return limit if turns.holds_little(key_id) else min(limit, turns.hearing.open_to(standing))


def _in_groups(db: sqlite3.Connection, asked: Sequence[tuple[Lane, KeyId, int]], *, now_ms: int) -> list[Due]:
    """The first of each lane and key, as many as are asked for."""
    if not asked:
        return []
    most = max(count for *_, count in asked)
    [rows] = db.execute(_IN_GROUPS, {"groups": json.dumps(asked), "now": now_ms, "most": most}).fetchone()
    return [
        Due(lane=lane, key_id=key_id, due_at=at, seq=seq)
        for (lane, key_id, count), first in zip(asked, json.loads(rows), strict=True)
        for at, seq in first[:count]
    ]
