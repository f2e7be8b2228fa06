"""Submits tasks over HTTP. Run as a process: `load BASE_URL COUNT CONNECTIONS RATE URL…`; RATE 0 is as fast as it goes.

Prints one JSON line: `{"began", "ended", "sent": {task id: seconds}}`, in seconds of the machine's monotonic clock when
each request was sent.
"""

import asyncio
import json
import sys
import time
from itertools import cycle

import aiohttp
import uvloop

from benchmarks.processes import KEY


async def main(base_url: str, count: int, connections: int, rate: float, urls: list[str]) -> None:
    bodies = [json.dumps({"size": "1:1", "prompt": "a red bicycle", "callBackUrl": url}).encode() for url in urls]
    todo = iter(range(count))
    turn = cycle(bodies)
    sent: dict[str, float] = {}
    headers = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"}
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(base_url, headers=headers, connector=connector) as session:
        began = time.monotonic()

        async def submit() -> None:
            for number in todo:
                if rate:
                    await asyncio.sleep(max(0.0, began + number / rate - time.monotonic()))
                at = time.monotonic()
                async with session.post("/api/v1/gpt4o-image/generate", data=next(turn)) as answer:
                    told = await answer.json(content_type=None)
                sent[told["data"]["taskId"]] = at

        await asyncio.gather(*(submit() for _ in range(connections)))
    print(json.dumps({"began": began, "ended": time.monotonic(), "sent": sent}))


if __name__ == "__main__":
    uvloop.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]), sys.argv[5:]))
