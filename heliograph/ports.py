"""What the flow needs from the world, as protocols; `adapters` holds what stands behind them."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePath
from typing import Literal, Protocol, TypeVar

from heliograph.domain.delivery import Delivery, DeliveryId, Lane, Receipt
from heliograph.domain.inbox import Arrival, Behaviour, InboxName
from heliograph.domain.inputs import Inputs
from heliograph.domain.picture import Abilities, Brief, InputImage, Pictures
from heliograph.domain.provenance import Provenance
from heliograph.domain.records import (
    Census,
    DeliveryFilter,
    DeliveryPage,
    Replay,
    Settlement,
    StoredSecret,
    TaskEnd,
    TaskEvent,
)
from heliograph.domain.signature import Secret, SigningKey
from heliograph.domain.task import CONFIGURED, BlobName, Failure, KeyId, Owner, Task, TaskId
from heliograph.domain.trace import TraceContext
from heliograph.domain.turns import IN_TURN, Turns
from heliograph.domain.verdict import Answer, Fault
from heliograph.domain.wording import Wording, Words

ItemT = TypeVar("ItemT", contravariant=True)


class Clock(Protocol):
    def now(self) -> datetime:
        """The moment, aware, in UTC; it never jumps, so due times, leases and deadlines do not either."""

    def wall(self) -> datetime:
        """What the machine's clock shows, for those who compare it with their own; it may be set at any time."""

    def steady(self) -> float:
        """Seconds that never jump, for measuring and for windows."""


class TaskStore(Protocol):
    """Every method is one transaction; on return it is durable."""

    async def record_tasks(self, tasks: Sequence[Task]) -> None: ...
    async def claim_tasks(
        self, *, owner: Owner, limit: int, now: datetime, queues: Sequence[str] = (CONFIGURED,), generator: str = ""
    ) -> list[Task]:
        """The oldest that are due, now running, held by `owner` and drawn by `generator`; queue by queue."""

    async def note_progress(self, task: Task, progress: float, *, now: datetime, preview: bytes | None = None) -> None:
        """Raise the progress of a task that its owner still holds, which never falls, and keep its latest preview."""

    async def preview_of(self, task_id: TaskId) -> bytes | None:
        """The latest, while the task has no end."""

    async def put_back(self, before: Task, after: Task, *, note: str, now: datetime) -> bool:
        """A task waits for another try; False, and nothing written, where it is no longer as in `before`."""

    async def held_by(self, owner: Owner) -> set[tuple[TaskId, int]]:
        """What `owner` has claimed and not brought to an end: ids, each with the number of its try."""

    async def finish_tasks(self, ends: Sequence[TaskEnd]) -> list[bool]:
        """Write results and owed deliveries together; False, and nothing written, where a task had changed hands."""

    async def find_task(self, task_id: TaskId) -> Task | None: ...
    async def events_of(self, task_id: TaskId, *, after: int = 0) -> list[TaskEvent]:
        """The timeline from the event after that number on; what is written later never comes before what was read."""

    async def overdue_tasks(self, *, created_before: datetime, limit: int) -> list[Task]:
        """Tasks without an end that were created before that moment, the oldest first."""


class PromptStore(Protocol):
    async def note_prompt(self, task: Task, wording: Wording, *, now: datetime) -> None:
        """Keep what a task is drawn with, and tell its timeline; once, and only while its owner holds it."""

    async def prompt_of(self, task_id: TaskId) -> str | None:
        """What a task is drawn with, where that has been noted."""


class DeliveryStore(Protocol):
    """Every method is one transaction; on return it is durable."""

    async def claim_deliveries(
        self,
        *,
        owner: Owner,
        limit: int,
        now: datetime,
        per_lane: int,
        in_flight: Mapping[Lane, int],
        turns: Turns = IN_TURN,
    ) -> list[Delivery]:
        """Due deliveries, now sending and held by `owner`, by turns between the keys.

        Never so many that a lane has over `per_lane` in flight, as `in_flight` stands when the claim has its turn.
        """

    async def settle_deliveries(self, settlements: Sequence[Settlement]) -> list[bool]:
        """Write receipts and what becomes of their deliveries; False where a delivery had changed hands."""

    async def deliveries_of(self, task_id: TaskId) -> list[Delivery]: ...
    async def receipts_of(self, delivery_id: DeliveryId) -> list[Receipt]:
        """One per attempt, the oldest first."""


