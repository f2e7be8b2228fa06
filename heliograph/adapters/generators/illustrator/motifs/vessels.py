"""Drawings of what sails, flies and leaves the earth."""

from heliograph.adapters.generators.illustrator.motif import Layer, Span, motif
from heliograph.adapters.generators.illustrator.palette import GLASS, INK, STEEL, STEEL_DARK, WHITE, WOOD, WOOD_DARK
from heliograph.adapters.generators.illustrator.pen import Pen


@motif("sailing boat, sailboat, sailing ship, yacht, sail boat, boat", metres=7.0, box=(140, 150), colours="#c8452f #2f5f9a #f3f0e8",
       home="sea", layer=Layer.WATER, rim=Span(34, 60, 122), family="vehicle")  # fmt: skip
def sailboat(p: Pen) -> None:
    p.line("M66 6 V122", WOOD_DARK, 4.4)
    p.body("M60 12 C44 54 26 86 8 106 C26 108 44 108 60 106Z", "#fbf7ec")
    p.body("M72 8 C100 36 122 72 130 104 C110 108 90 108 72 104Z", "#efe5d0")
    p.line(
        "M52 36 C54 38 57 39 60 39 M36 66 C44 69 52 70 60 70 M74 44 C86 46 96 45 106 42 M74 74 C92 77 108 76 122 72",
        "#d3c5a8",
        1.6,
    )
    p.path("M66 2 L88 8 L66 14Z", p.main)
    p.line("M8 108 L66 112 L132 106", WOOD_DARK, 2.4)
    p.body("M4 118 H138 C134 136 122 148 108 149 H34 C20 148 8 136 4 118Z")
    p.path("M4 118 H138 L136 125 H6Z", p.light)
    p.line("M14 136 H128", p.dark, 2)


@motif("rowing boat, rowboat, dinghy, gondola", metres=1.4, box=(170, 60), colours=f"{WOOD} #c8452f #3f8f8a", home="lake",
       layer=Layer.WATER, rim=Span(50, 120, 20), family="vehicle")  # fmt: skip
def rowboat(p: Pen) -> None:
    p.path("M16 14 C50 24 120 24 154 14 C140 8 30 8 16 14Z", p.deep)
    p.line("M110 22 L140 52", WOOD_DARK, 4)
    p.oval(143, 54, 8, 4, WOOD_DARK, 45)
    p.body("M2 6 C30 22 140 22 168 6 C164 36 146 54 118 57 H52 C24 54 6 36 2 6Z")
    p.line("M10 26 C40 36 130 36 160 26 M22 42 C52 49 118 49 148 42", p.dark, 2)
    p.line("M2 6 C30 22 140 22 168 6", p.light, 4)


@motif("ship, steamer, ocean liner, cruise ship, steamship", metres=11.0, box=(240, 120), colours="#2f4a78 #b5393f #2f6f5a", home="sea",
       layer=Layer.WATER, family="vehicle")  # fmt: skip
def ship(p: Pen) -> None:
    for x in (92, 124, 156):
        p.body(f"M{x} 44 L{x + 4} 12 H{x + 20} L{x + 16} 44Z", "#d8433c")
        p.path(f"M{x + 4} 12 H{x + 20} L{x + 19} 20 H{x + 3}Z", INK)
    p.ball(126, 0, 9, 7, "#e8e8ea")
    p.ball(108, -6, 12, 9, "#e8e8ea")
    p.slab(66, 40, 124, 20, WHITE, 3)
    p.slab(44, 58, 164, 20, "#f1efe9", 3)
    for x in range(56, 204, 16):
        p.box(x, 64, 8, 7, "#6fa8cf", 2)
    for x in range(76, 184, 16):
        p.box(x, 46, 8, 7, "#6fa8cf", 2)
    p.body("M6 72 C30 78 60 78 80 78 H234 C230 98 220 112 208 118 H34 C20 108 10 92 6 72Z")
    p.path("M22 104 H220 C216 111 212 116 208 118 H34 C29 114 25 109 22 104Z", "#b5393f")
    for x in range(36, 220, 20):
        p.circle(x, 90, 3.4, "#cfe4f2")


