import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from heliograph.adapters.store import revision as scripts_module
from heliograph.adapters.store import sqlite as sqlite_module
from heliograph.adapters.store import sqlite_deliveries
from heliograph.adapters.store.migrate import configured, migrate
from heliograph.adapters.store.rows import to_ms
from heliograph.adapters.store.schema import metadata
from heliograph.adapters.store.sqlite import DATABASE, SqliteStore, migrate_folder
from heliograph.adapters.store.writer import LONG, Writer
from heliograph.domain.delivery import DeliveryState, sending
from heliograph.domain.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly, StoreTooNew
from heliograph.domain.task import TaskId, TaskState, started
from heliograph.domain.verdict import Fault
from tests.fakes import until
from tests.samples import DAY, NOW, THEM, US, a_delivery, a_task, later, success, task_id

IS_ROOT = os.geteuid() == 0


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@asynccontextmanager
async def opened(folder):
    store = await SqliteStore.open(folder)
    try:
        yield store
    finally:
        await store.close()


def rows(folder, query):
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        return database.execute(query).fetchall()


def pragma(name):
    return lambda database: database.execute(f"PRAGMA {name}").fetchone()[0]


# --- durability


async def test_what_is_acknowledged_is_synced_to_a_write_ahead_log(folder):
    async with opened(folder) as store:
        assert await store.write(pragma("journal_mode")) == "wal"
        assert await store.write(pragma("synchronous")) == 2  # FULL
        assert await store.write(pragma("temp_store")) == 2  # MEMORY


async def test_what_is_due_is_looked_for_while_the_writer_is_busy(folder):
    async with opened(folder) as store:
        go_on = threading.Event()
        busy = asyncio.create_task(store.write(lambda _: go_on.wait(20)))
        try:
            claim = store.claim_deliveries(owner=US, limit=9, now=later(seconds=9), per_lane=9, in_flight={})
            assert await asyncio.wait_for(claim, 10) == []
            assert not busy.done()
        finally:
            go_on.set()
            await busy


async def test_what_is_due_is_looked_for_while_all_readers_are_busy(folder):
    async with opened(folder) as store:
        go_on = threading.Event()
        busy = [asyncio.create_task(store.read(lambda _: go_on.wait(20))) for _ in range(60)]
        try:
            await asyncio.sleep(0)
            claim = store.claim_deliveries(owner=US, limit=9, now=later(seconds=9), per_lane=9, in_flight={})
            assert await asyncio.wait_for(claim, 10) == []
            assert not any(each.done() for each in busy)
        finally:
            go_on.set()
            await asyncio.gather(*busy)


@pytest.mark.parametrize("count", [1, LONG])
async def test_a_claim_that_nobody_waits_for_any_more_takes_nothing(folder, count):
    async with opened(folder) as store:
        tasks = [started(a_task(number), owner=US) for number in range(count)]
        await store.record_tasks(tasks)
        await store.finish_tasks([success(task, delivery=a_delivery(task)) for task in tasks])
        go_on = threading.Event()
        busy = asyncio.create_task(store._writer.run(lambda _: go_on.wait(20), size=LONG))  # short ones are next
        claim = asyncio.create_task(
            store.claim_deliveries(owner=US, limit=99, now=later(seconds=9), per_lane=99, in_flight={})
        )
        await until(lambda: store._writer._jobs.qsize() > 0)
        claim.cancel()
        await asyncio.wait([claim])
        released = asyncio.create_task(store.release(US))
        await asyncio.sleep(0)
        go_on.set()
        await asyncio.gather(busy, released)
        await store.write(lambda _: None)
        states = {
            state for (state,) in await store.read(lambda db: db.execute("SELECT state FROM delivery").fetchall())
        }
        assert states == {"owed"}


@pytest.mark.parametrize("state", ["sending", "delivered", "cancelled"])
async def test_what_was_due_and_is_no_longer_owed_is_not_claimed(folder, state):
    async with opened(folder) as store:
        task = started(a_task(), owner=US)
        await store.record_tasks([task])
        await store.finish_tasks([success(task, delivery=a_delivery(task))])

        def meanwhile(db):
            [(seq,)] = db.execute("SELECT seq FROM delivery")
            db.execute("UPDATE delivery SET state = ?, owner = ?", (state, THEM if state == "sending" else None))
            return sqlite_deliveries.claim(db, [seq], owner=US)

        assert await store.write(meanwhile) == []
        [delivery] = await store.deliveries_of(task.id)
        assert (delivery.state, delivery.owner == US) == (state, False)


