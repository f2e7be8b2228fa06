"""Queues of tasks by generator, retries that are due later, previews, and how pictures were made, on PostgreSQL."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
kind = "pre"

_ID = sa.Text(collation="C")


def upgrade() -> None:
    for name in ("seed", "due_at"):
        op.add_column("task", sa.Column(name, sa.BigInteger))
    op.add_column("task", sa.Column("made", sa.Text))
    for name in ("fallback", "generator"):
        op.add_column("task", sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.add_column("task", sa.Column("queue", _ID, nullable=False, server_default=""))
    for name in ("retries", "settled_tries", "preview"):
        op.add_column("task", sa.Column(name, sa.BigInteger, nullable=False, server_default="0"))
    op.create_index("task_queue", "task", ["queue", "created_at"], postgresql_where=sa.text("state = 'queued'"))
    op.create_table(
        "preview",
        sa.Column("task_id", _ID, primary_key=True),
        sa.Column("image", sa.LargeBinary, nullable=False),
    )
