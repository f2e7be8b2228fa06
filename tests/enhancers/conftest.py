import pytest

from tests.generators.images_api import ImagesApi


@pytest.fixture
async def api():
    """It answers what a test says; of itself it draws."""
    async with ImagesApi() as api:
        yield api
