"""Drawings of what drives on roads and rails."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, STEEL, STEEL_DARK, WHITE
from heliograph.adapters.generators.illustrator.pen import Pen

TYRE = "#2b2b36"
WHEELS = ("wheel", "window")


def wheel(p: Pen, x: float, y: float, r: float, hub: str = "#c9d0da") -> None:
    p.circle(x, y, r, TYRE)
    p.circle(x, y, r * 0.6, p.part("wheel", hub))
    p.circle(x, y, r * 0.22, STEEL_DARK)


def spokes(p: Pen, x: float, y: float, r: float) -> None:
    """A thin wheel that one sees through."""
    p.line(" ".join(f"M{x} {y} l{dx * r * 0.94:.1f} {dy * r * 0.94:.1f}" for dx, dy in SPOKES), "#b7bfca", 0.9)
    p.ring(x, y, r, p.part("wheel", TYRE), 4.4)
    p.ring(x, y, r - 3, "#cfd5dd", 1.4)
    p.circle(x, y, 3.4, STEEL_DARK)


SPOKES = ((1, 0), (0.81, 0.59), (0.31, 0.95), (-0.31, 0.95), (-0.81, 0.59), (-1, 0), (-0.81, -0.59), (-0.31, -0.95),
          (0.31, -0.95), (0.81, -0.59))  # fmt: skip


@motif("bicycle, bike, cycle, pushbike", metres=1.1, box=(174, 104), colours="#d8232f #2666d4 #2f9e44", home="street",
       top=Span(50, 78, 22), family="vehicle", parts=WHEELS)  # fmt: skip
def bicycle(p: Pen) -> None:
    for x in (38, 136):
        spokes(p, x, 68, 33)
    p.line("M38 68 L84 72 L58 30 Z", p.main, 6)
    p.line("M84 72 L120 30", p.main, 7)
    p.line("M60 33 L119 27", p.main, 6)
    p.line("M113 12 L136 68", p.main, 6)
    p.line("M62 33 L117 28 M87 69 L117 34", p.light, 1.6)
    p.line("M58 30 L54 18", STEEL_DARK, 4.4)
    p.body("M36 14 C44 9 62 9 70 14 C66 20 52 20 48 20 C40 20 36 18 36 14Z", "#4a342c")
    p.line("M113 12 L110 4 L122 3 C132 2 134 10 128 12", STEEL_DARK, 4.2)
    p.line("M122 3 C132 2 134 10 128 12", "#4a342c", 5)
    p.ring(84, 72, 9, STEEL_DARK, 3)
    p.line("M84 72 L96 84 M84 72 L72 60", STEEL_DARK, 3.4)
    p.line("M90 85 H102 M66 59 H78", INK, 4)
    p.line("M84 63 L38 65 M84 81 L38 71", STEEL_DARK, 1.4)
    p.line("M6 62 C12 40 30 32 46 38", p.dark, 3)
    p.line("M108 48 C122 32 150 34 164 54", p.dark, 3)


@motif("car, automobile, sedan, hatchback", metres=1.5, box=(190, 86), colours="#2f7fc4 #d8433c #e8b52c #4f9a6a",
       home="street", top=Span(58, 118, 4), family="vehicle", parts=WHEELS)  # fmt: skip
def car(p: Pen) -> None:
    p.body(
        "M8 62 C4 42 20 36 44 34 C56 16 66 4 92 4 C120 4 134 14 146 32 C170 34 184 42 184 58 C186 66 184 70 178 70 H14 C8 70 8 66 8 62Z"
    )
    p.path("M54 34 C62 20 70 12 86 11 L86 34Z", p.glass)
    p.path("M93 11 C114 11 124 18 135 34 L93 34Z", p.glass)
    p.shine("M60 33 L74 14 L82 12 L68 33Z M100 33 L108 12 L118 15 L112 33Z")
    p.line("M89.5 10 V64 M48 40 C46 52 48 60 50 64", p.dark, 2.2)
    p.path("M8 56 H184 C186 66 184 70 178 70 H14 C8 70 8 66 8 56Z", p.dark)
    p.line("M70 43 H80 M110 43 H120", p.deep, 3)
    p.oval(178, 49, 6, 6, "#fff2b8")
    p.path("M7 46 H15 V54 H7Z", "#c22f2f")
    p.box(2, 62, 20, 7, STEEL_DARK, 3)
    p.box(168, 62, 20, 7, STEEL_DARK, 3)
    for x in (46, 142):
        p.circle(x, 66, 21, p.deep)
        wheel(p, x, 68, 17)


@motif("bus, coach, school bus, double decker", metres=3.0, box=(220, 100), colours="#e8b52c #c9383a #3a7fc0", home="street", board=(26, 56, 150, 18),
       faces=False, family="vehicle", parts=WHEELS)  # fmt: skip
def bus(p: Pen) -> None:
    p.slab(6, 6, 208, 80, p.main, 12)
    p.box(6, 70, 208, 16, p.dark, 6)
    for x in (18, 52, 86, 120):
        p.box(x, 18, 28, 28, p.glass, 4)
        p.shine(f"M{x + 4} 46 L{x + 16} 18 H{x + 24} L{x + 12} 46Z")
    p.box(154, 18, 26, 66, p.deep, 4)
    p.box(157, 21, 9, 58, p.glass, 2)
    p.box(168, 21, 9, 58, p.glass, 2)
    p.path("M188 18 H202 C208 18 211 22 211 28 V50 H188Z", p.glass)
    p.oval(209, 66, 4, 6, "#fff2b8")
    p.box(4, 62, 6, 12, "#c22f2f", 2)
    p.line("M16 12 H204", p.light, 2.4)
    for x in (48, 134):
        p.circle(x, 84, 18, p.deep)
        wheel(p, x, 85, 15)


@motif("truck, lorry", metres=3.0, box=(210, 100), colours="#d0413a #3a7fc0 #e08a2c", home="street",
       family="vehicle", parts=WHEELS, board=(18, 22, 104, 40), board_ink="#3a3f4c", faces=False)  # fmt: skip
def truck(p: Pen) -> None:
    p.slab(6, 8, 128, 68, "#eceae4", 5)
    p.line("M28 12 V72 M50 12 V72 M72 12 V72 M94 12 V72 M116 12 V72", "#d5d2ca", 2)
    p.box(2, 74, 200, 10, STEEL_DARK, 3)
    p.body("M138 26 H168 C174 26 178 28 182 34 L196 54 C202 56 204 60 204 66 V80 H138Z")
    p.path("M150 34 H168 C172 34 174 36 176 39 L186 54 H150Z", p.glass)
    p.shine("M154 53 L164 35 H171 L161 53Z")
    p.line("M146 60 H153", p.deep, 3)
    p.oval(202, 68, 3, 5, "#fff2b8")
    for x in (34, 66, 172):
        p.circle(x, 82, 18, "#33343f")
        wheel(p, x, 84, 15)


@motif("train, locomotive, steam train, railway, steam engine", metres=3.6, box=(230, 100), colours="#b5343a #2f6f5a #3a5fa0", home="field",
       family="vehicle", parts=WHEELS)  # fmt: skip
def train(p: Pen) -> None:
    p.box(0, 94, 230, 4, "#7a6a5c")
    p.slab(6, 34, 82, 50, p.light, 5)
    p.box(2, 28, 90, 9, p.deep, 4)
    for x in (16, 40, 64):
        p.box(x, 44, 17, 20, p.glass, 3)
    p.box(88, 76, 14, 6, STEEL_DARK)
    p.slab(102, 26, 40, 56, p.main, 3)
    p.box(97, 18, 50, 10, p.deep, 4)
    p.box(110, 36, 24, 20, p.glass, 3)
    p.body("M142 42 H206 C214 42 218 50 218 58 C218 66 214 74 206 74 H142Z")
    p.box(158, 42, 5, 32, "#e0b23a")
    p.box(184, 42, 5, 32, "#e0b23a")
    p.body("M194 42 L196 18 H190 V11 H212 V18 H206 L208 42Z", "#33343f")
    p.body("M166 42 C166 30 180 30 180 42Z", "#e0b23a")
    p.circle(216, 58, 7, "#fff2b8")
    p.path("M206 76 H218 L230 94 H206Z", STEEL_DARK)
    for x, r in ((24, 11), (70, 11), (118, 15), (152, 15), (188, 11)):
        wheel(p, x, 94 - r, r, p.main)
    p.line("M118 79 H152", STEEL, 4)
    for x, y, r in ((198, 2, 8), (184, -6, 11), (164, -10, 13)):
        p.ball(x, y, r, r, "#f1f1f1")


@motif("moped, motor scooter, vespa", metres=1.2, box=(160, 100), colours="#2f9a8f #d8433c #33363f", home="street",
       top=Span(46, 78, 38), family="vehicle", parts=WHEELS)  # fmt: skip
def moped(p: Pen) -> None:
    p.line("M122 20 L138 74", STEEL_DARK, 6)
    p.body(
        "M14 74 C10 52 26 42 56 42 L88 44 C94 60 96 70 104 78 C110 82 118 66 114 34 L124 30 C132 62 126 88 106 90 L62 90 C46 90 40 74 28 74Z"
    )
    p.path("M40 36 C56 30 76 32 86 38 C88 44 80 46 74 46 L46 46 C40 44 36 40 40 36Z", "#4a342c")
    p.body("M116 40 L124 18 C130 14 136 18 134 26 L128 46Z", p.light)
    p.line("M122 22 L106 14 C100 12 98 16 102 18", STEEL_DARK, 5)
    p.circle(133, 24, 7, "#fff2b8")
    p.path("M120 66 C126 54 146 52 152 66Z", p.dark)
    p.path("M10 54 H18 V62 H10Z", "#c22f2f")
    p.path("M30 52 C44 48 58 52 62 62 C50 66 38 64 30 52Z", p.light)
    for x in (34, 138):
        wheel(p, x, 82, 18)


@motif("tractor", metres=2.4, box=(150, 110), colours="#3f8f3a #c9383a", home="farm", family="vehicle", parts=WHEELS)
def tractor(p: Pen) -> None:
    p.box(116, 14, 6, 34, STEEL_DARK, 2)
    p.path("M36 10 H92 V50 H36Z", p.deep)
    p.path("M42 16 H62 V48 H42Z M66 16 H86 V48 H66Z", p.glass)
    p.box(30, 4, 68, 8, p.main, 4)
    p.slab(84, 46, 56, 34, p.main, 8)
    p.body("M18 64 C22 42 62 38 76 52 L88 80 H18Z")
    p.line("M98 54 H132 M98 61 H132 M98 68 H132", p.dark, 3)
    p.circle(138, 56, 5, "#fff2b8")
    wheel(p, 46, 76, 33, "#f2c230")
    p.line("M46 44 V48 M72 58 L69 60 M20 58 L23 60 M46 108 V104 M74 92 L71 90 M18 92 L21 90", STEEL, 4)
    wheel(p, 122, 90, 19, "#f2c230")


@motif(
    "digger, excavator",
    metres=2.6,
    box=(170, 100),
    colours="#f2b01f #7a8a4a",
    home="field",
    family="vehicle",
    parts=WHEELS,
)
def digger(p: Pen) -> None:
    p.line("M84 52 L116 16 L146 50", p.dark, 12)
    p.line("M84 52 L116 16 L146 50", p.main, 8)
    p.body("M132 48 L162 46 C166 62 158 72 142 72 L128 62Z", STEEL_DARK)
    p.path("M130 62 L128 72 L135 66 L136 75 L142 70 L146 76 L149 69Z", STEEL)
    p.body("M14 42 C14 36 20 34 28 34 H90 V66 H14Z")
    p.body("M46 8 H82 L92 42 V60 H46Z")
    p.path("M52 14 H78 L86 42 H52Z", p.glass)
    p.shine("M56 41 L68 15 H76 L64 41Z")
    p.box(30, 64, 46, 9, STEEL_DARK)
    p.slab(8, 70, 96, 28, "#33343f", 14)
    for x in (24, 45, 66, 88):
        p.circle(x, 84, 8, STEEL)


@motif(
    "skateboard, longboard",
    metres=0.16,
    box=(150, 40),
    colours="#8f4ab0 #2f9a8f #e0562f",
    home="street",
    top=Span(34, 116, 10),
    family="toy",
)
def skateboard(p: Pen) -> None:
    p.body(
        "M4 4 C12 6 18 12 28 12 H122 C132 12 138 6 146 4 C150 8 146 12 140 16 C134 20 130 22 122 22 H28 C20 22 16 20 10 16 C4 12 0 8 4 4Z"
    )
    p.line("M30 15 H120", p.light, 2)
    for x in (36, 114):
        p.box(x - 8, 21, 16, 6, STEEL_DARK, 2)
        wheel(p, x, 30, 9, "#f6f0e0")


@motif("wheelbarrow, cart, wagon", metres=0.7, box=(140, 90), colours="#3f8f5a #b5533c", home="garden", family="tool",
       rim=Span(36, 110, 34))  # fmt: skip
def wheelbarrow(p: Pen) -> None:
    p.line("M4 26 L40 58 L120 72", "#8a5a30", 7)
    p.line("M50 60 L44 86", STEEL_DARK, 5)
    p.body("M26 30 H122 L104 64 H50Z")
    p.line("M24 30 H124", p.light, 5)
    wheel(p, 118, 72, 17, "#e8e3d8")
    p.line("M2 25 L16 34", WHITE, 3)
