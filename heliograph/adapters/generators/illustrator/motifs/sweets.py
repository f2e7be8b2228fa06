"""Drawings of sweets and drinks."""

from heliograph.adapters.generators.illustrator.motif import Motif, Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, WHITE, darker, lighter
from heliograph.adapters.generators.illustrator.pen import Pen

CRUST, CREAM, RED = "#d9a05a", "#fdf3dd", "#d8323c"


@motif("popcorn", metres=0.2, box=(84, 116), colours="#d8323c", home="table", family="food")
def popcorn(p: Pen) -> None:
    for x, y in (
        (14, 36),
        (30, 28),
        (48, 30),
        (66, 34),
        (22, 20),
        (42, 14),
        (60, 20),
        (34, 6),
        (52, 6),
        (72, 44),
        (10, 46),
    ):
        p.ball(x, y, 11, 10, "#fdf3c8")
        p.circle(x + 2, y + 2, 3, "#e9c25a")
    p.body("M4 42 H80 L70 114 H14Z", "#fbfaf5")
    for x in (8, 32, 56):
        p.path(f"M{x} 42 h14 L{x + 10 + (42 - x) * 0.05:.0f} 114 h-8Z", p.main)
    p.shade("M4 42 H80 L79 50 H5Z", 0.14)


@motif("biscuit, cookie, gingerbread", metres=0.07, box=(90, 90), colours="#d9a05a", home="table", family="food")
def cookie(p: Pen) -> None:
    p.ball(45, 45, 43, 43)
    for x, y, r in ((28, 26, 6.0), (54, 20, 5), (68, 42, 6.500), (42, 48, 6), (24, 58, 5), (58, 68, 6), (36, 74, 4)):
        p.ball(x, y, r, r, "#5a3620")
    p.line("M46 32 l4 3 M30 42 l3 -3 M72 58 l-4 2", p.dark, 2)


@motif(
    "cupcake, muffin, fairy cake",
    metres=0.09,
    box=(90, 104),
    colours="#f08ab5 #8fc7e8 #fdf3dd",
    home="table",
    family="food",
    parts=("icing",),
)
def cupcake(p: Pen) -> None:
    icing = p.like(p.part("icing", p.main))
    p.body("M12 58 H78 L68 104 H22Z", "#c98a5a")
    p.line("M26 60 L32 102 M40 60 L42 103 M54 60 L52 103 M66 60 L60 102", "#a86a40", 2.4)
    for x, y, rx, ry in ((45, 52, 42, 15), (45, 38, 32, 13), (45, 25, 21, 11), (45, 15, 11, 8)):
        icing.ball(x, y, rx, ry)
    p.parts += icing.parts
    p.ball(45, 8, 8, 8, RED)
    for x, y, c in (
        (26, 50, "#f2c230"),
        (60, 54, "#3f8fd0"),
        (36, 36, "#5fb05a"),
        (56, 38, "#f2c230"),
        (44, 24, "#3f8fd0"),
    ):
        p.box(x, y, 6, 2.4, c, 1)


@motif("pancake, crepe, waffle", metres=0.1, box=(130, 80), colours="#e0a84f", home="table", family="food")
def pancakes(p: Pen) -> None:
    for y in (58, 45, 32):
        p.slab(12, y, 106, 14, p.dark, 7)
        p.oval(65, y + 2, 53, 9, p.main)
    p.path(
        "M30 32 C44 24 88 24 100 32 C104 40 98 52 94 52 C90 50 92 42 84 40 C76 40 78 60 72 62 C66 60 68 44 58 42 C46 40 48 54 42 52 C36 46 36 38 30 32Z",
        "#a8602a",
    )
    p.box(54, 18, 24, 12, "#fbe9a0", 3)
    p.oval(65, 72, 62, 8, "#e8e4da")


@motif(
    "pie, apple pie, tart, quiche, pastry", metres=0.12, box=(130, 76), colours="#d9a05a", home="table", family="food"
)
def pie(p: Pen) -> None:
    p.line("M46 10 c-6 -8 6 -8 0 -16 M66 6 c-6 -8 6 -8 0 -16 M86 10 c-6 -8 6 -8 0 -16", "#ffffff", 3)
    p.body("M8 40 H122 L106 74 H24Z", "#9aa5b4")
    p.body("M4 40 C10 14 40 10 65 10 C90 10 120 14 126 40Z")
    for x in range(10, 122, 14):
        p.ball(x + 2, 40, 9, 7, p.light)
    p.path("M46 30 l5 -10 l5 10Z M62 26 l5 -10 l5 10Z M78 30 l5 -10 l5 10Z", "#8a3a2a")


@motif(
    "chocolate bar, bar of chocolate, chocolates",
    metres=0.1,
    box=(80, 120),
    colours="#5d3620",
    home="table",
    family="food",
)
def chocolate(p: Pen) -> None:
    p.slab(8, 2, 64, 80, p.main, 3)
    for x in (12, 42):
        for y in (7, 31, 55):
            p.slab(x, y, 26, 20, p.light, 2)
    p.body("M4 62 L14 56 L24 64 L36 56 L48 64 L60 56 L76 62 V118 H4Z", "#c9344a")
    p.path("M2 66 L12 60 L22 68 L34 60 L46 68 L58 60 L78 66 V72 L4 72Z", "#d9dde2")
    p.box(16, 88, 48, 16, "#f2d58a", 2)


