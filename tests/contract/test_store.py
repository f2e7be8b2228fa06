"""What every store does; the suite runs on each of them."""

import asyncio
from dataclasses import replace
from itertools import chain

import pytest

from heliograph.adapters.store import due, postgres_due
from heliograph.adapters.store.postgres import PostgresStore
from heliograph.domain.contract import Size
from heliograph.domain.delivery import DeliveryId, DeliveryState, Lane, sending, settled
from heliograph.domain.errors import StoreError
from heliograph.domain.task import (
    BlobName,
    Failure,
    FailureKind,
    KeyId,
    Owner,
    TaskState,
    failed,
    fallen_back,
    retried,
    started,
)
from heliograph.domain.turns import IN_TURN, Hearing, Turns
from heliograph.domain.verdict import Answer, Fault, Phases, Verdict
from tests.postgres import lapse
from tests.samples import (
    DAY,
    FINE,
    LANE,
    NOW,
    REFUSED,
    THEM,
    US,
    a_delivery,
    a_receipt,
    a_task,
    failure,
    later,
    settlement,
    success,
    task_id,
)

FAR = 10**6


async def record(store, *tasks):
    await store.record_tasks(tasks)
    return tasks


async def claimed(store, *, owner=US, limit=FAR, now=NOW, **where):
    return await store.claim_tasks(owner=owner, limit=limit, now=now, **where)


async def running(store, **fields):
    """A task that `US` holds."""
    await record(store, a_task(**fields))
    [task] = await claimed(store)
    return task


async def owe(store, *, due_at=NOW, lane=LANE, **fields):
    """The delivery of a task that has ended."""
    task = started(a_task(), owner=US)
    delivery = a_delivery(task, due_at=due_at, lane=lane, **fields)
    await record(store, task)
    assert await store.finish_tasks([success(task, delivery=delivery)]) == [True]
    return delivery


async def claim(store, *, owner=US, limit=FAR, now=NOW, per_lane=FAR, in_flight=None, turns=IN_TURN):
    return await store.claim_deliveries(
        owner=owner, limit=limit, now=now, per_lane=per_lane, in_flight=in_flight or {}, turns=turns
    )


async def settle(store, delivery, verdict=Verdict.DELIVERED, *, next_attempt_at=None, at=NOW):
    after = settled(delivery, FINE, verdict, next_attempt_at=next_attempt_at, at=at)
    return await store.settle_deliveries([settlement(delivery, after, verdict=verdict)])


def ids(things):
    return [thing.id for thing in things]


# --- record and find


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"callback_url": None, "prompt": "", "size": Size.PORTRAIT, "variants": 4, "key_id": KeyId("0f")},
        {"prompt": "🌊 \u2028 \x00 'quoted' \"twice\"; DROP TABLE task", "params": '{"a":"\\u2028"}'},
        {"prompt": "\x1a0 \x1a1 \x00\x1a\x1a1\x00"},
        {"state": TaskState.RUNNING, "owner": US, "tries": 3, "progress": 0.25},
        {"seed": 2**32 - 1, "fallback": "FLUX_MAX", "queue": "FLUX_MAX", "due_at": later(seconds=9)},
        {"retries": 2, "settled_tries": 3, "generator": "drawer"},
        {"created_at": later(milliseconds=1)},
        {"created_at": later(days=30000, milliseconds=999)},
    ],
)
async def test_a_recorded_task_is_found_with_every_field(store, fields):
    [task] = await record(store, a_task(**fields))
    assert await store.find_task(task.id) == task


async def test_an_unknown_task_is_not_found(store):
    await record(store, a_task())
    assert await store.find_task(task_id(FAR)) is None
    assert await store.events_of(task_id(FAR)) == []
    assert await store.deliveries_of(task_id(FAR)) == []
    assert await store.receipts_of(DeliveryId("msg_unknown")) == []


async def test_an_id_is_recorded_once_and_its_batch_not_at_all(store):
    [task] = await record(store, a_task())
    newcomer = a_task()
    with pytest.raises(StoreError):
        await record(store, newcomer, replace(task, prompt="another"))
    assert await store.find_task(task.id) == task
    assert await store.find_task(newcomer.id) is None
    assert len(await store.events_of(task.id)) == 1


@pytest.mark.parametrize("end", [success, failure])
async def test_an_ended_task_is_found_with_its_end(store, end):
    task = await running(store)
    way = end(task, at=later(seconds=9))
    await store.finish_tasks([way])
    assert await store.find_task(task.id) == replace(way.after, owner=None)


@pytest.mark.parametrize("kind", FailureKind)
async def test_every_kind_of_failure_is_kept(store, kind):
    task = await running(store)
    reason = Failure(kind, "because of 🌊")
    await store.finish_tasks([replace(failure(task), after=failed(task, reason, at=NOW))])
    assert (await store.find_task(task.id)).failure == reason


# --- claim


async def test_tasks_are_claimed_oldest_first_up_to_the_limit(store):
    third, first, second = await record(
        store,
        a_task(created_at=later(seconds=3)),
        a_task(created_at=later(seconds=1)),
        a_task(created_at=later(seconds=2)),
    )
    assert ids(await claimed(store, limit=2)) == [first.id, second.id]
    assert ids(await claimed(store, limit=2)) == [third.id]
    assert await claimed(store, limit=2) == []


async def test_a_claimed_task_is_running_held_and_tried_once_more(store):
    [task] = await record(store, a_task(tries=1))
    [held] = await claimed(store)
    assert held == replace(task, state=TaskState.RUNNING, owner=US, tries=2)
    assert await store.find_task(task.id) == held


