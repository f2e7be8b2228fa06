"""Drawings of small things about the house, of what is left over, and of plain shapes."""

from itertools import pairwise

from heliograph.adapters.generators.illustrator.motif import Layer, Motif, Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, LEAF, STEEL, STEEL_DARK, WHITE, WOOD, WOOD_DARK
from heliograph.adapters.generators.illustrator.pen import Pen

RED, GOLD = "#d8323c", "#f2c230"


def _shape(words: str, colours: str, d: str, *, solid: bool = False) -> Motif:
    """A plain shape, flat or rounded."""

    def draw(p: Pen) -> None:
        p.body(d, gradient="round" if solid else "form")

    return motif(words, metres=0.6, box=(100, 100), colours=colours, home="wall", family="sign")(draw)


SHAPES = (
    _shape("circle, disc", "#3f8fd0 #e0433c", "M50 2 A48 48 0 1 1 49.900 2Z M50 24 A26 26 0 1 0 50.100 24Z"),
    _shape("square, rectangle", "#e0433c #f2b61f", "M4 4 H96 V96 H4Z"),
    _shape("triangle", "#5fa85a #8f5fc0", "M50 4 L98 94 H2Z"),
    _shape("sphere, orb", "#8f5fc0 #3f8fd0", "M50 2 A48 48 0 1 1 49.900 2Z", solid=True),
    _shape("pentagon, hexagon", "#2f9a9a", "M26 8 H74 L98 50 L74 92 H26 L2 50Z"),
    _shape("plus sign, red cross, crucifix", "#d8323c", "M36 4 H64 V36 H96 V64 H64 V96 H36 V64 H4 V36 H36Z"),
    _shape("arrow sign, pointer", "#f28a2c", "M4 36 H54 V12 L98 50 L54 88 V64 H4Z"),
)


@motif(
    "cube",
    metres=0.6,
    box=(100, 104),
    colours="#3f8fd0 #f2b61f",
    home="room",
    family="sign",
    top=Span(30, 70, 24),
)
def cube(p: Pen) -> None:
    p.path("M50 2 L96 26 L50 50 L4 26Z", p.light)
    p.path("M4 26 L50 50 V102 L4 78Z", p.main)
    p.path("M96 26 L50 50 V102 L96 78Z", p.dark)


@motif("cone, traffic cone, cylinder", metres=0.7, box=(90, 104), colours="#f2762a", home="street", family="sign")
def cone(p: Pen) -> None:
    p.body("M40 4 H50 L72 92 H18Z")
    p.path("M34.500 28 H55.500 L60 46 H30Z M26 62 H64 L68 78 H22Z", WHITE)
    p.slab(4, 92, 82, 11, p.dark, 3)


@motif("bone, dog bone", metres=0.25, box=(130, 60), colours="#f6efdc", home="garden", family="food")
def bone(p: Pen) -> None:
    p.body("M24 22 C14 2 -2 14 6 28 C-4 42 12 58 24 40 H106 C118 58 134 42 124 28 C132 14 116 2 106 22Z")


@motif(
    "nest, bird nest, bird's nest",
    metres=0.3,
    box=(120, 70),
    colours="#a8743f",
    home="forest",
    family="nature",
    rim=Span(24, 96, 26),
    top=Span(30, 90, 24),
)
def nest(p: Pen) -> None:
    p.oval(60, 26, 52, 14, p.deep)
    p.body("M4 26 C10 62 34 70 60 70 C86 70 110 62 116 26 C96 44 24 44 4 26Z")
    p.line(
        "M2 34 L30 58 M18 28 L52 66 M48 40 L84 66 M118 34 L86 60 M100 30 L66 62 M4 28 L-6 20 M116 28 L126 18",
        p.dark,
        2.4,
    )


@motif(
    "web, spiderweb, spider web, cobweb",
    metres=0.6,
    box=(110, 110),
    colours="#e3e7ea",
    home="forest",
    family="nature",
    tall=False,
)
def web(p: Pen) -> None:
    p.line("M55 2 V108 M2 55 H108 M16 16 L94 94 M94 16 L16 94", p.main, 2)
    for r in (16, 30, 44):
        points = [(0, -1), (0.7, -0.7), (1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1)]
        d = f"M55 {55 - r}" + "".join(
            f" Q{55 + (a[0] + b[0]) * r * 0.4:.0f} {55 + (a[1] + b[1]) * r * 0.4:.0f} {55 + b[0] * r:.0f} {55 + b[1] * r:.0f}"
            for a, b in pairwise(points)
        )
        p.line(d, p.main, 2)


