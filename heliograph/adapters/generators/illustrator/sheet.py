"""The contact sheet of the documentation: `python -m heliograph.adapters.generators.illustrator.sheet OUT.png`."""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

from heliograph.adapters.generators.illustrator.illustrate import illustrate

PROMPTS = (
    "a red bicycle leaning on a white wall",
    "three cats on a sofa",
    "a blue house under a full moon at night, watercolour",
    "a sailing boat on the sea at sunset",
    "a cup of coffee beside an open book on a wooden table",
    "a dog in front of a yellow car on a street in the rain",
    "pixel art of a robot in a garden",
    'a shop with a sign that says "OPEN LATE"',
    "line art of a tree and a bench",
    "a snowy mountain behind a small cabin",
    "two apples and a banana on a plate",
    "an astronaut beside a rocket in space with stars",
    "a lighthouse on a rock in a storm",
    "a woman in a yellow dress with a green umbrella in the rain",
    "three hot air balloons over mountains at dawn",
    "an octopus and two fish underwater",
    "five penguins on ice",
    "a man riding a brown horse in the desert",
    "flowers in a blue vase on a table, watercolour",
    "xqzzy blorf",
)
ACROSS = 5
CELL = 260


def contact_sheet(prompts: tuple[str, ...] = PROMPTS) -> Image.Image:
    """The prompts' pictures in rows."""
    down = -(-len(prompts) // ACROSS)
    sheet = Image.new("RGB", (ACROSS * CELL, down * CELL), "white")
    for at, prompt in enumerate(prompts):
        png = illustrate(prompt, width=768, height=768, seed=1, variant=0)
        picture = Image.open(BytesIO(png)).resize((CELL - 6, CELL - 6), Image.Resampling.LANCZOS)
        sheet.paste(picture, (at % ACROSS * CELL + 3, at // ACROSS * CELL + 3))
    return sheet


if __name__ == "__main__":
    contact_sheet().save(Path(sys.argv[1]), optimize=True)
