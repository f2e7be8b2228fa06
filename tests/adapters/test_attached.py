"""A store that is attached beside the one that holds the folder."""

import sqlite3
from contextlib import asynccontextmanager, closing

import pytest

from heliograph.adapters.store.doorbell import BELL
from heliograph.adapters.store.sqlite import DATABASE, SqliteStore, migrate_folder
from heliograph.domain.delivery import DeliveryState
from heliograph.domain.errors import StoreBusy, StoreDamaged, StoreMissing, StoreTooNew, StoreTooOld
from heliograph.domain.records import DeliveryFilter
from heliograph.domain.task import started
from tests.fakes import until
from tests.samples import DAY, NOW, US, a_delivery, a_task, success


@asynccontextmanager
async def closed_after(opening):
    store = await opening
    try:
        yield store
    finally:
        await store.close()


def execute(folder, statement):
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        database.execute(statement)
        database.commit()


async def test_what_is_claimed_stays_claimed_and_both_see_what_the_other_writes(tmp_path):
    async with closed_after(SqliteStore.open(tmp_path)) as server:
        task = started(a_task(), owner=US)
        await server.record_tasks([task, a_task()])
        await server.finish_tasks([success(task, delivery=a_delivery(task))])
        await server.hold(US, now=NOW, seconds=DAY)
        [claimed] = await server.claim_deliveries(owner=US, limit=1, now=NOW, per_lane=1, in_flight={})
        [running] = await server.claim_tasks(owner=US, limit=1, now=NOW)
        async with closed_after(SqliteStore.attach(tmp_path)) as beside:
            assert await beside.find_delivery(claimed.id) == claimed
            replay = await beside.replay_deliveries(DeliveryFilter(), now=NOW, per_second=1)
            await beside.rotate_signing_secret("whsec_new", now=NOW, others_until=NOW)
        assert (replay.count, replay.under_way) == (0, 1)
        assert await server.find_delivery(claimed.id) == claimed
        assert (await server.find_task(running.id)).owner == US
        assert (await server.find_delivery(claimed.id)).state is DeliveryState.SENDING
        assert [secret.text for secret in await server.signing_secrets(now=NOW)] == ["whsec_new"]


async def test_it_locks_nobody_out(tmp_path):
    migrate_folder(tmp_path)
    async with (
        closed_after(SqliteStore.attach(tmp_path)),
        closed_after(SqliteStore.attach(tmp_path)),
        closed_after(SqliteStore.open(tmp_path)),
    ):
        with pytest.raises(StoreBusy):
            await SqliteStore.open(tmp_path)


async def test_who_holds_the_folder_is_told_of_what_another_process_has_written_and_not_of_its_own(tmp_path):
    async with closed_after(SqliteStore.open(tmp_path)) as server:
        rings = []
        server.on_change(lambda: rings.append(1))
        await server.record_tasks([a_task()])
        await server.record_tasks([a_task()])
        async with closed_after(SqliteStore.attach(tmp_path)) as beside:
            assert await beside.census() == await server.census()
            assert rings == []
            await beside.replay_deliveries(DeliveryFilter(), now=NOW, per_second=1)
            await until(lambda: rings)
    assert not (tmp_path / BELL).exists()


async def test_a_bell_that_a_killed_process_left_or_that_cannot_be_hung_is_no_obstacle(tmp_path):
    (tmp_path / BELL).touch()
    deep = tmp_path / ("d" * 100)
    for folder in (tmp_path, deep):
        async with (
            closed_after(SqliteStore.open(folder)) as server,
            closed_after(SqliteStore.attach(folder)) as beside,
        ):
            await beside.record_tasks([a_task()])
            assert (await server.census()).tasks_queued == 1


async def test_looking_waits_for_no_writer(tmp_path):
    migrate_folder(tmp_path)
    with closing(sqlite3.connect(tmp_path / DATABASE, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        async with closed_after(SqliteStore.attach(tmp_path)) as beside:
            assert await beside.find_task("unknown") is None


@pytest.mark.parametrize("folder", [".", "nowhere"])
async def test_where_there_is_no_database_none_is_made(tmp_path, folder):
    with pytest.raises(StoreMissing, match=r"holds no Heliograph database: set HELIOGRAPH_DATA_DIR"):
        await SqliteStore.attach(tmp_path / folder)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("statement", ["UPDATE alembic_version SET version_num = '0001'", "DROP TABLE alembic_version"])
async def test_an_older_database_is_left_as_it_is(tmp_path, statement):
    migrate_folder(tmp_path)
    execute(tmp_path, statement)
    before = (tmp_path / DATABASE).read_bytes()
    with pytest.raises(StoreTooOld, match=r"is at revision (0001|none) .* run `heliograph migrate`"):
        await SqliteStore.attach(tmp_path)
    assert (tmp_path / DATABASE).read_bytes() == before


async def test_a_newer_database_and_something_else_are_refused(tmp_path):
    migrate_folder(tmp_path)
    execute(tmp_path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreTooNew):
        await SqliteStore.attach(tmp_path)
    (tmp_path / DATABASE).write_text("no database at all, but long enough to be taken for one" * 20)
    with pytest.raises(StoreDamaged):
        await SqliteStore.attach(tmp_path)
