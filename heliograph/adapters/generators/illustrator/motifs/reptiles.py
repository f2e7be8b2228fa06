"""Drawings of reptiles, living and long gone, and of beasts of legend."""

from heliograph.adapters.generators.illustrator.motif import Round, Span, motif
from heliograph.adapters.generators.illustrator.palette import WHITE
from heliograph.adapters.generators.illustrator.pen import Pen

from .farm import HORSE_HEAD, TRUNK
from .kits.beast import Legs, four_legged


@motif("dinosaur, t-rex, tyrannosaurus", metres=4.0, box=(130, 110), colours="#5e9a56 #8a7fb0 #c07a4a", home="jungle",
       family="animal", head=Round(102, 18, 18), parts=("eye",))  # fmt: skip
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
    p.eye(103, 15, 2.4)
    p.circle(122, 14, 1.6, p.deep)
    p.path("M72 28 L64 24 L68 36 L58 34 L60 44 L50 46 L52 56 L42 60 L42 70 L46 66 C52 46 64 38 72 30Z", p.deep)


@four_legged("long-necked dinosaur, brontosaurus, brachiosaurus, diplodocus", metres=6.0, box=(170, 120),
             legs=Legs((52, 96), (66, 84), 80, 15, ground=120.0), head=Round(150, 16, 13), neck=(112, 66),
             colours="#5f93a8 #7aa05a", home="jungle", top=Span(56, 92, 50))  # fmt: skip
def sauropod(p: Pen) -> None:
    p.body("M52 60 C30 66 14 84 0 84 C16 96 40 92 58 86Z")
    p.body("M40 74 C40 52 60 46 80 48 C104 48 120 58 118 76 C116 94 100 98 78 98 C54 98 40 92 40 74Z")
    for x, y in ((58, 60), (74, 56), (90, 58), (104, 64)):
        p.oval(x, y, 6, 3.6, p.dark)
    p.mark()
    p.line("M108 70 C126 60 130 38 136 22", p.main, 20)
    p.body("M128 24 C126 10 138 2 150 6 C160 10 168 16 168 22 C166 30 154 32 144 30 C136 34 130 32 128 24Z")
    p.eye(148, 15, 2.6)
    p.circle(163, 17, 1.3, p.deep)
    p.line("M165 25 C158 28 152 27 148 25", p.deep, 1.8)


@four_legged("triceratops, stegosaurus", metres=2.6, box=(150, 100), legs=Legs((26, 76), (42, 62), 66, 15), head=Round(114, 50, 20),
             neck=(96, 52), colours="#b5834f #7f9a5f", home="jungle", top=Span(34, 70, 26))  # fmt: skip
def triceratops(p: Pen) -> None:
    p.body("M26 48 C14 54 4 68 0 84 C16 82 26 76 34 68Z")
    p.body("M18 58 C18 36 40 26 62 28 C84 28 102 40 100 60 C98 78 84 82 58 82 C30 82 18 76 18 58Z")
    p.mark()
    p.body("M104 66 C84 60 78 34 90 14 C98 6 112 10 116 22 L112 50Z", p.dark)
    for x, y in ((88, 17), (83, 30), (84, 44), (91, 56)):
        p.path(f"M{x + 5} {y - 4} L{x - 7} {y - 4} L{x + 3} {y + 6}Z", "#f0e6cc")
    p.body("M94 46 C94 34 108 28 120 34 C132 40 142 52 146 62 C146 70 136 74 126 72 C110 74 94 66 94 46Z")
    p.path("M112 36 L130 6 L120 38Z M122 38 L144 16 L130 42Z M138 50 L146 38 L144 56Z", "#f0e6cc")
    p.eye(116, 48, 2.8)
    p.line("M143 68 C134 70 126 68 122 64", p.deep, 2)


@four_legged("crocodile, alligator", metres=1.1, box=(180, 66), legs=Legs((56, 100), (68, 90), 44, 12, ground=66.0), head=Round(140, 30, 16),
             neck=(116, 38), colours="#5f8a4a #6a7a4a", home="lake", top=Span(60, 100, 22))  # fmt: skip
