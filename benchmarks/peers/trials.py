"""What each system is put through: full speed, light load, a killed worker, receivers that do not answer."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.peers.stage import Stage
from benchmarks.processes import Receiver

WITHIN_SECONDS = 20.0
"""Of a healthy callback beside receivers that do not answer."""
MOST_SECONDS = 20.0
"""Of full speed: who is slower is measured by what came until then."""
BACK_SECONDS = 60.0
"""How long is waited for what a killed worker held."""
ON_THE_WAY_SECONDS = 0.1
"""What was on the way as a worker was killed comes within that, and nobody starts so quickly."""
SETTLED_SECONDS = 1.0
"""After the last callback: what is still to be acknowledged belongs to it."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many jobs, at what rate."""

    full: int = 2000
    light: int = 100
    light_rate: float = 20
    killed: int = 1000
    burst: int = 1000
    beside: int = 400
    beside_rate: float = 40
    rounds: int = 3


@dataclass(frozen=True, slots=True)
class Speed:
    """Of full speed: a second, and CPU seconds of the workers and their broker for each."""

    enqueued: float
    delivered: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Killed:
    """After `kill -9` and a start at once: seconds to the first callback and to the last that came."""

    missing: int
    twice: int
    first_after: float | None
    all_after: float | None


@dataclass(frozen=True, slots=True)
class Beside:
    """Healthy callbacks, half of all, beside those that nobody answers: how many, and what those took that came."""

    count: int
    in_time: int
    took: Sequence[float] = field(default=())


async def full_speed(stage: Stage, target: Receiver, size: Size, *, is_live: bool) -> Speed:
    if is_live:
        return await _live(stage, target, size.full)
    told = await stage.enqueue(size.full, 0, target.urls)
    await stage.start()
    early = await _came(target, 1, 60)
    before = stage.cpu_seconds()
    late = await _came(target, size.full - early["count"], MOST_SECONDS)
    await asyncio.sleep(SETTLED_SECONDS if early["count"] + late["count"] == size.full else 0)
    return Speed(
        enqueued=size.full / (told["ended"] - told["began"]),
        delivered=(early["count"] + late["count"]) / ((late["last"] or early["last"]) - early["first"]),
        cpu=(stage.cpu_seconds() - before) / max(1, late["count"]),
    )


async def _came(target: Receiver, count: int, within_seconds: float) -> dict[str, Any]:
    """As `Receiver.came`, but what came until then is good enough if anything did; raises `TimeoutError`."""
    whole, until = await target.report(), time.monotonic() + within_seconds
    while whole["count"] < count and time.monotonic() < until:
        await asyncio.sleep(0.02)
        part = await target.report()
        whole["first"] = whole["first"] or part["first"]
        whole["last"] = part["last"] or whole["last"]
        whole["count"] += part["count"]
    if count and not whole["count"]:
        raise TimeoutError
    return whole


async def _live(stage: Stage, target: Receiver, count: int) -> Speed:
    """Put in and delivered at the same time."""
    await stage.start_warm(target)
    before = stage.cpu_seconds()
    told = await stage.enqueue(count, 0, target.urls)
    came = await _came(target, count, MOST_SECONDS)
    await asyncio.sleep(SETTLED_SECONDS)
    return Speed(
        enqueued=count / (told["ended"] - told["began"]),
        delivered=came["count"] / (came["last"] - told["began"]),
        cpu=(stage.cpu_seconds() - before) / came["count"],
    )


async def light_load(stage: Stage, target: Receiver, size: Size) -> list[float]:
    """Seconds from just before each was put in to its callback."""
    await stage.start_warm(target)
    told = await stage.enqueue(size.light, size.light_rate, target.urls)
    came = await target.came(size.light, within_seconds=60)
    return [came["times"][task_id] - at for task_id, at in told["sent"].items()]


async def killed(stage: Stage, target: Receiver, size: Size) -> Killed:
    told = await stage.enqueue(size.killed, 0, target.urls)
    await stage.start()
    ids, count = set[str](), 0
    async with asyncio.timeout(60):
        while len(ids) < size.killed / 4:
            await asyncio.sleep(0.01)
            part = await target.report()
            ids |= part["times"].keys()
            count += part["count"]
    await stage.kill()
    at = time.monotonic()
    await stage.start()
    first = last = None
    while ids != told["sent"].keys() and time.monotonic() < at + BACK_SECONDS:
        await asyncio.sleep(0.05)
        part = await target.report()
        count += part["count"]
        late = [moment - at for moment in part["times"].values() if moment > at + ON_THE_WAY_SECONDS]
        first = min([first, *late]) if first else min(late, default=None)
        last = max([moment - at for task_id, moment in part["times"].items() if task_id not in ids], default=last)
        ids |= part["times"].keys()
    await asyncio.sleep(SETTLED_SECONDS)
    count += (await target.report())["count"]
    return Killed(missing=size.killed - len(ids), twice=count - len(ids), first_after=first, all_after=last)


async def beside_mute(stage: Stage, target: Receiver, mute: Sequence[str], size: Size) -> Beside:
    """A burst, then a steady stream, each in turn for a receiver that answers and for one that does not."""
    await stage.start_warm(target)
    urls = [url for pair in zip(target.urls, mute, strict=True) for url in pair]
    await stage.enqueue(size.burst, 0, urls)
    told = await stage.enqueue(size.beside, size.beside_rate, urls)
    healthy, took = size.beside // 2, dict[str, float]()
    while len(took) < healthy and time.monotonic() < told["ended"] + WITHIN_SECONDS:
        await asyncio.sleep(0.1)
        for task_id, moment in (await target.report())["times"].items():
            if task_id in told["sent"]:
                took[task_id] = moment - told["sent"][task_id]
    return Beside(healthy, sum(seconds <= WITHIN_SECONDS for seconds in took.values()), sorted(took.values()))
