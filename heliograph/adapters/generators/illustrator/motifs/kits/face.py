"""Heads: faces, hair, beards and what is worn on the nose; for a head at 48, 32 that is 36 wide."""

from collections.abc import Callable

from heliograph.adapters.generators.illustrator.palette import BLUSH, INK, WHITE, darker
from heliograph.adapters.generators.illustrator.pen import Pen

Worn = Callable[[Pen, str], None]  # the colour is empty when none was asked for
GOLD, RED, BLACK = "#f2c230", "#d8323c", "#2b2b36"


def head(p: Pen, skin: str, hair: str) -> None:
    x, y, r = 48.0, 32.0, 18.0
    p.box(x - 6, y + r - 6, 12, 16, darker(skin, 0.14), 4)
    p.ball(x, y, r, r * 1.1, skin)
    p.circle(x - r, y + 2, r * 0.2, skin)
    p.circle(x + r, y + 2, r * 0.2, skin)
    for side in (-1, 1):
        p.eye(x + side * r * 0.4, y + 1, r * 0.14)
        p.oval(x + side * r * 0.58, y + r * 0.42, r * 0.17, r * 0.11, BLUSH)
        p.line(f"M{x + side * r * 0.28} {y - r * 0.3} h{side * r * 0.28}", darker(hair), 1.6)
    p.line(f"M{x - r * 0.28} {y + r * 0.5} q{r * 0.28} {r * 0.26} {r * 0.56} 0", "#a8433f", 2)


def _short(p: Pen, c: str) -> None:
    p.path("M29 32 C26 5 70 3 67 32 C64 23 57 21 48 21 C39 20 32 25 29 32Z", c)


def curly(p: Pen, c: str) -> None:
    for x, y, r in ((30, 26, 7.0), (33, 17, 8), (42, 11, 8.5), (54, 11, 8.5), (63, 17, 8), (66, 26, 7)):
        p.ball(x, y, r, r, c)


def _spiky(p: Pen, c: str) -> None:
    p.path("M29 30 L24 18 L33 20 L32 6 L42 14 L48 2 L54 14 L64 6 L63 20 L72 18 L67 30 C60 20 36 20 29 30Z", c)


def _bald(p: Pen, c: str) -> None:
    p.path("M29 34 C26 28 28 22 31 20 C31 26 31 30 32 36Z M67 34 C70 28 68 22 65 20 C65 26 65 30 64 36Z", c)


def _long_behind(p: Pen, c: str) -> None:
    p.body("M48 8 C16 7 21 50 23 68 L73 68 C75 50 80 7 48 8Z", c)


def _longest_behind(p: Pen, c: str) -> None:
    p.body("M48 8 C12 7 16 60 18 96 C26 102 36 98 40 92 L56 92 C60 98 70 102 78 96 C80 60 84 7 48 8Z", c)


def _bob_behind(p: Pen, c: str) -> None:
    p.body("M48 9 C20 8 22 36 24 54 L72 54 C74 36 76 8 48 9Z", c)


def _bun(p: Pen, c: str) -> None:
    p.ball(48, 8, 9, 8, c)
    _short(p, c)


def _tails_behind(p: Pen, c: str) -> None:
    for x in (25, 71):
        p.oval(x, 40, 8, 13, c, 20 if x < 48 else -20)
        p.circle(x + (3 if x < 48 else -3), 30, 3.4, p.main)


def _braids_behind(p: Pen, c: str) -> None:
    for x in (28, 68):
        for i in range(5):
            p.ball(x, 40 + i * 8, 5.4, 5, c)
        p.circle(x, 80, 3.4, p.main)


def _ponytail_behind(p: Pen, c: str) -> None:
    p.body("M58 12 C78 8 88 30 78 58 C72 46 70 32 58 24Z", c)


HAIR_BEHIND: dict[str, Worn] = {
    "long": _long_behind, "longest": _longest_behind, "bob": _bob_behind, "tails": _tails_behind,
    "braids": _braids_behind, "ponytail": _ponytail_behind,
}  # fmt: skip
HAIR_BEFORE: dict[str, Worn] = {
    "short": _short, "long": _short, "longest": _short, "bob": _short, "tails": _short, "braids": _short,
    "ponytail": _short, "curly": curly, "spiky": _spiky, "fringe": _bald, "bun": _bun,
}  # fmt: skip


def _full_beard(p: Pen, c: str) -> None:
    p.body("M30 34 C31 60 38 62 48 63 C58 62 65 60 66 34 C62 42 56 40 48 40 C40 40 34 42 30 34Z", c)
    p.line("M43 46 q5 4 10 0", "#a8433f", 2)


