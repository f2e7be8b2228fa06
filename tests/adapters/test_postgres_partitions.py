"""Partitions by the day of the task: made ahead, dropped when their day is empty, and never in anybody's way."""

import asyncio
import re
import secrets
import time
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateColumn

from heliograph.adapters.store.postgres import PostgresStore
from heliograph.adapters.store.postgres_migrate import migrate_postgres
from heliograph.adapters.store.postgres_partitions import DAYS_AHEAD, PARTED, STRAGGLERS
from heliograph.adapters.store.postgres_pool import Database
from heliograph.adapters.store.postgres_steps import Steps, steps_in
from heliograph.adapters.store.schema import metadata
from heliograph.domain.delivery import settled
from heliograph.domain.task import new_task_id, started
from heliograph.domain.verdict import Verdict
from tests.postgres import fetch
from tests.samples import FINE, US, a_delivery, a_task, settlement, success

TABLES = [parted.table for parted in PARTED]
DAYS = 60


@pytest.fixture
async def url(databases):
    url = await databases.make()
    await migrate_postgres(url)
    return url


@pytest.fixture
async def store(url):
    opened = await PostgresStore.attach(url)
    yield opened
    await opened.close()


@pytest.fixture
async def today(url):
    """Noon of the day on which the database was made, by its own clock."""
    return datetime.strptime(f"{(await partitions(url))['receipt'][0]} 12", "%Y%m%d %H").replace(tzinfo=UTC)


async def done(store, at, *, delivered=True):
    """A task of that moment that has ended, with its delivery."""
    task = started(a_task(created_at=at), owner=US)
    task = replace(task, id=new_task_id(int(at.timestamp() * 1000), secrets.token_bytes(10)))
    await store.record_tasks([task])
    delivery = a_delivery(task, created_at=at, due_at=at)
    assert await store.finish_tasks([success(task, at=at, delivery=delivery)]) == [True]
    if delivered:
        await deliver(store, delivery, at)
    return delivery


async def deliver(store, delivery, at):
    claimed = await store.claim_deliveries(owner=US, limit=9, now=at, per_lane=9, in_flight={})
    [held] = [each for each in claimed if each.id == delivery.id]
    assert held.body == delivery.body
    way = settlement(held, settled(held, FINE, Verdict.DELIVERED, next_attempt_at=None, at=at))
    assert await store.settle_deliveries([way]) == [True]


async def swept(store, now, days=DAYS):
    before = now - timedelta(days=days)
    count = await store.drop_records(finished_before=before, limit=1000)
    await store.tend(now=now, finished_before=before)
    return count


async def partitions(url):
    """The names without the table's, of each table."""
    rows = await fetch(url, "SELECT inhparent::regclass::text, inhrelid::regclass::text FROM pg_inherits ORDER BY 1, 2")
    return {table: [name.removeprefix(f"{table}_") for parent, name in rows if parent == table] for table in TABLES}


def day(moment):
    return f"{moment:%Y%m%d}"


async def rows_in(url, partition):
    return {
        table: count
        for table in TABLES
        for ((count,),) in [await fetch(url, f"SELECT count(*) FROM {table}_{partition}")]  # noqa: S608  # our own names
    }


# --- made


async def test_today_and_some_days_ahead_have_a_partition_from_the_start_and_others_come_with_time(url, store, today):
    ahead = [day(today + timedelta(days=number)) for number in range(DAYS_AHEAD + 2)]
    assert await partitions(url) == {table: [*ahead[:-1], "rest"] for table in TABLES}
    await swept(store, today)
    assert await partitions(url) == {table: [*ahead[:-1], "rest"] for table in TABLES}
    await swept(store, today + timedelta(days=1))
    assert await partitions(url) == {table: [*ahead, "rest"] for table in TABLES}


async def test_what_hangs_on_a_task_lies_in_the_partition_of_its_day(url, store, today):
    await done(store, today + timedelta(days=1))
    assert await rows_in(url, day(today + timedelta(days=1))) == {"task_event": 3, "receipt": 1}


