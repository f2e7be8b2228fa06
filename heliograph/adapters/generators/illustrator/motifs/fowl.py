"""Drawings of large birds, of farmyard birds, and of songbirds that share one body."""

from dataclasses import dataclass

from heliograph.adapters.generators.illustrator.motif import Frame, Layer, Motif, Round, motif
from heliograph.adapters.generators.illustrator.palette import INK, WHITE, lighter
from heliograph.adapters.generators.illustrator.pen import Pen
from heliograph.adapters.generators.illustrator.scene import Pose

from .birds import BEAK, spread_wings


@dataclass(frozen=True, slots=True, kw_only=True)
class Plumage:
    """What tells one songbird from another."""

    belly: str = ""
    breast: str = ""
    cap: str = ""
    crest: str = ""
    beak: str = BEAK
    beak_long: float = 1.0
    beak_thick: float = 1.0
    collar: str = ""
    spots: bool = False


def songbird(words: str, colours: str, plumage: Plumage, *, metres: float = 0.25, home: str = "meadow") -> Motif:
    """A bird on its legs, or on the wing."""

    def draw(p: Pen) -> None:
        if p.pose is Pose.FLYING:
            spread_wings(p, plumage.belly, plumage.beak, plumage.breast)
            return
        _perched(p, plumage)

    return motif(
        words, metres=metres, box=(126, 90), colours=colours, home=home, layer=Layer.AIR, family="animal", head=Round(92, 26, 15),
        parts=("eye", "wing"), poses={Pose.FLYING: Frame(box=(130, 90), head=Round(106, 48, 12))},
    )(draw)  # fmt: skip


def _perched(p: Pen, looks: Plumage) -> None:
    p.body("M38 54 L4 60 L2 70 L14 68 L12 77 L44 70Z", p.dark)
    p.line("M64 78 V88 M76 78 V88 M60 89 H69 M72 89 H81", "#8a5a2c", 2.6)
    if looks.crest:
        p.body("M76 18 C70 4 62 0 54 4 C64 6 66 12 68 22 C72 26 80 24 88 14Z", looks.crest)
    p.body("M30 62 C30 38 56 34 70 36 C70 18 82 10 92 12 C106 14 110 28 104 40 C104 66 88 80 66 80 C46 80 30 76 30 62Z")
    p.path("M78 76 C94 70 102 56 104 42 C98 46 88 46 82 50 C76 58 74 68 78 76Z", looks.belly or lighter(p.main, 0.6))
    if looks.breast:
        p.body("M84 32 C94 34 102 36 105 40 C104 58 92 70 80 70 C74 58 76 42 84 32Z", looks.breast)
    if looks.cap:
        p.path("M73 24 C76 12 86 10 92 12 C102 13 106 20 106 27 C94 20 84 20 73 24Z", looks.cap)
    if looks.collar:
        p.line("M72 38 C82 46 96 46 104 40", looks.collar, 6)
    p.body("M40 48 C54 42 76 46 80 58 C74 70 54 72 26 66 C34 62 36 54 40 48Z", p.part("wing", p.deep))
    p.line("M40 60 C52 62 62 61 70 57 M38 54 C50 55 62 55 72 53", p.main, 1.8)
    if looks.spots:
        for x, y in ((50, 52), (62, 56), (48, 62), (60, 64), (88, 56), (82, 64)):
            p.circle(x, y, 1.9, WHITE)
    long, thick = 15 * looks.beak_long, 5 * looks.beak_thick
    p.body(f"M104 {28 - thick} C{104 + long * 0.6} {28 - thick} {104 + long} {29 - thick * 0.4} {104 + long} {30 + thick * 0.5}"
           f" L104 {29 + thick}Z", looks.beak)  # fmt: skip
    p.circle(95, 24, 4.4, WHITE)
    p.eye(96, 24, 2.6)