@motif(
    "pirate ship, galleon",
    metres=11.0,
    box=(190, 160),
    colours="#7c4f2a",
    home="sea",
    layer=Layer.WATER,
    family="vehicle",
)
def galleon(p: Pen) -> None:
    p.line("M60 10 V120 M110 2 V120 M150 30 V120", WOOD_DARK, 5)
    p.body("M32 26 C50 32 70 32 88 26 C94 48 94 66 90 86 C70 80 50 80 30 86 C36 66 36 46 32 26Z", "#f4ecd8")
    p.body("M88 16 C104 22 120 22 136 16 C144 42 144 64 138 86 C120 80 104 80 84 86 C92 62 92 40 88 16Z", "#fbf5e6")
    p.body(
        "M138 44 C148 48 158 48 168 44 C172 60 172 72 168 88 C156 84 148 84 136 88 C142 72 142 58 138 44Z", "#f4ecd8"
    )
    p.path("M110 -8 L140 -4 L130 2 L140 8 L110 6Z", "#2b2b36")
    p.circle(112, 48, 10, "#2b2b36")
    p.circle(108.5, 47, 2.4, WHITE)
    p.circle(115.5, 47, 2.4, WHITE)
    p.body("M6 100 L40 112 H150 L160 88 H188 C186 124 172 152 156 158 H50 C28 154 12 130 6 100Z")
    p.path("M34 112 H152 L150 120 H32Z M160 88 H188 L187 95 H158Z", "#e0b23a")
    for x in (56, 82, 108, 134):
        p.box(x, 128, 13, 11, INK, 2)
    p.line("M20 124 C40 146 60 150 160 148", p.dark, 2)


@motif("plane, aeroplane, airplane, aircraft, jet, airliner", metres=6.0, box=(200, 90), colours="#f1f3f6 #3f8fd0 #e0703a", home="sky",
       layer=Layer.AIR, family="vehicle")  # fmt: skip
def plane(p: Pen) -> None:
    tail = "#2f6fc4" if p.main == "#f1f3f6" else p.dark
    p.body("M100 40 L70 8 H82 L128 40Z", p.dark)
    p.body("M16 44 L6 8 H24 L52 40Z", tail)
    p.body("M12 44 C40 36 90 34 140 34 C172 34 192 42 194 52 C192 60 176 64 150 64 H60 C36 62 16 54 12 44Z")
    p.path("M22 51 C60 56 130 56 193 53 C190 60 176 64 150 64 H60 C44 63 30 58 22 51Z", tail)
    p.path("M166 40 C176 41 184 44 188 48 H166Z", GLASS)
    for x in range(64, 156, 12):
        p.oval(x, 46, 3.2, 4, "#5f9ccf")
    p.slab(86, 66, 30, 12, "#c3ccd6", 6)
    p.body("M118 54 L66 86 H82 L148 54Z", p.light)
    p.body("M34 46 L10 58 H22 L52 48Z", tail)


@motif(
    "helicopter, chopper",
    metres=3.4,
    box=(190, 90),
    colours="#d8433c #2f6fb0 #3f8a5a",
    home="sky",
    layer=Layer.AIR,
    family="vehicle",
)
def helicopter(p: Pen) -> None:
    p.line("M30 6 H178", "#4a5060", 4.4)
    p.line("M104 6 V20", STEEL_DARK, 6)
    p.body("M8 22 L14 22 L22 34 L76 40 V54 L20 44 L8 40Z", p.dark)
    p.line("M2 14 L20 40 M20 14 L2 40", STEEL, 3)
    p.body("M64 44 C66 24 92 20 118 20 C150 20 166 36 166 52 C166 66 152 72 128 72 H90 C72 72 62 60 64 44Z")
    p.path("M122 27 C146 27 158 38 159 52 H122Z", GLASS)
    p.shine("M128 50 L138 30 L146 34 L138 50Z")
    p.box(84, 30, 28, 20, GLASS, 4)
    p.line("M72 60 H160", p.light, 3)
    p.line("M92 72 L88 84 M134 72 L138 84 M70 85 H156 C162 85 164 81 164 78", STEEL_DARK, 4)


@motif("hot air balloon, hot-air balloon, air balloon", metres=9.0, box=(100, 140), colours="#d8433c #2f7fc4 #e5a02c #6f5ab0", home="sky",
       layer=Layer.AIR, family="vehicle")  # fmt: skip
def hot_air_balloon(p: Pen) -> None:
    p.line("M32 92 L42 118 M68 92 L58 118 M46 96 L47 118 M54 96 L53 118", WOOD_DARK, 1.6)
    p.path("M2 46 C2 18 24 0 50 0 C76 0 98 18 98 46 C98 68 78 82 66 98 H34 C22 82 2 68 2 46Z", p.main)
    p.path("M30 3 C18 18 18 68 40 98 H34 C22 82 2 68 2 46 C2 26 14 10 30 3Z M50 0 C38 20 38 70 47 98 H53 C62 70 62 20 50 0Z "
           "M70 3 C86 10 98 26 98 46 C98 68 78 82 66 98 H60 C82 68 82 18 70 3Z", "#fbeed0")  # fmt: skip
    p.gloss('path d="M2 46 C2 18 24 0 50 0 C76 0 98 18 98 46 C98 68 78 82 66 98 H34 C22 82 2 68 2 46Z"', "round")
    p.slab(38, 116, 24, 20, "#a9743f", 4)
    p.line("M38 123 H62 M38 130 H62", WOOD_DARK, 1.4)
    p.box(36, 114, 28, 5, WOOD_DARK, 2)


