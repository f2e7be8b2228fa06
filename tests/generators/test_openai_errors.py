"""What goes wrong with the Images API, and what it means for a task."""

import asyncio

import pytest
from aiohttp import web

from heliograph.adapters.clock import SystemClock
from heliograph.adapters.generators.openai.generator import OpenAIImages
from heliograph.adapters.generators.openai.request import Manner
from heliograph.adapters.openai_sdk import connected
from heliograph.domain.task import FailureKind
from tests.fakes import RecordingObserver, until
from tests.generators.images_api import error, raw, say
from tests.generators.openai_world import GENERATIONS, TRUST, an_input

FLAGGED = "Your content was flagged by 127.0.0.1 as violating content policies"
NO_IMAGE = "We couldn't process the provided image file (code=invalid_image_format)"
REFUSED = (FailureKind.REFUSED, FLAGGED, "refused")
RATE_LIMITED = (FailureKind.TRY_AGAIN, "Please try again later", "rate_limited")
UNAVAILABLE = (FailureKind.TRY_AGAIN, "Please try again later", "unavailable")


def lost(reason, message="Failed to generate image"):
    """What only the operator can mend, and is told."""
    return (FailureKind.FAILED, message, reason)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (error(400, "moderation_blocked"), REFUSED),
        (error(400, "content_policy_violation"), REFUSED),
        (error(400, "billing_hard_limit_reached"), lost("billing")),
        (error(429, "billing_not_active"), lost("billing")),
        (error(429, "insufficient_quota"), lost("billing")),
        (error(402), lost("billing")),
        (error(401, "invalid_api_key"), lost("invalid_key", "Failed to get user token")),
        (error(403), lost("not_permitted")),
        (error(404, "model_not_found"), lost("no_such_model")),
        (error(429, "rate_limit_exceeded"), RATE_LIMITED),
        (error(408), UNAVAILABLE),
        (error(409), UNAVAILABLE),
        (error(500, kind="server_error"), UNAVAILABLE),
        (raw(b"<html>Bad Gateway</html>", status=502, content_type="text/html"), UNAVAILABLE),
        (error(503), UNAVAILABLE),
        (error(400, "invalid_value", param="size"), lost("bad_request")),
        (error(400, "unknown_parameter", "Unknown parameter: 'quality'.", param="quality"), lost("bad_request")),
        (error(422), lost("bad_request")),
        (error(400, "invalid_image_file"), lost("bad_request")),
        (raw(b"", status=307, headers={"Location": "/v1/images/elsewhere"}), lost("bad_request")),
        (raw(b"not JSON"), lost("bad_answer")),
        (raw(b'{"created": 1, "data": []}'), lost("bad_answer")),
        (raw(b'{"data": [{"url": "http://127.0.0.1:9/1.png"}]}'), lost("bad_answer")),
        (raw(b'{"data": [{"b64_json": "*"}]}'), lost("bad_answer")),
        (raw(b'{"data": [{"b64_json": "iVBORw0KGgo="}]}'), lost("bad_answer")),
        (raw(b"data: [DONE]\n\n", content_type="text/event-stream"), lost("bad_answer")),
    ],
)
async def test_every_row_of_the_table_of_errors(api, world, answer, expected):
    api.answers = [answer]
    drawing = world()
    failure = await drawing.draws()
    assert (failure.kind, failure.message, failure.reason) == expected
    told = [("openai", failure.reason)] if failure.kind is FailureKind.FAILED else []
    assert [(name, reason) for name, reason, _, _ in drawing.observer.unusable] == told
    assert len(api.asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        error(400, "invalid_image_file"),
        error(400, "invalid_value", param="image[0]"),
        error(400, param="mask"),
        error(413),
    ],
)
async def test_a_picture_that_the_api_cannot_use_is_its_senders_to_mend(api, world, answer):
    api.answers = [answer]
    drawing = world()
    failure = await drawing.draws(inputs=[an_input()])
    assert (failure.kind, failure.message) == (FailureKind.UNUSABLE_INPUT, NO_IMAGE)
    assert drawing.observer.unusable == []


