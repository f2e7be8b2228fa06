"""What keeps pictures, as files or as objects in a bucket: one suite for both."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from typing import Any

import aiohttp
import pytest

from heliograph.adapters.blobs.local import LocalBlobs
from heliograph.adapters.blobs.objects import ObjectBlobs
from heliograph.domain.inputs import Source, Sources
from heliograph.domain.task import BlobName
from heliograph.ports import LocalFile, PresignedUrl
from tests.samples import NOW, later, set_age, task_id

NAMES = tuple(BlobName(f"{task_id(1)}_{number}.png") for number in range(1, 5))
NAME = NAMES[0]
FAR = datetime(2999, 1, 1, tzinfo=UTC)


@dataclass
class Kept:
    """The blobs of a test, and how it ages one of them."""

    blobs: Any
    age: Any


@pytest.fixture(params=["files", "objects"])
async def kept(request, tmp_path):
    if request.param == "files":
        local = LocalBlobs(tmp_path / "images")
        yield Kept(local, lambda name, moment: set_age(next(tmp_path.rglob(name)), moment))
        await local.close()
    else:
        bucket = request.getfixturevalue("bucket")
        yield Kept(await ObjectBlobs.open(bucket.url, owner="the tests"), bucket.age)


@pytest.fixture
def blobs(kept):
    return kept.blobs


async def content(blobs, name=NAME):
    match await blobs.where(name, seconds=60):
        case None:
            return None
        case LocalFile(path):
            return path.read_bytes()
        case PresignedUrl(url):
            async with aiohttp.ClientSession() as session, session.get(url) as response:
                response.raise_for_status()
                return await response.read()


async def listed(blobs, *, older_than=FAR):
    return sorted(chain(*[handful async for handful in blobs.names(older_than=older_than)]))


async def test_what_was_put_is_there_byte_for_byte(blobs):
    await blobs.put({NAME: b"\x89PNG\r\n\x1a\n\x00\xff"})
    assert await content(blobs) == b"\x89PNG\r\n\x1a\n\x00\xff"


async def test_all_variants_of_a_task_are_kept_side_by_side(blobs):
    await blobs.put({name: name.encode() for name in NAMES})
    assert [await content(blobs, name) for name in NAMES] == [name.encode() for name in NAMES]
    assert await listed(blobs) == sorted(NAMES)


async def test_what_was_never_put_is_nowhere(blobs):
    assert await blobs.where(NAME, seconds=60) is None
    assert await listed(blobs) == []
    await blobs.delete([NAME])


async def test_it_can_be_read_here_as_long_as_it_is_kept(blobs):
    assert await blobs.read(NAME) is None
    await blobs.put({NAME: b"\x89PNG\r\n\x1a\n\x00\xff"})
    assert await blobs.read(NAME) == b"\x89PNG\r\n\x1a\n\x00\xff"
    await blobs.delete([NAME])
    assert await blobs.read(NAME) is None


async def test_what_a_task_starts_from_is_listed_with_what_it_came_to(blobs):
    names = [NAME, *Sources([Source("filesUrl", "")], Source("maskUrl", "")).named(task_id(1))]
    await blobs.put(dict.fromkeys(names, b""))
    assert await listed(blobs) == sorted(names)


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


async def test_what_was_deleted_is_gone_and_its_neighbours_stay(blobs):
    await blobs.put(dict.fromkeys(NAMES, b"png"))
    await blobs.delete(NAMES[:2])
    assert await listed(blobs) == sorted(NAMES[2:])
    await blobs.delete(NAMES[:3])
    assert await listed(blobs) == [NAMES[3]]


@pytest.mark.parametrize("name", ["../secret", "a/b", "/etc/passwd", "..", ".", ".hidden", "a/", "", "./a"])
async def test_a_name_that_is_no_plain_file_name_is_refused(blobs, name):
    for doing in (
        lambda: blobs.put({NAME: b"x", BlobName(name): b"x"}),
        lambda: blobs.where(BlobName(name), seconds=60),
        lambda: blobs.delete([NAME, BlobName(name)]),
    ):
        with pytest.raises(ValueError, match="is no blob name"):
            await doing()
    assert await listed(blobs) == []


async def test_only_what_was_written_before_the_moment_is_listed(kept):
    blobs = kept.blobs
    await blobs.put(dict.fromkeys(NAMES[:2], b"png"))
    kept.age(NAMES[0], NOW)
    kept.age(NAMES[1], later(hours=1))
    assert await listed(blobs, older_than=NOW) == []
    assert await listed(blobs, older_than=later(seconds=1)) == [NAMES[0]]
    assert await listed(blobs, older_than=later(hours=2)) == list(NAMES[:2])


async def test_names_come_in_handfuls_and_may_be_deleted_meanwhile(blobs):
    names = [BlobName(f"{number:032x}_1.png") for number in range(5)]
    await blobs.put(dict.fromkeys(names, b"png"))
    seen = []
    async for handful in blobs.names(older_than=FAR):
        seen += handful
        await blobs.delete(handful)
    assert sorted(seen) == names
    assert await listed(blobs) == []


async def test_of_several_who_put_one_name_at_once_one_is_kept_whole(blobs):
    contents = [bytes([number]) * 200_000 for number in range(20)]
    await asyncio.gather(*(blobs.put({NAME: one}) for one in contents))
    assert await content(blobs) in contents
    assert await listed(blobs) == [NAME]


async def test_several_at_once_are_all_kept(blobs):
    names = [BlobName(f"{number:032x}_1.png") for number in range(40)]
    await asyncio.gather(*(blobs.put({name: name.encode()}) for name in names))
    assert [await content(blobs, name) for name in names] == [name.encode() for name in names]
