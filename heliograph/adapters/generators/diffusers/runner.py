"""A runner: one device, the process that holds the pipeline there, and one job after the other for it."""

import asyncio
import time
from collections.abc import Sequence

import structlog

from heliograph.adapters.generators.diffusers.job import Job
from heliograph.adapters.generators.diffusers.messages import (
    Cancel,
    Cancelled,
    Drawn,
    Failed,
    Found,
    Open,
    Outcome,
    Ready,
    Reason,
    Refused,
    Step,
)
from heliograph.adapters.generators.diffusers.process import PipelineLost, PipelineProcess

FIND_SECONDS = 180.0
"""For importing the libraries and looking for pipeline and device."""
LOST_SECONDS = 30.0
"""Between two tries to load a pipeline on a device that was lost, while others draw."""
CANCEL_SECONDS = 60.0
"""A picture that is cancelled ends within one step; a device on which it does not hangs, and is begun anew."""


class Runner:
    """Takes jobs from a queue that all devices share; a process that has ended is started anew."""

    def __init__(self, options: Open, jobs: asyncio.Queue[Job], *, cancel_seconds: float = CANCEL_SECONDS) -> None:
        self._options = options
        self._jobs = jobs
        self._cancel_seconds = cancel_seconds
        self._process: PipelineProcess | None = None
        self._is_loaded = False
        self._about = {"device": options.device}
        self._log = structlog.get_logger("heliograph")

    @property
    def pid(self) -> int | None:
        """Of the process that holds the pipeline, if there is one."""
        return self._process.pid if self._process else None

    async def begin(self) -> Found:
        """Start the process and let it look for pipeline and device. Raises `PipelineLost`."""
        self._is_loaded = False
        self._process = process = await PipelineProcess.start(self._options)
        try:
            async with asyncio.timeout(FIND_SECONDS):
                answer = await process.receive()
        except TimeoutError:
            raise PipelineLost(Reason.PIPELINE_UNAVAILABLE, f"nothing was found within {FIND_SECONDS:.0f} s") from None
        match answer:
            case Found(pipeline=pipeline, device=device, precision=precision):
                self._about = {"device": device, "pipeline": pipeline, "precision": precision}
                return answer
            case Refused(reason, message):
                raise PipelineLost(reason, message)
            case _:
                raise PipelineLost(Reason.PIPELINE_UNAVAILABLE, f"it began with {answer}")

    @property
    def is_up(self) -> bool:
        """Whether the pipeline is loaded and its process lives."""
        return self._is_loaded and self._process is not None and self._process.is_alive

    async def run(self, others: Sequence["Runner"] = ()) -> None:
        """Load the pipeline and take jobs, until cancelled; while it cannot, jobs are left to `others` that can."""
        try:
            while True:
                if not self.is_up:
                    await self._warm()
                if self.is_up or not any(other.is_up for other in others):
                    await self._take(await self._jobs.get(), others)
                else:
                    await asyncio.sleep(LOST_SECONDS)
        finally:
            await self.end()

    async def end(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process:
            await process.end()

    async def _warm(self) -> None:
        """Load the pipeline before somebody waits for it; where that fails, the next job tries it again."""
        try:
            await self._ready()
        except PipelineLost as lost:
            await self._give_up(lost.reason, lost.detail)

    async def _give_up(self, reason: str, detail: str) -> None:
        self._log.warning("pipeline.failed", reason=reason, detail=detail, **self._about)
        await self.end()

    async def _take(self, job: Job, others: Sequence["Runner"]) -> None:
        if job.is_cancelled:
            return
        outcome: Outcome | None = Cancelled()
        try:
            process = await self._ready()
            outcome = await self._outcome(process, job)
        except PipelineLost as lost:
            await self._give_up(lost.reason, lost.detail)
            outcome = None if any(other.is_up for other in others) else Failed(lost.reason, lost.detail)
        finally:
            if outcome:
                job.end(outcome)
            else:
                self._jobs.put_nowait(job)

    async def _outcome(self, process: PipelineProcess, job: Job) -> Outcome:
        try:
            outcome = await self._drawn(process, job)
        except PipelineLost as lost:
            await self._give_up(lost.reason, lost.detail)
            return Failed(lost.reason, lost.detail)
        except TimeoutError:
            await self._give_up("hung", f"a step did not end within {self._cancel_seconds:g} s of a cancel")
            return Cancelled()
        if isinstance(outcome, Failed):
            self._log.warning("pipeline.failed", reason=outcome.reason, detail=outcome.detail, **self._about)
            if outcome.fatal:
                await self.end()
        return outcome

    async def _ready(self) -> PipelineProcess:
        """The process with its pipeline loaded. Raises `PipelineLost`."""
        if self._process is None or not self._process.is_alive:
            await self.end()
            await self.begin()
        assert self._process  # noqa: S101  # just begun
        if not self._is_loaded:
            await self._load(self._process)
        return self._process

    async def _load(self, process: PipelineProcess) -> None:
        began = time.monotonic()
        match await process.receive():
            case Ready():
                self._is_loaded = True
                self._log.info("pipeline.ready", seconds=round(time.monotonic() - began, 1), **self._about)
            case Refused(reason, message):
                raise PipelineLost(reason, message)
            case other:
                raise PipelineLost(Reason.PIPELINE_UNAVAILABLE, f"it said {other} before it was ready")

    async def _drawn(self, process: PipelineProcess, job: Job) -> Outcome:
        """Raises `TimeoutError` where it was cancelled and does not end."""
        if job.is_cancelled:
            return Cancelled()
        async with asyncio.timeout(None) as patience:

            def cancel() -> None:
                process.post(Cancel(job.draw.number))
                patience.reschedule(asyncio.get_running_loop().time() + self._cancel_seconds)

            job.begin(cancel)
            try:
                await process.send(job.draw)
                return await self._answered(process, job)
            finally:
                job.leave()

    async def _answered(self, process: PipelineProcess, job: Job) -> Outcome:
        while True:
            match await process.receive():
                case Step() as step:
                    job.tell(step)
                case (Drawn() | Failed() | Cancelled()) as outcome:
                    return outcome
                case other:
                    raise PipelineLost(Reason.PIPELINE_FAILED, f"it said {other} while it drew")
