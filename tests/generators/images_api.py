"""A server on loopback that speaks the Images API by its published contract, and notes and checks what it is sent."""

import asyncio
import base64
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

from aiohttp import web
from PIL import Image

KEY = "sk-test-0123456789"
MODELS = {
    "gpt-image-2": frozenset({"stream", "partial_images", "n", "quality", "background", "output_format", "moderation"}),
    "one-at-a-time": frozenset({"quality", "response_format"}),
}
"""Those that there are, with the optional fields that each knows; without `n` a model draws one at a time."""
SIZES = {"1024x1024", "1536x1024", "1024x1536"}
PROMPT_LIMIT = 32_000
MASK_LIMIT_BYTES = 4_000_000
USAGE = {
    "total_tokens": 1066,
    "input_tokens": 10,
    "output_tokens": 1056,
    "input_tokens_details": {"text_tokens": 10, "image_tokens": 0},
}


@dataclass(frozen=True)
class Asked:
    """One request: its path, headers, fields as text or JSON, and files as (field, name, type, bytes)."""

    path: str
    headers: dict[str, str]
    fields: dict
    files: list[tuple[str, str, str, bytes]]

    def files_in(self, name):
        return [data for field_name, _, _, data in self.files if field_name == name]


class Refused(Exception):
    def __init__(self, status, code, message, param=None, kind="invalid_request_error"):
        super().__init__(message)
        self.status = status
        self.body = {"error": {"message": message, "type": kind, "param": param, "code": code}}


def error(status, code=None, message="something is wrong", *, param=None, kind="invalid_request_error", headers=None):
    """An answer for `ImagesApi.answers`."""
    body = {"error": {"message": message, "type": kind, "param": param, "code": code}}

    async def answer(_, __):
        return web.json_response(body, status=status, headers=headers)

    return answer


def raw(body, *, status=200, content_type="application/json", headers=None):
    async def answer(_, __):
        return web.Response(body=body, status=status, content_type=content_type, headers=headers)

    return answer


@dataclass
class ImagesApi:
    """Answers what `answers` has, one after the other, and then as the contract says."""

    answers: list[Callable] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    pause_seconds: float = 0.0
    picture: Callable = None
    streams_anyway: bool = True
    port: int = 0

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/v1"

    async def __aenter__(self):
        app = web.Application(client_max_size=128 * 1024 * 1024)
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_):
        await self._runner.cleanup()

    async def _answer(self, request):
        asked = await read(request)
        self.asked.append(asked)
        try:
            if self.answers:
                return await self.answers.pop(0)(request, asked)
            return await self._drawn(request, asked)
        except Refused as refused:
            return web.json_response(refused.body, status=refused.status)
        except (asyncio.CancelledError, ConnectionError):
            self.left.append(asked.path)
            raise

    async def _drawn(self, request, asked):
        check(asked)
        draw = self.picture or picture
        count, numbers = int(asked.fields.get("n", 1)), len(self.asked)
        pictures = [draw(asked.fields["size"], numbers * 10 + number) for number in range(count)]
        if str(asked.fields.get("stream", "false")).lower() == "true" and self.streams_anyway:
            return await self._streamed(request, asked, pictures[0])
        await asyncio.sleep(self.pause_seconds)
        data = [{"b64_json": base64.b64encode(each).decode()} for each in pictures]
        return web.json_response({"created": 1, "data": data, "usage": USAGE})

    async def _streamed(self, request, asked, drawn):
        kind = "image_edit" if asked.path.endswith("/edits") else "image_generation"
        about = {"size": asked.fields["size"], "quality": "high", "background": "opaque", "output_format": "png"}
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream; charset=utf-8"})
        await response.prepare(request)
        for number in range(int(asked.fields["partial_images"])):
            partial = {"partial_image_index": number, "b64_json": base64.b64encode(drawn).decode(), "created_at": 1}
            await say(response, f"{kind}.partial_image", partial | about)
            await asyncio.sleep(self.pause_seconds)
        done = {"b64_json": base64.b64encode(drawn).decode(), "created_at": 1, "usage": USAGE}
        await say(response, f"{kind}.completed", done | about)
        return response


