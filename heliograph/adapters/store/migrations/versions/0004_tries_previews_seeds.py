"""Queues of tasks by generator, retries that are due later, previews, and how pictures were made."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    for name in ("seed", "due_at"):
        op.add_column("task", sa.Column(name, sa.Integer))
    op.add_column("task", sa.Column("made", sa.Text))
    for name in ("fallback", "queue", "generator"):
        op.add_column("task", sa.Column(name, sa.Text, nullable=False, server_default=""))
    for name in ("retries", "settled_tries", "preview"):
        op.add_column("task", sa.Column(name, sa.Integer, nullable=False, server_default="0"))
    op.create_index("task_queue", "task", ["queue", "created_at"], sqlite_where=sa.text("state = 'queued'"))
    op.create_table(
        "preview",
        sa.Column("task_id", sa.Text, primary_key=True),
        sa.Column("image", sa.LargeBinary, nullable=False),
    )
