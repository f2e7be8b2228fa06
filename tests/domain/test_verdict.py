import pytest
from hypothesis import given
from hypothesis import strategies as st

from heliograph.domain.verdict import Answer, Fault, Verdict, fault_of, judge


@pytest.mark.parametrize(
    ("statuses", "fault"),
    [
        (range(200, 300), None),
        (range(300, 400), Fault.REDIRECTED),
        ([*range(400, 410), *range(411, 500)], Fault.REFUSED),
        ([410], Fault.GONE),
        (range(500, 600), Fault.SERVER_FAULT),
        ([*range(200), *range(600, 1000)], Fault.BAD_ANSWER),
    ],
)
def test_only_a_2xx_status_is_no_fault(statuses, fault):
    assert {fault_of(status) for status in statuses} == {fault}


@pytest.mark.parametrize(
    ("status", "first", "last"),
    [
        (200, Verdict.DELIVERED, Verdict.DELIVERED),
        (204, Verdict.DELIVERED, Verdict.DELIVERED),
        (299, Verdict.DELIVERED, Verdict.DELIVERED),
        (301, Verdict.RETRY, Verdict.GIVE_UP),
        (304, Verdict.RETRY, Verdict.GIVE_UP),
        (400, Verdict.RETRY, Verdict.GIVE_UP),
        (404, Verdict.RETRY, Verdict.GIVE_UP),
        (410, Verdict.GIVE_UP, Verdict.GIVE_UP),
        (429, Verdict.RETRY, Verdict.GIVE_UP),
        (500, Verdict.RETRY, Verdict.GIVE_UP),
        (503, Verdict.RETRY, Verdict.GIVE_UP),
    ],
)
def test_a_status_has_its_verdict_on_the_first_and_on_the_last_attempt(status, first, last):
    answer = Answer(status=status, fault=fault_of(status))
    assert judge(answer, attempt=1, attempts_allowed=4) is first
    assert judge(answer, attempt=3, attempts_allowed=4) is first
    assert judge(answer, attempt=4, attempts_allowed=4) is last


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault is not Fault.GONE])
def test_every_fault_but_gone_is_worth_another_attempt(fault):
    assert judge(Answer(fault=fault), attempt=1, attempts_allowed=2) is Verdict.RETRY


@given(st.sampled_from(Fault), st.integers(1, 20), st.integers(1, 20))
def test_no_fault_is_retried_once_the_attempts_are_used_up(fault, attempt, allowed):
    verdict = judge(Answer(fault=fault), attempt=attempt, attempts_allowed=allowed)
    assert verdict is not Verdict.DELIVERED
    assert attempt < allowed or verdict is Verdict.GIVE_UP
