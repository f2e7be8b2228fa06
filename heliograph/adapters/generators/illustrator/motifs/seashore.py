"""Drawings of animals of shore and reef, and of many-legged ones."""

from heliograph.adapters.generators.illustrator.motif import Layer, Round, motif
from heliograph.adapters.generators.illustrator.palette import WHITE
from heliograph.adapters.generators.illustrator.pen import Pen


@motif(
    "crab",
    metres=0.25,
    box=(140, 90),
    colours="#e0562f #d8432c",
    home="beach",
    family="animal",
    head=Round(70, 40, 24),
    parts=("eye",),
)
def crab(p: Pen) -> None:
    p.line("M36 62 L14 66 L8 82 M40 70 L22 78 L20 88 M104 62 L126 66 L132 82 M100 70 L118 78 L120 88", p.dark, 5)
    p.line("M36 50 C22 46 14 36 16 26 M104 50 C118 46 126 36 124 26", p.main, 8)
    for side in (1, -1):
        x = 70 - side * 54
        p.body(
            f"M{x} 30 C{x - side * 16} 24 {x - side * 18} 6 {x - side * 4} 0 L{x} 12 L{x + side * 10} 2 C{x + side * 18} 12 {x + side * 12} 28 {x} 30Z"
        )
    p.line("M56 34 V20 M84 34 V20", p.main, 4)
    p.body("M26 52 C26 34 46 30 70 30 C94 30 114 34 114 52 C114 72 94 82 70 82 C46 82 26 72 26 52Z", gradient="round")
    for x in (56, 84):
        p.circle(x, 16, 7, WHITE)
        p.eye(x, 16, 3.4)
    p.line("M56 62 C62 68 78 68 84 62", p.deep, 3)


@motif(
    "lobster, crayfish, prawn, shrimp",
    metres=0.35,
    box=(150, 90),
    colours="#c9343a #e0735a",
    home="underwater",
    head=Round(100, 40, 12),
    family="animal",
    parts=("eye",),
)
def lobster(p: Pen) -> None:
    p.line("M98 40 C120 20 138 20 148 26 M98 44 C120 30 140 36 148 44", p.dark, 1.8)
    for x in (60, 72, 84):
        p.line(f"M{x} 58 L{x + 4} 76 L{x - 2} 86", p.dark, 3.4)
    for i, x in enumerate((26, 40, 54)):
        p.body(
            f"M{x - 12} {40 + (2 - i) * 3} C{x - 4} {30 + (2 - i) * 2} {x + 14} {30 + (2 - i) * 2} {x + 14} 46 C{x + 14} 62 {x - 2} 66 {x - 12} {62 + (2 - i) * 2}Z",
            p.dark if i % 2 else p.main,
        )
    p.body("M18 52 C4 40 -2 48 2 58 C-2 66 4 76 18 64Z", p.dark)
    p.body("M58 46 C62 32 92 32 106 46 C104 60 76 66 60 62Z")
    p.line("M94 54 L112 66", p.main, 7)
    p.body("M108 62 C118 54 138 58 146 68 L128 70 L144 78 C132 88 112 82 108 70Z")
    p.line("M100 42 L106 34", p.main, 3)
    p.eye(107, 32, 3.4)


@motif(
    "jellyfish, medusa",
    metres=0.5,
    box=(90, 130),
    colours="#e08fc0 #8fb0e8 #b59ae8",
    home="underwater",
    layer=Layer.WATER,
    family="animal",
    head=Round(45, 28, 24),
    parts=("eye",),
)
def jellyfish(p: Pen) -> None:
    for i, x in enumerate((16, 28, 40, 52, 64, 76)):
        p.line(
            f"M{x} 46 q{-8 if i % 2 else 8} 20 0 38 q{8 if i % 2 else -8} 18 0 {30 + i % 3 * 8}",
            p.light if i % 2 else p.dark,
            4,
        )
    p.body(
        "M4 48 C4 16 22 2 45 2 C68 2 86 16 86 48 C80 56 74 48 68 54 C62 60 56 50 45 56 C34 50 28 60 22 54 C16 48 10 56 4 48Z",
        gradient="round",
    )
    p.oval(30, 18, 9, 5, p.pale, -30)
    p.eye(36, 34, 3.4, glint=True)
    p.eye(54, 34, 3.4, glint=True)
    p.line("M40 42 q5 4 10 0", p.deep, 2)


