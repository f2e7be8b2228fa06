"""Drawings of musical instruments."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, STEEL, STEEL_DARK, WHITE, WOOD, WOOD_DARK
from heliograph.adapters.generators.illustrator.pen import Pen

BRASS, BRASS_DARK = "#e0b02f", "#a87a1c"


@motif(
    "electric guitar, bass guitar",
    metres=1.0,
    box=(70, 160),
    colours="#d8323c #3f6fc0 #2b2b36",
    home="room",
    family="instrument",
)
def electric_guitar(p: Pen) -> None:
    p.slab(31, 20, 8, 86, "#5b3a28", 1)
    p.body("M27 0 L44 4 L41 26 H29Z", "#2b2b36")
    p.body(
        "M30 92 C18 90 10 82 8 72 C2 92 8 104 10 116 C0 132 8 158 36 158 C64 158 70 134 60 116 C62 104 68 96 64 78 C58 88 52 92 40 94Z"
    )
    p.path("M22 110 C30 104 42 104 50 112 L52 140 C44 150 28 150 20 140Z", "#f3f1ea")
    p.box(26, 116, 18, 5, INK, 1)
    p.box(26, 128, 18, 5, INK, 1)
    p.circle(52, 146, 3, STEEL)
    p.line("M33 22 V140 M35 22 V140 M37 22 V140", "#d5dbe3", 0.9)


@motif("cello, double bass, contrabass", metres=1.5, box=(80, 170), colours="#8a4526", home="room", family="instrument")
def cello(p: Pen) -> None:
    p.line("M40 150 V170", STEEL_DARK, 3)
    p.body("M36 10 C28 2 34 -6 42 -2 C48 2 46 10 46 14 V70 H34Z", "#4a2f24")
    p.body(
        "M40 58 C64 58 70 74 62 88 C56 96 56 106 62 112 C76 124 76 156 40 156 C4 156 4 124 18 112 C24 106 24 96 18 88 C10 74 16 58 40 58Z"
    )
    p.path("M35 30 H45 L46 110 H34Z", "#2f2222")
    p.line("M22 104 C28 112 18 118 24 126 M58 104 C52 112 62 118 56 126", INK, 2.4)
    p.line("M38 30 V132 M42 30 V132", WHITE, 0.9)
    p.line("M66 40 L78 150", "#c9a06a", 3)


@motif("harp, lyre", metres=1.6, box=(100, 140), colours="#d9a93a", home="room", family="instrument")
def harp(p: Pen) -> None:
    p.line(" ".join(f"M{30 + i * 9} {24 + i * 1.5:.0f} V{126 - i * 15}" for i in range(7)), "#f3ead0", 1.6)
    p.line("M20 8 V130", p.main, 9)
    p.line("M20 12 C44 34 74 8 94 22", p.main, 9)
    p.line("M94 24 L24 132", p.dark, 13)
    p.slab(6, 126, 44, 12, p.dark, 4)
    p.ball(20, 8, 8, 8, p.light)


@motif("saxophone, sax", metres=0.7, box=(90, 130), colours="#e0b02f", home="room", family="instrument")
def saxophone(p: Pen) -> None:
    p.line("M10 12 C24 6 30 12 32 24", p.dark, 6)
    p.line("M4 16 L14 10", INK, 7)
    p.line("M32 24 C34 60 30 84 36 100 C42 122 66 118 68 96", p.main, 17)
    p.body("M58 92 C60 74 58 64 50 52 L88 46 C82 62 80 78 78 98Z")
    p.oval(69, 49, 19, 6, BRASS_DARK)
    for y in (40, 54, 68, 82):
        p.circle(33, y, 5, p.light)
    p.line("M44 44 V88", p.dark, 3)


@motif(
    "flute, recorder, clarinet, oboe",
    metres=0.4,
    box=(160, 40),
    colours="#c3ccd6 #2b2b36 #a8743f",
    home="room",
    family="instrument",
)
def flute(p: Pen) -> None:
    p.line("M8 30 L152 12", p.dark, 13)
    p.line("M8 28 L152 10", p.main, 9)
    for i in range(6):
        p.circle(60 + i * 15, 22 - i * 1.9, 3.6, p.deep)
    p.oval(26, 26, 6, 3, p.deep, -7)
    p.line("M42 16 V32 M140 4 V20", p.light, 4)


@motif("accordion, concertina", metres=0.5, box=(140, 100), colours="#c9343f #3f6fb0", home="room", family="instrument")
def accordion(p: Pen) -> None:
    for i in range(7):
        p.body(f"M{40 + i * 9} {14 - (i % 2) * 4} h6 v{72 + (i % 2) * 8} h-6Z", p.dark if i % 2 else p.light)
    p.slab(4, 8, 38, 84, p.main, 6)
    p.slab(100, 8, 38, 84, p.main, 6)
    for i in range(7):
        p.box(8, 14 + i * 10.500, 18, 9, WHITE, 1)
        p.box(8, 20 + i * 10.500, 10, 5, INK, 1)
    for x in (112, 124):
        for y in (22, 38, 54, 70):
            p.circle(x, y, 4, WHITE)


@motif(
    "keyboard, synthesizer, synthesiser, electric piano, organ",
    metres=0.9,
    box=(180, 70),
    colours="#33374a #d9dde3",
    home="room",
    family="instrument",
)
def keyboard(p: Pen) -> None:
    p.line("M30 40 L60 68 M60 40 L30 68 M120 40 L150 68 M150 40 L120 68", STEEL_DARK, 4)
    p.slab(4, 8, 172, 38, p.main, 5)
    p.box(12, 26, 156, 18, WHITE, 1)
    p.line(" ".join(f"M{12 + i * 11} 26 v18" for i in range(1, 15)), "#9aa5b4", 1.4)
    for i in (0, 1, 3, 4, 5, 7, 8, 10, 11, 12):
        p.box(20 + i * 11, 26, 6, 11, INK)
    for x, c in ((20, "#d8323c"), (32, "#f2b61f"), (44, "#3fa05b")):
        p.circle(x, 16, 4, c)
    p.box(120, 12, 40, 9, "#8fd6c0", 2)


@motif("banjo, mandolin, lute", metres=0.9, box=(70, 150), colours="#e8d9b8", home="room", family="instrument")
def banjo(p: Pen) -> None:
    p.slab(31, 18, 8, 74, "#5b3a28", 1)
    p.body("M27 0 H43 L41 22 H29Z", "#3a2a22")
    p.ball(35, 116, 33, 33, WOOD_DARK)
    p.circle(35, 116, 27)
    p.ring(35, 116, 29, STEEL, 3)
    p.line("M24 130 H46", "#5b3a28", 4)
    p.line("M33 20 V130 M35 20 V130 M37 20 V130", "#8a8d96", 0.9)


@motif("tambourine", metres=0.3, box=(110, 100), colours="#c9813a", home="room", family="instrument")
def tambourine(p: Pen) -> None:
    p.circle(55, 50, 48, p.dark)
    p.circle(55, 46, 46)
    p.circle(55, 46, 38, "#f6ecd8")
    for x, y in ((12, 60), (28, 84), (55, 93), (82, 84), (98, 60)):
        p.ball(x, y, 8, 6, BRASS)


@motif(
    "xylophone, glockenspiel, marimba", metres=0.3, box=(150, 90), colours="#8a5a34", home="room", family="instrument"
)
def xylophone(p: Pen) -> None:
    p.line("M10 20 L140 36 M10 80 L140 60", p.main, 7)
    for i, c in enumerate(("#d8323c", "#f08a2c", "#f2c230", "#5fb05a", "#3f8fd0", "#5f55b5", "#b04fa0")):
        p.slab(12 + i * 18, 6 + i * 4, 14, 88 - i * 8, c, 3)
    p.line("M40 96 L96 -6 M104 96 L60 -6", WOOD, 3)
    p.ball(96, -6, 6, 6, "#d8323c")
    p.ball(60, -6, 6, 6, "#d8323c")


@motif(
    "maracas, maraca, rattle",
    metres=0.3,
    box=(110, 120),
    colours="#e0562f #3f8f8a",
    home="room",
    family="instrument",
)
def maracas(p: Pen) -> None:
    for x, turn in ((34, -18), (76, 18)):
        one = p.like()
        one.slab(-5, 40, 10, 64, WOOD, 4)
        one.ball(0, 22, 24, 28)
        one.line("M-22 16 q11 8 22 0 q11 -8 22 0 M-22 28 q11 8 22 0 q11 -8 22 0", "#f2c230", 4)
        p.place(one.drawn(), f"translate({x} 6) rotate({turn})")


@motif("harmonica, mouth organ", metres=0.1, box=(130, 50), colours="#c3ccd6", home="table", family="instrument")
def harmonica(p: Pen) -> None:
    p.slab(2, 6, 126, 38, p.main, 9)
    p.box(6, 20, 118, 12, "#33374a", 2)
    for i in range(9):
        p.box(12 + i * 12, 22, 8, 8, "#8a5a34", 1)
    p.line("M20 12 H110", WHITE, 2.4)


@motif(
    "bell, handbell, church bell, jingle bell",
    metres=0.3,
    box=(90, 110),
    colours="#e0b02f",
    home="table",
    family="instrument",
)
def bell(p: Pen) -> None:
    p.slab(38, 2, 14, 26, WOOD_DARK, 5)
    p.ball(45, 96, 10, 10, BRASS_DARK)
    p.body("M45 22 C66 22 68 44 72 66 C74 78 80 84 88 92 H2 C10 84 16 78 18 66 C22 44 24 22 45 22Z")
    p.line("M14 82 H76", p.dark, 4)
    p.shine("M30 34 C26 46 24 58 22 70 H28 C30 56 32 44 36 34Z", 0.5)


@motif(
    "horn, french horn, tuba, trombone", metres=0.6, box=(130, 110), colours="#e0b02f", home="room", family="instrument"
)
def french_horn(p: Pen) -> None:
    p.ring(66, 44, 34, p.main, 9)
    p.ring(66, 44, 20, p.dark, 7)
    p.line("M34 30 C20 20 12 16 4 14", p.main, 7)
    p.body("M60 74 C52 84 34 88 22 80 L46 110 C70 112 92 96 96 76Z")
    p.body("M22 80 L46 110 C34 110 20 96 22 80Z", p.dark)
    p.slab(78, 26, 9, 24, p.light, 3)
    p.slab(90, 30, 9, 24, p.light, 3)


@motif("microphone, mic", metres=0.25, box=(60, 130), colours="#33374a #9aa5b4", home="room", family="instrument")
def microphone(p: Pen) -> None:
    p.body("M16 46 H44 L38 126 H22Z")
    p.slab(12, 38, 36, 12, STEEL_DARK, 4)
    p.ball(30, 22, 24, 23, STEEL)
    p.line("M10 14 H50 M6 24 H54 M12 34 H48 M20 4 V40 M30 0 V44 M40 4 V40", STEEL_DARK, 1.8)
    p.box(26, 62, 8, 12, "#d8323c", 2)


@motif(
    "note, music note, musical note, notes",
    metres=0.4,
    box=(90, 110),
    colours="#2b2b36 #8f3fa0",
    home="room",
    family="instrument",
    top=Span(30, 80, 4),
)
def note(p: Pen) -> None:
    p.body("M28 14 L84 2 V24 L28 36Z")
    p.line("M31 20 V92 M81 10 V80", p.main, 6)
    p.ball(20, 94, 16, 12)
    p.ball(70, 82, 16, 12)
