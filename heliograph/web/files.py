"""Pictures over HTTP: signed links that need no key, with ranges, an ETag, and a reason once they have ended."""

from typing import Annotated

from fastapi import APIRouter, Header, Query
from starlette.responses import FileResponse, Response

from heliograph.domain.contract import Code
from heliograph.domain.errors import RequestRefused
from heliograph.domain.link import LinkState, end_of
from heliograph.domain.task import BlobName
from heliograph.web.auth import Served
from heliograph.web.wire import Envelope

MEDIA_TYPE = "image/png"


def router() -> APIRouter:
    """The route below `/files`."""
    routes = APIRouter(tags=["Pictures"])

    @routes.head("/files/{name}", include_in_schema=False)  # its operation would have the name of the next one
    @routes.get(
        "/files/{name}",
        response_class=FileResponse,
        responses={
            200: {"content": {MEDIA_TYPE: {}}, "description": "The picture"},
            "default": {
                "model": Envelope[None],
                "description": "404 for a link that is not ours, 410 with the reason for one that has ended",
            },
        },
    )
    async def picture(
        name: str,
        services: Served,
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
                return await _served(name, services, expires, if_none_match)

    return routes


async def _served(name: str, services: Served, expires: str, if_none_match: str | None) -> Response:
    path = await services.shelf.blobs.locate(BlobName(name))
    if path is None:
        raise RequestRefused(Code.GONE, f"The picture is no longer kept: pictures stay {services.media_days:g} days")
    left = max(0, int(expires) - int(services.clock.now().timestamp()))
    # A name stands for the same bytes for ever, so it is its own ETag.
    headers = {"ETag": f'"{name}"', "Cache-Control": f"public, max-age={left}, immutable"}
    if if_none_match is not None and (if_none_match.strip() == "*" or headers["ETag"] in if_none_match):
        return Response(status_code=304, headers=headers)
    headers |= {"X-Content-Type-Options": "nosniff", "Content-Disposition": f'inline; filename="{name}"'}
    return FileResponse(str(path), media_type=MEDIA_TYPE, headers=headers)


def _ended(moment: str) -> str:
    return f"This link ended on {moment}: ask /api/v1/gpt4o-image/download-url for a new one while the picture is kept"
