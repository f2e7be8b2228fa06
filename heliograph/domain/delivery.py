"""A delivery: one callback that is owed to one receiver, with its attempts and their receipts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, NewType
from urllib.parse import urlsplit

from heliograph.domain.errors import IllegalTransition
from heliograph.domain.task import Owner, TaskId
from heliograph.domain.verdict import Answer, Verdict

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
        return not DELIVERY_WAYS[self]


DELIVERY_WAYS: Mapping[DeliveryState, frozenset[DeliveryState]] = {
    DeliveryState.OWED: frozenset({DeliveryState.SENDING, DeliveryState.CANCELLED}),
    DeliveryState.SENDING: frozenset({DeliveryState.DELIVERED, DeliveryState.GIVEN_UP, DeliveryState.OWED}),
    DeliveryState.DELIVERED: frozenset(),
    DeliveryState.GIVEN_UP: frozenset(),
    DeliveryState.CANCELLED: frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A callback that is owed.

    `id` is also the `webhook-id` that the receiver sees, the same on every attempt. `body` is UTF-8 text. `attempt`
    counts the attempts that were recorded, `repeats` how often a delivered callback is sent again (rehearsals only).
    """

    id: DeliveryId
    task_id: TaskId
    url: str = field(repr=False)
    lane: Lane
    body: bytes = field(repr=False)
    due_at: datetime
    state: DeliveryState = DeliveryState.OWED
    owner: Owner | None = None
    attempt: int = 0
    repeats: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What one attempt came to; only ever written, never read to decide."""

    delivery_id: DeliveryId
    attempt: int
    started_at: datetime
    ended_at: datetime
    answer: Answer
    verdict: Verdict
    next_attempt_at: datetime | None


def lane_of(url: str) -> Lane:
    """The lane of a URL: its host, without the port, in lower case."""
    return Lane((urlsplit(url).hostname or "").rstrip("."))


def sending(delivery: Delivery, *, owner: Owner) -> Delivery:
    """A dispatcher takes the delivery for one attempt."""
    return _moved(delivery, DeliveryState.SENDING, owner=owner)


def handed_back(delivery: Delivery) -> Delivery:
    """The dispatcher is gone or stops before the attempt was recorded: the delivery is owed as before."""
    return _moved(delivery, DeliveryState.OWED, owner=None)


def settled(delivery: Delivery, verdict: Verdict, *, next_attempt_at: datetime | None, at: datetime) -> Delivery:
    """One attempt is over. `next_attempt_at` is given for, and only for, a retry."""
    attempt = delivery.attempt + 1
    match verdict:
        case Verdict.DELIVERED if delivery.repeats:
            repeats = delivery.repeats - 1
            return _moved(delivery, DeliveryState.OWED, owner=None, attempt=attempt, repeats=repeats, due_at=at)
        case Verdict.DELIVERED:
            return _moved(delivery, DeliveryState.DELIVERED, owner=None, attempt=attempt)
        case Verdict.GIVE_UP:
            return _moved(delivery, DeliveryState.GIVEN_UP, owner=None, attempt=attempt)
        case Verdict.RETRY:
            return _moved(delivery, DeliveryState.OWED, owner=None, attempt=attempt, due_at=next_attempt_at or at)


def _moved(delivery: Delivery, state: DeliveryState, **also: Any) -> Delivery:
    if state not in DELIVERY_WAYS[delivery.state]:
        raise IllegalTransition(f"delivery {delivery.id} is {delivery.state}: it cannot become {state}")
    return replace(delivery, state=state, **also)
