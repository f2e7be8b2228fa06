"""Drawings of weapons, magic, money and other things of stories."""

from heliograph.adapters.generators.illustrator.motif import motif
from heliograph.adapters.generators.illustrator.palette import (
    GLASS,
    INK,
    STEEL,
    STEEL_DARK,
    WHITE,
    WOOD,
    WOOD_DARK,
)
from heliograph.adapters.generators.illustrator.pen import Pen

RED, GOLD = "#d8323c", "#f2c230"


@motif("compass, direction compass", metres=0.1, box=(90, 100), colours="#d9a93a", home="table", family="tool")
def compass(p: Pen) -> None:
    p.ring(45, 8, 7, p.dark, 4)
    p.ball(45, 56, 42, 42)
    p.circle(45, 56, 34, "#fbf5e6")
    p.path("M45 26 L54 56 H36Z", RED)
    p.path("M45 86 L54 56 H36Z", "#3f5f8f")
    p.circle(45, 56, 4, INK)
    p.line("M45 24 V28 M45 84 V88 M13 56 H17 M73 56 H77", INK, 2.4)


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


@motif("arrow", metres=0.5, box=(150, 50), colours="#d8323c", home="forest", family="tool")
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


@motif(
    "coin, money, gold coin, penny",
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
