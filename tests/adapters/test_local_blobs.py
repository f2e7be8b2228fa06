"""What is true of pictures as files only: shelves, leftovers, full disks."""

import asyncio
import resource
from contextlib import contextmanager

import pytest

from heliograph.adapters.blobs.local import LocalBlobs
from heliograph.domain.task import BlobName
from tests.contract.test_blobs import NAME, NAMES, content, listed
from tests.samples import NOW, later, set_age


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


async def path_of(blobs, name=NAME):
    return (await blobs.where(name, seconds=60)).path


async def test_all_variants_of_a_task_are_in_one_folder(blobs):
    await blobs.put(dict.fromkeys(NAMES, b"png"))
    assert len({(await path_of(blobs, name)).parent for name in NAMES}) == 1


async def test_a_name_that_is_refused_makes_no_folder(blobs, folder):
    with pytest.raises(ValueError, match="is no blob name"):
        await blobs.put({BlobName("../secret"): b"x"})
    assert not folder.exists()


async def test_who_has_a_file_open_reads_it_to_the_end_whatever_becomes_of_the_name(blobs):
    await blobs.put({NAME: b"old"})
    with (await path_of(blobs)).open("rb") as file:
        await blobs.put({NAME: b"new"})
        await blobs.delete([NAME])
        assert file.read() == b"old"


async def test_an_empty_shelf_goes_with_its_last_picture(blobs, folder):
    await blobs.put(dict.fromkeys(NAMES, b"png"))
    await blobs.delete(NAMES)
    assert list(folder.iterdir()) == []
    await blobs.put({NAME: b"again"})
    assert await content(blobs) == b"again"


async def test_of_several_names_with_a_bad_one_none_leaves_the_folder(blobs, tmp_path):
    with pytest.raises(ValueError, match="is no blob name"):
        await blobs.put({BlobName("../escaped.png"): b"x", NAME: b"x"})
    assert not (tmp_path / "escaped.png").exists()


async def test_what_a_crash_left_half_written_is_listed_and_can_be_deleted(blobs):
    await blobs.put({NAME: b"png"})
    leftover = (await path_of(blobs)).with_name(f"{NAMES[1]}.4711.part")
    leftover.write_bytes(b"ha")
    set_age(leftover, NOW)
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
    assert await blobs.where(NAME, seconds=60) is None
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
