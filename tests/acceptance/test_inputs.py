"""Input images through the real server: from a URL or a picture of its own to an end, while it answers others."""

import io
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import urlopen

import pytest
from PIL import Image

from tests.acceptance.server import Receiver, Server, until
from tests.images.corpus import BAD, GOOD, quarters, saved

LARGEST = 26_214_400
MASK, SMALL_MASK = saved(quarters().convert("L"), "PNG"), saved(quarters((10, 20)).convert("L"), "PNG")
FILES = {f"/bad/{number}": make for number, make in enumerate(BAD.values())}
FILES |= {f"/good/{number}": make for number, make in enumerate(GOOD.values())}
FILES |= {"/mask": lambda: MASK, "/small-mask": lambda: SMALL_MASK, "/too-large": lambda: bytes(LARGEST + 1)}
FILES |= {"/colours": lambda: saved(quarters(), "PNG")}


class ImageHost:
    """Serves `FILES`; `/without-end` and `/dripping` never end, `/elsewhere` leads elsewhere."""

    def __enter__(self):
        files, self.asked = {path: make() for path, make in FILES.items()}, []
        asked = self.asked

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                if self.path == "/elsewhere":
                    self.send_response(302)
                    self.send_header("Location", "http://10.0.0.1/inside?token=secret")
                    self.end_headers()
                elif self.path in files:
                    content = files[self.path]
                    self.send_response(200)
                    self.send_header("Content-Type", "image/png")
                    self.send_header("Content-Length", str(len(content)))
                    self.end_headers()
                    self.wfile.write(content)
                elif self.path in {"/without-end", "/dripping"}:
                    self.send_response(200)
                    self.end_headers()
                    while True:
                        self.wfile.write(bytes(65536) if self.path == "/without-end" else b"x")
                        time.sleep(0 if self.path == "/without-end" else 0.1)
                else:
                    self.send_error(404)

            def log_message(self, *_):
                """Nobody reads it."""

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                """Whoever has read enough hangs up."""

        self._server = Quiet(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="module")
def host():
    with ImageHost() as host:
        yield host


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with Server(tmp_path_factory.mktemp("server"), INPUT_TIMEOUT_SECONDS="4") as server:
        yield server


def outcome(record):
    return record["status"], record["errorCode"]


def end_of(server, seconds=40, **wish):
    return server.ended(server.submit(**wish), seconds)


def is_refused(server, **wish):
    answer = server.ask("POST", "/api/v1/gpt4o-image/generate", {"size": "1:1", **wish})
    return answer["code"] == 422 and answer["msg"].startswith("filesUrl is not usable: ")


def kept_for(server, task_id):
    return sorted(path.name for path in (server.folder / "data/images").rglob(f"{task_id}*"))


