import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import pairwise

import pytest
from standardwebhooks import Webhook

from heliograph.adapters.blobs.local import LocalBlobs
from heliograph.adapters.clock import SystemClock
from heliograph.adapters.enhancers.rules import RulesEnhancer
from heliograph.adapters.generators.rehearsal import Rehearsal
from heliograph.adapters.store.memory import MemoryStore
from heliograph.adapters.untraced import Untraced
from heliograph.domain.concurrency import Concurrency
from heliograph.domain.contract import TRY_AGAIN_LATER, Size
from heliograph.domain.delivery import DeliveryState, lane_of, sending
from heliograph.domain.errors import StoreFull
from heliograph.domain.link import Links
from heliograph.domain.picture import Abilities, Pictures
from heliograph.domain.schedule import Schedule
from heliograph.domain.task import Failure, FailureKind, KeyId, Owner, TaskState, new_task_id, started
from heliograph.domain.verdict import Answer, Fault
from heliograph.flow.accept import Wish, accept
from heliograph.flow.keep import Shelf, cancel
from heliograph.flow.screen import Screen
from heliograph.workers import desk as desk_module
from heliograph.workers import watch as watch_module
from heliograph.workers import workers as workers_module
from heliograph.workers.delivering import BATCH, SMALL_BATCH, Delivering
from heliograph.workers.makers import Generators
from heliograph.workers.signing import KeptSecrets
from heliograph.workers.workers import Limits, Role, Workers
from tests.fakes import RecordingObserver, RecordingSender, an_intake, until
from tests.samples import DAY, FINE, REFUSED, SECRET, THEM, TRACE, URL, US, a_delivery, a_task, success

LIMITS = Limits(
    generate_concurrency=Concurrency(2),
    generate_retries=Schedule((0.01, 0.01)),
    callbacks_per_host=4,
    callbacks_in_flight=8,
    key_weights={},
    breaker_failures=50,
    breaker_pause_seconds=10,
    task_deadline_seconds=60,
    lease_seconds=15,
    record_days=60,
    shutdown_grace_seconds=5,
)
ALL = frozenset(Role)
GONE_AFTER_FOUR = Schedule((0.01, 0.02, 0.03))


class FlakyStore(MemoryStore):
    """Full for the next `faults` writes."""

    faults = 0

    def _trip(self):
        if self.faults:
            self.faults -= 1
            raise StoreFull("no room for a while")

    async def claim_tasks(self, **asked):
        self._trip()
        return await super().claim_tasks(**asked)

    async def finish_tasks(self, ends):
        self._trip()
        return await super().finish_tasks(ends)

    async def claim_deliveries(self, **asked):
        self._trip()
        return await super().claim_deliveries(**asked)

    async def settle_deliveries(self, settlements):
        self._trip()
        return await super().settle_deliveries(settlements)

    async def hold(self, owner, *, now, seconds):
        self._trip()
        await super().hold(owner, now=now, seconds=seconds)

    async def release_expired(self, *, now):
        self._trip()
        return await super().release_expired(now=now)


ABLE = Abilities(inputs=5, mask=True, seed=True)
BUSY = Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER)
BROKEN = Failure(FailureKind.FAILED, "Failed to generate image")


class Broken:
    name, concurrency, abilities = "broken", 4, Abilities()

    async def generate(self, brief, *, progress):  # noqa: ARG002  # never gets that far
        raise ZeroDivisionError(brief)


class Endless:
    name, concurrency, abilities = "endless", 4, Abilities()

    async def generate(self, brief, *, progress):  # noqa: ARG002  # never gets that far
        await asyncio.Event().wait()


class Plant:
    def __init__(
        self,
        folder,
        *,
        store=None,
        sender=None,
        generator=None,
        fallbacks=None,
        schedule=GONE_AFTER_FOUR,
        owner=US,
        roles=ALL,
        tracer=None,
        enhancer=None,
        screen=None,
        **limits,
    ):
        self.clock = SystemClock()
        self.store = store or MemoryStore()
        self.sender = sender or RecordingSender()
        self.observer = RecordingObserver()
        self.blobs = LocalBlobs(folder / "images")
        links = Links("https://pictures.example", b"key")
        self.shelf = Shelf(blobs=self.blobs, links=links, media_days=14)
        self.numbers = iter(range(10**6))
        self.intake = an_intake(self.blobs, links)
        self.workers = Workers(
            owner=owner,
            store=self.store,
            shelf=self.shelf,
            sender=self.sender,
            generators=Generators(configured=generator or Rehearsal(), fallbacks=fallbacks or {}),
            intake=self.intake,
            enhancer=enhancer or RulesEnhancer(),
            screen=screen or Screen(),
            signing=KeptSecrets(clock=self.clock, secrets=[SECRET]),
            schedule=schedule,
            limits=replace(LIMITS, **limits),
            roles=roles,
            clock=self.clock,
            observer=self.observer,
            tracer=tracer or Untraced(lambda: "5" * 16),
        )

    async def submit(self, prompt="a lighthouse", callback_url=URL, *, variants=1, key="key", params="{}", **more):
        wish = Wish(
            key_id=KeyId(key),
            prompt=prompt,
            size=Size.SQUARE,
            variants=variants,
            callback_url=callback_url,
            params=params,
            **more,
        )
        number = next(self.numbers)
        return await accept(
            wish,
            task_id=new_task_id(int(self.clock.now().timestamp() * 1000), number.to_bytes(10, "big")),
            lane=self.workers.task_lane,
            store=self.store,
            clock=self.clock,
            handoff=self.workers.tasks,
        )

    async def delivery_of(self, task):
        [delivery] = await self.store.deliveries_of(task.id)
        return delivery

    @asynccontextmanager
    async def running(self):
        run = asyncio.create_task(self.workers.run())
        await until(lambda: self.workers.is_running)
        try:
            yield self
        finally:
            self.workers.stop()
            await asyncio.wait_for(run, 20)
            await self.blobs.close()

    async def settle_down(self):
        async def quiet():
            census = await self.store.census()
            return not any(
                (census.tasks_queued, census.tasks_running, census.deliveries_owed, census.deliveries_sending)
            )

        async with asyncio.timeout(20):
            while not await quiet():
                await asyncio.sleep(0.005)


