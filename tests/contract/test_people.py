"""What every store tells people about deliveries, and how it sends them again."""

from datetime import timedelta

import pytest

from heliograph.adapters.store import postgres_people, replaying, sqlite_people
from heliograph.domain.delivery import DeliveryId, DeliveryState, Lane, sending, settled
from heliograph.domain.records import DeliveryFilter
from heliograph.domain.task import KeyId, started
from heliograph.domain.verdict import Fault, Verdict
from heliograph.web.deliveries import MOST_CURSOR
from tests.samples import FINE, NOW, REFUSED, US, a_delivery, a_task, later, settlement, success

EVERYTHING = DeliveryFilter()
FAR = 10**6


async def owe(store, *, key="key", **fields):
    task = started(a_task(key_id=KeyId(key)), owner=US)
    delivery = a_delivery(task, **fields)
    await store.record_tasks([task])
    assert await store.finish_tasks([success(task, delivery=delivery)]) == [True]
    return delivery


async def claim(store, now=NOW):
    return await store.claim_deliveries(owner=US, limit=FAR, now=now, per_lane=FAR, in_flight={})


async def end(store, delivery, *, answer=FINE, verdict=Verdict.DELIVERED):
    before = sending(delivery, owner=US)
    after = settled(before, answer, verdict, next_attempt_at=None, at=NOW)
    assert await claim(store)
    assert await store.settle_deliveries([settlement(before, after, answer=answer, verdict=verdict)]) == [True]
    return after


async def give_up(store, **fields):
    return await end(store, await owe(store, **fields), answer=REFUSED, verdict=Verdict.GIVE_UP)


async def listed(store, wanted=EVERYTHING, *, after=None, limit=FAR):
    return await store.find_deliveries(wanted, after=after, limit=limit)


async def replay(store, wanted=EVERYTHING, *, now=NOW, per_second=50):
    return await store.replay_deliveries(wanted, now=now, per_second=per_second)


async def test_pages_go_from_the_newest_to_the_oldest_and_new_rows_shift_none(store):
    owed = [await owe(store) for _ in range(5)]
    first = await listed(store, limit=2)
    newer = await owe(store)
    second = await listed(store, after=first.next_cursor, limit=2)
    third = await listed(store, after=second.next_cursor, limit=2)
    assert [*first.items, *second.items, *third.items] == owed[::-1]
    assert third.next_cursor is None
    assert (await listed(store, limit=1)).items == (newer,)


async def test_the_largest_number_that_may_be_given_as_a_cursor_is_taken(store):
    owed = await owe(store)
    assert (await listed(store, after=MOST_CURSOR)).items == (owed,)


@pytest.mark.parametrize("name", ["id", "key_id", "task_id", "state", "lane", "fault", "since", "until"])
async def test_a_filter_finds_what_it_names_and_nothing_else(store, name):
    old = await give_up(store, key="theirs", lane=Lane("other.example"))
    new = await owe(store, created_at=later(seconds=5), due_at=later(hours=1))
    values = {"since": later(seconds=5), "until": later(seconds=5), "fault": Fault.SERVER_FAULT}
    wanted = new if name == "since" else old
    found = await listed(store, DeliveryFilter(**{name: values.get(name) or getattr(old, name)}))
    assert found.items == (wanted,)


async def test_one_delivery_is_found_by_its_id(store):
    delivery = await owe(store)
    assert await store.find_delivery(delivery.id) == delivery
    assert await store.find_delivery(DeliveryId("msg_none")) is None


@pytest.mark.parametrize("verdict", [Verdict.DELIVERED, Verdict.GIVE_UP])
async def test_an_ended_delivery_is_owed_anew_with_its_id_its_bytes_and_all_its_attempts(store, verdict):
    before = await end(store, await owe(store), answer=REFUSED, verdict=verdict)
    assert (await replay(store, DeliveryFilter(id=before.id))).count == 1
    [again] = await claim(store)
    assert (again.id, again.body, again.attempt, again.attempt_in_round) == (before.id, before.body, 1, 1)
    assert again.ended_at is None


async def test_an_owed_delivery_is_only_due_sooner_and_counts_on(store):
    owed = await owe(store, due_at=later(hours=1), attempt=2)
    await replay(store)
    [now_due] = await claim(store)
    assert (now_due.due_at, now_due.attempt_in_round) == (NOW, owed.attempt_in_round)


async def test_a_replay_never_makes_an_owed_delivery_later(store):
    owed = await owe(store)
    await replay(store, now=later(hours=1))
    assert await store.find_delivery(owed.id) == owed


async def test_what_is_being_sent_is_left_alone_and_told(store):
    await owe(store)
    [held] = await claim(store)
    told = await replay(store)
    assert (told.count, told.under_way, told.due_until) == (0, 1, None)
    assert await store.find_delivery(held.id) == held


async def test_two_replays_give_one_attempt(store):
    await give_up(store)
    await replay(store)
    await replay(store)
    assert len(await claim(store)) == 1
    assert await claim(store) == []


