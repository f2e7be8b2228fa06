"""One attempt and three more, each at its time and none beside another, whatever happens in between."""

import asyncio
from datetime import timedelta

import pytest

from heliograph.adapters.clock import MovingClock, SystemClock
from heliograph.domain.delivery import DeliveryState
from heliograph.domain.schedule import Schedule
from heliograph.domain.verdict import Fault
from tests.battery.receivers import HANG, ByTurns, playing
from tests.battery.world import World, world_of
from tests.egress.raw import receiving, sending, status, until
from tests.samples import NOW

WAITS = Schedule().delays_seconds
BUSY, WELL = status("503 Busy"), status("200 OK")


class Machine(SystemClock):
    """The clock of a real process, on a machine whose own is moved and set here."""

    def __init__(self):
        self.shows, self.seconds = NOW, 0.0
        super().__init__(lambda: self.shows, lambda: self.seconds)

    def move(self, **duration):
        step = timedelta(**duration)
        self.shows += step
        self.seconds += step.total_seconds()

    def set(self, **by):
        self.shows += timedelta(**by)


class Watch:
    """A receiver's behaviour, and how many requests it ever had at once."""

    def __init__(self, behave):
        self.behave = behave
        self.now = self.most = 0

    async def __call__(self, writer):
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            await self.behave(writer)
        finally:
            self.now -= 1


def turns_until(attempt):
    """It answers well from that attempt on."""
    return ByTurns(*[BUSY] * (attempt - 1), WELL)


async def nothing_is_due(world, receiver, well):
    """A claim at this moment brings nothing: another callback that is owed now is delivered, and only that one."""
    before = len(receiver.requests)
    [other] = await world.owe(f"http://127.0.0.3:{well.port}/")
    await world.ended(other)
    assert len(receiver.requests) == before


async def move_to_the_next(world, one, receiver, well):
    """Nothing goes out just before its time, and one attempt at it."""
    owed = await world.delivery(one)
    gap = (owed.due_at - world.clock.now()).total_seconds()
    world.clock.move(seconds=gap - 0.001)
    world.wake(one)
    await nothing_is_due(world, receiver, well)
    world.clock.move(seconds=0.002)
    world.wake(one)
    await world.attempted(one, owed.attempt + 1)
    return gap


def is_by_schedule(waits):
    return all(0.8 * wait <= gap <= 1.2 * wait for wait, gap in zip(WAITS, waits, strict=False))


@pytest.mark.parametrize("attempt", [2, 3, 4])
async def test_a_success_on_a_later_attempt_ends_it(tmp_path, attempt):
    watch = Watch(turns_until(attempt))
    async with (
        receiving(watch) as receiver,
        receiving(WELL, host="127.0.0.3") as well,
        world_of(tmp_path, clock=MovingClock(NOW), schedule=Schedule()) as world,
    ):
        [one] = await world.owe(f"http://127.0.0.2:{receiver.port}/")
        await world.attempted(one, 1)
        waits = [await move_to_the_next(world, one, receiver, well) for _ in range(attempt - 1)]
        ended, receipts = await world.ended(one)
        world.clock.move(days=1)
        await nothing_is_due(world, receiver, well)
    assert is_by_schedule(waits)
    assert (ended.state, ended.attempt) == (DeliveryState.DELIVERED, attempt)
    assert [receipt.answer.fault for receipt in receipts] == [Fault.SERVER_FAULT] * (attempt - 1) + [None]
    assert (len(receiver.requests), watch.most) == (attempt, 1)


async def test_one_that_never_succeeds_has_four_attempts_with_one_id_and_the_same_bytes(tmp_path):
    async with (
        receiving(BUSY) as receiver,
        receiving(WELL, host="127.0.0.3") as well,
        world_of(tmp_path, clock=MovingClock(NOW), schedule=Schedule()) as world,
    ):
        [one] = await world.owe(f"http://127.0.0.2:{receiver.port}/")
        await world.attempted(one, 1)
        waits = [await move_to_the_next(world, one, receiver, well) for _ in range(3)]
        ended, receipts = await world.ended(one)
        world.clock.move(days=1)
        await nothing_is_due(world, receiver, well)
    assert is_by_schedule(waits)
    assert (ended.state, ended.attempt) == (DeliveryState.GIVEN_UP, 4)
    assert [receipt.attempt for receipt in receipts] == [1, 2, 3, 4]
    assert len({body for _, body in receiver.requests}) == 1
    assert all(f"webhook-id: {one.id}\r\n".encode() in head for head, _ in receiver.requests)


