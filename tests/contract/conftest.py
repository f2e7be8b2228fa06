from functools import partial

import pytest

from heliograph.adapters.store.memory import MemoryStore
from heliograph.adapters.store.postgres import PostgresStore
from heliograph.adapters.store.sqlite import SqliteStore


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def opening(request, tmp_path):
    """How to open one of each kind; a database on a server is made before there is an event loop."""
    if request.param == "postgres":
        return partial(PostgresStore.attach, request.getfixturevalue("database_url"))
    return in_memory if request.param == "memory" else partial(SqliteStore.open, tmp_path / "data")


@pytest.fixture
async def store(opening):
    opened = await opening()
    yield opened
    await opened.close()


async def in_memory():
    return MemoryStore()
