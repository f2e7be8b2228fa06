"""Drawings of weather, of what is far out in space, and of signs such as a heart."""

from heliograph.adapters.generators.illustrator.motif import Layer, Round, motif
from heliograph.adapters.generators.illustrator.palette import INK, WHITE
from heliograph.adapters.generators.illustrator.pen import Pen

GOLD = "#f2c230"


@motif(
    "heart, love heart",
    metres=0.5,
    box=(100, 92),
    colours="#e0304a #f28ab5",
    home="meadow",
    layer=Layer.AIR,
    family="sign",
    tall=False,
)
def heart(p: Pen) -> None:
    p.body("M50 90 C22 66 2 48 2 26 C2 2 38 -6 50 20 C62 -6 98 2 98 26 C98 48 78 66 50 90Z", gradient="round")
    p.shine("M14 28 C14 16 24 8 34 12 C26 16 22 24 24 36 C18 36 14 34 14 28Z", 0.6)


@motif(
    "smiley, smiley face, emoji, happy face, face",
    metres=0.5,
    box=(100, 100),
    colours="#f7cf2d",
    home="meadow",
    layer=Layer.AIR,
    family="toy",
    tall=False,
    head=Round(50, 50, 46),
    parts=("eye",),
)
def smiley(p: Pen) -> None:
    p.ball(50, 50, 48, 48)
    for x in (34, 66):
        p.oval(x, 40, 6, 9, p.part("eye", INK))
    p.path("M22 56 C30 88 70 88 78 56 C62 64 38 64 22 56Z", "#8a3a22")
    p.path("M34 78 C42 70 58 70 66 78 C58 84 42 84 34 78Z", "#e8605a")


@motif(
    "snowflake, ice crystal", metres=1.0, box=(110, 110), colours="#cfeaf8", layer=Layer.SKY, family="sky", tall=False
)
def snowflake(p: Pen) -> None:
    for turn in range(0, 360, 60):
        one = p.like()
        one.line("M0 0 V-52 M0 -24 L-12 -36 M0 -24 L12 -36 M0 -38 L-9 -48 M0 -38 L9 -48", p.main, 6)
        p.place(one.drawn(), f"translate(55 55) rotate({turn})")
    p.circle(55, 55, 7)


@motif(
    "raindrop, drop, water drop, drop of water",
    metres=0.5,
    box=(70, 100),
    colours="#4fa8e0",
    layer=Layer.AIR,
    family="sign",
    tall=False,
)
def drop(p: Pen) -> None:
    p.body("M35 2 C46 24 66 44 66 66 C66 86 52 98 35 98 C18 98 4 86 4 66 C4 44 24 24 35 2Z", gradient="round")
    p.shine("M16 66 C16 56 20 50 26 44 C24 56 26 70 32 80 C22 80 16 74 16 66Z", 0.6)


@motif(
    "tornado, whirlwind, twister, cyclone", metres=9.0, box=(120, 150), colours="#8d97a8", home="field", family="nature"
)
def tornado(p: Pen) -> None:
    for i, (x, y, w) in enumerate(
        ((60, 14, 56), (66, 36, 46), (58, 58, 36), (66, 80, 27), (58, 100, 19), (64, 120, 12))
    ):
        p.oval(x, y, w, 13 - i, p.dark if i % 2 else p.main)
        p.line(f"M{x - w * 0.7:.0f} {y} q{w * 0.7:.0f} 9 {w * 1.4:.0f} 0", p.light, 3)
    p.body("M56 126 L72 126 L64 148Z", p.dark)
    for x, y in ((16, 128), (104, 120), (92, 142), (30, 146)):
        p.box(x, y, 7, 5, "#6b5a48", 1)


@motif(
    "galaxy, spiral galaxy, nebula, milky way galaxy",
    metres=9.0,
    box=(170, 110),
    colours="#b59ae8 #8fc0f0",
    layer=Layer.SKY,
    home="space",
    family="sky",
    tall=False,
)
def galaxy(p: Pen) -> None:
    p.veil('ellipse cx="85" cy="55" rx="84" ry="44"', p.dark, 0.45)
    p.line("M85 55 C110 40 140 48 148 64 C140 92 84 104 44 88 M85 55 C60 70 30 62 22 46 C30 18 86 6 126 22", p.main, 9)
    p.line("M85 55 C104 46 124 54 124 64 C112 82 80 84 62 76 M85 55 C66 64 46 56 46 46 C58 28 90 26 108 34", p.light, 6)
    p.gloss('circle cx="85" cy="55" r="34"', "glow")
    p.ball(85, 55, 13, 10, "#fff6d8")
    for x, y in ((30, 20), (140, 26), (150, 90), (20, 80), (100, 12), (66, 98)):
        p.circle(x, y, 2, WHITE)


@motif(
    "black hole", metres=9.0, box=(160, 110), colours="#f2902c", layer=Layer.SKY, home="space", family="sky", tall=False
)
def black_hole(p: Pen) -> None:
    p.gloss('circle cx="80" cy="55" r="80"', "haze")
    p.parts.append(f'<ellipse cx="80" cy="55" rx="76" ry="20" fill="none" stroke="{p.main}" stroke-width="9"/>')
    p.parts.append(f'<ellipse cx="80" cy="55" rx="44" ry="42" fill="none" stroke="{p.light}" stroke-width="7"/>')
    p.circle(80, 55, 38, "#0a0a14")
    p.line("M6 58 C30 78 130 78 154 58", p.light, 7)


