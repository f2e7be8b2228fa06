"""Drawings of the small animals of house and garden."""

from heliograph.adapters.generators.illustrator.motif import Frame, Round, motif
from heliograph.adapters.generators.illustrator.palette import BLUSH, INK, WHITE, lighter
from heliograph.adapters.generators.illustrator.pen import Pen
from heliograph.adapters.generators.illustrator.scene import Pose

from .kits.beast import Legs, four_legged, snore


def _cat_face(p: Pen) -> None:
    """A cat's head with its middle at 41, 34."""
    p.path("M18 32 L17 5 Q18 2 21 5 L37 18Z M64 32 L65 5 Q64 2 61 5 L45 18Z", p.main)
    p.path("M21 24 L20.5 11 L31 19Z M61 24 L61.5 11 L51 19Z", BLUSH)
    p.ball(41, 34, 25, 20)
    p.line("M36 17 L37 23 M41 16 V23.5 M46 17 L45 23", p.dark, 2.6)
    p.oval(41, 42, 11, 8, p.light)
    for x in (30.5, 51.5):
        if p.pose is Pose.SLEEPING:
            p.eye(x, 33, 3.4)
            continue
        p.oval(x, 33, 4.6, 5.4, p.part("eye", "#cfe36a"))
        p.oval(x, 33, 2.1, 4.8, INK)
        p.circle(x + 1.2, 31, 1.1, WHITE)
    p.path("M38 38.5 L44 38.5 L41 42Z", "#d9627a")
    p.line("M41 42 C41 46 36 46.5 35 44.5 M41 42 C41 46 46 46.5 47 44.5", INK, 1.3)
    p.line("M26 41 L8 38 M26 44 L9 46 M56 41 L74 38 M56 44 L73 46", p.pale, 1)


@four_legged("walking cat", metres=0.42, box=(126, 100), legs=Legs((26, 74), (38, 64), 64, 10), head=Round(97, 38, 24),
             neck=(88, 54), colours="#e08a3c")  # fmt: skip
def _walking_cat(p: Pen) -> None:
    p.line("M26 54 C6 52 0 34 8 16", p.dark, 8)
    p.line("M9 20 C8 18 8 17 8 16", p.light, 8)
    p.body("M20 58 C20 44 34 42 52 44 L86 42 C94 50 96 64 88 72 C72 78 44 76 32 75 C22 72 20 66 20 58Z")
    p.line("M38 44 L40 55 M50 44 L51 57 M62 44 V55 M73 43 L72 54", p.dark, 2.6)
    p.oval(56, 72, 22, 4, p.light)
    p.mark()
    face = p.like()
    _cat_face(face)
    p.place(face.drawn(), "translate(57 5)")


@motif("cat, kitten, kitty, tomcat, tabby", metres=0.45, box=(84, 100), colours="#e08a3c #7d8491 #3b3b47 #efe2cc",
       home="room", hand=(60, 88), family="animal", head=Round(41, 34, 25), parts=("eye",),
       poses={**{pose: frame for pose, frame in _walking_cat.poses.items() if pose is not Pose.SITTING},
              Pose.SITTING: Frame(box=(84, 100), head=Round(41, 34, 25)),
              Pose.SLEEPING: Frame(box=(126, 74), head=Round(92, 46, 22))})  # fmt: skip
def cat(p: Pen) -> None:
    if p.pose is Pose.SLEEPING:
        _curled(p)
        return
    if p.pose not in {Pose.PLAIN, Pose.SITTING, Pose.WAVING}:
        _walking_cat.draw(p)
        return
    p.line("M56 92 C78 96 86 78 76 64", p.dark, 9)
    p.line("M78 70 C78 67 77 65 76 64", p.light, 9)
    p.body("M20 100 C10 84 16 62 26 50 L54 50 C66 62 72 84 62 100Z")
    p.oval(41, 66, 11, 15, p.light)
    p.line("M24 100 C18 90 22 80 27 78", p.dark, 2)
    p.line("M58 100 C64 90 60 80 55 78", p.dark, 2)
    p.line("M34 96 L35 78 M48 96 L47 78", p.dark, 1.6)
    p.oval(33, 96, 8, 4.6, p.light)
    p.oval(49, 96, 8, 4.6, p.light)
    _cat_face(p)


def _curled(p: Pen) -> None:
    """Asleep in a ring, the tail round the paws."""
    p.body("M8 58 C4 30 34 14 66 18 C100 20 120 36 118 56 C116 74 96 74 62 74 C26 74 10 74 8 58Z")
    p.line("M46 20 L44 32 M60 18 V31 M74 19 L76 31", p.dark, 3)
    face = p.like()
    _cat_face(face)
    p.place(face.drawn(), "translate(49 10) rotate(8 41 34)")
    p.line("M14 64 C30 78 66 74 84 68", p.dark, 10)
    p.line("M78 70 L84 68", p.light, 10)
    snore(p, 112, 6, 1.5)


