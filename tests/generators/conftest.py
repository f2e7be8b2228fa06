"""What generators are tried with: an Images API on loopback, and tiny pipelines on disk."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.generators.images_api import ImagesApi
from tests.generators.openai_world import World

PROGRAM = Path(__file__).with_name("diffusers_models.py")


@pytest.fixture(scope="session")
def models(tmp_path_factory):
    """A folder with the pipelines `sd`, `xl`, `lcm` and `inpainting-only`, all with random weights."""
    base = tmp_path_factory.getbasetemp()
    # The processes of one run make them once.
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "diffusers-models"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            make(folder)
    return folder


def make(folder):
    unfinished = folder.with_suffix(".unfinished")
    alone = os.environ | {"OMP_NUM_THREADS": "1"}
    made = subprocess.run(
        [sys.executable, PROGRAM, unfinished], env=alone, capture_output=True, timeout=200, check=False
    )
    assert made.returncode == 0, made.stderr.decode()
    unfinished.rename(folder)


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
