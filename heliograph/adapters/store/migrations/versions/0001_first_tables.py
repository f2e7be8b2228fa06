"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "task",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("key_id", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("owner", sa.Text),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("progress", sa.Float, nullable=False),
        sa.Column("prompt", sa.Text, nullable=False),
        sa.Column("size", sa.Text, nullable=False),
        sa.Column("variants", sa.Integer, nullable=False),
        sa.Column("callback_url", sa.Text),
        sa.Column("params", sa.Text, nullable=False),
        sa.Column("created_at", sa.Integer, nullable=False),
        sa.Column("finished_at", sa.Integer),
        sa.Column("images", sa.Text, nullable=False),
        sa.Column("failure_kind", sa.Text),
        sa.Column("failure_message", sa.Text),
    )
    op.create_index("task_open", "task", ["state", "created_at"], sqlite_where=sa.text("finished_at IS NULL"))
    op.create_index("task_finished", "task", ["finished_at"], sqlite_where=sa.text("finished_at IS NOT NULL"))
    op.create_table(
        "task_event",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("task_id", sa.Text, nullable=False, index=True),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
    )
    op.create_table(
        "delivery",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("task_id", sa.Text, nullable=False, index=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("lane", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("owner", sa.Text),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("repeats", sa.Integer, nullable=False),
        sa.Column("due_at", sa.Integer, nullable=False),
    )
    op.create_index("delivery_due", "delivery", ["due_at", "lane"], sqlite_where=sa.text("state = 'owed'"))
    op.create_index("delivery_lane", "delivery", ["lane", "due_at"], sqlite_where=sa.text("state = 'owed'"))
    op.create_index("delivery_held", "delivery", ["owner"], sqlite_where=sa.text("state = 'sending'"))
    op.create_table(
        "delivery_body",
        sa.Column("delivery_id", sa.Text, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "receipt",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("delivery_id", sa.Text, nullable=False, index=True),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("started_at", sa.Integer, nullable=False),
        sa.Column("ended_at", sa.Integer, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("next_attempt_at", sa.Integer),
        sa.Column("status", sa.Integer),
        sa.Column("fault", sa.Text),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("address", sa.Text),
        sa.Column("dns_ms", sa.Float),
        sa.Column("connect_ms", sa.Float),
        sa.Column("first_byte_ms", sa.Float),
        sa.Column("retry_after", sa.Text),
        sa.Column("bytes_read", sa.Integer, nullable=False),
        sa.Column("excerpt", sa.Text, nullable=False),
    )
    op.create_table(
        "blob",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("task_id", sa.Text, nullable=False, index=True),
        sa.Column("expires_at", sa.Integer, nullable=False, index=True),
    )
    op.create_table(
        "lease",
        sa.Column("owner", sa.Text, primary_key=True),
        sa.Column("until", sa.Integer, nullable=False),
    )
    op.create_table(
        "api_key",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("created_at", sa.Integer, nullable=False),
    )
    op.create_table(
        "secret",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
