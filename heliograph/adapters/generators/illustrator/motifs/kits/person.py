"""People: a body with joints that poses move, dressed from the wardrobe."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import cos, radians, sin
from typing import Unpack

from heliograph.adapters.generators.illustrator.motif import Frame, Motif, Round, Traits, motif
from heliograph.adapters.generators.illustrator.pen import Pen
from heliograph.adapters.generators.illustrator.scene import Pose

from .beast import snore
from .face import BEARDS, FACES, HAIR_BEFORE, HAIR_BEHIND, head
from .hats import HATS
from .props import HELD
from .stance import HIPS, SHOULDERS, STANCES, Limb, Point, Stance, stance_of
from .tops import TOPS
from .worn import BACKS, BODIES

SKINS = ("#f1c7a3", "#c98d62", "#8c5a3c", "#e6b48c")
HAIRS = ("#4a2f24", "#2a2426", "#b5712e", "#7b4326")
NAVY = "#3a4668"
WHITE_HAIR = ("#e9e6e0", "#cfcfd2")
CHILD_HIGH, NECK = 0.583, 58.0  # a child's body is shorter below the neck by this
CHILD_HEAD = "translate(48 34) scale(1.22) translate(-48 -32)"
CHILD_BODY = f"translate(0 {NECK * (1 - CHILD_HIGH):.2f}) translate(48 0) scale(0.92 {CHILD_HIGH}) translate(-48 0)"
LEG, ARM = 14.0, 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wear:
    """What somebody looks like; names are those of the wardrobe's tables."""

    top: str = "shirt"
    legs: str = "#3a4668"  # of the trousers; empty for bare legs
    shoes: str = "#3b3034"
    hair: str = "short"
    hairs: tuple[str, ...] = HAIRS
    skins: tuple[str, ...] = SKINS
    beard: str = ""
    hat: str = ""
    hat_colour: str = ""
    face: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    held: str = ""
    child: bool = False


# What is worn in place of what, by the word that was asked for.
TOP_WORDS = {"shirt": "shirt", "t-shirt": "tee", "sweater": "sweater", "jacket": "jacket", "coat": "coat", "dress": "dress", "skirt": "blouse",
             "suit": "suit", "robe": "robe", "apron": "apron", "swimsuit": "swimsuit", "armour": "armour", "hoodie": "sweater"}  # fmt: skip
LEG_WORDS = ("trousers", "shorts")
PARTS = (
    "eye",
    "hair",
    "beard",
    "hat",
    "shoe",
    "skin",
    *LEG_WORDS,
    *TOP_WORDS,
    *HAIR_BEFORE,
    *HATS,
    *FACES,
    *BODIES,
    *BACKS,
)


def person(
    words: str,
    *,
    wears: Wear,
    metres: float = 1.75,
    colours: str = "#3f7fb5 #b5493f #4f8a5b #d9a441",
    **traits: Unpack[Traits],
) -> Motif:
    """A motif of somebody who wears this, in every pose."""

    def draw(p: Pen) -> None:
        drawn(p, wears)

    traits.setdefault("home", "street")
    traits.setdefault("family", "person")
    traits.setdefault("parts", PARTS)
    frames = {pose: frame(stance, child=wears.child) for pose, stance in STANCES.items()}
    traits["poses"] = frames
    plain = frames[Pose.PLAIN]
    assert plain.head is not None and plain.hand is not None  # noqa: S101, PT018  # every stance has both
    traits["head"], traits["hand"] = plain.head, plain.hand
    return motif(words, metres=metres, box=plain.box, colours=colours, **traits)(draw)


def frame(stance: Stance, *, child: bool) -> Frame:
    """Where head and hand come to in a stance, and how large it is."""
    wide, high = stance.box
    head_at, hand = (48.0, 34.0) if child else (48.0, 32.0), _turned(stance.near_arm[1], stance.tilt)
    if stance.laid:
        return Frame(box=_lower(stance.box) if child else stance.box, head=Round(32, 30, 18), layer=stance.layer)
    head_at = _turned(head_at, stance.tilt)
    return Frame(
        box=(wide, _shortened(high) if child else high),
        head=Round(head_at[0] + stance.across, head_at[1], 22 if child else 18),
        hand=(hand[0] + stance.across, _shortened(hand[1]) if child else hand[1]),
        layer=stance.layer,
    )


