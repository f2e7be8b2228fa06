"""Fetching what a task starts from: before its generator, whole, and once."""

import asyncio
import json

import pytest

from heliograph.domain.contract import TRY_AGAIN_LATER
from heliograph.domain.inputs import MOST_BYTES, NONE, Inputs
from heliograph.domain.picture import Abilities
from heliograph.domain.task import BlobName, Failure, FailureKind, started
from heliograph.flow.fetch import Gate, fetch, forget
from heliograph.ports import NotFetched
from tests.fakes import an_intake, until
from tests.samples import US, a_task, later

A, B, M = "https://a.test/a.png", "https://b.test/b.png", "https://a.test/m.png"


class Drawer:
    name, concurrency, abilities = "drawer", None, Abilities(inputs=5, mask=True)


class PlainDrawer(Drawer):
    abilities = Abilities()


def a_task_from(*images, mask=None, **fields):
    return started(a_task(params=json.dumps({"filesUrl": images, "maskUrl": mask}), **fields), owner=US)


@pytest.fixture
def world(blobs, shelf, clock):
    return World(blobs, shelf, clock)


class World:
    def __init__(self, blobs, shelf, clock):
        self.blobs, self.clock, self.links = blobs, clock, shelf.links
        self.intake = an_intake(blobs, shelf.links, **{A: b"4x3", B: bytearray(b"20x10"), M: b"4x3"})

    @property
    def at(self):
        return self.intake.fetcher.at

    @property
    def asked(self):
        return self.intake.fetcher.asked

    async def fetch(self, task, *, generator=Drawer, deadline_seconds=600):
        return await fetch(
            task, generator=generator(), intake=self.intake, clock=self.clock, deadline_seconds=deadline_seconds
        )

    async def kept(self):
        return sorted([name async for names in self.blobs.names(older_than=later(days=36500)) for name in names])


def sizes(inputs):
    assert isinstance(inputs, Inputs), inputs
    return [(image.width, image.height) for image in inputs.images]


async def test_a_task_without_images_waits_for_nothing(world):
    assert await world.fetch(a_task()) is NONE
    assert (world.asked, await world.kept()) == ([], [])


async def test_images_come_in_the_order_of_the_request_and_are_kept_for_the_task(world):
    task = a_task_from(B, A)
    assert sizes(await world.fetch(task)) == [(20, 10), (4, 3)]
    assert await world.kept() == [f"{task.id}_input_1.png", f"{task.id}_input_2.png"]


async def test_a_mask_comes_as_a_mask(world):
    inputs = await world.fetch(a_task_from(A, mask=M))
    assert (sizes(inputs), inputs.mask.width) == ([(4, 3)], 4)
    assert sorted(world.intake.reader.opened, key=str) == [(b"4x3", False), (b"4x3", True)]


async def test_with_several_images_the_mask_is_not_even_fetched(world):
    inputs = await world.fetch(a_task_from(A, B, mask=M))
    assert (inputs.mask, sorted(world.asked)) == (None, [A, B])


async def test_a_second_try_fetches_nothing_a_second_time(world):
    task = a_task_from(A, mask=M)
    first = await world.fetch(task)
    world.asked.clear()
    assert await world.fetch(task) == first
    assert world.asked == []


async def test_what_is_missing_at_the_second_try_is_fetched_again(world):
    task = a_task_from(A, B)
    first = await world.fetch(task)
    await world.blobs.delete([BlobName(f"{task.id}_input_2.png")])
    world.asked.clear()
    assert await world.fetch(task) == first
    assert world.asked == [B]


async def test_a_disk_that_is_full_costs_a_second_download_and_not_the_task(world, monkeypatch):
    async def full(_):
        raise OSError("no space left")

    monkeypatch.setattr(world.blobs, "put", full)
    task = a_task_from(A)
    assert sizes(await world.fetch(task)) == sizes(await world.fetch(task)) == [(4, 3)]
    assert world.asked == [A, A]


async def test_when_the_task_has_ended_its_images_go_and_no_others(world):
    task, other = a_task_from(A), a_task_from(B)
    await world.fetch(task)
    await world.fetch(other)
    await forget(task, intake=world.intake)
    assert await world.kept() == [f"{other.id}_input_1.png"]
    await forget(a_task(), intake=world.intake)


@pytest.mark.parametrize(
    ("found", "kind", "said"),
    [
        (NotFetched("answered 404: x"), FailureKind.UNAVAILABLE_INPUT, f"provided filesUrl: {A}: answered 404: x"),
        (NotFetched("", is_too_large=True), FailureKind.UNUSABLE_INPUT, f"exceeds maximum of 26214400 bytes: {A}"),
        (b"<html>", FailureKind.UNUSABLE_INPUT, f"(code=invalid_image_format): {A}: it is no image"),
    ],
)
async def test_one_that_is_no_use_fails_the_task_and_nothing_is_kept(world, found, kind, said):
    world.at[A] = found
    failure = await world.fetch(a_task_from(B, A))
    assert (failure.kind, said in failure.message) == (kind, True)
    assert await world.kept() == []