async def test_a_reader_cannot_write(folder):
    async with opened(folder) as store:
        assert await store.read(pragma("query_only")) == 1
        with pytest.raises(StoreReadOnly):
            await store.read(lambda database: database.execute("DELETE FROM task"))


async def test_when_an_answer_is_there_another_connection_sees_it(folder):
    async with opened(folder) as store:
        for number in range(20):
            await store.record_tasks([a_task(number)])
            assert rows(folder, "SELECT count(*) FROM task") == [(number + 1,)]


async def test_what_was_stored_is_there_after_the_next_start(folder):
    task = a_task()
    async with opened(folder) as store:
        await store.record_tasks([task])
    async with opened(folder) as store:
        assert await store.find_task(task.id) == task


async def test_the_database_is_for_its_owner_only(folder):
    async with opened(folder):
        assert (folder / DATABASE).stat().st_mode & 0o777 == 0o600
        assert folder.stat().st_mode & 0o777 == 0o700


async def test_claims_of_a_dead_process_are_given_back_at_the_next_start(folder):
    task, other = started(a_task(), owner=THEM), started(a_task(), owner=THEM)
    delivery = sending(a_delivery(other), owner=THEM)
    async with opened(folder) as store:
        await store.hold(THEM, now=NOW, seconds=99 * DAY)
        await store.record_tasks([task, other])
        await store.finish_tasks([success(other, delivery=delivery)])
    async with opened(folder) as store:
        assert (await store.find_task(task.id)).state is TaskState.QUEUED
        [back] = await store.deliveries_of(other.id)
        assert (back.state, back.owner) == (DeliveryState.OWED, None)
        assert await store.release_expired(now=later()) == 0


# --- group commit


@asynccontextmanager
async def traced(store):
    statements = []
    await store.write(lambda database: database.set_trace_callback(statements.append))
    statements.clear()
    yield statements
    await store.write(lambda database: database.set_trace_callback(None))


async def test_many_writes_at_once_share_few_commits(folder):
    async with opened(folder) as store, traced(store) as statements:
        await asyncio.gather(*(store.record_tasks([a_task(number)]) for number in range(400)))
        commits = statements.count("COMMIT")
    assert 1 <= commits <= 40
    assert rows(folder, "SELECT count(*) FROM task") == [(400,)]


async def test_one_that_fails_does_not_take_its_neighbours_with_it(folder):
    async with opened(folder) as store:
        await store.record_tasks([a_task(5)])
        written = await asyncio.gather(
            *(store.record_tasks([a_task(number)]) for number in range(10)), return_exceptions=True
        )
    assert [number for number, answer in enumerate(written) if answer is not None] == [5]
    assert isinstance(written[5], StoreError)
    assert "task.id" in str(written[5])
    assert rows(folder, "SELECT count(*) FROM task") == [(10,)]
    assert rows(folder, "SELECT count(*) FROM task_event") == [(10,)]


async def test_what_is_short_waits_for_one_long_job_at_most_and_what_is_long_for_one_round_of_short_ones(tmp_path):
    begun, gate, statements = threading.Event(), threading.Event(), []

    def noting(name):
        return lambda db: db.execute(f"SELECT '{name}'")

    def begin(db):
        db.set_trace_callback(statements.append)
        begun.set()
        gate.wait(20)

    with closing(sqlite3.connect(tmp_path / "w.db", check_same_thread=False, isolation_level=None)) as connection:
        writer = Writer(tmp_path / "w.db", lambda: connection)
        writing = [asyncio.create_task(writer.run(begin))]
        await until(begun.is_set)
        for number in range(2):
            writing.append(asyncio.create_task(writer.run(noting(f"long {number}"), size=LONG)))
            writing.append(asyncio.create_task(writer.run(noting(f"short {number}"))))
        await asyncio.sleep(0)
        gate.set()
        await asyncio.gather(*writing)
        await writer.close()
    groups = " ".join(statements).replace("SELECT ", "").replace("BEGIN IMMEDIATE", "").split("COMMIT")
    assert [group.strip() for group in groups if group.strip()] == ["'long 0'", "'short 0' 'short 1'", "'long 1'"]


