"""Drawings of games and of what children play with."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, STEEL_DARK, WHITE
from heliograph.adapters.generators.illustrator.pen import Pen

RED = "#d8323c"


@motif("dartboard, target, bullseye", metres=0.5, box=(100, 100), colours="#d8323c", home="wall", family="toy")
def dartboard(p: Pen) -> None:
    for r, c in ((49, INK), (40, "#f6ecd8"), (31, p.main), (22, "#f6ecd8"), (13, p.main), (5, "#3fa05b")):
        p.circle(50, 50, r, c)
    p.line("M50 50 L84 22", STEEL_DARK, 3.4)
    p.path("M80 20 L98 4 L96 18 L102 24 L88 32Z", "#f2b61f")


@motif(
    "bowling pin, bowling ball, skittle, bowling",
    metres=0.4,
    box=(110, 120),
    colours="#2f4f9a",
    home="room",
    family="toy",
)
def bowling(p: Pen) -> None:
    p.body(
        "M34 2 C46 2 48 18 44 32 C42 44 56 60 56 84 C56 106 48 118 34 118 C20 118 12 106 12 84 C12 60 26 44 24 32 C20 18 22 2 34 2Z",
        "#fbfaf5",
    )
    p.path("M24 32 C30 35 38 35 44 32 L44 40 C38 43 30 43 24 40Z", RED)
    p.ball(80, 92, 27, 27)
    for x, y in ((76, 80), (86, 78), (84, 90)):
        p.circle(x, y, 3, INK)


@motif("trampoline", metres=0.8, box=(170, 70), colours="#3f8fd0", home="garden", family="toy", top=Span(40, 130, 16))
def trampoline(p: Pen) -> None:
    p.line("M20 24 L12 68 M60 32 L56 68 M110 32 L114 68 M150 24 L158 68", STEEL_DARK, 5)
    p.oval(85, 22, 82, 18)
    p.oval(85, 20, 68, 13, "#2b2b36")


@motif(
    "slide, playground slide",
    metres=2.0,
    box=(170, 120),
    colours="#f2b61f #d8432c",
    home="park",
    family="toy",
)
def slide(p: Pen) -> None:
    p.line("M38 118 V14 M58 118 V14", "#3f8fb0", 6)
    for y in (40, 60, 80, 100):
        p.line(f"M38 {y} H58", "#3f8fb0", 5)
    p.line("M36 14 C60 6 70 16 76 30", RED, 5)
    p.body("M58 32 H80 C100 60 124 96 152 98 H168 V112 H146 C112 110 84 66 58 46Z")
    p.line("M80 30 C102 58 126 92 152 94 H168", p.light, 5)


@motif("die, dice", metres=0.06, box=(100, 96), colours="#fbfaf5 #d8323c", home="table", family="toy")
def dice(p: Pen) -> None:
    dot = INK if p.main != RED else WHITE
    p.path("M50 2 L94 22 L50 44 L6 22Z", p.light)
    p.path("M6 22 L50 44 V94 L6 70Z", p.main)
    p.path("M94 22 L50 44 V94 L94 70Z", p.dark)
    p.oval(50, 22, 8, 4, dot)
    for x, y in ((18, 42), (38, 72)):
        p.oval(x, y, 4, 6, dot, -10)
    for x, y in ((62, 50), (72, 62), (82, 72)):
        p.oval(x, y, 4, 6, dot, 10)


@motif(
    "chess piece, chess, pawn, chessboard", metres=0.12, box=(130, 110), colours="#2b2b36", home="table", family="toy"
)
def chess(p: Pen) -> None:
    p.path("M12 84 H118 L130 104 H0Z", "#f1dcb0")
    for i in range(6):
        p.path(f"M{14 + i * 18} {84 if i % 2 else 94} h16 l2 10 h-18Z", "#8a5a34")
    p.body("M28 88 C30 66 40 60 38 44 L46 44 C44 60 54 66 56 88Z", "#fbf5e6")
    p.ball(42, 34, 13, 13, "#fbf5e6")
    p.body("M72 88 C76 70 84 62 80 44 C70 46 66 40 72 34 L86 14 L90 22 C108 30 104 60 106 88Z")
    p.circle(86, 30, 2, WHITE)


@motif(
    "playing card, card, cards, deck of cards",
    metres=0.1,
    box=(110, 110),
    colours="#fbfaf5",
    home="table",
    family="toy",
    tall=False,
)
def cards(p: Pen) -> None:
    for turn, c in ((-18, p.dark), (12, p.main)):
        p.add(f'rect x="30" y="10" width="54" height="82" rx="6" transform="rotate({turn} 56 90)"', c)
        p.line("M0 0", INK, 1)
    p.path("M66 40 C60 32 50 38 54 48 C58 56 64 60 68 64 C72 58 78 52 80 44 C80 34 70 34 66 40Z", RED)
    p.circle(52, 24, 3.4, RED)


@motif(
    "puzzle, jigsaw, jigsaw puzzle",
    metres=0.1,
    box=(110, 110),
    colours="#3f8fd0",
    home="table",
    family="toy",
    tall=False,
)
def puzzle(p: Pen) -> None:
    p.body(
        "M4 4 H46 C42 16 46 24 55 24 C64 24 68 16 64 4 H106 V46 C94 42 86 46 86 55 C86 64 94 68 106 64 V106 H64 C68 94 64 86 55 86 C46 86 42 94 46 106 H4 V64 C16 68 24 64 24 55 C24 46 16 42 4 46Z"
    )


@motif("yo-yo, yoyo, spinning top", metres=0.1, box=(80, 110), colours="#d8323c #3f8fd0", home="room", family="toy")
def yoyo(p: Pen) -> None:
    p.line("M40 2 V50", "#d9c49a", 2.4)
    p.ring(40, 6, 6, "#d9c49a", 2.4)
    p.ball(40, 76, 32, 32)
    p.ring(40, 76, 22, p.light, 3)
    p.path("M40 62 l4 9 l10 1 l-7.500 7 l2 10 l-8.500 -5 l-8.500 5 l2 -10 l-7.500 -7 l10 -1Z", "#f2c230")


@motif("doll, rag doll, puppet", metres=0.4, box=(90, 120), colours="#e0609a #5f8fd0", home="room", family="toy")
def doll(p: Pen) -> None:
    p.line("M34 92 V114 M56 92 V114", "#f1d0b0", 10)
    p.path("M26 118 h16 v-8 h-12Z M64 118 h-16 v-8 h12Z", INK)
    p.line("M30 62 L12 78 M60 62 L78 78", "#f1d0b0", 9)
    p.body("M34 54 H56 L76 98 H14Z")
    for x in (18, 72):
        p.ball(x, 34, 11, 14, "#c9602f")
    p.ball(45, 32, 27, 25, "#f6dcc0")
    p.path("M18 30 C18 0 72 0 72 30 C60 16 30 16 18 30Z", "#c9602f")
    p.circle(36, 34, 3, INK)
    p.circle(54, 34, 3, INK)
    p.line("M38 44 q7 6 14 0", "#b5333f", 2.4)


@motif(
    "rocking horse, hobby horse",
    metres=0.8,
    box=(130, 110),
    colours="#c98a4a",
    home="room",
    family="toy",
    top=Span(44, 70, 40),
)
def rocking_horse(p: Pen) -> None:
    p.line("M6 92 C40 112 92 112 124 92", "#b5333f", 7)
    p.line("M34 62 L26 98 M50 64 L48 102 M76 64 L82 102 M88 60 L104 98", p.dark, 9)
    p.body("M22 46 C24 38 40 38 52 40 L78 38 C92 44 94 58 86 66 C70 70 44 70 32 68 C24 62 20 54 22 46Z")
    p.body(
        "M76 48 C80 32 86 14 98 8 L106 12 L122 28 C124 34 118 38 112 36 L102 34 C98 46 96 56 90 60 C82 60 76 56 76 48Z"
    )
    p.body("M98 8 C86 8 76 24 72 40 C80 42 88 26 102 14Z", "#5a3820")
    p.body("M24 46 C8 48 6 66 10 78 C16 72 18 58 28 54Z", "#5a3820")
    p.path("M44 40 C50 36 64 36 70 40 L68 56 L46 56Z", "#b5333f")
    p.circle(103, 20, 2.4, INK)


@motif(
    "building block, blocks, lego",
    metres=0.3,
    box=(120, 110),
    colours="#d8323c",
    home="room",
    family="toy",
)
def blocks(p: Pen) -> None:
    for x, y, c, text in (
        (6, 58, p.main, "M20 70 h12 v24 h-12Z"),
        (62, 58, "#3f8fd0", "M88 70 l10 24 h-20Z"),
        (34, 6, "#f2b61f", ""),
    ):
        p.slab(x, y, 52, 50, c, 4)
        p.path(f"M{x + 8} {y + 8} h36 v34 h-36Z", "#fbf5e6")
        if text:
            p.path(text, c)
        else:
            p.circle(x + 26, y + 25, 11, c)


@motif(
    "game controller, gamepad, joystick, games console",
    metres=0.16,
    box=(140, 96),
    colours="#33374a #d8dde3",
    home="room",
    family="device",
)
def gamepad(p: Pen) -> None:
    p.body(
        "M28 14 C44 8 54 18 70 18 C86 18 96 8 112 14 C132 22 142 72 132 88 C122 98 108 74 96 68 H44 C32 74 18 98 8 88 C-2 72 8 22 28 14Z"
    )
    p.line("M38 30 V54 M26 42 H50", "#9aa5b4", 9)
    for x, y, c in ((102, 28, "#3fa05b"), (114, 40, RED), (90, 40, "#3f8fd0"), (102, 52, "#f2b61f")):
        p.circle(x, y, 6, c)
    p.circle(54, 62, 8, p.light)
    p.circle(86, 62, 8, p.light)
