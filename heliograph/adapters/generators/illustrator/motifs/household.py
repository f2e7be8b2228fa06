"""Drawings of what lies about a house and is carried in the hand."""

from ..motif import Span, motif
from ..palette import GLASS, INK, STEEL, STEEL_DARK, WHITE, WOOD, WOOD_DARK
from ..pen import Pen


@motif("cup of coffee, cup, coffee, mug, tea, cup of tea, coffee cup, teacup, espresso, cappuccino, cocoa, hot chocolate", metres=0.12,
       box=(124, 110), colours="#f4efe4 #5f9fb0 #d8735a", home="table", rim=Span(24, 76, 44), family="household")  # fmt: skip
def cup(p: Pen) -> None:
    for x, y in ((36, 24), (52, 18), (68, 24)):
        p.line(f"M{x} {y + 8} c-8 -8 8 -14 0 -22", "#ffffff", 3.4)
    p.oval(54, 104, 54, 7, p.light)
    p.oval(54, 102, 46, 5, p.dark)
    p.line("M84 52 C112 44 112 82 78 80", p.main, 9)
    p.line("M86 51 C108 46 108 76 82 79", p.light, 2)
    p.body("M16 42 C18 76 26 102 54 103 C82 102 90 76 92 42Z")
    p.oval(54, 42, 38, 10, p.light)
    p.oval(54, 43, 33, 7.6, "#6b3f22")
    p.path("M26 42 C36 37 70 36 82 41 C70 40 40 41 26 42Z", "#9a6238")


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


@motif(
    "bottle, wine bottle, bottle of wine, wine",
    metres=0.32,
    box=(44, 130),
    colours="#2f6f4a #6b2f3a #7fb5c0",
    home="table",
    family="household",
)
def bottle(p: Pen) -> None:
    p.body("M16 6 H28 V40 C28 50 40 54 40 68 V122 C40 127 37 130 32 130 H12 C7 130 4 127 4 122 V68 C4 54 16 50 16 40Z")
    p.box(14, 2, 16, 16, "#c9a23a", 2)
    p.box(4, 76, 36, 32, "#f8f1e0")
    p.line("M10 86 H34 M10 93 H34 M14 100 H30", "#b5604a", 2)
    p.shine("M9 70 C9 64 13 60 15 56 V118 H9Z")


@motif("wine glass, glass, glass of wine, goblet", metres=0.22, box=(60, 110), colours="#9c2340 #8fd0e8 #f2a52c",
       home="table", family="household")  # fmt: skip
def glass(p: Pen) -> None:
    p.body("M9 30 C8 54 18 64 30 64 C42 64 52 54 51 30Z")
    p.veil('path d="M8 4 C4 46 14 66 30 67 C46 66 56 46 52 4Z"', "#dcf0f8", 0.4)
    p.line("M30 67 V100", "#c4dbe6", 4)
    p.oval(30, 104, 21, 5, "#c4dbe6")
    p.shine("M14 10 C12 34 14 48 22 57 C16 44 17 26 19 10Z", 0.7)


@motif("vase, jug, pitcher, pot, plant pot, flowerpot, urn", metres=0.3, box=(80, 100), colours="#3f7fb0 #c9694a #e9e0cf", home="table",
       rim=Span(26, 54, 10), family="household")  # fmt: skip
def vase(p: Pen) -> None:
    p.body(
        "M26 4 H54 C54 18 50 22 56 32 C70 42 76 54 74 68 C72 86 60 98 52 99 H28 C20 98 8 86 6 68 C4 54 10 42 24 32 C30 22 26 18 26 4Z"
    )
    p.oval(40, 5, 15, 4, p.deep)
    p.line("M10 52 C28 60 52 60 70 52 M7 66 C28 76 52 76 73 66", p.light, 3.4)
    p.shine("M18 48 C14 56 13 66 17 76 C19 66 19 58 22 48Z")


