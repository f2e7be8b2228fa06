"""Drawings of the animals of woods, mountains and snow."""

from heliograph.adapters.generators.illustrator.motif import Round, Span, motif
from heliograph.adapters.generators.illustrator.palette import BLUSH, INK, WHITE
from heliograph.adapters.generators.illustrator.pen import Pen

from .kits.beast import Legs, four_legged

HOOF = "#3b302c"
FOX_LEGS = Legs((34, 84), (46, 74), 62, 9, "#3a2a28")


@four_legged("fox, vixen", metres=0.6, box=(130, 100), legs=FOX_LEGS, head=Round(104, 32, 16), neck=(90, 50),
             colours="#dd6b25 #c95c2a", home="forest")  # fmt: skip
def fox(p: Pen) -> None:
    p.body("M30 62 C10 70 -2 56 2 34 C10 44 22 40 36 50Z")
    p.path("M2 34 C4 40 7 43 12 45 C8 49 4 50 1 48 C0 43 1 38 2 34Z", WHITE)
    p.body("M28 56 C28 45 42 44 56 46 L88 42 C98 46 98 60 92 68 C82 74 54 72 42 72 C32 70 28 64 28 56Z")
    p.path("M84 50 C84 62 88 70 93 68 C98 62 100 54 100 48Z", WHITE)
    p.mark()
    p.path("M84 26 L84 4 L98 18Z M106 18 L118 4 L119 24Z", p.dark)
    p.body("M82 30 C84 18 100 14 112 18 C120 22 122 28 120 32 L128 43 C128 48 122 49 118 48 C108 56 84 52 82 30Z")
    p.path("M84 36 C94 34 100 42 106 44 L128 45 C127 49 122 49 118 48 C108 56 88 52 84 36Z", WHITE)
    p.eye(108, 31, 2.7)
    p.circle(127, 44, 3.3, INK)


@four_legged("wolf, husky, coyote, jackal", metres=0.85, box=(136, 100), legs=Legs((30, 84), (42, 74), 60, 10),
             head=Round(106, 28, 16), neck=(88, 46), colours="#7b8290 #5a5e6b #e6e6ea", home="forest")  # fmt: skip
def wolf(p: Pen) -> None:
    p.body("M30 52 C14 56 6 70 8 86 C18 84 28 74 36 64Z", p.dark)
    p.body(
        "M24 54 C24 42 38 40 54 42 L84 34 C98 40 100 56 94 68 C84 74 70 68 56 70 C46 74 34 72 28 66 C24 62 24 58 24 54Z"
    )
    p.path("M78 58 L84 72 L88 62 L94 74 L98 58 C98 50 96 46 94 42Z", p.pale)
    p.mark()
    p.path("M86 22 L84 0 L98 13Z M104 12 L114 -1 L116 18Z", p.deep)
    p.body(
        "M80 44 C80 24 92 10 108 12 C116 14 118 20 120 24 L134 33 C136 39 130 43 122 42 L112 44 C106 56 84 60 80 44Z"
    )
    p.path("M92 40 C100 34 110 38 134 36 C135 41 128 43 122 42 L112 44 C106 52 98 54 92 52Z", p.pale)
    p.eye(110, 24, 2.6)
    p.oval(133, 33, 3.8, 3.2, INK)
    p.line("M120 42 C116 43 112 42 110 40", INK, 1.3)


@four_legged("deer, doe, fawn, bambi, gazelle, antelope", metres=1.2, box=(110, 120), legs=Legs((26, 70), (36, 62), 78, 8, HOOF, 120.0),
             head=Round(86, 30, 11), neck=(70, 64), colours="#b5763f #9a6234", home="forest")  # fmt: skip
