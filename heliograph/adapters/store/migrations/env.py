"""Runs the steps on the connection that `migrate` hands over, all in one transaction."""

from alembic import context

from heliograph.adapters.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
