"""Hats, for a head at 48, 32 that is 36 wide."""

from heliograph.adapters.generators.illustrator.palette import INK, WHITE, darker, lighter
from heliograph.adapters.generators.illustrator.pen import Pen

from .face import GOLD, RED, Worn, curly


def _brim(p: Pen, c: str) -> None:
    c = c or "#8a5a34"
    p.body("M33 17 C32 0 40 -6 48 -3 C56 -6 64 0 63 17Z", c)
    p.path("M32.6 11 H63.4 V17 H32.6Z", darker(c, 0.5))
    p.body("M18 17 C30 11 66 11 78 17 C70 24 26 24 18 17Z", c)


def _straw(p: Pen, c: str) -> None:
    _brim(p, c or "#e5c677")
    p.path("M32.6 11 H63.4 V17 H32.6Z", "#b5493f")


def _cap(p: Pen, c: str) -> None:
    c = c or "#3f6fc0"
    p.body("M29 21 C28 0 68 0 67 21 C56 17 40 17 29 21Z", c)
    p.path("M50 16 C64 14 80 16 84 22 C74 24 60 23 48 21Z", darker(c))
    p.circle(48, 5, 2, darker(c))


def _beanie(p: Pen, c: str) -> None:
    c = c or "#c9434f"
    p.body("M29 20 C27 -3 69 -3 67 20Z", c)
    p.slab(27, 16, 42, 8, lighter(c), 4)
    p.ball(48, 1, 5.4, 5.4, lighter(c, 0.6))


def _top_hat(p: Pen, c: str) -> None:
    c = c or "#2b2b36"
    p.body("M33 16 L31 -16 C38 -20 58 -20 65 -16 L63 16Z", c)
    p.path("M32.6 6 H63.4 V14 H32.6Z", RED if c != RED else INK)
    p.body("M20 16 C32 11 64 11 76 16 C68 22 28 22 20 16Z", c)


def _crown(p: Pen, c: str) -> None:
    p.body("M31 21 L28 -2 L39 9 L48 -6 L57 9 L68 -2 L65 21Z", c or GOLD)
    for x, colour in ((38, "#3f8fd0"), (48, RED), (58, "#3fa05b")):
        p.circle(x, 15, 2.6, colour)


def _tiara(p: Pen, c: str) -> None:
    p.body("M33 19 L32 8 L39 13 L48 0 L57 13 L64 8 L63 19 C54 15 42 15 33 19Z", c or GOLD)
    p.circle(48, 10, 2.6, "#e0609a")


def _chef(p: Pen, c: str) -> None:
    c = c or "#fbfaf5"
    for x, y, r in ((35, 0, 10.0), (48, -6, 12), (61, 0, 10)):
        p.ball(x, y, r, r, c)
    p.slab(33, 2, 30, 18, c, 2)
    p.line("M40 8 V18 M48 8 V18 M56 8 V18", "#d5d2c8", 1.6)


def _police(p: Pen, c: str) -> None:
    c = c or "#22366b"
    p.body("M26 10 C26 -4 70 -4 70 10 L65 19 H31Z", c)
    p.path("M30 17 H66 C70 22 66 25 48 25 C30 25 26 22 30 17Z", INK)
    p.path(
        "M48 2 l2.4 5 l5 .6 l-3.700 3.600 l1 5.200 l-4.700 -2.600 l-4.700 2.600 l1 -5.200 l-3.700 -3.600 l5 -.6Z", GOLD
    )


def _sailor(p: Pen, c: str) -> None:
    p.body("M30 18 C28 2 68 2 66 18Z", c or "#fbfaf5")
    p.slab(28, 13, 40, 8, "#22366b", 3)
    p.line("M66 18 l10 12 M66 20 l4 14", "#22366b", 2.4)


def _captain(p: Pen, c: str) -> None:
    p.body("M26 8 C26 -5 70 -5 70 8 L65 18 H31Z", c or "#fbfaf5")
    p.slab(30, 11, 36, 8, "#22366b", 1)
    p.path("M30 18 H66 C70 23 66 25 48 25 C30 25 26 23 30 18Z", INK)
    p.circle(48, 10, 4, GOLD)


