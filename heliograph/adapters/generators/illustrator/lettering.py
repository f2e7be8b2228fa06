"""Lettering: quoted text, broken into lines and sized so that it fits where it is written."""

from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

import font_source_sans_pro  # type: ignore[import-untyped]  # a font and nothing else
from PIL import ImageFont

FAMILY = "Source Sans Pro"
BOLD = Path(font_source_sans_pro.__path__[0]) / "files" / "SourceSansPro-Bold.ttf"
MEASURED_AT = 100
LINE_HEIGHT = 1.08
MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Fitted:
    lines: tuple[str, ...]
    size: float


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(BOLD), MEASURED_AT)


@cache
def _missing_glyph() -> bytes:
    return bytes(_font().getmask("\ue123"))


def width_of(text: str) -> float:
    """The width of a text in shares of its size."""
    return _font().getlength(text) / MEASURED_AT


def unwritable(text: str) -> tuple[str, ...]:
    """The characters that the font has no glyph for."""
    missing = _missing_glyph()
    return tuple(dict.fromkeys(c for c in text if not c.isspace() and bytes(_font().getmask(c)) == missing))


def fitted(text: str, width: float, height: float) -> Fitted:
    """The largest lettering that fits the box, in up to four lines."""
    tries = (_broken(text, count) for count in range(1, MOST_LINES + 1))
    return max((Fitted(lines, _size(lines, width, height)) for lines in tries), key=lambda fit: fit.size)


def _broken(text: str, count: int) -> tuple[str, ...]:
    """The words in at most this many lines of about the same width."""
    words, target = text.split(), width_of(text) / count
    lines = [words[0]] if words else [""]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if len(lines) < count and width_of(longer) > target * 1.08:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def _size(lines: tuple[str, ...], width: float, height: float) -> float:
    widest = max(width_of(line) for line in lines) or 1
    return min(width / widest, height / (LINE_HEIGHT * len(lines)))


def written(fit: Fitted, x: float, y: float, colour: str) -> str:
    """SVG text whose middle is at this point."""
    first = y - fit.size * LINE_HEIGHT * (len(fit.lines) - 1) / 2 + fit.size * 0.34
    return "".join(
        f'<text x="{x:.1f}" y="{first + i * fit.size * LINE_HEIGHT:.1f}" font-family="{FAMILY}" font-weight="700"'
        f' font-size="{fit.size:.1f}" text-anchor="middle" fill="{colour}">{escape(line)}</text>'
        for i, line in enumerate(fit.lines)
    )
