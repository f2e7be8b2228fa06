"""Drawings of shoes, bags, jewellery and other accessories."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, STEEL, WHITE, darker, lighter
from heliograph.adapters.generators.illustrator.pen import Pen

GOLD = "#f2c230"


@motif(
    "sunglasses, shades",
    metres=0.1,
    box=(140, 56),
    colours="#23232f #b5433f",
    home="beach",
    family="clothing",
    worn="eyes",
)
def sunglasses(p: Pen) -> None:
    p.line("M8 14 H132", p.main, 7)
    for x in (8, 76):
        p.body(f"M{x} 12 H{x + 56} C{x + 58} 40 {x + 44} 54 {x + 28} 54 C{x + 12} 54 {x - 2} 40 {x} 12Z")
        p.shine(f"M{x + 10} 40 L{x + 28} 18 H{x + 36} L{x + 18} 46Z", 0.4)


@motif(
    "scarf, shawl",
    metres=0.5,
    box=(100, 110),
    colours="#d8323c #3f8fd0 #5f8f4a",
    home="room",
    family="clothing",
    worn="neck",
)
def scarf(p: Pen) -> None:
    p.body("M8 20 C20 4 80 4 92 20 C94 34 80 42 50 42 C20 42 6 34 8 20Z")
    p.path("M20 20 C32 12 68 12 80 20 C72 26 28 26 20 20Z", p.deep)
    p.body("M56 36 L78 32 L84 100 L60 104Z", p.dark)
    p.line("M61 46 L80 43 M62 60 L81 57 M63 88 L83 85", p.light, 4)
    p.line("M62 104 V110 M70 103 V109 M78 101 V107", p.dark, 3)


@motif(
    "tie, necktie", metres=0.4, box=(50, 130), colours="#c9343f #2f5fa0", home="room", family="clothing", worn="neck"
)
def tie(p: Pen) -> None:
    p.body("M14 4 H36 L40 22 L30 30 H20 L10 22Z", p.dark)
    p.body("M20 28 H30 L42 104 L25 128 L8 104Z")
    p.line("M14 74 L36 52 M10 98 L40 70 M20 112 L40 92", p.light, 3.4)


@motif(
    "bow tie, ribbon",
    metres=0.14,
    box=(110, 64),
    colours="#d8323c #f08ab5 #2b2b36",
    home="room",
    family="clothing",
    worn="neck",
)
def bow_tie(p: Pen) -> None:
    p.body("M55 32 C36 8 16 2 4 6 C10 24 10 40 4 58 C18 62 38 54 55 32Z")
    p.body("M55 32 C74 8 94 2 106 6 C100 24 100 40 106 58 C92 62 72 54 55 32Z", p.dark)
    p.slab(44, 20, 22, 24, p.light, 7)


@motif("sock, stocking", metres=0.3, box=(90, 110), colours="#d8433c #3f8fd0 #5fa85a", home="room", family="clothing")
def sock(p: Pen) -> None:
    p.body("M26 6 H66 V58 C66 70 72 76 80 86 C90 98 78 110 62 106 C44 102 26 84 26 62Z")
    p.box(23, 3, 46, 14, WHITE, 3)
    p.line("M27 28 H65 M27 40 H65 M27 52 H65", p.light, 5)
    p.path("M62 106 C54 104 46 100 40 94 C52 88 66 80 74 79 L80 86 C90 98 78 110 62 106Z", p.dark)


@motif("glove, mitten", metres=0.25, box=(90, 110), colours="#b5433f #3f6f8f #5f8f4a", home="room", family="clothing")
def glove(p: Pen) -> None:
    p.body("M22 88 V42 C22 12 64 6 68 36 L70 50 C78 40 90 44 86 56 L70 88Z")
    p.slab(18, 84, 56, 22, p.light, 5)
    p.line("M26 90 V102 M38 90 V102 M50 90 V102 M62 90 V102", p.dark, 2.4)
    p.path("M45 34 l4 8 l9 1 l-7 6 l2 9 l-8 -4 l-8 4 l2 -9 l-7 -6 l9 -1Z", WHITE)


@motif(
    "boot, wellington, rubber boot, welly, cowboy boot",
    metres=0.35,
    box=(110, 110),
    colours="#f2c230 #6b4630 #c9343f",
    home="garden",
    family="clothing",
    rim=Span(24, 58, 8),
)
def boot(p: Pen) -> None:
    p.body("M20 8 H64 V58 C78 62 102 66 104 88 V98 H18Z")
    p.oval(42, 8, 22, 5, p.deep)
    p.slab(14, 94, 92, 12, p.deep, 4)
    p.line("M22 22 H62", p.light, 4)
    p.shine("M28 28 H34 V82 H28Z", 0.4)


@motif(
    "high heel, heel, stiletto, sandal",
    metres=0.2,
    box=(120, 90),
    colours="#d8263a #2b2b36 #f08ab5",
    home="room",
    family="clothing",
)
def high_heel(p: Pen) -> None:
    p.body("M6 12 C18 6 26 10 34 22 C52 48 78 60 104 66 C118 70 118 80 110 82 H84 C60 78 42 66 24 50 L22 84 H14 L8 34Z")
    p.path("M22 20 C40 46 66 60 92 66 C70 66 46 54 28 38Z", p.deep)


@motif(
    "slipper, flip-flop, clog, moccasin",
    metres=0.12,
    box=(120, 60),
    colours="#8f6fd0 #e0a03a",
    home="room",
    family="clothing",
)
def slipper(p: Pen) -> None:
    p.slab(4, 42, 112, 14, p.deep, 7)
    p.body("M40 44 C44 14 78 4 102 20 C112 28 114 38 112 46Z")
    p.path("M40 44 C46 36 58 34 66 44Z", "#fbf0e0")
    p.ball(92, 18, 8, 8, WHITE)


@motif(
    "belt, leather belt",
    metres=0.2,
    box=(140, 70),
    colours="#6b4630 #23232f",
    home="room",
    family="clothing",
    tall=False,
)
def belt(p: Pen) -> None:
    p.line("M20 50 C60 70 124 62 124 36 C124 10 40 10 20 28", p.dark, 12)
    p.line("M18 50 C60 66 118 58 118 36", p.main, 12)
    p.line("M6 20 h22 v38 h-22Z", GOLD, 5)
    for x in (44, 58, 72):
        p.circle(x, 57, 2, p.deep)


@motif(
    "handbag, purse, bag, tote bag, satchel",
    metres=0.35,
    box=(110, 110),
    colours="#c9434f #8a5a34 #3f7f8a",
    home="street",
    family="clothing",
    rim=Span(24, 86, 46),
)
def handbag(p: Pen) -> None:
    p.line("M28 46 C28 -8 82 -8 82 46", p.deep, 7)
    p.body("M14 42 H96 L106 100 C106 106 102 108 98 108 H12 C8 108 4 106 4 100Z")
    p.path("M13 42 H97 L99 62 C80 76 30 76 11 62Z", p.dark)
    p.slab(46, 62, 18, 14, GOLD, 3)


@motif("wallet", metres=0.12, box=(120, 84), colours="#7a4a2f #33374a", home="table", family="clothing")
def wallet(p: Pen) -> None:
    p.box(20, 4, 76, 30, "#8fbf8a", 2)
    p.circle(58, 20, 9, "#6fa06a")
    p.slab(4, 18, 112, 64, p.main, 7)
    p.slab(70, 40, 50, 22, p.dark, 8)
    p.circle(82, 51, 5, GOLD)


@motif(
    "ring, wedding ring, engagement ring",
    metres=0.03,
    box=(90, 110),
    colours="#f2c230 #c3ccd6",
    home="table",
    family="clothing",
)
def ring(p: Pen) -> None:
    p.ring(45, 70, 32, p.main, 12)
    p.ring(45, 70, 35, p.light, 2.4)
    p.body("M45 42 L22 18 L32 4 H58 L68 18Z", "#bfe8f6")
    p.path("M22 18 H68 L45 42Z M32 4 L36 18 L45 4 L54 18 L58 4Z", "#8fd0ec")
    p.line("M36 18 L45 42 L54 18", WHITE, 1.8)


@motif(
    "necklace, pendant, pearls, beads, chain",
    metres=0.2,
    box=(110, 110),
    colours="#fbf6e6 #3f8fd0",
    home="table",
    family="clothing",
    worn="neck",
    tall=False,
)
def necklace(p: Pen) -> None:
    points = (
        (10, 10),
        (12, 26),
        (18, 42),
        (26, 56),
        (38, 68),
        (55, 74),
        (72, 68),
        (84, 56),
        (92, 42),
        (98, 26),
        (100, 10),
    )
    p.line("M10 8 C10 50 30 74 55 76 C80 74 100 50 100 8", GOLD, 2.4)
    for x, y in points:
        p.ball(x, y, 7, 7)
    p.body("M55 82 L70 96 L55 110 L40 96Z", "#d8323c")


@motif(
    "watch, wristwatch",
    metres=0.1,
    box=(70, 130),
    colours="#6b4630 #33374a",
    home="table",
    family="clothing",
    tall=False,
)
def watch(p: Pen) -> None:
    p.slab(22, 2, 26, 44, p.main, 4)
    p.slab(22, 84, 26, 44, p.main, 4)
    p.ball(35, 65, 33, 33, "#d9a93a")
    p.circle(35, 65, 26, "#fbfaf5")
    p.line("M35 65 V46 M35 65 L48 70", INK, 3)
    for x, y in ((35, 43), (57, 65), (35, 87), (13, 65)):
        p.circle(x, y, 2, INK)
    p.box(66, 60, 6, 10, STEEL, 2)


@motif(
    "mask, carnival mask, theatre mask, face mask",
    metres=0.2,
    box=(120, 70),
    colours="#8f3fa0 #d8323c #e0b23a",
    home="room",
    family="clothing",
    worn="eyes",
)
def mask(p: Pen) -> None:
    p.body(
        "M4 14 C30 4 48 8 60 16 C72 8 90 4 116 14 C120 46 100 64 80 58 C70 54 66 46 60 46 C54 46 50 54 40 58 C20 64 0 46 4 14Z"
    )
    for x in (34, 86):
        p.oval(x, 32, 15, 9, "#2b2433")
        p.line(f"M{x - 20} 24 C{x - 8} 14 {x + 8} 14 {x + 20} 24", lighter(p.main, 0.5), 2.4)
    for x, y in ((60, 10), (52, 4), (68, 4)):
        p.body(
            f"M{x} 14 C{x - 8} {y - 6} {x - 4} {y - 20} {x} {y - 24} C{x + 4} {y - 20} {x + 8} {y - 6} {x} 14Z",
            darker(p.main) if x == 60 else GOLD,
        )
