"""Drawings of tools, cutlery, devices and other things that are held in the hand."""

from heliograph.adapters.generators.illustrator.motif import Motif, Span, motif
from heliograph.adapters.generators.illustrator.palette import (
    GLASS,
    INK,
    STEEL,
    STEEL_DARK,
    WHITE,
    WOOD,
    WOOD_DARK,
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


@motif("compass, direction compass", metres=0.1, box=(90, 100), colours="#d9a93a", home="table", family="tool")
def compass(p: Pen) -> None:
    p.ring(45, 8, 7, p.dark, 4)
    p.ball(45, 56, 42, 42)
    p.circle(45, 56, 34, "#fbf5e6")
    p.path("M45 26 L54 56 H36Z", RED)
    p.path("M45 86 L54 56 H36Z", "#3f5f8f")
    p.circle(45, 56, 4, INK)
    p.line("M45 24 V28 M45 84 V88 M13 56 H17 M73 56 H77", INK, 2.4)


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


@motif(
    "telescope, spyglass",
    metres=1.2,
    box=(120, 130),
    colours="#3f5f8f #8a5a34",
    home="garden",
    family="tool",
)
def telescope(p: Pen) -> None:
    p.line("M56 62 L26 128 M56 62 L86 128 M56 62 V128", WOOD_DARK, 5)
    p.line("M18 76 L44 62", p.dark, 13)
    p.line("M42 64 L74 46", p.main, 19)
    p.line("M74 46 L106 26", p.main, 26)
    p.line("M98 14 L114 40", GOLD, 6)
    p.circle(56, 62, 7, STEEL_DARK)


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
    "knife, kitchen knife, bread knife, dagger",
    metres=0.25,
    box=(150, 40),
    colours="#d5dbe3",
    home="table",
    family="tool",
)
def knife(p: Pen) -> None:
    p.body("M50 8 H136 C146 10 148 18 146 24 C120 32 84 32 50 30Z")
    p.path("M50 22 C84 26 120 26 146 24 C120 32 84 32 50 30Z", p.dark)
    p.slab(4, 8, 50, 18, WOOD_DARK, 6)
    for x in (16, 30, 44):
        p.circle(x, 17, 2.4, STEEL)


@motif("fork", metres=0.2, box=(40, 140), colours="#c3ccd6", home="table", family="tool")
def fork(p: Pen) -> None:
    p.line("M8 4 V40 M16 4 V40 M24 4 V40 M32 4 V40", p.main, 4)
    p.body("M6 34 H34 C34 52 28 58 24 60 V130 C24 138 16 138 16 130 V60 C12 58 6 52 6 34Z")


@motif(
    "spoon, teaspoon, ladle, wooden spoon",
    metres=0.2,
    box=(44, 140),
    colours="#c3ccd6 #c9985f",
    home="table",
    family="tool",
)
def spoon(p: Pen) -> None:
    p.oval(22, 28, 19, 27)
    p.oval(22, 30, 14, 21, p.dark)
    p.slab(18, 52, 8, 84, p.main, 4)
    p.shine("M12 24 C12 14 18 8 24 8 C18 14 17 20 17 28Z", 0.6)


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


@motif(
    "calculator",
    metres=0.14,
    box=(80, 110),
    colours="#33363f #8d97a4",
    home="table",
    family="device",
    tall=False,
)
def calculator(p: Pen) -> None:
    p.slab(4, 2, 72, 106, p.main, 7)
    p.box(12, 10, 56, 22, "#b5d6a8", 3)
    p.line("M52 16 V26 M60 16 V26", INK, 2.4)
    for row in range(4):
        for column in range(3):
            c = "#f28a2c" if (row, column) == (3, 2) else "#e3e7ea"
            p.box(12 + column * 20, 40 + row * 16, 16, 11, c, 3)


