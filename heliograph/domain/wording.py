"""Wording: whether a task's prompt is to be put in better words, and what has come of that."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from heliograph.domain.task import Made, Task

ENHANCED, NOT_ENHANCED = "enhanced", "not_enhanced"
"""Entries of the timeline."""


@dataclass(frozen=True, slots=True)
class Words:
    """What an enhancer makes of a prompt; `usage` is what that cost, in the provider's own terms."""

    prompt: str = field(repr=False)
    usage: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wording:
    """A prompt as it is drawn; `event` and `detail` are the entry of the timeline that tells how it came about.

    `usage` is as in `Words`, each name with `enhancer_` before it.
    """

    prompt: str = field(repr=False)
    event: str
    detail: str
    usage: Mapping[str, int] = field(default_factory=dict)


def drawn_with(task: Task, wording: Wording) -> Task:
    """The task with the prompt that it is drawn with, and with what that has cost."""
    made = Made(usage=wording.usage) if wording.usage else task.made
    return replace(task, prompt=wording.prompt, made=made)


def is_to_be_enhanced(task: Task) -> bool:
    """Whether the caller has asked for it (`isEnhance`) and there is a prompt."""
    # Most have not asked: for them no JSON is read.
    asked = '"isEnhance":true' in task.params and json.loads(task.params).get("isEnhance") is True
    return asked and bool(task.prompt.strip())


def is_edit(task: Task) -> bool:
    """Whether the prompt is about pictures that the caller has given."""
    params = json.loads(task.params)
    return bool(params.get("fileUrl")) or any(params.get("filesUrl") or ())