@pytest.fixture
def plant(tmp_path):
    return lambda **parts: Plant(tmp_path, **parts)


async def test_a_task_goes_from_submit_to_a_delivered_callback_that_verifies(plant):
    async with plant().running() as works:
        task = await works.submit(variants=2)
        await works.settle_down()
    ended = await works.store.find_task(task.id)
    assert ended.state is TaskState.SUCCEEDED
    [(url, body, headers)] = works.sender.posts
    assert url == URL
    told = Webhook(SECRET.text).verify(body, headers)
    assert told["data"]["taskId"] == task.id
    assert len(told["data"]["info"]["result_urls"]) == 2
    assert (await works.delivery_of(task)).state is DeliveryState.DELIVERED
    assert [event.name for event in await works.store.events_of(task.id)] == ["accepted", "started", "succeeded"]
    assert [ended.id for ended in works.observer.ended] == [task.id]
    assert works.observer.failures == []


async def test_each_attempt_is_in_the_callers_trace_with_a_span_id_of_its_own(plant):
    spans = iter(["a" * 16, "b" * 16])
    works = plant(sender=RecordingSender(REFUSED, FINE), tracer=Untraced(lambda: next(spans)))
    async with works.running():
        await works.submit(trace=TRACE)
        await works.settle_down()
    parents = [headers["traceparent"] for _, _, headers in works.sender.posts]
    assert parents == [f"00-{TRACE.trace_id}-{'a' * 16}-01", f"00-{TRACE.trace_id}-{'b' * 16}-01"]
    assert {headers["tracestate"] for _, _, headers in works.sender.posts} == {TRACE.state}


async def test_without_a_trace_there_is_no_header_of_one(plant):
    async with plant().running() as works:
        await works.submit()
        await works.settle_down()
    [(_, _, headers)] = works.sender.posts
    assert not {"traceparent", "tracestate"} & set(headers)


async def test_many_tasks_are_each_called_back_once(plant):
    async with plant(generator=Rehearsal()).running() as works:
        tasks = [await works.submit(callback_url=f"https://host{n % 3}.example/") for n in range(100)]
        await works.settle_down()
    assert sorted(json.loads(body)["data"]["taskId"] for _, body, _ in works.sender.posts) == sorted(
        task.id for task in tasks
    )
    assert works.observer.failures == []


@pytest.mark.parametrize(("prompt", "code"), [("#fail=400", 400), ("#fail=451", 451), ("#fail=500", 500)])
async def test_a_failure_is_called_back_too(plant, prompt, code):
    async with plant().running() as works:
        await works.submit(prompt)
        await works.settle_down()
    [(_, body, _)] = works.sender.posts
    assert (json.loads(body)["code"], json.loads(body)["data"]["info"]) == (code, None)


async def test_a_generator_that_breaks_fails_its_task_and_the_trace_is_told(plant):
    async with plant(generator=Broken()).running() as works:
        task = await works.submit()
        await works.settle_down()
    assert (await works.store.find_task(task.id)).failure.message == "Failed to generate image"
    assert [(step, type(error)) for step, error in works.observer.failures] == [("generate", ZeroDivisionError)]
    assert json.loads(works.sender.posts[0][1])["code"] == 500


async def test_a_task_without_a_callback_url_ends_without_a_post(plant):
    async with plant().running() as works:
        task = await works.submit(callback_url=None)
        await works.settle_down()
    assert (await works.store.find_task(task.id)).state is TaskState.SUCCEEDED
    assert works.sender.posts == []


