"""Each example receiver, started as its README says, does what the callbacks page advises."""

import json
import re
import signal
import time

import pytest

from tests.acceptance.receivers import (
    NAMES,
    OTHER_SECRET,
    PictureServer,
    Receiver,
    failure,
    missing,
    picture,
    signed,
    success,
    until,
)

TASK_ID = "0123456789abcdef0123456789abcdef"


@pytest.fixture(params=NAMES)
def stopped_receiver(request, tmp_path):
    if reason := missing(request.param):
        pytest.skip(reason)
    receiver = Receiver(request.param, tmp_path)
    yield receiver
    receiver.stop(signal.SIGKILL)


@pytest.fixture
def receiver(stopped_receiver):
    stopped_receiver.start()
    return stopped_receiver


@pytest.fixture
def pictures():
    with PictureServer() as server:
        yield server


def test_it_answers_at_once_and_saves_the_pictures_afterwards(receiver, pictures):
    pictures.gate.clear()
    body = success(pictures.url("/a.png"), pictures.url("/b.png"), task_id=TASK_ID)

    asked_at = time.monotonic()
    status, answer = receiver.ask("POST", body, signed(body))

    assert time.monotonic() - asked_at < 1
    assert (status, json.loads(answer)) == (200, {"status": "received"})
    until(lambda: pictures.fetched, "asked for the first picture")
    assert receiver.saved() == {}

    pictures.gate.set()
    until(lambda: len(receiver.saved()) == 2, "both pictures saved")
    assert receiver.saved() == {
        f"4o_image_{TASK_ID}_1.png": picture("/a.png"),
        f"4o_image_{TASK_ID}_2.png": picture("/b.png"),
    }


def test_pictures_on_their_way_hold_up_no_other_callback(receiver, pictures):
    pictures.gate.clear()
    receiver.post(success(pictures.url("/a.png")))
    until(lambda: pictures.fetched, "asked for the picture")

    asked_at = time.monotonic()
    assert receiver.post(success(pictures.url("/b.png"))) == 200
    assert time.monotonic() - asked_at < 1


def test_a_repeated_callback_is_answered_and_worked_on_once(receiver, pictures):
    pictures.gate.clear()
    body = success(pictures.url("/a.png"))

    def send():
        return receiver.post(body, signed(body, webhook_id="msg_repeated"))

    assert [send(), send()] == [200, 200]
    pictures.gate.set()
    until(receiver.saved, "the picture saved")
    assert send() == 200

    receiver.catch_up()
    assert pictures.fetched == ["/a.png"]


def test_a_restart_forgets_no_webhook_id(receiver, pictures):
    body = success(pictures.url("/a.png"))
    receiver.post(body, signed(body, webhook_id="msg_repeated"))
    receiver.catch_up()

    receiver.restart()

    assert receiver.post(body, signed(body, webhook_id="msg_repeated")) == 200
    receiver.catch_up()
    assert pictures.fetched == ["/a.png"]


def test_a_crash_between_answer_and_work_loses_nothing(receiver, pictures):
    pictures.gate.clear()
    assert receiver.post(success(pictures.url("/a.png"), task_id=TASK_ID)) == 200

    receiver.stop(signal.SIGKILL)
    pictures.gate.set()
    assert receiver.saved() == {}
    receiver.start()

    until(receiver.saved, "the picture saved after all")
    assert receiver.saved() == {f"4o_image_{TASK_ID}_1.png": picture("/a.png")}


def test_a_picture_that_was_cut_off_is_not_saved_but_fetched_again(receiver, pictures):
    pictures.torn.add("/a.png")
    receiver.post(success(pictures.url("/a.png"), task_id=TASK_ID))
    until(lambda: "next try" in receiver.output(), "said that it failed")
    assert receiver.saved() == {}

    pictures.torn.clear()
    receiver.restart()
    until(receiver.saved, "the whole picture saved")
    assert receiver.saved() == {f"4o_image_{TASK_ID}_1.png": picture("/a.png")}


@pytest.mark.parametrize("code", [400, 451, 500])
def test_a_failed_task_is_told_with_its_reason(receiver, pictures, code):
    reason = "Your content was flagged by OpenAI as violating content policies"

    assert receiver.post(failure(reason, code)) == 200

    until(lambda: reason in receiver.output(), "the reason printed")
    assert f"failed with {code}" in receiver.output()
    assert pictures.fetched == []


