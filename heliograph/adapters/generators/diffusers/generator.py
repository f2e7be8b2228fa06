"""The diffusers generator: any local text-to-image pipeline, on one process for each device."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from itertools import count
from pathlib import Path

import msgspec

from heliograph.adapters.generators.diffusers.job import Job
from heliograph.adapters.generators.diffusers.messages import MODEL, Draw, Drawn, Failed, Found, Open, Reason
from heliograph.adapters.generators.diffusers.process import PipelineLost
from heliograph.adapters.generators.diffusers.runner import CANCEL_SECONDS, Runner
from heliograph.adapters.generators.lending import lent
from heliograph.domain.contract import GENERATION_FAILED, REFUSED_BY_POLICY, TRY_AGAIN_LATER
from heliograph.domain.errors import SettingsError
from heliograph.domain.picture import Abilities, Brief, Pictures
from heliograph.domain.task import Failure, FailureKind
from heliograph.ports import Progress

_FAILURES = {
    Reason.OUT_OF_MEMORY: (FailureKind.TRY_AGAIN, TRY_AGAIN_LATER),
    Reason.PROCESS_ENDED: (FailureKind.TRY_AGAIN, TRY_AGAIN_LATER),
    Reason.PIPELINE_UNAVAILABLE: (FailureKind.FAILED, GENERATION_FAILED),
    Reason.PIPELINE_FAILED: (FailureKind.FAILED, GENERATION_FAILED),
    Reason.SAFETY_CHECKER: (FailureKind.REFUSED, REFUSED_BY_POLICY.format(who="the model's safety checker")),
    Reason.UNREADABLE_INPUT: (
        FailureKind.UNUSABLE_INPUT,
        "We couldn't process the provided image file (code=invalid_image_format)",
    ),
}


class Diffusers:
    """Draws a task's variants one by one, on whichever device is free: `open` it first, and `close` it."""

    name = "diffusers"

    def __init__(self, options: Open, devices: Sequence[str], *, cancel_seconds: float = CANCEL_SECONDS) -> None:
        self._options = options
        self.concurrency: int | None = len(devices)
        self.abilities = Abilities(inputs=1, mask=True, seed=True)
        path = Path(options.model)
        self._model = path.name if path.is_absolute() else options.model
        self._pipeline = ""
        self._numbers = count(1)
        self._jobs: asyncio.Queue[Job] = asyncio.Queue()
        self._runners = [
            Runner(msgspec.structs.replace(options, device=device), self._jobs, cancel_seconds=cancel_seconds)
            for device in devices
        ]
        self._running: list[asyncio.Task[None]] = []

    @property
    def pids(self) -> list[int]:
        """Of the processes that hold the pipeline."""
        return [runner.pid for runner in self._runners if runner.pid]

    async def open(self) -> None:
        """Look for pipeline and devices, and begin to load. Raises `SettingsError` for what is not there."""
        found = await self._found()
        self.know(found[0])
        self._running = [
            asyncio.create_task(runner.run([other for other in self._runners if other is not runner]))
            for runner in self._runners
        ]

    async def look(self) -> Sequence[Found]:
        """What `open` would find, of each device; no weights are loaded. Raises `SettingsError` like it."""
        try:
            return await self._found()
        finally:
            await self.close()

    async def close(self) -> None:
        """End what is being drawn, and the processes."""
        for running in self._running:
            running.cancel()
        for running in self._running:
            with suppress(asyncio.CancelledError):
                await running
        await asyncio.gather(*(runner.end() for runner in self._runners))

    async def generate(self, brief: Brief, *, progress: Progress) -> Pictures | Failure:
        """One picture per variant; variant n has the seed `seed + n`, on any device."""
        if failure := self._unsuited(brief):
            return failure
        async with AsyncExitStack() as stack:
            image = await stack.enter_async_context(lent(brief.inputs[0].data)) if brief.inputs else None
            mask = await stack.enter_async_context(lent(brief.mask.data)) if brief.mask else None
            draws = [self._draw(brief, variant, image, mask) for variant in range(brief.variants)]
            return await self._drawn(draws, progress)

    async def _drawn(self, draws: Sequence[Draw], progress: Progress) -> Pictures | Failure:
        news = asyncio.Event()
        jobs = [Job(draw, news) for draw in draws]
        for job in jobs:
            self._jobs.put_nowait(job)
        try:
            return await self._followed(jobs, news, progress)
        finally:
            for job in jobs:
                job.cancel()

    async def _found(self) -> Sequence[Found]:
        _check(Path(self._options.model))
        try:
            return await asyncio.gather(*(runner.begin() for runner in self._runners))
        except PipelineLost as lost:
            await self.close()
            raise SettingsError(lost.detail) from None

    async def _followed(self, jobs: Sequence[Job], news: asyncio.Event, progress: Progress) -> Pictures | Failure:
        while True:
            await news.wait()
            news.clear()
            outcomes = [job.outcome for job in jobs if job.outcome]
            for outcome in outcomes:
                if not isinstance(outcome, Drawn):
                    return _failure(outcome if isinstance(outcome, Failed) else Failed(Reason.PROCESS_ENDED))
            previews = [preview for job in jobs if (preview := job.take_preview())]
            await progress(sum(job.share for job in jobs) / len(jobs), preview=previews[-1] if previews else None)
            if len(outcomes) == len(jobs):
                images = [outcome.picture for outcome in outcomes if isinstance(outcome, Drawn)]
                return Pictures(images=images, model=self._model, seeds=[job.draw.seed for job in jobs])

    def _draw(self, brief: Brief, variant: int, image: str | None, mask: str | None) -> Draw:
        return Draw(
            number=next(self._numbers),
            # A lone surrogate, which JSON may hold, is no text that could be sent on.
            prompt=brief.prompt.encode(errors="replace").decode(),
            width=brief.width,
            height=brief.height,
            seed=brief.seed + variant,
            image=image,
            mask=mask,
        )

    def know(self, found: Found) -> None:
        """What the pipeline can do; before it is found, it counts as able to do everything."""
        self._pipeline = found.pipeline
        self.abilities = Abilities(inputs=int(found.takes_image), mask=found.takes_mask, seed=True)

    def _unsuited(self, brief: Brief) -> Failure | None:
        """What this pipeline cannot do for anybody, said before anything is drawn."""
        if not brief.inputs and not brief.mask:
            return None
        if not self.abilities.inputs:
            said = f"this model ({self._pipeline}) draws from a prompt alone: leave pictures and mask out"
        elif len(brief.inputs) > 1:
            said = f"{len(brief.inputs)} pictures were given, and this model starts from one: give one"
        elif brief.mask and not self.abilities.mask:
            said = f"this model ({self._pipeline}) cannot keep to a mask: leave it out, or use a model that inpaints"
        elif not brief.inputs:
            said = "a mask belongs to one picture, and there is none: give that picture too"
        else:
            return None
        return Failure(FailureKind.UNUSABLE_INPUT, said, "unsuited_model")


def _check(model: Path) -> None:
    """What can be told at once, before libraries are imported for seconds."""
    if model.is_file():
        raise SettingsError(f"{MODEL}: {model} is a file: give the folder of a pipeline, with a model_index.json in it")
    if model.is_dir() and not (model / "model_index.json").is_file():
        raise SettingsError(f"{MODEL}: the folder {model} has no model_index.json: give the folder of a pipeline")


def _failure(failed: Failed) -> Failure:
    kind, message = _FAILURES[failed.reason]
    return Failure(kind, message, str(failed.reason))
