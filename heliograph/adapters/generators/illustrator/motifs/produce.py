"""Drawings of fruit and vegetables."""

from heliograph.adapters.generators.illustrator.motif import Motif, motif
from heliograph.adapters.generators.illustrator.palette import LEAF, LEAF_DARK, WHITE, WOOD_DARK, darker, lighter
from heliograph.adapters.generators.illustrator.pen import Pen

from .food import leaf


def _round(words: str, colours: str, *, cheek: str = "", furrow: bool = False, crown: bool = False) -> Motif:
    """A round fruit: with a red cheek, a furrow down its side or a crown at its top."""

    def draw(p: Pen) -> None:
        p.ball(45, 52, 42, 42)
        if cheek:
            p.veil('ellipse cx="62" cy="60" rx="22" ry="26"', cheek, 0.45)
        if furrow:
            p.line("M48 12 C36 34 36 66 46 92", p.dark, 2.4)
        if crown:
            p.path("M36 12 L38 0 L45 8 L52 0 L54 12 C48 16 42 16 36 12Z", p.dark)
            p.circle(45, 13, 5, p.deep)
        else:
            p.line("M46 12 C46 6 48 3 52 0", WOOD_DARK, 3.6)
            leaf(p, 62, 6)
        p.shine("M14 48 C14 36 22 26 30 24 C24 34 22 44 22 54 C18 54 14 52 14 48Z", 0.5)

    return motif(words, metres=0.09, box=(90, 96), colours=colours, home="table", family="food")(draw)


ROUND = (
    _round("peach, apricot, nectarine", "#f6a86a #f2b87a", cheek="#e0434a", furrow=True),
    _round("plum, damson", "#6b3a8a #8a2f5f", furrow=True),
    _round("mango, papaya", "#f2b03a", cheek="#d8432c"),
    _round("blueberry, bilberry, blackcurrant", "#3f5fb5", crown=True),
    _round("pomegranate, passion fruit", "#b5263a", crown=True),
    _round("lime", "#7fbf3a"),
)


@motif("kiwi, kiwi fruit", metres=0.07, box=(100, 84), colours="#8fbf3f", home="table", family="food")
def kiwi(p: Pen) -> None:
    p.ball(50, 42, 48, 40, "#8a6238")
    p.oval(54, 42, 41, 34, p.light)
    p.oval(54, 42, 37, 30)
    p.oval(54, 42, 13, 10, "#f1f3d0")
    for turn in range(0, 360, 30):
        p.add(f'ellipse cx="54" cy="24" rx="1.800" ry="3" transform="rotate({turn} 54 42)"', "#2b2b22")


@motif("avocado", metres=0.12, box=(84, 110), colours="#5f8a3a", home="table", family="food")
def avocado(p: Pen) -> None:
    p.body("M42 4 C56 4 58 28 66 44 C82 70 74 106 42 106 C10 106 2 70 18 44 C26 28 28 4 42 4Z", "#3f5f2a")
    p.body("M42 12 C52 12 53 32 60 48 C74 70 66 98 42 98 C18 98 10 70 24 48 C31 32 32 12 42 12Z", "#d9e08a")
    p.line("M42 12 C52 12 53 32 60 48 C74 70 66 98 42 98 C18 98 10 70 24 48 C31 32 32 12 42 12Z", "#a8c45a", 3)
    p.ball(42, 72, 16, 17, "#8a5a30")


@motif("coconut", metres=0.14, box=(100, 90), colours="#7a4e30", home="beach", family="food")
def coconut(p: Pen) -> None:
    p.ball(50, 46, 46, 43)
    p.line(
        "M12 30 C30 20 70 20 88 30 M8 50 C26 44 40 42 50 44 M60 70 C72 68 82 62 90 56 M20 70 C28 74 36 76 44 76",
        p.dark,
        2.4,
    )
    p.oval(58, 50, 32, 29, WHITE)
    p.oval(58, 50, 26, 23, "#eef4f4")
    p.oval(58, 54, 20, 16, "#d5e6ea")


@motif(
    "raspberry, blackberry, mulberry", metres=0.05, box=(80, 92), colours="#d8305f #4a2f5f", home="table", family="food"
)
def raspberry(p: Pen) -> None:
    for row, (y, count) in enumerate(((30, 4), (44, 5), (58, 4), (70, 3), (82, 2))):
        for i in range(count):
            p.ball(40 + (i - (count - 1) / 2) * 15, y, 9.4, 9, p.main if (row + i) % 2 else p.dark)
    p.path("M40 22 L24 12 L36 14 L34 2 L42 12 L52 4 L48 14 L60 14Z", LEAF)


