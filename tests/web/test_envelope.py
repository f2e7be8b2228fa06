"""Every error is an envelope with a code of the contract and a sentence that says what to change."""

import json

import pytest

from tests.web.world import (
    COMMON_DOWNLOAD,
    CREDIT,
    DOWNLOAD,
    GENERATE,
    LIMIT,
    POSTS,
    RECORD_INFO,
    code_of,
)

GOOD = {"size": "1:1", "prompt": "a red bicycle"}


def message_of(response):
    return response.json()["msg"]


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"not json",
        b'{"size": "1:1",}',
        b"{'size': '1:1'}",
        b"size=1:1&prompt=x",
        b'{"prompt": "\xff\xfe", "size": "1:1", "taskId": "", "url": ""}',
        '{"size": "1:1", "prompt": "é"}'.encode("latin-1"),
        json.dumps(GOOD).encode("utf-16"),
        b'{"prompt": "\\ud800", "size": "1:1", "taskId": "", "url": "\\ud800"}',
        b'{"prompt": "\xed\xa0\x80", "size": "1:1", "taskId": "", "url": "\xed\xa0\x80"}',
        b"[" * 100_000,
        b'{"unknown":' + b"[" * 5_000 + b"]" * 5_000 + b', "size": "1:1", "prompt": "x", "taskId": "", "url": ""}',
        b'{"size": "1:1", "prompt": "x", "taskId": "", "url": "", "unknown": NaN',
    ],
    ids=[
        "empty",
        "cut off",
        "prose",
        "comma at the end",
        "single quotes",
        "a form",
        "not UTF-8",
        "latin-1",
        "UTF-16",
        "lone surrogate",
        "encoded surrogate",
        "deep and open",
        "deep and closed",
        "NaN and cut off",
    ],
)
async def test_a_body_that_is_not_json_is_a_400_that_says_so(client, path, body):
    response = await client.post(path, content=body)
    assert response.status_code == 200
    assert code_of(response) == 400
    assert "not JSON" in message_of(response)
    assert "send one JSON object" in message_of(response)


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("body", [b"null", b"[]", b'"text"', b"7", b"true"])
async def test_json_that_is_no_object_is_a_422(client, path, body):
    response = await client.post(path, content=body)
    assert code_of(response) == 422
    assert "object" in message_of(response)


FIELDS = [
    ("size", [1, None, "", "1:2", "16:9", " 1:1", ["1:1"], {"ratio": "1:1"}, True]),
    ("prompt", [1, ["a"], {"a": 1}, True, 1.5]),
    ("nVariants", [1.0, "1", 0, 3, 5, -1, 1.5, [], {}, 10**30, True]),
    ("callBackUrl", [1, ["http://a.test"], {}, False, "http://a.test/" + "x" * 2048]),
    ("isEnhance", ["true", 1, [], {}]),
    ("uploadCn", ["true", 1, [], {}]),
    ("enableFallback", ["false", 0, [], {}]),
    ("fallbackModel", ["", "DALL_E", 1, []]),
    ("filesUrl", ["http://a.test/a.png", 1, {}, [1], [None]]),
    ("fileUrl", [1, [], {}]),
    ("maskUrl", [1, [], {}]),
]


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in FIELDS for value in values])
async def test_a_field_of_the_wrong_kind_is_a_422_that_names_it(client, world, name, value):
    response = await client.post(GENERATE, json=GOOD | {name: value})
    assert response.status_code == 200
    assert code_of(response) == 422
    assert message_of(response).startswith(name)
    assert world.observer.accepted == []


@pytest.mark.parametrize("path", [DOWNLOAD, COMMON_DOWNLOAD])
@pytest.mark.parametrize("value", [1, None, [], {}, True])
async def test_a_link_request_with_a_url_of_the_wrong_kind_is_a_422_that_names_it(client, path, value):
    response = await client.post(path, json={"taskId": "a", "url": value})
    assert code_of(response) == 422
    assert message_of(response).startswith("url")


@pytest.mark.parametrize(
    ("path", "body", "name"),
    [
        (GENERATE, {"prompt": "a"}, "size"),
        (GENERATE, {"size": "1:1"}, "prompt"),
        (GENERATE, {"size": "1:1", "prompt": ""}, "prompt"),
        (GENERATE, {"size": "1:1", "prompt": " \n"}, "prompt"),
        (GENERATE, {"size": "1:1", "prompt": None}, "prompt"),
        (DOWNLOAD, {"url": "a"}, "taskId"),
        (DOWNLOAD, {"taskId": "a"}, "url"),
        (COMMON_DOWNLOAD, {}, "url"),
    ],
)
async def test_a_missing_field_is_a_422_that_says_it_is_required(client, path, body, name):
    response = await client.post(path, json=body)
    assert code_of(response) == 422
    assert message_of(response).startswith(f"{name} is required")


