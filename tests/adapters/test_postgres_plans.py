"""On a table with thousands of rows every statement goes by an index, as it does on one with millions."""

import asyncio
import re
from string import Formatter

import asyncpg
import pytest

from heliograph.adapters.store import (
    postgres_deliveries,
    postgres_due,
    postgres_inbox,
    postgres_people,
    postgres_tasks,
    postgres_upkeep,
)
from heliograph.adapters.store.postgres_pool import SESSION
from heliograph.adapters.store.schema import metadata
from heliograph.domain.delivery import DeliveryId, DeliveryState, Lane
from heliograph.domain.records import DeliveryFilter
from heliograph.domain.task import KeyId, TaskId
from heliograph.domain.verdict import Fault
from tests.postgres import ask

MODULES = (
    postgres_due,
    postgres_tasks,
    postgres_deliveries,
    postgres_people,
    postgres_upkeep,
    postgres_inbox,
)
VERBS = ("SELECT", "UPDATE", "INSERT", "DELETE", "WITH")
# Completed with a WHERE where they are used; as they stand they would read everything.
COMPLETED = {
    "_WITH_BODY": " WHERE id = $1",
    "_TASKS_BACK": " AND owner = ANY($1::text[])",
    "_DELIVERIES_BACK": " AND owner = ANY($1::text[])",
}
SMALL = {"lease", "inbox_instruction"}
"""One row per process, and at most `INSTRUCTIONS_KEPT`: they may be read whole."""
PARTITION = re.compile(r"_(rest|before|\d{8})$")
FILL = (
    """
    INSERT INTO task (id, key_id, state, owner, tries, progress, prompt, size, variants, params, created_at,
        finished_at, images)
    SELECT 't' || n, 'key' || n % 50,
        CASE WHEN n % 100 = 0 THEN 'queued' WHEN n % 100 = 1 THEN 'running' ELSE 'succeeded' END,
        CASE WHEN n % 100 = 1 THEN 'us' END, 1, 1, 'p', '1:1', 1, '{}', n, CASE WHEN n % 100 > 1 THEN n END, '[]'
    FROM generate_series(1, 5000) AS n
    """,
    "INSERT INTO task_event (task_id, at, name, detail) SELECT 't' || n, n, 'x', '' FROM generate_series(1, 5000) AS n",
    """
    INSERT INTO delivery (id, task_id, key_id, url, lane, created_at, state, owner, attempt, attempts_before, repeats,
        due_at, last_fault)
    SELECT 'd' || n, 't' || n, 'key' || n % 50, 'u', 'host' || n % 70, n,
        coalesce((ARRAY['owed', 'sending', 'given_up'])[1 + n % 40], 'delivered'),
        CASE n % 40 WHEN 1 THEN 'us' END, 1, 0, 0, n, CASE n % 40 WHEN 2 THEN 'timed_out' END
    FROM generate_series(1, 5000) AS n
    """,
    "INSERT INTO delivery_body SELECT 'd' || n, '{}' FROM generate_series(1, 5000) AS n",
    """
    INSERT INTO receipt (delivery_id, attempt, started_at, ended_at, verdict, diagnosis, bytes_read, excerpt)
    SELECT 'd' || n, 1, n, n, 'delivered', '', 0, '' FROM generate_series(1, 5000) AS n
    """,
    "INSERT INTO blob SELECT 'b' || n, 't' || n, n FROM generate_series(1, 5000) AS n",
    """
    INSERT INTO inbox_arrival (inbox, at, headers, body, signatures)
    SELECT 'i' || n % 90, n, '', '', '' FROM generate_series(1, 5000) AS n
    """,
)


def statements():
    for module in MODULES:
        for name, text in vars(module).items():
            if isinstance(text, str) and text.strip().startswith(VERBS) and not fields(text):
                place = f"{module.__name__.rpartition('.')[2]}.{name}"
                yield pytest.param(text + COMPLETED.get(name, ""), id=place)
    for name in ("DROP_OF_DELIVERIES", "DROP_OF_TASKS"):
        for number, text in enumerate(getattr(postgres_upkeep, name)):
            yield pytest.param(text, id=f"postgres_upkeep.{name}[{number}]")


