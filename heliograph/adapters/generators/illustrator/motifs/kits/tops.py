"""Garments of the upper body, for shoulders at 33 and 63 and hips at 116."""

from dataclasses import dataclass

from heliograph.adapters.generators.illustrator.palette import INK, darker
from heliograph.adapters.generators.illustrator.pen import Pen

from .face import GOLD, RED, Worn


@dataclass(frozen=True, slots=True)
class Top:
    """A garment of the upper body; one that `reaches` down the legs is a dress, a coat or a robe."""

    draw: Worn  # the colour is that of the skin
    reaches: float = 0.0  # as a share of the legs
    flare: float = 0.0  # how much wider than the legs its hem is
    sleeves: str = "long"
    bare: bool = False  # no sleeves at all


SHIRT = "M32 60 C38 54 58 54 64 60 L66 120 C56 124 40 124 30 120Z"
BODICE = "M34 58 C42 54 54 54 62 58 L62 92 C62 100 66 112 67 118 C56 122 40 122 29 118 C30 112 34 100 34 92Z"


def _shirt(p: Pen, skin: str) -> None:
    del skin
    p.body(SHIRT)
    p.line("M48 62 V118", p.dark, 1.6)


def _tee(p: Pen, skin: str) -> None:
    p.body(SHIRT)
    p.path("M41 56.500 C43 62 53 62 55 56.500Z", skin)


def _sweater(p: Pen, skin: str) -> None:
    del skin
    p.body(SHIRT)
    p.slab(40, 53, 16, 8, p.dark, 4)
    p.line("M30 116 H66 M31 76 H65 M31 84 H65", p.dark, 2.4)


def _bodice(p: Pen, skin: str) -> None:
    p.body(BODICE)
    p.path("M42 55.500 C44 62 52 62 54 55.500Z", skin)
    p.line("M34 91 H62", p.deep, 4)


def _blouse(p: Pen, skin: str) -> None:
    p.body("M33 59 C39 54 57 54 63 59 L63 94 H33Z", "#f6f1e6")
    p.path("M42 55.500 L48 64 L54 55.500Z", skin)
    p.line("M34 92 H62", p.deep, 4)


def _gown(p: Pen, skin: str) -> None:
    p.body(BODICE)
    p.path("M34 60 C38 68 58 68 62 60 C58 54 38 54 34 60Z", skin)
    p.line("M34 91 H62", GOLD, 4)


def _robe(p: Pen, skin: str) -> None:
    del skin
    p.body("M32 60 C38 54 58 54 64 60 L68 122 C56 126 40 126 28 122Z")
    p.line("M30 102 H66", p.deep, 4)


def _coat(p: Pen, skin: str) -> None:
    del skin
    p.body("M32 60 C38 54 58 54 64 60 L67 122 C56 126 40 126 29 122Z")
    p.path("M42 56 L48 84 L54 56Z", "#8fb5d0" if p.main in {"#f4f4f2", "#f8f7f3"} else "#f6f1e6")
    p.line("M42 56 L48 84 V122 M54 56 L48 84", p.dark, 2)
    p.line("M34 100 h8 M54 100 h8", p.dark, 2.4)


def _jacket(p: Pen, skin: str) -> None:
    del skin
    p.body(SHIRT)
    p.path("M43 56 L46 118 H50 L53 56Z", "#f6f1e6")
    p.line("M43 56 L46 118 M53 56 L50 118", p.deep, 2)
    p.line("M34 104 h7 M55 104 h7", p.deep, 2.4)


def _suit(p: Pen, skin: str) -> None:
    del skin
    p.body(SHIRT)
    p.path("M41 55 L48 86 L55 55Z", "#fbfaf5")
    p.path("M46 57 H50 L51 74 L48 80 L45 74Z", RED if p.main != RED else INK)
    p.path("M41 55 L48 86 L38 74 L36 58Z M55 55 L48 86 L58 74 L60 58Z", p.dark)
    p.circle(48, 96, 1.6, INK)
    p.circle(48, 106, 1.6, INK)


