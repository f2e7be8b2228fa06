"""Receivers that take their time: an attempt is over at its deadline, whatever they do."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import pytest

from heliograph.domain.delivery import DeliveryState
from heliograph.domain.schedule import Schedule
from heliograph.domain.verdict import Fault
from heliograph.settings import Settings
from tests.battery.receivers import (
    ANSWER,
    HANG,
    SILENT_BODY,
    ByTurns,
    never_accepting,
    never_reading,
    playing,
    port_of,
    repeating,
)
from tests.battery.world import attempted, is_on_time, world_of
from tests.egress.raw import receiving, sending, status

SHORT = 0.5
REAL = Settings.model_fields["callback_timeout_seconds"].default
WAIT = b"HTTP/1.1 102 Processing\r\n\r\n"
LARGE = b"x" * 8_000_000
"""More than fits between two sockets: only who reads lets it go out."""


@dataclass(frozen=True)
class Slow:
    """A receiver that is slow in its way; `bytes_most` is how much of a body can have come in the short time."""

    port: Callable
    status: int | None = None
    bytes_most: int = 0
    body: bytes = b"{}"


def slow(behave, **expected):
    return Slow(lambda: port_of(behave), **expected)


UNTIL_THE_DEADLINE = {
    "never accepts": Slow(never_accepting),
    "accepts and never reads": Slow(never_reading, body=LARGE),
    "never answers": slow(playing(HANG)),
    "the status line a byte at a time": slow(repeating(b"HTTP/1.1 200 O", b"x", every=0.05)),
    "headers a byte at a time": slow(repeating(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x", every=0.05)),
    "a body a byte at a time": slow(repeating(SILENT_BODY, b"x", every=0.05), status=200, bytes_most=400),
    "a body that never begins": slow(playing(SILENT_BODY, HANG), status=200),
    "100-continue, then silence": slow(playing(b"HTTP/1.1 100 Continue\r\n\r\n", HANG)),
    "a thousand 1xx, then silence": slow(playing(WAIT * 1000, HANG)),
    "1xx without end": slow(repeating(b"", WAIT, every=0.01)),
}


async def post(case, timeout_seconds):
    """One attempt at it, and how long that took."""
    async with case.port() as port, sending(timeout_seconds=timeout_seconds) as sender:
        began = time.monotonic()
        answer = await sender.post(f"http://127.0.0.2:{port}/", body=case.body, headers={})
        return answer, time.monotonic() - began


def is_over_as_it_should(case, answer):
    assert answer.status == case.status
    assert answer.fault is (None if case.status else Fault.TIMED_OUT)
    assert (answer.bytes_read > 0) == (case.bytes_most > 0)


@pytest.mark.parametrize("case", UNTIL_THE_DEADLINE.values(), ids=UNTIL_THE_DEADLINE)
async def test_the_deadline_is_absolute_and_with_it_the_place_is_free_for_the_next(tmp_path, case):
    async with (
        case.port() as port,
        receiving(status("200 OK")) as well,
        world_of(tmp_path, schedule=Schedule(()), per_host=1, timeout_seconds=SHORT) as world,
    ):
        [bad] = await world.owe(f"http://127.0.0.2:{port}/", body=case.body)
        await world.attempting(bad)
        [good] = await world.owe(f"http://127.0.0.2:{well.port}/")
        ended, [receipt] = await world.ended(bad)
        _, [next_one] = await world.ended(good)
    is_over_as_it_should(case, receipt.answer)
    assert receipt.answer.bytes_read <= case.bytes_most
    assert ended.state is (DeliveryState.DELIVERED if case.status else DeliveryState.GIVEN_UP)
    assert is_on_time((receipt.ended_at - receipt.started_at).total_seconds(), SHORT)
    assert next_one.answer.status == 200
    assert receipt.ended_at <= next_one.started_at
    assert world.observer.failures == []


async def test_fifteen_seconds_are_fifteen_seconds_for_each_of_them():
    outcomes = await asyncio.gather(*(post(case, REAL) for case in UNTIL_THE_DEADLINE.values()))
    for case, (answer, seconds) in zip(UNTIL_THE_DEADLINE.values(), outcomes, strict=True):
        is_over_as_it_should(case, answer)
        assert abs(seconds - 15) < 0.5


@pytest.mark.parametrize("pace", ["at once", "half before the pause"])
async def test_a_thousand_1xx_before_an_answer_are_only_noise(pace):
    pause = [0.1] if pace != "at once" else []
    made = await attempted(playing(WAIT * 500, *pause, WAIT * 500, ANSWER), timeout_seconds=5)
    assert (made.answer.status, made.answer.fault, made.answer.excerpt) == (200, None, "ok")
    assert made.seconds < 2


async def test_a_body_that_pours_without_end_is_over_long_before_the_deadline():
    made = await attempted(repeating(SILENT_BODY, b"x" * 100_000), timeout_seconds=5)
    assert (made.answer.status, made.answer.fault, made.answer.bytes_read) == (200, None, 64 * 1024)
    assert made.seconds < 2


async def test_fifty_that_hang_are_over_at_the_same_moment():
    async with receiving(playing(HANG)) as receiver, sending(timeout_seconds=SHORT) as sender:
        began = time.monotonic()
        url = f"http://127.0.0.2:{receiver.port}/"
        answers = await asyncio.gather(*(sender.post(url, body=b"{}", headers={}) for _ in range(50)))
        assert is_on_time(time.monotonic() - began, SHORT)
    assert {answer.fault for answer in answers} == {Fault.TIMED_OUT}


async def test_an_attempt_that_times_out_is_made_again_and_no_two_at_once(tmp_path):
    behave = ByTurns(playing(HANG), playing(HANG), status("200 OK"))
    async with receiving(behave) as receiver, world_of(tmp_path, timeout_seconds=0.2) as world:
        [one] = await world.owe(f"http://127.0.0.2:{receiver.port}/")
        ended, receipts = await world.ended(one)
    assert ended.state is DeliveryState.DELIVERED
    assert [receipt.answer.fault for receipt in receipts] == [Fault.TIMED_OUT, Fault.TIMED_OUT, None]
    for earlier, later in pairwise(receipts):
        assert earlier.ended_at <= earlier.next_attempt_at <= later.started_at
    assert receiver.connections == 3