class PeopleStore(Protocol):
    """Every method is one transaction; on return it is durable."""

    async def find_delivery(self, delivery_id: DeliveryId) -> Delivery | None: ...
    async def find_deliveries(self, wanted: DeliveryFilter, *, after: int | None, limit: int) -> DeliveryPage:
        """A page, the newest first; `after` is the cursor of the page before. New rows never shift a later page."""

    async def replay_deliveries(self, wanted: DeliveryFilter, *, now: datetime, per_second: float | None) -> Replay:
        """Make them owed as `domain.delivery.replayed` does, the oldest first, the n-th due n / `per_second` later.

        They begin behind what earlier replays, of whatever process, have made owed and nobody has tried since. With
        None, all of them are due now.
        """


class Housekeeping(Protocol):
    async def hold(self, owner: Owner, *, now: datetime, seconds: float) -> None:
        """Renew the lease on everything that `owner` has claimed or will claim: it is good for so long.

        A store of several processes counts by its own clock, not by the `now` of one of them.
        """

    async def release(self, owner: Owner) -> int:
        """Give back in order everything that `owner` holds, and forget it; how many claims went back."""

    async def release_expired(self, *, now: datetime) -> int:
        """Give back what is held by owners whose lease has run out; how many claims went back. `now` as in `hold`."""

    async def expired_blobs(self, *, now: datetime, limit: int) -> list[BlobName]: ...
    async def known_blobs(self, names: Sequence[BlobName]) -> set[BlobName]: ...
    async def forget_blobs(self, names: Sequence[BlobName]) -> None: ...
    async def drop_records(self, *, finished_before: datetime, limit: int) -> int:
        """Delete finished tasks with all that hangs on them; how many. Tasks with an open delivery stay."""

    async def tend(self, *, now: datetime, finished_before: datetime) -> None:
        """Make room for records to come, and give back that of dropped ones; nobody sees a difference."""

    async def census(self) -> Census: ...


class Keyring(Protocol):
    async def key_ids(self, *, candidate: KeyId | None = None, now: datetime) -> set[KeyId]:
        """The keys that were made here, each as its SHA-256; `candidate` becomes the first if there was none."""

    async def secret(self, name: str, candidate: str) -> str:
        """The secret of that name; `candidate` becomes it if there was none."""

    async def signing_secrets(self, *, now: datetime, candidate: str = "") -> list[StoredSecret]:
        """Those that sign at that moment, the oldest first; `candidate` becomes the first if there was never one."""

    async def rotate_signing_secret(self, text: str, *, now: datetime, others_until: datetime) -> list[StoredSecret]:
        """Add a secret; those of its kind (by prefix) that would sign longer end then. Those that sign now."""


class InboxStore(Protocol):
    async def note_arrival(self, arrival: Arrival) -> Behaviour:
        """Keep it; how to answer it, which uses up one instruction.

        Of its inbox only the last `ARRIVALS_KEPT` stay, and of all inboxes those of the last `ARRIVALS_KEPT_IN_ALL`.
        """

    async def arrivals_in(self, inbox: InboxName) -> list[Arrival]:
        """The newest first."""

    async def instruct_inbox(self, inbox: InboxName, behaviour: Behaviour, *, times: int) -> None:
        """The next `times` arrivals are answered so, in place of what was said before; 0 takes that back.

        Where more than `INSTRUCTIONS_KEPT` inboxes have one, the others lose some.
        """

    async def empty_inbox(self, inbox: InboxName) -> int:
        """Forget its arrivals and its instruction; how many arrivals."""


class Changes(Protocol):
    def on_change(self, wake: Callable[[], None]) -> None:
        """Call `wake`, once `hold` has been called, whenever another process may have left work.

        A store of one process never does; whoever listens polls besides.
        """


