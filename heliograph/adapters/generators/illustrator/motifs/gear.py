"""Drawings of tools, cutlery, devices and other things that are held in the hand."""

from heliograph.adapters.generators.illustrator.motif import Motif, motif
from heliograph.adapters.generators.illustrator.palette import (
    GLASS,
    INK,
    STEEL,
    STEEL_DARK,
    WHITE,
    WOOD,
    lighter,
)
from heliograph.adapters.generators.illustrator.pen import Pen

RED, GOLD = "#d8323c", "#f2c230"


def _shafted(words: str, head: str, *, metres: float = 1.4, colours: str = STEEL, fill: str = "") -> Motif:
    """A garden tool: a long shaft of wood with a head at its foot."""

    def draw(p: Pen) -> None:
        p.slab(26, 4, 8, 106, WOOD, 4)
        p.body(head, fill or p.main)

    return motif(words, metres=metres, box=(60, 160), colours=colours, home="garden", family="tool", parts=("handle",))(
        draw
    )


SHAFTED = (
    _shafted("spade, shovel", "M12 104 H48 V132 C48 146 38 154 30 160 C22 154 12 146 12 132Z"),
    _shafted(
        "rake, garden rake",
        "M4 106 H56 V114 H52 V134 H46 V114 H38 V134 H32 V114 H28 V134 H22 V114 H14 V134 H8 V114 H4Z",
        fill="#5d6570",
    ),
    _shafted(
        "pitchfork, garden fork, hay fork",
        "M8 158 V120 C8 110 16 106 26 106 H34 C44 106 52 110 52 120 V158 H47 V120 C46 114 42 112 33 112 V158 H27 V112 C18 112 14 114 13 120 V158Z",
        fill="#5d6570",
    ),
    _shafted("hoe", "M10 104 H40 L52 130 H36 L28 112 H10Z"),
    _shafted(
        "mop",
        "M14 106 H46 C52 124 56 144 54 156 L46 150 L42 158 L36 150 L30 158 L24 150 L18 158 L14 150 L6 156 C4 144 8 124 14 106Z",
        fill="#e3e3dd",
    ),
    _shafted("broom, broomstick, besom", "M24 104 H36 L52 158 H8Z", fill="#d9b45a"),
)


@motif("axe, hatchet, tomahawk", metres=0.8, box=(90, 140), colours=STEEL, home="forest", family="tool")
def axe(p: Pen) -> None:
    p.slab(28, 6, 11, 132, WOOD, 5)
    p.body("M26 16 H48 C60 16 72 8 82 2 C92 20 92 48 82 66 C72 58 60 50 48 50 H26Z")
    p.path("M82 2 C92 20 92 48 82 66 C78 62 76 60 74 58 C82 44 82 24 74 9Z", lighter(p.main))


@motif("saw, handsaw", metres=0.5, box=(150, 60), colours=STEEL, home="table", family="tool")
def saw(p: Pen) -> None:
    p.path("M44 14 L148 26 V40 L44 48Z", p.main)
    p.path("M44 48 " + " ".join(f"l4 7 l4 -7.{i % 3}" for i in range(13)) + " L44 46Z", p.dark)
    p.body("M4 20 C4 6 28 4 46 10 V50 C30 58 6 56 4 42Z", "#b5603a")
    p.oval(24, 31, 10, 8, "#e9e4d8")


@motif("screwdriver", metres=0.25, box=(40, 140), colours="#d8323c #f2b61f", home="table", family="tool")
def screwdriver(p: Pen) -> None:
    p.slab(16, 60, 8, 66, STEEL, 1)
    p.path("M14 124 H26 L24 140 H16Z", STEEL_DARK)
    p.body("M8 12 C8 0 32 0 32 12 L30 54 L24 62 H16 L10 54Z")
    p.line("M16 14 V50 M24 14 V50", p.dark, 2.4)


@motif("spanner, wrench, monkey wrench", metres=0.25, box=(50, 140), colours=STEEL, home="table", family="tool")
def spanner(p: Pen) -> None:
    p.slab(18, 34, 14, 80, p.main, 4)
    p.body("M16 4 V24 L25 32 L34 24 V4 C46 8 48 34 36 44 H14 C2 34 4 8 16 4Z")
    p.circle(25, 118, 18)
    p.circle(25, 118, 8, "#5d6570")