def _fire(p: Pen, c: str) -> None:
    c = c or "#c92f2f"
    p.body("M31 18 C29 -8 67 -8 65 18Z", c)
    p.line("M48 -2 V16", darker(c), 4)
    p.body("M20 18 C30 13 66 13 76 20 C70 26 26 24 20 18Z", c)
    p.path("M41 2 H55 V10 L48 15 L41 10Z", GOLD)


def _hard(p: Pen, c: str) -> None:
    c = c or "#f2b61f"
    p.body("M29 18 C27 -7 69 -7 67 18Z", c)
    p.line("M40 0 V15 M48 -2 V15 M56 0 V15", darker(c, 0.2), 3)
    p.slab(23, 15, 50, 6, c, 3)


def _cowboy(p: Pen, c: str) -> None:
    c = c or "#8a5a34"
    p.body("M33 16 C32 -2 38 -8 44 -4 L48 -1 L52 -4 C58 -8 64 -2 63 16Z", c)
    p.path("M32.500 10 H63.500 V15 H32.500Z", darker(c, 0.5))
    p.body("M10 8 C20 16 34 16 48 16 C62 16 76 16 86 8 C84 22 66 24 48 24 C30 24 12 22 10 8Z", c)


def _pirate(p: Pen, c: str) -> None:
    c = c or "#2b2b36"
    p.body("M16 20 C18 2 36 -12 48 -10 C60 -12 78 2 80 20 C66 12 30 12 16 20Z", c)
    p.line("M16 20 C30 12 66 12 80 20", GOLD, 2.4)
    p.circle(48, 1, 4.6, WHITE)
    p.line("M40 10 L56 5 M40 5 L56 10", WHITE, 2)
    p.circle(46, 0.4, 1.1, INK)
    p.circle(50, 0.4, 1.1, INK)


def _wizard(p: Pen, c: str) -> None:
    c = c or p.main
    p.body("M25 20 C35 12 40 -8 52 -24 C56 -14 62 6 72 20 C60 26 36 26 25 20Z", c)
    p.path("M31 14 C40 19 56 19 66 14 L72 20 C60 26 36 26 25 20Z", GOLD)
    p.path(
        "M48 -4 l1.600 3.600 l3.800 .4 l-2.800 2.600 l.8 3.800 l-3.400 -2 l-3.400 2 l.8 -3.800 l-2.800 -2.600 l3.800 -.4Z",
        GOLD,
    )


def _witch(p: Pen, c: str) -> None:
    c = c or "#2b2733"
    p.body("M33 18 C38 4 40 -16 58 -28 C58 -16 60 4 64 18Z", c)
    p.path("M34.500 10 C44 14 54 14 62.500 10 L64 18 H33Z", "#8f4ab0")
    p.box(45, 11, 8, 7, GOLD)
    p.body("M14 19 C28 12 68 12 82 19 C70 27 26 27 14 19Z", c)


def _knight(p: Pen, c: str) -> None:
    c = c or "#aeb7c4"
    p.body("M28 50 V26 C28 4 68 4 68 26 V50 C60 56 36 56 28 50Z", c)
    p.box(32, 27, 32, 7, INK, 2)
    p.line("M48 10 V27 M48 36 V52 M40 40 V48 M56 40 V48", darker(c), 2)
    p.body("M46 8 C44 -8 60 -18 74 -8 C66 -6 64 2 52 8Z", RED)


def _viking(p: Pen, c: str) -> None:
    c = c or "#9aa5b4"
    p.body("M31 12 C16 12 12 -2 16 -14 C20 -4 28 0 36 2Z M65 12 C80 12 84 -2 80 -14 C76 -4 68 0 60 2Z", "#f3ead0")
    p.body("M29 20 C27 -4 69 -4 67 20Z", c)
    p.slab(27, 14, 42, 7, GOLD, 2)
    p.box(45, 18, 6, 14, GOLD, 2)


