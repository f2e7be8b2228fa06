"""Drawings of food."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, LEAF, LEAF_DARK, WHITE, WOOD_DARK
from heliograph.adapters.generators.illustrator.pen import Pen


def leaf(p: Pen, x: float, y: float, turn: float = -25) -> None:
    p.oval(x, y, 12, 5, LEAF, turn)
    p.line(f"M{x - 9} {y + 4} L{x + 8} {y - 3}", LEAF_DARK, 1)


@motif("apple", metres=0.1, box=(92, 100), colours="#d8282f #6fae3a #e8b52c", home="table", family="food")
def apple(p: Pen) -> None:
    p.body(
        "M46 26 C36 14 4 14 4 50 C4 80 24 100 36 98 C42 97 50 97 56 98 C68 100 88 80 88 50 C88 14 56 14 46 26Z",
        gradient="round",
    )
    p.path("M34 24 C40 32 52 32 58 24 C52 22 48 24 46 27 C44 24 40 22 34 24Z", p.deep)
    p.line("M46 28 C46 18 48 10 54 4", WOOD_DARK, 4.4)
    leaf(p, 64, 12)
    p.shine("M16 46 C16 36 22 29 30 27 C24 34 22 42 22 52 C19 52 16 50 16 46Z", 0.55)


@motif("banana", metres=0.1, box=(130, 84), colours="#f7cf1d", home="table", family="food")
def banana(p: Pen) -> None:
    p.body("M8 8 L18 4 C26 34 62 54 116 40 L126 50 C96 90 20 84 8 8Z")
    p.path("M12 22 C28 62 74 76 118 46 L126 50 C96 90 20 84 8 8Z", p.dark)
    p.path("M12 18 C26 58 74 72 119 46 L122 48 C80 84 24 70 10 22Z", "#dfae14")
    p.path("M6 8 L18 3 L20 10 L8 14Z M114 40 L122 38 L128 48 L124 52Z", "#6b5021")


@motif(
    "orange, tangerine, mandarin, clementine", metres=0.09, box=(94, 98), colours="#f58a1c", home="table", family="food"
)
def orange(p: Pen) -> None:
    p.ball(47, 54, 44, 43)
    for x, y in ((30, 40), (52, 36), (66, 54), (40, 64), (58, 76), (24, 60), (74, 70)):
        p.circle(x, y, 1.5, p.dark)
    p.line("M47 14 V8", LEAF_DARK, 4)
    leaf(p, 60, 9, -12)


@motif("lemon", metres=0.08, box=(110, 80), colours="#f7dc2c #8fc42f", home="table", family="food")
def lemon(p: Pen) -> None:
    p.body(
        "M2 44 C8 38 12 32 20 22 C36 4 70 4 88 20 C98 28 98 32 107 38 C108 44 104 46 98 50 C88 74 40 84 18 60 C12 52 8 50 2 44Z",
        gradient="round",
    )
    p.shine("M26 36 C32 22 44 16 56 16 C44 22 36 30 32 42Z")
    leaf(p, 96, 18, 30)


@motif("pear", metres=0.11, box=(80, 110), colours="#a8c43a #d8b53a", home="table", family="food")
def pear(p: Pen) -> None:
    p.body(
        "M40 14 C56 14 54 38 62 52 C72 64 78 74 74 88 C70 104 54 109 40 109 C26 109 10 104 6 88 C2 74 8 64 18 52 C26 38 24 14 40 14Z",
        gradient="round",
    )
    p.line("M40 16 C40 10 42 6 46 2", WOOD_DARK, 4)
    leaf(p, 56, 10)


@motif("strawberry", metres=0.05, box=(80, 96), colours="#e0283f", home="table", family="food")
def strawberry(p: Pen) -> None:
    p.body("M40 18 C62 8 80 22 76 42 C72 66 54 92 40 95 C26 92 8 66 4 42 C0 22 18 8 40 18Z", gradient="round")
    for x, y in ((22, 36), (40, 34), (58, 36), (30, 50), (50, 50), (24, 62), (40, 64), (56, 62), (34, 78), (46, 78)):
        p.oval(x, y, 2, 3, "#f9d77a")
    p.path("M40 16 L18 10 L28 22 L14 28 L34 27 L40 36 L46 27 L66 28 L52 22 L62 10Z", LEAF)
    p.line("M40 18 V4", LEAF_DARK, 4)


@motif("cherry", metres=0.06, box=(90, 90), colours="#c9152f", home="table", family="food")
def cherry(p: Pen) -> None:
    p.line("M26 60 C28 36 40 18 60 6 M66 58 C66 36 64 20 60 6", LEAF_DARK, 3.4)
    p.oval(74, 12, 15, 6, LEAF, 24)
    p.ball(25, 68, 21, 21)
    p.ball(66, 66, 21, 21)
    p.shine("M14 64 C14 58 18 54 23 53 C19 58 18 62 18 68Z M55 62 C55 56 59 52 64 51 C60 56 59 60 59 66Z", 0.6)


@motif(
    "bunch of grapes, grape, grapes", metres=0.15, box=(84, 110), colours="#7a3f9c #8fb83a", home="table", family="food"
)
def grapes(p: Pen) -> None:
    p.line("M42 24 V4 C46 2 52 2 56 4", WOOD_DARK, 4)
    for row, count in enumerate((4, 5, 4, 3, 2, 1)):
        for i in range(count):
            p.ball(42 + (i - (count - 1) / 2) * 17, 30 + row * 14, 10, 10)
    p.body("M42 20 C30 6 14 10 10 22 C20 30 32 28 42 20Z", LEAF)


@motif("watermelon, melon", metres=0.25, box=(130, 80), colours="#e8434f", home="table", family="food")
def watermelon(p: Pen) -> None:
    p.path("M2 12 H128 C126 54 98 79 65 79 C32 79 4 54 2 12Z", "#2f7a3a")
    p.path("M8 12 H122 C120 50 94 72 65 72 C36 72 10 50 8 12Z", "#e6f0c4")
    p.body("M13 12 H117 C114 46 92 66 65 66 C38 66 16 46 13 12Z")
    for x, y in ((34, 26), (54, 24), (76, 24), (96, 26), (44, 40), (65, 42), (86, 40), (56, 55), (75, 55)):
        p.oval(x, y, 2.6, 4.4, INK)


@motif("pumpkin, jack-o-lantern, gourd", metres=0.35, box=(120, 96), colours="#ef7f16", home="farm", family="food")
def pumpkin(p: Pen) -> None:
    p.body("M56 20 C54 10 58 4 68 2 L74 8 C68 10 66 14 68 22Z", "#5f7a35")
    for x, rx in ((26, 24), (94, 24), (42, 24), (78, 24)):
        p.ball(x, 56, rx, 37, p.dark if rx == 24 and x in {26, 94} else p.main)
    p.ball(60, 57, 20, 38, p.light)


@motif("carrot", metres=0.14, box=(64, 130), colours="#f07f1c", home="garden", family="food")
def carrot(p: Pen) -> None:
    p.line("M32 40 C28 22 16 14 10 6 M32 40 C32 20 32 12 32 2 M32 40 C36 22 48 14 54 6", LEAF, 6)
    p.body("M12 46 C14 34 50 34 52 46 C50 84 40 118 32 129 C24 118 14 84 12 46Z")
    p.line("M14 58 H28 M50 70 H36 M20 84 H30 M44 98 H36", p.dark, 2.4)


@motif(
    "bread, loaf, loaf of bread",
    metres=0.14,
    box=(140, 80),
    colours="#d99a4a #b5763a",
    home="table",
    family="food",
)
def bread(p: Pen) -> None:
    p.body("M10 78 C2 78 4 56 8 44 C-2 30 14 8 40 8 H104 C130 8 142 30 132 44 C136 56 138 78 130 78Z")
    p.path(
        "M10 34 C16 18 30 14 44 14 H100 C116 14 126 20 130 34 C120 22 110 22 100 22 H44 C30 22 20 24 10 34Z", p.light
    )
    for x in (38, 64, 90):
        p.line(f"M{x} 22 C{x + 12} 30 {x + 12} 42 {x + 6} 52", p.pale, 6)


@motif("cake, birthday cake, gateau, wedding cake", metres=0.22, box=(120, 120), colours="#f3a8bf #7a4a30 #f6e6c4", home="table", board=(18, 76, 84, 24), faces=False,
       family="food")  # fmt: skip
def cake(p: Pen) -> None:
    for x in (40, 60, 80):
        p.path(f"M{x} 8 C{x + 7} 17 {x + 5} 23 {x} 25 C{x - 5} 23 {x - 7} 17 {x} 8Z", "#f7a52c")
        p.slab(x - 3, 25, 6, 25, "#6fb5d8" if x == 60 else "#f2d04a", 1)
    p.oval(60, 112, 59, 8, "#e8ecef")
    p.body("M12 58 V104 C12 114 108 114 108 104 V58Z")
    p.path("M12 78 C40 88 80 88 108 78 V88 C80 98 40 98 12 88Z", p.pale)
    p.oval(60, 57, 48, 12, "#fffaf0")
    p.path("M12 57 C12 72 16 78 20 70 C24 62 28 64 31 74 C34 84 40 82 42 72 C44 66 50 66 52 74 C55 86 62 86 65 74 C67 68 72 68 75 76 C78 84 84 82 86 72 "
           "C88 64 94 66 97 74 C101 80 108 72 108 57 C100 68 20 68 12 57Z", "#fffaf0")  # fmt: skip
    for x, y in ((24, 56), (50, 60), (72, 60), (96, 56)):
        p.ball(x, y - 5, 6, 6, "#d8283f")


@motif("pizza", metres=0.3, box=(150, 80), colours="#f2c14e", home="table", family="food")
def pizza(p: Pen) -> None:
    p.oval(75, 44, 74, 35, "#b5733a")
    p.oval(75, 40, 74, 35, "#d9a05a")
    p.oval(75, 40, 64, 29, "#d8523a")
    p.oval(75, 39, 61, 27)
    for x, y in ((44, 30), (82, 24), (112, 36), (60, 50), (96, 54), (30, 44)):
        p.oval(x, y, 11, 6.4, "#c23a32")
        p.oval(x, y - 0.6, 8.4, 4.6, "#d8604f")
    for x, y, turn in ((64, 34, 20), (100, 28, -30), (78, 46, 60), (46, 44, 0), (118, 48, 30)):
        p.oval(x, y, 6, 2.6, LEAF, turn)
    p.line("M75 40 L20 18 M75 40 L128 16 M75 40 L75 68", "#d9a05a", 1.6)


@motif(
    "burger, hamburger, cheeseburger",
    metres=0.14,
    box=(120, 96),
    colours="#dd9a48",
    home="table",
    family="food",
)
def burger(p: Pen) -> None:
    p.slab(8, 74, 104, 20, p.main, 10)
    p.slab(4, 62, 112, 16, "#6b3d24", 8)
    p.path("M4 60 H116 L104 70 L92 62 L76 74 L62 62 L44 70 L30 62 L16 68Z", "#f7cf2f")
    p.path(
        "M2 52 C10 44 18 60 26 52 C34 44 42 60 50 52 C58 44 66 60 74 52 C82 44 90 60 98 52 C106 44 112 54 118 52 C120 60 112 64 106 60 C90 66 20 66 8 60 C2 62 0 56 2 52Z",
        LEAF,
    )
    p.body("M6 48 C6 18 30 4 60 4 C90 4 114 18 114 48Z", gradient="round")
    for x, y, turn in ((36, 22, 20), (54, 14, -10), (74, 16, 15), (90, 28, 30), (62, 30, 0), (44, 34, -20)):
        p.oval(x, y, 4, 2.2, "#fbeec8", turn)


@motif(
    "ice cream, ice cream cone, icecream",
    metres=0.2,
    box=(70, 130),
    colours="#f5a8c0 #8fd0b8 #8a5a3a",
    home="beach",
    family="food",
)
def ice_cream(p: Pen) -> None:
    p.body("M12 54 H58 L35 129Z", "#dba257")
    p.line("M18 56 L42 108 M32 56 L48 90 M52 56 L28 108 M38 56 L22 90", "#b57c3a", 2)
    p.ball(20, 42, 19, 18, "#fbf0d8")
    p.ball(50, 42, 19, 18, p.dark)
    p.ball(35, 24, 21, 20)
    p.path("M4 46 C14 60 22 50 28 58 C34 64 40 52 48 58 C56 62 62 54 66 46Z", "#fbf0d8")
    p.ball(38, 5, 6, 6, "#d8283f")


@motif("cheese, wedge of cheese", metres=0.12, box=(120, 80), colours="#f5c52c", home="table", family="food")
def cheese(p: Pen) -> None:
    p.body("M4 42 L76 4 C100 6 114 22 116 42Z", p.light)
    p.slab(4, 40, 112, 38, p.main, 2)
    for x, y, r in ((24, 60, 8), (52, 54, 6), (74, 66, 8), (98, 56, 7), (44, 72, 4)):
        p.oval(x, y, r, r * 0.9, p.dark)
    p.oval(80, 26, 9, 5, p.main)


@motif("egg, boiled egg", metres=0.07, box=(74, 96), colours="#f3e2c8 #fbf7ee", home="table", family="food")
def egg(p: Pen) -> None:
    p.body("M37 3 C58 3 71 36 71 60 C71 82 56 94 37 94 C18 94 3 82 3 60 C3 36 16 3 37 3Z", gradient="round")


@motif("donut, doughnut", metres=0.1, box=(110, 80), colours="#f28ab0 #6b3d24 #8fc8e8", home="table", family="food")
def donut(p: Pen) -> None:
    p.oval(55, 46, 53, 33, "#d99a4a")
    p.body(
        "M2 40 C2 16 28 4 55 4 C82 4 108 16 108 40 C108 52 98 46 92 54 C84 64 74 54 64 62 C54 68 46 56 36 60 C26 64 22 52 14 54 C6 54 2 48 2 40Z"
    )
    p.oval(55, 32, 17, 8.4, "#b5733a")
    p.oval(55, 34, 15, 6, "#f8f1e4")
    for x, y, turn, colour in (
        (24, 30, 30, "#f7df4a"),
        (40, 16, -20, WHITE),
        (70, 14, 40, "#6fd0c0"),
        (88, 28, -40, "#f7df4a"),
        (84, 44, 20, WHITE),
        (30, 48, 0, "#6fd0c0"),
        (60, 50, -30, "#f7df4a"),
    ):
        p.oval(x, y, 4.6, 1.8, colour, turn)


@motif("croissant", metres=0.1, box=(130, 70), colours="#d9963f", home="table", family="food")
def croissant(p: Pen) -> None:
    p.body("M4 64 C0 30 30 4 65 4 C100 4 130 30 126 64 C112 68 106 56 98 50 C84 42 46 42 32 50 C24 56 18 68 4 64Z")
    p.path("M40 8 C50 4 80 4 90 8 L82 44 C72 42 58 42 48 44Z", p.light)
    p.line("M40 8 L48 44 M90 8 L82 44 M18 26 L32 50 M112 26 L98 50", p.dark, 3)


@motif("lollipop", metres=0.18, box=(70, 120), colours="#e8437a #4fb0d0", home="table", family="food")
def lollipop(p: Pen) -> None:
    p.slab(32, 60, 6, 60, "#f4efe6", 3)
    p.ball(35, 35, 33, 33)
    p.line("M35 35 C30 30 38 22 46 28 C56 38 46 54 32 52 C14 48 12 26 26 16 C38 8 54 12 60 24", WHITE, 4.4)


@motif("tomato", metres=0.08, box=(94, 84), colours="#e0342a", home="table", family="food")
def tomato(p: Pen) -> None:
    p.ball(47, 48, 45, 35)
    p.path("M47 20 L22 10 L34 22 L16 30 L38 29 L47 42 L56 29 L78 30 L60 22 L72 10Z", LEAF)
    p.line("M47 22 V8", LEAF_DARK, 4)


@motif("pineapple", metres=0.3, box=(80, 140), colours="#e8a92c", home="table", family="food", top=Span(30, 50, 4))
def pineapple(p: Pen) -> None:
    p.path(
        "M40 52 C20 48 12 34 8 22 C20 28 26 34 30 40 C22 26 24 14 28 6 C34 16 36 26 38 36 C38 22 40 10 44 0 C50 12 48 26 46 38 C50 26 56 16 64 10 C64 22 58 32 52 42 C58 34 66 30 74 28 C68 42 58 50 40 52Z",
        LEAF,
    )
    p.body("M10 90 C10 60 24 48 40 48 C56 48 70 60 70 90 C70 122 56 139 40 139 C24 139 10 122 10 90Z", gradient="round")
    p.line("M14 72 L48 134 M22 58 L64 120 M40 50 L70 96 M66 72 L32 134 M58 58 L16 120 M40 50 L10 96", p.deep, 1.8)
