import pytest

from heliograph.domain.concurrency import Concurrency


@pytest.mark.parametrize(
    ("text", "name", "own", "at_once"),
    [
        ("2", "any", None, 2),
        ("7", "any", None, 7),
        ("7", "rehearsal", 1000, 1000),
        ("openai=8,illustrator=3", "openai", None, 8),
        ("openai=8, illustrator = 3", "illustrator", None, 3),
        ("openai=8", "illustrator", None, 2),
        ("4,openai=8", "illustrator", None, 4),
        ("rehearsal=1", "rehearsal", 1000, 1),
        ("diffusers=9", "diffusers", 1, 1),
    ],
)
def test_each_generator_has_its_number(text, name, own, at_once):
    assert Concurrency.parse(text).of(name, own) == at_once


@pytest.mark.parametrize("text", ["0", "-1", "x", "openai=", "openai=0", "=3", "openai=1.5", "openai:8", "2 3"])
def test_anything_else_is_refused_with_an_example(text):
    with pytest.raises(ValueError, match="write 2, or openai=8,illustrator=2"):
        Concurrency.parse(text)


@pytest.mark.parametrize("text", ["2", "4,openai=8,illustrator=3"])
def test_it_is_shown_as_it_is_written(text):
    assert str(Concurrency.parse(text)) == text