@motif(
    "shooting star, falling star, wishing star",
    metres=2.0,
    box=(160, 110),
    colours="#ffe27a",
    layer=Layer.SKY,
    family="sky",
    tall=False,
)
def shooting_star(p: Pen) -> None:
    p.line("M4 8 L96 66 M20 2 L104 52 M2 30 L86 76", "#fff3c4", 4)
    p.body("M118 42 L128 68 L156 70 L134 88 L142 110 L118 97 L94 110 L102 88 L80 70 L108 68Z")


@motif(
    "mars, venus, red planet",
    metres=7.0,
    box=(120, 120),
    colours="#d0603a",
    layer=Layer.SKY,
    home="space",
    family="sky",
    tall=False,
)
def mars(p: Pen) -> None:
    p.ball(60, 60, 56, 56)
    for x, y, r in ((40, 40, 11), (78, 34, 7), (74, 78, 14), (36, 82, 8), (96, 60, 6)):
        p.ball(x, y, r, r * 0.9, p.dark)
    p.path("M34 10 C48 2 72 2 86 10 C70 18 50 18 34 10Z", "#f3e6de")


@motif(
    "jupiter, gas giant",
    metres=9.0,
    box=(120, 120),
    colours="#d9a878",
    layer=Layer.SKY,
    home="space",
    family="sky",
    tall=False,
)
def jupiter(p: Pen) -> None:
    p.circle(60, 60, 58)
    for y, h, c in ((20, 10, "#b5774f"), (44, 12, "#f0dcc0"), (66, 9, "#a8623f"), (88, 10, "#e8c8a0")):
        w = (58**2 - (60 - y - h / 2) ** 2) ** 0.5
        p.path(
            f"M{60 - w:.0f} {y} C{60 - w * 0.3:.0f} {y + 5} {60 + w * 0.3:.0f} {y - 5} {60 + w:.0f} {y} V{y + h} C{60 + w * 0.3:.0f} {y + h - 5} {60 - w * 0.3:.0f} {y + h + 5} {60 - w:.0f} {y + h}Z",
            c,
        )
    p.oval(82, 76, 12, 7, "#c9442f")
    p.gloss('circle cx="60" cy="60" r="58"', "round")


@motif(
    "alien, extraterrestrial, martian",
    metres=1.4,
    box=(100, 130),
    colours="#6fc05a #a06fd0",
    home="space",
    family="toy",
    head=Round(50, 38, 32),
    hand=(88, 92),
    parts=("eye",),
)
def alien(p: Pen) -> None:
    p.line("M34 14 L24 -6 M66 14 L76 -6", p.dark, 4)
    p.circle(24, -6, 5, GOLD)
    p.circle(76, -6, 5, GOLD)
    p.line("M34 78 C20 84 14 92 12 98 M66 78 C80 84 86 92 88 98", p.main, 9)
    p.line("M40 106 V124 M60 106 V124", p.dark, 10)
    p.path("M30 130 C30 120 42 120 46 122 V130Z M54 130 V122 C58 120 70 120 70 130Z", p.deep)
    p.body("M30 76 C34 66 66 66 70 76 L68 110 H32Z")
    p.ball(50, 38, 40, 34)
    for x, turn in ((34, 24), (66, -24)):
        p.oval(x, 40, 9, 15, p.part("eye", INK), turn)
        p.oval(x + 3, 34, 2.4, 4, WHITE, turn)
    p.line("M42 60 q8 5 16 0", p.deep, 2.4)


@motif(
    "yeti, bigfoot, troll, ogre, monster",
    metres=2.4,
    box=(120, 130),
    colours="#8fb0c8 #7a9a5a",
    home="mountains",
    family="toy",
    head=Round(60, 32, 26),
    hand=(104, 84),
    parts=("eye",),
)
def yeti(p: Pen) -> None:
    p.line("M30 54 C8 66 4 84 14 98 M90 54 C112 66 116 84 106 98", p.dark, 18)
    p.path("M30 130 C28 116 40 110 56 112 V130Z M64 130 V112 C80 110 92 116 90 130Z", p.deep)
    p.body("M22 52 C22 18 40 4 60 4 C80 4 98 18 98 52 L100 108 C84 118 76 110 60 118 C44 110 36 118 20 108Z")
    p.line("M30 78 l6 8 l6 -8 l6 8 l6 -8 l6 8 l6 -8 l6 8 l6 -8 l6 8", p.light, 3)
    p.oval(60, 38, 25, 19, p.pale)
    p.eye(50, 34, 3.6, glint=True)
    p.eye(70, 34, 3.6, glint=True)
    p.path("M46 44 H74 C72 56 48 56 46 44Z", "#7c2c34")
    p.path("M50 44 l3 6 l3 -6Z M64 44 l3 6 l3 -6Z", WHITE)
    p.path("M34 16 L26 -2 L44 8Z M86 16 L94 -2 L76 8Z", "#f0e6cc")
