"""Cuts a prompt into quoted texts and words, whatever characters it is made of."""

import re
import unicodedata
from dataclasses import dataclass

LONGEST_READ = 4000
LONGEST_TEXT = 120
MOST_TEXTS = 4

QUOTED = re.compile(
    r'"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|(?<!\w)[\'‘]([^\'’]{2,}(?:[\'’](?=\w)[^\'’]*)*)[\'’](?!\w)'
)
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[,.;:!?]|[^\w\s]|\x00")
PAUSES = frozenset(",.;:!?")
JOINERS = dict.fromkeys(map(ord, "\ufe0e\ufe0f\u200d\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"))


@dataclass(frozen=True, slots=True)
class Cut:
    words: tuple[str, ...]
    texts: tuple[str, ...]
    shortened: bool


def clean(text: str) -> str:
    """The text with only characters that XML and UTF-8 can carry."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(c if c.isprintable() and c not in "\ufffe\uffff" else " " for c in whole)


def cut(prompt: str) -> Cut:
    read = clean(prompt[:LONGEST_READ])
    texts = tuple(_squeezed(next(filter(None, found))) for found in QUOTED.findall(read))
    rest = QUOTED.sub(" \x00 ", read)
    plain = unicodedata.normalize("NFKC", rest).lower().translate(JOINERS).replace("-", " ")
    words = tuple(word.replace("’", "'") for word in WORD.findall(plain))
    return Cut(words, tuple(text for text in texts if text)[:MOST_TEXTS], len(prompt) > LONGEST_READ)


def _squeezed(text: str) -> str:
    short = " ".join(text.split())
    return short if len(short) <= LONGEST_TEXT else short[: LONGEST_TEXT - 1].rstrip() + "…"
