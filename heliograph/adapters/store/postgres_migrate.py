"""Brings a PostgreSQL database up to date, whole or not at all; several processes may start at once."""

from collections.abc import Callable
from typing import TypeVar

import asyncpg
import sqlalchemy as sa
from alembic import command
from sqlalchemy.ext.asyncio import create_async_engine

from heliograph.adapters.store.migrate import POSTGRES_STEPS, configured, refuse_newer, refuse_other, revision_of
from heliograph.adapters.store.postgres_faults import CONNECTION_FAULTS, fault_of
from heliograph.adapters.store.postgres_pool import CONNECT_SECONDS
from heliograph.adapters.store.postgres_url import place_of

ResultT = TypeVar("ResultT")

_SETTING = "HELIOGRAPH_DATABASE_URL"
_ALONE = "SELECT pg_advisory_xact_lock(hashtextextended('heliograph migrate', 0))"


async def migrate_postgres(url: str) -> str:
    """Run the steps that the database lacks; returns its revision. Raises `StoreError`s."""
    return await _on(url, lambda connection: _upgrade(connection, place_of(url)))


async def require_current(url: str) -> None:
    """Raises `StoreTooOld` or `StoreTooNew` unless the database has every step, and no other."""
    config = configured(POSTGRES_STEPS)
    await _on(url, lambda connection: refuse_other(place_of(url), connection, config, elsewhere=_SETTING))


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


def _upgrade(connection: sa.Connection, place: str) -> str:
    connection.execute(sa.text(_ALONE))
    config = configured(POSTGRES_STEPS)
    refuse_newer(place, connection, config, elsewhere=_SETTING)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    return revision_of(connection)
