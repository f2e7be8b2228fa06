"""Receives 4o image callbacks with FastAPI: verify, keep, answer, and only then fetch the pictures.

Guarantee: a callback is on disk before it is answered, so what was answered 200 is worked on, after a crash too.
It is worked on once per webhook-id; only a crash in the middle of the work makes it start again, and that overwrites
the same files. This holds for one process per OUTPUT_DIR: two would both fetch.
"""

import asyncio
import hashlib
import json
import logging
import os
import re
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp
import uvicorn
from fastapi import FastAPI, HTTPException, Request
from standardwebhooks import Webhook, WebhookVerificationError

RETRY_SECONDS = 60
TASK_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")  # it becomes part of a file name

webhook = Webhook(os.environ["WEBHOOK_SECRET"])
output = Path(os.environ.get("OUTPUT_DIR", "."))
inbox = output / "callbacks"
work_waits = asyncio.Event()
log = logging.getLogger("receiver")


@asynccontextmanager
async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
    inbox.mkdir(parents=True, exist_ok=True)
    async with asyncio.TaskGroup() as group:
        worker = group.create_task(work_forever())
        yield
        worker.cancel()  # unfinished work has no .done file and is taken up at the next start


app = FastAPI(lifespan=lifespan)


@app.post("/4o-image-callback")
async def receive(request: Request) -> dict[str, str]:
    body = await request.body()  # the signature covers the bytes as they came, so no model parses them first
    try:
        webhook.verify(body, dict(request.headers), json_parse=False)
    except (WebhookVerificationError, ValueError):  # ValueError: a signature header of another shape
        raise HTTPException(401, "The signature is missing, wrong or too old.") from None
    if not is_callback(body):
        raise HTTPException(400, "This is no task result.")
    # When the disk fails, the answer is 500 and the sender tries again.
    await asyncio.to_thread(keep, request.headers["webhook-id"], body)
    work_waits.set()
    return {"status": "received"}


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


async def work_forever() -> None:
    timeout = aiohttp.ClientTimeout(total=60)
    async with aiohttp.ClientSession(raise_for_status=True, timeout=timeout) as session:
        while True:
            work_waits.clear()  # before the sweep: a callback that comes during it makes another one
            await sweep(session)
            with suppress(TimeoutError):
                await asyncio.wait_for(work_waits.wait(), RETRY_SECONDS)


async def sweep(session: aiohttp.ClientSession) -> None:
    for path in await asyncio.to_thread(waiting):
        try:
            await work_on(json.loads(path.read_bytes()), session)
            path.with_suffix(".done").touch()
        except Exception:  # whatever is wrong with this one, the others are worked on
            log.exception("%s is not done, next try in %d s", path.name, RETRY_SECONDS)


def waiting() -> list[Path]:
    return [path for path in inbox.glob("*.json") if not path.with_suffix(".done").exists()]


async def work_on(callback: dict[str, Any], session: aiohttp.ClientSession) -> None:
    data = callback["data"]
    if callback["code"] != 200:  # noqa: PLR2004  # the code that means success
        log.error("Task %s failed with %s: %s", data["taskId"], callback["code"], callback["msg"])
        return
    for number, url in enumerate((data["info"] or {}).get("result_urls", []), start=1):
        async with session.get(url) as answer:
            picture = await answer.read()
        await asyncio.to_thread(save, output / f"4o_image_{data['taskId']}_{number}.png", picture)


def save(path: Path, picture: bytes) -> None:
    part = path.with_suffix(".part")
    part.write_bytes(picture)
    part.replace(path)
    log.info("Saved %s", path)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    uvicorn.run(app, host=os.environ.get("HOST", "127.0.0.1"), port=int(os.environ.get("PORT", "3000")))
