"""Isolation: healthy callbacks beside 5 000 parked on receivers that never answer, on the real server."""

import asyncio
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import aiohttp

from benchmarks.deliver import HOSTS, PER_HOST
from benchmarks.processes import Receiver, memory_bytes, mute, quantile, receiver, server, submit

PARKED = 5000
MANY_HOSTS = tuple(f"127.1.{number // 250}.{number % 250 + 1}" for number in range(500))
ONE_HOST = MANY_HOSTS[:1]
HEALTHY_RATE = 200.0
HEALTHY_COUNT = 1600
WARM_UP_COUNT = 500
ROUNDS = 3
GAUGE = re.compile(r'^heliograph_deliveries\{state="(\w+)"\} (\S+)$', re.MULTILINE)
SETTINGS = {
    "HELIOGRAPH_CALLBACKS_PER_HOST": str(PER_HOST),
    # Longer than a round takes, so that what is parked stays parked.
    "HELIOGRAPH_CALLBACK_TIMEOUT_SECONDS": "120",
    "HELIOGRAPH_SHUTDOWN_GRACE_SECONDS": "0",
}


@dataclass(frozen=True, slots=True)
class Round:
    """Seconds from submit to callback at p99, alone and beside the parked ones, and what each of these costs."""

    alone: float
    beside: float
    bytes_each: float


async def measure() -> list[tuple[str, str]]:
    many, one = [], []
    async with receiver(HOSTS) as healthy:
        for _ in range(ROUNDS):
            many.append(await _round(healthy, MANY_HOSTS))
            one.append(await _round(healthy, ONE_HOST))
    return [
        *_rows(f"{PARKED:,} in flight to {len(MANY_HOSTS)} mute hosts", many),
        ("memory per callback in flight (to reach: at most 20 KB)", _memory(many)),
        *_rows(f"{PARKED:,} owed to one mute host, {PER_HOST} of them in flight", one),
    ]


def _rows(title: str, rounds: Sequence[Round]) -> list[tuple[str, str]]:
    alone, beside = (
        median(values) * 1000 for values in zip(*((each.alone, each.beside) for each in rounds), strict=True)
    )
    ratios = [each.beside / each.alone for each in rounds]
    return [
        (title, f"healthy p99 alone {alone:.1f} ms, beside {beside:.1f} ms"),
        ("beside / alone (to reach: at most 2)", f"{median(ratios):.2f}  ({min(ratios):.2f} to {max(ratios):.2f})"),
    ]


def _memory(rounds: Sequence[Round]) -> str:
    each = [round_.bytes_each / 1000 for round_ in rounds]
    return f"{median(each):.1f} KB  ({min(each):.1f} to {max(each):.1f})"


async def _round(healthy: Receiver, hosts: Sequence[str]) -> Round:
    with tempfile.TemporaryDirectory() as folder:
        async with mute(hosts) as parking, server(Path(folder), **SETTINGS) as (base_url, pid):
            await _healthy(base_url, healthy, count=WARM_UP_COUNT, rate=0)
            alone = await _healthy(base_url, healthy, count=HEALTHY_COUNT, rate=HEALTHY_RATE)
            before = memory_bytes(pid)
            await submit(base_url, parking, count=PARKED, connections=50, rate=0)
            await _parked(base_url, in_flight=min(PARKED, PER_HOST * len(hosts)))
            after = memory_bytes(pid)
            beside = await _healthy(base_url, healthy, count=HEALTHY_COUNT, rate=HEALTHY_RATE)
            await _parked(base_url, in_flight=min(PARKED, PER_HOST * len(hosts)))
    return Round(quantile(alone, 0.99), quantile(beside, 0.99), (after - before) / PARKED)


async def _healthy(base_url: str, target: Receiver, *, count: int, rate: float) -> list[float]:
    told = await submit(base_url, target.urls, count=count, connections=50, rate=rate)
    came = await target.came(count, within_seconds=60)
    return [came["times"][task_id] - at for task_id, at in told["sent"].items()]


async def _parked(base_url: str, *, in_flight: int) -> None:
    """Wait until that many are in flight and the others owed; raises `TimeoutError`."""
    async with aiohttp.ClientSession() as session, asyncio.timeout(60):
        while await _deliveries(session, base_url) != {"sending": in_flight, "owed": PARKED - in_flight}:
            await asyncio.sleep(0.2)


async def _deliveries(session: aiohttp.ClientSession, base_url: str) -> dict[str, int]:
    async with session.get(f"{base_url}/metrics") as answer:
        text = await answer.text()
    return {state: int(float(count)) for state, count in GAUGE.findall(text)}
