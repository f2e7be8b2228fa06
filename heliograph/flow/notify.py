"""Notify: one attempt at one delivery."""

from collections.abc import Sequence

from heliograph.domain.contract import success_callback
from heliograph.domain.delivery import Delivery, DeliveryId, Receipt, lane_of
from heliograph.domain.signature import Secret, signed_headers
from heliograph.domain.task import KeyId, TaskId
from heliograph.domain.trace import TraceContext
from heliograph.domain.verdict import Answer, judge
from heliograph.ports import Clock, Sender, Tracer

SAMPLE_PICTURE = "https://example.com/sample.png"
"""What a sample callback names as its picture; there is none."""


async def notify(
    delivery: Delivery, *, sender: Sender, secrets: Sequence[Secret], clock: Clock, trace: TraceContext | None
) -> Answer:
    """POST the delivery's bytes as they are, signed afresh; `trace` is that of this attempt alone."""
    headers = {
        "Content-Type": "application/json",
        **signed_headers(
            webhook_id=delivery.id,
            task_id=delivery.task_id,
            timestamp=int(clock.wall().timestamp()),
            body=delivery.body,
            secrets=secrets,
        ),
        **(trace.headers() if trace else {}),
    }
    return await sender.post(delivery.url, body=delivery.body, headers=headers)


async def try_out(
    url: str,
    *,
    task_id: TaskId,
    key_id: KeyId,
    trace: TraceContext | None,
    sender: Sender,
    secrets: Sequence[Secret],
    clock: Clock,
    tracer: Tracer,
) -> Receipt:
    """One attempt with a signed sample, as if that task had just succeeded; nothing of it is stored."""
    began = clock.now()
    sample = Delivery(
        id=DeliveryId(f"msg_test_{task_id}"),
        task_id=task_id,
        key_id=key_id,
        url=url,
        lane=lane_of(url),
        body=success_callback(task_id, [SAMPLE_PICTURE]),
        created_at=began,
        due_at=began,
        trace=trace,
    )
    with tracer.attempting(sample) as span:
        answer = await notify(sample, sender=sender, secrets=secrets, clock=clock, trace=span.trace)
        receipt = _receipt(sample, answer, clock)
        span.came_to(receipt)
    return receipt


def _receipt(sample: Delivery, answer: Answer, clock: Clock) -> Receipt:
    return Receipt(
        delivery_id=sample.id,
        attempt=1,
        started_at=sample.created_at,
        ended_at=clock.now(),
        answer=answer,
        verdict=judge(answer, attempt=1, attempts_allowed=1),
        next_attempt_at=None,
    )
