from datetime import timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from heliograph.domain.schedule import JITTER, Schedule, asked_wait_seconds, next_attempt_at
from tests.samples import NOW

SCHEDULE = Schedule((10.0, 60.0, 300.0), retry_after_cap_seconds=3600.0)
MIDDLE = 0.5
chances = st.floats(0, 1)


def wait(attempt=1, chance=MIDDLE, retry_after=None, schedule=SCHEDULE):
    asked = asked_wait_seconds(schedule, retry_after, now=NOW)
    moment = next_attempt_at(schedule, attempt=attempt, now=NOW, chance=chance, asked_seconds=asked)
    return (moment - NOW).total_seconds()


def test_there_is_one_attempt_more_than_waits():
    assert SCHEDULE.attempts_allowed == 4
    assert Schedule(()).attempts_allowed == 1


def test_the_contracts_waits_are_the_default():
    assert Schedule() == SCHEDULE


@pytest.mark.parametrize(
    ("attempt", "chance", "seconds"),
    [
        (1, 0, 8),
        (1, 0.5, 10),
        (1, 1, 12),
        (2, 0, 48),
        (2, 0.5, 60),
        (2, 1, 72),
        (3, 0, 240),
        (3, 0.5, 300),
        (3, 1, 360),
    ],
)
def test_each_wait_is_spread_by_a_fifth_either_way(attempt, chance, seconds):
    assert wait(attempt, chance) == pytest.approx(seconds)


@given(st.integers(1, 3), chances)
def test_a_wait_stays_within_its_jitter(attempt, chance):
    scheduled = SCHEDULE.delays_seconds[attempt - 1]
    assert scheduled * (1 - JITTER) - 1e-6 <= wait(attempt, chance) <= scheduled * (1 + JITTER) + 1e-6


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [
        ("120", 120),
        (" 120 ", 120),
        ("3", 10),
        ("0", 10),
        ("-5", 10),
        ("3600", 3600),
        ("3601", 3600),
        ("9" * 400, 3600),
        ("12.5", 10),
        ("1e3", 10),
        ("٣٠٠", 10),
        ("", 10),
        ("soon", 10),
        ("Thu, 01 Jan 2026 00:02:00 GMT", 120),
        ("Thu, 01 Jan 2026 01:02:00 +0100", 120),
        ("Thu, 01 Jan 2026 00:02:00 -0000", 120),
        ("Thursday, 01-Jan-26 00:02:00 GMT", 120),
        ("Thu Jan  1 00:02:00 2026", 120),
        ("Wed, 31 Dec 2025 23:59:00 GMT", 10),
        ("Fri, 01 Jan 2027 00:00:00 GMT", 3600),
        ("Thu, 01 Jan 99999999999999999999 00:00:00 GMT", 10),
        ("Thu, 01 Jan 2026 00:02:00 +99999999999999", 10),
        ("Thu, 99 Jan 2026 00:02:00 GMT", 10),
        (None, 10),
    ],
)
def test_what_a_receiver_asks_for_is_honoured_between_the_scheduled_wait_and_the_cap(retry_after, seconds):
    assert wait(retry_after=retry_after) == pytest.approx(seconds)


def test_where_the_cap_is_shorter_the_scheduled_wait_stands():
    schedule = Schedule((10.0,), retry_after_cap_seconds=5.0)
    assert wait(retry_after="7200", schedule=schedule) == pytest.approx(10)


digits_or_text = st.one_of(
    st.integers(-(10**30), 10**30).map(str),
    st.text(st.characters(exclude_categories=[])),
    st.datetimes(timezones=st.integers(-1439, 1439).map(lambda m: timezone(timedelta(minutes=m)))).map(format_datetime),
    st.from_regex(
        r"[A-Z][a-z]{2}, [0-9]{1,30} Jan [0-9]{1,30} [0-9:]{1,12} ([A-Z]{3}|[+-][0-9]{1,30})", fullmatch=True
    ),
)


@given(st.integers(1, 3), chances, digits_or_text, st.floats(0, 10**6))
@example(1, 0.0, "Mon, 01 Jan 0001 00:00:00 +2359", 3600.0)
@example(1, 0.0, "Fri, 31 Dec 9999 23:59:59 -2359", 3600.0)
def test_no_answer_moves_an_attempt_before_its_wait_or_past_both_wait_and_cap(attempt, chance, retry_after, cap):
    schedule = Schedule(SCHEDULE.delays_seconds, cap)
    scheduled = wait(attempt, chance, schedule=schedule)
    assert scheduled <= wait(attempt, chance, retry_after, schedule) <= max(scheduled, cap) + 1e-6
