import asyncio
from collections import Counter
from contextlib import asynccontextmanager
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heliograph.domain.errors import StoreBusy
from heliograph.domain.task import KeyId
from heliograph.workers import desk as desk_module
from heliograph.workers.desk import CLAIM_LIMIT, HANDFUL, NEWCOMER_SECONDS, SMALL_CLAIM, SMALL_HANDFUL, Desk
from heliograph.workers.places import Places
from tests.fakes import RecordingObserver, until
from tests.samples import US

PER_LANE, IN_ALL = 2, 5
KEY, GUEST = KeyId("key"), KeyId("guest")


class Work:
    """What a desk works on: items are (lane, number); `stock` waits to be claimed, `gates` keep items on the desk."""

    def __init__(self, *, per_lane=PER_LANE, in_all=IN_ALL, kept=0, held=False, places=None):
        self.stock = []
        self.kept = kept
        self.per_lane = per_lane
        self.in_all = in_all
        self.done = []
        self.at_once = Counter()
        self.most = Counter()
        self.most_in_all = 0
        self.broken = set()
        self.claims = 0
        self.claim_fault = None
        self.claim_pauses = 0
        self.open = asyncio.Event()
        self.observer = RecordingObserver()
        self.desk = Desk(
            owner=US,
            places=places or Places(per_lane=per_lane, in_all=in_all, kept=kept, little=0),
            lane_of=lambda item: item[0],
            key_of=lambda item: item[2] if len(item) > 2 else KEY,
            claim=self.claim,
            work=self.work,
            observer=self.observer,
        )
        if not held:
            self.open.set()

    async def claim(self, limit, in_flight):
        self.claims += 1
        taken, items = Counter(in_flight), []
        limit = min(limit, self.in_all - self.kept - taken.total())  # nobody here holds little
        for _ in range(self.claim_pauses):
            await asyncio.sleep(0)
        if self.claim_fault:
            raise self.claim_fault
        for item in list(self.stock):
            if len(items) < limit and taken[item[0]] < self.per_lane:
                taken[item[0]] += 1
                items.append(item)
                self.stock.remove(item)
        for _ in range(self.claim_pauses):
            await asyncio.sleep(0)
        return items

    async def work(self, item):
        lane = item[0]
        self.at_once[lane] += 1
        self.most[lane] = max(self.most[lane], self.at_once[lane])
        self.most_in_all = max(self.most_in_all, self.at_once.total())
        try:
            if item in self.broken:
                raise ZeroDivisionError(item)
            await self.open.wait()
            self.done.append(item)
        finally:
            self.at_once[lane] -= 1

    async def submit(self, item, *, pauses=0):
        """As the flow does it: a place if there is one, else into the stock."""
        owner = self.desk.reserve(item[0], KEY)
        for _ in range(pauses):
            await asyncio.sleep(0)
        if owner:
            self.desk.take(item)
        else:
            self.stock.append(item)
            self.desk.wake(item[0], KEY)


@asynccontextmanager
async def running(work, *, grace_seconds=5.0):
    task = asyncio.create_task(work.desk.run())
    await until(lambda: work.claims > 0)
    try:
        yield work
    finally:
        work.desk.stop(grace_seconds=grace_seconds)
        await asyncio.wait_for(task, 10)


async def test_what_waits_at_the_start_is_claimed():
    work = Work()
    work.stock = [("a", n) for n in range(20)]
    async with running(work):
        await until(lambda: len(work.done) == 20)
    assert work.most["a"] <= PER_LANE


async def test_with_a_free_place_nothing_is_claimed():
    work = Work()
    async with running(work):
        before = work.claims
        assert work.desk.reserve("a", KEY) == US
        work.desk.take(("a", 1))
        await until(lambda: work.done == [("a", 1)])
        assert work.claims == before


@pytest.mark.parametrize(("key_id", "owner"), [(GUEST, US), (KEY, None)])
async def test_a_key_that_holds_little_passes_the_backlog_of_another_and_nobody_passes_their_own(key_id, owner):
    work = Work(held=True, places=Places(per_lane=4, in_all=9, kept_per_lane=1))
    async with running(work):
        work.desk.wake("a", GUEST)
        work.desk.wake("a", KEY)
        work.stock = [("a", 1), ("a", 2)]
        await until(lambda: work.at_once["a"] == 2)
        work.desk.wake("a", KEY)
        assert work.desk.reserve("a", key_id) == owner
        work.open.set()


