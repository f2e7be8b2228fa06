"""Sample tasks, deliveries and receipts: valid ones, of which a test names only what it is about."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from heliograph.domain.contract import Size
from heliograph.domain.delivery import Delivery, DeliveryId, Lane, Receipt
from heliograph.domain.records import Settlement, TaskEnd
from heliograph.domain.signature import SigningKey, SigningSecret
from heliograph.domain.task import BlobName, Failure, FailureKind, KeyId, Made, Owner, Task, TaskId, failed, succeeded
from heliograph.domain.trace import TraceContext
from heliograph.domain.verdict import Answer, Fault, Verdict

NOW = datetime(2026, 1, 1, tzinfo=UTC)
DAY = 86_400.0
"""In seconds."""
US = Owner("us")
THEM = Owner("them")
URL = "https://receiver.example/callback"
LANE = Lane("receiver.example")
SECRET = SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
KEY = SigningKey.parse("whsk_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
OTHER_SECRET = SigningSecret.parse("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
MADE = Made(model="a-model", seeds=(7, 8), usage={"output_tokens": 1056})
FAILURE = Failure(FailureKind.FAILED, "Failed to generate image")

TRACE = TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", "01", "vendor=1")

_numbers = count(1)


def set_age(path, moment):
    """Have a file written at that moment."""
    os.utime(path, (moment.timestamp(), moment.timestamp()))


def later(**duration: float) -> datetime:
    return NOW + timedelta(**duration)


def task_id(number: int) -> TaskId:
    return TaskId(f"{number:032x}")


def a_task(number: int | None = None, **fields) -> Task:
    task = Task(
        id=task_id(next(_numbers) if number is None else number),
        key_id=KeyId("key"),
        prompt="a lighthouse",
        size=Size.SQUARE,
        variants=1,
        callback_url=URL,
        params='{"prompt":"a lighthouse"}',
        created_at=NOW,
    )
    return replace(task, **fields)


def a_delivery(task: Task, **fields) -> Delivery:
    delivery = Delivery(
        id=DeliveryId(f"msg_{task.id}"),
        task_id=task.id,
        key_id=task.key_id,
        url=URL,
        lane=LANE,
        body=b'{"code":200}',
        created_at=NOW,
        due_at=NOW,
    )
    return delivery._replace(**fields)


def a_receipt(delivery: Delivery, **fields) -> Receipt:
    receipt = Receipt(
        delivery_id=delivery.id,
        attempt=delivery.attempt + 1,
        started_at=NOW,
        ended_at=later(seconds=1),
        answer=Answer(status=200),
        verdict=Verdict.DELIVERED,
        next_attempt_at=None,
    )
    return receipt._replace(**fields)


def success(
    task: Task, *, delivery: Delivery | None = None, at: datetime = NOW, days: float = 14, note: str = ""
) -> TaskEnd:
    after = succeeded(task, (BlobName(f"{task.id}_1.png"),), at=at, made=MADE)
    return TaskEnd(before=task, after=after, delivery=delivery, images_until=at + timedelta(days=days), note=note)


def failure(task: Task, *, delivery: Delivery | None = None, at: datetime = NOW) -> TaskEnd:
    return TaskEnd(before=task, after=failed(task, FAILURE, at=at), delivery=delivery)


def settlement(before: Delivery, after: Delivery, **receipt_fields) -> Settlement:
    return Settlement(before=before, after=after, receipt=a_receipt(before, **receipt_fields))


FINE = Answer(status=200)
REFUSED = Answer(status=503, fault=Fault.SERVER_FAULT, diagnosis="answered 503")
