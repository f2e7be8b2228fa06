"""A delivery: one callback that is owed to one receiver, with its attempts and their receipts."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple, NewType

from heliograph.domain.errors import IllegalTransition
from heliograph.domain.host import host_of
from heliograph.domain.task import KeyId, Owner, TaskId
from heliograph.domain.trace import TraceContext
from heliograph.domain.verdict import Answer, Fault, Verdict

DeliveryId = NewType("DeliveryId", str)
Lane = NewType("Lane", str)
"""The receiver's host: what one bad receiver can fill, and nothing more."""


class DeliveryState(StrEnum):
    OWED = "owed"
    SENDING = "sending"
    DELIVERED = "delivered"
    GIVEN_UP = "given_up"
    CANCELLED = "cancelled"

    @property
    def is_end(self) -> bool:
        return self not in (DeliveryState.OWED, DeliveryState.SENDING)


DELIVERY_WAYS: Mapping[DeliveryState, frozenset[DeliveryState]] = {
    DeliveryState.OWED: frozenset({DeliveryState.SENDING, DeliveryState.CANCELLED}),
    DeliveryState.SENDING: frozenset({DeliveryState.DELIVERED, DeliveryState.GIVEN_UP, DeliveryState.OWED}),
    DeliveryState.DELIVERED: frozenset({DeliveryState.OWED}),
    DeliveryState.GIVEN_UP: frozenset({DeliveryState.OWED}),
    DeliveryState.CANCELLED: frozenset(),
}


class Delivery(NamedTuple):
    """A callback that is owed.

    `id` is also the `webhook-id` that the receiver sees, the same on every attempt. `body` is UTF-8 text. `attempt`
    counts the attempts that were recorded, `attempts_before` those of them that were made before the last replay, and
    `repeats` how often a delivered callback is sent again (rehearsals only). `last_status` and `last_fault` are those
    of the last attempt, `trace` is the task's.

    A tuple, as are `Receipt` and `Answer`: every attempt makes some of each, and a frozen dataclass with as many fields
    takes three times as long to make.
    """

    id: DeliveryId
    task_id: TaskId
    key_id: KeyId
    url: str
    lane: Lane
    body: bytes
    created_at: datetime
    due_at: datetime
    state: DeliveryState = DeliveryState.OWED
    owner: Owner | None = None
    attempt: int = 0
    attempts_before: int = 0
    repeats: int = 0
    ended_at: datetime | None = None
    last_status: int | None = None
    last_fault: Fault | None = None
    trace: TraceContext | None = None

    @property
    def attempt_in_round(self) -> int:
        """The number of the next attempt, counted from 1 at the first one or at the last replay."""
        return self.attempt - self.attempts_before + 1

    def __repr__(self) -> str:
        """Without the URL and the body, which may hold secrets."""
        return f"Delivery(id={self.id!r}, lane={self.lane!r}, state={self.state!r}, attempt={self.attempt!r})"


class Receipt(NamedTuple):
    """What one attempt came to; only ever written, never read to decide."""

    delivery_id: DeliveryId
    attempt: int
    started_at: datetime
    ended_at: datetime
    answer: Answer
    verdict: Verdict
    next_attempt_at: datetime | None


def lane_of(url: str) -> Lane:
    """The lane of a URL: its host, as it is dialled, without the port; "" for what cannot be called."""
    try:
        return Lane(host_of(url))
    except ValueError:
        return Lane("")


def sending(delivery: Delivery, *, owner: Owner) -> Delivery:
    """A dispatcher takes the delivery for one attempt."""
    return _moved(delivery, DeliveryState.SENDING, owner=owner)


def handed_back(delivery: Delivery) -> Delivery:
    """The dispatcher is gone or stops before the attempt was recorded: the delivery is owed as before."""
    _check_held(delivery)
    return _moved(delivery, DeliveryState.OWED, owner=None)


def settled(
    delivery: Delivery, answer: Answer, verdict: Verdict, *, next_attempt_at: datetime | None, at: datetime
) -> Delivery:
    """One attempt is over. `next_attempt_at` is given for, and only for, a retry."""
    state, due_at, repeats = DeliveryState.OWED, delivery.due_at, delivery.repeats
    match verdict:
        case Verdict.DELIVERED if repeats:
            due_at, repeats = at, repeats - 1
        case Verdict.DELIVERED:
            state = DeliveryState.DELIVERED
        case Verdict.GIVE_UP:
            state = DeliveryState.GIVEN_UP
        case Verdict.RETRY:
            due_at = next_attempt_at or at
    _check_held(delivery)
    return delivery._replace(
        state=state,
        owner=None,
        attempt=delivery.attempt + 1,
        repeats=repeats,
        due_at=due_at,
        ended_at=None if state is DeliveryState.OWED else at,
        last_status=answer.status,
        last_fault=answer.fault,
    )


def replayed(delivery: Delivery, *, due_at: datetime) -> Delivery:
    """A person wants it sent again: an ended one gets all its attempts anew, one that is owed is only due sooner.

    Raises `IllegalTransition` for one that is being sent at this moment, or that was cancelled.
    """
    if delivery.state is DeliveryState.SENDING:
        raise IllegalTransition(f"delivery {delivery.id} is sending: it cannot become owed by hand")
    if delivery.state is DeliveryState.OWED:
        return delivery._replace(due_at=min(delivery.due_at, due_at))
    return _moved(delivery, DeliveryState.OWED, due_at=due_at, ended_at=None, attempts_before=delivery.attempt)


def _check_held(delivery: Delivery) -> None:
    if delivery.state is not DeliveryState.SENDING:
        raise IllegalTransition(f"delivery {delivery.id} is {delivery.state}: nobody is sending it")


def _moved(delivery: Delivery, state: DeliveryState, **also: Any) -> Delivery:
    if state not in DELIVERY_WAYS[delivery.state]:
        raise IllegalTransition(f"delivery {delivery.id} is {delivery.state}: it cannot become {state}")
    return delivery._replace(state=state, **also)