async def test_the_first_that_is_no_use_stops_the_others(world):
    stopped = asyncio.Event()

    async def endless():
        try:
            await asyncio.Event().wait()
        finally:
            stopped.set()

    world.at.update({A: endless, B: NotFetched("no")})
    async with asyncio.timeout(10):
        assert (await world.fetch(a_task_from(A, B))).kind is FailureKind.UNAVAILABLE_INPUT
    assert stopped.is_set()


async def test_a_mask_of_another_size_is_refused_and_both_sizes_are_told(world):
    failure = await world.fetch(a_task_from(B, mask=M))
    assert failure == Failure(
        FailureKind.UNUSABLE_INPUT,
        "We couldn't process the provided image file (code=invalid_image_format): https://a.test/m.png: "
        "the mask has 4x3 pixels and the image 20x10: make the mask as large as the image",
    )


async def test_a_generator_that_takes_none_refuses_before_anything_is_fetched(world):
    failure = await world.fetch(a_task_from(A), generator=PlainDrawer)
    assert (failure.kind, failure.message) == (
        FailureKind.UNUSABLE_INPUT,
        "The generator drawer takes no input images: send a prompt without filesUrl",
    )
    assert world.asked == []


async def test_what_takes_longer_than_the_task_may_ends_it(world):
    async def endless():
        await asyncio.Event().wait()

    world.at[A] = endless
    world.clock.move(seconds=599.95)
    async with asyncio.timeout(10):
        assert await world.fetch(a_task_from(A)) == Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER, "deadline")


@pytest.mark.parametrize("error", [OSError("no processes"), TimeoutError("the bucket is silent")])
async def test_a_fault_of_our_own_is_not_told_as_one_of_the_image(world, error):
    world.at[A] = error
    with pytest.raises(OSError, match=str(error)):
        await world.fetch(a_task_from(A))


# --- pictures of our own


async def link_to(world, content=b"4x3", **until_when):
    name = BlobName("0" * 32 + "_1.png")
    await world.blobs.put({name: content})
    return world.links.to(name, until=later(**until_when or {"hours": 1}))


async def test_a_picture_of_our_own_is_read_where_it_is_and_nobody_is_called(world):
    url = await link_to(world)
    assert sizes(await world.fetch(a_task_from(url, mask=url))) == [(4, 3)]
    assert world.asked == []


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda url: url[:-1] + ("A" if url[-1] != "A" else "B"), "this is no link of this server: copy the whole URL"),
        (lambda url: url.partition("?")[0], "this is no link of this server: copy the whole URL"),
        (lambda url: url.replace("_1.png", "_2.png"), "this is no link of this server: copy the whole URL"),
        (lambda url: url.replace("/files/", "/files/../"), "this is no link of this server: copy the whole URL"),
    ],
)
async def test_a_link_that_we_have_not_signed_opens_nothing(world, spoil, said):
    failure = await world.fetch(a_task_from(spoil(await link_to(world))))
    assert failure.kind is FailureKind.UNAVAILABLE_INPUT
    assert said in failure.message
    assert "signature=" not in failure.message
    assert world.asked == []


async def test_a_link_that_has_ended_and_a_picture_that_is_gone_say_so(world):
    ended, gone = await link_to(world, seconds=-1), await link_to(world)
    assert "this link has ended: ask download-url" in (await world.fetch(a_task_from(ended))).message
    await world.blobs.delete([BlobName("0" * 32 + "_1.png")])
    assert "the picture is no longer kept" in (await world.fetch(a_task_from(gone))).message


async def test_one_of_our_own_may_be_too_large_too(world):
    failure = await world.fetch(a_task_from(await link_to(world, bytes(MOST_BYTES + 1))))
    assert failure.message.startswith("Image size exceeds maximum of 26214400 bytes: https://pictures.example/files/")


# --- how many at once


async def test_of_one_host_only_so_many_are_in_hand_and_others_pass_by():
    gate, inside, go = Gate(in_all=4, per_host=2), [], asyncio.Event()

    async def enter(host):
        async with gate.entered(host):
            inside.append(host)
            await go.wait()

    async with asyncio.TaskGroup() as group:
        for host in "aaaabc":
            group.create_task(enter(host))
        await until(lambda: len(inside) == 4)
        await asyncio.sleep(0)
        assert sorted(inside) == ["a", "a", "b", "c"]
        go.set()
    assert sorted(inside) == list("aaaabc")
    assert len(gate._hosts) == 0
