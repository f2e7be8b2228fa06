"""Drawings of insects, spiders and worms."""

from heliograph.adapters.generators.illustrator.motif import Layer, Round, motif
from heliograph.adapters.generators.illustrator.palette import INK, WHITE
from heliograph.adapters.generators.illustrator.pen import Pen


@motif(
    "spider, tarantula",
    metres=0.1,
    box=(120, 90),
    colours="#3f3a48 #6b4430",
    home="garden",
    family="animal",
    head=Round(60, 34, 14),
    parts=("eye",),
)
def spider(p: Pen) -> None:
    for side in (-1, 1):
        for x, y in ((30, 4), (50, 26), (52, 60), (36, 86)):
            bend = 12 if y < 50 else -6
            p.line(f"M{60 + side * 10} 50 Q{60 + side * (x - 6)} {y + bend - 8} {60 + side * x} {y + 4}", INK, 3.4)
    p.ball(60, 58, 28, 26)
    p.path("M60 46 L68 56 L60 66 L52 56Z", "#d8323c")
    p.ball(60, 32, 16, 14)
    for x in (53, 67):
        p.circle(x, 31, 5, WHITE)
        p.eye(x, 31, 2.6)
    p.line("M55 41 q5 4 10 0", WHITE, 1.8)


@motif(
    "ant, termite",
    metres=0.06,
    box=(140, 80),
    colours="#7a3428 #33303a",
    home="garden",
    family="animal",
    head=Round(112, 36, 15),
    parts=("eye",),
)
def ant(p: Pen) -> None:
    p.line("M62 52 L46 74 M70 54 V76 M78 52 L94 74 M60 52 L34 70 M82 52 L106 72", p.dark, 3)
    p.line("M116 24 C120 12 128 8 134 10 M108 22 C110 10 116 4 122 4", p.dark, 2.4)
    p.ball(30, 44, 28, 21)
    p.ball(72, 44, 18, 14)
    p.ball(112, 36, 20, 17)
    p.circle(118, 33, 4.4, WHITE)
    p.eye(119, 33, 2.4)
    p.line("M118 44 q6 2 9 -2", WHITE, 1.8)


@motif(
    "dragonfly, damselfly",
    metres=0.1,
    box=(150, 110),
    colours="#2f9a9a #4f6fd0",
    home="lake",
    layer=Layer.AIR,
    head=Round(124, 52, 10),
    family="animal",
    parts=("eye",),
)
def dragonfly(p: Pen) -> None:
    for d in (
        "M98 52 C80 30 60 6 44 8 C40 22 70 44 96 58Z",
        "M104 52 C100 26 100 2 116 0 C126 10 118 38 108 56Z",
        "M96 58 C70 62 50 84 54 98 C68 100 88 76 102 62Z",
        "M106 60 C104 84 112 106 126 106 C132 94 122 72 110 60Z",
    ):
        p.veil(f'path d="{d}"', "#cfeaf6", 0.9)
        p.line(d, p.light, 1.4)
    for i in range(6):
        p.ball(84 - i * 14, 58 + i * 2.4, 8.4 - i * 0.5, 5, p.main if i % 2 else p.dark)
    p.ball(104, 56, 15, 10)
    p.ball(124, 54, 10, 10, p.dark)
    p.circle(129, 50, 5, WHITE)
    p.eye(130, 50, 2.6)


@motif(
    "caterpillar, silkworm, inchworm",
    metres=0.08,
    box=(140, 70),
    colours="#7fb83a #e8b33a",
    home="garden",
    family="animal",
    head=Round(116, 34, 17),
    parts=("eye",),
)
def caterpillar(p: Pen) -> None:
    for i in range(5):
        x, y = 14 + i * 22, 46 - (10 if i in {1, 3} else 0)
        p.line(f"M{x} {y + 12} V66", "#6b4a2a", 4)
        p.ball(x, y, 16, 16, p.main if i % 2 else p.dark)
    p.line("M112 18 L106 4 M122 18 L128 4", "#6b4a2a", 2.4)
    p.circle(106, 4, 3, "#d8323c")
    p.circle(128, 4, 3, "#d8323c")
    p.ball(117, 34, 19, 18)
    for x in (111, 125):
        p.circle(x, 31, 5, WHITE)
        p.eye(x, 31, 2.8)
    p.line("M112 42 q6 5 12 0", p.deep, 2.2)


