"""What only a GPU can show: `python -m tests.generators.gpu_check`, with torch, diffusers and msgspec installed.

It makes a pipeline of the size of SDXL with random weights (7 GB on disk), draws with it on the device, and prints one
line of JSON for each thing that was tried; status 1 if one was not as it should be. `--small` takes the tiny pipelines
of the other tests. It needs no pytest, no network and no installed Heliograph: start it in the root of the project.
"""

import argparse
import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from heliograph.adapters.generators.diffusers.generator import Diffusers
from heliograph.adapters.generators.diffusers.job import Job
from heliograph.adapters.generators.diffusers.messages import Cancelled, Draw, Open
from heliograph.domain.picture import Pictures
from tests.generators.drawings import Watcher, brief, halves, opened, picture_input

MODELS = "from tests.generators import {module}; import pathlib, sys; {module}.make(pathlib.Path(sys.argv[1]))"
CHECK_SECONDS = 120
BALLAST = """
import sys, torch
device, left = torch.device(sys.argv[1]), int(sys.argv[2])
held = []
while (free := torch.cuda.mem_get_info(device)[0]) > left:
    held.append(torch.empty(min(free - left, 2**30), dtype=torch.uint8, device=device))
    if held[-1].numel() < 2**22:
        break
print("full", flush=True)
sys.stdin.read()
"""


class Timed(Watcher):
    """Also when."""

    def __init__(self):
        super().__init__()
        self.moments = []

    async def __call__(self, share, *, preview=None):
        self.moments.append(time.monotonic())
        await super().__call__(share, preview=preview)


class Checks:
    def __init__(self, chosen, folder):
        self.chosen = chosen
        self.folder = folder
        self.size = (128, 128) if chosen.small else (1024, 1024)
        self.failed = 0
        self.step_seconds = 0.0

    @property
    def model(self):
        return self.folder / ("xl" if self.chosen.small else "sdxl")

    def make_models(self):
        module = "diffusers_models" if self.chosen.small else "gpu_models"
        subprocess.run([sys.executable, "-c", MODELS.format(module=module), self.folder], check=True)

    def options(self, **more):
        return Open(**{"model": str(self.model), "steps": self.chosen.steps} | more)

    @asynccontextmanager
    async def generator(self, *devices, **more):
        generator = Diffusers(self.options(**more), devices or [self.chosen.device])
        await generator.open()
        try:
            yield generator
        finally:
            await generator.close()

    def tell(self, name, ok, **figures):
        self.failed += not ok
        line = {"check": name, "ok": bool(ok)} | {
            key: round(value, 3) if isinstance(value, float) else value for key, value in figures.items()
        }
        print(json.dumps(line, default=str), flush=True)  # noqa: T201  # it is what it is for

    def brief(self, **more):
        return brief(**{"size": self.size} | more)