@motif("plate, dish, saucer, tray", metres=0.14, box=(220, 50), colours="#f3f1ec #a8cfd8 #e8b8a8", home="table", top=Span(48, 172, 24),
       family="household")  # fmt: skip
def plate(p: Pen) -> None:
    p.oval(110, 28, 108, 21, p.dark)
    p.oval(110, 24, 108, 21)
    p.oval(110, 24, 104, 19, p.light)
    p.oval(110, 26, 72, 12, p.dark)
    p.oval(110, 27, 71, 11)


@motif("bowl, basin", metres=0.13, box=(130, 70), colours="#5f93b0 #d8875a #f0ece2", home="table", rim=Span(20, 110, 12),
       top=Span(26, 104, 12), family="household")  # fmt: skip
def bowl(p: Pen) -> None:
    p.body("M4 14 C8 48 32 66 48 67 L46 70 H84 L82 67 C98 66 122 48 126 14Z")
    p.oval(65, 14, 61, 11, p.light)
    p.oval(65, 15, 54, 8, p.deep)
    p.line("M16 40 C44 50 86 50 114 40", p.light, 3)


@motif("candle", metres=0.28, box=(50, 110), colours="#f6ead0 #d8434f #8fb5d0", home="table", family="household")
def candle(p: Pen) -> None:
    p.gloss('circle cx="25" cy="18" r="42"', "glow")
    p.path("M25 0 C34 12 35 20 25 28 C15 20 16 12 25 0Z", "#f7a52c")
    p.path("M25 10 C29 17 29 22 25 27 C21 22 21 17 25 10Z", "#fff2b8")
    p.line("M25 26 V34", INK, 2)
    p.slab(14, 34, 22, 66, p.main, 2)
    p.path("M14 38 C18 30 32 30 36 38 V46 C34 52 31 50 31 44 C26 40 22 44 22 52 C22 60 17 58 17 50 L14 46Z", p.light)
    p.body("M4 98 H46 C46 106 40 110 34 110 H16 C10 110 4 106 4 98Z", "#c99a3a")


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


@motif("key", metres=0.1, box=(140, 60), colours="#dba520 #9aa5b4", home="table", family="household")
def key(p: Pen) -> None:
    p.slab(52, 25, 84, 11, p.main, 3)
    p.body("M104 34 H114 V52 H104Z M122 34 H132 V48 H122Z")
    p.ring(32, 30, 21, p.main, 13)
    p.ring(32, 30, 25, p.light, 2)


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


@motif("suitcase, luggage, briefcase, bag", metres=0.6, box=(120, 96), colours="#a8653a #3f7f8a #8a3f4a", home="street",
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
)
def hat(p: Pen) -> None:
    p.body("M2 56 C20 44 110 44 128 56 C120 70 10 70 2 56Z", p.dark)
    p.body("M32 56 C30 30 34 6 48 4 C58 2 60 8 66 8 C72 8 74 2 84 4 C96 6 100 30 98 56 C80 62 50 62 32 56Z")
    p.path("M31.500 42 C50 49 80 49 98.500 42 L98 56 C80 62 50 62 32 56Z", "#b5333f" if p.main != "#b5433f" else INK)


@motif(
    "shoe, boot, sneaker, trainer",
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
    "glasses, spectacles, sunglasses, goggles",
    metres=0.1,
    box=(140, 60),
    colours="#33363f #b5433f",
    home="table",
    family="clothing",
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
    "teapot, kettle, coffee pot",
    metres=0.22,
    box=(140, 96),
    colours="#4f93a8 #d8735a #f0ece2",
    home="table",
    family="household",
)
def teapot(p: Pen) -> None:
    p.line("M30 36 C-2 30 2 76 34 72", p.dark, 8)
    p.body("M100 70 C118 66 116 36 136 28 L138 36 C128 46 128 78 100 84Z", p.dark)
    p.body("M24 54 C24 30 42 22 66 22 C92 22 110 30 110 54 C110 80 96 92 66 93 C38 92 24 80 24 54Z", gradient="round")
    p.body("M42 24 C46 10 88 10 92 24 C80 30 54 30 42 24Z", p.dark)
    p.ball(67, 9, 6, 6)
    p.circle(58, 58, 5, p.pale)
    for dx, dy in ((0, -9), (9, -2), (6, 8), (-6, 8), (-9, -2)):
        p.circle(58 + dx, 58 + dy, 4.6, p.light)