def deer(p: Pen) -> None:
    p.path("M22 60 L12 54 L16 70Z", WHITE)
    p.body("M20 66 C20 54 34 54 48 56 L70 52 C84 56 84 76 76 82 C64 86 38 86 28 82 C20 78 20 72 20 66Z")
    for x, y in ((32, 62), (42, 66), (52, 62), (38, 72), (62, 66), (50, 72)):
        p.circle(x, y, 2.2, p.pale)
    p.oval(50, 82, 20, 3.6, p.pale)
    p.mark()
    p.body(
        "M62 66 C66 50 70 36 76 26 C82 20 92 20 96 24 L106 34 C108 39 104 42 99 40 L90 38 C88 56 82 72 74 76 C66 78 60 72 62 66Z"
    )
    p.oval(68, 22, 10, 4, p.dark, 30)
    p.oval(92, 14, 9, 3.6, p.dark, -60)
    p.path("M100 40 L105 36 C108 39 104 42 99 40Z", INK)
    p.eye(90, 28, 2.8, glint=True)


@four_legged("stag, elk, buck", metres=1.7, box=(120, 150), legs=Legs((26, 74), (36, 66), 104, 9, HOOF, 150.0),
             head=Round(92, 54, 12), neck=(74, 90), colours="#8a5a34 #6b4a34", home="forest")  # fmt: skip
def stag(p: Pen) -> None:
    p.path("M20 84 L10 78 L14 94Z", p.pale)
    p.body("M18 92 C18 78 34 78 50 80 L76 74 C92 80 92 102 82 110 C68 114 38 114 26 110 C18 104 18 98 18 92Z")
    p.mark()
    p.line(
        "M82 44 C74 30 60 26 54 6 M70 30 L56 30 M63 20 L70 6 M88 42 C90 26 106 20 110 2 M94 30 L112 28 M104 18 L96 4",
        "#c9a873",
        4.4,
    )
    p.body(
        "M62 96 C66 76 72 60 80 48 C86 42 98 42 102 47 L116 60 C118 66 113 69 107 66 L96 64 C96 84 92 104 80 108 C66 110 60 104 62 96Z"
    )
    p.path("M66 90 C76 84 88 82 96 74 C96 90 90 104 80 108 C66 110 60 100 66 90Z", p.dark)
    p.oval(72, 46, 10, 4, p.dark, 24)
    p.circle(115, 63, 3, INK)
    p.eye(96, 52, 2.7)


@four_legged("reindeer, moose, caribou, rudolph", metres=1.5, box=(120, 140), legs=Legs((26, 72), (36, 64), 98, 10, HOOF, 140.0),
             head=Round(94, 54, 13), neck=(74, 84), colours="#8f7660 #6f5a4a", home="snow", top=Span(34, 66, 72))  # fmt: skip
def reindeer(p: Pen) -> None:
    p.path("M20 78 L10 74 L16 88Z", WHITE)
    p.body("M18 88 C18 72 34 72 50 74 L76 70 C90 76 90 96 82 104 C68 108 38 108 26 104 C18 98 18 94 18 88Z")
    p.mark()
    p.body("M82 42 C66 42 52 30 52 10 L58 24 L60 6 L66 24 L72 8 L76 28 L84 34Z", "#b5977a")
    p.body("M92 40 C104 40 114 28 114 8 L109 22 L106 4 L101 22 L96 8 L94 28 L88 34Z", "#c9ac8c")
    p.body(
        "M64 88 C66 66 74 48 84 42 C92 38 100 42 104 48 L118 62 C120 70 112 74 104 72 L96 70 C94 86 88 100 78 102 C68 102 64 96 64 88Z"
    )
    p.body("M66 78 C74 90 86 92 92 84 C92 98 84 110 76 110 C68 106 64 92 66 78Z", p.pale)
    p.oval(74, 46, 9, 4, p.dark, 24)
    p.ball(116, 64, 6, 5.4, "#d8323c")
    p.eye(97, 53, 2.7)


@motif("bear, grizzly, brown bear", metres=1.7, box=(96, 110), colours="#7a4e2f #5c3d2b", home="forest", hand=(84, 82), family="animal",
       head=Round(48, 30, 26), parts=("eye",))  # fmt: skip
def bear(p: Pen) -> None:
    seated_bear(p, p.main, p.dark, p.light)