async def test_a_fault_of_ours_reaches_the_one_who_asked(folder):
    async with opened(folder) as store:
        with pytest.raises(ZeroDivisionError):
            await store.write(lambda _: 1 / 0)
        await store.record_tasks([a_task()])


async def test_who_no_longer_waits_keeps_nobody_else_waiting(folder):
    async with opened(folder) as store:
        gate = threading.Event()
        blocked = asyncio.create_task(store.write(lambda _: gate.wait(20)))
        given_up = asyncio.create_task(store.record_tasks([a_task(1)]))
        waiting = asyncio.create_task(store.record_tasks([a_task(2)]))
        await asyncio.sleep(0)
        given_up.cancel()
        gate.set()
        await asyncio.gather(blocked, waiting)
        assert await store.find_task(task_id(2))


async def test_what_came_in_before_the_close_is_written(folder):
    store = await SqliteStore.open(folder)
    writes = [asyncio.create_task(store.record_tasks([a_task(number)])) for number in range(50)]
    await asyncio.sleep(0)
    await store.close()
    await asyncio.gather(*writes)
    assert rows(folder, "SELECT count(*) FROM task") == [(50,)]


async def test_a_writer_that_gets_no_connection_says_so_at_once(tmp_path):
    path = tmp_path / "missing" / DATABASE
    with pytest.raises((StoreError, sqlite3.Error)):
        Writer(path, lambda: sqlite_module.connect(path))


# --- what can be wrong with the file


async def test_a_database_of_a_newer_version_is_refused_and_left_as_it_is(folder):
    async with opened(folder) as store:
        await store.record_tasks([a_task()])
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(StoreTooNew, match=r"revision 9999.*run the newer version again"):
        await SqliteStore.open(folder)
    with pytest.raises(StoreTooNew):
        migrate_folder(folder)
    assert (folder / DATABASE).read_bytes() == before


def make_folder(folder):
    folder.mkdir()
    return folder / DATABASE


async def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(folder):
    make_folder(folder).write_bytes(b"this is a letter, not a database. " * 100)
    with pytest.raises(StoreDamaged, match="is not a SQLite database"):
        await SqliteStore.open(folder)
    assert (folder / DATABASE).read_bytes().startswith(b"this is a letter")


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
async def test_a_truncated_database_is_refused(folder, kept):
    async with opened(folder) as store:
        await store.record_tasks([a_task() for _ in range(200)])
    path = folder / DATABASE
    os.truncate(path, int(path.stat().st_size * kept))
    with pytest.raises(StoreDamaged, match="restore"):
        async with opened(folder) as store:
            await store.record_tasks([a_task()])


async def test_an_empty_file_becomes_a_database(folder):
    make_folder(folder).touch()
    async with opened(folder) as store:
        await store.record_tasks([a_task()])


async def test_after_a_refusal_the_folder_is_free_again(folder):
    path = make_folder(folder)
    path.write_bytes(b"this is a letter, not a database. " * 100)
    for _ in range(2):
        with pytest.raises(StoreDamaged):
            await SqliteStore.open(folder)
    path.unlink()
    async with opened(folder):
        pass


# --- who else is there


async def test_a_second_store_on_the_folder_is_refused_and_told_who_holds_it(folder):
    async with opened(folder) as store:
        with pytest.raises(StoreBusy, match=rf"in use by another Heliograph \(process {os.getpid()}\)"):
            await SqliteStore.open(folder)
        with pytest.raises(StoreBusy):
            migrate_folder(folder)
        await store.record_tasks([a_task()])
    async with opened(folder):
        pass


HOLD_FOLDER = """
    import asyncio, sys, pathlib
    from heliograph.adapters.store.sqlite import SqliteStore

    async def main():
        await SqliteStore.open(pathlib.Path(sys.argv[1]))
        print("held", flush=True)
        await asyncio.Event().wait()

    asyncio.run(main())
"""


async def test_a_second_process_is_told_who_holds_the_folder_and_a_killed_one_holds_nothing(folder):
    with subprocess.Popen(  # noqa: ASYNC220  # only its first line is waited for
        [sys.executable, "-c", textwrap.dedent(HOLD_FOLDER), folder], stdout=subprocess.PIPE
    ) as process:
        try:
            assert await asyncio.to_thread(process.stdout.readline) == b"held\n"
            with pytest.raises(StoreBusy, match=rf"process {process.pid}"):
                await SqliteStore.open(folder)
        finally:
            process.kill()
    async with opened(folder):
        pass