@motif(
    "torch, flashlight, headlight", metres=0.2, box=(140, 70), colours="#33363f #d8323c", home="table", family="tool"
)
def torch(p: Pen) -> None:
    p.veil('path d="M96 16 L140 0 V70 L96 54Z"', "#fff3c4", 0.8)
    p.slab(4, 24, 66, 22, p.main, 6)
    p.body("M66 24 L92 8 V62 L66 46Z", p.dark)
    p.oval(93, 35, 6, 27, "#fff6cf")
    p.box(30, 26, 16, 7, RED, 3)


@motif("light bulb, bulb, lightbulb", metres=0.12, box=(80, 120), colours="#ffe27a", home="table", family="device")
def bulb(p: Pen) -> None:
    p.gloss('circle cx="40" cy="42" r="60"', "glow")
    p.body("M26 82 C26 70 4 62 4 38 C4 16 20 2 40 2 C60 2 76 16 76 38 C76 62 54 70 54 82Z", gradient="round")
    p.line("M32 80 L30 52 L36 58 L40 50 L44 58 L50 52 L48 80", "#d9822c", 2.4)
    p.slab(26, 82, 28, 24, STEEL, 4)
    p.line("M26 90 H54 M26 98 H54", STEEL_DARK, 3)
    p.box(33, 106, 14, 8, INK, 4)


@motif("lock, padlock", metres=0.1, box=(84, 110), colours="#e0b023 #9aa5b4", home="table", family="tool")
def padlock(p: Pen) -> None:
    p.line("M20 54 V32 C20 2 64 2 64 32 V54", STEEL, 11)
    p.slab(6, 48, 72, 58, p.main, 9)
    p.circle(42, 72, 8, INK)
    p.path("M39 74 H45 L48 94 H36Z", INK)


@motif(
    "sword, longsword, katana, rapier, lightsaber",
    metres=1.1,
    box=(60, 160),
    colours="#d5dbe3",
    home="castle",
    family="tool",
)
def sword(p: Pen) -> None:
    p.body("M22 112 V20 L30 2 L38 20 V112Z")
    p.line("M30 12 V110", p.dark, 2.4)
    p.slab(6, 108, 48, 10, GOLD, 4)
    p.slab(25, 116, 10, 32, WOOD_DARK, 2)
    p.ball(30, 152, 8, 8, GOLD)


@motif(
    "shield, coat of arms",
    metres=0.9,
    box=(100, 120),
    colours="#2f5fb0 #c9343f",
    home="castle",
    family="tool",
    board=(20, 30, 60, 30),
)
def shield(p: Pen) -> None:
    p.body("M50 2 C66 12 82 16 98 16 C100 66 86 100 50 118 C14 100 0 66 2 16 C18 16 34 12 50 2Z", GOLD)
    p.body("M50 12 C64 20 78 24 90 25 C90 66 78 92 50 107 C22 92 10 66 10 25 C22 24 36 20 50 12Z")
    p.path("M50 12 C64 20 78 24 90 25 C90 40 89 52 86 62 H50Z M50 62 V107 C34 98 20 84 14 62Z", p.light)


@motif(
    "bow and arrow, bow, crossbow, longbow", metres=1.1, box=(90, 150), colours="#8a5a34", home="forest", family="tool"
)
def bow_and_arrow(p: Pen) -> None:
    p.line("M24 4 C74 40 74 110 24 146", p.main, 7)
    p.line("M24 4 L14 75 L24 146", "#e9e4d8", 1.8)
    p.line("M14 75 H84", WOOD, 3.4)
    p.path("M80 67 L94 75 L80 83Z", STEEL)
    p.path("M12 75 L2 66 H16 L24 75 L16 84 H2Z", RED)


@motif("arrow, arrows", metres=0.5, box=(150, 50), colours="#d8323c", home="forest", family="tool")
def arrow(p: Pen) -> None:
    p.line("M14 25 H124", WOOD, 6)
    p.path("M118 8 L148 25 L118 42Z", STEEL_DARK)
    p.path("M24 25 L8 8 H-4 L10 25 L-4 42 H8Z", p.main)