async def test_a_late_settle_cannot_undo_a_replay(store):
    delivery = await owe(store)
    before = sending(delivery, owner=US)
    ended = await end(store, delivery)
    await replay(store)
    assert await store.settle_deliveries([settlement(before, ended)]) == [False]
    await claim(store)
    assert await store.settle_deliveries([settlement(before, ended)]) == [False]


async def test_many_are_spread_the_oldest_first(store):
    ended = [await give_up(store) for _ in range(3)]
    told = await replay(store, per_second=10)
    assert (told.count, told.due_until) == (3, later(milliseconds=200))
    due = [(await store.find_delivery(each.id)).due_at for each in ended]
    assert due == [later(milliseconds=100 * place) for place in range(3)]


async def test_a_replay_in_several_parts_is_spread_like_one_and_takes_each_once(store, monkeypatch):
    for module in (replaying, sqlite_people, postgres_people):
        monkeypatch.setattr(module, "AT_ONCE", 2)
    ended = [await give_up(store) for _ in range(5)]
    told = await replay(store, per_second=10)
    assert (told.count, told.due_until) == (5, later(milliseconds=400))
    due = [(await store.find_delivery(each.id)).due_at for each in ended]
    assert due == [later(milliseconds=100 * place) for place in range(5)]


async def due_times(store, deliveries):
    return [(await store.find_delivery(each.id)).due_at for each in deliveries]


def tenths(*numbers):
    return [later(milliseconds=100 * number) for number in numbers]


async def test_a_replay_begins_behind_what_earlier_ones_have_spread(store):
    ended = [await give_up(store, lane=Lane(host)) for host in ("a", "b", "a", "b", "c")]
    for host in ("a", "b", "c"):
        told = await replay(store, DeliveryFilter(lane=Lane(host)), now=later(milliseconds=50), per_second=10)
    assert told.due_until == later(milliseconds=450)
    due = await due_times(store, ended)
    assert [moment - timedelta(milliseconds=50) for moment in due] == tenths(0, 2, 1, 3, 4)


async def test_a_replay_begins_anew_once_what_was_spread_before_is_tried_or_late(store):
    first, second, third = [await give_up(store, lane=Lane(host)) for host in ("a", "b", "c")]
    await replay(store, DeliveryFilter(lane=Lane("a")), per_second=10)
    await replay(store, DeliveryFilter(lane=Lane("b")), now=later(seconds=1), per_second=10)
    assert await due_times(store, [first, second]) == [NOW, later(seconds=1)]
    assert len(await claim(store, now=later(seconds=1))) == 2
    await replay(store, DeliveryFilter(lane=Lane("c")), now=later(seconds=1), per_second=10)
    assert await due_times(store, [third]) == [later(seconds=1)]


async def test_a_replay_waits_for_no_retry_and_for_none_that_is_owed_for_the_first_time(store):
    ended = await give_up(store)
    await owe(store, lane=Lane("b"), due_at=later(hours=1), attempt=1)
    await owe(store, lane=Lane("b"), due_at=later(hours=1))
    await owe(store, lane=Lane("b"), due_at=later(hours=1), attempt=2, attempts_before=1)
    await replay(store, DeliveryFilter(id=ended.id), per_second=10)
    assert await due_times(store, [ended]) == [NOW]


async def test_what_is_to_be_sent_at_once_waits_for_no_other_replay(store):
    ended = [await give_up(store, lane=Lane(host)) for host in ("a", "a", "b")]
    await replay(store, DeliveryFilter(lane=Lane("a")), per_second=1)
    told = await replay(store, DeliveryFilter(id=ended[2].id), per_second=None)
    assert (told.count, told.due_until) == (1, NOW)
    assert await due_times(store, ended) == [NOW, later(seconds=1), NOW]


async def test_a_replay_of_what_is_spread_already_moves_nothing(store):
    ended = [await give_up(store) for _ in range(3)]
    await replay(store, per_second=10)
    told = await replay(store, per_second=10)
    assert (told.count, told.due_until) == (3, later(milliseconds=200))
    assert await due_times(store, ended) == tenths(0, 1, 2)


async def test_retries_that_are_made_sooner_in_several_parts_are_spread_like_one(store, monkeypatch):
    for module in (replaying, sqlite_people, postgres_people):
        monkeypatch.setattr(module, "AT_ONCE", 2)
    waiting = [await owe(store, due_at=later(hours=1), attempt=1) for _ in range(5)]
    await replay(store, per_second=10)
    assert await due_times(store, waiting) == tenths(0, 1, 2, 3, 4)


async def test_a_filtered_replay_touches_nothing_else(store):
    ours, theirs = await give_up(store, key="ours"), await give_up(store, key="theirs")
    assert (await replay(store, DeliveryFilter(key_id=KeyId("ours")))).count == 1
    assert (await store.find_delivery(ours.id)).state is DeliveryState.OWED
    assert await store.find_delivery(theirs.id) == theirs