@motif("tooth, teeth", metres=0.1, box=(90, 100), colours="#fbfaf5", home="table", family="sign")
def tooth(p: Pen) -> None:
    p.body(
        "M45 12 C62 -6 92 6 86 40 C82 56 78 62 76 80 C74 100 62 102 58 84 C54 66 52 60 45 60 C38 60 36 66 32 84 C28 102 16 100 14 80 C12 62 8 56 4 40 C-2 6 28 -6 45 12Z"
    )


@motif(
    "open hand, palm of a hand, high five, raised hand",
    metres=0.25,
    box=(90, 110),
    colours="#f1c7a3 #c98d62",
    home="wall",
    family="sign",
)
def hand(p: Pen) -> None:
    p.line("M24 54 V16 M40 50 V6 M56 52 V10 M71 58 V24 M20 74 L6 54", p.main, 13)
    p.body("M18 52 H78 V80 C78 100 66 108 48 108 C30 108 18 98 18 80Z")
    p.line("M30 74 C42 66 58 68 68 78", p.dark, 2.4)


@motif("skull, skull and crossbones", metres=0.25, box=(90, 104), colours="#f3efe2", home="forest", family="sign")
def skull(p: Pen) -> None:
    p.body("M45 2 C76 2 90 24 86 50 C84 64 76 68 70 70 V92 C70 100 20 100 20 92 V70 C14 68 6 64 4 50 C0 24 14 2 45 2Z")
    for x in (27, 63):
        p.oval(x, 44, 13, 14, INK)
    p.path("M45 56 L38 70 H52Z", INK)
    p.line("M32 80 V97 M45 80 V98 M58 80 V97", "#b5ac94", 3)


@motif(
    "paw print, paw, footprint, footprints",
    metres=0.15,
    box=(100, 96),
    colours="#6b4630",
    home="snow",
    family="sign",
    tall=False,
)
def paw(p: Pen) -> None:
    p.body("M50 46 C68 46 84 70 76 86 C70 94 60 86 50 86 C40 86 30 94 24 86 C16 70 32 46 50 46Z")
    for x, y, turn in ((14, 46, -24), (36, 20, -8), (64, 20, 8), (86, 46, 24)):
        p.oval(x, y, 11, 15, p.main, turn)


@motif("honeycomb", metres=0.2, box=(110, 100), colours="#f2b02a", home="garden", family="food")
def honeycomb(p: Pen) -> None:
    for x, y in ((30, 22), (66, 22), (12, 50), (48, 50), (84, 50), (30, 78), (66, 78)):
        p.body(f"M{x - 10} {y - 16} h20 l10 16 l-10 16 h-20 l-10 -16Z", p.dark)
        p.body(f"M{x - 7} {y - 11} h14 l7 11 l-7 11 h-14 l-7 -11Z", p.main if (x + y) % 4 else p.light)


@motif(
    "throne, royal chair",
    metres=1.9,
    box=(100, 150),
    colours="#e0b23a",
    home="hall",
    family="furniture",
    top=Span(22, 78, 92),
)
def throne(p: Pen) -> None:
    p.body("M14 100 V34 C14 14 30 20 50 2 C70 20 86 14 86 34 V100Z")
    p.slab(24, 36, 52, 60, "#a8232f", 8)
    p.slab(14, 92, 72, 18, "#a8232f", 4)
    p.slab(6, 66, 14, 80, p.dark, 3)
    p.slab(80, 66, 14, 80, p.dark, 3)
    p.slab(12, 108, 76, 12, p.light, 2)
    for x in (13, 87):
        p.ball(x, 62, 8, 8)
    p.ball(50, 16, 6, 6, RED)


