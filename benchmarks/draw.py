"""Draw: everyday prompts at 1024x1024 by the illustrator, in one process and in as many as there are cores, in turn."""

import asyncio
import os
import time
from dataclasses import dataclass
from statistics import median

from benchmarks.processes import family_cpu_seconds
from heliograph.adapters.generators.illustrator.generator import Illustrator
from heliograph.domain.picture import Brief

PROMPTS = (
    "a red bicycle leaning on a white wall",
    "a dog in a park",
    "a castle on a hill at night",
    "a bowl of fruit on a wooden table",
    "two children flying a kite on the beach",
    "a cat sleeping on a sofa beside a lamp",
)
EACH = 4
ROUNDS = 3
SIDE = 1024


@dataclass(frozen=True, slots=True)
class Took:
    """Pictures a second, and seconds of the processor for each."""

    rate: float
    cpu: float


async def measure() -> list[tuple[str, str]]:
    cores = os.cpu_count() or 1
    await _drawn(cores)  # the processes have started and loaded what they need
    alone, together = [], []
    for _ in range(ROUNDS):
        alone.append(await _drawn(1))
        together.append(await _drawn(cores))
    times = [many.rate / one.rate for one, many in zip(alone, together, strict=True)]
    return [
        ("in one process", _told(alone)),
        (f"in {cores} processes", _told(together)),
        ("  times as many", f"{median(times):.2f}  ({min(times):.2f} to {max(times):.2f}), on {cores} cores"),
    ]


async def _drawn(at_once: int) -> Took:
    todo = iter([(prompt, seed) for prompt in PROMPTS for seed in range(EACH)])
    illustrator, count = Illustrator(), len(PROMPTS) * EACH
    began, used = time.perf_counter(), family_cpu_seconds(os.getpid())

    async def work() -> None:
        for prompt, seed in todo:
            brief = Brief(prompt=prompt, width=SIDE, height=SIDE, variants=1, seed=seed)
            await illustrator.generate(brief, progress=_nobody)

    await asyncio.gather(*(work() for _ in range(at_once)))
    took, cpu = time.perf_counter() - began, family_cpu_seconds(os.getpid()) - used
    return Took(rate=count / took, cpu=cpu / count)


def _told(took: list[Took]) -> str:
    rate, cpu = median(each.rate for each in took), median(each.cpu for each in took)
    return f"{rate:.1f} pictures/s at {cpu:.2f} s of CPU each"


async def _nobody(share: float, *, preview: bytes | None = None) -> None:
    """Is told of progress."""