async def test_a_guest_wakes_a_lane_that_is_full_for_its_backlog():
    work = Work(held=True, places=Places(per_lane=2, in_all=9, kept_per_lane=1))
    async with running(work):
        work.desk.wake("a", GUEST)
        work.stock = [("a", 1)]
        work.desk.wake("a", KEY)
        await until(lambda: work.at_once["a"] == 1)
        before = work.claims
        work.desk.wake("a", KEY)
        await asyncio.sleep(0.05)
        assert work.claims == before
        work.stock = [("a", 2, GUEST)]
        work.desk.wake("a", GUEST)
        await until(lambda: work.at_once["a"] == 2)
        work.open.set()


@pytest.mark.parametrize(("keys", "most"), [([KEY], CLAIM_LIMIT), ([KEY, GUEST], SMALL_CLAIM)])
async def test_where_several_keys_call_a_claim_is_small(keys, most):
    work, limits = Work(places=Places(per_lane=999, in_all=999)), []
    claim = work.desk._claim

    async def noting(limit, in_flight):
        limits.append(limit)
        return await claim(limit, in_flight)

    work.desk._claim = noting
    for key_id in keys:
        work.desk.wake("a", key_id)
    async with running(work):
        await until(lambda: bool(limits))
    assert limits[0] == most


async def test_before_it_runs_and_after_it_stops_it_has_no_place():
    work = Work()
    assert work.desk.reserve("a", KEY) is None
    async with running(work):
        assert work.desk.reserve("b", KEY) == US
        work.desk.release("b", KEY)
        work.desk.stop(grace_seconds=1)
        assert work.desk.reserve("a", KEY) is None
    assert work.desk.reserve("a", KEY) is None


async def test_a_lane_has_so_many_places_and_all_lanes_together_so_many():
    work = Work(held=True)
    async with running(work):
        assert [work.desk.reserve("a", KEY) for _ in range(3)] == [US, US, None]
        assert [work.desk.reserve(lane, KEY) for lane in "bcde"] == [US, US, US, None]
        work.desk.release("a", KEY)
        assert [work.desk.reserve("a", KEY) for _ in range(2)] == [US, None]
        for lane in "aabcd":
            work.desk.release(lane, KEY)


async def test_nobody_overtakes_what_waits_for_the_same_lane():
    work = Work(held=True)
    async with running(work):
        for number in range(3):
            await work.submit(("a", number))
        work.desk.release("a", KEY)
        assert work.desk.reserve("a", KEY) is None
        assert work.desk.reserve("b", KEY) == US
        work.desk.release("b", KEY)
        work.desk.take(("a", "again"))
        work.open.set()


async def test_the_backlog_of_a_full_lane_is_claimed_when_it_drains():
    work = Work(held=True, per_lane=4, in_all=100)
    work.stock = [("a", n) for n in range(40)]
    async with running(work):
        await until(lambda: work.at_once["a"] == 4)
        work.stock += [("b", n) for n in range(3)]
        work.desk.wake("b", KEY)
        await until(lambda: work.at_once["b"] == 3)
        assert len(work.stock) == 36
        async with asyncio.timeout(0.9):  # sooner than a poll could find it
            work.open.set()
            await until(lambda: len(work.done) == 43)
    assert work.most == {"a": 4, "b": 3}


async def test_something_new_for_a_full_lane_is_claimed_at_the_first_free_place():
    work = Work(held=True, per_lane=10, in_all=100)
    async with running(work):
        assert work.desk.reserve("a", KEY) == US
        for number in range(10):
            await work.submit(("a", number))
        before = work.claims
        work.desk.release("a", KEY)
        async with asyncio.timeout(0.9):  # sooner than a poll could find it
            await until(lambda: not work.stock)
        assert work.claims == before + 1
        work.open.set()
        await until(lambda: len(work.done) == 10)


async def test_when_all_places_were_taken_the_next_ones_are_claimed_as_soon_as_one_is_free():
    work = Work(held=True, per_lane=5, in_all=5)
    work.stock = [(lane, 0) for lane in "abcdefghijkl"]
    async with running(work):
        await until(lambda: work.at_once.total() == 5)
        async with asyncio.timeout(0.9):
            work.open.set()
            await until(lambda: len(work.done) == 12)
    assert work.most_in_all == 5


