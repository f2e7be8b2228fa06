"""Layout: turns a scene's things and relations into sprites with places on the canvas."""

import math
from dataclasses import dataclass, replace

from .cluster import Cluster, Sprite, copies, in_a_row, in_pose, joined
from .heavenly import in_the_sky
from .motif import Layer
from .motifs import MOTIFS
from .relate import LEAN_DEGREES, put
from .scene import Kind, Pose, Relation, Thing
from .stage import FLOATING, Stage

ATTACHING = (
    Kind.WEARING,
    Kind.HOLDING,
    Kind.ON,
    Kind.IN,
    Kind.UNDER,
    Kind.ABOVE,
    Kind.LEANING,
    Kind.BEHIND,
    Kind.FRONT,
)
TALLEST_SHARE = 0.64
WIDE_ROW = 1.5
ALONE = (0.5, 0.44)
TOO_LONG = 2.2
LONG = 1.2  # wider than high by this
AIR_SPOTS = ((0.3, 0.36), (0.68, 0.26), (0.5, 0.46), (0.82, 0.44), (0.16, 0.22), (0.48, 0.2), (0.88, 0.2), (0.12, 0.46),
             (0.36, 0.16), (0.62, 0.4), (0.24, 0.3), (0.76, 0.14))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Placed:
    """Sprites in canvas units: what hangs in the sky behind everything, then the rest from back to front."""

    sky: tuple[Sprite, ...]
    sprites: tuple[Sprite, ...]


def laid_out(stage: Stage) -> Placed:
    clusters = _related(stage)
    ground: list[Cluster] = []
    air: list[Cluster] = []
    for cluster in clusters:
        flies = all(s.motif.layer is Layer.AIR for s in cluster.sprites)
        (air if flies and stage.place != "table" else ground).append(cluster)
    sky = in_the_sky(stage)
    if stage.place in FLOATING:
        rooted = [c for c in clusters if stage.place == "underwater" and _rooted(c)]
        afloat = _afloat(stage, [c for c in clusters if c not in rooted])
        return Placed(sky, (*_standing(stage, rooted)[0], *afloat))
    standing, scale = _standing(stage, ground)
    flying = _flying(stage, air, scale, standing)
    return Placed(sky, flying + standing)


def _rooted(cluster: Cluster) -> bool:
    """Houses and coral stand on the sea bed, where fish and divers swim."""
    return all(
        s.motif.layer is Layer.GROUND and s.motif.family in {"building", "nature", "plant"} for s in cluster.sprites
    )


def _related(stage: Stage) -> list[Cluster]:
    """One cluster for everything that a relation ties together."""
    scene = stage.scene
    clusters = {at: copies(thing, at, stage.random, stage.variant) for at, thing in enumerate(scene.things)
                if MOTIFS[thing.motif].layer is not Layer.SKY}  # fmt: skip
    owner = {at: at for at in clusters}
    for kind in ATTACHING:
        for target in dict.fromkeys(r.target for r in scene.relations if r.kind is kind):
            subjects = [r.subject for r in scene.relations if r.kind is kind and r.target == target]
            if kind in {Kind.HOLDING, Kind.WEARING}:
                for subject in subjects:
                    _merge(clusters, owner, subject, [target], kind)
            else:
                _merge(clusters, owner, target, subjects, kind)
    order = _row_order(stage, clusters, owner)
    return [_against_wall(stage, clusters[at]) for at in order]


def _merge(clusters: dict[int, Cluster], owner: dict[int, int], host: int, guests: list[int], kind: Kind) -> None:
    if host not in owner:
        return
    home = owner[host]
    moving = [at for at in dict.fromkeys(owner[g] for g in guests if g in owner) if at != home]
    if not moving:
        return
    clusters[home] = put(clusters[home], host, [clusters.pop(at) for at in moving], kind)
    for at, current in owner.items():
        if current in moving:
            owner[at] = home


def _row_order(stage: Stage, clusters: dict[int, Cluster], owner: dict[int, int]) -> list[int]:
    order = list(dict.fromkeys(owner.values()))
    for relation in stage.scene.relations:
        if (
            relation.kind not in {Kind.BESIDE, Kind.NEAR, Kind.BETWEEN}
            or not {relation.subject, relation.target} <= owner.keys()
        ):
            continue
        subject, target = owner[relation.subject], owner[relation.target]
        if subject != target:
            order.remove(subject)
            order.insert(order.index(target) + (relation.kind is not Kind.BETWEEN and stage.variant == 2), subject)  # noqa: PLR2004
    return _between(stage, clusters, owner, order)


