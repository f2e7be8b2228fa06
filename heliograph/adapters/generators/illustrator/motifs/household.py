"""Drawings of what lies about a house and is carried in the hand."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, STEEL, STEEL_DARK, WHITE
from heliograph.adapters.generators.illustrator.pen import Pen


@motif("open book, book, novel, diary, notebook, magazine", metres=0.16, box=(150, 80), colours="#b5433f #3f6fa0 #4f8a5f", home="table",
       top=Span(24, 126, 40), family="household")  # fmt: skip
def book(p: Pen) -> None:
    p.body("M2 32 C28 22 54 24 75 36 C96 24 122 22 148 32 L144 76 C120 66 96 68 75 80 C54 68 30 66 6 76Z")
    p.body("M8 26 C32 14 56 18 75 32 V74 C56 60 32 60 10 70Z", "#fffaf0")
    p.path("M142 26 C118 14 94 18 75 32 V74 C94 60 118 60 140 70Z", "#f6eedd")
    p.shade("M75 32 C80 28 84 26 88 24 V66 C84 68 80 70 75 74Z", 0.12)
    for y in (30, 38, 46, 54):
        p.line(f"M18 {y} C34 {y - 6} 52 {y - 4} 66 {y + 4} M132 {y} C116 {y - 6} 98 {y - 4} 84 {y + 4}", "#9a927f", 1.8)
    p.path("M112 19 L120 20 V52 L116 47 L112 51Z", p.main)


@motif("closed book, pile of books, stack of books, textbook, books", metres=0.22, box=(130, 90), colours="#b5433f #3f6fa0", home="table",
       top=Span(30, 100, 4), family="household")  # fmt: skip
def pile_of_books(p: Pen) -> None:
    for x, y, w, h, colour in (
        (4, 66, 120, 24, p.main),
        (14, 44, 104, 22, "#3f7f8a"),
        (8, 24, 100, 20, "#e5a02c"),
        (22, 4, 86, 20, p.dark),
    ):
        p.slab(x, y, w, h, colour, 4)
        p.path(
            f"M{x + 12} {y + 4} H{x + w} V{y + h - 4} H{x + 12} C{x + 8} {y + h - 8} {x + 8} {y + 8} {x + 12} {y + 4}Z",
            "#fbf5e6",
        )
        p.line(f"M{x + 16} {y + h / 2} H{x + w - 4}", "#d8cdb5", 1.6)


@motif("umbrella, parasol, brolly, beach umbrella", metres=1.4, box=(140, 140), colours="#2f9e5a #d8323c #e5a02c #4f6fc0", home="street",
       gap=Span(24, 116, 66), family="household")  # fmt: skip
def umbrella(p: Pen) -> None:
    p.line("M70 4 V126 C70 140 90 140 90 128", "#6b4630", 5)
    p.line("M70 2 V12", STEEL_DARK, 4)
    p.body(
        "M4 66 C6 30 34 10 70 10 C106 10 134 30 136 66 C128 56 112 56 103 66 C95 56 79 56 70 66 C61 56 45 56 37 66 C28 56 12 56 4 66Z"
    )
    p.path("M70 10 C54 20 38 42 37 66 C45 56 61 56 70 66Z", p.light)
    p.path("M70 10 C94 18 104 44 103 66 C112 56 128 56 136 66 C134 30 106 10 70 10Z", p.dark)
    p.path("M70 10 C86 22 102 42 103 66 C95 56 79 56 70 66Z", p.main)
    p.line("M70 10 C54 20 38 42 37 66 M70 10 C86 22 102 42 103 66", p.deep, 1.6)


@motif("box, crate, carton, parcel, package", metres=0.5, box=(110, 86), colours="#c9985f #8a5a3a", home="room",
       rim=Span(16, 94, 20), top=Span(16, 94, 12), family="household")  # fmt: skip
def box(p: Pen) -> None:
    p.path("M10 22 L22 6 H88 L100 22Z", p.deep)
    p.path("M10 22 L-4 12 L10 2 L22 6Z M100 22 L114 12 L100 2 L88 6Z", p.light)
    p.slab(8, 20, 94, 66, p.main, 1)
    p.path("M48 20 H62 V40 L58.500 36 L55 40 L51.5 36 L48 40Z", p.light)
    p.line("M16 74 H34 M16 79 H28", p.dark, 2.4)


@motif(
    "basket, hamper, picnic basket",
    metres=0.4,
    box=(120, 100),
    colours="#c08a4a #a9743f",
    home="meadow",
    rim=Span(22, 98, 50),
    family="household",
)
def basket(p: Pen) -> None:
    p.line("M20 50 C24 -10 96 -10 100 50", p.dark, 7)
    p.line("M20 50 C24 -10 96 -10 100 50", p.light, 2)
    p.body("M10 48 H110 L100 98 H20Z")
    for y in (58, 70, 82):
        p.line(f"M{14 + (y - 48) * 0.2:.0f} {y} H{106 - (y - 48) * 0.2:.0f}", p.dark, 2.6)
    p.line("M30 50 L34 96 M45 50 L47 96 M60 50 V96 M75 50 L73 96 M90 50 L86 96", p.dark, 2.6)
    p.slab(6, 42, 108, 11, p.light, 5)


@motif("suitcase, luggage, briefcase", metres=0.6, box=(120, 96), colours="#a8653a #3f7f8a #8a3f4a", home="street",
       top=Span(20, 100, 18), family="household")  # fmt: skip
def suitcase(p: Pen) -> None:
    p.line("M44 18 V8 C44 2 76 2 76 8 V18", p.deep, 6)
    p.slab(4, 16, 112, 80, p.main, 9)
    p.box(22, 16, 10, 80, p.dark)
    p.box(88, 16, 10, 80, p.dark)
    p.line("M4 50 H116", p.deep, 2)
    for x in (22, 88):
        p.box(x - 1, 44, 12, 13, "#e0b23a", 2)
    p.box(48, 66, 24, 14, "#f6efdf", 2)


@motif(
    "backpack, rucksack, knapsack, schoolbag",
    metres=0.5,
    box=(90, 110),
    colours="#d8604f #3f8a6f #4f6fb0",
    home="street",
    family="household",
)
def backpack(p: Pen) -> None:
    p.line("M34 14 C34 0 56 0 56 14", p.deep, 5)
    p.box(2, 58, 16, 42, p.dark, 7)
    p.box(72, 58, 16, 42, p.dark, 7)
    p.body("M12 40 C12 18 26 10 45 10 C64 10 78 18 78 40 V98 C78 106 74 109 68 109 H22 C16 109 12 106 12 98Z")
    p.line("M20 44 C28 50 62 50 70 44", p.deep, 3)
    p.slab(22, 62, 46, 38, p.light, 7)
    p.line("M24 74 H66", p.deep, 2.6)
    p.box(42, 72, 6, 12, "#f2c230", 2)


@motif(
    "hat, straw hat, fedora",
    metres=0.25,
    box=(130, 70),
    colours="#c9a25a #3a3a4a #b5433f",
    home="table",
    top=Span(40, 90, 6),
    family="clothing",
    worn="head",
)
def hat(p: Pen) -> None:
    p.body("M2 56 C20 44 110 44 128 56 C120 70 10 70 2 56Z", p.dark)
    p.body("M32 56 C30 30 34 6 48 4 C58 2 60 8 66 8 C72 8 74 2 84 4 C96 6 100 30 98 56 C80 62 50 62 32 56Z")
    p.path("M31.500 42 C50 49 80 49 98.500 42 L98 56 C80 62 50 62 32 56Z", "#b5333f" if p.main != "#b5433f" else INK)


@motif(
    "shoe, sneaker, trainer",
    metres=0.2,
    box=(130, 84),
    colours="#d8433c #3f6fb0 #8a5a3a",
    home="room",
    family="clothing",
)
def shoe(p: Pen) -> None:
    p.body("M6 10 C20 16 34 14 46 4 C58 26 74 38 100 42 C118 44 126 52 126 66 L6 68 C2 50 2 30 6 10Z")
    p.path("M92 41 C110 43 124 48 126 66 L100 66 C102 54 100 46 92 41Z", "#f6f1e6")
    p.body("M2 66 H128 C130 76 126 82 118 82 H10 C4 82 0 76 2 66Z", "#f6f1e6")
    p.line("M50 26 L62 16 M58 34 L70 25 M67 40 L78 32", WHITE, 4)
    p.path("M14 56 C34 60 52 50 60 40 L66 43 C58 58 36 66 14 64Z", p.light)


@motif(
    "glasses, spectacles",
    metres=0.1,
    box=(140, 60),
    colours="#33363f #b5433f",
    home="table",
    family="clothing",
    worn="eyes",
)
def glasses(p: Pen) -> None:
    p.line("M10 24 L2 12 M130 24 L138 12 M62 24 C66 18 74 18 78 24", p.main, 5)
    for x in (36, 104):
        p.ball(x, 32, 27, 24, "#55708f")
        p.shine(f"M{x - 14} 40 L{x + 2} 14 H{x + 10} L{x - 8} 46Z", 0.4)
        p.ring(x, 32, 25, p.main, 6)


@motif(
    "phone, telephone, mobile phone, smartphone, cellphone, mobile",
    metres=0.16,
    box=(64, 120),
    colours="#33363f #d8604f",
    home="table",
    family="device",
)
def phone(p: Pen) -> None:
    p.slab(2, 2, 60, 116, p.main, 10)
    p.box(7, 12, 50, 94, "#5fa8d8", 4)
    p.path("M7 84 C24 70 40 90 57 76 V102 a4 4 0 0 1 -4 4 H11 a4 4 0 0 1 -4 -4Z", "#3f7fb5")
    for i in range(9):
        p.box(13 + i % 3 * 14, 22 + i // 3 * 15, 10, 10, ("#f7df6a", "#f28a6a", "#8fd66a", WHITE)[i % 4], 3)
    p.line("M27 7 H37", STEEL, 2)


@motif("laptop, computer, notebook computer, pc", metres=0.3, box=(160, 100), colours="#b9c2cd #4a4f5c", home="table", board=(32, 14, 96, 56), faces=False,
       family="device")  # fmt: skip
def laptop(p: Pen) -> None:
    p.slab(22, 2, 116, 78, p.dark, 6)
    p.box(29, 9, 102, 64, "#2f5f8f", 1)
    p.line("M38 22 H80 M38 32 H98 M46 42 H88 M46 52 H74 M38 62 H66", "#8fd6c0", 3)
    p.body("M22 80 H138 L158 94 H2Z", p.light)
    p.line("M34 84 H126 M30 88 H130", p.dark, 2)
    p.slab(2, 93, 156, 6, p.main, 3)


@motif("camera, photo camera", metres=0.14, box=(130, 94), colours="#3a3d48 #c8553f", home="table", family="device")
def camera(p: Pen) -> None:
    p.body("M42 18 L50 4 H80 L88 18Z")
    p.box(14, 10, 18, 9, STEEL, 2)
    p.slab(2, 16, 126, 76, p.main, 8)
    p.box(2, 36, 126, 38, p.dark)
    p.circle(65, 55, 32, "#d5dae2")
    p.ball(65, 55, 27, 27, "#2b2d38")
    p.ball(65, 55, 18, 18, "#3f6f9f")
    p.shine("M54 52 C55 44 62 40 68 41 C62 44 58 48 57 55Z", 0.8)
    p.circle(112, 27, 5, "#e5433c")


@motif(
    "letter, envelope, mail, postcard",
    metres=0.12,
    box=(130, 90),
    colours="#fbf6ea #f2c0b0",
    home="table",
    family="household",
)
def envelope(p: Pen) -> None:
    p.slab(2, 4, 126, 84, p.main, 3)
    p.line("M4 86 L52 42 M126 86 L78 42", p.dark, 2)
    p.body("M3 5 H127 L70 54 C67 57 63 57 60 54Z", p.light)
    p.line("M3 5 L60 54 C63 57 67 57 70 54 L127 5", p.dark, 2)
    p.circle(65, 52, 10, "#c9262f")
    p.path("M65 57 L60.5 52 a3 3 0 0 1 4.5 -3.500 a3 3 0 0 1 4.5 3.500Z", "#f6c0b8")


@motif(
    "flag, pennant",
    metres=2.4,
    box=(110, 150),
    colours="#d8323c #2f6fc4 #2f9e5a",
    home="field",
    board=(18, 18, 78, 36),
    faces=False,
    family="household",
)
def flag(p: Pen) -> None:
    p.slab(8, 4, 6, 146, "#d8dde3", 3)
    p.ball(11, 4, 6, 6, "#e0b23a")
    p.body("M14 10 C36 0 52 22 76 14 C90 10 98 10 106 14 V66 C90 62 84 66 74 70 C52 76 36 54 14 64Z")
    p.shade("M50 12 C58 16 66 17 76 14 V69 C66 73 58 70 50 66Z", 0.12)


@motif(
    "lantern, oil lamp, paper lantern",
    metres=0.4,
    box=(70, 110),
    colours="#3f4a58 #c8452f",
    home="garden",
    family="household",
)
def lantern(p: Pen) -> None:
    p.gloss('circle cx="35" cy="64" r="52"', "glow")
    p.ring(35, 12, 9, p.main, 3.4)
    p.body("M35 18 L58 36 H12Z")
    p.box(14, 36, 42, 58, "#ffdf8a")
    p.path("M35 54 C44 66 44 76 35 82 C26 76 26 66 35 54Z", "#f28a1c")
    p.line("M15 36 V94 M55 36 V94 M35 36 V50", p.main, 4)
    p.slab(8, 94, 54, 12, p.main, 3)
