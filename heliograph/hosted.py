"""Hosted: the generator and the enhancer that call somebody's API, composed only where the settings name them."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from heliograph.adapters.egress.certificates import trusting
from heliograph.adapters.enhancers.rules import RulesEnhancer
from heliograph.domain.errors import SettingsError
from heliograph.ports import Clock, Generator, Observer, PromptEnhancer
from heliograph.settings import Settings

if TYPE_CHECKING:
    from openai import AsyncOpenAI

ANY_WORD = "to any word if your server asks for none"
LOOK_SECONDS = 10.0


def openai_generator(settings: Settings, stack: AsyncExitStack, *, clock: Clock, observer: Observer) -> Generator:
    """Closed with the stack. Raises `SettingsError` for what is missing."""
    client = _drawing_client(settings, stack)
    from heliograph.adapters.generators.openai.generator import OpenAIImages  # noqa: PLC0415
    from heliograph.adapters.generators.openai.request import Manner  # noqa: PLC0415

    manner = Manner(
        model=settings.openai_model,
        quality=settings.openai_quality,
        previews=settings.openai_previews if settings.keeps_previews else 0,
        options=settings.openai_options,
    )
    return OpenAIImages(client, manner, timeout_seconds=settings.openai_timeout_seconds, clock=clock, observer=observer)


def enhancer_of(settings: Settings, stack: AsyncExitStack, *, observer: Observer) -> PromptEnhancer:
    """The chat model of the settings, or the rules. Raises `SettingsError` for what is missing."""
    if not settings.enhancer_model:
        return RulesEnhancer()
    client = _enhancing_client(settings, stack)
    from heliograph.adapters.enhancers.chat import ChatEnhancer  # noqa: PLC0415

    seconds = settings.enhancer_timeout_seconds
    return ChatEnhancer(client, model=settings.enhancer_model, timeout_seconds=seconds, observer=observer)


async def models_of(settings: Settings) -> AsyncIterator[tuple[str, str | SettingsError]]:
    """Whether the API of each model that is set knows it, by asking, which costs nothing."""
    for name, is_set, model, client_of in (
        ("generator", "openai" in settings.generators, settings.openai_model, _drawing_client),
        ("enhancer", bool(settings.enhancer_model), settings.enhancer_model, _enhancing_client),
    ):
        if is_set:
            async with AsyncExitStack() as stack:
                try:
                    yield name, await _looked_up(client_of(settings, stack), model)
                except SettingsError as error:
                    yield name, error


async def _looked_up(client: "AsyncOpenAI", model: str) -> str:
    from openai import APIError, NotFoundError  # noqa: PLC0415  # an extra

    from heliograph.adapters.openai_sdk import said, status_of  # noqa: PLC0415

    where = client.base_url.host
    try:
        await client.models.retrieve(model, timeout=LOOK_SECONDS)
    except NotFoundError as error:
        if error.code == "model_not_found":
            raise SettingsError(f"{where} has no model {model}: set another") from None
        return f"{where} takes the key; it does not say which models it has"
    except APIError as error:
        raise SettingsError(f"{where} answered {status_of(error) or 'nothing'}: {said(error)}") from None
    return f"{where} takes the key and has the model {model}"


def _drawing_client(settings: Settings, stack: AsyncExitStack) -> "AsyncOpenAI":
    key, what = settings.openai_api_key, "the generator openai"
    if not key:
        raise SettingsError(f"{what} needs a key: set HELIOGRAPH_OPENAI_API_KEY, {ANY_WORD}")
    seconds = settings.openai_timeout_seconds
    return _client(settings, stack, what, key=key, base_url=settings.openai_base_url, seconds=seconds)


def _enhancing_client(settings: Settings, stack: AsyncExitStack) -> "AsyncOpenAI":
    elsewhere, what = settings.enhancer_base_url not in ("", settings.openai_base_url), "HELIOGRAPH_ENHANCER_MODEL"
    # A key is for one API: no other is sent it because of what is missing.
    key = settings.enhancer_api_key or ("" if elsewhere else settings.openai_api_key)
    if not key:
        raise SettingsError(f"{what} needs a key: set HELIOGRAPH_ENHANCER_API_KEY, {ANY_WORD}")
    base_url = settings.enhancer_base_url or settings.openai_base_url
    seconds = settings.enhancer_timeout_seconds
    return _client(settings, stack, what, key=key, base_url=base_url, seconds=seconds)


def _client(
    settings: Settings, stack: AsyncExitStack, what: str, *, key: str, base_url: str, seconds: float
) -> "AsyncOpenAI":
    try:
        from heliograph.adapters.openai_sdk import connected  # noqa: PLC0415  # an extra, and slow to import
    except ImportError as error:
        raise SettingsError(f"{what} needs the extra openai ({error}): pip install 'heliograph[openai]'") from None
    trust = trusting(settings.egress_ca_bundle)
    client = connected(key=key, base_url=base_url, timeout_seconds=seconds, trust=trust, proxy=settings.egress_proxy)
    stack.push_async_callback(client.close)
    return client
