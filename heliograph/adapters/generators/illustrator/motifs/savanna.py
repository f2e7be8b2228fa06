"""Drawings of the animals of warm countries, and of those of long ago."""

from heliograph.adapters.generators.illustrator.motif import Round, Span
from heliograph.adapters.generators.illustrator.palette import BLUSH, INK, WHITE
from heliograph.adapters.generators.illustrator.pen import Pen

from .farm import HORSE_HEAD, HORSE_LEGS, TRUNK
from .kits.beast import Legs, four_legged

CAT_LEGS = Legs((22, 76), (36, 64), 60, 12)
CAT_TRUNK = "M16 56 C16 42 30 40 50 42 L88 38 L94 66 C80 74 44 72 30 72 C20 70 16 64 16 56Z"


@four_legged("elephant", metres=3.0, box=(140, 100), legs=Legs((18, 80), (36, 68), 56, 19), head=Round(112, 34, 20),
             neck=(94, 40), colours="#8f98a8 #a29c9c", home="savanna", top=Span(34, 80, 14), hand=(133, 74))  # fmt: skip
def elephant(p: Pen) -> None:
    p.line("M14 36 C6 46 8 58 6 64", p.dark, 3.2)
    p.body("M12 44 C12 20 34 12 58 13 C84 12 102 22 102 48 C102 70 90 74 60 73 C30 74 12 70 12 44Z")
    p.mark()
    p.body(
        "M88 34 C88 14 110 8 122 20 C130 28 130 44 132 62 C134 74 138 78 134 84 C128 88 122 80 121 68 L118 54 C106 60 88 52 88 34Z"
    )
    p.path("M114 54 C118 62 126 64 131 60 C127 59 121 56 120 51Z", "#fbf6e6")
    p.body("M84 16 C66 16 64 44 74 58 C86 62 100 50 103 32 C102 22 94 16 84 16Z", p.dark)
    p.path("M84 24 C74 26 72 42 78 51 C88 50 94 40 95 31Z", p.light)
    p.eye(112, 30, 2.6)
    p.line("M126 60 L133 59 M127 68 L134 67", p.dark, 1.6)


@four_legged("rhinoceros, rhino", metres=1.8, box=(146, 96), legs=Legs((22, 80), (38, 66), 60, 16, ground=96.0), head=Round(114, 48, 18),
             neck=(96, 50), colours="#8a8f98", home="savanna", top=Span(34, 76, 18))  # fmt: skip
def rhino(p: Pen) -> None:
    p.line("M14 44 C6 50 6 60 5 64", p.dark, 4)
    p.body("M12 48 C10 26 34 16 58 18 C84 16 104 24 106 48 C106 66 92 74 62 73 C30 74 14 68 12 48Z")
    p.line("M42 20 C36 36 38 56 44 70 M84 20 C92 36 90 56 82 70", p.dark, 3)
    p.mark()
    p.path("M92 26 L90 10 L102 22Z M104 22 L108 8 L112 24Z", p.dark)
    p.body("M90 40 C90 26 104 22 114 28 C124 34 130 42 140 46 C146 54 142 66 130 68 C112 70 92 66 90 40Z")
    p.path("M128 42 L142 14 L142 48Z", "#ece5d2")
    p.path("M114 32 L120 16 L124 38Z", "#ece5d2")
    p.eye(113, 40, 2.6)
    p.circle(138, 56, 2, p.deep)
    p.line("M138 64 C130 66 124 64 120 61", p.deep, 2)


@four_legged("hippopotamus, hippo", metres=1.5, box=(146, 92), legs=Legs((22, 76), (36, 64), 64, 17, ground=92.0), head=Round(116, 42, 22),
             neck=(96, 50), colours="#8d7f8f #7a8090", home="lake", top=Span(34, 76, 18))  # fmt: skip
def hippo(p: Pen) -> None:
    p.line("M12 46 L4 54", p.dark, 5)
    p.body("M10 52 C8 26 30 16 56 18 C84 16 104 28 104 52 C104 74 90 80 58 80 C26 80 12 74 10 52Z")
    p.oval(56, 76, 30, 5, "#c9a2a6")
    p.mark()
    p.oval(98, 20, 6, 7, p.dark)
    p.oval(112, 18, 6, 7, p.dark)
    p.body("M88 40 C88 22 102 18 114 24 C122 28 126 34 136 36 C148 42 148 66 134 70 C112 74 88 66 88 40Z")
    p.body("M104 56 C104 44 122 38 136 40 C148 46 146 66 134 70 C116 72 104 66 104 56Z", p.light)
    p.oval(128, 48, 2.4, 3, p.deep)
    p.oval(138, 48, 2.4, 3, p.deep)
    p.path("M122 68 h5 v6 h-5Z M132 69 h5 v5 h-5Z", WHITE)
    p.eye(106, 32, 3, glint=True)


