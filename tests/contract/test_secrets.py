"""What every store keeps of signing secrets."""

from heliograph.domain.task import started
from heliograph.domain.trace import TraceContext
from tests.samples import NOW, US, a_delivery, a_task, later, success

OLD, NEW, NEWER, KEY = "whsec_old", "whsec_new", "whsec_newer", "whsk_key"


async def live(store, now=NOW):
    return [secret.text for secret in await store.signing_secrets(now=now)]


async def test_the_first_candidate_becomes_the_secret_and_no_other(store):
    assert await live(store) == []
    for candidate in (OLD, NEW):
        [secret] = await store.signing_secrets(now=NOW, candidate=candidate)
        assert (secret.text, secret.created_at, secret.ends_at) == (OLD, NOW, None)


async def test_both_sign_until_the_old_one_ends(store):
    await store.signing_secrets(now=NOW, candidate=OLD)
    old, new = await store.rotate_signing_secret(NEW, now=later(days=1), others_until=later(days=8))
    assert (old.text, old.ends_at, new.text, new.ends_at) == (OLD, later(days=8), NEW, None)
    assert await live(store, later(days=7)) == [OLD, NEW]
    assert await live(store, later(days=8)) == [NEW]


async def test_a_second_rotation_makes_no_end_later(store):
    await store.signing_secrets(now=NOW, candidate=OLD)
    await store.rotate_signing_secret(NEW, now=NOW, others_until=later(days=1))
    await store.rotate_signing_secret(NEWER, now=NOW, others_until=later(days=5))
    assert await live(store, later(days=2)) == [NEW, NEWER]
    assert await live(store, later(days=5)) == [NEWER]


async def test_a_secret_of_another_kind_signs_on(store):
    await store.signing_secrets(now=NOW, candidate=OLD)
    await store.rotate_signing_secret(KEY, now=NOW, others_until=NOW)
    assert await live(store) == [OLD, KEY]


async def test_a_candidate_does_not_come_back_when_all_have_ended(store):
    await store.signing_secrets(now=NOW, candidate=OLD)
    await store.rotate_signing_secret(NEW, now=NOW, others_until=NOW)
    assert [each.text for each in await store.signing_secrets(now=NOW, candidate=OLD)] == [NEW]


async def test_the_trace_of_a_task_and_of_its_delivery_is_kept(store):
    trace = TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", "01", "vendor=1,b=2")
    task = started(a_task(trace=trace), owner=US)
    await store.record_tasks([task])
    await store.finish_tasks([success(task, delivery=a_delivery(task, trace=trace))])
    [delivery] = await store.deliveries_of(task.id)
    assert (await store.find_task(task.id)).trace == delivery.trace == trace
    [claimed] = await store.claim_deliveries(owner=US, limit=1, now=NOW, per_lane=1, in_flight={})
    assert claimed.trace == trace


async def test_the_oldest_delivery_without_an_end_is_counted_since_it_was_made(store):
    assert (await store.census()).oldest_owed_at is None
    for seconds in (2, 1, 3):
        task = started(a_task(), owner=US)
        await store.record_tasks([task])
        owed = a_delivery(task, created_at=later(seconds=seconds), due_at=later(hours=seconds))
        await store.finish_tasks([success(task, delivery=owed)])
    assert (await store.census()).oldest_owed_at == later(seconds=1)
    await store.claim_deliveries(owner=US, limit=9, now=later(hours=1), per_lane=9, in_flight={})
    assert (await store.census()).oldest_owed_at == later(seconds=1)