async def test_who_keeps_records_for_years_has_partitions_of_many_days(url, store, today):
    await swept(store, today + timedelta(days=DAYS_AHEAD), days=3650)
    assert len((await partitions(url))["receipt"]) == DAYS_AHEAD + 1 + 1 + 1
    await swept(store, today + timedelta(days=DAYS_AHEAD + 55), days=3650)
    assert len((await partitions(url))["receipt"]) == DAYS_AHEAD + 1 + 1 + 1
    delivery = await done(store, today + timedelta(days=DAYS_AHEAD + 50))
    assert len(await store.receipts_of(delivery.id)) == 1
    assert await rows_in(url, "rest") == dict.fromkeys(TABLES, 0)


async def test_days_for_which_no_process_made_one_stay_in_the_rest_and_the_next_days_do_not(url, store, today):
    late = today + timedelta(days=20)
    delivery = await done(store, late)
    assert (await rows_in(url, "rest"))["receipt"] == 1
    await swept(store, late)
    assert [name for name in (await partitions(url))["receipt"] if name >= day(late)] == [
        *(day(late + timedelta(days=number)) for number in range(1, DAYS_AHEAD + 1)),
        "rest",
    ]
    assert len(await store.receipts_of(delivery.id)) == 1
    assert await swept(store, late + timedelta(days=DAYS, seconds=1)) == 1
    assert await rows_in(url, "rest") == dict.fromkeys(TABLES, 0)


# --- dropped


async def test_a_day_goes_as_a_whole_once_no_task_of_it_is_left(url, store, today):
    early, late = await done(store, today), await done(store, today + timedelta(hours=9))
    assert await swept(store, today + timedelta(days=DAYS, hours=1)) == 1
    assert day(today) in (await partitions(url))["receipt"]
    assert await store.receipts_of(early.id) == []
    assert await store.events_of(early.task_id) == []
    assert len(await store.receipts_of(late.id)) == 1
    assert len(await store.events_of(late.task_id)) == 3
    assert (await rows_in(url, day(today)))["receipt"] == 2  # nobody sees the first, and nothing was spent on it
    assert await swept(store, today + timedelta(days=DAYS + 1)) == 1
    assert all(day(today) not in names for names in (await partitions(url)).values())
    assert day(today + timedelta(days=1)) in (await partitions(url))["receipt"]


async def test_a_day_of_which_a_task_is_open_stays_for_a_day_and_then_goes_without_it(url, store, today):
    gone, owed = await done(store, today), await done(store, today, delivered=False)
    over = today + timedelta(days=DAYS + 1)
    assert await swept(store, over) == 1
    assert day(today) in (await partitions(url))["task_event"]
    await swept(store, over + timedelta(days=1))
    assert day(today) not in (await partitions(url))["task_event"]
    assert await rows_in(url, "rest") == {"task_event": 3, "receipt": 0}
    assert len(await store.events_of(owed.task_id)) == 3
    await deliver(store, owed, over + timedelta(days=1))
    assert len(await store.receipts_of(owed.id)) == 1
    assert await store.receipts_of(gone.id) == []
    assert await swept(store, over + timedelta(days=2)) == 1
    assert await rows_in(url, "rest") == dict.fromkeys(TABLES, 0)


async def test_a_day_of_which_many_are_open_stays(url, store, today):
    for _ in range(STRAGGLERS + 1):
        await store.record_tasks(
            [replace(a_task(created_at=today), id=new_task_id(int(today.timestamp() * 1000), secrets.token_bytes(10)))]
        )
    await swept(store, today + timedelta(days=2 * DAYS))
    assert (await rows_in(url, day(today)))["task_event"] == STRAGGLERS + 1


# --- in nobody's way


