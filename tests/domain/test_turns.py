from typing import NamedTuple
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from heliograph.domain.delivery import Lane
from heliograph.domain.task import KeyId
from heliograph.domain.turns import Due, Hearing, Turns, chosen

WELL, MUTE = {Lane("w"), Lane("v")}, {Lane("m"), Lane("n")}


def lanes_chosen(waiting, *, key="key", little=0, limit=99, held=0, **open_to):
    """Which lanes get places, in order, of one letter each that waits; `w` and `v` answered, `m` and `n` did not."""
    due = [Due(lane=Lane(lane), key_id=KeyId(key), due_at=at, seq=at) for at, lane in enumerate(waiting)]
    hearing = Hearing(answered=WELL, silent=MUTE, **open_to)
    turns = Turns(little=little, hearing=hearing, held_in_all={KeyId(key): held})
    return "".join(each.lane for each in chosen(due, limit=limit, per_lane=99, in_flight={}, turns=turns))


@pytest.mark.parametrize(
    ("waiting", "open_to_new", "open_to_silent", "taken"),
    [
        ("mwmwm", 9, 9, "mwmwm"),
        ("mwmwm", 9, 1, "mww"),
        ("mmnnw", 9, 0, "w"),
        ("mmnnw", 9, 3, "mmnw"),
        ("mmaw", 2, 1, "maw"),
        ("mmaw", 1, 1, "mw"),
        ("mmaw", 0, 0, "w"),
        ("abcd", 3, 1, "abc"),
        ("aabb", 3, 1, "ab"),
        ("aabb", 9, 2, "aab"),
        ("aaaa", 9, 9, "aaaa"),
        ("wvwv", 0, 0, "wvwv"),
    ],
)
def test_lanes_that_have_not_answered_get_what_is_open_to_them(waiting, open_to_new, open_to_silent, taken):
    assert lanes_chosen(waiting, open_to_new=open_to_new, open_to_silent=open_to_silent) == taken


def test_who_holds_little_may_call_anybody():
    assert lanes_chosen("mmmm", open_to_new=0, open_to_silent=0, little=3) == "mmm"
    assert lanes_chosen("mmmm", open_to_new=0, open_to_silent=0, little=3, held=2) == "m"


def test_what_those_who_hold_little_take_counts_for_the_others():
    assert lanes_chosen("mmab", open_to_new=3, open_to_silent=0, little=2) == "mma"


def test_no_place_is_lost_to_one_that_may_not_have_it():
    assert lanes_chosen("mmmmww", limit=2, open_to_new=0, open_to_silent=0) == "ww"


KEYS = st.sampled_from("ABC")


def tried_by(waiting, tried, *, free=1, weights=None):
    """Whose is chosen for a lane that is tried with one at a time; one letter for each that waits, the oldest first."""
    due = [Due(lane=Lane("w"), key_id=KeyId(key), due_at=at, seq=at) for at, key in enumerate(waiting)]
    turns = Turns(
        tried={Lane("w"): list(tried)},
        weights=weights or {},
        shared={Lane("w")},
        kept_per_lane=8,
        held={Lane("w"): {KeyId("A"): 9}},
    )
    return "".join(each.key_id for each in chosen(due, limit=9, per_lane=64, in_flight={"w": 64 - free}, turns=turns))


@pytest.mark.parametrize(
    ("waiting", "tried", "first"),
    [("AAAB", "", "A"), ("AAAB", "A", "B"), ("AAAB", "BA", "B"), ("AAAB", "AB", "A"), ("AABC", "AB", "C")],
)
def test_keys_take_turns_one_after_the_other_where_one_is_tried_at_a_time(waiting, tried, first):
    assert tried_by(waiting, tried) == first
    assert tried_by(waiting, tried, weights={KeyId("A"): 100.0}) == first
    assert tried_by(waiting, tried, free=0) == ""


@given(st.lists(KEYS, min_size=1, max_size=9))
def test_every_key_that_waits_has_its_turn_before_any_has_two(waiting):
    tried, turns = [], []
    for _ in range(len(set(waiting))):
        key = tried_by(waiting, tried)
        tried = [each for each in tried if each != key] + [key]
        turns.append(key)
    assert sorted(turns) == sorted(set(waiting))


