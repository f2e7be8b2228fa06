"""Notify: one attempt at one delivery."""

from collections.abc import Sequence

from heliograph.domain.delivery import Delivery
from heliograph.domain.signature import SigningSecret, signed_headers
from heliograph.domain.verdict import Answer
from heliograph.ports import Clock, Sender


async def notify(delivery: Delivery, *, sender: Sender, secrets: Sequence[SigningSecret], clock: Clock) -> Answer:
    """POST the delivery's bytes as they are, signed afresh."""
    headers = {
        "Content-Type": "application/json",
        **signed_headers(
            webhook_id=delivery.id,
            task_id=delivery.task_id,
            timestamp=int(clock.now().timestamp()),
            body=delivery.body,
            secrets=secrets,
        ),
    }
    return await sender.post(delivery.url, body=delivery.body, headers=headers)
