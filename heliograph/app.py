"""The composition root: with `beside`, `drawing` and `hosted`, the only module that names concrete adapters."""

import asyncio
import hashlib
import secrets
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from fastapi import FastAPI
from prometheus_client import CollectorRegistry, Gauge

import heliograph
from heliograph.adapters import logs
from heliograph.adapters.blobs.local import LocalBlobs
from heliograph.adapters.clock import SystemClock
from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.fetch import GuardedFetcher
from heliograph.adapters.egress.http import GuardedSender
from heliograph.adapters.egress.request import target_of
from heliograph.adapters.egress.targets import Ourselves, TargetPolicy
from heliograph.adapters.enhancers.rules import RulesEnhancer
from heliograph.adapters.images.reader import ConfinedReader
from heliograph.adapters.inbox.serving import Inboxes
from heliograph.adapters.observer import LoggingObserver
from heliograph.adapters.store.places import migrate_store, open_store, steps_left
from heliograph.adapters.store.postgres_url import place_of
from heliograph.adapters.untraced import Untraced
from heliograph.domain.errors import SettingsError
from heliograph.domain.link import Links
from heliograph.domain.rate import SlidingWindow
from heliograph.domain.schedule import Schedule
from heliograph.domain.signature import KEY_LENGTH, PREFIX, parse_secret, secret_text
from heliograph.domain.task import KeyId, Owner, TaskId, new_task_id
from heliograph.drawing import generators_of, marker_of, screen_of
from heliograph.flow.fetch import Intake
from heliograph.flow.keep import Shelf
from heliograph.hosted import enhancer_of
from heliograph.ports import Blobs, Clock, Signing, Store, Tracer
from heliograph.settings import Settings
from heliograph.web.auth import key_id_of
from heliograph.web.routes import pages_app, web_app
from heliograph.web.services import Services
from heliograph.workers.signing import KeptSecrets
from heliograph.workers.workers import Limits, Role, Workers