async def test_after_one_attempt_and_three_retries_it_is_given_up(plant):
    async with plant(sender=RecordingSender(REFUSED)).running() as works:
        task = await works.submit()
        await works.settle_down()
    delivery = await works.delivery_of(task)
    receipts = await works.store.receipts_of(delivery.id)
    assert (delivery.state, delivery.attempt) == (DeliveryState.GIVEN_UP, 4)
    assert [receipt.attempt for receipt in receipts] == [1, 2, 3, 4]
    assert len(works.sender.posts) == 4
    assert len({(body, headers["webhook-id"]) for _, body, headers in works.sender.posts}) == 1
    for one, following in pairwise(receipts):
        assert following.started_at >= one.next_attempt_at


async def test_a_retry_that_is_answered_ends_it(plant):
    async with plant(sender=RecordingSender(REFUSED, REFUSED, REFUSED._replace(fault=None, status=200))).running() as w:
        task = await w.submit()
        await w.settle_down()
    assert (await w.delivery_of(task)).state is DeliveryState.DELIVERED
    assert len(w.sender.posts) == 3


@pytest.mark.parametrize("step", ["ready", "post"])
async def test_an_attempt_that_our_own_fault_prevents_is_told_and_made_again(plant, step):
    works = plant(schedule=GONE_AFTER_FOUR)
    go_on, faults = getattr(works.sender, step), [ValueError("ours"), None]

    async def go_on_or_break(url, **what):
        if (fault := faults.pop(0)) is not None:
            raise fault
        return await go_on(url, **what)

    setattr(works.sender, step, go_on_or_break)
    async with works.running():
        task = await works.submit()
        await works.settle_down()
        delivery = await works.delivery_of(task)
        receipts = await works.store.receipts_of(delivery.id)
    assert [receipt.answer.fault for receipt in receipts] == [Fault.INTERNAL, None]
    assert delivery.state is DeliveryState.DELIVERED


async def test_what_is_told_of_an_attempt_cannot_undo_it(plant, monkeypatch):
    works = plant()
    monkeypatch.setattr(Delivering, "_learn", lambda *_: 1 / 0)
    async with works.running():
        task = await works.submit()
        await works.settle_down()
    assert (await works.delivery_of(task)).state is DeliveryState.DELIVERED
    assert len(works.sender.posts) == 1


async def test_a_rehearsed_duplicate_is_sent_as_often_as_asked_with_one_id(plant):
    async with plant().running() as works:
        await works.submit("#duplicate=3")
        await works.settle_down()
    assert len(works.sender.posts) == 3
    assert len({(body, headers["webhook-id"]) for _, body, headers in works.sender.posts}) == 1


async def test_what_was_left_by_others_is_done_at_the_start(plant):
    works = plant()
    waiting, lost = a_task(created_at=works.clock.now()), started(a_task(created_at=works.clock.now()), owner=THEM)
    await works.store.record_tasks([waiting, lost])
    async with works.running():
        await works.settle_down()
    assert len(works.sender.posts) == 2
    assert works.observer.swept_counts["expired_claims"] == 1
    assert (await works.store.find_task(lost.id)).tries == 2


@pytest.mark.parametrize("faults", [1, 2, 5])
async def test_a_store_that_is_full_for_a_while_loses_nothing(plant, faults, monkeypatch):
    monkeypatch.setattr(workers_module, "POLL_SECONDS", 0.02)
    async with plant(store=FlakyStore()).running() as works:
        tasks = [await works.submit() for _ in range(3)]
        works.store.faults = faults
        tasks += [await works.submit() for _ in range(3)]
        await works.settle_down()
        await until(lambda: works.store.faults == 0)
    assert {json.loads(body)["data"]["taskId"] for _, body, _ in works.sender.posts} == {task.id for task in tasks}
    assert len(works.sender.posts) == len(tasks)
    assert len(works.observer.failures) == faults
    assert {type(error) for _, error in works.observer.failures} == {StoreFull}


class Forgetful(MemoryStore):
    """Has no room for progress."""

    async def note_progress(self, task, progress, *, now, preview=None):  # noqa: ARG002  # takes none
        raise StoreFull("no room")


async def test_progress_that_cannot_be_written_down_fails_no_task(plant):
    async with plant(store=Forgetful()).running() as works:
        task = await works.submit("#delay=0.02")
        await works.settle_down()
    assert (await works.store.find_task(task.id)).state is TaskState.SUCCEEDED


class Drawer:
    """Comes to one outcome after the other, then to the last one for ever; waits for `open`."""

    concurrency = None

    def __init__(self, *outcomes, name="main", abilities=ABLE, concurrency=None):
        self.name, self.abilities, self.concurrency = name, abilities, concurrency
        self._outcomes = list(outcomes) or [Pictures(images=[b"a picture"])]
        self.briefs = []
        self.open = asyncio.Event()
        self.open.set()

    async def generate(self, brief, *, progress):  # noqa: ARG002  # tells of none
        self.briefs.append(brief)
        await self.open.wait()
        return self._outcomes.pop(0) if len(self._outcomes) > 1 else self._outcomes[0]


async def timeline(works, task):
    return [(event.name, event.detail) for event in await works.store.events_of(task.id)]


