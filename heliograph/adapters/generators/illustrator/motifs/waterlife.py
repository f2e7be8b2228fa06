"""Drawings of animals of the water, and of those that live beside it."""

from heliograph.adapters.generators.illustrator.motif import Layer, Round, motif
from heliograph.adapters.generators.illustrator.palette import INK, WHITE
from heliograph.adapters.generators.illustrator.pen import Pen


@motif("fish, goldfish, carp, trout, salmon, tuna, koi", metres=0.35, box=(120, 70), colours="#f08a2c #e8b33a #4a90c9", home="underwater",
       layer=Layer.WATER, head=Round(98, 28, 20), family="animal")  # fmt: skip
def fish(p: Pen) -> None:
    p.body("M30 36 C18 22 6 12 2 14 C8 28 8 44 2 58 C8 60 18 50 30 38Z", p.dark)
    p.body("M46 16 C56 0 78 0 86 12 L78 24Z", p.dark)
    p.body("M50 56 C54 68 66 70 72 60Z", p.dark)
    p.body("M24 36 C38 8 92 4 116 34 C94 66 40 64 24 36Z", gradient="drop")
    for x in (48, 62, 76):
        p.line(f"M{x} 24 C{x + 6} 30 {x + 6} 42 {x} 48", p.light, 2.4)
    p.path("M88 14 C82 26 82 44 88 56 C98 52 110 44 116 34 C108 24 98 17 88 14Z", p.light)
    p.path("M76 38 C66 38 60 46 62 52 C70 52 78 48 80 42Z", p.dark)
    p.circle(98, 29, 6, WHITE)
    p.eye(99.5, 29, 3.4)
    p.line("M114 37 C110 40 106 41 104 40", p.deep, 1.8)


@motif(
    "whale, blue whale",
    metres=3.6,
    box=(150, 80),
    colours="#3f6fa8 #4a5a78",
    home="sea",
    layer=Layer.WATER,
    head=Round(122, 36, 26),
    family="animal",
)
def whale(p: Pen) -> None:
    p.line("M104 14 C104 2 94 -4 88 0 M104 14 C104 2 114 -4 120 0", "#d6f0fa", 4)
    p.body(
        "M28 36 C18 34 12 26 12 14 C6 20 -2 18 0 8 C8 4 16 6 20 12 C24 4 32 2 40 6 C40 16 34 22 28 24 C32 32 42 34 52 28 L40 50Z"
    )
    p.body("M24 34 C40 42 60 12 100 14 C132 16 150 34 148 54 C146 72 124 78 98 78 C58 78 30 62 24 34Z", gradient="drop")
    p.path("M62 62 C86 70 124 66 148 54 C146 72 124 78 98 78 C82 78 70 72 62 62Z", "#e6eef4")
    p.line("M84 70 C104 73 126 70 142 63 M98 75 C112 75 126 73 134 70", "#b6c6d4", 1.6)
    p.body("M92 60 C90 72 80 80 70 78 C72 68 78 60 86 56Z", p.dark)
    p.eye(124, 46, 3)
    p.circle(125, 45, 1, WHITE)


@motif(
    "shark",
    metres=1.7,
    box=(150, 70),
    colours="#708498 #5d7284",
    home="underwater",
    layer=Layer.WATER,
    head=Round(128, 32, 14),
    family="animal",
)
def shark(p: Pen) -> None:
    p.body("M24 38 C14 28 6 10 2 4 C0 16 6 30 12 38 C6 48 4 58 6 66 C14 58 22 50 28 44Z", p.dark)
    p.body("M64 22 C66 8 74 0 84 0 C82 10 86 18 92 24Z", p.dark)
    p.body("M20 40 C44 16 106 10 146 34 C148 38 146 42 140 44 C104 64 50 60 20 40Z", gradient="drop")
    p.path("M40 48 C80 56 120 50 140 44 C104 64 62 60 40 48Z", "#e9eef2")
    p.path("M116 46 L138 42 L132 50 L128 46 L125 52 L121 47Z", WHITE)
    p.body("M88 48 C86 60 78 68 68 68 C70 58 72 52 78 46Z", p.dark)
    p.line("M104 30 C101 36 101 40 104 45 M98 30 C95 36 95 40 98 45", p.deep, 1.6)
    p.eye(126, 31, 2.6)


@motif(
    "dolphin, porpoise",
    metres=1.5,
    box=(140, 80),
    colours="#5f87b5 #6d8aa3",
    home="sea",
    layer=Layer.WATER,
    head=Round(108, 26, 15),
    family="animal",
)
def dolphin(p: Pen) -> None:
    p.body("M14 62 C8 62 0 68 0 76 C8 76 14 74 18 72 C20 76 26 80 32 80 C32 72 28 66 22 62Z", p.dark)
    p.body("M62 22 C62 10 54 2 46 2 C48 12 48 20 50 28Z", p.dark)
    p.body(
        "M14 66 C20 38 46 16 84 14 C100 13 110 18 114 28 L132 34 C138 38 134 42 126 42 L110 44 C80 44 46 48 22 72Z",
        gradient="drop",
    )
    p.path("M40 54 C60 40 90 38 128 39 C130 42 128 42 126 42 L110 44 C84 44 60 46 40 54Z", "#e9f0f5")
    p.body("M84 42 C84 54 78 62 70 64 C70 54 70 48 74 42Z", p.dark)
    p.eye(108, 30, 2.4)


