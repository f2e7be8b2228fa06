"""A world for each test, and a client in it."""

import pytest

from tests.web.world import World


@pytest.fixture
async def world(tmp_path):
    world = World(tmp_path / "images")
    yield world
    await world.blobs.close()


@pytest.fixture
async def client(world):
    async with world.client() as client:
        yield client