def seated_bear(p: Pen, coat: str, limbs: str, snout: str, patch: str | None = None) -> None:
    """A bear that sits and looks at us."""
    for x in (26, 70):
        p.ball(x, 14, 9, 9, limbs if patch else coat)
        p.circle(x, 15, 4.6, limbs if patch else snout)
    p.body("M14 66 C14 44 30 40 48 40 C66 40 82 44 82 66 L80 98 C78 110 60 108 48 108 C36 108 18 110 16 98Z", coat)
    p.oval(48, 76, 20, 23, snout)
    p.body("M18 54 C6 62 4 80 12 86 C20 88 26 78 28 62Z", limbs)
    p.body("M78 54 C90 62 92 80 84 86 C76 88 70 78 68 62Z", limbs)
    p.oval(28, 104, 15, 6.5, limbs)
    p.oval(68, 104, 15, 6.5, limbs)
    p.ball(48, 30, 27, 24, coat)
    if patch:
        p.oval(37, 28, 7, 8.4, patch, 24)
        p.oval(59, 28, 7, 8.4, patch, -24)
    p.oval(48, 38, 13, 10, snout)
    p.oval(48, 33.5, 5, 3.6, INK)
    p.line("M48 37 V41 M42 43 C45 46 51 46 54 43", INK, 1.8)
    for x in (38, 58):
        if patch:
            p.circle(x, 27, 3.6, WHITE)
        p.eye(x, 27, 2.8, glint=True)


@motif("panda, panda bear", metres=1.4, box=(96, 110), colours="#f6f4ee", home="forest", hand=(84, 82), family="animal",
       head=Round(48, 30, 26), parts=("eye",))  # fmt: skip
def panda(p: Pen) -> None:
    seated_bear(p, p.main, "#2b2b33", "#fffdf7", "#2b2b33")
    p.line("M84 92 L60 58", "#6aa83f", 4)
    p.oval(58, 58, 9, 3, "#7fbf4f", 40)
    p.oval(70, 60, 9, 3, "#5f9a3f", -20)


@four_legged("polar bear", metres=1.6, box=(136, 96), legs=Legs((22, 82), (38, 68), 60, 17, "#e3e6ea", 96.0), head=Round(108, 34, 15),
             neck=(92, 46), colours="#f6f5f0", home="snow", top=Span(34, 76, 22))  # fmt: skip
def polar_bear(p: Pen) -> None:
    p.body("M14 54 C10 30 30 20 54 20 C76 22 94 28 104 42 C104 62 98 74 84 72 C64 76 42 76 28 74 C18 70 14 62 14 54Z")
    p.mark()
    p.circle(96, 19, 6, p.dark)
    p.body("M84 44 C82 24 96 14 110 20 C116 24 120 30 132 36 C136 42 132 48 124 49 C112 56 92 66 84 44Z")
    p.oval(131, 39, 4.4, 3.6, INK)
    p.line("M128 46 C122 49 116 48 112 45", "#8a8d96", 1.6)
    p.eye(112, 30, 2.4)


@motif(
    "koala",
    metres=0.7,
    box=(96, 110),
    colours="#9aa0aa",
    home="forest",
    hand=(76, 86),
    family="animal",
    head=Round(48, 36, 26),
    parts=("eye",),
)
def koala(p: Pen) -> None:
    for x in (16, 80):
        p.ball(x, 24, 18)
        p.circle(x, 26, 11, "#e9dfe2")
    p.body("M18 76 C18 54 32 50 48 50 C64 50 78 54 78 76 C78 98 68 106 48 106 C28 106 18 98 18 76Z")
    p.oval(48, 80, 17, 20, p.pale)
    p.ball(48, 36, 29, 26)
    p.oval(48, 40, 8, 12, INK)
    p.oval(46, 35, 2, 4, "#6a6d78")
    p.eye(33, 32, 3.3, glint=True)
    p.eye(63, 32, 3.3, glint=True)
    p.line("M42 55 C46 58 50 58 54 55", INK, 1.8)
    p.line("M22 66 C12 74 12 86 22 88 M74 66 C84 74 84 86 74 88", p.dark, 10)
    p.oval(30, 103, 13, 6, p.dark)
    p.oval(66, 103, 13, 6, p.dark)


