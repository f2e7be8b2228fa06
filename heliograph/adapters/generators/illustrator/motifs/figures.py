"""Drawings of figures that are not people but stand like them."""

from heliograph.adapters.generators.illustrator.motif import Layer, motif
from heliograph.adapters.generators.illustrator.palette import BLUSH, INK, WHITE
from heliograph.adapters.generators.illustrator.pen import Pen

SKINS = ("#f1c7a3", "#c98d62", "#8c5a3c", "#e6b48c")
HAIRS = ("#4a2f24", "#2a2426", "#b5712e", "#7b4326")
HAND = (70.0, 76.0)


@motif("robot, android, droid, cyborg", metres=1.5, box=(110, 150), colours="#6fa3c2 #e08a4a #8f9bb0", home="city", hand=(98, 98),
       family="toy")  # fmt: skip
def robot(p: Pen) -> None:
    p.line("M55 14 V4", "#5d6878", 4)
    p.ball(55, 3, 6, 6, "#e5433c")
    p.box(14, 30, 8, 18, "#5d6878", 3)
    p.box(88, 30, 8, 18, "#5d6878", 3)
    p.slab(20, 14, 70, 50, p.main, 12)
    p.box(29, 24, 52, 28, "#22304a", 9)
    for x in (42, 68):
        p.circle(x, 37, 8, "#7df0e0")
        p.circle(x, 37, 3.4, WHITE)
    p.line("M46 58 H64", p.deep, 3)
    p.box(45, 63, 20, 9, "#5d6878")
    p.line("M26 80 C12 84 10 94 12 104", "#7d8899", 9)
    p.line("M84 80 C98 84 100 90 98 98", "#7d8899", 9)
    p.slab(24, 70, 62, 46, p.main, 9)
    p.box(34, 79, 42, 26, p.pale, 5)
    p.circle(43, 88, 4, "#e5433c")
    p.circle(55, 88, 4, "#f2c230")
    p.circle(67, 88, 4, "#3fa05b")
    p.line("M40 98 H70", p.dark, 3)
    p.path(
        "M4 104 C4 94 20 94 20 104 L20 112 L15 112 V105 H9 V112 H4Z M90 98 C90 88 106 88 106 98 L106 106 L101 106 V99 H95 V106 H90Z",
        "#5d6878",
    )
    p.slab(34, 116, 14, 24, "#7d8899", 3)
    p.slab(62, 116, 14, 24, "#7d8899", 3)
    p.body("M26 150 C26 138 34 136 52 136 V150Z M58 150 V136 C76 136 84 138 84 150Z")


@motif("snowman", metres=1.6, box=(110, 140), colours="#f7f9fc", home="snow", family="toy")
def snowman(p: Pen) -> None:
    p.line("M26 74 L4 54 M12 62 L4 66 M84 74 L106 56 M98 62 L107 66", "#6b452c", 4)
    p.ball(55, 108, 38, 33)
    p.ball(55, 70, 28, 25)
    p.ball(55, 38, 21, 20)
    p.path("M36 52 C48 60 62 60 74 52 L76 60 C64 68 46 68 34 60Z M64 60 L76 60 L80 84 L68 84Z", "#d8323c")
    p.path("M56 38 L82 43 L56 46Z", "#f08a24")
    for x, y in ((47, 33), (63, 33), (55, 74), (55, 86), (55, 100)):
        p.circle(x, y, 2.8, INK)
    p.line("M47 48 q7 4 14 1", INK, 2)
    p.body("M38 20 L40 -4 C48 -8 62 -8 70 -4 L72 20Z", "#33313f")
    p.box(28, 17, 54, 6, "#33313f", 3)
    p.box(39, 10, 32.5, 6, "#d8323c")


@motif(
    "ghost, phantom, spirit", metres=1.4, box=(90, 110), colours="#f1f0fa", home="forest", layer=Layer.AIR, family="toy"
)
def ghost(p: Pen) -> None:
    p.body(
        "M8 108 C10 80 8 60 12 40 C16 14 32 4 45 4 C60 4 76 14 78 40 C82 60 80 80 84 106 C76 98 70 98 64 107 C58 98 52 98 46 108 C40 98 34 98 28 108 C22 98 14 98 8 108Z"
    )
    p.oval(34, 40, 6, 9, INK)
    p.oval(58, 40, 6, 9, INK)
    p.oval(46, 62, 6, 8, INK)
    p.oval(26, 54, 5, 3, BLUSH)
    p.oval(66, 54, 5, 3, BLUSH)
