"""Drawings of birds and insects."""

from heliograph.adapters.generators.illustrator.motif import Frame, Layer, Round, motif
from heliograph.adapters.generators.illustrator.palette import INK, WHITE, lighter
from heliograph.adapters.generators.illustrator.pen import Pen
from heliograph.adapters.generators.illustrator.scene import Pose

BEAK = "#f0982a"


def spread_wings(p: Pen, belly: str = "", beak: str = BEAK, breast: str = "") -> None:
    """A songbird in flight."""
    p.body("M58 54 C44 40 40 18 22 2 C50 4 74 22 80 48Z", p.dark)
    p.body("M38 58 L2 50 L10 60 L0 68 L38 70Z", p.dark)
    p.body("M30 62 C46 50 72 46 86 50 C90 38 104 34 112 40 C120 46 118 58 110 64 C94 80 60 82 30 68Z")
    p.path("M44 72 C66 80 94 76 110 64 C114 60 116 56 116 52 C106 62 80 68 44 68Z", belly or lighter(p.main, 0.6))
    p.body("M62 58 C54 44 66 22 92 6 C98 28 96 46 84 60 C76 64 68 62 62 58Z")
    p.line("M72 52 C72 40 78 30 88 20 M80 54 C82 44 86 36 91 28", p.deep, 2)
    if breast:
        p.path("M96 46 C104 50 112 58 110 64 C104 70 96 74 88 76 C86 66 88 54 96 46Z", breast)
    p.path("M117 46 L129 50 L117 54Z", beak)
    p.circle(108, 47, 4, WHITE)
    p.eye(109, 47, 2.3)


@motif("bird, songbird, bluebird, blue jay", metres=0.28, box=(120, 90), colours="#3f86c9 #d9573f #e0a530 #6c9a4b",
       layer=Layer.AIR, family="animal", head=Round(92, 26, 15), parts=("eye", "wing"),
       poses={Pose.FLYING: Frame(box=(130, 90), head=Round(106, 48, 12))})  # fmt: skip
def bird(p: Pen) -> None:
    if p.pose is Pose.FLYING:
        spread_wings(p)
        return
    p.body("M38 54 L4 60 L2 70 L14 68 L12 77 L44 70Z", p.dark)
    p.line("M64 78 V88 M76 78 V88 M60 89 H69 M72 89 H81", "#8a5a2c", 2.6)
    p.body("M30 62 C30 38 56 34 70 36 C70 18 82 10 92 12 C106 14 110 28 104 40 C104 66 88 80 66 80 C46 80 30 76 30 62Z")
    p.path("M78 76 C94 70 102 56 104 42 C98 46 88 46 82 50 C76 58 74 68 78 76Z", lighter(p.main, 0.6))
    p.body("M40 48 C54 42 76 46 80 58 C74 70 54 72 26 66 C34 62 36 54 40 48Z", p.deep)
    p.line("M40 60 C52 62 62 61 70 57 M38 54 C50 55 62 55 72 53", p.main, 1.8)
    p.path("M104 24 L119 29 L104 34Z", BEAK)
    p.circle(95, 24, 4.4, WHITE)
    p.eye(96, 24, 2.6)


@motif(
    "seagull, gull, albatross",
    metres=0.4,
    box=(140, 70),
    colours="#f2f2f0",
    home="sea",
    layer=Layer.AIR,
    head=Round(120, 40, 8),
    family="animal",
)
def seagull(p: Pen) -> None:
    p.body("M62 40 C50 16 28 6 4 8 C20 16 30 32 46 46Z", "#b9c3cd")
    p.path("M4 8 C12 8 20 10 26 13 L18 17Z", INK)
    p.body("M34 48 C50 34 88 36 106 40 C112 34 122 34 126 40 C128 46 122 50 114 50 C98 62 62 62 34 54 L18 56 L16 50Z")
    p.body("M78 44 C88 18 112 8 136 12 C120 18 110 34 92 50Z", "#cfd7de")
    p.path("M136 12 C128 11 120 12 114 15 L122 20Z", INK)
    p.path("M126 41 L138 45 L125 47Z", BEAK)
    p.eye(120, 41, 1.9)


