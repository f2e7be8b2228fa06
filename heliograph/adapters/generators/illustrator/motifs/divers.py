"""Drawings of seals and of large animals of the sea."""

from heliograph.adapters.generators.illustrator.motif import Layer, Round, Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, WHITE
from heliograph.adapters.generators.illustrator.pen import Pen


@motif(
    "orca, killer whale",
    metres=2.6,
    box=(150, 90),
    colours="#262a38",
    home="sea",
    layer=Layer.WATER,
    family="animal",
    head=Round(124, 46, 18),
    parts=("eye",),
)
def orca(p: Pen) -> None:
    p.body("M24 46 C12 42 0 28 0 18 C12 18 22 24 26 30 C30 22 40 16 48 16 C46 30 38 42 32 46Z")
    p.body("M66 30 C68 12 74 2 84 0 C84 12 88 24 94 32Z")
    p.body("M22 44 C44 30 74 26 104 28 C132 30 148 42 148 54 C144 68 118 74 92 74 C58 72 34 60 22 44Z", gradient="drop")
    p.path("M66 66 C92 72 128 68 148 56 C142 70 116 76 92 75 C80 74 72 70 66 66Z", WHITE)
    p.oval(112, 42, 10, 5.4, WHITE, -12)
    p.path("M60 44 C70 42 78 48 76 54 C68 54 62 50 60 44Z", "#8d93a4")
    p.body("M98 62 C98 76 88 84 78 86 C78 74 82 66 88 60Z")
    p.eye(126, 46, 2.6)


@motif(
    "clownfish, nemo, tropical fish",
    metres=0.2,
    box=(120, 80),
    colours="#f2762a #3f7fe0",
    home="underwater",
    layer=Layer.WATER,
    family="animal",
    head=Round(92, 38, 20),
    parts=("eye",),
)
def clownfish(p: Pen) -> None:
    p.body("M30 40 C18 26 6 20 2 24 C6 36 6 46 2 58 C8 62 20 54 30 42Z")
    p.body("M44 18 C56 2 80 4 90 18Z", p.dark)
    p.body("M50 62 C56 74 72 74 80 62Z", p.dark)
    p.body("M24 40 C36 12 92 8 116 38 C96 70 40 70 24 40Z", gradient="drop")
    for x, w in ((42, 9), (64, 11), (88, 10)):
        p.path(f"M{x} 17 C{x - 6} 30 {x - 6} 50 {x} 64 L{x + w} 64 C{x + w - 5} 50 {x + w - 5} 30 {x + w} 16Z", WHITE)
        p.line(f"M{x} 17 C{x - 6} 30 {x - 6} 50 {x} 64 M{x + w} 16 C{x + w - 5} 30 {x + w - 5} 50 {x + w} 64", INK, 1.8)
    p.circle(104, 34, 5.4, WHITE)
    p.eye(105, 34, 3)
    p.line("M114 42 C110 46 106 46 104 44", p.deep, 1.8)


@motif(
    "pufferfish, blowfish",
    metres=0.3,
    box=(110, 100),
    colours="#e8c44a",
    home="underwater",
    layer=Layer.WATER,
    family="animal",
    head=Round(62, 42, 26),
    parts=("eye",),
)
def pufferfish(p: Pen) -> None:
    for turn in range(0, 360, 24):
        p.add(f'path d="M52 8 L55 -4 L58 8Z" transform="rotate({turn} 55 50)"', p.dark)
    p.body("M12 50 C4 40 -2 42 0 50 C-2 58 4 60 12 54Z", p.dark)
    p.ball(55, 50, 42, 40)
    p.path("M18 60 C34 74 76 74 92 60 C88 82 72 90 55 90 C38 90 22 82 18 60Z", "#fbf6e2")
    for x, y in ((34, 30), (50, 22), (30, 46), (68, 26)):
        p.circle(x, y, 4, p.dark)
    for x in (58, 84):
        p.circle(x, 42, 8, WHITE)
        p.eye(x + 1, 42, 3.5)
    p.oval(74, 60, 6, 4, p.deep)