@motif(
    "grasshopper, cricket, locust, mantis",
    metres=0.08,
    box=(140, 80),
    colours="#6aa83a",
    home="meadow",
    family="animal",
    head=Round(116, 34, 14),
    parts=("eye",),
)
def grasshopper(p: Pen) -> None:
    p.line("M56 46 L30 8 L20 74 L30 76", p.dark, 6)
    p.line("M84 54 L80 74 L88 76 M100 52 L106 72 L114 74", p.dark, 3.4)
    p.line("M120 24 C126 10 134 4 140 4 M112 22 C114 8 122 0 128 0", p.dark, 1.8)
    p.body("M4 56 C30 40 70 30 104 34 L108 52 C80 62 36 64 4 56Z")
    p.body("M14 50 C40 34 74 30 98 34 C84 48 44 54 14 50Z", p.dark)
    p.ball(114, 38, 16, 17)
    p.circle(118, 33, 5.4, WHITE)
    p.eye(119, 33, 2.8)
    p.line("M118 48 q5 0 7 -4", p.deep, 1.8)


@motif(
    "housefly, mosquito, gnat, bluebottle",
    metres=0.05,
    box=(120, 90),
    colours="#4a4f5f",
    home="kitchen",
    layer=Layer.AIR,
    head=Round(98, 44, 14),
    family="animal",
    parts=("eye",),
)
def housefly(p: Pen) -> None:
    p.line("M52 62 L40 84 M62 64 V88 M72 62 L86 84", INK, 2.4)
    p.ball(44, 54, 26, 16)
    p.line("M34 42 V66 M46 40 V69", p.deep, 3)
    p.ball(74, 48, 16, 15, p.dark)
    p.veil('ellipse cx="44" cy="26" rx="28" ry="12" transform="rotate(-24 44 26)"', "#dceff8", 0.85)
    p.veil('ellipse cx="62" cy="20" rx="24" ry="11" transform="rotate(-50 62 20)"', "#e9f6fc", 0.85)
    p.ball(96, 46, 13, 13, p.deep)
    p.ball(100, 41, 8, 9, "#c9343a")
    p.line("M106 54 L114 66", INK, 3)


@motif(
    "beetle, scarab, stag beetle, cockroach",
    metres=0.08,
    box=(130, 80),
    colours="#2f6f5f #6b3f2a",
    home="forest",
    head=Round(102, 42, 14),
    family="animal",
    parts=("eye",),
)
def beetle(p: Pen) -> None:
    p.line("M36 58 L26 76 M60 62 V78 M82 58 L92 76", INK, 4.4)
    p.body("M6 62 C6 26 30 10 58 10 C84 10 94 30 94 62Z", gradient="round")
    p.line("M16 34 C40 22 70 22 90 36 M50 12 L46 62", p.deep, 2)
    p.body("M88 62 V36 C96 26 112 30 114 44 V62Z", p.dark)
    p.line("M112 44 C126 40 130 28 124 20 M112 54 C124 56 130 48 130 40", INK, 4)
    p.circle(104, 42, 4, WHITE)
    p.eye(105, 42, 2)


@motif(
    "scorpion",
    metres=0.12,
    box=(150, 100),
    colours="#8a5a3a #3f3a42",
    home="desert",
    head=Round(94, 58, 12),
    family="animal",
)
def scorpion(p: Pen) -> None:
    p.line("M50 76 L38 94 M64 78 L58 96 M78 78 L82 96 M92 74 L104 92", p.dark, 3.4)
    for x, y, r in ((40, 62, 10.0), (26, 52, 9), (16, 38, 9), (16, 22, 8.5), (28, 10, 8)):
        p.ball(x, y, r)
    p.path("M32 4 C46 0 54 8 52 20 C48 12 42 10 34 14Z", p.dark)
    p.ball(70, 66, 34, 16)
    p.line("M54 54 V78 M68 51 V81 M82 53 V79", p.dark, 2.4)
    p.line("M98 62 C114 60 118 46 114 36", p.main, 7)
    p.body("M114 38 C102 28 104 12 114 8 L116 20 L126 10 C134 20 128 36 114 38Z")
    p.circle(96, 58, 3.4, WHITE)
    p.circle(97, 58, 1.8, INK)


@motif(
    "worm, earthworm",
    metres=0.1,
    box=(130, 70),
    colours="#e09a9a",
    home="garden",
    family="animal",
    head=Round(112, 22, 12),
    parts=("eye",),
)
def worm(p: Pen) -> None:
    p.line("M8 60 C18 30 36 30 46 48 C56 66 76 66 84 44 C90 28 98 22 112 24", p.dark, 20)
    p.line("M8 60 C18 30 36 30 46 48 C56 66 76 66 84 44 C90 28 98 22 112 24", p.main, 16)
    p.line("M50 44 L42 58 M60 56 L58 66 M26 30 V46 M74 50 L84 58", p.dark, 2)
    for x in (110, 120):
        p.circle(x, 20, 4, WHITE)
        p.eye(x + 0.5, 20, 2.2)
    p.line("M110 29 q6 3 9 -1", p.deep, 1.8)