@motif(
    "sweet, candy, toffee, bonbon",
    metres=0.05,
    box=(120, 64),
    colours="#e0437a #3f9fd0 #7fbf3f",
    home="table",
    family="food",
)
def sweet(p: Pen) -> None:
    p.body("M34 32 L6 10 C2 24 2 40 6 54Z", p.light)
    p.body("M86 32 L114 10 C118 24 118 40 114 54Z", p.light)
    p.ball(60, 32, 30, 26)
    p.path(
        "M44 12 C52 24 52 40 44 52 L54 57 C62 42 62 22 54 7Z M68 8 C76 22 76 42 68 56 L77 51 C84 40 84 24 77 13Z", WHITE
    )


@motif("pretzel, brezel", metres=0.12, box=(110, 90), colours="#a8602a", home="table", family="food")
def pretzel(p: Pen) -> None:
    p.line("M36 80 C70 58 100 50 98 28 C96 8 70 8 56 28 C42 8 14 8 12 28 C10 50 40 58 74 80", p.dark, 15)
    p.line("M36 80 C70 58 100 50 98 28 C96 8 70 8 56 28 C42 8 14 8 12 28 C10 50 40 58 74 80", p.main, 11)
    for x, y in ((22, 18), (40, 20), (72, 18), (92, 22), (30, 48), (82, 48), (56, 66), (18, 36)):
        p.circle(x, y, 2, WHITE)


def _drink(words: str, colours: str, *, foam: bool = False, straw: bool = False, handle: bool = False) -> Motif:
    """Something to drink in a tall glass."""

    def draw(p: Pen) -> None:
        if handle:
            p.line("M64 40 C92 36 92 84 62 80", "#d5e3ea", 7)
        if straw:
            p.line("M42 40 L54 -6 L66 -10", RED, 5)
        p.body("M13 28 H65 L60 104 C58 108 20 108 18 104Z")
        p.veil('path d="M8 10 H70 L63 106 C60 112 18 112 15 106Z"', "#dcf0f8", 0.35)
        if foam:
            for x, y, r in ((16, 24, 10.0), (30, 16, 12), (48, 16, 12), (62, 24, 10)):
                p.ball(x, y, r, r * 0.9, "#fffaf0")
        else:
            p.oval(39, 28, 25, 5, lighter(p.main, 0.4))
            p.box(24, 34, 12, 12, "#eef8fc", 2)
            p.box(40, 42, 11, 11, "#eef8fc", 2)
        p.shine("M16 34 L20 98 H25 L22 34Z", 0.5)

    return motif(words, metres=0.17, box=(80, 112), colours=colours, home="table", family="household")(draw)


DRINKS = (
    _drink("beer, pint, pint of beer, lager, ale", "#e8a52a", foam=True, handle=True),
    _drink("juice, orange juice, glass of juice, smoothie, squash", "#f5a02c #d8405a", straw=True),
    _drink("lemonade, iced tea, glass of water, soda, cola, soft drink", "#bfe3f2 #8a4a2a", straw=True),
    _drink("milk, glass of milk", "#fbfaf5"),
    _drink("milkshake, frappe, iced coffee", "#f2b8c8 #b58a6a", foam=True, straw=True),
)


@motif(
    "cocktail, martini, margarita",
    metres=0.2,
    box=(90, 110),
    colours="#f28a9a #8fd06a #f2b03a",
    home="table",
    family="household",
)
def cocktail(p: Pen) -> None:
    p.line("M60 30 L78 -8", "#8a5a34", 2.4)
    p.path("M12 26 H78 L45 62Z", p.main)
    p.veil('path d="M2 12 H88 L47 64 H43Z"', "#dcf0f8", 0.45)
    p.line("M45 62 V102", "#c4dbe6", 4)
    p.oval(45, 104, 24, 5, "#c4dbe6")
    p.ball(64, 24, 8, 8, "#6a8a3a")
    p.body("M62 2 C66 -10 88 -8 92 4Z", "#e0437a")


@motif(
    "honey, jar of honey, jam, jar, jar of jam, marmalade",
    metres=0.14,
    box=(80, 100),
    colours="#e8a52a #b5263a",
    home="kitchen",
    family="household",
    rim=Span(18, 62, 18),
)
def jar(p: Pen) -> None:
    p.body("M12 22 H68 C78 30 78 40 78 46 V88 C78 96 72 100 64 100 H16 C8 100 2 96 2 88 V46 C2 40 2 30 12 22Z")
    p.slab(10, 4, 60, 18, darker("#c9934a", 0.1), 4)
    p.box(14, 50, 52, 34, "#fbf5e6", 3)
    p.line("M22 60 H58 M26 70 H54", INK, 2.4)
    p.shine("M8 46 C8 38 12 32 16 30 V48 H8Z", 0.5)
