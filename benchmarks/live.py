"""Live: submitted over HTTP by a separate process, drawn by `rehearsal`, called back, against the ceiling."""

import tempfile
from pathlib import Path
from statistics import median

from benchmarks.deliver import COUNT as CEILING_COUNT
from benchmarks.deliver import HOSTS, ceiling
from benchmarks.processes import Receiver, quantile, receiver, server, submit

COUNT = 3000
CONNECTIONS = 64
ROUNDS = 3
LIGHT_RATE = 20.0
LIGHT_COUNT = 300


async def measure() -> list[tuple[str, str]]:
    # Nothing is deleted before the end: this kind of file system avoids the places of files that were just deleted, and
    # looks for other ones at every file it makes.
    with tempfile.TemporaryDirectory() as name:
        return await _measured(Path(name))


async def _measured(folder: Path) -> list[tuple[str, str]]:
    ceilings, rates = [], []
    async with receiver(HOSTS) as target:
        light = await _light(target, folder / "light")
        for number in range(ROUNDS):
            ceilings.append(await ceiling("aiohttp", CEILING_COUNT, target))
            rates.append(await _full(target, folder / str(number)))
    ratios = [rate / most for rate, most in zip(rates, ceilings, strict=True)]
    p50, p99 = (quantile(light, share) * 1000 for share in (0.5, 0.99))
    return [
        ("ceiling, callbacks/s", f"{median(ceilings):,.0f}"),
        ("live, tasks/s from submit to callback", f"{median(rates):,.0f}"),
        ("live / ceiling (to reach 0.2)", f"{median(ratios):.2f}  ({min(ratios):.2f} to {max(ratios):.2f})"),
        (
            f"at {LIGHT_RATE:g} tasks/s, submit to callback",
            f"p50 {p50:.1f} ms (at most 15), p99 {p99:.1f} ms (at most 50)",
        ),
    ]


async def _full(target: Receiver, folder: Path) -> float:
    folder.mkdir()
    async with server(folder) as (base_url, _):
        told = await submit(base_url, target.urls, count=COUNT, connections=CONNECTIONS, rate=0)
        came = await target.came(COUNT, within_seconds=120)
    return COUNT / (came["last"] - told["began"])


async def _light(target: Receiver, folder: Path) -> list[float]:
    folder.mkdir()
    async with server(folder) as (base_url, _):
        told = await submit(base_url, target.urls, count=LIGHT_COUNT, connections=20, rate=LIGHT_RATE)
        came = await target.came(LIGHT_COUNT, within_seconds=60)
    return [came["times"][task_id] - at for task_id, at in told["sent"].items()]
