"""Drawings of toys, instruments and festive things."""

from heliograph.adapters.generators.illustrator.motif import Layer, Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, STEEL, STEEL_DARK, WHITE, WOOD, WOOD_DARK
from heliograph.adapters.generators.illustrator.pen import Pen


@motif("ball, beach ball", metres=0.3, box=(90, 90), colours="#e0433c #3f8fd0 #f2b61f", home="meadow", family="toy")
def ball(p: Pen) -> None:
    p.circle(45, 45, 44, p.main)
    p.path(
        "M45 45 C30 36 26 18 34 2.5 C46 -1 62 4 70 9 C66 26 58 38 45 45Z M45 45 C60 48 76 58 80 72 C72 82 62 87 50 88.6 C44 74 42 58 45 45Z M45 45 C34 56 18 60 4 55 C0 44 2 32 8 22 C22 28 36 34 45 45Z",
        "#fdf7e6",
    )
    p.circle(45, 45, 6, p.light)
    p.gloss('circle cx="45" cy="45" r="44"', "round")


@motif("football, soccer ball, soccerball", metres=0.28, box=(90, 90), colours="#f6f5f0", home="meadow", family="toy")
def football(p: Pen) -> None:
    p.circle(45, 45, 44, p.main)
    p.path(
        "M45 30 L59 40 L54 57 H36 L31 40Z M45 1 L58 4 L45 14 L32 4Z M3 32 L14 36 L12 52 L2 54Z M87 32 L76 36 L78 52 L88 54Z M20 80 L26 68 L40 76 L38 88Z M70 80 L64 68 L50 76 L52 88Z",
        "#2b2b36",
    )
    p.line("M45 30 V14 M59 40 L76 36 M54 57 L64 68 M36 57 L26 68 M31 40 L14 36", STEEL, 2)
    p.gloss('circle cx="45" cy="45" r="44"', "round")


@motif(
    "balloon, party balloon",
    metres=1.0,
    box=(80, 150),
    colours="#e0343f #3f7fd0 #f2b61f #5fb05a #b05fc0",
    home="meadow",
    layer=Layer.AIR,
    family="toy",
)
def balloon(p: Pen) -> None:
    p.line("M40 98 C30 112 50 124 40 150", "#8d8f98", 1.8)
    p.path("M34 102 L40 92 L46 102Z", p.dark)
    p.body("M40 2 C64 2 78 22 78 44 C78 68 56 90 40 96 C24 90 2 68 2 44 C2 22 16 2 40 2Z", gradient="round")
    p.shine("M16 40 C16 26 24 16 34 14 C26 22 23 32 23 46 C19 46 16 44 16 40Z", 0.6)


@motif(
    "kite", metres=1.2, box=(100, 150), colours="#e0433c #3f8fd0 #f2b61f", home="field", layer=Layer.AIR, family="toy"
)
def kite(p: Pen) -> None:
    p.line("M44 90 C60 110 30 122 48 148", "#6b6f7a", 1.8)
    for x, y in ((49, 104), (42, 120), (42, 138)):
        p.path(f"M{x} {y} l-10 -6 v12Z M{x} {y} l10 -6 v12Z", "#f2b61f")
    p.path("M52 2 L96 38 L44 92 L6 30Z", p.main)
    p.path("M52 2 L96 38 L48 38Z", p.light)
    p.path("M48 38 L96 38 L44 92Z", p.dark)
    p.line("M52 2 L44 92 M6 30 L96 38", WOOD_DARK, 2)


@motif(
    "teddy bear, teddy, stuffed bear, soft toy, plush",
    metres=0.45,
    box=(100, 110),
    colours="#c08a4f #b5a08a",
    home="room",
    family="toy",
)
def teddy_bear(p: Pen) -> None:
    for x in (24, 76):
        p.ball(x, 16, 13, 13)
        p.circle(x, 17, 7, p.pale)
    p.oval(14, 66, 12, 19, p.dark, 30)
    p.oval(86, 66, 12, 19, p.dark, -30)
    p.ball(50, 76, 31, 29)
    p.oval(50, 78, 19, 19, p.pale)
    for x in (24, 76):
        p.ball(x, 97, 16, 13)
        p.oval(x, 98, 9, 7.4, p.pale)
    p.ball(50, 34, 31, 27)
    p.oval(50, 42, 14, 11, p.pale)
    p.oval(50, 36.5, 5.4, 4, INK)
    p.line("M50 40 V45 M44 47 C47 50 53 50 56 47", INK, 1.8)
    p.circle(38, 29, 3.4, INK)
    p.circle(62, 29, 3.4, INK)
    p.path("M50 60 L34 53 V67Z M50 60 L66 53 V67Z", "#d8323c")
    p.circle(50, 60, 4, "#a8232f")


