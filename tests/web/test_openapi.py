"""The OpenAPI description: of version 3.1, whole, and true about envelopes and keys."""

import json

import pytest

METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


@pytest.fixture
async def described(client):
    response = await client.get("/openapi.json")
    assert response.status_code == 200
    return response.json()


def operations(described):
    return [
        (path, method, operation)
        for path, item in described["paths"].items()
        for method, operation in item.items()
        if method in METHODS
    ]


def nodes(tree):
    yield tree
    inner = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    for branch in inner:
        yield from nodes(branch)


async def test_it_is_openapi_3_1_with_a_title_and_a_version(described):
    assert described["openapi"].startswith("3.1")
    assert described["info"]["title"] == "Heliograph"
    assert described["info"]["version"]


async def test_every_reference_leads_somewhere(described):
    references = [node["$ref"] for node in nodes(described) if isinstance(node, dict) and "$ref" in node]
    assert references
    for reference in references:
        place = described
        assert reference.startswith("#/")
        for part in reference[2:].split("/"):
            place = place[part.replace("~1", "/").replace("~0", "~")]


async def test_every_operation_has_a_name_of_its_own_and_described_answers(described):
    names = [operation["operationId"] for _, _, operation in operations(described)]
    assert len(names) == len(set(names))
    for _, _, operation in operations(described):
        assert operation["responses"]
        assert all(answer["description"] for answer in operation["responses"].values())


async def test_every_parameter_in_a_path_is_declared(described):
    for path, _, operation in operations(described):
        declared = {p["name"] for p in operation.get("parameters", ()) if p["in"] == "path" and p["required"]}
        assert declared == {part[1:-1] for part in path.split("/") if part.startswith("{")}


async def test_of_the_phases_of_an_attempt_it_says_which_are_durations_and_which_counts_from_the_start(described):
    phases = described["components"]["schemas"]["PhasesView"]["properties"]
    said = {name: phase["description"] for name, phase in phases.items()}
    assert {name for name, text in said.items() if text.startswith("How long ")} == {"dnsMs", "connectMs", "tlsMs"}
    assert said["firstByteMs"].startswith("From the start of the attempt")


async def test_the_validation_error_of_the_framework_is_nowhere(described):
    text = json.dumps(described)
    assert "HTTPValidationError" not in text
    assert "ValidationError" not in text


def schema_of(described, answer):
    schema = answer["content"]["application/json"]["schema"]
    return described["components"]["schemas"][schema["$ref"].rpartition("/")[2]]


async def test_every_operation_of_the_api_answers_with_the_envelope(described):
    api = [operation for path, _, operation in operations(described) if path.startswith("/api/")]
    assert len(api) == 13
    for operation in api:
        if "text/event-stream" in operation["responses"]["200"]["content"]:
            continue  # It is no answer but many events; what is wrong with the request comes as everywhere.
        assert set(operation["responses"]) == {"200", "default"}
        for answer in operation["responses"].values():
            assert set(schema_of(described, answer)["properties"]) == {"code", "msg", "data"}
            assert set(schema_of(described, answer)["required"]) == {"code", "msg", "data"}


async def test_what_is_wrong_with_a_link_comes_in_the_envelope_too(described):
    answer = described["paths"]["/files/{name}"]["get"]["responses"]["default"]
    assert set(schema_of(described, answer)["properties"]) == {"code", "msg", "data"}


async def test_the_api_declares_its_bearer_key_and_nothing_else_does(described):
    [(name, scheme)] = described["components"]["securitySchemes"].items()
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
    for path, _, operation in operations(described):
        assert operation.get("security", []) == ([{name: []}] if path.startswith(("/api/", "/inbox/")) else [])


async def test_every_post_describes_its_body_with_the_wires_names(described):
    posts = {path: operation for path, method, operation in operations(described) if method == "post"}
    fields = {
        path: set(operation["requestBody"]["content"]["application/json"]["schema"]["properties"])
        for path, operation in posts.items()
        if not path.endswith(("{delivery_id}/replay", "{task_id}/cancel"))  # their paths say it all
    }
    assert fields == {
        "/api/v1/gpt4o-image/generate": {
            "size",
            "prompt",
            "nVariants",
            "callBackUrl",
            "isEnhance",
            "uploadCn",
            "enableFallback",
            "fallbackModel",
            "seed",
            "filesUrl",
            "fileUrl",
            "maskUrl",
        },
        "/api/v1/gpt4o-image/download-url": {"taskId", "url"},
        "/api/v1/common/download-url": {"url"},
        "/api/v1/deliveries/replay": {"state", "host", "fault", "taskId", "since", "until"},
        "/api/v1/callbacks/test": {"url"},
    }
