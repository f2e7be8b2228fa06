"""Four-legged animals: each has a body and a head of its own; legs and poses are shared."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import cos, radians, sin
from typing import Unpack

from heliograph.adapters.generators.illustrator.motif import Frame, Layer, Motif, Round, Traits, motif
from heliograph.adapters.generators.illustrator.palette import darker, lightness
from heliograph.adapters.generators.illustrator.pen import Draw, Pen
from heliograph.adapters.generators.illustrator.scene import Pose

Point = tuple[float, float]
Painted = Callable[[Pen], None]

SAT = -30.0  # degrees that a sitting body is turned
LEAP = -15.0
LEAPS = 1.3  # of its height, with the air below
NODS = 12.0
PALE_COAT = 0.8
HIND, FORE = 0, 1
# Knee and foot of each leg in shares of its length: backwards is negative.
GALLOP = ((-0.1, 0.52, -0.62, 0.86), (0.34, 0.42, 0.78, 0.78), (0.12, 0.55, -0.3, 0.95), (0.42, 0.36, 0.44, 0.86))
STRIDE = ((0.0, 0.5, -0.24, 0.97), (0.16, 0.5, 0.26, 0.97), (0.1, 0.5, 0.2, 0.97), (-0.02, 0.5, -0.22, 0.97))
LEAPT = ((-0.3, 0.4, -0.7, 0.66), (0.42, 0.26, 0.5, 0.7), (-0.2, 0.46, -0.54, 0.78), (0.5, 0.2, 0.66, 0.58))
GAITS = {Pose.RUNNING: GALLOP, Pose.WALKING: STRIDE, Pose.JUMPING: LEAPT, Pose.FLYING: LEAPT}


@dataclass(frozen=True, slots=True)
class Legs:
    """The left edges of the hind and the fore leg on this side and on the other, and where they leave the body."""

    near: Point
    far: Point
    y: float
    width: float
    hoof: str | None = None
    ground: float = 100.0

    @property
    def length(self) -> float:
        return self.ground - self.y

    @property
    def lowers(self) -> float:
        """How far a lying body comes down."""
        return self.length - self.width * 0.9

    def top(self, x: float) -> Point:
        return x + self.width / 2, self.y + self.width * 0.3


@dataclass(frozen=True, slots=True)
class Beast:
    legs: Legs
    head: Round
    neck: Point
    back: Painted


def four_legged(
    words: str,
    *,
    metres: float,
    box: Point,
    colours: str,
    legs: Legs,
    neck: Point,
    **traits: Unpack[Traits],
) -> Callable[[Painted], Motif]:
    """Turn a drawing of tail and body, `p.mark()`, and head into a motif with poses."""
    head = traits["head"]

    def made(draw: Painted) -> Motif:
        beast = Beast(legs, head, neck, draw)
        traits.setdefault("family", "animal")
        traits.setdefault("parts", ("eye",))
        traits.setdefault("hand", _mouth(head))
        traits["poses"] = _frames(beast, box)
        drawn: Draw = lambda p: posed(p, beast)  # noqa: E731
        return motif(words, metres=metres, box=box, colours=colours, **traits)(drawn)

    return made


def _mouth(head: Round) -> Point:
    return head.x + head.r * 0.75, head.y + head.r * 0.7


def posed(p: Pen, beast: Beast) -> None:
    body, head = _pieces(p, beast.back)
    match p.pose:
        case Pose.SITTING:
            _sit(p, beast, body, head)
        case Pose.LYING | Pose.SLEEPING | Pose.SWIMMING:
            _lie(p, beast, body, head)
        case Pose.RUNNING | Pose.WALKING | Pose.JUMPING | Pose.FLYING:
            _go(p, beast, body, head)
        case _:
            stand(p, beast.legs)
            p.parts += [body, head]


def stand(p: Pen, legs: Legs) -> None:
    """Straight legs, the far ones darker, with a foot in the hoof's colour."""
    for xs, colour in ((legs.far, p.dark), (legs.near, p.main)):
        for x in xs:
            p.box(x, legs.y, legs.width, legs.length, colour, legs.width * 0.35)
            p.box(x - 0.5, legs.ground - 7, legs.width + 2, 7, legs.hoof or darker(colour, 0.18), 3)


