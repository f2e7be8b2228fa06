"""Drawings of the animals of house and farm."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import BLUSH, INK, WHITE, darker, lighter
from heliograph.adapters.generators.illustrator.pen import Pen


def legs(
    p: Pen, near: tuple[float, ...], far: tuple[float, ...], y: float, width: float, hoof: str | None = None
) -> None:
    """Straight legs that end at 100, the far ones darker, with a foot in the hoof's colour."""
    for xs, colour in ((far, p.dark), (near, p.main)):
        for x in xs:
            p.box(x, y, width, 100 - y, colour, width * 0.35)
            p.box(x - 0.5, 93, width + 2, 7, hoof or darker(colour, 0.18), 3)


@motif("cat, kitten, kitty, tomcat, tabby", metres=0.45, box=(84, 100), colours="#e08a3c #7d8491 #3b3b47 #efe2cc",
       home="room", family="animal")  # fmt: skip
def cat(p: Pen) -> None:
    p.line("M56 92 C78 96 86 78 76 64", p.dark, 9)
    p.line("M78 70 C78 67 77 65 76 64", p.light, 9)
    p.body("M20 100 C10 84 16 62 26 50 L54 50 C66 62 72 84 62 100Z")
    p.oval(41, 66, 11, 15, p.light)
    p.line("M24 100 C18 90 22 80 27 78", p.dark, 2)
    p.line("M58 100 C64 90 60 80 55 78", p.dark, 2)
    p.line("M34 96 L35 78 M48 96 L47 78", p.dark, 1.6)
    p.oval(33, 96, 8, 4.6, p.light)
    p.oval(49, 96, 8, 4.6, p.light)
    p.path("M18 32 L17 5 Q18 2 21 5 L37 18Z M64 32 L65 5 Q64 2 61 5 L45 18Z", p.main)
    p.path("M21 24 L20.5 11 L31 19Z M61 24 L61.5 11 L51 19Z", BLUSH)
    p.ball(41, 34, 25, 20)
    p.line("M36 17 L37 23 M41 16 V23.5 M46 17 L45 23", p.dark, 2.6)
    p.oval(41, 42, 11, 8, p.light)
    for x in (30.5, 51.5):
        p.oval(x, 33, 4.6, 5.4, "#cfe36a")
        p.oval(x, 33, 2.1, 4.8, INK)
        p.circle(x + 1.2, 31, 1.1, WHITE)
    p.path("M38 38.5 L44 38.5 L41 42Z", "#d9627a")
    p.line("M41 42 C41 46 36 46.5 35 44.5 M41 42 C41 46 46 46.5 47 44.5", INK, 1.3)
    p.line("M26 41 L8 38 M26 44 L9 46 M56 41 L74 38 M56 44 L73 46", p.pale, 1)


@motif("dog, puppy, hound, doggy, terrier, labrador", metres=0.65, box=(122, 100),
       colours="#a8683a #d9b27a #4a4038 #e9dcc6", family="animal")  # fmt: skip
def dog(p: Pen) -> None:
    p.line("M24 48 C10 44 5 30 11 16", p.main, 8)
    legs(p, (22, 80), (35, 69), 58, 12)
    p.body("M18 52 C18 40 30 36 48 38 L80 36 C94 38 98 48 95 58 C92 70 84 72 74 71 L44 70 C26 76 18 66 18 52Z")
    p.oval(46, 66, 20, 5, p.light)
    p.path("M20 54 C16 64 22 74 33 72 L40 62Z", p.main)
    p.body("M72 48 C72 28 80 13 96 12 C107 12 112 18 112 25 L119 28 C122 34 118 41 108 42 L99 44 C94 60 78 62 72 48Z")
    p.line("M77 50 C83 57 93 55 97 46", "#d8323c", 5.5)
    p.circle(91, 57, 3.4, "#f2c230")
    p.path("M104 33 L119 29 C121 35 117 41 108 42 C103 41 102 37 104 33Z", p.light)
    p.body("M87 13 C75 12 70 30 75 44 C85 47 93 32 94 17Z", p.dark)
    p.oval(101, 23, 2.8, 3.2, INK)
    p.circle(102, 22, 1, WHITE)
    p.oval(117.5, 28.5, 4, 3.2, INK)
    p.line("M117 36 C113 39 109 39 106 37", INK, 1.3)


