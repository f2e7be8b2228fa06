"""Drawings of clothes and of what is worn."""

from heliograph.adapters.generators.illustrator.motif import Motif, Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, STEEL, WHITE, darker, lighter
from heliograph.adapters.generators.illustrator.pen import Pen

from .kits.hats import HATS

GOLD = "#f2c230"


def _hat(
    words: str, colours: str, hat: str, *, box: tuple[float, float] = (72, 50), at: tuple[float, float] = (12, -22)
) -> Motif:
    """The hat of a calling, lying by itself; `at` is its upper left corner on a head."""

    def draw(p: Pen) -> None:
        alone = p.like()
        HATS[hat](alone, p.main)
        p.place(alone.drawn(), f"translate({-at[0]} {-at[1]})")

    return motif(words, metres=0.25, box=box, colours=colours, home="table", family="clothing", worn="head",
                 top=Span(box[0] * 0.3, box[0] * 0.7, 4))(draw)  # fmt: skip


HAT_KINDS = (
    _hat("cap, baseball cap", "#3f6fc0 #c9343f", "cap", box=(58, 26), at=(28, 0)),
    _hat("beanie, woolly hat, bobble hat, winter hat", "#c9434f #3f8f8a", "beanie", box=(46, 32), at=(25, -6)),
    _hat("top hat, cylinder hat", "#2b2b36", "top hat", box=(60, 42), at=(18, -20)),
    _hat("cowboy hat, stetson", "#8a5a34", "cowboy hat", box=(78, 34), at=(9, -9)),
    _hat("pirate hat", "#2b2b36", "pirate hat", box=(68, 34), at=(14, -12)),
    _hat("wizard hat", "#5b3f8f", "wizard hat", box=(54, 50), at=(21, -25)),
    _hat("witch hat, witch's hat", "#2b2733", "witch hat", box=(70, 54), at=(13, -29)),
    _hat("santa hat, christmas hat", "#d8323c", "santa hat", box=(60, 32), at=(24, -9)),
    _hat("chef hat, chef's hat, toque", "#fbfaf5", "chef hat", box=(52, 40), at=(22, -19)),
    _hat("hard hat, safety helmet", "#f2b61f", "hard hat", box=(54, 32), at=(21, -10)),
    _hat("viking helmet", "#9aa5b4", "viking helmet", box=(72, 50), at=(12, -17)),
    _hat("beret", "#b5333f", "beret", box=(54, 28), at=(20, -7)),
    _hat("graduation cap, mortarboard", "#2b2b36", "graduation cap", box=(70, 32), at=(13, -9)),
    _hat(
        "helmet, bike helmet, crash helmet, motorcycle helmet", "#3f8fd0 #d8432c", "helmet", box=(50, 52), at=(23, -2)
    ),
)


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


@motif("shirt, blouse", metres=0.7, box=(120, 110), colours="#f6f6f2 #8fb5e0 #e8a8b5", home="room", family="clothing")
def shirt(p: Pen) -> None:
    p.body("M40 6 L4 30 L14 62 L30 54 V108 H90 V54 L106 62 L116 30 L80 6 C70 16 50 16 40 6Z")
    p.path("M42 4 L60 22 L50 34 L36 12Z M78 4 L60 22 L70 34 L84 12Z", p.light if p.main != "#f6f6f2" else "#e3e3de")
    p.line("M60 22 V106", p.dark, 2)
    for y in (40, 58, 76, 94):
        p.circle(60, y, 2.4, p.deep)
    p.box(70, 44, 16, 16, p.dark, 2)


@motif(
    "t-shirt, tee shirt",
    metres=0.7,
    box=(120, 104),
    colours="#d8432c #3f8fd0 #5fa85a",
    home="room",
    family="clothing",
    board=(36, 42, 48, 36),
)
def t_shirt(p: Pen) -> None:
    p.body("M42 4 L4 24 L14 52 L30 46 V102 H90 V46 L106 52 L116 24 L78 4 C72 18 48 18 42 4Z")
    p.path("M42 4 C48 18 72 18 78 4 L84 7 C76 26 44 26 36 7Z", p.dark)


