"""Drawings of the animals of the farm."""

from heliograph.adapters.generators.illustrator.motif import Round, Span
from heliograph.adapters.generators.illustrator.palette import BLUSH, INK, WHITE
from heliograph.adapters.generators.illustrator.pen import Pen

from .kits.beast import Legs, four_legged

HOOF = "#3b302c"
HORSE_LEGS = Legs(near=(24, 78), far=(36, 69), y=56, width=9, hoof=HOOF)
TRUNK = "M19 46 C19 35 30 33 44 37 C56 39 66 37 76 34 L92 44 C96 58 86 66 76 65 C62 62 50 66 38 66 C24 66 19 57 19 46Z"
HORSE_HEAD = (
    "M72 44 C78 30 84 14 96 7 L104 10 L120 26 C123 31 118 36 113 34 L102 30 C98 40 96 50 90 56 C82 60 70 54 72 44Z"
)


@four_legged("horse, pony, stallion, mare, foal, steed", metres=1.7, box=(126, 100), legs=HORSE_LEGS, head=Round(103, 20, 12),
             neck=(82, 46), colours="#8a522b #5b3a29 #d8c3a0 #3d3a40", home="field", top=Span(34, 74, 36),
             parts=("eye", "mane", "tail"))  # fmt: skip
def horse(p: Pen) -> None:
    p.body("M22 40 C8 40 6 60 10 78 C16 72 17 56 26 50Z", p.part("tail", p.deep))
    p.body(TRUNK)
    p.mark()
    p.body(HORSE_HEAD)
    p.path("M93 8 L93 -1 L101 7Z", p.dark)
    p.body("M96 5 C84 7 76 18 66 37 C72 41 78 40 80 37 C82 28 90 17 98 12Z", p.part("mane", p.deep))
    p.eye(103, 17, 2.4)
    p.path("M112 26 L120 26 C123 31 118 36 113 34Z", p.dark)
    p.circle(117, 28, 1, INK)


@four_legged("donkey, mule, ass", metres=1.2, box=(126, 100), legs=HORSE_LEGS, head=Round(103, 20, 12), neck=(82, 46),
             colours="#8f8a88 #7a6a5c", home="field", top=Span(34, 74, 36))  # fmt: skip
def donkey(p: Pen) -> None:
    p.line("M21 44 C12 50 12 62 13 68", p.dark, 3)
    p.oval(13, 74, 3.4, 8, p.deep)
    p.body(TRUNK)
    p.line("M62 38 L60 60", p.deep, 3)
    p.mark()
    p.body(HORSE_HEAD)
    for x, turn, colour in ((88, -34, p.dark), (99, -8, p.main)):
        p.oval(x, -3, 4.6, 15, colour, turn)
        p.oval(x, -2, 2.2, 11, p.pale, turn)
    p.path("M86 12 L90 4 L84 18 L84 8 L78 24 L77 14 L73 32 L74 42 C80 32 84 20 90 13Z", p.deep)
    p.path("M106 28 L112 18 L120 26 C123 31 118 36 113 34Z", "#f1ece4")
    p.eye(101, 17, 2.4)
    p.circle(117, 28, 1, INK)


@four_legged("cow, cattle, calf", metres=1.45, box=(140, 100), legs=Legs((20, 84), (34, 72), 62, 11, HOOF),
             head=Round(110, 28, 15), neck=(100, 40), colours="#f2efe9 #9a5b34 #f2efe9", home="field",
             top=Span(34, 80, 27))  # fmt: skip