async def drawing(checks, generator):
    watcher = Timed()
    began = time.monotonic()
    outcome = await generator.generate(checks.brief(), progress=watcher)
    first = time.monotonic() - began
    if not isinstance(outcome, Pictures):
        checks.tell("draw", ok=False, outcome=outcome)
        return
    began = time.monotonic()
    watcher = Timed()
    again = await generator.generate(checks.brief(), progress=watcher)
    gaps = sorted(b - a for a, b in zip(watcher.moments, watcher.moments[1:], strict=False))
    checks.step_seconds = gaps[len(gaps) // 2]
    sizes = [(opened(preview).size, len(preview)) for preview in watcher.previews]
    checks.tell(
        "draw",
        ok=opened(again.images[0]).size == checks.size and len(watcher.shares) > checks.chosen.steps // 2 and sizes,
        first_seconds_with_loading=first,
        seconds=time.monotonic() - began,
        told=len(watcher.shares),
        step_seconds_median=checks.step_seconds,
        step_seconds_longest=gaps[-1],
        previews=sizes,
        same_seed_same_bytes=again.images == outcome.images,
        torch_in_this_process="torch" in sys.modules,
    )


async def cancelling(checks, generator):
    """From the cancel to the answer that nothing is drawn any more."""
    latencies = []
    for number in range(6):
        news = asyncio.Event()
        job = Job(Draw(number=10_000 + number, prompt="", width=checks.size[0], height=checks.size[1], seed=1), news)
        generator._jobs.put_nowait(job)
        while job.share < (number + 1) / 10 and job.outcome is None:
            await news.wait()
            news.clear()
        began = time.monotonic()
        job.cancel()
        while job.outcome is None:
            await news.wait()
            news.clear()
        latencies.append(time.monotonic() - began)
        if not isinstance(job.outcome, Cancelled):
            checks.tell("cancel", ok=False, outcome=job.outcome)
            return
    limit = 2 * checks.step_seconds + 0.25
    checks.tell(
        "cancel",
        ok=max(latencies) < limit,
        longest_seconds=max(latencies),
        median_seconds=sorted(latencies)[3],
        limit_seconds=limit,
    )


async def changing(checks, generator):
    original = halves("red", "blue", checks.size)
    given = picture_input(original)
    began = time.monotonic()
    changed = await generator.generate(checks.brief(inputs=[given]), progress=Watcher())
    between = time.monotonic()
    mask = picture_input(halves("black", "white", checks.size).convert("L"))
    masked = await generator.generate(checks.brief(inputs=[given], mask=mask), progress=Watcher())
    if not isinstance(changed, Pictures) or not isinstance(masked, Pictures):
        checks.tell("change", ok=False, changed=changed, masked=masked)
        return
    right = (checks.size[0] // 2, 0, *checks.size)
    kept = opened(masked.images[0]).crop(right).tobytes() == original.crop(right).tobytes()
    checks.tell("change", ok=kept, from_picture_seconds=between - began, inpaint_seconds=time.monotonic() - between)


async def filling(checks):
    """Another program takes the device's memory, then gives it back."""
    # What the process keeps for itself is as much as a picture of before needs: a larger one it has no room for.
    size = (2048, 2048) if not checks.chosen.small else (1024, 1024)
    async with checks.generator(side=size[0]) as generator:
        await generator.generate(checks.brief(variants=1), progress=Watcher())
        await _filled(checks, generator, size)


async def _filled(checks, generator, size):
    before = generator.pids
    left = 64 * 2**20
    device = "cuda:0" if checks.chosen.device in ("auto", "cuda") else checks.chosen.device
    ballast = await asyncio.create_subprocess_exec(
        sys.executable, "-c", BALLAST, device, str(left), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    await ballast.stdout.readline()
    began = time.monotonic()
    outcome = await generator.generate(brief(size=size, variants=1), progress=Watcher())
    seconds = time.monotonic() - began
    ballast.stdin.close()
    await ballast.wait()
    after = await generator.generate(checks.brief(), progress=Watcher())
    checks.tell(
        "out of memory",
        ok=getattr(outcome, "reason", "") == "out_of_memory"
        and isinstance(after, Pictures)
        and generator.pids == before,
        failure=getattr(outcome, "reason", "none"),
        kind=getattr(outcome, "kind", ""),
        seconds_to_failure=seconds,
        next_drawn=isinstance(after, Pictures),
        same_process=generator.pids == before,
    )


async def killing(checks, generator):
    watcher = Watcher()
    asked = asyncio.create_task(generator.generate(checks.brief(variants=4), progress=watcher))
    await watcher.first.wait()
    os.kill(generator.pids[0], signal.SIGKILL)
    began = time.monotonic()
    outcome = await asked
    told = time.monotonic() - began
    after = await generator.generate(checks.brief(), progress=Watcher())
    checks.tell(
        "killed",
        ok=getattr(outcome, "reason", "") == "process_ended" and isinstance(after, Pictures),
        failure=getattr(outcome, "reason", "none"),
        told_after_seconds=told,
        next_drawn_after_seconds=time.monotonic() - began,
    )


async def offloading(checks):
    for offload in ("model", "sequential"):
        # Layer by layer each step takes seconds: a few of them show that it works.
        async with checks.generator(offload=offload, steps=4) as generator:
            original = halves("red", "blue", checks.size)
            given, mask = picture_input(original), picture_input(halves("black", "white", checks.size).convert("L"))
            asked = (
                checks.brief(),
                checks.brief(inputs=[given], mask=mask),
                checks.brief(inputs=[given]),
                checks.brief(),
            )
            began = time.monotonic()
            outcomes = [await generator.generate(one, progress=Watcher()) for one in asked]
            good = all(isinstance(one, Pictures) for one in outcomes)
            checks.tell(
                f"offload {offload}",
                ok=good and outcomes[0].images == outcomes[3].images,
                seconds=time.monotonic() - began,
                outcomes=[getattr(one, "reason", "drawn") for one in outcomes],
            )


async def sharing(checks):
    """Two processes, on two devices where there are such, otherwise both on the same one."""
    device = "cuda:0" if checks.chosen.device in ("auto", "cuda") else checks.chosen.device
    async with checks.generator(device, device) as generator:
        began = time.monotonic()
        outcome = await generator.generate(checks.brief(variants=4), progress=Watcher())
        checks.tell(
            "two processes",
            ok=isinstance(outcome, Pictures) and len(set(generator.pids)) == 2,
            seconds_with_loading=time.monotonic() - began,
        )


async def halving(checks):
    async with checks.generator(precision="float16") as generator:
        watcher = Timed()
        outcome = await generator.generate(checks.brief(), progress=watcher)
        checks.tell("float16", ok=isinstance(outcome, Pictures), previews=len(watcher.previews), outcome=type(outcome))


async def run(checks):
    is_gpu = checks.chosen.device != "cpu"
    async with checks.generator() as generator:
        for check in (drawing, cancelling, changing, killing):
            await bounded(checks, check, generator)
    for check in (filling, sharing, halving, offloading) if is_gpu else ():
        await bounded(checks, check)


async def bounded(checks, check, *arguments):
    with suppress(TimeoutError):
        async with asyncio.timeout(CHECK_SECONDS):
            await check(checks, *arguments)
        return
    checks.tell(check.__name__, ok=False, outcome=f"no end within {CHECK_SECONDS} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--device", default="cuda:0")
    parser.add_argument("--small", action="store_true", help="the tiny pipelines of the other tests")
    parser.add_argument("--steps", type=int, default=30)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        checks = Checks(chosen, Path(folder) / "models")
        began = time.monotonic()
        checks.make_models()
        checks.tell("models", ok=True, seconds=time.monotonic() - began)
        asyncio.run(run(checks))
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
