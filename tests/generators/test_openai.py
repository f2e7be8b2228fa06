"""The openai generator, with the real SDK, against a server that keeps to the published contract.

With a key in HELIOGRAPH_TEST_OPENAI_KEY the real service draws and edits too, with HELIOGRAPH_TEST_OPENAI_MODEL.
"""

import os
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from heliograph.domain.contract import Size
from heliograph.domain.picture import InputImage, Pictures
from tests.generators.images_api import KEY, USAGE, ImagesApi, picture
from tests.generators.openai_world import EDITS, GENERATIONS, World, a_mask, an_input, size_of

REAL_KEY = os.environ.get("HELIOGRAPH_TEST_OPENAI_KEY", "")
REAL_URL = "https://api.openai.com/v1"


@pytest.mark.parametrize(
    ("size", "asked"),
    [(Size.SQUARE, "1024x1024"), (Size.LANDSCAPE, "1536x1024"), (Size.PORTRAIT, "1024x1536")],
)
async def test_a_prompt_is_drawn_in_the_size_that_the_task_has(api, world, size, asked):
    pictures = await world().draws(size=size)
    [request] = api.asked
    assert (request.path, request.fields) == (
        GENERATIONS,
        {"model": "gpt-image-2", "prompt": "a lighthouse", "size": asked, "n": 1},
    )
    assert request.headers["Authorization"] == f"Bearer {KEY}"
    assert [size_of(each) for each in pictures.images] == [size.pixels]


async def test_all_variants_are_one_call_whose_cost_and_model_are_told(api, world):
    pictures = await world().draws(variants=4)
    assert [request.fields["n"] for request in api.asked] == [4]
    assert len(set(pictures.images)) == 4
    assert pictures.model == "gpt-image-2"
    assert pictures.usage == {
        "total_tokens": 1066,
        "input_tokens": 10,
        "output_tokens": 1056,
        "input_text_tokens": 10,
        "input_image_tokens": 0,
    }


async def test_quality_and_options_are_sent_as_the_api_names_them(api, world):
    options = {"background": "opaque", "moderation": "low", "input_fidelity": "high"}
    drawing = world(quality="high", options=options)
    await drawing.draws()
    await drawing.draws(inputs=[an_input()])
    generation, edit = api.asked
    assert generation.fields | {"quality": "high", "background": "opaque", "moderation": "low"} == generation.fields
    assert "input_fidelity" not in generation.fields
    assert edit.fields["input_fidelity"] == "high"


async def test_unfinished_pictures_are_progress_and_previews(api, world):
    drawing = world(previews=3)
    pictures = await drawing.draws(size=Size.LANDSCAPE)
    [request] = api.asked
    assert request.fields | {"stream": True, "partial_images": 3, "n": 1} == request.fields
    assert drawing.heard.shares == [0.25, 0.5, 0.75, 1.0]
    assert [size_of(preview, "JPEG") for preview in drawing.heard.previews] == [(384, 256)] * 3
    assert [size_of(each) for each in pictures.images] == [(1536, 1024)]
    assert pictures.usage["output_tokens"] == USAGE["output_tokens"]


async def test_variants_with_previews_are_one_stream_each_at_the_same_time(api, world):
    api.pause_seconds = 0.1
    drawing = world(previews=1)
    pictures = await drawing.draws(variants=4)
    assert [request.fields["n"] for request in api.asked] == [1, 1, 1, 1]
    assert len(set(pictures.images)) == 4
    assert pictures.usage["output_tokens"] == 4 * USAGE["output_tokens"]
    assert drawing.heard.shares == sorted(drawing.heard.shares)
    assert (drawing.heard.shares[0], drawing.heard.shares[-1]) == (0.125, 1.0)
    assert len(drawing.heard.previews) == 1


