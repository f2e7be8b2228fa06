"""Which steps were taken and of which kind they are, for processes that do not know them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
kind = "pre"


def upgrade() -> None:
    op.create_table(
        "migration_step",
        sa.Column("revision", sa.Text(collation="C"), primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
    )
