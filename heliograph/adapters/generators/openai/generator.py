"""OpenAI's Images API, or any server that speaks it, behind the generator port."""

import asyncio
import ssl
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import httpx2
from anyio import to_process
from openai import APIConnectionError, APIError, APIStatusError, AsyncOpenAI

from heliograph.adapters.generators.openai import answers
from heliograph.adapters.generators.openai.failures import (
    RATE_LIMITED,
    UNAVAILABLE,
    Ruling,
    ruling_of,
    unusable_answer,
)
from heliograph.adapters.generators.openai.gate import Gate, told_seconds
from heliograph.adapters.generators.openai.images import as_png, is_png, preview_of
from heliograph.adapters.generators.openai.request import Dialect, Manner, Request
from heliograph.adapters.generators.openai.sheet import Sheet
from heliograph.adapters.openai_sdk import said
from heliograph.domain.contract import TRY_AGAIN_LATER
from heliograph.domain.picture import Abilities, Brief, Pictures
from heliograph.domain.task import Failure, FailureKind
from heliograph.ports import Clock, Observer, Progress

PATIENCE_SECONDS = 60.0
"""A task waits so long at the gate; for longer it is given back, so that another generator may be asked."""
SHEETS_KEPT = 16


class _Lost(Exception):
    """Nothing comes of this task: what else is being drawn for it is broken off."""

    def __init__(self, ruling: Ruling) -> None:
        super().__init__(ruling.failure.message)
        self.ruling = ruling


class OpenAIImages:
    """Draws with the model that it is told, one call for all variants or one for each, as the model takes it."""

    name = "openai"
    concurrency: int | None = None
    abilities = Abilities(inputs=16, mask=True)

    def __init__(
        self,
        client: AsyncOpenAI,
        manner: Manner,
        *,
        timeout_seconds: float,
        clock: Clock,
        observer: Observer,
    ) -> None:
        host = client.base_url.host
        self._provider = "OpenAI" if host == "openai.com" or host.endswith(".openai.com") else host
        self._client = client
        self._manner = manner
        self._timeout_seconds = timeout_seconds
        self._clock = clock
        self._observer = observer
        self._gate = Gate(clock)
        self._dialect = Dialect()
        self._begun: dict[tuple[object, ...], Sheet] = {}

    async def generate(self, brief: Brief, *, progress: Progress) -> Pictures | Failure:
        """Calls until there is a picture for each variant; what was drawn before a failure is not drawn again."""
        key = (brief.seed, brief.prompt, brief.width, brief.height, brief.variants)
        sheet = self._begun.pop(key, None) or Sheet(brief.variants)
        request = await Request.of(brief, self._manner)
        try:
            ruling = await self._drawn(sheet, request, progress)
        except* _Lost as group:
            ruling = _first(group).ruling
        if ruling is None:
            return Pictures(images=sheet.pictures, model=self._manner.model, usage=sheet.usage)
        if ruling.failure.kind is FailureKind.TRY_AGAIN and sheet.pictures:
            self._keep(key, sheet)
        return ruling.failure

    async def _drawn(self, sheet: Sheet, request: Request, progress: Progress) -> Ruling | None:
        """What keeps it from being filled, or None. Raises a group of `_Lost`."""
        while missing := sheet.missing:
            async with asyncio.TaskGroup() as group:
                calls = []
                while missing:
                    count, fields = request.asking(len(missing), self._dialect)
                    places, missing = missing[:count], missing[count:]
                    calls.append(group.create_task(self._asked(sheet, places, request, fields, progress)))
            # All have been waited for: a call that is under way is paid for, and its picture is kept.
            if rulings := [ruling for call in calls if (ruling := call.result())]:
                return self._to_wait(rulings[0])
        return None

    async def _asked(
        self, sheet: Sheet, places: Sequence[int], request: Request, fields: dict[str, Any], progress: Progress
    ) -> Ruling | None:
        """One call; why its pictures have to be asked for again. Raises `_Lost`."""
        if not await self._gate.passed(patience_seconds=PATIENCE_SECONDS):
            return Ruling(Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER, RATE_LIMITED))
        try:
            async with asyncio.timeout(self._timeout_seconds):
                drawn = await self._call(sheet, places, request, fields, progress)
        except APIConnectionError:
            return UNAVAILABLE
        except APIError as error:
            return self._ruled(error, request, fields)
        except answers.Unreadable as error:
            raise self._lost(unusable_answer(str(error)), "") from error
        except (answers.CutOff, TimeoutError, httpx2.RequestError, ssl.SSLError):
            return UNAVAILABLE
        self._gate.went_through()
        sheet.count(drawn.usage)
        await sheet.fill(places, drawn.pictures, progress)
        return None

    async def _call(
        self, sheet: Sheet, places: Sequence[int], request: Request, fields: dict[str, Any], progress: Progress
    ) -> answers.Drawn:
        async def told(number: int, picture: bytes) -> None:
            share = (number + 1) / (self._manner.previews + 1)
            # One preview is enough of several variants: the first.
            preview = await _preview(picture) if places[0] == 0 else None
            await sheet.come_to(places[0], share, progress, preview=preview)

        api = self._client.images.with_streaming_response
        # Left in whatever way, a cancelled task included, this closes the connection: nothing is drawn for nobody.
        async with (api.edit if request.is_edit else api.generate)(**fields) as response:
            drawn = await answers.read(response, asked_stream="stream" in fields, told=told)
        drawn.pictures = [await _as_png(picture) for picture in drawn.pictures]
        return drawn

    def _ruled(self, error: APIError, request: Request, fields: dict[str, Any]) -> Ruling | None:
        if isinstance(error, APIStatusError):
            if self._dialect.learns(error, asked=fields):
                return None
            wait = told_seconds(error.response.headers, said(error), now=self._clock.wall())
        else:
            wait = None
        ruling = ruling_of(error, provider=self._provider, has_inputs=request.is_edit)
        if ruling.failure.kind is not FailureKind.TRY_AGAIN:
            raise self._lost(ruling, said(error)) from error
        if ruling.failure.reason == RATE_LIMITED or wait is not None:
            self._gate.close(wait)
        return ruling

    def _to_wait(self, ruling: Ruling) -> Ruling:
        return replace(ruling, failure=replace(ruling.failure, retry_after_seconds=self._gate.seconds_left or None))

    def _lost(self, ruling: Ruling, says: str) -> _Lost:
        if ruling.cure:
            self._observer.generator_unusable(self.name, ruling.failure.reason, cure=ruling.cure, says=says)
        return _Lost(ruling)

    def _keep(self, key: tuple[object, ...], sheet: Sheet) -> None:
        self._begun[key] = sheet
        while len(self._begun) > SHEETS_KEPT:
            del self._begun[next(iter(self._begun))]


def _first(group: BaseExceptionGroup[_Lost]) -> _Lost:
    found: BaseException = group
    while isinstance(found, BaseExceptionGroup):
        found = found.exceptions[0]
    assert isinstance(found, _Lost)  # noqa: S101  # `except*` has selected it
    return found


async def _as_png(picture: bytes) -> bytes:
    if is_png(picture):
        return picture
    try:
        return await to_process.run_sync(partial(as_png, picture), cancellable=True)
    except (OSError, ValueError) as error:
        raise answers.Unreadable(f"an image of {len(picture)} bytes cannot be read ({error})") from None


async def _preview(picture: bytes) -> bytes | None:
    try:
        return await to_process.run_sync(partial(preview_of, picture), cancellable=True)
    except (OSError, ValueError):
        return None
