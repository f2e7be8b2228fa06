"""Drawings of trees by kind, of garden flowers, and of nature's larger and smaller pieces."""

from heliograph.adapters.generators.illustrator.motif import Layer, Motif, Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, LEAF, LEAF_DARK, WHITE, WOOD_DARK
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
    _fruit_tree("apple tree, fruit tree", "#5fa84a", RED),
    _fruit_tree("orange tree, lemon tree", "#4f9a4a", "#f28a1c"),
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


@motif("bamboo, bamboos", metres=4.5, box=(90, 160), colours="#6aa84a", home="forest", family="plant")
def bamboo(p: Pen) -> None:
    for x, top in ((14, 20), (38, 2), (64, 30)):
        for y in range(top, 156, 26):
            p.slab(x, y, 11, 24, p.main, 3)
        p.line(f"M{x - 1} {top + 25} h13 M{x - 1} {top + 51} h13 M{x - 1} {top + 77} h13", p.deep, 2.4)
    for x, y, turn in (
        (54, 26, 30),
        (28, 46, -150),
        (56, 60, 20),
        (30, 84, -160),
        (80, 66, 30),
        (8, 54, -140),
        (82, 104, 24),
    ):
        p.oval(x, y, 14, 4, p.dark, turn)


@motif("fern, bracken", metres=0.7, box=(120, 90), colours="#4f9a4a", home="forest", family="plant")
def fern(p: Pen) -> None:
    for turn, long in ((-62, 70), (-30, 82), (0, 86), (30, 82), (62, 70)):
        one = p.like()
        one.line(f"M0 0 V{-long}", LEAF_DARK, 2.4)
        for y in range(8, long, 8):
            w = (long - y) * 0.26 + 3
            one.oval(-w, -y, w, 3.4, p.main if y % 16 else p.dark, 24)
            one.oval(w, -y, w, 3.4, p.main if y % 16 else p.dark, -24)
        p.place(one.drawn(), f"translate(60 90) rotate({turn})")


@motif(
    "grass, tuft of grass, reed, reeds, wheat, ear of wheat",
    metres=0.6,
    box=(90, 110),
    colours="#6aa84a #d9b84a",
    home="meadow",
    family="plant",
)
def grass(p: Pen) -> None:
    for d in (
        "M40 110 C36 70 24 40 6 22 C22 54 30 84 32 110Z",
        "M44 110 C42 60 40 30 34 2 C52 40 54 80 52 110Z",
        "M52 110 C54 74 66 44 84 26 C72 56 64 84 62 110Z",
        "M36 110 C30 86 18 66 2 56 C16 76 24 94 28 110Z",
        "M58 110 C62 90 74 72 88 64 C76 82 70 96 66 110Z",
    ):
        p.body(d, p.main if "60" in d else p.dark)


@motif(
    "clover, four-leaf clover, shamrock, lucky clover",
    metres=0.12,
    box=(100, 110),
    colours="#3f9a4a",
    home="meadow",
    family="plant",
)
def clover(p: Pen) -> None:
    p.line("M50 50 C52 76 46 94 40 110", LEAF_DARK, 5)
    for turn in (0, 90, 180, 270):
        p.add(
            f'path d="M50 50 C36 38 22 28 28 14 C34 2 48 6 50 16 C52 6 66 2 72 14 C78 28 64 38 50 50Z" transform="rotate({turn} 50 50)"',
            p.main if turn % 180 else p.light,
        )


@motif(
    "water lily, lily pad, lotus, lotus flower",
    metres=0.5,
    box=(130, 80),
    colours="#f28ab5 #fbfaf5",
    home="lake",
    layer=Layer.WATER,
    family="plant",
)
def water_lily(p: Pen) -> None:
    p.oval(65, 64, 62, 14, LEAF)
    p.path("M65 64 L118 54 L112 72Z", "#7cc4e6")
    for d in (
        "M65 62 C40 60 20 46 16 30 C36 32 54 44 65 62Z",
        "M65 62 C90 60 110 46 114 30 C94 32 76 44 65 62Z",
        "M65 62 C48 50 36 30 40 12 C54 22 64 42 65 62Z",
        "M65 62 C82 50 94 30 90 12 C76 22 66 42 65 62Z",
    ):
        p.body(d)
    p.body("M65 62 C54 46 54 22 65 4 C76 22 76 46 65 62Z", p.light)
    p.ball(65, 58, 9, 6, GOLD)


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
    _stalked("lily, lilies, iris, daffodil", "#fbf3f0 #f28a3a #8f6fd8", "lily"),
    _stalked("lavender, lilac", "#8f7fd0", "lavender"),
    _stalked("dandelion, dandelion clock", "#cfcfc4", "dandelion", metres=0.3),
    _stalked("orchid, hibiscus", "#d86ab0 #f6c6e0", "orchid"),
    _stalked("bluebell, snowdrop, harebell", "#5f7fd8 #fbfaf5", "bluebell", metres=0.3),
)


