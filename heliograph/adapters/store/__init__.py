"""Stores: SQLite on one machine, memory for tests."""