def _pieces(p: Pen, draw: Painted) -> tuple[str, str]:
    whole = p.like()
    draw(whole)
    return whole.halves()


def _go(p: Pen, beast: Beast, body: str, head: str) -> None:
    """Runs, walks, leaps or flies: legs bent, the body turned up when it leaps."""
    legs = beast.legs
    turn = {Pose.JUMPING: LEAP, Pose.FLYING: LEAP, Pose.RUNNING: -3.0}.get(p.pose, 0.0)
    whole = p.like()
    gait = GAITS[p.pose]
    for xs, steps, colour in ((legs.far, gait[2:], p.dark), (legs.near, gait[:2], p.main)):
        for x, step in zip(xs, steps, strict=True):
            _leg(whole, legs, legs.top(x), step, colour)
    whole.parts += [body, head]
    if p.pose is Pose.FLYING:
        _wing(whole, (legs.near[HIND] + legs.near[FORE]) / 2 + legs.width, legs.y - legs.length * 0.3, legs.length)
    p.place(whole.drawn(), f"rotate({turn:.1f} {(legs.near[HIND] + legs.near[FORE]) / 2:.1f} {legs.y:.1f})")
    if p.pose is Pose.RUNNING:
        _dust(p, legs)


def _leg(p: Pen, legs: Legs, top: Point, step: tuple[float, float, float, float], colour: str) -> None:
    (x, y), size, wide = top, legs.length, legs.width
    knee_x, knee_y, foot_x, foot_y = (x + step[0] * size, y + step[1] * size, x + step[2] * size, y + step[3] * size)
    p.line(f"M{x:.1f} {y:.1f} L{knee_x:.1f} {knee_y:.1f} L{foot_x:.1f} {foot_y - wide * 0.4:.1f}", colour, wide)
    p.oval(foot_x + wide * 0.15, foot_y - wide * 0.3, wide * 0.64, wide * 0.42, legs.hoof or darker(colour, 0.18))


def _dust(p: Pen, legs: Legs) -> None:
    x, y, s = legs.near[HIND], legs.ground, legs.length
    for dx, r in ((0.75, 0.1), (1.05, 0.14), (1.4, 0.09)):
        p.veil(f'circle cx="{x - dx * s:.1f}" cy="{y - r * s:.1f}" r="{r * s:.1f}"', "#d8cdb8", 0.75)


def _wing(p: Pen, x: float, y: float, size: float) -> None:
    s = size / 40
    feather = "#f6f3ec" if lightness(p.main) < PALE_COAT else "#a9c8ea"
    p.body(
        f"M{x} {y} c{-8 * s} {-20 * s} {-26 * s} {-34 * s} {-52 * s} {-36 * s} c{6 * s} {5 * s} {8 * s} {8 * s} {8 * s} {11 * s}"
        f" c{-6 * s} 0 {-9 * s} 0 {-12 * s} {1 * s} c{8 * s} {4 * s} {12 * s} {8 * s} {13 * s} {12 * s}"
        f" c{12 * s} {4 * s} {26 * s} {8 * s} {43 * s} {12 * s}Z",
        feather,
    )
    p.line(
        f"M{x - 8 * s} {y - 4 * s} l{-26 * s} {-14 * s} M{x - 12 * s} {y - 1 * s} l{-20 * s} {-6 * s}",
        darker(feather, 0.2),
        1.6,
    )


def _sit(p: Pen, beast: Beast, body: str, head: str) -> None:
    """The body turned up round the hip and let down onto the ground, the fore legs straight under the chest."""
    legs = beast.legs
    hip = legs.top(legs.near[HIND])
    drop = legs.length - legs.width * 1.5
    shift = _swung(beast.neck, hip, SAT)
    chest = _swung(legs.top(legs.near[FORE]), hip, SAT)
    front = legs.top(legs.near[FORE])[0] + chest[0]
    top = legs.y + chest[1] + drop
    for dx, colour in ((-legs.width * 0.5, p.dark), (legs.width * 0.35, p.main)):
        p.box(front + dx - legs.width / 2, top, legs.width, legs.ground - top, colour, legs.width * 0.35)
        p.box(front + dx - legs.width / 2, legs.ground - 7, legs.width + 3, 7, legs.hoof or darker(colour, 0.18), 3)
    p.place(body, f"translate(0 {drop:.1f}) rotate({SAT} {hip[0]:.1f} {hip[1]:.1f})")
    thigh = legs.length * 0.36
    p.oval(hip[0] + thigh * 0.4, legs.ground - thigh * 0.8, thigh, thigh * 0.78, p.dark)
    p.oval(hip[0] + thigh * 1.2, legs.ground - 4, thigh * 0.8, 4.4, legs.hoof or p.main)
    p.place(head, f"translate({shift[0]:.1f} {shift[1] + drop:.1f})")