@motif("rabbit, bunny, hare", metres=0.4, box=(84, 100), colours="#b9a48d #f1ece2 #8b7d6f", family="animal")
def rabbit(p: Pen) -> None:
    for x, turn in ((33, -9), (52, 9)):
        p.oval(x, 22, 8, 23, p.main, turn)
        p.oval(x, 23, 4, 17, BLUSH, turn)
    p.circle(70, 84, 9, WHITE)
    p.body("M20 100 C10 84 18 62 30 58 L54 58 C68 62 74 84 64 100Z")
    p.oval(42, 80, 14, 16, p.light)
    p.oval(28, 96, 11, 5, p.light)
    p.oval(56, 96, 11, 5, p.light)
    p.ball(42, 51, 22, 18)
    p.oval(35, 58, 8, 6.4, p.pale)
    p.oval(49, 58, 8, 6.4, p.pale)
    for x in (32, 52):
        p.oval(x, 48, 3, 3.8, INK)
        p.circle(x + 1, 46.6, 1, WHITE)
    p.path("M39 53 L45 53 L42 56.5Z", "#e0748a")
    p.box(39.5, 61, 5, 5, WHITE, 1)


@motif("horse, pony, stallion, mare, foal", metres=1.7, box=(126, 100), colours="#8a522b #5b3a29 #d8c3a0 #3d3a40",
       home="field", top=Span(34, 74, 36), family="animal")  # fmt: skip
def horse(p: Pen) -> None:
    p.body("M22 40 C8 40 6 60 10 78 C16 72 17 56 26 50Z", p.deep)
    legs(p, (24, 78), (36, 69), 56, 9, "#3b302c")
    p.body(
        "M19 46 C19 35 30 33 44 37 C56 39 66 37 76 34 L92 44 C96 58 86 66 76 65 C62 62 50 66 38 66 C24 66 19 57 19 46Z"
    )
    p.body(
        "M72 44 C78 30 84 14 96 7 L104 10 L120 26 C123 31 118 36 113 34 L102 30 C98 40 96 50 90 56 C82 60 70 54 72 44Z"
    )
    p.path("M93 8 L93 -1 L101 7Z", p.dark)
    p.body("M96 5 C84 7 76 18 66 37 C72 41 78 40 80 37 C82 28 90 17 98 12Z", p.deep)
    p.circle(103, 17, 2.4, INK)
    p.path("M112 26 L120 26 C123 31 118 36 113 34Z", p.dark)
    p.circle(117, 28, 1, INK)


@motif("cow, bull, cattle, calf, ox", metres=1.45, box=(140, 100), colours="#f2efe9 #9a5b34 #f2efe9", home="field",
       family="animal")  # fmt: skip
def cow(p: Pen) -> None:
    patch = "#3a3338" if p.main != "#9a5b34" else "#f1e9da"
    p.line("M16 34 C6 42 8 56 9 66", p.dark, 3.4)
    p.oval(9, 69, 3.6, 6, patch)
    p.oval(52, 74, 10, 7, BLUSH)
    legs(p, (20, 84), (34, 72), 62, 11, "#3b302c")
    p.body("M15 42 C13 30 22 26 34 27 L92 26 C102 30 104 44 100 60 C96 74 88 74 78 73 L32 73 C20 73 16 60 15 42Z")
    p.path("M36 27 C34 42 46 52 56 44 C64 38 62 28 60 27Z M18 52 C28 50 32 62 26 71 C18 66 17 60 18 52Z", patch)
    p.path("M76 58 C82 46 94 50 100 58 C98 68 92 73 84 73 C76 70 74 64 76 58Z", patch)
    p.line("M98 14 C94 8 98 2 101 2 M120 14 C125 9 124 3 121 2", "#e7dcb8", 4)
    p.oval(92, 21, 9, 4.6, patch, -16)
    p.oval(128, 21, 9, 4.6, patch, 16)
    p.body("M97 16 C100 9 120 9 123 16 L121 42 C118 50 102 50 99 42Z")
    p.path("M98 18 C101 12 108 11 108 12 L106 34 L99 34Z", patch)
    p.oval(110, 44, 14, 9, "#eba9a0")
    p.oval(105, 43, 2, 2.8, "#8c4a4a")
    p.oval(115, 43, 2, 2.8, "#8c4a4a")
    p.circle(103, 26, 2.5, INK)
    p.circle(117, 26, 2.5, INK)


@motif("sheep, lamb, ram, ewe", metres=0.9, box=(112, 100), colours="#f4efe4 #e4dcc9 #cfc8bd", home="field",
       family="animal")  # fmt: skip
def sheep(p: Pen) -> None:
    for x in (28, 40, 66, 78):
        p.box(x, 66, 8, 34, "#463c3f", 3)
    for x, y, r in ((24, 50, 16.0), (38, 36, 17), (58, 33, 17), (76, 40, 17), (80, 58, 16), (62, 66, 17), (40, 66, 17)):
        p.ball(x, y, r)
    p.oval(53, 51, 30, 20)
    p.oval(78, 35, 8, 4, "#463c3f", -24)
    p.body("M80 30 C86 22 100 22 104 30 C109 42 105 58 96 60 C86 60 77 46 80 30Z", "#4f4447")
    p.oval(105, 33, 8, 4, "#3c3336", 24)
    for x, y, r in ((84, 26, 8.0), (93, 23, 8.5), (101, 27, 6.5)):
        p.circle(x, y, r)
    for eye in (88, 99):
        p.circle(eye, 39, 3.2, WHITE)
        p.circle(eye + 0.4, 39.4, 1.8, INK)


