"""Drawings of what stands on tables and in kitchens."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import GLASS, INK, WHITE, WOOD_DARK
from heliograph.adapters.generators.illustrator.pen import Pen


@motif("cup of coffee, coffee, coffee cup, espresso, cappuccino, cocoa, hot chocolate, mug of coffee", metres=0.12,
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


@motif("vase, urn, amphora", metres=0.3, box=(80, 100), colours="#3f7fb0 #c9694a #e9e0cf", home="table",
       rim=Span(26, 54, 10), family="household")  # fmt: skip
def vase(p: Pen) -> None:
    p.body(
        "M26 4 H54 C54 18 50 22 56 32 C70 42 76 54 74 68 C72 86 60 98 52 99 H28 C20 98 8 86 6 68 C4 54 10 42 24 32 C30 22 26 18 26 4Z"
    )
    p.oval(40, 5, 15, 4, p.deep)
    p.line("M10 52 C28 60 52 60 70 52 M7 66 C28 76 52 76 73 66", p.light, 3.4)
    p.shine("M18 48 C14 56 13 66 17 76 C19 66 19 58 22 48Z")


@motif("plate, dish, saucer", metres=0.14, box=(220, 50), colours="#f3f1ec #a8cfd8 #e8b8a8", home="table", top=Span(48, 172, 24),
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


@motif(
    "teapot, coffee pot",
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
    "saucepan, pan, cooking pot, casserole",
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


@motif("trophy", metres=0.35, box=(90, 110), colours="#e0b023 #c3ccd6", home="table", family="household")
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
