"""The demo: a real server and a real receiver on loopback, one task, and its picture in this folder."""

import asyncio
import base64
import json
import os
import secrets
import socket
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from aiohttp import web
from rich.console import Console
from rich.panel import Panel
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.syntax import Syntax

from heliograph.client import Client, Record
from heliograph.domain.errors import HeliographError
from heliograph.domain.signature import PREFIX
from heliograph.receiver import Callback, read_callback

PROMPT = "a red bicycle leaning on a white wall"
START_SECONDS = 20.0
TASK_SECONDS = 25.0
LOOPBACK = "127.0.0.1"


class DemoFailed(HeliographError):
    """The demo did not come to its end; the message holds what the server said."""


@dataclass(slots=True)
class Desk:
    """Where the demo's receiver puts what arrives."""

    secret: str = field(repr=False)
    arrived: "asyncio.Future[tuple[bytes, Callback]]"

    async def receive(self, request: web.Request) -> web.Response:
        body = await request.read()
        callback = read_callback(body, request.headers, secrets=[self.secret])
        if not self.arrived.done():
            self.arrived.set_result((body, callback))
        return web.json_response({"status": "received"})


async def run_demo(folder: Path | None = None) -> Path:
    """Run the main job once, from outside; the path of the picture. Raises `DemoFailed`."""
    console = Console()
    key, secret = f"hg_{secrets.token_urlsafe(24)}", PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()
    desk = Desk(secret, asyncio.get_running_loop().create_future())
    async with _receiver(desk) as receiver_url, _server(key, secret) as base_url, Client(base_url, key) as client:
        console.print(
            f"[bold]server[/]    {base_url}\n[bold]receiver[/]  {receiver_url}\n[bold]prompt[/]    {PROMPT}\n"
        )
        task_id = await client.generate(PROMPT, callback_url=receiver_url)
        record = await _watched(console, client, task_id)
        if not record.urls:
            raise DemoFailed(f"the task failed with {record.error_code}: {record.error_message}")
        async with asyncio.timeout(TASK_SECONDS):
            body, callback = await desk.arrived
        path = (folder or Path.cwd()) / f"4o_image_{task_id}_1.png"
        path.write_bytes(await client.download(callback.urls[0]))
    _tell(console, body, callback, path)
    return path


async def _watched(console: Console, client: Client, task_id: str) -> Record:
    columns = (TextColumn("[bold]{task.description}"), BarColumn(), TextColumn("{task.percentage:3.0f} %"))
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        bar = progress.add_task("drawing", total=1.0)
        async with asyncio.timeout(TASK_SECONDS):
            while not (record := await client.record_info(task_id)).is_finished:
                progress.update(bar, completed=record.progress)
                await asyncio.sleep(0.4)
        progress.update(bar, completed=1.0, description=record.status.lower())
    return record


def _tell(console: Console, body: bytes, callback: Callback, path: Path) -> None:
    shown = Syntax(json.dumps(json.loads(body), indent=2), "json", word_wrap=True, background_color="default")
    console.print(Panel(shown, title=f"callback {callback.webhook_id}", subtitle="[green]signature verified[/]"))
    console.print(f"[bold green]saved[/]  {path}  ({path.stat().st_size:,} bytes)\n")
    console.print("What to try next:")
    console.print("  .venv/bin/heliograph serve        a server that stays; it prints your key")
    console.print("  docs/quickstart.md                submit with curl, point your client here")
    console.print("  examples/receivers/               receivers to copy: Express, Flask, FastAPI, PHP")


@asynccontextmanager
async def _receiver(desk: Desk) -> AsyncIterator[str]:
    application = web.Application()
    application.router.add_post("/4o-image-callback", desk.receive)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.SockSite(runner, _listening())
    await site.start()
    try:
        yield f"http://{LOOPBACK}:{runner.addresses[0][1]}/4o-image-callback"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def _server(key: str, secret: str) -> AsyncIterator[str]:
    with _listening() as probe:
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="heliograph-demo-") as folder, tempfile.TemporaryFile() as log:
        environment = {
            **os.environ,
            "HELIOGRAPH_HOST": LOOPBACK,
            "HELIOGRAPH_PORT": str(port),
            "HELIOGRAPH_PUBLIC_URL": "",
            "HELIOGRAPH_DATA_DIR": folder,
            "HELIOGRAPH_BLOB_URL": "",
            "HELIOGRAPH_API_KEYS": key,
            "HELIOGRAPH_SIGNING_SECRETS": secret,
            "HELIOGRAPH_EGRESS_ALLOW": f"{LOOPBACK}/32",
            "HELIOGRAPH_GENERATOR": "illustrator",
        }
        command = (sys.executable, "-m", "heliograph", "serve")
        process = await asyncio.create_subprocess_exec(*command, env=environment, stdout=log, stderr=log)
        base_url = f"http://{LOOPBACK}:{port}"
        try:
            if not await _is_ready(base_url, process):
                log.seek(0)
                raise DemoFailed(f"the server did not start; it said:\n{log.read().decode(errors='replace')}")
            yield base_url
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()


async def _is_ready(base_url: str, process: asyncio.subprocess.Process) -> bool:
    deadline = asyncio.get_running_loop().time() + START_SECONDS
    async with aiohttp.ClientSession() as session:
        while process.returncode is None and asyncio.get_running_loop().time() < deadline:
            try:
                async with session.get(f"{base_url}/readyz") as response:
                    if response.ok:
                        return True
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.05)
    return False


def _listening() -> socket.socket:
    listener = socket.socket()
    listener.bind((LOOPBACK, 0))
    listener.listen()
    return listener
