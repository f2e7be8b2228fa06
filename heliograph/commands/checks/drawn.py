"""Checks of what draws on this machine, and of what signs pictures."""

from datetime import datetime, timedelta

from heliograph.beside import find_pipeline, signing_ends_at
from heliograph.commands.checks.finding import Finding, failed, failed_with, ok, warning
from heliograph.domain.errors import SettingsError
from heliograph.settings import Settings

CERTIFICATE_DAYS = 14


async def pipeline(settings: Settings) -> list[Finding]:
    """Of the generator diffusers: whether its model and its devices are there, and what it can do."""
    try:
        found = await find_pipeline(settings)
    except SettingsError as error:
        return [failed_with("generator", error)]
    if found is None:
        return []
    able = [f"{found.pipeline} draws from prompts"]
    able += ["starts from a picture"] if found.takes_image else []
    able += ["keeps to a mask"] if found.takes_mask else []
    return [ok("generator", f"{', '.join(able)}, on {', '.join(found.devices)}; its weights were not loaded")]


def signing(settings: Settings, *, now: datetime) -> list[Finding]:
    """Of pictures, as C2PA has it: whether it works, and for how long."""
    try:
        ends_at = signing_ends_at(settings)
    except SettingsError as error:
        return [failed_with("signing", error)]
    if ends_at is None:
        return []
    if ends_at <= now:
        text = f"a certificate of the chain ended on {ends_at:%Y-%m-%d}, so that nobody trusts what is signed"
        return [failed("signing", text, "put the renewed one into the file, and start the server again")]
    text = f"a picture was signed; the first certificate of the chain ends on {ends_at:%Y-%m-%d}"
    if ends_at - now < timedelta(days=CERTIFICATE_DAYS):
        return [warning("signing", f"{text}, in {(ends_at - now).days} days", "renew it, and start the server again")]
    return [ok("signing", text)]
