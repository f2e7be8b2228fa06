"""A task or a delivery in a log line says which one it is, and nothing that its caller would not show."""

from datetime import UTC, datetime

from heliograph.domain.contract import Size
from heliograph.domain.delivery import Delivery, DeliveryId, Lane
from heliograph.domain.task import KeyId, Task, TaskId

SECRET = "between-us"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
TASK = Task(
    id=TaskId("t1"),
    key_id=KeyId("k"),
    prompt=SECRET,
    size=Size.SQUARE,
    variants=1,
    callback_url=f"https://a.example/?token={SECRET}",
    params=SECRET,
    created_at=NOW,
)
DELIVERY = Delivery(
    id=DeliveryId("msg_t1"),
    task_id=TASK.id,
    key_id=TASK.key_id,
    url=f"https://a.example/?token={SECRET}",
    lane=Lane("a.example"),
    body=SECRET.encode(),
    created_at=NOW,
    due_at=NOW,
)


def test_a_task_shows_its_id_but_neither_its_prompt_nor_its_url():
    assert "t1" in repr(TASK)
    assert SECRET not in repr(TASK)


def test_a_delivery_shows_its_id_and_host_but_neither_its_url_nor_its_body():
    assert "msg_t1" in repr(DELIVERY)
    assert "a.example" in repr(DELIVERY)
    assert SECRET not in repr(DELIVERY)
