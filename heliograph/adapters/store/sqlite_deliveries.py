"""What SQLite is asked about deliveries; each function runs inside the writer's transaction or on a reader."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime

from heliograph.adapters.store.due import due_deliveries
from heliograph.adapters.store.rows import (
    DELIVERY_COLUMNS,
    RECEIPT_COLUMNS,
    delivery_from,
    marks,
    receipt_from,
    receipt_values,
    to_ms,
)
from heliograph.domain.delivery import Delivery, DeliveryId, Lane, Receipt
from heliograph.domain.task import Owner, TaskId
from heliograph.ports import Settlement

_WITH_BODY = f"SELECT {DELIVERY_COLUMNS}, body FROM delivery JOIN delivery_body ON delivery_id = id"
_CLAIM = "UPDATE delivery SET state = 'sending', owner = ? WHERE seq = ?"
_SETTLE = """
UPDATE delivery SET state = ?, owner = NULL, attempt = ?, repeats = ?, due_at = ?
WHERE id = ? AND state = ? AND owner IS ?
"""
_RECEIPT = f"INSERT INTO receipt ({RECEIPT_COLUMNS}) VALUES ({marks(RECEIPT_COLUMNS)})"


def claim(
    db: sqlite3.Connection, *, owner: Owner, limit: int, now: datetime, per_lane: int, in_flight: Mapping[Lane, int]
) -> list[Delivery]:
    due = due_deliveries(db, now_ms=to_ms(now), limit=limit, per_lane=per_lane, in_flight=in_flight)
    db.executemany(_CLAIM, [(owner, seq) for seq in due])
    return [delivery_from(db.execute(f"{_WITH_BODY} WHERE seq = ?", (seq,)).fetchone()) for seq in due]


def settle(db: sqlite3.Connection, settlement: Settlement) -> bool:
    before, after = settlement.before, settlement.after
    new = (str(after.state), after.attempt, after.repeats, to_ms(after.due_at))
    if not db.execute(_SETTLE, (*new, before.id, str(before.state), before.owner)).rowcount:
        return False
    db.execute(_RECEIPT, receipt_values(settlement.receipt))
    return True


def of_task(db: sqlite3.Connection, task_id: TaskId) -> list[Delivery]:
    return [delivery_from(row) for row in db.execute(f"{_WITH_BODY} WHERE task_id = ? ORDER BY seq", (task_id,))]


def receipts(db: sqlite3.Connection, delivery_id: DeliveryId) -> list[Receipt]:
    rows = db.execute(f"SELECT {RECEIPT_COLUMNS} FROM receipt WHERE delivery_id = ? ORDER BY seq", (delivery_id,))
    return [receipt_from(row) for row in rows]
