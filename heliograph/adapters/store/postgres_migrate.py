"""Brings a PostgreSQL database up to date, whole or not at all; several processes may start at once."""

import asyncpg
import sqlalchemy as sa
from alembic import command
from sqlalchemy.ext.asyncio import create_async_engine

from heliograph.adapters.store.migrate import POSTGRES_STEPS, configured, refuse_newer, revision_of
from heliograph.adapters.store.postgres_faults import CONNECTION_FAULTS, fault_of
from heliograph.adapters.store.postgres_pool import CONNECT_SECONDS
from heliograph.adapters.store.postgres_url import place_of

_ALONE = "SELECT pg_advisory_xact_lock(hashtextextended('heliograph migrate', 0))"


async def migrate_postgres(url: str) -> str:
    """Run the steps that the database lacks; returns its revision. Raises `StoreError`s."""

    async def connect() -> object:
        return await asyncpg.connect(url, timeout=CONNECT_SECONDS)

    engine = create_async_engine("postgresql+asyncpg://", async_creator=connect, poolclass=sa.NullPool)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(lambda sync: _upgrade(sync, place_of(url)))
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
    refuse_newer(place, connection, config, elsewhere="HELIOGRAPH_DATABASE_URL")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    return revision_of(connection)
