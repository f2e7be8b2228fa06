"""The parts of a pipeline's process, one by one: finding, sizes, images, previews, and what a failure is called."""

import asyncio
import re
from pathlib import Path

import pytest
import torch
from PIL import Image

from heliograph.adapters.generators.diffusers.generator import Diffusers
from heliograph.adapters.generators.diffusers.messages import (
    Draw,
    Drawn,
    Failed,
    Found,
    Open,
    Reason,
    frame,
    to_process,
)
from heliograph.adapters.generators.diffusers.pipeline import failing, images
from heliograph.adapters.generators.diffusers.pipeline.finding import find
from heliograph.adapters.generators.diffusers.pipeline.loading import load
from heliograph.adapters.generators.diffusers.pipeline.sizes import drawn_size, own_side
from heliograph.adapters.generators.diffusers.process import environment
from heliograph.domain.errors import SettingsError
from heliograph.domain.picture import Abilities
from heliograph.domain.task import Failure, FailureKind
from tests.generators.drawings import Watcher, brief, halves, picture_input

pytestmark = pytest.mark.timeout(300)


def test_what_a_pipeline_can_do_is_known_before_its_weights_are_read(models):
    found = find(Open(model=str(models / "xl"), device="cpu")).found
    assert (found.pipeline, found.device, found.precision) == ("StableDiffusionXLPipeline", "cpu", "float32")
    assert (found.takes_image, found.takes_mask) == (True, True)
    assert find(Open(model=str(models / "sd"), precision="bfloat16")).dtype is torch.bfloat16


@pytest.mark.filterwarnings("ignore:The `local_dir_use_symlinks` argument")  # diffusers' own
@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"model": "nobody/nothing"}, "HELIOGRAPH_DIFFUSERS_MODEL: nobody/nothing is no folder here and is not in the"),
        ({"model": "nobody/nothing"}, "set HELIOGRAPH_DIFFUSERS_DOWNLOAD=true"),
        ({"model": "{models}/speech"}, "is a SpeechPipeline, which draws no picture from a prompt"),
        ({"device": "cuda:77"}, "HELIOGRAPH_DIFFUSERS_DEVICE: cuda:77 is not here, PyTorch sees"),
        ({"device": "cpu", "offload": "model"}, "HELIOGRAPH_DIFFUSERS_OFFLOAD: weights are offloaded from an acc"),
    ],
)
def test_what_is_not_there_is_refused_with_the_setting_to_change(models, options, words):
    (models / "speech").mkdir(exist_ok=True)
    (models / "speech" / "model_index.json").write_text('{"_class_name": "SpeechPipeline"}')
    options = {"model": str(models / "sd")} | options
    options["model"] = options["model"].replace("{models}", str(models))
    with pytest.raises(failing.Refusal, match=re.escape(words)):
        find(Open(**options))


async def test_a_mask_is_refused_where_the_pipeline_cannot_inpaint(models):
    options = Open(model=str(models / "lcm"), device="cpu")
    generator = Diffusers(options, ["cpu"])
    generator.know(find(options).found)
    assert generator.abilities == Abilities(inputs=1, mask=False, seed=True)
    given = picture_input(halves("red", "blue"))
    refused = await generator.generate(brief(inputs=[given], mask=given), progress=Watcher())
    assert refused == Failure(
        FailureKind.UNUSABLE_INPUT,
        "this model (LatentConsistencyModelPipeline) cannot keep to a mask: leave it out, or use a model that inpaints",
        "unsuited_model",
    )


async def test_a_picture_is_refused_where_the_pipeline_starts_from_a_prompt_alone():
    generator = Diffusers(Open(model="some/model"), ["cpu"])
    generator.know(Found(pipeline="SomePipeline", device="cpu", precision="", takes_image=False, takes_mask=False))
    given = picture_input(halves("red", "blue"))
    refused = await generator.generate(brief(inputs=[given, given]), progress=Watcher())
    assert refused.message == "this model (SomePipeline) draws from a prompt alone: leave pictures and mask out"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (".", "has no model_index.json: give the folder of a pipeline"),
        ("sd/model_index.json", "is a file: give the folder of a pipeline"),
    ],
)
async def test_a_path_that_leads_to_no_pipeline_is_refused_at_once(models, path, words):
    with pytest.raises(SettingsError, match=f"HELIOGRAPH_DIFFUSERS_MODEL: .*{re.escape(words)}"):
        await Diffusers(Open(model=str(models / path)), ["cpu"]).open()


def test_a_model_that_only_inpaints_is_refused_as_soon_as_it_is_loaded(models):
    with pytest.raises(failing.Refusal, match="was trained to change pictures only"):
        load(find(Open(model=str(models / "inpainting-only"), device="cpu")))


@pytest.mark.parametrize(
    ("asked", "side", "drawn"),
    [
        ((1024, 1024), 1024, (1024, 1024)),
        ((1536, 1024), 1024, (1248, 832)),
        ((1024, 1536), 512, (416, 624)),
        ((1024, 1024), 2048, (1024, 1024)),
        ((100, 60), 1024, (96, 64)),
        ((5, 5000), 512, (16, 4992)),
    ],
)
def test_a_size_keeps_its_proportions_and_is_no_larger_than_asked(asked, side, drawn):
    assert drawn_size(*asked, side=side, multiple=16) == drawn


