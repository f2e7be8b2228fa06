"""Drawings of dishes, sweets and drinks."""

from heliograph.adapters.generators.illustrator.motif import Motif, Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, LEAF, WHITE, darker, lighter
from heliograph.adapters.generators.illustrator.pen import Pen

CRUST, CREAM, RED = "#d9a05a", "#fdf3dd", "#d8323c"


@motif("sandwich, toast, panini, sub", metres=0.1, box=(120, 84), colours="#e8c48a", home="table", family="food")
def sandwich(p: Pen) -> None:
    p.path("M6 70 L112 70 L116 78 C116 82 112 84 108 84 H12 C6 84 4 80 4 78Z", CRUST)
    p.path("M4 62 C14 54 22 66 32 58 C42 52 50 66 60 58 C70 52 78 66 88 58 C98 54 106 64 116 60 L114 72 H6Z", LEAF)
    p.box(8, 52, 104, 10, "#f2c230", 2)
    p.box(6, 46, 108, 9, RED, 3)
    p.box(10, 40, 100, 8, "#e8a0a0", 3)
    p.body("M60 2 L116 36 C118 42 112 44 106 44 H14 C8 44 2 42 4 36Z", CRUST)
    p.body("M60 10 L104 37 H16Z")
    for x, y in ((50, 26), (64, 22), (76, 31), (38, 32)):
        p.circle(x, y, 1.8, p.dark)


@motif(
    "hot dog, hotdog, bratwurst",
    metres=0.1,
    box=(140, 64),
    colours="#c9563a",
    home="table",
    family="food",
)
def hot_dog(p: Pen) -> None:
    p.body("M10 22 C10 8 30 6 70 6 C110 6 130 8 130 22 C130 34 110 36 70 36 C30 36 10 34 10 22Z", "#c98a4a")
    p.line("M14 28 C40 20 100 20 126 28", p.main, 22)
    p.line("M22 25 q8 -8 16 0 t16 0 t16 0 t16 0 t16 0 t14 0", "#f7cf1d", 4)
    p.body("M4 34 C8 26 20 34 70 36 C120 34 132 26 136 34 C138 54 118 62 70 62 C22 62 2 54 4 34Z", CRUST)


@motif("fries, chips, french fries", metres=0.14, box=(84, 110), colours="#d8323c", home="table", family="food")
def fries(p: Pen) -> None:
    for i, (x, y) in enumerate(((8, 22), (20, 8), (30, 18), (40, 2), (50, 14), (60, 6), (68, 24))):
        p.box(x, y, 9, 70, "#f6cf5a" if i % 2 else "#e9b83f", 1)
    p.body("M2 46 C24 58 60 58 82 46 L74 108 H10Z")
    p.path("M28 66 L56 66 L52 90 H32Z", lighter(p.main, 0.25))


@motif("taco, burrito, wrap, quesadilla", metres=0.1, box=(130, 84), colours="#e8b85a", home="table", family="food")
def taco(p: Pen) -> None:
    for x, y, c in (
        (20, 34, LEAF),
        (36, 22, RED),
        (54, 14, LEAF),
        (74, 14, "#f2d26a"),
        (92, 22, RED),
        (108, 34, LEAF),
        (64, 24, "#8a4f2f"),
    ):
        p.ball(x, y, 15, 12, c)
    p.body("M4 76 C4 36 32 22 66 22 C100 22 126 40 126 76 C126 84 4 84 4 76Z")
    for x, y in ((30, 58), (54, 42), (80, 60), (100, 52), (66, 70), (44, 72)):
        p.circle(x, y, 2.6, p.dark)


@motif("sushi, maki, nigiri", metres=0.06, box=(140, 70), colours="#f48b6a", home="table", family="food")
def sushi(p: Pen) -> None:
    p.body("M4 46 C4 34 60 34 64 46 V62 C60 70 8 70 4 62Z", "#fbfaf5")
    p.body("M0 40 C4 20 56 16 68 34 C70 44 64 50 56 48 C40 42 20 44 8 50 C2 48 -2 46 0 40Z")
    p.line("M16 42 L22 30 M30 40 L36 27 M44 40 L50 30", lighter(p.main, 0.5), 2.4)
    p.box(80, 26, 54, 40, "#22302a", 6)
    p.oval(107, 26, 27, 12, "#2f4038")
    p.oval(107, 25, 22, 9, "#fbfaf5")
    p.oval(107, 25, 9, 4, "#f48b3a")


