"""Deliveries know whose they are, when they were made and ended, and how their last attempt went."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _set_aside()
    _make_anew()
    _carry_over()
    _index()
    _rename_in_receipts()


def _set_aside() -> None:
    # Made anew rather than altered: SQLite adds no column that may not be null without a default.
    op.drop_index("delivery_due")
    op.drop_index("delivery_lane")
    op.drop_index("delivery_held")
    op.drop_index("ix_delivery_task_id")
    op.rename_table("delivery", "delivery_before")


def _make_anew() -> None:
    op.create_table(
        "delivery",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("task_id", sa.Text, nullable=False, index=True),
        sa.Column("key_id", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("lane", sa.Text, nullable=False),
        sa.Column("created_at", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("owner", sa.Text),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("attempts_before", sa.Integer, nullable=False),
        sa.Column("repeats", sa.Integer, nullable=False),
        sa.Column("due_at", sa.Integer, nullable=False),
        sa.Column("ended_at", sa.Integer),
        sa.Column("last_status", sa.Integer),
        sa.Column("last_fault", sa.Text),
    )


def _carry_over() -> None:
    op.execute(
        """
        INSERT INTO delivery
        SELECT delivery_before.seq, delivery_before.id, task_id, task.key_id, url, lane,
            coalesce(task.finished_at, due_at), delivery_before.state, delivery_before.owner, attempt, 0, repeats,
            due_at,
            CASE WHEN delivery_before.state IN ('owed', 'sending') THEN NULL ELSE (
                SELECT max(ended_at) FROM receipt WHERE delivery_id = delivery_before.id
            ) END,
            (SELECT status FROM receipt WHERE delivery_id = delivery_before.id ORDER BY receipt.seq DESC LIMIT 1),
            (SELECT fault FROM receipt WHERE delivery_id = delivery_before.id ORDER BY receipt.seq DESC LIMIT 1)
        FROM delivery_before JOIN task ON task.id = task_id
        """
    )
    op.drop_table("delivery_before")


def _index() -> None:
    op.create_index("delivery_due", "delivery", ["due_at", "lane", "key_id"], sqlite_where=sa.text("state = 'owed'"))
    op.create_index("delivery_lane", "delivery", ["lane", "key_id", "due_at"], sqlite_where=sa.text("state = 'owed'"))
    op.create_index("delivery_held", "delivery", ["owner"], sqlite_where=sa.text("state = 'sending'"))
    op.create_index("delivery_key", "delivery", ["key_id"])
    op.create_index("delivery_host", "delivery", ["lane"])
    op.create_index("delivery_given_up", "delivery", ["key_id"], sqlite_where=sa.text("state = 'given_up'"))
    op.create_index("delivery_fault", "delivery", ["last_fault"], sqlite_where=sa.text("last_fault IS NOT NULL"))


def _rename_in_receipts() -> None:
    op.execute("ALTER TABLE receipt RENAME COLUMN detail TO diagnosis")
    op.add_column("receipt", sa.Column("tls_ms", sa.Float))
    for old in ("bad_url", "address_forbidden"):
        op.execute(f"UPDATE receipt SET fault = 'target_forbidden' WHERE fault = '{old}'")
        op.execute(f"UPDATE delivery SET last_fault = 'target_forbidden' WHERE last_fault = '{old}'")
