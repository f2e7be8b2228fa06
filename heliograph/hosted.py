"""Hosted: the generator and the enhancer that call somebody's API, composed only where the settings name them."""

from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from typing import TYPE_CHECKING

from heliograph.adapters.egress.certificates import trusting
from heliograph.adapters.enhancers.rules import RulesEnhancer
from heliograph.domain.errors import SettingsError
from heliograph.ports import Clock, Generator, Observer, PromptEnhancer
from heliograph.settings import Settings

if TYPE_CHECKING:
    from openai import AsyncOpenAI


def openai_generator(settings: Settings, stack: AsyncExitStack, *, clock: Clock, observer: Observer) -> Generator:
    """Closed with the stack. Raises `SettingsError` for what is missing."""
    if not settings.openai_api_key:
        raise SettingsError(
            "the generator openai needs a key: set HELIOGRAPH_OPENAI_API_KEY, to any word if your server asks for none"
        )
    with _extra_of("openai", "the generator openai"):
        from heliograph.adapters.generators.openai.generator import OpenAIImages  # noqa: PLC0415
        from heliograph.adapters.generators.openai.request import Manner  # noqa: PLC0415
    client = _client(
        settings, stack, settings.openai_api_key, settings.openai_base_url, settings.openai_timeout_seconds
    )
    manner = Manner(
        model=settings.openai_model,
        quality=settings.openai_quality,
        previews=settings.openai_previews,
        options=settings.openai_options,
    )
    return OpenAIImages(client, manner, timeout_seconds=settings.openai_timeout_seconds, clock=clock, observer=observer)


def enhancer_of(settings: Settings, stack: AsyncExitStack, *, observer: Observer) -> PromptEnhancer:
    """The chat model of the settings, or the rules. Raises `SettingsError` for what is missing."""
    if not settings.enhancer_model:
        return RulesEnhancer()
    elsewhere = settings.enhancer_base_url not in ("", settings.openai_base_url)
    # A key is for one API: no other is sent it because of what is missing.
    key = settings.enhancer_api_key or ("" if elsewhere else settings.openai_api_key)
    if not key:
        raise SettingsError(
            "HELIOGRAPH_ENHANCER_MODEL needs a key: set HELIOGRAPH_ENHANCER_API_KEY, to any word if your server asks "
            "for none"
        )
    with _extra_of("openai", "HELIOGRAPH_ENHANCER_MODEL"):
        from heliograph.adapters.enhancers.chat import ChatEnhancer  # noqa: PLC0415
    seconds = settings.enhancer_timeout_seconds
    client = _client(settings, stack, key, settings.enhancer_base_url or settings.openai_base_url, seconds)
    return ChatEnhancer(client, model=settings.enhancer_model, timeout_seconds=seconds, observer=observer)


def _client(settings: Settings, stack: AsyncExitStack, key: str, base_url: str, seconds: float) -> "AsyncOpenAI":
    from heliograph.adapters.openai_sdk import connected  # noqa: PLC0415  # an extra, and slow to import

    trust = trusting(settings.egress_ca_bundle)
    client = connected(key=key, base_url=base_url, timeout_seconds=seconds, trust=trust, proxy=settings.egress_proxy)
    stack.push_async_callback(client.close)
    return client


@contextmanager
def _extra_of(name: str, what: str) -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        raise SettingsError(f"{what} needs the extra {name} ({error}): pip install 'heliograph[{name}]'") from None
