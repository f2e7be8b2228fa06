import pytest

from heliograph.domain.delivery import Lane
from heliograph.domain.task import KeyId
from heliograph.domain.verdict import Answer, Fault
from heliograph.workers import breaker as module
from heliograph.workers.breaker import Breaker, says_unwell

HOST = Lane("host.example")
ONE, OTHER = KeyId("one"), KeyId("other")


def opened(*, failures=3, pause_seconds=10.0):
    breaker = Breaker(failures=failures, pause_seconds=pause_seconds)
    assert [breaker.failed(HOST, now=0.0) for _ in range(failures)] == [False] * (failures - 1) + [True]
    return breaker


def test_so_many_failures_in_a_row_open_a_lane():
    assert opened().open_lanes == [HOST]


def test_an_answer_between_two_failures_begins_the_count_anew():
    breaker = Breaker(failures=2, pause_seconds=10)
    for _ in range(5):
        assert not breaker.failed(HOST, now=0.0)
        assert not breaker.answered(HOST)
    assert not breaker.is_open(HOST)


def test_the_first_answer_closes_a_lane():
    breaker = opened()
    assert breaker.answered(HOST)
    assert not breaker.is_open(HOST)
    assert not breaker.answered(HOST)


def test_the_pause_doubles_from_half_a_second_to_its_cap():
    breaker, now, pauses = opened(pause_seconds=3), 0.0, []
    for _ in range(5):
        pauses.append(breaker.seconds_to_try(HOST, now=now))
        now += pauses[-1]
        assert breaker.may_try(HOST, now=now)
        assert not breaker.failed(HOST, now=now)
        assert not breaker.may_try(HOST, now=now)
    assert pauses == [0.5, 1, 2, 3, 3]


def test_what_was_under_way_when_it_opened_makes_no_pause_longer():
    breaker = opened()
    for _ in range(60):
        breaker.failed(HOST, now=0.1)
    assert breaker.seconds_to_try(HOST, now=0.1) == pytest.approx(0.4)


def test_a_host_may_ask_for_a_longer_pause():
    breaker = opened()
    breaker.failed(HOST, now=1.0, asked_seconds=30)
    assert breaker.seconds_to_try(HOST, now=1.0) == 30


def test_zero_failures_turn_it_off():
    breaker = Breaker(failures=0, pause_seconds=10)
    assert not any(breaker.failed(HOST, now=0.0) for _ in range(1000))


def test_no_more_lanes_are_remembered_than_its_bound(monkeypatch):
    monkeypatch.setattr(module, "LANES_KEPT", 3)
    breaker = Breaker(failures=1, pause_seconds=10)
    for number in range(10):
        breaker.failed(Lane(f"host{number}"), now=0.0)
    assert breaker.open_lanes == ["host7", "host8", "host9"]


def test_an_open_lane_remembers_whose_turn_was_when_and_a_closed_one_nothing():
    breaker = Breaker(failures=1, pause_seconds=10)
    breaker.tries(HOST, ONE)
    assert breaker.tried == {}
    breaker.failed(HOST, now=0.0)
    for key in (ONE, OTHER, ONE):
        breaker.tries(HOST, key)
    breaker.failed(HOST, now=1.0)
    assert [list(keys) for keys in breaker.tried.values()] == [[OTHER, ONE]]
    breaker.answered(HOST)
    breaker.failed(HOST, now=2.0)
    assert [list(keys) for keys in breaker.tried.values()] == [[]]


def test_a_lane_that_could_be_tried_for_long_and_was_not_is_closed_and_one_failure_opens_it_again():
    breaker = opened(failures=3)
    free_at = breaker.seconds_to_try(HOST, now=0.0)
    assert breaker.leave_idle(now=free_at + module.IDLE_SECONDS - 1) == []
    assert breaker.leave_idle(now=free_at + module.IDLE_SECONDS) == [HOST]
    assert breaker.leave_idle(now=free_at + module.IDLE_SECONDS) == []
    assert breaker.open_lanes == []
    assert breaker.failed(HOST, now=1000.0)
    assert breaker.seconds_to_try(HOST, now=1000.0) == module.FIRST_PAUSE_SECONDS


@pytest.mark.parametrize("fault", sorted(module.UNWELL_FAULTS))
def test_these_faults_say_that_the_host_is_unwell(fault):
    assert says_unwell(Answer(fault=fault))


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_these_statuses_say_that_the_host_is_unwell(status):
    assert says_unwell(Answer(status=status, fault=Fault.SERVER_FAULT))


@pytest.mark.parametrize("status", [200, 204, 302, 400, 404, 410, 500])
def test_any_other_status_shows_that_the_host_is_alive(status):
    assert says_unwell(Answer(status=status)) is False


@pytest.mark.parametrize("fault", [Fault.TARGET_FORBIDDEN, Fault.INTERNAL])
def test_what_is_no_fault_of_the_host_says_nothing_about_it(fault):
    assert says_unwell(Answer(fault=fault)) is None
