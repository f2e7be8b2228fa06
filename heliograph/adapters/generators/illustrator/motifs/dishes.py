"""Drawings of dishes, sweets and drinks."""

from heliograph.adapters.generators.illustrator.motif import motif
from heliograph.adapters.generators.illustrator.palette import LEAF, lighter
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
    "spaghetti, pasta, noodles, ramen, noodle soup, bowl of noodles, bowl of pasta, bowl of ramen, bowl of spaghetti",
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
    "soup, stew, broth, bowl of soup, porridge, curry, bowl of porridge, bowl of stew, bowl of curry",
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
