import pytest

from heliograph.adapters.store.memory import MemoryStore
from heliograph.adapters.store.sqlite import SqliteStore


@pytest.fixture(params=["memory", "sqlite"])
async def store(request, tmp_path):
    opened = MemoryStore() if request.param == "memory" else await SqliteStore.open(tmp_path / "data")
    yield opened
    await opened.close()
