"""The tables. Moments are whole milliseconds since the epoch; ids are text."""

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, MetaData, Table, Text, text

metadata = MetaData()

task = Table(
    "task",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("key_id", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("owner", Text),
    Column("tries", Integer, nullable=False),
    Column("progress", Float, nullable=False),
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
)
# Partial indexes hold only what is open, so that a million finished tasks make no claim slower.
Index("task_open", task.c.state, task.c.created_at, sqlite_where=text("finished_at IS NULL"))
Index("task_finished", task.c.finished_at, sqlite_where=text("finished_at IS NOT NULL"))

task_event = Table(
    "task_event",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("task_id", Text, nullable=False, index=True),
    Column("at", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("detail", Text, nullable=False),
)

delivery = Table(
    "delivery",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("task_id", Text, nullable=False, index=True),
    Column("key_id", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("lane", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("owner", Text),
    Column("attempt", Integer, nullable=False),
    Column("attempts_before", Integer, nullable=False),
    Column("repeats", Integer, nullable=False),
    Column("due_at", Integer, nullable=False),
    Column("ended_at", Integer),
    Column("last_status", Integer),
    Column("last_fault", Text),
    Column("trace_parent", Text),
    Column("trace_state", Text),
)
Index("delivery_due", delivery.c.due_at, delivery.c.lane, delivery.c.key_id, sqlite_where=text("state = 'owed'"))
Index("delivery_lane", delivery.c.lane, delivery.c.key_id, delivery.c.due_at, sqlite_where=text("state = 'owed'"))
Index("delivery_open", delivery.c.created_at, sqlite_where=text("state IN ('owed', 'sending')"))
Index("delivery_held", delivery.c.owner, sqlite_where=text("state = 'sending'"))
# For people. The row number is the last part of every index: each gives the newest first without sorting.
Index("delivery_key", delivery.c.key_id)
Index("delivery_host", delivery.c.lane)
Index("delivery_given_up", delivery.c.key_id, sqlite_where=text("state = 'given_up'"))
Index("delivery_fault", delivery.c.last_fault, sqlite_where=text("last_fault IS NOT NULL"))

delivery_body = Table(
    "delivery_body",
    metadata,
    Column("delivery_id", Text, primary_key=True),
    Column("body", Text, nullable=False),
)

receipt = Table(
    "receipt",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("delivery_id", Text, nullable=False, index=True),
    Column("attempt", Integer, nullable=False),
    Column("started_at", Integer, nullable=False),
    Column("ended_at", Integer, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("next_attempt_at", Integer),
    Column("status", Integer),
    Column("fault", Text),
    Column("diagnosis", Text, nullable=False),
    Column("address", Text),
    Column("dns_ms", Float),
    Column("connect_ms", Float),
    Column("tls_ms", Float),
    Column("first_byte_ms", Float),
    Column("retry_after", Text),
    Column("bytes_read", Integer, nullable=False),
    Column("excerpt", Text, nullable=False),
)

blob = Table(
    "blob",
    metadata,
    Column("name", Text, primary_key=True),
    Column("task_id", Text, nullable=False, index=True),
    Column("expires_at", Integer, nullable=False, index=True),
)

lease = Table(
    "lease",
    metadata,
    Column("owner", Text, primary_key=True),
    Column("until", Integer, nullable=False),
)

api_key = Table(
    "api_key",
    metadata,
    Column("id", Text, primary_key=True),
    Column("created_at", Integer, nullable=False),
)

secret = Table(
    "secret",
    metadata,
    Column("name", Text, primary_key=True),
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
    Column("inbox", Text, nullable=False, index=True),
    Column("at", Integer, nullable=False),
    Column("headers", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("signatures", Text, nullable=False),
)

inbox_instruction = Table(
    "inbox_instruction",
    metadata,
    Column("inbox", Text, primary_key=True),
    Column("behaviour", Text, nullable=False),
    Column("times", Integer, nullable=False),
)