async def test_a_generator_that_is_busy_is_tried_again_and_each_try_is_told(plant):
    drawer = Drawer(BUSY, BUSY, Pictures(images=[b"a picture"]))
    async with plant(generator=drawer).running() as works:
        task = await works.submit()
        await works.settle_down()
    assert await timeline(works, task) == [
        ("accepted", ""),
        ("started", "main"),
        ("failed_try", "main: Please try again later; again in 0 s"),
        ("started", "main"),
        ("failed_try", "main: Please try again later; again in 0 s"),
        ("started", "main"),
        ("succeeded", "main"),
    ]
    assert drawer.briefs[0] == drawer.briefs[2]
    assert [(name, failure) for name, failure, _ in works.observer.failed_tries] == [("main", BUSY)] * 2
    assert [json.loads(body)["code"] for _, body, _ in works.sender.posts] == [200]


async def test_a_task_that_waits_for_its_next_try_holds_no_place(plant):
    drawer = Drawer(BUSY, Pictures(images=[b"a picture"]), concurrency=1)
    retries = Schedule((1.0,))
    async with plant(generator=drawer, generate_retries=retries).running() as works:
        first = await works.submit()
        await until(lambda: len(works.observer.failed_tries) == 1)
        second = await works.submit()
        await until(lambda: [ended.id for ended in works.observer.ended] == [second.id], seconds=0.7)
        await works.settle_down()
    assert [ended.id for ended in works.observer.ended] == [second.id, first.id]


async def test_a_generator_that_stays_busy_is_the_end_after_its_last_retry(plant):
    drawer = Drawer(BUSY)
    async with plant(generator=drawer).running() as works:
        task = await works.submit()
        await works.settle_down()
    assert len(drawer.briefs) == 3
    ended = await works.store.find_task(task.id)
    assert (ended.state, ended.failure.message) == (TaskState.FAILED, TRY_AGAIN_LATER)
    assert (await timeline(works, task))[-1] == ("failed", "main: Please try again later")
    assert [json.loads(body)["msg"] for _, body, _ in works.sender.posts] == [TRY_AGAIN_LATER]


async def test_after_the_configured_generator_the_one_that_the_caller_falls_back_to_draws(plant):
    main, other = Drawer(BROKEN), Drawer(name="other")
    async with plant(generator=main, fallbacks={"FLUX_MAX": other}).running() as works:
        with_it, without = await works.submit(fallback="FLUX_MAX"), await works.submit()
        await works.settle_down()
    assert await timeline(works, with_it) == [
        ("accepted", ""),
        ("started", "main"),
        ("failed_try", "main: Failed to generate image; now other"),
        ("started", "other"),
        ("succeeded", "other"),
    ]
    assert (await works.store.find_task(with_it.id)).generator == "other"
    assert (await works.store.find_task(without.id)).state is TaskState.FAILED
    assert len(other.briefs) == 1


async def test_an_exception_in_a_generator_is_a_failure_after_which_another_is_asked(plant):
    async with plant(generator=Broken(), fallbacks={"FLUX_MAX": Drawer(name="other")}).running() as works:
        task = await works.submit(fallback="FLUX_MAX")
        await works.settle_down()
    assert (await works.store.find_task(task.id)).state is TaskState.SUCCEEDED
    assert ("failed_try", "broken: Failed to generate image (ZeroDivisionError); now other") in await timeline(
        works, task
    )


async def test_a_refusal_is_the_end_whatever_the_caller_falls_back_to(plant):
    main, other = Drawer(Failure(FailureKind.REFUSED, "no")), Drawer(name="other")
    async with plant(generator=main, fallbacks={"FLUX_MAX": other}).running() as works:
        task = await works.submit(fallback="FLUX_MAX")
        await works.settle_down()
    assert (await works.store.find_task(task.id)).failure.kind is FailureKind.REFUSED
    assert other.briefs == []


async def test_a_slow_generator_holds_no_task_of_another(plant):
    main, slow = Drawer(BROKEN, Pictures(images=[b"a picture"]), concurrency=1), Drawer(name="slow", concurrency=1)
    slow.open.clear()
    async with plant(generator=main, fallbacks={"FLUX_MAX": slow}).running() as works:
        stuck = await works.submit(fallback="FLUX_MAX")
        await until(lambda: len(slow.briefs) == 1)
        others = [await works.submit() for _ in range(5)]
        await until(lambda: len(works.observer.ended) == 5, seconds=5)
        assert {ended.id for ended in works.observer.ended} == {task.id for task in others}
        slow.open.set()
        await works.settle_down()
    assert (await works.store.find_task(stuck.id)).generator == "slow"


async def test_each_generator_draws_as_many_at_once_as_the_setting_says(plant):
    main, other = Drawer(BROKEN), Drawer(name="other")
    other.open.clear()
    concurrency = Concurrency(8, {"other": 2})
    async with plant(
        generator=main, fallbacks={"FLUX_MAX": other}, generate_concurrency=concurrency
    ).running() as works:
        for _ in range(6):
            await works.submit(fallback="FLUX_MAX")
        await until(lambda: len(works.observer.failed_tries) == 6)
        await asyncio.sleep(0.05)
        assert len(other.briefs) == 2
        other.open.set()
        await works.settle_down()
    assert len(other.briefs) == 6