@motif(
    "gift, present, gift box",
    metres=0.35,
    box=(96, 100),
    colours="#3f8fd0 #d8433c #5fa85a #8f5fc0",
    home="room",
    top=Span(20, 76, 26),
    family="toy",
)
def gift(p: Pen) -> None:
    ribbon = "#f2c230" if p.main != "#e5b02c" else "#d8323c"
    p.slab(8, 44, 80, 56, p.main, 2)
    p.slab(2, 28, 92, 20, p.light, 2)
    p.box(40, 28, 16, 72, ribbon)
    p.line("M48 26 C28 -2 8 12 22 24 C30 28 40 28 48 26 C68 -2 88 12 74 24 C66 28 56 28 48 26", ribbon, 7)


@motif(
    "guitar, ukulele, acoustic guitar",
    metres=1.0,
    box=(60, 150),
    colours="#c9813a #b5433f #3a3a4a",
    home="room",
    family="instrument",
)
def guitar(p: Pen) -> None:
    p.slab(26, 20, 8, 70, "#5b3a28", 1)
    p.body("M22 0 H38 L36 24 H24Z", "#7c4f2a")
    for y in (4, 11, 18):
        p.circle(20, y, 2.4, STEEL)
        p.circle(40, y, 2.4, STEEL)
    p.body(
        "M30 70 C48 70 50 80 46 90 C44 96 46 100 52 108 C62 124 52 150 30 150 C8 150 -2 124 8 108 C14 100 16 96 14 90 C10 80 12 70 30 70Z"
    )
    p.circle(30, 102, 9.6, "#3a241a")
    p.ring(30, 102, 11, p.light, 1.8)
    p.box(18, 128, 24, 6, "#5b3a28", 2)
    p.line("M27.5 22 V130 M30 22 V130 M32.5 22 V130", "#f4efe6", 0.8)


@motif("violin, fiddle, viola", metres=0.7, box=(60, 150), colours="#a8552c", home="room", family="instrument")
def violin(p: Pen) -> None:
    p.body("M26 14 C20 6 26 -2 32 2 C36 6 34 12 34 16 V60 H26Z", "#4a2f24")
    p.line("M20 12 H40 M20 20 H40", "#4a2f24", 3)
    p.body(
        "M30 54 C48 54 52 66 47 76 C42 82 42 90 46 96 C56 104 56 140 30 140 C4 140 4 104 14 96 C18 90 18 82 13 76 C8 66 12 54 30 54Z"
    )
    p.path("M26 30 H34 L35 96 H25Z", "#2f2222")
    p.line("M16 92 C22 98 12 104 18 112 M44 92 C38 98 48 104 42 112", INK, 2.2)
    p.body("M25 112 H35 L33 136 H27Z", "#2f2222")
    p.line("M28.500 30 V112 M31.500 30 V112", WHITE, 0.8)


@motif(
    "drum", metres=0.5, box=(110, 90), colours="#d8433c #3f6fb0", home="room", top=Span(20, 90, 18), family="instrument"
)
def drum(p: Pen) -> None:
    p.body("M6 22 V74 C6 92 104 92 104 74 V22Z")
    p.line("M8 30 L26 82 L44 36 L62 86 L78 36 L94 80 L103 34", "#f7ecd0", 3)
    p.path(
        "M6 22 C6 38 104 38 104 22 V32 C104 48 6 48 6 32Z M6 66 C6 84 104 84 104 66 V76 C104 92 6 92 6 76Z", "#e0b23a"
    )
    p.oval(55, 20, 49, 13, "#fbf5e6")
    p.line("M30 16 L84 -8 M80 18 L34 -10", WOOD, 4)
    p.circle(31, 16, 4, WOOD_DARK)
    p.circle(79, 18, 4, WOOD_DARK)


@motif("trumpet, bugle", metres=0.4, box=(150, 70), colours="#e0b02f", home="room", family="instrument")
def trumpet(p: Pen) -> None:
    p.line("M8 28 H110 M40 28 C30 28 30 54 42 54 H92 C106 54 106 28 92 28", p.main, 7)
    p.line("M8 26 H110", p.light, 2)
    p.body("M104 22 C120 22 132 16 146 2 V54 C132 40 120 34 104 34Z")
    p.oval(146, 28, 4, 26, p.dark)
    for x in (54, 66, 78):
        p.slab(x, 16, 8, 42, p.dark, 2)
        p.box(x + 1, 8, 6, 9, p.light, 2)
    p.box(2, 22, 9, 12, p.dark, 3)