@motif("wand, magic wand", metres=0.35, box=(110, 120), colours="#2b2b36 #8a5a34", home="table", family="tool")
def wand(p: Pen) -> None:
    p.line("M12 112 L72 46", p.main, 8)
    p.line("M62 57 L72 46", "#fbfaf5", 8)
    p.path("M80 4 l7 18 l19 1 l-15 12 l6 18 l-17 -10 l-17 10 l6 -18 l-15 -12 l19 -1Z", GOLD)
    for x, y in ((40, 20), (30, 44), (100, 72)):
        p.path(f"M{x} {y - 7} l2 5 l5 2 l-5 2 l-2 5 l-2 -5 l-5 -2 l5 -2Z", GOLD)


@motif(
    "crystal ball, fortune teller's ball, magic ball",
    metres=0.3,
    box=(90, 110),
    colours="#8fb5f0 #c9a0e8",
    home="table",
    family="tool",
)
def crystal_ball(p: Pen) -> None:
    p.body("M18 108 C20 92 30 86 45 86 C60 86 70 92 72 108Z", "#6b4630")
    p.ball(45, 46, 44, 44)
    p.veil('path d="M14 56 C30 40 46 62 64 46 C72 40 80 44 84 50 C80 72 62 84 45 84 C28 84 16 72 14 56Z"', WHITE, 0.4)
    p.shine("M16 40 C18 24 30 14 40 12 C30 20 26 30 26 44Z", 0.8)


@motif("map, treasure map", metres=0.3, box=(130, 90), colours="#f0dcae", home="table", family="tool", tall=False)
def treasure_map(p: Pen) -> None:
    p.body("M4 12 L44 4 L86 14 L126 4 V78 L86 88 L44 78 L4 86Z")
    p.path("M44 4 L86 14 V88 L44 78Z", p.dark)
    p.line("M18 64 q10 -20 24 -14 t22 -8 t20 -14", RED, 3)
    p.line("M94 22 l14 12 M108 22 l-14 12", RED, 5)
    p.path("M16 30 l8 -10 l8 10Z M28 34 l6 -8 l6 8Z", "#8a6a3a")


@motif(
    "scroll, parchment, letter scroll, diploma, certificate",
    metres=0.3,
    box=(110, 120),
    colours="#f6ead0",
    home="table",
    family="tool",
    board=(24, 26, 62, 50),
    board_ink="#5a4632",
)
def scroll(p: Pen) -> None:
    p.slab(16, 12, 78, 96, p.main, 1)
    p.slab(6, 2, 98, 18, p.light, 9)
    p.slab(6, 98, 98, 18, p.dark, 9)
    p.ball(78, 92, 11, 11, RED)


@motif("hourglass, sand timer, egg timer", metres=0.25, box=(80, 120), colours="#e3bd6f", home="table", family="tool")
def hourglass(p: Pen) -> None:
    p.veil(
        'path d="M12 12 H68 C68 40 46 50 44 60 C46 70 68 80 68 108 H12 C12 80 34 70 36 60 C34 50 12 40 12 12Z"',
        GLASS,
        0.8,
    )
    p.path("M20 30 H60 C56 44 44 50 40 58 C36 50 24 44 20 30Z M14 106 C20 88 34 84 40 80 C46 84 60 88 66 106Z", p.main)
    p.line("M40 58 V84", p.main, 2.4)
    p.slab(4, 2, 72, 11, WOOD_DARK, 4)
    p.slab(4, 106, 72, 11, WOOD_DARK, 4)


