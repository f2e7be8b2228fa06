"""Receives 4o image callbacks with Flask: verify, keep, answer, and only then fetch the pictures.

Guarantee: a callback is on disk before it is answered, so what was answered 200 is worked on, after a crash too.
It is worked on once per webhook-id; only a crash in the middle of the work makes it start again, and that overwrites
the same files. This holds for one process per OUTPUT_DIR: two would both fetch.
"""

import hashlib
import json
import logging
import os
import re
import threading
import uuid
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from flask import Flask, request
from standardwebhooks import Webhook, WebhookVerificationError

RETRY_SECONDS = 60
TASK_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")  # it becomes part of a file name

webhook = Webhook(os.environ["WEBHOOK_SECRET"])
output = Path(os.environ.get("OUTPUT_DIR", "."))
inbox = output / "callbacks"
work_waits = threading.Event()
log = logging.getLogger("receiver")
app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 100_000  # a stranger's body is read before its signature is known to be wrong


@app.post("/4o-image-callback")
def receive() -> tuple[dict[str, str], int]:
    body = request.get_data()  # the signature covers the bytes as they came, not what request.json makes of them
    try:
        webhook.verify(body, dict(request.headers), json_parse=False)
    except (WebhookVerificationError, ValueError):  # ValueError: a signature header of another shape
        return {"error": "The signature is missing, wrong or too old."}, 401
    if not is_callback(body):
        return {"error": "This is no task result."}, 400
    keep(request.headers["webhook-id"], body)  # when the disk fails, Flask answers 500 and the sender tries again
    work_waits.set()
    return {"status": "received"}, 200


def is_callback(body: bytes) -> bool:
    try:
        return TASK_ID.fullmatch(json.loads(body)["data"]["taskId"]) is not None
    except (ValueError, LookupError, TypeError):
        return False


def keep(webhook_id: str, body: bytes) -> None:
    # Hashed, the id is a safe file name. Renamed into place, the file is never half there; a repeated callback
    # replaces it by the same bytes, and what says that it was worked on is the .done file beside it.
    path = inbox / f"{hashlib.sha256(webhook_id.encode()).hexdigest()}.json"
    part = path.with_suffix(f".{uuid.uuid4()}")
    part.write_bytes(body)
    part.replace(path)


def work_forever() -> None:
    while True:
        work_waits.clear()  # before the sweep: a callback that comes during it makes another one
        sweep()
        work_waits.wait(RETRY_SECONDS)


def sweep() -> None:
    for path in inbox.glob("*.json"):
        done = path.with_suffix(".done")
        if done.exists():
            continue
        try:
            work_on(json.loads(path.read_bytes()))
            done.touch()
        except Exception:  # whatever is wrong with this one, the others are worked on
            log.exception("%s is not done, next try in %d s", path.name, RETRY_SECONDS)


def work_on(callback: dict[str, Any]) -> None:
    data = callback["data"]
    if callback["code"] != 200:  # noqa: PLR2004  # the code that means success
        log.error("Task %s failed with %s: %s", data["taskId"], callback["code"], callback["msg"])
        return
    for number, url in enumerate((data["info"] or {}).get("result_urls", []), start=1):
        picture = output / f"4o_image_{data['taskId']}_{number}.png"
        part = picture.with_suffix(".part")
        part.write_bytes(fetch(url))
        part.replace(picture)
        log.info("Saved %s", picture)


def fetch(url: str) -> bytes:
    if not url.startswith(("http://", "https://")):  # urlopen would also read file:///etc/passwd
        raise ValueError(f"{url} is not an http(s) URL")
    with urlopen(url, timeout=60) as answer:  # noqa: S310  # checked just above
        return answer.read()


def create_app() -> Flask:
    inbox.mkdir(parents=True, exist_ok=True)
    threading.Thread(target=work_forever, daemon=True).start()
    return app


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    # Flask's own server is for trying out; for more: gunicorn --workers 1 --threads 8 'app:create_app()'
    create_app().run(os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "3000")))
