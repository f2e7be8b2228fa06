"""What the routes of the API share: reading a body, limits, and whose a task is."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError

from heliograph.domain.contract import Code
from heliograph.domain.errors import RequestRefused
from heliograph.domain.rate import SlidingWindow
from heliograph.domain.task import KeyId, Task, TaskId
from heliograph.domain.trace import TraceContext
from heliograph.ports import Targets
from heliograph.web.auth import services_of
from heliograph.web.errors import refusal_of
from heliograph.web.services import Services
from heliograph.web.wire import Envelope

ModelT = TypeVar("ModelT", bound=BaseModel)

ERRORS: dict[int | str, dict[str, Any]] = {
    "default": {
        "model": Envelope[None],
        "description": "An error: HTTP 200 with the error in `code`, but for real 401 and 429 (with `Retry-After`).",
    }
}


def takes(model: type[BaseModel]) -> dict[str, Any]:
    """The request body in OpenAPI's words; it is read as JSON whatever content type is sent with it."""
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": model.model_json_schema()}}}}


def trace_of(request: Request) -> TraceContext | None:
    """The trace that the request belongs to; whatever is malformed, or said twice, is as if it were not there."""
    parents = request.headers.getlist("traceparent")
    # A long `tracestate` may come in several headers, which are one list.
    states = ",".join(request.headers.getlist("tracestate"))
    return TraceContext.parse(parents[0], states) if len(parents) == 1 else None


async def read_body(request: Request, model: type[ModelT], *, once: bool = False) -> ModelT:
    """The request's body as a model, whatever content type was said; raises `RequestRefused`.

    `once` refuses a name that is given twice, of which else the last one counts.
    """
    body = await _bytes(request)
    if once:
        with suppress(ValueError, RecursionError):  # the model says what is wrong with it
            json.loads(body, object_pairs_hook=_each_once)
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise refusal_of(error) from None


def _each_once(pairs: Sequence[tuple[str, Any]]) -> None:
    refuse_repeated(name for name, _ in pairs)


def refuse_repeated(names: Iterable[str]) -> None:
    """Only the last of a name would count; raises `RequestRefused`."""
    for name, times in Counter(names).items():
        if times > 1:
            raise RequestRefused(Code.INVALID, f"{name[:40]} is given {times} times: give it once")


async def _bytes(request: Request) -> bytes:
    limit = (await services_of(request)).body_limit_bytes
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise RequestRefused(Code.BAD_REQUEST, f"The request body is too large: send at most {limit} bytes")
    return bytes(body)


def permitted(url: str, targets: Targets, *, field: str) -> str:
    """The URL if a callback may go there; raises `RequestRefused`."""
    if not targets.permits(url):
        raise unusable(field)
    return url


def unusable(field: str) -> RequestRefused:
    """One wording for every URL that is refused: what is inside must not be found out by asking."""
    return RequestRefused(
        Code.INVALID,
        f"{field} is not usable: send an absolute http or https URL of a public host, without a user name, "
        "spaces or backslashes (an operator opens other networks with HELIOGRAPH_EGRESS_ALLOW)",
    )


def admit(window: SlidingWindow, key: str, services: Services, what: str) -> None:
    """Count one more of what a window limits; one too many is 429."""
    wait = window.admit(key, now=services.clock.steady())
    if wait is not None:
        limit, seconds = window.rate.limit, window.rate.seconds
        raise RequestRefused(
            Code.RATE_LIMITED,
            f"Too many {what}: at most {limit} in {seconds:g} s; nothing was queued, come back after Retry-After",
            retry_after_seconds=wait,
        )


async def own_task(services: Services, key_id: KeyId, task_id: str) -> Task | None:
    """Another key's task is as unknown as one that never was."""
    task = await services.store.find_task(TaskId(task_id))
    return task if task is not None and task.key_id == key_id else None