@motif("alarm clock", metres=0.16, box=(100, 110), colours="#d8433c #3f8fd0", home="bedroom", family="device")
def alarm_clock(p: Pen) -> None:
    p.line("M24 94 L16 108 M76 94 L84 108", STEEL_DARK, 7)
    for x, turn in ((26, -30), (74, 30)):
        p.oval(x, 14, 18, 11, p.dark, turn)
    p.ball(50, 60, 42, 42)
    p.circle(50, 60, 33, "#fbfaf5")
    p.line("M50 60 V38 M50 60 L64 68", INK, 4)
    for x, y in ((50, 32), (78, 60), (50, 88), (22, 60)):
        p.circle(x, y, 2.4, INK)


@motif(
    "coin, money, gold coin, coins, penny",
    metres=0.04,
    box=(110, 90),
    colours="#f2c230 #c3ccd6",
    home="table",
    family="tool",
)
def coin(p: Pen) -> None:
    for y in (78, 66, 54):
        p.oval(38, y, 34, 11, p.dark)
        p.oval(38, y - 4, 34, 11)
    p.ball(78, 40, 31, 36)
    p.ring(78, 40, 23, p.dark, 3)
    p.path(
        "M78 24 l4.600 10 l11 1.200 l-8.200 7.400 l2.400 10.800 l-9.800 -5.600 l-9.800 5.600 l2.400 -10.800 l-8.200 -7.400 l11 -1.200Z",
        p.dark,
    )


@motif(
    "banknote, bill, cash, dollar, bank note, pound note",
    metres=0.08,
    box=(140, 76),
    colours="#7fb58a",
    home="table",
    family="tool",
    tall=False,
)
def banknote(p: Pen) -> None:
    p.slab(10, 12, 126, 60, p.dark, 3)
    p.slab(4, 4, 126, 60, p.main, 3)
    p.line("M12 12 H122 V56 H12Z", p.light, 2.4)
    p.circle(67, 34, 17, p.light)
    p.line("M72 27 C68 23 60 25 61 30 C62 35 73 33 73 38 C73 44 64 45 61 40 M67 22 V46", p.deep, 2.6)


@motif(
    "diamond, gem, jewel, crystal, ruby, sapphire",
    metres=0.08,
    box=(100, 84),
    colours="#8fd8f0 #e0406a #5fc88a",
    home="table",
    family="tool",
)
def diamond(p: Pen) -> None:
    p.path("M24 4 H76 L98 30 L50 82 L2 30Z", p.main)
    p.path("M24 4 L34 30 L50 4 L66 30 L76 4 L98 30 H2Z", p.light)
    p.path("M34 30 H66 L50 82Z", p.pale)
    p.path("M66 30 H98 L50 82Z", p.dark)


@motif(
    "bomb, firecracker",
    metres=0.3,
    box=(100, 110),
    colours="#2b2d38",
    home="street",
    family="tool",
)
def bomb(p: Pen) -> None:
    p.ball(46, 68, 40, 40)
    p.slab(56, 20, 20, 16, p.light, 3)
    p.line("M66 20 C70 6 82 8 86 14", "#d9b27a", 4)
    p.path("M88 2 l3 8 l9 1 l-7 6 l2 9 l-8 -5 l-8 5 l2 -9 l-7 -6 l9 -1Z", "#f7a52c")
    p.shine("M18 60 C20 48 28 40 36 38 C30 46 28 54 28 64Z", 0.5)


@motif(
    "barrel, cask, keg",
    metres=0.9,
    box=(90, 110),
    colours="#a8653a",
    home="farm",
    family="tool",
    top=Span(18, 72, 8),
    rim=Span(18, 72, 10),
)
def barrel(p: Pen) -> None:
    p.body("M16 8 C2 34 2 76 16 104 H74 C88 76 88 34 74 8Z")
    p.line("M32 8 C26 36 26 76 32 104 M45 8 V104 M58 8 C64 36 64 76 58 104", p.dark, 2)
    p.line("M10 28 C30 34 60 34 80 28 M10 84 C30 90 60 90 80 84", STEEL_DARK, 6)
    p.oval(45, 9, 29, 6, p.light)