async def test_what_waits_for_a_fallback_that_is_gone_from_the_settings_is_drawn_by_the_configured_one(plant):
    works = plant(generator=Drawer())
    await works.store.record_tasks([a_task(fallback="FLUX_MAX", queue="FLUX_MAX", created_at=works.clock.now())])
    async with works.running():
        await works.settle_down()
    [ended] = works.observer.ended
    assert (ended.state, ended.generator) == (TaskState.SUCCEEDED, "main")


async def test_one_generator_under_two_names_is_one_desk(plant):
    other = Drawer(name="other", concurrency=1)
    fallbacks = {"FLUX_MAX": other, "GPT_IMAGE_1": other}
    async with plant(generator=Drawer(BROKEN), fallbacks=fallbacks).running() as works:
        tasks = [await works.submit(fallback=name) for name in fallbacks]
        await works.settle_down()
    assert {(await works.store.find_task(task.id)).generator for task in tasks} == {"other"}


async def test_a_task_whose_time_is_used_up_by_retries_ends_at_its_deadline(plant):
    drawer = Drawer(BUSY)
    limits = {"generate_retries": Schedule((0.1,) * 100), "task_deadline_seconds": 0.35}
    async with plant(generator=drawer, **limits).running() as works:
        task = await works.submit()
        await until(lambda: bool(works.observer.ended))
    ended = await works.store.find_task(task.id)
    assert (ended.failure.message, int(ended.failure.kind.code)) == (TRY_AGAIN_LATER, 500)
    assert (await timeline(works, task))[-1] == ("failed", "main: Please try again later")
    assert 2 <= len(drawer.briefs) <= 5


class Interrupted(Endless):
    """Tells of each drawing that was stopped before it ended."""

    def __init__(self):
        self.begun, self.stopped = 0, 0

    async def generate(self, brief, *, progress):
        self.begun += 1
        try:
            await super().generate(brief, progress=progress)
        finally:
            self.stopped += 1


async def cancelled(works, task):
    ended, is_ended_here = await cancel(
        await works.store.find_task(task.id),
        shelf=works.shelf,
        store=works.store,
        clock=works.clock,
        handoff=works.workers.deliveries,
    )
    assert is_ended_here
    return ended


async def test_a_task_that_is_cancelled_is_drawn_no_further_and_called_back_once(plant):
    drawer = Interrupted()
    async with plant(generator=drawer).running() as works:
        task = await works.submit()
        await until(lambda: drawer.begun == 1)
        await cancelled(works, task)
        works.workers.look_after_tasks()
        await until(lambda: drawer.stopped == 1, seconds=0.9)
        await until(lambda: works.workers.tasks.count == 0)
        await works.settle_down()
    assert [json.loads(body)["code"] for _, body, _ in works.sender.posts] == [400]
    names = [event.name for event in await works.store.events_of(task.id)]
    assert names == ["accepted", "started", "cancelled"]
    assert works.observer.failures == []


async def test_a_task_that_is_cancelled_elsewhere_is_drawn_no_further_and_the_others_are(plant, monkeypatch):
    monkeypatch.setattr(watch_module, "LOOK_SECONDS", 0.02)
    drawer = Interrupted()
    async with plant(generator=drawer, shutdown_grace_seconds=0).running() as works:
        task = await works.submit()
        await works.submit()
        await until(lambda: drawer.begun == 2)
        await cancelled(works, task)
        await until(lambda: drawer.stopped == 1)
        await asyncio.sleep(0.1)
        assert drawer.stopped == 1


async def test_a_task_whose_claim_was_given_to_another_is_drawn_no_further_here(plant, monkeypatch):
    monkeypatch.setattr(watch_module, "LOOK_SECONDS", 0.02)
    drawer = Interrupted()
    async with plant(generator=drawer, lease_seconds=1000).running() as works:
        task = await works.submit()
        await until(lambda: drawer.begun == 1)
        works.store._tasks[task.id] = replace(works.store._tasks[task.id], owner=THEM)
        await works.store.hold(THEM, now=works.clock.now(), seconds=DAY)
        await until(lambda: drawer.stopped == 1)
    assert (await works.store.find_task(task.id)).owner == THEM


@pytest.mark.parametrize(("keys", "most"), [(["one", "one"], BATCH), (["one", "other"], SMALL_BATCH)])
async def test_where_several_keys_call_few_attempts_are_settled_together(plant, keys, most):
    async with plant().running() as works:
        for key in keys:
            await works.submit(key=key)
        await works.settle_down()
        assert works.workers._delivering.settlements._most() == most


