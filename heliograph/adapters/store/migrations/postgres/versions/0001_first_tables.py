"""The first tables on PostgreSQL."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
kind = "pre"

_INTEGER = sa.BigInteger
_REAL = sa.Double
_ID = sa.Text(collation="C")

# What is open is a small part of these tables and changes often: it is vacuumed early, and before statistics lie.
_BUSY = "autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000, "
_BUSY += "autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0"
# Room for a new version of a row on its own page: progress changes no index and stays there.
_ROOM = {"task": 80, "delivery": 80}


def upgrade() -> None:
    _make_tasks()
    _make_deliveries()
    _index_deliveries()
    _make_receipts()
    _make_pictures_and_leases()
    _make_keys()
    _make_inboxes()
    for table, percent in _ROOM.items():
        op.execute(f"ALTER TABLE {table} SET (fillfactor = {percent}, {_BUSY})")


def _seq() -> sa.Column[int]:
    return sa.Column("seq", sa.BigInteger, sa.Identity(), primary_key=True)


def _make_tasks() -> None:
    op.create_table(
        "task",
        _seq(),
        sa.Column("id", _ID, nullable=False, unique=True),
        sa.Column("key_id", _ID, nullable=False),
        sa.Column("state", _ID, nullable=False),
        sa.Column("owner", _ID),
        sa.Column("tries", _INTEGER, nullable=False),
        sa.Column("progress", _REAL, nullable=False),
        sa.Column("prompt", sa.Text, nullable=False),
        sa.Column("size", sa.Text, nullable=False),
        sa.Column("variants", _INTEGER, nullable=False),
        sa.Column("callback_url", sa.Text),
        sa.Column("params", sa.Text, nullable=False),
        sa.Column("created_at", _INTEGER, nullable=False),
        sa.Column("finished_at", _INTEGER),
        sa.Column("images", sa.Text, nullable=False),
        sa.Column("failure_kind", sa.Text),
        sa.Column("failure_message", sa.Text),
        sa.Column("trace_parent", sa.Text),
        sa.Column("trace_state", sa.Text),
    )
    # Partial indexes hold only what is open, so that a million finished tasks make no claim slower.
    op.create_index("task_open", "task", ["state", "created_at"], postgresql_where=sa.text("finished_at IS NULL"))
    op.create_index("task_finished", "task", ["finished_at"], postgresql_where=sa.text("finished_at IS NOT NULL"))
    op.create_table(
        "task_event",
        _seq(),
        sa.Column("task_id", _ID, nullable=False, index=True),
        sa.Column("at", _INTEGER, nullable=False),
        sa.Column("name", _ID, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
    )


def _make_deliveries() -> None:
    op.create_table(
        "delivery",
        _seq(),
        sa.Column("id", _ID, nullable=False, unique=True),
        sa.Column("task_id", _ID, nullable=False, index=True),
        sa.Column("key_id", _ID, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("lane", _ID, nullable=False),
        sa.Column("created_at", _INTEGER, nullable=False),
        sa.Column("state", _ID, nullable=False),
        sa.Column("owner", _ID),
        sa.Column("attempt", _INTEGER, nullable=False),
        sa.Column("attempts_before", _INTEGER, nullable=False),
        sa.Column("repeats", _INTEGER, nullable=False),
        sa.Column("due_at", _INTEGER, nullable=False),
        sa.Column("ended_at", _INTEGER),
        sa.Column("last_status", _INTEGER),
        sa.Column("last_fault", _ID),
        sa.Column("trace_parent", sa.Text),
        sa.Column("trace_state", sa.Text),
    )
    op.create_table(
        "delivery_body",
        sa.Column("delivery_id", _ID, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )


def _index_deliveries() -> None:
    op.create_index(
        "delivery_due", "delivery", ["due_at", "lane", "key_id"], postgresql_where=sa.text("state = 'owed'")
    )
    op.create_index(
        "delivery_lane", "delivery", ["lane", "key_id", "due_at", "seq"], postgresql_where=sa.text("state = 'owed'")
    )
    op.create_index(
        "delivery_open", "delivery", ["created_at"], postgresql_where=sa.text("state IN ('owed', 'sending')")
    )
    op.create_index("delivery_held", "delivery", ["owner"], postgresql_where=sa.text("state = 'sending'"))
    # For people. The row number is the last part of each: it gives the newest first without sorting.
    op.create_index("delivery_key", "delivery", ["key_id", "seq"])
    op.create_index("delivery_host", "delivery", ["lane", "seq"])
    op.create_index("delivery_given_up", "delivery", ["key_id", "seq"], postgresql_where=sa.text("state = 'given_up'"))
    op.create_index(
        "delivery_fault", "delivery", ["last_fault", "seq"], postgresql_where=sa.text("last_fault IS NOT NULL")
    )


def _make_receipts() -> None:
    op.create_table(
        "receipt",
        _seq(),
        sa.Column("delivery_id", _ID, nullable=False, index=True),
        sa.Column("attempt", _INTEGER, nullable=False),
        sa.Column("started_at", _INTEGER, nullable=False),
        sa.Column("ended_at", _INTEGER, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("next_attempt_at", _INTEGER),
        sa.Column("status", _INTEGER),
        sa.Column("fault", sa.Text),
        sa.Column("diagnosis", sa.Text, nullable=False),
        sa.Column("address", sa.Text),
        sa.Column("dns_ms", _REAL),
        sa.Column("connect_ms", _REAL),
        sa.Column("tls_ms", _REAL),
        sa.Column("first_byte_ms", _REAL),
        sa.Column("retry_after", sa.Text),
        sa.Column("bytes_read", _INTEGER, nullable=False),
        sa.Column("excerpt", sa.Text, nullable=False),
    )


def _make_pictures_and_leases() -> None:
    op.create_table(
        "blob",
        sa.Column("name", _ID, primary_key=True),
        sa.Column("task_id", _ID, nullable=False, index=True),
        sa.Column("expires_at", _INTEGER, nullable=False, index=True),
    )
    op.create_table(
        "lease",
        sa.Column("owner", _ID, primary_key=True),
        sa.Column("until", _INTEGER, nullable=False),
    )


def _make_keys() -> None:
    op.create_table(
        "api_key",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("created_at", _INTEGER, nullable=False),
    )
    op.create_table(
        "secret",
        sa.Column("name", _ID, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "signing_secret",
        _seq(),
        sa.Column("text", sa.Text, nullable=False, unique=True),
        sa.Column("created_at", _INTEGER, nullable=False),
        sa.Column("ends_at", _INTEGER),
    )


def _make_inboxes() -> None:
    op.create_table(
        "inbox_arrival",
        _seq(),
        sa.Column("inbox", _ID, nullable=False, index=True),
        sa.Column("at", _INTEGER, nullable=False),
        sa.Column("headers", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("signatures", sa.Text, nullable=False),
    )
    op.create_table(
        "inbox_instruction",
        sa.Column("inbox", _ID, primary_key=True),
        sa.Column("behaviour", sa.Text, nullable=False),
        sa.Column("times", _INTEGER, nullable=False),
    )
