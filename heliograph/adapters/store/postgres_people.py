"""What PostgreSQL is asked by people: deliveries page by page, one of them, and replays."""

from datetime import datetime
from typing import Any

from heliograph.adapters.store.postgres_pool import Session
from heliograph.adapters.store.rows import DELIVERY_COLUMNS, delivery_from, from_ms, to_ms
from heliograph.domain.delivery import Delivery, DeliveryId
from heliograph.domain.records import DeliveryFilter, DeliveryPage, Replay

# No join: with old statistics it might begin with all the bodies.
_BODY = "(SELECT body FROM delivery_body WHERE delivery_id = delivery.id)"
_WITH_BODY = f"SELECT {DELIVERY_COLUMNS}, {_BODY}, seq FROM delivery"

# Locked first: what others claim meanwhile is under way and stays as it is. The replay spreads by place; one that is
# owed keeps its round and is only due sooner.
_REPLAY = """
WITH locked AS MATERIALIZED (
    SELECT seq FROM delivery WHERE {where} AND state IN ('owed', 'delivered', 'given_up') ORDER BY {order} FOR UPDATE
),
chosen AS MATERIALIZED (
    SELECT seq AS chosen_seq, {now} + floor((row_number() OVER (ORDER BY seq) - 1) * 1000.0 / {per_second})::bigint
        AS spread_due_at
    FROM locked
)
UPDATE delivery SET
    due_at = CASE state WHEN 'owed' THEN least(due_at, spread_due_at) ELSE spread_due_at END,
    attempts_before = CASE state WHEN 'owed' THEN attempts_before ELSE attempt END,
    ended_at = NULL,
    state = 'owed'
FROM chosen WHERE seq = chosen_seq
RETURNING due_at
"""


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


async def replay(db: Session, wanted: DeliveryFilter, *, now: datetime, per_second: float) -> Replay:
    statement, values = replay_statement(wanted, now=now, per_second=per_second)
    due = [due_at for (due_at,) in await db.values(statement, *values)]
    where, values = condition(wanted)
    [(under_way,)] = await db.values(f"SELECT count(*) FROM delivery WHERE {where} AND state = 'sending'", *values)
    return Replay(count=len(due), under_way=under_way, due_until=from_ms(max(due)) if due else None)


def replay_statement(wanted: DeliveryFilter, *, now: datetime, per_second: float) -> tuple[str, list[Any]]:
    """The statement of a replay and its values."""
    where, values = condition(wanted)
    values += [to_ms(now), float(per_second)]
    now_at, per_second_at = f"${len(values) - 1}::bigint", f"${len(values)}::double precision"
    return _REPLAY.format(where=where, order=_order(wanted), now=now_at, per_second=per_second_at), values


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
