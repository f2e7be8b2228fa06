"""Drawings of plants without a flower, and of flowers put together."""

from heliograph.adapters.generators.illustrator.motif import Layer, motif
from heliograph.adapters.generators.illustrator.palette import LEAF, LEAF_DARK, WOOD_DARK
from heliograph.adapters.generators.illustrator.pen import Pen

BARK = "#7c5231"
GOLD, RED = "#f2c230", "#d8323c"


@motif("bamboo", metres=4.5, box=(90, 160), colours="#6aa84a", home="forest", family="plant")
def bamboo(p: Pen) -> None:
    for x, top in ((14, 20), (38, 2), (64, 30)):
        for y in range(top, 156, 26):
            p.slab(x, y, 11, 24, p.main, 3)
        p.line(f"M{x - 1} {top + 25} h13 M{x - 1} {top + 51} h13 M{x - 1} {top + 77} h13", p.deep, 2.4)
    for x, y, turn in (
        (54, 26, 30),
        (28, 46, -150),
        (56, 60, 20),
        (30, 84, -160),
        (80, 66, 30),
        (8, 54, -140),
        (82, 104, 24),
    ):
        p.oval(x, y, 14, 4, p.dark, turn)


@motif("fern, bracken", metres=0.7, box=(120, 90), colours="#4f9a4a", home="forest", family="plant")
def fern(p: Pen) -> None:
    for turn, long in ((-62, 70), (-30, 82), (0, 86), (30, 82), (62, 70)):
        one = p.like()
        one.line(f"M0 0 V{-long}", LEAF_DARK, 2.4)
        for y in range(8, long, 8):
            w = (long - y) * 0.26 + 3
            one.oval(-w, -y, w, 3.4, p.main if y % 16 else p.dark, 24)
            one.oval(w, -y, w, 3.4, p.main if y % 16 else p.dark, -24)
        p.place(one.drawn(), f"translate(60 90) rotate({turn})")


@motif(
    "grass, tuft of grass, reed, wheat, ear of wheat",
    metres=0.6,
    box=(90, 110),
    colours="#6aa84a #d9b84a",
    home="meadow",
    family="plant",
)
def grass(p: Pen) -> None:
    for d in (
        "M40 110 C36 70 24 40 6 22 C22 54 30 84 32 110Z",
        "M44 110 C42 60 40 30 34 2 C52 40 54 80 52 110Z",
        "M52 110 C54 74 66 44 84 26 C72 56 64 84 62 110Z",
        "M36 110 C30 86 18 66 2 56 C16 76 24 94 28 110Z",
        "M58 110 C62 90 74 72 88 64 C76 82 70 96 66 110Z",
    ):
        p.body(d, p.main if "60" in d else p.dark)


@motif(
    "clover, four-leaf clover, shamrock, lucky clover",
    metres=0.12,
    box=(100, 110),
    colours="#3f9a4a",
    home="meadow",
    family="plant",
)
def clover(p: Pen) -> None:
    p.line("M50 50 C52 76 46 94 40 110", LEAF_DARK, 5)
    for turn in (0, 90, 180, 270):
        p.add(
            f'path d="M50 50 C36 38 22 28 28 14 C34 2 48 6 50 16 C52 6 66 2 72 14 C78 28 64 38 50 50Z" transform="rotate({turn} 50 50)"',
            p.main if turn % 180 else p.light,
        )


@motif(
    "water lily, lily pad, lotus, lotus flower",
    metres=0.5,
    box=(130, 80),
    colours="#f28ab5 #fbfaf5",
    home="lake",
    layer=Layer.WATER,
    family="plant",
)
def water_lily(p: Pen) -> None:
    p.oval(65, 64, 62, 14, LEAF)
    p.path("M65 64 L118 54 L112 72Z", "#7cc4e6")
    for d in (
        "M65 62 C40 60 20 46 16 30 C36 32 54 44 65 62Z",
        "M65 62 C90 60 110 46 114 30 C94 32 76 44 65 62Z",
        "M65 62 C48 50 36 30 40 12 C54 22 64 42 65 62Z",
        "M65 62 C82 50 94 30 90 12 C76 22 66 42 65 62Z",
    ):
        p.body(d)
    p.body("M65 62 C54 46 54 22 65 4 C76 22 76 46 65 62Z", p.light)
    p.ball(65, 58, 9, 6, GOLD)


