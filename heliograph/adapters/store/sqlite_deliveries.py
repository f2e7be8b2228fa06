"""What SQLite is asked about deliveries; each function runs inside the writer's transaction or on a reader.

What is claimed comes out as one JSON text: a statement that steps through rows would give the interpreter's lock away
and take it back at every row, and the event loop and this thread would spend their time handing it to each other.
"""

import json
import sqlite3
from collections.abc import Sequence

from heliograph.adapters.store.bulk import columns, execute_bulk, query_bulk
from heliograph.adapters.store.rows import (
    DELIVERY_COLUMNS,
    RECEIPT_COLUMNS,
    STANDING_COLUMNS,
    delivery_from,
    first_of_each,
    receipt_from,
    receipt_values,
    standing_values,
)
from heliograph.domain.delivery import Delivery, DeliveryId, Receipt
from heliograph.domain.records import Settlement
from heliograph.domain.task import Owner, TaskId

_WITH_BODY = f"SELECT {DELIVERY_COLUMNS}, body FROM delivery JOIN delivery_body ON delivery_id = id"
_CLAIM = """
UPDATE delivery SET state = 'sending', owner = ? WHERE seq IN (SELECT value FROM json_each(?)) AND state = 'owed'
"""
_CLAIMED = f"""
WITH chosen(place, seq) AS (SELECT key, value FROM json_each(?))
SELECT json_group_array(json_array({DELIVERY_COLUMNS}, body)) FROM (
    SELECT {DELIVERY_COLUMNS}, body FROM chosen JOIN delivery USING (seq)
    JOIN delivery_body ON delivery_id = id WHERE state = 'sending' AND owner = ? ORDER BY place
)
"""
_HELD = """
WITH seen AS (VALUES {rows}) SELECT column1 AS found FROM seen CROSS JOIN delivery ON delivery.id = column2
WHERE state = column3 AND owner IS column4 AND attempt = column5
"""
_SETTLE = f"""
WITH new AS (VALUES {{rows}}) UPDATE delivery SET ({STANDING_COLUMNS}) = ({columns(9, first=2)})
FROM new WHERE delivery.id = column1
"""
_RECEIPTS = f"INSERT INTO receipt ({RECEIPT_COLUMNS}) VALUES {{rows}}"


def claim(db: sqlite3.Connection, due: Sequence[int], *, owner: Owner) -> list[Delivery]:
    """Those of them, by `seq`, that are still owed; nobody else claims here."""
    chosen = json.dumps(due)
    db.execute(_CLAIM, (owner, chosen))
    [claimed] = db.execute(_CLAIMED, (chosen, owner)).fetchone()
    return [delivery_from(values) for values in json.loads(claimed)]


def settle(db: sqlite3.Connection, settlements: Sequence[Settlement]) -> list[bool]:
    """False for each delivery that is no longer as it was, of which nothing is written."""
    before = [each.before for each in settlements]
    seen = [(place, each.id, str(each.state), each.owner, each.attempt) for place, each in enumerate(before)]
    written = first_of_each([each.id for each in before], set(query_bulk(db, _HELD, seen)))
    still = [settlement for place, settlement in enumerate(settlements) if place in written]
    execute_bulk(db, _SETTLE, [standing_values(each.after) for each in still])
    execute_bulk(db, _RECEIPTS, [receipt_values(each.receipt) for each in still])
    return [place in written for place in range(len(settlements))]


def of_task(db: sqlite3.Connection, task_id: TaskId) -> list[Delivery]:
    return [delivery_from(row) for row in db.execute(f"{_WITH_BODY} WHERE task_id = ? ORDER BY seq", (task_id,))]


def receipts(db: sqlite3.Connection, delivery_id: DeliveryId) -> list[Receipt]:
    rows = db.execute(f"SELECT {RECEIPT_COLUMNS} FROM receipt WHERE delivery_id = ? ORDER BY seq", (delivery_id,))
    return [receipt_from(row) for row in rows]
