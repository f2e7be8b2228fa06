"""Migrations beside which older processes go on, and those that wait for their end."""

import asyncio
from urllib.parse import urlsplit

import asyncpg
import pytest

from heliograph.adapters.store.places import steps_left
from heliograph.adapters.store.postgres import PostgresStore
from heliograph.adapters.store.postgres_migrate import Migrated, migrate_postgres
from heliograph.adapters.store.postgres_older import PRESENCE
from heliograph.adapters.store.postgres_steps import Kind, steps_in
from heliograph.domain.errors import StoreBusy, StoreInUse, StoreTooNew, StoreTooOld
from tests.postgres import Proxy, ask, fetch
from tests.samples import DAY, NOW, THEM, US, a_task, later, task_id
from tests.steps import NEWER, newer_steps

HEAD = steps_in().head


@pytest.fixture(scope="module")
def made(databases):
    """A database of this version to copy from, which is quicker than to migrate each."""
    template = asyncio.run(databases.make())
    asyncio.run(migrate_postgres(template))
    return urlsplit(template).path.removeprefix("/")


@pytest.fixture
async def url(databases, made):
    return await databases.make(f"TEMPLATE {made}")


@pytest.fixture
def newer(tmp_path):
    return newer_steps(tmp_path / "newer")


@pytest.fixture
async def old(url):
    """A process of this version at work."""
    store = await PostgresStore.open(url)
    await store.hold(US, now=NOW, seconds=400 * DAY)
    yield store
    await store.close()


async def revision_of(url):
    [(revision,)] = await fetch(url, "SELECT version_num FROM alembic_version")
    return revision


async def works(store, number):
    await store.record_tasks([a_task(number)])
    [task] = await store.claim_tasks(owner=US, limit=9, now=later())
    await store.note_progress(task, 0.5, now=later())
    assert (await store.find_task(task_id(number))).progress == 0.5


# --- step by step


async def test_pre_goes_as_far_as_the_first_post_step_and_the_process_at_work_goes_on(url, old, newer):
    await works(old, 1)
    migrated = await migrate_postgres(url, only=Kind.PRE, steps=newer)
    assert (migrated.revision, [step.revision for step in migrated.left]) == ("n2", ["n3", "n4"])
    await works(old, 2)
    assert await migrate_postgres(url, only=Kind.PRE, steps=newer) == migrated


@pytest.mark.parametrize("only", [None, Kind.POST])
async def test_a_post_step_waits_for_the_end_of_the_older_process(url, old, newer, only):
    await migrate_postgres(url, only=Kind.PRE, steps=newer)
    with pytest.raises(StoreInUse, match=rf"step n3 is a post step.* a process of an older version \(up to {HEAD}\)"):
        await migrate_postgres(url, only=only, steps=newer)
    await works(old, 1)
    await old.release(US)
    await old.close()
    migrated = await migrate_postgres(url, only=only, steps=newer)
    assert migrated.revision == ("n4" if only is None else "n3")


@pytest.mark.usefixtures("old")
async def test_without_a_word_both_are_taken_as_far_as_possible(url, newer):
    with pytest.raises(StoreInUse, match="n3"):
        await migrate_postgres(url, steps=newer)
    assert await revision_of(url) == "n2"


async def test_a_process_of_the_newer_version_starts_beside_the_older_one_and_takes_the_rest_once_it_is_alone(
    url, old, tmp_path
):
    newer = newer_steps(tmp_path / "newer", {name: NEWER[name] for name in ("n1", "n2", "n3")})
    beside = await PostgresStore.open(url, steps=newer)
    await beside.hold(THEM, now=NOW, seconds=400 * DAY)
    assert await revision_of(url) == "n2"
    await works(old, 1)
    await old.release(US)
    await old.close()
    alone = await PostgresStore.open(url, steps=newer)
    assert await revision_of(url) == "n3"  # the other newer one is in nobody's way
    for store in (alone, beside):
        await store.close()


@pytest.mark.usefixtures("old")
async def test_a_version_that_needs_what_comes_after_a_post_step_does_not_start_beside_an_older_one(url, newer):
    with pytest.raises(StoreInUse, match="step n3 is a post step"):
        await PostgresStore.open(url, steps=newer)
    assert await revision_of(url) == "n2"


async def test_post_before_pre_is_refused(url, newer):
    with pytest.raises(StoreTooOld, match=f"at revision {HEAD} and lacks n1, .*`heliograph migrate --pre` first"):
        await migrate_postgres(url, only=Kind.POST, steps=newer)
    assert await revision_of(url) == HEAD


async def test_one_kind_alone_ends_where_the_other_begins(url, newer):
    reached = []
    for only in (Kind.PRE, Kind.POST, Kind.PRE, Kind.PRE, Kind.POST):
        migrated = await migrate_postgres(url, only=only, steps=newer)
        reached.append((migrated.revision, len(migrated.left)))
    assert reached == [("n2", 2), ("n3", 1), ("n4", 0), ("n4", 0), ("n4", 0)]


async def test_steps_of_one_kind_are_all_taken_or_none_and_those_before_stay(url, tmp_path):
    broken = newer_steps(
        tmp_path / "broken",
        {
            "b1": ("pre", "CREATE TABLE stays ()"),
            "b2": ("post", "CREATE TABLE goes ()"),
            "b3": ("post", "SELECT 1 / 0"),
        },
    )
    with pytest.raises(Exception, match="division by zero"):
        await migrate_postgres(url, steps=broken)
    assert await revision_of(url) == "b1"
    assert await fetch(url, "SELECT to_regclass('stays')::text, to_regclass('goes')::text") == [("stays", None)]


