"""What people see of callbacks and tasks: models for the description, and the same shapes made of what is stored."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import Field

from heliograph.domain.delivery import Delivery, Receipt
from heliograph.domain.records import TaskEvent
from heliograph.domain.task import Made, Task
from heliograph.web.wire import Wire

MILLISECONDS = "Milliseconds since the epoch"


class PhasesView(Wire):
    """Milliseconds; null where an attempt did not come to that, or used a connection that was open already."""

    dns_ms: float | None = Field(description="How long the look-up took")
    connect_ms: float | None = Field(description="How long connecting took; through a proxy, until the tunnel stood")
    tls_ms: float | None = Field(description="How long the TLS handshake took")
    first_byte_ms: float | None = Field(
        description="From the start of the attempt to the first byte of the answer, with all the others"
    )


class ReceiptView(Wire):
    """One attempt."""

    attempt: int
    started_at: int = Field(description=MILLISECONDS)
    ended_at: int = Field(description=MILLISECONDS)
    verdict: str = Field(description="delivered, retry or give_up")
    address: str | None = Field(description="The address that was dialled; `inbox` for an inbox of this server")
    phases: PhasesView
    status: int | None
    fault: str | None = Field(description="The class of what went wrong")
    diagnosis: str = Field(description="What went wrong and what helps, in one sentence")
    excerpt: str = Field(description="At most the first KB of the answer's body")
    bytes_read: int = Field(description="Behind the answer's headers, with the framing of chunks and with trailers")
    next_attempt_at: int | None = Field(description=MILLISECONDS)


class DeliveryView(Wire):
    """A callback that is or was owed."""

    id: str = Field(description="The webhook-id that the receiver sees")
    task_id: str
    url: str
    host: str
    state: str = Field(description="owed, sending, delivered, given_up or cancelled")
    attempts: int
    created_at: int = Field(description=MILLISECONDS)
    due_at: int | None = Field(description=f"{MILLISECONDS}; null when nothing more is due")
    ended_at: int | None = Field(description=MILLISECONDS)
    status: int | None = Field(description="Of the last attempt")
    fault: str | None = Field(description="Of the last attempt")


class DeliveryDetail(DeliveryView):
    """A callback with all its attempts, the oldest first."""

    receipts: list[ReceiptView]


class DeliveryPageView(Wire):
    """Callbacks, the newest first; ask again with `nextCursor` as `cursor` for those that follow."""

    items: list[DeliveryView]
    next_cursor: int | None


class ReplayView(Wire):
    """How many are owed again, how many were just being sent and are left alone, and until when they are spread."""

    replayed: int
    under_way: int
    due_until: int | None = Field(description=MILLISECONDS)


class EventView(Wire):
    """One entry of a task's timeline."""

    at: int = Field(description=MILLISECONDS)
    name: str
    detail: str
    reason: str | None = Field(description="Of an end without pictures: the `errorReason`")


class TaskView(Wire):
    """A task with its timeline and its callback."""

    task_id: str
    state: str = Field(description="queued, running, succeeded, failed or cancelled")
    prompt: str = Field(description="As it was submitted")
    prompt_used: str | None = Field(description="As it is drawn, with `isEnhance`; null until that is known")
    created_at: int = Field(description=MILLISECONDS)
    finished_at: int | None = Field(description=MILLISECONDS)
    tries: int
    progress: float
    preview_url: str | None = Field(description="What it looks like so far; gone with the end")
    generator: str = Field(description="That draws, or was the last to")
    model: str = Field(description="Of the generator, where it has several")
    seeds: list[int] = Field(description="That the pictures came from, one for each; empty where it has none")
    usage: dict[str, int] = Field(
        description="What they cost, in the provider's own terms; `enhancer_…` is for better words"
    )
    error_code: int | None
    error_reason: str | None = Field(description="A stable word for why, where one code has several reasons")
    error_message: str | None
    events: list[EventView]
    callbacks: list[DeliveryDetail]


def delivery_view(delivery: Delivery) -> dict[str, Any]:
    return {
        "id": delivery.id,
        "taskId": delivery.task_id,
        "url": delivery.url,
        "host": delivery.lane,
        "state": str(delivery.state),
        "attempts": delivery.attempt,
        "createdAt": milliseconds(delivery.created_at),
        "dueAt": None if delivery.state.is_end else milliseconds(delivery.due_at),
        "endedAt": milliseconds(delivery.ended_at),
        "status": delivery.last_status,
        "fault": delivery.last_fault and str(delivery.last_fault),
    }


def delivery_detail(delivery: Delivery, receipts: Sequence[Receipt]) -> dict[str, Any]:
    return delivery_view(delivery) | {"receipts": [receipt_view(receipt) for receipt in receipts]}


def receipt_view(receipt: Receipt) -> dict[str, Any]:
    answer, phases = receipt.answer, receipt.answer.phases
    return {
        "attempt": receipt.attempt,
        "startedAt": milliseconds(receipt.started_at),
        "endedAt": milliseconds(receipt.ended_at),
        "verdict": str(receipt.verdict),
        "address": answer.address,
        "phases": {
            "dnsMs": phases.dns_ms,
            "connectMs": phases.connect_ms,
            "tlsMs": phases.tls_ms,
            "firstByteMs": phases.first_byte_ms,
        },
        "status": answer.status,
        "fault": answer.fault and str(answer.fault),
        "diagnosis": answer.diagnosis,
        "excerpt": answer.excerpt,
        "bytesRead": answer.bytes_read,
        "nextAttemptAt": milliseconds(receipt.next_attempt_at),
    }


def task_view(
    task: Task,
    prompt_used: str | None,
    events: Sequence[TaskEvent],
    callbacks: Sequence[dict[str, Any]],
    *,
    preview_url: str | None,
) -> dict[str, Any]:
    made = task.made or Made()
    return {
        "taskId": task.id,
        "state": str(task.state),
        "prompt": task.prompt,
        "promptUsed": prompt_used,
        "createdAt": milliseconds(task.created_at),
        "finishedAt": milliseconds(task.finished_at),
        "tries": task.tries,
        "progress": task.progress,
        "previewUrl": preview_url,
        "generator": task.generator,
        "model": made.model,
        "seeds": list(made.seeds),
        "usage": dict(made.usage),
        "errorCode": int(task.failure.kind.code) if task.failure else None,
        "errorReason": reason_of(task),
        "errorMessage": task.failure.message if task.failure else None,
        "events": [_event_view(event, task) for event in events],
        "callbacks": list(callbacks),
    }


def reason_of(task: Task) -> str | None:
    """The stable word for why a task has ended without pictures."""
    return str(task.failure.kind) if task.failure else None


def _event_view(event: TaskEvent, task: Task) -> dict[str, Any]:
    reason = reason_of(task) if event.name == str(task.state) else None
    return {"at": milliseconds(event.at), "name": event.name, "detail": event.detail, "reason": reason}


def milliseconds(moment: datetime | None) -> int | None:
    """Since the epoch, as everywhere on the wire."""
    return None if moment is None else round(moment.timestamp() * 1000)
