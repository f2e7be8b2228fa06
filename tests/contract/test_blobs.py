"""What keeps pictures; so far there is one place for them, the disk."""

import asyncio
import os
import resource
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain

import pytest

from heliograph.adapters.blobs.local import LocalBlobs
from heliograph.domain.task import BlobName
from tests.samples import NOW, later, task_id

NAMES = tuple(BlobName(f"{task_id(1)}_{number}.png") for number in range(1, 5))
NAME = NAMES[0]
FAR = datetime(2999, 1, 1, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "images"


@pytest.fixture
async def blobs(folder):
    kept = LocalBlobs(folder)
    yield kept
    await kept.close()


@contextmanager
def files_no_larger_than(size):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def content(blobs, name=NAME):
    path = await blobs.locate(name)
    return path and path.read_bytes()


async def listed(blobs, *, older_than=FAR):
    return sorted(chain(*[handful async for handful in blobs.names(older_than=older_than)]))


async def test_what_was_put_is_there_byte_for_byte(blobs):
    await blobs.put({NAME: b"\x89PNG\r\n\x1a\n\x00\xff"})
    assert await content(blobs) == b"\x89PNG\r\n\x1a\n\x00\xff"


async def test_all_variants_of_a_task_are_kept_side_by_side(blobs):
    await blobs.put({name: name.encode() for name in NAMES})
    assert [await content(blobs, name) for name in NAMES] == [name.encode() for name in NAMES]
    assert len({(await blobs.locate(name)).parent for name in NAMES}) == 1
    assert await listed(blobs) == sorted(NAMES)


async def test_what_was_never_put_is_nowhere(blobs):
    assert await blobs.locate(NAME) is None
    assert await listed(blobs) == []
    await blobs.delete([NAME])


async def test_nothing_to_put_is_no_mistake(blobs):
    await blobs.put({})
    await blobs.delete([])
    assert await listed(blobs) == []


async def test_a_name_put_again_has_the_new_bytes(blobs):
    await blobs.put({NAME: b"old"})
    await blobs.put({NAME: b"new"})
    assert await content(blobs) == b"new"
    assert await listed(blobs) == [NAME]


async def test_whoever_looks_while_a_name_is_put_again_sees_old_or_new_bytes_whole(blobs):
    old, new = b"o" * 300_000, b"n" * 300_000
    await blobs.put({NAME: old})
    writing = asyncio.create_task(asyncio.wait_for(_put_often(blobs, old, new), 60))
    seen = set()
    while not writing.done():
        seen.add(await content(blobs))
    await writing
    assert seen <= {old, new}


async def _put_often(blobs, old, new):
    for number in range(20):
        await blobs.put({NAME: new if number % 2 else old})


async def test_who_has_a_file_open_reads_it_to_the_end_whatever_becomes_of_the_name(blobs):
    await blobs.put({NAME: b"old"})
    with (await blobs.locate(NAME)).open("rb") as file:
        await blobs.put({NAME: b"new"})
        await blobs.delete([NAME])
        assert file.read() == b"old"


async def test_what_was_deleted_is_gone_and_its_neighbours_stay(blobs):
    await blobs.put(dict.fromkeys(NAMES, b"png"))
    await blobs.delete(NAMES[:2])
    assert await listed(blobs) == sorted(NAMES[2:])
    await blobs.delete(NAMES[:2])


async def test_an_empty_shelf_goes_with_its_last_picture(blobs, folder):
    await blobs.put(dict.fromkeys(NAMES, b"png"))
    await blobs.delete(NAMES)
    assert list(folder.iterdir()) == []
    await blobs.put({NAME: b"again"})
    assert await content(blobs) == b"again"


@pytest.mark.parametrize("name", ["../secret", "a/b", "/etc/passwd", "..", ".", ".hidden", "a/", "", "./a"])
async def test_a_name_that_is_no_plain_file_name_is_refused(blobs, folder, name):
    for doing in (
        lambda: blobs.put({BlobName(name): b"x"}),
        lambda: blobs.locate(BlobName(name)),
        lambda: blobs.delete([BlobName(name)]),
    ):
        with pytest.raises(ValueError, match="is no blob name"):
            await doing()
    assert not folder.exists()


async def test_of_several_names_with_a_bad_one_none_leaves_the_folder(blobs, tmp_path):
    with pytest.raises(ValueError, match="is no blob name"):
        await blobs.put({BlobName("../escaped.png"): b"x", NAME: b"x"})
    assert not (tmp_path / "escaped.png").exists()


async def test_only_what_was_written_before_the_moment_is_listed(blobs):
    await blobs.put(dict.fromkeys(NAMES[:2], b"png"))
    _age(await blobs.locate(NAMES[0]), NOW)
    _age(await blobs.locate(NAMES[1]), later(hours=1))
    assert await listed(blobs, older_than=NOW) == []
    assert await listed(blobs, older_than=later(seconds=1)) == [NAMES[0]]
    assert await listed(blobs, older_than=later(hours=2)) == list(NAMES[:2])


async def test_names_come_in_handfuls_and_may_be_deleted_meanwhile(blobs):
    names = [BlobName(f"{number:06}_1.png") for number in range(5)]
    await blobs.put(dict.fromkeys(names, b"png"))
    seen = []
    async for handful in blobs.names(older_than=FAR):
        seen += handful
        await blobs.delete(handful)
    assert sorted(seen) == names
    assert await listed(blobs) == []


async def test_what_a_crash_left_half_written_is_listed_and_can_be_deleted(blobs):
    await blobs.put({NAME: b"png"})
    leftover = (await blobs.locate(NAME)).with_name(f"{NAMES[1]}.4711.part")
    leftover.write_bytes(b"ha")
    _age(leftover, NOW)
    assert await listed(blobs, older_than=later(seconds=1)) == [leftover.name]
    await blobs.delete([BlobName(leftover.name)])
    assert not leftover.exists()
    assert await content(blobs) == b"png"


async def test_a_disk_that_is_full_in_the_middle_shows_no_half_picture_and_keeps_the_old_one(blobs):
    await blobs.put({NAMES[1]: b"old"})
    with files_no_larger_than(100_000), pytest.raises(OSError, match="large"):
        await blobs.put({NAME: b"x" * 300_000})
    with files_no_larger_than(100_000), pytest.raises(OSError, match="large"):
        await blobs.put({NAMES[1]: b"x" * 300_000})
    assert await blobs.locate(NAME) is None
    assert await content(blobs, NAMES[1]) == b"old"
    await blobs.put({NAME: b"x" * 300_000})
    assert await content(blobs) == b"x" * 300_000


async def test_a_disk_without_room_keeps_no_leftover_that_fills_it(blobs):
    with files_no_larger_than(100_000), pytest.raises(OSError, match="large"):
        await blobs.put({NAME: b"x" * 300_000})
    assert await listed(blobs) == []


async def test_one_that_cannot_be_written_does_not_take_its_neighbours_with_it(blobs):
    small = [BlobName(f"{number:032x}_1.png") for number in range(100, 110)]
    with files_no_larger_than(100_000):
        told = await asyncio.gather(
            blobs.put({small[0]: b"first"}),
            blobs.put({NAME: b"x" * 300_000}),
            *(blobs.put({name: b"small"}) for name in small[1:]),
            return_exceptions=True,
        )
    assert [type(one) for one in told if one is not None] == [OSError]
    assert await listed(blobs) == sorted(small)


async def test_a_folder_that_cannot_be_made_is_an_os_error(folder):
    folder.write_bytes(b"in the way")
    blobs = LocalBlobs(folder)
    with pytest.raises(OSError, match="images"):
        await blobs.put({NAME: b"png"})
    await blobs.close()


async def test_of_several_who_put_one_name_at_once_one_is_kept_whole(blobs):
    contents = [bytes([number]) * 200_000 for number in range(20)]
    await asyncio.gather(*(blobs.put({NAME: one}) for one in contents))
    assert await content(blobs) in contents
    assert await listed(blobs) == [NAME]


async def test_several_at_once_are_all_kept(blobs):
    names = [BlobName(f"{number:032x}_1.png") for number in range(40)]
    await asyncio.gather(*(blobs.put({name: name.encode()}) for name in names))
    assert [await content(blobs, name) for name in names] == [name.encode() for name in names]


def _age(path, moment):
    os.utime(path, (moment.timestamp(), moment.timestamp()))
