from dataclasses import replace
from itertools import product
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heliograph.domain.contract import Code, RecordStatus
from heliograph.domain.errors import IllegalTransition
from heliograph.domain.task import (
    TASK_WAYS,
    BlobName,
    Failure,
    FailureKind,
    TaskState,
    failed,
    fallen_back,
    new_task_id,
    retried,
    returned,
    started,
    succeeded,
)
from tests.samples import FAILURE, US, a_task, later

CANCELLED = Failure(FailureKind.CANCELLED, "The task was cancelled")
IMAGES = (BlobName("1.png"), BlobName("2.png"))
VERBS = {
    TaskState.RUNNING: lambda task: started(task, owner=US),
    TaskState.QUEUED: returned,
    TaskState.SUCCEEDED: lambda task: succeeded(task, IMAGES, at=later(seconds=9)),
    TaskState.FAILED: lambda task: failed(task, FAILURE, at=later(seconds=9)),
    TaskState.CANCELLED: lambda task: failed(task, CANCELLED, at=later(seconds=9)),
}
LEGAL = {
    (TaskState.QUEUED, TaskState.RUNNING),
    (TaskState.QUEUED, TaskState.FAILED),
    (TaskState.RUNNING, TaskState.QUEUED),
    (TaskState.RUNNING, TaskState.SUCCEEDED),
    (TaskState.RUNNING, TaskState.FAILED),
    (TaskState.QUEUED, TaskState.CANCELLED),
    (TaskState.RUNNING, TaskState.CANCELLED),
}
RUNNING = a_task(state=TaskState.RUNNING, owner=US, tries=1, progress=0.4)


@pytest.mark.parametrize(("before", "after"), [*product(TaskState, VERBS)])
def test_a_task_goes_the_legal_ways_and_no_other(before, after):
    task = a_task(state=before)
    if (before, after) in LEGAL:
        assert VERBS[after](task).state is after
    else:
        with pytest.raises(IllegalTransition, match=f"task {task.id} is {before}: it cannot become {after}"):
            VERBS[after](task)


@pytest.mark.parametrize("state", TaskState)
def test_an_end_is_a_state_without_a_way_out(state):
    assert state.is_end == (state in {TaskState.SUCCEEDED, TaskState.FAILED, TaskState.CANCELLED})
    assert state.is_end == (not TASK_WAYS[state])


def test_every_state_has_its_ways_written_down():
    assert set(TASK_WAYS) == set(TaskState)


def test_a_started_task_has_an_owner_and_one_more_try():
    task = started(a_task(tries=2), owner=US)
    assert (task.owner, task.tries) == (US, 3)


def test_a_retried_task_waits_in_its_queue_until_it_is_due_and_its_try_is_settled():
    task = retried(replace(RUNNING, queue="FLUX_MAX", tries=4, retries=1), due_at=later(seconds=9))
    assert (task.state, task.owner, task.queue, task.due_at) == (TaskState.QUEUED, None, "FLUX_MAX", later(seconds=9))
    assert (task.tries, task.settled_tries, task.retries) == (4, 4, 2)


def test_a_task_that_falls_back_waits_at_once_in_the_other_queue_and_counts_its_retries_anew():
    task = fallen_back(replace(RUNNING, fallback="FLUX_MAX", tries=4, retries=2, due_at=later(seconds=9)))
    assert (task.state, task.owner, task.queue, task.due_at) == (TaskState.QUEUED, None, "FLUX_MAX", None)
    assert (task.tries, task.settled_tries, task.retries) == (4, 4, 0)


def test_a_returned_task_waits_without_an_owner_and_keeps_its_tries():
    task = returned(RUNNING)
    assert (task.owner, task.tries, task.finished_at) == (None, 1, None)


def test_a_succeeded_task_has_its_pictures_its_moment_and_full_progress():
    task = succeeded(RUNNING, IMAGES, at=later(seconds=9))
    assert (task.images, task.finished_at, task.progress, task.failure) == (IMAGES, later(seconds=9), 1.0, None)
    assert task.status is RecordStatus.SUCCESS


def test_a_failed_task_has_its_reason_its_moment_and_the_progress_it_had():
    task = failed(RUNNING, FAILURE, at=later(seconds=9))
    assert (task.images, task.finished_at, task.progress, task.failure) == ((), later(seconds=9), 0.4, FAILURE)


def test_a_reason_can_be_written_down_whatever_it_was_made_of():
    task = failed(RUNNING, Failure(FailureKind.FAILED, "cannot read \udcff.png 🌊"), at=later())
    assert task.failure is not None
    assert task.failure.kind is FailureKind.FAILED
    assert task.failure.message.encode() == b"cannot read ?.png \xf0\x9f\x8c\x8a"


@pytest.mark.parametrize("state", [TaskState.QUEUED, TaskState.RUNNING])
def test_a_task_without_an_end_is_generating(state):
    assert a_task(state=state).status is RecordStatus.GENERATING


@pytest.mark.parametrize(
    ("kind", "code", "status"),
    [
        (FailureKind.REFUSED, Code.BAD_REQUEST, RecordStatus.CREATE_TASK_FAILED),
        (FailureKind.PROMPT_REFUSED, Code.BAD_REQUEST, RecordStatus.CREATE_TASK_FAILED),
        (FailureKind.INPUT_REFUSED, Code.BAD_REQUEST, RecordStatus.CREATE_TASK_FAILED),
        (FailureKind.OUTPUT_REFUSED, Code.BAD_REQUEST, RecordStatus.GENERATE_FAILED),
        (FailureKind.UNUSABLE_INPUT, Code.BAD_REQUEST, RecordStatus.CREATE_TASK_FAILED),
        (FailureKind.UNAVAILABLE_INPUT, Code.INPUT_UNAVAILABLE, RecordStatus.CREATE_TASK_FAILED),
        (FailureKind.FAILED, Code.SERVER_ERROR, RecordStatus.GENERATE_FAILED),
        (FailureKind.TRY_AGAIN, Code.SERVER_ERROR, RecordStatus.GENERATE_FAILED),
    ],
)
def test_each_kind_of_failure_has_the_contracts_code_and_status(kind, code, status):
    assert kind.code is code
    assert failed(RUNNING, Failure(kind, "why"), at=later()).status is status


moments = st.integers(0, 2**48 - 1)
chances = st.binary(min_size=10, max_size=10)


@given(moments, chances)
def test_a_task_id_is_a_uuid_of_version_7_in_32_lower_case_hex_characters(epoch_ms, randomness):
    task_id = new_task_id(epoch_ms, randomness)
    uuid = UUID(task_id)
    assert uuid.hex == task_id
    assert (uuid.version, uuid.variant) == (7, "specified in RFC 4122")
    assert uuid.int >> 80 == epoch_ms


@given(moments, moments, chances, chances)
def test_task_ids_sort_by_their_time(one_ms, other_ms, one, other):
    earlier, later_ = sorted((one_ms, other_ms))
    if earlier != later_:
        assert new_task_id(earlier, one) < new_task_id(later_, other)


@given(moments, chances, st.integers(0, 79))
def test_a_task_id_uses_74_bits_of_chance(epoch_ms, randomness, bit):
    flipped = (int.from_bytes(randomness, "big") ^ 1 << bit).to_bytes(10, "big")
    is_used = not 62 <= bit < 68
    assert (new_task_id(epoch_ms, randomness) != new_task_id(epoch_ms, flipped)) == is_used
