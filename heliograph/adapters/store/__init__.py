"""Stores: SQLite on one machine, PostgreSQL for several, memory for tests."""
