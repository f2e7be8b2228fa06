"""What PostgreSQL is asked about deliveries; each function runs inside a transaction of its own or on a reader."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from heliograph.adapters.store.postgres_due import lock_due
from heliograph.adapters.store.postgres_pool import Session
from heliograph.adapters.store.postgres_sql import execute_rows, inserting, query_rows, unnested
from heliograph.adapters.store.rows import (
    DELIVERY_COLUMNS,
    RECEIPT_COLUMNS,
    STANDING_COLUMNS,
    delivery_from,
    first_of_each,
    receipt_from,
    receipt_values,
    standing_values,
    to_ms,
)
from heliograph.domain.delivery import Delivery, DeliveryId, Lane, Receipt
from heliograph.domain.records import Settlement
from heliograph.domain.task import Owner, TaskId
from heliograph.domain.turns import Turns

_BODY = "(SELECT body FROM delivery_body WHERE delivery_id = delivery.id)"
_CLAIM = f"""
UPDATE delivery SET state = 'sending', owner = $2 WHERE seq = ANY($1::bigint[])
RETURNING {DELIVERY_COLUMNS}, {_BODY}, seq
"""
# Locked in one order, so that two who settle the same deliveries at once never wait for each other in a circle.
_HELD = """
SELECT place FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[])
    AS seen(place, seen_id, seen_state, seen_owner, seen_attempt)
JOIN delivery ON delivery.id = seen_id
WHERE state = seen_state AND owner IS NOT DISTINCT FROM seen_owner AND attempt = seen_attempt
ORDER BY delivery.seq FOR UPDATE OF delivery
"""
_SETTLE = f"""
UPDATE delivery SET ({STANDING_COLUMNS}) = ({", ".join(f"new.{name}" for name in STANDING_COLUMNS.split(", "))})
FROM {unnested("delivery", f"id, {STANDING_COLUMNS}")} AS new(id, {STANDING_COLUMNS}) WHERE delivery.id = new.id
"""
_RECEIPTS = inserting("receipt", RECEIPT_COLUMNS)
_SETTLED = """
SELECT place FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[])
    AS made(place, made_for, made_attempt, made_from, made_until)
JOIN receipt ON delivery_id = made_for
WHERE attempt = made_attempt AND started_at = made_from AND ended_at = made_until
"""
_LOCK = "SELECT 1 FROM delivery WHERE id = ANY($1::text[]) ORDER BY seq FOR UPDATE"
_HAND_BACK = """
UPDATE delivery SET state = 'owed', owner = NULL
FROM unnest($1::text[], $2::text[], $3::bigint[]) AS held(held_id, held_by, held_attempt)
WHERE id = held_id AND state = 'sending' AND owner = held_by AND attempt = held_attempt
"""
_OF_TASK = f"SELECT {DELIVERY_COLUMNS}, {_BODY} FROM delivery WHERE task_id = $1 ORDER BY seq"
# What a dropped delivery has left in its partition is seen by nobody.
_OF_DELIVERY = f"""
SELECT {RECEIPT_COLUMNS} FROM receipt
WHERE delivery_id = $1 AND EXISTS (SELECT 1 FROM delivery WHERE id = $1) ORDER BY seq
"""


async def claim(
    db: Session,
    *,
    owner: Owner,
    limit: int,
    now: datetime,
    per_lane: int,
    in_flight: Mapping[Lane, int],
    turns: Turns,
) -> list[Delivery]:
    due = await lock_due(db, now_ms=to_ms(now), limit=limit, per_lane=per_lane, in_flight=in_flight, turns=turns)
    if not due:
        return []
    claimed = {row[-1]: delivery_from(row[:-1]) for row in await db.values(_CLAIM, due, owner)}
    return [claimed[seq] for seq in due]


async def hand_back(db: Session, deliveries: Sequence[Delivery]) -> None:
    """Undo a claim of which nobody knows whether it was written."""
    # First the locks: a commit that is still under way has to be over before its rows can be judged.
    await db.values(_LOCK, [delivery.id for delivery in deliveries])
    await execute_rows(db, _HAND_BACK, [(each.id, each.owner, each.attempt) for each in deliveries])


async def settle(db: Session, settlements: Sequence[Settlement]) -> list[bool]:
    """False for each delivery that is no longer as it was, of which nothing is written."""
    before = [each.before for each in settlements]
    seen = [(place, each.id, str(each.state), each.owner, each.attempt) for place, each in enumerate(before)]
    held = {place for (place,) in await query_rows(db, _HELD, seen)}
    written = first_of_each([each.id for each in before], held)
    still = [settlement for place, settlement in enumerate(settlements) if place in written]
    await execute_rows(db, _SETTLE, [standing_values(each.after) for each in still])
    await execute_rows(db, _RECEIPTS, [receipt_values(each.receipt) for each in still])
    return [place in written for place in range(len(settlements))]


async def settled_as(db: Session, settlements: Sequence[Settlement]) -> list[bool]:
    """Whether the receipt of each is there, for who does not know whether it was written."""
    made = [
        (place, each.delivery_id, each.attempt, to_ms(each.started_at), to_ms(each.ended_at))
        for place, each in enumerate(settlement.receipt for settlement in settlements)
    ]
    found = {place for (place,) in await query_rows(db, _SETTLED, made)}
    return [place in found for place in range(len(settlements))]


async def of_task(db: Session, task_id: TaskId) -> list[Delivery]:
    return [delivery_from(row) for row in await db.values(_OF_TASK, task_id)]


async def receipts(db: Session, delivery_id: DeliveryId) -> list[Receipt]:
    return [receipt_from(row) for row in await db.rows(_OF_DELIVERY, delivery_id)]