@pytest.mark.parametrize("hours", [1, -1])
async def test_a_clock_that_is_set_an_hour_moves_no_attempt(tmp_path, hours):
    async with (
        receiving(turns_until(2)) as receiver,
        receiving(WELL, host="127.0.0.3") as well,
        world_of(tmp_path, clock=Machine(), schedule=Schedule()) as world,
    ):
        [one] = await world.owe(f"http://127.0.0.2:{receiver.port}/")
        await world.attempted(one, 1)
        world.clock.set(hours=hours)
        world.wake(one)
        await nothing_is_due(world, receiver, well)
        assert is_by_schedule([await move_to_the_next(world, one, receiver, well)])
        ended, _ = await world.ended(one)
    assert (ended.state, ended.attempt) == (DeliveryState.DELIVERED, 2)


async def test_a_restart_between_attempts_forgets_none_and_makes_none_anew(tmp_path):
    clock = MovingClock(NOW)
    async with receiving(BUSY) as receiver, receiving(WELL, host="127.0.0.3") as well, sending() as sender:
        one, waits = None, []
        for _ in range(4):
            async with World(tmp_path, sender=sender, clock=clock, schedule=Schedule()).running() as world:
                if one is None:
                    [one] = await world.owe(f"http://127.0.0.2:{receiver.port}/")
                    await world.attempted(one, 1)
                else:
                    await nothing_is_due(world, receiver, well)
                    waits.append(await move_to_the_next(world, one, receiver, well))
        async with World(tmp_path, sender=sender, clock=clock, schedule=Schedule()).running() as world:
            ended, receipts = await world.ended(one)
    assert is_by_schedule(waits)
    assert (ended.state, len(receipts), len(receiver.requests)) == (DeliveryState.GIVEN_UP, 4, 4)


# --- replays by hand


async def test_a_replay_while_a_retry_is_pending_is_that_attempt_made_sooner(tmp_path):
    async with (
        receiving(BUSY) as receiver,
        receiving(WELL, host="127.0.0.3") as well,
        world_of(tmp_path, clock=MovingClock(NOW), schedule=Schedule()) as world,
    ):
        [one] = await world.owe(f"http://127.0.0.2:{receiver.port}/")
        await world.attempted(one, 1)
        assert (await world.replay(one)).count == 1
        await world.attempted(one, 2)
        await nothing_is_due(world, receiver, well)
        for _ in range(2):
            await move_to_the_next(world, one, receiver, well)
        ended, _ = await world.ended(one)
    assert (ended.state, ended.attempt, len(receiver.requests)) == (DeliveryState.GIVEN_UP, 4, 4)


async def test_a_replay_while_an_attempt_is_under_way_changes_nothing(tmp_path):
    watch = Watch(ByTurns(playing(HANG), WELL))
    async with receiving(watch) as receiver, world_of(tmp_path, schedule=Schedule(()), timeout_seconds=1) as world:
        [one] = await world.owe(f"http://127.0.0.2:{receiver.port}/")
        await until(lambda: watch.now == 1)
        told = [await world.replay(one) for _ in range(2)]
        ended, receipts = await world.ended(one)
    assert [(replay.count, replay.under_way) for replay in told] == [(0, 1), (0, 1)]
    assert (ended.state, len(receipts), watch.most) == (DeliveryState.GIVEN_UP, 1, 1)


async def test_a_replay_after_success_is_one_attempt_more_with_the_same_id(tmp_path):
    async with receiving(WELL) as receiver, world_of(tmp_path) as world:
        [one] = await world.owe(f"http://127.0.0.2:{receiver.port}/")
        await world.ended(one)
        await world.replay(one)
        await world.attempted(one, 2)
        ended, receipts = await world.ended(one)
    assert (ended.state, [receipt.attempt for receipt in receipts]) == (DeliveryState.DELIVERED, [1, 2])
    assert len(receiver.requests) == 2
    assert all(f"webhook-id: {one.id}\r\n".encode() in head for head, _ in receiver.requests)


async def test_a_replay_after_giving_up_has_its_four_attempts_again(tmp_path):
    async with receiving(BUSY) as receiver, world_of(tmp_path) as world:
        [one] = await world.owe(f"http://127.0.0.2:{receiver.port}/")
        await world.ended(one)
        await world.replay(one)
        await world.attempted(one, 8)
        ended, receipts = await world.ended(one)
    assert (ended.state, len(receipts), len(receiver.requests)) == (DeliveryState.GIVEN_UP, 8, 8)


async def test_two_replays_at_once_are_one_attempt(tmp_path):
    watch = Watch(ByTurns(WELL, playing(0.05, b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")))
    async with receiving(watch) as receiver, receiving(WELL, host="127.0.0.3") as well, world_of(tmp_path) as world:
        [one] = await world.owe(f"http://127.0.0.2:{receiver.port}/")
        await world.ended(one)
        await asyncio.gather(world.replay(one), world.replay(one))
        await world.attempted(one, 2)
        await world.ended(one)
        await nothing_is_due(world, receiver, well)
    assert (len(receiver.requests), watch.most) == (2, 1)
