"""Serving: the life of one process, from its settings to an orderly stop."""

import asyncio
import gc
import resource
import signal
import sys
from collections.abc import Collection
from contextlib import suppress

import click
import uvicorn
import uvloop

import heliograph
from heliograph.app import (
    Application,
    callbacks_within,
    configure_logging,
    open_application,
    post_steps_left,
    store_place,
)
from heliograph.domain.errors import HeliographError
from heliograph.settings import Settings
from heliograph.workers.workers import Role

STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT)

SWITCH_INTERVAL_SECONDS = 0.0001
"""How long a busy event loop keeps the interpreter's lock from the threads that write, each time that they come back
from a system call; the default of 5 ms is most of what a busy server would wait for."""

COLLECTION_THRESHOLDS = (20_000, 20, 50)
"""A request makes hundreds of objects, few of them in cycles: the default of 700 would look for some at every other."""


def run(settings: Settings, *, roles: Collection[Role]) -> None:
    """Do what the roles ask for, until SIGTERM or SIGINT. Raises `HeliographError`s."""
    settings = _within_descriptors(settings)
    configure_logging(settings)
    tune_interpreter()
    uvloop.run(_run(settings, roles))


async def _run(settings: Settings, roles: Collection[Role]) -> None:
    port = settings.port if Role.API in roles else settings.work_port
    async with open_application(settings, roles=roles) as application:
        introduce(settings, application, roles, post_steps_left=await post_steps_left(settings))
        stop = _stop_signal()
        async with asyncio.TaskGroup() as group:
            group.create_task(application.workers.run())
            config = _uvicorn_config(settings, application, port)
            can_listen = await (_listen(config, stop, application.closing) if port else stop.wait())
            application.workers.stop()
        for signal_number in STOP_SIGNALS:
            # All is done: a second signal must not make it look like a fault.
            signal.signal(signal_number, signal.SIG_IGN)
        if not can_listen:
            variable = "HELIOGRAPH_PORT" if Role.API in roles else "HELIOGRAPH_WORK_PORT"
            raise HeliographError(f"{settings.host}:{port} cannot be listened on, the log says why: set {variable}")


def _stop_signal() -> asyncio.Event:
    """Set by the first signal. uvicorn would end on it and raise it again: the workers still have work to give back."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for signal_number in STOP_SIGNALS:
        signal.signal(signal_number, lambda *_: loop.call_soon_threadsafe(stop.set))
    return stop


async def _listen(config: uvicorn.Config, stop: asyncio.Event, closing: asyncio.Event) -> bool:
    """Answer callers until `stop`; False if that was not possible."""
    server = uvicorn.Server(config)

    async def end() -> None:
        await stop.wait()
        closing.set()
        server.should_exit = True

    ending = asyncio.create_task(end())
    # uvicorn exits the process when it cannot listen: workers would be torn down in mid-work, without a word.
    with suppress(SystemExit):
        await server.serve()
    ending.cancel()
    return server.started


def _uvicorn_config(settings: Settings, application: Application, port: int) -> uvicorn.Config:
    return uvicorn.Config(
        application.web,
        host=settings.host,
        port=port,
        loop="none",
        http="httptools",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=max(1, round(settings.shutdown_grace_seconds)),
    )


def introduce(
    settings: Settings, application: Application, roles: Collection[Role], *, post_steps_left: Collection[str]
) -> None:
    """Say on standard error what runs here, and what whoever started it has to know."""
    does = f"serves {settings.base_url}" if Role.API in roles else f"works as {' and '.join(sorted(roles))}"
    lines = [f"Heliograph {heliograph.__version__} {does} from {store_place(settings)}"]
    lines += [f"API key, shown only now:        {key}" for key in application.new_keys]
    lines += [f"Signing secret, shown only now: {secret}" for secret in application.new_secrets]
    if post_steps_left:
        names = ", ".join(post_steps_left)
        lines.append(f"Left until no process of an older version runs, for `heliograph migrate --post`: {names}")
    if settings.egress_allow:
        lines.append(f"Besides public addresses, these may be dialled: {', '.join(settings.egress_allow)}")
    if settings.proxy:
        lines.append(
            f"All goes out through the proxy {settings.proxy.where}: it looks the names up, so its rules are the guard"
        )
    click.echo("\n".join(lines), err=True)


def tune_interpreter() -> None:
    """What `serve` changes of Python's defaults, for a process with a busy event loop and threads that write."""
    sys.setswitchinterval(SWITCH_INTERVAL_SECONDS)
    # What start-up has made stays for good: the collector need not look through it again and again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTION_THRESHOLDS)


def _within_descriptors(settings: Settings) -> Settings:
    """As many descriptors as the system gives; callbacks in flight have to fit into them."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    if hard == resource.RLIM_INFINITY:
        return settings
    most = callbacks_within(hard)
    return settings.model_copy(update={"callbacks_in_flight": min(settings.callbacks_in_flight, most)})