@motif(
    "newspaper, paper, sheet of paper, document",
    metres=0.3,
    box=(110, 120),
    colours="#f6f3ea",
    home="table",
    family="household",
    tall=False,
    board=(12, 8, 86, 22),
    board_ink="#2a2a3c",
)
def newspaper(p: Pen) -> None:
    p.slab(10, 8, 98, 110, p.dark, 2)
    p.slab(4, 2, 98, 110, p.main, 2)
    p.line("M12 34 H94", INK, 2)
    p.box(12, 42, 38, 34, "#a8b5c0")
    p.line("M58 46 H94 M58 54 H94 M58 62 H94 M58 70 H94 M12 84 H94 M12 92 H94 M12 100 H80", "#8d97a4", 2.4)


@motif("calendar", metres=0.3, box=(100, 100), colours="#d8323c", home="wall", family="household", tall=False)
def calendar(p: Pen) -> None:
    p.slab(4, 10, 92, 86, "#fbfaf5", 5)
    p.slab(4, 10, 92, 24, p.main, 5)
    p.line("M28 2 V18 M72 2 V18", STEEL_DARK, 6)
    for row in range(4):
        for column in range(5):
            p.box(14 + column * 16, 42 + row * 13, 10, 8, RED if (row, column) == (2, 3) else "#c9ced6", 1)


@motif("battery, batteries", metres=0.08, box=(70, 110), colours="#3fa05b", home="table", family="device")
def battery(p: Pen) -> None:
    p.slab(26, 2, 18, 10, STEEL, 2)
    p.slab(10, 10, 50, 98, INK, 7)
    p.slab(10, 40, 50, 68, p.main, 7)
    p.path("M38 50 L24 76 H34 L30 98 L48 68 H38Z", GOLD)


@motif(
    "plug, power plug, cable, wire",
    metres=0.1,
    box=(120, 80),
    colours="#33363f #f3f4f5",
    home="room",
    family="device",
    tall=False,
)
def plug(p: Pen) -> None:
    p.line("M4 60 C24 84 40 20 62 40", p.dark, 6)
    p.body("M58 22 H84 C92 22 94 32 94 40 C94 48 92 58 84 58 H58Z")
    p.line("M94 32 H114 M94 48 H114", STEEL, 6)


@motif("nail, screw, bolt", metres=0.06, box=(50, 120), colours=STEEL, home="table", family="tool")
def nail(p: Pen) -> None:
    p.slab(6, 2, 38, 11, p.light, 4)
    p.path("M19 12 H31 V96 L25 118 L19 96Z", p.main)
    p.line("M19 34 L31 28 M19 48 L31 42 M19 62 L31 56 M19 76 L31 70 M19 90 L31 84", p.deep, 2.4)


@motif(
    "needle and thread, spool, thread, spool of thread, needle",
    metres=0.08,
    box=(110, 100),
    colours="#d8323c #3f8fd0",
    home="table",
    family="tool",
)
def spool(p: Pen) -> None:
    p.slab(14, 6, 56, 13, WOOD, 4)
    p.slab(14, 80, 56, 13, WOOD, 4)
    p.slab(20, 18, 44, 64, p.main, 4)
    p.line("M20 30 H64 M20 42 H64 M20 54 H64 M20 66 H64", p.dark, 2.4)
    p.line("M64 70 C92 76 92 40 102 30", p.main, 2)
    p.line("M104 20 L88 96", STEEL, 4)


@motif("hose, garden hose, water hose", metres=0.5, box=(120, 100), colours="#3f9a5a", home="garden", family="tool")
def hose(p: Pen) -> None:
    for r in (38, 26, 14):
        p.ring(46, 56, r, p.main, 9)
        p.ring(46, 56, r, p.light, 2)
    p.line("M46 18 C80 14 92 24 100 40", p.main, 9)
    p.line("M98 36 L108 58", GOLD, 11)
    p.line("M110 66 l3 12 M116 62 l6 10 M104 68 l-2 12", "#7cc4e6", 3)


@motif("butter", metres=0.08, box=(110, 60), colours="#fbe48a", home="table", family="food")
def butter(p: Pen) -> None:
    p.oval(55, 52, 54, 8, "#d9dee3")
    p.path("M20 18 L80 18 L96 8 H38Z", p.light)
    p.path("M20 18 H80 V48 H20Z", p.main)
    p.path("M80 18 L96 8 V38 L80 48Z", p.dark)


