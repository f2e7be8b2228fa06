"""What the illustrator does with pictures that it is given."""

import json
from io import BytesIO
from random import Random

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat

from heliograph.adapters.generators.illustrator import illustrate

SIDE = 192
REGION = (20, 90, 100, 180)


def png(image):
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def photo(width=SIDE, height=SIDE, seed=1):
    """A sky, a meadow and a grain, so that no two pixels are alike."""
    picture = Image.new("RGB", (width, height), "#7fb4e0")
    ImageDraw.Draw(picture).rectangle((0, height // 2, width, height), fill="#6aa84f")
    noise = Image.frombytes("RGB", (width, height), Random(seed).randbytes(width * height * 3))
    return Image.blend(picture, noise, 0.1)


def mask(width=SIDE, height=SIDE, region=REGION):
    picture = Image.new("L", (width, height), 255)
    ImageDraw.Draw(picture).rectangle(region, fill=0)
    return picture


def edit(prompt, *inputs, over=None, size=(SIDE, SIDE), variant=0):
    given = [png(image) for image in inputs or (photo(),)]
    hole = None if over is None else png(over)
    made = illustrate(prompt, width=size[0], height=size[1], seed=1, variant=variant, inputs=given, mask=hole)
    image = Image.open(BytesIO(made))
    image.load()
    return image


def told(image):
    return json.loads(image.text["heliograph"])


def mean_difference(first, second, box=None):
    difference = ImageChops.difference(first.convert("RGB"), second.convert("RGB")).crop(box)
    return sum(ImageStat.Stat(difference).mean) / 3


def outside(first, second, hole):
    """The largest difference of any pixel that the mask keeps."""
    difference = ImageChops.difference(first.convert("RGB"), second.convert("RGB"))
    kept = Image.composite(difference, Image.new("RGB", difference.size), hole)
    return max(high for _, high in kept.getextrema())


INSIDE_PROMPTS = [
    "a dog",
    "a forest at night",
    "make it red",
    "remove the bush",
    "watercolour",
    "flowers, pixel art",
    'a sign "HI"',
    "",
]


@pytest.mark.parametrize("prompt", INSIDE_PROMPTS)
@pytest.mark.parametrize("variant", [0, 3])
def test_no_pixel_changes_outside_the_black_of_the_mask(prompt, variant):
    made = edit(prompt, over=mask(), variant=variant)
    assert outside(made, photo(), mask()) == 0
    assert mean_difference(made, photo(), REGION) > 3


def test_a_mask_without_black_changes_nothing_and_says_so():
    made = edit("a dog", over=Image.new("L", (SIDE, SIDE), 255))
    assert mean_difference(made, photo()) == 0
    assert "the mask has no black: nothing of the picture may be changed" in told(made)["notes"]


def test_a_mask_all_black_lets_everything_be_drawn_anew():
    made = edit("a forest", over=Image.new("L", (SIDE, SIDE), 0))
    assert mean_difference(made, photo()) > 8
    assert told(made)["done"] == ["the masked region drawn anew as a scene: forest"]


def test_a_thing_is_drawn_inside_the_mask_before_a_ground_filled_in_from_around():
    filled, dog = edit("remove the bush", over=mask()), edit("a dog", over=mask())
    assert told(filled)["done"] == ["the masked region filled in from what is around it"]
    assert told(dog)["done"][1:] == ["drawn inside the mask: dog"]
    assert mean_difference(filled, dog, REGION) > 5
    above, below = filled.getpixel((60, 92)), filled.getpixel((60, 178))
    assert above[2] > above[1]  # sky
    assert below[1] > below[2]  # meadow


def test_a_soft_mask_blends():
    half = mask()
    half.putpixel((150, 150), 128)
    half.putpixel((151, 150), 250)
    made = edit("make it red", over=half)
    assert made.getpixel((150, 150)) != photo().getpixel((150, 150))
    assert made.getpixel((151, 150)) == photo().getpixel((151, 150))  # nearly white is kept


def mean(image):
    return ImageStat.Stat(image.convert("RGB")).mean


def saturation(image):
    return ImageStat.Stat(image.convert("HSV")).mean[1]


def test_a_picture_is_recoloured_by_words():
    plain = photo()
    assert mean(edit("make it red"))[0] > mean(plain)[0] > mean(edit("make it blue"))[0]
    assert saturation(edit("black and white")) < 1
    assert saturation(edit("more colourful")) > saturation(plain) + 10
    red, _, blue = mean(edit("in sepia"))
    assert red > blue + 30
    assert sum(mean(edit("darker"))) < sum(mean(plain)) < sum(mean(edit("brighter")))
    assert mean(edit("warmer"))[2] < mean(plain)[2] < mean(edit("cooler"))[2]
    assert sum(mean(edit("at night"))) < sum(mean(plain)) * 0.6


@pytest.mark.parametrize("style", ["watercolour", "pixel art", "pencil sketch", "cartoon", "oil painting", "pop art"])
def test_a_picture_is_restyled_by_words_and_each_manner_is_its_own(style):
    made = edit(style)
    assert mean_difference(made, photo()) > 3
    others = [edit(other) for other in ("watercolour", "pixel art", "pencil sketch", "oil painting") if other != style]
    assert min(mean_difference(made, other) for other in others) > 3
    assert told(made)["done"]


def test_a_thing_is_added_onto_the_picture_and_the_rest_stays():
    made = edit("add a cat")
    changed = ImageChops.difference(made.convert("RGB"), photo()).getbbox()
    assert changed is not None
    assert mean_difference(made, photo()) > 2
    assert mean_difference(made, photo(), (0, 0, SIDE // 4, SIDE // 2)) == 0
    assert told(made)["done"] == ["drawn onto the picture: cat"]


def test_the_variants_put_it_elsewhere():
    first, second = (edit("add a cat", variant=variant) for variant in (0, 1))
    assert mean_difference(first, second) > 3


def test_several_pictures_are_set_side_by_side_and_it_says_that_they_are_not_merged():
    red, blue, green = (Image.new("RGB", (60, 90), colour) for colour in ("#d02020", "#2020d0", "#20a020"))
    made = edit("put them together", red, blue, green)
    found = {made.getpixel((x, y)) for x in range(0, SIDE, 6) for y in range(0, SIDE, 6)}
    assert {(208, 32, 32), (32, 32, 208), (32, 160, 32)} <= found
    assert "not merged" in told(made)["done"][0]
    assert saturation(edit("black and white", red, blue, green, red, blue)) < 4


def test_a_mask_with_several_pictures_is_not_used_and_it_says_so():
    made = edit("a dog", photo(), photo(seed=2), over=mask())
    assert any("the mask was not used" in note for note in told(made)["notes"])


def test_a_picture_of_another_shape_is_shown_whole():
    made = edit("", Image.new("RGB", (300, 100), "#d02020"))
    assert made.size == (SIDE, SIDE)
    assert made.getpixel((SIDE // 2, SIDE // 2)) == (208, 32, 32)
    assert "brought from 300x100 to 192x192" in told(made)["done"][0]


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("remove the bush", "nothing was taken away"),
        ("make the house red", "not found in the picture"),
        ("replace the background with a beach", "the background is not replaced"),
        ("put a hat on the man", "what is to be worn was put beside"),
        ("xyzzy blorf", "it is as it was given"),
    ],
)
def test_what_needs_a_mask_is_not_done_and_it_says_so(prompt, words):
    made = edit(prompt)
    assert any(words in note for note in told(made)["notes"])
    if "hat" not in prompt:
        assert mean_difference(made, photo()) == 0


def test_an_edited_picture_says_what_it_is_and_what_was_done():
    made = edit("add a cat and a zorp", over=mask())
    assert told(made)["kind"] == "edited picture"
    assert (told(made)["inputs"], told(made)["mask"], told(made)["not_understood"]) == (1, True, ["zorp"])
    assert "from the picture that was given" in made.text["Description"]
    assert "drawn inside the mask: cat" in made.text["Description"]
    assert "no model" in made.text["Description"]


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "1", "I;16"])
def test_a_picture_may_have_any_mode(mode):
    given = photo().convert("L").convert("I;16") if mode == "I;16" else photo().convert(mode)
    assert edit("a cat", given).size == (SIDE, SIDE)


def test_transparent_becomes_white():
    clear = Image.new("RGBA", (SIDE, SIDE), (10, 20, 30, 0))
    assert edit("", clear).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("size", [(1, 1), (3, 200), (200, 3)])
@pytest.mark.parametrize(
    "prompt", ["a cat", "watercolour", "cartoon", "oil painting", "pixel art", "sketch", "a forest"]
)
def test_any_size_can_be_edited(size, prompt):
    given = photo(*size)
    assert edit(prompt, given, over=Image.new("L", size, 0), size=size).size == size
    assert edit(prompt, given, size=(40, 30)).size == (40, 30)


def test_the_same_arguments_give_the_same_bytes():
    for prompt, hole in (("a dog", mask()), ("watercolour", None)):
        first, again = (edit(prompt, over=hole).tobytes() for _ in range(2))
        assert first == again