def cow(p: Pen) -> None:
    patch = "#3a3338" if p.main != "#9a5b34" else "#f1e9da"
    p.line("M16 34 C6 42 8 56 9 66", p.dark, 3.4)
    p.oval(9, 69, 3.6, 6, patch)
    p.oval(52, 74, 10, 7, BLUSH)
    p.body("M15 42 C13 30 22 26 34 27 L92 26 C102 30 104 44 100 60 C96 74 88 74 78 73 L32 73 C20 73 16 60 15 42Z")
    p.path("M36 27 C34 42 46 52 56 44 C64 38 62 28 60 27Z M18 52 C28 50 32 62 26 71 C18 66 17 60 18 52Z", patch)
    p.path("M76 58 C82 46 94 50 100 58 C98 68 92 73 84 73 C76 70 74 64 76 58Z", patch)
    p.mark()
    p.line("M98 14 C94 8 98 2 101 2 M120 14 C125 9 124 3 121 2", "#e7dcb8", 4)
    p.oval(92, 21, 9, 4.6, patch, -16)
    p.oval(128, 21, 9, 4.6, patch, 16)
    p.body("M97 16 C100 9 120 9 123 16 L121 42 C118 50 102 50 99 42Z")
    p.path("M98 18 C101 12 108 11 108 12 L106 34 L99 34Z", patch)
    p.oval(110, 44, 14, 9, "#eba9a0")
    p.oval(105, 43, 2, 2.8, "#8c4a4a")
    p.oval(115, 43, 2, 2.8, "#8c4a4a")
    p.eye(103, 26, 2.5)
    p.eye(117, 26, 2.5)


@four_legged("bull, ox, bison, buffalo, yak", metres=1.6, box=(140, 100), legs=Legs((20, 84), (34, 72), 64, 12, HOOF),
             head=Round(112, 40, 15), neck=(94, 44), colours="#5b4038 #3a3338", home="field",
             top=Span(34, 66, 30))  # fmt: skip
def bull(p: Pen) -> None:
    p.line("M16 40 C6 46 6 60 7 68", p.dark, 3.4)
    p.oval(7, 72, 3.6, 6, p.deep)
    p.body(
        "M15 46 C14 34 26 32 44 30 C58 12 88 8 102 26 C108 44 104 62 98 70 C92 76 84 74 76 73 L32 74 C20 74 16 60 15 46Z"
    )
    p.body("M62 26 C70 10 92 8 102 26 C108 48 104 66 94 74 C84 78 72 66 66 54 C60 44 58 34 62 26Z", p.dark)
    p.mark()
    p.line("M98 30 C88 26 86 14 92 8 M126 30 C136 26 138 14 132 8", "#ece2c4", 5)
    p.oval(93, 34, 8, 4, p.dark, -10)
    p.oval(131, 34, 8, 4, p.dark, 10)
    p.body("M97 28 C102 20 122 20 127 28 L122 58 C118 66 106 66 102 58Z")
    p.path("M100 26 C106 18 118 18 124 26 C120 34 116 32 112 36 C108 32 104 34 100 26Z", p.deep)
    p.oval(112, 59, 11, 7, p.light)
    p.oval(108, 58, 1.8, 2.2, INK)
    p.oval(116, 58, 1.8, 2.2, INK)
    p.ring(112, 65, 4, "#e0b23a", 2)
    p.eye(105, 42, 2.4)
    p.eye(119, 42, 2.4)


@four_legged("sheep, lamb, ewe", metres=0.9, box=(112, 100), legs=Legs((28, 78), (40, 66), 66, 8, "#463c3f"),
             head=Round(93, 38, 14), neck=(80, 50), colours="#f4efe4 #e4dcc9 #cfc8bd", home="field")  # fmt: skip
def sheep(p: Pen) -> None:
    for x, y, r in ((24, 50, 16.0), (38, 36, 17), (58, 33, 17), (76, 40, 17), (80, 58, 16), (62, 66, 17), (40, 66, 17)):
        p.ball(x, y, r)
    p.oval(53, 51, 30, 20)
    p.mark()
    p.oval(78, 35, 8, 4, "#463c3f", -24)
    p.body("M80 30 C86 22 100 22 104 30 C109 42 105 58 96 60 C86 60 77 46 80 30Z", "#4f4447")
    p.oval(105, 33, 8, 4, "#3c3336", 24)
    for x, y, r in ((84, 26, 8.0), (93, 23, 8.5), (101, 27, 6.5)):
        p.circle(x, y, r)
    for eye in (88, 99):
        p.circle(eye, 39, 3.2, WHITE)
        p.eye(eye + 0.4, 39.4, 1.8)