async def test_a_claimed_task_and_its_event_say_by_which_generator(store):
    await record(store, a_task())
    [held] = await claimed(store, generator="drawer")
    assert held.generator == "drawer"
    assert [event.detail for event in await store.events_of(held.id) if event.name == "started"] == ["drawer"]


async def test_a_claim_takes_what_waits_in_its_queue_and_no_other(store):
    ours, theirs = await record(store, a_task(), a_task(queue="FLUX_MAX"))
    assert ids(await claimed(store)) == [ours.id]
    assert ids(await claimed(store, queues=["FLUX_MAX"])) == [theirs.id]


async def test_several_queues_are_claimed_at_once_the_first_of_them_first(store):
    old, older = await record(store, a_task(), a_task(created_at=later(seconds=-9)))
    fallen, other = await record(store, a_task(queue="FLUX_MAX"), a_task(queue="GPT_IMAGE_1"))
    [late] = await record(store, a_task(queue="FLUX_MAX", due_at=later(seconds=9)))
    [first] = await claimed(store, queues=["FLUX_MAX", ""], limit=1)
    assert first.id == fallen.id
    [both] = await record(store, a_task(queue="FLUX_MAX"))
    assert ids(await claimed(store, queues=["FLUX_MAX", ""], limit=2)) == [both.id, older.id]
    assert ids(await claimed(store, queues=["FLUX_MAX", ""])) == [old.id]
    assert ids(await claimed(store, queues=["GPT_IMAGE_1", "FLUX_MAX"], now=later(seconds=9))) == [other.id, late.id]
    started = [event.name for task in (fallen, both, older, old) for event in await store.events_of(task.id)]
    assert started == ["accepted", "started"] * 4


@pytest.mark.parametrize("created_at", [NOW, later(days=1)])
async def test_a_task_that_never_waited_is_due_whatever_the_clock_says(store, created_at):
    [task] = await record(store, a_task(created_at=created_at))
    assert ids(await claimed(store, now=NOW)) == [task.id]


async def test_what_is_due_later_holds_nobody_up(store):
    late, young = await record(store, a_task(due_at=later(seconds=9)), a_task(created_at=later(seconds=1)))
    assert ids(await claimed(store, now=later(seconds=8))) == [young.id]
    assert ids(await claimed(store, now=later(seconds=9))) == [late.id]


# --- put back


@pytest.mark.parametrize("way", [lambda task: retried(task, due_at=later(seconds=5)), fallen_back])
async def test_a_task_that_is_put_back_waits_for_its_next_try(store, way):
    task = await running(store, fallback="FLUX_MAX")
    after = way(task)
    assert await store.put_back(task, after, note="drawer: it rains", now=later(seconds=2))
    assert await store.find_task(task.id) == after
    told = (await store.events_of(task.id))[-1]
    assert (told.name, told.detail, told.at) == ("failed_try", "drawer: it rains", later(seconds=2))
    [again] = await claimed(store, owner=THEM, queues=[after.queue], now=later(seconds=5))
    assert (again.tries, again.settled_tries, again.retries) == (2, 1, after.retries)


async def test_what_was_noted_meanwhile_is_not_lost_when_a_task_is_put_back(store):
    task = await running(store)
    await store.note_progress(task, 0.5, now=NOW, preview=b"half")
    await store.put_back(task, retried(task, due_at=NOW), note="", now=NOW)
    found = await store.find_task(task.id)
    assert (found.progress, found.preview, await store.preview_of(task.id)) == (0.5, 1, b"half")


async def test_a_task_recorded_as_running_is_not_claimed(store):
    await record(store, started(a_task(), owner=US))
    assert await claimed(store, owner=THEM) == []


async def test_claims_of_several_owners_at_once_never_overlap(store):
    tasks = await record(store, *(a_task(created_at=later(milliseconds=n)) for n in range(40)))
    owners = [Owner(f"owner{n}") for n in range(8)]
    batches = await asyncio.gather(*(claimed(store, owner=owner, limit=7) for owner in owners))
    assert sorted(ids(chain(*batches))) == sorted(ids(tasks))
    for owner, batch in zip(owners, batches, strict=True):
        assert {task.owner for task in batch} <= {owner}


# --- finish


async def test_the_delivery_is_there_exactly_when_finishing_was_written(store):
    task = await running(store)
    delivery = a_delivery(task, body='{"emoji":"\N{SNOWMAN}"}'.encode(), repeats=2)
    assert await store.deliveries_of(task.id) == []
    assert await store.finish_tasks([success(task, delivery=delivery)]) == [True]
    assert await store.deliveries_of(task.id) == [delivery]


async def test_a_delivery_may_be_written_as_already_sending(store):
    task = await running(store)
    delivery = sending(a_delivery(task), owner=US)
    await store.finish_tasks([success(task, delivery=delivery)])
    assert await store.deliveries_of(task.id) == [delivery]
    assert await claim(store, owner=THEM) == []


async def test_a_task_that_waits_can_fail_without_ever_running(store):
    [task] = await record(store, a_task())
    assert await store.finish_tasks([failure(task)]) == [True]
    assert (await store.find_task(task.id)).state is TaskState.FAILED
    assert await claimed(store) == []


async def ended_before(store, task):
    await store.finish_tasks([failure(task)])


async def returned_meanwhile(store, task):  # noqa: ARG001  # one way of several
    await store.release(US)


async def claimed_by_others_meanwhile(store, task):  # noqa: ARG001  # one way of several
    await store.release(US)
    await claimed(store, owner=THEM)


