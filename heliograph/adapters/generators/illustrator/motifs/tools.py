"""Drawings of tools."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, STEEL, STEEL_DARK, WOOD
from heliograph.adapters.generators.illustrator.pen import Pen


@motif("key", metres=0.1, box=(140, 60), colours="#dba520 #9aa5b4", home="table", family="household")
def key(p: Pen) -> None:
    p.slab(52, 25, 84, 11, p.main, 3)
    p.body("M104 34 H114 V52 H104Z M122 34 H132 V48 H122Z")
    p.ring(32, 30, 21, p.main, 13)
    p.ring(32, 30, 25, p.light, 2)


@motif(
    "bucket, pail",
    metres=0.35,
    box=(90, 90),
    colours="#4f93c0 #d8433c #9aa5b4",
    home="garden",
    rim=Span(14, 76, 24),
    family="tool",
)
def bucket(p: Pen) -> None:
    p.line("M10 24 C14 -8 76 -8 80 24", STEEL_DARK, 4)
    p.body("M6 22 H84 L74 86 C72 90 18 90 16 86Z")
    p.oval(45, 22, 39, 8, p.light)
    p.oval(45, 23, 33, 5.6, p.deep)
    p.line("M12 48 C30 54 60 54 78 48", p.dark, 3)


@motif("ladder, stepladder", metres=2.4, box=(60, 150), colours=f"{WOOD} #9aa5b4", home="garden", family="tool")
def ladder(p: Pen) -> None:
    for y in range(16, 146, 20):
        p.slab(12, y, 36, 6, p.light, 2)
    p.slab(8, 0, 8, 150, p.main, 3)
    p.slab(44, 0, 8, 150, p.main, 3)


@motif("hammer, mallet", metres=0.3, box=(80, 120), colours=STEEL, home="table", family="tool")
def hammer(p: Pen) -> None:
    p.slab(34, 20, 12, 100, WOOD, 4)
    p.box(33, 84, 14, 34, "#b5433f", 4)
    p.body("M12 8 C24 2 44 6 62 6 V34 H44 C36 34 32 28 26 24 C20 20 12 18 6 24 C4 18 6 12 12 8Z")
    p.slab(60, 2, 14, 36, p.dark, 3)


@motif("scissors, shears", metres=0.2, box=(90, 130), colours="#d8433c #3f6fb0", home="table", family="tool")
def scissors(p: Pen) -> None:
    p.body("M18 4 C26 20 48 66 56 84 L46 88 C34 70 18 30 18 4Z", STEEL)
    p.body("M72 4 C64 20 42 66 34 84 L44 88 C56 70 72 30 72 4Z", "#c3ccd6")
    p.circle(45, 70, 4, STEEL_DARK)
    p.ring(25, 104, 16, p.main, 9)
    p.ring(65, 104, 16, p.main, 9)


@motif(
    "pencil, crayon",
    metres=0.2,
    box=(150, 40),
    colours="#f2b61f #d8433c #3f8f5a",
    home="table",
    family="tool",
)
def pencil(p: Pen) -> None:
    p.box(2, 12, 16, 20, "#f09aa8", 4)
    p.box(16, 12, 12, 20, STEEL)
    p.slab(26, 12, 88, 20, p.main)
    p.box(26, 12, 88, 6, p.light)
    p.box(26, 26, 88, 6, p.dark)
    p.body("M114 12 L144 22 L114 32Z", "#f0d0a0")
    p.path("M134 18.6 L146 22 L134 25.4Z", INK)