async def say(response, kind, content):
    await response.write(f"event: {kind}\ndata: {json.dumps({'type': kind} | content)}\n\n".encode())


async def read(request):
    fields, files = {}, []
    if request.content_type == "multipart/form-data":
        async for part in await request.multipart():
            if part.filename is None:
                fields[part.name] = await part.text()
            else:
                data = bytes(await part.read())
                files.append((part.name, part.filename, part.headers.get("Content-Type", ""), data))
    elif request.can_read_body:
        fields = await request.json()
    return Asked(request.path, dict(request.headers), fields, files)


def check(asked):
    """Raises `Refused` as the service does for what its contract forbids."""
    if asked.headers.get("Authorization") != f"Bearer {KEY}":
        raise Refused(401, "invalid_api_key", f"Incorrect API key provided: {asked.headers.get('Authorization')}.")
    if asked.path not in ("/v1/images/generations", "/v1/images/edits"):
        raise Refused(404, None, f"Invalid URL (POST {asked.path})")
    knows = MODELS.get(asked.fields.get("model"))
    if knows is None:
        raise Refused(404, "model_not_found", f"The model '{asked.fields.get('model')}' does not exist", "model")
    is_edit = asked.path.endswith("/edits")
    for name in sorted(
        set(asked.fields) - {"model", "prompt", "size", "n"} - knows - ({"input_fidelity"} if is_edit else set())
    ):
        raise Refused(400, "unknown_parameter", f"Unknown parameter: '{name}'.", name)
    _check_values(asked, knows)
    if is_edit:
        _check_files(asked)
    elif asked.headers["Content-Type"] != "application/json":
        raise Refused(400, None, "We expected JSON")


def _check_values(asked, knows):
    fields = asked.fields
    if not fields.get("prompt") or len(fields["prompt"]) > PROMPT_LIMIT:
        said = f"Invalid 'prompt': string too long. Expected a string with maximum length {PROMPT_LIMIT}"
        raise Refused(400, "string_above_max_length", said, "prompt")
    if fields.get("size") not in SIZES:
        raise Refused(400, "invalid_value", f"Invalid value: '{fields.get('size')}'. Supported: {SIZES}", "size")
    count = int(fields.get("n", 1))
    if not 1 <= count <= (10 if "n" in knows else 1):
        raise Refused(400, "integer_above_max_value", "Invalid 'n': integer above maximum value.", "n")
    if str(fields.get("stream", "false")).lower() == "true":
        if count > 1:
            raise Refused(400, None, "Streaming is only supported with n=1.")
        if not 0 <= int(fields.get("partial_images", 0)) <= 3:
            raise Refused(400, "invalid_value", "Invalid 'partial_images'", "partial_images")


def _check_files(asked):
    names = {name for name, *_ in asked.files}
    pictures = asked.files_in("image[]") or asked.files_in("image")
    if names - {"image", "image[]", "mask"} or not 1 <= len(pictures) <= 16:
        raise Refused(400, "invalid_value", f"Expected 1 to 16 images, got {sorted(names)}", "image")
    for data in pictures:
        try:
            size = Image.open(BytesIO(data), formats=["PNG", "JPEG", "WEBP"]).size
        except OSError:
            raise Refused(400, "invalid_image_file", "Invalid image file or mode", "image") from None
    for mask in asked.files_in("mask"):
        image = Image.open(BytesIO(mask), formats=["PNG"])
        first = Image.open(BytesIO(pictures[0])).size
        if image.mode != "RGBA" or image.size != first or len(mask) >= MASK_LIMIT_BYTES:
            raise Refused(400, "invalid_image_file", f"Invalid mask: {image.mode} {image.size}, not {size}", "mask")


@lru_cache(maxsize=256)
def picture(size, number):
    """A PNG file of one colour."""
    width, height = map(int, size.split("x"))
    file = BytesIO()
    Image.new("RGB", (width, height), ((number * 53) % 256, (number * 97) % 256, 40)).save(
        file, "PNG", compress_level=1
    )
    return file.getvalue()
