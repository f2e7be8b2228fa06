"""What follows when a generator has failed."""

import json

import pytest

from heliograph.domain.course import Course, Other, needs_of, next_step
from heliograph.domain.picture import Abilities
from heliograph.domain.schedule import Schedule
from heliograph.domain.task import Failure, FailureKind, TaskState, retried, started
from tests.samples import US, a_task, later

BUSY = Failure(FailureKind.TRY_AGAIN, "Please try again later", "rate_limit_exceeded")
BROKEN = Failure(FailureKind.FAILED, "Failed to generate image")
ALL = Abilities(inputs=5, mask=True, seed=True)


def course(abilities=ALL, generator="other", deadline_seconds=600.0):
    others = {"FLUX_MAX": Other(generator=generator, abilities=abilities)}
    return Course(schedule=Schedule((2, 10)), deadline_seconds=deadline_seconds, others=others)


def drawn(*, retries=0, **fields):
    return started(a_task(retries=retries, **fields), owner=US, generator="main")


def after(task, failure, *, course=course(), seconds=0.0):  # noqa: B008  # it is frozen
    return next_step(task, failure, course=course, now=later(seconds=seconds), chance=0.5)


@pytest.mark.parametrize(("retries", "wait"), [(0, 2), (1, 10)])
def test_what_is_worth_it_is_tried_again_after_the_wait_for_that_retry(retries, wait):
    task = drawn(retries=retries, fallback="FLUX_MAX")
    step = after(task, BUSY)
    assert step.waits == retried(task, due_at=later(seconds=wait))
    assert step.note == f"main: Please try again later (rate_limit_exceeded); again in {wait} s"


@pytest.mark.parametrize(("chance", "wait"), [(0.0, 1.6), (1.0, 2.4)])
def test_retries_are_spread(chance, wait):
    step = next_step(drawn(), BUSY, course=course(), now=later(), chance=chance)
    assert step.waits.due_at == later(seconds=wait)


@pytest.mark.parametrize(("asked", "wait"), [(1, 2), (45.5, 45.5)])
def test_a_generator_that_says_when_is_asked_then_if_that_is_later(asked, wait):
    failure = Failure(FailureKind.TRY_AGAIN, "wait", retry_after_seconds=asked)
    assert after(drawn(), failure).waits.due_at == later(seconds=wait)


@pytest.mark.parametrize("failure", [BROKEN, BUSY])
def test_without_a_fallback_what_is_left_is_the_end(failure):
    step = after(drawn(retries=2), failure)
    assert (step.waits, step.note.partition(" (")[0]) == (None, f"main: {failure.message}")


@pytest.mark.parametrize(("failure", "retries"), [(BROKEN, 0), (BUSY, 2)])
def test_the_generator_that_the_caller_falls_back_to_is_next(failure, retries):
    step = after(drawn(retries=retries, fallback="FLUX_MAX"), failure)
    assert (step.waits.queue, step.waits.retries, step.waits.state) == ("FLUX_MAX", 0, TaskState.QUEUED)
    assert step.note.endswith("; now other")


def test_a_wait_that_would_outlast_the_task_is_spent_on_the_other_generator():
    failure = Failure(FailureKind.TRY_AGAIN, "wait", retry_after_seconds=601)
    assert after(drawn(fallback="FLUX_MAX"), failure).waits.queue == "FLUX_MAX"
    assert after(drawn(), failure).waits is None


def test_the_other_generator_has_retries_of_its_own_and_after_them_is_the_end():
    task = started(a_task(fallback="FLUX_MAX", queue="FLUX_MAX"), owner=US, generator="other")
    assert after(task, BUSY).waits.due_at == later(seconds=2)
    assert after(task, BROKEN).waits is None
    exhausted = started(a_task(fallback="FLUX_MAX", queue="FLUX_MAX", retries=2), owner=US, generator="other")
    assert after(exhausted, BUSY).waits is None


@pytest.mark.parametrize(
    "kind", [kind for kind in FailureKind if kind not in (FailureKind.FAILED, FailureKind.TRY_AGAIN)]
)
def test_neither_a_refusal_nor_an_input_nor_a_cancelled_task_is_asked_of_anybody_again(kind):
    assert after(drawn(fallback="FLUX_MAX"), Failure(kind, "no")).waits is None


@pytest.mark.parametrize("failure", [BROKEN, BUSY])
def test_after_the_deadline_nobody_is_asked(failure):
    step = after(drawn(fallback="FLUX_MAX"), failure, seconds=600)
    assert step.waits is None
    assert step.note.endswith("no fallback: no time is left")


@pytest.mark.parametrize(
    ("params", "seed", "abilities", "why"),
    [
        ({"filesUrl": ["https://a.test/1.png"]}, None, Abilities(), "other takes no input images"),
        ({"filesUrl": ["u", "v"]}, None, Abilities(inputs=1), "other takes at most 1 input images"),
        ({"fileUrl": "u"}, None, Abilities(), "other takes no input images"),
        ({"filesUrl": ["u"], "maskUrl": "m"}, None, Abilities(inputs=1), "other takes no mask"),
        ({}, 7, Abilities(), "other repeats no seed"),
    ],
)
def test_a_generator_that_lacks_what_the_task_needs_is_not_asked_and_the_note_says_what(params, seed, abilities, why):
    task = drawn(fallback="FLUX_MAX", params=json.dumps(params), seed=seed)
    step = after(task, BROKEN, course=course(abilities))
    assert (step.waits, step.note) == (None, f"main: Failed to generate image; no fallback: {why}")
    assert after(task, BROKEN, course=course(ALL)).waits.queue == "FLUX_MAX"


@pytest.mark.parametrize(
    ("fallback", "generator", "why"),
    [
        ("GPT_IMAGE_1", "other", "GPT_IMAGE_1 is not in HELIOGRAPH_FALLBACKS"),
        ("FLUX_MAX", "main", "FLUX_MAX is main too"),
    ],
)
def test_a_fallback_that_leads_nowhere_says_so(fallback, generator, why):
    step = after(drawn(fallback=fallback), BROKEN, course=course(generator=generator))
    assert (step.waits, step.note) == (None, f"main: Failed to generate image; no fallback: {why}")


@pytest.mark.parametrize(("message", "shown"), [("a\ud800b\0c", "main: a?b?c"), ("x" * 10**6, "main: " + "x" * 494)])
def test_whatever_a_generator_says_can_be_written_down(message, shown):
    step = after(drawn(), Failure(FailureKind.FAILED, message))
    assert step.note == shown


@pytest.mark.parametrize(
    ("params", "needs"),
    [
        ({}, Abilities()),
        ({"filesUrl": ["", "u", "v"], "fileUrl": "w", "maskUrl": "m"}, Abilities(inputs=2)),
        ({"filesUrl": None, "fileUrl": "u", "maskUrl": "m"}, Abilities(inputs=1, mask=True)),
        ({"filesUrl": [], "fileUrl": "", "maskUrl": ""}, Abilities()),
    ],
)
def test_what_a_task_needs_is_read_from_what_was_submitted(params, needs):
    assert needs_of(a_task(params=json.dumps(params))) == needs
