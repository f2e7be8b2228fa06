"""Deliver: 5 000 owed callbacks drained by the real dispatcher on SQLite FULL, against the ceiling, in turn."""

import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks import fill
from benchmarks.processes import KEY, receiver

COUNT = 5000
HOSTS = ("127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.4")
PER_HOST = 64
ROUNDS = 5


async def measure() -> list[tuple[str, str]]:
    ceilings, drains, cpu = [], [], []
    async with receiver(HOSTS) as target:
        for _ in range(ROUNDS):
            ceilings.append(COUNT / (await ceiling(target.urls))["seconds"])
            await target.report()
            took = await _drain(target.urls)
            drains.append(COUNT / took["seconds"])
            cpu.append(took["cpu"] / COUNT * 1e6)
            came = await target.report()
            if came["count"] != COUNT or len(came["times"]) != COUNT:
                raise RuntimeError(
                    f"{came['count']} callbacks came, {len(came['times'])} of them different: not {COUNT}"
                )
    ratios = [drain / ceiling for drain, ceiling in zip(drains, ceilings, strict=True)]
    return [
        ("ceiling, callbacks/s", f"{median(ceilings):,.0f}"),
        ("deliver, callbacks/s", f"{median(drains):,.0f}"),
        ("deliver, CPU per callback", f"{median(cpu):.0f} µs"),
        ("deliver / ceiling (to reach 0.8)", f"{median(ratios):.2f}  ({min(ratios):.2f} to {max(ratios):.2f})"),
    ]


async def ceiling(urls: Sequence[str]) -> dict[str, float]:
    """Post as many callbacks as `deliver` does, with nothing durable; the seconds and the CPU seconds it took."""
    in_flight = PER_HOST * len(urls)
    command = (sys.executable, "-m", "benchmarks.ceiling", str(COUNT), str(in_flight), *urls)
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate()
    return json.loads(out)


async def _drain(urls: Sequence[str]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill.owed(folder, COUNT, urls)
        environment = os.environ | {
            "HELIOGRAPH_DATA_DIR": name,
            "HELIOGRAPH_API_KEYS": KEY,
            "HELIOGRAPH_GENERATOR": "rehearsal",
            "HELIOGRAPH_EGRESS_ALLOW": "127.0.0.0/8",
            "HELIOGRAPH_CALLBACKS_PER_HOST": str(PER_HOST),
        }
        with (folder / "log").open("wb") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "benchmarks.drain", str(folder / "took"), env=environment, stdout=log, stderr=log
            )
            if await process.wait():
                raise RuntimeError((folder / "log").read_text()[-2000:])
        return json.loads((folder / "took").read_text())