def _lie(p: Pen, beast: Beast, body: str, head: str) -> None:
    """The body down on folded legs, the head laid forward; asleep it is lower still.  Swimming shows no legs."""
    legs = beast.legs
    down = legs.ground - legs.lowers
    if p.pose is not Pose.SWIMMING:
        for x, reach, colour in ((legs.far[FORE], 1.9, p.dark), (legs.near[FORE], 2.2, p.main)):
            p.box(
                x, down - legs.width, legs.width * reach + legs.width, legs.width, legs.hoof or colour, legs.width / 2
            )
    p.parts.append(body)
    if p.pose is not Pose.SWIMMING:
        hip, thigh = legs.top(legs.near[HIND]), legs.length * 0.33
        p.oval(hip[0] + thigh * 0.3, down - thigh * 0.75, thigh, thigh * 0.75, p.dark)
        p.box(hip[0], down - legs.width * 0.8, thigh * 1.8, legs.width * 0.8, legs.hoof or p.main, legs.width * 0.4)
    if p.pose is not Pose.SLEEPING:
        p.parts.append(head)
        return
    nod = _nod(beast)
    p.place(head, f"translate(0 {nod:.1f}) rotate({NODS} {beast.neck[0]:.1f} {beast.neck[1]:.1f})")
    snore(p, beast.head.x + beast.head.r * 0.8, beast.head.y + nod - beast.head.r, beast.head.r / 14)


def _nod(beast: Beast) -> float:
    """How far a sleeping head comes down."""
    room = beast.legs.ground - beast.legs.lowers - (beast.head.y + beast.head.r)
    return max(0.0, min(room * 0.55, beast.legs.length * 0.4))


def snore(p: Pen, x: float, y: float, size: float) -> None:
    """Three Z that rise from who sleeps."""
    for dx, dy, s in ((0, 0, 5.0), (9, -10, 7.0), (20, -23, 9.0)):
        w = s * size
        p.line(
            f"M{x + dx * size:.1f} {y + dy * size:.1f} h{w:.1f} l{-w:.1f} {w:.1f} h{w:.1f}",
            "#5f6f9a",
            max(1.4, 1.8 * size),
        )


def _swung(point: Point, about: Point, degrees: float) -> Point:
    """By how much a point moves when it is turned about another."""
    x, y, a = point[0] - about[0], point[1] - about[1], radians(degrees)
    return x * cos(a) - y * sin(a) - x, x * sin(a) + y * cos(a) - y


def _frames(beast: Beast, box: Point) -> dict[Pose, Frame]:
    legs, head, (wide, high) = beast.legs, beast.head, box
    hip = legs.top(legs.near[HIND])
    sat = _swung(beast.neck, hip, SAT)
    drop = legs.length - legs.width * 1.5
    low = high - legs.lowers
    frames = {
        Pose.STANDING: Frame(box=box, head=head),
        Pose.WALKING: Frame(box=box, head=head),
        Pose.RUNNING: Frame(box=box, head=head),
        Pose.JUMPING: Frame(box=(wide, high * LEAPS), head=Round(head.x, head.y - 8, head.r)),
        Pose.FLYING: Frame(box=box, head=Round(head.x, head.y - 8, head.r), layer=Layer.AIR),
        Pose.SITTING: Frame(box=(wide * 0.9, high), head=Round(head.x + sat[0], head.y + sat[1] + drop, head.r)),
        Pose.LYING: Frame(box=(wide, low), head=head),
        Pose.SLEEPING: Frame(box=(wide, low), head=Round(head.x, head.y + _nod(beast), head.r)),
        Pose.SWIMMING: Frame(box=(wide, low), head=head, layer=Layer.WATER),
    }
    return {pose: replace(frame, hand=_mouth(frame.head or head)) for pose, frame in frames.items()}
