"""What PostgreSQL is asked about inboxes."""

from collections.abc import Sequence

from heliograph.adapters.store.postgres_pool import Session
from heliograph.adapters.store.postgres_sql import execute_rows, inserting
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

_KEEP = inserting("inbox_arrival", ARRIVAL_COLUMNS)
# What another process is just forgetting is left to it: else two who forget each other's would wait in a circle.
_TRIM = """
DELETE FROM inbox_arrival WHERE seq IN (
    SELECT seq FROM inbox_arrival WHERE seq IN (
        SELECT old.seq FROM unnest($1::text[]) AS asked(asked_inbox), LATERAL (
            SELECT seq FROM inbox_arrival WHERE inbox = asked_inbox ORDER BY seq DESC OFFSET $2
        ) AS old
    ) FOR UPDATE SKIP LOCKED
)
"""
_TRIM_ALL = """
DELETE FROM inbox_arrival WHERE seq IN (
    SELECT seq FROM inbox_arrival WHERE seq <= (SELECT max(seq) FROM inbox_arrival) - $1::bigint
    FOR UPDATE SKIP LOCKED
)
"""
_INSTRUCTED = """
SELECT inbox, behaviour, times FROM inbox_instruction WHERE inbox = ANY($1::text[]) AND times > 0
ORDER BY inbox FOR UPDATE
"""
_TOLD = """
UPDATE inbox_instruction SET times = times_left
FROM unnest($1::text[], $2::bigint[]) AS told(told_inbox, times_left) WHERE inbox = told_inbox
"""
_ARRIVALS = f"SELECT {ARRIVAL_COLUMNS} FROM inbox_arrival WHERE inbox = $1 ORDER BY seq DESC LIMIT $2"
_INSTRUCT = """
INSERT INTO inbox_instruction (inbox, behaviour, times) VALUES ($1, $2, $3)
ON CONFLICT (inbox) DO UPDATE SET behaviour = excluded.behaviour, times = excluded.times
"""
# Beside the new one as many others as there is room for; those that have the fewest answers left go first.
_FORGET = """
DELETE FROM inbox_instruction WHERE inbox IN (
    SELECT inbox FROM inbox_instruction WHERE inbox IN (
        SELECT inbox FROM inbox_instruction WHERE inbox <> $1 ORDER BY times DESC OFFSET $2
    ) FOR UPDATE SKIP LOCKED
)
"""
_TAKE_BACK = "DELETE FROM inbox_instruction WHERE inbox = $1"
_EMPTY = "DELETE FROM inbox_arrival WHERE inbox = $1"


async def note_arrivals(db: Session, arrivals: Sequence[Arrival]) -> list[Behaviour]:
    """How each of them is to be answered."""
    await execute_rows(db, _KEEP, [arrival_values(arrival) for arrival in arrivals])
    inboxes = sorted({arrival.inbox for arrival in arrivals})
    await db.execute(_TRIM, inboxes, ARRIVALS_KEPT)
    await db.execute(_TRIM_ALL, ARRIVALS_KEPT_IN_ALL)
    instructed = await db.values(_INSTRUCTED, inboxes)
    behaviours = {inbox: behaviour_from(text) for inbox, text, _ in instructed}
    left = {inbox: times for inbox, _, times in instructed}
    told: list[Behaviour] = []
    for arrival in arrivals:
        is_told = left.get(arrival.inbox, 0) > 0
        told.append(behaviours[arrival.inbox] if is_told else WELL_BEHAVED)
        if is_told:
            left[arrival.inbox] -= 1
    await execute_rows(db, _TOLD, list(left.items()))
    return told


async def arrivals(db: Session, inbox: InboxName) -> list[Arrival]:
    return [arrival_from(row) for row in await db.rows(_ARRIVALS, inbox, ARRIVALS_KEPT)]


async def instruct(db: Session, inbox: InboxName, behaviour: Behaviour, times: int) -> None:
    if times > 0:
        await db.execute(_INSTRUCT, inbox, behaviour_text(behaviour), times)
        await db.execute(_FORGET, inbox, INSTRUCTIONS_KEPT - 1)
    else:
        await db.execute(_TAKE_BACK, inbox)


async def empty(db: Session, inbox: InboxName) -> int:
    await db.execute(_TAKE_BACK, inbox)
    return await db.execute(_EMPTY, inbox)