def _split_around(
    clusters: dict[int, Cluster], owner: dict[int, int], order: list[int], relation: Relation
) -> list[int]:
    """Between two trees: half of the trees go to each side."""
    middle, sides = owner[relation.subject], owner[relation.target]
    around = sorted(clusters[sides].sprites, key=lambda s: s.x)
    if middle == sides or len(around) < 2:  # noqa: PLR2004
        return order
    half = len(around) // 2
    left, right = Cluster(tuple(around[:half])), Cluster(tuple(around[half:]))
    clusters[sides] = in_a_row([left, clusters.pop(middle), right], 0.12)
    return [at for at in order if at != middle]


def _between(stage: Stage, clusters: dict[int, Cluster], owner: dict[int, int], order: list[int]) -> list[int]:
    sides = [r for r in stage.scene.relations if r.kind is Kind.BETWEEN and r.subject in owner and r.target in owner]
    if len(sides) == 1:
        return _split_around(clusters, owner, order, sides[0])
    if len(sides) < 2:  # noqa: PLR2004
        return order
    middle, left, right = owner[sides[0].subject], owner[sides[0].target], owner[sides[1].target]
    if len({middle, left, right}) < 3:  # noqa: PLR2004
        return order
    rest = [at for at in order if at not in {middle, left, right}]
    return [left, middle, right, *rest]


def _against_wall(stage: Stage, cluster: Cluster) -> Cluster:
    leaning = {at for at, thing in enumerate(stage.scene.things) if thing.leaning}
    return Cluster(tuple(_leaned(s) if s.thing in leaning and s.grounded else s for s in cluster.sprites))


def _leaned(sprite: Sprite) -> Sprite:
    """Narrow things tilt; wide ones keep their feet on the ground and bend towards the wall."""
    if sprite.motif.aspect < LONG:
        return replace(sprite, turn=-LEAN_DEGREES)
    return replace(sprite, turn=-2.5, shear=-LEAN_DEGREES)


def _standing(stage: Stage, clusters: list[Cluster]) -> tuple[tuple[Sprite, ...], float]:
    """What stands on the ground, scaled to fill the stage, and the scale that was used."""
    if not clusters:
        return (), stage.height
    row = _rows(stage, clusters)
    deepest = (stage.foot - stage.horizon) * 0.8 / _scale(stage, row)
    row = _rows(stage, clusters, deepest)
    if stage.mirrored:
        row = row.mirrored()
    row = row.centred()
    scale = _scale(stage, row)
    aside = (0.0, 0.035, -0.05, -0.03)[stage.variant % 4] * stage.width
    slack = max(0.0, stage.width * 0.97 - row.width * scale) / 2
    x = stage.width / 2 + max(-slack, min(slack, aside))
    placed = row.scaled(scale).moved(x, stage.foot)
    return _hung(stage, placed.sprites), scale


def _scale(stage: Stage, row: Cluster) -> float:
    """How much a row is enlarged to fill the stage."""
    room = stage.foot - stage.height * 0.07
    zoom = stage.zoom * _modesty(stage)
    tallest = min(stage.height * TALLEST_SHARE * zoom / 0.9, room)
    return min(stage.width * 0.94 * zoom / row.width, tallest / row.height)


def _modesty(stage: Stage) -> float:
    """Small things stay small, and mountains need room to be seen."""
    largest = max(thing.size for thing in stage.scene.things)
    return min(1.0, largest) * (0.66 if stage.place == "mountains" else 1.0)