def drawn(p: Pen, wears: Wear) -> None:
    stance = stance_of(p.pose)
    wears = dressed(wears, p.asked)
    whole = p.like()
    _figure(whole, wears, stance)
    p.place(whole.drawn(), _laid(stance, child=wears.child) if stance.laid else f"translate({stance.across} 0)")
    if p.pose is Pose.SLEEPING:
        snore(p, 46, -4, 1.7)


def _laid(stance: Stance, *, child: bool) -> str:
    """The figure turned about its own middle, which comes to the middle of the box."""
    wide, high = _lower(stance.box) if child else stance.box
    return f"translate({wide / 2:.1f} {high / 2:.1f}) rotate({stance.laid}) translate(-48 {-68 if child else -92})"


def dressed(wears: Wear, asked: Mapping[str, str | None]) -> Wear:
    """The same person with what the prompt puts on them."""
    for name, colour in asked.items():
        wears = _with(wears, name, colour)
    return wears


def _with(wears: Wear, name: str, colour: str | None) -> Wear:
    """With one thing more: in place of what was there, or added to it."""
    if name in TOP_WORDS:
        return replace(wears, top=TOP_WORDS[name])
    if name in HATS:
        return replace(wears, hat=name, hat_colour=colour or "")
    if name in HAIR_BEFORE:
        return replace(wears, hair=name)
    for field, table in (("face", FACES), ("body", BODIES), ("back", BACKS)):
        if name in table:
            return replace(wears, **{field: (*getattr(wears, field), name)})  # type: ignore[arg-type]  # all are tuples
    match name:
        case "trousers":
            return replace(wears, legs=colour or wears.legs or NAVY)
        case "shorts":
            return replace(wears, legs="shorts")
        case "hat":
            return replace(wears, hat=wears.hat or "brim", hat_colour=colour or wears.hat_colour)
        case "beard":
            return replace(wears, beard=wears.beard or "full")
        case _:
            return wears


def _figure(p: Pen, wears: Wear, stance: Stance) -> None:
    skin, hair = p.part("skin", p.choose(wears.skins)), p.part("hair", p.choose(wears.hairs))
    cloth = p.like(next((colour for word in TOP_WORDS if (colour := p.asked.get(word))), p.main))
    below, above, crown = cloth.like(), cloth.like(), cloth.like()
    top = TOPS[wears.top]
    _legs(below, wears, stance, skin)
    if top.reaches:
        _skirt(below, stance, top.reaches, top.flare, p.asked.get("skirt") or cloth.main)
    _torso(above, wears, stance, skin)
    _head(crown, wears, skin, hair)
    behind = cloth.like()
    for name in wears.back:
        BACKS[name](behind, p.part(name, ""))
    long = cloth.like()
    HAIR_BEHIND.get(wears.hair, _nothing)(long, hair)
    body, face = (CHILD_BODY, CHILD_HEAD) if wears.child else ("", "")
    turn = f"rotate({stance.tilt} {HIPS[0]} {_shortened(HIPS[1]) if wears.child else HIPS[1]})"
    cloak = f"translate(0 {56 * (1 - stance.cloak):.1f}) scale(1 {stance.cloak})" if stance.cloak != 1 else ""
    p.place(_in(_in(behind.drawn(), cloak), body) + _in(long.drawn(), face), turn)
    p.parts.append(_in(below.drawn(), body))
    p.place(_in(above.drawn(), body) + _in(crown.drawn(), face), turn)


def _in(drawn: str, transform: str) -> str:
    return f'<g transform="{transform}">{drawn}</g>' if transform and drawn else drawn


def _nothing(p: Pen, colour: str) -> None:
    """Short hair has no part behind the head."""


