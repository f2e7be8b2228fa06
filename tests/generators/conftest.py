import pytest

from tests.generators.images_api import ImagesApi
from tests.generators.openai_world import World


@pytest.fixture
async def api():
    async with ImagesApi() as api:
        yield api


@pytest.fixture
async def world(api):
    """Worlds around one API; their clients are closed at the end."""
    worlds = []

    def make(**how):
        worlds.append(World(api, **how))
        return worlds[-1]

    yield make
    for each in worlds:
        await each.client.close()
