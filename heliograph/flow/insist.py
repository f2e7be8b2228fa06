"""Insist: a failed try is not the end, where the same generator or another one may do better."""

from heliograph.domain.course import Course, Step, next_step
from heliograph.domain.task import Failure, Task
from heliograph.ports import Clock, TaskStore


async def insist(
    task: Task, failure: Failure, *, course: Course, store: TaskStore, clock: Clock, chance: float
) -> Step:
    """What follows; where that is another try, the task is put back for it, unless somebody else has it by now."""
    now = clock.now()
    step = next_step(task, failure, course=course, now=now, chance=chance)
    if step.waits:
        await store.put_back(task, step.waits, note=step.note, now=now)
    return step
