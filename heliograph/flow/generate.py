"""Generate: a running task becomes pictures or a typed failure, before its deadline."""

import asyncio
from contextlib import suppress
from datetime import timedelta

from heliograph.domain.contract import TRY_AGAIN_LATER
from heliograph.domain.errors import StoreError
from heliograph.domain.inputs import NONE, Inputs
from heliograph.domain.picture import Brief, Pictures
from heliograph.domain.task import Failure, FailureKind, Task
from heliograph.ports import Clock, Generator, TaskStore

TRIES_ALLOWED = 5
"""A task that was started this often without an end takes its process down with it: it ends instead."""


async def generate(
    task: Task,
    *,
    generator: Generator,
    store: TaskStore,
    clock: Clock,
    deadline_seconds: float,
    inputs: Inputs = NONE,
) -> Pictures | Failure:
    """Run the generator until it ends or the time from submit to an end is used up."""
    if task.tries > TRIES_ALLOWED:
        return Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER)

    async def progress(share: float, *, preview: bytes | None = None) -> None:  # noqa: ARG001  # kept by nobody yet
        # A disk that is full for a while costs an entry of the timeline, not the picture that is being drawn.
        with suppress(StoreError):
            await store.note_progress(task, share, now=clock.now())

    left = task.created_at + timedelta(seconds=deadline_seconds) - clock.now()
    try:
        async with asyncio.timeout(left.total_seconds()):
            return await generator.generate(brief_of(task, inputs), progress=progress)
    except TimeoutError:
        return Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER)


def brief_of(task: Task, inputs: Inputs = NONE) -> Brief:
    """What a generator needs to know of a task; the seed comes from the id, so that a second try draws the same."""
    width, height = task.size.pixels
    return Brief(
        prompt=task.prompt,
        width=width,
        height=height,
        variants=task.variants,
        seed=int(task.id[-8:], 16),
        inputs=inputs.images,
        mask=inputs.mask,
    )
