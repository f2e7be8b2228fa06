"""The ceilings: the same POSTs with nothing durable. Run as a process: `ceiling CLIENT COUNT IN_FLIGHT CA URL…`.

CLIENT is `aiohttp`, for a plain loop around that library's client, or `sender`, for the server's own. CA is a file of
certificates to trust, or empty. Prints one JSON line: `{"seconds", "cpu"}`.
"""

import asyncio
import json
import ssl
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from itertools import cycle

import aiohttp
import uvloop

from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.http import GuardedSender
from heliograph.adapters.egress.targets import TargetPolicy
from heliograph.serving import tune_interpreter

TIMEOUT_SECONDS = 15.0
HEADERS = {"Content-Type": "application/json"}
BODY = json.dumps(
    {"code": 200, "msg": "success", "data": {"taskId": "0" * 32, "info": {"result_urls": ["x" * 170]}}}
).encode()
Post = Callable[[str], Awaitable[None]]


@asynccontextmanager
async def plain(ca: str) -> AsyncIterator[Post]:
    """Aiohttp's client, nothing guarded."""
    tls = ssl.create_default_context(cafile=ca or None)
    connector = aiohttp.TCPConnector(limit=0, ssl=tls)
    async with aiohttp.ClientSession(
        connector=connector, timeout=aiohttp.ClientTimeout(total=TIMEOUT_SECONDS)
    ) as session:

        async def post(url: str) -> None:
            async with session.post(url, data=BODY, headers=HEADERS) as answer:
                await answer.read()

        yield post


@asynccontextmanager
async def guarded(ca: str) -> AsyncIterator[Post]:
    """The sender of the server, alone, in an interpreter that is tuned as the server's is."""
    tune_interpreter()
    sender = GuardedSender(
        policy=TargetPolicy(AddressPolicy(["127.0.0.0/8"])),
        timeout_seconds=TIMEOUT_SECONDS,
        user_agent="Ceiling",
        ca_bundle=ca,
    )
    await sender.open()

    async def post(url: str) -> None:
        answer = await sender.post(url, body=BODY, headers=HEADERS)
        if answer.fault is not None:
            raise RuntimeError(answer.diagnosis)

    try:
        yield post
    finally:
        await sender.close()


CLIENTS = {"aiohttp": plain, "sender": guarded}


async def main(client: str, count: int, in_flight: int, ca: str, urls: list[str]) -> None:
    todo = iter([url for url, _ in zip(cycle(urls), range(count), strict=False)])
    async with CLIENTS[client](ca) as post:

        async def work() -> None:
            for url in todo:
                await post(url)

        began, cpu = time.monotonic(), time.process_time()
        await asyncio.gather(*(work() for _ in range(in_flight)))
    print(json.dumps({"seconds": time.monotonic() - began, "cpu": time.process_time() - cpu}))


if __name__ == "__main__":
    uvloop.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5:]))
