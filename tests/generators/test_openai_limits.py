"""Rate limits hold for all tasks, and what has been drawn and paid for is not drawn again."""

import asyncio
from datetime import timedelta
from email.utils import format_datetime

import pytest

from heliograph.adapters.generators.openai import generator as module
from heliograph.adapters.generators.openai.gate import Gate, told_seconds
from heliograph.domain.task import FailureKind
from tests.fakes import until
from tests.generators.images_api import USAGE, error
from tests.samples import NOW


async def test_after_a_rate_limit_no_task_calls_before_the_told_time(api, world):
    api.answers = [error(429, "rate_limit_exceeded", headers={"Retry-After-Ms": "400"})]
    drawing, loop = world(), asyncio.get_running_loop()
    failure = await drawing.draws()
    told_at = loop.time()
    assert (failure.kind, failure.reason) == (FailureKind.TRY_AGAIN, "rate_limited")
    assert 0.3 < failure.retry_after_seconds <= 0.4
    others = await asyncio.gather(*(drawing.draws(seed=seed) for seed in (2, 3)))
    assert loop.time() - told_at >= 0.38
    assert [len(each.images) for each in others] == [1, 1]
    assert len(api.asked) == 3


async def test_a_long_wait_is_handed_back_at_once_and_nothing_is_called(api, world):
    api.answers = [error(429, "rate_limit_exceeded", headers={"Retry-After": "120"})]
    drawing = world()
    for seed in (1, 2):
        failure = await drawing.draws(seed=seed)
        assert (failure.kind, failure.reason) == (FailureKind.TRY_AGAIN, "rate_limited")
        assert 110 < failure.retry_after_seconds <= 120
    assert len(api.asked) == 1


async def test_who_waits_at_the_gate_turns_back_when_it_is_closed_for_long(api, world):
    drawing = world()
    gate = drawing.generator._gate
    gate.close(0.2)
    waiting = asyncio.create_task(drawing.draws())
    await asyncio.sleep(0.05)
    gate.close(600)
    failure = await asyncio.wait_for(waiting, 5)
    assert (failure.kind, failure.reason) == (FailureKind.TRY_AGAIN, "rate_limited")
    assert failure.retry_after_seconds > 500
    assert api.asked == []


async def test_a_busy_server_that_says_when_is_obeyed_too(api, world):
    api.answers = [error(503, headers={"Retry-After": "7"})]
    failure = await world().draws()
    assert 6 < failure.retry_after_seconds <= 7


async def test_what_was_drawn_before_a_failure_is_not_drawn_again(api, world):
    drawing = world(previews=1)
    api.answers = [error(503)]
    failure = await drawing.draws(variants=4)
    assert failure.kind is FailureKind.TRY_AGAIN
    assert drawing.heard.shares[-1] == 0.75
    pictures = await drawing.draws(variants=4)
    assert len(set(pictures.images)) == 4
    assert len(api.asked) == 5
    assert pictures.usage["output_tokens"] == 4 * USAGE["output_tokens"]


async def test_a_refusal_breaks_off_what_else_is_drawn_for_the_task(api, world):
    async def refuses_in_the_end(request, asked):
        await until(lambda: len(api.asked) == 4)
        return await error(400, "moderation_blocked")(request, asked)

    api.pause_seconds = 10
    api.answers = [refuses_in_the_end]
    failure = await world(previews=1).draws(variants=4)
    assert failure.kind is FailureKind.REFUSED
    await until(lambda: len(api.left) == 3)


async def test_only_the_last_begun_tasks_are_remembered(api, world, monkeypatch):
    monkeypatch.setattr(module, "SHEETS_KEPT", 1)
    drawing = world(previews=1)
    for seed in (1, 2):
        api.answers = [error(503)]
        await drawing.draws(variants=2, seed=seed)
    assert len(drawing.generator._begun) == 1


@pytest.mark.parametrize(
    ("headers", "message", "seconds"),
    [
        ({}, "", None),
        ({"retry-after": "7"}, "", 7),
        ({"retry-after": "0.5"}, "", 0.5),
        ({"retry-after-ms": "250", "retry-after": "7"}, "", 0.25),
        ({"retry-after": format_datetime(NOW + timedelta(seconds=90), usegmt=True)}, "", 90),
        ({"retry-after": format_datetime(NOW - timedelta(seconds=90), usegmt=True)}, "", 0),
        (
            {
                "retry-after": format_datetime(NOW + timedelta(days=1, seconds=9), usegmt=True),
                "date": format_datetime(NOW + timedelta(days=1), usegmt=True),
            },
            "",
            9,
        ),
        ({"retry-after": "soon"}, "", None),
        ({"retry-after": "-1"}, "", None),
        ({"retry-after": "nan"}, "", None),
        ({"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "1m30s"}, "", 90),
        ({"x-ratelimit-remaining-requests": "3", "x-ratelimit-reset-requests": "1m30s"}, "", None),
        ({"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "120ms"}, "", 0.12),
        ({}, "Limit 5, Used 5, Requested 1. Please try again in 12s. Visit", 12),
        ({}, "Please try again in 1m2.5s.", 62.5),
        ({"retry-after": "3"}, "Please try again in 12s.", 3),
    ],
)
def test_where_a_provider_says_how_long_to_wait(headers, message, seconds):
    assert told_seconds(headers, message, now=NOW) == pytest.approx(seconds)


class Hand:
    """A clock that stands where it is put."""

    at = 1000.0

    def steady(self):
        return self.at


def test_a_wait_that_nobody_has_told_grows_until_a_call_goes_through():
    gate = Gate(hand := Hand())
    waits = []
    for _ in range(8):
        gate.close(None)
        waits.append(gate.seconds_left)
        hand.at += gate.seconds_left
    assert waits == [2, 4, 8, 16, 32, 60, 60, 60]
    gate.went_through()
    gate.close(None)
    assert gate.seconds_left == 2


def test_a_gate_never_opens_sooner_than_it_was_told_and_never_stays_shut_for_long():
    gate = Gate(Hand())
    gate.close(30)
    gate.close(5)
    assert gate.seconds_left == 30
    gate.close(1e9)
    assert gate.seconds_left == 3600
