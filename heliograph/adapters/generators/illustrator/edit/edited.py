"""Given pictures and a prompt to one picture, and what has been done to come there."""

from dataclasses import dataclass, field, replace
from random import Random

from PIL import Image

from heliograph.adapters.generators.illustrator.compose import composed
from heliograph.adapters.generators.illustrator.looks import looked, restyled, tinted
from heliograph.adapters.generators.illustrator.motifs import MOTIFS
from heliograph.adapters.generators.illustrator.render import rendered
from heliograph.adapters.generators.illustrator.scene import Scene, Style, Understanding

from .canvas import decoded, fitted, fitted_mask, side_by_side
from .fill import filled
from .onto import Box, overlay
from .order import Order, order_of

KEPT = 255


@dataclass(frozen=True, slots=True)
class Edit:
    """The picture, what was done in words, and what could not be."""

    image: Image.Image
    done: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    order: Order
    variant: int
    random: Random
    done: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def edited(
    understanding: Understanding,
    inputs: tuple[bytes, ...],
    mask: bytes | None,
    *,
    width: int,
    height: int,
    variant: int,
    random: Random,
) -> Edit:
    """One input is worked on, inside the mask where there is one; several are set side by side first."""
    if len(inputs) > 1 and mask is not None:
        mask = None
        ignored = ["the mask was not used: it belongs to one picture, and there are several"]
    else:
        ignored = []
    work = Work(order_of(understanding, masked=mask is not None), variant, random, notes=ignored)
    canvas, keep = _ground(work, inputs, mask, width, height)
    image = _whole(work, canvas) if keep is None else _within(work, canvas, keep)
    _say_what_was_not_done(work, understanding, masked=keep is not None, several=len(inputs) > 1)
    return Edit(image, tuple(work.done), tuple(work.notes))


def _ground(
    work: Work, inputs: tuple[bytes, ...], mask: bytes | None, width: int, height: int
) -> tuple[Image.Image, Image.Image | None]:
    """The canvas to work on, and the mask as large as it."""
    images = [decoded(data) for data in inputs]
    if len(images) > 1:
        work.done.append(
            f"{len(images)} pictures set side by side, each cut to its place; what they show is not merged"
        )
        return side_by_side(images, width, height), None
    canvas, box = fitted(images[0], width, height)
    if images[0].size != (width, height):
        whole = box == (0, 0, width, height)
        shape = "" if whole else ", with its own blur around it"
        work.done.append(f"brought from {images[0].width}x{images[0].height} to {width}x{height}{shape}")
    if mask is None:
        return canvas, None
    keep = fitted_mask(decoded(mask), (width, height), box)
    if keep.getextrema()[0] == KEPT:
        work.notes.append("the mask has no black: nothing of the picture may be changed")
    return canvas, keep


def _whole(work: Work, image: Image.Image) -> Image.Image:
    """The manner of the whole picture, then what is drawn onto it."""
    image = _in_manner(work, image)
    if work.order.added.things or work.order.added.texts or work.order.weather:
        layer = overlay(_weathered(work), image.size, variant=work.variant, random=work.random, region=None)
        image = Image.alpha_composite(image.convert("RGBA"), layer).convert("RGB")
        work.done.extend(_drawn_things(work.order, "onto the picture"))
    return image


def _within(work: Work, image: Image.Image, keep: Image.Image) -> Image.Image:
    """What is asked for, inside the mask only; every pixel that is wholly kept stays what it was."""
    region = keep.point(lambda v: KEPT - v).getbbox()
    if region is None:
        return image
    changed = _changed(work, image, keep, region)
    return Image.composite(image, changed, keep)


def _changed(work: Work, image: Image.Image, keep: Image.Image, region: Box) -> Image.Image:
    order = work.order
    if order.backdrop:
        return _scene_in(work, image, region)
    manner = order.looks or order.tint or order.style is not Style.PLAIN
    if manner and not order.added.things and not order.added.texts:
        return _in_manner(work, image)
    ground = filled(image, keep, work.random)
    work.done.append("the masked region filled in from what is around it")
    if not (order.added.things or order.added.texts or order.weather):
        return ground
    layer = overlay(_weathered(work), image.size, variant=work.variant, random=work.random, region=region)
    if order.style in {Style.WATERCOLOUR, Style.PIXEL}:
        ground = restyled(ground, order.style, work.random)
    work.done.extend(_drawn_things(order, "inside the mask"))
    return Image.alpha_composite(ground.convert("RGBA"), layer).convert("RGB")


def _scene_in(work: Work, image: Image.Image, region: Box) -> Image.Image:
    """A place was asked for: a whole scene as large as the region."""
    left, top, right, bottom = region
    wide, high = right - left, bottom - top
    scene = work.order.added
    svg = composed(scene, width=wide, height=high, variant=work.variant, random=work.random)
    part = rendered(svg, width=wide, height=high, style=work.order.style, random=work.random)
    canvas = image.copy()
    canvas.paste(looked(part, work.order.looks), (left, top))
    work.done.append(f"the masked region drawn anew as a scene: {work.order.place}")
    return canvas


def _in_manner(work: Work, image: Image.Image) -> Image.Image:
    order = work.order
    if order.style is not Style.PLAIN:
        image = restyled(image, order.style, work.random)
        work.done.append(f"made to look like {order.style.value}")
    if order.looks:
        image = looked(image, order.looks)
        work.done.extend([look.value for look in dict.fromkeys(order.looks)])
    if order.tint:
        image = tinted(image, order.tint)
        work.done.append(f"tinted {order.tint}")
    return image


def _weathered(work: Work) -> Scene:
    scene = work.order.added
    return replace(scene, setting=replace(scene.setting, weather=work.order.weather))


def _drawn_things(order: Order, where: str) -> list[str]:
    names = dict.fromkeys(thing.motif for thing in order.added.things)
    said = [f"drawn {where}: {', '.join(names)}"] if names else []
    if order.added.texts:
        said.append(f"lettered {where}: {', '.join(order.added.texts)}")
    return said + ([f"drawn over it: {order.weather}"] if order.weather else [])


def _say_what_was_not_done(work: Work, understanding: Understanding, *, masked: bool, several: bool) -> None:
    order = work.order
    if order.empty and not ((masked or several) and work.done):
        work.notes.append("nothing that was understood can be done to a picture: it is as it was given")
    if masked:
        return
    if understanding.takes_away:
        work.notes.append("nothing was taken away: where it is in the picture is known only from a mask")
    elif order.referred:
        work.notes.append(
            f"not found in the picture, as it cannot be looked at: {', '.join(order.referred)}; a mask says where"
        )
    if order.place:
        work.notes.append(
            f"the background is not replaced ({order.place}): what belongs to it is known only from a mask"
        )
    if any(MOTIFS[thing.motif].worn for thing in order.added.things):
        work.notes.append("what is to be worn was put beside: where a head is, is known only from a mask")