def _rows(stage: Stage, clusters: list[Cluster], deepest: float = math.inf) -> Cluster:
    """One row, or the tall ones behind the small ones when a row would be too wide for the canvas."""
    gap = 0.16 if len(clusters) > 1 else 0.0
    row = in_a_row(clusters, gap)
    if len(clusters) < 3 or row.width / row.height < WIDE_ROW * stage.width / stage.height:  # noqa: PLR2004
        return row
    by_height = sorted(clusters, key=lambda c: -c.height)
    back = in_a_row(by_height[: len(clusters) // 2], 0.3)
    front = in_a_row(by_height[len(clusters) // 2 :], 0.35)
    return joined(back.moved(0, -min(front.height * 0.55, deepest)), front)


def _hung(stage: Stage, sprites: tuple[Sprite, ...]) -> tuple[Sprite, ...]:
    hanging = {at for at, thing in enumerate(stage.scene.things) if thing.hanging or _hangs_by_nature(stage, thing)}
    hung = {s.thing: (s, _on_the_wall(stage, s)) for s in sprites if s.thing in hanging}
    carried = {r.subject: r.target for r in stage.scene.relations if r.kind is Kind.ON and r.target in hung}
    return tuple(_taken_along(s, hung.get(carried.get(s.thing, s.thing))) for s in sprites)


def _taken_along(sprite: Sprite, move: tuple[Sprite, Sprite] | None) -> Sprite:
    """What is on a windowsill goes up with the window."""
    if move is None:
        return sprite
    before, after = move
    if sprite.thing == before.thing:
        return after if sprite == before else replace(sprite, k=after.k, y=after.y, grounded=False)
    by = after.k / before.k
    x, y = after.x + (sprite.x - before.x) * by, after.y + (sprite.y - before.y) * by
    return replace(sprite, x=x, y=y, k=sprite.k * by, grounded=False)


def _hangs_by_nature(stage: Stage, thing: Thing) -> bool:
    return MOTIFS[thing.motif].home == "wall" and thing.motif != "door" and (stage.indoors or stage.place == "wall")


def _on_the_wall(stage: Stage, sprite: Sprite) -> Sprite:
    largest = stage.height * (0.52 if sprite.motif.board else 0.36)
    k = sprite.k * min(1.0, largest / sprite.height)
    return replace(sprite, k=k, y=stage.horizon * 0.52 + sprite.motif.box[1] * k / 2, grounded=False)


def _free_spots(stage: Stage, standing: tuple[Sprite, ...]) -> list[tuple[float, float]]:
    """The spots in the air, those that nothing stands before first."""

    def taken(spot: tuple[float, float]) -> bool:
        x, y = (1 - spot[0] if stage.mirrored else spot[0]) * stage.width, spot[1] * stage.height
        return any(abs(x - s.x) < s.width * 0.55 + 60 and y > s.y - s.height - 200 for s in standing)

    return sorted(AIR_SPOTS, key=taken)


def _on_the_wing(sprite: Sprite) -> Sprite:
    """What is in the air spreads its wings."""
    return in_pose(sprite, Pose.FLYING)


def _flying(stage: Stage, clusters: list[Cluster], scale: float, standing: tuple[Sprite, ...]) -> tuple[Sprite, ...]:
    found: list[Sprite] = []
    spots = iter(_free_spots(stage, standing) * 4)
    count = sum(len(cluster.sprites) for cluster in clusters)
    if count == 1 and not standing:
        spots = iter([ALONE])
    largest = stage.height * (0.3 if standing else 0.46 / max(count, 1) ** 0.6)
    for cluster in clusters:
        for sprite in map(_on_the_wing, cluster.sprites):
            x, y = next(spots)
            high = min(sprite.height * scale, largest, stage.width * 0.5 / sprite.motif.aspect)
            size = max(high, 70 * stage.unit) / sprite.motif.box[1]
            across = 1 - x if stage.mirrored else x
            down, flip = y * stage.height + size * sprite.motif.box[1] / 2, sprite.flip ^ stage.mirrored
            found.append(replace(sprite, x=across * stage.width, y=down, k=size, grounded=False, flip=flip))
    return tuple(found)


def _afloat(stage: Stage, clusters: list[Cluster]) -> tuple[Sprite, ...]:
    """In space, in the sky and under water things hang free around the middle."""
    if not clusters:
        return ()
    half = (len(clusters) + 1) // 2
    row = in_a_row(clusters, 0.35)
    in_two_rows = len(clusters) > 1 and row.width / row.height > TOO_LONG * stage.width / stage.height
    if in_two_rows:
        lower = in_a_row(clusters[half:], 0.35)
        row = joined(in_a_row(clusters[:half], 0.35).moved(0, -lower.height * 1.25), lower)
    row = (row.mirrored() if stage.mirrored else row).centred()
    scale = min(stage.width * 0.8 * stage.zoom / row.width, stage.height * 0.6 * stage.zoom / row.height)
    placed = row.scaled(scale).moved(stage.width / 2, stage.height * 0.52 + row.height * scale / 2)
    tilt = {"space": 9.0, "sky": -4.0}.get(stage.place, 0.0) * (1 if stage.mirrored else -1)
    bob = stage.height * (0.03 if in_two_rows else 0.1)
    return tuple(
        replace(
            s,
            grounded=False,
            turn=s.turn + tilt,
            y=s.y + (stage.random.uniform(-bob, bob) if s.grounded and len(placed.sprites) > 1 else 0),
        )
        for s in placed.sprites
    )
