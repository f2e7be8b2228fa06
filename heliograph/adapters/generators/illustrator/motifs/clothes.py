"""Drawings of clothes and of what is worn."""

from heliograph.adapters.generators.illustrator.motif import Motif, Span, motif
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
