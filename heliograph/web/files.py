"""Pictures over HTTP: signed links that need no key, to a file with ranges and an ETag or on to the bucket."""

from pathlib import PurePath
from typing import Annotated, assert_never

from fastapi import APIRouter, Header, Query, Request
from starlette.responses import FileResponse, RedirectResponse, Response

from heliograph.domain.contract import Code
from heliograph.domain.errors import RequestRefused
from heliograph.domain.link import LinkState, end_of, previewed_task
from heliograph.domain.picture import media_type_of
from heliograph.domain.task import BlobName, TaskId
from heliograph.ports import LocalFile, Method, PresignedUrl
from heliograph.web.auth import Served
from heliograph.web.wire import Envelope

MEDIA_TYPE = "image/png"
REDIRECT_SECONDS = 1200
"""The longest that a URL of the bucket is good which a link leads on to; the link itself makes a new one each time."""


def router() -> APIRouter:
    """The route below `/files`."""
    routes = APIRouter(tags=["Pictures"])

    @routes.head("/files/{name}", include_in_schema=False)  # its operation would have the name of the next one
    @routes.get(
        "/files/{name}",
        response_class=FileResponse,
        responses={
            200: {"content": {MEDIA_TYPE: {}}, "description": "The picture"},
            302: {"description": "Where pictures are kept in a bucket: its URL of this picture"},
            "default": {
                "model": Envelope[None],
                "description": "404 for a link that is not ours, 410 with the reason for one that has ended",
            },
        },
    )
    async def picture(
        name: str,
        request: Request,
        services: Served,
        *,
        expires: Annotated[str, Query(description="Unix seconds")] = "",
        signature: Annotated[str, Query()] = "",
        if_none_match: Annotated[str | None, Header()] = None,
    ) -> Response:
        """A picture, to whoever has its link."""
        now = services.clock.now()
        match services.shelf.links.check(name, expires=expires, signature=signature, now=now):
            case LinkState.FORGED:
                raise RequestRefused(
                    Code.NO_SUCH_ENDPOINT, "This is no link of this server: copy the whole URL, with its signature"
                )
            case LinkState.EXPIRED:
                raise RequestRefused(Code.GONE, _ended(end_of(expires).isoformat()))
            case LinkState.VALID:
                method: Method = "HEAD" if request.method == "HEAD" else "GET"
                return await _served(name, services, method, expires, if_none_match)

    return routes


async def _served(name: str, services: Served, method: Method, expires: str, if_none_match: str | None) -> Response:
    if task_id := previewed_task(name):
        return await _preview(task_id, services)
    left = max(0, int(expires) - int(services.clock.now().timestamp()))
    place = await services.shelf.blobs.where(BlobName(name), seconds=min(left, REDIRECT_SECONDS), method=method)
    match place:
        case None:
            gone = f"The picture is no longer kept: pictures stay {services.media_days:g} days"
            raise RequestRefused(Code.GONE, gone)
        case LocalFile(path):
            return _file(name, path, left, if_none_match)
        case PresignedUrl(url):
            # Whoever kept this answer would be led to a URL that has ended.
            return RedirectResponse(url, status_code=302, headers={"Cache-Control": "no-store"})
    assert_never(place)


async def _preview(task_id: TaskId, services: Served) -> Response:
    image = await services.store.preview_of(task_id)
    if image is None:
        raise RequestRefused(Code.GONE, "The preview went with the end of its task: ask record-info for the pictures")
    # The latest, whichever was asked for: those before it are not kept.
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    return Response(image, media_type=media_type_of(image), headers=headers)


def _file(name: str, path: PurePath, left: int, if_none_match: str | None) -> Response:
    # A name stands for the same bytes for ever, so it is its own ETag.
    headers = {"ETag": f'"{name}"', "Cache-Control": f"public, max-age={left}, immutable"}
    if if_none_match is not None and (if_none_match.strip() == "*" or headers["ETag"] in if_none_match):
        return Response(status_code=304, headers=headers)
    headers |= {"X-Content-Type-Options": "nosniff", "Content-Disposition": f'inline; filename="{name}"'}
    return FileResponse(str(path), media_type=MEDIA_TYPE, headers=headers)


def _ended(moment: str) -> str:
    return f"This link ended on {moment}: ask /api/v1/gpt4o-image/download-url for a new one while the picture is kept"
