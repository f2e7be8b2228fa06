"""heliograph secrets: which secrets sign, and a new one in the place of an old one."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from secrets import token_bytes

import click
from rich.table import Table

from heliograph.beside import open_beside
from heliograph.commands.explained import explained
from heliograph.commands.moments import duration, shown
from heliograph.commands.screen import cell, show, table
from heliograph.domain.errors import SettingsError
from heliograph.domain.records import StoredSecret
from heliograph.domain.signature import (
    KEY_LENGTH,
    PREFIX,
    PRIVATE_PREFIX,
    SigningKey,
    fingerprint,
    parse_secret,
    secret_text,
)
from heliograph.settings import Settings, read_settings

KINDS = {"hmac": PREFIX, "ed25519": PRIVATE_PREFIX}
SETTING = "HELIOGRAPH_SIGNING_SECRETS"


@click.group()
def secrets() -> None:
    """List the secrets that callbacks are signed with, or change them while the server runs."""


@secrets.command("list")
def list_secrets() -> None:
    """List the secrets that sign, the oldest first: never the secret itself."""
    with explained():
        settings = read_settings()
        if settings.signing_secrets:
            show(_table([(text, SETTING, "") for text in settings.signing_secrets]), to_copy=True)
        else:
            stored = asyncio.run(_stored(settings))
            show(_table([(each.text, shown(each.created_at), _end(each)) for each in stored]), to_copy=True)


@secrets.command()
@click.option("--kind", type=click.Choice(list(KINDS)), default="hmac", show_default=True)
@click.option("--overlap", type=duration, default="7d", show_default=True, help="0 ends the old ones at once.")
def rotate(kind: str, overlap: timedelta) -> None:
    """Make a secret and print it, once. The old ones of that kind sign beside it until the overlap is over."""
    with explained():
        settings = read_settings()
        if settings.signing_secrets:
            raise SettingsError(
                f"{SETTING} is set, and wins over what is kept here: add the new secret there behind the old one, "
                "restart, and take the old one out when every receiver knows the new one"
            )
        text = secret_text(KINDS[kind], token_bytes(KEY_LENGTH))
        others = asyncio.run(_rotated(settings, text, overlap))
        click.echo(text)
        click.echo(_told(text, others), err=True)


async def _stored(settings: Settings) -> Sequence[StoredSecret]:
    async with open_beside(settings) as beside:
        return await beside.store.signing_secrets(now=beside.clock.now())


async def _rotated(settings: Settings, text: str, overlap: timedelta) -> Sequence[StoredSecret]:
    """The older ones of the same kind that sign on for a while."""
    async with open_beside(settings) as beside:
        now = beside.clock.now()
        live = await beside.store.rotate_signing_secret(text, now=now, others_until=now + overlap)
    return [each for each in live if each.text != text and _kind(each.text) == _kind(text)]


def _table(rows: Sequence[tuple[str, str, str]]) -> Table:
    made = table("kind", "fingerprint", "made", "ends", "public key", kept_whole=2)
    for text, created, ends in rows:
        made.add_row(*map(cell, (_kind(text), fingerprint(text), created, ends or "-", _public(text) or "-")))
    return made


def _kind(text: str) -> str:
    return next(kind for kind, prefix in KINDS.items() if text.startswith(prefix))


def _public(text: str) -> str:
    secret = parse_secret(text)
    return secret.public_text if isinstance(secret, SigningKey) else ""


def _end(secret: StoredSecret) -> str:
    return shown(secret.ends_at) if secret.ends_at else ""


def _told(text: str, others: Sequence[StoredSecret]) -> str:
    lines = ["This secret is shown only now. It signs from now on; a running server takes it up within seconds."]
    if public := _public(text):
        lines.append(f"Its public key, for receivers: {public}")
    ends = [each.ends_at for each in others if each.ends_at]
    if ends:
        lines.append(f"{len(others)} older of its kind signs beside it until {shown(max(ends))}: give the new one out.")
    else:
        lines.append("No other of its kind signs.")
    return "\n".join(lines)
