"""The tables, for both engines. Moments are whole milliseconds since the epoch; ids are text."""

from typing import Any

from sqlalchemy import BigInteger, Column, Double, Float, Index, LargeBinary, MetaData, Table, Text, text
from sqlalchemy import Integer as PlainInteger

metadata = MetaData()

Integer = PlainInteger().with_variant(BigInteger(), "postgresql")
Real = Float().with_variant(Double(), "postgresql")
Id = Text().with_variant(Text(collation="C"), "postgresql")
"""Compared byte by byte, whatever language the database was made for."""


def _where(condition: str) -> dict[str, Any]:
    """For a partial index, which is partial on both engines."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


task = Table(
    "task",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Id, nullable=False, unique=True),
    Column("key_id", Id, nullable=False),
    Column("state", Id, nullable=False),
    Column("owner", Id),
    Column("tries", Integer, nullable=False),
    Column("progress", Real, nullable=False),
    Column("prompt", Text, nullable=False),
    Column("size", Text, nullable=False),
    Column("variants", Integer, nullable=False),
    Column("callback_url", Text),
    Column("params", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("finished_at", Integer),
    Column("images", Text, nullable=False),
    Column("failure_kind", Text),
    Column("failure_message", Text),
    Column("trace_parent", Text),
    Column("trace_state", Text),
    Column("seed", Integer),
    Column("fallback", Text, nullable=False, server_default=""),
    Column("queue", Id, nullable=False, server_default=""),
    Column("due_at", Integer),
    Column("retries", Integer, nullable=False, server_default="0"),
    Column("settled_tries", Integer, nullable=False, server_default="0"),
    Column("generator", Text, nullable=False, server_default=""),
    Column("preview", Integer, nullable=False, server_default="0"),
    Column("made", Text),
)
# Partial indexes hold only what is open, so that a million finished tasks make no claim slower.
Index("task_open", task.c.state, task.c.created_at, **_where("finished_at IS NULL"))
Index("task_queue", task.c.queue, task.c.created_at, **_where("state = 'queued'"))
Index("task_finished", task.c.finished_at, **_where("finished_at IS NOT NULL"))

task_event = Table(
    "task_event",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("task_id", Id, nullable=False, index=True),
    Column("at", Integer, nullable=False),
    Column("name", Id, nullable=False),
    Column("detail", Text, nullable=False),
)

task_prompt = Table(
    "task_prompt",
    metadata,
    Column("task_id", Id, primary_key=True),
    Column("prompt", Text, nullable=False),
)

preview = Table(
    "preview",
    metadata,
    Column("task_id", Id, primary_key=True),
    Column("image", LargeBinary, nullable=False),
)

delivery = Table(
    "delivery",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Id, nullable=False, unique=True),
    Column("task_id", Id, nullable=False, index=True),
    Column("key_id", Id, nullable=False),
    Column("url", Text, nullable=False),
    Column("lane", Id, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("state", Id, nullable=False),
    Column("owner", Id),
    Column("attempt", Integer, nullable=False),
    Column("attempts_before", Integer, nullable=False),
    Column("repeats", Integer, nullable=False),
    Column("due_at", Integer, nullable=False),
    Column("ended_at", Integer),
    Column("last_status", Integer),
    Column("last_fault", Id),
    Column("trace_parent", Text),
    Column("trace_state", Text),
)
Index("delivery_due", delivery.c.due_at, delivery.c.lane, delivery.c.key_id, **_where("state = 'owed'"))
Index("delivery_lane", delivery.c.lane, delivery.c.key_id, delivery.c.due_at, **_where("state = 'owed'"))
Index("delivery_open", delivery.c.created_at, **_where("state IN ('owed', 'sending')"))
Index("delivery_held", delivery.c.owner, **_where("state = 'sending'"))
# For people. The row number is the last part of every index: each gives the newest first without sorting.
Index("delivery_key", delivery.c.key_id)
Index("delivery_host", delivery.c.lane)
Index("delivery_given_up", delivery.c.key_id, **_where("state = 'given_up'"))
Index("delivery_fault", delivery.c.last_fault, **_where("last_fault IS NOT NULL"))

delivery_body = Table(
    "delivery_body",
    metadata,
    Column("delivery_id", Id, primary_key=True),
    Column("body", Text, nullable=False),
)

receipt = Table(
    "receipt",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("delivery_id", Id, nullable=False, index=True),
    Column("attempt", Integer, nullable=False),
    Column("started_at", Integer, nullable=False),
    Column("ended_at", Integer, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("next_attempt_at", Integer),
    Column("status", Integer),
    Column("fault", Text),
    Column("diagnosis", Text, nullable=False),
    Column("address", Text),
    Column("dns_ms", Real),
    Column("connect_ms", Real),
    Column("tls_ms", Real),
    Column("first_byte_ms", Real),
    Column("retry_after", Text),
    Column("bytes_read", Integer, nullable=False),
    Column("excerpt", Text, nullable=False),
)

blob = Table(
    "blob",
    metadata,
    Column("name", Id, primary_key=True),
    Column("task_id", Id, nullable=False, index=True),
    Column("expires_at", Integer, nullable=False, index=True),
)

lease = Table(
    "lease",
    metadata,
    Column("owner", Id, primary_key=True),
    Column("until", Integer, nullable=False),
)

api_key = Table(
    "api_key",
    metadata,
    Column("id", Id, primary_key=True),
    Column("created_at", Integer, nullable=False),
)

secret = Table(
    "secret",
    metadata,
    Column("name", Id, primary_key=True),
    Column("value", Text, nullable=False),
)

signing_secret = Table(
    "signing_secret",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("text", Text, nullable=False, unique=True),
    Column("created_at", Integer, nullable=False),
    Column("ends_at", Integer),
)

inbox_arrival = Table(
    "inbox_arrival",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("inbox", Id, nullable=False, index=True),
    Column("at", Integer, nullable=False),
    Column("headers", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("signatures", Text, nullable=False),
)

inbox_instruction = Table(
    "inbox_instruction",
    metadata,
    Column("inbox", Id, primary_key=True),
    Column("behaviour", Text, nullable=False),
    Column("times", Integer, nullable=False),
)
