"""What may pass: prompts by the rules, pictures by the classifier and its threshold."""

import json

import pytest

from heliograph.domain.errors import ClassifierFailed
from heliograph.domain.inputs import Inputs
from heliograph.domain.picture import InputImage, Pictures
from heliograph.domain.policy import Category
from heliograph.domain.task import FailureKind
from heliograph.flow.screen import Screen, screen_inputs, screen_outputs, screen_prompt
from tests.fakes import ScriptedClassifier
from tests.samples import a_task

A, B, M = "https://a.test/a.png?key=secret", "https://b.test/b.png", "https://a.test/m.png"


def screen(classifier, threshold=0.8):
    return Screen(classifier=classifier, threshold=threshold)


def image(data):
    return InputImage(data=data, width=1, height=1)


def a_task_from(**params):
    return a_task(params=json.dumps(params))


def test_a_prompt_passes_or_is_refused_by_what_is_configured():
    assert screen_prompt("a nude statue", screen=Screen()) is None
    refusal = screen_prompt("a nude statue", screen=Screen(categories=frozenset({Category.SEXUAL})))
    assert (refusal.kind, "(sexual)" in refusal.message) == (FailureKind.PROMPT_REFUSED, True)
    assert screen_prompt("a nude child", screen=Screen()).kind is FailureKind.PROMPT_REFUSED


def test_a_prompt_that_was_put_in_other_words_is_told_so():
    assert "isEnhance" not in screen_prompt("a nude child", screen=Screen()).message
    assert "isEnhance" in screen_prompt("a nude child", screen=Screen(), is_reworded=True).message


@pytest.mark.parametrize(("score", "passes"), [(0.0, True), (0.79, True), (0.8, False), (1.0, False)])
async def test_a_picture_passes_below_the_threshold(score, passes):
    found = await screen_outputs(Pictures(images=[b"one"]), screen=screen(ScriptedClassifier({b"one": score})))
    assert (list(found.scores), found.refusal is None) == ([score], passes)


async def test_one_refused_variant_refuses_the_task_and_all_are_judged():
    classifier = ScriptedClassifier({b"two": 0.9, b"four": 0.95})
    pictures = Pictures(images=[b"one", b"two", b"three", b"four"])
    found = await screen_outputs(pictures, screen=screen(classifier))
    assert found.refusal.kind is FailureKind.OUTPUT_REFUSED
    assert "picture 2 of 4" in found.refusal.message
    assert classifier.asked == [b"one", b"two", b"three", b"four"]


@pytest.mark.parametrize(
    ("params", "refused", "words"),
    [
        (
            {"filesUrl": [A, B]},
            b"1",
            "The image content in filesUrl violates content policy: https://a.test/a.png: the",
        ),
        (
            {"filesUrl": [A, B]},
            b"2",
            "The image content in filesUrl violates content policy: https://b.test/b.png: the",
        ),
        ({"fileUrl": A}, b"1", "The image content in fileUrl violates content policy: https://a.test/a.png: the"),
        (
            {"filesUrl": [A], "maskUrl": M},
            b"m",
            "The image content in maskUrl violates content policy: https://a.test/m",
        ),
    ],
)
async def test_a_refused_input_is_told_with_its_field_and_its_url_without_the_query(params, refused, words):
    images = [image(b"1"), image(b"2")][: len(params.get("filesUrl", "x"))]
    inputs = Inputs(images, image(b"m") if "maskUrl" in params else None)
    found = await screen_inputs(a_task_from(**params), inputs, screen=screen(ScriptedClassifier({refused: 1.0})))
    assert found.refusal.kind is FailureKind.INPUT_REFUSED
    assert found.refusal.message.startswith(words)
    assert "secret" not in found.refusal.message


async def test_inputs_that_pass_are_all_judged():
    classifier = ScriptedClassifier()
    inputs = Inputs([image(b"1")], image(b"m"))
    found = await screen_inputs(a_task_from(filesUrl=[A], maskUrl=M), inputs, screen=screen(classifier))
    assert (found.scores, found.refusal, classifier.asked) == ([0.0, 0.0], None, [b"1", b"m"])


async def test_without_a_classifier_every_picture_passes():
    found = await screen_outputs(Pictures(images=[b"one"]), screen=Screen())
    assert (found.scores, found.refusal) == ([], None)


async def test_a_picture_that_cannot_be_judged_is_no_picture_that_passes():
    classifier = ScriptedClassifier({b"one": ClassifierFailed("it was killed")})
    with pytest.raises(ClassifierFailed, match="it was killed"):
        await screen_outputs(Pictures(images=[b"one"]), screen=screen(classifier))
