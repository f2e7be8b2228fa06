"""Heliograph as its users meet it: tasks submitted over HTTP, drawn by the rehearsal generator, called back."""

import asyncio
import json
from collections.abc import Iterator

import aiohttp
import uvloop

from benchmarks.peers.job import Job, Told, offer, serve_commands
from benchmarks.peers.with_heliograph import PORT, SERVER, prepare, work
from benchmarks.processes import KEY

CALLERS = 64
SETTINGS = (
    f"{SERVER}; submitted over {CALLERS} connections, a task each; each has a picture of its own, drawn and synced"
)


def enqueue(todo: Iterator[Job], rate: float) -> Told:
    return uvloop.run(_enqueue(todo, rate))


async def _enqueue(todo: Iterator[Job], rate: float) -> Told:
    headers = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"}
    connector = aiohttp.TCPConnector(limit=0)
    ids: dict[str, str] = {}
    async with aiohttp.ClientSession(f"http://127.0.0.1:{PORT}", headers=headers, connector=connector) as session:
        await _ready(session)

        async def put(some: list[Job]) -> None:
            for job in some:
                body = json.dumps({"size": "1:1", "prompt": "a red bicycle", "callBackUrl": job.url})
                async with session.post("/api/v1/gpt4o-image/generate", data=body) as answer:
                    ids[job.task_id] = (await answer.json(content_type=None))["data"]["taskId"]

        told = await offer(todo, rate, put, callers=CALLERS)
    told.sent = {ids[task_id]: at for task_id, at in told.sent.items()}  # The server gives ids of its own.
    return told


async def _ready(session: aiohttp.ClientSession) -> None:
    async with asyncio.timeout(30):
        while True:
            try:
                async with session.get("/readyz") as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.05)


if __name__ == "__main__":
    packages = ["heliograph", "asyncpg", "uvloop"]
    serve_commands(packages=packages, settings=SETTINGS, prepare=prepare, work=work, enqueue=enqueue)