DESCRIPTORS_KEPT_BACK = 256
"""For the database, the log, pictures and callers; the others may be callbacks in flight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """A server that is ready to be served: the ASGI application, and the workers behind it.

    `closing` is to be set before the listener closes: it ends what is answered without an end of its own.
    `new_keys` and `new_secrets` were made at this start; they are shown once.
    """

    web: FastAPI
    workers: Workers
    closing: asyncio.Event
    new_keys: Sequence[str] = field(default=(), repr=False)
    new_secrets: Sequence[str] = field(default=(), repr=False)


@asynccontextmanager
async def open_application(
    settings: Settings, *, roles: Collection[Role] = frozenset(Role)
) -> AsyncIterator[Application]:
    """Open everything that the settings name; on the way out it is closed again. Raises `StoreError`s."""
    _refuse_alone(settings, roles)
    clock = SystemClock()
    async with AsyncExitStack() as stack:
        store = await open_store(settings.database_url, settings.data_dir)
        stack.push_async_callback(store.close)
        if not settings.database_url:
            stack.enter_context(clock.left_in(settings.data_dir))
        link_key = await store.secret("link_key", secrets.token_hex(32))
        blobs = await blobs_of(settings, owner=link_key)
        stack.push_async_callback(blobs.close)
        registry = CollectorRegistry()
        observer = LoggingObserver(registry)
        key_ids, new_keys = await _keys(settings, store, clock) if Role.API in roles else (set(), ())
        signing, new_secrets = await _signing(settings, store, clock)
        targets = targets_of(settings)
        inboxes = Inboxes(store=store, signing=signing, clock=clock, observer=observer)
        stack.push_async_callback(inboxes.close)
        sender = sender_of(settings, targets, inboxes, signing)
        await sender.open()
        stack.push_async_callback(sender.close)
        links = Links(settings.base_url, link_key.encode())
        marker = marker_of(settings, observer) if Role.GENERATE in roles else None
        shelf = Shelf(blobs=blobs, links=links, media_days=settings.media_days, marker=marker)
        tracer = tracer_of(settings, stack)
        reader = ConfinedReader()
        stack.push_async_callback(reader.close)
        generators = await generators_of(settings, roles, stack, clock=clock, observer=observer)
        workers = Workers(
            owner=Owner(secrets.token_hex(8)),
            store=store,
            shelf=shelf,
            sender=sender,
            generators=generators,
            intake=Intake(fetcher=fetcher_of(settings, sender), reader=reader, blobs=blobs, links=links),
            enhancer=enhancer_of(settings, stack, observer=observer) if Role.GENERATE in roles else RulesEnhancer(),
            screen=await screen_of(settings, roles),
            signing=signing,
            schedule=settings.schedule,
            limits=_limits(settings),
            roles=roles,
            clock=clock,
            observer=observer,
            tracer=tracer,
        )
        closing = asyncio.Event()
        in_flight = Gauge("heliograph_callbacks_in_flight", "Callbacks being sent by this process", registry=registry)
        in_flight.set_function(lambda: workers.callbacks_in_flight)
        services = Services(
            store=store,
            shelf=shelf,
            targets=targets,
            clock=clock,
            observer=observer,
            tracer=tracer,
            tasks=workers.tasks,
            deliveries=workers.deliveries,
            sender=sender,
            signing=signing,
            replay_rate=settings.replay_rate,
            task_lane=workers.task_lane,
            abilities=generators.configured.abilities,
            key_ids=key_ids,
            new_task_id=lambda: make_task_id(clock),
            submissions=SlidingWindow(settings.submit_rate),
            queries=SlidingWindow(settings.record_info_rate),
            credit=settings.credit,
            download_link_seconds=settings.download_link_seconds,
            media_days=settings.media_days,
            body_limit_bytes=settings.body_limit_bytes,
            mirror_codes=settings.mirror_codes,
            registry=registry,
            is_working=lambda: workers.is_running,
            look_after_tasks=workers.look_after_tasks,
            closing=closing,
        )
        web = web_app(services) if Role.API in roles else pages_app(services)
        yield Application(web=web, workers=workers, closing=closing, new_keys=new_keys, new_secrets=new_secrets)


def _refuse_alone(settings: Settings, roles: Collection[Role]) -> None:
    """On SQLite there is one process: what it does not do, nobody does."""
    missing = [str(role) for role in Role if role not in roles]
    if missing and not settings.database_url:
        raise SettingsError(
            f"nobody would have the roles {', '.join(missing)}: a data folder belongs to one process; give it "
            "all roles, or let several processes share a PostgreSQL with HELIOGRAPH_DATABASE_URL"
        )


def configure_logging(settings: Settings) -> None:
    """Where log lines go, and how they look."""
    logs.configure_logging(form=settings.log_format, level=settings.log_level)


def migrate_database(settings: Settings, *, only: str | None = None) -> str:
    """Bring the database up to date, or take its `pre` or `post` steps; what came of it. Raises `StoreError`s."""
    return migrate_store(settings.database_url, settings.data_dir, only=only)


async def post_steps_left(settings: Settings) -> Sequence[str]:
    """What `heliograph migrate --post` has still to do; this version works without. Raises `StoreError`s."""
    return await steps_left(settings.database_url)


def store_place(settings: Settings) -> str:
    """Where records and pictures are kept, for people; without a password."""
    folder = str(settings.data_dir.resolve())
    return f"{place_of(settings.database_url)} and {folder}" if settings.database_url else folder


async def blobs_of(settings: Settings, *, owner: str) -> Blobs:
    """`owner` is a secret of the database: whoever has the same one shares its pictures."""
    if not settings.blob_url:
        return LocalBlobs(settings.data_dir / "images")
    try:
        from heliograph.adapters.blobs.objects import ObjectBlobs  # noqa: PLC0415  # its library is an extra
    except ImportError:
        raise SettingsError("HELIOGRAPH_BLOB_URL needs one package more: pip install 'heliograph[s3]'") from None
    return await ObjectBlobs.open(settings.blob_url, owner=hashlib.sha256(owner.encode()).hexdigest())


def tracer_of(settings: Settings, stack: AsyncExitStack) -> Tracer:
    if not settings.tracing:
        return Untraced(new_span_id=lambda: secrets.token_hex(8))
    try:
        from heliograph.adapters.otel import OpenTelemetry  # noqa: PLC0415  # an extra, and slow to import
    except ImportError as error:
        raise SettingsError(
            f"HELIOGRAPH_TRACING needs the extra otel ({error}): pip install 'heliograph[otel]'"
        ) from None
    tracer = OpenTelemetry.exporting()
    stack.push_async_callback(asyncio.to_thread, tracer.close)
    return tracer


def targets_of(settings: Settings) -> TargetPolicy:
    addresses = AddressPolicy(settings.egress_allow, settings.egress_deny)
    public = target_of(settings.public_url).origin if settings.public_url else None
    inboxes = {f"{url}/inbox/" for url in (settings.base_url, settings.local_url)}
    # Both ports: what serves and what only works may be two processes on one machine.
    ourselves = Ourselves(
        host=settings.host, port=settings.port, work_port=settings.work_port, public=public, inboxes=inboxes
    )
    return TargetPolicy(addresses, ourselves)


def sender_of(settings: Settings, targets: TargetPolicy, inboxes: Inboxes | None, signing: Signing) -> GuardedSender:
    return GuardedSender(
        policy=targets,
        dns_timeout_seconds=settings.dns_timeout_seconds,
        ca_bundle=settings.egress_ca_bundle,
        client=settings.client_certificate,
        proxy=settings.proxy,
        timeout_seconds=settings.callback_timeout_seconds,
        user_agent=f"Heliograph/{heliograph.__version__}",
        dial_inbox=inboxes.dial if inboxes else None,
        signing=signing,
    )


def fetcher_of(settings: Settings, sender: GuardedSender) -> GuardedFetcher:
    """It goes out the way that the callbacks go."""
    return GuardedFetcher(sender.exchanges, timeout_seconds=settings.input_timeout_seconds)


def callbacks_within(descriptors: int) -> int:
    """How many callbacks may be in flight at once in a process that has so many descriptors."""
    return max(1, descriptors - DESCRIPTORS_KEPT_BACK)


def _limits(settings: Settings) -> Limits:
    return Limits(
        generate_concurrency=settings.generate_concurrency,
        generate_retries=Schedule(settings.generate_retry_delays),
        callbacks_per_host=settings.callbacks_per_host,
        callbacks_in_flight=settings.callbacks_in_flight,
        key_weights=dict(zip(map(key_id_of, settings.api_keys), settings.key_weights, strict=False)),
        breaker_failures=settings.breaker_failures,
        breaker_pause_seconds=settings.breaker_pause_seconds,
        task_deadline_seconds=settings.task_deadline_seconds,
        lease_seconds=settings.lease_seconds,
        record_days=settings.record_days,
        shutdown_grace_seconds=settings.shutdown_grace_seconds,
    )


async def _keys(settings: Settings, store: Store, clock: Clock) -> tuple[set[KeyId], Sequence[str]]:
    """The keys that are good: those of the setting, or else that of the store, which may have been made here."""
    if settings.api_keys:
        return {key_id_of(key) for key in settings.api_keys}, ()
    candidate = f"hg_{secrets.token_urlsafe(32)}"
    known = await store.key_ids(candidate=key_id_of(candidate), now=clock.now())
    return known, [candidate] if key_id_of(candidate) in known else []


async def _signing(settings: Settings, store: Store, clock: Clock) -> tuple[KeptSecrets, Sequence[str]]:
    """The secrets of the setting, or else those of the store, of which the first may have been made here."""
    if settings.signing_secrets:
        return KeptSecrets(clock=clock, secrets=[parse_secret(text) for text in settings.signing_secrets]), ()
    candidate = secret_text(PREFIX, secrets.token_bytes(KEY_LENGTH))
    stored = await store.signing_secrets(now=clock.now(), candidate=candidate)
    signing = KeptSecrets(clock=clock, keyring=store)
    await signing.refresh()
    return signing, [secret.text for secret in stored if secret.text == candidate]


def make_task_id(clock: Clock) -> TaskId:
    return new_task_id(int(clock.now().timestamp() * 1000), secrets.token_bytes(10))