def crocodile(p: Pen) -> None:
    p.body("M54 30 C36 30 18 40 0 58 C22 60 44 58 60 52Z")
    p.body("M46 40 C48 26 66 22 84 22 C104 22 118 26 122 36 C120 50 104 56 82 56 C60 56 46 54 46 40Z")
    p.oval(84, 52, 30, 5, "#d8d8a0")
    p.path(
        "M16 48 L20 38 L27 42 L32 32 L39 36 L45 26 L52 30 L60 20 L68 24 L76 16 L84 22 L94 16 L100 23 L110 19 L114 27 L80 30Z",
        p.deep,
    )
    p.mark()
    p.path("M112 44 L172 40 C178 44 176 52 168 52 L118 54Z", p.dark)
    p.path("M128 40 l4 7 l4 -7 l4 7 l4 -7 l4 7 l4 -7 l4 7 l4 -7 l4 7 l4 -7Z", WHITE)
    p.body("M108 38 C110 22 128 18 136 20 C142 12 152 14 152 24 L172 30 C180 34 180 42 172 42 L112 46Z")
    p.circle(144, 21, 4.6, "#f2e05a")
    p.eye(145, 21, 2.2)
    p.circle(172, 33, 1.8, p.deep)


@motif("snake, cobra, python, viper, serpent", metres=0.5, box=(130, 90), colours="#5f9a3f #c9793a #b5433f", home="desert", family="animal",
       head=Round(104, 20, 13), parts=("eye",))  # fmt: skip
def snake(p: Pen) -> None:
    p.line(
        "M4 66 C-2 78 14 86 36 82 C60 78 96 88 112 76 C122 62 98 58 74 62 C46 66 24 68 24 54 C24 40 60 46 78 44 C98 42 96 30 92 24",
        p.dark,
        17,
    )
    p.line(
        "M4 66 C-2 78 14 86 36 82 C60 78 96 88 112 76 C122 62 98 58 74 62 C46 66 24 68 24 54 C24 40 60 46 78 44 C98 42 96 30 92 24",
        p.main,
        13,
    )
    for x, y in (
        (20, 80),
        (42, 80),
        (66, 80),
        (90, 82),
        (108, 72),
        (86, 61),
        (60, 64),
        (36, 64),
        (26, 52),
        (48, 46),
        (72, 45),
    ):
        p.oval(x, y, 4.4, 3, "#f2d95a")
    p.body("M84 24 C82 10 96 4 108 8 C122 12 126 20 122 26 C114 34 90 36 84 24Z")
    p.line("M121 22 L132 24 M132 24 L138 20 M132 24 L138 29", "#d8323c", 2)
    p.circle(106, 15, 3.6, WHITE)
    p.eye(107, 15, 2)


@four_legged("lizard, gecko, iguana, chameleon, salamander, newt", metres=0.3, box=(150, 70), legs=Legs((52, 94), (62, 84), 46, 8, ground=70.0),
             head=Round(122, 34, 15), neck=(104, 42), colours="#4faa5a #c98a3a", home="desert")  # fmt: skip
def lizard(p: Pen) -> None:
    p.line("M52 44 C30 44 34 18 14 20 C0 22 2 38 12 36", p.main, 9)
    p.body("M44 46 C44 32 62 28 78 30 C96 30 110 36 110 46 C108 58 92 60 76 60 C56 60 44 58 44 46Z")
    p.path("M48 34 L54 24 L60 30 L66 20 L74 28 L82 20 L90 29 L97 22 L102 33Z", p.deep)
    p.mark()
    p.body("M100 40 C98 26 110 16 124 20 C136 24 146 34 146 42 C142 52 124 56 112 54 C104 52 100 48 100 40Z")
    p.path("M104 26 L112 12 L120 22Z", p.deep)
    p.ball(123, 31, 7.4, 7.4, p.light)
    p.eye(124, 31, 3)
    p.line("M145 44 C134 48 124 48 118 45", p.deep, 1.8)


@four_legged("unicorn", metres=1.8, box=(126, 108), legs=Legs((24, 78), (36, 69), 64, 9, "#c9a23a", 108.0), head=Round(103, 28, 12),
             neck=(82, 54), colours="#f6f0f6 #f3c9df #cfd8f6", home="meadow", top=Span(34, 74, 44),
             parts=("eye", "mane", "horn"))  # fmt: skip
