"""What the illustrator reads in a prompt."""

import pytest

from heliograph.adapters.generators.illustrator import explain
from heliograph.adapters.generators.illustrator.motifs import MOTIFS
from heliograph.adapters.generators.illustrator.palette import MATERIALS, NAMED, named
from heliograph.adapters.generators.illustrator.scene import Kind, Style
from heliograph.adapters.generators.illustrator.words.emoji import EMOJI
from heliograph.adapters.generators.illustrator.words.lexicon import Sort, lexicon
from heliograph.adapters.generators.illustrator.words.plurals import plural

TAKEN = {"books", "glasses"}  # these plurals are things of their own: a pile, and spectacles


def things(prompt):
    return [(thing.motif, thing.count) for thing in explain(prompt).scene.things]


def relations(prompt):
    scene = explain(prompt).scene
    return {(scene.things[r.subject].motif, r.kind, scene.things[r.target].motif) for r in scene.relations}


@pytest.mark.parametrize(
    ("prompt", "count"),
    [
        ("a cat", 1),
        ("one cat", 1),
        ("two cats", 2),
        ("3 cats", 3),
        ("a pair of cats", 2),
        ("a couple of cats", 2),
        ("cats", 3),
        ("several cats", 4),
        ("a dozen cats", 12),
        ("the cat", 1),
        ("a few small cats", 3),
        ("two dozen cats", 12),
        ("0 cats", 1),
    ],
)
def test_a_count_is_a_number_a_word_or_a_plural(prompt, count):
    assert things(prompt) == [("cat", count)]


def test_a_count_that_was_capped_is_told():
    understanding = explain("a thousand cats")
    assert understanding.scene.things[0].count == 12
    assert understanding.notes == ("drew 12 of 1000: cat",)


def test_a_pathological_prompt_draws_a_bounded_number_of_things():
    scene = explain("nine cats and nine dogs and " * 400).scene
    assert sum(thing.count for thing in scene.things) <= 45
    assert len(scene.things) <= 14


def test_each_colour_belongs_to_its_noun():
    scene = explain("a red bicycle leaning on a white wall").scene
    assert scene.things[0].colour == NAMED["red"]
    assert scene.setting.wall == NAMED["white"]
    assert scene.things[0].leaning


@pytest.mark.parametrize(
    ("prompt", "colour"),
    [
        ("a red car", NAMED["red"]),
        ("a gray car", NAMED["grey"]),
        ("a light blue car", named("blue", "light")),
        ("a dark green car", named("green", "dark")),
        ("a big yellow car", NAMED["yellow"]),
        ("a car that is purple", NAMED["purple"]),
        ("a wooden car", MATERIALS["wooden"]),
        ("a car beside a red house", None),
        ("a red house and a car", None),
        ("a woman in a red dress", NAMED["red"]),
    ],
)
def test_a_colour_is_named_toned_or_a_material(prompt, colour):
    wanted = [t for t in explain(prompt).scene.things if t.motif in {"car", "woman"}]
    assert wanted[0].colour == colour


def test_a_word_that_is_a_colour_and_a_fruit_is_told_apart_by_what_follows():
    scene = explain("an orange cat and an orange").scene
    assert [(t.motif, t.colour) for t in scene.things] == [("cat", NAMED["orange"]), ("orange", None)]


@pytest.mark.parametrize(
    ("prompt", "relation"),
    [
        ("a cat on a sofa", ("cat", Kind.ON, "sofa")),
        ("a cat sitting on top of a sofa", ("cat", Kind.ON, "sofa")),
        ("a cat under a table", ("cat", Kind.UNDER, "table")),
        ("a cat next to a dog", ("cat", Kind.BESIDE, "dog")),
        ("a dog in front of a car", ("dog", Kind.FRONT, "car")),
        ("a dog behind a car", ("dog", Kind.BEHIND, "car")),
        ("a ladder leaning against a house", ("ladder", Kind.LEANING, "house")),
        ("a bird above a tree", ("bird", Kind.ABOVE, "tree")),
        ("a cat in a box", ("cat", Kind.IN, "box")),
        ("a cat near a house", ("cat", Kind.NEAR, "house")),
        ("a girl holding a balloon", ("girl", Kind.HOLDING, "balloon")),
        ("a girl with a balloon", ("girl", Kind.HOLDING, "balloon")),
        ("a man with a dog", ("man", Kind.BESIDE, "dog")),
        ("a man riding a horse", ("man", Kind.ON, "horse")),
    ],
)
def test_a_relation_links_the_nouns_around_it(prompt, relation):
    assert relation in relations(prompt)


def test_who_holds_something_stays_the_one_that_is_spoken_of():
    found = relations("a girl holding a balloon beside a dog")
    assert found == {("girl", Kind.HOLDING, "balloon"), ("girl", Kind.BESIDE, "dog")}


