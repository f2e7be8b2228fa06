"""Keep: pictures to the blob store, then result and owed callback in one transaction."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from heliograph.domain.contract import CANCELLED, failure_callback, success_callback
from heliograph.domain.delivery import Delivery, DeliveryId, lane_of, sending
from heliograph.domain.link import Links, preview_name
from heliograph.domain.picture import Pictures
from heliograph.domain.provenance import provenance_of
from heliograph.domain.records import TaskEnd
from heliograph.domain.task import BlobName, Failure, FailureKind, Made, Task, failed, succeeded
from heliograph.ports import Blobs, Clock, Handoff, Marker, TaskStore

CANCEL_ROUNDS = 20
"""How often a task may change hands while somebody cancels it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Where pictures go, how long they stay, how they are linked to, and who notes on them how they came about."""

    blobs: Blobs
    links: Links
    media_days: float
    marker: Marker | None = None

    def until(self, finished_at: datetime) -> datetime:
        return finished_at + timedelta(days=self.media_days)

    def urls_of(self, task: Task) -> list[str]:
        """The links of a finished task; the same at every call, so that record-info and the callback agree."""
        if task.finished_at is None:
            return []
        return [self.links.to(name, until=self.until(task.finished_at)) for name in task.images]

    def preview_url_of(self, task: Task) -> str | None:
        """The link to what the task looks like so far, if it shows anything."""
        if not task.preview or task.state.is_end:
            return None
        return self.links.to(preview_name(task.id, task.preview), until=self.until(task.created_at))


async def keep(
    task: Task,
    outcome: Pictures | Failure,
    *,
    shelf: Shelf,
    store: TaskStore,
    clock: Clock,
    handoff: Handoff[Delivery],
    note: str = "",
) -> Task | None:
    """Bring the task to its one end; None if somebody else had brought it there before. The timeline gets the note."""
    after = await _ended(task, outcome, shelf, clock)
    delivery = owed_callback(after, shelf, repeats=outcome.callback_repeats if isinstance(outcome, Pictures) else 0)
    owner = handoff.reserve(delivery.lane, delivery.key_id) if delivery else None
    if delivery and owner:
        delivery = sending(delivery, owner=owner)
    images_until = shelf.until(after.finished_at or clock.now())
    end = TaskEnd(before=task, after=after, delivery=delivery, images_until=images_until, note=note)
    written = False
    try:
        [written] = await store.finish_tasks([end])
    finally:
        if delivery and owner and not written:
            handoff.release(delivery.lane, delivery.key_id)
    if written and delivery:
        handoff.take(delivery) if owner else handoff.wake(delivery.lane, delivery.key_id)
    return after if written else None


async def cancel(
    task: Task, *, shelf: Shelf, store: TaskStore, clock: Clock, handoff: Handoff[Delivery]
) -> tuple[Task, bool]:
    """The task as it is then, and whether this is what ended it; one that is being drawn loses its owner."""
    for _ in range(CANCEL_ROUNDS):
        if task.state.is_end:
            break
        outcome = Failure(FailureKind.CANCELLED, CANCELLED)
        if ended := await keep(task, outcome, shelf=shelf, store=store, clock=clock, handoff=handoff):
            return ended, True
        # It was started, given back or ended since it was looked up.
        task = await store.find_task(task.id) or task
    return task, False


async def _ended(task: Task, outcome: Pictures | Failure, shelf: Shelf, clock: Clock) -> Task:
    if isinstance(outcome, Failure):
        return failed(task, outcome, at=clock.now())
    names = tuple(BlobName(f"{task.id}_{number}.png") for number in range(1, len(outcome.images) + 1))
    images = outcome.images
    if shelf.marker:
        images = await shelf.marker.mark(images, provenance_of(task, outcome))
    await shelf.blobs.put(dict(zip(names, images, strict=True)))
    made = Made(model=outcome.model, seeds=tuple(outcome.seeds), usage=outcome.usage)
    return succeeded(task, names, at=clock.now(), made=made)


def owed_callback(task: Task, shelf: Shelf, *, repeats: int = 0) -> Delivery | None:
    """The callback that an ended task owes, due at once; its body is built here and never again."""
    if task.callback_url is None or task.finished_at is None:
        return None
    if task.failure:
        body = failure_callback(task.id, task.failure.kind.code, task.failure.message)
    else:
        body = success_callback(task.id, shelf.urls_of(task))
    return Delivery(
        id=DeliveryId(f"msg_{task.id}"),
        task_id=task.id,
        key_id=task.key_id,
        url=task.callback_url,
        lane=lane_of(task.callback_url),
        body=body,
        created_at=task.finished_at,
        due_at=task.finished_at,
        repeats=repeats,
        trace=task.trace,
    )
