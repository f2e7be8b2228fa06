"""Callbacks for people: which there are, what each attempt came to, sending them again, and trying a receiver out."""

from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Query, Request
from pydantic import ConfigDict, Field, model_validator
from starlette.responses import Response

from heliograph.domain.contract import UNKNOWN_RECORD, Code
from heliograph.domain.delivery import Delivery, DeliveryId, DeliveryState, Lane
from heliograph.domain.errors import RequestRefused
from heliograph.domain.host import host_named
from heliograph.domain.records import EARLIEST, DeliveryFilter, Replay
from heliograph.domain.task import KeyId, TaskId
from heliograph.domain.verdict import Fault
from heliograph.domain.wording import is_to_be_enhanced
from heliograph.flow.notify import try_out
from heliograph.web.auth import Caller, Served
from heliograph.web.errors import Answers
from heliograph.web.requests import ERRORS, admit, own_task, permitted, read_body, refuse_repeated, takes, trace_of
from heliograph.web.services import Services
from heliograph.web.views import (
    DeliveryDetail,
    DeliveryPageView,
    ReceiptView,
    ReplayView,
    TaskView,
    delivery_detail,
    delivery_view,
    milliseconds,
    receipt_view,
    task_view,
)
from heliograph.web.wire import Envelope, Wire

PAGE_LIMIT = 100
MOST_CURSOR = 2**63 - 1
"""The largest integer that a store takes."""
KindT = TypeVar("KindT", DeliveryState, Fault)
State = Annotated[str | None, Field(description="owed, sending, delivered, given_up or cancelled")]
Host = Annotated[str | None, Field(description="The receiver's host, without the port")]
FaultName = Annotated[str | None, Field(description="The class of what went wrong at the last attempt")]
TaskName = Annotated[str | None, Field(description="The task's id")]
Since = Annotated[int | None, Field(description="Made at this moment or later, in milliseconds since the epoch", ge=0)]
Until = Annotated[int | None, Field(description="Made before this moment, in milliseconds since the epoch", ge=0)]
Cursor = Annotated[int | None, Field(description="nextCursor of the page before", ge=0, le=MOST_CURSOR)]
Limit = Annotated[int, Field(description="How many at most", ge=1, le=PAGE_LIMIT)]


class Wanted(Wire):
    """Which callbacks are meant: all that is given has to be true of them, and what is not known is refused."""

    model_config = ConfigDict(extra="forbid")

    state: State = None
    host: Host = None
    fault: FaultName = None
    task_id: TaskName = None
    since: Since = None
    until: Until = None

    @model_validator(mode="before")
    @classmethod
    def _know_all(cls, given: Any) -> Any:
        # A filter that is ignored means more callbacks than were meant.
        names = [field.alias or name for name, field in cls.model_fields.items()]
        for name in given if isinstance(given, dict) else ():
            if name not in names:
                raise RequestRefused(Code.INVALID, f"There is no {name[:40]} to give here, only {', '.join(names)}")
        return given

    def of(self, key_id: KeyId) -> DeliveryFilter:
        """Of one key's callbacks; raises `RequestRefused` for a state, host, class or moment that there is not."""
        return DeliveryFilter(
            key_id=key_id,
            task_id=TaskId(self.task_id) if self.task_id else None,
            state=_one_of(DeliveryState, "state", self.state),
            lane=_lane(self.host),
            fault=_one_of(Fault, "fault", self.fault),
            since=_moment("since", self.since),
            until=_moment("until", self.until),
        )


class Page(Wanted):
    """The query of `GET /api/v1/deliveries`; all in a URL is text, so numbers are read from it."""

    model_config = ConfigDict(strict=False)

    cursor: Cursor = None
    limit: Limit = 20


class TryOut(Wire):
    """`POST /api/v1/callbacks/test`."""

    url: Annotated[str, Field(description="Where the sample is POSTed", min_length=1, max_length=2048)]


def router(answers: Answers) -> APIRouter:
    """The routes below `/api/v1` that the hosted API does not have."""
    routes = APIRouter(prefix="/api/v1", tags=["Callbacks"], responses=ERRORS)
    _add_looking(routes, answers)
    _add_sending(routes, answers)
    return routes


