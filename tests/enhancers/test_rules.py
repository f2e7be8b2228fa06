"""What the rules add to a prompt, and that they leave alone what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heliograph.adapters.enhancers.rules import CHARACTERS_ENOUGH, WORDS_ENOUGH, RulesEnhancer, enhanced
from heliograph.adapters.generators.illustrator import explain

PROMPTS = [
    "a red bicycle leaning on a white wall",
    "three cats on a sofa",
    "a lighthouse",
    "two birds over a village",
    'a sign that says "open"',
    "A dog. It sits under a tree!",
    "a castle on a hill in winter",
    "a fish in an aquarium, a lamp beside it",
]


FINE, LIGHT, COLOURS = "finely detailed", "soft and even light", "natural colours"
NEAR, WIDE = "a balanced composition", "a wide and balanced composition"


@pytest.mark.parametrize(
    ("prompt", "added"),
    [
        ("a cat", [FINE, LIGHT, COLOURS, NEAR]),
        ("a cat at night", [FINE, COLOURS, NEAR]),
        ("a cat in the Golden Hour", [FINE, COLOURS, NEAR]),
        ("a photo of a cat", [LIGHT, COLOURS, NEAR]),
        ("a cat, close-up", [FINE, LIGHT, COLOURS]),
        ("a black and white cat", [FINE, LIGHT, NEAR]),
        ("a cat on a beach", [FINE, LIGHT, COLOURS, WIDE]),
        ("a cat without shadows", [FINE, COLOURS, NEAR]),
        ("a logo of a cat", [NEAR]),
        ("a detailed photo of a cat at dusk, vivid colours, wide shot", []),
    ],
)
def test_what_a_prompt_says_nothing_of_is_added(prompt, added):
    assert enhanced(prompt) == ", ".join([prompt, *added])


@pytest.mark.parametrize(
    ("prompt", "begins"),
    [
        ("a cat,  \n", "a cat, finely detailed, "),
        ("a cat.", "a cat. Finely detailed, "),
        ('a sign that says "hello"', 'a sign that says "hello" Finely detailed, '),
        ("a cat (old)", "a cat (old), finely detailed, "),
    ],
)
def test_nothing_slips_into_what_was_said(prompt, begins):
    assert enhanced(prompt).startswith(begins)


@pytest.mark.parametrize(
    "prompt",
    [
        "",
        "  ",
        "🌊🌊",
        "12345",
        "кошка на диване",
        "猫がソファに座っている",
        "word " * WORDS_ENOUGH,
        "a" * CHARACTERS_ENOUGH,
    ],
)
def test_long_prompts_and_those_that_the_rules_cannot_read_stay_as_they_are(prompt):
    assert enhanced(prompt) == prompt


async def test_a_prompt_about_a_given_picture_stays_as_it_is():
    assert (await RulesEnhancer().enhance("make the sky red", is_edit=True)).prompt == "make the sky red"
    assert (await RulesEnhancer().enhance("a cat", is_edit=False)).prompt == enhanced("a cat")


@given(st.text(max_size=120))
def test_what_was_said_comes_first_word_for_word_and_the_same_is_always_added(prompt):
    better = enhanced(prompt)
    assert better.startswith(prompt.rstrip(" \t\r\n,;:"))
    assert better == enhanced(prompt)
    if better != prompt:
        assert enhanced(better) == better, "what has been added is not added again"


@pytest.mark.parametrize("prompt", PROMPTS)
def test_the_built_in_generator_draws_the_same_scene(prompt):
    better = enhanced(prompt)
    assert better != prompt
    assert explain(better).scene == explain(prompt).scene
