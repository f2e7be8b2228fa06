"""On the hot path every statement finds its rows by the key of one row, or at the head of what waits."""

import re
from dataclasses import replace

import asyncpg
import pytest

from heliograph.adapters.store import postgres_deliveries as deliveries
from heliograph.adapters.store import postgres_due as due
from heliograph.adapters.store import postgres_people as people
from heliograph.adapters.store import postgres_tasks as tasks
from heliograph.adapters.store import postgres_upkeep as upkeep
from heliograph.adapters.store.postgres_migrate import migrate_postgres
from heliograph.adapters.store.postgres_pool import SESSION, Session
from heliograph.adapters.store.schema import metadata
from heliograph.domain.delivery import settled
from heliograph.domain.task import CONFIGURED, TaskState
from heliograph.domain.turns import IN_TURN
from heliograph.domain.verdict import Verdict
from tests.adapters.test_postgres_plans import FILL, PARTITION
from tests.samples import FINE, US, a_delivery, a_task, later, settlement, success

KEYS = {
    ("task", "id"),
    ("task", "seq"),
    ("delivery", "id"),
    ("delivery", "seq"),
    ("delivery", "task_id"),
    ("delivery_body", "delivery_id"),
    ("receipt", "delivery_id"),
    ("task_event", "task_id"),
    ("preview", "task_id"),
}
"""A row is asked for by the id of its task or delivery, or by the row number that was just locked."""
QUEUE = ("task", "queue, created_at WHERE state = 'queued'")
DUE = ("delivery", "due_at, lane, key_id WHERE state = 'owed'")
LANES = ("delivery", "lane, key_id, due_at, seq WHERE state = 'owed'")
"""Partial indexes that hold only what waits, in the order in which it is taken."""
EXPECTED = {
    "record": set(),
    "claim tasks": {QUEUE, ("task", "seq")},
    "note progress": {("task", "id")},
    "finish": {("task", "id"), ("preview", "task_id")},
    "claim deliveries": {DUE, LANES, ("delivery", "seq"), ("delivery_body", "delivery_id")},
    "claim deliveries of a backlog": {DUE, LANES, ("delivery", "seq"), ("delivery_body", "delivery_id")},
    "settle": {("delivery", "id")},
    "look a task up": {("task", "id")},
    "its timeline": {("task", "id"), ("task_event", "task_id")},
    "its deliveries": {("delivery", "task_id"), ("delivery_body", "delivery_id")},
    "a delivery": {("delivery", "id"), ("delivery_body", "delivery_id")},
    "its receipts": {("delivery", "id"), ("receipt", "delivery_id")},
    "renew a lease": set(),
}


class Recording:
    """A connection that notes the statements that pass."""

    def __init__(self, connection):
        self.connection = connection
        self.statements = []

    async def execute(self, statement, *args):
        self.statements.append((statement, args))
        return await self.connection.execute(statement, *args)

    async def fetch(self, statement, *args):
        self.statements.append((statement, args))
        return await self.connection.fetch(statement, *args)


@pytest.fixture
async def connection(databases):
    """In a transaction on tables with thousands of rows that the statistics do not know of.

    In a database of its own: of one that others have used, they know what was there.
    """
    url = await databases.make()
    await migrate_postgres(url)
    opened = await asyncpg.connect(url, server_settings=SESSION)
    transaction = opened.transaction()
    await transaction.start()
    for statement in FILL:
        await opened.execute(statement)
    yield opened
    await transaction.rollback()
    await opened.close()