def _add_looking(routes: APIRouter, answers: Answers) -> None:
    @routes.get("/deliveries", response_model=Envelope[DeliveryPageView])
    async def find(request: Request, key_id: Caller, services: Served, wanted: Annotated[Page, Query()]) -> Response:
        """Callbacks of this key, the newest first."""
        refuse_repeated(name for name, _ in request.query_params.multi_items())
        page = await services.store.find_deliveries(wanted.of(key_id), after=wanted.cursor, limit=wanted.limit)
        items = [delivery_view(delivery) for delivery in page.items]
        return answers.ok({"items": items, "nextCursor": page.next_cursor})

    @routes.get("/deliveries/{delivery_id}", response_model=Envelope[DeliveryDetail])
    async def show(key_id: Caller, services: Served, delivery_id: str) -> Response:
        """One callback with a receipt for each attempt."""
        return answers.ok(await _detail(services, await _own_delivery(services, key_id, delivery_id)))

    @routes.get("/tasks/{task_id}", response_model=Envelope[TaskView])
    async def task(key_id: Caller, services: Served, task_id: str) -> Response:
        """A task with its timeline, and how it stands with its callback."""
        found = await own_task(services, key_id, task_id)
        if found is None:
            raise RequestRefused(Code.INVALID, UNKNOWN_RECORD)
        used = await services.store.prompt_of(found.id) if is_to_be_enhanced(found) else found.prompt
        events = await services.store.events_of(found.id)
        callbacks = [await _detail(services, each) for each in await services.store.deliveries_of(found.id)]
        preview_url = services.shelf.preview_url_of(found)
        return answers.ok(task_view(found, used, events, callbacks, preview_url=preview_url))


def _add_sending(routes: APIRouter, answers: Answers) -> None:
    @routes.post("/deliveries/{delivery_id}/replay", response_model=Envelope[ReplayView])
    async def replay(key_id: Caller, services: Served, delivery_id: str) -> Response:
        """Send a callback again, with the same id and bytes; one that is just being sent is left alone."""
        delivery = await _own_delivery(services, key_id, delivery_id)
        return answers.ok(await _replayed(services, DeliveryFilter(key_id=key_id, id=delivery.id), delivery))

    @routes.post("/deliveries/replay", openapi_extra=takes(Wanted), response_model=Envelope[ReplayView])
    async def replay_many(request: Request, key_id: Caller, services: Served) -> Response:
        """Send all callbacks again that are meant; without a `state`, those that were given up."""
        wanted = await read_body(request, Wanted, once=True)
        if all(given in (None, "") for given in wanted.model_dump().values()):
            raise RequestRefused(
                Code.INVALID, "Which callbacks? Give at least one of state, host, fault, taskId, since and until"
            )
        meant = wanted if wanted.state else wanted.model_copy(update={"state": str(DeliveryState.GIVEN_UP)})
        return answers.ok(await _replayed(services, meant.of(key_id)))

    @routes.post("/callbacks/test", openapi_extra=takes(TryOut), response_model=Envelope[ReceiptView])
    async def test(request: Request, key_id: Caller, services: Served) -> Response:
        """Send a signed sample to a URL, once, and answer with the receipt; nothing of it is stored."""
        asked = await read_body(request, TryOut)
        url = permitted(asked.url, services.targets, field="url")
        admit(services.submissions, key_id, services, "tasks and samples")
        receipt = await try_out(
            url,
            task_id=services.new_task_id(),
            key_id=key_id,
            trace=trace_of(request),
            sender=services.sender,
            secrets=services.signing.current(),
            clock=services.clock,
            tracer=services.tracer,
        )
        return answers.ok(receipt_view(receipt))


async def _own_delivery(services: Services, key_id: KeyId, delivery_id: str) -> Delivery:
    """Another key's callback is as unknown as one that never was."""
    delivery = await services.store.find_delivery(DeliveryId(delivery_id))
    if delivery is None or delivery.key_id != key_id:
        raise RequestRefused(Code.INVALID, UNKNOWN_RECORD)
    return delivery


async def _detail(services: Services, delivery: Delivery) -> dict[str, Any]:
    return delivery_detail(delivery, await services.store.receipts_of(delivery.id))


async def _replayed(services: Services, meant: DeliveryFilter, one: Delivery | None = None) -> dict[str, Any]:
    done: Replay = await services.store.replay_deliveries(
        meant, now=services.clock.now(), per_second=None if one else services.replay_rate
    )
    # Others are found by the poll, a second later at most.
    if one:
        services.deliveries.wake(one.lane, one.key_id)
    return {"replayed": done.count, "underWay": done.under_way, "dueUntil": milliseconds(done.due_until)}


def _one_of(kind: type[KindT], name: str, given: str | None) -> KindT | None:
    if not given:
        return None
    try:
        return kind(given)
    except ValueError:
        raise RequestRefused(Code.INVALID, f"{name} has to be one of {', '.join(sorted(kind))}") from None


def _lane(host: str | None) -> Lane | None:
    if not host:
        return None
    try:
        return Lane(host_named(host))
    except ValueError as error:
        raise RequestRefused(Code.INVALID, f"host: {error}") from None


def _moment(name: str, given: int | None) -> datetime | None:
    if given is None:
        return None
    try:
        at = datetime.fromtimestamp(given / 1000, tz=UTC)
    except (OverflowError, ValueError, OSError):
        raise RequestRefused(Code.INVALID, f"{name} is beyond any calendar: give milliseconds") from None
    if at < EARLIEST:
        raise RequestRefused(
            Code.INVALID, f"{name} is before the year 2000: give milliseconds since the epoch, not seconds"
        )
    return at
