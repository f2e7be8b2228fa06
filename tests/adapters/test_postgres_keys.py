"""The first key and the first secret are made once, however close together two processes start."""

import asyncio

import asyncpg
import pytest

from heliograph.adapters.store.postgres import PostgresStore
from heliograph.domain.task import KeyId
from tests.postgres import fetch
from tests.samples import NOW

WAITING = "SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'relation'"
THEIRS = {
    "key": "INSERT INTO api_key (id, created_at) VALUES ('theirs', 0)",
    "secret": "INSERT INTO signing_secret (text, created_at) VALUES ('theirs', 0)",
}


async def first(store, what):
    if what == "key":
        return list(await store.key_ids(candidate=KeyId("ours"), now=NOW))
    return [secret.text for secret in await store.signing_secrets(candidate="ours", now=NOW)]


@pytest.mark.parametrize("what", THEIRS)
async def test_who_comes_while_another_makes_the_first_one_waits_and_takes_that_one(database_url, what):
    store, other = await PostgresStore.attach(database_url), await asyncpg.connect(database_url)
    async with other.transaction():
        await other.execute(THEIRS[what])
        asking = asyncio.create_task(first(store, what))
        async with asyncio.timeout(20):
            while not asking.done() and not await fetch(database_url, WAITING):
                await asyncio.sleep(0.01)
    assert await asking == ["theirs"]
    await other.close()
    await store.close()