@motif(
    "pan, frying pan, saucepan, cooking pot",
    metres=0.2,
    box=(170, 70),
    colours="#3f444f #b5604a",
    home="kitchen",
    rim=Span(12, 100, 14),
    family="household",
)
def pan(p: Pen) -> None:
    p.slab(104, 20, 62, 10, WOOD_DARK, 5)
    p.body("M4 14 H112 L104 60 C104 66 98 68 92 68 H24 C18 68 12 66 12 60Z")
    p.oval(58, 14, 54, 8, p.light)
    p.oval(58, 15, 48, 6, p.deep)


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
    "pencil, pen, crayon, paintbrush, brush",
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


@motif("trophy, medal", metres=0.35, box=(90, 110), colours="#e0b023 #c3ccd6", home="table", family="household")
def trophy(p: Pen) -> None:
    p.line("M22 20 C2 16 4 48 28 48 M68 20 C88 16 86 48 62 48", p.dark, 6)
    p.body("M18 8 H72 C72 44 64 62 50 66 V84 H40 V66 C26 62 18 44 18 8Z")
    p.oval(45, 8, 27, 5, p.light)
    p.slab(24, 84, 42, 24, WOOD_DARK, 2)
    p.path("M45 24 L49 33 L59 34 L51.500 40 L54 50 L45 44 L36 50 L38.500 40 L31 34 L41 33Z", p.light)


@motif("globe, earth globe", metres=0.4, box=(90, 120), colours="#4f9fd0", home="table", family="household")
def globe(p: Pen) -> None:
    p.ball(45, 46, 38, 38)
    p.path(
        "M22 22 C34 12 44 18 42 26 C36 32 40 40 30 44 C18 42 14 32 22 22Z M50 36 C60 26 76 30 80 42 C80 58 70 72 60 76 C52 66 56 56 48 50Z",
        "#6fae4a",
    )
    p.gloss('circle cx="45" cy="46" r="38"', "round")
    p.line("M22 8 C-10 40 14 92 50 92 C60 92 70 88 76 82", "#b5893a", 5)
    p.box(41, 90, 8, 20, "#b5893a")
    p.body("M20 120 C20 110 32 108 45 108 C58 108 70 110 70 120Z", WOOD_DARK)


@motif("fishbowl, fish bowl, aquarium, fish tank", metres=0.4, box=(120, 90), colours="#8fd0e8", home="table", rim=Span(24, 96, 66),
       faces=False, family="household")  # fmt: skip
def fishbowl(p: Pen) -> None:
    p.veil(
        'path d="M34 6 H86 C112 20 118 40 112 58 C106 78 96 88 86 89 H34 C24 88 14 78 8 58 C2 40 8 20 34 6Z"',
        GLASS,
        0.25,
    )
    p.veil(
        'path d="M9 34 H111 C115 42 115 50 112 58 C106 78 96 88 86 89 H34 C24 88 14 78 8 58 C5 50 5 42 9 34Z"',
        p.main,
        0.28,
    )
    p.path("M20 76 C40 70 80 70 100 76 C96 84 92 88 86 89 H34 C28 88 24 84 20 76Z", "#e3c789")
    p.line("M35 6 H85", WHITE, 2.4)
    p.shine("M18 30 C14 44 18 60 26 70 C20 56 22 42 28 28Z", 0.6)
