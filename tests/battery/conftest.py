"""After each case the sockets and the memory of the process are back where they were."""

import ctypes
import gc
import resource
import warnings
from pathlib import Path

import pytest
from hypothesis import settings

from tests.egress.raw import descriptors, until

settings.register_profile("patient", deadline=None)  # a busy machine is no reason to fail
settings.load_profile("patient")
ROOM_BYTES = 64 * 1024 * 1024


M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
for parameter in (M_TRIM_THRESHOLD, M_MMAP_THRESHOLD):
    # Large blocks go back at once: of those that a thread has freed, glibc would keep up to 64 MB for later.
    ctypes.CDLL(None).mallopt(parameter, 128 * 1024)


def resident_bytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


@pytest.fixture(autouse=True)
async def everything_is_back_where_it_was():
    sockets, memory = descriptors(), resident_bytes()
    yield
    # A reader's connection goes with its thread, once nobody refers to that any more; and what a case has left in
    # cycles, thousands of its receivers' connections, must not be found by the next one.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()
    await until(lambda: descriptors() <= sockets)
    assert resident_bytes() - memory < ROOM_BYTES