def _armour(p: Pen, skin: str) -> None:
    del skin
    p.body("M30 60 C38 54 58 54 66 60 L64 92 L67 120 C56 124 40 124 29 120 L32 92Z")
    p.line("M33 92 H63 M32 104 H64 M48 58 V90", p.dark, 2.4)
    p.ball(33, 64, 9, 8, p.light)
    p.ball(63, 64, 9, 8, p.light)


def _apron(p: Pen, skin: str) -> None:
    _shirt(p, skin)
    p.body("M38 64 H58 L64 124 H32Z", p.asked.get("apron") or "#fbfaf5")
    p.box(42, 96, 12, 10, "#d8d2c4", 2)


def _tutu(p: Pen, skin: str) -> None:
    p.body("M35 60 C42 64 54 64 61 60 L60 92 C60 98 62 104 63 108 H33 C34 104 36 98 36 92Z")
    p.line("M37 60 V56 M59 60 V56", p.main, 3)
    p.veil('path d="M8 104 C24 88 72 88 88 104 C76 118 20 118 8 104Z"', p.light, 0.9)
    p.line("M20 104 L36 94 M34 108 L42 94 M48 110 V94 M62 108 L54 94 M76 104 L60 94", p.dark, 1.6)
    del skin


def _swimsuit(p: Pen, skin: str) -> None:
    p.body("M33 60 C39 55 57 55 63 60 L63 92 C64 104 64 112 60 120 H36 C32 112 32 104 33 92Z", skin)
    p.body("M37 66 C42 72 54 72 59 66 L61 92 C63 106 62 114 54 122 H42 C34 114 33 106 35 92Z")
    p.line("M39 67 V57 M57 67 V57", p.main, 3)


def _bare(p: Pen, skin: str) -> None:
    p.body(SHIRT, skin)
    p.line("M40 76 q4 3 8 0 q4 3 8 0 M48 80 V104", darker(skin, 0.14), 1.6)


def _ribs(p: Pen, skin: str) -> None:
    del skin
    p.line("M48 56 V118", "#f3efe2", 5)
    p.line(
        "M34 66 C40 60 56 60 62 66 M34 76 C40 70 56 70 62 76 M36 86 C42 80 54 80 60 86 M36 116 C40 106 56 106 60 116Z",
        "#f3efe2",
        4,
    )


def _space_suit(p: Pen, skin: str) -> None:
    del skin
    p.slab(24, 58, 48, 50, p.deep, 9)
    p.body("M30 60 C38 54 58 54 66 60 L68 120 C56 124 40 124 28 120Z")
    p.slab(38, 78, 20, 16, "#c8cfda", 3)
    p.circle(44, 84, 2.4, RED)
    p.circle(51, 84, 2.4, "#3f9a5b")
    p.line("M30 108 H66", "#d9622f", 3)


TOPS: dict[str, Top] = {
    "shirt": Top(_shirt), "tee": Top(_tee, sleeves="short"), "sweater": Top(_sweater), "jacket": Top(_jacket), "suit": Top(_suit),
    "coat": Top(_coat, 0.5, 9), "robe": Top(_robe, 0.98, 13), "armour": Top(_armour), "apron": Top(_apron, sleeves="short"),
    "dress": Top(_bodice, 0.46, 18), "gown": Top(_gown, 0.99, 32, sleeves="short", bare=True), "blouse": Top(_blouse, 0.42, 14),
    "tutu": Top(_tutu, sleeves="short", bare=True), "swimsuit": Top(_swimsuit, sleeves="short", bare=True),
    "vest": Top(_tee, sleeves="short", bare=True), "bare": Top(_bare, sleeves="short", bare=True),
    "fur": Top(_bodice, 0.3, 12, sleeves="short", bare=True), "space suit": Top(_space_suit), "bones": Top(_ribs, sleeves="short", bare=True),
}  # fmt: skip
