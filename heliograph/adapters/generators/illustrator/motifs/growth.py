"""Drawings of trees by kind, of garden flowers, and of nature's larger and smaller pieces."""

from heliograph.adapters.generators.illustrator.motif import Motif, Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, LEAF, LEAF_DARK, WOOD_DARK
from heliograph.adapters.generators.illustrator.pen import Pen

from .plants import tree as _tree

BARK = "#7c5231"
GOLD, RED = "#f2c230", "#d8323c"


def _fruit_tree(words: str, colours: str, fruit: str, *, large: bool = True) -> Motif:
    """The tree with fruit or blossom in its crown."""

    def draw(p: Pen) -> None:
        _tree.draw(p)
        spots = ((28, 46), (48, 28), (72, 22), (96, 40), (60, 56), (84, 64), (36, 72), (104, 66), (66, 84), (22, 64))
        for x, y in spots:
            p.ball(x, y, 7 if large else 5, 7 if large else 5, fruit)
        if not large:
            for x, y in ((40, 44), (58, 36), (86, 48), (54, 70), (96, 80), (76, 40), (30, 84), (110, 52)):
                p.circle(x, y, 4, "#fdeaf1")

    return motif(
        words, metres=5.5, box=(130, 160), colours=colours, home="garden", gap=Span(10, 120, 100), family="plant"
    )(draw)


FRUIT_TREES = (
    _fruit_tree("apple tree, fruit tree, orange tree, lemon tree", "#5fa84a", RED),
    _fruit_tree("cherry tree, cherry blossom, blossom tree, sakura", "#f2a8c4", "#f6c6d8", large=False),
)


@motif(
    "bare tree, dead tree, winter tree, leafless tree",
    metres=6.0,
    box=(130, 160),
    colours="#6b4a34 #4a3f3a",
    home="meadow",
    gap=Span(10, 120, 100),
    family="plant",
)
def bare_tree(p: Pen) -> None:
    p.body("M54 160 C60 130 58 104 56 78 L66 76 L76 78 C74 104 76 132 84 160Z")
    p.line(
        "M64 96 C54 76 40 66 26 60 M38 66 C30 56 28 44 16 36 M68 90 C80 72 92 64 108 60 M92 66 C98 52 108 44 118 40 M65 80 C64 54 58 34 48 14 M60 48 C66 34 76 24 82 6 M50 24 C42 22 34 16 30 8 M74 26 C84 26 92 22 100 14 M98 52 L96 34 M28 58 L14 62",
        p.main,
        5,
    )


@motif(
    "willow, weeping willow",
    metres=6.5,
    box=(150, 150),
    colours="#8fb85a",
    home="lake",
    gap=Span(20, 130, 110),
    family="plant",
)
def willow(p: Pen) -> None:
    p.body("M62 150 C68 120 66 90 60 60 H90 C84 90 84 120 92 150Z", BARK)
    for x, y, r in ((46, 40, 34.0), (104, 40, 34), (75, 28, 36)):
        p.ball(x, y, r)
    for i, x in enumerate(range(8, 150, 12)):
        p.line(
            f"M{x} {50 - abs(75 - x) * 0.1:.0f} q{-5 if i % 2 else 5} 34 0 {56 + (i * 17) % 26}",
            p.dark if i % 2 else p.light,
            6,
        )


@motif(
    "birch, birch tree, aspen, poplar",
    metres=7.0,
    box=(100, 170),
    colours="#a8c45a",
    home="forest",
    gap=Span(10, 90, 110),
    family="plant",
)
def birch(p: Pen) -> None:
    p.body("M42 170 L46 30 H54 L58 170Z", "#f1efe8")
    p.line("M44 150 h6 M52 136 h5 M45 118 h7 M51 100 h5 M46 84 h5", INK, 3)
    for x, y, rx, ry in ((30, 84, 24, 18), (70, 78, 25, 19), (34, 54, 24, 20), (68, 48, 24, 20), (50, 24, 24, 22)):
        p.ball(x, y, rx, ry)
    for x, y in ((26, 78), (64, 70), (34, 48), (60, 42), (50, 18)):
        p.oval(x, y, 8, 5, p.light, -20)


@motif(
    "christmas tree, xmas tree, decorated tree",
    metres=2.4,
    box=(110, 160),
    colours="#2f7a4f",
    home="room",
    gap=Span(20, 90, 136),
    family="plant",
)
def christmas_tree(p: Pen) -> None:
    p.slab(48, 130, 14, 30, WOOD_DARK, 2)
    for y, w in ((92, 52), (58, 42), (26, 32)):
        p.body(
            f"M55 {y - 24} L{55 + w} {y + 48} C{55 + w * 0.5} {y + 42} {55 + w * 0.3} {y + 54} 55 {y + 46} C{55 - w * 0.3} {y + 54} {55 - w * 0.5} {y + 42} {55 - w} {y + 48}Z"
        )
    p.line("M32 62 C46 74 66 72 78 60 M24 94 C44 110 70 106 88 92 M14 130 C40 142 74 140 98 126", GOLD, 3)
    for i, (x, y) in enumerate(
        ((44, 52), (66, 48), (36, 82), (58, 78), (78, 84), (26, 116), (50, 118), (74, 116), (90, 122))
    ):
        p.ball(x, y, 6, 6, (RED, "#3f8fd0", GOLD)[i % 3])
    p.path(
        "M55 -8 l4.600 10 l11 1.200 l-8.200 7.400 l2.400 10.800 l-9.800 -5.600 l-9.800 5.600 l2.400 -10.800 l-8.200 -7.400 l11 -1.200Z",
        GOLD,
    )