@pytest.mark.parametrize(
    "over_all",
    [
        {"hearing": Hearing(silent={Lane("x")}, open_to_new=0, open_to_silent=0)},
        {"open_to_all": 0},
        {"hearing": Hearing(silent={Lane("x"), Lane("m")}, open_to_silent=1)},
    ],
    ids=["no place for silent lanes", "none for who holds much", "one, and an older one takes it"],
)
@pytest.mark.parametrize("in_lane", [{"tried": {Lane("x"): []}}, {"shared": {Lane("x")}}], ids=["tried", "one place"])
def test_whoever_gets_no_place_over_all_leaves_the_lane_to_who_does(over_all, in_lane):
    due = [
        Due(lane=Lane(lane), key_id=KeyId(key), due_at=at, seq=at)
        for at, (lane, key) in enumerate([("m", "big"), ("x", "big"), ("x", "small")])
    ]
    turns = Turns(held_in_all={KeyId("big"): 99}, little=4, **over_all, **in_lane)
    taken = chosen(due, limit=9, per_lane=1, in_flight={}, turns=turns)
    assert due[2] in taken
    assert len({each.lane for each in taken}) == len(taken)


@given(
    st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from(["big", "small", "tiny"])), max_size=12),
    st.integers(1, 2), st.integers(0, 3), st.integers(0, 2), st.sets(st.sampled_from("xyz")),
)  # fmt: skip
def test_no_lane_stays_empty_while_one_waits_for_it_that_may_have_a_place(waiting, per_lane, to_all, silent, tried):
    due = [Due(lane=Lane(lane), key_id=KeyId(key), due_at=at, seq=at) for at, (lane, key) in enumerate(waiting)]
    turns = Turns(
        held_in_all={KeyId("big"): 99},
        little=50,
        open_to_all=to_all,
        tried=dict.fromkeys(map(Lane, tried), ()),
        hearing=Hearing(silent=set(map(Lane, "xyz")), open_to_silent=silent),
    )
    taken = chosen(due, limit=99, per_lane=per_lane, in_flight={}, turns=turns)
    assert {each.lane for each in due if each.key_id != "big"} <= {each.lane for each in taken}


def test_of_a_new_lane_no_more_can_be_brought_than_its_first_and_what_is_open_to_the_silent():
    hearing = Hearing(silent=MUTE, open_to_new=9, open_to_silent=2)
    turns = Turns(little=5, held_in_all={KeyId("big"): 5}, hearing=hearing)
    assert turns.room(Lane("a"), KeyId("big"), free=64) == 3
    assert turns.room(Lane("m"), KeyId("big"), free=64) == 64
    assert turns.room(Lane("a"), KeyId("small"), free=64) == 64
    assert turns.room(Lane("a"), KeyId("big"), free=0) == 0


def test_without_a_word_about_them_all_lanes_are_alike():
    due = [Due(lane=Lane(lane), key_id=KeyId("key"), due_at=at, seq=at) for at, lane in enumerate("mmab")]
    assert len(chosen(due, limit=9, per_lane=9, in_flight={}, turns=Turns(little=0))) == 4


FEW = st.integers(0, 6)


class Asked(NamedTuple):
    """One claim, and how it stands with the only key that calls."""

    limit: int = 6
    per_lane: int = 6
    in_flight: int = 0
    little: int = 4
    open_to_all: int = 2
    kept: int = 0
    held: int = 0
    is_shared: bool = False


@example([("b", at) for at in range(5)], Asked())
@example([("a", 0)] * 6, Asked(in_flight=1, little=0, open_to_all=9, kept=2, held=3, is_shared=True))
@example([("a", 0)] * 6, Asked(per_lane=2, in_flight=5))
@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 3)), max_size=12),
    st.builds(Asked, FEW, FEW, FEW, FEW, FEW, st.integers(0, 2), FEW, st.booleans()),
)
def test_a_key_that_is_alone_gets_what_it_would_get_by_turns(waiting, asked):
    due = [Due(lane=Lane(lane), key_id=KeyId("key"), due_at=at, seq=seq) for seq, (lane, at) in enumerate(waiting)]

    turns = Turns(
        little=asked.little,
        open_to_all=asked.open_to_all,
        kept_per_lane=asked.kept,
        shared={Lane("a")} if asked.is_shared else set(),
        held={Lane("a"): {KeyId("key"): asked.held}},
        held_in_all={KeyId("key"): asked.held},
    )
    claim = {
        "limit": asked.limit, "per_lane": asked.per_lane, "in_flight": {Lane("a"): asked.in_flight}, "turns": turns
    }  # fmt: skip
    with patch.object(Hearing, "is_open", new=False):
        step_by_step = chosen(due, **claim)
    assert chosen(due, **claim) == step_by_step
