"""The content policy through the real server: whoever refuses, all that is told of it is the same."""

import json

import pytest

from tests.acceptance.server import Receiver, Server, until
from tests.acceptance.test_inputs import ImageHost

RECORD_FIELDS = {
    "taskId", "paramJson", "createTime", "completeTime", "response", "successFlag", "status", "errorCode",
    "errorMessage", "progress",
}  # fmt: skip
WORDS = "as violating content policies"
REFUSALS = {
    "refused": ("#fail=400", "CREATE_TASK_FAILED", f"Your content was flagged by OpenAI {WORDS}"),
    "prompt_refused": (
        "a severed head on a plate",
        "CREATE_TASK_FAILED",
        f"Your content was flagged by the rules of this server {WORDS}: gore (gore): take out",
    ),
    "input_refused": (
        "now in blue",
        "CREATE_TASK_FAILED",
        "The image content in filesUrl violates content policy: http://127.0.0.1",
    ),
    "output_refused": (
        "a tree",
        "GENERATE_FAILED",
        f"Your content was flagged by the image classifier of this server {WORDS}: picture 1 of 2 that was drawn",
    ),
}
"""By reason: the prompt, the status, and the beginning of the message."""


@pytest.fixture(scope="module")
def host():
    with ImageHost() as host:
        yield host


def events_of(server, task_id):
    """The stream of them, as names and data."""
    text = server.call("GET", f"/api/v1/tasks/{task_id}/events")[1].decode()
    blocks = [dict(line.partition(": ")[::2] for line in block.splitlines()) for block in text.split("\n\n")]
    return [(block["event"], json.loads(block["data"])) for block in blocks if "event" in block]


def test_record_callback_timeline_view_log_and_metrics_agree_on_each_refusal(tmp_path, host):
    # From 0 on the classifier refuses whatever it has judged.
    judging = {"IMAGE_CLASSIFIER": "opennsfw", "IMAGE_CLASSIFIER_THRESHOLD": "0"}
    settings = {"REFUSE": "gore", "FALLBACKS": "FLUX_MAX=illustrator", **judging}
    given = {"input_refused": {"filesUrl": [f"{host.url}/colours"]}, "output_refused": {"nVariants": 2}}
    with Server(tmp_path, **settings) as server, Receiver() as receiver:
        ids = {
            reason: server.submit(prompt, receiver.url, enableFallback=True, **given.get(reason, {}))
            for reason, (prompt, _, _) in REFUSALS.items()
        }
        for reason, (_, status, words) in REFUSALS.items():
            task_id = ids[reason]
            record = server.ended(task_id)
            assert (record["errorCode"], record["status"], set(record)) == (400, status, RECORD_FIELDS)
            message = record["errorMessage"]
            assert message.startswith(words)
            until(lambda: receiver.of(task_id), "its callback")  # noqa: B023  # waited for here
            [arrival] = receiver.of(task_id)
            assert json.loads(arrival.body) == {
                "code": 400,
                "msg": message,
                "data": {"taskId": task_id, "info": None},
            }
            view = server.ask("GET", f"/api/v1/tasks/{task_id}")["data"]
            assert (view["errorCode"], view["errorReason"], view["errorMessage"]) == (400, reason, message)
            assert (view["tries"], view["generator"]) == (1, "rehearsal")
            [end] = [event for event in view["events"] if event["name"] == "failed"]
            assert end["reason"] == reason
            assert end["detail"].endswith(f"{message} ({reason})")
            name, data = events_of(server, task_id)[-1]
            assert (name, data["reason"], data["record"]) == ("failed", reason, record)
            [line] = [line for line in server.lines("task.ended") if line["task"] == task_id]
            said = message.replace("/colours", "")  # in the log a URL ends at its host
            assert (line["code"], line["kind"], line["reason"]) == (400, reason, said)
        metrics = server.call("GET", "/metrics")[1].decode()
        for reason in REFUSALS:
            assert f'heliograph_tasks_ended_total{{code="400",reason="{reason}"}} 1.0' in metrics
            assert f'heliograph_tries_failed_total{{generator="rehearsal",kind="{reason}"}} 1.0' in metrics
        assert list((tmp_path / "data/images").rglob("*_1.png")) == []
        assert server.stop() == 0
    assert server.lines("step.failed") == []


def test_what_the_classifier_finds_harmless_is_kept_and_none_of_it_is_shown_before(tmp_path, host):
    with Server(tmp_path, IMAGE_CLASSIFIER="opennsfw", GENERATOR="illustrator") as server:
        task_id = server.submit("make it black and white", filesUrl=[host.url + "/colours"])
        assert server.ended(task_id)["status"] == "SUCCESS"
        judged = [(line["what"], line["refused"], len(line["scores"])) for line in server.lines("task.screened")]
        assert judged == [("inputs", False, 1), ("outputs", False, 1)]
        said = server.command("check", "--json")
        [found] = [line for line in map(json.loads, said.splitlines()) if line["name"] == "policy"]
        assert (found["level"], found["text"]) == (
            "ok",
            "prompts are refused for sexual_minors, by their words; pictures where opennsfw says 0.8 or more",
        )
    with Server(tmp_path / "showing", IMAGE_CLASSIFIER="opennsfw") as server:
        task_id = server.submit("#delay=1.5")
        assert server.ended(task_id)["status"] == "SUCCESS"
        names = {name for name, _ in events_of(server, task_id)}
        assert names == {"accepted", "started", "progress", "succeeded"}


@pytest.mark.parametrize("what", ["prompt", "input", "output"])
def test_each_refusal_can_be_rehearsed_without_a_policy(tmp_path, what):
    with Server(tmp_path) as server:
        task_id = server.submit(f"a tree #refuse={what}")
        record = server.ended(task_id)
        _, status, words = REFUSALS[f"{what}_refused"]
        assert (record["errorCode"], record["status"]) == (400, status)
        assert record["errorMessage"].startswith(words.partition(": ")[0])
        assert server.ask("GET", f"/api/v1/tasks/{task_id}")["data"]["errorReason"] == f"{what}_refused"
