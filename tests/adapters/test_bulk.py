"""Rows that go into SQLite many to a statement."""

import sqlite3
from contextlib import closing

import pytest

from heliograph.adapters.store.bulk import SIZES, execute_bulk, query_bulk


@pytest.fixture
def database():
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE thing (number INTEGER PRIMARY KEY, name TEXT)")
        yield connection


@pytest.mark.parametrize("count", [0, 1, 3, 4, 5, SIZES[0] - 1, SIZES[0], SIZES[0] + 1, 3 * SIZES[0] + 7])
def test_however_many_rows_there_are_each_is_written_once_and_found(database, count):
    rows = [(number, f"name {number}") for number in range(count)]
    execute_bulk(database, "INSERT INTO thing (number, name) VALUES {rows}", rows)
    assert database.execute("SELECT number, name FROM thing ORDER BY number").fetchall() == rows
    found = query_bulk(
        database, "WITH seen AS (VALUES {rows}) SELECT column1 AS found FROM seen JOIN thing ON number = column1", rows
    )
    assert sorted(found) == list(range(count))


def test_any_text_is_written_as_it_is(database):
    text = "a\0b {rows} ? \U0001f30a"
    execute_bulk(database, "INSERT INTO thing (number, name) VALUES {rows}", [(1, text)])
    assert database.execute("SELECT name FROM thing").fetchall() == [(text,)]
