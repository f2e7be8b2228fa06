"""Drawings of appliances and fittings of kitchen, bath and living room."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, STEEL, STEEL_DARK, WHITE
from heliograph.adapters.generators.illustrator.pen import Pen

RED, GOLD = "#d8323c", "#f2c230"
ENAMEL = "#f3f4f5"


@motif(
    "fridge, refrigerator, freezer, fridge freezer",
    metres=1.8,
    box=(90, 160),
    colours="#e3e7ea #8fc4c0 #d8604f",
    home="kitchen",
    family="furniture",
    top=Span(10, 80, 2),
)
def fridge(p: Pen) -> None:
    p.slab(4, 2, 82, 152, p.main, 8)
    p.line("M4 54 H86", p.dark, 3)
    p.line("M18 22 V44 M18 66 V108", STEEL_DARK, 5)
    p.box(10, 154, 12, 6, INK)
    p.box(68, 154, 12, 6, INK)
    p.box(48, 70, 22, 16, GOLD, 1)
    p.circle(60, 28, 5, RED)


@motif(
    "oven, stove, cooker, kitchen range",
    metres=0.95,
    box=(110, 120),
    colours="#f0f1f2 #4a505c",
    home="kitchen",
    family="furniture",
    top=Span(12, 98, 12),
)
def oven(p: Pen) -> None:
    p.box(14, 6, 30, 6, INK, 3)
    p.box(66, 6, 30, 6, INK, 3)
    p.slab(4, 12, 102, 106, p.main, 4)
    for x in (20, 38, 56, 74, 92):
        p.circle(x, 26, 5.4, INK)
        p.line(f"M{x} 26 v-4", WHITE, 1.8)
    p.slab(12, 42, 86, 66, p.dark, 4)
    p.box(20, 56, 70, 44, "#33292a", 4)
    p.path("M38 100 C34 88 46 84 46 74 C56 82 60 90 58 100Z M60 100 C58 92 66 88 66 82 C74 88 76 94 74 100Z", "#f28a2c")
    p.line("M18 49 H92", STEEL, 5)


@motif(
    "washing machine, dishwasher, tumble dryer",
    metres=0.9,
    box=(100, 110),
    colours=ENAMEL,
    home="kitchen",
    family="furniture",
    top=Span(10, 90, 4),
)
def washing_machine(p: Pen) -> None:
    p.slab(4, 4, 92, 104, p.main, 5)
    p.line("M4 26 H96", p.dark, 2.4)
    p.box(12, 10, 30, 10, "#cfd5dc", 2)
    for x in (60, 74, 88):
        p.circle(x, 15, 4, STEEL_DARK)
    p.circle(50, 66, 34, STEEL)
    p.circle(50, 66, 27, "#3f5f7f")
    p.path("M24 70 C34 60 44 78 56 68 C64 62 72 66 76 72 C72 88 58 93 50 93 C38 92 28 84 24 70Z", "#8fd0ec")
    p.shine("M32 56 C36 48 44 44 50 44 C44 50 40 54 38 62Z", 0.6)


@motif(
    "microwave, microwave oven",
    metres=0.35,
    box=(120, 76),
    colours="#d9dde1 #33363f",
    home="kitchen",
    family="device",
    top=Span(14, 106, 4),
)
def microwave(p: Pen) -> None:
    p.slab(2, 4, 116, 68, p.main, 5)
    p.slab(10, 12, 74, 52, "#2b3038", 4)
    p.shine("M18 60 L44 16 H56 L30 60Z", 0.2)
    p.box(90, 12, 22, 12, "#7df0c0", 2)
    for row in range(3):
        for column in range(2):
            p.circle(96 + column * 11, 34 + row * 11, 3.4, STEEL_DARK)


@motif("toaster", metres=0.25, box=(110, 84), colours="#c3ccd6 #d8604f", home="kitchen", family="device")
def toaster(p: Pen) -> None:
    for x in (26, 58):
        p.body(f"M{x} 40 V12 C{x - 4} 2 {x + 30} 2 {x + 26} 12 V40Z", "#d9a05a")
        p.box(x + 4, 12, 18, 24, "#f3d9a8", 3)
    p.body("M8 76 V44 C8 34 14 30 24 30 H86 C96 30 102 34 102 44 V76Z")
    p.box(4, 74, 102, 8, INK, 3)
    p.line("M94 44 V62", INK, 4)
    p.box(88, 46, 12, 7, INK, 2)


@motif(
    "kitchen sink, sink, washbasin, wash basin",
    metres=0.9,
    box=(110, 110),
    colours=ENAMEL,
    home="kitchen",
    family="furniture",
    rim=Span(24, 86, 44),
)
def sink(p: Pen) -> None:
    p.line("M55 40 V20 C55 8 78 8 78 22 V30", STEEL, 7)
    p.slab(46, 34, 18, 7, STEEL_DARK, 3)
    p.slab(40, 60, 30, 50, p.dark, 3)
    p.body("M4 40 H106 C106 62 88 74 66 74 H44 C22 74 4 62 4 40Z")
    p.oval(55, 42, 46, 8, p.dark)
    p.oval(78, 38, 2.6, 5, "#8fd0ec")


@motif(
    "toilet, loo, lavatory, wc",
    metres=0.8,
    box=(90, 110),
    colours=ENAMEL,
    home="room",
    family="furniture",
    top=Span(20, 66, 56),
)
def toilet(p: Pen) -> None:
    p.slab(4, 4, 36, 56, p.main, 5)
    p.slab(2, 2, 40, 9, p.dark, 4)
    p.line("M30 22 H38", STEEL, 4)
    p.body("M26 60 H86 C86 80 74 86 64 88 L68 108 H30 L34 86 C28 80 26 70 26 60Z")
    p.slab(22, 54, 66, 9, p.light, 4)
    p.line("M22 62 H88", p.deep, 1.6)


@motif("shower, shower head", metres=2.0, box=(90, 150), colours="#c3ccd6", home="room", family="furniture")
def shower(p: Pen) -> None:
    p.line("M14 148 V24 C14 6 60 2 62 22", STEEL, 6)
    p.body("M40 34 C42 20 82 20 86 34Z")
    for x in (46, 56, 66, 76):
        for y in (44, 64, 84, 104, 124):
            p.oval(x + (y % 8), y, 2, 6, "#8fd0ec")
    p.slab(2, 140, 86, 9, "#e9eef2", 4)


@motif(
    "bin, dustbin, trash can, rubbish bin, waste bin, garbage can, litter bin",
    metres=0.7,
    box=(84, 110),
    colours="#8d97a4 #4f8a5f",
    home="street",
    family="furniture",
    rim=Span(16, 68, 22),
)
def dustbin(p: Pen) -> None:
    p.body("M10 22 H74 L68 104 C66 108 18 108 16 104Z")
    p.line("M26 32 L30 98 M42 32 V100 M58 32 L54 98", p.dark, 3)
    p.slab(4, 12, 76, 11, p.light, 4)
    p.line("M32 12 C32 2 52 2 52 12", p.dark, 5)


@motif(
    "vacuum cleaner, hoover, vacuum",
    metres=0.7,
    box=(130, 110),
    colours="#d8433c #3f7fc0",
    home="room",
    family="device",
)
def vacuum(p: Pen) -> None:
    p.line("M64 74 C30 60 40 8 92 10 L120 92", STEEL_DARK, 7)
    p.slab(96, 92, 34, 12, INK, 4)
    p.body("M6 94 C2 66 28 56 56 62 C76 66 84 80 84 96Z")
    p.path("M20 74 C32 64 52 66 62 78 L28 84Z", p.light)
    for x in (22, 68):
        p.circle(x, 96, 12, INK)
        p.circle(x, 96, 5, STEEL)


@motif(
    "iron, clothes iron",
    metres=0.25,
    box=(120, 84),
    colours="#3f7fc0 #d8604f",
    home="room",
    family="device",
)
def iron(p: Pen) -> None:
    p.line("M34 34 C40 12 90 10 96 36", p.dark, 11)
    p.body("M20 66 C26 42 60 34 100 36 C110 46 114 58 116 66Z")
    p.path("M10 66 H116 L118 80 H4Z", STEEL)
    p.circle(84, 52, 6, WHITE)


@motif(
    "fan, electric fan, ventilator", metres=0.6, box=(90, 120), colours="#8fc4d8 #d9dde1", home="room", family="device"
)
def fan(p: Pen) -> None:
    p.slab(41, 80, 8, 32, STEEL_DARK, 2)
    p.slab(20, 108, 50, 10, STEEL_DARK, 5)
    for turn in (0, 90, 180, 270):
        p.add(
            f'path d="M45 44 C54 30 66 24 72 12 C60 2 46 8 45 44Z" transform="rotate({turn} 45 44)"',
            p.main if turn % 180 else p.light,
        )
    p.ring(45, 44, 40, STEEL, 4)
    p.line("M45 4 V84 M5 44 H85 M17 16 L73 72 M73 16 L17 72", STEEL, 1.4)
    p.ball(45, 44, 9, 9, STEEL_DARK)


@motif(
    "radiator, heater", metres=0.7, box=(130, 84), colours=ENAMEL, home="room", family="furniture", top=Span(12, 118, 6)
)
def radiator(p: Pen) -> None:
    for x in range(8, 118, 16):
        p.slab(x, 4, 13, 72, p.main, 6)
    p.line("M4 20 H126 M4 62 H126", p.dark, 4)
    p.line("M12 76 V84 M118 76 V84", STEEL_DARK, 5)
