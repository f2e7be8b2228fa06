"""No statement on the way of a task reads a whole table: what a million finished tasks cost is seen in its plan."""

import sqlite3
from string import Formatter

import pytest

from heliograph.adapters.store import due, sqlite_deliveries, sqlite_tasks, sqlite_upkeep
from heliograph.adapters.store.migrate import migrate
from heliograph.adapters.store.schema import metadata

MODULES = (due, sqlite_tasks, sqlite_deliveries, sqlite_upkeep)
NAMED = {"now": 0, "window": 1}
VERBS = ("SELECT", "UPDATE", "INSERT", "DELETE", "WITH")
# Completed with a WHERE where they are used; as they stand they would read everything.
COMPLETED = {"_WITH_BODY": " WHERE task_id = ?", "_TASKS_BACK": " AND owner = ?", "_DELIVERIES_BACK": " AND owner = ?"}


def statements():
    for module in MODULES:
        for name, text in vars(module).items():
            if isinstance(text, str) and text.strip().startswith(VERBS) and not has_fields(text):
                yield pytest.param(text + COMPLETED.get(name, ""), id=f"{module.__name__.rpartition('.')[2]}.{name}")


def has_fields(text):
    return any(field for _, field, _, _ in Formatter().parse(text) if field)


@pytest.fixture
def database(tmp_path):
    migrate(tmp_path / "plans.db")
    connection = sqlite3.connect(tmp_path / "plans.db")
    yield connection
    connection.close()


@pytest.mark.parametrize("statement", list(statements()))
def test_a_statement_finds_its_rows_by_an_index(database, statement):
    values = ["[]"] * statement.count("?") if "?" in statement else NAMED
    steps = [step for *_, step in database.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
    scans = [step for step in steps for table in metadata.tables if step.split(" USING ")[0] == f"SCAN {table}"]
    assert [scan for scan in scans if "USING" not in scan] == []


def test_a_statement_without_an_index_would_be_noticed(database):
    steps = [step for *_, step in database.execute("EXPLAIN QUERY PLAN SELECT id FROM task WHERE prompt = 'x'")]
    assert steps == ["SCAN task"]
