"""Drawings of sports things and games."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, STEEL, STEEL_DARK, WHITE, WOOD, WOOD_DARK, darker
from heliograph.adapters.generators.illustrator.pen import Pen

RED = "#d8323c"


@motif("basketball", metres=0.3, box=(90, 90), colours="#e0762c", home="street", family="toy")
def basketball(p: Pen) -> None:
    p.ball(45, 45, 44, 44)
    p.line("M45 1 V89 M1 45 H89 M14 14 C32 32 32 58 14 76 M76 14 C58 32 58 58 76 76", INK, 3)


@motif("tennis ball", metres=0.2, box=(90, 90), colours="#cfe03a", home="park", family="toy")
def tennis_ball(p: Pen) -> None:
    p.ball(45, 45, 43, 43)
    p.line("M8 24 C34 30 34 62 10 68 M82 22 C56 30 56 62 80 68", WHITE, 5)


@motif("baseball, softball, cricket ball", metres=0.2, box=(90, 90), colours="#f6f4ee", home="park", family="toy")
def baseball(p: Pen) -> None:
    p.ball(45, 45, 43, 43)
    p.line("M14 16 C34 34 34 56 14 74 M76 16 C56 34 56 56 76 74", RED, 2.4)
    p.line(
        "M18 26 l8 -3 M24 38 l8 -1 M24 52 l8 1 M18 64 l8 3 M72 26 l-8 -3 M66 38 l-8 -1 M66 52 l-8 1 M72 64 l-8 3",
        RED,
        2,
    )


@motif("volleyball, handball, netball", metres=0.3, box=(90, 90), colours="#f6f4ee #f2d24a", home="beach", family="toy")
def volleyball(p: Pen) -> None:
    p.ball(45, 45, 43, 43)
    p.line(
        "M45 45 C30 34 28 16 32 4 M45 45 C58 30 76 28 88 36 M45 45 C48 64 40 80 30 86 M16 14 C14 30 18 44 24 52 M60 4 C48 12 42 20 40 28 M84 62 C74 66 62 64 52 58 M4 56 C18 62 34 62 44 58 M72 80 C66 68 62 58 60 50",
        "#3f6fb0",
        2.6,
    )


@motif("rugby ball, american football", metres=0.3, box=(120, 80), colours="#8a4a2a", home="park", family="toy")
def rugby_ball(p: Pen) -> None:
    p.body("M4 46 C20 8 70 -6 116 10 C118 56 70 90 16 76 C6 70 2 58 4 46Z", gradient="round")
    p.line("M40 46 L80 32 M46 38 L51 50 M56 34 L61 46 M66 30 L71 42", WHITE, 3)
    p.line("M18 56 C24 64 30 70 36 74 M92 6 C100 12 106 20 110 28", WHITE, 4)


@motif(
    "tennis racket, tennis racquet, racket, racquet, badminton racket",
    metres=0.7,
    box=(70, 150),
    colours="#d8323c #3f6fc0",
    home="park",
    family="toy",
)
def racket(p: Pen) -> None:
    p.line("M22 76 L34 100 L48 76", p.main, 5)
    p.slab(29, 96, 12, 52, WOOD_DARK, 4)
    p.veil('ellipse cx="35" cy="42" rx="28" ry="38"', WHITE, 0.4)
    p.line(
        "M14 16 V68 M24 8 V76 M35 4 V80 M46 8 V76 M56 16 V68 M10 24 H60 M7 36 H63 M7 48 H63 M10 60 H60", "#f6f1e6", 1.4
    )
    p.parts.append(f'<ellipse cx="35" cy="42" rx="29" ry="39" fill="none" stroke="{p.main}" stroke-width="6"/>')


@motif(
    "baseball bat, cricket bat, rounders bat", metres=0.8, box=(50, 150), colours="#c9985f", home="park", family="toy"
)
def bat(p: Pen) -> None:
    p.body("M14 18 C14 -2 38 -2 38 18 C38 60 32 90 30 132 H22 C20 90 14 60 14 18Z")
    p.box(21, 108, 10, 32, INK, 3)
    p.slab(17, 138, 18, 9, p.dark, 4)


@motif("golf club, golf ball", metres=0.9, box=(90, 150), colours="#3fa05b", home="park", family="toy")
def golf(p: Pen) -> None:
    p.line("M24 146 V8", STEEL, 4)
    p.path("M26 8 L66 20 L26 34Z", RED)
    p.body("M2 150 C10 138 70 138 84 150Z")
    p.oval(24, 145, 11, 3, darker(p.main))
    p.ball(62, 138, 8, 8, WHITE)


@motif("hockey stick, ice hockey stick", metres=0.9, box=(100, 140), colours="#c9985f", home="snow", family="toy")
def hockey(p: Pen) -> None:
    p.line("M86 6 L40 118 L10 128", p.main, 9)
    p.line("M40 118 L10 128", INK, 11)
    p.line("M86 6 L76 30", RED, 9)
    p.oval(66, 130, 17, 5.4, INK)
    p.box(49, 126, 34, 6, INK)


@motif("ski, skis, pair of skis", metres=1.6, box=(80, 170), colours="#d8323c #3f8fd0", home="snow", family="toy")
def skis(p: Pen) -> None:
    for x in (18, 44):
        p.body(f"M{x} 166 V22 C{x} 8 {x + 4} 2 {x + 12} -2 C{x + 16} 4 {x + 16} 14 {x + 14} 22 V166Z")
        p.box(x + 2, 92, 11, 24, INK, 2)
        p.line(f"M{x + 7} 30 V84", WHITE, 2.4)
    p.line("M6 40 V164 M72 40 V164", STEEL_DARK, 3)
    for x in (6, 72):
        p.ring(x, 154, 6, INK, 2.4)


@motif("snowboard", metres=1.5, box=(60, 160), colours="#8f4ab0 #2f9a8f", home="snow", family="toy")
def snowboard(p: Pen) -> None:
    p.body("M8 26 C8 -6 52 -6 52 26 C48 60 48 100 52 134 C52 166 8 166 8 134 C12 100 12 60 8 26Z")
    p.path("M12 60 L48 40 V64 L12 84Z M13 100 L48 80 V92 L12 112Z", p.light)
    p.box(16, 48, 28, 12, INK, 3)
    p.box(16, 102, 28, 12, INK, 3)


@motif(
    "sledge, sled, sleigh, toboggan",
    metres=0.7,
    box=(150, 70),
    colours="#a8653a #c9343f",
    home="snow",
    family="toy",
    top=Span(40, 110, 26),
)
def sledge(p: Pen) -> None:
    p.line("M6 60 H118 C144 60 146 34 132 26", "#6b4630", 6)
    p.line("M36 60 L40 34 M94 60 L98 34", "#6b4630", 6)
    for y in (22, 30):
        p.slab(22, y, 104, 8, p.main, 3)
    p.line("M128 26 C144 12 148 10 150 -4", "#d9b27a", 2.4)


@motif("surfboard", metres=2.0, box=(60, 170), colours="#3fa8c9 #f2b61f #f06a7a", home="beach", family="toy")
def surfboard(p: Pen) -> None:
    p.body("M30 0 C50 24 56 60 56 96 C56 130 44 158 30 168 C16 158 4 130 4 96 C4 60 10 24 30 0Z")
    p.path("M5 80 C20 88 40 88 55 80 L56 98 C40 106 20 106 4 98Z", WHITE)
    p.line("M30 6 V164", p.deep, 2)
    p.path("M12 112 C20 118 40 118 48 112 L46 122 C38 128 22 128 14 122Z", "#f06a4a")


@motif(
    "dumbbell, barbell, weights, kettlebell", metres=0.3, box=(130, 60), colours="#3f444f", home="room", family="toy"
)
def dumbbell(p: Pen) -> None:
    p.slab(36, 24, 58, 12, STEEL, 4)
    for x in (18, 90):
        p.slab(x, 6, 22, 48, p.main, 6)
    for x in (4, 112):
        p.slab(x, 14, 14, 32, p.dark, 5)


@motif("boxing glove, boxing gloves", metres=0.3, box=(100, 110), colours="#d8263a #3f6fc0", home="room", family="toy")
def boxing_glove(p: Pen) -> None:
    p.body("M12 46 C8 8 60 -6 82 16 C96 32 96 58 84 74 L80 88 H26 L22 72 C14 64 12 56 12 46Z", gradient="round")
    p.body("M28 30 C34 22 52 24 54 36 C54 50 42 58 30 54 C16 52 18 38 28 30Z", p.light)
    p.slab(20, 84, 64, 24, WHITE, 4)
    p.line("M26 96 H78", p.main, 4)


@motif("medal, gold medal", metres=0.14, box=(80, 110), colours="#e0b023 #c3ccd6 #b5763a", home="table", family="toy")
def medal(p: Pen) -> None:
    p.path("M8 0 H32 L48 50 L30 58Z", "#3f6fc0")
    p.path("M72 0 H48 L32 50 L50 58Z", RED)
    p.ball(40, 78, 30, 30)
    p.ring(40, 78, 23, p.dark, 2.4)
    p.path(
        "M40 62 l4.600 10 l11 1.200 l-8.200 7.400 l2.400 10.800 l-9.800 -5.600 l-9.800 5.600 l2.400 -10.800 l-8.200 -7.400 l11 -1.200Z",
        p.light,
    )


@motif("goal, football goal, hockey goal", metres=2.4, box=(180, 100), colours="#f6f4ee", home="park", family="toy")
def goal(p: Pen) -> None:
    p.line(
        " ".join(f"M{14 + i * 15.2:.0f} 10 V98" for i in range(11))
        + " ".join(f" M8 {18 + i * 13} H172" for i in range(7)),
        "#dfe6ea",
        1.4,
    )
    p.line("M8 98 V6 H172 V98", p.main, 8)


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


@motif(
    "skate, roller skate, ice skate, rollerblade",
    metres=0.3,
    box=(110, 110),
    colours="#f6f4ee #3f8fd0",
    home="street",
    family="toy",
)
def skate(p: Pen) -> None:
    p.body("M24 4 H62 V44 C78 50 102 52 102 74 V82 H20 V40Z")
    p.line("M40 24 H60 M42 36 H62 M46 48 H66", RED, 3)
    p.slab(16, 80, 90, 8, STEEL_DARK, 2)
    for x in (30, 52, 74, 96):
        p.circle(x, 98, 9, RED)
        p.circle(x, 98, 3.4, WHITE)


@motif(
    "table tennis bat, ping pong paddle, paddle",
    metres=0.25,
    box=(90, 120),
    colours="#d8323c #3f6fb0",
    home="table",
    family="toy",
)
def paddle(p: Pen) -> None:
    p.slab(36, 72, 16, 46, WOOD, 5)
    p.ball(44, 42, 41, 41)
    p.path("M12 66 C28 78 60 78 76 66 L66 78 H22Z", WOOD)
    p.ball(80, 100, 10, 10, WHITE)


@motif("shuttlecock", metres=0.1, box=(80, 100), colours="#f6f6f2", home="park", family="toy")
def shuttlecock(p: Pen) -> None:
    p.body("M26 72 L4 6 L22 14 L31 2 L40 12 L49 2 L58 14 L76 6 L54 72Z")
    p.line("M30 70 L18 16 M36 70 L33 10 M44 70 L47 10 M50 70 L62 16 M14 34 H66 M20 54 H60", "#b9c0c8", 2)
    p.body("M24 70 H56 C60 92 50 98 40 98 C30 98 20 92 24 70Z", "#c98a4a")


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
