"""Many that hang and one that is well: it gets its callbacks, memory stays flat, and connections are used again."""

import tracemalloc
from contextlib import closing

from heliograph.adapters.clock import MovingClock
from heliograph.adapters.store.rows import DELIVERY_COLUMNS
from heliograph.adapters.store.sqlite import connect
from heliograph.domain.schedule import Schedule
from tests.battery.receivers import ANSWER, HANG, playing
from tests.battery.world import world_of
from tests.egress.raw import ScriptedResolver, receiving, saying, until
from tests.samples import NOW

HUNG_HOSTS = 2000
BACKLOG = 100_000
ONE_HOST = 2000


class Aliases(ScriptedResolver):
    """Any name leads to 127.0.0.2."""

    async def resolve(self, host, *port, **family):
        self.turns.setdefault(host, [["127.0.0.2"]])
        return await super().resolve(host, *port, **family)


COPIES = f"""
WITH RECURSIVE copy(number) AS (VALUES (1) UNION ALL SELECT number + 1 FROM copy WHERE number < :times)
INSERT INTO delivery ({DELIVERY_COLUMNS})
SELECT id || '-' || number, {DELIVERY_COLUMNS.partition(", ")[2].replace("state, owner", "'owed', NULL")}
FROM delivery, copy WHERE id = :id
"""  # noqa: S608  # our own columns
BODIES = """
INSERT INTO delivery_body SELECT delivery.id, body FROM delivery, delivery_body
WHERE delivery_id = :id AND delivery.id <> :id AND delivery.state = 'owed'
"""


def copied(db, one, times):
    """As many more that are owed, like this one."""
    db.execute(COPIES, {"id": one.id, "times": times})
    db.execute(BODIES, {"id": one.id})


async def delivered(well, count):
    await until(lambda: len(well.requests) == count, 30)


async def test_while_two_thousand_hosts_hang_the_one_that_is_well_gets_all_its_callbacks(tmp_path):
    async with (
        receiving(playing(HANG)) as mute,
        receiving(saying(ANSWER, close=False), host="127.0.0.3") as well,
        world_of(tmp_path, resolver=Aliases(), schedule=Schedule(()), timeout_seconds=60, in_flight=4096) as world,
    ):
        await world.owe(*(f"http://host{number}.test:{mute.port}/" for number in range(HUNG_HOSTS)))
        await until(lambda: len(mute.requests) == HUNG_HOSTS, 30)
        await world.owe(*[f"http://127.0.0.3:{well.port}/"] * 200, key="other")
        await delivered(well, 200)
        assert mute.open_connections == HUNG_HOSTS
        assert well.connections <= world.limits.callbacks_per_host
    assert world.observer.failures == []


async def test_when_all_places_but_the_kept_ones_hang_another_key_still_gets_through(tmp_path):
    """More hosts hang than there are places, of which those that have not answered get half.

    What the descriptors of a process allow is a limit like this one.
    """
    async with (
        receiving(playing(HANG)) as mute,
        receiving(saying(ANSWER, close=False), host="127.0.0.3") as well,
        world_of(tmp_path, resolver=Aliases(), schedule=Schedule(()), timeout_seconds=60, in_flight=64) as world,
    ):
        await world.owe(*(f"http://host{number}.test:{mute.port}/" for number in range(HUNG_HOSTS)))
        await until(lambda: len(mute.requests) >= 32, 30)
        for number in range(1, 11):
            await world.owe(f"http://127.0.0.3:{well.port}/", key="other")
            await delivered(well, number)
        assert len(mute.requests) == 32


async def test_a_backlog_for_one_host_is_not_read_into_memory_and_holds_up_no_other(tmp_path):
    async with (
        receiving(playing(HANG)) as mute,
        receiving(saying(ANSWER, close=False), host="127.0.0.3") as well,
        world_of(tmp_path, clock=MovingClock(NOW), schedule=Schedule(()), timeout_seconds=60, per_host=16) as world,
    ):
        [one] = await world.owe(f"http://127.0.0.2:{mute.port}/", body=b"x" * 500)
        await until(lambda: len(mute.requests) == 1, 30)
        # Over a connection of their own: the store's cache of pages would be full of them.
        with closing(connect(world.store._path)) as db:
            copied(db, one, BACKLOG)
        world.wake(one)
        await until(lambda: len(mute.requests) == 16, 30)
        tracemalloc.start()
        for number in range(1, 11):
            await world.owe(f"http://127.0.0.3:{well.port}/")
            await delivered(well, number)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert (len(mute.requests), well.connections) == (16, 1)
    assert most < 5_000_000  # the backlog's bodies alone are 50 MB


async def test_two_thousand_for_one_host_go_over_few_connections_each_once(tmp_path):
    async with (
        receiving(saying(ANSWER, close=False)) as well,
        world_of(tmp_path, timeout_seconds=15) as world,
    ):
        owed = await world.owe(*[f"http://127.0.0.2:{well.port}/"] * ONE_HOST)
        await delivered(well, ONE_HOST)
        assert well.connections <= world.limits.callbacks_per_host
        ids = {line for head, _ in well.requests for line in head.split(b"\r\n") if line.startswith(b"webhook-id")}
        assert ids == {f"webhook-id: {one.id}".encode() for one in owed}
    assert world.observer.failures == []
