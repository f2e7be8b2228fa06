"""Steps of a made-up newer version, for a PostgreSQL on which this version works."""

from heliograph.adapters.store.postgres_steps import steps_in

STEP = """
from alembic import op

revision = {revision!r}
down_revision = {before!r}
kind = {kind!r}


def upgrade():
    op.execute({statement!r})
"""
# What this version does not know of, what it cannot live without, and what comes only after that.
NEWER = {
    "n1": ("pre", "ALTER TABLE task ADD COLUMN mood text NOT NULL DEFAULT 'calm'"),
    "n2": ("pre", "CREATE TABLE mood (name text PRIMARY KEY)"),
    "n3": ("post", "ALTER TABLE task DROP COLUMN progress"),
    "n4": ("pre", "ALTER TABLE mood ADD COLUMN colour text"),
}


def newer_steps(folder, made=NEWER):
    """The steps of this version and those, as files in the folder."""
    before = steps_in().head
    folder.mkdir(exist_ok=True)
    for revision, (kind, statement) in made.items():
        text = STEP.format(revision=revision, before=before, kind=kind, statement=statement)
        (folder / f"{revision}.py").write_text(text)
        before = revision
    return steps_in(folder)
