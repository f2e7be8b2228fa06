"""Lending: a file for as long as it is wanted, and nothing of it afterwards."""

import asyncio
import errno
import os
import threading
from pathlib import Path

import pytest

from heliograph.adapters.generators import lending
from heliograph.adapters.generators.lending import lent
from tests.fakes import until

CONTENT = os.urandom(3_000_000)


def files_in_memory():
    """How many such files this process has open."""
    links = (path.readlink() for path in Path("/proc/self/fd").iterdir() if path.is_symlink())
    return sum("memfd:picture" in link.name for link in links)


async def test_a_lent_picture_is_a_file_for_as_long_as_that_lasts():
    async with lent(CONTENT) as path:
        assert await asyncio.to_thread(Path(path).read_bytes) == CONTENT
        assert files_in_memory() == 1
    await until(lambda: files_in_memory() == 0)


async def test_a_borrower_that_is_given_up_while_the_file_is_made_leaves_none(monkeypatch):
    begun, go_on = threading.Event(), threading.Event()
    write = os.write

    def slowly(descriptor, data):
        begun.set()
        go_on.wait(10)
        return write(descriptor, data)

    async def borrow():
        async with lent(CONTENT):
            pytest.fail("it was given up before")

    monkeypatch.setattr(lending.os, "write", slowly)
    borrowing = asyncio.create_task(borrow())
    await asyncio.to_thread(begun.wait, 10)
    borrowing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await borrowing
    assert files_in_memory() == 1  # it is written still
    go_on.set()
    await until(lambda: files_in_memory() == 0)


async def test_no_memory_for_it_is_told_and_leaves_no_file(monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(lending.os, "write", full)
    with pytest.raises(OSError, match="No space left"):
        async with lent(CONTENT):
            pytest.fail("there is nothing to lend")
    await until(lambda: files_in_memory() == 0)
