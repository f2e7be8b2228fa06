"""After each case the sockets and the memory of the process are back where they were."""

import gc
import resource
from pathlib import Path

import pytest
from hypothesis import settings

from tests.egress.raw import descriptors, until

settings.register_profile("patient", deadline=None)  # a busy machine is no reason to fail
settings.load_profile("patient")
ROOM_BYTES = 64 * 1024 * 1024


def resident_bytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


@pytest.fixture(autouse=True)
async def everything_is_back_where_it_was():
    sockets, memory = descriptors(), resident_bytes()
    yield
    if descriptors() > sockets:
        gc.collect()  # A reader's connection goes with its thread, once nobody refers to that any more.
    await until(lambda: descriptors() <= sockets)
    assert resident_bytes() - memory < ROOM_BYTES
