"""Verbs, parts, clothes, containers and groups: what they change in what the illustrator reads and draws."""

from random import Random

import pytest
from PIL import Image, ImageChops, ImageStat

from heliograph.adapters.generators.illustrator import explain
from heliograph.adapters.generators.illustrator.layout import laid_out
from heliograph.adapters.generators.illustrator.motif import Layer
from heliograph.adapters.generators.illustrator.motifs import MOTIFS
from heliograph.adapters.generators.illustrator.palette import NAMED
from heliograph.adapters.generators.illustrator.pen import Pen, svg
from heliograph.adapters.generators.illustrator.render import rendered
from heliograph.adapters.generators.illustrator.scene import Kind, Pose, Style
from heliograph.adapters.generators.illustrator.stage import staged
from heliograph.adapters.generators.illustrator.words.groups import ACTS, GROUPS
from heliograph.adapters.generators.illustrator.words.poses import POSES

POSED = [
    "man",
    "woman",
    "boy",
    "girl",
    "king",
    "doctor",
    "cat",
    "dog",
    "horse",
    "cow",
    "fox",
    "lion",
    "elephant",
    "sheep",
]
DEMANDED = [Pose.RUNNING, Pose.SITTING, Pose.FLYING, Pose.SLEEPING, Pose.JUMPING]


def drawn(name, pose, asked=()):
    motif = MOTIFS[name].posed(pose)
    pen = Pen(motif.colours[0], pose=pose, asked=dict(asked))
    motif.draw(pen)
    body = f'<rect width="999" height="999" fill="#88b0a0"/><g transform="translate(40 40)">{pen.drawn()}</g>'
    return rendered(svg(260, 260, body), width=80, height=80, style=Style.PLAIN, random=Random(1))


def difference(first, second):
    return sum(ImageStat.Stat(ImageChops.difference(first, second)).mean) / 3


def sprites(prompt, name, variant=0):
    stage = staged(explain(prompt).scene, width=1000, height=1000, variant=variant, random=Random(1))
    return [s for s in laid_out(stage).sprites if s.motif.name == name]


def things(prompt):
    return [(thing.motif, thing.count) for thing in explain(prompt).scene.things]


def relations(prompt):
    scene = explain(prompt).scene
    return {(scene.things[r.subject].motif, r.kind, scene.things[r.target].motif) for r in scene.relations}


@pytest.mark.parametrize("name", POSED)
def test_each_pose_is_a_drawing_of_its_own(name):
    pictures = {pose: drawn(name, pose) for pose in [Pose.PLAIN, *DEMANDED]}
    # A cat sits as it is.
    different = [pose for pose in pictures if (name, pose) != ("cat", Pose.SITTING)]
    for i, pose in enumerate(different):
        for other in different[:i]:
            assert difference(pictures[pose], pictures[other]) > 0.3, (pose, other)


@pytest.mark.parametrize(
    ("prompt", "pose"),
    [
        ("a dog running in a park", Pose.RUNNING),
        ("a running dog", Pose.RUNNING),
        ("a dog that sleeps", Pose.SLEEPING),
        ("two sleeping dogs", Pose.SLEEPING),
        ("a dog is sitting on a sofa", Pose.SITTING),
        ("a dog jumping over a fence", Pose.JUMPING),
        ("the dog flies", Pose.PLAIN),
        ("a flying dog", Pose.FLYING),
        ("a dog chasing a ball", Pose.RUNNING),
        ("a dog", Pose.PLAIN),
    ],
)
def test_a_verb_is_the_pose_of_its_noun(prompt, pose):
    understanding = explain(prompt)
    assert understanding.scene.things[0].pose is pose


def test_only_who_is_spoken_of_takes_the_pose():
    scene = explain("a running dog and a sleeping cat beside a horse").scene
    assert [t.pose for t in scene.things] == [Pose.RUNNING, Pose.SLEEPING, Pose.PLAIN]


def test_all_joined_by_and_take_the_pose():
    scene = explain("a man and a woman dancing in a garden").scene
    assert [t.pose for t in scene.things] == [Pose.DANCING, Pose.DANCING]


def test_every_pose_word_is_read():
    for pose, words in POSES.items():
        for word in words.split(", "):
            assert explain(f"a dog {word}").scene.things[0].pose is pose, word


def test_a_pose_that_is_not_drawn_is_told():
    assert explain("a sleeping table").notes == ("not drawn sleeping: table",)
    assert explain("a sleeping dog").notes == ()


def test_what_flies_is_in_the_air_and_what_jumps_above_the_ground():
    (pig,), (standing,) = sprites("a flying pig", "pig"), sprites("a pig", "pig")
    assert pig.motif.layer is Layer.AIR
    assert pig.y < standing.y
    (jumping,) = sprites("a jumping dog", "dog")
    assert jumping.motif.box[1] > MOTIFS["dog"].box[1]


def test_who_is_on_a_horse_rides_it_and_who_is_on_a_bench_sits():
    assert sprites("a man riding a horse", "man")[0].pose is Pose.RIDING
    assert sprites("a woman on a bench", "woman")[0].pose is Pose.SEATED
    assert sprites("a man standing on a bench", "man")[0].pose is Pose.STANDING
    assert sprites("an astronaut riding a horse on the moon", "astronaut")[0].pose is Pose.RIDING


def test_two_riders_have_a_horse_each():
    horses, men = (sorted(sprites("two men on horses", name), key=lambda s: s.x) for name in ("horse", "man"))
    assert len(horses) == 2
    for horse, rider in zip(horses, men, strict=True):
        assert abs(horse.x - rider.x) < horse.width / 2


