"""Isolation: healthy callbacks of a server that owes 10 000 to mute receivers, and of one that owes none, in turn."""

import asyncio
import re
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from statistics import median

import aiohttp

from benchmarks.deliver import HOSTS, PER_HOST
from benchmarks.processes import (
    Receiver,
    cpu_seconds,
    memory_bytes,
    mute,
    open_files,
    quantile,
    receiver,
    server,
    submit,
)

PARKED = 10_000
HUNG = 5000
MUTE_PLACES = 4096
"""Half of all: more are never held by hosts that have not answered."""
MANY_HOSTS = tuple(f"127.1.{number // 250}.{number % 250 + 1}" for number in range(HUNG))
ONE_HOST = MANY_HOSTS[:1]
HEALTHY_RATE = 200.0
TURN_COUNT = 400
TURNS = 20
"""A few slow moments of the disk decide over the p99 of fewer."""
WARM_UP_COUNT = 500
GAUGE = re.compile(r'^heliograph_deliveries\{state="(\w+)"\} (\S+)$', re.MULTILINE)
SETTINGS = {"HELIOGRAPH_CALLBACKS_PER_HOST": str(PER_HOST), "HELIOGRAPH_SHUTDOWN_GRACE_SECONDS": "0"}
PARKING = {"HELIOGRAPH_CALLBACK_TIMEOUT_SECONDS": "300"}
"""Longer than it all takes, so that what is parked stays parked."""
TRIED, FIRST_TIMED_OUT_SECONDS = 1000, 16.0
"""Where nothing is parked: so many are under way, and then the first of them has its second attempt before it."""


@dataclass(slots=True)
class Side:
    """A server, and what the healthy callbacks of each turn took: seconds from submit to callback, CPU seconds each."""

    base_url: str
    pid: int
    turns: list[list[float]] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    async def take_turn(self, healthy: Receiver) -> None:
        before = cpu_seconds(self.pid)
        self.turns.append(await _delivered(self.base_url, healthy, count=TURN_COUNT, rate=HEALTHY_RATE))
        self.cpu.append((cpu_seconds(self.pid) - before) / TURN_COUNT)


async def measure() -> list[tuple[str, str]]:
    async with receiver(HOSTS) as healthy:
        many = await _compared(healthy, MANY_HOSTS, f"{PARKED:,} owed to {HUNG:,} mute hosts, two each")
        one = await _compared(healthy, ONE_HOST, f"{PARKED:,} owed to one mute host, {PER_HOST} in flight")
        tried = await _compared(
            healthy, MANY_HOSTS, f"{PARKED:,} owed to {HUNG:,} mute hosts, timed out and tried again", parks=False
        )
    return [*many, *one[:-1], *tried[:-1]]


async def _compared(
    healthy: Receiver, hosts: Sequence[str], title: str, *, parks: bool = True
) -> list[tuple[str, str]]:
    settings = SETTINGS | (PARKING if parks else {})
    async with mute(hosts) as parking, _side(settings) as alone, _side(settings) as beside:
        for side in (alone, beside):
            await _delivered(side.base_url, healthy, count=WARM_UP_COUNT, rate=0)
        before = memory_bytes(beside.pid)
        at_least = min(MUTE_PLACES, PER_HOST * len(hosts)) if parks else TRIED
        await submit(beside.base_url, parking, count=PARKED, connections=50, rate=0)
        await _parked(beside, at_least)
        bytes_each = (memory_bytes(beside.pid) - before) / PARKED
        # The same work for the other, or it would be the one that has not warmed up.
        await _delivered(alone.base_url, healthy, count=PARKED, rate=0)
        if not parks:
            await asyncio.sleep(FIRST_TIMED_OUT_SECONDS)
        for turn in range(TURNS):
            for side in (alone, beside) if turn % 2 else (beside, alone):
                await side.take_turn(healthy)
        if parks:
            await _parked(beside, at_least)
    return [
        *_rows(title, alone, beside),
        ("memory per parked callback (to reach: at most 20 KB)", _kilobytes(bytes_each)),
    ]


@asynccontextmanager
async def _side(settings: dict[str, str]) -> AsyncIterator[Side]:
    with tempfile.TemporaryDirectory() as folder:
        async with server(Path(folder), **settings) as (base_url, pid):
            yield Side(base_url, pid)


def _rows(title: str, alone: Side, beside: Side) -> list[tuple[str, str]]:
    ratios = [_p99(more) / _p99(less) for less, more in zip(alone.turns, beside.turns, strict=True)]
    whole = _p99(list(chain(*beside.turns))) / _p99(list(chain(*alone.turns)))
    return [
        (title, f"healthy alone {_figures(alone)}"),
        ("", f"healthy beside {_figures(beside)}"),
        ("p99 beside / alone (to reach: at most 2)", f"{whole:.2f}  ({min(ratios):.2f} to {max(ratios):.2f} by turn)"),
    ]


def _figures(side: Side) -> str:
    took = list(chain(*side.turns))
    return (
        f"p50 {median(took) * 1000:.1f} ms, p99 {_p99(took) * 1000:.1f} ms, CPU {median(side.cpu) * 1e6:,.0f} µs each"
    )


def _p99(seconds: Sequence[float]) -> float:
    return quantile(seconds, 0.99)


def _kilobytes(count: float) -> str:
    return f"{count / 1000:.1f} KB"


async def _delivered(base_url: str, target: Receiver, *, count: int, rate: float) -> list[float]:
    told = await submit(base_url, target.urls, count=count, connections=50, rate=rate)
    came = await target.came(count, within_seconds=60)
    return [came["times"][task_id] - at for task_id, at in told["sent"].items()]


async def _parked(side: Side, at_least: int) -> None:
    """Wait until all are there, and that many connections; raises `TimeoutError`."""
    async with aiohttp.ClientSession() as session, asyncio.timeout(120):
        while open_files(side.pid) < at_least or sum((await _deliveries(session, side.base_url)).values()) != PARKED:
            await asyncio.sleep(0.2)


async def _deliveries(session: aiohttp.ClientSession, base_url: str) -> dict[str, int]:
    async with session.get(f"{base_url}/metrics") as answer:
        text = await answer.text()
    return {state: int(float(count)) for state, count in GAUGE.findall(text)}
