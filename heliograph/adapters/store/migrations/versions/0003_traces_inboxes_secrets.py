"""Traces that go on in callbacks, inboxes, and signing secrets that can be rotated."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    for table in ("task", "delivery"):
        op.add_column(table, sa.Column("trace_parent", sa.Text))
        op.add_column(table, sa.Column("trace_state", sa.Text))
    op.create_index("delivery_open", "delivery", ["created_at"], sqlite_where=sa.text("state IN ('owed', 'sending')"))
    _make_inboxes()
    _make_secrets()


def _make_inboxes() -> None:
    op.create_table(
        "inbox_arrival",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("inbox", sa.Text, nullable=False, index=True),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("headers", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("signatures", sa.Text, nullable=False),
    )
    op.create_table(
        "inbox_instruction",
        sa.Column("inbox", sa.Text, primary_key=True),
        sa.Column("behaviour", sa.Text, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
    )


def _make_secrets() -> None:
    op.create_table(
        "signing_secret",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("text", sa.Text, nullable=False, unique=True),
        sa.Column("created_at", sa.Integer, nullable=False),
        sa.Column("ends_at", sa.Integer),
    )
    was_here = "FROM secret WHERE name = 'signing_secret'"
    op.execute(f"INSERT INTO signing_secret (text, created_at) SELECT value, 0 {was_here}")
    op.execute(f"DELETE {was_here}")
