"""The illustrator's page tells what the illustrator knows."""

from pathlib import Path

from heliograph.adapters.generators.illustrator.page import brought_up_to_date

PAGE = Path(__file__).parents[2] / "docs" / "illustrator.md"


def test_the_page_lists_every_word_that_is_known():
    page = PAGE.read_text(encoding="utf-8")
    assert page == brought_up_to_date(page), (
        "run: python -m heliograph.adapters.generators.illustrator.page docs/illustrator.md"
    )


def test_the_contact_sheet_is_there_and_small():
    sheet = PAGE.parent / "images" / "illustrator-sheet.png"
    assert 50_000 < sheet.stat().st_size < 1_500_000
