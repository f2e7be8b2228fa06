"""What every picture says about itself, as text chunks of the PNG."""

import json

from PIL.PngImagePlugin import PngInfo

from .scene import Understanding
from .words.tokens import clean

SOFTWARE = "heliograph illustrator"
LONGEST_PROMPT = 2000


def picture_notes(
    understanding: Understanding, *, prompt: str, seed: int, variant: int, notes: tuple[str, ...]
) -> PngInfo:
    """`Software` and `Description` for people, `heliograph` as JSON for programs."""
    info = PngInfo()
    info.add_itxt("Software", SOFTWARE)
    info.add_itxt("Description", _sentence(understanding))
    info.add_itxt(
        "heliograph",
        json.dumps(_record(understanding, prompt, seed=seed, variant=variant, notes=notes), ensure_ascii=False),
    )
    return info


def _sentence(understanding: Understanding) -> str:
    made = (
        "An illustration composed from vector drawings by heliograph's illustrator; "
        "no model made it and it is not a photograph."
    )
    if understanding.abstract:
        return f"{made} Nothing in the prompt was understood, so the picture is abstract."
    if understanding.not_understood:
        return f"{made} Not understood: {', '.join(understanding.not_understood)}."
    return made


def _record(
    understanding: Understanding, prompt: str, *, seed: int, variant: int, notes: tuple[str, ...]
) -> dict[str, object]:
    return {
        "generator": "illustrator",
        "kind": "illustration",
        "model": None,
        "photograph": False,
        "prompt": clean(prompt[:LONGEST_PROMPT]).strip(),
        "prompt_shortened": len(prompt) > LONGEST_PROMPT,
        "seed": seed,
        "variant": variant,
        "style": understanding.scene.setting.style.value,
        "abstract": understanding.abstract,
        "understood": list(understanding.understood),
        "not_understood": list(understanding.not_understood),
        "notes": [*understanding.notes, *notes],
    }
