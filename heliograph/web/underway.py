"""A task that is under way: its events as they come, and its cancelling."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, suppress
from typing import Annotated, Any

from fastapi import APIRouter, Header
from fastapi.sse import format_sse_event
from pydantic import Field
from starlette.responses import Response, StreamingResponse

from heliograph.domain.contract import UNKNOWN_RECORD, Code
from heliograph.domain.errors import RequestRefused, StoreError
from heliograph.domain.records import TaskEvent
from heliograph.domain.task import KeyId, Task, TaskState
from heliograph.flow.keep import cancel
from heliograph.web.auth import Caller, Served
from heliograph.web.errors import Answers
from heliograph.web.requests import ERRORS, own_task
from heliograph.web.services import Services
from heliograph.web.views import milliseconds, reason_of
from heliograph.web.wire import Envelope, Wire, record_info

POLL_SECONDS = 0.5
"""Who draws may be on another machine: the events are read from the store, whoever wrote them."""
HEARTBEAT_SECONDS = 15.0
"""A connection that carries nothing for long is closed by many a proxy."""
RECONNECT_MILLISECONDS = 1000
STREAMS_AT_ONCE = 500
"""Each asks the store twice a second."""
LONGEST_EVENT_ID = 18

ENDS = frozenset(str(state) for state in TaskState if state.is_end)

LastEventId = Annotated[str, Header(description="The id of the last event that you have: what follows it is sent")]


class EventStream(StreamingResponse):
    """FastAPI's own class for this would take the route for one that yields."""

    media_type = "text/event-stream"


class Cancelled(Wire):
    """What became of it."""

    task_id: str
    state: str = Field(description="The task's state now: cancelled, succeeded or failed")
    cancelled: bool = Field(description="Whether this request ended the task")
    detail: str = Field(description="What happened, in one sentence")


def router(answers: Answers) -> APIRouter:
    """The routes below `/api/v1/tasks` for who waits."""
    routes = APIRouter(prefix="/api/v1/tasks", tags=["Tasks under way"], responses=ERRORS)
    streams = _Streams()

    @routes.get("/{task_id}/events", response_class=EventStream)
    async def events(key_id: Caller, services: Served, task_id: str, *, last_event_id: LastEventId = "") -> Response:
        """The task's timeline as server-sent events, from its beginning or after `Last-Event-ID`, until its end."""
        task = await _own(services, key_id, task_id)
        after = _number(last_event_id)
        streams.refuse_too_many()
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return EventStream(streams.counted(_stream(task, after, services)), headers=headers)

    @routes.post("/{task_id}/cancel", response_model=Envelope[Cancelled])
    async def cancel_task(key_id: Caller, services: Served, task_id: str) -> Response:
        """End a task that has not ended yet; a generator that draws it is stopped."""
        seen = await _own(services, key_id, task_id)
        task, is_ended_here = await cancel(
            seen, shelf=services.shelf, store=services.store, clock=services.clock, handoff=services.deliveries
        )
        if is_ended_here:
            services.look_after_tasks()
            services.observer.task_ended(task)
        detail = _told(task, seen, is_ended_here=is_ended_here)
        return answers.ok({"taskId": task.id, "state": str(task.state), "cancelled": is_ended_here, "detail": detail})

    return routes


async def _own(services: Services, key_id: KeyId, task_id: str) -> Task:
    task = await own_task(services, key_id, task_id)
    if task is None:
        raise RequestRefused(Code.INVALID, UNKNOWN_RECORD)
    return task


# --- cancelling


def _told(task: Task, seen: Task, *, is_ended_here: bool) -> str:
    if is_ended_here and seen.state is TaskState.QUEUED and not seen.tries:
        return "It waited, and nothing had been drawn"
    if is_ended_here:
        return "It had been started: who draws it is stopped, within about two seconds"
    if not task.state.is_end:
        return "It changed hands each time that it was looked at, and goes on: ask again"
    if task.state is TaskState.CANCELLED:
        return "It had been cancelled before"
    return f"It had {task.state} before: nothing was changed"


# --- the stream


class _Streams:
    """How many there are at once."""

    def __init__(self) -> None:
        self._open = 0

    def refuse_too_many(self) -> None:
        if self._open >= STREAMS_AT_ONCE:
            raise RequestRefused(
                Code.RATE_LIMITED,
                f"Too many streams of events: at most {STREAMS_AT_ONCE} at once; look the task up with record-info",
                retry_after_seconds=HEARTBEAT_SECONDS,
            )

    async def counted(self, stream: AsyncGenerator[bytes]) -> AsyncIterator[bytes]:
        """The same stream; it counts from its first part to its last."""
        self._open += 1
        try:
            async with aclosing(stream):
                async for part in stream:
                    yield part
        finally:
            self._open -= 1


def _number(last_event_id: str) -> int:
    text = last_event_id.strip()
    if text and not (text.isascii() and text.isdigit() and len(text) <= LONGEST_EVENT_ID):
        raise RequestRefused(Code.INVALID, "Last-Event-ID is no id of an event: send the last one that came, or none")
    return int(text or 0)


async def _stream(task: Task, after: int, services: Services) -> AsyncGenerator[bytes]:
    yield format_sse_event(comment=f"task {task.id}", retry=RECONNECT_MILLISECONDS)
    is_over, quiet_since = task.state.is_end, services.clock.steady()
    while True:
        # A store that is away for a while costs a pause, not the stream.
        with suppress(StoreError):
            for event, told in await _news(task, after, services):
                yield format_sse_event(data_str=json.dumps(told), event=event.name, id=str(event.number))
                after, quiet_since = event.number, services.clock.steady()
                is_over = is_over or event.name in ENDS
            if is_over:
                return
        if await _waited(services.closing):
            return  # Who is connected asks another process, or this one's next life, for what follows.
        if services.clock.steady() - quiet_since >= HEARTBEAT_SECONDS:
            yield format_sse_event(comment="still there")
            quiet_since = services.clock.steady()


async def _waited(closing: asyncio.Event) -> bool:
    with suppress(TimeoutError):
        async with asyncio.timeout(POLL_SECONDS):
            await closing.wait()
    return closing.is_set()


async def _news(task: Task, after: int, services: Services) -> list[tuple[TaskEvent, dict[str, Any]]]:
    events = await services.store.events_of(task.id, after=after)
    if not events:
        return []
    # Looked up after the events: what they tell of is there by now.
    now = await services.store.find_task(task.id) or task
    return [(event, _view(event, now, services)) for event in events]


def _view(event: TaskEvent, task: Task, services: Services) -> dict[str, Any]:
    told: dict[str, Any] = {"taskId": task.id, "at": milliseconds(event.at), "detail": event.detail}
    match event.name:
        case "progress":
            told["progress"] = event.detail
        case "preview":
            # Of those before the latest nothing is kept.
            told["previewUrl"] = services.shelf.preview_url_of(task) if event.detail == str(task.preview) else None
        case "succeeded" | "failed" | "cancelled":
            told["reason"] = reason_of(task)
            told["record"] = record_info(task, services.shelf.urls_of(task))
    return told
