from datetime import timedelta
from email.utils import format_datetime

import pytest

from heliograph.domain.delivery import DeliveryState, sending
from heliograph.domain.schedule import Schedule
from heliograph.domain.verdict import Answer, Fault, Verdict
from heliograph.flow.settle import settle
from tests.samples import NOW, REFUSED, US, a_delivery, a_task, later

OK = Answer(status=204)
GONE = Answer(status=410, fault=Fault.GONE)
BUSY = Answer(status=429, fault=Fault.REFUSED, retry_after="120")
NO_ANSWER = Answer(fault=Fault.TIMED_OUT)
O, R, D, G = "owed", Verdict.RETRY, Verdict.DELIVERED, Verdict.GIVE_UP  # noqa: E741  # columns of a table


@pytest.mark.parametrize(
    ("answer", "attempts_before", "verdict", "state", "next_seconds"),
    [
        (OK, 0, D, "delivered", None),
        (OK, 3, D, "delivered", None),
        (REFUSED, 0, R, O, 10),
        (REFUSED, 1, R, O, 60),
        (REFUSED, 2, R, O, 300),
        (REFUSED, 3, G, "given_up", None),
        (NO_ANSWER, 0, R, O, 10),
        (NO_ANSWER, 3, G, "given_up", None),
        (BUSY, 0, R, O, 120),
        (BUSY, 2, R, O, 300),
        (BUSY, 3, G, "given_up", None),
        (GONE, 0, G, "given_up", None),
    ],
)
def test_an_answer_comes_to(clock, answer, attempts_before, verdict, state, next_seconds):  # noqa: PLR0917  # a table
    before = sending(a_delivery(a_task(), attempt=attempts_before), owner=US)
    clock.move(seconds=2)
    made = settle(before, answer, started_at=NOW, schedule=Schedule(), clock=clock, chance=lambda: 0.5)
    next_at = None if next_seconds is None else later(seconds=2 + next_seconds)
    assert made.before is before
    assert (made.after.state, made.after.attempt, made.after.owner) == (DeliveryState(state), attempts_before + 1, None)
    assert made.after.due_at == (next_at or before.due_at)
    receipt = made.receipt
    assert (receipt.delivery_id, receipt.attempt, receipt.answer) == (before.id, attempts_before + 1, answer)
    assert (receipt.started_at, receipt.ended_at) == (NOW, later(seconds=2))
    assert (receipt.verdict, receipt.next_attempt_at) == (verdict, next_at)


def test_a_delivered_repeat_is_due_at_once_and_its_receipt_speaks_of_no_retry(clock):
    before = sending(a_delivery(a_task(), repeats=1), owner=US)
    clock.move(seconds=2)
    made = settle(before, OK, started_at=NOW, schedule=Schedule(), clock=clock, chance=lambda: 0.5)
    assert (made.after.state, made.after.due_at, made.after.repeats) == (DeliveryState.OWED, later(seconds=2), 0)
    assert (made.receipt.verdict, made.receipt.next_attempt_at) == (D, None)


def test_without_retries_the_first_fault_is_the_last(clock):
    before = sending(a_delivery(a_task()), owner=US)
    made = settle(before, REFUSED, started_at=NOW, schedule=Schedule(()), clock=clock, chance=lambda: 0.5)
    assert made.after.state is DeliveryState.GIVEN_UP


def test_after_a_replay_the_attempts_count_on_and_the_waits_begin_anew(clock):
    before = sending(a_delivery(a_task(), attempt=4, attempts_before=4), owner=US)
    made = settle(before, REFUSED, started_at=NOW, schedule=Schedule(), clock=clock, chance=lambda: 0.5)
    assert (made.receipt.attempt, made.receipt.verdict, made.after.due_at) == (5, R, later(seconds=10))
    last = sending(a_delivery(a_task(), attempt=7, attempts_before=4), owner=US)
    over = settle(last, REFUSED, started_at=NOW, schedule=Schedule(), clock=clock, chance=lambda: 0.5)
    assert (over.receipt.attempt, over.receipt.verdict) == (8, G)


def test_a_date_to_come_back_at_is_read_off_the_machines_clock_which_may_have_been_set(clock):
    clock.set_wall(hours=1)
    asked = format_datetime(clock.wall() + timedelta(seconds=90), usegmt=True)
    before = sending(a_delivery(a_task()), owner=US)
    busy = Answer(status=503, fault=Fault.SERVER_FAULT, retry_after=asked)
    made = settle(before, busy, started_at=NOW, schedule=Schedule(), clock=clock, chance=lambda: 0.5)
    assert made.after.due_at == later(seconds=90)
