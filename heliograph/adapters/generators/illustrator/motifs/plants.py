"""Drawings of trees, flowers and what lies on the ground outdoors."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import LEAF, LEAF_DARK, WHITE, WOOD_DARK, lighter
from heliograph.adapters.generators.illustrator.pen import Pen


@motif("tree, oak tree, oak, maple, beech, elm", metres=6.5, box=(130, 160), colours="#4f9d4a #6aa83f #3f8a55", home="meadow",
       gap=Span(10, 120, 100), family="plant")  # fmt: skip
def tree(p: Pen) -> None:
    p.body(
        "M56 160 C60 140 58 116 56 96 L44 76 L50 72 L62 88 L64 60 H70 L71 90 L86 72 L92 77 L77 100 C76 120 78 142 84 160 C74 156 66 156 56 160Z",
        "#7c5231",
    )
    for x, y, r, colour in (
        (34, 76, 28, p.dark),
        (98, 78, 27, p.dark),
        (66, 84, 26, p.dark),
        (26, 52, 25, p.main),
        (104, 52, 25, p.main),
        (46, 30, 27, p.main),
        (84, 30, 27, p.main),
        (65, 54, 34, p.main),
    ):
        p.ball(x, y, r, r, colour)
    for x, y, r in ((44, 24, 11), (78, 20, 8), (26, 46, 8), (62, 44, 10), (94, 44, 7)):
        p.oval(x, y, r, r * 0.7, p.light, -20)


@motif("pine, pine tree, fir, fir tree, spruce, conifer, evergreen", metres=7.0, box=(100, 160), colours="#2f7a4f #3a6f5a", home="forest",
       gap=Span(20, 80, 130), family="plant")  # fmt: skip
def pine(p: Pen) -> None:
    p.slab(43, 128, 14, 32, WOOD_DARK, 2)
    for y, w in ((86, 50), (52, 41), (18, 31)):
        d = f"M50 {y - 24} L{50 + w} {y + 50} C{50 + w * 0.5} {y + 44} {50 + w * 0.3} {y + 56} 50 {y + 48} C{50 - w * 0.3} {y + 56} {50 - w * 0.5} {y + 44} {50 - w} {y + 50}Z"
        p.body(d)
        p.path(f"M50 {y - 24} L{50 + w} {y + 50} C{50 + w * 0.5} {y + 44} {50 + w * 0.3} {y + 56} 50 {y + 48}Z", p.dark)


@motif(
    "palm, palm tree, coconut tree",
    metres=7.0,
    box=(130, 160),
    colours="#3f9a55 #5aa83f",
    home="beach",
    gap=Span(20, 110, 100),
    family="plant",
)
def palm(p: Pen) -> None:
    p.body("M58 160 C64 120 62 80 72 44 L82 46 C74 84 74 120 78 160Z", "#a8763f")
    p.line("M62 138 L76 140 M64 120 L75 122 M65 102 L75 104 M67 84 L77 86 M70 66 L79 68", "#7c5231", 2)
    for d in ("M76 44 C52 22 26 26 6 56 C28 42 50 42 76 50Z", "M76 44 C100 22 120 30 128 60 C112 44 96 42 76 50Z",
              "M76 46 C60 6 34 0 18 16 C40 16 58 26 76 48Z", "M76 46 C88 6 112 2 126 18 C106 16 92 26 76 48Z", "M76 44 C68 20 72 6 82 -4 C86 12 84 28 78 46Z"):  # fmt: skip
        p.body(d)
    p.body("M74 44 C52 40 34 58 34 84 C46 62 58 54 76 50Z", p.dark)
    p.body("M78 44 C96 40 112 60 110 86 C100 64 92 54 76 50Z", p.dark)
    for x, y in ((70, 52), (80, 54), (75, 60)):
        p.ball(x, y, 6, 6, "#7c4f2a")


@motif("cactus, saguaro", metres=2.4, box=(90, 130), colours="#4f9a5a", home="desert", family="plant")
def cactus(p: Pen) -> None:
    p.line("M20 50 V66 C20 80 30 82 44 82", p.main, 15)
    p.line("M72 34 V54 C72 68 62 70 46 70", p.dark, 15)
    p.body("M32 130 V30 C32 6 60 6 60 30 V130Z")
    p.line("M40 24 V128 M46 18 V128 M53 24 V128 M18 50 V66", p.dark, 1.8)
    p.circle(46, 12, 6, "#f0609a")
    p.circle(20, 42, 5, "#f0609a")


@motif(
    "flower, blossom, bloom, wildflower",
    metres=0.5,
    box=(70, 120),
    colours="#f28ab0 #f2b61f #8f6fd8 #f4f1ea #e5604f",
    home="meadow",
    family="plant",
)
def flower(p: Pen) -> None:
    p.line("M35 40 C34 70 38 96 35 120", LEAF_DARK, 4.4)
    p.body("M36 98 C44 76 60 74 68 78 C64 92 52 100 36 102Z", LEAF)
    p.body("M35 108 C28 88 12 86 4 92 C10 104 20 110 35 112Z", LEAF)
    for turn in range(0, 360, 45):
        p.oval(35, 15, 8, 15, p.main if turn % 90 else p.light, 0) if turn == 0 else p.add(
            f'ellipse cx="35" cy="15" rx="8" ry="15" transform="rotate({turn} 35 34)"', p.main if turn % 90 else p.light
        )
    p.ball(35, 34, 10, 10, "#f2b61f" if p.main != "#f2b61f" else WOOD_DARK)


@motif("tulip", metres=0.45, box=(60, 120), colours="#e0344f #f2b61f #b05fc0", home="garden", family="plant")
def tulip(p: Pen) -> None:
    p.line("M30 50 V120", LEAF_DARK, 4.4)
    p.body("M30 118 C8 104 4 78 8 62 C22 74 30 94 30 118Z", LEAF)
    p.body("M30 118 C52 108 56 84 54 70 C40 80 30 98 30 118Z", LEAF)
    p.body(
        "M8 12 C16 16 18 22 20 26 C22 16 26 8 30 2 C34 8 38 16 40 26 C42 22 44 16 52 12 C58 34 50 56 30 58 C10 56 2 34 8 12Z"
    )
    p.path("M30 2 C36 16 40 40 30 58 C20 40 24 16 30 2Z", p.light)


@motif("rose", metres=0.5, box=(70, 120), colours="#d8203f #f4a8bc #f6ead0", home="garden", family="plant")
def rose(p: Pen) -> None:
    p.line("M35 52 C36 80 34 100 35 120 M35 84 L42 78 M35 98 L28 93", LEAF_DARK, 4)
    p.body("M36 96 C46 76 60 78 68 84 C60 96 50 100 36 100Z", LEAF)
    p.body("M6 26 C2 48 16 60 35 60 C54 60 68 48 64 26 C58 8 14 6 6 26Z", p.dark)
    p.body("M12 22 C10 42 22 52 36 52 C52 52 62 40 58 22 C52 6 20 6 12 22Z")
    p.path("M20 22 C22 8 50 8 52 24 C52 38 40 44 32 42 C22 40 18 30 20 22Z", p.light)
    p.line("M28 26 C30 16 44 18 44 26 C44 34 34 36 32 30 C32 26 38 24 40 28 M14 32 C20 44 30 48 40 48", p.deep, 2.4)


@motif("sunflower", metres=1.6, box=(90, 150), colours="#f7c01d", home="field", family="plant")
def sunflower(p: Pen) -> None:
    p.line("M45 50 C44 90 48 120 45 150", LEAF_DARK, 6)
    p.body("M46 116 C58 86 80 88 88 94 C80 112 66 120 46 122Z", LEAF)
    p.body("M45 134 C34 108 12 110 3 116 C12 130 26 138 45 140Z", LEAF)
    for ring, colour in ((0, p.dark), (11, p.main)):
        for turn in range(ring, 360, 22):
            p.add(f'ellipse cx="45" cy="14" rx="6.4" ry="16" transform="rotate({turn} 45 44)"', colour)
    p.ball(45, 44, 20, 20, "#6b3f1f")
    for x, y in ((38, 38), (45, 34), (52, 38), (36, 46), (45, 44), (54, 46), (40, 53), (50, 53)):
        p.circle(x, y, 1.9, "#a86a2c")


@motif("bush, shrub, hedge", metres=1.2, box=(120, 80), colours="#4f9a4a #3f8a55", home="garden", family="plant")
def bush(p: Pen) -> None:
    for x, y, r, colour in (
        (24, 56, 23, p.dark),
        (96, 56, 23, p.dark),
        (60, 58, 24, p.dark),
        (42, 34, 24, p.main),
        (78, 34, 25, p.main),
        (60, 46, 24, p.main),
    ):
        p.ball(x, y, r, r, colour)
    for x, y in ((34, 28), (62, 36), (82, 24), (96, 50), (22, 52), (54, 60)):
        p.oval(x, y, 7, 4, p.light, -20)


@motif("mushroom, toadstool", metres=0.2, box=(100, 100), colours="#d8323c #b5793f", home="forest", family="plant")
def mushroom(p: Pen) -> None:
    p.body("M36 48 H64 C62 70 66 86 72 98 H28 C34 86 38 70 36 48Z", "#f6ecd8")
    p.path("M34 54 C42 62 58 62 66 54 L68 62 C58 68 42 68 32 62Z", "#e3d3b5")
    p.body("M2 52 C2 22 24 3 50 3 C76 3 98 22 98 52 C84 60 16 60 2 52Z", gradient="round")
    for x, y, rx, ry in ((30, 26, 9, 7), (58, 16, 8, 6), (76, 36, 9, 7), (48, 40, 8, 5), (16, 44, 6, 4)):
        p.oval(x, y, rx, ry, "#fff7e8")


@motif("rock, boulder, stone, cliff", metres=1.3, box=(140, 80), colours="#8d8f98 #a39888", home="coast", top=Span(24, 116, 14),
       family="nature")  # fmt: skip
def rock(p: Pen) -> None:
    p.body("M2 80 L10 46 L32 16 L70 4 L108 14 L130 44 L138 80Z")
    p.path("M32 16 L70 4 L108 14 L84 26 L50 30Z", p.light)
    p.path("M108 14 L130 44 L138 80 H100 L88 54 L84 26Z", p.dark)
    p.path("M10 46 L32 16 L50 30 L40 58 L16 68Z", lighter(p.main, 0.12))
    p.line("M50 30 L62 52 L56 72 M62 52 L76 62", p.dark, 2)


@motif(
    "log, tree trunk",
    metres=0.6,
    box=(130, 70),
    colours="#8a5c36",
    home="forest",
    top=Span(30, 100, 12),
    family="nature",
)
def log(p: Pen) -> None:
    p.body("M20 12 H108 C122 12 128 26 128 40 C128 56 122 68 108 68 H20Z")
    p.line("M40 22 H90 M60 34 H112 M42 48 H80 M70 58 H104", p.dark, 2.4)
    p.oval(22, 40, 20, 28, "#e0b884")
    p.oval(22, 40, 14, 20, "#c99a62")
    p.oval(22, 40, 8, 12, "#e0b884")
    p.oval(22, 40, 3, 4.6, "#c99a62")


@motif("campfire, fire, bonfire, flame", metres=0.9, box=(100, 100), colours="#f2801c", home="forest", family="nature")
def campfire(p: Pen) -> None:
    p.gloss('circle cx="50" cy="52" r="70"', "glow")
    p.path(
        "M24 84 C4 60 28 48 30 24 C42 34 42 42 50 46 C56 34 52 18 48 2 C72 18 72 34 76 46 C80 42 82 38 82 32 C98 54 94 76 76 86Z"
    )
    p.path("M34 86 C24 66 40 60 44 44 C54 54 54 60 60 62 C64 56 64 52 64 46 C76 62 76 78 66 87Z", "#f9b52c")
    p.path("M42 88 C38 76 48 70 50 62 C58 72 62 80 57 88Z", "#fff0a8")
    p.line("M14 96 L84 82 M18 82 L88 96", "#6b452c", 10)
    p.line("M14 96 L84 82", "#8a5c36", 6)


@motif(
    "leaf, autumn leaf, maple leaf",
    metres=0.15,
    box=(100, 110),
    colours="#4f9d4a #e0762c #c9442f #e5b02c",
    home="forest",
    family="plant",
    tall=False,
)
def big_leaf(p: Pen) -> None:
    p.body("M50 2 C90 20 98 60 50 96 C2 60 10 20 50 2Z")
    p.path("M50 2 C90 20 98 60 50 96Z", p.dark)
    p.line(
        "M50 16 V108 M50 40 L70 26 M50 40 L30 26 M50 60 L76 44 M50 60 L24 44 M50 78 L68 68 M50 78 L32 68", p.light, 2.6
    )


@motif(
    "houseplant, potted plant, plant",
    metres=0.6,
    box=(90, 120),
    colours="#4f9d5a",
    home="room",
    family="plant",
)
def houseplant(p: Pen) -> None:
    for d in ("M45 84 C30 60 10 54 2 30 C26 34 44 54 47 84Z", "M45 84 C60 60 80 54 88 30 C64 34 46 54 43 84Z"):
        p.body(d, p.dark)
    for d in (
        "M45 84 C24 64 18 34 26 8 C44 28 50 56 47 84Z",
        "M45 84 C66 64 72 34 64 8 C46 28 40 56 43 84Z",
        "M45 84 C34 60 36 24 45 0 C54 24 56 60 45 84Z",
    ):
        p.body(d)
        p.line("M45 80 V20", p.light, 1.6)
    p.body("M20 82 H70 L62 120 H28Z", "#c8694a")
    p.slab(16, 78, 58, 10, "#d87f5c", 2)


@motif(
    "hay bale, haystack, hay",
    metres=1.3,
    box=(110, 90),
    colours="#e0b84a",
    home="farm",
    top=Span(24, 86, 10),
    family="nature",
)
def hay(p: Pen) -> None:
    p.body("M40 4 H74 C96 4 108 22 108 46 C108 72 96 88 74 88 H40Z", p.dark)
    p.ball(40, 46, 38, 42)
    p.line(
        "M40 46 C36 40 46 34 52 42 C58 54 46 64 36 62 C22 58 20 40 28 30 C40 18 60 24 64 42 C66 60 54 74 38 76",
        p.dark,
        3,
    )
    p.line("M80 16 H96 M86 34 H104 M84 54 H104 M80 72 H96", p.main, 2.6)
    p.circle(40, 46, 2, WHITE)