@motif(
    "cage, bird cage, birdcage",
    metres=0.6,
    box=(90, 120),
    colours="#d9a93a",
    home="room",
    family="tool",
    gap=Span(20, 70, 30),
    rim=Span(16, 74, 92),
)
def cage(p: Pen) -> None:
    p.ring(45, 8, 7, p.main, 3)
    p.line("M8 100 V52 C8 4 82 4 82 52 V100", p.main, 4)
    p.line("M22 100 V36 M34 100 V24 M45 100 V18 M56 100 V24 M68 100 V36 M8 62 H82", p.main, 2.4)
    p.line("M24 76 H66", WOOD, 4)
    p.slab(4, 98, 82, 16, p.dark, 4)


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


@motif(
    "headphones, earphones, headset",
    metres=0.2,
    box=(110, 104),
    colours="#33363f #d8433c",
    home="table",
    family="device",
    worn="head",
)
def headphones(p: Pen) -> None:
    p.line("M14 64 C10 -8 100 -8 96 64", p.main, 9)
    for x in (4, 82):
        p.slab(x, 54, 24, 44, p.dark, 11)
    p.box(22, 58, 9, 36, STEEL, 4)
    p.box(79, 58, 9, 36, STEEL, 4)


@motif(
    "radio, wireless, boombox, cassette player",
    metres=0.3,
    box=(130, 90),
    colours="#b5603a #3f8f8a",
    home="table",
    family="device",
    top=Span(20, 110, 14),
)
def radio(p: Pen) -> None:
    p.line("M100 16 L124 -14", STEEL, 3)
    p.slab(4, 14, 122, 74, p.main, 10)
    p.circle(38, 52, 27, p.deep)
    for r in (20, 13, 6):
        p.ring(38, 52, r, p.light, 2)
    p.box(74, 26, 44, 18, "#fbf0cf", 3)
    p.line("M96 28 V42", RED, 2.4)
    for x in (82, 108):
        p.circle(x, 64, 9, p.dark)
        p.line(f"M{x} 64 v-7", WHITE, 2.4)


@motif(
    "loudspeaker, speaker, loud speaker, amplifier",
    metres=0.6,
    box=(80, 120),
    colours="#33363f #6b4630",
    home="room",
    family="device",
    top=Span(12, 68, 4),
)
def speaker(p: Pen) -> None:
    p.slab(4, 2, 72, 114, p.main, 6)
    for y, r in ((32, 17), (80, 27)):
        p.circle(40, y, r, p.light)
        p.circle(40, y, r * 0.76, INK)
        p.ball(40, y, r * 0.36, r * 0.36, STEEL)


@motif(
    "record player, gramophone, turntable",
    metres=0.4,
    box=(130, 110),
    colours="#8a5a34",
    home="room",
    family="device",
)
def record_player(p: Pen) -> None:
    p.line("M64 84 C60 60 70 50 84 46", "#a87a1c", 6)
    p.body("M72 48 C60 24 84 -4 116 4 C134 12 132 40 118 50 C104 58 84 56 72 48Z", "#e0b02f")
    p.oval(108, 28, 15, 24, "#a87a1c", 24)
    p.oval(48, 84, 42, 10, INK)
    p.oval(48, 83, 14, 4, RED)
    p.slab(4, 84, 112, 24, p.main, 3)


@motif(
    "computer mouse",
    metres=0.08,
    box=(70, 100),
    colours="#e3e7ea #33363f",
    home="table",
    family="device",
    tall=False,
)
def computer_mouse(p: Pen) -> None:
    p.line("M35 10 C35 0 50 4 52 -8", STEEL_DARK, 3)
    p.body("M4 44 C4 18 18 8 35 8 C52 8 66 18 66 44 V62 C66 86 52 98 35 98 C18 98 4 86 4 62Z", gradient="round")
    p.line("M35 8 V44 M4 46 H66", p.dark, 2.4)
    p.box(31, 20, 8, 16, STEEL_DARK, 4)


