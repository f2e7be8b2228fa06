"""A client of the 4o Image API: submit, look up, wait, download."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import aiohttp

from heliograph.domain.errors import RequestRefused

FINISHED = frozenset({1, 2})
"""The values of `successFlag` that are an end."""


@dataclass(frozen=True, slots=True)
class Record:
    """A task as record-info gives it; `urls` is empty until it has succeeded."""

    task_id: str
    status: str
    progress: float
    is_finished: bool
    urls: tuple[str, ...]
    error_code: int | None
    error_message: str | None

    @classmethod
    def of(cls, data: dict[str, Any]) -> "Record":
        return cls(
            task_id=data["taskId"],
            status=data["status"],
            progress=float(data["progress"]),
            is_finished=data["successFlag"] in FINISHED,
            urls=tuple((data["response"] or {}).get("resultUrls", ())),
            error_code=data["errorCode"],
            error_message=data["errorMessage"],
        )


class Client:
    """Use as `async with Client(base_url, key) as client`. Raises `RequestRefused` with the server's own words."""

    def __init__(self, base_url: str, key: str) -> None:
        self._base_url = base_url.rstrip("/")
        self._key = key
        self._session: aiohttp.ClientSession

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(headers={"Authorization": f"Bearer {self._key}"})
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def generate(
        self,
        prompt: str = "",
        *,
        size: str = "1:1",
        callback_url: str = "",
        variants: int = 1,
        seed: int | None = None,
        image_urls: Sequence[str] = (),
        mask_url: str = "",
        enhance: bool = False,
        fallback: str = "",
    ) -> str:
        """Submit a prompt, images to start from, or both; the task's id.

        `image_urls` are up to five images; black in `mask_url` says what may change in the only one. With `enhance` the
        prompt is put in better words first. `fallback` is the model that is asked where the generator fails,
        `GPT_IMAGE_1` or `FLUX_MAX`; empty for none.
        """
        wish: dict[str, Any] = {
            "prompt": prompt,
            "size": size,
            "callBackUrl": callback_url,
            "nVariants": variants,
            "filesUrl": list(image_urls),
            "maskUrl": mask_url,
            "isEnhance": enhance,
            "enableFallback": bool(fallback),
            "fallbackModel": fallback,
        }
        asked = {name: value for name, value in wish.items() if value}
        if seed is not None:
            asked["seed"] = seed
        data = await self._call("POST", "/api/v1/gpt4o-image/generate", json=asked)
        return str(data["taskId"])

    async def record_info(self, task_id: str) -> Record:
        return Record.of(await self._call("GET", "/api/v1/gpt4o-image/record-info", params={"taskId": task_id}))

    async def wait(self, task_id: str, *, every_seconds: float = 1.0) -> Record:
        """Look the task up until it has ended."""
        while not (record := await self.record_info(task_id)).is_finished:
            await asyncio.sleep(every_seconds)
        return record

    async def download(self, url: str) -> bytes:
        """The bytes behind a result link; it needs no key, and none is sent."""
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            response.raise_for_status()
            return await response.read()

    async def _call(self, method: str, path: str, **what: Any) -> Any:
        async with self._session.request(method, self._base_url + path, **what) as response:
            answer = await response.json()
        if answer["code"] != 200:  # noqa: PLR2004  # the contract's only code without a fault
            raise RequestRefused(answer["code"], answer["msg"])
        return answer["data"]