def test_a_pipeline_that_does_not_tell_its_size_has_the_usual_one():
    assert own_side(object()) == 1024


def saved(image, file, kind="PNG"):
    image.save(file, format=kind)
    return str(file)


def test_a_picture_is_opened_on_white_and_a_mask_is_turned_around(tmp_path):
    file = tmp_path / "picture"
    clear = Image.new("RGBA", (4, 4), (255, 0, 0, 0))
    assert images.opened(saved(clear, file)).getpixel((0, 0)) == (255, 255, 255)
    assert images.opened(saved(halves("red", "blue"), file)).getpixel((0, 0)) == (255, 0, 0)
    mask = images.opened_mask(saved(halves("black", "white"), file))
    assert (mask.getpixel((0, 0)), mask.getpixel((127, 0))) == (255, 0)


@pytest.mark.parametrize("kind", ["GIF", "BMP", None])
def test_only_a_png_file_is_an_input(tmp_path, kind):
    file = tmp_path / "picture"
    if kind:
        saved(halves("red", "blue"), file, kind)
    with pytest.raises(images.Unreadable):
        images.opened(str(file))


async def test_pictures_are_lent_to_the_process_and_not_sent():
    generator = Diffusers(Open(model="a/model"), [])
    picture, mask = picture_input(halves("red", "blue")), picture_input(halves("black", "white"))
    drawing = asyncio.create_task(generator.generate(brief(inputs=[picture], mask=mask), progress=Watcher()))
    draw = (await generator._jobs.get()).draw
    lent = [Path(draw.image), Path(draw.mask)]
    assert [file.read_bytes() for file in lent] == [picture.data, mask.data]
    drawing.cancel()
    await asyncio.wait([drawing])
    assert not any(file.exists() for file in lent)


@pytest.mark.parametrize(
    ("error", "reason", "fatal"),
    [
        (MemoryError(), Reason.OUT_OF_MEMORY, False),
        (torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB"), Reason.OUT_OF_MEMORY, False),
        (RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"), Reason.OUT_OF_MEMORY, False),
        (RuntimeError("MPS backend out of memory"), Reason.OUT_OF_MEMORY, False),
        (RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling"), Reason.OUT_OF_MEMORY, False),
        (ValueError("the prompt is out of memory"), Reason.PIPELINE_FAILED, False),
        (torch.AcceleratorError("CUDA error: an illegal memory access", 700), Reason.PIPELINE_FAILED, True),
        (images.Unreadable("no picture"), Reason.UNREADABLE_INPUT, False),
    ],
)
def test_a_failure_is_called_by_its_reason(error, reason, fatal):
    assert (failing.reason_of(error), failing.is_fatal(error)) == (reason, fatal)


def test_a_preview_that_cannot_be_made_costs_no_picture(models, monkeypatch):
    studio = load(find(Open(model=str(models / "sd"), device="cpu", steps=3, preview_steps=1)))
    monkeypatch.setattr(studio._text.vae, "decode", broken_once(studio._text.vae.decode))
    told = []
    draw = Draw(number=1, prompt="", width=64, height=64, seed=1)
    assert isinstance(studio.draw(draw, tell=told.append, is_cancelled=lambda: False), Drawn)
    assert [step.preview for step in told] == [None] * 3


def broken_once(decode):
    calls = []

    def broken(*given, **more):
        calls.append(given)
        if len(calls) == 1:
            raise TypeError("this is no picture")
        return decode(*given, **more)

    return broken


def test_what_the_models_safety_checker_blackens_is_refused(models, monkeypatch):
    studio = load(find(Open(model=str(models / "sd"), device="cpu", steps=1)))
    pipeline = type(studio._text)
    monkeypatch.setattr(pipeline, "run_safety_checker", lambda _, image, *__: (image, [True]))
    outcome = studio.draw(
        Draw(number=1, prompt="", width=64, height=64, seed=1), tell=lambda _: None, is_cancelled=lambda: False
    )
    assert isinstance(outcome, Failed)
    assert outcome.reason is Reason.SAFETY_CHECKER


def test_a_message_comes_out_as_it_went_in():
    draw = Draw(number=3, prompt="猫\x00", width=5, height=6, seed=2**40, image="/proc/1/fd/2")
    assert to_process(frame(draw)[4:]) == draw


def test_the_libraries_are_told_neither_keys_nor_to_use_the_network():
    given = {"HELIOGRAPH_API_KEYS": "secret", "PATH": "/bin", "HF_HOME": "/models", "PYTHONPATH": "/elsewhere"}
    alone = environment(given, download=False)
    assert not any(name.startswith("HELIOGRAPH_") for name in alone)
    assert (alone["PATH"], alone["HF_HOME"], alone["HF_HUB_OFFLINE"]) == ("/bin", "/models", "1")
    assert alone["PYTHONPATH"].endswith(":/elsewhere")
    assert "HF_HUB_OFFLINE" not in environment(given, download=True)