@motif(
    "starfish, sea star",
    metres=0.2,
    box=(110, 104),
    colours="#f0913a #e0607a #c9442f",
    home="beach",
    family="animal",
    tall=False,
    head=Round(55, 50, 20),
    parts=("eye",),
)
def starfish(p: Pen) -> None:
    p.body(
        "M55 2 C62 2 66 26 70 36 C82 38 106 36 108 42 C110 50 90 60 82 68 C84 80 92 98 86 102 C80 106 64 90 55 84 C46 90 30 106 24 102 C18 98 26 80 28 68 C20 60 0 50 2 42 C4 36 28 38 40 36 C44 26 48 2 55 2Z",
        gradient="round",
    )
    for x, y in ((55, 16), (55, 28), (94, 44), (82, 48), (16, 44), (28, 48), (78, 90), (70, 78), (32, 90), (40, 78)):
        p.circle(x, y, 2.8, p.pale)
    p.eye(47, 50, 3.4, glint=True)
    p.eye(63, 50, 3.4, glint=True)
    p.line("M48 60 q7 6 14 0", p.deep, 2.4)


@motif(
    "seahorse, sea horse",
    metres=0.2,
    box=(80, 130),
    colours="#f2b03a #e0735a",
    home="underwater",
    layer=Layer.WATER,
    family="animal",
    head=Round(42, 26, 14),
    parts=("eye",),
)
def seahorse(p: Pen) -> None:
    p.body("M26 44 C12 48 8 60 14 70 C22 66 28 60 32 54Z", p.light)
    p.line("M40 92 C52 104 46 124 32 120 C24 116 30 106 36 110", p.main, 9)
    p.body(
        "M26 34 C22 16 34 6 46 10 C54 12 58 20 58 26 L76 32 C78 36 76 40 72 40 L56 40 C58 54 64 64 56 82 C52 94 44 98 38 98 C30 92 28 84 34 74 C40 64 30 50 26 34Z"
    )
    for y, w in ((50, 20), (58, 24), (66, 24), (74, 22), (82, 17)):
        p.line(f"M{58 - w * 0.1:.0f} {y} h{-w * 0.8:.0f}", p.dark, 2.4)
    p.path("M30 14 L26 2 L36 8 L40 -2 L46 9Z", p.dark)
    p.eye(46, 24, 3.2, glint=True)


@motif(
    "squid, cuttlefish, kraken",
    metres=1.0,
    box=(90, 130),
    colours="#d8735a #8a7fc0",
    home="underwater",
    layer=Layer.WATER,
    family="animal",
    head=Round(45, 60, 16),
    parts=("eye",),
)
def squid(p: Pen) -> None:
    for i, x in enumerate((30, 36, 42, 48, 54, 60)):
        p.line(
            f"M{x} 76 q{(x - 45) * 0.9:.0f} 22 {(x - 45) * 0.8:.0f} {40 + i % 2 * 10}", p.dark if i % 2 else p.main, 6
        )
    p.line("M26 74 C10 90 12 112 4 122 M64 74 C80 90 78 112 86 122", p.main, 4)
    p.body("M24 20 L4 38 L26 46Z", p.dark)
    p.body("M66 20 L86 38 L64 46Z", p.dark)
    p.body("M45 0 C58 10 66 36 66 60 C66 78 58 84 45 84 C32 84 24 78 24 60 C24 36 32 10 45 0Z")
    for x in (35, 55):
        p.circle(x, 64, 7, WHITE)
        p.eye(x, 64, 3.5)


@motif(
    "shell, seashell, clam, oyster, scallop",
    metres=0.1,
    box=(100, 90),
    colours="#f2b8a0 #e8d4b0 #d89ab0",
    home="beach",
    family="nature",
    tall=False,
)
def shell(p: Pen) -> None:
    p.body(
        "M50 86 L36 78 C8 66 -2 40 8 26 C14 18 22 16 26 18 C30 6 40 2 50 4 C60 2 70 6 74 18 C78 16 86 18 92 26 C102 40 92 66 64 78Z"
    )
    p.line("M50 80 V8 M46 80 L28 20 M54 80 L72 20 M43 78 L12 34 M57 78 L88 34", p.dark, 2.4)
    p.body("M36 78 L64 78 L58 90 H42Z", p.dark)


@motif(
    "coral, coral branch",
    metres=0.4,
    box=(100, 110),
    colours="#f0707a #f0a04a #b05fb0",
    home="underwater",
    family="nature",
)
def coral(p: Pen) -> None:
    p.line(
        "M50 108 V60 M50 84 C30 80 24 66 22 46 M50 70 C72 66 78 52 78 32 M50 62 C46 44 48 30 46 12 M23 60 C14 56 10 48 8 38 M78 48 C88 46 92 40 94 30 M47 36 C56 32 60 26 62 16",
        p.main,
        10,
    )
    for x, y in ((22, 46), (78, 32), (46, 12), (8, 38), (94, 30), (62, 16)):
        p.circle(x, y, 6, p.light)
    p.body("M30 110 C34 98 66 98 70 110Z", p.dark)
