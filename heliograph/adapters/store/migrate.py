"""Brings a SQLite database up to date, whole or not at all."""

import logging
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from heliograph.adapters.store.faults import translated
from heliograph.domain.errors import StoreTooNew, StoreTooOld

_SCRIPTS = Path(__file__).parent / "migrations"


def migrate(path: Path) -> str:
    """Run the steps that the database at `path` lacks; returns its revision. Raises `StoreError`s."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    engine = _engine(path)
    try:
        with translated(path), engine.begin() as connection:
            _refuse_newer(path, connection, ScriptDirectory.from_config(config))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            return str(MigrationContext.configure(connection).get_current_revision())
    finally:
        engine.dispose()


def require_current(path: Path) -> None:
    """Raises `StoreTooOld` or `StoreTooNew` unless the database at `path` has every step, and no other."""
    scripts = ScriptDirectory(str(_SCRIPTS))
    # Not the engine that migrates: that one takes the write lock even to read.
    engine = sa.create_engine(f"sqlite:///{path}", poolclass=sa.NullPool)
    try:
        with translated(path), engine.connect() as connection:
            _refuse_newer(path, connection, scripts)
            revision = MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()
    if revision != scripts.get_current_head():
        raise StoreTooOld(
            f"{path} is at revision {revision or 'none'} and has to be brought to {scripts.get_current_head()}: stop "
            "the server if one runs, run `heliograph migrate`, and start the server again"
        )


def _refuse_newer(path: Path, connection: sa.Connection, scripts: ScriptDirectory) -> None:
    revision = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in scripts.walk_revisions()}
    if revision is not None and revision not in known:
        raise StoreTooNew(
            f"{path} is at revision {revision}, which this version of Heliograph does not know (it knows up to "
            f"{scripts.get_current_head()}): run the newer version again, or point HELIOGRAPH_DATA_DIR elsewhere"
        )


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
