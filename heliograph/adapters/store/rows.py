"""How deliveries, receipts and arrivals lie in rows, and how they come back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from heliograph.domain.delivery import Delivery, DeliveryId, DeliveryState, Receipt
from heliograph.domain.inbox import Arrival, Behaviour, InboxName
from heliograph.domain.records import Census, StoredSecret
from heliograph.domain.trace import TraceContext
from heliograph.domain.verdict import Answer, Fault, Phases, Verdict

Row = Mapping[str, Any]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STATES = {str(state): state for state in DeliveryState}


def to_ms(moment: datetime) -> int:
    """Whole milliseconds since the epoch."""
    since = moment - _EPOCH
    return (since.days * 86400 + since.seconds) * 1000 + since.microseconds // 1000


def from_ms(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)


def ms_or_none(moment: datetime | None) -> int | None:
    return None if moment is None else to_ms(moment)


def moment_or_none(ms: int | None) -> datetime | None:
    return None if ms is None else from_ms(ms)


def trace_values(trace: TraceContext | None) -> tuple[str | None, str | None]:
    return (trace.parent, trace.state or None) if trace else (None, None)


DELIVERY_COLUMNS = (
    "id, task_id, key_id, url, lane, created_at, state, owner, attempt, attempts_before, repeats, due_at, ended_at, "
    "last_status, last_fault, trace_parent, trace_state"
)
STANDING_COLUMNS = "state, owner, attempt, attempts_before, repeats, due_at, ended_at, last_status, last_fault"
"""The columns of a delivery that an attempt or a replay changes."""


def delivery_values(delivery: Delivery) -> tuple[Any, ...]:
    """In the order of `DELIVERY_COLUMNS`."""
    return (
        delivery.id,
        delivery.task_id,
        delivery.key_id,
        delivery.url,
        delivery.lane,
        to_ms(delivery.created_at),
        *_standing(delivery),
        *trace_values(delivery.trace),
    )


def standing_values(delivery: Delivery) -> tuple[Any, ...]:
    """The id, and the values of `STANDING_COLUMNS`."""
    return (delivery.id, *_standing(delivery))


def _standing(delivery: Delivery) -> tuple[Any, ...]:
    return (
        str(delivery.state),
        delivery.owner,
        delivery.attempt,
        delivery.attempts_before,
        delivery.repeats,
        to_ms(delivery.due_at),
        ms_or_none(delivery.ended_at),
        delivery.last_status,
        str(delivery.last_fault) if delivery.last_fault else None,
    )


def delivery_from(values: Sequence[Any]) -> Delivery:
    """From the values of `DELIVERY_COLUMNS` and the body."""
    (
        id_, task_id, key_id, url, lane, created_at, state, owner, attempt, attempts_before, repeats, due_at, ended_at,
        last_status, last_fault, trace_parent, trace_state, body,
    ) = values  # fmt: skip
    # By place, which takes two thirds of the time: every claim makes hundreds.
    return Delivery(
        id_,
        task_id,
        key_id,
        url,
        lane,
        body.encode(),
        from_ms(created_at),
        from_ms(due_at),
        _STATES[state],
        owner,
        attempt,
        attempts_before,
        repeats,
        moment_or_none(ended_at),
        last_status,
        Fault(last_fault) if last_fault else None,
        TraceContext.parse(trace_parent, trace_state) if trace_parent else None,
    )


RECEIPT_COLUMNS = (
    "delivery_id, attempt, started_at, ended_at, verdict, next_attempt_at, status, fault, diagnosis, address, dns_ms, "
    "connect_ms, tls_ms, first_byte_ms, retry_after, bytes_read, excerpt"
)


def receipt_values(receipt: Receipt) -> tuple[Any, ...]:
    """In the order of `RECEIPT_COLUMNS`."""
    answer = receipt.answer
    return (
        receipt.delivery_id,
        receipt.attempt,
        to_ms(receipt.started_at),
        to_ms(receipt.ended_at),
        str(receipt.verdict),
        ms_or_none(receipt.next_attempt_at),
        answer.status,
        str(answer.fault) if answer.fault else None,
        _storable(answer.diagnosis),
        _storable(answer.address),
        answer.phases.dns_ms,
        answer.phases.connect_ms,
        answer.phases.tls_ms,
        answer.phases.first_byte_ms,
        _storable(answer.retry_after),
        answer.bytes_read,
        answer.excerpt,
    )


def _storable(text: str | None) -> str | None:
    # What a receiver says in a header may hold lone surrogates: no byte of it may keep a receipt from being written.
    return None if text is None else text.encode(errors="backslashreplace").decode()


def receipt_from(row: Row) -> Receipt:
    phases = Phases(
        dns_ms=row["dns_ms"],
        connect_ms=row["connect_ms"],
        tls_ms=row["tls_ms"],
        first_byte_ms=row["first_byte_ms"],
    )
    answer = Answer(
        status=row["status"],
        fault=Fault(row["fault"]) if row["fault"] else None,
        diagnosis=row["diagnosis"],
        address=row["address"],
        phases=phases,
        retry_after=row["retry_after"],
        bytes_read=row["bytes_read"],
        excerpt=row["excerpt"],
    )
    return Receipt(
        delivery_id=DeliveryId(row["delivery_id"]),
        attempt=row["attempt"],
        started_at=from_ms(row["started_at"]),
        ended_at=from_ms(row["ended_at"]),
        answer=answer,
        verdict=Verdict(row["verdict"]),
        next_attempt_at=moment_or_none(row["next_attempt_at"]),
    )


def census_from(counts: Sequence[Any]) -> Census:
    """From the tasks queued and running, the deliveries owed and sending, the oldest due and the oldest owed."""
    queued, running, owed, sending, oldest_due, oldest_owed = counts
    return Census(
        tasks_queued=queued,
        tasks_running=running,
        deliveries_owed=owed,
        deliveries_sending=sending,
        oldest_due_at=moment_or_none(oldest_due),
        oldest_owed_at=moment_or_none(oldest_owed),
    )


ARRIVAL_COLUMNS = "inbox, at, headers, body, signatures"


def arrival_values(arrival: Arrival) -> tuple[Any, ...]:
    """In the order of `ARRIVAL_COLUMNS`."""
    headers, signatures = json.dumps(arrival.headers), json.dumps(arrival.signatures)
    return (arrival.inbox, to_ms(arrival.at), headers, arrival.body, signatures)


def arrival_from(row: Row) -> Arrival:
    return Arrival(
        inbox=InboxName(row["inbox"]),
        at=from_ms(row["at"]),
        headers=tuple((name, value) for name, value in json.loads(row["headers"])),
        body=row["body"],
        signatures=tuple((name, verifies) for name, verifies in json.loads(row["signatures"])),
    )


def behaviour_text(behaviour: Behaviour) -> str:
    return json.dumps(asdict(behaviour))


def behaviour_from(text: str) -> Behaviour:
    return Behaviour(**json.loads(text))


def secret_from(row: Row) -> StoredSecret:
    return StoredSecret(text=row["text"], created_at=from_ms(row["created_at"]), ends_at=moment_or_none(row["ends_at"]))


def first_of_each(ids: Sequence[str], held: set[int]) -> set[int]:
    """Of the places that are held, the first of each id: of two who settle one thing in one batch, one does."""
    first: dict[str, int] = {}
    for place in sorted(held):
        first.setdefault(ids[place], place)
    return set(first.values())
