"""What PostgreSQL is asked about inboxes."""

from heliograph.adapters.store.postgres_pool import Session
from heliograph.adapters.store.rows import (
    ARRIVAL_COLUMNS,
    arrival_from,
    arrival_values,
    behaviour_from,
    behaviour_text,
)
from heliograph.domain.inbox import ARRIVALS_KEPT, WELL_BEHAVED, Arrival, Behaviour, InboxName

_KEEP = f"INSERT INTO inbox_arrival ({ARRIVAL_COLUMNS}) VALUES ($1, $2, $3, $4, $5)"
_TRIM = """
DELETE FROM inbox_arrival WHERE inbox = $1 AND seq <= (
    SELECT seq FROM inbox_arrival WHERE inbox = $1 ORDER BY seq DESC LIMIT 1 OFFSET $2
)
"""
_TOLD = "UPDATE inbox_instruction SET times = times - 1 WHERE inbox = $1 AND times > 0 RETURNING behaviour"
_ARRIVALS = f"SELECT {ARRIVAL_COLUMNS} FROM inbox_arrival WHERE inbox = $1 ORDER BY seq DESC"
_INSTRUCT = """
INSERT INTO inbox_instruction (inbox, behaviour, times) VALUES ($1, $2, $3)
ON CONFLICT (inbox) DO UPDATE SET behaviour = excluded.behaviour, times = excluded.times
"""
_TAKE_BACK = "DELETE FROM inbox_instruction WHERE inbox = $1"
_EMPTY = "DELETE FROM inbox_arrival WHERE inbox = $1"


async def note_arrival(db: Session, arrival: Arrival) -> Behaviour:
    await db.execute(_KEEP, *arrival_values(arrival))
    await db.execute(_TRIM, arrival.inbox, ARRIVALS_KEPT)
    told = await db.values(_TOLD, arrival.inbox)
    return behaviour_from(told[0][0]) if told else WELL_BEHAVED


async def arrivals(db: Session, inbox: InboxName) -> list[Arrival]:
    return [arrival_from(row) for row in await db.rows(_ARRIVALS, inbox)]


async def instruct(db: Session, inbox: InboxName, behaviour: Behaviour, times: int) -> None:
    if times > 0:
        await db.execute(_INSTRUCT, inbox, behaviour_text(behaviour), times)
    else:
        await db.execute(_TAKE_BACK, inbox)


async def empty(db: Session, inbox: InboxName) -> int:
    await db.execute(_TAKE_BACK, inbox)
    return await db.execute(_EMPTY, inbox)
