"""Wording: whether a task's prompt is to be put in better words, and what has come of that."""

import json
from dataclasses import dataclass, field

from heliograph.domain.task import Task

ENHANCED, NOT_ENHANCED = "enhanced", "not_enhanced"
"""Entries of the timeline."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A prompt as it is drawn; `event` and `detail` are the entry of the timeline that tells how it came about."""

    prompt: str = field(repr=False)
    event: str
    detail: str


def is_to_be_enhanced(task: Task) -> bool:
    """Whether the caller has asked for it (`isEnhance`) and there is a prompt."""
    # Most have not asked: for them no JSON is read.
    asked = '"isEnhance":true' in task.params and json.loads(task.params).get("isEnhance") is True
    return asked and bool(task.prompt.strip())


def is_edit(task: Task) -> bool:
    """Whether the prompt is about pictures that the caller has given."""
    params = json.loads(task.params)
    return bool(params.get("fileUrl")) or any(params.get("filesUrl") or ())
