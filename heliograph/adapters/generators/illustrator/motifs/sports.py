"""Drawings of sports things and games."""

from heliograph.adapters.generators.illustrator.motif import Frame, Motif, Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, STEEL, STEEL_DARK, WHITE, WOOD, WOOD_DARK, darker
from heliograph.adapters.generators.illustrator.pen import Pen
from heliograph.adapters.generators.illustrator.scene import Pose

RED = "#d8323c"


def _laid(p: Pen, board: Motif, wide: float) -> None:
    """A board on which somebody stands, seen from the side."""
    flat = Pen(p.main, scale=p.scale) if type(p) is Pen else type(p)(p.main, scale=p.scale, spot=p.spot)
    board.draw(flat)
    p.place(flat.drawn(), f"translate(0 {wide * 0.4:.0f}) scale(1 0.4) rotate(-90)")


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
    "tennis racket, tennis racquet, tennis, tennis match, racket, racquet, badminton racket",
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


@motif("ski, pair of skis", metres=1.6, box=(80, 170), colours="#d8323c #3f8fd0", home="snow", family="toy")
def skis(p: Pen) -> None:
    for x in (18, 44):
        p.body(f"M{x} 166 V22 C{x} 8 {x + 4} 2 {x + 12} -2 C{x + 16} 4 {x + 16} 14 {x + 14} 22 V166Z")
        p.box(x + 2, 92, 11, 24, INK, 2)
        p.line(f"M{x + 7} 30 V84", WHITE, 2.4)
    p.line("M6 40 V164 M72 40 V164", STEEL_DARK, 3)
    for x in (6, 72):
        p.ring(x, 154, 6, INK, 2.4)


@motif(
    "snowboard",
    metres=1.5,
    box=(60, 160),
    colours="#8f4ab0 #2f9a8f",
    home="snow",
    family="toy",
    poses={Pose.LYING: Frame(box=(160, 24))},
)
def snowboard(p: Pen) -> None:
    if p.pose is Pose.LYING:
        _laid(p, snowboard, 60)
        return
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


@motif(
    "surfboard",
    metres=2.0,
    box=(60, 170),
    colours="#3fa8c9 #f2b61f #f06a7a",
    home="beach",
    family="toy",
    poses={Pose.LYING: Frame(box=(170, 46))},
)
def surfboard(p: Pen) -> None:
    if p.pose is Pose.LYING:
        _laid(p, surfboard, 60)
        return
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