def _long_beard(p: Pen, c: str) -> None:
    p.body("M31 36 C32 56 36 86 48 96 C60 86 64 56 65 36 C60 43 55 41 48 41 C41 41 36 43 31 36Z", c)
    p.line("M43 47 q5 4 10 0", "#a8433f", 2)


def _moustache(p: Pen, c: str) -> None:
    p.path("M48 39 C42 35 36 38 33 43 C40 45 45 44 48 41 C51 44 56 45 63 43 C60 38 54 35 48 39Z", c)


BEARDS: dict[str, Worn] = {"full": _full_beard, "long": _long_beard, "moustache": _moustache}


def _glasses(p: Pen, c: str) -> None:
    for x in (40, 56):
        p.ring(x, 33, 6, c or INK, 2)
    p.line("M46 32 q2 -2 4 0", c or INK, 2)


def _sunglasses(p: Pen, c: str) -> None:
    p.path("M32 29 H47 C47 38 33 39 32 29Z M49 29 H64 C63 39 49 38 49 29Z", c or "#23232f")
    p.line("M30 29 H66", c or "#23232f", 2)


def _eyepatch(p: Pen, c: str) -> None:
    p.line("M29 24 L68 36", c or INK, 2)
    p.oval(56, 33, 6, 5.4, c or INK)


def _bandit(p: Pen, c: str) -> None:
    p.path("M29 27 C40 23 56 23 67 27 L66 37 C60 41 52 39 48 35 C44 39 36 41 30 37Z", c or "#23232f")
    for x in (40.5, 55.5):
        p.oval(x, 32, 4, 3, WHITE)
        p.circle(x, 32, 1.8, INK)


def _hood_mask(p: Pen, c: str) -> None:
    p.path(
        "M28 40 C22 4 74 4 68 40 C68 58 60 62 48 62 C36 62 28 58 28 40Z M33 28 L33 37 C40 40 56 40 63 37 L63 28 C56 25 40 25 33 28Z",
        c or p.main,
    )


def _red_nose(p: Pen, c: str) -> None:
    p.oval(48, 44, 11, 6, WHITE)
    p.line("M40 43 q8 8 16 0", RED, 3)
    p.ball(48, 37, 5, 5, c or RED)


def _pale_fangs(p: Pen, c: str) -> None:
    p.path("M44 43 l2 5 l2 -4Z M48 44 l2 4 l2 -5Z", c or WHITE)


def _warts(p: Pen, c: str) -> None:
    p.path("M46 32 C42 38 44 44 50 42Z", c or "#7a9a55")


def _wrinkles(p: Pen, c: str) -> None:
    p.line("M40 22 q8 -2 16 0 M42 25.500 q6 -1.500 12 0 M36 40 q1 4 3 6 M60 40 q-1 4 -3 6", c or "#00000030", 1.2)


def _snorkel(p: Pen, c: str) -> None:
    p.slab(32, 25, 32, 14, "#8fd0e8", 6)
    p.line("M32 31 a6 6 0 0 1 6 -6 H58 a6 6 0 0 1 0 14 H38 a6 6 0 0 1 -6 -7", c or GOLD, 3)
    p.line("M58 46 C74 48 74 30 74 10", c or GOLD, 4)


def _skull(p: Pen, c: str) -> None:
    p.ball(48, 31, 18, 19, c or "#f3efe2")
    p.box(40, 42, 16, 10, c or "#f3efe2", 2)
    for x in (41, 55):
        p.oval(x, 32, 5, 5.6, INK)
    p.path("M48 37 l-3 5 h6Z", INK)
    p.line("M44 45 v6 M48 45 v6 M52 45 v6", INK, 1.4)


def _bandages(p: Pen, c: str) -> None:
    p.line("M30 24 L66 20 M30 40 L66 44 M32 16 L62 14 M33 48 L63 50", c or "#d8cfb5", 3)


def _goggles(p: Pen, c: str) -> None:
    p.line("M29 30 H67", c or INK, 4)
    p.slab(33, 25, 30, 12, "#f2a83c", 6)
    p.ring(48, 31, 0.1, INK, 1)


FACES: dict[str, Worn] = {
    "glasses": _glasses, "sunglasses": _sunglasses, "eyepatch": _eyepatch, "mask": _bandit, "hood mask": _hood_mask, "red nose": _red_nose,
    "fangs": _pale_fangs, "warts": _warts, "wrinkles": _wrinkles, "snorkel": _snorkel, "skull": _skull, "bandages": _bandages,
    "goggles": _goggles,
}  # fmt: skip