def _helmet(p: Pen, c: str) -> None:
    c = c or "#4f6f4a"
    p.body("M27 24 C22 -5 74 -5 69 24 C60 19 36 19 27 24Z", c)
    p.line("M29 24 C29 44 36 52 44 53", darker(c), 2.4)


def _santa(p: Pen, c: str) -> None:
    p.body("M30 18 C30 -6 60 -10 76 10 C70 8 66 10 66 18Z", c or RED)
    p.slab(27, 13, 42, 9, "#fbfaf5", 4)
    p.ball(77, 13, 5.4, 5.4, "#fbfaf5")


def _beret(p: Pen, c: str) -> None:
    c = c or "#b5333f"
    p.body("M24 18 C18 2 40 -4 58 0 C76 4 76 16 66 19 C54 14 38 14 24 18Z", c)
    p.line("M50 0 l3 -6", c, 3)


def _turban(p: Pen, c: str) -> None:
    c = c or "#e0a03a"
    p.body("M26 22 C18 -6 78 -6 70 22 C60 16 36 16 26 22Z", c)
    p.line("M27 18 C40 10 52 0 62 2 M32 8 C42 4 50 10 69 18", darker(c, 0.2), 2.4)
    p.ball(48, 10, 4, 5, "#3f8fd0")


def _nurse(p: Pen, c: str) -> None:
    p.body("M33 16 L30 2 C40 -3 56 -3 66 2 L63 16 C54 12 42 12 33 16Z", c or "#fbfaf5")
    p.path("M46 2 h4 v4 h4 v4 h-4 v4 h-4 v-4 h-4 v-4 h4Z", RED)


def _graduate(p: Pen, c: str) -> None:
    c = c or "#2b2b36"
    p.body("M32 20 V6 H64 V20 C56 15 40 15 32 20Z", c)
    p.path("M48 -7 L80 4 L48 13 L16 4Z", lighter(c, 0.14))
    p.line("M48 3 L74 6 V20", GOLD, 2.4)


def _jester(p: Pen, c: str) -> None:
    p.body("M48 18 C34 -10 18 -4 12 12 C20 6 26 12 29 20Z", c or RED)
    p.body("M48 18 C62 -10 78 -4 84 12 C76 6 70 12 67 20Z", "#3f8f5a")
    p.body("M30 20 C36 -6 44 -16 50 -20 C54 -10 62 4 66 20 C56 14 40 14 30 20Z", GOLD)
    for x, y in ((12, 14), (84, 14), (50, -20)):
        p.ball(x, y, 4, 4, GOLD)


def _wig(p: Pen, c: str) -> None:
    curly(p, c or "#f08a2c")
    for x in (26, 70):
        p.ball(x, 32, 8, 9, c or "#f08a2c")


def _headband(p: Pen, c: str) -> None:
    p.path("M29 20 C40 15 56 15 67 20 V26 C56 21 40 21 29 26Z", c or RED)


def _bandana(p: Pen, c: str) -> None:
    p.body("M29 22 C26 0 70 0 67 22 C56 17 40 17 29 22Z", c or RED)
    p.path("M66 20 L80 16 L76 24 L82 32 L66 24Z", c or RED)
    for x, y in ((38, 13), (48, 8), (58, 13)):
        p.circle(x, y, 1.8, WHITE)


def _halo(p: Pen, c: str) -> None:
    p.parts.append(f'<ellipse cx="48" cy="4" rx="16" ry="5" fill="none" stroke="{c or GOLD}" stroke-width="3.4"/>')


def _horns(p: Pen, c: str) -> None:
    p.body("M34 16 C26 10 26 0 30 -6 C32 2 38 6 42 12Z M62 16 C70 10 70 0 66 -6 C64 2 58 6 54 12Z", c or "#8f1f2a")