LOCK_DATABASE = """
    import sqlite3, sys

    database = sqlite3.connect(sys.argv[1], isolation_level=None)
    database.execute("BEGIN EXCLUSIVE")
    print("locked", flush=True)
    sys.stdin.read()
"""


async def test_a_database_locked_by_another_program_is_busy_and_works_again_later(folder, monkeypatch):
    monkeypatch.setattr(sqlite_module, "BUSY_TIMEOUT_SECONDS", 0.1)
    async with opened(folder) as store:
        with subprocess.Popen(  # noqa: ASYNC220  # only its first line is waited for
            [sys.executable, "-c", textwrap.dedent(LOCK_DATABASE), folder / DATABASE],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        ) as other:  # fmt: skip
            assert await asyncio.to_thread(other.stdout.readline) == b"locked\n"
            with pytest.raises(StoreBusy, match="locked by another process"):
                await store.record_tasks([a_task()])
            assert await store.find_task(task_id(1)) is None
        await store.record_tasks([a_task()])
    assert rows(folder, "SELECT count(*) FROM task") == [(1,)]


async def test_while_it_is_locked_many_wait_no_longer_than_one(folder, monkeypatch):
    monkeypatch.setattr(sqlite_module, "BUSY_TIMEOUT_SECONDS", 0.2)
    async with opened(folder) as store:
        with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            began = time.monotonic()
            answers = await asyncio.gather(*(store.record_tasks([a_task()]) for _ in range(30)), return_exceptions=True)
            took = time.monotonic() - began
    assert {type(answer) for answer in answers} == {StoreBusy}
    assert took < 3


# --- no right to write


async def test_a_folder_that_cannot_be_made_is_said_to_be_so():
    with pytest.raises(StoreReadOnly, match="give this user write access"):
        await SqliteStore.open(Path("/proc/heliograph"))


async def test_a_folder_in_the_place_of_the_database_is_said_to_be_unusable(folder):
    make_folder(folder).mkdir()
    with pytest.raises(StoreReadOnly, match="cannot be opened"):
        await SqliteStore.open(folder)


AS_SOMEBODY_ELSE = """
    import asyncio, os, pathlib, sys
    from heliograph.adapters.store.sqlite import SqliteStore
    from heliograph.domain.errors import HeliographError

    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
    try:
        asyncio.run(SqliteStore.open(pathlib.Path(sys.argv[1])))
    except HeliographError as error:
        print(type(error).__name__, error)
"""


def as_somebody_else(folder):
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(AS_SOMEBODY_ELSE), folder],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert not done.stderr
    return done.stdout


@pytest.fixture
async def public_folder(folder, tmp_path):
    """One that others may enter, with a database in it."""
    async with opened(folder):
        pass
    place = Path(tempfile.gettempdir()) / f"heliograph-{os.getpid()}-{tmp_path.name}"
    shutil.move(folder, place)
    place.chmod(0o755)  # nothing else runs here
    yield place
    shutil.rmtree(place)


@pytest.mark.skipif(not IS_ROOT, reason="only root can become somebody else")
async def test_a_folder_of_somebody_else_is_read_only(public_folder):
    assert as_somebody_else(public_folder).startswith("StoreReadOnly")


@pytest.mark.skipif(not IS_ROOT, reason="only root can become somebody else")
@pytest.mark.parametrize(
    ("mode", "words"),
    [(0o600, "cannot be opened"), (0o644, "belongs to another user"), (0o666, "belongs to another user")],
)
async def test_a_database_of_somebody_else_is_read_only(public_folder, mode, words):
    public_folder.chmod(0o777)
    (public_folder / "heliograph.lock").unlink()
    (public_folder / DATABASE).chmod(mode)
    said = as_somebody_else(public_folder)
    assert said.startswith("StoreReadOnly")
    assert words in said


