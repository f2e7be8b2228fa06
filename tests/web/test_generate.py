"""Submitting: what is taken, what is kept of it, and what is refused (wire contract, section 2)."""

import json
import re

import pytest

from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.request import target_of
from heliograph.adapters.egress.targets import Ourselves, TargetPolicy
from heliograph.domain.contract import Size
from heliograph.domain.picture import Abilities
from heliograph.web.auth import key_id_of
from tests.web.world import BASE_URL, GENERATE, KEY, RECORD_INFO, code_of

GOOD = {"size": "1:1", "prompt": "a red bicycle"}


async def accepted(client, body):
    response = await client.post(GENERATE, json=body)
    assert response.json()["code"] == 200, response.text
    return response.json()["data"]["taskId"]


async def test_the_answer_holds_a_task_id_and_nothing_else(client):
    response = await client.post(GENERATE, json=GOOD)
    assert response.status_code == 200
    answer = response.json()
    assert answer == {"code": 200, "msg": "success", "data": {"taskId": answer["data"]["taskId"]}}
    assert re.fullmatch("[0-9a-f]{32}", answer["data"]["taskId"])


async def test_a_task_is_stored_and_visible_as_soon_as_it_is_acknowledged(client, world):
    task_id = await accepted(client, GOOD | {"nVariants": 4, "size": "3:2", "callBackUrl": "https://a.test/back"})
    task = await world.store.find_task(task_id)
    assert (task.prompt, task.size, task.variants) == ("a red bicycle", Size.LANDSCAPE, 4)
    assert (task.callback_url, task.key_id) == ("https://a.test/back", key_id_of(KEY))
    record = (await client.get(RECORD_INFO, params={"taskId": task_id})).json()["data"]
    assert (record["taskId"], record["status"]) == (task_id, "GENERATING")
    assert [task.id for task in world.observer.accepted] == [task_id]
    assert world.handoff.woken == ["rehearsal"]


async def test_one_variant_is_the_default(client, world):
    for body in (GOOD, GOOD | {"nVariants": None}):
        assert (await world.store.find_task(await accepted(client, body))).variants == 1


@pytest.mark.parametrize(
    ("asked", "fallback"),
    [
        ({}, ""),
        ({"enableFallback": False, "fallbackModel": "FLUX_MAX"}, ""),
        ({"fallbackModel": "FLUX_MAX"}, ""),
        ({"enableFallback": True}, "FLUX_MAX"),
        ({"enableFallback": True, "fallbackModel": "GPT_IMAGE_1"}, "GPT_IMAGE_1"),
    ],
)
async def test_a_task_falls_back_to_what_its_caller_names_if_that_is_enabled(client, world, asked, fallback):
    assert (await world.store.find_task(await accepted(client, GOOD | asked))).fallback == fallback


@pytest.mark.parametrize("seed", [0, 7, 2**32 - 1, None])
async def test_a_seed_is_kept_as_it_was_given(client, world, seed):
    task_id = await accepted(client, GOOD | {"seed": seed})
    assert (await world.store.find_task(task_id)).seed == seed
    record = (await client.get(RECORD_INFO, params={"taskId": task_id})).json()["data"]
    assert json.loads(record["paramJson"])["seed"] == seed


@pytest.mark.parametrize("seed", [-1, 2**32, 1.5, "7", True, [7]])
async def test_any_other_seed_is_a_422(client, world, seed):
    response = await client.post(GENERATE, json=GOOD | {"seed": seed})
    assert code_of(response) == 422
    assert response.json()["msg"].startswith("seed: ")
    assert world.observer.accepted == []


async def test_a_seed_is_refused_with_a_sentence_where_the_generator_repeats_none(world):
    world.abilities = Abilities()
    async with world.client() as client:
        response = await client.post(GENERATE, json=GOOD | {"seed": 7})
        assert code_of(response) == 422
        assert response.json()["msg"] == "seed is not possible here: the generator rehearsal repeats none; leave it out"
        await accepted(client, GOOD)


@pytest.mark.parametrize("variants", [1, 2, 4])
@pytest.mark.parametrize("size", ["1:1", "3:2", "2:3"])
async def test_every_size_and_number_of_the_contract_is_taken(client, world, size, variants):
    task = await world.store.find_task(await accepted(client, GOOD | {"size": size, "nVariants": variants}))
    assert (task.size.value, task.variants) == (size, variants)


@pytest.mark.parametrize("prompt", ["\x00", "a\x00b", "\U0001f6b2" * 100, "\u2028\u202e", "x" * 100_000, '"\\n'])
async def test_a_prompt_may_hold_any_character(client, world, prompt):
    task_id = await accepted(client, GOOD | {"prompt": prompt})
    assert (await world.store.find_task(task_id)).prompt == prompt
    record = (await client.get(RECORD_INFO, params={"taskId": task_id})).json()["data"]
    assert json.loads(record["paramJson"])["prompt"] == prompt


