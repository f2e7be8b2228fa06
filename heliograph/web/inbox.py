"""Inboxes over HTTP: what has arrived in one, how it is to answer, and emptying it."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from pydantic import Field
from starlette.responses import Response

from heliograph.domain.contract import Code
from heliograph.domain.errors import RequestRefused
from heliograph.domain.inbox import Arrival, Behaviour, InboxName, inbox_named, task_and_code
from heliograph.web.auth import Caller, Served
from heliograph.web.errors import Answers
from heliograph.web.requests import read_body, takes
from heliograph.web.views import MILLISECONDS, milliseconds
from heliograph.web.wire import URL_LIMIT, Envelope, Wire

TIMES_LIMIT = 1000
DELAY_LIMIT_SECONDS = 60.0
FOUND = 302

Name = Annotated[
    str, Path(description="1 to 64 letters, digits, dots, hyphens and underscores. Choose one that nobody guesses.")
]


class Instruction(Wire):
    """`PUT /inbox/{name}`: how the next callbacks are answered."""

    times: Annotated[int, Field(description="How many callbacks; 0 takes it back", ge=0, le=TIMES_LIMIT)] = 1
    status: Annotated[int | None, Field(description="200 by default, or 302 with redirectTo", ge=200, le=599)] = None
    delay_seconds: Annotated[
        float, Field(description="Before the answer begins", ge=0, le=DELAY_LIMIT_SECONDS, allow_inf_nan=False)
    ] = 0.0
    redirect_to: Annotated[
        str | None, Field(description="The header Location", pattern=r"^[!-~]+$", max_length=URL_LIMIT)
    ] = None
    reset: Annotated[bool, Field(description="Close the connection in place of an answer")] = False
    slow_body: Annotated[bool, Field(description="The headers at once, then a byte of the body a second")] = False

    def behaviour(self) -> Behaviour:
        return Behaviour(
            status=self.status or (FOUND if self.redirect_to else 200),
            delay_seconds=self.delay_seconds,
            location=self.redirect_to or "",
            reset=self.reset,
            slow_body=self.slow_body,
        )


class ArrivalView(Wire):
    """One callback as it came."""

    at: int = Field(description=MILLISECONDS)
    webhook_id: str | None
    task_id: str | None
    code: int | None
    verifies: bool = Field(description="Whether it is signed, and every signature is right")
    signatures: dict[str, bool] = Field(description="Each signature by header, version and place")
    headers: dict[str, str]
    body: str


class InboxView(Wire):
    """What has arrived, the newest first; at most 100."""

    items: list[ArrivalView]


class EmptiedView(Wire):
    removed: int = Field(description="How many callbacks were in it")


def router(answers: Answers) -> APIRouter:
    """The routes below `/inbox`."""
    described = {"model": Envelope[None], "description": "An error; outside `/api/` its code is also the HTTP status"}
    routes = APIRouter(prefix="/inbox", tags=["Inbox"], responses={"default": described})
    _add_looking(routes, answers)
    _add_telling(routes, answers)
    return routes


def _add_looking(routes: APIRouter, answers: Answers) -> None:
    @routes.get("/{name}", response_model=Envelope[InboxView])
    async def look(key_id: Caller, services: Served, name: Name) -> Response:  # noqa: ARG001  # any key that knows it
        """The callbacks that have arrived here, the newest first."""
        arrivals = await services.store.arrivals_in(_named(name))
        return answers.ok({"items": [_arrival_view(arrival) for arrival in arrivals]})

    @routes.post("/{name}", include_in_schema=False)
    async def refuse(name: str) -> Response:  # noqa: ARG001  # whatever it is
        raise RequestRefused(
            Code.NO_SUCH_ENDPOINT,
            "Nothing can be sent to an inbox from outside: give its URL as the callBackUrl of a task of this server",
        )


def _add_telling(routes: APIRouter, answers: Answers) -> None:
    @routes.put("/{name}", openapi_extra=takes(Instruction), response_model=Envelope[Instruction])
    async def instruct(request: Request, key_id: Caller, services: Served, name: Name) -> Response:  # noqa: ARG001
        """Tell an inbox how to answer the next callbacks; this takes the place of what it was told before."""
        inbox, told = _named(name), await read_body(request, Instruction)
        behaviour = told.behaviour()
        await services.store.instruct_inbox(inbox, behaviour, times=told.times)
        return answers.ok(told.model_copy(update={"status": behaviour.status}).model_dump(by_alias=True))

    @routes.delete("/{name}", response_model=Envelope[EmptiedView])
    async def empty(key_id: Caller, services: Served, name: Name) -> Response:  # noqa: ARG001
        """Forget what has arrived, and what the inbox was told."""
        return answers.ok({"removed": await services.store.empty_inbox(_named(name))})


def _named(name: str) -> InboxName:
    inbox = inbox_named(name)
    if inbox is None:
        raise RequestRefused(
            Code.INVALID,
            "This is no name of an inbox: use 1 to 64 letters, digits, dots, hyphens and underscores, not dots alone",
        )
    return inbox


def _arrival_view(arrival: Arrival) -> dict[str, Any]:
    headers = {name.lower(): value for name, value in arrival.headers}
    task_id, code = task_and_code(arrival.body)
    return {
        "at": milliseconds(arrival.at),
        "webhookId": headers.get("webhook-id"),
        "taskId": task_id,
        "code": code,
        "verifies": arrival.verifies,
        "signatures": dict(arrival.signatures),
        "headers": dict(arrival.headers),
        "body": arrival.body.decode(errors="replace"),
    }
