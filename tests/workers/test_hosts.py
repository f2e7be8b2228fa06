import pytest
from hypothesis import given
from hypothesis import strategies as st

from heliograph.domain.delivery import Lane
from heliograph.domain.turns import Hearing, Standing
from heliograph.workers import hosts as module
from heliograph.workers.hosts import Hosts

WELL, MUTE, NEW = Lane("well"), Lane("mute"), Lane("new")
PLACES = 16


def test_a_host_of_which_nothing_is_known_may_be_tried_when_those_that_hang_hold_their_most():
    hosts = Hosts(places=PLACES)
    for _ in range(PLACES // module.SILENT_SHARE):
        assert hosts.has_place(MUTE)
        hosts.moved(MUTE, 1)
    assert not hosts.has_place(MUTE)
    assert hosts.has_place(NEW)
    hosts.failed(NEW)
    assert not hosts.has_place(NEW)


def test_hosts_that_have_not_answered_never_hold_more_than_their_share_and_those_that_have_may():
    hosts = Hosts(places=PLACES)
    hosts.answered(WELL)
    for number in range(PLACES // module.NEW_SHARE):
        assert hosts.has_place(Lane(f"mute{number}"))
        hosts.moved(Lane(f"mute{number}"), 1)
    assert not hosts.has_place(NEW)
    assert hosts.has_place(WELL)


def test_an_answer_gives_back_what_a_host_held_and_wakes_what_waits_for_it():
    hosts = Hosts(places=PLACES)
    for _ in range(PLACES // module.SILENT_SHARE):
        hosts.moved(NEW, 1)
    assert hosts.answered(NEW)
    assert hosts.unheard == 0
    assert not hosts.answered(NEW)


def test_an_attempt_without_an_answer_makes_a_host_silent_again():
    hosts = Hosts(places=PLACES)
    hosts.answered(WELL)
    hosts.moved(WELL, 1)
    hosts.failed(WELL)
    assert hosts.unheard == 1
    assert hosts.hearing(PLACES).standing(WELL) is Standing.SILENT


def test_who_waits_is_told_once_when_a_quarter_of_the_places_is_free_again():
    hosts = Hosts(places=400)
    hosts.answered(WELL)
    hosts.moved(WELL, 1)
    assert not hosts.moved(WELL, -1)
    assert not any(hosts.moved(MUTE, 1) for _ in range(200))
    assert [number for number in range(1, 201) if hosts.moved(MUTE, -1)] == [50, 125]  # of 200, and of 100


def test_who_waits_is_told_also_where_an_answer_frees_many_places_at_once():
    hosts = Hosts(places=400)
    for _ in range(60):
        hosts.moved(NEW, 1)
    for _ in range(80):
        hosts.moved(MUTE, 1)
    assert not any(hosts.moved(MUTE, -1) for _ in range(50))
    assert hosts.unheard == 90
    assert hosts.answered(NEW)  # 30: past three quarters of 100
    assert not hosts.moved(MUTE, -1)


def test_it_is_worth_looking_for_more_only_when_a_quarter_of_the_silent_places_is_free():
    hosts = Hosts(places=400)
    for _ in range(75):
        hosts.moved(MUTE, 1)
    assert hosts.may_take_more()
    hosts.moved(MUTE, 1)
    assert hosts.has_place(MUTE)
    assert not hosts.may_take_more()


def test_a_claim_that_has_room_for_whatever_it_takes_need_know_nothing():
    hosts = Hosts(places=100)
    hosts.moved(MUTE, 1)
    assert hosts.hearing(24) == Hearing()
    told = hosts.hearing(25)
    assert (told.open_to_new, told.open_to_silent, told.silent) == (49, 24, {MUTE})


@pytest.mark.parametrize("kind", ["answered", "failed"])
def test_no_more_lanes_are_remembered_than_its_bound(monkeypatch, kind):
    monkeypatch.setattr(module, "LANES_KEPT", 3)
    hosts = Hosts(places=1)
    for number in range(10):
        getattr(hosts, kind)(Lane(f"host{number}"))
    told = hosts.hearing(2)
    remembered = told.answered if kind == "answered" else told.silent
    assert remembered == {"host7", "host8", "host9"}


LANES = st.sampled_from([Lane(name) for name in "abcde"])
MOVES = st.sampled_from(["enter", "leave", "answered", "failed"])


@given(st.lists(st.tuples(MOVES, LANES), max_size=60))
def test_what_is_counted_is_what_those_hold_that_have_not_answered(moves):
    hosts, held = Hosts(places=8), []
    for move, lane in moves:
        if move == "enter":
            hosts.moved(lane, 1)
            held.append(lane)
        elif move == "leave" and lane in held:
            hosts.moved(lane, -1)
            held.remove(lane)
        elif move in ("answered", "failed"):
            getattr(hosts, move)(lane)
        answered = hosts.hearing(8).answered
        assert hosts.unheard == sum(lane not in answered for lane in held)