@motif("eagle, hawk, falcon", metres=0.8, box=(150, 90), colours="#6b4528 #59422f", home="mountains", layer=Layer.AIR,
       head=Round(78, 28, 14), family="animal")  # fmt: skip
def eagle(p: Pen) -> None:
    p.body("M66 46 C52 18 28 10 2 14 L12 22 L4 26 L16 32 L10 38 L24 42 L20 48 C36 56 52 58 70 56Z", p.dark)
    p.body("M84 46 C98 18 122 10 148 14 L138 22 L146 26 L134 32 L140 38 L126 42 L130 48 C114 56 98 58 80 56Z")
    p.body("M62 44 C66 32 84 32 88 44 L84 74 L92 88 L75 82 L58 88 L66 74Z")
    p.path("M66 74 L84 74 L92 88 L75 82 L58 88Z", WHITE)
    p.body("M62 36 C62 22 72 16 78 18 C90 18 92 30 88 42 L82 46 L76 42 L70 47Z", WHITE)
    p.path("M86 26 C94 26 97 32 94 37 C92 33 88 33 86 33Z", BEAK)
    p.eye(82, 26, 2.2)


@motif(
    "owl",
    metres=0.45,
    box=(80, 100),
    colours="#8a6542 #6e6a70 #b08a5a",
    home="forest",
    head=Round(40, 24, 30),
    family="animal",
)
def owl(p: Pen) -> None:
    p.path("M12 22 L14 0 L34 12Z M68 22 L66 0 L46 12Z", p.dark)
    p.body("M10 44 C8 14 24 6 40 6 C56 6 72 14 70 44 L70 70 C70 88 56 95 40 95 C24 95 10 88 10 70Z")
    p.oval(40, 66, 19, 25, p.pale)
    for y in (56, 66, 76):
        p.line(f"M28 {y} q3 5 6 0 q3 5 6 0 q3 5 6 0 q3 5 6 0", p.dark, 2)
    p.body("M10 46 C2 62 6 82 20 88 C24 74 22 58 18 46Z", p.dark)
    p.body("M70 46 C78 62 74 82 60 88 C56 74 58 58 62 46Z", p.dark)
    for x in (26, 54):
        p.circle(x, 31, 15, p.pale)
        p.circle(x, 31, 10, "#f6c431")
        p.circle(x, 31, 5.6, INK)
        p.circle(x + 2, 28.6, 1.9, WHITE)
    p.path("M34 38 L46 38 L40 51Z", BEAK)
    p.line("M28 95 V99 M34 96 V99 M46 96 V99 M52 95 V99", BEAK, 4)


@motif("duck, mallard", metres=0.42, box=(116, 90), colours="#f7d24a #f4f1ea #8d6f4d", home="lake",
       layer=Layer.WATER, head=Round(86, 20, 18), family="animal")  # fmt: skip
def duck(p: Pen) -> None:
    p.line("M50 78 V86 M62 78 V86", BEAK, 4)
    p.path("M40 90 L54 84 L56 90Z M54 90 L66 84 L70 90Z", BEAK)
    p.body(
        "M4 42 C14 52 30 48 46 46 C60 46 66 44 66 34 C58 16 70 2 86 4 C102 6 106 22 98 34 C96 42 100 50 98 60 C94 76 76 82 54 82 C24 82 8 66 4 42Z"
    )
    p.body("M28 56 C44 48 66 50 74 58 C68 72 46 76 24 64 L32 62Z", p.dark)
    p.line("M38 64 C48 67 58 66 64 62", p.main, 1.8)
    p.body("M100 18 C106 18 114 22 116 26 C112 31 104 31 97 29Z", BEAK)
    p.circle(90, 18, 4, WHITE)
    p.eye(91, 18, 2.5)


@motif("chicken, hen", metres=0.45, box=(104, 100), colours="#f3ead8 #b9652e #8f4a2a", home="farm",
       head=Round(82, 26, 14), family="animal")  # fmt: skip
