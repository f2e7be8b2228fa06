"""Screen: whether a prompt, what a task starts from, and what was drawn may pass the content policy."""

from collections.abc import Sequence
from dataclasses import dataclass

from heliograph.domain.inputs import Inputs, refused, sources_of
from heliograph.domain.picture import Pictures
from heliograph.domain.policy import Category, flagged, output_refused, prompt_refused
from heliograph.domain.task import Failure, Task
from heliograph.ports import ImageClassifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """What does not pass: prompts by the rules of `categories` and of those that are always refused.

    With a `classifier` also pictures of which it is sure by `threshold` (0 to 1) or more.
    """

    categories: frozenset[Category] = frozenset()
    classifier: ImageClassifier | None = None
    threshold: float = 1.0


@dataclass(frozen=True, slots=True)
class Screened:
    """How sure the classifier was of each picture, in their order, and the refusal if there is one."""

    scores: Sequence[float]
    refusal: Failure | None


def screen_prompt(prompt: str, *, screen: Screen, is_reworded: bool = False) -> Failure | None:
    """The refusal, if there is one; `is_reworded` where the prompt is not as it was submitted."""
    category = flagged(prompt, screen.categories)
    return prompt_refused(category, is_reworded=is_reworded) if category else None


async def screen_inputs(task: Task, inputs: Inputs, *, screen: Screen) -> Screened:
    """All images and the mask. Raises `ClassifierFailed`."""
    sources = sources_of(task.params)
    given = [*sources.images, *([sources.mask] if sources.mask else ())]
    images = [image.data for image in (*inputs.images, *([inputs.mask] if inputs.mask else ()))]
    scores = await _scores(images, screen)
    first = _first_refused(scores, screen)
    return Screened(scores, None if first is None else refused(given[first]))


async def screen_outputs(pictures: Pictures, *, screen: Screen) -> Screened:
    """All variants: one that is refused refuses the task. Raises `ClassifierFailed`."""
    scores = await _scores(pictures.images, screen)
    first = _first_refused(scores, screen)
    return Screened(scores, None if first is None else output_refused(first + 1, len(scores)))


async def _scores(images: Sequence[bytes], screen: Screen) -> list[float]:
    return [await screen.classifier.classify(image) for image in images] if screen.classifier else []


def _first_refused(scores: Sequence[float], screen: Screen) -> int | None:
    return next((place for place, score in enumerate(scores) if score >= screen.threshold), None)