@motif(
    "desktop computer, personal computer",
    metres=0.5,
    box=(150, 120),
    colours="#33363f #e3e7ea",
    home="table",
    family="device",
    board=(30, 14, 90, 48),
)
def desktop(p: Pen) -> None:
    p.slab(18, 2, 114, 76, p.main, 6)
    p.box(25, 9, 100, 60, "#2f6fb0", 2)
    p.path("M25 54 C50 36 74 60 125 40 V69 H25Z", "#5fa8d8")
    p.slab(62, 78, 26, 16, STEEL, 1)
    p.slab(44, 92, 62, 7, STEEL_DARK, 3)
    p.slab(4, 102, 142, 16, p.light, 4)
    p.line("M12 107 H138 M12 112 H138", p.deep, 2.4)


@motif(
    "printer, copier, fax machine",
    metres=0.4,
    box=(130, 100),
    colours="#d9dde1 #4a505c",
    home="room",
    family="device",
    top=Span(20, 110, 30),
)
def printer(p: Pen) -> None:
    p.box(32, 2, 66, 34, "#fbfaf5", 1)
    p.slab(6, 30, 118, 44, p.main, 6)
    p.box(18, 38, 22, 7, "#7df0c0", 2)
    p.slab(24, 60, 82, 8, INK, 2)
    p.path("M30 66 H100 L108 98 H22Z", "#fbfaf5")
    p.line("M38 76 H92 M36 84 H94 M34 91 H80", "#8d97a4", 2.4)


@motif(
    "sewing machine",
    metres=0.4,
    box=(130, 100),
    colours="#2b3350 #b5433f",
    home="room",
    family="device",
)
def sewing_machine(p: Pen) -> None:
    p.slab(4, 82, 122, 16, WOOD, 3)
    p.body("M12 82 V36 C12 24 20 20 30 20 H110 C120 20 122 26 122 34 V46 H44 V82Z")
    p.line("M104 46 V82", STEEL, 4)
    p.ball(122, 34, 9, 14, GOLD)
    p.slab(60, 6, 14, 16, RED, 2)
    p.line("M56 32 H94", GOLD, 3)


@motif(
    "toothbrush",
    metres=0.2,
    box=(150, 40),
    colours="#3f8fd0 #e0609a",
    home="room",
    family="tool",
)
def toothbrush(p: Pen) -> None:
    p.slab(4, 18, 142, 12, p.main, 6)
    for i in range(8):
        p.box(104 + i * 5, 4, 4, 15, WHITE if i % 2 else "#bfe8f6", 1)
    p.line("M16 24 H60", p.light, 3)


@motif(
    "soap, bar of soap",
    metres=0.08,
    box=(120, 80),
    colours="#f2a8c8 #8fd0c0",
    home="room",
    family="tool",
)
def soap(p: Pen) -> None:
    p.slab(8, 34, 104, 40, p.main, 18)
    p.slab(24, 44, 72, 20, p.light, 9)
    for x, y, r in ((30, 20, 13), (56, 12, 9), (78, 22, 12), (100, 10, 7)):
        p.veil(f'circle cx="{x}" cy="{y}" r="{r}"', "#e6f5fc", 0.9)
        p.ring(x, y, r, "#b5d8ea", 1.8)


@motif(
    "watering can",
    metres=0.4,
    box=(140, 100),
    colours="#4f9a6a #3f8fd0 #d8604f",
    home="garden",
    family="tool",
    rim=Span(34, 80, 34),
)
def watering_can(p: Pen) -> None:
    p.line("M40 34 C20 8 96 -8 96 34", p.dark, 7)
    p.line("M84 74 L124 28", p.main, 11)
    p.line("M112 16 L136 40", p.dark, 9)
    p.slab(28, 32, 62, 64, p.main, 5)
    p.oval(59, 33, 31, 7, p.deep)
    p.line("M30 56 H88", p.light, 4)