def chicken(p: Pen) -> None:
    p.line("M46 80 V96 M60 80 V96 M40 98 H51 M54 98 H65", BEAK, 3.4)
    p.body("M24 58 C10 54 2 40 6 26 C12 30 16 30 16 24 C24 28 28 36 36 44Z", p.dark)
    p.body(
        "M14 50 C20 62 34 54 48 50 C60 48 64 40 64 28 C64 16 74 12 82 14 C92 16 94 28 92 38 C94 66 78 84 54 84 C30 84 16 72 14 50Z"
    )
    p.path("M68 16 C64 8 70 4 74 8 C76 2 82 2 83 8 C88 5 91 9 88 16 C82 13 74 13 68 16Z", "#d8323c")
    p.path("M91 26 L102 30 L91 33Z", BEAK)
    p.oval(90, 39, 3.6, 6, "#d8323c")
    p.body("M32 56 C46 48 64 52 68 60 C60 74 42 74 28 62Z", p.dark)
    p.eye(84, 25, 2.7)


@motif(
    "penguin",
    metres=0.9,
    box=(76, 100),
    colours="#2f3542 #3a4a5e",
    home="snow",
    hand=(70, 72),
    head=Round(38, 22, 24),
    family="animal",
)
def penguin(p: Pen) -> None:
    p.oval(26, 96, 12, 4.4, BEAK)
    p.oval(50, 96, 12, 4.4, BEAK)
    p.body("M16 46 C4 54 0 70 6 78 C12 72 18 62 20 54Z", p.dark)
    p.body("M60 46 C72 54 76 70 70 78 C64 72 58 62 56 54Z", p.dark)
    p.body("M12 62 C12 20 20 4 38 4 C56 4 64 20 64 62 C64 86 54 97 38 97 C22 97 12 86 12 62Z")
    p.path("M38 22 C30 12 20 20 23 34 C16 52 16 92 38 92 C60 92 60 52 53 34 C56 20 46 12 38 22Z", "#faf8f2")
    p.eye(30, 26, 3)
    p.eye(46, 26, 3)
    p.path("M32 33 L44 33 L38 41Z", BEAK)
    p.circle(26, 34, 2.6, "#f6b7a8")
    p.circle(50, 34, 2.6, "#f6b7a8")


@motif(
    "parrot, macaw, parakeet",
    metres=0.4,
    box=(80, 110),
    colours="#d93a3a #2f9e44 #2a6fd6",
    home="jungle",
    head=Round(54, 22, 22),
    family="animal",
)
def parrot(p: Pen) -> None:
    p.body("M36 74 L20 110 L32 108 L36 100 L42 106 L52 78Z", "#2a6fd6" if p.main != "#2a6fd6" else "#f2c230")
    p.line("M44 82 V90 M52 82 V90", "#5d5a5a", 3)
    p.body("M26 54 C22 26 28 4 50 4 C68 4 74 20 70 36 C72 62 62 86 46 86 C34 86 28 72 26 54Z")
    p.path("M48 12 C58 8 68 16 68 28 C62 34 50 32 46 24Z", "#fdf6e8")
    p.body("M26 42 C38 40 46 50 44 64 C42 78 32 86 24 88 C20 72 20 54 26 42Z", "#f2b61f")
    p.path(
        "M24 60 C32 58 40 62 43 68 C40 78 32 86 24 88 C22 78 22 68 24 60Z",
        "#2a6fd6" if p.main != "#2a6fd6" else "#2f9e44",
    )
    p.body("M66 20 C76 20 80 28 74 40 C70 38 66 34 62 32Z", "#33313a")
    p.eye(56, 21, 3.4)
    p.circle(57, 20, 1.1, WHITE)


@motif(
    "flamingo",
    metres=1.2,
    box=(90, 130),
    colours="#f48fae #e9eef2",
    home="lake",
    head=Round(68, 10, 10),
    family="animal",
)
def flamingo(p: Pen) -> None:
    p.line("M40 72 V126 M36 128 H48", "#d96a86", 3)
    p.line("M50 72 L62 90 L52 104", "#d96a86", 3)
    p.line("M62 56 C82 48 72 34 60 28 C48 22 52 8 66 8", p.main, 7)
    p.body("M6 62 C14 44 44 38 64 50 C72 60 62 78 44 78 C28 80 14 74 6 62Z")
    p.body("M10 58 C24 50 46 50 54 60 C46 72 24 72 10 58Z", p.dark)
    p.ball(68, 11, 9, 7.6)
    p.path("M74 8 C82 8 88 14 84 24 C80 20 76 18 72 17Z", "#fbe6d8")
    p.path("M83 17 C86 20 86 23 84 26 C82 22 80 20 78 19Z", INK)
    p.eye(69, 9, 1.8)