@motif(
    "salt shaker, salt, pepper mill, pepper shaker",
    metres=0.1,
    box=(60, 96),
    colours="#eef4f6",
    home="table",
    family="household",
)
def salt(p: Pen) -> None:
    p.body("M14 30 H46 L56 92 H4Z")
    p.body("M12 30 C12 2 48 2 48 30Z", STEEL)
    for x, y in ((22, 16), (30, 12), (38, 16)):
        p.circle(x, y, 2, INK)


@motif(
    "chopsticks, pair of chopsticks",
    metres=0.24,
    box=(130, 60),
    colours="#a8432f #8a5a34",
    home="table",
    family="household",
    tall=False,
)
def chopsticks(p: Pen) -> None:
    p.path("M4 44 L124 4 L126 10 L6 50Z", p.main)
    p.path("M4 56 L126 26 L128 32 L6 60Z", p.dark)


@motif(
    "bracelet, bangle, earring, earrings",
    metres=0.08,
    box=(110, 80),
    colours="#f2c230 #c3ccd6",
    home="table",
    family="clothing",
    tall=False,
)
def bracelet(p: Pen) -> None:
    p.parts.append(f'<ellipse cx="55" cy="42" rx="48" ry="30" fill="none" stroke="{p.dark}" stroke-width="11"/>')
    p.parts.append(f'<ellipse cx="55" cy="38" rx="48" ry="30" fill="none" stroke="{p.main}" stroke-width="9"/>')
    for x, y, c in ((30, 64, RED), (55, 69, "#3f8fd0"), (80, 64, "#3fa05b")):
        p.ball(x, y, 6, 6, c)


@motif(
    "comb, hairbrush", metres=0.15, box=(130, 50), colours="#e0609a #8a5a34", home="table", family="tool", tall=False
)
def comb(p: Pen) -> None:
    p.slab(4, 4, 122, 16, p.main, 7)
    for x in range(8, 122, 8):
        p.box(x, 16, 4, 32, p.dark, 2)


@motif(
    "bandage, plaster, band-aid", metres=0.08, box=(130, 56), colours="#e8b58a", home="table", family="tool", tall=False
)
def bandage(p: Pen) -> None:
    p.slab(4, 8, 122, 40, p.main, 20)
    p.box(44, 8, 42, 40, p.light, 3)
    for x in (54, 65, 76):
        for y in (18, 28, 38):
            p.circle(x, y, 2, p.dark)


@motif("thermometer", metres=0.15, box=(50, 130), colours="#d8323c", home="table", family="tool")
def thermometer(p: Pen) -> None:
    p.slab(14, 2, 22, 100, "#f3f6f8", 11)
    p.circle(25, 108, 20, "#f3f6f8")
    p.slab(21, 40, 8, 64, p.main, 3)
    p.ball(25, 108, 14, 14)
    p.line("M30 20 H36 M30 34 H36 M30 48 H36 M30 62 H36 M30 76 H36", INK, 2)


@motif("whistle, referee's whistle", metres=0.06, box=(120, 80), colours="#d8323c #c3ccd6", home="table", family="tool")
def whistle(p: Pen) -> None:
    p.body("M40 18 H112 V44 H84 C84 66 66 78 46 78 C22 78 6 60 6 44 C6 28 22 18 40 18Z")
    p.box(66, 14, 18, 10, INK)
    p.circle(44, 48, 15, p.dark)
    p.ring(44, 48, 15, p.light, 2.4)
    p.line("M8 34 C-4 20 8 4 24 10", "#3f6fb0", 3.4)


@motif(
    "smoke, steam, puff of smoke",
    metres=1.4,
    box=(110, 120),
    colours="#cdd2d6",
    home="street",
    family="nature",
    tall=False,
)
def smoke(p: Pen) -> None:
    for x, y, r in (
        (52, 108, 12.0),
        (46, 88, 17),
        (62, 72, 20),
        (40, 58, 22),
        (66, 40, 24),
        (44, 22, 20),
        (76, 18, 17),
    ):
        p.veil(f'circle cx="{x}" cy="{y}" r="{r}"', p.main, 0.85)
        p.veil(f'circle cx="{x + 3}" cy="{y + 4}" r="{r * 0.7:.0f}"', p.dark, 0.25)