async def dropped_meanwhile(store, task):
    await store.finish_tasks([failure(task)])
    await store.drop_records(finished_before=later(days=1), limit=FAR)


@pytest.mark.parametrize(
    "meanwhile", [ended_before, returned_meanwhile, claimed_by_others_meanwhile, dropped_meanwhile]
)
async def test_who_is_late_puts_nothing_back(store, meanwhile):
    task = await running(store)
    await meanwhile(store, task)
    before = await store.find_task(task.id), await store.events_of(task.id)
    assert not await store.put_back(task, retried(task, due_at=NOW), note="late", now=NOW)
    assert (await store.find_task(task.id), await store.events_of(task.id)) == before


@pytest.mark.parametrize(
    "meanwhile", [ended_before, returned_meanwhile, claimed_by_others_meanwhile, dropped_meanwhile]
)
async def test_a_late_finish_is_told_so_and_writes_nothing(store, meanwhile):
    task = await running(store)
    await meanwhile(store, task)
    before = await store.find_task(task.id), await store.events_of(task.id), await store.deliveries_of(task.id)
    end = success(task, delivery=a_delivery(task))
    assert await store.finish_tasks([end]) == [False]
    assert (
        await store.find_task(task.id),
        await store.events_of(task.id),
        await store.deliveries_of(task.id),
    ) == before
    assert await store.known_blobs(end.after.images) == set()


async def test_a_finish_by_who_never_held_the_task_writes_nothing(store):
    task = await running(store)
    thief = replace(task, owner=THEM)
    assert await store.finish_tasks([success(thief, delivery=a_delivery(task))]) == [False]
    assert await store.find_task(task.id) == task
    assert await store.deliveries_of(task.id) == []


async def test_a_try_that_was_handed_back_in_order_does_not_count(store):
    [task] = await record(store, a_task())
    await claimed(store)
    await store.release(US)
    assert (await store.find_task(task.id)).tries == 0


async def test_a_try_that_its_process_did_not_survive_counts_and_fences_what_was_seen_before(store):
    [task] = await record(store, a_task())
    await claimed(store)
    await store.release_expired(now=later(days=1))
    assert (await store.find_task(task.id)).tries == 1
    assert await store.finish_tasks([failure(task)]) == [False]


async def test_of_two_who_finish_at_once_one_wins(store):
    task = await running(store)
    ends = [success(task, delivery=a_delivery(task)), failure(task, delivery=a_delivery(task))]
    told = await asyncio.gather(*(store.finish_tasks([end]) for end in ends))
    assert sorted(told) == [[False], [True]]
    assert len(await store.deliveries_of(task.id)) == 1


async def test_in_one_batch_each_end_is_judged_alone(store):
    [kept, lost] = await record(store, *(started(a_task(), owner=US) for _ in range(2)))
    ends = [failure(replace(lost, owner=THEM)), failure(kept)]
    assert await store.finish_tasks(ends) == [False, True]


# --- who holds what


async def test_a_process_is_told_what_it_still_holds(store):
    kept, ended, passed_on = await record(store, *(started(a_task(), owner=US) for _ in range(3)))
    await record(store, a_task(), started(a_task(), owner=THEM))
    await store.finish_tasks([failure(ended)])
    await store.put_back(passed_on, retried(passed_on, due_at=NOW), note="", now=NOW)
    assert await store.held_by(US) == {(kept.id, kept.tries)}
    await store.release(US)
    assert await store.held_by(US) == set()


# --- previews


async def test_the_latest_preview_is_kept_and_told(store):
    task = await running(store)
    assert await store.preview_of(task.id) is None
    await store.note_progress(task, 0.1, now=NOW, preview=b"rough")
    await store.note_progress(task, 0.2, now=later(seconds=1))
    await store.note_progress(task, 0.1, now=later(seconds=2), preview=b"finer")
    assert await store.preview_of(task.id) == b"finer"
    assert (await store.find_task(task.id)).preview == 2
    told = [(event.name, event.detail) for event in await store.events_of(task.id)][2:]
    assert told == [("progress", "0.10"), ("preview", "1"), ("progress", "0.20"), ("preview", "2")]


async def test_only_the_holder_shows_a_preview(store):
    task = await running(store)
    await store.note_progress(replace(task, owner=THEM), 0.5, now=NOW, preview=b"theirs")
    assert (await store.preview_of(task.id), (await store.find_task(task.id)).preview) == (None, 0)


@pytest.mark.parametrize("end", [success, failure])
async def test_the_preview_goes_with_the_end_and_no_other_with_it(store, end):
    task, other = await record(store, *(started(a_task(), owner=US) for _ in range(2)))
    for each in (task, other):
        await store.note_progress(each, 0.5, now=NOW, preview=b"half")
    await store.finish_tasks([end(task)])
    assert (await store.preview_of(task.id), (await store.find_task(task.id)).preview) == (None, 0)
    assert await store.preview_of(other.id) == b"half"


# --- progress and events


async def test_the_events_after_a_number_are_those_that_follow_it(store):
    task = await running(store)
    await running(store)
    for share in (0.1, 0.2):
        await store.note_progress(task, share, now=NOW)
    events = await store.events_of(task.id)
    numbers = [event.number for event in events]
    assert numbers == sorted(set(numbers))
    for place, number in enumerate(numbers, 1):
        assert await store.events_of(task.id, after=number) == events[place:]


async def test_the_end_tells_its_note(store):
    task = await running(store)
    await store.finish_tasks([success(task, note="drawer")])
    assert (await store.events_of(task.id))[-1].detail == "drawer"