def test_every_image_of_the_corpus_comes_to_the_right_end_while_the_server_answers(server, host):
    """All at once: the server's own answers are what tells whether its event loop waits for any of it."""
    lags, done = [], threading.Event()

    def probe():
        while not done.wait(0.01):
            began_at = time.monotonic()
            assert server.call("GET", "/healthz")[0] == 200
            lags.append(time.monotonic() - began_at)

    with ThreadPoolExecutor(1) as pool:
        probing = pool.submit(probe)
        ids = {path: server.submit(filesUrl=[host.url + path]) for path in FILES if path.startswith(("/good", "/bad"))}
        ends = {path: server.ended(task_id, 100) for path, task_id in ids.items()}
        done.set()
        probing.result()
    assert {path: outcome(end) for path, end in ends.items()} == {
        path: ("SUCCESS", None) if path.startswith("/good") else ("CREATE_TASK_FAILED", 400) for path in ends
    }
    for path, end in ends.items():
        said = "We couldn't process the provided image file (code=invalid_image_format): " + host.url + path
        assert path.startswith("/good") or end["errorMessage"].startswith(said)
    assert sorted(lags)[len(lags) * 9 // 10] < 0.25
    assert server.lines("step.failed") == []


@pytest.mark.parametrize(
    ("path", "code", "said"),
    [
        ("/nothing", 451, "answered 404: nothing is there: check the URL"),
        ("/elsewhere", 451, "answered 302 to http://10.0.0.1/inside and a query that is not shown: redirects are not"),
        ("/dripping", 451, " bytes came within 4 s: its server is too slow"),
        ("/too-large", 400, "Image size exceeds maximum of 26214400 bytes: http://127.0.0.1:"),
        ("/without-end", 400, "Image size exceeds maximum of 26214400 bytes: http://127.0.0.1:"),
    ],
)
def test_what_is_no_image_says_so_in_the_record_and_in_the_callback(server, host, path, code, said):
    with Receiver() as receiver:
        task_id = server.submit(filesUrl=[host.url + path], callback_url=receiver.url + "/back")
        end = server.ended(task_id)
        [arrival] = until(lambda: receiver.of(task_id), "the callback")
    assert outcome(end) == ("CREATE_TASK_FAILED", code)
    assert said in end["errorMessage"]
    assert (host.url + path) in end["errorMessage"]
    told = json.loads(arrival.body)
    assert (told["code"], told["msg"], told["data"]["info"]) == (code, end["errorMessage"], None)


@pytest.mark.parametrize("url", ["http://10.0.0.1/a.png", "http://169.254.169.254/latest", "http://127.0.0.2/a.png"])
def test_an_inner_address_is_refused_at_once(server, url):
    assert is_refused(server, filesUrl=[url])


def test_a_picture_that_was_just_made_can_be_edited_and_no_other_door_of_the_server_opens(server):
    [made] = end_of(server, prompt="a red bicycle")["response"]["resultUrls"]
    assert outcome(end_of(server, prompt="now in blue", filesUrl=[made], maskUrl=made)) == ("SUCCESS", None)
    assert outcome(end_of(server, prompt="now in blue", fileUrl=made)) == ("SUCCESS", None)
    changed = end_of(server, filesUrl=[made[:-1] + ("A" if made[-1] != "A" else "B")])
    assert (outcome(changed), "this is no link of this server" in changed["errorMessage"]) == (
        ("CREATE_TASK_FAILED", 451),
        True,
    )
    own = f"http://127.0.0.1:{server.port}"
    assert outcome(end_of(server, filesUrl=[f"{own}/files/x.png"])) == ("CREATE_TASK_FAILED", 451)
    for path in ("/healthz", "/file/x.png", "/inbox/mine", "/metrics"):
        assert is_refused(server, filesUrl=[own + path]), path


def test_a_mask_has_to_be_as_large_as_its_image_and_several_images_need_none(server, host):
    good = [host.url + path for path in FILES if path.startswith("/good")][:2]
    assert outcome(end_of(server, filesUrl=good[:1], maskUrl=host.url + "/mask")) == ("SUCCESS", None)
    end = end_of(server, filesUrl=good[:1], maskUrl=host.url + "/small-mask")
    assert outcome(end) == ("CREATE_TASK_FAILED", 400)
    assert "the mask has 10x20 pixels and the image 64x48" in end["errorMessage"]
    assert outcome(end_of(server, filesUrl=good, maskUrl=host.url + "/nothing")) == ("SUCCESS", None)


def test_a_task_that_is_drawn_after_a_crash_fetches_its_images_once(tmp_path, host):
    path = next(path for path in FILES if path.startswith("/good"))
    with Server(tmp_path) as server:
        before = host.asked.count(path)
        task_id = server.submit(prompt="#delay=1", filesUrl=[host.url + path])
        until(lambda: kept_for(server, task_id) == [f"{task_id}_input_1.png"], "the image is kept")
        server.kill()
        server.start()
        assert outcome(server.ended(task_id)) == ("SUCCESS", None)
        assert host.asked.count(path) == before + 1
        until(lambda: kept_for(server, task_id) == [f"{task_id}_1.png"], "only what was drawn is still kept")


def test_the_illustrator_changes_what_it_is_given(tmp_path, host):
    with Server(tmp_path, GENERATOR="illustrator") as server:
        task_id = server.submit(prompt="make it black and white", filesUrl=[host.url + "/colours"])
        record = server.ended(task_id)
        assert outcome(record) == ("SUCCESS", None)
        with urlopen(record["response"]["resultUrls"][0], timeout=10) as answer:  # noqa: S310  # our own link
            picture = Image.open(io.BytesIO(answer.read())).convert("RGB")
    red, green, blue = (channel.tobytes() for channel in picture.split())
    assert red == green == blue
    assert max(red) - min(red) > 50
