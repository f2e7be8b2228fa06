"""Blobs as objects in a bucket, of S3 and what speaks like it, of Google Cloud Storage or of Azure; needs obstore."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Self, TypeVar

import obstore
from obstore.exceptions import BaseError
from obstore.store import from_url

from heliograph.domain.errors import SettingsError
from heliograph.domain.task import BlobName
from heliograph.ports import Method, PresignedUrl

ResultT = TypeVar("ResultT")

CONNECT_SECONDS, REQUEST_SECONDS, PATIENCE_SECONDS = 5, 20, 30
"""For a connection, for one request, and for everything that one call may take, retries and credentials included."""
RETRIES = 2
AT_ONCE = 64
"""Requests in flight; a generator that takes a thousand tasks at once must not open thousands of connections."""
LISTED_AT_ONCE = 500
LONGEST_LINK_SECONDS = 7 * 24 * 3600
"""What S3, Google and Azure sign at most."""

MARK = "heliograph-owner"
"""The object that says whose pictures these are: a sweep deletes what its database does not know."""
PICTURE_NAME = re.compile(r"[0-9a-f]{32}_(?:[0-9]+|input_(?:[0-9]+|mask))\.png")
"""Drawn, or what a task starts from. Whatever else lies there is not ours: not listed, so that no sweep deletes it."""

ATTRIBUTES = {"Content-Type": "image/png", "Cache-Control": "public, max-age=1200, immutable"}


class ObjectBlobs:
    """Keeps each blob as `<url>/<name>`; any number of processes may share it, if they share the database."""

    def __init__(self, store: Any, url: str) -> None:
        self._store = store
        self._url = url
        self._places = asyncio.Semaphore(AT_ONCE)

    @classmethod
    async def open(cls, url: str, *, owner: str) -> Self:
        """Raises `SettingsError` where the place cannot be written, or belongs to the database of another `owner`.

        Credentials, region and endpoint come from the environment, under the names that every tool of the cloud reads.
        """
        try:
            blobs = cls(_store_at(url), url)
            await blobs._try_out(owner)
        except (BaseError, OSError, ValueError) as error:
            raise SettingsError(
                f"HELIOGRAPH_BLOB_URL: pictures cannot be kept there. {_said(error)}. Check the URL, the endpoint, and "
                "that the credentials may read, write, list and delete"
            ) from None
        return blobs

    async def put(self, blobs: Mapping[BlobName, bytes]) -> None:
        """Keep all of them side by side; durable on return. Raises `OSError` where one was not taken."""
        for name in blobs:
            _checked(name)
        told = await asyncio.gather(*(self._put(name, blobs[name]) for name in blobs), return_exceptions=True)
        for error in filter(None, told):
            raise error

    async def where(self, name: BlobName, *, seconds: float, method: Method = "GET") -> PresignedUrl | None:
        """Raises `OSError` where the bucket does not answer."""
        _checked(name)
        try:
            await self._ask(obstore.head_async(self._store, name))
        except FileNotFoundError:
            return None
        good_for = timedelta(seconds=max(1, min(int(seconds), LONGEST_LINK_SECONDS)))
        return PresignedUrl(await self._ask(obstore.sign_async(self._store, method, name, good_for)))

    async def read(self, name: BlobName) -> bytes | None:
        """Raises `OSError` where the bucket does not answer."""
        _checked(name)
        try:
            return await self._ask(_content(self._store, name))
        except FileNotFoundError:
            return None

    async def delete(self, names: Sequence[BlobName]) -> None:
        """In bulk. Raises `OSError` where the bucket does not answer."""
        for name in names:
            _checked(name)
        if not names:
            return
        try:
            await self._ask(obstore.delete_async(self._store, list(names)))
        except FileNotFoundError:
            # Google and Azure stop at the first that is gone already; S3 takes it for deleted.
            await asyncio.gather(*(self._delete_if_there(name) for name in names))

    async def names(self, *, older_than: datetime) -> AsyncIterator[list[BlobName]]:
        """In the order of their names. Raises `OSError` where the bucket does not answer."""
        pages = obstore.list(self._store, chunk_size=LISTED_AT_ONCE)
        while page := await self._ask(_next(pages)):
            yield [BlobName(one["path"]) for one in page if _is_ours(one["path"]) and one["last_modified"] < older_than]

    async def close(self) -> None:
        """Connections end with the process; obstore has no way to end them sooner."""

    async def _put(self, name: str, content: bytes, attributes: Mapping[str, str] = ATTRIBUTES) -> None:
        shown = {"Content-Disposition": f'inline; filename="{name}"', **attributes}
        await self._ask(obstore.put_async(self._store, name, content, attributes=shown, use_multipart=False))

    async def _delete_if_there(self, name: str) -> None:
        try:
            await self._ask(obstore.delete_async(self._store, name))
        except FileNotFoundError:
            return

    async def _try_out(self, owner: str) -> None:
        """Everything that is done with pictures, once: read, write, sign, list, delete."""
        try:
            found = await self._ask(_content(self._store, MARK))
        except FileNotFoundError:
            found = owner.encode()
            await self._put(MARK, found, {"Content-Type": "text/plain"})
        if found != owner.encode():
            raise SettingsError(
                f"{self._url} holds the pictures of another Heliograph, which each would take for orphans of its own: "
                f"use another prefix in HELIOGRAPH_BLOB_URL, or delete the object {MARK} there if the other is no more"
            )
        trial = BlobName(f"{MARK}-trial")
        await self._put(trial, b"", {"Content-Type": "text/plain"})
        await self.where(trial, seconds=1)
        await self._ask(_next(obstore.list(self._store, chunk_size=1)))
        await self.delete([trial])

    async def _ask(self, asking: Awaitable[ResultT]) -> ResultT:
        """One request, in its time, with an error that a person can read."""
        try:
            async with self._places, asyncio.timeout(PATIENCE_SECONDS):
                return await asking
        except FileNotFoundError as error:
            raise FileNotFoundError(f"{self._url}: {_said(error)}") from None
        except TimeoutError:
            raise TimeoutError(f"{self._url} did not answer within {PATIENCE_SECONDS} s") from None
        except (BaseError, ValueError) as error:
            raise OSError(f"{self._url}: {_said(error)}") from None


def _store_at(url: str) -> Any:
    return from_url(
        url,
        client_options={
            # Without an endpoint that begins with http:// there is none to which this would apply.
            "allow_http": True,
            "connect_timeout": timedelta(seconds=CONNECT_SECONDS),
            "timeout": timedelta(seconds=REQUEST_SECONDS),
        },
        retry_config={"max_retries": RETRIES, "retry_timeout": timedelta(seconds=PATIENCE_SECONDS)},
    )


async def _content(store: Any, name: str) -> bytes:
    found = await obstore.get_async(store, name)
    return bytes(await found.bytes_async())


async def _next(pages: Any) -> Sequence[Any]:
    try:
        return list(await anext(pages))
    except StopAsyncIteration:
        return ()


def _checked(name: BlobName) -> None:
    if not name or "/" in name or "\\" in name or name.startswith("."):
        raise ValueError(f"{name!r} is no blob name: it must be a plain file name")


def _is_ours(path: str) -> bool:
    return PICTURE_NAME.fullmatch(path) is not None


def _said(error: Exception) -> str:
    """What the service said, out of obstore's account of it."""
    text = str(error).partition("\n\nDebug source")[0]
    code, message = re.search(r"<Code>(.*?)</Code>", text), re.search(r"<Message>(.*?)</Message>", text, re.DOTALL)
    if code and message:
        return f"{code[1]}, {message[1].strip()}"
    return " ".join(text.split())[:300]
