"""Drawings of water birds and birds of prey."""

from heliograph.adapters.generators.illustrator.motif import Layer, Round, motif
from heliograph.adapters.generators.illustrator.palette import INK
from heliograph.adapters.generators.illustrator.pen import Pen

from .birds import BEAK


@motif("swan, cygnet", metres=1.2, box=(130, 110), colours="#f8f8f6 #2f303a", home="lake", layer=Layer.WATER, family="animal",
       head=Round(104, 22, 12), parts=("eye",))  # fmt: skip
def swan(p: Pen) -> None:
    p.body("M6 68 C14 78 20 74 28 70 C44 60 70 60 92 66 C104 80 96 100 66 104 C36 106 12 92 6 68Z")
    p.line("M88 78 C112 70 74 46 88 26 C92 20 98 18 104 20", p.main, 13)
    p.body("M30 78 C40 56 66 50 84 62 C82 82 60 92 36 90 L18 76Z", p.dark)
    p.line("M38 80 C50 84 64 80 74 70 M34 72 C46 76 58 72 66 64", p.main, 2)
    p.ball(104, 22, 11, 9)
    p.path("M112 18 L128 24 L112 28Z", "#f0862a")
    p.path("M108 16 L114 17 L113 28 L108 25Z", INK)
    p.eye(106, 19, 2)


@motif(
    "goose, gander",
    metres=0.8,
    box=(116, 110),
    colours="#f3f1ea #8a8078",
    home="farm",
    family="animal",
    head=Round(90, 16, 11),
    parts=("eye",),
)
def goose(p: Pen) -> None:
    p.line("M46 92 V104 M60 92 V104", BEAK, 4)
    p.path("M36 109 L50 102 L52 109Z M50 109 L64 102 L68 109Z", BEAK)
    p.body("M4 58 C18 60 30 54 48 52 C64 50 78 56 84 68 C86 84 72 96 52 96 C28 96 12 80 4 58Z")
    p.line("M76 74 C88 58 78 34 88 18", p.main, 14)
    p.body("M28 68 C42 58 62 60 70 70 C60 84 40 86 22 76Z", p.dark)
    p.ball(90, 16, 11, 10)
    p.path("M98 11 C106 11 114 15 114 19 C110 23 104 23 97 21Z", BEAK)
    p.eye(92, 13, 2.2)


@motif(
    "ostrich, emu",
    metres=2.3,
    box=(110, 150),
    colours="#33343f #8a7a6a",
    home="savanna",
    family="animal",
    head=Round(84, 14, 10),
    parts=("eye",),
)
def ostrich(p: Pen) -> None:
    p.line("M44 92 L38 120 L46 146 M60 92 L66 120 L60 146", "#d9a58a", 6)
    p.line("M44 147 H56 M58 147 H70", "#d9a58a", 5)
    p.line("M74 74 C84 60 76 36 84 16", "#d9a58a", 8)
    for x, y, r in ((20, 66, 14.0), (32, 58, 16), (50, 56, 18), (66, 66, 16), (58, 82, 17), (38, 84, 17)):
        p.ball(x, y, r)
    p.ball(46, 70, 30, 24)
    p.ball(10, 64, 11, 11, "#f1ece0")
    p.ball(14, 76, 10, 10, "#f1ece0")
    p.ball(84, 14, 10, 9, "#d9a58a")
    p.path("M92 12 L106 16 L92 20Z", BEAK)
    p.line("M80 6 L76 0 M84 5 L84 -2", "#8a6a58", 1.8)
    p.eye(86, 12, 2.6)


@motif(
    "pelican",
    metres=0.9,
    box=(120, 110),
    colours="#f4f1ea",
    home="sea",
    family="animal",
    head=Round(72, 20, 12),
    parts=("eye",),
)
def pelican(p: Pen) -> None:
    p.line("M42 92 V104 M56 92 V104", BEAK, 4)
    p.path("M34 108 L48 102 L50 108Z M48 108 L62 102 L64 108Z", BEAK)
    p.body("M2 66 C14 66 28 54 44 52 C60 52 72 62 72 76 C70 92 56 98 42 98 C22 96 8 84 2 66Z")
    p.line("M64 70 C82 58 58 38 70 22", p.main, 13)
    p.body("M24 70 C38 60 56 64 60 74 C50 86 32 84 18 78Z", "#5a5f6a")
    p.ball(72, 20, 12, 11)
    p.body("M80 16 L118 34 C114 48 92 50 80 30Z", "#f2b05a")
    p.path("M80 15 L119 34 L80 24Z", BEAK)
    p.eye(74, 17, 2.4)


@motif(
    "stork, heron, egret, ibis",
    metres=1.2,
    box=(104, 140),
    colours="#f6f5f0 #8f9cae",
    home="lake",
    family="animal",
    head=Round(66, 16, 9),
    parts=("eye",),
)
def stork(p: Pen) -> None:
    p.line("M40 84 V136 M36 138 H48 M52 84 L58 108 V136 M54 138 H66", "#e0562f", 3.4)
    p.body("M2 76 C14 58 40 50 60 58 C68 70 60 88 42 88 C26 90 12 84 2 76Z")
    p.body("M2 76 C8 66 22 60 34 60 C32 72 22 80 2 76Z", INK)
    p.line("M58 66 C72 56 56 34 66 18", p.main, 9)
    p.ball(66, 16, 9, 8)
    p.path("M72 11 L103 20 L72 20Z", "#e0562f")
    p.eye(68, 14, 1.9)


@motif(
    "vulture, condor, buzzard",
    metres=0.8,
    box=(100, 110),
    colours="#4a3f3a",
    home="desert",
    family="animal",
    head=Round(66, 24, 12),
    parts=("eye",),
)
def vulture(p: Pen) -> None:
    p.line("M2 102 H98", "#7c5231", 8)
    p.body("M18 96 C6 60 20 36 44 36 C66 36 76 54 70 96 C60 102 28 102 18 96Z")
    p.body("M18 98 C2 70 12 46 34 44 C44 60 40 84 30 104Z", p.dark)
    for x, y in ((46, 44), (54, 48), (62, 48), (70, 44)):
        p.ball(x, y, 8, 7, "#f1ece0")
    p.line("M58 42 C54 32 58 26 64 24", "#d9938a", 9)
    p.ball(66, 24, 11, 10, "#d9938a")
    p.body("M74 20 C86 20 88 30 82 38 C80 32 76 30 72 30Z", "#e8c06a")
    p.eye(69, 21, 2.2)
    p.line("M40 98 V106 M54 98 V106", "#e8c06a", 4)
