"""How a person holds body, legs and arms in each pose, for a grown-up 180 high whose head is at 48, 32."""

from dataclasses import dataclass

from heliograph.adapters.generators.illustrator.motif import Layer
from heliograph.adapters.generators.illustrator.scene import Pose

Point = tuple[float, float]
Limb = tuple[Point, Point, Point]  # hip, knee, foot; or shoulder, elbow, hand

HIPS = (48.0, 116.0)
SHOULDERS = ((33.0, 67.0), (63.0, 67.0))


@dataclass(frozen=True, slots=True)
class Stance:
    """Legs where they are seen; arms as if the body were upright, since `tilt` turns them with it about the hips."""

    far_leg: Limb
    near_leg: Limb
    far_arm: tuple[Point, Point]
    near_arm: tuple[Point, Point]
    box: Point = (96.0, 180.0)
    across: float = 0.0  # moved to the right, so that nothing lies left of the box
    tilt: float = 0.0
    frontal: bool = False  # the feet point outwards
    laid: float = 0.0  # degrees by which the whole figure is turned about the middle of the box
    layer: Layer | None = None
    cloak: float = 1.0  # of its length, what hangs down the back


STRAIGHT = ((39.0, 116.0), (39.0, 144.0), (39.0, 170.0)), ((57.0, 116.0), (57.0, 144.0), (57.0, 170.0))
HANGING = ((25.0, 92.0), (24.0, 112.0)), ((72.0, 90.0), (72.0, 110.0))
LAID, FLOWN, SWUM = -90.0, 66.0, 82.0

STANCES = {
    Pose.PLAIN: Stance(*STRAIGHT, *HANGING, frontal=True),
    Pose.WALKING: Stance(
        ((45, 116), (36, 144), (20, 166)), ((52, 116), (66, 142), (70, 170)),
        ((36, 92), (44, 108)), ((60, 92), (50, 108)), box=(100, 180), across=2, tilt=3,
    ),
    Pose.RUNNING: Stance(
        ((44, 116), (34, 146), (4, 150)), ((52, 116), (78, 130), (84, 164)),
        ((20, 84), (34, 98)), ((72, 90), (92, 76)), box=(120, 180), across=12, tilt=11,
    ),
    Pose.JUMPING: Stance(
        ((40, 116), (24, 138), (22, 160)), ((56, 116), (74, 136), (72, 160)),
        ((18, 48), (8, 26)), ((78, 48), (88, 26)), box=(100, 214), across=2, frontal=True,
    ),
    Pose.DANCING: Stance(
        ((44, 116), (44, 144), (44, 170)), ((53, 116), (80, 130), (58, 146)),
        ((22, 44), (34, 16)), ((84, 68), (98, 60)), box=(112, 180), across=4, tilt=-4, frontal=True,
    ),
    Pose.SITTING: Stance(
        ((42, 116), (72, 104), (82, 128)), ((50, 118), (82, 108), (94, 130)),
        ((34, 92), (48, 106)), ((70, 92), (72, 108)), box=(112, 138), cloak=0.62,
    ),
    Pose.SEATED: Stance(
        ((41, 116), (60, 118), (62, 150)), ((53, 117), (74, 119), (76, 152)),
        ((34, 92), (46, 106)), ((68, 92), (66, 108)), box=(100, 128), cloak=0.62,
    ),
    Pose.RIDING: Stance(
        ((48, 117), (64, 125), (54, 150)), ((51, 118), (67, 126), (57, 154)),
        ((38, 88), (66, 96)), ((68, 90), (84, 96)), box=(100, 132), cloak=0.7, tilt=3,
    ),
    Pose.WAVING: Stance(*STRAIGHT, HANGING[0], ((82, 62), (86, 32)), frontal=True),
    Pose.LYING: Stance(*STRAIGHT, *HANGING, box=(180, 64), frontal=True, laid=LAID),
    Pose.SLEEPING: Stance(*STRAIGHT, *HANGING, box=(180, 64), frontal=True, laid=LAID),
    Pose.FLYING: Stance(
        ((42, 116), (43, 144), (44, 170)), ((54, 116), (53, 142), (56, 164)),
        ((28, 92), (26, 112)), ((70, 40), (74, 8)), box=(184, 120), laid=FLOWN, layer=Layer.AIR,
    ),
    Pose.SWIMMING: Stance(
        ((42, 116), (38, 140), (40, 164)), ((54, 116), (60, 138), (58, 160)),
        ((30, 44), (34, 10)), ((78, 84), (82, 106)), box=(184, 66), laid=SWUM, layer=Layer.WATER,
    ),
}  # fmt: skip


def stance_of(pose: Pose) -> Stance:
    return STANCES.get(pose, STANCES[Pose.PLAIN])