def test_a_folder_without_write_access_is_read_only():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if IS_ROOT:  # who may write everywhere, and so sends somebody else
            os.chown(folder, 65534, 65534)
            folder.chmod(0o500)
            assert "give this user write access" in as_somebody_else(folder)
        else:
            folder.chmod(0o500)
            with pytest.raises(StoreReadOnly, match="give this user write access"):
                asyncio.run(SqliteStore.open(folder))
        folder.chmod(0o700)


# --- a full disk


async def test_a_full_disk_writes_nothing_by_half_and_works_again_when_there_is_room(folder):
    async with opened(folder) as store:
        kept = a_task()
        await store.record_tasks([kept])
        pages = await store.write(pragma("page_count"))
        await store.write(lambda database: database.execute(f"PRAGMA max_page_count = {pages + 2}").fetchone())
        batch = [a_task(prompt="x" * 5000) for _ in range(20)]
        with pytest.raises(StoreFull, match="is full: free some room"):
            await store.record_tasks(batch)
        assert rows(folder, "SELECT id FROM task") == [(kept.id,)]
        assert rows(folder, "SELECT count(*) FROM task_event") == [(1,)]
        assert await store.find_task(kept.id) == kept
        await store.write(lambda database: database.execute("PRAGMA max_page_count = 100000").fetchone())
        await store.record_tasks(batch)
    assert rows(folder, "SELECT count(*) FROM task") == [(21,)]
    assert rows(folder, "PRAGMA integrity_check") == [("ok",)]


BEYOND_THE_LIMIT = """
    import asyncio, pathlib, resource, sys
    from heliograph.adapters.store.sqlite import SqliteStore
    from heliograph.domain.errors import StoreError
    from tests.samples import a_task

    async def main():
        store = await SqliteStore.open(pathlib.Path(sys.argv[1]))
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
        written = 0
        try:
            while written < 1000:
                await store.record_tasks([a_task(prompt="x" * 3000)])
                written += 1
        except StoreError as error:
            print(type(error).__name__)
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        await store.record_tasks([a_task(10**6)])
        await store.close()
        print(written)

    asyncio.run(main())
"""


async def test_a_log_that_can_grow_no_more_loses_nothing_that_was_acknowledged(folder):
    done = subprocess.run(  # noqa: ASYNC221  # nothing else runs here
        [sys.executable, "-c", textwrap.dedent(BEYOND_THE_LIMIT), folder],
        capture_output=True, text=True, timeout=60, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    error, written = done.stdout.split()
    assert error.startswith("Store")
    assert int(written) > 0
    assert rows(folder, "SELECT count(*) FROM task") == [(int(written) + 1,)]
    assert rows(folder, "PRAGMA integrity_check") == [("ok",)]


# --- migrations

NEWEST = ScriptDirectory.from_config(configured(scripts_module.SQLITE_STEPS)).get_current_head()


def difference(path):
    engine = sa.create_engine(f"sqlite:///{path}", poolclass=sa.NullPool)
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)
    engine.dispose()
    return found


def indexes(path):
    with closing(sqlite3.connect(path)) as database:
        found = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        return {name: " ".join(sql.split()) for name, sql in found}


def test_from_nothing_to_the_newest_step_the_tables_are_those_of_the_schema(tmp_path):
    migrated, made = tmp_path / "migrated.db", tmp_path / "made.db"
    assert migrate(migrated) == migrate(migrated) == NEWEST
    assert difference(migrated) == []
    engine = sa.create_engine(f"sqlite:///{made}", poolclass=sa.NullPool)
    metadata.create_all(engine)
    engine.dispose()
    assert indexes(migrated) == indexes(made)


def test_a_database_that_is_up_to_date_is_known_without_what_would_bring_it_there(folder):
    assert migrate_folder(folder) == scripts_module.newest() == NEWEST
    look = f"""
import sys
from pathlib import Path
from heliograph.adapters.store.sqlite import migrate_folder
assert migrate_folder(Path({str(folder)!r})) == {NEWEST!r}
assert not {{"alembic", "sqlalchemy"}} & sys.modules.keys()
"""
    subprocess.run([sys.executable, "-c", look], check=True)


def test_a_column_that_no_step_makes_would_be_noticed(tmp_path):
    path = tmp_path / "migrated.db"
    migrate(path)
    with closing(sqlite3.connect(path)) as database:
        database.execute("ALTER TABLE task DROP COLUMN params")
    assert difference(path)


FAILING_STEP = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "NEWEST"


