"""Generate: a running task becomes pictures or a typed failure, before its deadline."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from heliograph.domain.contract import TRY_AGAIN_LATER
from heliograph.domain.errors import StoreError
from heliograph.domain.inputs import NONE, Inputs
from heliograph.domain.picture import Brief, Pictures, media_type_of
from heliograph.domain.task import Failure, FailureKind, Task
from heliograph.ports import Clock, Generator, TaskStore

TRIES_ALLOWED = 5
"""A task that was started this often without an end takes its process down with it: it ends instead."""
MOST_PROGRESS = 0.99
"""Until the pictures are kept: who reads "1.00" may go and fetch them."""
PREVIEW_EVERY_SECONDS = 1.0
PREVIEW_LIMIT_BYTES = 512 * 1024
"""A larger preview is not kept: it would cost more than it shows."""


async def generate(
    task: Task,
    *,
    generator: Generator,
    store: TaskStore,
    clock: Clock,
    deadline_seconds: float,
    inputs: Inputs = NONE,
    keeps_previews: bool = True,
) -> Pictures | Failure:
    """Run the generator until it ends or the time from submit to an end is used up."""
    if task.tries - task.settled_tries > TRIES_ALLOWED:
        # Not by this generator, which may be what takes the process down.
        return Failure(FailureKind.FAILED, TRY_AGAIN_LATER, "started_too_often")
    left = task.created_at + timedelta(seconds=deadline_seconds) - clock.now()
    try:
        async with asyncio.timeout(left.total_seconds()):
            brief = brief_of(task, inputs)
            progress = _Noting(task, store, clock, keeps_previews=keeps_previews)
            outcome = await generator.generate(brief, progress=progress)
            outcome = _with_seeds(outcome, brief) if generator.abilities.seed else outcome
            return _with_words(outcome, task)
    except TimeoutError:
        return Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER, "deadline")


def brief_of(task: Task, inputs: Inputs = NONE) -> Brief:
    """What a generator needs to know of a task; a seed that nobody gave is the id's: a second try draws the same."""
    width, height = task.size.pixels
    seed = int(task.id[-8:], 16) if task.seed is None else task.seed
    return Brief(
        prompt=task.prompt,
        width=width,
        height=height,
        variants=task.variants,
        seed=seed,
        inputs=inputs.images,
        mask=inputs.mask,
    )


def _with_seeds(outcome: Pictures | Failure, brief: Brief) -> Pictures | Failure:
    """A generator that has nothing to say of its seeds has used those that it was given."""
    if isinstance(outcome, Failure) or outcome.seeds:
        return outcome
    return replace(outcome, seeds=[brief.seed + variant for variant in range(len(outcome.images))])


def _with_words(outcome: Pictures | Failure, task: Task) -> Pictures | Failure:
    """What better words have cost, in this try or in one before, is told with what the pictures cost."""
    if isinstance(outcome, Failure) or task.made is None:
        return outcome
    return replace(outcome, usage={**task.made.usage, **outcome.usage})


class _Noting:
    """Writes down what a generator tells: progress by hundredths, and one preview a second."""

    def __init__(self, task: Task, store: TaskStore, clock: Clock, *, keeps_previews: bool) -> None:
        self._task = task
        self._store = store
        self._clock = clock
        self._keeps_previews = keeps_previews
        self._told = round(task.progress, 2)
        self._next_preview_at = clock.steady()

    async def __call__(self, share: float, *, preview: bytes | None = None) -> None:
        share = round(max(0.0, min(share, MOST_PROGRESS)), 2)
        if not self._keeps_previews or not self._is_worth_it(preview):
            preview = None
        if preview is None and share <= self._told:
            return
        # A disk that is full for a while costs an entry of the timeline, not the picture that is being drawn.
        with suppress(StoreError):
            await self._store.note_progress(self._task, share, now=self._clock.now(), preview=preview)
            self._told = max(share, self._told)

    def _is_worth_it(self, preview: bytes | None) -> bool:
        if preview is None or len(preview) > PREVIEW_LIMIT_BYTES or media_type_of(preview) is None:
            return False
        if self._clock.steady() < self._next_preview_at:
            return False
        self._next_preview_at = self._clock.steady() + PREVIEW_EVERY_SECONDS
        return True
