"""The ceiling: plain asyncio and aiohttp posting to the same receiver, nothing durable. Run as a process."""

import asyncio
import json
import sys
import time
from itertools import cycle

import aiohttp
import uvloop


async def main(count: int, in_flight: int, urls: list[str]) -> None:
    body = json.dumps(
        {"code": 200, "msg": "success", "data": {"taskId": "0" * 32, "info": {"result_urls": ["x" * 170]}}}
    ).encode()
    todo = iter([url for url, _ in zip(cycle(urls), range(count), strict=False)])
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=15)) as session:

        async def post() -> None:
            for url in todo:
                async with session.post(url, data=body, headers={"Content-Type": "application/json"}) as answer:
                    await answer.read()

        start = time.monotonic()
        await asyncio.gather(*(post() for _ in range(in_flight)))
    print(json.dumps({"seconds": time.monotonic() - start, "cpu": time.process_time()}))


if __name__ == "__main__":
    uvloop.run(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]))
