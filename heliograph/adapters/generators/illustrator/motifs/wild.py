"""Drawings of wild animals of land and water."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import BLUSH, INK, WHITE
from heliograph.adapters.generators.illustrator.pen import Pen

from .pets import legs


@motif("fox, vixen", metres=0.6, box=(130, 100), colours="#dd6b25 #c95c2a", home="forest", family="animal")
def fox(p: Pen) -> None:
    p.body("M30 62 C10 70 -2 56 2 34 C10 44 22 40 36 50Z")
    p.path("M2 34 C4 40 7 43 12 45 C8 49 4 50 1 48 C0 43 1 38 2 34Z", WHITE)
    legs(p, (34, 84), (46, 74), 62, 9, "#3a2a28")
    p.body("M28 56 C28 45 42 44 56 46 L88 42 C98 46 98 60 92 68 C82 74 54 72 42 72 C32 70 28 64 28 56Z")
    p.path("M84 50 C84 62 88 70 93 68 C98 62 100 54 100 48Z", WHITE)
    p.path("M84 26 L84 4 L98 18Z M106 18 L118 4 L119 24Z", p.dark)
    p.body("M82 30 C84 18 100 14 112 18 C120 22 122 28 120 32 L128 43 C128 48 122 49 118 48 C108 56 84 52 82 30Z")
    p.path("M84 36 C94 34 100 42 106 44 L128 45 C127 49 122 49 118 48 C108 56 88 52 84 36Z", WHITE)
    p.circle(108, 31, 2.7, INK)
    p.circle(127, 44, 3.3, INK)


@motif("bear, grizzly", metres=1.7, box=(96, 110), colours="#7a4e2f #5c3d2b #f1ede6", home="forest", family="animal")
def bear(p: Pen) -> None:
    p.ball(26, 14, 9)
    p.ball(70, 14, 9)
    p.circle(26, 15, 4.6, p.light)
    p.circle(70, 15, 4.6, p.light)
    p.body("M14 66 C14 44 30 40 48 40 C66 40 82 44 82 66 L80 98 C78 110 60 108 48 108 C36 108 18 110 16 98Z")
    p.oval(48, 76, 20, 23, p.light)
    p.body("M18 54 C6 62 4 80 12 86 C20 88 26 78 28 62Z", p.dark)
    p.body("M78 54 C90 62 92 80 84 86 C76 88 70 78 68 62Z", p.dark)
    p.oval(28, 104, 15, 6.5, p.dark)
    p.oval(68, 104, 15, 6.5, p.dark)
    p.ball(48, 30, 27, 24)
    p.oval(48, 38, 13, 10, p.light)
    p.oval(48, 33.5, 5, 3.6, INK)
    p.line("M48 37 V41 M42 43 C45 46 51 46 54 43", INK, 1.8)
    p.circle(38, 26, 3, INK)
    p.circle(58, 26, 3, INK)
    p.circle(39, 25, 1, WHITE)
    p.circle(59, 25, 1, WHITE)


@motif("elephant", metres=3.0, box=(140, 100), colours="#8f98a8 #a29c9c", home="savanna", top=Span(34, 80, 14),
       family="animal")  # fmt: skip
def elephant(p: Pen) -> None:
    p.line("M14 36 C6 46 8 58 6 64", p.dark, 3.2)
    for x, colour in ((36, p.dark), (68, p.dark), (18, p.main), (80, p.main)):
        p.box(x, 56, 19, 44, colour, 5)
        p.line(f"M{x + 4} 97 h3 M{x + 9} 97 h3 M{x + 14} 97 h2", p.light, 2.4)
    p.body("M12 44 C12 20 34 12 58 13 C84 12 102 22 102 48 C102 70 90 74 60 73 C30 74 12 70 12 44Z")
    p.body(
        "M88 34 C88 14 110 8 122 20 C130 28 130 44 132 62 C134 74 138 78 134 84 C128 88 122 80 121 68 L118 54 C106 60 88 52 88 34Z"
    )
    p.path("M114 54 C118 62 126 64 131 60 C127 59 121 56 120 51Z", "#fbf6e6")
    p.body("M84 16 C66 16 64 44 74 58 C86 62 100 50 103 32 C102 22 94 16 84 16Z", p.dark)
    p.path("M84 24 C74 26 72 42 78 51 C88 50 94 40 95 31Z", p.light)
    p.circle(112, 30, 2.6, INK)
    p.line("M126 60 L133 59 M127 68 L134 67", p.dark, 1.6)


@motif("lion, lioness", metres=1.15, box=(130, 100), colours="#dba050 #c98d3f", home="savanna", family="animal")
def lion(p: Pen) -> None:
    p.line("M20 52 C4 50 2 34 8 24", p.main, 5)
    p.oval(8, 21, 6, 8, "#7d431e")
    legs(p, (22, 76), (36, 64), 60, 12)
    p.body("M16 56 C16 42 30 40 50 42 L88 38 L94 66 C80 74 44 72 30 72 C20 70 16 64 16 56Z")
    for x, y in (
        (76, 32),
        (84, 18),
        (98, 10),
        (113, 14),
        (122, 28),
        (122, 44),
        (112, 58),
        (96, 63),
        (82, 55),
        (75, 44),
    ):
        p.ball(x, y, 13, 13, "#8f4e22")
    p.circle(99, 36, 26, "#8f4e22")
    p.circle(82, 18, 6, p.dark)
    p.circle(115, 18, 6, p.dark)
    p.ball(99, 37, 20, 19)
    p.oval(99, 46, 11, 8, p.pale)
    p.path("M94 40 L104 40 L99 45Z", "#5a2d22")
    p.line("M99 45 V48 M93 50 C96 52 98 51 99 48 C100 51 102 52 105 50", INK, 1.5)
    p.circle(91, 33, 2.6, INK)
    p.circle(107, 33, 2.6, INK)


@motif("tiger, tigress", metres=1.1, box=(130, 100), colours="#e8872c #f3ede2", home="jungle", family="animal")
def tiger(p: Pen) -> None:
    p.line("M20 54 C4 54 0 40 6 28", p.main, 7)
    p.line("M4 46 L11 44 M2 36 L9 35", INK, 3)
    legs(p, (22, 76), (36, 64), 60, 12)
    p.body("M16 56 C16 42 30 40 50 42 L88 38 L94 66 C80 74 44 72 30 72 C20 70 16 64 16 56Z")
    p.line("M30 42 L33 56 M42 42 L44 58 M54 42 L55 56 M66 41 L66 57 M28 68 L30 62 M46 71 L47 65 M60 71 L60 64", INK, 3)
    p.circle(83, 21, 8, p.main)
    p.circle(115, 21, 8, p.main)
    p.circle(83, 21, 4, BLUSH)
    p.circle(115, 21, 4, BLUSH)
    p.ball(99, 38, 25, 22)
    p.line(
        "M99 18 V25 M92 19 L93 25 M106 19 L105 25 M76 36 L83 38 M77 44 L84 44 M122 36 L115 38 M121 44 L114 44", INK, 2.6
    )
    p.oval(99, 48, 12, 8.4, WHITE)
    p.path("M94 42 L104 42 L99 47Z", "#d9627a")
    p.line("M99 47 V50 M93 52 C96 54 98 53 99 50 C100 53 102 54 105 52", INK, 1.5)
    p.circle(90, 35, 2.9, INK)
    p.circle(108, 35, 2.9, INK)


@motif("giraffe", metres=4.6, box=(84, 130), colours="#f0c060 #e3b04f", home="savanna", family="animal")
def giraffe(p: Pen) -> None:
    p.line("M10 74 C4 84 6 92 4 96", p.dark, 2.4)
    for x, colour in ((20, p.dark), (42, p.dark), (11, p.main), (50, p.main)):
        p.box(x, 84, 7, 46, colour, 3)
        p.box(x - 0.5, 124, 8, 6, "#5b4030", 2)
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
    p.line("M64 12 V3 M69 12 V3", p.dark, 2)
    p.circle(64, 3, 2, "#7a4726")
    p.circle(69, 3, 2, "#7a4726")
    p.oval(58, 13, 6, 2.6, p.dark, 20)
    p.body("M60 14 C62 8 72 8 76 13 L83 22 C84 27 78 29 74 27 C66 28 58 22 60 14Z")
    p.oval(79, 24, 4.4, 3.4, p.light)
    p.circle(70, 15, 1.9, INK)


@motif("monkey, ape, chimp", metres=0.9, box=(90, 100), colours="#7b5132 #5d4636", home="jungle", family="animal")
def monkey(p: Pen) -> None:
    p.line("M62 88 C86 92 90 66 78 58 C70 54 66 64 74 66", p.dark, 5)
    p.body("M26 62 C18 80 22 98 34 98 L58 98 C68 98 70 80 62 62Z")
    p.oval(44, 80, 12, 14, "#e5b98c")
    p.line("M27 62 C12 70 14 84 26 88", p.main, 8)
    p.line("M61 62 C76 66 74 80 62 86", p.main, 8)
    p.oval(30, 97, 12, 4.6, "#e5b98c")
    p.oval(58, 97, 12, 4.6, "#e5b98c")
    for x in (16, 72):
        p.ball(x, 36, 10)
        p.circle(x, 36, 5.6, "#e5b98c")
    p.ball(44, 34, 26, 25)
    p.path("M44 26 C38 16 22 22 26 36 C22 46 30 56 44 56 C58 56 66 46 62 36 C66 22 50 16 44 26Z", "#e5b98c")
    p.circle(35, 34, 3, INK)
    p.circle(53, 34, 3, INK)
    p.circle(42, 42, 1.2, "#8c5a3c")
    p.circle(46, 42, 1.2, "#8c5a3c")
    p.line("M35 48 C40 52 48 52 53 48", "#8c4a3a", 1.8)


@motif("camel, dromedary", metres=2.1, box=(130, 100), colours="#c99a5b #b98a4e", home="desert", top=Span(40, 62, 22),
       family="animal")  # fmt: skip
def camel(p: Pen) -> None:
    p.line("M14 50 C8 58 10 66 8 70", p.dark, 3)
    legs(p, (20, 76), (31, 66), 58, 8)
    p.body(
        "M14 54 C14 44 24 42 32 40 C38 14 56 12 62 38 C72 38 84 40 88 50 C90 64 80 70 66 68 L32 68 C18 68 14 62 14 54Z"
    )
    p.body(
        "M78 48 C90 62 98 50 98 34 C97 22 102 16 110 16 L124 24 C127 29 122 33 118 32 L110 32 C109 48 104 72 88 70 C78 68 74 56 78 48Z"
    )
    p.path("M103 18 L104 8 L110 16Z", p.dark)
    p.circle(113, 22, 2.1, INK)
    p.line("M120 29 L124 28", p.deep, 1.4)
    p.path("M35 40 C42 36 54 36 60 40 L58 58 L38 58Z", "#b23a48")
    p.line("M38 52 H58 M37 46 H59", "#f2c14e", 2)


@motif("dinosaur, t-rex, tyrannosaurus", metres=4.0, box=(130, 110), colours="#5e9a56 #8a7fb0 #c07a4a", home="jungle",
       family="animal")  # fmt: skip
def dinosaur(p: Pen) -> None:
    p.body("M52 60 C36 76 20 82 0 76 C14 94 40 96 60 86Z")
    p.body("M56 78 L52 106 L44 110 H66 L70 84Z", p.dark)
    p.body(
        "M44 66 C50 44 64 36 72 30 C72 12 84 4 100 4 C116 4 128 12 129 24 C129 34 116 34 106 35 C108 46 100 62 94 72 C88 90 70 96 56 90 C44 88 40 78 44 66Z"
    )
    p.path("M72 56 C84 52 94 52 100 50 C98 62 90 78 84 86 C74 80 70 66 72 56Z", p.light)
    p.body("M70 74 L76 100 L70 110 H94 L90 78Z")
    p.line("M98 56 L110 60 L112 66 M110 60 L115 62", p.main, 5)
    p.path("M104 27 L128 26 C128 34 116 34 106 35Z", "#7c2c34")
    p.path("M108 27 L111 31 L114 27 L117 31 L120 27 L123 31 L126 26Z", WHITE)
    p.circle(102, 15, 4.4, WHITE)
    p.circle(103, 15, 2.4, INK)
    p.circle(122, 14, 1.6, p.deep)
    p.path("M72 28 L64 24 L68 36 L58 34 L60 44 L50 46 L52 56 L42 60 L42 70 L46 66 C52 46 64 38 72 30Z", p.deep)


@motif("unicorn", metres=1.8, box=(126, 108), colours="#f6f0f6 #f3c9df #cfd8f6", home="meadow", top=Span(34, 74, 44),
       family="animal")  # fmt: skip
def unicorn(p: Pen) -> None:
    p.body("M22 48 C6 48 4 68 8 88 C16 80 17 64 26 58Z", "#d77fc4")
    p.path("M20 50 C12 54 10 66 11 76 C17 70 17 62 25 57Z", "#8aa8ea")
    for x, colour in ((36, p.dark), (69, p.dark), (24, p.main), (78, p.main)):
        p.box(x, 64, 9, 44, colour, 3)
        p.box(x - 0.5, 101, 11, 7, "#c9a23a", 3)
    p.body(
        "M19 54 C19 43 30 41 44 45 C56 47 66 45 76 42 L92 52 C96 66 86 74 76 73 C62 70 50 74 38 74 C24 74 19 65 19 54Z"
    )
    p.body(
        "M72 52 C78 38 84 22 96 15 L104 18 L120 34 C123 39 118 44 113 42 L102 38 C98 48 96 58 90 64 C82 68 70 62 72 52Z"
    )
    p.body("M100 15 L114 -2 L106 18Z", "#f2c230")
    p.body("M97 12 C84 15 75 26 65 45 C71 49 78 48 80 45 C82 36 90 25 99 20Z", "#d77fc4")
    p.path("M92 17 C84 22 78 32 72 46 C75 48 78 47 79 45 C81 36 88 26 94 21Z", "#8aa8ea")
    p.circle(103, 25, 2.4, INK)
    p.oval(107, 33, 4, 2.4, BLUSH)