async def test_one_input_is_an_edit(api, world):
    given = an_input()
    pictures = await world(previews=1).draws(prompt="make it blue", inputs=[given])
    [request] = api.asked
    assert request.path == EDITS
    assert (
        request.fields | {"prompt": "make it blue", "size": "1024x1024", "n": "1", "stream": "true"} == request.fields
    )
    assert request.files == [("image", "image_1.png", "image/png", given.data)]
    assert [size_of(each) for each in pictures.images] == [(1024, 1024)]


async def test_several_inputs_are_sent_in_their_order(api, world):
    given = [an_input(colour=(number, 0, 0)) for number in range(5)]
    await world().draws(inputs=given)
    [request] = api.asked
    assert request.files_in("image[]") == [each.data for each in given]


async def test_what_is_black_in_a_mask_is_transparent_in_what_is_sent(api, world):
    await world().draws(inputs=[an_input(40, 20)], mask=a_mask(40, 20))
    [mask] = api.asked[0].files_in("mask")
    with Image.open(BytesIO(mask), formats=["PNG"]) as image:
        assert (image.mode, image.size) == ("RGBA", (40, 20))
        alpha = image.getchannel("A")
        assert [alpha.getpixel(at) for at in ((0, 0), (19, 19), (20, 0), (39, 19))] == [0, 0, 255, 255]


# --- servers that know less


async def test_a_model_that_draws_one_at_a_time_is_asked_so_and_the_next_task_knows(api, world):
    drawing = world(model="one-at-a-time")
    assert len((await drawing.draws(variants=2)).images) == 2
    assert [request.fields["n"] for request in api.asked] == [2, 1, 1]
    assert len((await drawing.draws(variants=2, seed=2)).images) == 2
    assert [request.fields["n"] for request in api.asked[3:]] == [1, 1]


async def test_a_model_that_does_not_stream_is_asked_without(api, world):
    drawing = world(model="one-at-a-time", previews=2)
    assert len((await drawing.draws()).images) == 1
    assert ["stream" in request.fields for request in api.asked] == [True, False]
    assert len((await drawing.draws(variants=2, inputs=[an_input()])).images) == 2
    assert [request.fields["n"] for request in api.asked[2:]] == ["2", "1", "1"]


async def test_a_server_that_answers_a_stream_with_one_document_is_understood(api, world):
    api.streams_anyway = False
    drawing = world(previews=2)
    assert len((await drawing.draws(variants=2)).images) == 2
    assert drawing.heard.shares == [0.5, 1.0]


async def test_a_server_that_draws_fewer_than_asked_is_asked_again(api, world):
    api.answers = [first_only]
    assert len((await world().draws(variants=4)).images) == 4
    assert [request.fields["n"] for request in api.asked] == [4, 3]


async def first_only(request, asked):
    return await ImagesApi()._drawn(request, replace(asked, fields=asked.fields | {"n": 1}))


async def test_other_formats_are_kept_as_png(api, world):
    def webp(size, number):
        file = BytesIO()
        Image.open(BytesIO(picture(size, number))).save(file, "WEBP")
        return file.getvalue()

    api.picture = webp
    pictures = await world(previews=1).draws()
    assert [size_of(each) for each in pictures.images] == [(1024, 1024)]


if REAL_KEY:

    @pytest.mark.parametrize("previews", [0, 2])
    async def test_the_real_service_draws_and_edits(previews):
        model = os.environ.get("HELIOGRAPH_TEST_OPENAI_MODEL", "gpt-image-2")
        drawing = World(
            None, url=REAL_URL, key=REAL_KEY, timeout_seconds=110, model=model, quality="low", previews=previews
        )
        drawn = await drawing.draws(prompt="a red bicycle", size=Size.LANDSCAPE)
        assert isinstance(drawn, Pictures), drawn
        assert size_of(drawn.images[0]) == (1536, 1024)
        given = InputImage(data=drawn.images[0], width=1536, height=1024)
        edited = await drawing.draws(prompt="make it blue", inputs=[given], mask=a_mask(1536, 1024))
        assert isinstance(edited, Pictures), edited
        assert edited.usage["output_tokens"] > 0
        await drawing.client.close()