async def test_what_is_told_of_many_attempts_holds_up_the_writing_of_none(plant):
    """A turn of a busy loop is long: what is not written until many of them are over would be sent twice by a crash."""

    class Dated(MemoryStore):
        turn, written = 0, ()

        async def settle_deliveries(self, settlements):
            self.written += ((self.turn, len(settlements)),)
            return [True] * len(settlements)

    store = Dated()
    async with plant(store=store).running() as works:
        delivering = works.workers._delivering
        for number in range(2 * BATCH):
            delivery = sending(a_delivery(a_task(number)), owner=US)
            delivering.settlements.add(delivering._settled(delivery, FINE, works.clock.now()))
        while len(store.written) < 2:
            store.turn += 1
            await asyncio.sleep(0)
    [(first, count), (second, other)] = store.written
    assert (count, other) == (BATCH, BATCH)
    assert second - first <= 1
    assert len(works.observer.attempts) == 2 * BATCH


async def test_stopping_gives_back_what_is_still_being_drawn(plant):
    works = plant(generator=Endless(), shutdown_grace_seconds=0.05)
    async with works.running():
        task = await works.submit()
        await until(lambda: works.workers.tasks.count)
    waiting = await works.store.find_task(task.id)
    assert (waiting.state, waiting.owner, waiting.tries) == (TaskState.QUEUED, None, 0)
    assert works.observer.swept_counts["claims_given_back"] == 1
    assert works.workers.is_running is False


async def test_stopping_lets_a_task_that_just_ended_send_its_callback(plant):
    async with plant().running() as works:
        task = await works.submit("#delay=0.1")
    assert (await works.store.find_task(task.id)).state is TaskState.SUCCEEDED
    assert len(works.sender.posts) == 1
    assert (await works.delivery_of(task)).state is DeliveryState.DELIVERED


async def test_a_task_past_its_deadline_ends_whoever_holds_it(plant):
    works = plant(generator=Endless(), task_deadline_seconds=0.1)
    async with works.running():
        held = started(a_task(created_at=works.clock.now()), owner=THEM)
        await works.store.hold(THEM, now=works.clock.now(), seconds=DAY)
        await works.store.record_tasks([held])
        own = await works.submit()
        await works.settle_down()
    for task in (held, own):
        assert (await works.store.find_task(task.id)).failure.message == "Please try again later"
    assert len(works.sender.posts) == 2


async def test_a_late_worker_changes_nothing(plant):
    works = plant(task_deadline_seconds=0.05, generator=Endless())
    async with works.running():
        task = await works.submit()
        await works.settle_down()
        first = await works.store.find_task(task.id)
        await works.workers._makers.configured.end(replace(task, owner=Owner("late")), first.failure)
    assert await works.store.find_task(task.id) == first
    assert len(works.sender.posts) == 1


class UnwellSender(RecordingSender):
    """Answers 503 until it is well, and remembers how many it had at once."""

    def __init__(self):
        super().__init__()
        self.is_well = False
        self.at_once = 0
        self.posts = []

    async def post(self, url, *, body, headers):  # noqa: ARG002  # only how many there are matters
        self.at_once += 1
        self.posts.append(self.at_once)
        await asyncio.sleep(0)
        self.at_once -= 1
        return Answer(status=200) if self.is_well else REFUSED


async def test_a_host_that_fails_is_tried_one_at_a_time_and_all_the_rest_goes_when_it_is_well_again(tmp_path):
    sender = UnwellSender()
    schedule = Schedule((60,) * 3)
    plant = Plant(tmp_path, sender=sender, schedule=schedule, breaker_failures=3)
    async with plant.running():
        early = [await plant.submit() for _ in range(3)]
        await until(lambda: len(sender.posts) == len(early))
        await until(lambda: bool(plant.observer.lanes))
        late = [await plant.submit() for _ in range(10)]
        await until(lambda: len(plant.observer.ended) == len(early) + len(late))
        assert len(sender.posts) <= len(early) + 2
        sender.is_well = True
        tried = len(sender.posts)
        await until(lambda: len(sender.posts) >= tried + len(late) - 2)
    assert [step for step, *_ in plant.observer.lanes] == ["opened", "closed"]


class HalfWellSender(RecordingSender):
    """Of one host, a port where nobody listens, and one that is well."""

    def __init__(self):
        super().__init__()
        self.posts = []

    async def post(self, url, *, body, headers):  # noqa: ARG002  # only where it goes matters
        self.posts.append(url)
        return Answer(status=200) if ":444/" in url else Answer(fault=Fault.CONNECTION_REFUSED)


async def test_what_one_key_owes_to_a_dead_port_does_not_shut_another_key_out_of_the_host(tmp_path):
    dead, well = "https://host.example:81/", "https://host.example:444/"
    sender = HalfWellSender()
    plant = Plant(tmp_path, sender=sender, schedule=Schedule((60,) * 3), breaker_failures=3)
    async with plant.running():
        for _ in range(3):
            await plant.submit(callback_url=dead, key="one")
        await until(lambda: bool(plant.observer.lanes))
        for _ in range(20):
            await plant.submit(callback_url=dead, key="one")
        await plant.submit(callback_url=well, key="other")
        await until(lambda: well in sender.posts, seconds=10)
    assert sender.posts.index(well) <= 3 + 3


