"""Brings a SQLite database up to date, whole or not at all; and what every engine's migration has in common."""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from heliograph.adapters.store import revision as scripts
from heliograph.adapters.store.faults import fault_of
from heliograph.domain.errors import StoreTooNew, StoreTooOld

POSTGRES_STEPS = "postgres/versions"
"""Each engine has steps of its own, in a folder of its own: they share the tables, not how one gets there."""


def migrate(path: Path) -> str:
    """Run the steps that the database at `path` lacks; returns its revision. Raises `StoreError`s."""
    config = configured(scripts.SQLITE_STEPS)
    engine = _engine(path)
    try:
        with _translated(path), engine.begin() as connection:
            refuse_newer(str(path), connection, config, elsewhere="HELIOGRAPH_DATA_DIR")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            return revision_of(connection)
    finally:
        engine.dispose()


def require_current(path: Path) -> None:
    """Raises `StoreTooOld` or `StoreTooNew` unless the database at `path` has every step, and no other."""
    # Not the engine that migrates: that one takes the write lock even to read.
    engine = sa.create_engine(f"sqlite:///{path}", poolclass=sa.NullPool)
    try:
        with _translated(path), engine.connect() as connection:
            refuse_other(str(path), connection, configured(scripts.SQLITE_STEPS), elsewhere="HELIOGRAPH_DATA_DIR")
    finally:
        engine.dispose()


def configured(steps: str, *more: Path) -> Config:
    """Alembic, with the steps of one engine and those in other folders."""
    config = Config()
    config.set_main_option("script_location", str(scripts.SCRIPTS).replace("%", "%%"))
    folders = os.pathsep.join(str(folder) for folder in (scripts.SCRIPTS / steps, *more))
    config.set_main_option("version_locations", folders.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    return config


def revision_of(connection: sa.Connection) -> str:
    return str(MigrationContext.configure(connection).get_current_revision())


def refuse_newer(place: str, connection: sa.Connection, config: Config, *, elsewhere: str) -> None:
    """Raises `StoreTooNew` for a database that this version does not know."""
    steps = ScriptDirectory.from_config(config)
    revision = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in steps.walk_revisions()}
    if revision is not None and revision not in known:
        raise StoreTooNew(
            f"{place} is at revision {revision}, which this version of Heliograph does not know (it knows up to "
            f"{steps.get_current_head()}): run the newer version again, or point {elsewhere} elsewhere"
        )


def refuse_other(place: str, connection: sa.Connection, config: Config, *, elsewhere: str) -> None:
    """Raises `StoreTooOld` or `StoreTooNew` for a database that is not at the revision of this version."""
    refuse_newer(place, connection, config, elsewhere=elsewhere)
    revision = MigrationContext.configure(connection).get_current_revision()
    head = ScriptDirectory.from_config(config).get_current_head()
    if revision != head:
        raise StoreTooOld(
            f"{place} is at revision {revision or 'none'} and has to be brought to {head}: stop "
            "the server if one runs, run `heliograph migrate`, and start the server again"
        )


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Raises our errors in place of SQLite's, which SQLAlchemy wraps in its own."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise fault_of(path, error.orig) from error
        raise


def _engine(path: Path) -> sa.Engine:
    engine = sa.create_engine(f"sqlite:///{path}", poolclass=sa.NullPool)

    # sqlite3 would commit before every CREATE TABLE: with its own transactions off, all the steps are one.
    @sa.event.listens_for(engine, "connect")
    def connect(raw: "object", _: object) -> None:
        raw.isolation_level = None  # type: ignore[attr-defined]  # SQLAlchemy gives the bare sqlite3 connection here

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