@motif(
    "sweater, jumper, pullover, cardigan",
    metres=0.7,
    box=(130, 110),
    colours="#b5433f #3f7a5a #c9983f",
    home="room",
    family="clothing",
)
def sweater(p: Pen) -> None:
    p.body("M46 8 L18 18 L2 84 L22 90 L34 50 V106 H96 V50 L108 90 L128 84 L112 18 L84 8Z")
    p.slab(46, 2, 38, 14, p.dark, 6)
    p.line("M36 100 H94 M6 80 L22 85 M124 80 L108 85", p.dark, 6)
    p.line("M36 44 l8 -8 l8 8 l8 -8 l8 8 l8 -8 l8 8 l8 -8 M36 60 H94", "#fbf5e8", 4)


@motif(
    "coat, jacket, raincoat, overcoat, anorak",
    metres=1.0,
    box=(120, 140),
    colours="#3f5f8f #e0b93a #8a4a3f",
    home="room",
    family="clothing",
)
def coat(p: Pen) -> None:
    p.body("M44 6 L16 18 L2 90 L20 96 L32 56 L26 138 H94 L88 56 L100 96 L118 90 L104 18 L76 6Z")
    p.path("M44 6 L60 34 L76 6 C68 12 52 12 44 6Z", "#f1ece0")
    p.path("M44 6 L60 34 L50 46 L36 14Z M76 6 L60 34 L70 46 L84 14Z", p.dark)
    p.line("M60 36 V136", p.deep, 2.4)
    for y in (54, 74, 94):
        p.circle(66, y, 3, p.deep)
    p.line("M34 96 H50 M72 96 H86", p.deep, 4)


@motif(
    "dress, gown, frock, sundress",
    metres=1.2,
    box=(110, 140),
    colours="#d8433c #3f8fd0 #f08ab5 #5fa88a",
    home="room",
    family="clothing",
)
def dress(p: Pen) -> None:
    p.line("M40 6 V24 M70 6 V24", p.main, 6)
    p.body("M36 18 C44 28 66 28 74 18 L78 58 C88 84 102 112 106 134 C76 142 34 142 4 134 C8 112 22 84 32 58Z")
    p.slab(31, 54, 48, 8, p.deep, 2)
    p.line("M42 66 C34 90 30 112 28 134 M55 66 V138 M68 66 C76 90 80 112 82 134", p.dark, 2.4)


@motif("skirt, kilt", metres=0.6, box=(110, 84), colours="#c9434f #5f6fa8", home="room", family="clothing")
def skirt(p: Pen) -> None:
    p.body("M32 8 H78 L106 74 C78 86 32 86 4 74Z")
    p.slab(30, 2, 50, 11, p.deep, 2)
    p.line("M40 14 L28 78 M50 14 L46 81 M60 14 L64 81 M70 14 L82 78", p.dark, 2.4)


@motif(
    "pair of trousers, trousers, jeans, pants",
    metres=1.0,
    box=(84, 130),
    colours="#3f5f9a #6b5a48 #33374a",
    home="room",
    family="clothing",
)
def trousers(p: Pen) -> None:
    p.body("M8 6 H76 L82 128 H52 L42 48 L32 128 H2Z")
    p.slab(7, 2, 70, 10, p.dark, 2)
    p.line("M42 12 V48 M12 18 C14 30 20 34 28 34 M72 18 C70 30 64 34 56 34", p.dark, 2)
    p.circle(42, 7, 2.4, GOLD)


@motif(
    "pair of shorts, shorts, swimming trunks",
    metres=0.5,
    box=(100, 80),
    colours="#2f8f8a #d8733c",
    home="beach",
    family="clothing",
)
def shorts(p: Pen) -> None:
    p.body("M14 6 H86 L98 74 H58 L50 42 L42 74 H2Z")
    p.slab(13, 2, 74, 10, p.light, 3)
    p.line("M50 12 V42 M46 8 L40 22 M54 8 L60 22", p.deep, 2)


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