async def test_an_empty_database_takes_everything_at_once(databases, newer):
    url = await databases.make()
    assert await migrate_postgres(url, steps=newer) == Migrated("n4")
    noted = dict(await fetch(url, "SELECT revision, kind FROM migration_step"))
    assert noted == {step.revision: str(step.kind) for step in newer.steps}


async def test_a_step_that_waits_behind_a_dump_gives_up_before_others_have_to_wait_for_it(url, newer):
    dump = await asyncpg.connect(url)
    async with dump.transaction():
        await dump.execute("LOCK TABLE task IN ACCESS SHARE MODE")
        with pytest.raises(StoreBusy, match="locked by somebody else"):
            await migrate_postgres(url, steps=newer)
    await dump.close()
    assert (await migrate_postgres(url, steps=newer)).revision == "n4"


# --- who is too old


async def test_an_older_version_starts_beyond_pre_steps_and_refuses_beyond_a_post_step(url, newer):
    await migrate_postgres(url, only=Kind.PRE, steps=newer)
    for reach in (PostgresStore.open, PostgresStore.attach):
        store = await reach(url)
        await works(store, 1 if reach == PostgresStore.open else 2)
        await store.close()
    assert await migrate_postgres(url) == Migrated("n2")
    await migrate_postgres(url, steps=newer)
    for reach in (PostgresStore.open, PostgresStore.attach, migrate_postgres):
        with pytest.raises(StoreTooNew, match=rf"revision n4.*cannot work beside \(it knows up to {HEAD}\)"):
            await reach(url)


async def test_a_newer_version_works_before_its_post_steps_and_not_before_its_pre_steps(url, tmp_path):
    newer = newer_steps(tmp_path / "newer", {name: NEWER[name] for name in ("n1", "n2", "n3")})
    with pytest.raises(StoreTooOld, match=f"at revision {HEAD} and has to be brought to n3"):
        await PostgresStore.attach(url, steps=newer)
    await migrate_postgres(url, only=Kind.PRE, steps=newer)
    store = await PostgresStore.attach(url, steps=newer)
    await works(store, 1)
    await store.close()


async def test_post_steps_that_are_left_are_told_until_they_are_taken(url, tmp_path, monkeypatch):
    newer = newer_steps(tmp_path / "newer", {name: NEWER[name] for name in ("n1", "n2", "n3")})
    monkeypatch.setattr("heliograph.adapters.store.postgres_steps.steps_in", lambda: newer)
    await migrate_postgres(url, only=Kind.PRE, steps=newer)
    assert await steps_left(url) == ["n3"]
    await migrate_postgres(url, steps=newer)
    assert await steps_left(url) == await steps_left("") == []


async def test_who_says_nothing_of_its_steps_counts_as_the_oldest(url, newer):
    first = await asyncpg.connect(url, server_settings={"application_name": PRESENCE})
    with pytest.raises(StoreInUse, match=r"up to 0001"):
        await migrate_postgres(url, steps=newer)
    await first.close()


async def test_a_process_of_another_database_is_in_nobodys_way(url, databases, newer):
    elsewhere = await asyncpg.connect(await databases.make(), server_settings={"application_name": PRESENCE})
    assert (await migrate_postgres(url, steps=newer)).revision == "n4"
    await elsewhere.close()


async def test_a_process_that_is_cut_off_is_waited_for_until_its_lease_is_over(url, newer):
    await ask(url, "INSERT INTO lease SELECT 'gone', (extract(epoch FROM now()) * 1000)::bigint + 9000")
    with pytest.raises(StoreInUse, match=r"cut off or was killed, whose lease ends in [89] s"):
        await migrate_postgres(url, steps=newer)
    await ask(url, "UPDATE lease SET until = until - 9000")
    assert (await migrate_postgres(url, steps=newer)).revision == "n4"


async def test_a_process_that_starts_while_a_post_step_is_taken_waits_for_it_and_ends_with_a_sentence(url):
    store = await PostgresStore.attach(url)
    migrating = await asyncpg.connect(url)
    transaction = migrating.transaction()
    await transaction.start()
    await migrating.execute("SELECT pg_advisory_xact_lock(hashtextextended('heliograph migrate --post', 0))")
    await migrating.execute("INSERT INTO migration_step VALUES ('n3', 'post')")
    holding = asyncio.create_task(store.hold(US, now=NOW, seconds=400 * DAY))
    done, _ = await asyncio.wait({holding}, timeout=0.2)
    assert not done
    await transaction.commit()
    with pytest.raises(StoreTooNew, match="step n3 of a newer version"):
        await holding
    await migrating.close()
    await store.close()


async def test_a_process_that_was_cut_off_during_a_post_step_does_not_come_back(url, newer):
    async with Proxy(url, forwards_commit=False) as proxy:
        store = await PostgresStore.open(proxy.url)
        await store.hold(US, now=NOW, seconds=0)  # over already
        proxy.go_away()
        async with asyncio.timeout(20):
            while await fetch(url, "SELECT 1 FROM pg_stat_activity WHERE application_name ~ 'heliograph presence'"):
                await asyncio.sleep(0.02)
        await migrate_postgres(url, steps=newer)
        proxy.come_back()
        with pytest.raises(StoreTooNew, match="stop this process"):
            await store.hold(US, now=NOW, seconds=400 * DAY)
        await store.close()


async def test_every_step_of_ours_is_of_a_kind_and_was_noted(url):
    noted = dict(await fetch(url, "SELECT revision, kind FROM migration_step"))
    assert noted == {step.revision: str(step.kind) for step in steps_in().steps}
    assert isinstance(steps_in().steps[0].kind, Kind)