def fields(text):
    return {field for _, field, _, _ in Formatter().parse(text) if field}


@pytest.fixture(scope="module", params=["as it grows", "analyzed"])
def filled(request, databases):
    """A new database with rows, before and after its statistics know of them."""
    new = ("TRUNCATE task, task_event, delivery, delivery_body, receipt, blob, inbox_arrival", "ANALYZE")
    asyncio.run(ask(databases.common, *new, *FILL, *(["ANALYZE"] if request.param == "analyzed" else [])))
    yield databases.common
    asyncio.run(databases.empty())


@pytest.fixture
async def connection(filled):
    opened = await asyncpg.connect(filled, server_settings=SESSION | {"plan_cache_mode": "force_generic_plan"})
    yield opened
    await opened.close()


async def plan_of(connection, statement, count):
    await connection.execute(f"PREPARE plan AS {statement}")
    nothing = f"({', '.join(['NULL'] * count)})" if count else ""
    rows = await connection.fetch(f"EXPLAIN EXECUTE plan{nothing}")
    return [row[0] for row in rows]


def count_of(statement):
    return max((int(number) for number in re.findall(r"\$(\d+)", statement)), default=0)


def whole_tables(plan):
    read = [re.search(r"Seq Scan on (\w+)", step) for step in plan]
    return {PARTITION.sub("", match[1]) for match in read if match} & set(metadata.tables) - SMALL


@pytest.mark.parametrize("statement", list(statements()))
async def test_a_statement_finds_its_rows_by_an_index(connection, statement):
    plan = await plan_of(connection, statement, count_of(statement))
    assert not whole_tables(plan), plan


@pytest.mark.parametrize("name", ["_ALL", "_IN_GROUPS"])
async def test_what_is_due_comes_from_its_index_in_order(connection, name):
    plan = await plan_of(connection, getattr(postgres_due, name), count_of(getattr(postgres_due, name)))
    assert not any("Sort" in step and "Incremental" not in step and "Key" not in step for step in plan), plan


async def test_what_was_chosen_is_locked_by_its_number_however_little_the_statistics_know(connection):
    plan = await plan_of(connection, postgres_due._LOCK, count_of(postgres_due._LOCK))
    assert any("using delivery_pkey" in step or "on delivery_pkey" in step for step in plan), plan


KEY = KeyId("key1")
WANTED = {
    "of a key": (DeliveryFilter(key_id=KEY), "delivery_"),
    "given up, of a key": (DeliveryFilter(key_id=KEY, state=DeliveryState.GIVEN_UP), "delivery_given_up"),
    "to a host, of a key": (DeliveryFilter(key_id=KEY, lane=Lane("host1")), "delivery_"),
    "with a fault": (DeliveryFilter(key_id=KEY, fault=Fault.TIMED_OUT), "delivery_"),
    "of a task": (DeliveryFilter(key_id=KEY, task_id=TaskId("t7")), "ix_delivery_task_id"),
    "one": (DeliveryFilter(key_id=KEY, id=DeliveryId("d7")), "delivery_id_key"),
}


@pytest.mark.parametrize("case", WANTED)
@pytest.mark.parametrize("kind", ["page", "replay"])
async def test_what_a_person_asks_for_is_found_by_an_index(connection, kind, case):
    wanted, index = WANTED[case]
    if kind == "page":
        statement, values = postgres_people.page_statement(wanted, after=None, limit=10)
    else:
        statement, values = postgres_people.replay_statement(wanted, last=0, start=0, gap=1.0)
    plan = await plan_of(connection, statement, len(values))
    assert not whole_tables(plan), plan
    assert any(index in step for step in plan), plan


async def test_a_statement_without_an_index_would_be_noticed(connection):
    assert whole_tables(await plan_of(connection, "SELECT id FROM task WHERE prompt = 'x'", 0)) == {"task"}