@motif(
    "flowerpot, plant pot, pot, flower pot",
    metres=0.3,
    box=(90, 90),
    colours="#c8694a #8fb0b5",
    home="garden",
    family="household",
    rim=Span(16, 74, 14),
)
def flowerpot(p: Pen) -> None:
    p.body("M12 24 H78 L68 86 C66 90 24 90 22 86Z")
    p.slab(4, 8, 82, 19, p.light, 3)
    p.oval(45, 11, 36, 5, "#5a3a28")


@motif(
    "jug, pitcher, carafe, milk jug",
    metres=0.28,
    box=(100, 110),
    colours="#6f9fc0 #e9dfc8",
    home="table",
    family="household",
    rim=Span(24, 62, 14),
)
def jug(p: Pen) -> None:
    p.line("M68 30 C104 22 104 84 70 82", p.dark, 9)
    p.body("M14 12 L26 8 H70 C66 34 78 52 78 74 C78 96 66 106 46 106 C26 106 14 96 14 74 C14 52 28 36 24 22Z")
    p.path("M14 12 L26 8 H70 L68 16 H24Z", p.deep)
    p.line("M16 66 C34 74 58 74 77 66", p.light, 4)


@motif("kettle, tea kettle", metres=0.28, box=(120, 104), colours="#9aa5b4 #c9343f", home="kitchen", family="household")
def kettle(p: Pen) -> None:
    p.line("M34 40 C30 -8 90 -8 86 40", INK, 7)
    p.body("M86 62 C104 54 106 40 116 36 L118 44 C112 60 106 74 90 82Z", p.dark)
    p.body("M18 96 C8 66 24 36 60 36 C96 36 112 66 102 96Z")
    p.ball(60, 34, 7, 6, INK)
    p.slab(14, 94, 92, 9, p.dark, 3)
    p.shine("M28 82 C26 66 34 52 44 48 C38 58 36 70 38 84Z", 0.5)


@motif(
    "frying pan, skillet, wok",
    metres=0.16,
    box=(180, 50),
    colours="#33363f",
    home="kitchen",
    family="household",
    top=Span(18, 92, 16),
)
def frying_pan(p: Pen) -> None:
    p.slab(108, 16, 70, 9, WOOD_DARK, 4)
    p.body("M2 16 H118 C114 36 98 46 84 46 H36 C22 46 6 36 2 16Z")
    p.oval(60, 16, 57, 9, p.light)
    p.oval(60, 17, 49, 6, p.deep)


@motif(
    "tray, serving tray, cutting board, chopping board",
    metres=0.1,
    box=(170, 40),
    colours="#a8743f #9aa5b4",
    home="table",
    family="household",
    top=Span(24, 146, 14),
    tall=False,
)
def tray(p: Pen) -> None:
    p.path("M26 8 H144 L168 30 H2Z", p.main)
    p.path("M34 12 H136 L150 26 H20Z", p.light)
    p.path("M2 30 H168 V36 C168 40 2 40 2 36Z", p.dark)


@motif(
    "cup, teacup, mug, cup of tea, tea",
    metres=0.12,
    box=(120, 90),
    colours="#e8a8b5 #8fc4d4 #f2d26a",
    home="table",
    family="household",
    rim=Span(22, 72, 26),
)
def teacup(p: Pen) -> None:
    p.line("M84 36 C112 30 112 62 78 64", p.main, 8)
    p.body("M10 22 C12 58 24 80 50 80 C76 80 88 58 90 22Z")
    p.oval(50, 22, 40, 9, p.light)
    p.oval(50, 23, 35, 6.6, "#b5763a")
    for x in (30, 50, 70):
        p.circle(x, 52, 5, p.pale)
    p.oval(50, 84, 46, 5, p.dark)