@motif(
    "bouquet, bouquet of flowers, bunch of flowers",
    metres=0.45,
    box=(100, 120),
    colours="#e8d9b8 #8fc7e8",
    home="table",
    family="plant",
)
def bouquet(p: Pen) -> None:
    p.line("M50 60 V118 M42 60 L48 116 M58 60 L52 116", LEAF_DARK, 4)
    for x, y, c in (
        (20, 40, "#f28ab0"),
        (40, 20, "#f6f1e6"),
        (62, 18, "#e0344f"),
        (82, 38, "#f2b61f"),
        (50, 42, "#8f6fd8"),
        (32, 56, "#e0344f"),
        (70, 56, "#f28ab0"),
    ):
        for turn in range(0, 360, 60):
            p.add(f'ellipse cx="{x}" cy="{y - 9}" rx="6" ry="9" transform="rotate({turn} {x} {y})"', c)
        p.circle(x, y, 5, GOLD if c != "#f2b61f" else WOOD_DARK)
    p.body("M16 66 C36 76 64 76 84 66 L58 112 H42Z")
    p.path("M50 92 L34 84 V102Z M50 92 L66 84 V102Z", RED)


@motif(
    "wreath, flower crown, garland",
    metres=0.5,
    box=(110, 110),
    colours="#3f8a4a",
    home="wall",
    family="plant",
    worn="head",
    tall=False,
)
def wreath(p: Pen) -> None:
    for turn in range(0, 360, 15):
        p.add(
            f'ellipse cx="55" cy="14" rx="13" ry="8" transform="rotate({turn} 55 55)"', p.main if turn % 30 else p.dark
        )
    for turn in range(0, 360, 45):
        p.add(f'circle cx="55" cy="14" r="4.400" transform="rotate({turn} 55 55)"', RED)
    p.path("M55 98 L34 88 V108Z M55 98 L76 88 V108Z", RED)


@motif(
    "seedling, sprout, young plant, sapling", metres=0.2, box=(90, 90), colours="#7fc05a", home="garden", family="plant"
)
def seedling(p: Pen) -> None:
    p.line("M45 84 C44 66 46 52 45 40", LEAF_DARK, 5)
    p.body("M45 44 C24 46 8 34 6 12 C28 10 44 22 45 44Z")
    p.body("M45 44 C66 46 82 34 84 12 C62 10 46 22 45 44Z", p.dark)
    p.body("M8 90 C18 74 72 74 82 90Z", "#6b4630")


@motif("bonsai, bonsai tree", metres=0.4, box=(110, 110), colours="#4f9a4a", home="table", family="plant")
def bonsai(p: Pen) -> None:
    p.line("M58 90 C70 70 40 62 50 42 M52 58 C68 54 78 48 84 40", BARK, 9)
    for x, y, rx, ry in ((34, 34, 26, 15), (60, 20, 28, 15), (88, 34, 20, 12)):
        p.ball(x, y, rx, ry)
    p.body("M22 90 H92 L84 108 H30Z", "#3f6f9a")
    p.slab(16, 84, 82, 9, "#5f8fb5", 3)


@motif(
    "stump, tree stump",
    metres=0.5,
    box=(110, 80),
    colours="#8a5c36",
    home="forest",
    family="nature",
    top=Span(24, 86, 18),
)
def stump(p: Pen) -> None:
    p.body("M18 18 C20 44 14 62 2 76 C16 72 24 78 34 80 C44 74 52 80 60 80 C72 74 80 80 108 76 C94 62 90 44 92 18Z")
    p.oval(55, 18, 37, 12, "#e0b884")
    p.oval(55, 18, 26, 8, "#c99a62")
    p.oval(55, 18, 14, 4.400, "#e0b884")


@motif("pine cone, fir cone, pinecone", metres=0.08, box=(80, 100), colours="#8a5a34", home="forest", family="nature")
def pine_cone(p: Pen) -> None:
    for row, count in enumerate((2, 3, 4, 4, 3, 2)):
        for i in range(count):
            x, y = 40 + (i - (count - 1) / 2) * 16, 20 + row * 13
            p.body(
                f"M{x - 10} {y} C{x - 8} {y + 16} {x + 8} {y + 16} {x + 10} {y} C{x + 4} {y - 6} {x - 4} {y - 6} {x - 10} {y}Z",
                p.main if (row + i) % 2 else p.dark,
            )
    p.line("M40 14 V2", WOOD_DARK, 5)


@motif("seaweed, kelp, algae", metres=0.8, box=(80, 120), colours="#3f9a6a", home="underwater", family="plant")
def seaweed(p: Pen) -> None:
    for x, h, c in ((18, 84, p.dark), (40, 116, p.main), (62, 70, p.light)):
        p.line(f"M{x} 120 q-14 {-h / 4:.0f} 0 {-h / 2:.0f} q14 {-h / 4:.0f} 0 {-h / 2:.0f}", c, 12)