async def test_when_all_but_the_kept_places_were_taken_the_next_ones_are_claimed_as_they_drain():
    work = Work(per_lane=100, in_all=40, kept=10)
    work.claim_pauses = 5  # places are left while a claim is under way
    work.stock = [("a", n) for n in range(300)]
    done = []

    async def work_on(item):
        for _ in range(item[1] % 30):
            await asyncio.sleep(0)
        assert work.desk.count <= 30
        done.append(item)

    work.desk._work = work_on
    async with running(work), asyncio.timeout(0.9):  # sooner than a poll could find the rest
        await until(lambda: len(done) == 300)


async def test_a_lane_that_others_left_no_place_for_is_claimed_as_soon_as_one_of_them_goes():
    work = Work(held=True, per_lane=2, in_all=2)
    async with running(work):
        for lane in "abc":
            await work.submit((lane, 1))
        await until(lambda: work.at_once.total() == 2)
        async with asyncio.timeout(0.9):
            work.open.set()
            await until(lambda: len(work.done) == 3)


async def test_a_fault_in_one_item_does_not_stop_the_others():
    work = Work()
    work.broken = {("a", 3), ("a", 4)}
    work.stock = [("a", n) for n in range(10)]
    async with running(work):
        await until(lambda: len(work.done) == 8)
        await until(lambda: not work.at_once.total())
        assert [work.desk.reserve("a", KEY), work.desk.reserve("a", KEY)] == [US, US]
        work.desk.release("a", KEY)
        work.desk.release("a", KEY)
    assert [(step, type(error)) for step, error in work.observer.failures] == [("work", ZeroDivisionError)] * 2


async def test_a_store_that_fails_for_a_while_is_asked_again():
    work = Work()
    work.claim_fault = StoreBusy("locked")
    work.stock = [("a", 1)]
    async with running(work):
        await until(lambda: bool(work.observer.failures))
        work.claim_fault = None
        work.desk.wake("a", KEY)
        await until(lambda: work.done == [("a", 1)])
    assert {step for step, _ in work.observer.failures} == {"claim"}


async def test_without_a_word_a_poll_finds_what_came_from_elsewhere():
    work = Work()
    async with running(work):
        work.stock.append(("a", 1))
        await until(lambda: work.done == [("a", 1)])


@pytest.mark.parametrize("pauses", range(6))
async def test_nothing_is_lost_that_is_written_while_a_claim_is_under_way(pauses):
    work = Work()
    work.claim_pauses = 3
    async with running(work):
        work.desk.wake("b", KEY)
        for _ in range(pauses):
            await asyncio.sleep(0)
        async with asyncio.timeout(0.9):
            work.stock.append(("a", 1))
            work.desk.wake("a", KEY)
            await until(lambda: work.done == [("a", 1)])


async def test_an_alarm_claims_what_has_come_due():
    work = Work()
    async with running(work):
        work.desk.wake_in(0.05)
        work.desk.wake_in(0.05)
        work.stock.append(("a", 1))
        before = work.claims
        async with asyncio.timeout(0.9):
            await until(lambda: work.done == [("a", 1)])
        assert work.claims - before <= 2


async def test_an_alarm_for_what_is_not_worth_looking_for_claims_nothing():
    work, worth = Work(), False
    async with running(work):
        work.desk.wake_in(0.05, provided=lambda: worth)
        work.stock.append(("a", 1))
        before = work.claims
        await asyncio.sleep(0.15)
        assert work.claims == before
        worth = True
        work.desk.wake_in(0.05, provided=lambda: worth)
        async with asyncio.timeout(0.5):
            await until(lambda: work.done == [("a", 1)])


async def test_of_much_that_others_have_written_it_hears_once_and_claims_it_without_a_poll():
    work = Work()
    async with running(work):
        work.stock = [("a", 1), ("a", 2)]
        before = work.claims
        for _ in range(100):
            work.desk.hear()
        async with asyncio.timeout(0.9):
            await until(lambda: len(work.done) == 2)
        await asyncio.sleep(3 * NEWCOMER_SECONDS)
        assert work.claims - before <= 2
        work.stock = [("a", 3)]
        work.desk.hear()
        async with asyncio.timeout(0.9):
            await until(lambda: len(work.done) == 3)


