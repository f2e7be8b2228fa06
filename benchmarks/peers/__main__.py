"""`python -m benchmarks.peers [OPTIONS]`: other job systems and ours, in turn."""

import argparse
import asyncio
import json
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, replace
from pathlib import Path

from rich.console import Console

from benchmarks.__main__ import machine
from benchmarks.deliver import HOSTS
from benchmarks.peers import brokers, trials
from benchmarks.peers.brokers import Brokers
from benchmarks.peers.report import Result, tables
from benchmarks.peers.stage import Stage, staged
from benchmarks.peers.systems import SYSTEMS
from benchmarks.peers.trials import ON_THE_WAY_SECONDS, Size
from benchmarks.processes import Receiver, mute, receiver

MUTE_HOSTS = tuple(f"127.0.1.{number}" for number in range(1, len(HOSTS) + 1))
QUICK = Size(full=500, light=40, killed=400, burst=200, beside=80, rounds=1)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="few jobs and one round: whether it works, not how fast")
    options.add_argument("--only", nargs="+", metavar="NAME", help="systems whose name begins so")
    options.add_argument("--rounds", type=int, help="3, or 1 if quick")
    options.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    given = options.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # So that whatever was started is ended.
    systems = [each for each in SYSTEMS if not given.only or each.name.startswith(tuple(given.only))]
    size = QUICK if given.quick else Size()
    size = replace(size, rounds=given.rounds or size.rounds)
    console = Console(width=160)
    console.print(machine())
    console.print(", ".join(f"{name} {number}" for name, number in brokers.versions().items()))
    results = [Result(system) for system in systems]

    def note() -> None:
        if given.json:
            given.json.write_text(json.dumps([asdict(result) for result in results], indent=1))

    asyncio.run(_measured(results, size, console, note))
    for table in tables(results):
        console.print(table)


async def _measured(results: Sequence[Result], size: Size, console: Console, note: Callable[[], None]) -> None:
    with brokers.open_brokers() as kept:
        async with receiver(HOSTS) as target, mute(MUTE_HOSTS) as silent:
            for result in results:
                await _introduce(result, kept)
            for number in range(size.rounds):
                for result in results:
                    console.print(f"round {number + 1}: {result.system.name}", style="dim")
                    await _round(result, kept, target, size)
                    note()
            for result in results:
                console.print(f"killed, and beside mute receivers: {result.system.name}", style="dim")
                await _trouble(result, kept, target, silent, size)
                note()


async def _introduce(result: Result, kept: Brokers) -> None:
    async with staged(result.system, kept) as stage:
        result.about = json.loads(await stage.told("about"))


@asynccontextmanager
async def _trial(result: Result, kept: Brokers, target: Receiver) -> AsyncIterator[Stage]:
    """Nothing of it is left for the next one; who fails is told of, and the others go on."""
    try:
        async with staged(result.system, kept) as stage:
            yield stage
    except RuntimeError as error:
        result.faults.append(str(error))
    await asyncio.sleep(ON_THE_WAY_SECONDS)
    await target.report()


async def _round(result: Result, kept: Brokers, target: Receiver, size: Size) -> None:
    async with _trial(result, kept, target) as stage:
        result.speeds.append(await trials.full_speed(stage, target, size, is_live=result.system.is_live))
    async with _trial(result, kept, target) as stage:
        result.light += await trials.light_load(stage, target, size)


async def _trouble(result: Result, kept: Brokers, target: Receiver, silent: Sequence[str], size: Size) -> None:
    if not result.system.is_live:
        async with _trial(result, kept, target) as stage:
            result.killed = await trials.killed(stage, target, size)
    async with _trial(result, kept, target) as stage:
        result.beside = await trials.beside_mute(stage, target, silent, size)


if __name__ == "__main__":
    main()
