"""What the operator's commands work with, whether a server runs on the same store or not."""

import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from prometheus_client import CollectorRegistry

import heliograph
from heliograph.adapters.clock import SystemClock, began_in
from heliograph.adapters.egress.scout import GuardedScout
from heliograph.adapters.inbox.serving import Inboxes
from heliograph.adapters.observer import LoggingObserver
from heliograph.adapters.store.places import attach_store, moment_in
from heliograph.adapters.store.sight import FileSight, sight_of
from heliograph.app import blobs_of, make_task_id, sender_of, targets_of, tracer_of
from heliograph.domain.errors import StoreMissing
from heliograph.domain.signature import parse_secret
from heliograph.domain.task import TaskId
from heliograph.drawing import c2pa_signer_of, diffusers_of
from heliograph.ports import Blobs, Clock, Scout, Sender, Signing, Store, Targets, Tracer
from heliograph.settings import Settings
from heliograph.workers.signing import KeptSecrets


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a command works with, whether a server runs on the same store or not."""

    store: Store
    clock: Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """What a sample is sent with: the same as the server's callbacks."""

    targets: Targets
    sender: Sender
    signing: Signing
    tracer: Tracer
    clock: Clock
    new_task_id: Callable[[], TaskId]


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineSight:
    """What the generator diffusers would draw with; each of `devices` with its precision."""

    pipeline: str
    takes_image: bool
    takes_mask: bool
    devices: Sequence[str]


@asynccontextmanager
async def open_beside(settings: Settings) -> AsyncIterator[Beside]:
    """The store as it is, without a lock on it. Raises `StoreError`s."""
    store = await attach_store(settings.database_url, settings.data_dir)
    try:
        yield Beside(store=store, clock=await _clock_beside(settings))
    finally:
        await store.close()


@asynccontextmanager
async def open_way_out(settings: Settings) -> AsyncIterator[WayOut]:
    """The guarded sender and the secrets; the store is only needed where the setting has none. Raises `StoreError`s."""
    targets, inboxes = targets_of(settings), None
    async with AsyncExitStack() as stack:
        beside = await _beside_if_needed(settings, stack)
        clock = beside.clock if beside else SystemClock()
        signing = KeptSecrets(clock=clock, secrets=[parse_secret(text) for text in settings.signing_secrets])
        if beside:
            signing = signing if settings.signing_secrets else KeptSecrets(clock=clock, keyring=beside.store)
            await signing.refresh()
            observer = LoggingObserver(CollectorRegistry())
            inboxes = Inboxes(store=beside.store, signing=signing, clock=clock, observer=observer)
            stack.push_async_callback(inboxes.close)
        sender = sender_of(settings, targets, inboxes, signing)
        await sender.open()
        stack.push_async_callback(sender.close)
        yield WayOut(
            targets=targets,
            sender=sender,
            signing=signing,
            tracer=tracer_of(settings, stack),
            clock=clock,
            new_task_id=lambda: make_task_id(clock),
        )


async def _clock_beside(settings: Settings) -> Clock:
    """That of the server, or of the database's machine: what is due at once by ours may be due later by theirs."""
    clock = SystemClock()
    moment = await moment_in(settings.database_url)
    return SystemClock(began=(moment, clock.steady()) if moment else began_in(settings.data_dir))


async def _beside_if_needed(settings: Settings, stack: AsyncExitStack) -> Beside | None:
    try:
        return await stack.enter_async_context(open_beside(settings))
    except StoreMissing:
        if settings.signing_secrets:
            return None  # Then only an inbox would need one.
        raise


async def open_blobs(settings: Settings, store: Store) -> Blobs:
    """Where pictures are kept; a bucket has been tried out. Raises `SettingsError`."""
    return await blobs_of(settings, owner=await store.secret("link_key", secrets.token_hex(32)))


def look_at_files(settings: Settings, *, thorough: bool) -> FileSight | None:
    """What can be seen of the database from outside; None where it is no file."""
    return None if settings.database_url else sight_of(settings.data_dir, thorough=thorough)


@asynccontextmanager
async def open_scout(settings: Settings) -> AsyncIterator[Scout]:
    """What goes the way of a callback and tells how far it came."""
    scout = GuardedScout(
        policy=targets_of(settings),
        dns_timeout_seconds=settings.dns_timeout_seconds,
        timeout_seconds=settings.callback_timeout_seconds,
        user_agent=f"Heliograph/{heliograph.__version__}",
        ca_bundle=settings.egress_ca_bundle,
        client=settings.client_certificate,
        proxy=settings.proxy,
    )
    await scout.open()
    try:
        yield scout
    finally:
        await scout.close()


async def find_pipeline(settings: Settings) -> PipelineSight | None:
    """None where none is set; else it is looked for in a process of its own. Raises `SettingsError`."""
    if "diffusers" not in settings.generators:
        return None
    [found, *others] = await diffusers_of(settings).look()
    return PipelineSight(
        pipeline=found.pipeline,
        takes_image=found.takes_image,
        takes_mask=found.takes_mask,
        devices=[f"{each.device} in {each.precision}" for each in (found, *others)],
    )


def signing_ends_at(settings: Settings) -> datetime | None:
    """When the chain ends that pictures are signed with; None where none is set. Raises `SettingsError`."""
    if not settings.c2pa_certificate:
        return None
    return c2pa_signer_of(settings, LoggingObserver(CollectorRegistry())).ends_at