@four_legged("lion", metres=1.15, box=(130, 100), legs=CAT_LEGS, head=Round(99, 36, 28), neck=(84, 46),
             colours="#dba050 #c98d3f", home="savanna", parts=("eye", "mane"))  # fmt: skip
def lion(p: Pen) -> None:
    mane = p.part("mane", "#8f4e22")
    p.line("M20 52 C4 50 2 34 8 24", p.main, 5)
    p.oval(8, 21, 6, 8, "#7d431e")
    p.body(CAT_TRUNK)
    p.mark()
    around = ((76, 32), (84, 18), (98, 10), (113, 14), (122, 28), (122, 44), (112, 58), (96, 63), (82, 55), (75, 44))
    for x, y in around:
        p.ball(x, y, 13, 13, mane)
    p.circle(99, 36, 26, mane)
    p.circle(82, 18, 6, p.dark)
    p.circle(115, 18, 6, p.dark)
    p.ball(99, 37, 20, 19)
    _muzzle(p, 99, 40, p.pale)
    p.eye(91, 33, 2.6)
    p.eye(107, 33, 2.6)


def _muzzle(p: Pen, x: float, y: float, colour: str) -> None:
    p.oval(x, y + 6, 11, 8, colour)
    p.path(f"M{x - 5} {y} h10 l-5 5Z", "#5a2d22")
    p.line(f"M{x} {y + 5} v3 m-6 2 c3 2 5 1 6 -2 c1 3 3 4 6 2", INK, 1.5)


def _cat_head(p: Pen, ear: str = "") -> None:
    """The head of a big cat without a mane."""
    for x in (83, 115):
        p.circle(x, 21, 8, ear or p.main)
        p.circle(x, 21, 4, BLUSH)
    p.ball(99, 38, 24, 21)
    _muzzle(p, 99, 42, WHITE)
    p.eye(90, 35, 2.9)
    p.eye(108, 35, 2.9)


@four_legged("tiger, tigress", metres=1.1, box=(130, 100), legs=CAT_LEGS, head=Round(99, 38, 24), neck=(84, 46),
             colours="#e8872c #f3ede2", home="jungle")  # fmt: skip
def tiger(p: Pen) -> None:
    p.line("M20 54 C4 54 0 40 6 28", p.main, 7)
    p.line("M4 46 L11 44 M2 36 L9 35", INK, 3)
    p.body(CAT_TRUNK)
    p.line("M30 42 L33 56 M42 42 L44 58 M54 42 L55 56 M66 41 L66 57 M28 68 L30 62 M46 71 L47 65 M60 71 L60 64", INK, 3)
    p.mark()
    _cat_head(p)
    p.line(
        "M99 18 V25 M92 19 L93 25 M106 19 L105 25 M77 36 L84 38 M78 44 L85 44 M121 36 L114 38 M120 44 L113 44", INK, 2.6
    )


@four_legged("leopard, jaguar, cheetah, lynx", metres=1.0, box=(130, 100), legs=CAT_LEGS, head=Round(99, 38, 24), neck=(84, 46),
             colours="#e3b25a #d8c9a0", home="savanna")  # fmt: skip
def leopard(p: Pen) -> None:
    p.line("M20 54 C2 56 -4 40 8 30", p.main, 7)
    p.body(CAT_TRUNK)
    spots = (
        (28, 50),
        (38, 46),
        (50, 50),
        (62, 46),
        (74, 48),
        (32, 62),
        (44, 60),
        (56, 62),
        (68, 60),
        (82, 60),
        (84, 46),
        (40, 69),
    )
    for i, (x, y) in enumerate(spots):
        p.oval(x, y, 4, 3.4, "#5a3a20", i * 40)
        p.oval(x + 0.6, y, 1.8, 1.4, "#b8813a")
    p.circle(1, 44, 2.4, "#5a3a20")
    p.circle(5, 34, 2.4, "#5a3a20")
    p.mark()
    _cat_head(p)
    for x, y in ((92, 22), (99, 20), (106, 22), (95, 27), (103, 27), (80, 40), (82, 46), (118, 40), (116, 46)):
        p.circle(x, y, 1.9, "#5a3a20")


@four_legged("panther, puma, cougar, lioness, wildcat", metres=0.95, box=(130, 100), legs=CAT_LEGS, head=Round(99, 38, 24),
             neck=(84, 46), colours="#2f2d3a #c99a5f", home="jungle", parts=("eye",))  # fmt: skip