class Store(TaskStore, PromptStore, DeliveryStore, PeopleStore, Housekeeping, Keyring, InboxStore, Changes, Protocol):
    """All that is durable, but for the bytes of the pictures."""

    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A blob that this process can open."""

    path: PurePath


@dataclass(frozen=True, slots=True)
class PresignedUrl:
    """A blob that whoever has this URL can fetch, from elsewhere, with the method it was made for."""

    url: str = field(repr=False)


Place = LocalFile | PresignedUrl
Method = Literal["GET", "HEAD"]


class Blobs(Protocol):
    """What stands behind it raises `OSError` where the disk or the bucket does not do what was asked."""

    async def put(self, blobs: Mapping[BlobName, bytes]) -> None:
        """Keep all of them; on return they are durable. A name that is there already is replaced as one step."""

    async def where(self, name: BlobName, *, seconds: float, method: Method = "GET") -> Place | None:
        """Where a blob can be read, a URL for at most so long; None if it is not (or no longer) kept."""

    async def read(self, name: BlobName) -> bytes | None:
        """All of it; None if it is not (or no longer) kept."""

    async def delete(self, names: Sequence[BlobName]) -> None: ...
    def names(self, *, older_than: datetime) -> AsyncIterator[list[BlobName]]:
        """All that is kept and was written before that moment, in handfuls."""

    async def close(self) -> None: ...


class Marker(Protocol):
    async def mark(self, images: Sequence[bytes], provenance: Sequence[Provenance]) -> Sequence[bytes]:
        """The same pictures, which now say how they came about."""


class Progress(Protocol):
    async def __call__(self, share: float, *, preview: bytes | None = None) -> None:
        """So much is done, 0 to 1, and what it looks like so far: a small image file. Less than before is ignored."""


class Generator(Protocol):
    """`concurrency` is how many tasks it takes at once; None leaves that to the setting.

    What it does for a task ends, on every device, soon after the call is cancelled.
    """

    name: str
    concurrency: int | None
    abilities: Abilities

    async def generate(self, brief: Brief, *, progress: Progress) -> Pictures | Failure: ...


class PromptEnhancer(Protocol):
    """`name` is what the timeline calls it: `rules`, or a model."""

    name: str

    async def enhance(self, prompt: str, *, is_edit: bool) -> Words:
        """The prompt in better words, or the same. Raises `EnhancerFailed`, soon.

        `is_edit` where it is about a picture that the caller has given.
        """


class Sender(Protocol):
    async def ready(self, url: str) -> None:
        """Returns when a POST there may begin; what waits for its turn spends nothing of its deadline. Never raises."""

    async def post(self, url: str, *, body: bytes, headers: Mapping[str, str]) -> Answer:
        """One POST within one absolute deadline; what goes wrong is in the answer, never raised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """How far it came: `fault` and `diagnosis` are those that a receipt would have, None and "" where all went well.

    `forbidden` are those of the `addresses` that may not be dialled. `date` is what the receiver's clock showed at
    `answered_at`, if it answered a HEAD request and told. Where `is_inbox`, it is one of ours, and nothing was dialled.
    """

    host: str
    is_inbox: bool = False
    addresses: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    address: str | None = None
    certificate_ends_at: datetime | None = None
    date: datetime | None = None
    answered_at: datetime | None = None
    fault: Fault | None = None
    diagnosis: str = ""


class Scout(Protocol):
    """Goes the way of a callback without sending one, for who wants to know how far it comes."""

    async def addresses_of(self, url: str) -> list[str]:
        """All addresses of the URL's host, permitted or not. Raises `OSError` where there are none."""

    async def look(self, url: str) -> Sight: ...


@dataclass(frozen=True, slots=True)
class NotFetched:
    """Why there is nothing, in one sentence; `is_too_large` where there was more than was permitted."""

    why: str
    is_too_large: bool = False


class Fetcher(Protocol):
    async def fetch(self, url: str, *, most_bytes: int) -> bytes | bytearray | NotFetched:
        """One GET within one absolute deadline; what goes wrong is told, never raised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An image that can be used; `width` and `height` are those that it came with, upright."""

    image: InputImage
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class NotOpened:
    """Why an image cannot be used, in one sentence."""

    why: str


