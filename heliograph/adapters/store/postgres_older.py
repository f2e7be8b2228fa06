"""Who still runs with an older version: every process says on its connection which steps it knows."""

from typing import Any

import sqlalchemy as sa

from heliograph.adapters.store.postgres_steps import Kind, Step, Steps
from heliograph.domain.errors import StoreInUse, StoreTooNew

PRESENCE = "heliograph presence"
"""The name of the connection that says that a process lives; after it stands the last step that it knows."""

_SESSIONS = """
SELECT application_name FROM pg_stat_activity
WHERE datname = current_database() AND application_name LIKE 'heliograph presence%'
"""
# Cut off, and perhaps alive: what cannot be asked is waited for until its lease is over.
_CUT_OFF = """
SELECT max(until) / 1000.0 - extract(epoch FROM now()) FROM lease
WHERE until / 1000.0 > extract(epoch FROM now()) AND NOT EXISTS (
    SELECT 1 FROM pg_locks
    WHERE locktype = 'advisory' AND objsubid = 1
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND ((classid::bigint << 32) | objid::bigint) = hashtextextended(owner, 0)
)
"""
_KEY = "hashtextextended('heliograph migrate --post', 0)"
_CLOSE = f"SELECT pg_advisory_xact_lock({_KEY})"
_PASS = f"SELECT pg_advisory_xact_lock_shared({_KEY})"
_POST_STEPS = "SELECT revision FROM migration_step WHERE kind = 'post'"


def name_of(steps: Steps) -> str:
    """What a process calls the connection that says that it lives."""
    return f"{PRESENCE} {steps.head}"


async def refuse_ourselves(connection: Any, place: str, steps: Steps) -> None:
    """After the connection has its name. Raises `StoreTooNew` if this version has become too old meanwhile.

    Either a step that looks for older processes sees this one, or this one waits here and then sees the step.
    """
    await connection.fetchval(_PASS)
    if not await connection.fetchval("SELECT to_regclass('migration_step')"):
        return
    taken = {row[0] for row in await connection.fetch(_POST_STEPS)}
    if unknown := taken - steps.known:
        raise StoreTooNew(
            f"{place} has taken step {min(unknown)} of a newer version, beside which this one cannot work: "
            "stop this process, and start it with the newer version"
        )


def refuse_older(connection: sa.Connection, place: str, steps: Steps, step: Step) -> None:
    """Raises `StoreInUse` while a process runs that does not know this POST step; none starts until the commit."""
    connection.execute(sa.text(_CLOSE))
    named = connection.execute(sa.text(_SESSIONS)).scalars().all()
    heads = [name.removeprefix(PRESENCE).strip() or steps.steps[0].revision for name in named]
    older = sorted(head for head in heads if steps.lacks(step, head))
    if older:
        raise StoreInUse(_told(place, step, f"{_count(len(older))} of an older version (up to {older[0]})"))
    left = connection.execute(sa.text(_CUT_OFF)).scalar()
    if left is not None:
        seconds = int(left) + 1
        raise StoreInUse(_told(place, step, f"one that is cut off or was killed, whose lease ends in {seconds} s"))


def _told(place: str, step: Step, who: str) -> str:
    return (
        f"{place}: step {step.revision} is a {Kind.POST} step, which no process of an older version may live to see, "
        f"and there is {who}: stop it, then run `heliograph migrate --post`; what could be done before is done"
    )


def _count(number: int) -> str:
    return "a process" if number == 1 else f"one of {number} processes"
