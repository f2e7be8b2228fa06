"""Rehearsal: tiny pictures at once and every outcome on demand, for people who test their callback receiver."""

import asyncio
import re
import zlib
from dataclasses import dataclass
from functools import lru_cache

from heliograph.domain.contract import DOWNLOAD_FAILED, GENERATION_FAILED, REFUSED_BY_POLICY, TRY_AGAIN_LATER
from heliograph.domain.inputs import Source, refused
from heliograph.domain.picture import Abilities, Brief, Pictures
from heliograph.domain.policy import Category, output_refused, prompt_refused
from heliograph.domain.task import Failure, FailureKind
from heliograph.ports import Progress

CONCURRENCY = 1000
MOST_SECONDS = 3600.0
MOST_COPIES = 10
STEPS = 10

_DIRECTIVE = re.compile(r"#(fail|delay|duplicate)=([0-9]+(?:\.[0-9]+)?)")
_REFUSAL = re.compile(r"#refuse=(prompt|input|output)\b")

_FAILURES = {
    "400": Failure(FailureKind.REFUSED, REFUSED_BY_POLICY.format(who="OpenAI"), "refused"),
    "451": Failure(FailureKind.UNAVAILABLE_INPUT, DOWNLOAD_FAILED.format(field="filesUrl")),
    "500": Failure(FailureKind.FAILED, GENERATION_FAILED),
    "503": Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER),
}
_REFUSALS = {
    "prompt": prompt_refused(Category.SEXUAL),
    "input": refused(Source("filesUrl", "https://example.com/sample.png")),
    "output": output_refused(1, 1),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What a prompt asks for: a failure, seconds to wait first, and how often the callback is sent."""

    failure: Failure | None = None
    delay_seconds: float = 0.0
    copies: int = 1

    @classmethod
    def of(cls, prompt: str) -> "Script":
        """Read `#fail=400|451|500|503`, `#refuse=prompt|input|output`, `#delay=SECONDS` and `#duplicate=COPIES`.

        Anything else is only a prompt.
        """
        told = dict(_DIRECTIVE.findall(prompt))
        refusal = _REFUSAL.search(prompt)
        return cls(
            failure=_REFUSALS[refusal[1]] if refusal else _FAILURES.get(told.get("fail", "")),
            delay_seconds=min(float(told.get("delay", 0)), MOST_SECONDS),
            copies=max(1, min(int(float(told.get("duplicate", 1))), MOST_COPIES)),
        )


class Rehearsal:
    """Draws nothing and waits for nothing but what the prompt asks for."""

    name = "rehearsal"
    concurrency: int | None = CONCURRENCY
    abilities = Abilities(inputs=5, mask=True, seed=True)

    async def generate(self, brief: Brief, *, progress: Progress) -> Pictures | Failure:
        script = Script.of(brief.prompt)
        if script.delay_seconds:
            await _wait(script.delay_seconds, brief.seed, progress)
        if script.failure:
            return script.failure
        images = [tiny_png(brief.seed + number) for number in range(brief.variants)]
        return Pictures(images=images, callback_repeats=script.copies - 1)


async def _wait(seconds: float, seed: int, progress: Progress) -> None:
    for step in range(1, STEPS + 1):
        await asyncio.sleep(seconds / STEPS)
        await progress(step / STEPS, preview=tiny_png(seed + step))


@lru_cache(maxsize=1024)
def tiny_png(seed: int) -> bytes:
    """An 8 by 8 pixel PNG of one colour, which the seed picks."""
    colour = bytes((seed * step) & 0xFF for step in (53, 97, 193))
    pixels = zlib.compress(b"".join(b"\x00" + colour * 8 for _ in range(8)))
    header = (8).to_bytes(4, "big") * 2 + bytes((8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")