@motif(
    "corn, maize, corn on the cob, sweetcorn", metres=0.2, box=(70, 130), colours="#f2c430", home="farm", family="food"
)
def corn(p: Pen) -> None:
    p.body("M35 2 C52 12 56 60 50 110 H20 C14 60 18 12 35 2Z")
    for row in range(9):
        for column in range(4):
            p.ball(23.500 + column * 8, 20 + row * 10, 4.6, 5, p.main if (row + column) % 2 else p.light)
    p.body("M35 128 C10 118 2 80 10 40 C22 62 32 90 35 128Z", LEAF)
    p.body("M35 128 C60 118 68 80 60 46 C48 66 38 94 35 128Z", LEAF_DARK)


@motif("potato, sweet potato, yam", metres=0.09, box=(110, 80), colours="#c9985a #b5704a", home="farm", family="food")
def potato(p: Pen) -> None:
    p.body("M8 46 C2 20 30 2 60 6 C92 6 112 28 104 50 C98 76 66 78 42 74 C22 74 10 64 8 46Z", gradient="round")
    for x, y in ((32, 26), (58, 20), (82, 36), (44, 50), (70, 58), (24, 48)):
        p.oval(x, y, 3.4, 2, p.dark, 20)


@motif(
    "onion, garlic, shallot",
    metres=0.09,
    box=(90, 104),
    colours="#c98a4a #b03a5f #f3ead8",
    home="kitchen",
    family="food",
)
def onion(p: Pen) -> None:
    p.body(
        "M45 4 C46 16 48 22 56 28 C82 36 92 62 78 82 C68 96 56 98 45 98 C34 98 22 96 12 82 C-2 62 8 36 34 28 C42 22 44 16 45 4Z",
        gradient="round",
    )
    p.line("M45 22 V96 M40 28 C22 44 20 74 34 94 M50 28 C68 44 70 74 56 94", p.dark, 2)
    p.line("M38 97 L34 104 M45 98 V104 M52 97 L56 104", "#d9c49a", 2)


@motif("broccoli, cauliflower", metres=0.15, box=(100, 104), colours="#4f9a3f #f1ead8", home="kitchen", family="food")
def broccoli(p: Pen) -> None:
    p.body("M36 54 H64 C64 72 62 88 66 102 H34 C38 88 36 72 36 54Z", "#a8cf7a")
    p.line("M40 66 L26 52 M60 66 L74 52", "#a8cf7a", 9)
    for x, y, r in ((20, 46, 17.0), (80, 46, 17), (34, 26, 18), (66, 26, 18), (50, 18, 17), (50, 42, 20)):
        p.ball(x, y, r)
    for x, y in ((30, 22), (48, 12), (64, 22), (20, 42), (78, 42), (50, 38), (40, 46), (60, 48)):
        p.circle(x, y, 3, p.light)


@motif(
    "pepper, bell pepper, paprika, capsicum",
    metres=0.1,
    box=(90, 100),
    colours="#d8323c #f2b61f #4f9a3f",
    home="kitchen",
    family="food",
)
def bell_pepper(p: Pen) -> None:
    p.body(
        "M44 26 C60 14 88 22 86 48 C84 74 74 96 60 96 C54 96 50 92 45 92 C40 92 36 96 30 96 C16 96 6 74 4 48 C2 22 28 14 44 26Z",
        gradient="round",
    )
    p.line("M44 28 C34 44 34 74 40 92 M46 28 C58 44 58 74 52 92", p.dark, 2.4)
    p.line("M45 26 C44 16 48 8 56 4", LEAF_DARK, 6)
    p.path("M30 24 C38 18 52 18 60 24 C54 30 36 30 30 24Z", LEAF)
    p.shine("M12 46 C12 36 18 28 26 28 C20 36 19 46 20 58 C16 58 12 52 12 46Z", 0.5)


@motif(
    "chilli, chili, chilli pepper, hot pepper",
    metres=0.08,
    box=(120, 60),
    colours="#d8263a #4f9a3f",
    home="kitchen",
    family="food",
)
def chilli(p: Pen) -> None:
    p.body("M24 16 C44 6 64 22 84 34 C96 42 110 46 118 42 C112 58 88 58 68 50 C44 44 22 40 18 26Z")
    p.path("M12 20 C16 10 26 10 28 18 C28 26 22 30 16 28Z", LEAF)
    p.line("M14 20 C8 16 6 10 4 4", LEAF_DARK, 4.4)
    p.shine("M34 20 C48 20 62 30 76 38 C62 36 46 30 34 26Z", 0.4)