class SlowSender(RecordingSender):
    def __init__(self):
        super().__init__()
        self.posts = []

    async def post(self, url, *, body, headers):  # noqa: ARG002  # only where it goes matters
        self.posts.append(url)
        await asyncio.sleep(0.02)
        return Answer(status=200)


async def test_keys_take_turns_where_a_host_has_one_place(tmp_path):
    sender = SlowSender()
    plant = Plant(tmp_path, sender=sender, callbacks_per_host=1)
    async with plant.running():
        for number in range(20):
            await plant.submit(callback_url=f"https://host.example/one/{number}", key="one")
        await until(lambda: len(sender.posts) >= 2)
        began = len(sender.posts)
        await plant.submit(callback_url="https://host.example/other", key="other")
        await until(lambda: "https://host.example/other" in sender.posts, seconds=10)
    assert sender.posts.index("https://host.example/other") <= began + 3


class ThenHungSender(UnwellSender):
    """Never answers after so many."""

    def __init__(self, most):
        super().__init__()
        self.most = most

    async def post(self, url, *, body, headers):
        if len(self.posts) >= self.most:
            self.posts.append(url)
            await asyncio.Event().wait()
        return await super().post(url, body=body, headers=headers)


@pytest.mark.parametrize("most", [3, 99], ids=["its try hangs", "it is not to be tried yet"])
async def test_what_is_owed_to_a_host_whose_lane_is_open_costs_no_claims(tmp_path, monkeypatch, most):
    monkeypatch.setattr(desk_module, "POLL_SECONDS", 60.0)
    claims, sender = [], ThenHungSender(most)
    plant = Plant(tmp_path, sender=sender, schedule=Schedule((60,) * 3), breaker_failures=3, shutdown_grace_seconds=0)
    plain = plant.store.claim_deliveries

    async def claim(**how):
        claims.append(how)
        return await plain(**how)

    plant.store.claim_deliveries = claim
    async with plant.running():
        for _ in range(3):
            await plant.submit()
        await until(lambda: bool(plant.observer.lanes))
        await plant.submit()
        await until(lambda: len(sender.posts) > 3)
        before = len(claims)
        for _ in range(30):
            await plant.submit()
        await until(lambda: len(plant.observer.ended) == 34)
        assert len(claims) <= before + 4  # for the pauses that end meanwhile, of half a second and more


async def test_a_lane_that_was_opened_needs_no_poll_to_be_tried_again_nor_to_be_filled(tmp_path, monkeypatch):
    monkeypatch.setattr(desk_module, "POLL_SECONDS", 60.0)
    sender = UnwellSender()
    plant = Plant(tmp_path, sender=sender, schedule=Schedule((60,) * 3), breaker_failures=3)
    async with plant.running():
        for _ in range(13):
            await plant.submit()
        await until(lambda: bool(plant.observer.lanes) and len(plant.observer.ended) == 13)
        sender.is_well = True
        await until(lambda: len(sender.posts) >= 13, seconds=10)


class HungSender(RecordingSender):
    """Never answers for the hosts that hang, and at once for the others."""

    def __init__(self):
        super().__init__()
        self.hung = 0
        self.delivered = []

    async def post(self, url, *, body, headers):  # noqa: ARG002  # only where it goes matters
        if "hung" in url:
            self.hung += 1
            await asyncio.Event().wait()
        self.delivered.append(url)
        return Answer(status=200)


async def owe_before_the_start(plant, url):
    task = started(a_task(callback_url=url, key_id=KeyId("one")), owner=THEM)
    await plant.store.record_tasks([task])
    await plant.store.finish_tasks([success(task, delivery=a_delivery(task, url=url, lane=lane_of(url)))])


@pytest.mark.parametrize("owed_before_the_start", [True, False])
async def test_one_keys_hung_hosts_leave_places_for_another_key(tmp_path, owed_before_the_start):
    sender = HungSender()
    plant = Plant(tmp_path, sender=sender, shutdown_grace_seconds=0)
    hung = [f"https://hung{number}.example/" for number in range(8)]
    if owed_before_the_start:
        for url in hung:
            await owe_before_the_start(plant, url)
    async with plant.running():
        for url in [] if owed_before_the_start else hung:
            await plant.submit(callback_url=url, key="one")
        # Of 8 places hosts that have not answered get 4.
        await until(lambda: sender.hung >= 4)
        await plant.submit(callback_url="https://well.example/", key="other")
        await until(lambda: bool(sender.delivered))
        assert sender.hung == 4