@motif(
    "puddle, pool of water", metres=0.2, box=(150, 44), colours="#7cc4e6", home="street", family="nature", tall=False
)
def puddle(p: Pen) -> None:
    p.body("M8 26 C-2 14 22 4 50 8 C70 -2 112 2 122 12 C150 12 154 32 130 36 C104 46 40 46 26 38 C14 38 10 32 8 26Z")
    p.line("M40 18 C56 14 76 14 90 18 M70 30 C86 28 100 28 112 30", WHITE, 2.4)


@motif(
    "bubble, soap bubble, bubbles",
    metres=0.3,
    box=(100, 100),
    colours="#cfeaf8",
    layer=Layer.AIR,
    home="garden",
    family="toy",
    tall=False,
)
def bubble(p: Pen) -> None:
    p.veil('circle cx="50" cy="50" r="47"', p.main, 0.45)
    p.ring(50, 50, 47, "#9fd0ea", 3)
    p.line("M18 44 C20 28 32 18 46 16", WHITE, 6)
    p.line("M74 76 C80 70 84 62 84 54", "#f2b8d8", 4)


@motif(
    "firework, fireworks, rocket firework",
    metres=4.0,
    box=(120, 120),
    colours="#f2c230 #e0437a #5fb8f0",
    layer=Layer.SKY,
    family="sky",
    tall=False,
)
def firework(p: Pen) -> None:
    for i, turn in enumerate(range(0, 360, 20)):
        one = p.like()
        long = 54 if i % 2 else 40
        one.line(f"M0 -14 V{-long}", (p.main, "#f06a4a", "#fff3c4")[i % 3], 4)
        one.circle(0, -long - 4, 4, (p.main, "#f06a4a", "#fff3c4")[i % 3])
        p.place(one.drawn(), f"translate(60 60) rotate({turn})")


@motif(
    "stick, walking stick, pole",
    metres=0.9,
    box=(130, 60),
    colours=WOOD_DARK,
    home="forest",
    family="nature",
    tall=False,
)
def stick(p: Pen) -> None:
    p.line("M4 50 C40 36 80 28 126 10", p.main, 8)
    p.line("M60 34 L76 12 M90 24 L110 34", p.main, 5)
    p.oval(80, 8, 9, 4, LEAF, -40)


@motif(
    "ivy, vine, creeper, climbing plant",
    metres=1.6,
    box=(90, 130),
    colours="#3f8a4a",
    home="wall",
    family="plant",
    tall=False,
)
def ivy(p: Pen) -> None:
    p.line("M44 130 C20 100 70 80 40 50 C20 30 50 20 44 0", "#5a4630", 4)
    for x, y, turn in (
        (26, 110, -30),
        (58, 100, 30),
        (66, 78, 20),
        (34, 74, -40),
        (24, 52, -20),
        (54, 54, 30),
        (30, 26, -30),
        (60, 30, 40),
        (46, 8, 0),
    ):
        p.add(
            f'path d="M{x} {y + 12} C{x - 18} {y + 6} {x - 14} {y - 10} {x - 4} {y - 6} L{x} {y - 14} L{x + 4} {y - 6} C{x + 14} {y - 10} {x + 18} {y + 6} {x} {y + 12}Z" transform="rotate({turn} {x} {y})"',
            p.main if turn % 20 else p.light,
        )


@motif(
    "seed, seeds, sunflower seeds, pip",
    metres=0.03,
    box=(90, 60),
    colours="#8a6a42",
    home="garden",
    family="nature",
    tall=False,
)
def seeds(p: Pen) -> None:
    for x, y, turn in ((18, 40, 20), (44, 20, -30), (50, 46, 10), (74, 36, 50)):
        p.add(
            f'path d="M{x} {y - 14} C{x + 11} {y - 4} {x + 9} {y + 12} {x} {y + 13} C{x - 9} {y + 12} {x - 11} {y - 4} {x} {y - 14}Z" transform="rotate({turn} {x} {y})"',
            p.toned(p.main, "form"),
        )