async def test_an_alarm_that_rings_after_the_end_is_no_fault():
    work = Work()
    async with running(work):
        work.desk.wake_in(0.01)
    await asyncio.sleep(0.05)
    assert work.observer.failures == []


async def test_stopping_finishes_what_is_quick():
    work = Work(held=True)
    work.stock = [("a", n) for n in range(2)]
    async with running(work):
        await until(lambda: work.at_once["a"] == 2)
        work.stock.append(("a", "later"))
        asyncio.get_running_loop().call_later(0.05, work.open.set)
    assert len(work.done) == 2
    assert work.stock == [("a", "later")]


async def test_stopping_cancels_what_is_slower_than_the_grace():
    work = Work(held=True)
    work.stock = [("a", n) for n in range(2)]
    async with running(work, grace_seconds=0.05):
        await until(lambda: work.at_once["a"] == 2)
    assert work.done == []
    assert not work.at_once.total()
    assert work.observer.failures == []


async def test_stopping_before_the_first_claim_claims_nothing():
    work = Work()
    work.stock = [("a", 1)]
    work.desk.stop(grace_seconds=1)
    await asyncio.wait_for(work.desk.run(), 5)
    assert work.claims == 0


@pytest.mark.parametrize("pauses", range(12))
async def test_what_was_reserved_before_the_stop_may_still_be_taken_after_it(pauses):
    work = Work()
    task = asyncio.create_task(work.desk.run())
    await until(lambda: work.claims > 0)
    assert work.desk.reserve("a", KEY) == US
    work.desk.stop(grace_seconds=1)
    for _ in range(pauses):
        await asyncio.sleep(0)
    work.desk.take(("a", 1))
    await asyncio.wait_for(task, 5)


async def test_what_was_reserved_before_the_stop_may_still_be_taken_while_the_slow_are_cancelled():
    work = Work(held=True)
    numbers = count()
    task = asyncio.create_task(work.desk.run())
    await until(lambda: work.claims > 0)
    work.desk.take((work.desk.reserve("a", KEY) and "a", next(numbers)))
    assert work.desk.reserve("a", KEY) == US
    await until(lambda: work.at_once["a"] == 1)
    work.desk.stop(grace_seconds=0)
    while not task.done():
        await asyncio.sleep(0)
        work.desk.take(("a", next(numbers)))
    await task


steps = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["submit", "stock", "open", "close"]), st.integers(0, 4)),
    max_size=40,
)


@given(st.integers(1, 3), st.integers(1, 5), st.integers(0, 4), steps)
@settings(max_examples=150)
def test_no_lane_and_not_all_together_ever_hold_more_than_their_places(per_lane, in_all, claim_pauses, events):
    asyncio.run(_many(per_lane, in_all, claim_pauses, events))


async def _many(per_lane, in_all, claim_pauses, events):
    work = Work(per_lane=per_lane, in_all=in_all, held=True)
    work.claim_pauses = claim_pauses
    submissions = []
    async with running(work):
        for number, (lane, event, pauses) in enumerate(events):
            match event:
                case "submit":
                    submissions.append(asyncio.create_task(work.submit((lane, number), pauses=pauses)))
                case "stock":
                    work.stock.append((lane, number))
                    # Due by its time: nobody wakes its own lane, and what is claimed for another lane brings it along.
                    work.desk.wake("other", KEY)
                case "open":
                    work.open.set()
                case "close":
                    work.open.clear()
            for _ in range(pauses):
                await asyncio.sleep(0)
        work.open.set()
        await asyncio.gather(*submissions)
        wanted = {(lane, number) for number, (lane, event, _) in enumerate(events) if event in ("submit", "stock")}
        await until(lambda: len(work.done) == len(wanted))
    assert set(work.done) == wanted
    assert max(work.most.values(), default=0) <= per_lane
    assert work.most_in_all <= in_all


