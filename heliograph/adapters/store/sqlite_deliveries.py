"""What SQLite is asked about deliveries; each function runs inside the writer's transaction or on a reader.

A batch goes in and out as one JSON text: a statement that steps through rows would give the interpreter's lock away and
take it back at every row, and the event loop and this thread would spend their time handing it to each other.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from heliograph.adapters.store.due import due_deliveries
from heliograph.adapters.store.rows import (
    DELIVERY_COLUMNS,
    RECEIPT_COLUMNS,
    STANDING_COLUMNS,
    delivery_from,
    first_of_each,
    places,
    receipt_from,
    receipt_values,
    standing_values,
    to_ms,
)
from heliograph.domain.delivery import Delivery, DeliveryId, Lane, Receipt
from heliograph.domain.task import Owner, TaskId
from heliograph.domain.turns import Turns
from heliograph.ports import Settlement

_WITH_BODY = f"SELECT {DELIVERY_COLUMNS}, body FROM delivery JOIN delivery_body ON delivery_id = id"
_CLAIM = "UPDATE delivery SET state = 'sending', owner = ? WHERE seq IN (SELECT value FROM json_each(?))"
_CLAIMED = f"""
WITH chosen(place, seq) AS (SELECT key, value FROM json_each(?))
SELECT json_group_array(json_array({DELIVERY_COLUMNS}, body)) FROM (
    SELECT {DELIVERY_COLUMNS}, body FROM chosen JOIN delivery USING (seq)
    JOIN delivery_body ON delivery_id = id ORDER BY place
)
"""
_HELD = """
SELECT json_group_array(seen.key) FROM json_each(?) AS seen JOIN delivery ON delivery.id = seen.value ->> 0
WHERE state = seen.value ->> 1 AND owner IS seen.value ->> 2 AND attempt = seen.value ->> 3
"""
_SETTLE = f"""
UPDATE delivery SET ({STANDING_COLUMNS}) = ({places(9, first=1, of="new.value")})
FROM json_each(?) AS new WHERE delivery.id = new.value ->> 0
"""
_RECEIPTS = f"INSERT INTO receipt ({RECEIPT_COLUMNS}) SELECT {places(17)} FROM json_each(?)"


def claim(
    db: sqlite3.Connection,
    *,
    owner: Owner,
    limit: int,
    now: datetime,
    per_lane: int,
    in_flight: Mapping[Lane, int],
    turns: Turns,
) -> list[Delivery]:
    now_ms = to_ms(now)
    due = due_deliveries(db, now_ms=now_ms, limit=limit, per_lane=per_lane, in_flight=in_flight, turns=turns)
    if not due:
        return []
    chosen = json.dumps(due)
    db.execute(_CLAIM, (owner, chosen))
    [claimed] = db.execute(_CLAIMED, (chosen,)).fetchone()
    return [delivery_from(values) for values in json.loads(claimed)]


def settle(db: sqlite3.Connection, settlements: Sequence[Settlement]) -> list[bool]:
    """False for each delivery that is no longer as it was, of which nothing is written."""
    before = [each.before for each in settlements]
    seen = [(each.id, str(each.state), each.owner, each.attempt) for each in before]
    [held] = db.execute(_HELD, (json.dumps(seen),)).fetchone()
    written = first_of_each([each.id for each in before], set(json.loads(held)))
    still = [settlement for place, settlement in enumerate(settlements) if place in written]
    db.execute(_SETTLE, (json.dumps([standing_values(each.after) for each in still]),))
    db.execute(_RECEIPTS, (json.dumps([receipt_values(each.receipt) for each in still]),))
    return [place in written for place in range(len(settlements))]


def of_task(db: sqlite3.Connection, task_id: TaskId) -> list[Delivery]:
    return [delivery_from(row) for row in db.execute(f"{_WITH_BODY} WHERE task_id = ? ORDER BY seq", (task_id,))]


def receipts(db: sqlite3.Connection, delivery_id: DeliveryId) -> list[Receipt]:
    rows = db.execute(f"SELECT {RECEIPT_COLUMNS} FROM receipt WHERE delivery_id = ? ORDER BY seq", (delivery_id,))
    return [receipt_from(row) for row in rows]