@pytest.mark.parametrize(
    ("prompt", "motif", "part", "colour"),
    [
        ("a house with a red door", "house", "door", "red"),
        ("a red door of a blue house", "house", "door", "red"),
        ("a blue house with a green roof", "house", "roof", "green"),
        ("the roof of the house is green", "house", "roof", "green"),
        ("a white cat with blue eyes", "cat", "eye", "blue"),
        ("a car with yellow wheels", "car", "wheel", "yellow"),
        ("a woman with red hair", "woman", "hair", "red"),
        ("a man in a black hat", "man", "hat", "black"),
        ("a man wearing a purple scarf", "man", "scarf", "purple"),
        ("a girl with green trousers", "girl", "trousers", "green"),
        ("a lion with a white mane", "lion", "mane", "white"),
    ],
)
def test_a_part_has_a_colour_of_its_own(prompt, motif, part, colour):
    (thing,) = explain(prompt).scene.things
    assert thing.motif == motif
    assert dict(thing.parts)[part] == NAMED[colour]
    plain, painted = drawn(motif, Pose.PLAIN), drawn(motif, Pose.PLAIN, {part: NAMED[colour]})
    assert difference(plain, painted) > 0.03


def test_a_colour_stays_with_its_own_noun_beside_a_part():
    (house,) = explain("a blue house with a red door").scene.things
    assert (house.colour, dict(house.parts)) == (NAMED["blue"], {"door": NAMED["red"]})


def test_a_part_without_an_owner_is_told():
    assert explain("a roof").not_understood == ("roof",)
    assert explain("a cat with a roof").not_understood == ("roof",)


def test_a_door_that_belongs_to_nothing_is_a_thing():
    assert things("a red door") == [("door", 1)]


@pytest.mark.parametrize(
    ("prompt", "relation"),
    [
        ("a vase with flowers", ("flower", Kind.IN, "vase")),
        ("flowers in a vase", ("flower", Kind.IN, "vase")),
        ("a vase full of tulips", ("tulip", Kind.IN, "vase")),
        ("a basket of apples", ("apple", Kind.IN, "basket")),
        ("a box with a kitten", ("cat", Kind.IN, "box")),
        ("a plate with a burger", ("burger", Kind.ON, "plate")),
        ("a sofa with a cat", ("cat", Kind.ON, "sofa")),
        ("a cat with a hat", ("cat", Kind.WEARING, "hat")),
        ("a hat on a dog", ("dog", Kind.WEARING, "hat")),
        ("a dog wearing sunglasses", ("dog", Kind.WEARING, "sunglasses")),
        ("a bear fishing in a river", ("bear", Kind.HOLDING, "fishing rod")),
        ("a dog surfing", ("dog", Kind.ON, "surfboard")),
        ("a woman walking her dog", ("woman", Kind.BESIDE, "dog")),
    ],
)
def test_how_two_things_go_together(prompt, relation):
    assert relation in relations(prompt)


def test_everything_in_a_bowl_is_in_it():
    found = relations("a bowl of oranges and bananas on a table")
    assert {("orange", Kind.IN, "bowl"), ("banana", Kind.IN, "bowl")} <= found


@pytest.mark.parametrize("variant", range(4))
def test_flowers_stand_in_their_vase(variant):
    vase = sprites("a vase with flowers", "vase", variant)[0]
    for flower in sprites("a vase with flowers", "flower", variant):
        assert abs(flower.x - vase.x) < vase.width / 2
        assert vase.y - vase.height < flower.y < vase.y
        assert flower.y - flower.height < vase.y - vase.height


def test_a_hat_is_on_the_head():
    (cat,), (hat,) = sprites("a cat wearing a hat", "cat"), sprites("a cat wearing a hat", "hat")
    x, y = cat.at(cat.motif.head.x, cat.motif.head.y)
    assert abs(hat.x - x) < 2
    assert cat.y - cat.height - hat.height < hat.y < y


def test_a_group_is_several_things():
    assert things("a family") == [("man", 1), ("woman", 1), ("boy", 1), ("girl", 1)]
    assert [name for name, _ in things("two friends")] == ["boy", "girl"]
    assert sum(count for _, count in things("five people")) == 5


def test_every_group_and_every_act_names_drawings():
    for names in GROUPS.values():
        assert set(names.split(", ")) <= set(MOTIFS), names
    assert {name for _, name in ACTS.values()} <= set(MOTIFS)


def test_what_is_only_drawn_side_by_side_is_told():
    understanding = explain("a knight fighting a dragon")
    assert ("knight", Kind.BESIDE, "dragon") in relations("a knight fighting a dragon")
    assert understanding.notes == ("fighting: drawn as side by side",)


def test_a_word_that_is_drawn_as_its_nearest_relative_is_told():
    understanding = explain("a badger")
    assert things("a badger") == [("raccoon", 1)]
    assert understanding.notes == ("badger: drawn as its nearest, raccoon",)


def test_what_is_without_is_not_drawn():
    understanding = explain("a street without cars")
    assert understanding.scene.things == ()
    assert understanding.notes == ("left out: car",)


def test_a_picture_of_a_thing_is_the_thing_and_a_picture_on_a_wall_is_a_picture():
    assert things("a painting of a cat") == [("cat", 1)]
    assert things("a room with a painting on the wall") == [("picture", 1)]


def test_a_pose_that_was_broken_would_be_seen():
    still = drawn("dog", Pose.PLAIN)
    assert difference(still, drawn("dog", Pose.PLAIN)) == 0
    assert isinstance(still, Image.Image)
