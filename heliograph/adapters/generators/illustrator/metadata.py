"""What every picture says about itself, as text chunks of the PNG."""

import json
from dataclasses import dataclass

from PIL.PngImagePlugin import PngInfo

from .scene import Understanding
from .words.tokens import clean

SOFTWARE = "heliograph illustrator"
LONGEST_PROMPT = 2000
DRAWN = (
    "An illustration composed from vector drawings by heliograph's illustrator; "
    "no model made it and it is not a photograph."
)
EDITED = (
    "Made from the picture that was given, with image filters and vector drawings, by heliograph's illustrator; "
    "no model looked at it or made it."
)


@dataclass(frozen=True, slots=True)
class Given:
    """The pictures that were given, and what was done with them."""

    inputs: int = 0
    mask: bool = False
    done: tuple[str, ...] = ()


def picture_notes(
    understanding: Understanding, given: Given, *, prompt: str, seed: int, variant: int, notes: tuple[str, ...]
) -> PngInfo:
    """`Software` and `Description` for people, `heliograph` as JSON for programs."""
    info = PngInfo()
    info.add_itxt("Software", SOFTWARE)
    info.add_itxt("Description", _sentence(understanding, given))
    info.add_itxt(
        "heliograph",
        json.dumps(_record(understanding, given, prompt, seed=seed, variant=variant, notes=notes), ensure_ascii=False),
    )
    return info


def _sentence(understanding: Understanding, given: Given) -> str:
    made = EDITED if given.inputs else DRAWN
    if given.inputs:
        made += f" Done: {'; '.join(given.done)}." if given.done else " Nothing was done to it."
    elif understanding.abstract:
        return f"{made} Nothing in the prompt was understood, so the picture is abstract."
    if understanding.not_understood:
        return f"{made} Not understood: {', '.join(understanding.not_understood)}."
    return made


def _record(
    understanding: Understanding, given: Given, prompt: str, *, seed: int, variant: int, notes: tuple[str, ...]
) -> dict[str, object]:
    return {
        "generator": "illustrator",
        "kind": "edited picture" if given.inputs else "illustration",
        "model": None,
        "photograph": False if not given.inputs else None,
        "prompt": clean(prompt[:LONGEST_PROMPT]).strip(),
        "prompt_shortened": len(prompt) > LONGEST_PROMPT,
        "seed": seed,
        "variant": variant,
        "style": understanding.scene.setting.style.value,
        "abstract": understanding.abstract and not given.inputs,
        "inputs": given.inputs,
        "mask": given.mask,
        "done": list(given.done),
        "understood": list(understanding.understood),
        "not_understood": list(understanding.not_understood),
        "notes": [*understanding.notes, *notes],
    }
