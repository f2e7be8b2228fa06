"""Attempts at hosts that are not known to answer begin a few at a time; all others need not wait for them."""

import asyncio

import pytest

from heliograph.adapters.egress import strangers as module
from heliograph.adapters.egress.request import Origin
from heliograph.adapters.egress.strangers import AT_ONCE, MORE, Strangers
from heliograph.domain.verdict import Fault
from tests.egress.raw import receiving, saying, sending, status

HERE, THERE, LATE = (Origin("http", f"{name}.test", 80) for name in ("here", "there", "late"))


class Begun:
    """Who has begun, in order, each with the host it is for."""

    def __init__(self):
        self.strangers = Strangers()
        self.names = []

    async def one(self, name, origin=HERE):
        await self.strangers.turn(origin)
        self.names.append(name)

    def start(self, count, origin=HERE):
        return [asyncio.create_task(self.one(number, origin)) for number in range(count)]


@pytest.fixture
async def begun():
    begun = Begun()
    yield begun
    begun.strangers.close()


async def a_turn():
    for _ in range(3):
        await asyncio.sleep(0)


async def test_after_a_rest_some_begin_at_once_and_the_others_a_few_at_a_time(begun):
    tasks, steps = begun.start(AT_ONCE + 3 * MORE), set()
    while len(begun.names) < len(tasks):
        await asyncio.sleep(0)
        steps.add(len(begun.names))
    assert begun.names == list(range(len(tasks)))
    assert AT_ONCE in steps
    assert all((count - AT_ONCE) % MORE == 0 for count in steps if count > AT_ONCE)


async def test_who_answers_makes_room_for_another_stranger(begun):
    begun.start(AT_ONCE)
    waiting = asyncio.create_task(begun.one("another", THERE))
    await a_turn()
    begun.strangers.answered(HERE)
    await a_turn()
    assert waiting.done()
    begun.strangers.answered(HERE)  # once is enough
    assert begun.strangers._left == 0
    begun.strangers.answered(THERE)
    assert begun.strangers._left == 1


async def test_who_has_rested_may_begin_as_many_again(begun, monkeypatch):
    monkeypatch.setattr(module, "EVERY_SECONDS", 0.0001)
    for _ in range(2):
        begun.names.clear()
        begun.start(AT_ONCE)
        await asyncio.sleep(0)
        assert len(begun.names) == AT_ONCE
        async with asyncio.timeout(10):
            while begun.strangers._timer is not None:
                await asyncio.sleep(0.01)


async def test_a_host_that_has_answered_waits_for_nobody_and_those_who_wait_for_it_begin(begun):
    begun.start(AT_ONCE + 50)
    waiting = [asyncio.create_task(begun.one(name, THERE)) for name in ("first", "second", "third")]
    await a_turn()
    waiting.pop().cancel()
    await a_turn()
    begun.strangers.answered(THERE)
    await asyncio.gather(*waiting)
    assert [name for name in begun.names if name in ("first", "second", "third")] == ["first", "second"]
    await begun.one("another", THERE)
    assert begun.names[-1] == "another"
    assert len(begun.names) < AT_ONCE + 20


async def test_a_host_that_times_out_is_a_stranger_again(begun):
    begun.strangers.answered(HERE)
    begun.start(AT_ONCE + 50)
    await a_turn()
    assert len(begun.names) == AT_ONCE + 50
    begun.strangers.timed_out(HERE)
    begun.start(AT_ONCE + 50)
    await a_turn()
    assert len(begun.names) < 2 * AT_ONCE + 60


async def test_hosts_take_turns_and_who_gave_up_has_none(begun):
    begun.start(AT_ONCE)
    await a_turn()
    tasks = {
        name: asyncio.create_task(begun.one(name, THERE if name.islower() else HERE))
        for name in ("A", "B", "C", "d", "e")
    }
    await a_turn()
    tasks["B"].cancel()
    await asyncio.wait(tasks.values())
    assert begun.names[AT_ONCE:] == ["A", "d", "C", "e"]
    assert not begun.strangers._new


async def test_a_host_that_was_never_tried_comes_before_those_that_hang(begun):
    begun.start(AT_ONCE)
    await a_turn()
    begun.strangers.timed_out(HERE)
    attempts = (("hung", HERE), ("new", THERE), ("late", LATE))
    tasks = [asyncio.create_task(begun.one(name, origin)) for name, origin in attempts]
    await a_turn()
    begun.strangers.timed_out(LATE)  # while another attempt there waits
    await asyncio.wait(tasks)
    assert begun.names[AT_ONCE:] == ["new", "hung", "late"]


async def test_of_some_turns_one_is_for_those_that_hang_however_many_are_new(begun):
    begun.start(AT_ONCE)
    await a_turn()
    begun.strangers.timed_out(HERE)
    hung = asyncio.create_task(begun.one("hung", HERE))
    new = [asyncio.create_task(begun.one(number, Origin("http", f"{number}.test", 80))) for number in range(9)]
    await asyncio.wait([hung, *new])
    assert begun.names[AT_ONCE:].index("hung") == module.TURNS_EACH - 1


async def test_no_more_hosts_are_remembered_than_its_bound(begun, monkeypatch):
    monkeypatch.setattr(module, "ORIGINS_KEPT", 2)
    origins = [Origin("http", f"host{number}.test", 80) for number in range(4)]
    for origin in origins:
        begun.strangers.answered(origin)
    assert list(begun.strangers._known) == origins[2:]
    for origin in origins:
        begun.strangers.timed_out(origin)
    assert list(begun.strangers._silent) == origins[2:]


@pytest.mark.parametrize(
    ("answer", "fault", "is_known"),
    [
        (status("204 No Content"), None, True),
        (status("500 Failed"), Fault.SERVER_FAULT, True),
        (saying(b"no HTTP at all\r\n\r\n"), Fault.BAD_ANSWER, True),
        (saying(b"", close=False), Fault.TIMED_OUT, False),
        (saying(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", close=False), None, True),
    ],
    ids=["2xx", "5xx", "garbage", "silence", "a late body"],
)
async def test_who_says_anything_in_time_is_known(answer, fault, is_known):
    async with receiving(answer) as receiver, sending(timeout_seconds=0.3) as sender:
        sent = await sender.post(f"http://127.0.0.2:{receiver.port}/", body=b"{}", headers={})
        assert sent.fault is fault
        assert (Origin("http", "127.0.0.2", receiver.port) in sender.exchanges._strangers._known) == is_known


async def test_a_host_where_nobody_listens_is_known():
    async with receiving(status("200 OK")) as receiver, sending() as sender:
        port = receiver.port
        gone = Origin("http", "127.0.0.3", port)  # the receiver is at another address
        assert (
            await sender.post(f"http://127.0.0.3:{port}/", body=b"{}", headers={})
        ).fault is Fault.CONNECTION_REFUSED
        assert gone in sender.exchanges._strangers._known


async def test_a_callback_to_a_stranger_waits_before_its_attempt_begins():
    async with receiving(status("200 OK")) as receiver, sending() as sender:
        url = f"http://127.0.0.2:{receiver.port}/"
        sender.exchanges._strangers._left = 0
        waiting = asyncio.create_task(sender.ready(url))
        await a_turn()
        assert not waiting.done()
        await asyncio.wait_for(waiting, 5)
