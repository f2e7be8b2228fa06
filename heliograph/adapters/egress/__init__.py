"""The guarded way out: what may be dialled, and the client that dials it."""
