"""A task: what was asked for, and the way from queued to its one end."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from heliograph.domain.contract import Code, RecordStatus, Size
from heliograph.domain.errors import IllegalTransition
from heliograph.domain.trace import TraceContext

TaskId = NewType("TaskId", str)
KeyId = NewType("KeyId", str)
BlobName = NewType("BlobName", str)
Owner = NewType("Owner", str)
"""Who holds a claim: one life of one process."""


class TaskState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_end(self) -> bool:
        return not TASK_WAYS[self]


TASK_WAYS: Mapping[TaskState, frozenset[TaskState]] = {
    TaskState.QUEUED: frozenset({TaskState.RUNNING, TaskState.FAILED, TaskState.CANCELLED}),
    TaskState.RUNNING: frozenset({TaskState.SUCCEEDED, TaskState.FAILED, TaskState.CANCELLED, TaskState.QUEUED}),
    TaskState.SUCCEEDED: frozenset(),
    TaskState.FAILED: frozenset(),
    TaskState.CANCELLED: frozenset(),
}


class FailureKind(StrEnum):
    """Why there are no pictures; the value is the stable reason that people see beside the code.

    `REFUSED` is by the generator or its provider; the next three are by this server's content policy.
    """

    REFUSED = "refused"
    PROMPT_REFUSED = "prompt_refused"
    INPUT_REFUSED = "input_refused"
    OUTPUT_REFUSED = "output_refused"
    UNUSABLE_INPUT = "unusable_input"
    UNAVAILABLE_INPUT = "unavailable_input"
    FAILED = "failed"
    TRY_AGAIN = "try_again"
    CANCELLED = "cancelled"

    @property
    def code(self) -> Code:
        """The code that record-info and the callback carry."""
        return _CODES[self]

    @property
    def is_by_policy(self) -> bool:
        """Whether this server has refused, and no generator or provider."""
        return self in _BY_POLICY

    @property
    def status(self) -> RecordStatus:
        """Whether the task counts as never started or as failed on its way (wire contract, section 3)."""
        return RecordStatus.GENERATE_FAILED if self in _ON_THE_WAY else RecordStatus.CREATE_TASK_FAILED


_CODES = {
    FailureKind.REFUSED: Code.BAD_REQUEST,
    FailureKind.PROMPT_REFUSED: Code.BAD_REQUEST,
    FailureKind.INPUT_REFUSED: Code.BAD_REQUEST,
    FailureKind.OUTPUT_REFUSED: Code.BAD_REQUEST,
    FailureKind.UNUSABLE_INPUT: Code.BAD_REQUEST,
    FailureKind.UNAVAILABLE_INPUT: Code.INPUT_UNAVAILABLE,
    FailureKind.FAILED: Code.SERVER_ERROR,
    FailureKind.TRY_AGAIN: Code.SERVER_ERROR,
    # Not 500: a client that submits anew after a server's fault must not undo what somebody has cancelled.
    FailureKind.CANCELLED: Code.BAD_REQUEST,
}
_BY_POLICY = (FailureKind.PROMPT_REFUSED, FailureKind.INPUT_REFUSED, FailureKind.OUTPUT_REFUSED)
_ON_THE_WAY = (FailureKind.OUTPUT_REFUSED, FailureKind.FAILED, FailureKind.TRY_AGAIN, FailureKind.CANCELLED)


@dataclass(frozen=True, slots=True)
class Failure:
    """A typed end without pictures; `message` is what the receiver reads.

    Of the kinds, `TRY_AGAIN` is worth another try of the same generator, not before `retry_after_seconds` where that is
    given, and `FAILED` is worth none; after either another generator may be asked. `reason` is a stable word.
    """

    kind: FailureKind
    message: str
    reason: str = ""
    retry_after_seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How the pictures came about: see `Pictures`, where they come from. `usage` is of better words for them too."""

    model: str = ""
    seeds: tuple[int, ...] = ()
    usage: Mapping[str, int] = field(default_factory=dict)