def unicorn(p: Pen) -> None:
    lower = "translate(0 8)"
    p.body("M22 48 C6 48 4 68 8 88 C16 80 17 64 26 58Z", p.part("mane", "#d77fc4"))
    p.path("M20 50 C12 54 10 66 11 76 C17 70 17 62 25 57Z", "#8aa8ea")
    trunk, head = p.like(), p.like()
    trunk.body(TRUNK)
    p.place(trunk.drawn(), lower)
    p.mark()
    head.body(HORSE_HEAD)
    p.place(head.drawn(), lower)
    p.body("M100 15 L114 -2 L106 18Z", p.part("horn", "#f2c230"))
    p.body("M97 12 C84 15 75 26 65 45 C71 49 78 48 80 45 C82 36 90 25 99 20Z", p.part("mane", "#d77fc4"))
    p.path("M92 17 C84 22 78 32 72 46 C75 48 78 47 79 45 C81 36 88 26 94 21Z", "#8aa8ea")
    p.eye(103, 25, 2.4)
    p.oval(107, 33, 4, 2.4, "#f29a9a")


@four_legged("pegasus, winged horse", metres=1.8, box=(126, 110), legs=Legs((24, 78), (36, 69), 66, 9, "#8a8d96", 110.0),
             head=Round(103, 30, 12), neck=(82, 56), colours="#f3f4f8 #cfd8f0", home="sky", top=Span(44, 74, 46))  # fmt: skip
def pegasus(p: Pen) -> None:
    p.body("M22 50 C6 50 4 70 8 90 C16 82 17 66 26 60Z", "#9fb4dc")
    trunk, head = p.like(), p.like()
    trunk.body(TRUNK)
    p.place(trunk.drawn(), "translate(0 10)")
    p.body(
        "M66 54 C56 34 40 16 8 4 C14 12 16 16 16 20 C8 20 4 20 0 22 C10 26 14 30 14 36 C10 38 8 40 6 44 C26 54 48 60 62 62Z",
        "#ffffff",
    )
    p.line("M52 44 L22 20 M50 52 L20 36", "#c9d2e6", 2.4)
    p.mark()
    head.body(HORSE_HEAD)
    head.path("M93 8 L93 -1 L101 7Z", p.dark)
    head.body("M96 5 C84 7 76 18 66 37 C72 41 78 40 80 37 C82 28 90 17 98 12Z", "#9fb4dc")
    head.eye(103, 17, 2.4)
    p.place(head.drawn(), "translate(0 10)")


@motif("dragon", metres=4.2, box=(160, 120), colours="#3f9a5b #b5393f #5a6fc0", home="mountains", family="animal",
       top=Span(60, 90, 62), head=Round(126, 24, 14), parts=("eye", "wing"))  # fmt: skip
def dragon(p: Pen) -> None:
    wing = p.part("wing", p.dark)
    p.body("M40 92 C16 104 2 92 6 74 L-2 66 L16 64 C14 80 24 84 42 78Z")
    p.body("M74 62 C60 30 38 14 14 10 C24 20 22 28 20 38 C30 36 34 42 36 52 C46 48 52 54 56 64Z", wing)
    p.line("M74 62 C58 34 38 18 14 10 M66 52 L36 52 M52 36 L20 38", p.deep, 2.4)
    p.body(
        "M34 88 C36 66 60 58 84 60 C98 60 102 46 100 34 C98 18 110 8 124 12 L150 22 C156 28 152 36 142 36 L126 36 C126 60 124 86 100 100 L58 104 C40 104 32 98 34 88Z"
    )
    p.path("M126 36 C126 60 124 86 100 100 L78 102 C100 88 108 66 112 40Z", "#f0dc9a")
    p.line("M110 56 H124 M108 68 H122 M102 80 H117 M94 91 H108", "#d0b46a", 2)
    p.slab(50, 90, 16, 30, p.main, 6)
    p.slab(86, 90, 16, 30, p.main, 6)
    p.path("M46 120 C46 112 56 112 68 114 V120Z M82 120 C82 112 92 112 104 114 V120Z", p.deep)
    p.path("M112 13 L104 -2 L120 11Z M122 12 L120 -4 L130 13Z", "#f0dc9a")
    p.path("M100 30 L90 30 L99 40 L90 44 L100 50 L90 56 L98 58Z", p.deep)
    p.circle(127, 21, 3.6, "#f7df4a")
    p.eye(128, 21, 2)
    p.circle(147, 25, 1.6, p.deep)
    p.line("M150 32 C146 34 138 33 132 31", p.deep, 2)
