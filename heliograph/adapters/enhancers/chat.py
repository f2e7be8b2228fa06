"""A chat model as enhancer: OpenAI's, or that of any server that speaks its Chat Completions API."""

import asyncio
import re

from openai import APIError, AsyncOpenAI

from heliograph.adapters.openai_sdk import counted, said, status_of
from heliograph.domain.errors import EnhancerFailed
from heliograph.domain.wording import Words
from heliograph.ports import Observer

LIMIT_CHARACTERS = 4000
"""A longer answer is a chat, not a prompt."""

INSTRUCTIONS = """\
You put prompts for an image generator into better words. Keep everything that the prompt asks for: every
subject, number, colour, place, action, style and name. Text in quotation marks is to appear in the picture:
repeat it exactly. Add only what the prompt leaves open and a good picture needs, such as light, composition,
materials, mood and detail. Contradict nothing, and add no person, object or text of your own. If the prompt is
already detailed, change little. Write in the language of the prompt, in at most 120 words. Answer with the new
prompt alone: no introduction, no quotation marks around it, no list."""
ABOUT_AN_EDIT = """
This prompt says how a picture that the user has supplied, and that you cannot see, is to be changed. Make the
change clear and precise, say that everything else stays as it is, and describe nothing that you have not been
told."""

_THOUGHTS = re.compile(r"<think>.*?</think>", re.DOTALL | re.IGNORECASE)
_QUOTED = re.compile(r"\"([^\"]+)\"|“([^”]+)”|«([^»]+)»")
_OPERATORS = {
    401: ("invalid_key", "set HELIOGRAPH_ENHANCER_API_KEY to a good key"),
    402: ("billing", "the account of the enhancer has no credit left"),
    403: ("not_permitted", "the account may not use HELIOGRAPH_ENHANCER_MODEL"),
    404: ("no_such_model", "look at HELIOGRAPH_ENHANCER_MODEL and HELIOGRAPH_ENHANCER_BASE_URL"),
}
_BILLING = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})


class ChatEnhancer:
    """Answers within its time or not at all: a task does not wait long for better words."""

    def __init__(self, client: AsyncOpenAI, *, model: str, timeout_seconds: float, observer: Observer) -> None:
        self.name = model
        self._client = client
        self._timeout_seconds = timeout_seconds
        self._observer = observer

    async def enhance(self, prompt: str, *, is_edit: bool) -> Words:
        try:
            async with asyncio.timeout(self._timeout_seconds):
                answer, usage = await self._asked(prompt, is_edit=is_edit)
        except TimeoutError:
            raise EnhancerFailed(f"no answer within {self._timeout_seconds:g} s") from None
        except APIError as error:
            self._tell_operator(error)
            raise EnhancerFailed(f"answered {status_of(error) or 'nothing'} ({said(error)})") from error
        return Words(_checked(answer, prompt), usage)

    async def _asked(self, prompt: str, *, is_edit: bool) -> tuple[str, dict[str, int]]:
        """The answer, and what it cost."""
        completion = await self._client.chat.completions.create(
            model=self.name,
            messages=[
                {"role": "system", "content": INSTRUCTIONS + (ABOUT_AN_EDIT if is_edit else "")},
                {"role": "user", "content": prompt},
            ],
        )
        # A server that is only alike may leave out what the SDK takes for granted.
        choices = getattr(completion, "choices", None)
        if not choices:
            raise EnhancerFailed("the answer has no choices: does this server speak the Chat Completions API?")
        if choices[0].finish_reason in ("length", "content_filter"):
            raise EnhancerFailed(f"the answer was broken off ({choices[0].finish_reason})")
        usage = counted(completion.to_dict(warnings=False).get("usage"))
        return getattr(choices[0].message, "content", None) or "", usage

    def _tell_operator(self, error: APIError) -> None:
        status = 402 if error.code in _BILLING else status_of(error)
        if status in _OPERATORS:
            reason, cure = _OPERATORS[status]
            self._observer.generator_unusable("enhancer", reason, cure=cure, says=said(error))


def _checked(answer: str, prompt: str) -> str:
    """The answer as a prompt. Raises `EnhancerFailed` where it is none, or has lost what was to be written."""
    # A lone surrogate or a NUL fits into no database.
    text = _THOUGHTS.sub("", answer).encode(errors="replace").decode().replace("\0", "").strip()
    text = text.removeprefix("```").removesuffix("```").strip()
    if len(text) > 1 and (text[0], text[-1]) in (('"', '"'), ("“", "”")) and not prompt.lstrip().startswith(text[0]):
        text = text[1:-1].strip()
    if not text:
        raise EnhancerFailed("the answer is empty")
    if len(text) > LIMIT_CHARACTERS:
        raise EnhancerFailed(f"the answer has {len(text)} characters, of which {LIMIT_CHARACTERS} are allowed")
    for words in ("".join(found) for found in _QUOTED.findall(prompt)):
        if words.strip() not in text:
            raise EnhancerFailed("the answer has lost a text that was in quotation marks")
    return text