@motif("butterfly, moth", metres=0.14, box=(110, 90), colours="#f08a24 #4a7fd0 #b0509c #e5c02e", home="garden", layer=Layer.AIR,
       head=Round(55, 28, 7), family="animal")  # fmt: skip
def butterfly(p: Pen) -> None:
    for side in (1, -1):
        flip = "" if side == 1 else "translate(110 0) scale(-1 1)"
        wing = Pen(p.main, scale=p.scale) if type(p) is Pen else type(p)(p.main, scale=p.scale, spot=p.spot)
        wing.body("M55 44 C60 14 84 0 102 4 C112 16 100 44 58 50Z")
        wing.body("M57 48 C80 48 96 58 92 76 C84 90 62 80 56 56Z", p.light)
        wing.line("M102 4 C112 16 100 44 58 50", INK, 3.4)
        wing.line("M92 76 C84 90 62 80 56 56", INK, 3)
        wing.circle(86, 20, 6.4, p.pale)
        wing.circle(97, 14, 2.4, WHITE)
        wing.circle(76, 68, 5, p.dark)
        p.place(wing.drawn(), flip or "scale(1)")
    p.line("M55 30 C52 20 46 14 41 12 M55 30 C58 20 64 14 69 12", INK, 2)
    p.oval(55, 52, 4.2, 24, INK)
    p.circle(55, 28, 5, INK)


@motif("bee, bumblebee, wasp, honeybee", metres=0.1, box=(100, 80), colours="#f5c02a", home="garden", layer=Layer.AIR,
       head=Round(80, 52, 16), family="animal")  # fmt: skip
def bee(p: Pen) -> None:
    p.veil('ellipse cx="40" cy="22" rx="15" ry="22" transform="rotate(-24 40 22)"', "#d8eefa", 0.9)
    p.veil('ellipse cx="58" cy="20" rx="13" ry="20" transform="rotate(12 58 20)"', "#e6f5fc", 0.9)
    p.path("M12 54 L0 58 L12 62Z", INK)
    p.ball(48, 56, 38, 22)
    p.path(
        "M30 37 C26 48 26 64 30 75 L40 77.5 C36 62 36 48 40 35Z M52 34.5 C49 48 49 64 52 77.5 L62 76.5 C60 64 60 48 62 35.5Z",
        "#33292a",
    )
    p.ball(80, 54, 15, 15, "#33292a")
    p.line("M84 42 C86 34 90 32 94 32 M78 41 C78 34 82 30 86 28", INK, 2)
    p.circle(85, 51, 3.8, WHITE)
    p.eye(86, 51, 2)
    p.line("M80 61 C84 64 88 63 90 60", WHITE, 1.6)


@motif(
    "ladybird, ladybug",
    metres=0.09,
    box=(100, 70),
    colours="#d8232f",
    home="garden",
    head=Round(84, 42, 16),
    family="animal",
)
def ladybird(p: Pen) -> None:
    p.line("M24 60 L18 69 M48 62 V70 M70 60 L76 69", INK, 4)
    p.ball(82, 44, 15, 17, "#2b2830")
    p.line("M86 30 C88 22 92 20 96 20 M80 29 C80 20 84 16 88 15", INK, 2)
    p.body("M4 60 C4 24 26 8 46 8 C68 8 84 26 84 60Z", gradient="round")
    p.line("M46 8 C40 24 40 44 44 60", INK, 2.4)
    for x, y, r in ((26, 28, 6), (60, 24, 6), (20, 48, 6), (64, 46, 7), (36, 44, 4)):
        p.oval(x, y, r, r, INK)
    p.circle(87, 40, 3.2, WHITE)
    p.circle(88, 40, 1.6, INK)
