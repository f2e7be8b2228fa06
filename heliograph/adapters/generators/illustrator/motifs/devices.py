"""Drawings of devices."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import (
    INK,
    STEEL,
    STEEL_DARK,
    WHITE,
    WOOD,
)
from heliograph.adapters.generators.illustrator.pen import Pen

RED, GOLD = "#d8323c", "#f2c230"


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