@motif("pig, piglet, hog, swine", metres=0.8, box=(120, 100), colours="#f0a6a6 #e58f97 #d8a187", home="field",
       family="animal")  # fmt: skip
def pig(p: Pen) -> None:
    p.line("M14 46 C4 44 4 34 10 35 C15 37 10 44 5 42", p.dark, 3.4)
    legs(p, (24, 74), (36, 64), 70, 13)
    p.body("M12 54 C12 30 34 22 56 24 C84 24 100 34 100 56 C100 76 84 82 56 82 C30 82 12 76 12 54Z")
    p.path("M80 30 L84 12 L97 26Z", p.dark)
    p.ball(90, 46, 22, 20)
    p.path("M92 29 L104 14 L107 34Z", p.dark)
    p.body("M98 44 C98 38 114 38 114 44 L114 56 C114 62 98 62 98 56Z", p.dark)
    p.oval(114, 50, 4.6, 9, p.light)
    p.oval(114, 47, 1.6, 2.4, "#8c4a4a")
    p.oval(114, 53.4, 1.6, 2.4, "#8c4a4a")
    p.circle(91, 39, 2.8, INK)
    p.circle(92, 38, 0.9, WHITE)
    p.line("M90 60 C94 64 99 64 102 62", "#8c4a4a", 1.6)


@motif("goat, billy goat", metres=0.85, box=(112, 100), colours="#e9e3d6 #9b8468 #5a5149", home="mountains",
       family="animal")  # fmt: skip
def goat(p: Pen) -> None:
    p.path("M14 40 L6 28 L22 36Z", p.dark)
    legs(p, (20, 70), (32, 60), 60, 9, "#3b302c")
    p.body("M14 48 C14 37 26 36 40 38 L72 36 C86 40 86 56 80 66 C72 72 40 72 26 70 C16 68 14 58 14 48Z")
    p.body(
        "M66 46 C68 30 74 18 84 16 L98 20 L108 32 C110 37 104 41 99 38 L90 37 C90 50 84 60 76 60 C68 60 65 54 66 46Z"
    )
    p.line("M84 17 C78 6 66 2 62 8 M88 16 C86 5 76 -1 70 1", "#8b7a62", 4.6)
    p.oval(78, 24, 9, 3.6, p.dark, 30)
    p.path("M97 39 L104 39 L100 56Z", p.light)
    p.circle(92, 25, 2.4, INK)


@motif("mouse, rat", metres=0.14, box=(110, 80), colours="#9a9aa5 #c9c2bd #6e6a70", home="room", family="animal")
def mouse(p: Pen) -> None:
    p.line("M20 70 C0 74 -2 50 12 44 C20 40 16 30 8 30", "#e6a0a0", 3)
    p.body("M14 78 C6 54 30 32 58 38 C80 42 98 56 104 68 C106 74 102 78 96 78Z")
    p.ball(64, 32, 15)
    p.circle(64, 33, 9.5, BLUSH)
    p.circle(84, 55, 3.4, INK)
    p.circle(85, 54, 1, WHITE)
    p.circle(104, 67, 4, "#e0748a")
    p.line("M96 68 L84 62 M96 71 L83 72", p.deep, 1)
    p.oval(40, 77, 9, 3.4, BLUSH)
    p.oval(78, 77, 8, 3.2, BLUSH)


@motif("hedgehog", metres=0.2, box=(112, 70), colours="#7a5a44 #8d6e58", home="forest", family="animal")
def hedgehog(p: Pen) -> None:
    p.oval(30, 67, 8, 3.6, "#c79a74")
    p.oval(70, 67, 8, 3.6, "#c79a74")
    p.body("M66 66 C70 40 86 34 94 46 C100 54 108 56 110 60 C110 65 100 67 92 67Z", "#e3bd95")
    spikes = (
        "M4 62 L10 54 L4 46 L14 42 L10 31 L22 31 L22 19 L34 23 L38 10 L48 18 L56 7 L62 18 L73 13 L75 25 L86 26 L82 36"
    )
    p.body(spikes + " C90 46 80 58 78 68 L14 68Z")
    p.line("M24 58 L18 48 M36 50 L30 40 M50 44 L46 34 M64 46 L62 34 M46 60 L40 50 M62 60 L58 50", p.deep, 2.4)
    p.circle(110, 60, 3.8, INK)
    p.circle(92, 52, 2.8, INK)
    p.circle(93, 51, 0.9, WHITE)
    p.oval(86, 59, 4, 2.6, lighter(BLUSH))