@motif(
    "crown, tiara", metres=0.25, box=(110, 80), colours="#f2c230 #c3ccd6", home="table", family="clothing", worn="head"
)
def crown(p: Pen) -> None:
    p.body("M8 66 L2 16 L28 38 L55 2 L82 38 L108 16 L102 66Z")
    p.slab(6, 62, 98, 16, p.dark, 4)
    for x, y, colour in ((2, 14, "#d8323c"), (55, 4, "#3f8fd0"), (108, 14, "#d8323c")):
        p.ball(x + (3 if x == 2 else -3 if x == 108 else 0), y, 6, 6, colour)
    for x, colour in ((24, "#3f8fd0"), (55, "#d8323c"), (86, "#3fa05b")):
        p.circle(x, 70, 5, colour)
    p.line("M14 56 H96", p.light, 2)


@motif("swing, swings", metres=2.2, box=(140, 120), colours="#d8433c #3f8fb0", home="park", family="toy")
def swing(p: Pen) -> None:
    p.line("M22 10 L4 118 M22 10 L40 118 M118 10 L100 118 M118 10 L136 118", p.dark, 6)
    p.line("M16 10 H124", p.main, 8)
    p.line("M54 12 V84 M86 12 V84", STEEL_DARK, 2.4)
    p.slab(48, 82, 44, 8, WOOD, 2)


@motif(
    "ferris wheel, big wheel, fairground wheel",
    metres=12.0,
    box=(140, 150),
    colours="#d8433c #3f7fb0",
    home="park",
    family="building",
)
def ferris_wheel(p: Pen) -> None:
    p.line("M70 66 L36 148 M70 66 L104 148", STEEL_DARK, 7)
    p.line("M70 8 V124 M12 66 H128 M29 25 L111 107 M111 25 L29 107", STEEL, 2.4)
    p.ring(70, 66, 57, p.main, 6)
    p.ring(70, 66, 46, p.light, 2.4)
    p.circle(70, 66, 8, p.dark)
    for i, (x, y) in enumerate(((70, 9), (110, 26), (127, 66), (110, 106), (70, 123), (30, 106), (13, 66), (30, 26))):
        p.body(
            f"M{x - 11} {y + 4} H{x + 11} L{x + 8} {y + 18} H{x - 8}Z",
            ("#f2b61f", "#5fa8d0", "#e0604f", "#6fb05a")[i % 4],
        )
        p.line(f"M{x} {y} L{x - 10} {y + 4} H{x + 10}Z", STEEL_DARK, 1.8)
    p.slab(26, 144, 88, 6, "#6b6f7a", 2)


@motif("sandcastle, sand castle", metres=0.6, box=(120, 90), colours="#e3bd7a", home="beach", family="toy")
def sandcastle(p: Pen) -> None:
    p.slab(44, 26, 32, 60, p.light)
    p.path("M42 16 h8 v6 h6 v-6 h8 v6 h6 v-6 h8 v16 H42Z", p.light)
    p.slab(10, 46, 30, 42)
    p.slab(80, 46, 30, 42)
    p.path("M8 38 h7 v6 h6 v-6 h8 v6 h6 v-6 h7 v14 H8Z M78 38 h7 v6 h6 v-6 h8 v6 h6 v-6 h7 v14 H78Z", p.main)
    p.path("M52 90 V70 a8 8 0 0 1 16 0 V90Z M22 66 v-6 a4 4 0 0 1 8 0 v6Z M90 66 v-6 a4 4 0 0 1 8 0 v6Z", p.deep)
    p.line("M60 16 V-4", WOOD_DARK, 2)
    p.path("M60 -4 L76 1 L60 6Z", "#d8323c")
    p.body("M2 90 C20 80 100 80 118 90Z", p.dark)


@motif("scarecrow", metres=1.8, box=(130, 150), colours="#b5653a", home="farm", family="toy")
def scarecrow(p: Pen) -> None:
    p.slab(61, 40, 8, 110, WOOD_DARK, 2)
    p.line("M6 64 H124", "#e0b84a", 6)
    p.body("M18 56 H112 V74 L88 76 V116 H42 V76 L18 74Z")
    p.box(50, 84, 14, 14, "#5f8fc0", 1)
    p.line("M44 116 L40 130 M54 116 V132 M74 116 V132 M86 116 L90 130", "#e0b84a", 4)
    p.ball(65, 36, 21, 21, "#ecd3a0")
    p.circle(57, 34, 3, INK)
    p.circle(73, 34, 3, INK)
    p.path("M65 37 L61 44 H69Z", "#e0762c")
    p.line("M56 48 C60 52 70 52 74 48", INK, 2)
    p.body("M30 20 C50 12 80 12 100 20 C90 26 40 26 30 20Z M46 18 C48 0 82 0 84 18Z", "#7c5231")
