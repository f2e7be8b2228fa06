"""Drawings of apes, and of animals that hop or hang."""

from heliograph.adapters.generators.illustrator.motif import Round, motif
from heliograph.adapters.generators.illustrator.palette import INK
from heliograph.adapters.generators.illustrator.pen import Pen


@motif("monkey, chimp, chimpanzee, macaque", metres=0.9, box=(90, 100), colours="#7b5132 #5d4636", home="jungle", hand=(66, 84), family="animal",
       head=Round(44, 34, 25), parts=("eye",))  # fmt: skip
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
    p.eye(35, 34, 3)
    p.eye(53, 34, 3)
    p.circle(42, 42, 1.2, "#8c5a3c")
    p.circle(46, 42, 1.2, "#8c5a3c")
    p.line("M35 48 C40 52 48 52 53 48", "#8c4a3a", 1.8)


@motif("gorilla, ape, orangutan", metres=1.6, box=(120, 116), colours="#3a3a44 #a8542a", home="jungle", hand=(104, 100), family="animal",
       head=Round(60, 28, 22), parts=("eye",))  # fmt: skip
def gorilla(p: Pen) -> None:
    p.body("M26 60 C26 36 42 30 60 30 C78 30 94 36 94 60 L86 100 H34Z")
    p.path("M40 62 C46 54 56 56 60 62 C64 56 74 54 80 62 C80 76 70 82 60 78 C50 82 40 76 40 62Z", "#6a6570")
    p.line("M30 48 C8 60 6 88 16 108", p.dark, 20)
    p.line("M90 48 C112 60 114 88 104 108", p.dark, 20)
    p.oval(44, 108, 16, 7)
    p.oval(76, 108, 16, 7)
    p.ball(60, 26, 24, 24)
    p.path("M42 24 C46 16 74 16 78 24 C80 40 72 48 60 48 C48 48 40 40 42 24Z", "#6a6570")
    p.line("M44 21 C52 16 68 16 76 21", p.deep, 5)
    p.eye(52, 26, 2.8)
    p.eye(68, 26, 2.8)
    p.oval(56, 35, 2.4, 1.8, INK)
    p.oval(64, 35, 2.4, 1.8, INK)
    p.line("M51 42 C56 45 64 45 69 42", INK, 2)


@motif("kangaroo, wallaby", metres=1.5, box=(120, 130), colours="#b5834f #8f7a6a", home="savanna", hand=(98, 68), family="animal",
       head=Round(78, 26, 13), parts=("eye",))  # fmt: skip
def kangaroo(p: Pen) -> None:
    p.body("M44 92 C30 110 14 120 2 122 C14 132 44 130 60 108Z", p.dark)
    p.body("M40 104 C34 76 48 52 66 44 L82 52 C92 72 90 92 80 104 C70 114 46 114 40 104Z")
    p.oval(78, 84, 9, 18, p.pale)
    p.body(
        "M40 96 C40 76 62 70 70 86 C74 98 66 108 56 110 L58 120 H88 C92 126 90 130 84 130 H46 C42 118 40 108 40 96Z",
        p.dark,
    )
    p.line("M76 58 C86 66 92 70 98 68", p.main, 7)
    p.path("M64 20 L58 -2 L72 12Z M74 14 L76 -6 L82 14Z", p.dark)
    p.body(
        "M60 50 C62 40 62 30 66 22 C72 14 84 14 90 20 L102 28 C105 34 100 38 94 37 L86 38 C86 46 86 54 82 58 C72 62 60 58 60 50Z"
    )
    p.circle(102, 30, 3, INK)
    p.eye(82, 23, 2.6)
    p.ball(84, 88, 6, 7, p.main)
    p.path("M79 82 L78 72 L84 80Z M85 80 L90 72 L90 82Z", p.main)
    p.circle(82, 87, 1.2, INK)
    p.circle(87, 87, 1.2, INK)
    p.path("M68 92 C74 98 86 98 90 92 L88 102 C82 106 74 106 70 102Z", p.main)


@motif(
    "sloth",
    metres=0.7,
    box=(130, 90),
    colours="#a89878",
    home="jungle",
    family="animal",
    head=Round(102, 52, 18),
    parts=("eye",),
)
def sloth(p: Pen) -> None:
    p.line("M0 10 H130", "#7c5231", 8)
    p.line("M34 60 C28 40 26 26 26 10 M84 58 C88 40 90 26 90 8", p.dark, 11)
    p.body("M22 56 C24 40 44 38 62 42 L90 44 C98 56 90 74 74 80 C50 88 24 78 22 56Z")
    p.line("M44 66 C42 46 42 30 42 10 M74 66 C74 44 74 28 74 10", p.main, 11)
    for x in (26, 42, 74, 90):
        p.line(f"M{x - 4} 6 v9 M{x} 5 v11 M{x + 4} 6 v9", "#f3ead2", 2)
    p.ball(102, 52, 20, 19)
    p.oval(102, 54, 15, 13, "#ecdcb8")
    p.line("M90 52 C92 58 98 58 100 54 M104 54 C106 58 112 58 114 52", "#6a5038", 5)
    p.eye(96, 53, 2.4)
    p.eye(108, 53, 2.4)
    p.oval(102, 58, 3.6, 2.8, INK)
    p.line("M96 63 C100 66 104 66 108 63", INK, 1.6)
