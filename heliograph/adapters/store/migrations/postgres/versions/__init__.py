"""The steps on PostgreSQL, in order."""
