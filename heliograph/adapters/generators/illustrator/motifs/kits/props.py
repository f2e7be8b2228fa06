"""What people of a calling hold in the hand, drawn about that hand."""

from collections.abc import Callable

from heliograph.adapters.generators.illustrator.palette import INK, STEEL, STEEL_DARK, WOOD, WOOD_DARK
from heliograph.adapters.generators.illustrator.pen import Pen

from .face import GOLD, RED

Prop = Callable[[Pen, float, float], None]


def _staff(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x} {y - 58} V{y + 64}", WOOD_DARK, 4)
    p.ball(x, y - 62, 7, 7, "#7fd8e8")


def _broom(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x} {y - 62} V{y + 34}", WOOD_DARK, 4)
    p.body(f"M{x - 4} {y + 32} h8 l8 32 h-24Z", "#d9b45a")


def _sword(p: Pen, x: float, y: float) -> None:
    p.body(f"M{x - 3} {y} V{y - 58} L{x} {y - 66} L{x + 3} {y - 58} V{y}Z", "#d5dbe3")
    p.line(f"M{x - 9} {y - 2} h18", GOLD, 4)
    p.line(f"M{x} {y} v12", WOOD_DARK, 4)


def _cutlass(p: Pen, x: float, y: float) -> None:
    p.body(
        f"M{x} {y} C{x + 6} {y - 24} {x + 6} {y - 40} {x + 20} {y - 54} C{x + 18} {y - 34} {x + 14} {y - 16} {x + 6} {y}Z",
        "#d5dbe3",
    )
    p.line(f"M{x - 3} {y} q6 8 12 0", GOLD, 3.4)


def _wand(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x} {y} l14 -34", WOOD_DARK, 3)
    p.path(
        f"M{x + 16} {y - 48} l3 7 l7.500 .6 l-5.600 5 l1.700 7.400 l-6.600 -3.900 l-6.600 3.900 l1.700 -7.400 l-5.600 -5 l7.500 -.6Z",
        GOLD,
    )


def _spoon(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x} {y + 6} l6 -40", WOOD, 4)
    p.oval(x + 7, y - 40, 6, 9, WOOD)


def _fork(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x} {y - 40} V{y + 64}", WOOD_DARK, 4)
    p.line(f"M{x} {y - 40} V{y - 62} M{x - 9} {y - 62} V{y - 46} q0 6 9 6 q9 0 9 -6 V{y - 62}", STEEL_DARK, 3)


def _brush(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x} {y + 6} l6 -30", WOOD, 3)
    p.path(f"M{x + 3} {y - 24} l6 1 l2 -12 l-6 2Z", RED)
    p.body(f"M{x - 62} {y - 4} c0 -14 24 -16 28 -2 c2 12 -10 10 -12 6 c-2 8 -16 6 -16 -4Z", "#d9b27a")
    for dx, dy, c in ((-56, -6, RED), (-49, -11, "#f2b61f"), (-42, -8, "#3f8fd0")):
        p.circle(x + dx, y + dy, 2.4, c)


def _bow(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x} {y - 44} Q{x + 24} {y} {x} {y + 44}", WOOD_DARK, 4)
    p.line(f"M{x} {y - 44} V{y + 44}", "#e9e4d8", 1.4)
    p.line(f"M{x - 26} {y} h46", WOOD, 2.4)
    p.path(f"M{x + 18} {y - 4} l9 4 l-9 4Z", STEEL)


def _rod(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x - 6} {y + 12} L{x + 40} {y - 74}", WOOD_DARK, 3)
    p.line(f"M{x + 40} {y - 74} V{y + 24} q-4 6 -6 0", STEEL_DARK, 1.4)


def _axe(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x} {y + 26} V{y - 40}", WOOD_DARK, 4)
    p.body(
        f"M{x} {y - 40} C{x + 10} {y - 40} {x + 16} {y - 48} {x + 20} {y - 50} C{x + 24} {y - 36} {x + 24} {y - 26} {x + 20} {y - 16} C{x + 16} {y - 22} {x + 10} {y - 26} {x} {y - 26}Z",
        STEEL,
    )


def _microphone(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x} {y + 4} l2 -20", INK, 4)
    p.ball(x + 2, y - 20, 6, 6, STEEL)


def _racket(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x} {y + 8} l4 -24", WOOD_DARK, 4)
    p.parts.append(
        f'<ellipse cx="{x + 8}" cy="{y - 34}" rx="13" ry="18" fill="#ffffff66" stroke="{RED}" stroke-width="3.4"/>'
    )
    p.line(f"M{x - 2} {y - 40} h20 M{x - 3} {y - 32} h22 M{x + 3} {y - 49} v32 M{x + 12} {y - 49} v32", "#f6f1e6", 1.2)


def _magnifier(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x} {y + 8} l6 -16", WOOD_DARK, 5)
    p.ring(x + 10, y - 18, 10, INK, 3)


def _flask(p: Pen, x: float, y: float) -> None:
    p.body(f"M{x - 4} {y - 30} h8 v10 l10 20 c1 4 -1 6 -4 6 h-20 c-3 0 -5 -2 -4 -6 l10 -20Z", "#d6eef6")
    p.path(f"M{x - 9} {y - 8} h18 l5 8 c1 4 -1 6 -4 6 h-20 c-3 0 -5 -2 -4 -6Z", "#5fc06a")


def _tray(p: Pen, x: float, y: float) -> None:
    p.oval(x + 4, y - 6, 24, 5, STEEL)
    p.body(f"M{x - 2} {y - 8} l-5 -18 h14 l-5 18Z", "#c9344a")