async def test_a_prompt_that_is_too_long_is_told_with_the_limit(world):
    failure = await world().draws(prompt="a" * 32_001)
    assert failure.kind is FailureKind.UNUSABLE_INPUT
    assert "maximum length 32000" in failure.message


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ({"code": "moderation_blocked", "type": "image_generation_user_error", "message": "no"}, FailureKind.REFUSED),
        ({"code": None, "type": "image_generation_user_error", "message": "no"}, FailureKind.FAILED),
        ({"code": None, "type": "server_error", "message": "oh"}, FailureKind.TRY_AGAIN),
        ({"code": "insufficient_quota", "type": "insufficient_quota", "message": "pay"}, FailureKind.FAILED),
    ],
)
@pytest.mark.parametrize("inside", [True, False])
async def test_an_error_in_the_middle_of_a_stream_is_told_like_one_before_it(api, world, body, kind, inside):
    async def answer(request, _):
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        await say(response, "error", {"error": body} if inside else {"message": "no", "code": body["code"]})
        return response

    api.answers = [answer]
    expected = kind if inside or body["code"] else FailureKind.TRY_AGAIN
    assert (await world(previews=1).draws()).kind is expected


@pytest.mark.parametrize(
    ("events", "reason"), [(b"event: error\ndata: not JSON\n\n", "bad_answer"), (b"data: [DONE]\n\n", "unavailable")]
)
async def test_a_stream_without_a_picture_is_a_failure(api, world, events, reason):
    api.answers = [raw(events, content_type="text/event-stream")]
    assert (await world(previews=1).draws()).reason == reason


async def test_openai_is_called_by_its_name():
    client = connected(key="x", base_url="https://api.openai.com/v1", timeout_seconds=1, trust=TRUST)
    manner = Manner(model="any")
    drawing = OpenAIImages(client, manner, timeout_seconds=1, clock=SystemClock(), observer=RecordingObserver())
    assert drawing._provider == "OpenAI"
    await client.close()


async def test_a_key_that_the_api_repeats_is_not_told_on(world):
    drawing = world(key="sk-proj-someSecret.of_ours")
    failure = await drawing.draws()
    [(_, reason, cure, says)] = drawing.observer.unusable
    assert (failure.reason, reason) == ("invalid_key", "invalid_key")
    assert "Incorrect API key provided: Bearer sk-…" in says
    assert "someSecret" not in says + cure + failure.message


# --- the network


async def test_nobody_there_is_worth_another_try(world):
    failure = await world(url="http://127.0.0.1:1/v1").draws()
    assert (failure.kind, failure.reason) == (FailureKind.TRY_AGAIN, "unavailable")


async def test_a_server_that_says_nothing_is_waited_for_as_long_as_the_setting_says(api, world):
    api.pause_seconds = 10
    failure = await world(timeout_seconds=0.2).draws()
    assert (failure.kind, failure.reason) == (FailureKind.TRY_AGAIN, "unavailable")
    await until(lambda: api.left == [GENERATIONS])


@pytest.mark.parametrize("content_type", ["text/event-stream", "application/json"])
async def test_an_answer_that_is_cut_off_is_worth_another_try(api, world, content_type):
    async def answer(request, _):
        response = web.StreamResponse(headers={"Content-Type": content_type, "Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b'data: {"type": "image_gen')
        request.transport.close()
        return response

    api.answers = [answer]
    failure = await world(previews=1).draws()
    assert (failure.kind, failure.reason) == (FailureKind.TRY_AGAIN, "unavailable")


async def test_a_task_that_is_cancelled_closes_its_streams(api, world):
    api.pause_seconds = 10
    drawing = world(previews=1)
    task = asyncio.create_task(drawing.draws(variants=2))
    await until(lambda: len(drawing.heard.shares) == 2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await until(lambda: api.left == [GENERATIONS, GENERATIONS])


async def test_everything_goes_out_through_the_operators_proxy_but_what_is_on_this_machine(api, world):
    elsewhere = world(url="http://images.example/v1", proxy=f"http://127.0.0.1:{api.port}")
    await elsewhere.draws()
    assert [request.headers["Host"] for request in api.asked] == ["images.example"]
    here = world(proxy="http://127.0.0.1:1")
    assert len((await here.draws()).images) == 1


async def test_the_environment_has_no_say_in_where_it_goes(world, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-another")
    assert len((await world().draws()).images) == 1