def test_between_has_two_sides():
    found = relations("a dog between a tree and a bench")
    assert found == {("dog", Kind.BETWEEN, "tree"), ("dog", Kind.BETWEEN, "bench")}


def test_what_is_beside_a_thing_on_a_table_is_on_the_table_too():
    assert ("cup of coffee", Kind.ON, "table") in relations("a cup of coffee beside an open book on a wooden table")


def test_everything_joined_by_and_shares_the_relation():
    assert relations("two apples and a banana on a plate") == {
        ("apple", Kind.ON, "plate"),
        ("banana", Kind.ON, "plate"),
    }


@pytest.mark.parametrize(
    ("prompt", "what", "value"),
    [
        ("a dog on a beach", "place", "beach"),
        ("a dog in the woods", "place", "forest"),
        ("a dog at night", "time", "night"),
        ("a dog at dawn", "time", "dawn"),
        ("a dog in the evening", "time", "sunset"),
        ("a dog at noon", "time", "noon"),
        ("a dog in the rain", "weather", "rain"),
        ("a dog in a storm", "weather", "storm"),
        ("a foggy street", "weather", "fog"),
        ("a windy field", "weather", "wind"),
        ("a cat under a full moon", "time", "night"),
        ("a house in autumn", "season", "autumn"),
        ("mountains", "place", "mountains"),
        ("a rocket in outer space", "place", "space"),
        ("a snowy mountain", "snowy", True),
    ],
)
def test_place_time_and_weather_are_read(prompt, what, value):
    assert getattr(explain(prompt).scene.setting, what) == value


@pytest.mark.parametrize(
    ("prompt", "style"),
    [
        ("a cat", Style.PLAIN),
        ("a cat, watercolour", Style.WATERCOLOUR),
        ("watercolor of a cat", Style.WATERCOLOUR),
        ("pixel art of a cat", Style.PIXEL),
        ("an 8-bit cat", Style.PIXEL),
        ("line art of a cat", Style.LINE),
        ("a sketch of a cat", Style.LINE),
    ],
)
def test_a_style_is_read(prompt, style):
    assert explain(prompt).scene.setting.style is style


@pytest.mark.parametrize(
    ("prompt", "text"),
    [
        ('a sign that says "OPEN LATE"', "OPEN LATE"),
        ("a sign that says “Bonjour”", "Bonjour"),
        ("a sign saying 'Fish & Chips'", "Fish & Chips"),
        ("ein Schild „Grüße“", "Grüße"),
        ("un panneau «Été»", "Été"),
    ],
)
def test_quoted_text_is_kept_as_it_was_written(prompt, text):
    assert explain(prompt).scene.texts == (text,)


def test_an_apostrophe_does_not_open_a_quotation():
    assert explain("the cat's ball and the dog's bone").scene.texts == ()


def test_words_that_are_not_known_are_told_and_stop_words_are_not():
    understanding = explain("please draw a beautiful red bicycle and a zorp with the quux")
    assert understanding.not_understood == ("zorp", "quux")
    assert understanding.understood == ("red", "bicycle", "with")


@pytest.mark.parametrize("prompt", ["", "   ", "xqzzy blorf", "猫が座っている", "1234", "!!!", "\x00\x01", "\ud800"])
def test_a_prompt_of_which_nothing_is_understood_is_abstract(prompt):
    assert explain(prompt).abstract


def test_emoji_are_nouns():
    assert things("🐱🌙") == [("cat", 1), ("crescent moon", 1)]


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("cat", "cats"),
        ("bus", "buses"),
        ("mouse", "mice"),
        ("child", "children"),
        ("woman", "women"),
        ("leaf", "leaves"),
        ("fox", "foxes"),
        ("butterfly", "butterflies"),
        ("monkey", "monkeys"),
        ("sheep", "sheep"),
        ("fish", "fish"),
        ("person", "people"),
        ("cup of coffee", "cups of coffee"),
        ("bench", "benches"),
        ("strawberry", "strawberries"),
        ("loaf of bread", "loaves of bread"),
        ("old man", "old men"),
        ("tomato", "tomatoes"),
    ],
)
def test_plurals_follow_english(one, many):
    assert plural(one) == many


def test_every_synonym_and_its_plural_means_its_motif():
    known = lexicon()
    for motif in MOTIFS.values():
        for word in motif.words:
            for form in {word, plural(word)} - TAKEN:
                meanings = known[tuple(form.replace("-", " ").split())]
                assert motif.name in {entry.value for entry in meanings if entry.sort is Sort.NOUN}, form


def test_every_emoji_stands_for_a_drawing_and_for_one_only():
    signs = [sign for signs in EMOJI.values() for sign in signs]
    assert set(EMOJI) <= set(MOTIFS)
    assert len(signs) == len(set(signs))