async def test_one_keys_hung_hosts_leave_places_for_a_host_of_its_own_that_answers(tmp_path):
    sender = HungSender()
    plant = Plant(tmp_path, sender=sender, shutdown_grace_seconds=0)
    hung = [f"https://hung{number}.example/" for number in range(8)] * 2
    well = "https://well.example/"
    async with plant.running():
        await plant.submit(callback_url=well, key="one")
        await until(lambda: sender.delivered == [well])
        for url in hung:
            await plant.submit(callback_url=url, key="one")
        await until(lambda: sender.hung >= 4 and len(plant.observer.ended) == 17)
        async with asyncio.timeout(5):
            for number in range(20):
                await plant.submit(callback_url=well, key="one")
                await until(lambda number=number: len(sender.delivered) == number + 2)
        assert sender.hung == 4


async def test_a_host_that_answers_for_the_first_time_needs_no_poll_to_get_its_other_callbacks(tmp_path, monkeypatch):
    monkeypatch.setattr(desk_module, "POLL_SECONDS", 60.0)
    sender = HungSender()
    plant = Plant(tmp_path, sender=sender, shutdown_grace_seconds=0)
    for url in [*(f"https://hung{number}.example/" for number in range(3)), *["https://well.example/"] * 4]:
        await owe_before_the_start(plant, url)
    async with plant.running():
        await until(lambda: len(sender.delivered) == 4, seconds=10)


class FailingOnce(HungSender):
    """Some hosts fail at once, `failing` as they do."""

    def __init__(self, failing):
        super().__init__()
        self.failing = failing
        self.failures = 0

    async def post(self, url, **request):
        if "hung" in url:
            return await super().post(url, **request)
        self.failures += 1
        return self.failing


class CountingStore(MemoryStore):
    claims = 0

    async def claim_deliveries(self, **claim):
        self.claims += 1
        return await super().claim_deliveries(**claim)


@pytest.mark.parametrize(
    ("failing", "is_looked_for"),
    [(Answer(fault=Fault.TIMED_OUT), False), (Answer(status=503, fault=Fault.SERVER_FAULT), True)],
    ids=["a time-out", "503"],
)
async def test_where_hosts_that_hang_hold_their_places_the_retry_of_one_of_them_makes_nobody_look(
    tmp_path, monkeypatch, failing, is_looked_for
):
    monkeypatch.setattr(desk_module, "POLL_SECONDS", 60.0)
    sender, store = FailingOnce(failing), CountingStore()
    plant = Plant(tmp_path, sender=sender, store=store, schedule=Schedule((1.0,) * 3), shutdown_grace_seconds=0)
    async with plant.running():
        await plant.submit(callback_url="https://fails.example/", key="one")
        await until(lambda: len(plant.observer.attempts) == 1)
        for number in range(4):
            await plant.submit(callback_url=f"https://hung{number}.example/", key="one")
        await until(lambda: sender.hung == 4)
        await asyncio.sleep(0.1)
        before = store.claims
        await asyncio.sleep(1.3)
        assert (store.claims > before, sender.failures == 2) == (is_looked_for, is_looked_for)


class WaitingSender(RecordingSender):
    """Lets nobody begin before it is `open`."""

    def __init__(self):
        super().__init__()
        self.asked = 0
        self.open = asyncio.Event()

    async def ready(self, url):  # noqa: ARG002  # it is the same for all
        self.asked += 1
        await self.open.wait()


async def test_what_waits_for_its_turn_to_dial_has_not_begun(tmp_path):
    sender = WaitingSender()
    plant = Plant(tmp_path, sender=sender)
    async with plant.running():
        task = await plant.submit()
        await until(lambda: sender.asked == 1)
        assert not sender.posts
        opened_at = plant.clock.now()
        sender.open.set()
        await until(lambda: bool(plant.observer.attempts))
        [receipt] = await plant.store.receipts_of((await plant.delivery_of(task)).id)
        assert receipt.started_at >= opened_at


async def test_processes_with_one_role_each_do_the_whole_together_and_nothing_else(plant):
    store = MemoryStore()
    api, deliverer, maker = (
        plant(store=store, owner=Owner(role), roles={role}) for role in (Role.API, Role.DELIVER, Role.GENERATE)
    )
    async with api.running(), deliverer.running():
        task = await api.submit()
        await asyncio.sleep(0.05)
        assert (await store.find_task(task.id)).state is TaskState.QUEUED
        async with maker.running():
            await api.settle_down()
    assert [len(each.sender.posts) for each in (api, deliverer, maker)] == [0, 1, 0]
    assert (await api.delivery_of(task)).state is DeliveryState.DELIVERED


# --- prompts in better words


async def test_the_generator_draws_the_better_words_and_the_caller_reads_both(plant):
    drawn = []

    class Noting(Rehearsal):
        async def generate(self, brief, *, progress):
            drawn.append(brief.prompt)
            return await super().generate(brief, progress=progress)

    async with plant(generator=Noting()).running() as works:
        wanted = await works.submit(params='{"prompt":"a lighthouse","isEnhance":true}')
        plain = await works.submit()
        await until(lambda: len(works.observer.ended) == 2)
        used = await works.store.prompt_of(wanted.id)
        assert sorted(drawn) == ["a lighthouse", used]
        assert used.startswith("a lighthouse, ")
        assert await works.store.prompt_of(plain.id) is None