class ImageReader(Protocol):
    async def open(self, data: bytes | bytearray, *, is_mask: bool = False) -> Opened | NotOpened:
        """Whatever the bytes are. Raises `OSError` where it was this machine that could not."""


class ImageClassifier(Protocol):
    async def classify(self, image: bytes) -> float:
        """How sure it is, from 0 to 1, that a picture is what the policy refuses; any PNG, JPEG or WebP file.

        Raises `ClassifierFailed`, also where it takes too long.
        """


class Signing(Protocol):
    def current(self) -> Sequence[Secret]:
        """Those that sign at this moment, the oldest first."""

    def published(self) -> Sequence[SigningKey]:
        """Those whose public key is shown to everybody."""


class Targets(Protocol):
    def permits(self, url: str) -> bool:
        """Whether a callback may go to a URL, as far as it can be told without looking its name up."""

    def may_be_dialled(self, url: str) -> bool:
        """Whether something may be fetched from a URL, as far as that."""

    def is_url(self, url: str) -> bool:
        """Whether it is an absolute http or https URL that a request can carry, permitted or not."""


class Observer(Protocol):
    """Told of every finished step: one log line and the metrics come from it."""

    def task_accepted(self, task: Task) -> None: ...
    def try_failed(self, task: Task, failure: Failure, *, note: str) -> None:
        """A generator has failed; `note` says what follows."""

    def task_ended(self, task: Task) -> None: ...
    def delivery_attempted(self, settlement: Settlement) -> None: ...
    def lane_opened(self, lane: Lane, *, lanes_open: int) -> None:
        """The host is unwell: it is tried one callback at a time."""

    def lane_closed(self, lane: Lane, *, lanes_open: int, answered: bool) -> None:
        """The host answers again, or nothing is owed to it any more."""

    def clock_jumped(self, by_seconds: float) -> None:
        """The machine's clock was set, or it slept: its time and the time that went by are apart by that much."""

    def pictures_screened(
        self, task: Task, what: str, scores: Sequence[float], *, refused: bool, seconds: float
    ) -> None:
        """The classifier has judged a task's `inputs` or `outputs`, each with a score from 0 to 1."""

    def inputs_fetched(self, task: Task, outcome: Inputs | Failure, *, seconds: float) -> None: ...
    def swept(self, what: str, count: int) -> None: ...
    def generator_unusable(self, generator: str, reason: str, *, cure: str, says: str) -> None:
        """Only the operator can mend it, as `cure` tells: no credit, a bad key. `says` are the provider's words."""

    def step_failed(self, step: str, error: BaseException, **about: str) -> None:
        """Something went wrong on our side; the line carries the stack trace."""


class Span(Protocol):
    @property
    def trace(self) -> TraceContext | None:
        """For what comes below this span; None where nothing is traced."""


class AttemptSpan(Span, Protocol):
    def came_to(self, receipt: Receipt) -> None: ...


class Tracer(Protocol):
    """One span per step; it lasts as long as the context, and belongs to the trace that its subject carries."""

    def accepting(self, task_id: TaskId, caller: TraceContext | None) -> AbstractContextManager[Span]:
        """Below the caller's span; its `trace` is for the task to carry."""

    def working(self, step: str, task: Task) -> AbstractContextManager[Span]: ...
    def attempting(self, delivery: Delivery) -> AbstractContextManager[AttemptSpan]:
        """Its `trace`, new at every attempt, is for the receiver."""


class Handoff(Protocol[ItemT]):
    """Where a step hands on what it has just written, so that it does not wait for a poll.

    A lane is the receiver's host for deliveries and the generator's name for tasks.
    """

    def reserve(self, lane: Lane, key_id: KeyId) -> Owner | None:
        """Take a place if one is free for that key and nothing waits that comes first; the owner for the claim."""

    def take(self, item: ItemT) -> None:
        """The claim is written: work on it in the place that was reserved."""

    def release(self, lane: Lane, key_id: KeyId) -> None:
        """The claim was not written after all: the place is free again."""

    def wake(self, lane: Lane, key_id: KeyId) -> None:
        """Something was written for which no place was free."""