SONGBIRDS = (
    songbird("robin, redbreast", "#8a6a48", Plumage(breast="#e0562f", belly="#f1ece0"), home="garden"),
    songbird("sparrow, finch, wren, lark", "#a8794f", Plumage(cap="#6b4430", belly="#e9dcc6", spots=True), home="garden"),
    songbird("crow, raven, blackbird, rook, jackdaw", "#2e2f3a", Plumage(beak="#4a4a55", beak_long=1.3, beak_thick=1.3, belly="#3a3b48"), metres=0.4, home="field"),
    songbird("pigeon, turtledove", "#9aa3b2", Plumage(collar="#4fa58a", beak="#c98a8a", belly="#c9ced8"), metres=0.35, home="city"),
    songbird("dove, white dove, peace dove", "#f6f6f2", Plumage(beak="#e0a080", belly="#ffffff"), metres=0.35, home="sky"),
    songbird("toucan, hornbill", "#2a2a33", Plumage(belly="#fbf3d8", breast="#fbe9a8", beak="#f08a24", beak_long=2.6, beak_thick=2.4), metres=0.5, home="jungle"),
    songbird("woodpecker", "#2f2f38", Plumage(crest="#d8323c", cap="#d8323c", belly="#f1ece0", beak="#5a5a62", beak_long=1.7, spots=True), metres=0.35, home="forest"),
    songbird("kingfisher, hummingbird, bee eater", "#1f9ab5", Plumage(breast="#f08a3a", cap="#1668a8", beak="#33343f", beak_long=2.2, beak_thick=0.7, belly="#f6b27a"), home="lake"),
    songbird("cockatoo, budgie, canary, cardinal", "#f2d24a", Plumage(crest="#f08a24", belly="#fbf0b8", beak="#8a8d96", beak_thick=1.3), home="room"),
)  # fmt: skip


@motif(
    "rooster, cockerel, cock",
    metres=0.55,
    box=(116, 116),
    colours="#b5552a #3f4a5a",
    home="farm",
    family="animal",
    head=Round(84, 26, 14),
    parts=("eye", "tail"),
)
def rooster(p: Pen) -> None:
    p.line("M50 92 V110 M64 92 V110 M43 113 H56 M58 113 H71", BEAK, 3.6)
    tail = p.part("tail", "#2f5f5a")
    for d in (
        "M30 66 C4 62 -6 36 8 10 C14 26 26 40 42 50Z",
        "M32 62 C12 48 8 22 26 2 C28 22 36 40 46 50Z",
        "M36 58 C26 40 30 18 48 8 C44 26 46 40 52 50Z",
    ):
        p.body(d, tail)
    p.body(
        "M18 62 C24 72 38 66 50 60 C62 56 66 46 66 34 C66 20 76 16 86 18 C96 20 98 32 96 44 C98 74 82 96 56 96 C32 96 20 80 18 62Z"
    )
    p.path("M66 36 C64 52 58 62 50 68 C64 74 88 64 96 46 C90 52 74 48 66 36Z", "#e8a83a")
    p.path("M70 20 C64 10 72 4 76 10 C78 2 86 2 87 10 C92 4 98 10 92 20 C86 16 76 16 70 20Z", "#d8323c")
    p.oval(95, 46, 4.4, 8, "#d8323c")
    p.path("M95 30 L109 35 L95 39Z", BEAK)
    p.body("M34 70 C48 60 66 64 70 72 C60 88 42 88 28 76Z", p.dark)
    p.eye(86, 29, 2.6)


@motif(
    "chick, duckling, baby chicken",
    metres=0.14,
    box=(84, 90),
    colours="#f7d24a",
    home="farm",
    family="animal",
    head=Round(48, 28, 20),
    parts=("eye",),
)
def chick(p: Pen) -> None:
    p.line("M36 78 V86 M50 78 V86 M31 88 H41 M45 88 H55", BEAK, 3)
    p.body("M6 52 C12 56 16 54 20 50 C28 40 60 40 70 56 C74 72 60 82 42 82 C22 82 8 70 6 52Z", gradient="round")
    p.ball(48, 28, 22, 21)
    p.body("M22 56 C32 50 46 54 48 62 C42 70 28 70 18 62Z", p.dark)
    p.path("M68 24 L80 29 L68 33Z", BEAK)
    p.path("M44 8 C42 0 48 0 48 6 C50 0 56 2 52 8Z", p.main)
    p.eye(56, 25, 3, glint=True)
    p.oval(60, 34, 3.4, 2.2, "#f2a05a")


