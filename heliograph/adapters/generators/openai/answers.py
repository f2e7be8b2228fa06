"""Reading what the API answers: a stream of events or one JSON document, whichever it sends."""

import asyncio
import base64
import binascii
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from openai import APIError, AsyncAPIResponse, AsyncStream

from heliograph.adapters.openai_sdk import counted

Told = Callable[[int, bytes], Awaitable[None]]
"""Called with the number of a partial image, from 0, and its file."""


class Unreadable(Exception):
    """There is no picture in the answer; the message says what helps."""


class CutOff(Exception):
    """The stream ended before its picture."""


@dataclass(slots=True)
class Drawn:
    """Pictures as they came, in whatever format, and what they cost."""

    pictures: list[bytes] = field(default_factory=list)
    usage: dict[str, int] = field(default_factory=dict)


async def read(response: AsyncAPIResponse[Any], *, asked_stream: bool, told: Told) -> Drawn:
    """Raises `Unreadable`, `CutOff` and what the SDK raises. A server that cannot stream sends a document instead."""
    if asked_stream and "text/event-stream" in response.headers.get("content-type", ""):
        return await _read_events(await response.parse(), told)
    try:
        document = await response.json()
    except ValueError as error:
        raise Unreadable(f"the answer is no JSON ({error}): does HELIOGRAPH_OPENAI_BASE_URL end in /v1?") from None
    return await _read_document(document)


async def _read_events(events: AsyncStream[Any], told: Told) -> Drawn:
    drawn = Drawn()
    try:
        async for event in events:
            kind, content = str(getattr(event, "type", "")), event.to_dict()
            if kind.endswith(".partial_image"):
                await told(int(content.get("partial_image_index") or 0), await _decoded(content))
            elif kind.endswith(".completed"):
                drawn.pictures.append(await _decoded(content))
                drawn.usage = counted(content.get("usage"))
            elif kind == "error":
                # The SDK raises those that it knows, with an `error` inside.
                raise APIError(str(content.get("message")), events.response.request, body=content)
    except ValueError as error:
        raise Unreadable(f"an event of the stream is no JSON: {error}") from None
    if not drawn.pictures:
        raise CutOff
    return drawn


async def _read_document(document: object) -> Drawn:
    items = document.get("data") if isinstance(document, dict) else None
    if not isinstance(document, dict) or not isinstance(items, list) or not items:
        raise Unreadable("the answer has no pictures: does this server speak the Images API?")
    pictures = [await _decoded(item) for item in items]
    return Drawn(pictures, counted(document.get("usage")))


async def _decoded(item: object) -> bytes:
    text = item.get("b64_json") if isinstance(item, Mapping) else None
    if not isinstance(text, str) or not text:
        if isinstance(item, Mapping) and item.get("url"):
            # What it leads to would be fetched past the guard, from wherever an answer says.
            raise Unreadable(
                "the answer has URLs in place of pictures, which are not fetched: set "
                'HELIOGRAPH_OPENAI_OPTIONS to {"response_format": "b64_json"}'
            )
        raise Unreadable("the answer has an image without b64_json")
    try:
        # Megabytes: not on the event loop.
        return await asyncio.to_thread(base64.b64decode, text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Unreadable(f"an image is no base64: {error}") from None