async def test_progress_only_rises(store):
    task = await running(store)
    seen = []
    for share in (0.1, 0.4, 0.2, 0.4, 0.9):
        await store.note_progress(task, share, now=NOW)
        seen.append((await store.find_task(task.id)).progress)
    assert seen == [0.1, 0.4, 0.4, 0.4, 0.9]
    noted = [event.detail for event in await store.events_of(task.id) if event.name == "progress"]
    assert noted == ["0.10", "0.40", "0.90"]


async def test_only_the_holder_raises_the_progress(store):
    task = await running(store)
    await store.note_progress(replace(task, owner=THEM), 0.5, now=NOW)
    await store.note_progress(replace(task, id=task_id(FAR)), 0.5, now=NOW)
    assert (await store.find_task(task.id)).progress == 0.0
    await store.release(US)
    await store.note_progress(task, 0.5, now=NOW)
    assert (await store.find_task(task.id)).progress == 0.0


async def test_a_failure_does_not_lower_the_progress(store):
    task = await running(store)
    await store.note_progress(task, 0.7, now=NOW)
    await store.finish_tasks([failure(task)])
    assert (await store.find_task(task.id)).progress == 0.7


async def test_the_events_tell_the_way_in_order(store):
    task = await running(store, created_at=NOW)
    await store.note_progress(task, 0.5, now=later(seconds=2))
    await store.release(US)
    [again] = await claimed(store, owner=THEM, now=later(seconds=3))
    await store.finish_tasks([success(again, at=later(seconds=4))])
    events = await store.events_of(task.id)
    assert [event.name for event in events] == ["accepted", "started", "progress", "started", "succeeded"]
    assert [event.at for event in events] == [NOW, NOW, later(seconds=2), later(seconds=3), later(seconds=4)]
    assert {event.task_id for event in events} == {task.id}


async def test_a_task_recorded_as_running_was_accepted_and_started(store):
    [task] = await record(store, started(a_task(), owner=US))
    assert [event.name for event in await store.events_of(task.id)] == ["accepted", "started"]


# --- overdue


async def test_overdue_are_the_oldest_open_tasks_whoever_holds_them(store):
    queued, held, ended, young = await record(
        store,
        a_task(created_at=later(seconds=2)),
        started(a_task(created_at=later(seconds=1)), owner=THEM),
        started(a_task(created_at=later(seconds=0)), owner=US),
        a_task(created_at=later(seconds=5)),
    )
    await store.finish_tasks([failure(ended)])
    assert await store.overdue_tasks(created_before=later(seconds=5), limit=FAR) == [held, queued]
    assert await store.overdue_tasks(created_before=later(seconds=5), limit=1) == [held]
    assert ids(await store.overdue_tasks(created_before=later(seconds=6), limit=FAR)) == [held.id, queued.id, young.id]


# --- deliveries


async def test_a_claimed_delivery_is_sending_held_and_has_its_bytes(store):
    delivery = await owe(store, body="\N{SNOWMAN}".encode(), attempt=2, repeats=1)
    assert await claim(store) == [sending(delivery, owner=US)]
    assert await store.deliveries_of(delivery.task_id) == [sending(delivery, owner=US)]
    assert await claim(store, owner=THEM) == []


async def test_only_what_is_due_is_claimed_oldest_first(store):
    third = await owe(store, due_at=later(seconds=3))
    first = await owe(store, due_at=later(seconds=1))
    await owe(store, due_at=later(seconds=3, milliseconds=1))
    second = await owe(store, due_at=later(seconds=2))
    assert ids(await claim(store, now=later(seconds=3))) == ids([first, second, third])


async def test_of_those_due_at_one_moment_the_one_that_was_owed_first_is_claimed_first(store):
    owed = [await owe(store, id=DeliveryId(f"msg_{name}")) for name in ("z", "a", "m")]
    assert [await claim(store, limit=1) for _ in owed] == [[sending(each, owner=US)] for each in owed]


async def test_no_more_is_claimed_than_the_limit(store):
    owed = [await owe(store, due_at=later(milliseconds=n)) for n in range(5)]
    assert ids(await claim(store, now=later(seconds=1), limit=3)) == ids(owed[:3])
    assert await claim(store, now=later(seconds=1), limit=0) == []
    assert ids(await claim(store, now=later(seconds=1), limit=3)) == ids(owed[3:])


async def test_a_lane_gets_no_more_than_it_has_room_for(store):
    for n in range(5):
        await owe(store, lane=Lane("full"), due_at=later(milliseconds=n))
        await owe(store, lane=Lane("free"), due_at=later(milliseconds=n))
    taken = await claim(store, now=later(seconds=1), per_lane=3, in_flight={Lane("full"): 2, Lane("other"): 3})
    lanes = [delivery.lane for delivery in taken]
    assert (lanes.count("full"), lanes.count("free")) == (1, 3)


@pytest.mark.parametrize("over", [0, 5])
async def test_a_full_lane_gets_nothing(store, over):
    await owe(store)
    assert await claim(store, per_lane=2, in_flight={LANE: 2 + over}) == []


@pytest.mark.parametrize("window", [1, 2, 7, 2000])
async def test_the_backlog_of_a_full_lane_hides_nobody(store, window, monkeypatch):
    monkeypatch.setattr(due, "WINDOW", window)
    for n in range(20):
        await owe(store, lane=Lane("dead"), due_at=later(milliseconds=n))
    await owe(store, lane=Lane("slow"), due_at=later(milliseconds=30))
    await owe(store, lane=Lane("slow"), due_at=later(milliseconds=31))
    await owe(store, lane=Lane("well"), due_at=later(milliseconds=32))
    await owe(store, lane=Lane("later"), due_at=later(hours=1))
    taken = await claim(store, now=later(seconds=1), per_lane=3, in_flight={Lane("dead"): 3, Lane("slow"): 2})
    assert [(delivery.lane, delivery.due_at) for delivery in taken] == [
        ("slow", later(milliseconds=30)),
        ("well", later(milliseconds=32)),
    ]


