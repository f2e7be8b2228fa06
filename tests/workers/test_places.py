from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heliograph.domain.delivery import Lane
from heliograph.domain.task import KeyId
from heliograph.workers import places as module
from heliograph.workers.places import COMPANY_SECONDS, Places

BIG, SMALL = KeyId("big"), KeyId("small")
HOST, OTHER = Lane("host"), Lane("other")


def places(**given):
    return Places(**({"per_lane": 8, "in_all": 12, "kept": 3, "little": 4, "kept_per_lane": 2} | given))


def fill(here, lane, key_id, most=99):
    """Enter until there is no room for that key; how often."""
    for number in range(most):
        if not here.has_room_for(lane, key_id):
            return number
        enter(here, lane, key_id)
    return most


def enter(here, lane, key_id):
    here.came(lane, key_id)
    here.enter(lane, key_id)


async def test_a_key_that_has_a_host_alone_gets_all_its_places():
    assert fill(places(), HOST, BIG) == 8


async def test_of_a_host_where_several_keys_call_some_places_are_for_who_holds_little_there():
    here = places()
    here.came(HOST, SMALL)
    assert fill(here, HOST, BIG) == 6
    assert fill(here, HOST, SMALL) == 2
    assert not here.has_room(HOST)


async def test_some_places_of_all_are_for_who_holds_little_over_all_hosts():
    here = places(per_lane=99)
    assert fill(here, HOST, BIG) == 9
    assert fill(here, OTHER, SMALL) == 3
    assert not here.has_room(OTHER)


async def test_a_guest_is_who_holds_little_where_others_call():
    here = places()
    here.came(HOST, SMALL)
    assert not here.is_guest(HOST, SMALL)
    here.came(HOST, BIG)
    assert here.is_guest(HOST, SMALL)
    enter(here, HOST, SMALL)
    enter(here, HOST, SMALL)
    assert not here.is_guest(HOST, SMALL)
    here.leave(HOST, SMALL)
    assert here.is_guest(HOST, SMALL)


async def test_with_so_few_places_that_none_is_kept_there_are_no_guests():
    here = places(per_lane=2, kept_per_lane=0)
    here.came(HOST, SMALL)
    assert fill(here, HOST, BIG) == 2
    assert not here.is_guest(HOST, SMALL)


async def test_no_more_hosts_are_remembered_than_its_bound(monkeypatch):
    monkeypatch.setattr(module, "LANES_KEPT", 2)
    here = places()
    for number in range(5):
        for key_id in (BIG, SMALL):
            here.came(Lane(f"host{number}"), key_id)
    assert here.shared == {"host3", "host4"}


@pytest.mark.parametrize(("keys", "in_company"), [([], False), ([BIG, BIG], False), ([BIG, SMALL], True)])
async def test_a_second_key_is_company_for_a_while(keys, in_company, monkeypatch):
    here = places()
    for key_id in keys:
        here.came(HOST, key_id)
    assert here.in_company is in_company
    monkeypatch.setattr(here, "_company_until", here._company_until - COMPANY_SECONDS)
    assert not here.in_company


MOVES = st.tuples(st.booleans(), st.sampled_from([HOST, OTHER]), st.sampled_from([BIG, SMALL]))


@given(st.lists(MOVES, max_size=60))
async def test_what_is_counted_is_what_is_held(moves):
    here, held = places(per_lane=4, in_all=6), []
    for enters, *where in moves:
        if enters and here.has_room_for(*where):
            enter(here, *where)
            held.append(where)
        elif not enters and where in held:
            here.leave(*where)
            held.remove(where)
    assert here.count == len(held) <= 6
    assert here.held_in_all() == Counter(key for _, key in held)
    told = {lane: Counter(key for where, key in held if where == lane) for lane in here.in_flight}
    assert here.held() == {lane: keys for lane, keys in told.items() if lane in here.shared}
    assert sum(here.in_flight.values()) == len(held)
    assert all(count <= 4 for count in here.in_flight.values())


@pytest.mark.parametrize(("per_lane", "tried"), [(1, {HOST: [SMALL, BIG]}), (2, {})])
async def test_where_a_lane_has_one_place_it_is_known_who_had_it_where_several_call(per_lane, tried):
    here = places(per_lane=per_lane)
    for lane, key_id in ((HOST, BIG), (HOST, SMALL), (HOST, BIG), (OTHER, BIG)):
        enter(here, lane, key_id)
        here.leave(lane, key_id)
    assert here.tried == tried
