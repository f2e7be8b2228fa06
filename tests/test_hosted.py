"""Which generator and which enhancer the settings give, and the sentence for each thing that is missing."""

import builtins
import sys
from contextlib import AsyncExitStack

import pytest

from heliograph.adapters.clock import SystemClock
from heliograph.domain.errors import SettingsError
from heliograph.hosted import enhancer_of, models_of, openai_generator
from heliograph.settings import Settings
from tests.fakes import RecordingObserver
from tests.generators.images_api import ImagesApi, error, raw

OURS = ("heliograph.adapters.openai_sdk", "heliograph.adapters.generators.openai", "heliograph.adapters.enhancers.chat")
GENERATOR = {"generator": "openai", "openai_api_key": "sk-one"}
ENHANCER = {"enhancer_model": "some-model"}


@pytest.fixture
async def stack():
    async with AsyncExitStack() as stack:
        yield stack


def generator(settings, stack):
    return openai_generator(settings, stack, clock=SystemClock(), observer=RecordingObserver())


def enhancer(settings, stack):
    return enhancer_of(settings, stack, observer=RecordingObserver())


async def test_the_generator_draws_as_the_settings_say(stack):
    own = {"openai_base_url": "http://127.0.0.1:9/v1", "openai_model": "m", "openai_quality": "low"}
    made = generator(Settings(**GENERATOR, **own, openai_previews=0, openai_options='{"background":"opaque"}'), stack)
    assert str(made._client.base_url) == "http://127.0.0.1:9/v1/"
    assert (made._client.api_key, made._client.max_retries) == ("sk-one", 0)
    manner = made._manner
    judged = generator(Settings(**GENERATOR, image_classifier="opennsfw"), stack)
    assert (Settings().openai_previews, judged._manner.previews) == (2, 0)
    assert (manner.model, manner.quality, manner.previews, manner.options) == ("m", "low", 0, {"background": "opaque"})
    await stack.aclose()
    assert made._client.is_closed()


async def test_without_its_key_the_generator_says_what_to_set(stack):
    with pytest.raises(SettingsError, match="set HELIOGRAPH_OPENAI_API_KEY, to any word if your server asks for none"):
        generator(Settings(generator="openai"), stack)


@pytest.mark.parametrize(
    ("make", "settings"), [(generator, GENERATOR), (enhancer, ENHANCER | {"enhancer_api_key": "sk-two"})]
)
async def test_without_the_extra_it_is_told_how_to_install_it(stack, monkeypatch, make, settings):
    real = builtins.__import__

    def missing(name, *args, **kwargs):
        if name == "openai" or name.startswith("openai."):
            raise ModuleNotFoundError("No module named 'openai'")
        return real(name, *args, **kwargs)

    for name in [name for name in sys.modules if name.partition(".")[0] == "openai" or name.startswith(OURS)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(SettingsError, match=r"No module named 'openai'.*pip install 'heliograph\[openai\]'"):
        make(Settings(**settings), stack)


async def test_without_a_model_prompts_are_enhanced_by_rules(stack):
    assert enhancer(Settings(), stack).name == "rules"


@pytest.mark.parametrize(
    ("settings", "key", "url"),
    [
        ({"openai_api_key": "sk-one"}, "sk-one", "https://api.openai.com/v1/"),
        ({"openai_api_key": "sk-one", "enhancer_api_key": "sk-two"}, "sk-two", "https://api.openai.com/v1/"),
        (
            {"enhancer_api_key": "sk-two", "enhancer_base_url": "http://127.0.0.1:9/v1"},
            "sk-two",
            "http://127.0.0.1:9/v1/",
        ),
        (
            {"openai_api_key": "sk-one", "openai_base_url": "http://127.0.0.1:9/v1"},
            "sk-one",
            "http://127.0.0.1:9/v1/",
        ),
    ],
)
async def test_the_enhancer_has_its_own_api_or_that_of_the_generator(stack, settings, key, url):
    made = enhancer(Settings(**ENHANCER, **settings), stack)
    assert (made.name, made._client.api_key, str(made._client.base_url)) == ("some-model", key, url)


@pytest.mark.parametrize("settings", [{}, {"openai_api_key": "sk-one", "enhancer_base_url": "http://127.0.0.1:9/v1"}])
async def test_a_key_is_never_sent_to_another_api_for_want_of_one(stack, settings):
    with pytest.raises(SettingsError, match="set HELIOGRAPH_ENHANCER_API_KEY"):
        enhancer(Settings(**ENHANCER, **settings), stack)


@pytest.fixture
async def api():
    async with ImagesApi() as api:
        yield api


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (raw(b'{"id": "gpt-image-2", "object": "model"}'), "127.0.0.1 takes the key and has the model gpt-image-2"),
        (raw(b"{}", status=404), "127.0.0.1 takes the key; it does not say which models it has"),
        (error(404, "model_not_found"), "127.0.0.1 has no model gpt-image-2: set another"),
        (error(401, "invalid_api_key", "Incorrect API key"), "127.0.0.1 answered 401: Incorrect API key"),
    ],
)
async def test_the_api_is_asked_whether_it_has_the_model(api, answer, told):
    api.answers = [answer]
    seen = [each async for each in models_of(Settings(**GENERATOR, openai_base_url=api.url))]
    assert [(name, str(what)) for name, what in seen] == [("generator", told)]
    assert [request.path for request in api.asked] == ["/v1/models/gpt-image-2"]


async def test_only_what_is_set_is_looked_at():
    assert [each async for each in models_of(Settings(openai_api_key="sk-one"))] == []
    nobody = Settings(**ENHANCER, enhancer_api_key="x", enhancer_base_url="http://127.0.0.1:1/v1")
    assert [(name, str(what)) async for name, what in models_of(nobody)] == [
        ("enhancer", "127.0.0.1 answered nothing: Connection error.")
    ]
    assert ["needs a key" in str(what) async for _, what in models_of(Settings(generator="openai"))] == [True]