@four_legged("pig, piglet, hog, swine", metres=0.8, box=(120, 100), legs=Legs((24, 74), (36, 64), 70, 13),
             head=Round(92, 44, 21), neck=(84, 56), colours="#f0a6a6 #e58f97 #d8a187", home="field")  # fmt: skip
def pig(p: Pen) -> None:
    p.line("M14 46 C4 44 4 34 10 35 C15 37 10 44 5 42", p.dark, 3.4)
    p.body("M12 54 C12 30 34 22 56 24 C84 24 100 34 100 56 C100 76 84 82 56 82 C30 82 12 76 12 54Z")
    p.mark()
    p.path("M80 30 L84 12 L97 26Z", p.dark)
    p.ball(90, 46, 22, 20)
    p.path("M92 29 L104 14 L107 34Z", p.dark)
    p.body("M98 44 C98 38 114 38 114 44 L114 56 C114 62 98 62 98 56Z", p.dark)
    p.oval(114, 50, 4.6, 9, p.light)
    p.oval(114, 47, 1.6, 2.4, "#8c4a4a")
    p.oval(114, 53.4, 1.6, 2.4, "#8c4a4a")
    p.eye(91, 39, 2.8, glint=True)
    p.line("M90 60 C94 64 99 64 102 62", "#8c4a4a", 1.6)


@four_legged("goat, billy goat, ram, ibex", metres=0.85, box=(112, 100), legs=Legs((20, 70), (32, 60), 60, 9, HOOF),
             head=Round(92, 26, 13), neck=(76, 46), colours="#e9e3d6 #9b8468 #5a5149", home="mountains")  # fmt: skip
def goat(p: Pen) -> None:
    p.path("M14 40 L6 28 L22 36Z", p.dark)
    p.body("M14 48 C14 37 26 36 40 38 L72 36 C86 40 86 56 80 66 C72 72 40 72 26 70 C16 68 14 58 14 48Z")
    p.mark()
    p.body(
        "M66 46 C68 30 74 18 84 16 L98 20 L108 32 C110 37 104 41 99 38 L90 37 C90 50 84 60 76 60 C68 60 65 54 66 46Z"
    )
    p.line("M84 17 C78 6 66 2 62 8 M88 16 C86 5 76 -1 70 1", "#8b7a62", 4.6)
    p.oval(78, 24, 9, 3.6, p.dark, 30)
    p.path("M97 39 L104 39 L100 56Z", p.light)
    p.eye(92, 25, 2.4)


@four_legged("llama, alpaca, vicuna", metres=1.7, box=(104, 124), legs=Legs((22, 64), (32, 56), 84, 10, "#5a463a", 124.0),
             head=Round(83, 18, 11), neck=(66, 64), colours="#e9d9bd #b58a5c #f3efe6", home="mountains",
             top=Span(30, 56, 56))  # fmt: skip
def llama(p: Pen) -> None:
    p.oval(14, 64, 8, 12, p.dark, 20)
    for x, y, r in ((26, 74, 17.0), (42, 70, 18), (60, 74, 17), (36, 82, 15), (54, 84, 15)):
        p.ball(x, y, r)
    p.oval(44, 76, 26, 15)
    p.path("M34 56 H56 L60 78 H30Z", "#c9434f")
    p.line("M32 66 H58 M31 72 H59", "#f2c230", 3)
    p.mark()
    p.line("M64 70 C66 54 70 40 74 24", p.main, 20)
    p.path("M72 12 L70 -4 L79 8Z M82 10 L86 -5 L89 10Z", p.dark)
    p.body("M68 20 C68 8 82 4 90 10 L100 20 C103 26 98 30 92 29 C84 32 68 32 68 20Z")
    p.oval(95, 24, 6, 4.6, p.light)
    p.circle(78, 8, 7, p.light)
    p.circle(72, 10, 6, p.light)
    p.eye(86, 16, 2.2)
    p.line("M64 48 L80 54", "#c9434f", 4)
