"""A store that is attached to a PostgreSQL as it is: nothing is migrated, and nothing given back."""

from datetime import UTC, datetime, timedelta

import pytest

from heliograph.adapters.store.places import attach_store, moment_in, open_store
from heliograph.adapters.store.postgres_migrate import migrate_postgres
from heliograph.domain.errors import StoreTooNew, StoreTooOld, StoreUnavailable
from heliograph.domain.task import started
from tests.postgres import ask, fetch
from tests.samples import DAY, NOW, US, a_task


@pytest.fixture
async def empty_url(databases):
    return await databases.make()


async def test_a_revision_that_this_version_does_not_know_is_refused(empty_url, tmp_path):
    await migrate_postgres(empty_url)
    await ask(empty_url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreTooNew, match=r"is at revision 9999.* point HELIOGRAPH_DATABASE_URL elsewhere"):
        await attach_store(empty_url, tmp_path)


async def test_a_database_without_tables_is_left_as_it_is(empty_url, tmp_path):
    with pytest.raises(StoreTooOld, match=r"is at revision none .* run `heliograph migrate`"):
        await attach_store(empty_url, tmp_path)
    assert await fetch(empty_url, "SELECT 1 FROM pg_tables WHERE schemaname = 'public'") == []


async def test_a_server_that_is_not_there_is_told_in_words(tmp_path):
    with pytest.raises(StoreUnavailable, match="cannot be reached"):
        await attach_store(f"postgresql://me@/x?host={tmp_path}", tmp_path)


async def test_what_its_servers_clock_shows_is_known(database_url):
    before = datetime.now(UTC)
    moment = await moment_in(database_url)
    assert before - timedelta(seconds=1) <= moment <= datetime.now(UTC) + timedelta(seconds=1)
    assert await moment_in("") is None


async def test_what_is_claimed_stays_claimed(database_url, tmp_path):
    server = await open_store(database_url, tmp_path)
    await server.hold(US, now=NOW, seconds=DAY)
    await server.record_tasks([started(a_task(), owner=US)])
    beside = await attach_store(database_url, tmp_path)
    assert (await beside.census()).tasks_running == 1
    await beside.close()
    assert await server.release_expired(now=NOW) == 0
    assert (await server.census()).tasks_running == 1
    await server.close()