async def way_of_a_task(connection, seen):
    """Everything that is done on the way of one, each operation with its statements."""

    async def noted(name, operation):
        recording = Recording(connection)
        result = await operation(Session(recording))
        seen.setdefault(name, []).extend(recording.statements)
        return result

    task = a_task(1)
    await noted("record", lambda db: tasks.record(db, [task, replace(a_task(2), state=TaskState.RUNNING, owner=US)]))
    due_now = {"owner": US, "limit": 10_000, "now": later(), "queues": [CONFIGURED], "generator": "drawer"}
    claimed = await noted("claim tasks", lambda db: tasks.claim(db, **due_now))
    held = next(each for each in claimed if each.id == task.id)
    await noted("note progress", lambda db: tasks.note_progress(db, held, 0.5, b"preview", later()))
    owed = a_delivery(held)
    assert await noted("finish", lambda db: tasks.finish(db, [success(held, delivery=owed)])) == [True]
    claim = {"owner": US, "now": later(), "per_lane": 10_000, "in_flight": {}, "turns": IN_TURN}
    got = await noted("claim deliveries", lambda db: deliveries.claim(db, limit=10_000, **claim))
    sent = next(each for each in got if each.id == owed.id)
    way = settlement(sent, settled(sent, FINE, Verdict.DELIVERED, next_attempt_at=None, at=later()))
    assert await noted("settle", lambda db: deliveries.settle(db, [way])) == [True]
    assert await noted("look a task up", lambda db: tasks.find(db, task.id))
    assert len(await noted("its timeline", lambda db: tasks.events(db, task.id, 0))) == 5
    assert len(await noted("its deliveries", lambda db: deliveries.of_task(db, task.id))) == 1
    assert await noted("a delivery", lambda db: people.find(db, owed.id))
    assert len(await noted("its receipts", lambda db: deliveries.receipts(db, owed.id))) == 1
    await noted("renew a lease", lambda db: upkeep.hold(db, US, 15))


async def claim_of_a_backlog(connection, seen):
    """More is due than is looked at together, so that lanes and keys are asked for one by one."""
    recording = Recording(connection)
    await deliveries.claim(Session(recording), owner=US, limit=10, now=later(), per_lane=4, in_flight={}, turns=IN_TURN)
    seen["claim deliveries of a backlog"] = recording.statements


async def reached(connection, statements):
    """The tables that are read, each with the columns that it is asked by; None where it is read whole."""
    found = set()
    for statement, args in statements:
        for (step,) in await connection.fetch(f"EXPLAIN {statement}", *args):
            if match := re.search(r"Seq Scan on (\w+)", step):
                found.add((PARTITION.sub("", match[1]), None))
            elif match := re.search(r"Index (?:Only )?Scan.* using (\w+) on|Bitmap Index Scan on (\w+)", step):
                found.add(await columns_of(connection, match[1] or match[2]))
    return {(table, columns) for table, columns in found if table in metadata.tables}


async def columns_of(connection, index):
    definition = await connection.fetchval("SELECT pg_get_indexdef(to_regclass($1))", index)
    table, columns, where = re.fullmatch(
        r".* ON \w+\.(\w+) USING btree \((.*?)\)(?: WHERE \((.*)\))?", definition
    ).groups()
    return PARTITION.sub("", table), f"{columns} WHERE {where.replace('::text', '')}" if where else columns


async def test_every_statement_of_the_hot_path_goes_by_a_key_or_takes_what_waits(connection, monkeypatch):
    seen = {}
    with monkeypatch.context() as patch:
        patch.setattr(due.windows, "WINDOW", 50)
        await claim_of_a_backlog(connection, seen)
    await way_of_a_task(connection, seen)
    assert sum(map(len, seen.values())) > 20
    ways = {name: await reached(connection, statements) for name, statements in seen.items()}
    assert ways.keys() == EXPECTED.keys()
    for name, way in ways.items():
        assert way <= EXPECTED[name], name
        assert bool(way) == bool(EXPECTED[name]), name
    assert set().union(*EXPECTED.values()) <= KEYS | {QUEUE, DUE, LANES}


async def test_a_statement_that_reads_a_table_whole_or_by_another_index_would_be_noticed(connection):
    whole = ("SELECT id FROM task WHERE prompt = $1", ["x"])
    other = ("SELECT id FROM delivery WHERE lane = $1", ["host1"])
    assert await reached(connection, [whole, other]) == {("task", None), ("delivery", "lane, seq")}
