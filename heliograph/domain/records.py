"""Records: what a store is given to write and what it answers with, besides tasks and deliveries themselves."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from heliograph.domain.delivery import Delivery, DeliveryId, DeliveryState, Lane, Receipt
from heliograph.domain.task import KeyId, Task, TaskId
from heliograph.domain.verdict import Fault

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
"""Who asks for what was made before has given seconds for milliseconds, and would mean all that there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEnd:
    """A task's way to its end; written only if it is still as in `before` (state, owner, tries).

    `note` is for the timeline.
    """

    before: Task
    after: Task
    delivery: Delivery | None = None
    images_until: datetime | None = None
    note: str = ""


class Settlement(NamedTuple):
    """One attempt and what becomes of its delivery, if that is still as in `before` (state, owner, attempt)."""

    before: Delivery
    after: Delivery
    receipt: Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEvent:
    """One entry of a task's timeline; within it, `number` rises in the order in which they were written."""

    task_id: TaskId
    at: datetime
    name: str
    detail: str = ""
    number: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """How much of what there is, for the metrics; `oldest_owed_at` is since when the oldest callback has no end."""

    tasks_queued: int
    tasks_running: int
    deliveries_owed: int
    deliveries_sending: int
    oldest_due_at: datetime | None
    oldest_owed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryFilter:
    """Which deliveries a person means; what is None does not matter. Created from `since` on, before `until`."""

    id: DeliveryId | None = None
    key_id: KeyId | None = None
    task_id: TaskId | None = None
    state: DeliveryState | None = None
    lane: Lane | None = None
    fault: Fault | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryPage:
    """Some deliveries, the newest first; `next_cursor` is None where nothing older is left."""

    items: tuple[Delivery, ...]
    next_cursor: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """How many are owed anew or sooner, until when they are spread, and how many are under way and left alone."""

    count: int
    under_way: int
    due_until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSecret:
    """A signing secret that was made here; `ends_at` is set once another has taken its place."""

    text: str = field(repr=False)
    created_at: datetime
    ends_at: datetime | None = None
