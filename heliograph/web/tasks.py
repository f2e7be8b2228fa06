"""The 4o Image API: submit, look up, link (wire contract, sections 2 to 4)."""

from dataclasses import replace
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from heliograph.domain.contract import DEFAULT_FALLBACK_MODEL, UNKNOWN_RECORD, Code, Size
from heliograph.domain.errors import RequestRefused
from heliograph.domain.inputs import MOST_IMAGES, Sources, beyond, sources_of
from heliograph.domain.task import BlobName, KeyId, Task, TaskState
from heliograph.domain.trace import TraceContext
from heliograph.flow.accept import Wish, accept
from heliograph.ports import PresignedUrl
from heliograph.web.auth import Caller, Served
from heliograph.web.errors import Answers
from heliograph.web.requests import ERRORS, admit, own_task, permitted, read_body, takes, trace_of, unusable
from heliograph.web.services import Services
from heliograph.web.wire import (
    Accepted,
    CommonDownloadRequest,
    DownloadRequest,
    Envelope,
    GenerateRequest,
    RecordInfo,
    record_info,
)


def router(answers: Answers) -> APIRouter:
    """The routes below `/api/v1`."""
    routes = APIRouter(prefix="/api/v1", tags=["4o Image API"], responses=ERRORS)
    _add_tasks(routes, answers)
    _add_links(routes, answers)
    return routes


def _add_tasks(routes: APIRouter, answers: Answers) -> None:
    @routes.post("/gpt4o-image/generate", openapi_extra=takes(GenerateRequest), response_model=Envelope[Accepted])
    async def generate(request: Request, key_id: Caller, services: Served) -> Response:
        """Submit a task. When the answer is there, the task is stored and will come to an end."""
        wish = _wish(await read_body(request, GenerateRequest), key_id, services)
        admit(services.submissions, key_id, services, "tasks")
        task = await _accepted(wish, trace_of(request), services)
        services.observer.task_accepted(task)
        return answers.ok({"taskId": task.id})

    @routes.get("/gpt4o-image/record-info", response_model=Envelope[RecordInfo])
    async def look_up(
        key_id: Caller, services: Served, task_id: Annotated[str, Query(alias="taskId", description="From generate")]
    ) -> Response:
        """What is known of a task."""
        task = await own_task(services, key_id, task_id)
        if task is None:
            raise RequestRefused(Code.INVALID, UNKNOWN_RECORD)
        admit(services.queries, task_id, services, "look-ups of this task")
        return answers.ok(record_info(task, services.shelf.urls_of(task)))

    @routes.get("/chat/credit", response_model=Envelope[float])
    async def credit(key_id: Caller, services: Served) -> Response:  # noqa: ARG001  # one balance for every key
        """The balance that the operator has configured."""
        return answers.ok(services.credit)


def _add_links(routes: APIRouter, answers: Answers) -> None:
    @routes.post("/gpt4o-image/download-url", openapi_extra=takes(DownloadRequest), response_model=Envelope[str])
    async def download_url(request: Request, key_id: Caller, services: Served) -> Response:
        """A direct link to one of a task's pictures, good for 20 minutes."""
        asked = await read_body(request, DownloadRequest)
        task = await own_task(services, key_id, asked.task_id)
        return answers.ok(await _link(services, _named(services, task, asked.url)))

    @routes.post("/common/download-url", openapi_extra=takes(CommonDownloadRequest), response_model=Envelope[str])
    async def common_download_url(request: Request, key_id: Caller, services: Served) -> Response:
        """A direct link to any of the caller's pictures, good for 20 minutes."""
        asked = await read_body(request, CommonDownloadRequest)
        name = services.shelf.links.name_in(asked.url, now=services.clock.now())
        owner = await own_task(services, key_id, (name or "").partition("_")[0])
        if name is None or owner is None:
            raise RequestRefused(Code.INVALID, "url is wrong")
        return answers.ok(await _link(services, name))


async def _accepted(wish: Wish, caller: TraceContext | None, services: Services) -> Task:
    task_id = services.new_task_id()
    with services.tracer.accepting(task_id, caller) as span:
        return await accept(
            replace(wish, trace=span.trace),
            task_id=task_id,
            lane=services.task_lane,
            store=services.store,
            clock=services.clock,
            handoff=services.tasks,
        )


def _wish(asked: GenerateRequest, key_id: KeyId, services: Services) -> Wish:
    params, prompt = asked.params(), asked.prompt or ""
    sources = sources_of(params)
    if not prompt.strip() and not sources.images:
        raise RequestRefused(Code.INVALID, "prompt is required: say what to draw, or send an image in filesUrl")
    _check(sources, services)
    if asked.seed is not None and not services.abilities.seed:
        raise RequestRefused(
            Code.INVALID, f"seed is not possible here: the generator {services.task_lane} repeats none; leave it out"
        )
    url = asked.call_back_url
    return Wish(
        key_id=key_id,
        prompt=prompt,
        size=Size(asked.size),
        variants=asked.n_variants or 1,
        callback_url=permitted(url, services.targets, field="callBackUrl") if url else None,
        params=params,
        fallback=(asked.fallback_model or DEFAULT_FALLBACK_MODEL) if asked.enable_fallback else "",
        seed=asked.seed,
    )


def _check(sources: Sources, services: Services) -> None:
    """What can be told of input images before they are fetched; where they are kept is found out by fetching them."""
    for source in (*sources.images, *([sources.mask] if sources.mask else ())):
        if not _may_be_fetched(source.url, services):
            raise unusable(source.given_as)
    if len(sources.images) > MOST_IMAGES:
        raise RequestRefused(
            Code.INVALID, f"filesUrl: {len(sources.images)} images are too many: send at most {MOST_IMAGES}"
        )
    if sources.mask and not sources.images:
        raise RequestRefused(Code.INVALID, "maskUrl needs the image that it is for: send that in filesUrl")
    if more := beyond(services.abilities, sources, generator=services.task_lane):
        raise RequestRefused(Code.INVALID, more)


def _may_be_fetched(url: str, services: Services) -> bool:
    """A link of ours leads to no host: what is wrong with one is told when its picture is read."""
    if services.shelf.links.read(url, now=services.clock.now()) is not None:
        return services.targets.is_url(url)
    return services.targets.may_be_dialled(url)


def _named(services: Services, task: Task | None, url: str) -> BlobName:
    """The picture that a task's URL leads to; the refusals carry the hosted service's texts."""
    if task is None:
        raise RequestRefused(Code.INVALID, "record is null")
    if services.clock.now() - task.created_at > timedelta(days=services.media_days):
        raise RequestRefused(Code.INVALID, f"Temporarily supports records within {services.media_days:g} days")
    if task.state is not TaskState.SUCCEEDED:
        text = "record result data is blank" if task.state in (TaskState.QUEUED, TaskState.RUNNING) else None
        raise RequestRefused(Code.INVALID, text or "record status is not success")
    if not task.images:
        raise RequestRefused(Code.INVALID, "record result data is empty")
    name = services.shelf.links.name_in(url, now=services.clock.now())
    if name not in task.images:
        raise RequestRefused(Code.INVALID, "record result data not exist")
    return name


async def _link(services: Services, name: BlobName) -> str:
    """The bucket's own URL where there is a bucket, so that nobody has to follow a redirect; else one of our links."""
    seconds = services.download_link_seconds
    place = await services.shelf.blobs.where(name, seconds=seconds)
    if isinstance(place, PresignedUrl):
        return place.url
    # To what is no longer kept, too: the link says so, and why.
    return services.shelf.links.to(name, until=services.clock.now() + timedelta(seconds=seconds))
