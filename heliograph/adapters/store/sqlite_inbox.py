"""What SQLite is asked about inboxes."""

import sqlite3

from heliograph.adapters.store.rows import (
    ARRIVAL_COLUMNS,
    arrival_from,
    arrival_values,
    behaviour_from,
    behaviour_text,
)
from heliograph.domain.inbox import (
    ARRIVALS_KEPT,
    ARRIVALS_KEPT_IN_ALL,
    INSTRUCTIONS_KEPT,
    WELL_BEHAVED,
    Arrival,
    Behaviour,
    InboxName,
)

_KEEP = f"INSERT INTO inbox_arrival ({ARRIVAL_COLUMNS}) VALUES (?, ?, ?, ?, ?)"
_TRIM = """
DELETE FROM inbox_arrival WHERE inbox = :inbox AND seq <= (
    SELECT seq FROM inbox_arrival WHERE inbox = :inbox ORDER BY seq DESC LIMIT 1 OFFSET :kept
)
"""
_TRIM_ALL = "DELETE FROM inbox_arrival WHERE seq <= (SELECT max(seq) FROM inbox_arrival) - ?"
_TOLD = "UPDATE inbox_instruction SET times = times - 1 WHERE inbox = ? AND times > 0 RETURNING behaviour"
_ARRIVALS = f"SELECT {ARRIVAL_COLUMNS} FROM inbox_arrival WHERE inbox = ? ORDER BY seq DESC"
_INSTRUCT = """
INSERT INTO inbox_instruction (inbox, behaviour, times) VALUES (?, ?, ?)
ON CONFLICT (inbox) DO UPDATE SET behaviour = excluded.behaviour, times = excluded.times
"""
_FORGET = "DELETE FROM inbox_instruction WHERE rowid <= (SELECT max(rowid) FROM inbox_instruction) - ?"
_TAKE_BACK = "DELETE FROM inbox_instruction WHERE inbox = ?"
_EMPTY = "DELETE FROM inbox_arrival WHERE inbox = ?"


def note_arrival(db: sqlite3.Connection, arrival: Arrival) -> Behaviour:
    db.execute(_KEEP, arrival_values(arrival))
    db.execute(_TRIM, {"inbox": arrival.inbox, "kept": ARRIVALS_KEPT})
    db.execute(_TRIM_ALL, (ARRIVALS_KEPT_IN_ALL,))
    told = db.execute(_TOLD, (arrival.inbox,)).fetchall()
    return behaviour_from(told[0]["behaviour"]) if told else WELL_BEHAVED


def arrivals(db: sqlite3.Connection, inbox: InboxName) -> list[Arrival]:
    return [arrival_from(row) for row in db.execute(_ARRIVALS, (inbox,))]


def instruct(db: sqlite3.Connection, inbox: InboxName, behaviour: Behaviour, times: int) -> None:
    if times > 0:
        db.execute(_INSTRUCT, (inbox, behaviour_text(behaviour), times))
        db.execute(_FORGET, (INSTRUCTIONS_KEPT,))
    else:
        db.execute(_TAKE_BACK, (inbox,))


def empty(db: sqlite3.Connection, inbox: InboxName) -> int:
    db.execute(_TAKE_BACK, (inbox,))
    return db.execute(_EMPTY, (inbox,)).rowcount
