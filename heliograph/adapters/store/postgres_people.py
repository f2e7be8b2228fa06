"""What PostgreSQL is asked by people: deliveries page by page, one of them, and replays."""

from typing import Any

from heliograph.adapters.store.postgres_pool import Session
from heliograph.adapters.store.replaying import AT_ONCE
from heliograph.adapters.store.rows import DELIVERY_COLUMNS, delivery_from, to_ms
from heliograph.domain.delivery import Delivery, DeliveryId
from heliograph.domain.records import DeliveryFilter, DeliveryPage

# No join: with old statistics it might begin with all the bodies.
_BODY = "(SELECT body FROM delivery_body WHERE delivery_id = delivery.id)"
_WITH_BODY = f"SELECT {DELIVERY_COLUMNS}, {_BODY}, seq FROM delivery"

# Locked first: what others claim meanwhile is under way and stays as it is. The replay spreads by place; one that is
# owed keeps its round and is only due sooner.
_REPLAY = """
WITH locked AS MATERIALIZED (
    SELECT seq FROM delivery WHERE {where} AND state IN ('owed', 'delivered', 'given_up') AND {order} > {last}
    ORDER BY {order} LIMIT {at_once} FOR UPDATE
),
chosen AS MATERIALIZED (
    SELECT seq AS chosen_seq,
        {start} + floor((row_number() OVER (ORDER BY seq) - 1) * {gap})::bigint AS spread_due_at
    FROM locked
)
UPDATE delivery SET
    due_at = CASE state WHEN 'owed' THEN least(due_at, spread_due_at) ELSE spread_due_at END,
    attempts_before = CASE state WHEN 'owed' THEN attempts_before ELSE attempt END,
    ended_at = NULL,
    state = 'owed'
FROM chosen WHERE seq = chosen_seq
RETURNING seq, due_at
"""
# What a replay has made owed and nobody has tried since; of others it is not known who made them due.
_LAST_OF_OTHERS = """
SELECT due_at FROM delivery WHERE state = 'owed' AND due_at > $1 AND attempts_before > 0 AND attempt = attempts_before
ORDER BY due_at DESC LIMIT 1
"""
_IN_TURN = "SELECT pg_advisory_xact_lock(hashtextextended('heliograph replay', 0))"
_UNDER_WAY = "SELECT count(*) FROM delivery WHERE {where} AND state = 'sending'"


async def find(db: Session, delivery_id: DeliveryId) -> Delivery | None:
    rows = await db.values(f"{_WITH_BODY} WHERE id = $1", delivery_id)
    return delivery_from(rows[0][:-1]) if rows else None


async def page(db: Session, wanted: DeliveryFilter, *, after: int | None, limit: int) -> DeliveryPage:
    statement, values = page_statement(wanted, after=after, limit=limit)
    rows = await db.values(statement, *values)
    shown = rows[:limit]
    return DeliveryPage(
        items=tuple(delivery_from(row[:-1]) for row in shown), next_cursor=shown[-1][-1] if len(rows) > limit else None
    )


def page_statement(wanted: DeliveryFilter, *, after: int | None, limit: int) -> tuple[str, list[Any]]:
    """The statement of a page and its values; one more than the limit tells whether there is a next one."""
    where, values = condition(wanted)
    if after is not None:
        values.append(after)
        where += f" AND seq < ${len(values)}"
    values.append(limit + 1)
    return f"{_WITH_BODY} WHERE {where} ORDER BY {_order(wanted)} DESC LIMIT ${len(values)}", values


async def replay_some(
    db: Session, wanted: DeliveryFilter, *, last: int, start: int, gap: float
) -> tuple[int, list[tuple[int, int]]]:
    """The next part of a replay, as `replaying.in_parts` wants it; with a gap, behind those of others."""
    if gap:
        # Two at once would not see each other's.
        await db.execute(_IN_TURN)
        for (last_due_at,) in await db.values(_LAST_OF_OTHERS, start - int(gap)):
            start = last_due_at + int(gap)
    statement, values = replay_statement(wanted, last=last, start=start, gap=gap)
    return start, [(seq, due_at) for seq, due_at in await db.values(statement, *values)]


async def under_way(db: Session, wanted: DeliveryFilter) -> int:
    where, values = condition(wanted)
    [(count,)] = await db.values(_UNDER_WAY.format(where=where), *values)
    return int(count)


def replay_statement(wanted: DeliveryFilter, *, last: int, start: int, gap: float) -> tuple[str, list[Any]]:
    """The statement of a part of a replay, and its values."""
    where, values = condition(wanted)
    of_its_own: dict[str, tuple[Any, str]] = {
        "start": (start, "bigint"),
        "gap": (gap, "double precision"),
        "last": (last, "bigint"),
        "at_once": (AT_ONCE, "bigint"),
    }
    places = {name: f"${len(values) + n}::{kind}" for n, (name, (_, kind)) in enumerate(of_its_own.items(), 1)}
    return _REPLAY.format(where=where, order=_order(wanted), **places), [*values, *(v for v, _ in of_its_own.values())]


def _order(wanted: DeliveryFilter) -> str:
    # Few are meant: as an expression the order keeps the planner from walking through all rows to spare itself a sort.
    return "(seq + 0)" if wanted.task_id or wanted.id else "seq"


def condition(wanted: DeliveryFilter) -> tuple[str, list[Any]]:
    """The filter as SQL and its values."""
    values = {
        "id = ": wanted.id,
        # A task has few deliveries and a key has many: an expression keeps the key's index out of it.
        "key_id || '' = " if wanted.task_id or wanted.id else "key_id = ": wanted.key_id,
        "task_id = ": wanted.task_id,
        "lane = ": wanted.lane,
        "last_fault = ": wanted.fault and str(wanted.fault),
        "created_at >= ": wanted.since and to_ms(wanted.since),
        "created_at < ": wanted.until and to_ms(wanted.until),
    }
    given = [(term, value) for term, value in values.items() if value is not None]
    terms = [f"{term}${number}" for number, (term, _) in enumerate(given, 1)]
    # A partial index is only used where its condition stands in the statement: the state is written out.
    state = [f"state = '{wanted.state}'"] if wanted.state else []
    return " AND ".join([*state, *terms]) or "TRUE", [value for _, value in given]
