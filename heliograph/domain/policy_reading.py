"""How a prompt is read for the content policy: its words in one spelling, and the ages that it names."""

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence

ADULT_YEARS = 18

_LIGATURES = re.compile("[\ufdf0-\ufdff]")
"""Each stands for up to eighteen letters, none of which is Latin."""
_INVISIBLE = re.compile("[\u00ad\u0300-\u036f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
"""Soft hyphens, accents, and what has no width."""
_APOSTROPHES = re.compile("['\u2019\u02bc`]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_FRACTIONS = re.compile(r"(?<=\d)[.,]\d+")
_WORDS = re.compile(r"[@$]?[^\W_]+(?:[@$!|][^\W_]+)*")
_SPACED = re.compile(r"(?<![^\W_])[^\W_][\W_]+[^\W_][\W_]+[^\W_](?![^\W_])")
_LEET = str.maketrans("013457@$!|", "oieastasil")
_IS_LEET = re.compile(r"(?=.*[a-z])(?=.*[0-9@$!|])")
_LEET_LENGTH = 40
"""Nobody writes a longer word so."""
_LONGEST_SPACED = 24
"""Letters of a word that is written letter by letter."""
_ARTICLES = frozenset("ai")

_UNITS = "one two three four five six seven eight nine ten eleven twelve"
_TEENS = "thirteen fourteen fifteen sixteen seventeen"
_NUMBERS = {word: number for number, word in enumerate(f"{_UNITS} {_TEENS}".split(), start=1)}
_LARGE = frozenset(("hundred", "thousand", "million"))
_TENS = _LARGE | {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
_GLUED_AGE = re.compile(r"([0-9]{1,2})(yo|yos|yearold|yearsold|yrold|y|yr|yrs|year|years)")
_SAYS_OLD = frozenset(("yo", "yos", "yearold", "yearsold", "yrold"))
_YEARS = frozenset(("y", "yr", "yrs", "year", "years"))
_SHORTER = frozenset(("month", "months", "week", "weeks", "day", "days"))
_OLD = frozenset(("old", "olds", "o", "young"))
_PEOPLE = frozenset(("girl", "girls", "boy", "boys"))
_THINGS = frozenset(("beard", "stubble", "whisky", "whiskey", "scotch", "bourbon", "rum", "wine", "cheese"))
"""What has an age in years, and is found beside people."""
_AGE = frozenset(("age", "aged", "ages"))
_MAY_BE_AGE = re.compile(rf"[0-9]{{1,2}}(?![0-9])|(?:{'|'.join([*_AGE, *_NUMBERS])})\Z")
_BETWEEN = frozenset(("of", "is", "about", "around", "just", "only"))


def words_of(text: str, known: Container[str]) -> list[str]:
    """The words in lower case and plain letters; one in another spelling of a `known` word is given as that.

    Takes time in proportion to the text, whatever is in it.
    """
    text = _smoothed(text)
    words = [word if word.isalpha() else _plain(word, known) for word in _WORDS.findall(text)]
    return list(_with_spaced_joined(words, known)) if _SPACED.search(text) else words


def names_age_below(years: int, words: Sequence[str]) -> bool:
    """Whether somebody is said to be younger than that: "15yo", "16 year old", "aged 12", "eight-month-old"."""
    return any(_age_at(place, words, years) for place, word in enumerate(words) if _MAY_BE_AGE.match(word))


def _smoothed(text: str) -> str:
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKD", _LIGATURES.sub(" ", text)))
    text = _APOSTROPHES.sub("", text.casefold())
    return _FRACTIONS.sub("", _THOUSANDS.sub("", text))


def _plain(word: str, known: Container[str]) -> str:
    if word in known or len(word) > _LEET_LENGTH or not _IS_LEET.match(word):
        return word
    plain = word.translate(_LEET)
    return plain if plain in known else word


def _with_spaced_joined(words: Sequence[str], known: Container[str]) -> Iterator[str]:
    """Letters that stand alone become the word that they spell, after an article too, where that word is known."""
    place = 0
    while place < len(words):
        end = place
        while end < len(words) and len(words[end]) == 1 and end - place < _LONGEST_SPACED:
            end += 1
        if end == place:
            yield words[place]
            place += 1
            continue
        letters = list(words[place:end])
        if letters[0] in _ARTICLES and _plain("".join(letters[1:]), known) in known:
            yield letters.pop(0)
        joined = _plain("".join(letters), known)
        yield from [joined] if joined in known else letters
        place = end


def _age_at(place: int, words: Sequence[str], years: int) -> bool:
    word = words[place]
    if word in _AGE:
        said = _number(words, place + 1 + int(_word(words, place + 1) in _BETWEEN))
        return said is not None and said < years
    if glued := _GLUED_AGE.fullmatch(word):
        digits, unit = glued.groups()
        return int(digits) < years and (unit in _SAYS_OLD or _word(words, place + 1) in _OLD | _PEOPLE)
    number = _number(words, place)
    if number is None or _goes_on(place, words):
        return False
    return _is_age(number, _word(words, place + 1), _word(words, place + 2), _word(words, place + 3), years)


def _is_age(number: int, unit: str, following: str, last: str, years: int) -> bool:
    says_old = (following in _OLD and last not in _THINGS) or (following == "of" and last == "age")
    if unit in _SAYS_OLD or (unit in _YEARS and (says_old or following in _PEOPLE)):
        return number < years
    return unit in _SHORTER and says_old


def _number(words: Sequence[str], place: int) -> int | None:
    """A number of at most two digits, or its name up to seventeen."""
    word = _word(words, place)
    if word.isascii() and word.isdigit():
        return int(word) if len(word) <= 2 else None  # noqa: PLR2004  # an age of more digits is no minor's
    return _NUMBERS.get(word)


def _goes_on(place: int, words: Sequence[str]) -> bool:
    """Whether the number is the end of a larger one: "twenty five", "two hundred and five"."""
    if words[place] not in _NUMBERS:
        return False
    before = ["", "", *words[max(0, place - 2) : place]]
    return before[-1] in _TENS or (before[-1] == "and" and before[-2] in _LARGE)


def _word(words: Sequence[str], place: int) -> str:
    return words[place] if place < len(words) else ""