async def test_a_claim_counts_the_places_that_are_left_before_its_turn_and_not_those_that_are_taken():
    work = Work(held=True)
    seen, turn = [], asyncio.Event()

    async def claim(_, in_flight):
        work.claims += 1
        if work.claims > 1:
            await turn.wait()
            seen.append(dict(in_flight))
        return []

    work.desk._claim = claim
    async with running(work):
        for lane in "aabb":
            assert work.desk.reserve(lane, KEY) == US
        work.desk.wake("c", KEY)
        await until(lambda: work.claims == 2)
        work.desk.release("a", KEY)
        work.desk.release("b", KEY)
        work.desk.release("b", KEY)
        assert work.desk.reserve("d", KEY) == US
        turn.set()
        await until(lambda: seen)
    assert seen == [{"a": 1, "b": 0}]


def held_up(work):
    """The second claim brings what it found only after this has been set."""
    turn, plain = asyncio.Event(), work.claim

    async def claim(limit, in_flight):
        brought = await plain(limit, in_flight)
        if work.claims == 2:
            await turn.wait()
        return brought

    work.desk._claim = claim
    return turn


async def one_too_many(work, turn):
    """While a claim brings one more for lane a, what is new takes its last place: that one waits."""
    assert work.desk.reserve("a", KEY) == US
    work.desk.take(("a", 0))
    work.stock = [("a", 1)]
    work.desk.wake("b", KEY)
    await until(lambda: work.claims == 2)
    assert work.desk.reserve("a", KEY) == US  # nothing is known to wait for it
    work.desk.take(("a", 2))
    turn.set()
    await until(lambda: work.desk._surplus == [("a", 1)])


async def test_what_a_claim_brought_beyond_the_places_of_a_lane_holds_up_no_other_lane():
    work = Work(held=True)
    turn = held_up(work)
    async with running(work):
        await one_too_many(work, turn)
        work.stock = [("b", 1), ("a", 3), ("b", 2)]
        work.desk.wake("b", KEY)
        async with asyncio.timeout(0.9):  # sooner than a poll could find it
            await until(lambda: work.at_once == {"a": 2, "b": 2})
        assert work.stock == [("a", 3)]
        work.open.set()
        await until(lambda: len(work.done) == 6)
    assert work.most == {"a": 2, "b": 2}


async def test_all_places_together_are_not_exceeded_by_what_waits_for_one():
    work = Work(held=True, in_all=3)
    turn = held_up(work)
    async with running(work):
        await one_too_many(work, turn)
        work.stock = [("b", 1)]
        before = work.claims
        work.desk.wake("b", KEY)
        await asyncio.sleep(0.05)
        assert work.claims == before  # the last place is the surplus's, once its lane has one
        work.open.set()
        await until(lambda: len(work.done) == 4)


async def test_nobody_overtakes_what_a_claim_under_way_was_asked_for():
    work = Work(held=True)
    turn = held_up(work)
    async with running(work):
        work.stock = [("a", 1)]
        work.desk.wake("a", KEY)
        await until(lambda: work.claims == 2)
        assert work.desk.reserve("a", KEY) is None
        assert work.desk.reserve("b", KEY) == US
        work.desk.release("b", KEY)
        turn.set()
        await until(lambda: work.at_once["a"] == 1)
        assert work.desk.reserve("a", KEY) == US
        work.desk.release("a", KEY)
        work.open.set()


@pytest.mark.parametrize(("keys", "handful"), [([KEY], HANDFUL), ([GUEST, KEY], SMALL_HANDFUL)])
async def test_what_a_claim_brings_begins_by_handfuls_and_all_of_it_holds_its_place_at_once(monkeypatch, keys, handful):
    for limit in ("CLAIM_LIMIT", "SMALL_CLAIM"):
        monkeypatch.setattr(desk_module, limit, 3 * HANDFUL)
    work = Work(per_lane=3 * HANDFUL, in_all=3 * HANDFUL)
    turn, begun, held = 0, Counter(), []

    async def work_on(_):
        begun[turn] += 1
        held.append(work.desk.count)

    work.desk._work = work_on
    async with running(work), asyncio.timeout(10):
        for key_id in keys[:-1]:
            work.desk.wake("b", key_id)
        work.stock = [("a", n) for n in range(3 * HANDFUL)]
        work.desk.wake("a", keys[-1])
        while begun.total() < 3 * HANDFUL:
            turn += 1
            await asyncio.sleep(0)
    assert max(begun.values()) == handful
    assert held[0] == 3 * HANDFUL