@motif(
    "bouquet, bouquet of flowers, bunch of flowers",
    metres=0.45,
    box=(100, 120),
    colours="#e8d9b8 #8fc7e8",
    home="table",
    family="plant",
)
def bouquet(p: Pen) -> None:
    p.line("M50 60 V118 M42 60 L48 116 M58 60 L52 116", LEAF_DARK, 4)
    for x, y, c in (
        (20, 40, "#f28ab0"),
        (40, 20, "#f6f1e6"),
        (62, 18, "#e0344f"),
        (82, 38, "#f2b61f"),
        (50, 42, "#8f6fd8"),
        (32, 56, "#e0344f"),
        (70, 56, "#f28ab0"),
    ):
        for turn in range(0, 360, 60):
            p.add(f'ellipse cx="{x}" cy="{y - 9}" rx="6" ry="9" transform="rotate({turn} {x} {y})"', c)
        p.circle(x, y, 5, GOLD if c != "#f2b61f" else WOOD_DARK)
    p.body("M16 66 C36 76 64 76 84 66 L58 112 H42Z")
    p.path("M50 92 L34 84 V102Z M50 92 L66 84 V102Z", RED)


@motif(
    "wreath, flower crown, garland",
    metres=0.5,
    box=(110, 110),
    colours="#3f8a4a",
    home="wall",
    family="plant",
    worn="head",
    tall=False,
)
def wreath(p: Pen) -> None:
    for turn in range(0, 360, 15):
        p.add(
            f'ellipse cx="55" cy="14" rx="13" ry="8" transform="rotate({turn} 55 55)"', p.main if turn % 30 else p.dark
        )
    for turn in range(0, 360, 45):
        p.add(f'circle cx="55" cy="14" r="4.400" transform="rotate({turn} 55 55)"', RED)
    p.path("M55 98 L34 88 V108Z M55 98 L76 88 V108Z", RED)


@motif(
    "seedling, sprout, young plant, sapling", metres=0.2, box=(90, 90), colours="#7fc05a", home="garden", family="plant"
)
def seedling(p: Pen) -> None:
    p.line("M45 84 C44 66 46 52 45 40", LEAF_DARK, 5)
    p.body("M45 44 C24 46 8 34 6 12 C28 10 44 22 45 44Z")
    p.body("M45 44 C66 46 82 34 84 12 C62 10 46 22 45 44Z", p.dark)
    p.body("M8 90 C18 74 72 74 82 90Z", "#6b4630")


@motif("bonsai, bonsai tree", metres=0.4, box=(110, 110), colours="#4f9a4a", home="table", family="plant")
def bonsai(p: Pen) -> None:
    p.line("M58 90 C70 70 40 62 50 42 M52 58 C68 54 78 48 84 40", BARK, 9)
    for x, y, rx, ry in ((34, 34, 26, 15), (60, 20, 28, 15), (88, 34, 20, 12)):
        p.ball(x, y, rx, ry)
    p.body("M22 90 H92 L84 108 H30Z", "#3f6f9a")
    p.slab(16, 84, 82, 9, "#5f8fb5", 3)


@motif("seaweed, kelp, algae", metres=0.8, box=(80, 120), colours="#3f9a6a", home="underwater", family="plant")
def seaweed(p: Pen) -> None:
    for x, h, c in ((18, 84, p.dark), (40, 116, p.main), (62, 70, p.light)):
        p.line(f"M{x} 120 q-14 {-h / 4:.0f} 0 {-h / 2:.0f} q14 {-h / 4:.0f} 0 {-h / 2:.0f}", c, 12)
