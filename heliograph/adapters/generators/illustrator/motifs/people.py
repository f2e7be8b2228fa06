"""Drawings of people and of figures that stand like people."""

from dataclasses import dataclass

from heliograph.adapters.generators.illustrator.motif import motif
from heliograph.adapters.generators.illustrator.palette import BLUSH, INK, darker
from heliograph.adapters.generators.illustrator.pen import Pen

SKINS = ("#f1c7a3", "#c98d62", "#8c5a3c", "#e6b48c")
HAIRS = ("#4a2f24", "#2a2426", "#b5712e", "#7b4326")
HAND = (70.0, 76.0)


@dataclass(frozen=True, slots=True)
class Look:
    skin: str
    hair: str
    trousers: str = "#3a4668"


def look(p: Pen, trousers: str = "#3a4668", hair: str | None = None) -> Look:
    return Look(p.choose(SKINS), hair or p.choose(HAIRS), trousers)


def standing(p: Pen, wears: Look, *, skirt: bool = False, shoes: str = "#3b3034") -> None:
    """Legs, body and arms of a grown-up 180 high who looks at us."""
    leg = wears.skin if skirt else wears.trousers
    p.slab(32, 112, 14, 60, leg, 5)
    p.slab(50, 112, 14, 60, leg, 5)
    p.path("M28 178 C28 170 36 168 46 170 V178Z M50 178 V170 C60 168 68 170 68 178Z", shoes)
    p.line("M33 66 C24 80 22 96 24 108", p.dark, 12)
    p.circle(24, 113, 6, wears.skin)
    if skirt:
        p.body("M34 58 C42 54 54 54 62 58 L62 88 L76 140 C60 146 36 146 20 140 L34 88Z")
        p.line("M34 89 H62", p.deep, 4)
    else:
        p.body("M32 60 C38 54 58 54 64 60 L66 120 C56 124 40 124 30 120Z")
        p.line("M48 62 V118", p.dark, 1.6)
    p.line("M63 66 C74 78 76 92 72 106", p.main, 12)
    p.circle(72, 111, 6, wears.skin)


def head(p: Pen, wears: Look, x: float = 48, y: float = 32, r: float = 18) -> None:
    p.box(x - 6, y + r - 6, 12, 16, darker(wears.skin, 0.14), 4)
    p.ball(x, y, r, r * 1.1, wears.skin)
    p.circle(x - r, y + 2, r * 0.2, wears.skin)
    p.circle(x + r, y + 2, r * 0.2, wears.skin)
    for side in (-1, 1):
        p.oval(x + side * r * 0.4, y + 1, r * 0.12, r * 0.16, INK)
        p.oval(x + side * r * 0.58, y + r * 0.42, r * 0.17, r * 0.11, BLUSH)
        p.line(f"M{x + side * r * 0.28} {y - r * 0.3} h{side * r * 0.28}", darker(wears.hair), 1.6)
    p.line(f"M{x - r * 0.28} {y + r * 0.5} q{r * 0.28} {r * 0.26} {r * 0.56} 0", "#a8433f", 2)


def short_hair(p: Pen, wears: Look, x: float = 48, y: float = 32, r: float = 18) -> None:
    p.path(
        f"M{x - r * 1.06} {y} C{x - r * 1.2} {y - r * 1.5} {x + r * 1.2} {y - r * 1.6} {x + r * 1.06} {y}"
        f" C{x + r * 0.9} {y - r * 0.5} {x + r * 0.5} {y - r * 0.6} {x} {y - r * 0.62}"
        f" C{x - r * 0.5} {y - r * 0.66} {x - r * 0.9} {y - r * 0.4} {x - r * 1.06} {y}Z",
        wears.hair,
    )


def long_hair(p: Pen, wears: Look, x: float = 48, y: float = 32, r: float = 18, down: float = 2.0) -> None:
    """The part of long hair that falls behind the head."""
    p.body(
        f"M{x} {y - r * 1.35} C{x - r * 1.8} {y - r * 1.4} {x - r * 1.5} {y + r} {x - r * 1.4} {y + r * down}"
        f" L{x + r * 1.4} {y + r * down} C{x + r * 1.5} {y + r} {x + r * 1.8} {y - r * 1.4} {x} {y - r * 1.35}Z",
        wears.hair,
    )


@motif("man, person, guy, gentleman, father, dad, boyfriend, farmer, teacher, worker, human, husband, old man, grandfather, grandpa", metres=1.8,
       box=(96, 180), colours="#3f7fb5 #b5493f #4f8a5b #d9a441", hand=(72, 110), home="street", family="person")  # fmt: skip
