"""`heliograph serve` with its pictures in a bucket: from submit to the bytes, and to the day they go."""

import sqlite3
import urllib.request
from contextlib import closing

from tests.acceptance.server import Receiver, Server, until
from tests.samples import NOW, set_age

PNG_START = b"\x89PNG\r\n\x1a\n"


def server_with(bucket, folder, **settings):
    server = Server(folder, **{"BLOB_URL": bucket.url, **settings})
    server.environment |= bucket.environment
    return server


def fetched(url):
    """As any client does it: without a key, and wherever it is led to."""
    with urllib.request.urlopen(url, timeout=10) as response:  # noqa: S310  # a URL of this test
        return response.url, response.headers, response.read()


def test_from_submit_over_the_callback_to_the_bytes_in_the_bucket(bucket, tmp_path):
    with Receiver() as receiver, server_with(bucket, tmp_path) as server:
        task_id = server.submit(callback_url=receiver.url, nVariants=2)
        until(lambda: receiver.of(task_id), "the callback")
        urls = server.record(task_id)["response"]["resultUrls"]
        assert bucket.pictures == [f"{task_id}_1.png", f"{task_id}_2.png"]
        for url, name in zip(urls, bucket.pictures, strict=True):
            assert url.startswith(f"http://127.0.0.1:{server.port}/files/{name}?")
            assert url.encode() in receiver.of(task_id)[0].body
            place, headers, body = fetched(url)
            assert place.startswith(bucket.endpoint)
            assert headers["Content-Type"] == "image/png"
            assert body.startswith(PNG_START)
            assert body == (bucket.folder / "some/place" / name).read_bytes()
        asked = {"taskId": task_id, "url": urls[0]}
        direct = server.ask("POST", "/api/v1/gpt4o-image/download-url", asked)["data"]
        place, _, body = fetched(direct)
        assert place == direct
        assert direct.startswith(bucket.endpoint)
        assert body.startswith(PNG_START)
        assert not (tmp_path / "data" / "images").exists()
        assert server.stop() == 0
    said = server.out + server.err
    assert "X-Amz-Signature" not in said
    assert bucket.environment["AWS_SECRET_ACCESS_KEY"] not in said


def test_a_picture_whose_days_are_over_is_swept_and_so_is_what_no_task_knows(bucket, tmp_path):
    server = server_with(bucket, tmp_path)
    with server:
        old, young = server.submit(), server.submit()
        for task_id in (old, young):
            server.ended(task_id)
        assert server.stop() == 0
    orphan = f"{'0' * 32}_1.png"
    (bucket.folder / "some/place" / orphan).write_bytes(b"left behind by a crash")
    (bucket.folder / "some/place" / "report.pdf").write_bytes(b"somebody else's")
    for name in (orphan, "report.pdf"):
        set_age(bucket.folder / "some/place" / name, NOW)
    with closing(sqlite3.connect(server.database)) as db, db:
        db.execute("UPDATE blob SET expires_at = 1 WHERE task_id = ?", (old,))
    with server:
        until(lambda: bucket.pictures == [f"{young}_1.png"], "the sweep at the start")
        assert server.stop() == 0
    assert (bucket.folder / "some/place" / "report.pdf").exists()


def test_two_servers_with_databases_of_their_own_cannot_share_a_place(bucket, tmp_path):
    with server_with(bucket, tmp_path / "one") as one:
        task_id = one.submit()
        one.ended(task_id)
        other = server_with(bucket, tmp_path / "two")
        other.launch()
        assert other.wait() == 1
        assert f"heliograph: {bucket.url} holds the pictures of another Heliograph" in other.err
        assert "Traceback" not in other.err
        assert bucket.pictures == [f"{task_id}_1.png"]


def test_a_bucket_that_cannot_be_used_is_one_sentence_at_the_start(bucket, tmp_path):
    server = server_with(bucket, tmp_path)
    server.environment["AWS_SECRET_ACCESS_KEY"] = "wrong"
    server.launch()
    assert server.wait() == 1
    [line] = [line for line in server.err.splitlines() if line.startswith("heliograph: ")]
    assert "SignatureDoesNotMatch" in line
    assert "Traceback" not in server.err


def test_a_bucket_that_is_away_for_a_while_loses_no_task(bucket, tmp_path):
    away = bucket.folder.with_name(f"{bucket.name}-away")
    with Receiver() as receiver, server_with(bucket, tmp_path) as server:
        bucket.folder.rename(away)
        task_id = server.submit(callback_url=receiver.url)
        until(lambda: [line for line in server.lines("step.failed") if line["step"] == "keep"], "a failed keep")
        assert server.record(task_id)["successFlag"] == 0
        away.rename(bucket.folder)
        assert server.ended(task_id)["successFlag"] == 1
        until(lambda: receiver.of(task_id), "the callback")
        assert fetched(server.record(task_id)["response"]["resultUrls"][0])[2].startswith(PNG_START)
        assert server.stop() == 0
    assert "NoSuchBucket" in server.lines("step.failed")[0]["error"]


def test_without_the_extra_it_says_what_to_install(tmp_path):
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "obstore.py").write_text("raise ModuleNotFoundError('no obstore here', name='obstore')")
    server = Server(tmp_path, BLOB_URL="s3://bucket/place")
    server.environment["PYTHONPATH"] = str(hidden)
    server.launch()
    assert server.wait() == 1
    assert "pip install 'heliograph[s3]'" in server.err
    with_files = Server(tmp_path)
    with_files.environment["PYTHONPATH"] = str(hidden)
    with with_files:
        assert with_files.stop() == 0
