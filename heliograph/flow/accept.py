"""Accept: a valid request becomes a durable task, and only then gets its id."""

from dataclasses import dataclass

from heliograph.domain.contract import Size
from heliograph.domain.delivery import Lane
from heliograph.domain.task import KeyId, Task, TaskId, started
from heliograph.domain.trace import TraceContext
from heliograph.ports import Clock, Handoff, TaskStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a caller asks for; `params` is the JSON of the parameters as submitted, `trace` is what it belongs to.

    `fallback` is the name of the generator to ask if the configured one fails, "" for none.
    """

    key_id: KeyId
    prompt: str
    size: Size
    variants: int
    callback_url: str | None
    params: str
    trace: TraceContext | None = None
    fallback: str = ""
    seed: int | None = None


async def accept(
    wish: Wish, *, task_id: TaskId, lane: Lane, store: TaskStore, clock: Clock, handoff: Handoff[Task]
) -> Task:
    """Record the task; where a generator is free it is recorded as already running, which saves the claim."""
    owner = handoff.reserve(lane, wish.key_id)
    task = _task(wish, task_id, clock)
    if owner:
        task = started(task, owner=owner, generator=lane)
    try:
        await store.record_tasks([task])
    except BaseException:
        if owner:
            handoff.release(lane, wish.key_id)
        raise
    if owner:
        handoff.take(task)
    else:
        handoff.wake(lane, wish.key_id)
    return task


def _task(wish: Wish, task_id: TaskId, clock: Clock) -> Task:
    return Task(
        id=task_id,
        key_id=wish.key_id,
        prompt=wish.prompt,
        size=wish.size,
        variants=wish.variants,
        callback_url=wish.callback_url,
        params=wish.params,
        created_at=clock.now(),
        trace=wish.trace,
        fallback=wish.fallback,
        seed=wish.seed,
    )