@pytest.mark.parametrize("window", [1, 2, 7, 2000])
@pytest.mark.parametrize("limit", [1, 2, 3, 5, 100])
async def test_limit_and_room_hold_whatever_the_backlog(store, window, limit, monkeypatch):
    monkeypatch.setattr(due, "WINDOW", window)
    for n in range(12):
        await owe(store, lane=Lane("abc"[n % 3]), due_at=later(milliseconds=n))
    taken = await claim(store, now=later(seconds=1), limit=limit, per_lane=2, in_flight={Lane("a"): 1})
    lanes = [delivery.lane for delivery in taken]
    assert len(taken) == len(set(ids(taken))) == min(limit, 5)
    assert lanes.count("a") <= 1
    assert lanes.count("b") <= 2
    assert lanes.count("c") <= 2


@pytest.mark.parametrize("page", [1, 2, 3, 6, 256])
async def test_no_lane_and_key_is_lost_between_two_pages_of_them(store, page, monkeypatch):
    monkeypatch.setattr(due, "WINDOW", 1)
    monkeypatch.setattr(due, "GROUPS", page)
    owed = [
        await owe(store, lane=Lane(lane), key_id=KeyId(key), due_at=later(milliseconds=-n))
        for n, (lane, key) in enumerate((lane, key) for lane in "abc" for key in "xy")
    ]
    await owe(store, lane=Lane("d"), key_id=KeyId("z"), due_at=later(hours=1))
    taken = await claim(store, now=later(seconds=1))
    assert sorted(ids(taken)) == sorted(ids(owed))


async def test_deliveries_claimed_by_several_at_once_never_overlap(store):
    owed = [await owe(store, due_at=later(milliseconds=n)) for n in range(20)]
    batches = await asyncio.gather(
        *(claim(store, owner=Owner(f"owner{n}"), limit=6, now=later(seconds=1)) for n in range(5))
    )
    assert sorted(ids(chain(*batches))) == sorted(ids(owed))


# --- settle


async def test_a_settled_delivery_is_written_with_its_receipt(store):
    await owe(store)
    [held] = await claim(store)
    receipt = a_receipt(
        held,
        started_at=later(milliseconds=1),
        ended_at=later(seconds=2),
        verdict=Verdict.RETRY,
        next_attempt_at=later(seconds=12),
        answer=Answer(
            status=503,
            fault=Fault.SERVER_FAULT,
            diagnosis="answered 503 🌊",
            address="192.0.2.7",
            phases=Phases(dns_ms=1.5, connect_ms=0.25, first_byte_ms=1999.0),
            retry_after="12",
            excerpt="busy \N{SNOWMAN}",
            bytes_read=65536,
        ),
    )
    after = settled(held, FINE, Verdict.RETRY, next_attempt_at=later(seconds=12), at=later(seconds=2))
    assert await store.settle_deliveries([settlement(held, after)._replace(receipt=receipt)]) == [True]
    assert await store.receipts_of(held.id) == [receipt]
    assert await store.deliveries_of(held.task_id) == [after]


@pytest.mark.parametrize("fault", [None, *Fault])
async def test_every_fault_and_an_answer_without_anything_is_kept(store, fault):
    await owe(store)
    [held] = await claim(store)
    after = settled(held, FINE, Verdict.GIVE_UP, next_attempt_at=None, at=NOW)
    await store.settle_deliveries([settlement(held, after, answer=Answer(fault=fault), verdict=Verdict.GIVE_UP)])
    [receipt] = await store.receipts_of(held.id)
    assert (receipt.answer, receipt.verdict) == (Answer(fault=fault), Verdict.GIVE_UP)


async def test_text_that_is_no_text_does_not_stop_a_receipt(store):
    await owe(store)
    [held] = await claim(store)
    after = settled(held, FINE, Verdict.GIVE_UP, next_attempt_at=None, at=NOW)
    answer = REFUSED._replace(diagnosis="to \udcff", retry_after="\udcff", address="\udcff")
    assert await store.settle_deliveries([settlement(held, after, answer=answer)]) == [True]
    [receipt] = await store.receipts_of(held.id)
    assert receipt.answer.status == 503


async def test_receipts_come_back_oldest_first(store):
    delivery = await owe(store)
    for attempt in range(1, 4):
        [held] = await claim(store, now=later(minutes=attempt))
        assert await settle(store, held, Verdict.RETRY, next_attempt_at=later(minutes=attempt)) == [True]
    assert [receipt.attempt for receipt in await store.receipts_of(delivery.id)] == [1, 2, 3]


async def test_a_retry_is_not_claimed_before_its_time(store):
    await owe(store)
    [held] = await claim(store)
    await settle(store, held, Verdict.RETRY, next_attempt_at=later(seconds=10))
    assert await claim(store, now=later(seconds=9, milliseconds=999)) == []
    [again] = await claim(store, now=later(seconds=10))
    assert (again.attempt, again.id, again.body) == (1, held.id, held.body)


@pytest.mark.parametrize("verdict", [Verdict.DELIVERED, Verdict.GIVE_UP])
async def test_what_is_over_is_never_claimed_again(store, verdict):
    await owe(store)
    [held] = await claim(store)
    await settle(store, held, verdict)
    assert await claim(store, now=later(days=1)) == []