def _legs(p: Pen, wears: Wear, stance: Stance, skin: str) -> None:
    bare = not wears.legs or wears.legs == "shorts"
    shoes = p.part("shoe", wears.shoes)
    for side, limb, far in ((-1, stance.far_leg, True), (1, stance.near_leg, False)):
        pen = p.like(skin if bare else p.part("trousers", wears.legs))
        pen.line(_bent(limb), pen.dark if far and not stance.frontal else pen.main, LEG)
        if wears.legs == "shorts":
            short = p.like(p.part("shorts", "#3a4668"))
            short.line(
                _bent((limb[0], limb[1], limb[1])), short.dark if far and not stance.frontal else short.main, LEG + 2
            )
        p.parts += pen.parts if wears.legs != "shorts" else [*pen.parts, *short.parts]
        _shoe(p, limb[2], side if stance.frontal else 1, shoes)


def _shoe(p: Pen, foot: Point, side: int, colour: str) -> None:
    x, y = foot
    p.path(
        f"M{x - side * 7:.1f} {y + 8:.1f} v-9 c{side * 2} -3 {side * 8} -3 {side * 10} -1 c{side * 8} 1 {side * 12} 5 {side * 12} 10Z",
        colour,
    )


def _skirt(p: Pen, stance: Stance, reaches: float, flare: float, colour: str) -> None:
    """From the waist to a share of both legs, as wide as they stand."""
    far, near = _along(stance.far_leg, reaches), _along(stance.near_leg, reaches)
    (x1, y1), (x2, y2) = sorted((far, near))
    left, right, low = x1 - flare, x2 + flare, max(y1, y2)
    p.body(f"M34 90 H62 L{right:.1f} {y2:.1f} Q{(left + right) / 2:.1f} {low + 9:.1f} {left:.1f} {y1:.1f}Z", colour)


def _torso(p: Pen, wears: Wear, stance: Stance, skin: str) -> None:
    top = TOPS[wears.top]
    sleeve = {"long": (p.dark, p.main), "short": (skin, skin)}[top.sleeves]
    far, near = ((SHOULDERS[0], *stance.far_arm), (SHOULDERS[1], *stance.near_arm))
    p.line(_bent(far), sleeve[0], ARM if top.sleeves == "long" else ARM - 2)
    p.circle(*stance.far_arm[1], 6.4, skin)
    top.draw(p, skin)
    for name in wears.body:
        BODIES[name](p, p.part(name, ""))
    if wears.held:
        HELD[wears.held](p, *stance.near_arm[1])
    p.line(_bent(near), sleeve[1], ARM if top.sleeves == "long" else ARM - 2)
    if top.sleeves == "short" and not top.bare:
        for (x, y), (elbow, _) in zip(SHOULDERS, (stance.far_arm, stance.near_arm), strict=True):
            p.line(f"M{x} {y} L{x + (elbow[0] - x) * 0.5:.1f} {y + (elbow[1] - y) * 0.5:.1f}", p.main, ARM + 1)
    p.circle(*stance.near_arm[1], 6.4, skin)


def _head(p: Pen, wears: Wear, skin: str, hair: str) -> None:
    head(p, skin, hair)
    if wears.beard:
        BEARDS[wears.beard](p, p.part("beard", hair))
    HAIR_BEFORE.get(wears.hair, _nothing)(p, hair)
    for name in wears.face:
        FACES[name](p, p.part(name, ""))
    if wears.hat:
        HATS[wears.hat](p, wears.hat_colour or p.part(wears.hat, ""))


def _bent(limb: Limb) -> str:
    return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in limb)


def _along(limb: Limb, share: float) -> Point:
    """The point at a share of a limb, 0 at its start and 1 at its end."""
    first, second = (limb[0], limb[1]), (limb[1], limb[2])
    (x1, y1), (x2, y2) = first if share < 0.5 else second  # the joint is in the middle
    rest = share * 2 if share < 0.5 else share * 2 - 1
    return x1 + (x2 - x1) * rest, y1 + (y2 - y1) * rest


def _turned(point: Point, degrees: float) -> Point:
    x, y, a = point[0] - HIPS[0], point[1] - HIPS[1], radians(degrees)
    return HIPS[0] + x * cos(a) - y * sin(a), HIPS[1] + x * sin(a) + y * cos(a)


def _shortened(y: float) -> float:
    return NECK + (y - NECK) * CHILD_HIGH if y > NECK else y


def _lower(box: Point) -> Point:
    return _shortened(box[0]), box[1]
