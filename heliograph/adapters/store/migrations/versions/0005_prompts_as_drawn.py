"""Prompts as they are drawn, where that is not as they were submitted."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "task_prompt",
        sa.Column("task_id", sa.Text, primary_key=True),
        sa.Column("prompt", sa.Text, nullable=False),
    )