async def test_a_repeat_is_owed_again_until_none_is_left(store):
    delivery = await owe(store, repeats=2)
    for left in (1, 0, 0):
        [held] = await claim(store)
        await settle(store, held)
        [stored] = await store.deliveries_of(delivery.task_id)
        assert stored.repeats == left
    assert stored.state is DeliveryState.DELIVERED
    assert await claim(store) == []
    assert len(await store.receipts_of(delivery.id)) == 3


async def test_a_late_settlement_is_told_so_and_writes_nothing(store):
    await owe(store)
    [held] = await claim(store)
    await store.release(US)
    assert await settle(store, held) == [False]
    [theirs] = await claim(store, owner=THEM)
    assert await settle(store, held) == [False]
    assert await store.receipts_of(held.id) == []
    assert await store.deliveries_of(held.task_id) == [theirs]


async def test_a_delivery_is_settled_once(store):
    await owe(store)
    [held] = await claim(store)
    assert await settle(store, held) == [True]
    assert await settle(store, held) == [False]
    assert len(await store.receipts_of(held.id)) == 1


async def test_in_one_batch_each_settlement_is_judged_alone(store):
    await owe(store)
    await owe(store)
    mine, other = await claim(store)
    stolen = other._replace(owner=THEM)
    ways = [
        settlement(delivery, settled(delivery, FINE, Verdict.DELIVERED, next_attempt_at=None, at=NOW))
        for delivery in (stolen, mine)
    ]
    assert await store.settle_deliveries(ways) == [False, True]


# --- leases


async def test_release_gives_back_what_that_owner_holds_and_only_that(store):
    ours, theirs = await record(store, started(a_task(), owner=US), started(a_task(), owner=THEM))
    delivery = await owe(store)
    await claim(store)
    assert await store.release(US) == 2
    assert (await store.find_task(ours.id)).state is TaskState.QUEUED
    assert (await store.find_task(ours.id)).owner is None
    assert await store.find_task(theirs.id) == theirs
    assert await store.deliveries_of(delivery.task_id) == [delivery]
    assert await store.release(US) == 0


async def test_what_went_back_can_be_claimed_again_and_counts_its_tries(store):
    await running(store)
    await store.release_expired(now=later(days=1))
    [again] = await claimed(store, owner=THEM)
    assert (again.owner, again.tries) == (THEM, 2)


async def days_go_by(store, days):
    """For the store that counts by a clock of its own; the others are told the moment."""
    if isinstance(store, PostgresStore):
        await lapse(store, days * DAY)


async def test_only_what_is_held_without_a_good_lease_goes_back(store):
    await store.hold(US, now=NOW, seconds=10 * DAY)
    await store.hold(THEM, now=NOW, seconds=20 * DAY)
    ours, theirs, nobodys = await record(
        store, *(started(a_task(), owner=owner) for owner in (US, THEM, Owner("ghost")))
    )
    delivery = await owe(store)
    await claim(store)

    async def free():
        return [task.id for task in (ours, theirs, nobodys) if not (await store.find_task(task.id)).owner]

    await days_go_by(store, 9)
    assert await store.release_expired(now=later(days=9)) == 1
    assert await free() == [nobodys.id]
    await days_go_by(store, 1)
    assert await store.release_expired(now=later(days=10)) == 2
    assert await free() == [ours.id, nobodys.id]
    assert await store.deliveries_of(delivery.task_id) == [delivery]
    assert await store.release_expired(now=later(days=10)) == 0


async def test_a_renewed_lease_keeps_old_and_new_claims(store):
    await store.hold(US, now=NOW, seconds=10 * DAY)
    await running(store)
    await store.hold(US, now=NOW, seconds=30 * DAY)
    await running(store)
    await days_go_by(store, 29)
    assert await store.release_expired(now=later(days=29)) == 0
    await days_go_by(store, 1)
    assert await store.release_expired(now=later(days=30)) == 2


async def test_what_has_ended_is_not_given_back(store):
    task = await running(store)
    await store.finish_tasks([success(task, delivery=a_delivery(task))])
    [held] = await claim(store)
    await settle(store, held)
    assert await store.release(US) == 0
    assert await store.release_expired(now=later(days=9)) == 0
    assert (await store.find_task(task.id)).state is TaskState.SUCCEEDED


# --- pictures


async def test_pictures_are_known_from_the_end_of_their_task_and_expire_on_their_day(store):
    task = await running(store)
    end = success(task, days=14)
    [name] = end.after.images
    assert await store.known_blobs([name]) == set()
    await store.finish_tasks([end])
    assert await store.known_blobs([name, BlobName("stranger.png")]) == {name}
    assert await store.expired_blobs(now=later(days=13, hours=23), limit=FAR) == []
    assert await store.expired_blobs(now=later(days=14), limit=FAR) == [name]
    await store.forget_blobs([name])
    assert await store.expired_blobs(now=later(days=14), limit=FAR) == []
    assert await store.known_blobs([name]) == set()


async def test_expired_pictures_come_oldest_first_up_to_the_limit(store):
    tasks = await record(store, *(started(a_task(), owner=US) for _ in range(3)))
    for task, days in zip(tasks, (3, 1, 2), strict=True):
        await store.finish_tasks([success(task, days=days)])
    names = await store.expired_blobs(now=later(days=9), limit=2)
    assert names == [f"{tasks[1].id}_1.png", f"{tasks[2].id}_1.png"]


async def test_to_ask_for_no_pictures_is_no_mistake(store):
    assert await store.known_blobs([]) == set()
    await store.forget_blobs([])
    await store.forget_blobs([BlobName("stranger.png")])


