"""Fairness: one key's callbacks on a server that owes another key's 100 000, and on one that owes none, in turn."""

import hashlib
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from statistics import median

from benchmarks import fill
from benchmarks.processes import KEY, Receiver, quantile, receiver, server, submit
from heliograph.domain.task import KeyId

BACKLOG = 100_000
OTHER_KEY = "backlog"
SHARED_HOST = "127.0.0.1"
MANY_HOSTS = tuple(f"127.0.1.{number}" for number in range(1, 101))
ONE_ANSWERS_SECONDS, MANY_ANSWER_SECONDS = 0.3, 5.0
"""A backlog that is answered at once is gone before anything can be measured beside it; many hosts take more."""
RATE = 20.0
TURN_COUNT = 150
TURNS = 3
WARM_UP_COUNT = 100
MOST_MS = 50


@dataclass(slots=True)
class Side:
    """A server, and what each callback of each turn took: seconds from submit to callback."""

    base_url: str
    turns: list[list[float]] = field(default_factory=list)

    async def take_turn(self, target: Receiver) -> None:
        self.turns.append(await _delivered(self.base_url, target, count=TURN_COUNT, rate=RATE))


async def measure() -> list[tuple[str, str]]:
    one = await _compared([SHARED_HOST], ONE_ANSWERS_SECONDS, f"{BACKLOG:,} owed to the very host that is measured")
    many = await _compared(MANY_HOSTS, MANY_ANSWER_SECONDS, f"{BACKLOG:,} owed to {len(MANY_HOSTS)} other hosts")
    return [*one, *many]


async def _compared(hosts: Sequence[str], answer_seconds: float, title: str) -> list[tuple[str, str]]:
    async with AsyncExitStack() as stack:
        target = await stack.enter_async_context(receiver([SHARED_HOST]))
        slow = await stack.enter_async_context(receiver(hosts, answer_seconds=answer_seconds))
        alone = await stack.enter_async_context(_side([]))
        beside = await stack.enter_async_context(_side(slow.urls))
        for side in (alone, beside):
            await _delivered(side.base_url, target, count=WARM_UP_COUNT, rate=RATE)
        came = (await slow.report())["count"]
        for turn in range(TURNS):
            for side in (alone, beside) if turn % 2 else (beside, alone):
                await side.take_turn(target)
        came += (await slow.report())["count"]
        if came >= BACKLOG:
            raise RuntimeError("the backlog was gone before the end: there was nothing to be measured beside")
    return _rows(title, alone, beside, came)


@asynccontextmanager
async def _side(backlog: Sequence[str]) -> AsyncIterator[Side]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if backlog:
            fill.owed(folder, BACKLOG, backlog, key_id=KeyId(hashlib.sha256(OTHER_KEY.encode()).hexdigest()))
        async with server(folder, HELIOGRAPH_API_KEYS=f"{KEY},{OTHER_KEY}") as (base_url, _):
            yield Side(base_url)


def _rows(title: str, alone: Side, beside: Side, came: int) -> list[tuple[str, str]]:
    moved = (_p95(beside) - _p95(alone)) * 1000
    return [
        (title, f"the other key alone {_figures(alone)}"),
        ("", f"the other key beside {_figures(beside)}, while {came:,} of the backlog came"),
        (f"p95 beside less p95 alone (to reach: at most {MOST_MS} ms)", f"{moved:.1f} ms"),
    ]


def _figures(side: Side) -> str:
    return f"p50 {median(chain(*side.turns)) * 1000:.1f} ms, p95 {_p95(side) * 1000:.1f} ms"


def _p95(side: Side) -> float:
    return quantile(list(chain(*side.turns)), 0.95)


async def _delivered(base_url: str, target: Receiver, *, count: int, rate: float) -> list[float]:
    told = await submit(base_url, target.urls, count=count, connections=20, rate=rate)
    came = await target.came(count, within_seconds=60)
    return [came["times"][task_id] - at for task_id, at in told["sent"].items()]
