"""What SQLite is asked by people: deliveries page by page, one of them, and replays."""

import sqlite3
from typing import Any

from heliograph.adapters.store.replaying import AT_ONCE
from heliograph.adapters.store.rows import DELIVERY_COLUMNS, delivery_from, to_ms
from heliograph.domain.delivery import Delivery, DeliveryId
from heliograph.domain.records import DeliveryFilter, DeliveryPage

_WITH_BODY = f"SELECT {DELIVERY_COLUMNS}, body FROM delivery JOIN delivery_body ON delivery_id = id"
_FIND = f"{_WITH_BODY} WHERE id = ?"
_PAGE = f"SELECT {DELIVERY_COLUMNS}, body, seq FROM delivery JOIN delivery_body ON delivery_id = id"

# The replay spreads by place; one that is owed keeps its round and is only due sooner.
_REPLAY = """
WITH chosen(chosen_seq, spread_due_at) AS (
    SELECT seq, :start + CAST((row_number() OVER (ORDER BY seq) - 1) * :gap AS INTEGER) FROM (
        SELECT seq FROM delivery WHERE {where} AND state IN ('owed', 'delivered', 'given_up') AND seq > :last
        ORDER BY seq LIMIT :at_once
    )
)
UPDATE delivery SET
    due_at = CASE state WHEN 'owed' THEN min(due_at, spread_due_at) ELSE spread_due_at END,
    attempts_before = CASE state WHEN 'owed' THEN attempts_before ELSE attempt END,
    ended_at = NULL,
    state = 'owed'
FROM chosen WHERE seq = chosen_seq
RETURNING seq, due_at
"""
# What a replay has made owed and nobody has tried since; of others it is not known who made them due.
_LAST_OF_OTHERS = """
SELECT due_at FROM delivery WHERE state = 'owed' AND due_at > ? AND attempts_before > 0 AND attempt = attempts_before
ORDER BY due_at DESC LIMIT 1
"""
_UNDER_WAY = "SELECT count(*) FROM delivery WHERE {where} AND state = 'sending'"


def find(db: sqlite3.Connection, delivery_id: DeliveryId) -> Delivery | None:
    row = db.execute(_FIND, (delivery_id,)).fetchone()
    return None if row is None else delivery_from(row)


def page(db: sqlite3.Connection, wanted: DeliveryFilter, *, after: int | None, limit: int) -> DeliveryPage:
    where, values = condition(wanted)
    older = "" if after is None else " AND seq < :after"
    statement = f"{_PAGE} WHERE {where}{older} ORDER BY seq DESC LIMIT :limit"
    rows = db.execute(statement, {**values, "after": after, "limit": limit + 1}).fetchall()
    shown = [tuple(row) for row in rows[:limit]]
    return DeliveryPage(
        items=tuple(delivery_from(row[:-1]) for row in shown), next_cursor=shown[-1][-1] if len(rows) > limit else None
    )


def replay_some(
    db: sqlite3.Connection, wanted: DeliveryFilter, *, last: int, start: int, gap: float
) -> tuple[int, list[tuple[int, int]]]:
    """The next part of a replay, as `replaying.in_parts` wants it; with a gap, behind those of others."""
    others = db.execute(_LAST_OF_OTHERS, (start - int(gap),)).fetchone() if gap else None
    start = others[0] + int(gap) if others else start
    where, values = condition(wanted)
    place = {"last": last, "at_once": AT_ONCE, "start": start, "gap": gap}
    return start, [tuple(row) for row in db.execute(_REPLAY.format(where=where), {**values, **place})]


def under_way(db: sqlite3.Connection, wanted: DeliveryFilter) -> int:
    where, values = condition(wanted)
    return int(db.execute(_UNDER_WAY.format(where=where), values).fetchone()[0])


def condition(wanted: DeliveryFilter) -> tuple[str, dict[str, Any]]:
    """The filter as SQL and its values."""
    # A task has few deliveries and a key has many: the plus keeps the key's index out of it.
    key = "+key_id = :key_id" if wanted.task_id else "key_id = :key_id"
    values = {
        "id = :id": wanted.id,
        key: wanted.key_id,
        "task_id = :task_id": wanted.task_id,
        "lane = :lane": wanted.lane,
        "last_fault = :fault": wanted.fault and str(wanted.fault),
        "created_at >= :since": wanted.since and to_ms(wanted.since),
        "created_at < :until": wanted.until and to_ms(wanted.until),
    }
    given = {term: value for term, value in values.items() if value is not None}
    # A partial index is only used where its condition stands in the statement: the state is written out.
    state = [f"state = '{wanted.state}'"] if wanted.state else []
    named = {term.rpartition(":")[2]: value for term, value in given.items()}
    return " AND ".join([*state, *given]) or "TRUE", named