@motif(
    "turkey, pheasant",
    metres=0.8,
    box=(120, 110),
    colours="#7a4a30",
    home="farm",
    family="animal",
    head=Round(76, 34, 12),
    parts=("eye",),
)
def turkey(p: Pen) -> None:
    for i in range(-3, 4):
        colour = ("#b5552a", "#8a3f28", "#c97a3a")[i % 3]
        p.add(f'ellipse cx="46" cy="26" rx="12" ry="30" transform="rotate({i * 24 - 10} 46 66)"', colour)
        p.add(f'ellipse cx="46" cy="6" rx="9" ry="7" transform="rotate({i * 24 - 10} 46 66)"', "#f1dcb0")
    p.line("M44 94 V106 M58 94 V106 M38 108 H50 M52 108 H64", BEAK, 3.4)
    p.body(
        "M16 72 C16 50 36 46 54 50 C64 48 66 40 66 34 L84 34 C86 52 92 66 86 80 C78 96 60 98 46 98 C28 98 16 88 16 72Z"
    )
    p.ball(76, 32, 12, 12, "#6f93b5")
    p.path("M86 30 L99 35 L86 38Z", BEAK)
    p.path("M86 34 C94 38 94 54 88 58 C84 52 84 42 84 36Z", "#d8323c")
    p.body("M28 70 C42 60 58 66 62 74 C52 88 36 86 22 78Z", p.deep)
    p.eye(79, 29, 2.2)


@motif(
    "peacock, peahen",
    metres=1.2,
    box=(150, 130),
    colours="#1f6fb0",
    home="garden",
    family="animal",
    head=Round(75, 46, 10),
    parts=("eye",),
)
def peacock(p: Pen) -> None:
    p.body("M75 118 C20 118 -8 84 4 40 C20 0 130 0 146 40 C158 84 130 118 75 118Z", "#2f8f5a")
    for ring, (count, r) in enumerate(((7, 46.0), (9, 62))):
        for i in range(count):
            angle = -84 + i * 168 / (count - 1)
            at = f'transform="rotate({angle:.0f} 75 98)"'
            p.add(f'ellipse cx="75" cy="{98 - r - ring * 14:.0f}" rx="7.500" ry="10" {at}', "#d9b23a")
            p.add(f'circle cx="75" cy="{97 - r - ring * 14:.0f}" r="4.400" {at}', "#1f4f9a")
    p.body("M58 120 C50 96 62 84 66 70 L68 48 H82 L84 70 C88 84 100 96 92 120 C84 128 66 128 58 120Z")
    p.ball(75, 46, 10, 10)
    p.line("M75 36 L70 24 M75 36 V22 M75 36 L80 24", "#1f4f9a", 1.8)
    for x in (70, 75, 80):
        p.circle(x, 22, 2.6, "#2fb0a0")
    p.path("M71 48 H79 L75 56Z", BEAK)
    p.eye(71, 44, 1.9)
    p.eye(79, 44, 1.9)
    p.line("M68 124 V130 M82 124 V130", BEAK, 3)


@motif(
    "swallow, swift, martin",
    metres=0.25,
    box=(140, 90),
    colours="#26407f",
    home="sky",
    layer=Layer.AIR,
    family="animal",
    head=Round(112, 38, 11),
    parts=("eye",),
)
def swallow(p: Pen) -> None:
    p.body("M44 52 L0 40 L34 58 L4 74 L50 66Z")
    p.body("M64 50 C50 30 28 12 6 2 C36 2 74 16 92 44Z", p.dark)
    p.body("M36 58 C58 44 96 32 112 30 C122 30 128 36 126 42 C116 58 78 72 44 66Z")
    p.path("M52 66 C76 68 108 58 124 46 C116 44 84 54 52 66Z", "#f6efe0")
    p.body("M70 54 C80 74 100 86 126 88 C112 76 104 60 96 46Z")
    p.path("M112 40 C120 38 126 40 126 42 C124 46 120 48 116 50Z", "#c9442f")
    p.path("M126 36 L136 38 L126 41Z", INK)
    p.eye(118, 35, 1.9)