@motif("drill, power drill", metres=0.25, box=(130, 100), colours="#f2b01f #3f7fc0", home="table", family="tool")
def drill(p: Pen) -> None:
    p.line("M104 28 H130", STEEL, 6)
    p.slab(88, 18, 18, 20, STEEL_DARK, 3)
    p.body("M8 10 H80 C88 14 90 42 80 46 H46 L40 92 H12 L20 46 H8 C2 40 2 16 8 10Z")
    p.slab(6, 84, 42, 15, INK, 4)
    p.box(44, 50, 7, 16, INK, 2)


@motif(
    "pliers, pincers, tongs, tweezers",
    metres=0.2,
    box=(70, 130),
    colours="#d8323c #3f6fb0",
    home="table",
    family="tool",
)
def pliers(p: Pen) -> None:
    p.body("M34 50 C28 30 24 16 30 2 H36 L37 50Z", STEEL)
    p.body("M36 50 C42 30 46 16 40 2 H36 L33 50Z", "#b9c2cd")
    p.line("M40 56 C60 80 62 104 58 126", p.main, 9)
    p.line("M30 56 C10 80 8 104 12 126", p.dark, 9)
    p.ball(35, 54, 11, 11, STEEL_DARK)


@motif("rope, lasso, string", metres=0.4, box=(110, 90), colours="#d9b27a", home="beach", family="tool")
def rope(p: Pen) -> None:
    for y in (66, 52, 38):
        p.parts.append(f'<ellipse cx="50" cy="{y}" rx="44" ry="18" fill="none" stroke="{p.main}" stroke-width="12"/>')
        p.line(f"M10 {y + 6} l8 8 M26 {y + 14} l8 8 M50 {y + 16} l6 7 M72 {y + 12} l4 7", p.dark, 2.4)
    p.line("M92 40 C104 52 108 70 104 88", p.main, 9)


@motif("anchor", metres=1.0, box=(90, 110), colours="#3f4f68", home="beach", family="tool")
def anchor(p: Pen) -> None:
    p.ring(45, 14, 10, p.main, 7)
    p.line("M45 24 V100 M24 40 H66", p.main, 10)
    p.line("M8 66 C8 92 28 102 45 104 C62 102 82 92 82 66", p.main, 10)
    p.path("M-2 74 L8 54 L22 72Z M92 74 L82 54 L68 72Z", p.main)


@motif("magnet, horseshoe magnet", metres=0.12, box=(90, 100), colours="#d8323c", home="table", family="tool")
def magnet(p: Pen) -> None:
    p.line("M18 92 V44 C18 4 72 4 72 44 V92", p.main, 24)
    p.box(6, 76, 24, 22, STEEL)
    p.box(60, 76, 24, 22, STEEL)


@motif(
    "magnifying glass, magnifier, loupe",
    metres=0.2,
    box=(110, 120),
    colours="#6b4630 #33363f",
    home="table",
    family="tool",
)
def magnifying_glass(p: Pen) -> None:
    p.line("M70 74 L100 110", p.main, 14)
    p.veil('circle cx="44" cy="44" r="38"', GLASS, 0.7)
    p.ring(44, 44, 38, STEEL_DARK, 8)
    p.shine("M18 44 C18 28 30 18 40 18 C30 26 26 36 26 46Z", 0.8)


@motif("microscope", metres=0.4, box=(90, 120), colours="#e3e7ea #33363f", home="table", family="tool")
def microscope(p: Pen) -> None:
    p.line("M46 30 C84 40 84 84 58 102", p.dark, 10)
    p.line("M30 8 L54 60", p.main, 17)
    p.line("M26 2 L34 16", INK, 14)
    p.line("M52 58 L56 68", STEEL_DARK, 11)
    p.slab(24, 76, 48, 7, STEEL_DARK, 2)
    p.box(40, 72, 24, 4, GLASS)
    p.slab(10, 102, 70, 14, p.main, 5)


@motif(
    "syringe, injection, vaccine",
    metres=0.15,
    box=(140, 50),
    colours="#5fb8d8 #d8605a",
    home="table",
    family="tool",
)
def syringe(p: Pen) -> None:
    p.line("M108 25 H140", STEEL, 2.4)
    p.slab(100, 18, 12, 14, STEEL_DARK, 2)
    p.veil('rect x="34" y="12" width="68" height="26" rx="4"', "#dff0f6", 0.9)
    p.box(56, 13, 44, 24, p.main, 2)
    p.line("M46 12 v9 M58 12 v9 M70 12 v9 M82 12 v9", INK, 1.8)
    p.slab(48, 13, 8, 24, INK, 2)
    p.line("M48 25 H8 M30 6 V44 M8 12 V38", STEEL_DARK, 5)