@motif(
    "ray, manta ray, stingray",
    metres=1.4,
    box=(150, 90),
    colours="#5f7f9a #4a5f7a",
    home="underwater",
    layer=Layer.WATER,
    head=Round(112, 26, 14),
    family="animal",
    parts=("eye",),
)
def ray(p: Pen) -> None:
    p.line("M60 60 C40 74 20 78 0 88", p.dark, 3)
    p.body("M60 62 C40 58 22 40 8 34 C30 20 60 16 84 22 C104 10 128 8 148 2 C146 22 138 40 120 48 C110 62 84 70 60 62Z")
    p.path("M60 62 C84 62 104 54 120 48 C110 62 84 70 60 62Z", "#e9eef2")
    p.line("M118 34 L130 30 M116 42 L130 42", p.deep, 5)
    p.eye(112, 30, 2.6)
    p.line("M70 40 C76 36 84 36 90 38", p.light, 2)


@motif(
    "seal, sea lion",
    metres=1.2,
    box=(140, 90),
    colours="#7a8490 #5f5a5f",
    home="beach",
    family="animal",
    head=Round(112, 24, 16),
    parts=("eye",),
)
def seal(p: Pen) -> None:
    p.body("M30 74 C18 66 4 66 0 74 C8 78 8 84 4 90 C18 90 28 86 34 82Z", p.dark)
    p.body("M20 80 C36 58 66 56 88 46 C94 32 96 12 112 8 C128 8 132 24 126 36 C124 56 110 84 84 88 C56 92 34 90 20 80Z")
    p.path("M96 84 C112 76 122 56 126 38 C120 44 112 44 106 42 C106 58 102 72 96 84Z", p.pale)
    p.body("M82 74 C94 76 104 84 104 90 H74Z", p.dark)
    p.oval(122, 30, 9, 6.4, p.light)
    p.oval(128, 27, 3.4, 2.6, INK)
    p.line("M120 32 L136 34 M120 34 L134 39", p.deep, 1.2)
    p.eye(114, 21, 3.2, glint=True)


@motif(
    "walrus",
    metres=1.6,
    box=(140, 96),
    colours="#8a6248",
    home="snow",
    family="animal",
    head=Round(108, 34, 24),
    parts=("eye",),
)
def walrus(p: Pen) -> None:
    p.body("M24 82 C12 74 2 76 0 84 C8 86 8 92 4 96 C18 96 28 92 34 88Z", p.dark)
    p.body("M16 86 C28 48 60 40 82 30 C88 12 124 6 132 26 C138 44 130 78 114 90 C84 98 40 98 16 86Z")
    p.line("M88 66 C94 72 102 74 112 72 M92 80 C98 84 106 84 112 82", p.dark, 2.4)
    p.body("M74 82 C86 80 98 86 100 96 H64Z", p.dark)
    p.path("M104 48 L100 78 L109 52Z M122 48 L124 78 L115 52Z", "#fbf6e2")
    p.ball(105, 44, 12, 9, p.light)
    p.ball(120, 44, 12, 9, p.light)
    p.oval(113, 36, 6, 4, INK)
    for x, y in ((100, 43), (105, 46), (120, 46), (126, 43)):
        p.circle(x, y, 1.2, p.deep)
    p.eye(101, 26, 3)
    p.eye(121, 26, 3)


@motif("turtle, sea turtle", metres=0.6, box=(140, 96), colours="#5f9a5a #4f8a7a", home="sea", layer=Layer.WATER, family="animal",
       head=Round(122, 30, 12), top=Span(40, 88, 16), parts=("eye",))  # fmt: skip
def turtle(p: Pen) -> None:
    limb = "#a9c46c"
    p.body("M86 58 C108 64 120 80 116 96 C98 92 80 82 72 66Z", limb)
    p.body("M30 58 C16 64 6 74 6 86 C20 86 36 78 44 68Z", limb)
    p.body("M92 40 C102 26 118 18 130 22 C140 28 138 42 126 44 C114 48 102 54 94 54Z", limb)
    p.body("M84 30 C96 14 108 4 122 2 C120 16 108 32 94 42Z", "#8fae58")
    p.body("M14 52 C16 24 40 10 64 10 C86 12 102 28 104 46 C92 62 66 70 44 68 C28 66 16 62 14 52Z", gradient="round")
    p.path(
        "M52 20 L74 20 L84 36 L72 52 L48 52 L38 36Z M84 24 L96 38 L90 44 L86 36Z M30 24 L42 24 L32 38 L22 44Z M30 56 L46 58 L44 64 L30 62Z",
        p.light,
    )
    p.eye(127, 30, 2.6)
    p.line("M136 36 C132 38 128 38 125 36", "#5a6b34", 1.6)