def upgrade():
    op.create_table("half", sa.Column("seq", sa.Integer, primary_key=True))
    op.execute("UPDATE task SET prompt = 'changed'")
    raise ZeroDivisionError
""".replace("NEWEST", NEWEST)


async def test_a_step_that_breaks_in_the_middle_leaves_the_database_as_it_was(folder, tmp_path, monkeypatch):
    task = a_task()
    async with opened(folder) as store:
        await store.record_tasks([task])
    scripts = tmp_path / "migrations"
    shutil.copytree(scripts_module.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "9999_breaks.py").write_text(FAILING_STEP)
    with monkeypatch.context() as patch:
        patch.setattr(scripts_module, "SCRIPTS", scripts)
        with pytest.raises(ZeroDivisionError):
            await SqliteStore.open(folder)
    assert rows(folder, "SELECT version_num FROM alembic_version") == [(NEWEST,)]
    assert rows(folder, "SELECT 1 FROM sqlite_master WHERE name = 'half'") == []
    async with opened(folder) as store:
        assert await store.find_task(task.id) == task


async def test_a_first_step_that_breaks_leaves_no_table(folder, tmp_path, monkeypatch):
    scripts = tmp_path / "migrations"
    shutil.copytree(scripts_module.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "9999_breaks.py").write_text(FAILING_STEP)
    with monkeypatch.context() as patch:
        patch.setattr(scripts_module, "SCRIPTS", scripts)
        with pytest.raises(ZeroDivisionError):
            migrate_folder(folder)
    assert rows(folder, "SELECT name FROM sqlite_master") == []
    assert migrate_folder(folder) == NEWEST


def folder_at(revision, folder, tmp_path, monkeypatch):
    """A database as an older version left it."""
    scripts = tmp_path / revision
    shutil.copytree(scripts_module.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    for step in (scripts / "versions").glob("[0-9]*.py"):
        if step.name[:4] > revision:
            step.unlink()
    with monkeypatch.context() as patch:
        patch.setattr(scripts_module, "SCRIPTS", scripts)
        assert migrate_folder(folder) == revision
    return folder / DATABASE


async def test_deliveries_of_the_first_version_are_carried_over(folder, tmp_path, monkeypatch):
    with closing(sqlite3.connect(folder_at("0001", folder, tmp_path, monkeypatch))) as database, database:
        database.execute(
            "INSERT INTO task (id, key_id, state, tries, progress, prompt, size, variants, params, created_at, "
            "finished_at, images) VALUES ('t', 'k', 'succeeded', 1, 1.0, 'p', '1:1', 1, '{}', 1000, 2000, '[]')"
        )
        for number, state in enumerate(("given_up", "owed")):
            database.execute(
                "INSERT INTO delivery (id, task_id, url, lane, state, attempt, repeats, due_at) "
                "VALUES (?, 't', 'http://a.example/', 'a.example', ?, 1, 0, 3000)",
                (f"m{number}", state),
            )
            database.execute("INSERT INTO delivery_body VALUES (?, '{}')", (f"m{number}",))
            database.execute(
                "INSERT INTO receipt (delivery_id, attempt, started_at, ended_at, verdict, fault, detail, bytes_read, "
                "excerpt) VALUES (?, 1, 3000, 4000, 'give_up', 'address_forbidden', 'not from here', 0, '')",
                (f"m{number}",),
            )
    async with opened(folder) as store:
        given_up, owed = await store.deliveries_of(TaskId("t"))
        [receipt] = await store.receipts_of(given_up.id)
    assert (given_up.key_id, to_ms(given_up.created_at), to_ms(given_up.ended_at)) == ("k", 2000, 4000)
    assert (owed.key_id, owed.ended_at, owed.last_fault) == ("k", None, Fault.TARGET_FORBIDDEN)
    assert (receipt.answer.fault, receipt.answer.diagnosis) == (Fault.TARGET_FORBIDDEN, "not from here")


def threads_of_the_store():
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("heliograph-")]


async def test_the_threads_end_with_the_store(folder):
    async with opened(folder) as store:
        await store.record_tasks([started(a_task(), owner=US)])
        await store.claim_deliveries(owner=US, limit=9, now=later(seconds=9), per_lane=9, in_flight={})
        assert len(threads_of_the_store()) == 2
    assert threads_of_the_store() == []