def _stalked(words: str, colours: str, draw_head: str, *, metres: float = 0.5) -> Motif:
    """A flower on a stem with two leaves."""

    def draw(p: Pen) -> None:
        p.line("M35 46 C34 74 38 98 35 120", LEAF_DARK, 4.4)
        p.body("M36 100 C44 80 58 78 66 82 C62 94 50 102 36 104Z", LEAF)
        p.body("M35 110 C28 92 14 90 6 96 C12 106 20 112 35 114Z", LEAF)
        HEADS[draw_head](p)

    return motif(
        words, metres=metres, box=(70, 120), colours=colours, home="garden", family="plant", parts=("stem", "petal")
    )(draw)


def _daisy(p: Pen) -> None:
    for turn in range(0, 360, 24):
        p.add(f'ellipse cx="35" cy="12" rx="4.400" ry="15" transform="rotate({turn} 35 34)"', p.main)
    p.ball(35, 34, 11, 11, GOLD)


def _poppy(p: Pen) -> None:
    p.body("M4 34 C2 10 30 2 35 18 C40 2 68 10 66 34 C64 54 46 58 35 50 C24 58 6 54 4 34Z")
    p.path("M35 18 C28 30 28 42 35 50 C42 42 42 30 35 18Z", p.dark)
    p.ball(35, 36, 10, 9, INK)


def _lily(p: Pen) -> None:
    for turn in (-64, -32, 0, 32, 64):
        p.add(
            f'path d="M35 54 C24 40 26 14 35 0 C44 14 46 40 35 54Z" transform="rotate({turn} 35 52)"',
            p.main if turn % 64 else p.light,
        )
    p.line("M35 50 L26 24 M35 50 L44 24 M35 50 V20", "#e08a2c", 2)
    for x, y in ((26, 24), (44, 24), (35, 20)):
        p.circle(x, y, 2.6, "#a8562c")


def _lavender(p: Pen) -> None:
    for row in range(8):
        for dx in (-8, 0, 8):
            p.ball(
                35 + dx * (1 - row * 0.02), 52 - row * 6.4 - abs(dx) * 0.2, 5, 5, p.main if (row + dx) % 2 else p.light
            )


def _dandelion(p: Pen) -> None:
    p.veil('circle cx="35" cy="34" r="33"', "#fbfaf5", 0.5)
    for turn in range(0, 360, 20):
        p.add(
            f'path d="M35 34 V6 M30 8 L35 2 L40 8" stroke="{p.dark}" stroke-width="1.400" transform="rotate({turn} 35 34)"',
            "none",
        )
    p.circle(35, 34, 5, "#8a7a5a")


def _orchid(p: Pen) -> None:
    for turn in (0, 72, 144, 216, 288):
        p.add(
            f'ellipse cx="35" cy="15" rx="11" ry="17" transform="rotate({turn} 35 34)"',
            p.main if turn % 144 else p.light,
        )
    p.body("M28 34 C28 28 42 28 42 34 L46 50 C38 56 32 56 24 50Z", "#a8305f")
    p.circle(35, 36, 3.4, GOLD)


def _bluebell(p: Pen) -> None:
    p.line("M35 60 C32 20 40 4 56 4", LEAF_DARK, 3.4)
    for x, y in ((56, 14), (40, 24), (22, 36)):
        p.body(
            f"M{x - 9} {y + 20} C{x - 8} {y} {x + 8} {y} {x + 9} {y + 20} L{x + 4} {y + 16} L{x} {y + 22} L{x - 4} {y + 16}Z"
        )


HEADS = {
    "daisy": _daisy,
    "poppy": _poppy,
    "lily": _lily,
    "lavender": _lavender,
    "dandelion": _dandelion,
    "orchid": _orchid,
    "bluebell": _bluebell,
}
GARDEN_FLOWERS = (
    _stalked("daisy, marguerite, camomile", "#fbfaf5", "daisy", metres=0.35),
    _stalked("poppy", "#d8262f", "poppy"),
    _stalked("lily, iris, daffodil", "#fbf3f0 #f28a3a #8f6fd8", "lily"),
    _stalked("lavender, lilac", "#8f7fd0", "lavender"),
    _stalked("dandelion, dandelion clock", "#cfcfc4", "dandelion", metres=0.3),
    _stalked("orchid, hibiscus", "#d86ab0 #f6c6e0", "orchid"),
    _stalked("bluebell, snowdrop, harebell", "#5f7fd8 #fbfaf5", "bluebell", metres=0.3),
)
