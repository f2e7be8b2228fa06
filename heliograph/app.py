"""The composition root: the only module that names concrete adapters."""

import base64
import hashlib
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from fastapi import FastAPI
from prometheus_client import CollectorRegistry

import heliograph
from heliograph.adapters import logs
from heliograph.adapters.blobs.local import LocalBlobs
from heliograph.adapters.clock import SystemClock
from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.http import GuardedSender
from heliograph.adapters.egress.request import target_of
from heliograph.adapters.egress.targets import Ourselves, TargetPolicy
from heliograph.adapters.generators.illustrator.generator import Illustrator
from heliograph.adapters.generators.rehearsal import Rehearsal
from heliograph.adapters.observer import LoggingObserver
from heliograph.adapters.store.sqlite import SqliteStore, migrate_folder
from heliograph.domain.errors import SettingsError
from heliograph.domain.link import Links
from heliograph.domain.rate import SlidingWindow
from heliograph.domain.signature import PREFIX, Secret, parse_secret
from heliograph.domain.task import KeyId, Owner, TaskId, new_task_id
from heliograph.flow.keep import Shelf
from heliograph.ports import Blobs, Clock, Generator, Store
from heliograph.settings import Settings
from heliograph.web.auth import key_id_of
from heliograph.web.routes import web_app
from heliograph.web.services import Services
from heliograph.workers.workers import Limits, Workers


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """A server that is ready to be served: the ASGI application, and the workers behind it.

    `new_keys` and `new_secrets` were made at this start; they are shown once.
    """

    web: FastAPI
    workers: Workers
    new_keys: Sequence[str] = field(default=(), repr=False)
    new_secrets: Sequence[str] = field(default=(), repr=False)


@asynccontextmanager
async def open_application(settings: Settings) -> AsyncIterator[Application]:
    """Open everything that the settings name; on the way out it is closed again. Raises `StoreError`s."""
    clock = SystemClock()
    async with AsyncExitStack() as stack:
        store = await SqliteStore.open(settings.data_dir)
        stack.push_async_callback(store.close)
        link_key = await store.secret("link_key", secrets.token_hex(32))
        blobs = await _blobs(settings, owner=link_key)
        stack.push_async_callback(blobs.close)
        targets = _targets(settings)
        sender = _sender(settings, targets)
        await sender.open()
        stack.push_async_callback(sender.close)
        key_ids, new_keys = await _keys(settings, store, clock)
        signing, new_secrets = await _signing_secrets(settings, store, clock)
        links = Links(settings.base_url, link_key.encode())
        shelf = Shelf(blobs=blobs, links=links, media_days=settings.media_days)
        registry = CollectorRegistry()
        observer = LoggingObserver(registry)
        workers = Workers(
            owner=Owner(secrets.token_hex(8)),
            store=store,
            shelf=shelf,
            sender=sender,
            generator=_generator(settings),
            secrets=signing,
            schedule=settings.schedule,
            limits=_limits(settings),
            clock=clock,
            observer=observer,
        )
        services = Services(
            store=store,
            shelf=shelf,
            targets=targets,
            clock=clock,
            observer=observer,
            tasks=workers.tasks,
            deliveries=workers.deliveries,
            sender=sender,
            secrets=signing,
            replay_rate=settings.replay_rate,
            task_lane=workers.task_lane,
            key_ids=key_ids,
            new_task_id=lambda: _new_task_id(clock),
            submissions=SlidingWindow(settings.submit_rate),
            queries=SlidingWindow(settings.record_info_rate),
            credit=settings.credit,
            download_link_seconds=settings.download_link_seconds,
            media_days=settings.media_days,
            body_limit_bytes=settings.body_limit_bytes,
            mirror_codes=settings.mirror_codes,
            registry=registry,
            is_working=lambda: workers.is_running,
        )
        yield Application(web=web_app(services), workers=workers, new_keys=new_keys, new_secrets=new_secrets)


def configure_logging(settings: Settings) -> None:
    """Where log lines go, and how they look."""
    logs.configure_logging(form=settings.log_format, level=settings.log_level)


def migrate_database(settings: Settings) -> str:
    """Bring the database up to date; its revision. Raises `StoreError`s."""
    return migrate_folder(settings.data_dir)


async def _blobs(settings: Settings, *, owner: str) -> Blobs:
    """`owner` is a secret of the database: whoever has the same one shares its pictures."""
    if not settings.blob_url:
        return LocalBlobs(settings.data_dir / "images")
    try:
        from heliograph.adapters.blobs.objects import ObjectBlobs  # noqa: PLC0415  # its library is an extra
    except ImportError:
        raise SettingsError("HELIOGRAPH_BLOB_URL needs one package more: pip install 'heliograph[s3]'") from None
    return await ObjectBlobs.open(settings.blob_url, owner=hashlib.sha256(owner.encode()).hexdigest())


def _generator(settings: Settings) -> Generator:
    match settings.generator:
        case "illustrator":
            return Illustrator()
        case "rehearsal":
            return Rehearsal()


def _targets(settings: Settings) -> TargetPolicy:
    addresses = AddressPolicy(settings.egress_allow, settings.egress_deny)
    public = target_of(settings.public_url).origin if settings.public_url else None
    ourselves = Ourselves(host=settings.host, port=settings.port, public=public)
    return TargetPolicy(addresses, ourselves)


def _sender(settings: Settings, targets: TargetPolicy) -> GuardedSender:
    return GuardedSender(
        policy=targets,
        dns_timeout_seconds=settings.dns_timeout_seconds,
        ca_bundle=settings.egress_ca_bundle,
        timeout_seconds=settings.callback_timeout_seconds,
        user_agent=f"Heliograph/{heliograph.__version__}",
    )


def _limits(settings: Settings) -> Limits:
    return Limits(
        generate_concurrency=settings.generate_concurrency,
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
    """The keys that are good: those of the setting, or else those made here."""
    if settings.api_keys:
        return {key_id_of(key) for key in settings.api_keys}, ()
    if known := await store.key_ids():
        return known, ()
    key = f"hg_{secrets.token_urlsafe(32)}"
    await store.add_key(key_id_of(key), now=clock.now())
    return {key_id_of(key)}, (key,)


async def _signing_secrets(settings: Settings, store: Store, clock: Clock) -> tuple[list[Secret], Sequence[str]]:
    if settings.signing_secrets:
        return [parse_secret(text) for text in settings.signing_secrets], ()
    candidate = PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()
    stored = await store.signing_secrets(now=clock.now(), candidate=candidate)
    texts = [secret.text for secret in stored]
    return [parse_secret(text) for text in texts], [text for text in texts if text == candidate]


def _new_task_id(clock: Clock) -> TaskId:
    return new_task_id(int(clock.now().timestamp() * 1000), secrets.token_bytes(10))
