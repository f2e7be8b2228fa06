from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heliograph.domain.delivery import DELIVERY_WAYS, DeliveryState, handed_back, lane_of, replayed, sending, settled
from heliograph.domain.errors import IllegalTransition
from heliograph.domain.verdict import Verdict
from tests.samples import FINE, US, a_delivery, a_task, later

OWED, SENDING, DELIVERED, GIVEN_UP, CANCELLED = DeliveryState
VERBS = {
    "sending": (SENDING, lambda delivery: sending(delivery, owner=US)),
    "handed_back": (OWED, handed_back),
    "settled as delivered": (
        DELIVERED,
        lambda d: settled(d, FINE, Verdict.DELIVERED, next_attempt_at=None, at=later()),
    ),
    "settled as given up": (GIVEN_UP, lambda d: settled(d, FINE, Verdict.GIVE_UP, next_attempt_at=None, at=later())),
    "settled as retry": (OWED, lambda d: settled(d, FINE, Verdict.RETRY, next_attempt_at=later(seconds=9), at=later())),
}
LEGAL = {(OWED, SENDING), (SENDING, OWED), (SENDING, DELIVERED), (SENDING, GIVEN_UP)}


@pytest.mark.parametrize(("before", "verb"), [*product(DeliveryState, VERBS)])
def test_a_delivery_goes_the_legal_ways_and_no_other(before, verb):
    after, do = VERBS[verb]
    delivery = a_delivery(a_task(), state=before)
    if (before, after) in LEGAL:
        assert do(delivery).state is after
    else:
        with pytest.raises(IllegalTransition, match=f"delivery {delivery.id} is {before}: "):
            do(delivery)


@pytest.mark.parametrize("state", DeliveryState)
def test_an_end_is_a_state_that_nothing_leaves_by_itself(state):
    assert state.is_end == (state in {DELIVERED, GIVEN_UP, CANCELLED})
    assert state.is_end == (not DELIVERY_WAYS[state] - {OWED})


def test_every_state_has_its_ways_written_down():
    assert set(DELIVERY_WAYS) == set(DeliveryState)


def test_a_delivery_that_is_sent_has_an_owner_and_no_attempt_more():
    delivery = sending(a_delivery(a_task(), attempt=2), owner=US)
    assert (delivery.owner, delivery.attempt) == (US, 2)


def test_a_delivery_that_is_handed_back_is_owed_as_before():
    before = a_delivery(a_task(), attempt=2, repeats=1)
    assert handed_back(sending(before, owner=US)) == before


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_counts_the_attempt_and_takes_the_owner_off(verdict):
    delivery = settled(_held(attempt=1), FINE, verdict, next_attempt_at=later(seconds=9), at=later())
    assert (delivery.owner, delivery.attempt) == (None, 2)


def test_a_retry_is_due_when_it_was_told_to_be():
    delivery = settled(_held(), FINE, Verdict.RETRY, next_attempt_at=later(seconds=9), at=later(seconds=1))
    assert delivery.due_at == later(seconds=9)


def test_a_repeat_is_owed_again_at_once_until_none_is_left():
    once = settled(_held(repeats=1), FINE, Verdict.DELIVERED, next_attempt_at=None, at=later(seconds=5))
    assert (once.state, once.repeats, once.due_at) == (OWED, 0, later(seconds=5))
    twice = settled(sending(once, owner=US), FINE, Verdict.DELIVERED, next_attempt_at=None, at=later(seconds=6))
    assert twice.state is DELIVERED


def test_what_is_given_up_is_not_repeated():
    assert settled(_held(repeats=3), FINE, Verdict.GIVE_UP, next_attempt_at=None, at=later()).state is GIVEN_UP


@given(st.lists(st.sampled_from(sorted(VERBS)), max_size=12))
def test_on_any_way_id_body_and_url_stay_the_same(verbs):
    first = delivery = a_delivery(a_task(), repeats=2)
    for verb in verbs:
        try:
            delivery = VERBS[verb][1](delivery)
        except IllegalTransition:
            continue
        assert (delivery.id, delivery.body, delivery.url, delivery.lane) == (
            first.id,
            first.body,
            first.url,
            first.lane,
        )
        assert (delivery.owner is not None) == (delivery.state is SENDING)


@pytest.mark.parametrize(
    ("url", "lane"),
    [
        ("https://Receiver.Example/callback", "receiver.example"),
        ("https://receiver.example.:8443/", "receiver.example"),
        ("http://user:word@receiver.example/x?y#z", "receiver.example"),
        ("http://[2001:DB8::1]:80/", "2001:db8::1"),
        ("http://192.0.2.7:9000", "192.0.2.7"),
        ("http://bücher.invalid/", "xn--bcher-kva.invalid"),
        ("http://XN--BCHER-KVA.invalid./", "xn--bcher-kva.invalid"),
        ("http://straße.invalid/", "xn--strae-oqa.invalid"),
        ("http://127.1:18500/", "127.0.0.1"),
        ("http://0x7F000001/", "127.0.0.1"),
        ("http://\uff11\uff12\uff17.1/", "127.0.0.1"),
        ("http://[2001:db8:0:0:0:0:0:1]/", "2001:db8::1"),
        ("not a url", ""),
        ("http://[a/", ""),
        ("http://1.2.3.4.5/", ""),
    ],
)
def test_a_lane_is_the_host_as_it_is_dialled_without_the_port(url, lane):
    assert lane_of(url) == lane


def test_the_body_is_not_shown_in_a_log_line():
    assert "code" not in repr(a_delivery(a_task()))


def _held(**fields):
    return sending(a_delivery(a_task(), **fields), owner=US)


@pytest.mark.parametrize("state", [DELIVERED, GIVEN_UP])
def test_a_replay_of_an_ended_delivery_owes_it_anew_with_all_its_attempts(state):
    ended = a_delivery(a_task(), state=state, attempt=4, ended_at=later())
    again = replayed(ended, due_at=later(seconds=1))
    assert (again.state, again.due_at, again.ended_at) == (OWED, later(seconds=1), None)
    assert (again.attempt, again.attempt_in_round) == (4, 1)


def test_a_replay_of_an_owed_delivery_makes_it_due_sooner_and_counts_on():
    waiting = a_delivery(a_task(), attempt=2, due_at=later(seconds=60))
    assert replayed(waiting, due_at=later(seconds=1)) == a_delivery(
        a_task(), id=waiting.id, task_id=waiting.task_id, attempt=2, due_at=later(seconds=1)
    )
    assert replayed(waiting, due_at=later(seconds=90)) == waiting


@pytest.mark.parametrize("state", [SENDING, CANCELLED])
def test_what_is_being_sent_or_was_cancelled_is_not_replayed(state):
    with pytest.raises(IllegalTransition, match=f"is {state}: it cannot become owed"):
        replayed(a_delivery(a_task(), state=state), due_at=later())
