"""A chat model as enhancer, with the real SDK, and everything that it may do instead of answering well."""

import asyncio

import pytest
from aiohttp import web

from heliograph.adapters.enhancers.chat import LIMIT_CHARACTERS, ChatEnhancer
from heliograph.adapters.openai_sdk import connected
from heliograph.domain.errors import EnhancerFailed
from tests.fakes import RecordingObserver, until
from tests.generators.images_api import KEY, error, raw
from tests.generators.openai_world import TRUST


@pytest.fixture
async def observer():
    return RecordingObserver()


@pytest.fixture
async def enhancer(api, observer):
    client = connected(key=KEY, base_url=api.url, timeout_seconds=20, trust=TRUST)
    yield ChatEnhancer(client, model="some-model", timeout_seconds=20, observer=observer)
    await client.close()


def says(text, *, finish_reason="stop", **more):
    """An answer of the Chat Completions API."""
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": finish_reason}
    body = {"id": "1", "object": "chat.completion", "created": 1, "model": "some-model", "choices": [choice]} | more

    async def answer(_, __):
        return web.json_response(body)

    return answer


async def test_the_model_is_asked_for_better_words(api, enhancer):
    api.answers = [says("a red bicycle in soft morning light")]
    assert (await enhancer.enhance("a red bicycle", is_edit=False)).prompt == "a red bicycle in soft morning light"
    [asked] = api.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["Authorization"] == f"Bearer {KEY}"
    assert asked.fields["model"] == enhancer.name == "some-model"
    system, user = asked.fields["messages"]
    assert (system["role"], user) == ("system", {"role": "user", "content": "a red bicycle"})
    assert "that you cannot see" not in system["content"]


@pytest.mark.parametrize(
    ("told", "usage"),
    [
        (
            {"prompt_tokens": 9, "total_tokens": 12, "prompt_tokens_details": {"cached_tokens": 4}},
            {"prompt_tokens": 9, "total_tokens": 12, "prompt_cached_tokens": 4},
        ),
        (None, {}),
        ("much", {}),
    ],
)
async def test_what_the_model_says_that_it_cost_is_noted(api, enhancer, told, usage):
    api.answers = [says("a better cat", usage=told)]
    assert (await enhancer.enhance("a cat", is_edit=False)).usage == usage


async def test_the_model_is_told_of_a_picture_that_it_cannot_see(api, enhancer):
    api.answers = [says("make it blue")]
    await enhancer.enhance("blue", is_edit=True)
    assert "that you cannot see" in api.asked[0].fields["messages"][0]["content"]


@pytest.mark.parametrize(
    ("answer", "prompt"),
    [
        ("  a better cat\n", "a better cat"),
        ('"a better cat"', "a better cat"),
        ("“a better cat”", "a better cat"),
        ("```\na better cat\n```", "a better cat"),
        ("<think>What is a cat?\nHm.</think>\n\na better cat", "a better cat"),
        ("a better\0 cat \ud800", "a better cat ?"),
    ],
)
async def test_what_models_put_around_a_prompt_is_taken_off(api, enhancer, answer, prompt):
    api.answers = [says(answer)]
    assert (await enhancer.enhance("a cat", is_edit=False)).prompt == prompt


async def test_a_text_that_is_to_appear_in_the_picture_must_be_in_the_answer(api, enhancer):
    api.answers = [says('a shop sign with "Café 7" on it'), says("a shop sign")]
    assert (await enhancer.enhance('a sign "Café 7"', is_edit=False)).prompt == 'a shop sign with "Café 7" on it'
    with pytest.raises(EnhancerFailed, match="lost a text that was in quotation marks"):
        await enhancer.enhance('a sign "Café 7"', is_edit=False)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (says(""), "empty"),
        (says(None), "empty"),
        (says("<think>no end</think> "), "empty"),
        (says("a" * (LIMIT_CHARACTERS + 1)), "4001 characters, of which 4000 are allowed"),
        (says("a ca", finish_reason="length"), r"broken off \(length\)"),
        (says("", finish_reason="content_filter"), r"broken off \(content_filter\)"),
        (raw(b'{"choices": []}'), "does this server speak the Chat Completions API"),
        (raw(b"{}"), "does this server speak the Chat Completions API"),
        (raw(b"<html>", content_type="text/html"), "does this server speak the Chat Completions API"),
        (error(500), "answered 500"),
        (error(429, "rate_limit_exceeded", "slow down"), r"answered 429 \(slow down\)"),
    ],
)
async def test_whatever_is_no_prompt_is_a_failure_with_a_reason(api, enhancer, observer, answer, why):
    api.answers = [answer]
    with pytest.raises(EnhancerFailed, match=why):
        await enhancer.enhance("a cat", is_edit=False)
    assert len(api.asked) == 1
    assert observer.unusable == []


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (error(401, "invalid_api_key", "Incorrect API key provided: sk-abcdef"), "invalid_key"),
        (error(403), "not_permitted"),
        (error(404, "model_not_found"), "no_such_model"),
        (error(429, "insufficient_quota"), "billing"),
    ],
)
async def test_what_only_the_operator_can_mend_is_told(api, enhancer, observer, answer, reason):
    api.answers = [answer]
    with pytest.raises(EnhancerFailed) as failure:
        await enhancer.enhance("a cat", is_edit=False)
    [(name, why, cure, _)] = observer.unusable
    assert (name, why) == ("enhancer", reason)
    assert cure
    assert "abcdef" not in f"{failure.value} {observer.unusable}"


async def test_an_answer_that_takes_too_long_is_not_waited_for(api, observer):
    async def never(_, __):
        await asyncio.sleep(10)

    api.answers = [never]
    client = connected(key=KEY, base_url=api.url, timeout_seconds=20, trust=TRUST)
    enhancer = ChatEnhancer(client, model="slow", timeout_seconds=0.1, observer=observer)
    with pytest.raises(EnhancerFailed, match=r"no answer within 0\.1 s"):
        await enhancer.enhance("a cat", is_edit=False)
    await until(lambda: len(api.left) == 1)
    await client.close()


async def test_nobody_there_is_a_failure(observer):
    client = connected(key=KEY, base_url="http://127.0.0.1:1/v1", timeout_seconds=1, trust=TRUST)
    with pytest.raises(EnhancerFailed, match="answered nothing"):
        await ChatEnhancer(client, model="m", timeout_seconds=1, observer=observer).enhance("a cat", is_edit=False)
    await client.close()