def panther(p: Pen) -> None:
    p.line("M20 54 C2 60 -6 44 4 34 C10 28 4 20 0 20", p.main, 7)
    p.body(CAT_TRUNK)
    p.line("M40 44 C50 50 66 50 80 44", p.light, 2)
    p.mark()
    for x in (83, 115):
        p.circle(x, 21, 8)
        p.circle(x, 21, 4, BLUSH)
    p.ball(99, 38, 24, 21)
    p.oval(99, 48, 11, 8, p.light)
    p.path("M94 42 h10 l-5 5Z", "#d9627a")
    for x in (90, 108):
        p.oval(x, 34, 4.4, 4, p.part("eye", "#d8e05a"))
        p.oval(x, 34, 1.6, 3.6, INK)
    p.line("M82 44 L68 42 M82 48 L69 50 M116 44 L130 42 M116 48 L129 50", p.pale, 1)


@four_legged("giraffe", metres=4.6, box=(84, 130), legs=Legs((11, 50), (20, 42), 84, 7, "#5b4030", 130.0), head=Round(71, 17, 9),
             neck=(62, 24), colours="#f0c060 #e3b04f", home="savanna")  # fmt: skip
def giraffe(p: Pen) -> None:
    p.line("M10 74 C4 84 6 92 4 96", p.dark, 2.4)
    p.body("M8 80 C8 70 20 68 32 68 L46 64 L62 14 L72 18 L64 84 C60 92 48 92 34 92 C16 92 8 90 8 80Z")
    spots = (
        (18, 78),
        (28, 75),
        (38, 76),
        (24, 86),
        (36, 86),
        (48, 82),
        (51, 68),
        (57, 74),
        (56, 54),
        (61, 60),
        (61, 42),
        (65, 32),
        (59, 86),
    )
    for i, (x, y) in enumerate(spots):
        p.oval(x, y, 4.3 - i % 3 * 0.7, 3.6, "#a8652c", i * 40)
    p.mark()
    p.line("M64 12 V3 M69 12 V3", p.dark, 2)
    p.circle(64, 3, 2, "#7a4726")
    p.circle(69, 3, 2, "#7a4726")
    p.oval(58, 13, 6, 2.6, p.dark, 20)
    p.body("M60 14 C62 8 72 8 76 13 L83 22 C84 27 78 29 74 27 C66 28 58 22 60 14Z")
    p.oval(79, 24, 4.4, 3.4, p.light)
    p.eye(70, 15, 1.9)


@four_legged("zebra", metres=1.5, box=(126, 100), legs=HORSE_LEGS, head=Round(103, 20, 12), neck=(82, 46), colours="#f6f4ee",
             home="savanna", top=Span(34, 74, 36))  # fmt: skip
def zebra(p: Pen) -> None:
    p.line("M21 44 C10 52 12 64 13 70", p.dark, 3)
    p.oval(13, 76, 3.4, 7, INK)
    p.body(TRUNK)
    p.line(
        "M27 39 C31 48 30 58 28 64 M37 37 C41 48 40 58 38 65 M48 39 V64 M58 39 C57 48 58 56 60 62 M68 37 C66 48 68 56 72 63 M22 56 L30 62",
        INK,
        4,
    )
    p.mark()
    p.body(HORSE_HEAD)
    p.path("M93 8 L93 -1 L101 7Z", INK)
    p.path("M98 6 C84 6 74 20 64 40 L73 42 C82 28 88 18 97 13Z", INK)
    p.line("M78 30 L90 40 M83 22 L94 32 M90 14 L99 24 M98 10 L104 16", INK, 3.4)
    p.path("M110 27 L120 26 C123 31 118 36 113 34 L108 32Z", INK)
    p.eye(104, 18, 2.4)


@four_legged("camel, dromedary", metres=2.1, box=(130, 100), legs=Legs((20, 76), (31, 66), 58, 8), head=Round(111, 24, 10),
             neck=(86, 54), colours="#c99a5b #b98a4e", home="desert", top=Span(40, 62, 22))  # fmt: skip
def camel(p: Pen) -> None:
    p.line("M14 50 C8 58 10 66 8 70", p.dark, 3)
    p.body(
        "M14 54 C14 44 24 42 32 40 C38 14 56 12 62 38 C72 38 84 40 88 50 C90 64 80 70 66 68 L32 68 C18 68 14 62 14 54Z"
    )
    p.path("M35 40 C42 36 54 36 60 40 L58 58 L38 58Z", "#b23a48")
    p.line("M38 52 H57 M37 46 H58", "#f2c14e", 2)
    p.mark()
    p.body(
        "M78 48 C90 62 98 50 98 34 C97 22 102 16 110 16 L124 24 C127 29 122 33 118 32 L110 32 C109 48 104 72 88 70 C78 68 74 56 78 48Z"
    )
    p.path("M103 18 L104 8 L110 16Z", p.dark)
    p.eye(113, 22, 2.1)
    p.line("M120 29 L124 28", p.deep, 1.4)
