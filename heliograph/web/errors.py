"""Every answer that is an error: the envelope, a code of the contract, and a sentence that says what to change."""

import json
import math
from collections.abc import Mapping
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from heliograph.domain.contract import Code, envelope
from heliograph.domain.errors import RequestRefused, StoreError
from heliograph.ports import Observer

REAL_STATUSES = frozenset({Code.UNAUTHORIZED, Code.GONE, Code.RATE_LIMITED})
"""Codes that are always the HTTP status as well; the others are only where the setting mirrors them."""
API_PREFIX = "/api/"


class Enveloped(JSONResponse):
    """An answer in the envelope. JSON escapes keep whatever a caller sent from breaking it."""

    def render(self, content: Any) -> bytes:
        return json.dumps(content, separators=(",", ":")).encode()


class Answers:
    """Makes enveloped answers; `mirror_codes` puts the code into the HTTP status too."""

    def __init__(self, *, mirror_codes: bool) -> None:
        self._mirror_codes = mirror_codes

    def ok(self, data: Any) -> Response:
        return Enveloped(envelope(Code.OK, "success", data))

    def error(self, path: str, code: int, message: str, headers: Mapping[str, str] | None = None) -> Response:
        """Outside the API every status is real: there, callers are browsers, downloads and probes."""
        mirrored = self._mirror_codes or code in REAL_STATUSES or not path.startswith(API_PREFIX)
        return Enveloped(envelope(code, message), status_code=int(code) if mirrored else 200, headers=headers)


def refusal_of(error: ValidationError | RequestValidationError) -> RequestRefused:
    """The first thing that is wrong with a request, in a sentence."""
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        why = first.get("ctx", {}).get("error", "")
        return RequestRefused(Code.BAD_REQUEST, f"The request body is not JSON ({why}): send one JSON object")
    place = ".".join(str(part) for part in first["loc"] if part not in ("body", "query"))
    if first["type"] == "missing":
        return RequestRefused(Code.INVALID, f"{place} is required: add it to the request")
    said = str(first["msg"])
    return RequestRefused(Code.INVALID, f"{place or 'The request body'}: {said[0].lower()}{said[1:]}")


def install(app: FastAPI, answers: Answers, observer: Observer) -> None:
    """Give the application its handlers."""
    log = structlog.get_logger("heliograph")

    def refused(request: Request, error: RequestRefused) -> Response:
        log.info("request.refused", path=request.url.path, code=int(error.code), reason=error.message)
        wait = error.retry_after_seconds
        return answers.error(request.url.path, error.code, error.message, _wait_headers(wait, error.code))

    def invalid(request: Request, error: RequestValidationError) -> Response:
        return refused(request, refusal_of(error))

    def not_routed(request: Request, error: HTTPException) -> Response:
        return _unknown(request, error, answers)

    def unstored(request: Request, error: StoreError) -> Response:
        observer.step_failed("request", error, path=request.url.path)
        message = "The server cannot store anything at the moment: nothing was accepted, try again later"
        return answers.error(request.url.path, Code.SERVER_ERROR, message)

    app.add_exception_handler(RequestRefused, refused)  # type: ignore[arg-type]  # Starlette types the error as Exception
    app.add_exception_handler(RequestValidationError, invalid)  # type: ignore[arg-type]
    app.add_exception_handler(HTTPException, not_routed)  # type: ignore[arg-type]
    app.add_exception_handler(StoreError, unstored)  # type: ignore[arg-type]
    app.add_middleware(LastResort, answers=answers, observer=observer)


class LastResort:
    """The outermost layer: our own fault is a 500 without a trace for the caller, and with one in the log."""

    def __init__(self, app: ASGIApp, *, answers: Answers, observer: Observer) -> None:
        self._app = app
        self._answers = answers
        self._observer = observer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except ClientDisconnect:
            return  # The caller hung up while sending: nobody is left to answer, and nothing is wrong here.
        except Exception as error:
            self._observer.step_failed("request", error, path=scope["path"])
            if begun:
                raise
            message = "Something went wrong on the server: try again later"
            answer = self._answers.error(scope["path"], Code.SERVER_ERROR, message)
            await answer(scope, receive, send)


def _unknown(request: Request, error: HTTPException, answers: Answers) -> Response:
    path, method = request.url.path, request.method
    allowed = (error.headers or {}).get("Allow")
    advice = f"{method} is not possible here: use {allowed}" if allowed else "see /docs for the endpoints there are"
    message = f"There is no {method} {path}; {advice}"
    if path.startswith(API_PREFIX):
        return answers.error(path, Code.NO_SUCH_ENDPOINT, message)
    return Enveloped(envelope(Code.NO_SUCH_ENDPOINT, message), status_code=error.status_code)


def _wait_headers(seconds: float | None, code: int) -> Mapping[str, str] | None:
    if seconds is not None:
        return {"Retry-After": str(max(1, math.ceil(seconds)))}
    return {"WWW-Authenticate": "Bearer"} if code == Code.UNAUTHORIZED else None