DOG_LEGS = Legs(near=(22, 80), far=(35, 69), y=58, width=12)


@four_legged("dog, hound, doggy, labrador", metres=0.65, box=(122, 100), legs=DOG_LEGS,
             head=Round(99, 26, 17), neck=(84, 50), colours="#a8683a #d9b27a #4a4038 #e9dcc6",
             parts=("eye", "collar"))  # fmt: skip
def dog(p: Pen) -> None:
    p.line("M24 48 C10 44 5 30 11 16", p.main, 8)
    p.body("M18 52 C18 40 30 36 48 38 L80 36 C94 38 98 48 95 58 C92 70 84 72 74 71 L44 70 C26 76 18 66 18 52Z")
    p.oval(46, 66, 20, 5, p.light)
    p.path("M20 54 C16 64 22 74 33 72 L40 62Z", p.main)
    p.mark()
    p.body("M72 48 C72 28 80 13 96 12 C107 12 112 18 112 25 L119 28 C122 34 118 41 108 42 L99 44 C94 60 78 62 72 48Z")
    p.line("M77 50 C83 57 93 55 97 46", p.part("collar", "#d8323c"), 5.5)
    p.circle(91, 57, 3.4, "#f2c230")
    p.path("M104 33 L119 29 C121 35 117 41 108 42 C103 41 102 37 104 33Z", p.light)
    p.body("M87 13 C75 12 70 30 75 44 C85 47 93 32 94 17Z", p.dark)
    p.eye(101, 23, 3, glint=True)
    p.oval(117.5, 28.5, 4, 3.2, INK)
    p.line("M117 36 C113 39 109 39 106 37", INK, 1.3)


@four_legged("puppy, terrier, pup", metres=0.35, box=(112, 100), legs=Legs((22, 66), (32, 58), 68, 11),
             head=Round(80, 40, 24), neck=(72, 58), colours="#f1e8da #c98f55", parts=("eye", "collar"))  # fmt: skip
def puppy(p: Pen) -> None:
    p.line("M22 62 C12 58 8 46 12 36", p.main, 7)
    p.body("M16 66 C16 52 30 50 46 52 L74 50 C84 58 84 74 76 80 C62 84 34 84 24 80 C16 76 16 72 16 66Z")
    p.oval(32, 58, 13, 9, "#a8683a", -10)
    p.mark()
    p.ball(80, 38, 26, 24)
    p.path("M80 16 C92 14 104 24 104 38 C98 48 88 46 84 36Z", "#a8683a")
    p.body("M60 20 C48 22 44 42 52 56 C62 56 66 38 66 24Z", "#8a5228")
    p.body("M98 20 C110 22 114 40 108 54 C98 54 94 38 94 24Z", "#8a5228")
    p.oval(82, 49, 13, 9, p.pale)
    p.eye(72, 36, 3.6, glint=True)
    p.eye(92, 36, 3.6, glint=True)
    p.oval(82, 45, 4.6, 3.4, INK)
    p.line("M82 48 V52 M76 53 C80 56 84 56 88 53", INK, 1.6)
    p.path("M80 55 h6 v5 a3 3 0 0 1 -6 0Z", "#e8788c")
    p.line("M66 60 C72 66 86 66 92 61", p.part("collar", "#3f7fd0"), 5)


@motif("rabbit, bunny, hare", metres=0.4, box=(84, 100), colours="#b9a48d #f1ece2 #8b7d6f", hand=(58, 90), family="animal",
       head=Round(42, 51, 20), parts=("eye",))  # fmt: skip
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
        p.eye(x, 48, 3.3, glint=True)
    p.path("M39 53 L45 53 L42 56.5Z", "#e0748a")
    p.box(39.5, 61, 5, 5, WHITE, 1)


@motif("mouse", metres=0.14, box=(110, 80), colours="#9a9aa5 #c9c2bd #6e6a70", home="room", hand=(104, 68), family="animal",
       head=Round(86, 56, 16), parts=("eye",))  # fmt: skip
def mouse(p: Pen) -> None:
    p.line("M20 70 C0 74 -2 50 12 44 C20 40 16 30 8 30", "#e6a0a0", 3)
    p.body("M14 78 C6 54 30 32 58 38 C80 42 98 56 104 68 C106 74 102 78 96 78Z")
    p.ball(64, 32, 15)
    p.circle(64, 33, 9.5, BLUSH)
    p.eye(84, 55, 3.4, glint=True)
    p.circle(104, 67, 4, "#e0748a")
    p.line("M96 68 L84 62 M96 71 L83 72", p.deep, 1)
    p.oval(40, 77, 9, 3.4, BLUSH)
    p.oval(78, 77, 8, 3.2, BLUSH)


