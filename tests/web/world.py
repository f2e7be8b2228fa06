"""A web application over a store in memory, a clock that tests move, and ports that note what they are told."""

import asyncio
import json
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import httpx
from prometheus_client import CollectorRegistry

from heliograph.adapters.blobs.local import LocalBlobs
from heliograph.adapters.clock import MovingClock
from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.targets import TargetPolicy
from heliograph.adapters.generators.rehearsal import Rehearsal
from heliograph.adapters.store.memory import MemoryStore
from heliograph.adapters.untraced import Untraced
from heliograph.domain.contract import Size
from heliograph.domain.delivery import Lane
from heliograph.domain.errors import StoreFull
from heliograph.domain.link import Links
from heliograph.domain.picture import Abilities
from heliograph.domain.rate import Rate, SlidingWindow
from heliograph.domain.records import TaskEnd
from heliograph.domain.task import BlobName, KeyId, Owner, Task, TaskId, failed, started, succeeded
from heliograph.flow.keep import Shelf
from heliograph.web.auth import key_id_of
from heliograph.web.routes import web_app
from heliograph.web.services import Services
from heliograph.workers.signing import KeptSecrets
from tests.fakes import RecordingSender
from tests.samples import SECRET

KEY, OTHER_KEY = "hg_the-first-key-of-the-tests", "hg_the-other-key-of-the-tests"
BASE_URL = "http://pictures.test"
GENERATE = "/api/v1/gpt4o-image/generate"
RECORD_INFO = "/api/v1/gpt4o-image/record-info"
DOWNLOAD = "/api/v1/gpt4o-image/download-url"
COMMON_DOWNLOAD = "/api/v1/common/download-url"
CREDIT = "/api/v1/chat/credit"
POSTS = (GENERATE, DOWNLOAD, COMMON_DOWNLOAD)
LIMIT = 1024 * 1024
CODES = {200, 400, 401, 402, 404, 408, 410, 422, 429, 433, 451, 455, 500, 501, 505, 550}
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
OWNER = Owner("a process")
UNLIMITED = Rate(0, 1)


class RecordingHandoff:
    """Has no free place: tasks are recorded as queued, and it notes what was woken."""

    def __init__(self):
        self.woken = []

    def reserve(self, lane, key_id):  # noqa: ARG002
        return None

    def take(self, item):
        raise AssertionError(item)

    def release(self, lane, key_id):  # noqa: ARG002
        raise AssertionError(lane)

    def wake(self, lane, key_id):  # noqa: ARG002
        self.woken.append(lane)


class RecordingObserver:
    def __init__(self):
        self.accepted, self.ended, self.failures = [], [], []

    def task_accepted(self, task):
        self.accepted.append(task)

    def task_ended(self, task):
        self.ended.append(task)

    def step_failed(self, step, error, **about):
        self.failures.append((step, error, about))


class BrokenStore(MemoryStore):
    """Raises `error` at whatever the routes ask of it, once `error` is set."""

    error = None

    async def record_tasks(self, tasks):
        self._break()
        await super().record_tasks(tasks)

    async def find_task(self, task_id):
        self._break()
        return await super().find_task(task_id)

    async def census(self):
        self._break()
        return await super().census()

    def _break(self):
        if self.error is not None:
            raise self.error