@four_legged("raccoon, badger, skunk", metres=0.4, box=(130, 90), legs=Legs((36, 80), (46, 72), 62, 10, "#33313a", 90.0),
             head=Round(102, 36, 19), neck=(88, 50), colours="#85848c #5a5a64", home="forest")  # fmt: skip
def raccoon(p: Pen) -> None:
    p.body("M38 56 C20 66 2 56 4 36 C8 22 22 24 26 34 C30 44 38 42 46 46Z", p.light)
    p.line("M8 30 L20 28 M6 42 L22 38 M12 54 L28 44 M24 60 L36 50", "#33313a", 5)
    p.body("M28 56 C28 38 50 30 70 34 C88 38 96 50 92 64 C78 72 46 72 36 70 C30 66 28 62 28 56Z")
    p.mark()
    p.path("M86 26 L84 8 L100 18Z M108 16 L122 8 L120 28Z", p.dark)
    p.body("M80 38 C80 22 94 16 104 16 C116 16 124 26 124 38 C120 50 112 56 102 56 C92 56 84 50 80 38Z")
    p.path(
        "M81 34 C88 26 98 28 102 36 C106 28 116 26 123 34 C122 44 112 46 106 42 L102 46 L98 42 C92 46 82 44 81 34Z",
        "#33313a",
    )
    p.oval(102, 49, 9, 6, p.pale)
    p.circle(102, 46, 3, INK)
    for x in (93, 111):
        p.circle(x, 36, 3.2, WHITE)
        p.eye(x, 36, 2)


@motif("beaver, otter, groundhog, marmot", metres=0.5, box=(110, 100), colours="#7a4e34 #5f4438", home="lake", hand=(80, 84), family="animal",
       head=Round(66, 30, 22), parts=("eye",))  # fmt: skip
def beaver(p: Pen) -> None:
    p.body("M34 84 C10 74 -2 84 2 96 C16 100 36 100 46 96Z", "#4a342c")
    p.line("M8 90 L36 94 M14 84 L22 98 M24 82 L32 98", "#2f2220", 1.4)
    p.body("M36 98 C28 74 38 50 64 48 C90 50 98 76 90 98Z")
    p.oval(64, 78, 17, 19, p.light)
    for x in (46, 86):
        p.ball(x, 14, 7)
    p.ball(66, 32, 27, 24)
    p.oval(66, 42, 15, 10, p.light)
    p.oval(66, 36, 6, 4.4, INK)
    p.path("M60 48 H72 V58 H60Z", "#fdf6e0")
    p.line("M66 48 V58", "#c9b98a", 1.4)
    p.eye(55, 28, 3, glint=True)
    p.eye(77, 28, 3, glint=True)
    p.line("M42 66 C36 76 40 84 50 84 M86 66 C92 76 88 84 78 84", p.dark, 8)
    p.oval(50, 97, 13, 4.6, p.dark)
    p.oval(80, 97, 13, 4.6, p.dark)


@motif("bat, vampire bat", metres=0.3, box=(150, 80), colours="#4a4358 #5f4a44", home="forest", family="animal", parts=("eye",),
       head=Round(75, 34, 15))  # fmt: skip
def bat(p: Pen) -> None:
    p.body(
        "M66 40 C54 20 30 8 2 14 C10 22 12 34 10 46 C20 38 28 40 32 52 C40 44 48 46 54 58 C58 52 64 52 70 56Z", p.dark
    )
    p.body(
        "M84 40 C96 20 120 8 148 14 C140 22 138 34 140 46 C130 38 122 40 118 52 C110 44 102 46 96 58 C92 52 86 52 80 56Z",
        p.dark,
    )
    p.oval(75, 54, 14, 20)
    p.path("M62 26 L60 4 L72 18Z M88 26 L90 4 L78 18Z", p.main)
    p.ball(75, 32, 17, 15)
    for x in (68, 82):
        p.circle(x, 30, 4.4, WHITE)
        p.eye(x, 30, 2.4)
    p.path("M71 40 L73 46 L75 40Z M75 40 L77 46 L79 40Z", WHITE)
    p.circle(75, 37, 2, BLUSH)
    p.line("M70 73 V79 M80 73 V79", p.deep, 3)
