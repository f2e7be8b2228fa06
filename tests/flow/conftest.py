import pytest

from heliograph.adapters.blobs.local import LocalBlobs
from heliograph.adapters.clock import MovingClock
from heliograph.adapters.store.memory import MemoryStore
from heliograph.domain.link import Links
from heliograph.flow.keep import Shelf
from tests.samples import NOW


@pytest.fixture
def clock():
    return MovingClock(NOW)


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
async def blobs(tmp_path):
    kept = LocalBlobs(tmp_path / "images")
    yield kept
    await kept.close()


@pytest.fixture
def shelf(blobs):
    return Shelf(blobs=blobs, links=Links("https://pictures.example", b"key"), media_days=14)
