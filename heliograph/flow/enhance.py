"""Enhance: a prompt gets better words where its caller wants that; if that fails it is drawn as it was submitted."""

from heliograph.domain.errors import EnhancerFailed
from heliograph.domain.task import Task
from heliograph.domain.wording import ENHANCED, NOT_ENHANCED, Wording, is_edit
from heliograph.ports import PromptEnhancer


async def enhance(task: Task, *, enhancer: PromptEnhancer) -> Wording:
    """What to draw, and what the timeline says of it."""
    try:
        words = await enhancer.enhance(task.prompt, is_edit=is_edit(task))
    except EnhancerFailed as error:
        return as_submitted(task, enhancer, str(error))
    detail = f"{enhancer.name}: nothing to add" if words.prompt == task.prompt else enhancer.name
    usage = {f"enhancer_{name}": count for name, count in words.usage.items()}
    return Wording(words.prompt, ENHANCED, detail, usage)


def as_submitted(task: Task, enhancer: PromptEnhancer, why: str) -> Wording:
    return Wording(task.prompt, NOT_ENHANCED, f"{enhancer.name}: {why}; drawn as submitted")
