"""The commands: serve, migrate, demo."""

import asyncio
import gc
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import click
import uvicorn
import uvloop

import heliograph
from heliograph.app import Application, configure_logging, migrate_database, open_application
from heliograph.demo import run_demo
from heliograph.domain.errors import HeliographError
from heliograph.settings import Settings, read_settings

STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT)
DESCRIPTORS_KEPT_BACK = 256
"""For the database, the log, pictures and callers; the others may be callbacks in flight."""

SWITCH_INTERVAL_SECONDS = 0.0005
"""How long a busy event loop keeps the interpreter's lock from the threads that write, each time that they come back
from a system call; the default of 5 ms is most of what a busy server would wait for."""

COLLECTION_THRESHOLDS = (20_000, 20, 50)
"""A request makes hundreds of objects, few of them in cycles: the default of 700 would look for some at every other."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(heliograph.__version__)
def main() -> None:
    """A self-hosted, durable 4o Image API: submit a prompt, get called back when the picture is there."""


@main.command()
def serve() -> None:
    """Serve the API, draw the pictures and send the callbacks, until SIGTERM."""
    with explained():
        settings = _within_descriptors(read_settings())
        configure_logging(settings)
        tune_interpreter()
        uvloop.run(_serve(settings))


@main.command()
def migrate() -> None:
    """Bring the database up to date, and end."""
    with explained():
        settings = read_settings()
        click.echo(f"{settings.data_dir} is at revision {migrate_database(settings)}")


@main.command()
def demo() -> None:
    """Run the main job once: submit, draw, call back, save the picture."""
    with explained():
        asyncio.run(run_demo())


@contextmanager
def explained() -> Iterator[None]:
    """A mistake that a person can mend is told in words, without a trace."""
    errors: list[BaseException] = []
    try:
        yield
    except* HeliographError as group:
        errors = list(group.exceptions)
    for error in errors:
        while isinstance(error, BaseExceptionGroup):
            error = error.exceptions[0]  # noqa: PLW2901  # down to what a task of a group has raised
        click.echo(f"heliograph: {error}", err=True)
    if errors:
        sys.exit(1)


async def _serve(settings: Settings) -> None:
    async with open_application(settings) as application:
        _introduce(settings, application)
        server = uvicorn.Server(_uvicorn_config(settings, application))
        # uvicorn ends on the first signal and then raises it again: by then the workers still have work to give back.
        for signal_number in STOP_SIGNALS:
            signal.signal(signal_number, lambda *_: setattr(server, "should_exit", True))
        async with asyncio.TaskGroup() as group:
            group.create_task(application.workers.run())
            # uvicorn exits the process when it cannot listen: workers would be torn down in mid-work, without a word.
            with suppress(SystemExit):
                await server.serve()
            application.workers.stop()
        for signal_number in STOP_SIGNALS:
            signal.signal(
                signal_number, signal.SIG_IGN
            )  # All is done: a second signal must not make it look like a fault.
        if not server.started:
            raise HeliographError(
                f"{settings.host}:{settings.port} cannot be listened on, the log says why: set HELIOGRAPH_PORT"
            )


def _uvicorn_config(settings: Settings, application: Application) -> uvicorn.Config:
    return uvicorn.Config(
        application.web,
        host=settings.host,
        port=settings.port,
        loop="none",
        http="httptools",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=max(1, round(settings.shutdown_grace_seconds)),
    )


def _introduce(settings: Settings, application: Application) -> None:
    lines = [f"Heliograph {heliograph.__version__} serves {settings.base_url} from {settings.data_dir.resolve()}"]
    lines += [f"API key, shown only now:        {key}" for key in application.new_keys]
    lines += [f"Signing secret, shown only now: {secret}" for secret in application.new_secrets]
    if settings.egress_allow:
        lines.append(f"Besides public addresses, these may be dialled: {', '.join(settings.egress_allow)}")
    if settings.proxy:
        lines.append(
            f"All goes out through the proxy {settings.proxy.where}: it looks the names up, so its rules are the guard"
        )
    if settings.without_effect:
        lines.append(f"Set, but without effect in this version: {', '.join(settings.without_effect)}")
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
    most = max(1, hard - DESCRIPTORS_KEPT_BACK)
    return settings.model_copy(update={"callbacks_in_flight": min(settings.callbacks_in_flight, most)})
