import asyncio
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.peers import trees
from benchmarks.peers.job import jobs, offer
from benchmarks.peers.report import Result, tables
from benchmarks.peers.stage import Stage
from benchmarks.peers.systems import OURS, PEERS
from benchmarks.peers.trials import Beside, Killed, Size, Speed, full_speed, killed
from heliograph.adapters.store.sqlite import SqliteStore

FOLDER = Path(__file__).parents[2] / "benchmarks/peers"
PIN = re.compile(r"[A-Za-z0-9_.-]+==[A-Za-z0-9.]+")


class Workers(Stage):
    """Jobs that come as they are put in here: at once, or, if a worker is killed, when another has been started."""

    def __init__(self, *, holds=0, repeats=0):
        self.holds = holds
        self.repeats = repeats
        self.waiting = {}
        self.came = {}
        self.repeated = 0
        self.starts = 0

    async def enqueue(self, count, *_):
        loop = asyncio.get_running_loop()
        self.waiting = {f"{number:032}": loop.time() for number in range(count)}
        return {"began": 0.0, "ended": 2.0, "sent": dict(self.waiting)}

    async def start(self):
        self.starts += 1
        last = self.holds if self.starts == 1 else 0
        while len(self.waiting) > last:
            task_id, _ = self.waiting.popitem()
            self.came[task_id] = asyncio.get_running_loop().time() + self.starts
        self.repeated = self.repeats if self.starts == 2 else 0

    async def kill(self):
        pass

    async def report(self):
        came, self.came = self.came, {}
        times = list(came.values())
        count, self.repeated = len(came) + self.repeated, 0
        return {"count": count, "first": min(times, default=0.0), "last": max(times, default=0.0), "times": came}


class Target:
    """The receiver of those."""

    urls = ()

    def __init__(self, workers):
        self.report = workers.report


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_a_peer_is_pinned_to_exact_versions_from_no_particular_place(peer):
    name = peer.name.split()[0]
    if name == "bullmq":
        wanted = json.loads((FOLDER / "node/package.json").read_text())["dependencies"]
        pins = [f"{package}=={version}" for package, version in wanted.items()]
    else:
        pins = (FOLDER / f"requirements/{name}.txt").read_text().split()
    assert any(pin.startswith(f"{name}==") for pin in pins)
    assert [pin for pin in pins if not PIN.fullmatch(pin)] == []


async def test_what_is_recorded_beside_a_server_is_owed(tmp_path):
    environment = {"PEER_FOLDER": str(tmp_path), "PEER_BROKER": "", "PYTHONPATH": str(FOLDER.parents[1])}

    def told(*words):
        return subprocess.run([*OURS[0].command, *words], env=environment, check=True, capture_output=True).stdout

    told("prepare")
    answer = json.loads(told("enqueue", "7", "0", "http://127.0.0.1:9/a", "http://127.0.0.2:9/b"))
    store = await SqliteStore.open(tmp_path)
    try:
        owed = [delivery for task_id in answer["sent"] for delivery in await store.deliveries_of(task_id)]
        census = await store.census()
    finally:
        await store.close()
    assert [delivery.lane for delivery in owed] == ["127.0.0.1", "127.0.0.2"] * 3 + ["127.0.0.1"]
    assert all(json.loads(each.body)["data"]["taskId"] == each.task_id for each in owed)
    assert (census.deliveries_owed, census.tasks_running) == (7, 0)


async def test_at_a_rate_each_is_put_in_alone_and_in_its_turn():
    put = []

    async def note(some):
        put.append(some)

    told = await offer(jobs(5, ["a", "b"]), 100, note, callers=2, batch=3)
    assert [[job.url for job in some] for some in put] == [["a"], ["b"], ["a"], ["b"], ["a"]]
    moments = [moment - told.began for moment in told.sent.values()]
    assert all(moment >= number / 100 for number, moment in enumerate(moments))


async def test_at_full_speed_they_are_put_in_by_batches():
    put = []

    async def note(some):
        put.append(len(some))

    await offer(jobs(7, ["a"]), 0, note, callers=2, batch=3)
    assert sorted(put) == [1, 3, 3]


def test_kill_ends_a_process_and_all_that_it_has_started():
    code = """if True:
        import subprocess, time
        process = subprocess.Popen(["sleep", "60"])
        while time.process_time() < 0.05:  # it is counted in hundredths
            pass
        print(process.pid, flush=True)
        process.wait()
    """
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    child = int(parent.stdout.readline())
    try:
        assert trees.tree(parent.pid) == [parent.pid, child]
        assert trees.cpu_seconds(parent.pid) > 0
        trees.kill(parent.pid)
        assert parent.wait(10) == -9
        assert parent.stdout.read() == b""  # which ends when the last that holds it has
    finally:
        parent.stdout.close()
        parent.kill()
        parent.wait(10)


async def test_full_speed_is_from_the_first_callback_to_the_last(monkeypatch):
    monkeypatch.setattr("benchmarks.peers.trials.SETTLED_SECONDS", 0)
    workers = Workers()
    await workers.enqueue(10, 0, [])

    async def start():
        now = asyncio.get_running_loop().time()
        workers.came = {str(number): now for number in range(6)}
        workers.later = {str(number): now + 2 for number in range(6, 10)}

    def cpu_seconds():
        workers.came, workers.later = workers.later, {}
        return 0.5 if workers.came else 0.9

    workers.start, workers.cpu_seconds = start, cpu_seconds
    speed = await full_speed(workers, Target(workers), Size(full=10), is_live=False)
    assert (speed.enqueued, speed.delivered, round(speed.cpu, 9)) == (5, 5, 0.1)


async def test_what_a_killed_worker_held_and_what_came_twice_is_counted(monkeypatch):
    monkeypatch.setattr("benchmarks.peers.trials.SETTLED_SECONDS", 0)
    workers = Workers(holds=3, repeats=2)

    found = await killed(workers, Target(workers), Size(killed=12))
    assert (found.missing, found.twice, workers.starts) == (0, 2, 2)
    assert 1 < found.first_after <= found.all_after < 4


async def test_what_never_comes_back_is_missing(monkeypatch):
    monkeypatch.setattr("benchmarks.peers.trials.SETTLED_SECONDS", 0)
    monkeypatch.setattr("benchmarks.peers.trials.BACK_SECONDS", 0.2)
    workers = Workers(holds=3)

    start = workers.start

    async def start_once():
        if not workers.starts:
            await start()

    workers.start = start_once
    found = await killed(workers, Target(workers), Size(killed=12))
    assert found == Killed(missing=3, twice=0, first_after=None, all_after=None)


def test_the_tables_compare_ours_with_each_peer():
    results = [_result(PEERS[0], 100.0), _result(OURS[0], 1500.0)]
    ratios = list(tables(results))[2]
    assert [list(column.cells) for column in ratios.columns] == [[PEERS[0].name], ["10"], ["15.00"]]


def _result(system, rate):
    return Result(
        system,
        about={"versions": {"x": "1"}, "settings": "as they are"},
        speeds=[Speed(enqueued=1.0, delivered=rate, cpu=0.1)],
        light=[0.1],
        killed=Killed(missing=0, twice=0, first_after=1.0, all_after=2.0),
        beside=Beside(count=2, in_time=0),
    )
