import pytest
from hypothesis import given
from hypothesis import strategies as st

from heliograph.domain.rate import Rate, SlidingWindow

steps = st.lists(st.tuples(st.integers(0, 6), st.sampled_from("ab")), max_size=60)


@given(st.integers(1, 5), st.integers(1, 10), steps)
def test_it_admits_what_a_brute_force_model_admits(limit, seconds, events):
    window, now, admitted = SlidingWindow(Rate(limit, seconds)), 0, []
    for step, key in events:
        now += step
        recent = [at for at, who in admitted if who == key and at > now - seconds]
        wait = window.admit(key, now=now)
        if len(recent) < limit:
            assert wait is None
            admitted.append((now, key))
        else:
            assert wait == recent[0] + seconds - now


@given(st.integers(1, 5), st.floats(0.1, 10), st.lists(st.floats(0, 6), max_size=60))
def test_no_window_wherever_it_begins_holds_more_than_the_limit(limit, seconds, gaps):
    window, now, admitted = SlidingWindow(Rate(limit, seconds)), 0.0, []
    for gap in gaps:
        now += gap
        if window.admit("key", now=now) is None:
            admitted.append(now)
    for begin in admitted:
        assert sum(begin <= at and at - seconds < begin for at in admitted) <= limit


@given(st.integers(1, 4), st.integers(1, 10), steps)
def test_who_waits_as_told_is_admitted(limit, seconds, events):
    window, now = SlidingWindow(Rate(limit, seconds)), 0
    for step, key in events:
        now += step
        wait = window.admit(key, now=now)
        if wait is not None:
            now += wait
            assert wait > 0
            assert window.admit(key, now=now) is None


def test_a_limit_of_0_admits_everything():
    window = SlidingWindow(Rate(0, 10))
    assert {window.admit("key", now=0) for _ in range(1000)} == {None}


def test_who_is_turned_away_is_not_counted():
    window = SlidingWindow(Rate(1, 10))
    assert [window.admit("key", now=now) for now in (0, 4, 9, 10)] == [None, 6, 1, None]


@pytest.mark.parametrize("seconds", [1, 10])
def test_keys_that_fell_silent_are_forgotten(seconds):
    window = SlidingWindow(Rate(5, seconds))
    for key in range(1000):
        window.admit(str(key), now=0)
    window.admit("last", now=2 * seconds)
    assert set(window._moments) == {"last"}


def test_a_key_never_holds_more_moments_than_the_limit():
    window = SlidingWindow(Rate(3, 10))
    for now in range(1000):
        window.admit("key", now=now)
        assert len(window._moments["key"]) <= 3