@motif(
    "pill, tablet, capsule",
    metres=0.05,
    box=(110, 70),
    colours="#d8433c #3f8fd0",
    home="table",
    family="tool",
)
def pill(p: Pen) -> None:
    p.line("M22 48 L56 28", p.main, 34)
    p.line("M56 28 L80 14", "#fbfaf5", 34)
    p.ball(88, 54, 17, 14, "#fbf1d8")
    p.line("M76 58 L100 50", "#d9cba8", 2.4)


@motif(
    "paintbrush, brush, paint brush",
    metres=0.25,
    box=(40, 150),
    colours="#d8323c #3f8fd0 #f2b61f",
    home="table",
    family="tool",
)
def paintbrush(p: Pen) -> None:
    p.body("M16 62 H24 L26 140 C26 150 14 150 14 140Z", "#8a5a34")
    p.slab(12, 44, 16, 22, STEEL, 2)
    p.body("M12 46 C4 30 10 12 22 2 C34 16 36 32 28 46Z")


@motif(
    "palette, paint palette, paint box",
    metres=0.4,
    box=(120, 90),
    colours="#d9b27a",
    home="room",
    family="tool",
    tall=False,
)
def palette(p: Pen) -> None:
    p.body("M60 4 C96 0 122 24 116 50 C112 66 92 56 84 64 C78 72 88 82 76 86 C40 94 2 74 4 44 C6 18 34 6 60 4Z")
    p.circle(38, 66, 8, "#f3efe6")
    for x, y, c in ((28, 40, RED), (46, 22, GOLD), (70, 18, "#3fa05b"), (92, 28, "#3f8fd0"), (100, 46, "#8f4ab0")):
        p.ball(x, y, 9, 8, c)


@motif(
    "pen, fountain pen, quill, feather pen",
    metres=0.2,
    box=(120, 120),
    colours="#3f6fb0 #f3f1ea",
    home="table",
    family="tool",
)
def quill(p: Pen) -> None:
    p.body("M112 4 C70 10 30 44 26 92 L36 94 C84 88 112 50 112 4Z")
    p.line("M112 4 C70 40 40 76 8 116", p.dark, 3)
    p.line("M84 26 L92 44 M68 40 L78 60 M52 58 L62 76 M76 22 L60 28 M62 36 L46 44", p.light, 2)
    p.path("M2 120 L8 106 L16 112Z", INK)


@motif(
    "ruler",
    metres=0.2,
    box=(150, 44),
    colours="#f2c230 #c9985f",
    home="table",
    family="tool",
    tall=False,
)
def ruler(p: Pen) -> None:
    p.slab(2, 4, 146, 36, p.main, 3)
    p.line(" ".join(f"M{10 + i * 8} 4 v{16 if i % 5 == 0 else 9}" for i in range(17)), INK, 1.8)


@motif("net, fishing net, butterfly net", metres=0.9, box=(90, 150), colours="#3f8f6a", home="lake", family="tool")
def net(p: Pen) -> None:
    p.line("M50 66 L56 148", WOOD, 6)
    p.veil('path d="M12 36 C16 70 30 88 44 84 C64 80 78 60 80 34Z"', WHITE, 0.5)
    p.line(
        "M20 38 C24 60 34 76 44 84 M34 38 C36 60 40 74 44 84 M50 38 C50 60 48 74 44 84 M66 36 C62 60 54 76 44 84 M16 54 H76 M24 70 H68",
        "#b9c0c8",
        1.6,
    )
    p.parts.append(f'<ellipse cx="46" cy="36" rx="36" ry="16" fill="none" stroke="{p.main}" stroke-width="5"/>')


@motif("fishing rod, fishing pole", metres=1.6, box=(130, 140), colours="#8a5a34", home="lake", family="tool")
def fishing_rod(p: Pen) -> None:
    p.line("M8 136 C40 100 80 50 112 8", p.main, 5)
    p.line("M8 136 L24 118", INK, 9)
    p.circle(32, 114, 8, STEEL_DARK)
    p.line("M112 8 V84", "#8d97a4", 1.6)
    p.ball(112, 88, 7, 7, RED)
    p.line("M112 95 V108 q-1 8 -8 4", STEEL_DARK, 2.4)