# --- records


async def test_old_finished_tasks_go_with_all_that_hangs_on_them(store):
    task = await running(store)
    delivery = a_delivery(task)
    end = success(task, delivery=delivery, days=14)
    await store.finish_tasks([end])
    [held] = await claim(store)
    await settle(store, held)
    assert await store.drop_records(finished_before=NOW, limit=FAR) == 0
    assert await store.drop_records(finished_before=later(milliseconds=1), limit=FAR) == 1
    assert await store.find_task(task.id) is None
    assert await store.events_of(task.id) == []
    assert await store.deliveries_of(task.id) == []
    assert await store.receipts_of(delivery.id) == []
    assert await store.drop_records(finished_before=later(milliseconds=1), limit=FAR) == 0


async def test_the_pictures_of_a_dropped_task_are_expired_at_once(store):
    task = await running(store)
    end = success(task, days=99)
    await store.finish_tasks([end])
    await store.drop_records(finished_before=later(days=1), limit=FAR)
    assert await store.expired_blobs(now=NOW, limit=FAR) == list(end.after.images)
    assert await store.known_blobs(end.after.images) == set(end.after.images)


async def test_an_id_that_was_dropped_leaves_nothing_that_another_task_could_trip_over(store):
    task = await running(store)
    await store.finish_tasks([success(task, delivery=a_delivery(task))])
    [held] = await claim(store)
    await settle(store, held)
    await store.drop_records(finished_before=later(days=1), limit=FAR)
    again = await running(store, number=int(task.id, 16))
    assert await store.finish_tasks([success(again, delivery=a_delivery(again))]) == [True]
    assert await claim(store) == [sending(a_delivery(again), owner=US)]


async def test_tasks_with_an_open_delivery_stay(store):
    owed, held = await owe(store), await owe(store, lane=Lane("other"))
    await claim(store, in_flight={LANE: FAR})
    assert await store.drop_records(finished_before=later(days=99), limit=FAR) == 0
    [sent] = await claim(store)
    await settle(store, sent)
    assert await store.drop_records(finished_before=later(days=99), limit=FAR) == 1
    assert await store.find_task(owed.task_id) is None
    assert await store.find_task(held.task_id)


async def test_open_tasks_stay_however_old(store):
    queued, held = await record(store, a_task(), started(a_task(), owner=US))
    assert await store.drop_records(finished_before=later(days=999), limit=FAR) == 0
    assert await store.find_task(queued.id)
    assert await store.find_task(held.id)


async def test_the_longest_finished_go_first_up_to_the_limit(store):
    tasks = await record(store, *(started(a_task(), owner=US) for _ in range(3)))
    for task, seconds in zip(tasks, (3, 1, 2), strict=True):
        await store.finish_tasks([failure(task, at=later(seconds=seconds))])
    assert await store.drop_records(finished_before=later(days=1), limit=2) == 2
    assert [await store.find_task(task.id) is None for task in tasks] == [False, True, True]


# --- census, keys, secrets


async def test_the_census_of_nothing_is_nothing(store):
    census = await store.census()
    assert (census.tasks_queued, census.tasks_running) == (0, 0)
    assert (census.deliveries_owed, census.deliveries_sending, census.oldest_due_at) == (0, 0, None)


async def test_the_census_counts_what_is_open(store):
    await record(store, *(a_task() for _ in range(3)), *(started(a_task(), owner=US) for _ in range(2)))
    for seconds in (2, 5, 3, 9):
        await owe(store, due_at=later(seconds=seconds))
    [held] = await claim(store, limit=1, now=later(days=1))
    [other] = await claim(store, limit=1, now=later(days=1))
    await settle(store, other)
    census = await store.census()
    assert (census.tasks_queued, census.tasks_running) == (3, 2)
    assert (census.deliveries_owed, census.deliveries_sending) == (2, 1)
    assert held.due_at == later(seconds=2)
    assert census.oldest_due_at == later(seconds=5)


async def test_who_comes_first_makes_the_key_and_all_agree_on_it(store):
    assert await store.key_ids(now=NOW) == set()
    told = await asyncio.gather(*(store.key_ids(candidate=KeyId(f"key{n}"), now=NOW) for n in range(8)))
    assert all(known == told[0] for known in told)
    assert len(told[0]) == 1
    assert await store.key_ids(candidate=KeyId("late"), now=NOW) == told[0]
    assert await store.key_ids(now=NOW) == told[0]


async def test_the_first_to_write_a_secret_wins(store):
    told = await asyncio.gather(*(store.secret("link_key", f"candidate{n}") for n in range(8)))
    assert len(set(told)) == 1
    assert await store.secret("link_key", "late") == told[0]
    assert await store.secret("other", "late") == "late"


# --- one thing twice


async def test_of_one_attempt_that_is_settled_twice_at_once_one_receipt_is_written(store):
    await owe(store)
    [delivery] = await claim(store)
    told = await asyncio.gather(settle(store, delivery), settle(store, delivery))
    assert sorted(told) == [[False], [True]]
    assert len(await store.receipts_of(delivery.id)) == 1


async def test_an_attempt_of_an_earlier_claim_by_the_same_owner_settles_nothing(store):
    await owe(store)
    [first] = await claim(store)
    await settle(store, first, Verdict.RETRY, next_attempt_at=NOW)
    [second] = await claim(store)
    assert await settle(store, first) == [False]
    assert await settle(store, second) == [True]


async def owe_of(store, key, *, count, lane=LANE, at=0):
    return [await owe(store, key_id=KeyId(key), lane=lane, due_at=later(milliseconds=at + n)) for n in range(count)]