async def test_a_long_reader_keeps_partitions_waiting_and_nobody_else(url, store, today):
    delivery = await done(store, today)
    over = today + timedelta(days=DAYS + 1)
    assert await store.drop_records(finished_before=over - timedelta(days=DAYS), limit=9) == 1
    dump = await asyncpg.connect(url)
    async with dump.transaction():
        await dump.fetch("SELECT count(*) FROM receipt, task_event")
        began = time.monotonic()
        tending = asyncio.create_task(swept(store, over))
        await asyncio.gather(*(done(store, today + timedelta(seconds=number), delivered=False) for number in range(9)))
        await tending
        assert time.monotonic() - began < 5
        assert day(today) in (await partitions(url))["receipt"]
    await dump.close()
    assert await store.find_task(delivery.task_id) is None


async def test_several_processes_tend_at_once_and_each_partition_is_made_and_dropped_once(url, store, today):
    others = [await PostgresStore.attach(url) for _ in range(3)]
    await done(store, today)
    over = today + timedelta(days=DAYS + 1)
    await store.drop_records(finished_before=over - timedelta(days=DAYS), limit=9)
    tending = [each.tend(now=over, finished_before=over - timedelta(days=DAYS)) for each in (store, *others)]
    await asyncio.gather(*tending)
    await store.tend(now=over, finished_before=over - timedelta(days=DAYS))
    made = [day(over + timedelta(days=number)) for number in range(DAYS_AHEAD + 1)]
    for names in (await partitions(url)).values():
        assert [name for name in names if name >= day(over)] == [*made, "rest"]
        assert day(today) not in names
    for each in others:
        await each.close()


# --- from the tables of the first version


@asynccontextmanager
async def columns_of_today(url):
    """A task's columns that came later than its first table are there for a while, for who writes them."""
    known = await fetch(url, "SELECT column_name FROM information_schema.columns WHERE table_name = 'task'")
    later = [column for column in metadata.tables["task"].columns if (column.name,) not in known]
    for column in later:
        await fetch(url, f"ALTER TABLE task ADD {CreateColumn(column).compile(dialect=postgresql.dialect())}")
    yield
    for column in later:
        await fetch(url, f"ALTER TABLE task DROP {column.name}")


async def test_what_was_there_becomes_one_partition_and_goes_as_a_whole_in_its_time(databases):
    url = await databases.make()
    whole, today = steps_in(), datetime.now(UTC)
    await migrate_postgres(url, steps=Steps(whole.steps[:1], whole.config))
    old = PostgresStore(await Database.connect(url), whole)
    async with columns_of_today(url):
        kept = await done(old, today)
    await migrate_postgres(url)
    again = await done(old, today + timedelta(minutes=1))
    await old.close()
    store = await PostgresStore.attach(url)
    for delivery in (kept, again):
        assert len(await store.receipts_of(delivery.id)) == 1
        assert [event.name for event in await store.events_of(delivery.task_id)] == ["accepted", "started", "succeeded"]
        assert (await store.find_delivery(delivery.id)).body == delivery.body
    assert await rows_in(url, "before") == {"task_event": 6, "receipt": 2}
    assert len({seq for (seq,) in await fetch(url, "SELECT seq FROM task_event")}) == 6
    over = today + timedelta(days=DAYS + 2)
    assert await swept(store, over) == 2
    assert all("before" not in names for names in (await partitions(url)).values())
    await store.close()


# --- by their keys


async def test_a_key_leads_to_one_partition(url, store, today):
    delivery = await done(store, today)
    for parted in PARTED:
        key = delivery.id if parted.prefix else delivery.task_id
        connection = await asyncpg.connect(url, server_settings={"plan_cache_mode": "force_generic_plan"})
        await connection.execute(f"PREPARE found AS SELECT 1 FROM {parted.table} WHERE {parted.column} = $1")  # noqa: S608  # ours
        rows = await connection.fetch(f"EXPLAIN EXECUTE found('{key}')")
        await connection.close()
        plan = "\n".join(row[0] for row in rows)
        assert set(re.findall(rf"{parted.table}_(?:rest|\d{{8}})(?= )", plan)) == {f"{parted.table}_{day(today)}"}, plan
