"""Drawings of what hangs in the sky."""

from heliograph.adapters.generators.illustrator.motif import Layer, motif
from heliograph.adapters.generators.illustrator.pen import Pen


@motif("sun, sunshine", metres=6.0, box=(120, 120), colours="#ffd23f", layer=Layer.SKY, family="sky", tall=False)
def sun(p: Pen) -> None:
    p.gloss('circle cx="60" cy="60" r="120"', "glow")
    for turn in range(0, 360, 30):
        p.add(f'path d="M55 14 L60 -4 L65 14Z" transform="rotate({turn} 60 60)"', p.main)
    p.ball(60, 60, 40)


@motif("full moon, moon", metres=6.0, box=(120, 120), colours="#f8f1cf", layer=Layer.SKY, family="sky", tall=False)
def moon(p: Pen) -> None:
    p.gloss('circle cx="60" cy="60" r="150"', "glow")
    p.circle(60, 60, 52)
    for x, y, r in ((42, 44, 11), (76, 38, 7), (72, 76, 13), (40, 80, 7), (92, 60, 5), (56, 62, 4)):
        p.circle(x, y, r, p.dark if r < 0 else "#e5dab0")
    p.gloss('circle cx="60" cy="60" r="52"', "round")


@motif(
    "crescent moon, crescent, half moon, new moon",
    metres=6.0,
    box=(120, 120),
    colours="#f8efc0",
    layer=Layer.SKY,
    family="sky",
    tall=False,
)
def crescent(p: Pen) -> None:
    p.gloss('circle cx="60" cy="60" r="130"', "glow")
    p.body("M74 8 C38 6 12 32 14 64 C16 94 42 116 74 112 C52 104 40 84 40 60 C40 38 54 16 74 8Z")


@motif("star", metres=2.0, box=(100, 96), colours="#ffe27a", layer=Layer.SKY, family="sky", tall=False)
def star(p: Pen) -> None:
    p.body("M50 2 L63 34 L98 37 L71 59 L80 93 L50 74 L20 93 L29 59 L2 37 L37 34Z")


@motif("cloud", metres=4.0, box=(180, 90), colours="#fdfdfb", layer=Layer.SKY, family="sky", tall=False)
def cloud(p: Pen) -> None:
    p.path("M34 84 C6 84 4 50 32 48 C30 22 62 10 80 28 C92 4 136 6 138 38 C168 34 180 62 166 76 C162 82 154 84 146 84Z")
    p.path(
        "M34 84 C16 84 8 70 14 60 C40 74 120 76 168 62 C172 72 166 84 146 84Z",
        p.dark if p.main != "#fdfdfb" else "#d8e3ee",
    )


@motif("rainbow", metres=14.0, box=(240, 120), colours="#e0433c", layer=Layer.SKY, family="sky", tall=False)
def rainbow(p: Pen) -> None:
    for i, colour in enumerate(("#e0433c", "#f28a2c", "#f7d53a", "#5fb85a", "#3f8fd8", "#6a55b8")):
        r = 114 - i * 9
        p.line(f"M{120 - r} 120 A{r} {r} 0 0 1 {120 + r} 120", colour, 9.4)


@motif(
    "planet, saturn",
    metres=8.0,
    box=(180, 120),
    colours="#d9985a #6f8fd0 #b56a8a",
    layer=Layer.SKY,
    home="space",
    family="sky",
    tall=False,
)
def planet(p: Pen) -> None:
    p.line("M22 78 C-10 100 60 106 112 76 C160 50 184 20 146 26", "#e8d3a0", 7)
    p.ball(90, 58, 48, 48)
    p.path("M46 40 C70 52 110 48 134 38 C136 42 137 46 138 50 C110 62 70 64 43 52 C44 48 45 44 46 40Z", p.light)
    p.path("M46 76 C70 84 110 82 136 70 C134 78 130 84 126 88 C100 96 70 94 54 90Z", p.dark)
    p.line("M24 77 C10 92 60 96 112 72 C150 52 172 28 150 27", "#e8d3a0", 7)


@motif(
    "earth, world",
    metres=8.0,
    box=(120, 120),
    colours="#3f8fd8",
    layer=Layer.SKY,
    home="space",
    family="sky",
    tall=False,
)
def earth(p: Pen) -> None:
    p.circle(60, 60, 56)
    p.path(
        "M20 34 C36 14 56 16 58 28 C50 36 60 48 44 56 C26 58 12 50 20 34Z M66 54 C80 40 104 46 110 60 C106 86 92 102 80 108 C68 94 76 80 64 72Z M34 74 C44 72 52 82 46 96 C36 96 30 84 34 74Z",
        "#5fa84a",
    )
    p.path(
        "M16 66 C30 60 40 64 46 68 C34 72 24 72 16 66Z M70 24 C82 20 94 26 98 34 C86 36 76 32 70 24Z M56 98 C66 94 76 96 82 102 C72 106 62 104 56 98Z",
        "#f2f7fb",
    )
    p.gloss('circle cx="60" cy="60" r="56"', "round")


@motif(
    "comet, meteor, asteroid",
    metres=2.4,
    box=(160, 90),
    colours="#f7e6b0",
    layer=Layer.SKY,
    home="space",
    family="sky",
    tall=False,
)
def comet(p: Pen) -> None:
    p.path("M2 4 C60 16 100 36 132 58 L116 80 C84 60 40 34 2 4Z", "#7fb8e8")
    p.path("M40 24 C76 36 104 48 130 62 L118 76 C90 58 64 42 40 24Z", "#cfe8fa")
    p.ball(126, 70, 18, 17)


@motif(
    "lightning, lightning bolt, thunderbolt",
    metres=5.0,
    box=(70, 140),
    colours="#ffe95a",
    layer=Layer.SKY,
    family="sky",
    tall=False,
)
def lightning(p: Pen) -> None:
    p.path("M42 0 L8 70 H32 L18 140 L64 54 H38 L60 0Z")
