"""The database's history, one step per file; Alembic runs what is missing at start."""
