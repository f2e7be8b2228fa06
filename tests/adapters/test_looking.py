"""A look at the database that takes long and finds little is followed by a rest."""

import asyncio
import time

import pytest

from heliograph.adapters.store.looking import LONG_SECONDS, REST_TIMES, Looking

NO_DATABASE = None


async def read(query):
    return await asyncio.to_thread(query, NO_DATABASE)


def busy(seconds, found):
    def query(_):
        until = time.thread_time() + seconds
        while time.thread_time() < until:
            pass
        return list(range(found))

    return query


@pytest.mark.parametrize(
    ("seconds", "found", "rests"),
    [(0.03, 0, True), (0.03, 100, True), (0.03, 400, False), (LONG_SECONDS / 5, 0, False)],
    ids=["long, for nothing", "long, for little", "long, for much", "short, for nothing"],
)
async def test_after_a_long_look_for_little_there_is_a_rest(seconds, found, rests):
    looking = Looking(read)
    assert await looking.due(busy(seconds, found)) == list(range(found))
    ended = time.monotonic()
    assert await looking.due(busy(0, 3)) == [0, 1, 2]
    assert (time.monotonic() - ended >= max(0.1, REST_TIMES * seconds - 0.005)) == rests


async def test_what_others_do_makes_no_look_long():
    def waits(_):
        time.sleep(0.05)
        return []

    looking = Looking(read)
    await looking.due(waits)
    assert looking._not_before == 0
