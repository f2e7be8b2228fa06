"""The content policy: what a prompt is refused for, by rules over its words, and how a refusal is put."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from heliograph.domain import policy_terms as terms
from heliograph.domain.contract import REFUSED_BY_POLICY
from heliograph.domain.policy_reading import ADULT_YEARS, names_age_below, words_of
from heliograph.domain.task import Failure, FailureKind

RULES = "the rules of this server"
CLASSIFIER = "the image classifier of this server"
"""Who has flagged something, where it was no generator."""


class Category(StrEnum):
    """What may be refused. The first always is; the operator chooses among the others."""

    SEXUAL_MINORS = "sexual_minors"
    SEXUAL = "sexual"
    GORE = "gore"
    SELF_HARM = "self_harm"
    HATE = "hate"
    EXTREMISM = "extremism"


ALWAYS = frozenset({Category.SEXUAL_MINORS})
CONFIGURABLE = tuple(category for category in Category if category not in ALWAYS)


@dataclass(frozen=True, slots=True)
class Rule:
    """Refuses what holds one of `terms`, and with `beside` only what holds one of those too, wherever they stand."""

    category: Category
    terms: frozenset[str]
    beside: frozenset[str] = field(default_factory=frozenset)


RULE_SET = (
    Rule(Category.SEXUAL_MINORS, terms.ABUSE_OF_MINORS),
    Rule(Category.SEXUAL_MINORS, terms.EXPLICIT | terms.SUGGESTIVE, beside=terms.MINORS),
    Rule(Category.SEXUAL, terms.EXPLICIT),
    Rule(Category.GORE, terms.GORE),
    Rule(Category.SELF_HARM, terms.SELF_HARM),
    Rule(Category.HATE, terms.HATE),
    Rule(Category.EXTREMISM, terms.EXTREMISM),
)
"""An age below 18 counts as one of the terms for minors."""

_A_MINOR = "under 18"
"""The term that an age stands for."""

_MEANINGS: Mapping[Category, tuple[str, str]] = {
    Category.SEXUAL_MINORS: (
        "sexual content with minors",
        "take out what is sexual, or what says that somebody is under 18",
    ),
    Category.SEXUAL: ("sexual content", "take out what is sexual or naked"),
    Category.GORE: ("gore", "take out what is said of mutilated bodies"),
    Category.SELF_HARM: ("self-harm", "take out what is said of suicide or self-injury"),
    Category.HATE: ("hate", "take out slurs, and what is said against a people or a faith"),
    Category.EXTREMISM: ("extremism", "take out what is said of terrorism, or for it"),
}


def flagged(prompt: str, categories: Collection[Category] = ()) -> Category | None:
    """The first category, of those that are always refused and of these, for which a rule refuses the prompt.

    Takes time in proportion to the prompt. Knows words, and nothing of what they mean together.
    """
    words = words_of(prompt, _KNOWN)
    found = set(_found(words))
    wanted = ALWAYS.union(categories)
    for rule in RULE_SET:
        if rule.category in wanted and not found.isdisjoint(rule.terms) and _is_beside(rule, found, words):
            return rule.category
    return None


def prompt_refused(category: Category, *, is_reworded: bool = False) -> Failure:
    """By the rules; `is_reworded` where it was not the prompt that was submitted but what `isEnhance` made of it."""
    meaning, cure = _MEANINGS[category]
    if is_reworded:
        meaning = f"{meaning}, in the better words that isEnhance put it in"
        cure = f"send it without isEnhance, or {cure}"
    kind = FailureKind.PROMPT_REFUSED
    said = f"{REFUSED_BY_POLICY.format(who=RULES)}: {meaning} ({category}): {cure}"
    return Failure(kind, said, str(kind))


def output_refused(number: int, count: int) -> Failure:
    """By the classifier: the picture of that number, from 1, among so many."""
    kind, which = FailureKind.OUTPUT_REFUSED, f"picture {number} of {count}" if count > 1 else "the picture"
    said = f"{REFUSED_BY_POLICY.format(who=CLASSIFIER)}: {which} that was drawn looks like sexual content: "
    return Failure(kind, f"{said}change the prompt or the images in filesUrl, or submit it again", str(kind))


def _is_beside(rule: Rule, found: set[str], words: Sequence[str]) -> bool:
    if not rule.beside or not found.isdisjoint(rule.beside):
        return True
    return _A_MINOR in rule.beside and names_age_below(ADULT_YEARS, words)


def _found(words: Sequence[str]) -> Iterator[str]:
    """The terms that are there; what a longer phrase covers counts for nothing where that phrase is harmless."""
    covered_to = 0
    for place, word in enumerate(words):
        if word not in _FIRST_WORDS or place < covered_to:
            continue
        for phrase, term in _starting_with(words[place : place + 2]):
            if len(phrase) <= 2 or tuple(words[place : place + len(phrase)]) == phrase:  # noqa: PLR2004  # both are known
                if term in terms.HARMLESS:
                    covered_to = place + len(phrase)
                    break
                yield term


def _starting_with(two: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The longest first."""
    yield from _BY_START.get(tuple(two), ())
    if len(two) > 1:
        yield from _BY_START.get((two[0],), ())


def _by_start() -> dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]]:
    """All that is listed, by its first two words, or by its one."""
    listed = terms.HARMLESS.union(*(rule.terms | rule.beside for rule in RULE_SET))
    found: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
    for term in sorted(listed):
        for spelling in _with_plural(term):
            phrase = tuple(spelling.split())
            found.setdefault(phrase[:2], []).append((phrase, term))
    for phrases in found.values():
        phrases.sort(key=lambda entry: len(entry[0]), reverse=True)
    return found


def _with_plural(term: str) -> Iterator[str]:
    yield term
    yield f"{term}s"
    if term.endswith("y"):
        yield f"{term[:-1]}ies"


_BY_START = _by_start()
_FIRST_WORDS = frozenset(start[0] for start in _BY_START)
_KNOWN = frozenset(word for phrases in _BY_START.values() for phrase, _ in phrases for word in phrase)