@motif("octopus", metres=0.8, box=(110, 100), colours="#b3497f #c75a4a", home="underwater", layer=Layer.WATER,
       head=Round(55, 30, 30), family="animal")  # fmt: skip
def octopus(p: Pen) -> None:
    arms = (
        "M30 60 C10 66 20 88 4 92",
        "M38 64 C26 76 34 92 20 98",
        "M72 64 C84 76 76 92 90 98",
        "M80 60 C100 66 90 88 106 92",
    )
    for arm in arms:
        p.line(arm, p.dark, 9)
    p.line("M46 64 C40 82 50 90 42 98 M64 64 C70 82 60 90 68 98", p.main, 9)
    p.body("M24 44 C22 12 38 2 55 2 C72 2 88 12 86 44 C86 62 76 72 55 72 C34 72 24 62 24 44Z", gradient="round")
    p.oval(40, 18, 8, 5, p.light, -30)
    for x in (44, 66):
        p.circle(x, 46, 8, WHITE)
        p.circle(x + 1, 47, 4.4, INK)
        p.circle(x + 2.4, 45, 1.4, WHITE)
    p.line("M49 60 C53 63 57 63 61 60", p.deep, 2)


@motif(
    "tortoise",
    metres=0.4,
    box=(120, 70),
    colours="#5b9a4b #7a8f45",
    home="beach",
    head=Round(108, 36, 12),
    family="animal",
)
def turtle(p: Pen) -> None:
    p.body("M84 46 C92 30 112 26 118 36 C120 46 110 54 96 58Z", "#a9c46c")
    p.eye(110, 36, 2.4)
    p.line("M112 45 C115 45 117 44 118 42", "#5a6b34", 1.6)
    p.body("M22 54 C14 60 12 68 18 70 L34 70 L38 56Z", "#a9c46c")
    p.body("M76 56 C82 62 84 68 80 70 L96 70 C98 64 92 56 88 52Z", "#a9c46c")
    p.path("M16 56 L4 62 L20 62Z", "#a9c46c")
    p.body("M12 58 C12 24 34 6 56 6 C78 6 96 24 98 58Z", gradient="round")
    p.path("M8 56 H102 C102 62 98 64 92 64 H18 C12 64 8 62 8 56Z", p.dark)
    p.path("M56 14 L70 24 L66 40 L46 40 L42 24Z M36 28 L40 44 L34 53 L20 53 C21 42 28 32 36 28Z", p.light)
    p.path("M76 28 L72 44 L78 53 L91 53 C90 42 84 32 76 28Z M48 46 L64 46 L68 53 L44 53Z", p.light)


@motif(
    "snail",
    metres=0.12,
    box=(110, 80),
    colours="#c98546 #b86a5c",
    home="garden",
    head=Round(97, 42, 12),
    family="animal",
)
def snail(p: Pen) -> None:
    p.line("M96 40 L90 18 M102 40 L106 20", "#c9a67c", 3)
    p.eye(90, 17, 3.4)
    p.eye(106, 19, 3.4)
    p.body("M2 78 C14 66 30 66 50 66 C72 66 84 62 88 48 C92 38 106 38 108 48 C110 66 102 78 88 78Z", "#e6c99a")
    p.ball(46, 40, 33, 32)
    p.line("M46 42 C42 38 48 30 56 34 C66 40 60 56 46 56 C30 56 22 44 28 30 C34 18 52 14 64 20", p.deep, 4)
    p.line("M97 58 C100 60 104 59 105 57", "#8c5a3c", 1.6)


@motif(
    "frog, toad",
    metres=0.15,
    box=(110, 80),
    colours="#57a840 #7aa23a",
    home="garden",
    hand=(84, 62),
    head=Round(55, 30, 34),
    family="animal",
)
def frog(p: Pen) -> None:
    p.body("M20 76 C4 74 2 54 18 46 L34 66Z", p.dark)
    p.body("M90 76 C106 74 108 54 92 46 L76 66Z", p.dark)
    p.body("M18 52 C18 26 38 20 55 20 C72 20 92 26 92 52 C92 72 76 76 55 76 C34 76 18 72 18 52Z", gradient="round")
    p.oval(55, 62, 24, 13, p.pale)
    for x in (33, 77):
        p.ball(x, 17, 14)
        p.circle(x, 16, 8.6, WHITE)
        p.circle(x, 17, 5, INK)
        p.circle(x + 2, 15, 1.6, WHITE)
    p.line("M30 44 C44 54 66 54 80 44", p.deep, 2.6)
    p.path("M28 78 C20 68 34 66 40 76 L42 80 H22Z M82 78 C90 68 76 66 70 76 L68 80 H88Z", p.main)
