"""Which store stands behind a setting: PostgreSQL where a database is named, else SQLite in the data folder."""

import asyncio
from datetime import datetime
from pathlib import Path

from heliograph.adapters.store.postgres_url import place_of
from heliograph.adapters.store.sqlite import SqliteStore, migrate_folder
from heliograph.domain.errors import SettingsError
from heliograph.ports import Store


async def open_store(database_url: str, folder: Path) -> Store:
    """Up to date and ready. Raises `StoreError`s."""
    if not database_url:
        return await SqliteStore.open(folder)
    # Only here: the driver is an extra that SQLite does not need.
    from heliograph.adapters.store.postgres import PostgresStore  # noqa: PLC0415

    return await PostgresStore.open(database_url)


async def attach_store(database_url: str, folder: Path) -> Store:
    """As it is, whether a server works on it or not: nothing is migrated. Raises `StoreError`s."""
    if not database_url:
        return await SqliteStore.attach(folder)
    from heliograph.adapters.store.postgres import PostgresStore  # noqa: PLC0415  # as above

    return await PostgresStore.attach(database_url)


async def moment_in(database_url: str) -> datetime | None:
    """What the clock of the database's machine shows; None where that is ours. Raises `StoreError`s."""
    if not database_url:
        return None
    from heliograph.adapters.store.postgres_pool import moment_of  # noqa: PLC0415  # as above

    return await moment_of(database_url)


async def steps_left(database_url: str) -> list[str]:
    """What `heliograph migrate --post` has still to do, where this version works without it. Raises `StoreError`s."""
    if not database_url:
        return []
    from heliograph.adapters.store.postgres_migrate import require_fitting  # noqa: PLC0415  # as above
    from heliograph.adapters.store.postgres_steps import steps_in  # noqa: PLC0415  # as above

    return [step.revision for step in await require_fitting(database_url, steps=steps_in())]


def migrate_store(database_url: str, folder: Path, *, only: str | None = None) -> str:
    """Bring the database up to date, or take only its `pre` or `post` steps; what came of it. Raises `StoreError`s."""
    if not database_url:
        if only:
            raise SettingsError(
                f"--{only} is for PostgreSQL, where several processes run: without HELIOGRAPH_DATABASE_URL there is "
                "one, on a data folder; stop it and run `heliograph migrate` without --pre and --post"
            )
        return f"{folder} is at revision {migrate_folder(folder)}"
    from heliograph.adapters.store.postgres_migrate import migrate_postgres  # noqa: PLC0415  # as above
    from heliograph.adapters.store.postgres_steps import Kind  # noqa: PLC0415  # as above

    migrated = asyncio.run(migrate_postgres(database_url, only=Kind(only) if only else None))
    told = f"{place_of(database_url)} is at revision {migrated.revision}"
    left = ", ".join(step.revision for step in migrated.left)
    return f"{told}; left for `heliograph migrate --{migrated.left[0].kind}`: {left}" if left else told
