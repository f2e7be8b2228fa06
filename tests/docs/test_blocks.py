"""Every code block in the README and below docs/ does what the page says."""

import pytest

from tests.docs.blocks import ROOT, Player, blocks_of, fits, pages_with_blocks


@pytest.mark.parametrize("page", pages_with_blocks(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_of_the_page_does_what_it_shows(page, tmp_path):
    with Player(tmp_path) as player:
        for block in blocks_of(page):
            player.play(block)


def test_every_fence_of_every_page_says_what_it_is():
    for page in pages_with_blocks():
        fences = sum(line.lstrip().startswith("```") for line in page.read_text().splitlines())
        assert fences == 2 * len(blocks_of(page)), f"{page} has a code block without an info string, or an open one"


@pytest.mark.parametrize(
    ("shown", "printed", "fitting"),
    [
        ({"a": "x…"}, {"a": "xyz"}, True),
        ({"a": "x…"}, {"a": "yz"}, False),
        ({"a": 1}, {"a": 1, "b": 2}, False),
        ({"a": 1795384309993}, {"a": 1895384309993}, True),
        ({"a": 1795384309993}, {"a": None}, False),
        ([1, 2], [1, 3], False),
        ("1.00", "0.50", False),
    ],
)
def test_an_output_fits_when_only_what_is_left_open_differs(shown, printed, fitting):
    assert fits(shown, printed) is fitting