def _hood(p: Pen, c: str) -> None:
    p.body("M24 54 C18 16 30 2 48 2 C66 2 78 16 72 54 C68 30 64 18 48 18 C32 18 28 30 24 54Z", c or p.main)


def _elf(p: Pen, c: str) -> None:
    p.body("M29 34 L14 24 L30 26Z M67 34 L82 24 L66 26Z", "#f1c7a3")
    p.body("M30 20 C34 0 44 -12 62 -18 C58 -6 64 8 66 20 C56 15 40 15 30 20Z", c or "#3f8f4a")


def _nemes(p: Pen, c: str) -> None:
    c = c or GOLD
    p.body("M29 24 C28 4 68 4 67 24 L78 66 L66 70 L64 34 H32 L30 70 L18 66Z", c)
    p.line("M24 50 L31 46 M21 60 L31 56 M72 50 L65 46 M75 60 L65 56 M30 18 H66", "#2f5fb0", 4)
    p.path("M46 12 C44 4 52 2 50 12Z", "#3fa05b")


def _deerstalker(p: Pen, c: str) -> None:
    c = c or "#a8865a"
    p.body("M29 19 C28 -2 68 -2 67 19Z", c)
    p.path("M18 20 C22 14 30 14 36 18 L34 24Z M78 20 C74 14 66 14 60 18 L62 24Z", darker(c))
    p.line("M38 4 V18 M48 2 V18 M58 4 V18 M30 12 H66", darker(c, 0.2), 1.6)


def _veil(p: Pen, c: str) -> None:
    p.veil('path d="M34 12 C14 30 12 80 8 120 H30 C30 80 26 40 34 20Z"', c or WHITE, 0.75)
    p.veil('path d="M62 12 C82 30 84 80 88 120 H66 C66 80 70 40 62 20Z"', c or WHITE, 0.75)
    for x, y in ((36, 14), (42, 10), (48, 9), (54, 10), (60, 14)):
        p.ball(x, y, 4, 4, "#f6c6d4")


def _kabuto(p: Pen, c: str) -> None:
    c = c or "#3a2f3a"
    p.body("M28 20 C26 -4 70 -4 68 20 L78 42 L66 40 L64 22 H32 L30 40 L18 42Z", c)
    p.path("M48 12 C38 4 34 -8 38 -18 C40 -6 44 0 48 2 C52 0 56 -6 58 -18 C62 -8 58 4 48 12Z", GOLD)
    p.slab(29, 15, 38, 6, "#c9a23a", 2)


def _space_helmet(p: Pen, c: str) -> None:
    p.ball(48, 32, 25, 25, c or "#f1f2f4")
    p.path("M30 32 C30 16 66 16 66 32 C66 48 30 48 30 32Z", "#24345c")
    p.path("M34 29 C36 22 44 20 50 21 C43 23 38 27 37 34 C35 34 34 32 34 29Z", "#7fb4e0")
    p.line("M30 32 C30 16 66 16 66 32 C66 48 30 48 30 32Z", "#e0a030", 2.4)


HATS: dict[str, Worn] = {
    "brim": _brim, "straw hat": _straw, "cap": _cap, "beanie": _beanie, "top hat": _top_hat, "crown": _crown, "tiara": _tiara,
    "chef hat": _chef, "police cap": _police, "sailor cap": _sailor, "captain's cap": _captain, "fire helmet": _fire,
    "hard hat": _hard, "cowboy hat": _cowboy, "pirate hat": _pirate, "wizard hat": _wizard, "witch hat": _witch,
    "knight's helmet": _knight, "viking helmet": _viking, "helmet": _helmet, "santa hat": _santa, "beret": _beret, "turban": _turban,
    "nurse cap": _nurse, "graduation cap": _graduate, "jester hat": _jester, "wig": _wig, "headband": _headband, "bandana": _bandana,
    "halo": _halo, "horns": _horns, "hood": _hood, "elf hat": _elf, "nemes": _nemes, "deerstalker": _deerstalker, "veil": _veil, "kabuto": _kabuto, "space helmet": _space_helmet,
}  # fmt: skip
