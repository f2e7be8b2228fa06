"""What becomes of a prompt that its caller wants in better words."""

import json

import pytest

from heliograph.domain.errors import EnhancerFailed
from heliograph.domain.wording import ENHANCED, NOT_ENHANCED, Wording, Words, is_edit, is_to_be_enhanced
from heliograph.flow.enhance import enhance
from tests.samples import a_task


class Enhancer:
    name = "a model"

    def __init__(self, answer, **usage):
        self.answer, self.usage, self.asked = answer, usage, []

    async def enhance(self, prompt, *, is_edit):
        self.asked.append((prompt, is_edit))
        if isinstance(self.answer, Exception):
            raise self.answer
        return Words(self.answer, self.usage)


def asking(prompt="a cat", **params):
    return a_task(prompt=prompt, params=json.dumps({"prompt": prompt} | params, separators=(",", ":")))


@pytest.mark.parametrize(
    ("task", "wanted"),
    [
        (asking(isEnhance=True), True),
        (asking(isEnhance=False), False),
        (asking(isEnhance=None), False),
        (asking(), False),
        (asking(prompt='"isEnhance":true'), False),
        (asking(prompt=" ", isEnhance=True), False),
        (asking(prompt="", isEnhance=True, filesUrl=["https://a.example/1.png"]), False),
    ],
)
def test_a_prompt_is_enhanced_where_there_is_one_and_the_caller_asks_for_it(task, wanted):
    assert is_to_be_enhanced(task) is wanted


@pytest.mark.parametrize(
    ("params", "edits"),
    [
        ({}, False),
        ({"filesUrl": []}, False),
        ({"filesUrl": [""], "fileUrl": ""}, False),
        ({"filesUrl": None}, False),
        ({"filesUrl": ["https://a.example/1.png"]}, True),
        ({"fileUrl": "https://a.example/1.png"}, True),
    ],
)
async def test_the_enhancer_is_told_whether_the_prompt_is_about_a_given_picture(params, edits):
    task, enhancer = asking(isEnhance=True, **params), Enhancer("a better cat")
    assert is_edit(task) is edits
    assert await enhance(task, enhancer=enhancer) == Wording("a better cat", ENHANCED, "a model")
    assert enhancer.asked == [("a cat", edits)]


async def test_where_there_is_nothing_to_add_the_timeline_says_so():
    assert await enhance(asking(), enhancer=Enhancer("a cat")) == Wording("a cat", ENHANCED, "a model: nothing to add")


async def test_what_better_words_cost_is_told_apart_from_what_pictures_do():
    wording = await enhance(asking(), enhancer=Enhancer("a better cat", total_tokens=9))
    assert wording.usage == {"enhancer_total_tokens": 9}


async def test_without_better_words_the_prompt_stays_and_the_timeline_says_why():
    wording = await enhance(asking(), enhancer=Enhancer(EnhancerFailed("no answer within 20 s")))
    assert wording == Wording("a cat", NOT_ENHANCED, "a model: no answer within 20 s; drawn as submitted")
