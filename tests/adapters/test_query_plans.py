"""No statement on the way of a task reads a whole table: what a million finished tasks cost is seen in its plan."""

import re
import sqlite3
from string import Formatter

import pytest

from heliograph.adapters.store import (
    due,
    sqlite_deliveries,
    sqlite_inbox,
    sqlite_people,
    sqlite_tasks,
    sqlite_upkeep,
)
from heliograph.adapters.store.migrate import migrate
from heliograph.adapters.store.schema import metadata
from heliograph.domain.delivery import DeliveryId, DeliveryState, Lane
from heliograph.domain.records import DeliveryFilter
from heliograph.domain.task import KeyId, TaskId
from heliograph.domain.verdict import Fault

MODULES = (due, sqlite_tasks, sqlite_deliveries, sqlite_people, sqlite_upkeep, sqlite_inbox)
NAMED = {"now": 0, "window": 1, "inbox": "", "kept": 1, "groups": "[]", "most": 1, "lane": "", "key": ""}
VERBS = ("SELECT", "UPDATE", "INSERT", "DELETE", "WITH")
# Completed with a WHERE where they are used; as they stand they would read everything.
COMPLETED = {
    "_WITH_BODY": " WHERE task_id = ?",
    "_PAGE": " WHERE key_id = ?",
    "_TASKS_BACK": " AND owner = ?",
    "_DELIVERIES_BACK": " AND owner = ?",
}


def statements():
    for module in MODULES:
        for name, text in vars(module).items():
            if isinstance(text, str) and text.strip().startswith(VERBS):
                place = f"{module.__name__.rpartition('.')[2]}.{name}"
                if fields(text) <= {"rows"}:
                    yield pytest.param(with_rows(text) + COMPLETED.get(name, ""), id=place)


def with_rows(text):
    """Two rows in the place of `{rows}`, as wide as the columns that the statement names."""
    if "rows" not in fields(text):
        return text
    named = [int(number) for number in re.findall(r"column(\d+)", text)]
    width = max(named) if named else text.partition("(")[2].partition(")")[0].count(",") + 1
    return text.format(rows=", ".join([f"({', '.join('?' * width)})"] * 2))


def fields(text):
    return {field for _, field, _, _ in Formatter().parse(text) if field}


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


def test_the_statements_that_write_batches_are_among_them():
    names = {param.id for param in statements()}
    assert {
        "sqlite_deliveries._HELD",
        "sqlite_deliveries._SETTLE",
        "sqlite_tasks._HELD",
        "sqlite_tasks._FINISH",
    } <= names


def test_what_ends_a_task_looks_at_the_previews_that_there_are_and_not_at_every_task_that_has_ended(database):
    steps = [step for *_, step in database.execute(f"EXPLAIN QUERY PLAN {sqlite_tasks._DROP_PREVIEWS}")]
    assert not any("task_finished" in step for step in steps), steps
    assert steps[-2].startswith("SCAN preview USING COVERING INDEX"), steps
    assert steps[-1] == "SEARCH task USING INDEX sqlite_autoindex_task_1 (id=?)", steps


KEY = KeyId("key")
WANTED = {
    "of a key": (DeliveryFilter(key_id=KEY), "delivery_key"),
    "given up, of a key": (DeliveryFilter(key_id=KEY, state=DeliveryState.GIVEN_UP), "delivery_given_up"),
    "to a host, of a key": (DeliveryFilter(key_id=KEY, lane=Lane("a.test")), "delivery_"),
    "with a fault": (DeliveryFilter(key_id=KEY, fault=Fault.TIMED_OUT), "delivery_"),
    "of a task": (DeliveryFilter(key_id=KEY, task_id=TaskId("t")), "ix_delivery_task_id"),
    "one": (DeliveryFilter(key_id=KEY, id=DeliveryId("d")), "sqlite_autoindex_delivery_1"),
}


@pytest.mark.parametrize("case", WANTED)
@pytest.mark.parametrize("statement", ["page", "replay"])
def test_what_a_person_asks_for_is_found_by_an_index(database, statement, case):
    wanted, index = WANTED[case]
    where, values = sqlite_people.condition(wanted)
    page = f"{sqlite_people._PAGE} WHERE {where} ORDER BY seq DESC LIMIT 10"
    text = page if statement == "page" else sqlite_people._REPLAY.format(where=where)
    given = {**values, "start": 0, "gap": 1.0, "last": 0, "at_once": 1000}
    steps = [step for *_, step in database.execute(f"EXPLAIN QUERY PLAN {text}", given)]
    assert any(step.startswith("SEARCH delivery USING") and index in step for step in steps), steps
    assert not any(step == "SCAN delivery" for step in steps), steps


def test_the_last_of_a_replay_is_looked_for_from_the_latest_due_time_on(database):
    steps = [step for *_, step in database.execute(f"EXPLAIN QUERY PLAN {sqlite_people._LAST_OF_OTHERS}", (0,))]
    assert steps == ["SEARCH delivery USING INDEX delivery_due (due_at>?)"]


def test_a_statement_without_an_index_would_be_noticed(database):
    steps = [step for *_, step in database.execute("EXPLAIN QUERY PLAN SELECT id FROM task WHERE prompt = 'x'")]
    assert steps == ["SCAN task"]
