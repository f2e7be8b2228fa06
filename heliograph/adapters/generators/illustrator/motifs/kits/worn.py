"""What people wear over their clothes, round the neck and on the back."""

from heliograph.adapters.generators.illustrator.palette import INK, STEEL, WHITE, darker
from heliograph.adapters.generators.illustrator.pen import Pen

from .face import BLACK, GOLD, RED, Worn


def _stethoscope(p: Pen, c: str) -> None:
    p.line("M40 58 C36 78 46 84 50 92 M56 58 C60 72 56 78 54 86", c or "#3a3f4c", 2.4)
    p.circle(50, 95, 4, STEEL)


def _tie(p: Pen, c: str) -> None:
    p.path("M45 57 H51 L53 88 L48 96 L43 88Z", c or RED)


def _bow_tie(p: Pen, c: str) -> None:
    p.path("M48 60 L38 54 V66Z M48 60 L58 54 V66Z", c or RED)
    p.circle(48, 60, 2.6, darker(c or RED))


def _badge(p: Pen, c: str) -> None:
    p.path(
        "M57 72 l2 4 l4.400 .5 l-3.200 3.200 l.8 4.400 l-4 -2.200 l-4 2.200 l.8 -4.400 l-3.200 -3.200 l4.400 -.5Z",
        c or GOLD,
    )


def _belt(p: Pen, c: str) -> None:
    p.slab(30, 104, 36, 7, c or "#3a2a22", 1)
    p.box(43, 103, 10, 9, GOLD, 1)


def _scarf(p: Pen, c: str) -> None:
    c = c or RED
    p.slab(34, 51, 28, 11, c, 5)
    p.body("M52 58 L60 56 L66 92 L56 93Z", darker(c))


def _stripes(p: Pen, c: str) -> None:
    for y in (66, 78, 90, 102, 114):
        p.line(f"M33 {y} H63", c or WHITE, 4)


def _reflect(p: Pen, c: str) -> None:
    p.line("M31 100 H65 M40 56 V118 M56 56 V118", c or "#f2e05a", 4)


def _cross(p: Pen, c: str) -> None:
    p.path("M45 70 h6 v8 h8 v6 h-8 v16 h-6 v-16 h-8 v-6 h8Z", c or RED)


def _star(p: Pen, c: str) -> None:
    p.path(
        "M48 66 l4 9 l10 1 l-7.500 6.600 l2.300 9.800 l-8.800 -5 l-8.800 5 l2.300 -9.800 l-7.500 -6.600 l10 -1Z",
        c or GOLD,
    )


def _sash(p: Pen, c: str) -> None:
    p.path("M33 60 L42 56 L66 108 L62 116Z", c or "#3f6fc0")


def _straps(p: Pen, c: str) -> None:
    p.line("M39 57 V96 M57 57 V96", c or "#2f5fa0", 5)
    p.body("M36 88 H60 L67 122 H29Z", c or "#2f5fa0")
    p.circle(39, 92, 2, GOLD)
    p.circle(57, 92, 2, GOLD)


def _number(p: Pen, c: str) -> None:
    p.slab(38, 74, 20, 18, c or WHITE, 2)
    p.line("M46 78 L49 76 V90", INK, 2.4)


def _ruff(p: Pen, c: str) -> None:
    for x in range(32, 68, 8):
        p.ball(x, 57, 5, 5, c or "#fbfaf5")


def _fur_trim(p: Pen, c: str) -> None:
    p.slab(43, 60, 10, 60, c or "#fbfaf5", 3)
    p.slab(30, 114, 36, 9, c or "#fbfaf5", 4)


def _pearls(p: Pen, c: str) -> None:
    for x, y in ((39, 58), (42, 62), (46, 64.5), (50, 64.5), (54, 62), (57, 58)):
        p.circle(x, y, 2, c or "#fdfaf0")


def _bands(p: Pen, c: str) -> None:
    p.line("M31 70 L65 64 M31 80 L66 86 M31 96 L66 90 M31 106 L66 112", c or "#d8cfb5", 3)


def _checks(p: Pen, c: str) -> None:
    p.line("M38 57 V120 M48 56 V121 M58 57 V120 M32 68 H64 M31 82 H65 M31 96 H65 M30 110 H66", c or BLACK, 2.4)


BODIES: dict[str, Worn] = {
    "stethoscope": _stethoscope, "tie": _tie, "bow tie": _bow_tie, "badge": _badge, "belt": _belt, "scarf": _scarf, "stripes": _stripes,
    "reflectors": _reflect, "cross": _cross, "star": _star, "sash": _sash, "straps": _straps, "number": _number, "ruff": _ruff,
    "fur trim": _fur_trim, "necklace": _pearls, "bands": _bands, "checks": _checks,
}  # fmt: skip


def _cape(p: Pen, c: str) -> None:
    c = c or (RED if p.main != RED else "#2b2b4a")
    p.body("M34 56 C24 90 14 130 8 164 C30 172 66 172 88 164 C82 130 72 90 62 56Z", c)


def _feathers(p: Pen, c: str) -> None:
    for side in (-1, 1):
        x = 48 + side * 8
        p.body(f"M{x} 74 C{x + side * 16} 44 {x + side * 40} 40 {x + side * 46} 52 C{x + side * 46} 62 {x + side * 42} 68 {x + side * 38} 72 "
               f"C{x + side * 40} 80 {x + side * 34} 86 {x + side * 30} 88 C{x + side * 30} 98 {x + side * 16} 104 {x} 96Z", c or "#fbfaf5")  # fmt: skip


def _gauze(p: Pen, c: str) -> None:
    for side in (-1, 1):
        x = 48 + side * 6
        p.veil(
            f'path d="M{x} 76 C{x + side * 10} 40 {x + side * 40} 34 {x + side * 44} 52 C{x + side * 46} 70 {x + side * 22} 82 {x} 84Z"',
            c or "#cfeaf6",
            0.9,
        )
        p.veil(
            f'path d="M{x} 84 C{x + side * 22} 84 {x + side * 38} 96 {x + side * 32} 110 C{x + side * 24} 118 {x + side * 8} 104 {x} 90Z"',
            c or "#e6dcf8",
            0.9,
        )


def _pack(p: Pen, c: str) -> None:
    p.slab(18, 58, 60, 52, c or "#b5603a", 10)
    p.slab(22, 48, 52, 14, "#5f8a6a", 7)


def _tank(p: Pen, c: str) -> None:
    for x in (26, 56):
        p.slab(x, 54, 14, 54, c or "#f2b61f", 7)


BACKS: dict[str, Worn] = {
    "cape": _cape,
    "wings": _feathers,
    "fairy wings": _gauze,
    "backpack": _pack,
    "air tank": _tank,
}