def test_what_is_not_well_signed_is_refused_and_nothing_happens(receiver, pictures):
    body = success(pictures.url("/a.png"))
    good = signed(body)
    forgeries = {
        "another body": signed(body.replace("a.png", "b.png")),
        "another secret": signed(body, secret=OTHER_SECRET),
        "another id": good | {"webhook-id": "msg_another"},
        "another time": good | {"webhook-timestamp": str(int(good["webhook-timestamp"]) + 1)},
        "too old": signed(body, age_seconds=301),
        "too new": signed(body, age_seconds=-310),
        "a time that is none": good | {"webhook-timestamp": "today"},
        "a signature of no known shape": good | {"webhook-signature": "nonsense"},
        "another version": good | {"webhook-signature": good["webhook-signature"].replace(",", "a,")},
        "an empty signature": good | {"webhook-signature": "v1,"},
        "no headers": {},
    } | {f"no {name}": {key: value for key, value in good.items() if key != name} for name in good}

    answers = {what: receiver.post(body, headers) for what, headers in forgeries.items()}
    answers["no body"] = receiver.post("", good)
    answers["not even text"] = receiver.post(b"\xff" + body.encode(), good)

    assert answers == dict.fromkeys(answers, 401)
    receiver.catch_up()
    assert pictures.fetched == []


def test_one_right_signature_among_several_is_enough(receiver, pictures):
    body = success(pictures.url("/a.png"))
    headers = signed(body)
    other = signed(body, secret=OTHER_SECRET)["webhook-signature"]
    headers["webhook-signature"] = f"{other} v1a,{'A' * 86}== {headers['webhook-signature']}"

    assert receiver.post(body, headers) == 200
    until(receiver.saved, "the picture saved")


def test_the_signature_covers_the_bytes_as_they_came(receiver, pictures):
    body = success(pictures.url("/a.png"))
    unusual = body.replace(": ", ":\n\t ").replace("success", "\N{BLACK SUN WITH RAYS}")

    assert receiver.post(unusual.encode(), signed(unusual)) == 200
    until(receiver.saved, "the picture saved")


def test_a_task_id_that_is_no_file_name_is_refused(receiver, pictures):
    def send(task_id):
        body = json.loads(success(pictures.url("/a.png")))
        body["data"]["taskId"] = task_id
        return receiver.post(json.dumps(body))

    task_ids = ["../escaped", "/tmp/escaped", "..", "", "a/b", "a\\b", "a\n", "a\0", "x" * 65, "ä", 7, None, ["a"], {}]
    answers = {repr(task_id): send(task_id) for task_id in task_ids}

    assert answers == dict.fromkeys(answers, 400)
    receiver.catch_up()
    assert pictures.fetched == []


def test_a_webhook_id_is_no_path(receiver, pictures):
    body = success(pictures.url("/a.png"))

    assert receiver.post(body, signed(body, webhook_id="../../escaped")) == 200

    until(receiver.saved, "the picture saved")
    assert not [path for path in receiver.directory.rglob("*") if "escaped" in path.name]


def test_a_relative_output_directory_is_where_it_was_started(stopped_receiver, pictures):
    stopped_receiver.start(OUTPUT_DIR="pictures")

    stopped_receiver.post(success(pictures.url("/a.png")))

    until(stopped_receiver.saved, "the picture saved")


def test_only_http_urls_are_fetched(receiver, tmp_path):
    private = tmp_path / "private.txt"
    private.write_text("not for the web")

    assert receiver.post(success(private.as_uri())) == 200

    until(lambda: "next try" in receiver.output(), "said that it failed")
    assert receiver.saved() == {}


def test_a_signed_body_that_is_no_task_result_is_a_bad_request(receiver):
    bodies = ["{", "[]", "null", "7", '"text"', '{"code": 200}', '{"code": 200, "data": null}', '{"data": "taskId"}']
    answers = {body: receiver.post(body) for body in bodies}

    assert answers == dict.fromkeys(bodies, 400)


def test_a_success_without_pictures_is_no_error(receiver, pictures):
    body = json.loads(success())
    for info in (None, {}, {"result_urls": []}):
        body["data"]["info"] = info
        assert receiver.post(json.dumps(body)) == 200

    receiver.catch_up()
    assert pictures.fetched == []
    assert "next try" not in receiver.output()


def test_any_other_request_is_told_so(receiver):
    requests = [("GET", "/4o-image-callback"), ("PUT", "/4o-image-callback"), ("GET", "/"), ("POST", "/elsewhere")]
    answers = {request: receiver.ask(request[0], path=request[1])[0] for request in requests}

    assert set(answers.values()) <= {404, 405}, answers


def test_without_a_secret_it_accepts_nothing(stopped_receiver):
    receiver = stopped_receiver
    body = failure("nobody signed this")
    receiver.run(WEBHOOK_SECRET="")
    until(lambda: receiver.answers() or receiver.processes[0].poll(), "an answer, or the end of the process")

    assert receiver.processes[0].poll() or receiver.post(body, signed(body)) == 500
    assert not list(receiver.pictures.glob("callbacks/*.json"))


def test_it_says_in_one_line_where_it_listens(receiver):
    assert len(re.findall(f"http://127.0.0.1:{receiver.port}", receiver.output())) == 1