@motif("rocket, spaceship, spacecraft, rocket ship, starship, space shuttle, missile", metres=9.0, box=(90, 170), colours="#eef0f4 #d8433c #6f8fd0",
       home="space", layer=Layer.AIR, family="vehicle")  # fmt: skip
def rocket(p: Pen) -> None:
    accent = "#d8323c" if p.main != "#d8433c" else "#f3efe4"
    p.path("M30 130 C24 148 36 156 45 172 C54 156 66 148 60 130Z", "#f28a1c")
    p.path("M36 130 C33 142 40 148 45 158 C50 148 57 142 54 130Z", "#ffe27a")
    p.body("M26 84 C8 94 2 112 6 134 L28 120Z", accent)
    p.body("M64 84 C82 94 88 112 84 134 L62 120Z", accent)
    p.body("M45 2 C66 22 74 60 64 122 H26 C16 60 24 22 45 2Z")
    p.body("M45 2 C55 12 62 25 66 40 H24 C28 25 35 12 45 2Z", accent)
    p.circle(45, 60, 13, STEEL_DARK)
    p.circle(45, 60, 9.5, "#6fc4e8")
    p.shine("M39 62 C38 56 42 52 47 52 C43 55 41 58 41 64Z", 0.7)
    p.line("M23 96 C36 99 54 99 67 96", p.dark, 3)
    p.box(30, 120, 30, 11, STEEL_DARK, 3)
    p.body("M42 90 H48 L49 134 H41Z", accent)


@motif(
    "ufo, flying saucer, alien ship",
    metres=3.0,
    box=(150, 70),
    colours="#9aa7bb #7fa08a",
    home="space",
    layer=Layer.AIR,
    family="vehicle",
)
def ufo(p: Pen) -> None:
    p.ball(75, 26, 32, 25, "#a8e6e0")
    p.oval(75, 27, 10, 13, "#6fbf4a")
    p.oval(71, 24, 2.6, 4, INK)
    p.oval(79, 24, 2.6, 4, INK)
    p.body("M4 42 C20 26 44 26 75 26 C60 36 90 36 75 26 C106 26 130 26 146 42 C130 58 104 64 75 64 C46 64 20 58 4 42Z")
    p.path("M4 42 C30 50 120 50 146 42 C130 58 104 64 75 64 C46 64 20 58 4 42Z", p.dark)
    for x, colour in ((30, "#f7df4a"), (52, "#f26a5a"), (75, "#f7df4a"), (98, "#f26a5a"), (120, "#f7df4a")):
        p.circle(x, 52 - abs(75 - x) * 0.05, 4.6, colour)


@motif(
    "satellite, space station",
    metres=2.4,
    box=(170, 90),
    colours="#d5dae2",
    home="space",
    layer=Layer.AIR,
    family="vehicle",
)
def satellite(p: Pen) -> None:
    for x in (4, 112):
        p.slab(x, 26, 54, 36, "#2f5fa8", 2)
        p.line(f"M{x + 18} 26 v36 M{x + 36} 26 v36 M{x} 44 h54", "#8fb8ea", 1.8)
    p.line("M58 44 H112", STEEL_DARK, 6)
    p.slab(66, 18, 38, 52, p.main, 6)
    p.box(72, 28, 26, 12, "#e0b23a", 2)
    p.line("M85 18 V6", STEEL_DARK, 3)
    p.body("M66 2 C72 14 98 14 104 2Z", "#f2f3f5")
    p.circle(85, 56, 7, "#6fc4e8")


@motif(
    "submarine",
    metres=4.0,
    box=(180, 90),
    colours="#f2b61f #5f7f9a #d8433c",
    home="underwater",
    layer=Layer.WATER,
    family="vehicle",
)
def submarine(p: Pen) -> None:
    p.line("M92 20 V6 H106", STEEL_DARK, 5)
    p.body("M74 34 L80 16 H116 L124 34Z", p.dark)
    p.body("M16 56 L2 38 V78 L16 62Z", p.dark)
    p.body("M12 58 C12 38 40 30 90 30 C144 30 174 42 174 58 C174 76 144 86 90 86 C40 86 12 78 12 58Z", gradient="drop")
    for x in (66, 98, 130):
        p.circle(x, 56, 12, STEEL_DARK)
        p.circle(x, 56, 8.5, "#8fd6ee")
        p.shine(f"M{x - 5} 57 a6 6 0 0 1 6 -6 a8 8 0 0 0 -4 8Z", 0.7)
    p.line("M28 44 C60 36 120 36 156 44", p.light, 3)
