"""After a look at the database that took long and found little, the next one is made at ease."""

import asyncio
import time

import pytest

from heliograph.adapters.store import looking as looking_module
from heliograph.adapters.store.looking import LONG_SECONDS, REST_TIMES, RESTS_SECONDS, Looking

NO_DATABASE = None
STEPS = 5


async def read(query):
    return await asyncio.to_thread(query, NO_DATABASE)


def busy(seconds, found):
    """A look that takes the processor so long, in a few steps."""

    def look(_, rest):
        for _ in range(STEPS):
            until = time.thread_time() + seconds / STEPS
            while time.thread_time() < until:
                pass
            rest()
        return list(range(found))

    return look


async def seconds_for(looking, look):
    began = time.monotonic()
    await looking.due(look)
    return time.monotonic() - began


@pytest.mark.parametrize(
    ("seconds", "found", "is_followed_by_ease"),
    [(0.03, 0, True), (0.03, 100, True), (0.03, 400, False), (LONG_SECONDS / 5, 0, False)],
    ids=["long, for nothing", "long, for little", "long, for much", "short, for nothing"],
)
async def test_after_a_long_look_for_little_the_next_one_rests_between_its_steps(seconds, found, is_followed_by_ease):
    looking = Looking(read)
    assert await looking.due(busy(seconds, found)) == list(range(found))
    took = await seconds_for(looking, busy(0.03, 3))
    assert (took >= 0.03 * (1 + REST_TIMES) - 0.005) == is_followed_by_ease


async def test_a_look_at_ease_that_was_worth_it_is_followed_by_one_in_one_go():
    looking = Looking(read)
    await looking.due(busy(0.02, 0))
    assert await seconds_for(looking, busy(0.02, 1000)) >= 0.02 * REST_TIMES
    assert not looking._is_at_ease


async def test_the_rests_of_one_look_have_a_bound(monkeypatch):
    slept = []
    monkeypatch.setattr(looking_module.time, "sleep", slept.append)
    looking = Looking(read)
    await looking.due(busy(0.02, 0))
    await looking.due(busy(0.2, 0))
    assert sum(slept) == pytest.approx(RESTS_SECONDS)


async def test_what_others_do_and_its_own_rests_make_no_look_long():
    def waits(_, rest):
        time.sleep(0.05)
        rest()
        return []

    looking = Looking(read)
    await looking.due(waits)
    assert not looking._is_at_ease