@dataclass
class World:
    """Everything behind the routes; `app()` makes the application with the settings as they are by then."""

    folder: Path
    submit_rate: Rate = UNLIMITED
    query_rate: Rate = UNLIMITED
    mirror_codes: bool = False
    working: bool = True
    clock: MovingClock = field(default_factory=MovingClock)
    store: BrokenStore = field(default_factory=BrokenStore)
    handoff: RecordingHandoff = field(default_factory=RecordingHandoff)
    delivery_handoff: RecordingHandoff = field(default_factory=RecordingHandoff)
    secrets: list = field(default_factory=lambda: [SECRET])
    sender: RecordingSender = field(default_factory=RecordingSender)
    targets: TargetPolicy = field(default_factory=lambda: TargetPolicy(AddressPolicy(["127.0.0.0/8", "::1/128"])))
    observer: object = field(default_factory=RecordingObserver)
    tracer: object = field(default_factory=lambda: Untraced(lambda: "5" * 16))
    abilities: Abilities = Rehearsal.abilities
    blobs: object = None
    looks: list = field(default_factory=list)
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self):
        self._numbers = count(1)
        self.blobs = self.blobs or LocalBlobs(self.folder)
        self.shelf = Shelf(blobs=self.blobs, links=Links(BASE_URL, b"a key of links"), media_days=14)
        self.registry = CollectorRegistry()

    def new_task_id(self):
        return TaskId(f"{next(self._numbers):032x}")

    def app(self):
        return web_app(self.services())

    def services(self):
        return Services(
            store=self.store,
            shelf=self.shelf,
            targets=self.targets,
            clock=self.clock,
            observer=self.observer,
            tracer=self.tracer,
            tasks=self.handoff,
            deliveries=self.delivery_handoff,
            sender=self.sender,
            signing=KeptSecrets(clock=self.clock, secrets=self.secrets),
            replay_rate=50,
            task_lane=Lane("rehearsal"),
            abilities=self.abilities,
            key_ids={key_id_of(KEY), key_id_of(OTHER_KEY)},
            new_task_id=self.new_task_id,
            submissions=SlidingWindow(self.submit_rate),
            queries=SlidingWindow(self.query_rate),
            credit=12.5,
            download_link_seconds=1200,
            media_days=14,
            body_limit_bytes=LIMIT,
            mirror_codes=self.mirror_codes,
            registry=self.registry,
            is_working=lambda: self.working,
            look_after_tasks=lambda: self.looks.append(self.clock.now()),
            closing=self.closing,
        )

    def client(self, key=KEY):
        """A client of this world; make one per set of settings, since the rate limits live in the application."""
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        return httpx.AsyncClient(transport=httpx.ASGITransport(self.app()), base_url=BASE_URL, headers=headers)

    # --- tasks in every state, as the flow would leave them

    async def queued(self, *, key=KEY, **changes):
        what = {"prompt": "a red bicycle", "size": Size.SQUARE, "variants": 1, "callback_url": None, "params": "{}"}
        task = Task(
            id=self.new_task_id(), key_id=KeyId(key_id_of(key)), created_at=self.clock.now(), **{**what, **changes}
        )
        await self.store.record_tasks([task])
        return task

    async def running(self, *, progress=0.0, **changes):
        task = await self.queued(**changes)
        [running] = await self.store.claim_tasks(owner=OWNER, limit=1, now=self.clock.now())
        assert running.id == task.id
        if progress:
            await self.store.note_progress(running, progress, now=self.clock.now())
        return running

    async def succeeded(self, *, images=1, **changes):
        task = await self.queued(**changes)
        names = tuple(BlobName(f"{task.id}_{number}.png") for number in range(1, images + 1))
        await self.blobs.put(dict.fromkeys(names, PNG))
        await self._end(task, lambda running: succeeded(running, names, at=self.clock.now()))
        return await self.store.find_task(task.id)

    async def failed(self, failure, **changes):
        task = await self.queued(**changes)
        await self._end(task, lambda running: failed(running, failure, at=self.clock.now()))
        return await self.store.find_task(task.id)

    async def _end(self, task, ended):
        running = started(task, owner=OWNER)
        end = TaskEnd(before=task, after=ended(running), images_until=self.shelf.until(self.clock.now()))
        assert await self.store.finish_tasks([end]) == [True]

    def break_store(self, error=None):
        self.store.error = error or StoreFull("the disk that holds /secret/place is full")


def code_of(response):
    """The code of an envelope; fails for anything that is no envelope, or an error without a sentence."""
    assert response.headers["content-type"] == "application/json"
    answer = json.loads(response.content)
    assert set(answer) == {"code", "msg", "data"}
    assert type(answer["code"]) is int
    assert answer["code"] in CODES
    assert isinstance(answer["msg"], str)
    if answer["code"] != 200:
        assert answer["data"] is None
        assert len(answer["msg"]) > 10
    return answer["code"]