@motif("volcano, erupting volcano", metres=14.0, box=(190, 140), colours="#6b5a5a", home="mountains", family="nature")
def volcano(p: Pen) -> None:
    for x, y, r in ((94, 0, 18.0), (72, -8, 14), (116, -8, 16), (94, -22, 16)):
        p.ball(x, y, r, r, "#b9b4b4")
    p.path("M84 34 L78 8 L90 22 L95 -2 L100 22 L112 8 L106 34Z", "#f7a52c")
    p.body("M76 32 H114 C126 80 154 116 188 140 H2 C36 116 64 80 76 32Z")
    p.path("M76 32 H114 L118 48 L108 42 L106 84 L98 50 L92 104 L86 46 L80 60 L72 48Z", "#f0562c")
    p.shade("M114 32 C126 80 154 116 188 140 H120 C112 100 112 60 104 32Z", 0.14)


@motif(
    "mountain peak, matterhorn, snowy peak",
    metres=14.0,
    box=(190, 130),
    colours="#7d8fae",
    home="mountains",
    family="nature",
)
def peak(p: Pen) -> None:
    p.path("M96 2 L140 52 L154 44 L190 130 H0 L44 62 L56 72Z", p.main)
    p.shade("M96 2 L140 52 L154 44 L190 130 H108 L116 70Z", 0.16)
    p.path("M96 2 L122 32 L112 40 L104 32 L96 44 L84 34 L76 36Z M154 44 L166 70 L156 64 L146 70 L142 50Z", WHITE)


@motif("waterfall, cascade", metres=7.0, box=(140, 140), colours="#8a8d96", home="forest", family="nature")
def waterfall(p: Pen) -> None:
    p.body("M2 140 L8 40 L24 14 H118 L134 44 L138 140Z")
    p.body("M42 14 H98 L106 130 H34Z", "#8fd0ec")
    p.line("M52 18 V126 M64 16 V128 M76 16 V126 M88 18 V128", WHITE, 4)
    p.oval(70, 132, 66, 9, "#7cc4e6")
    for x in (40, 56, 72, 88, 102):
        p.ball(x, 126, 9, 6, WHITE)
    p.ball(20, 16, 13, 10, LEAF)
    p.ball(122, 18, 13, 10, LEAF)


@motif(
    "iceberg, ice floe",
    metres=8.0,
    box=(160, 110),
    colours="#d6ecf6",
    home="sea",
    layer=Layer.WATER,
    family="nature",
    top=Span(40, 100, 40),
)
def iceberg(p: Pen) -> None:
    p.path("M4 110 L18 62 L48 50 L66 8 L96 26 L112 60 L142 72 L156 110Z", p.main)
    p.path("M66 8 L96 26 L88 60 L104 110 H60 L56 60Z", WHITE)
    p.path("M112 60 L142 72 L156 110 H118Z", p.dark)


@motif(
    "island, desert island, tropical island",
    metres=8.0,
    box=(200, 150),
    colours="#eacb8a",
    home="sea",
    layer=Layer.WATER,
    family="nature",
    top=Span(90, 170, 116),
)
def island(p: Pen) -> None:
    p.line("M66 116 C70 90 74 60 84 36", "#a8763f", 9)
    for d in (
        "M84 36 C62 18 40 22 26 44 C48 34 66 36 84 42Z",
        "M84 36 C108 16 130 24 140 48 C120 36 104 36 84 42Z",
        "M84 38 C74 10 54 2 40 10 C60 14 72 24 84 42Z",
        "M84 38 C94 10 114 2 128 12 C108 16 96 24 84 42Z",
    ):
        p.body(d, LEAF)
    p.body("M2 140 C30 104 60 110 100 110 C150 108 176 120 198 140 C160 152 40 152 2 140Z")
    p.oval(60, 120, 12, 5, p.dark)


@motif(
    "wave, big wave, tsunami, breaker",
    metres=5.0,
    box=(190, 120),
    colours="#2f7fb5",
    home="sea",
    layer=Layer.WATER,
    family="nature",
)
def wave(p: Pen) -> None:
    p.body("M2 120 C20 60 60 8 118 6 C152 6 166 30 158 50 C150 40 138 36 128 42 C112 52 122 84 188 120Z")
    p.path("M40 70 C60 30 96 12 122 14 C146 16 156 32 158 50 C150 40 138 36 128 42 C118 34 80 30 40 70Z", "#8fd0ec")
    for x, y, r in ((120, 12, 9), (138, 18, 9), (152, 30, 8), (158, 46, 7), (104, 10, 7), (134, 40, 6)):
        p.ball(x, y, r, r, WHITE)
    p.line("M30 104 C56 70 84 60 110 62 M60 112 C80 92 104 88 124 92", p.light, 4)
