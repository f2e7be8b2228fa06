"""Settle: an answer becomes a verdict, a receipt, and the next attempt if there is one."""

from collections.abc import Callable
from datetime import datetime

from heliograph.domain.delivery import Delivery, Receipt, settled
from heliograph.domain.records import Settlement
from heliograph.domain.schedule import Schedule, asked_wait_seconds, next_attempt_at
from heliograph.domain.verdict import Answer, Verdict, judge
from heliograph.ports import Clock


def settle(
    delivery: Delivery,
    answer: Answer,
    *,
    started_at: datetime,
    schedule: Schedule,
    clock: Clock,
    chance: Callable[[], float],
) -> Settlement:
    """What the attempt that began at `started_at` comes to; `chance` gives numbers from 0 to 1 for the jitter."""
    now, attempt = clock.now(), delivery.attempt_in_round
    verdict = judge(answer, attempt=attempt, attempts_allowed=schedule.attempts_allowed)
    next_at = None
    if verdict is Verdict.RETRY:
        asked = asked_wait_seconds(schedule, answer.retry_after, now=clock.wall())
        next_at = next_attempt_at(schedule, attempt=attempt, now=now, chance=chance(), asked_seconds=asked)
    receipt = Receipt(
        delivery_id=delivery.id,
        attempt=delivery.attempt + 1,
        started_at=started_at,
        ended_at=now,
        answer=answer,
        verdict=verdict,
        next_attempt_at=next_at,
    )
    after = settled(delivery, answer, verdict, next_attempt_at=next_at, at=now)
    return Settlement(before=delivery, after=after, receipt=receipt)