CONFIGURED = ""
"""The queue of the configured generator; the other queues are called like what a caller falls back to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One accepted request.

    `params` is the JSON of the parameters as they were submitted; `owner` is set while it is running; `trace` is the
    one that the caller's request belongs to; `seed` is set where the caller gave one, `fallback` where another
    generator may be asked, by the name that callers have for it. `generator` is the one that draws, or was the last to.

    It waits in `queue`, and is not started before `due_at` where that is set. `tries` counts how often a generator was
    started on it, of which `settled_tries` came to a failure worth another; `retries` are those of this queue.
    `preview` is the number of the preview that there is, 0 for none; `made` is set with the pictures, or with
    better words that have cost something.
    """

    id: TaskId
    key_id: KeyId
    prompt: str = field(repr=False)
    size: Size
    variants: int
    callback_url: str | None = field(repr=False)
    params: str = field(repr=False)
    created_at: datetime
    state: TaskState = TaskState.QUEUED
    owner: Owner | None = None
    tries: int = 0
    progress: float = 0.0
    finished_at: datetime | None = None
    images: tuple[BlobName, ...] = ()
    failure: Failure | None = None
    trace: TraceContext | None = None
    seed: int | None = None
    fallback: str = ""
    queue: str = CONFIGURED
    due_at: datetime | None = None
    retries: int = 0
    settled_tries: int = 0
    generator: str = ""
    preview: int = 0
    made: Made | None = None

    @property
    def status(self) -> RecordStatus:
        """What record-info calls the state of this task."""
        if self.failure is not None:
            return self.failure.kind.status
        return RecordStatus.SUCCESS if self.state is TaskState.SUCCEEDED else RecordStatus.GENERATING


def new_task_id(epoch_ms: int, randomness: bytes) -> TaskId:
    """32 lower-case hex characters in the order of time (a UUID version 7), so that new rows land side by side.

    `randomness` is 10 bytes, of which 74 bits are used.
    """
    tail = int.from_bytes(randomness, "big")
    high, low = tail >> 68, tail & ((1 << 62) - 1)
    return TaskId(f"{epoch_ms << 80 | 7 << 76 | high << 64 | 2 << 62 | low:032x}")


def started(task: Task, *, owner: Owner, generator: str = "") -> Task:
    """A generator takes the task."""
    return replace(_moved(task, TaskState.RUNNING), owner=owner, tries=task.tries + 1, generator=generator)


def returned(task: Task, *, in_order: bool = False) -> Task:
    """The one that held the task is gone, or stops in order, which does not count as a try: it waits again."""
    return replace(_moved(task, TaskState.QUEUED), owner=None, tries=task.tries - int(in_order))


def retried(task: Task, *, due_at: datetime) -> Task:
    """The same generator is asked once more, then."""
    return _settled(task, queue=task.queue, due_at=due_at, retries=task.retries + 1)


def fallen_back(task: Task) -> Task:
    """The generator that the caller falls back to is asked."""
    return _settled(task, queue=task.fallback, due_at=None, retries=0)


def _settled(task: Task, *, queue: str, due_at: datetime | None, retries: int) -> Task:
    waits = replace(_moved(task, TaskState.QUEUED), owner=None, settled_tries=task.tries)
    return replace(waits, queue=queue, due_at=due_at, retries=retries)


def succeeded(task: Task, images: tuple[BlobName, ...], *, at: datetime, made: Made | None = None) -> Task:
    """The pictures are kept."""
    return replace(_moved(task, TaskState.SUCCEEDED), images=images, finished_at=at, progress=1.0, made=made)


def failed(task: Task, failure: Failure, *, at: datetime) -> Task:
    """There will be no pictures, for a reason or because somebody has cancelled it."""
    state = TaskState.CANCELLED if failure.kind is FailureKind.CANCELLED else TaskState.FAILED
    # A lone surrogate or a NUL fits into no database and no answer: the reason must not stop the end.
    message = failure.message.encode(errors="replace").decode().replace("\0", "?")
    reason = Failure(failure.kind, message)
    return replace(_moved(task, state), failure=reason, finished_at=at)


def _moved(task: Task, state: TaskState) -> Task:
    if state not in TASK_WAYS[task.state]:
        raise IllegalTransition(f"task {task.id} is {task.state}: it cannot become {state}")
    return replace(task, state=state)
