"""Brings a PostgreSQL database up to date, step by step or as far as older processes permit; several may start at once.

Steps of one kind that follow each other are one transaction: all of them are taken, or none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import asyncpg
import sqlalchemy as sa
from alembic import command
from alembic.runtime.migration import MigrationContext
from sqlalchemy.ext.asyncio import create_async_engine

from heliograph.adapters.store.postgres_faults import CONNECTION_FAULTS, fault_of
from heliograph.adapters.store.postgres_older import refuse_older
from heliograph.adapters.store.postgres_pool import CONNECT_SECONDS
from heliograph.adapters.store.postgres_steps import Kind, Step, Steps, run_of, steps_in
from heliograph.adapters.store.postgres_url import place_of
from heliograph.domain.errors import StoreInUse, StoreTooNew, StoreTooOld

ResultT = TypeVar("ResultT")

_ALONE = "SELECT pg_advisory_xact_lock(hashtextextended('heliograph migrate', 0))"
# A step that waits for a table, behind a dump for instance, keeps everybody waiting who comes after it.
_SOON = "SET LOCAL lock_timeout = '2s'"
_NOTED = "SELECT revision, kind FROM migration_step"
_NOTE = "INSERT INTO migration_step (revision, kind) VALUES (:revision, :kind) ON CONFLICT DO NOTHING"


@dataclass(frozen=True, slots=True)
class Migrated:
    """Where the database is now, and what was left for another time."""

    revision: str
    left: tuple[Step, ...] = ()


async def migrate_postgres(url: str, *, only: Kind | None = None, steps: Steps | None = None) -> Migrated:
    """Take the steps that the database lacks, or only those of one kind that come next. Raises `StoreError`s.

    `StoreInUse` is raised where a POST step has to wait for older processes; the steps before it are taken.
    """
    steps = steps or steps_in()
    place, is_first = place_of(url), True

    def take(connection: sa.Connection) -> tuple[Migrated, bool]:
        connection.execute(sa.text(_ALONE))
        connection.execute(sa.text(_SOON))
        return _take(connection, place, steps, only, is_first=is_first)

    while True:
        migrated, is_over = await _on(url, take)
        if is_over:
            return migrated
        is_first = False


async def start_postgres(url: str, *, steps: Steps) -> None:
    """What a process needs before it starts, and what else may be done by then. Raises `StoreError`s."""
    try:
        await migrate_postgres(url, steps=steps)
    except StoreInUse as waits:
        try:
            await require_fitting(url, steps=steps)
        except StoreTooOld:
            raise waits from None


async def require_fitting(url: str, *, steps: Steps) -> tuple[Step, ...]:
    """The POST steps that are left. Raises `StoreTooOld` or `StoreTooNew` unless this version can work without them."""
    return await _on(url, lambda connection: _left(connection, place_of(url), steps))


def _take(
    connection: sa.Connection, place: str, steps: Steps, only: Kind | None, *, is_first: bool
) -> tuple[Migrated, bool]:
    """Take the steps of one kind that come next; whether that was all."""
    revision = _fitting_revision(connection, place, steps)
    pending = steps.after(revision)
    if not pending:
        return Migrated(str(revision)), True
    if only and pending[0].kind is not only:
        if only is Kind.POST and is_first:
            raise StoreTooOld(
                f"{place} is at revision {revision or 'none'} and lacks {pending[0].revision}, which has to come "
                "before any post step: run `heliograph migrate --pre` first"
            )
        return Migrated(str(revision), pending), True
    chosen = run_of(pending)
    if chosen[0].kind is Kind.POST and revision is not None:
        refuse_older(connection, place, steps, chosen[0])
    steps.config.attributes["connection"] = connection
    command.upgrade(steps.config, chosen[-1].revision)
    if _notes(connection):
        taken = [step for step in steps.steps if step not in pending or step in chosen]
        connection.execute(sa.text(_NOTE), [{"revision": step.revision, "kind": str(step.kind)} for step in taken])
    return Migrated(chosen[-1].revision), False


def _left(connection: sa.Connection, place: str, steps: Steps) -> tuple[Step, ...]:
    revision = _fitting_revision(connection, place, steps)
    left = steps.after(revision)
    if any(step.kind is Kind.PRE for step in left):
        raise StoreTooOld(
            f"{place} is at revision {revision or 'none'} and has to be brought to {steps.head}: run `heliograph "
            "migrate`, with --pre while processes of an older version run"
        )
    return left


def _fitting_revision(connection: sa.Connection, place: str, steps: Steps) -> str | None:
    """Raises `StoreTooNew` where a step that this version does not know took something from it."""
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is None or revision in steps.known:
        return revision
    noted = {row.revision: row.kind for row in connection.execute(sa.text(_NOTED))} if _notes(connection) else {}
    unknown = {name: kind for name, kind in noted.items() if name not in steps.known}
    if unknown.get(revision) == Kind.PRE and set(unknown.values()) == {Kind.PRE}:
        return revision
    raise StoreTooNew(
        f"{place} is at revision {revision}, which this version of Heliograph does not know and cannot work beside "
        f"(it knows up to {steps.head}): run the newer version again, or point HELIOGRAPH_DATABASE_URL elsewhere"
    )


def _notes(connection: sa.Connection) -> bool:
    return bool(connection.execute(sa.text("SELECT to_regclass('migration_step') IS NOT NULL")).scalar())


async def _on(url: str, what: Callable[[sa.Connection], ResultT]) -> ResultT:
    async def connect() -> object:
        return await asyncpg.connect(url, timeout=CONNECT_SECONDS)

    engine = create_async_engine("postgresql+asyncpg://", async_creator=connect, poolclass=sa.NullPool)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(what)
    except sa.exc.DBAPIError as error:
        cause = getattr(error.orig, "__cause__", None)
        raise fault_of(place_of(url), cause or error) from error
    except CONNECTION_FAULTS as error:
        raise fault_of(place_of(url), error) from error
    finally:
        await engine.dispose()