@four_legged("rat", metres=0.2, box=(130, 70), legs=Legs((34, 76), (44, 68), 52, 7, "#e6a8a8", 70.0), head=Round(100, 42, 15),
             neck=(88, 50), colours="#6e6a70 #8a7a6a", home="street")  # fmt: skip
def rat(p: Pen) -> None:
    p.line("M28 54 C8 60 0 46 8 38 C14 32 6 22 0 24", "#d98f8f", 4)
    p.body("M20 54 C20 30 48 22 72 30 C88 34 96 46 94 56 C80 64 40 66 26 62 C22 60 20 58 20 54Z")
    p.mark()
    p.circle(86, 28, 9, p.dark)
    p.circle(86, 29, 5.6, BLUSH)
    p.body("M80 44 C80 30 96 28 106 36 L126 50 C128 54 124 56 120 56 C106 60 84 60 80 44Z")
    p.circle(126, 52, 3, "#e0748a")
    p.eye(104, 42, 2.8, glint=True)
    p.line("M112 53 L98 60 M114 54 L104 63", p.deep, 1)
    p.path("M114 56 L116 61 L119 56Z", WHITE)


@motif("hamster, guinea pig, gerbil", metres=0.16, box=(96, 84), colours="#e0a45f #8a5a3a #c9c2bd", home="room", hand=(62, 60), family="animal",
       head=Round(48, 32, 30), parts=("eye",))  # fmt: skip
def hamster(p: Pen) -> None:
    for x in (22, 74):
        p.ball(x, 14, 10)
        p.circle(x, 15, 5.6, BLUSH)
    p.body("M8 52 C6 22 26 10 48 10 C70 10 90 22 88 52 C88 74 72 82 48 82 C24 82 8 74 8 52Z", gradient="round")
    p.oval(48, 62, 28, 20, p.pale)
    p.oval(30, 44, 12, 10, p.pale)
    p.oval(66, 44, 12, 10, p.pale)
    p.eye(34, 34, 4.2, glint=True)
    p.eye(62, 34, 4.2, glint=True)
    p.path("M44 40 H52 L48 45Z", "#e0748a")
    p.line("M48 45 V48 M42 49 C45 52 48 52 48 48 C48 52 51 52 54 49", INK, 1.4)
    for x in (36, 60):
        p.oval(x, 60, 6, 4.4, p.light, 20 if x < 48 else -20)
        p.oval(x - 2 if x < 48 else x + 2, 80, 8, 3.6, BLUSH)


@motif("hedgehog, porcupine", metres=0.2, box=(112, 70), colours="#7a5a44 #8d6e58", home="forest", family="animal",
       head=Round(92, 54, 16), parts=("eye",))  # fmt: skip
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
    p.eye(92, 52, 2.8, glint=True)
    p.oval(86, 59, 4, 2.6, lighter(BLUSH))


@motif("squirrel, chipmunk", metres=0.25, box=(110, 100), colours="#b5622c #7d6e66", home="forest", hand=(92, 62), family="animal",
       head=Round(76, 34, 17), parts=("eye",))  # fmt: skip
def squirrel(p: Pen) -> None:
    p.body("M46 96 C4 96 -4 52 14 26 C24 6 50 6 50 24 C50 38 34 38 36 52 C38 66 52 76 52 92Z", p.dark)
    p.body("M40 90 C16 84 12 52 24 34 C32 22 42 22 42 28 C30 44 28 70 46 84Z", p.light)
    p.body("M42 98 C38 74 50 54 66 50 L82 54 C92 70 90 90 80 98Z")
    p.oval(72, 78, 10, 17, p.pale)
    p.path("M64 24 L62 6 L74 18Z M78 18 L86 6 L88 24Z", p.dark)
    p.body("M56 38 C56 22 70 16 82 20 C94 24 98 36 96 42 C90 50 64 54 56 38Z")
    p.oval(90, 42, 7, 5, p.pale)
    p.circle(97, 39, 2.6, INK)
    p.eye(80, 32, 3.2, glint=True)
    p.line("M66 62 C76 66 86 66 92 62", p.dark, 6)
    p.ball(96, 62, 7, 8, "#a8743a")
    p.path("M88 58 C90 50 102 50 104 58Z", "#6b4630")
    p.oval(60, 97, 15, 4.4, p.dark)
    p.oval(82, 97, 10, 4, p.main)
