"""What every store keeps of inboxes."""

import asyncio

from heliograph.domain.inbox import (
    ARRIVALS_KEPT,
    ARRIVALS_KEPT_IN_ALL,
    INSTRUCTIONS_KEPT,
    WELL_BEHAVED,
    Arrival,
    Behaviour,
    InboxName,
)
from tests.samples import NOW, later

HERE, ELSEWHERE = InboxName("here"), InboxName("elsewhere")
BROKEN = Behaviour(status=503, delay_seconds=0.5, location="https://a.test/", slow_body=True)


def arrival(inbox=HERE, **fields):
    whole = {
        "inbox": inbox,
        "at": NOW,
        "headers": (("webhook-id", "msg_1"), ("X-Twice", "a"), ("X-Twice", "b\N{SNOWMAN}")),
        "body": b'{"code":200}\x00\xff',
        "signatures": (("webhook-signature v1 1", True), ("X-Webhook-Signature", False)),
    }
    return Arrival(**{**whole, **fields})


async def test_what_arrives_comes_back_as_it_was_the_newest_first(store):
    first, second = arrival(), arrival(at=later(seconds=1), signatures=())
    for each in (first, second, arrival(ELSEWHERE)):
        assert await store.note_arrival(each) == WELL_BEHAVED
    assert await store.arrivals_in(HERE) == [second, first]
    assert await store.arrivals_in(InboxName("unknown")) == []


async def test_the_last_hundred_stay_and_other_inboxes_lose_nothing(store):
    await store.note_arrival(arrival(ELSEWHERE))
    for number in range(ARRIVALS_KEPT + 3):
        await store.note_arrival(arrival(body=str(number).encode()))
    kept = [each.body for each in await store.arrivals_in(HERE)]
    assert kept == [str(number).encode() for number in range(ARRIVALS_KEPT + 2, 2, -1)]
    assert len(await store.arrivals_in(ELSEWHERE)) == 1


async def test_an_instruction_is_used_up_by_the_arrivals_of_its_inbox(store):
    await store.instruct_inbox(HERE, BROKEN, times=2)
    assert await store.note_arrival(arrival(ELSEWHERE)) == WELL_BEHAVED
    assert [await store.note_arrival(arrival()) for _ in range(3)] == [BROKEN, BROKEN, WELL_BEHAVED]


async def test_a_new_instruction_takes_the_place_of_the_old_one_and_none_takes_it_back(store):
    await store.instruct_inbox(HERE, BROKEN, times=5)
    await store.instruct_inbox(HERE, Behaviour(reset=True), times=1)
    assert await store.note_arrival(arrival()) == Behaviour(reset=True)
    await store.instruct_inbox(HERE, BROKEN, times=5)
    await store.instruct_inbox(HERE, BROKEN, times=0)
    assert await store.note_arrival(arrival()) == WELL_BEHAVED


async def test_an_emptied_inbox_has_forgotten_all(store):
    await store.note_arrival(arrival())
    await store.instruct_inbox(HERE, BROKEN, times=5)
    assert await store.empty_inbox(HERE) == 1
    assert await store.arrivals_in(HERE) == []
    assert await store.note_arrival(arrival()) == WELL_BEHAVED


async def test_what_is_not_among_the_last_of_all_inboxes_is_forgotten(store):
    await store.note_arrival(arrival())
    others = [arrival(InboxName(str(number // 50))) for number in range(ARRIVALS_KEPT_IN_ALL - 1)]
    await asyncio.gather(*map(store.note_arrival, others))
    assert len(await store.arrivals_in(HERE)) == 1
    await store.note_arrival(arrival(ELSEWHERE))
    assert await store.arrivals_in(HERE) == []
    assert len(await store.arrivals_in(InboxName("1"))) == 50


async def test_only_so_many_inboxes_have_an_instruction_and_the_new_one_is_among_them(store):
    names = [InboxName(str(number)) for number in range(INSTRUCTIONS_KEPT + 5)]
    await asyncio.gather(*[store.instruct_inbox(name, BROKEN, times=1) for name in names])
    await store.instruct_inbox(HERE, BROKEN, times=1)
    assert await store.note_arrival(arrival()) == BROKEN
    answers = await asyncio.gather(*[store.note_arrival(arrival(name)) for name in names])
    assert answers.count(BROKEN) == INSTRUCTIONS_KEPT - 1
