"""The pictures of the documentation and what was judged of them: `python -m …illustrator.sheet docs/images`."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from heliograph.adapters.generators.illustrator.illustrate import illustrate

GALLERY = (
    "a red bicycle leaning on a white wall",
    "three cats on a sofa",
    "a dragon above a castle at sunset",
    "a man riding a brown horse in the desert",
    "flowers in a blue vase on a table, watercolour",
    "a dog running in the park",
    "pixel art of a robot in a garden",
    'a shop with a sign that says "OPEN LATE"',
    "line art of a tree and a bench",
    "a house with a red door and a blue roof in the snow",
    "a girl in a yellow raincoat jumping in the rain",
    "an astronaut riding a horse on the moon",
    "a white cat with blue eyes wearing a top hat",
    "a farm",
    "a pirate, a witch and a knight",
    "an octopus and two fish underwater",
    "a sleeping fox in the forest at night",
    "a basket of apples under a tree",
    "a ballerina dancing on a stage",
    "xqzzy blorf",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """One everyday prompt that nothing was made for, and what an eye says of its picture."""

    prompt: str
    right: str
    wrong: str


EVERYDAY_JUDGED = (
    Judged("a lemonade stand run by two kids on a sunny street", "two kids, a sunny street", "no stand, only a glass; read `run` as a pose, and says so"),
    Judged("a tired doctor drinking coffee in a hospital corridor", "a doctor with a coffee", "stands outside beside the hospital; not tired"),
    Judged("a fox and a rabbit having tea in the forest", "both, the tea, the forest", "one cup beside the rabbit; they are not at table"),
    Judged("an old lighthouse keeper waving from the rocks", "lighthouse, rock, sea", "no keeper: the word is not known, and it says so"),
    Judged("a wedding couple under a tree full of blossoms", "bride and groom under the tree", "three large flowers in the crown instead of blossom all over"),
    Judged("a gardener planting tomatoes behind a red shed", "gardener, tomatoes, red shed", "the shed is a cabin in a wood; nobody plants, and only the tomatoes are behind it"),
    Judged("a toddler in a bathtub with a rubber duck", "the whole of it", "a baby for the toddler; a living room for the bathroom"),
    Judged('a poster for a jazz concert that says "FRIDAY 8 PM"', "the poster with its lettering", "hangs on a stage; nothing of jazz"),
    Judged("a crab and a starfish on the sand beside a blue bucket", "the whole of it", "the bucket is behind them, and as large as the palm"),
    Judged("a scientist looking through a microscope in a laboratory", "scientist and microscope", "stands beside it, in a living room"),
    Judged("a black cat walking along a fence under the moon", "cat, step, fence, moon", "in front of the fence, not on it; small"),
    Judged("a plate of pancakes with blueberries and a glass of milk", "the pancakes and the blueberries on the plate, the milk", "far too small, on a huge plate"),
    Judged("a camel caravan crossing the dunes at sunset", "camel, dunes, sunset", "took `caravan` for one with wheels"),
    Judged("a tiny house on the back of a giant turtle", "a large turtle with a house on its back", "the turtle stands in a meadow and seems to swim"),
    Judged("firefighters putting out a fire in a tall building", "firefighters, a fire", "a camp fire before a small house; no water, no tower"),
    Judged("a bookshop window on a snowy evening", "a shop in the evening", "a window beside the shop; no books, no snow in the street"),
    Judged("a squirrel stealing nuts from a picnic table", "squirrel, nuts, a table top", "read `picnic` as rug, basket and sandwich; it does not steal"),
    Judged("a yellow submarine meeting an octopus", "the whole of it", "the octopus hangs below"),
    Judged("a hedgehog with an apple on its back, line art", "hedgehog, apple, line art", "the apple is beside it"),
    Judged("a self-portrait of a robot painting a picture", "robot and picture", "it stands beside a picture that hangs on a wall, and shows no robot"),
)  # fmt: skip
EVERYDAY = tuple(judged.prompt for judged in EVERYDAY_JUDGED)

EDITS = (
    "",
    "watercolour",
    "pencil sketch",
    "make it blue",
    "black and white",
    "at night",
    "add a cat",
    "a forest",
    "remove it",
    "a red tent",
)
MASKED = frozenset({"a forest", "remove it", "a red tent"})
EDITED = "a house beside a lake with mountains"
ACROSS, CELL, SIDE, COLOURS = 5, 236, 512, 255


def contact_sheet(pictures: Iterable[bytes]) -> Image.Image:
    """Pictures in rows of five, in few enough colours to stay small."""
    tiles = [Image.open(BytesIO(png)).convert("RGB") for png in pictures]
    down = -(-len(tiles) // ACROSS)
    sheet = Image.new("RGB", (ACROSS * CELL, down * CELL), "white")
    for at, tile in enumerate(tiles):
        small = tile.resize((CELL - 6, CELL - 6), Image.Resampling.LANCZOS)
        sheet.paste(small, (at % ACROSS * CELL + 3, at // ACROSS * CELL + 3))
    return sheet.quantize(palette=sheet.quantize(COLOURS), dither=Image.Dither.FLOYDSTEINBERG)


def drawn(prompts: tuple[str, ...]) -> Iterable[bytes]:
    return (illustrate(prompt, width=SIDE, height=SIDE, seed=1, variant=0) for prompt in prompts)


def edited() -> Iterable[bytes]:
    """One picture as it was and in nine ways; the last three inside a mask."""
    given = illustrate(EDITED, width=SIDE, height=SIDE, seed=3, variant=0)
    hole = Image.new("L", (SIDE, SIDE), 255)
    ImageDraw.Draw(hole).rounded_rectangle((SIDE * 0.66, SIDE * 0.5, SIDE * 0.98, SIDE * 0.96), 24, fill=0)
    mask = BytesIO()
    hole.save(mask, "PNG")
    for prompt in EDITS:
        over = mask.getvalue() if prompt in MASKED else None
        yield (
            illustrate(prompt, width=SIDE, height=SIDE, seed=1, variant=0, inputs=[given], mask=over)
            if prompt
            else given
        )


def judgements() -> str:
    """The table of what was judged, as Markdown."""
    rows = [f"| {at} | {j.prompt} | {j.right} | {j.wrong} |" for at, j in enumerate(EVERYDAY_JUDGED, 1)]
    return "\n".join(["| | prompt | what came out right | what it got wrong |", "|---|---|---|---|", *rows, ""])


SHEETS = {
    "illustrator-sheet.png": lambda: drawn(GALLERY),
    "illustrator-everyday.png": lambda: drawn(EVERYDAY),
    "illustrator-edits.png": edited,
}

if __name__ == "__main__":
    for name, pictures in SHEETS.items():
        contact_sheet(pictures()).save(Path(sys.argv[1]) / name, optimize=True)