def man(p: Pen) -> None:
    wears = look(p)
    standing(p, wears)
    head(p, wears)
    short_hair(p, wears)


@motif("woman, lady, mother, mum, mom, girlfriend, wife, dancer, nurse", metres=1.7, box=(96, 180),
       colours="#c9414f #2f8f8a #7b58b0 #e0a030", hand=(72, 110), home="street", family="person")  # fmt: skip
def woman(p: Pen) -> None:
    wears = look(p)
    long_hair(p, wears)
    standing(p, wears, skirt=True)
    head(p, wears)
    short_hair(p, wears)


def small(p: Pen, wears: Look, *, skirt: bool) -> None:
    """Legs, body and arms of a child 130 high; the head is large."""
    p.slab(36, 92, 11, 32, wears.skin if skirt else wears.trousers, 4)
    p.slab(50, 92, 11, 32, wears.skin if skirt else wears.trousers, 4)
    p.path("M32 128 C32 120 40 120 47 122 V128Z M50 128 V122 C57 120 65 120 65 128Z", "#d8433c")
    p.line("M36 64 C28 72 26 80 26 86", p.dark, 10)
    p.circle(26, 89, 5, wears.skin)
    p.body(
        "M34 60 C42 56 54 56 62 60 L72 102 C58 106 38 106 24 102Z" if skirt else "M34 60 C42 56 54 56 62 60 L63 98 H33Z"
    )
    p.line("M61 64 C70 70 72 78 71 84", p.main, 10)
    p.circle(71, 88, 5, wears.skin)


@motif("boy, child, kid, son, toddler, brother", metres=1.25, box=(96, 130), colours="#e5a52c #3f9a78 #4f7fd0 #d9573f",
       hand=(71, 87), home="meadow", family="person")  # fmt: skip
def boy(p: Pen) -> None:
    wears = look(p, "#4a5f8f")
    small(p, wears, skirt=False)
    head(p, wears, 48, 34, 22)
    short_hair(p, wears, 48, 34, 22)


@motif("girl, daughter, sister", metres=1.25, box=(96, 130), colours="#e8608f #7a6fd0 #f0a030 #3fa8a0", hand=(71, 87),
       home="meadow", family="person")  # fmt: skip
def girl(p: Pen) -> None:
    wears = look(p)
    for x in (20, 76):
        p.oval(x, 44, 9, 15, wears.hair, 20 if x < 48 else -20)
        p.circle(x + (3 if x < 48 else -3), 31, 4, p.main)
    small(p, wears, skirt=True)
    head(p, wears, 48, 34, 22)
    short_hair(p, wears, 48, 34, 22)


@motif(
    "baby, infant, newborn", metres=0.6, box=(90, 90), colours="#8fc7e8 #f5b9c9 #f2df8f", home="room", family="person"
)
def baby(p: Pen) -> None:
    wears = look(p)
    p.body("M20 88 C12 66 28 50 45 50 C62 50 78 66 70 88Z")
    p.oval(24, 84, 12, 6.4, p.light)
    p.oval(66, 84, 12, 6.4, p.light)
    p.circle(17, 70, 5.4, wears.skin)
    p.circle(73, 70, 5.4, wears.skin)
    head(p, wears, 45, 30, 24)
    p.line("M45 6 C40 0 50 -2 50 4", wears.hair, 3.6)


@motif("wizard, sorcerer", metres=1.8, box=(96, 190),
       colours="#5b3f8f #2a4f8f #b3322f", hand=(72, 118), home="forest", family="person")  # fmt: skip
def wizard(p: Pen) -> None:
    wears = look(p, hair="#e9e6e0")
    p.line("M78 60 V186", "#7c4f2a", 4)
    p.ball(78, 56, 7, 7, "#7fd8e8")
    p.body("M32 70 C40 64 56 64 64 70 L80 186 H16Z")
    p.line("M34 74 C22 90 22 104 26 116", p.dark, 13)
    p.line("M62 74 C74 88 78 100 76 114", p.main, 13)
    p.circle(26, 120, 6, wears.skin)
    p.circle(77, 119, 6, wears.skin)
    p.line("M28 122 H68", "#e0b23a", 5)
    head(p, wears, 48, 44, 17)
    p.body("M32 48 C34 60 36 94 48 100 C60 94 62 60 64 48 C58 56 52 56 48 54 C44 56 38 56 32 48Z", wears.hair)
    p.line("M42 57 q6 4 12 0", "#a8433f", 2)
    p.body("M22 34 C34 26 40 8 52 -8 C56 8 60 24 74 34 C60 40 36 40 22 34Z")
    p.path("M31 28 C40 33 56 33 66 28 L74 34 C60 40 36 40 22 34Z", "#e0b23a")