def _briefcase(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x - 6} {y + 10} v-6 h12 v6", "#3a2a22", 3)
    p.slab(x - 18, y + 8, 36, 26, "#6b4630", 4)
    p.box(x - 3, y + 18, 6, 5, GOLD, 1)


def _gift_sack(p: Pen, x: float, y: float) -> None:
    p.body(
        f"M{x - 4} {y - 8} C{x + 24} {y + 4} {x + 34} {y + 30} {x + 24} {y + 52} C{x + 8} {y + 60} {x - 14} {y + 56} {x - 18} {y + 44} C{x - 16} {y + 20} {x - 10} {y + 6} {x - 4} {y - 8}Z",
        "#8a5a34",
    )
    p.line(f"M{x - 8} {y + 2} h12", GOLD, 3)


def _trident(p: Pen, x: float, y: float) -> None:
    p.line(
        f"M{x} {y - 50} V{y + 60} M{x - 10} {y - 58} V{y - 42} H{x + 10} V{y - 58} M{x} {y - 62} V{y - 42}", RED, 3.4
    )


def _shovel(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x} {y - 44} V{y + 36}", WOOD, 4)
    p.body(f"M{x - 9} {y + 34} h18 v12 c0 10 -6 16 -9 18 c-3 -2 -9 -8 -9 -18Z", STEEL)


def _letters(p: Pen, x: float, y: float) -> None:
    p.slab(x - 8, y - 16, 26, 18, "#fbf6ea", 2)
    p.line(f"M{x - 7} {y - 15} l12 9 l12 -9", "#b5a88a", 1.6)


def _spear(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x} {y - 60} V{y + 62}", WOOD_DARK, 3.4)
    p.path(f"M{x} {y - 80} l6 16 l-6 6 l-6 -6Z", STEEL)


def _cane(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x + 2} {y + 64} V{y - 4} q0 -8 -8 -6", WOOD_DARK, 4)


def _stick(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x} {y - 34} V{y + 64}", WOOD, 4)


def _ski_pole(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x + 2} {y - 6} V{y + 62}", STEEL_DARK, 2.6)
    p.ring(x + 2, y + 54, 5, INK, 2)


def _gloves(p: Pen, x: float, y: float) -> None:
    p.ball(x, y, 11, 11, RED)
    p.ball(24, 112, 11, 11, RED)


def _bouquet(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x - 4} {y - 8} L{x} {y + 12} M{x + 4} {y - 8} L{x} {y + 12}", "#4f9d4a", 3)
    for dx, dy, c in ((-8, -10, "#f28ab0"), (6, -12, "#fbfaf5"), (-1, -18, "#e0344f"), (0, -7, "#f6c6d4")):
        p.ball(x + dx, y + dy, 7, 7, c)


def _book(p: Pen, x: float, y: float) -> None:
    p.slab(x - 10, y - 16, 24, 30, "#b5433f", 2)
    p.line(f"M{x - 6} {y - 13} v24", "#fbf5e6", 2)


def _gavel(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x} {y + 6} l8 -30", WOOD, 4)
    p.line(f"M{x - 3} {y - 30} l22 6", WOOD_DARK, 11)


def _scroll(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x - 8} {y + 4} l20 -18", "#f6ead0", 9)
    p.line(f"M{x} {y - 8} l5 5", RED, 3)


def _lasso(p: Pen, x: float, y: float) -> None:
    p.parts.append(
        f'<ellipse cx="{x + 12}" cy="{y + 4}" rx="13" ry="20" fill="none" stroke="#d9b27a" stroke-width="3"/>'
    )
    p.ring(x + 9, y + 4, 10, "#c9a06a", 2.6)


def _snips(p: Pen, x: float, y: float) -> None:
    p.line(f"M{x} {y - 4} l10 -30 M{x + 8} {y - 4} l-6 -30", STEEL_DARK, 3)
    p.ring(x - 2, y + 2, 5, RED, 3)
    p.ring(x + 10, y + 2, 5, RED, 3)


def _camera(p: Pen, x: float, y: float) -> None:
    p.slab(x - 12, y - 14, 30, 20, INK, 3)
    p.circle(x + 3, y - 4, 7.5, STEEL)
    p.circle(x + 3, y - 4, 5, "#3f6f9f")


def _club(p: Pen, x: float, y: float) -> None:
    p.body(
        f"M{x - 3} {y + 10} L{x - 8} {y - 40} C{x - 6} {y - 56} {x + 16} {y - 56} {x + 14} {y - 40} L{x + 3} {y + 10}Z",
        WOOD,
    )


HELD: dict[str, Prop] = {
    "staff": _staff, "broom": _broom, "sword": _sword, "cutlass": _cutlass, "wand": _wand, "spoon": _spoon, "pitchfork": _fork, "brush": _brush,
    "bow": _bow, "rod": _rod, "axe": _axe, "microphone": _microphone, "racket": _racket, "magnifier": _magnifier, "flask": _flask,
    "tray": _tray, "briefcase": _briefcase, "sack": _gift_sack, "trident": _trident, "shovel": _shovel, "letter": _letters,
    "spear": _spear, "cane": _cane, "stick": _stick, "ski pole": _ski_pole, "boxing gloves": _gloves, "bouquet": _bouquet, "book": _book,
    "gavel": _gavel, "scroll": _scroll, "lasso": _lasso, "scissors": _snips, "camera": _camera, "club": _club,
}  # fmt: skip