@pytest.mark.parametrize(
    "body",
    [
        GOOD,
        GOOD | {"callBackUrl": "", "nVariants": 2, "isEnhance": True},
        GOOD | {"filesUrl": [], "fileUrl": "", "maskUrl": None, "uploadCn": False},
        {"prompt": "ü\u2028\U0001f6b2", "size": "2:3", "enableFallback": True, "fallbackModel": "FLUX_MAX"},
    ],
)
async def test_param_json_is_a_string_with_what_was_submitted(client, body):
    task_id = await accepted(client, body)
    record = (await client.get(RECORD_INFO, params={"taskId": task_id})).json()["data"]
    assert isinstance(record["paramJson"], str)
    assert json.loads(record["paramJson"]) == body


@pytest.mark.parametrize("content_type", [None, "text/plain", "application/x-www-form-urlencoded", "application/json"])
async def test_a_body_is_read_as_json_whatever_it_is_called(client, content_type):
    headers = {"Content-Type": content_type} if content_type else {}
    response = await client.post(GENERATE, content=json.dumps(GOOD), headers=headers)
    assert code_of(response) == 200


@pytest.mark.parametrize("url", ["", None])
async def test_an_empty_callback_url_means_none(client, world, url):
    assert (await world.store.find_task(await accepted(client, GOOD | {"callBackUrl": url}))).callback_url is None


@pytest.mark.parametrize(
    "url",
    [
        "http://a.test",
        "https://a.test:8443/x?y=z#f",
        "http://127.0.0.1:9/",
        "http://[::1]:9/",
        "HTTP://A.TEST/",
        "http://xn--bcher-kva.test/",
        "http://bücher.test/",
    ],
)
async def test_an_absolute_http_url_is_a_callback_url(client, world, url):
    assert (await world.store.find_task(await accepted(client, GOOD | {"callBackUrl": url}))).callback_url == url


@pytest.mark.parametrize(
    "url",
    [
        "a.test/back",
        "/back",
        "//a.test/back",
        "ftp://a.test/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http:///back",
        "http://?",
        "http://user@a.test/",
        "http://user:pass@a.test/",
        "http://a.test:0/",
        "http://a.test:65536/",
        "http://a.test:port/",
        "http://[::1/",
        "http://a.test/ b",
        " http://a.test/",
        "http://a.test/\n",
        "http://a\t.test/",
        "http://a.test\\@b.test/",
        "http://a.test/\x00",
        "http://a.test/\u2028",
        "none",
    ],
)
async def test_any_other_callback_url_is_a_422_and_nothing_is_stored(client, world, url):
    response = await client.post(GENERATE, json=GOOD | {"callBackUrl": url})
    assert code_of(response) == 422
    assert response.json()["msg"].startswith("callBackUrl is not usable: send an absolute http or https URL")
    assert world.observer.accepted == []


@pytest.mark.parametrize("extra", [{"model": "x"}, {"n": [[{}]]}, {"call_back_url": 7}, {"n_variants": 3}])
async def test_unknown_fields_are_ignored(client, world, extra):
    task = await world.store.find_task(await accepted(client, GOOD | extra))
    assert (task.callback_url, task.variants) == (None, 1)


A = "https://a.test/a.png?key=1"


@pytest.mark.parametrize(
    "given",
    [
        {"filesUrl": [A]},
        {"filesUrl": [A] * 5},
        {"fileUrl": A},
        {"filesUrl": [A], "maskUrl": A},
        {"filesUrl": [A, A], "maskUrl": A},
        {"fileUrl": f"{BASE_URL}/files/00_1.png?expires=1&signature=x"},
        {"fileUrl": "http://127.0.0.1:9/a.png", "maskUrl": "http://[::1]:9/a.png"},
        {"fileUrl": "https://a.test/" + "x" * 8000},
    ],
)
async def test_images_to_start_from_are_taken_with_a_prompt_and_without(client, world, given):
    for body in (GOOD | given, {"size": "1:1"} | given):
        task = await world.store.find_task(await accepted(client, body))
        assert json.loads(task.params) == body


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"filesUrl": [A] * 6}, "filesUrl: 6 images are too many: send at most 5"),
        ({"filesUrl": [A, "a.png"]}, "filesUrl is not usable: send an absolute http or https URL"),
        ({"fileUrl": "ftp://a.test/a.png"}, "fileUrl is not usable: send an absolute http or https URL"),
        ({"fileUrl": "file:///etc/passwd"}, "fileUrl is not usable: send an absolute http or https URL"),
        ({"fileUrl": "data:image/png;base64,AAAA"}, "fileUrl is not usable: send an absolute http or https URL"),
        ({"filesUrl": [A], "maskUrl": "http://user@a.test/"}, "maskUrl is not usable: send an absolute http or https"),
        ({"maskUrl": A}, "maskUrl needs the image that it is for: send that in filesUrl"),
        ({"fileUrl": "https://a.test/" + "x" * 8192}, "fileUrl: string should have at most 8192 characters"),
        ({"filesUrl": [7]}, "filesUrl.0: input should be a valid string"),
    ],
)
async def test_what_is_no_image_url_is_refused_at_once_and_nothing_is_stored(client, world, given, said):
    response = await client.post(GENERATE, json=GOOD | given)
    assert code_of(response) == 422
    assert response.json()["msg"].startswith(said)
    assert world.observer.accepted == []


