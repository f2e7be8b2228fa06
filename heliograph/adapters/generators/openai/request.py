"""What is asked of the API for one brief, as fields of the SDK's calls."""

import re
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from anyio import to_process
from openai import APIStatusError

from heliograph.adapters.generators.lending import lent
from heliograph.adapters.generators.openai.images import IMAGE_LIMIT_BYTES, Parts, prepared_files
from heliograph.domain.picture import Brief

ONLY_EDITS = frozenset({"input_fidelity"})
"""Options that generations do not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How the operator wants it drawn: `previews` from 0 to 3, `options` are further fields as the API names them."""

    model: str
    quality: str = ""
    previews: int = 2
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Dialect:
    """What this server turned out to know; it is asked for the whole API until it says what it does not take."""

    streams: bool = True
    several: bool = True

    def learns(self, error: APIStatusError, *, asked: Mapping[str, Any]) -> bool:
        """Whether the refusal is of something that can be left out, which it is from now on."""
        if error.status_code not in (400, 422):
            return False
        if asked.get("stream") and _is_about(error, "stream", "partial_images"):
            self.streams = False
        elif asked.get("n", 1) > 1 and _is_about(error, "n"):
            self.several = False
        else:
            return False
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The fields that all calls for one brief have in common."""

    is_edit: bool
    fields: Mapping[str, Any]
    manner: Manner

    @classmethod
    async def of(cls, brief: Brief, manner: Manner) -> "Request":
        size = f"{brief.width}x{brief.height}"
        fields: dict[str, Any] = {"model": manner.model, "prompt": brief.prompt, "size": size}
        if manner.quality:
            fields["quality"] = manner.quality
        if brief.inputs:
            fields |= _files(await _parts_of(brief))
        options = {name: value for name, value in manner.options.items() if brief.inputs or name not in ONLY_EDITS}
        if options:
            fields["extra_body"] = options
        return cls(is_edit=bool(brief.inputs), fields=fields, manner=manner)

    def asking(self, count: int, dialect: Dialect) -> tuple[int, dict[str, Any]]:
        """How many pictures the next call is for, of `count` that are wanted, and its fields."""
        if self.manner.previews and dialect.streams:
            # Streams are of one picture each.
            return 1, {**self.fields, "n": 1, "stream": True, "partial_images": self.manner.previews}
        several = count if dialect.several else 1
        return several, {**self.fields, "n": several}


async def _parts_of(brief: Brief) -> Parts:
    given = tuple(each.data for each in brief.inputs)
    if brief.mask is None and all(len(each) < IMAGE_LIMIT_BYTES for each in given):
        return Parts(given, None)
    async with AsyncExitStack() as stack:
        inputs = [await stack.enter_async_context(lent(each)) for each in given]
        mask = await stack.enter_async_context(lent(brief.mask.data)) if brief.mask else None
        made = await to_process.run_sync(partial(prepared_files, inputs, mask), cancellable=True)
    return Parts(tuple(new or old for new, old in zip(made.inputs, given, strict=True)), made.mask)


def _files(parts: Parts) -> dict[str, Any]:
    named = [(f"image_{place}.png", data, "image/png") for place, data in enumerate(parts.inputs, 1)]
    # One is sent as `image`, which every server of this API knows; several can only be `image[]`.
    files: dict[str, Any] = {"image": named if len(named) > 1 else named[0]}
    if parts.mask:
        files["mask"] = ("mask.png", parts.mask, "image/png")
    return files


def _is_about(error: APIStatusError, *names: str) -> bool:
    if error.param in names:
        return True
    return any(re.search(rf"['\"`]{name}['\"`]|\b{name}=", str(error.body)) for name in names)