async def keys_claimed(store, **asked):
    return "".join(delivery.key_id for delivery in await claim(store, now=later(seconds=60), **asked))


# With a window of one row every claim asks lane by lane and key by key; with the whole one it sees all at once.
@pytest.fixture(params=[1, 1000])
def either_way(request, monkeypatch):
    monkeypatch.setattr(due, "WINDOW", request.param)
    monkeypatch.setattr(postgres_due, "HANDFUL", request.param)


@pytest.mark.usefixtures("either_way")
async def test_in_a_lane_the_keys_take_turns_however_long_one_of_them_waits(store):
    await owe_of(store, "a", count=20)
    await owe_of(store, "b", count=3, at=1000)
    assert await keys_claimed(store, per_lane=8) == "abababaa"


@pytest.mark.usefixtures("either_way")
async def test_a_key_of_weight_two_gets_two_places_in_a_turn(store):
    await owe_of(store, "a", count=20)
    await owe_of(store, "b", count=20, at=1000)
    taken = await keys_claimed(store, per_lane=9, turns=Turns(weights={KeyId("b"): 2}))
    assert (taken.count("a"), taken.count("b")) == (3, 6)


@pytest.mark.usefixtures("either_way")
async def test_the_many_lanes_of_one_key_do_not_crowd_out_the_one_lane_of_another(store):
    for n in range(10):
        await owe_of(store, "a", count=3, lane=Lane(f"host{n}"))
    await owe_of(store, "b", count=3, lane=Lane("other"), at=1000)
    assert await keys_claimed(store, limit=6) == "ababab"


@pytest.mark.usefixtures("either_way")
async def test_the_next_place_is_for_the_key_that_holds_fewest(store):
    await owe_of(store, "a", count=5)
    await owe_of(store, "b", count=5, at=1000)
    turns = Turns(held={LANE: {KeyId("a"): 3}}, held_in_all={KeyId("a"): 3})
    assert await keys_claimed(store, per_lane=7, in_flight={LANE: 3}, turns=turns) == "bbba"


@pytest.mark.usefixtures("either_way")
async def test_what_is_kept_for_those_who_hold_little_goes_to_nobody_else(store):
    await owe_of(store, "a", count=9)
    await owe_of(store, "b", count=9, lane=Lane("other"), at=1000)
    turns = Turns(held_in_all={KeyId("a"): 6}, open_to_all=1, little=4)
    assert await keys_claimed(store, limit=8, turns=turns) == "bbbb"


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize(("shared", "taken"), [({LANE}, "b"), ({Lane("other")}, "baa")])
async def test_what_is_kept_of_a_shared_lane_goes_to_who_holds_little_there(store, shared, taken):
    await owe_of(store, "a", count=9)
    await owe_of(store, "b", count=1, at=1000)
    turns = Turns(held={LANE: {KeyId("a"): 4, KeyId("b"): 1}}, shared=shared, kept_per_lane=2)
    assert sorted(await keys_claimed(store, per_lane=8, in_flight={LANE: 5}, turns=turns)) == sorted(taken)


@pytest.mark.usefixtures("either_way")
async def test_lanes_that_are_full_for_a_key_do_not_hide_the_one_that_is_not(store):
    full = [Lane(f"full{n}") for n in range(6)]
    for lane in full:
        await owe_of(store, "a", count=3, lane=lane)
    await owe_of(store, "a", count=3, lane=Lane("free"), at=1000)
    turns = Turns(held={lane: {KeyId("a"): 4} for lane in full}, shared=set(full), kept_per_lane=2)
    taken = await claim(
        store, now=later(seconds=60), limit=3, per_lane=6, in_flight=dict.fromkeys(full, 4), turns=turns
    )
    assert [delivery.lane for delivery in taken] == ["free"] * 3


@pytest.mark.usefixtures("either_way")
async def test_the_many_silent_lanes_do_not_hide_the_few_that_have_a_place(store):
    silent = [Lane(f"mute{n}") for n in range(6)]
    for lane in silent:
        await owe_of(store, "a", count=2, lane=lane)
    await owe_of(store, "a", count=2, lane=Lane("new"), at=1000)
    await owe_of(store, "a", count=2, lane=Lane("well"), at=2000)
    hearing = Hearing(answered={Lane("well")}, silent=set(silent), open_to_new=1, open_to_silent=0)
    claimed = await claim(store, now=later(seconds=60), limit=4, turns=Turns(little=0, hearing=hearing))
    assert [delivery.lane for delivery in claimed] == ["new", "well", "well"]


@pytest.mark.usefixtures("either_way")
async def test_new_lanes_that_have_one_place_each_do_not_hide_one_another(store):
    new = [Lane(f"new{n}") for n in range(4)]
    for lane in new:
        await owe_of(store, "a", count=5, lane=lane)
    hearing = Hearing(open_to_new=3, open_to_silent=0)
    claimed = await claim(store, now=later(seconds=60), limit=9, turns=Turns(little=0, hearing=hearing))
    assert sorted(delivery.lane for delivery in claimed) == new[:3]


@pytest.mark.usefixtures("either_way")
async def test_where_one_is_tried_at_a_time_the_backlog_of_one_key_does_not_hide_another(store):
    await owe_of(store, "a", count=9)
    await owe_of(store, "b", count=1, at=1000)
    turns = Turns(held={LANE: {KeyId("a"): 9}}, shared={LANE}, kept_per_lane=8, tried={LANE: [KeyId("a")]})
    assert await keys_claimed(store, per_lane=64, in_flight={LANE: 63}, turns=turns) == "b"