@motif("aubergine, eggplant", metres=0.16, box=(90, 110), colours="#4f2f6f", home="kitchen", family="food")
def aubergine(p: Pen) -> None:
    p.body("M58 20 C74 26 70 46 78 62 C88 84 72 108 46 108 C16 108 4 84 12 62 C20 42 36 18 58 20Z", gradient="round")
    p.path("M44 30 C46 18 60 12 74 20 L82 34 L70 30 L66 42 L58 30 L48 40Z", LEAF)
    p.line("M66 20 L76 4", LEAF_DARK, 7)
    p.shine("M22 68 C26 54 34 44 42 42 C34 54 30 66 30 80 C26 80 22 74 22 68Z", 0.4)


@motif(
    "cucumber, courgette, zucchini, gherkin",
    metres=0.07,
    box=(140, 60),
    colours="#4f8f3a",
    home="kitchen",
    family="food",
)
def cucumber(p: Pen) -> None:
    p.body("M12 26 C30 8 90 6 124 14 C138 18 138 38 126 44 C92 56 30 56 12 44 C4 40 4 32 12 26Z")
    p.line("M24 24 C60 16 90 16 122 22 M22 36 C60 30 94 30 126 34", p.light, 2)
    p.oval(18, 35, 13, 15, "#d9eab0")
    p.oval(18, 35, 10, 12, "#c4dd8f")
    for x, y in ((15, 30), (21, 30), (15, 39), (21, 39)):
        p.oval(x, y, 1.4, 2.4, "#f4f7dc")


@motif(
    "pea, peas, pea pod, bean, green beans, edamame",
    metres=0.08,
    box=(140, 56),
    colours="#5fae3f",
    home="kitchen",
    family="food",
)
def peas(p: Pen) -> None:
    p.body("M4 26 C30 60 108 60 136 22 C120 8 20 4 4 26Z", p.dark)
    p.path("M14 26 C36 48 104 48 126 22 C108 16 34 14 14 26Z", lighter(p.main, 0.5))
    for i, x in enumerate((34, 52, 70, 88, 106)):
        p.ball(x, 29, 10 - abs(2 - i), 10 - abs(2 - i))
    p.line("M136 22 C140 16 138 8 134 4", p.dark, 3)


@motif(
    "cabbage, lettuce, salad, kale, spinach",
    metres=0.2,
    box=(110, 96),
    colours="#8fc45a #b59ad0",
    home="farm",
    family="food",
)
def cabbage(p: Pen) -> None:
    for x, y, rx, ry, turn in ((22, 60, 22, 34, -20), (88, 60, 22, 34, 20), (40, 50, 24, 40, -8), (72, 50, 24, 40, 8)):
        p.oval(x, y, rx, ry, p.dark if abs(turn) > 10 else p.main, turn)
    p.ball(55, 56, 34, 36, p.light)
    p.line("M55 92 V30 M55 70 L36 50 M55 70 L74 50 M55 52 L42 38 M55 52 L68 38", darker(p.light, 0.16), 2.4)
    p.line("M24 84 C16 66 16 46 24 34 M86 84 C94 66 94 46 86 34", p.light, 2.4)


@motif(
    "radish, beetroot, turnip, beet",
    metres=0.07,
    box=(80, 120),
    colours="#d8306f #8a2f5f #f1e8e0",
    home="farm",
    family="food",
)
def radish(p: Pen) -> None:
    for d in (
        "M40 44 C20 34 16 16 22 2 C34 10 42 26 42 44Z",
        "M40 44 C60 34 64 16 58 2 C46 10 38 26 38 44Z",
        "M40 44 C32 26 34 10 40 0 C46 10 48 26 42 44Z",
    ):
        p.body(d, LEAF)
    p.body("M40 42 C62 40 76 56 70 74 C64 90 50 94 40 118 C30 94 16 90 10 74 C4 56 18 40 40 42Z", gradient="round")
    p.path("M30 90 C36 96 44 96 50 90 C46 98 42 106 40 118 C38 106 34 98 30 90Z", "#fbe6ec")


@motif(
    "nut, walnut, hazelnut, almond, acorn, chestnut, peanut",
    metres=0.04,
    box=(84, 96),
    colours="#b5773a",
    home="forest",
    family="food",
)
def nut(p: Pen) -> None:
    p.body("M10 40 C8 70 26 88 42 96 C58 88 76 70 74 40Z")
    p.shine("M20 48 C20 62 26 74 34 80 C28 70 26 60 26 48Z", 0.4)
    p.body("M4 38 C4 18 22 8 42 8 C62 8 80 18 80 38 C66 46 18 46 4 38Z", "#7a4e2a")
    p.line(
        "M14 30 L24 40 M26 20 L40 40 M44 14 L58 38 M60 20 L70 34 M70 30 L60 40 M58 20 L44 40 M40 14 L26 38",
        "#5a3820",
        1.8,
    )
    p.line("M42 8 C42 4 44 2 48 0", "#5a3820", 4.4)