INNER = ["http://10.0.0.1:22/", "http://169.254.169.254/latest", "http://127.1:8000/a.png", "http://[::1]/a.png"]
OUR_OWN = ["http://localhost:8000/", "http://pictures.test/healthz", "http://pictures.test/inbox/mine"]


@pytest.mark.parametrize("url", [*INNER, *OUR_OWN])
async def test_what_may_not_be_called_is_refused_at_once_whatever_it_is_for_and_in_the_same_words(world, url):
    ourselves = Ourselves(host="127.0.0.1", port=8000, public=target_of(BASE_URL).origin)
    world.targets = TargetPolicy(AddressPolicy(["127.0.0.0/8"]), ourselves)
    async with world.client() as client:
        for field, given in (("fileUrl", url), ("filesUrl", [A, url]), ("maskUrl", url), ("callBackUrl", url)):
            answer = (await client.post(GENERATE, json=GOOD | {"fileUrl": A, field: given})).json()
            assert answer == {
                "code": 422,
                "msg": f"{field} is not usable: send an absolute http or https URL of a public host, without a user "
                "name, spaces or backslashes (an operator opens other networks with HELIOGRAPH_EGRESS_ALLOW)",
                "data": None,
            }
    assert world.observer.accepted == []


async def test_a_picture_of_our_own_is_taken_and_an_inbox_is_for_callbacks_only(world):
    ourselves = Ourselves(public=target_of(BASE_URL).origin, inboxes=[f"{BASE_URL}/inbox/"])
    world.targets = TargetPolicy(AddressPolicy(), ourselves)
    made = await world.succeeded()
    [link] = world.shelf.urls_of(made)
    inbox = f"{BASE_URL}/inbox/mine"
    async with world.client() as client:
        for url in (link, f"{BASE_URL}/files/forged.png"):
            await accepted(client, GOOD | {"filesUrl": [url], "maskUrl": url, "callBackUrl": inbox})
        for url in (inbox, f"{BASE_URL}/files/a b", f"{BASE_URL}/files/\n"):
            response = await client.post(GENERATE, json=GOOD | {"fileUrl": url})
            assert (code_of(response), response.json()["msg"].partition(":")[0]) == (422, "fileUrl is not usable")


@pytest.mark.parametrize(
    ("abilities", "said"),
    [
        (Abilities(), "The generator rehearsal takes no input images: send a prompt without filesUrl"),
        (Abilities(inputs=1), "The generator rehearsal cannot keep to a mask: send the image without maskUrl"),
    ],
)
async def test_what_the_generator_cannot_do_is_refused_at_once(world, abilities, said):
    world.abilities = abilities
    async with world.client() as client:
        response = await client.post(GENERATE, json=GOOD | {"filesUrl": [A], "maskUrl": A})
        assert (code_of(response), response.json()["msg"]) == (422, said)
        assert code_of(await client.post(GENERATE, json=GOOD)) == 200
    assert len(world.observer.accepted) == 1


@pytest.mark.parametrize("given", [{"filesUrl": []}, {"fileUrl": ""}, {"filesUrl": ["", ""], "fileUrl": None}, {}])
async def test_without_an_image_a_prompt_is_required(client, given):
    response = await client.post(GENERATE, json={"size": "1:1", "prompt": " "} | given)
    assert code_of(response) == 422
    assert response.json()["msg"] == "prompt is required: say what to draw, or send an image in filesUrl"


@pytest.mark.parametrize("given", [{"filesUrl": []}, {"fileUrl": ""}, {"maskUrl": ""}, {"filesUrl": None}])
async def test_an_empty_input_image_is_none(client, given):
    await accepted(client, GOOD | given)