@motif(
    "king, emperor",
    metres=1.85,
    box=(96, 190),
    colours="#a8263a #2a4f9f",
    hand=(74, 116),
    home="castle",
    family="person",
)
def king(p: Pen) -> None:
    wears = look(p)
    p.body("M28 72 C40 66 56 66 68 72 L86 186 H10Z", darker(p.main, 0.35))
    p.body("M34 70 C42 66 54 66 62 70 L66 180 H30Z")
    p.path("M44 70 H52 V180 H44Z M24 178 H72 V187 H24Z", "#f5f0e4")
    p.line("M34 76 C22 90 20 104 24 116", p.dark, 13)
    p.line("M62 76 C74 88 76 100 74 112", p.main, 13)
    p.circle(24, 120, 6, wears.skin)
    p.circle(74, 117, 6, wears.skin)
    p.path("M28 70 C40 78 56 78 68 70 L70 82 C58 88 38 88 26 82Z", "#f5f0e4")
    head(p, wears, 48, 44, 18)
    short_hair(p, wears, 48, 44, 18)
    p.path("M33 54 C38 68 58 68 63 54 C56 60 40 60 33 54Z", wears.hair)
    p.body("M30 32 L28 10 L38 20 L48 6 L58 20 L68 10 L66 32Z", "#f2c230")
    p.circle(48, 25, 3, "#d8323c")


@motif("queen, princess, bride, fairy", metres=1.75, box=(110, 180), colours="#d86aa8 #6f8fe0 #f1e7f2", hand=(80, 104),
       home="castle", family="person")  # fmt: skip
def queen(p: Pen) -> None:
    wears = look(p, hair=p.choose(("#d9a441", "#4a2f24", "#9c4a26")))
    long_hair(p, wears, 55, 36, 17, 2.6)
    p.body("M40 66 C48 62 62 62 70 66 L68 96 C86 118 98 150 102 178 H8 C12 150 24 118 42 96Z")
    p.path("M55 104 C62 128 66 156 66 178 H44 C44 156 48 128 55 104Z", p.light)
    p.line("M42 97 H68", "#f2c230", 4.4)
    p.line("M41 72 C30 82 28 94 32 104", wears.skin, 9)
    p.line("M69 72 C80 82 82 94 79 102", wears.skin, 9)
    head(p, wears, 55, 36, 17)
    short_hair(p, wears, 55, 36, 17)
    p.body("M41 22 L39 6 L47 14 L55 2 L63 14 L71 6 L69 22Z", "#f2c230")


@motif(
    "astronaut, cosmonaut, spaceman",
    metres=1.85,
    box=(110, 170),
    colours="#f1f2f4",
    home="space",
    hand=(92, 98),
    family="person",
)
def astronaut(p: Pen) -> None:
    p.slab(22, 62, 66, 62, p.deep, 10)
    p.slab(34, 116, 18, 46, p.main, 7)
    p.slab(58, 116, 18, 46, p.main, 7)
    p.path("M28 168 C28 158 38 156 53 158 V168Z M57 168 V158 C72 156 82 158 82 168Z", "#6a7386")
    p.line("M36 136 H51 M59 136 H75", "#d9622f", 4)
    p.line("M34 76 C20 86 16 96 18 106", p.dark, 17)
    p.line("M76 76 C90 84 94 92 92 98", p.main, 17)
    p.circle(18, 110, 9, "#6a7386")
    p.circle(92, 102, 9, "#6a7386")
    p.body("M32 66 C40 60 70 60 78 66 L80 122 C66 128 44 128 30 122Z")
    p.slab(42, 82, 26, 22, "#c8cfda", 4)
    p.circle(49, 90, 3, "#d8323c")
    p.circle(57, 90, 3, "#3f9a5b")
    p.line("M47 98 H63", "#6a7386", 2.6)
    p.ball(55, 34, 33, 32)
    p.path("M31 34 C31 14 79 14 79 34 C79 56 31 56 31 34Z", "#24345c")
    p.path("M36 30 C38 20 50 18 58 19 C48 22 42 28 40 38 C37 38 36 34 36 30Z", "#7fb4e0")
    p.line("M31 34 C31 14 79 14 79 34 C79 56 31 56 31 34Z", "#e0a030", 3)
