"""What the routes work with; the composition root fills it in."""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from prometheus_client import CollectorRegistry

from heliograph.domain.delivery import Delivery, Lane
from heliograph.domain.picture import Abilities
from heliograph.domain.rate import SlidingWindow
from heliograph.domain.task import KeyId, Task, TaskId
from heliograph.flow.keep import Shelf
from heliograph.ports import Clock, Handoff, Observer, Sender, Signing, Store, Targets, Tracer


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """`task_lane` and `abilities` are the configured generator's; `is_working` says whether the loops are running.

    `look_after_tasks` stops what draws a task that has ended; `closing` is set when no stream may go on.
    """

    store: Store
    shelf: Shelf
    targets: Targets
    clock: Clock
    observer: Observer
    tracer: Tracer
    tasks: Handoff[Task]
    deliveries: Handoff[Delivery]
    sender: Sender
    signing: Signing = field(repr=False)
    replay_rate: float
    task_lane: Lane
    abilities: Abilities
    key_ids: Collection[KeyId] = field(repr=False)
    new_task_id: Callable[[], TaskId]
    submissions: SlidingWindow
    queries: SlidingWindow
    credit: float
    download_link_seconds: float
    media_days: float
    body_limit_bytes: int
    mirror_codes: bool
    registry: CollectorRegistry
    is_working: Callable[[], bool]
    look_after_tasks: Callable[[], None]
    closing: asyncio.Event