@motif(
    "spaghetti, pasta, noodles, ramen, noodle soup",
    metres=0.14,
    box=(130, 84),
    colours="#f2d27a",
    home="table",
    family="food",
)
def pasta(p: Pen) -> None:
    for x, y, rx, ry in ((46, 30, 32, 16), (84, 30, 32, 16), (65, 22, 30, 16)):
        p.ball(x, y, rx, ry)
    p.line(
        "M20 32 C34 16 50 40 64 22 C76 10 92 38 110 28 M26 40 C44 26 60 46 78 30 C90 22 100 40 108 36 M42 18 C56 30 70 8 88 20",
        p.dark,
        2.4,
    )
    p.ball(64, 18, 22, 11, "#c9402f")
    for x, y in ((54, 13), (70, 11), (63, 20)):
        p.ball(x, y, 7, 6, "#8a4a2f")
    p.path("M76 12 C84 4 92 8 92 14 C86 18 80 16 76 12Z", LEAF)
    p.body("M2 36 C6 64 34 80 48 82 H82 C96 80 124 64 128 36 C100 48 30 48 2 36Z", "#f3f1ec")
    p.line("M14 56 C44 66 86 66 116 56", "#3f7fb0", 3)


@motif(
    "soup, stew, broth, bowl of soup, porridge, curry",
    metres=0.13,
    box=(130, 84),
    colours="#e0762c #c9a03a",
    home="table",
    family="food",
)
def soup(p: Pen) -> None:
    p.line("M44 14 c-6 -8 6 -10 0 -18 M66 10 c-6 -8 6 -10 0 -18 M88 14 c-6 -8 6 -10 0 -18", "#ffffff", 3)
    p.body("M4 28 C8 62 32 80 48 81 L46 84 H84 L82 81 C98 80 122 62 126 28Z", "#4f93a8")
    p.oval(65, 28, 61, 12, "#8fc4d4")
    p.oval(65, 29, 54, 9)
    for x, y, c in ((46, 28, LEAF), (62, 32, RED), (82, 28, LEAF), (74, 26, CREAM)):
        p.oval(x, y, 5, 2.4, c)


@motif("rice, bowl of rice, risotto", metres=0.13, box=(120, 90), colours="#fbfaf5", home="table", family="food")
def rice(p: Pen) -> None:
    for x, y, r in ((34, 30, 22.0), (60, 20, 26), (86, 30, 22), (60, 34, 30)):
        p.ball(x, y, r, r * 0.9)
    for x, y in ((40, 22), (52, 14), (66, 10), (74, 22), (84, 26), (32, 30), (56, 26)):
        p.oval(x, y, 3.6, 1.6, "#dcd8cc", x * 3)
    p.line("M78 26 L118 -2 M84 30 L120 8", "#8a4a30", 3.4)
    p.body("M4 38 C8 66 30 84 44 86 H76 C90 84 112 66 116 38 C90 48 30 48 4 38Z", RED)


@motif(
    "fried egg, omelette",
    metres=0.1,
    box=(120, 70),
    colours="#fbfaf5",
    home="kitchen",
    family="food",
    tall=False,
)
def fried_egg(p: Pen) -> None:
    p.body("M14 36 C0 20 24 4 44 10 C60 -2 92 2 98 18 C120 20 124 48 104 54 C96 70 66 66 54 60 C34 72 6 58 14 36Z")
    p.ball(60, 32, 21, 18, "#f6b01f")
    p.shine("M48 28 C50 20 58 17 66 18 C58 20 53 24 52 31Z", 0.6)


@motif(
    "sausage, wurst, salami, frankfurter", metres=0.07, box=(130, 60), colours="#a8482f", home="kitchen", family="food"
)
def sausage(p: Pen) -> None:
    p.line("M16 20 C36 52 92 52 114 20", p.main, 22)
    p.line("M18 16 C38 44 90 44 110 18", p.light, 4)
    p.line("M8 8 L14 16 M122 8 L116 16", p.deep, 5)
    p.line("M36 34 l6 10 M58 42 l2 11 M80 41 l-2 11", p.dark, 2.4)


@motif(
    "steak, meat, beef, ham, pork chop", metres=0.12, box=(120, 84), colours="#b5403a", home="kitchen", family="food"
)
def steak(p: Pen) -> None:
    p.body("M10 50 C0 22 26 4 56 8 C90 4 122 18 114 46 C110 72 84 66 70 74 C46 88 16 78 10 50Z", "#f3d8c8")
    p.body("M18 50 C12 28 32 14 56 17 C84 13 110 24 105 44 C100 62 82 56 66 66 C46 78 22 72 18 50Z")
    p.ring(44, 40, 11, "#f3ead8", 7)
    p.line("M66 32 C74 36 82 34 90 30 M64 50 C70 50 76 48 82 48", "#e8b8a8", 3)


@motif(
    "roast chicken, chicken leg, drumstick, roast",
    metres=0.16,
    box=(120, 80),
    colours="#c9823a",
    home="table",
    family="food",
)
def roast(p: Pen) -> None:
    p.line("M16 22 L4 10 M16 22 L2 22", "#f6efe0", 8)
    p.body("M12 18 C26 14 34 26 44 30 C60 10 112 14 116 46 C116 70 84 78 56 72 C38 70 34 56 38 44 C26 40 14 32 12 18Z")
    p.line("M60 34 C72 26 90 28 100 38", p.light, 5)
    p.path("M30 78 C50 70 96 72 112 78Z", LEAF)


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