async def test_record_info_without_a_task_id_says_that_it_is_required(client):
    response = await client.get(RECORD_INFO)
    assert (response.status_code, code_of(response)) == (200, 422)
    assert message_of(response) == "taskId is required: add it to the request"


@pytest.mark.parametrize(
    "number", ["1" * 400, "1" * 5_000, "-" + "9" * 5_000, "1e999", "1E400", "0." + "1" * 5_000, "1" * 100_000]
)
async def test_a_huge_number_is_refused_and_breaks_nothing(client, number):
    response = await client.post(GENERATE, content=f'{{"size":"1:1","prompt":"x","nVariants":{number}}}'.encode())
    assert code_of(response) in {400, 422}


@pytest.mark.parametrize("path", POSTS)
async def test_a_body_over_the_limit_is_a_400_that_names_the_limit(client, path):
    body = json.dumps({"prompt": "x" * LIMIT, "size": "1:1", "taskId": "a", "url": "b"}).encode()
    response = await client.post(path, content=body)
    assert code_of(response) == 400
    assert f"at most {LIMIT} bytes" in message_of(response)


async def test_a_body_over_the_limit_is_not_read_to_its_end(client):
    sent = 0

    async def endless():
        nonlocal sent
        for _ in range(1000):
            sent += 65536
            yield b" " * 65536

    request = client.build_request("POST", GENERATE, content=endless())
    assert "content-length" not in request.headers
    response = await client.send(request)
    assert code_of(response) == 400
    assert f"at most {LIMIT} bytes" in message_of(response)
    assert sent <= LIMIT + 2 * 65536


async def test_a_body_at_the_limit_is_taken(client):
    empty = json.dumps(GOOD | {"prompt": ""}, separators=(",", ":")).encode()
    body = json.dumps(GOOD | {"prompt": "x" * (LIMIT - len(empty))}, separators=(",", ":")).encode()
    assert len(body) == LIMIT
    assert code_of(await client.post(GENERATE, content=body)) == 200


@pytest.mark.parametrize("path", ["/api/", "/api/v1", "/api/v1/nothing", "/api/v2/gpt4o-image/generate", "/api/%00"])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE", "PATCH"])
async def test_an_unknown_path_below_api_is_code_404_with_http_200(client, path, method):
    response = await client.request(method, path)
    assert (response.status_code, code_of(response)) == (200, 404)
    assert "/docs" in message_of(response)


@pytest.mark.parametrize("path", [GENERATE, RECORD_INFO, CREDIT])
async def test_a_slash_too_many_is_an_unknown_path_and_no_redirect(client, path):
    for method in ("GET", "POST"):
        response = await client.request(method, f"{path}/")
        assert (response.status_code, code_of(response)) == (200, 404)


@pytest.mark.parametrize("path", ["/", "/nothing", "/apis", "/API/v1/chat/credit", "/files", "/files/"])
async def test_an_unknown_path_elsewhere_is_a_real_404_in_the_envelope(client, path):
    response = await client.get(path)
    assert (response.status_code, code_of(response)) == (404, 404)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", GENERATE, "POST"),
        ("PUT", GENERATE, "POST"),
        ("DELETE", RECORD_INFO, "GET"),
        ("POST", RECORD_INFO, "GET"),
        ("GET", DOWNLOAD, "POST"),
        ("OPTIONS", COMMON_DOWNLOAD, "POST"),
        ("POST", CREDIT, "GET"),
    ],
)
async def test_a_wrong_method_is_code_404_that_names_the_right_one(client, method, path, allowed):
    response = await client.request(method, path)
    assert (response.status_code, code_of(response)) == (200, 404)
    assert f"use {allowed}" in message_of(response)


@pytest.mark.parametrize(
    ("method", "path", "body", "code"),
    [
        ("POST", GENERATE, b"{", 400),
        ("POST", GENERATE, b"{}", 422),
        ("POST", GENERATE, b'{"size":"1:1","prompt":"x","fileUrl":"a.png"}', 422),
        ("GET", f"{RECORD_INFO}?taskId=nothing", b"", 422),
        ("GET", "/api/nothing", b"", 404),
        ("GET", GENERATE, b"", 404),
    ],
)
async def test_mirrored_codes_are_the_http_status_too(world, method, path, body, code):
    world.mirror_codes = True
    async with world.client() as client:
        response = await client.request(method, path, content=body)
    assert (response.status_code, code_of(response)) == (code, code)


async def test_mirrored_codes_leave_success_as_it_is(world):
    world.mirror_codes = True
    async with world.client() as client:
        response = await client.post(GENERATE, json=GOOD)
    assert (response.status_code, code_of(response)) == (200, 200)
