"""Checks of what is set: nothing is opened for them."""

import resource
from collections.abc import Mapping, Sequence
from ipaddress import ip_address
from urllib.parse import urlsplit

from heliograph.app import callbacks_within
from heliograph.commands.checks.finding import Finding, failed_with, ok, warning
from heliograph.commands.secrets import KINDS
from heliograph.domain.errors import SettingsError
from heliograph.domain.policy import ALWAYS
from heliograph.domain.signature import PREFIX as SYMMETRIC
from heliograph.settings import PREFIX, Settings

EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104  # compared, not bound


def wrong_settings(error: SettingsError) -> list[Finding]:
    """One for each setting that could not be read."""
    return [failed_with("settings", line) for line in str(error).splitlines()]


def variables(settings: Settings, unknown: Mapping[str, str]) -> list[Finding]:
    """Those that are set to no avail; `unknown` as in `settings.unknown_variables`."""
    lost = [
        warning("settings", f"{name} is no setting", f"do you mean {nearest}?" if nearest else "take it out")
        for name, nearest in unknown.items()
    ]
    return [ok("settings", f"{len(settings.model_fields_set)} set, the others are at their defaults"), *lost]


def public_url(settings: Settings) -> Finding:
    """Whether links lead where receivers can follow them."""
    name, given = "public url", settings.public_url
    if not given and settings.host in EVERYWHERE:
        return warning(
            name,
            f"links to pictures begin with {settings.base_url}, which leads nowhere on another machine",
            f"set {PREFIX}PUBLIC_URL to the address under which receivers reach this server",
        )
    host = urlsplit(settings.base_url).hostname or ""
    if given.startswith("http://") and not is_loopback(host):
        return warning(
            name, f"links begin with {given}, without TLS", f"put a proxy with TLS in front, and set {PREFIX}PUBLIC_URL"
        )
    return ok(name, f"links begin with {settings.base_url}")


def is_loopback(host: str) -> bool:
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


def descriptors(settings: Settings, hard: int) -> Finding:
    """`hard` is the limit that `serve` raises its own to."""
    name, wanted = "descriptors", settings.callbacks_in_flight
    if hard == resource.RLIM_INFINITY:
        return ok(name, f"no limit here; {PREFIX}CALLBACKS_IN_FLIGHT is {wanted}")
    if (room := callbacks_within(hard)) < wanted:
        return warning(
            name,
            f"a limit of {hard} has room for {room} callbacks at once, {PREFIX}CALLBACKS_IN_FLIGHT is {wanted}",
            "raise the server's limit (LimitNOFILE, ulimits, ulimit -Hn), or lower the setting",
        )
    return ok(name, f"a limit of {hard} has room for {PREFIX}CALLBACKS_IN_FLIGHT={wanted}")


def policy(settings: Settings) -> Finding:
    """What is refused, and who judges pictures."""
    refused = ", ".join([*sorted(ALWAYS), *settings.refuse])
    judge, threshold = settings.image_classifier, settings.image_classifier_threshold
    pictures = f"pictures where {judge} says {threshold:g} or more" if judge else "pictures are judged by nobody here"
    return ok("policy", f"prompts are refused for {refused}, by their words; {pictures}")


def api_keys(given: int, made: int) -> Finding:
    """How many there are in the setting, and in the database."""
    if given:
        return ok("api keys", f"{given} in {PREFIX}API_KEYS")
    if made:
        return ok("api keys", f"{made} made here, at the first start")
    return ok("api keys", "none yet: the next start makes one, and prints it once")


def signing_secrets(given: Sequence[str], made: Sequence[str]) -> Finding:
    """How many of which kind sign."""
    signing = given or made
    where = f"in {PREFIX}SIGNING_SECRETS" if given else "made here"
    if not signing:
        return ok("secrets", "none yet: the next start makes one, and prints it once")
    counts = {kind: sum(text.startswith(prefix) for text in signing) for kind, prefix in KINDS.items()}
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
    if not any(text.startswith(SYMMETRIC) for text in signing):
        return warning(
            "secrets",
            f"{told} {where}, so that X-Webhook-Signature is not sent",
            f"add a secret that begins with {SYMMETRIC} if a receiver reads that header",
        )
    return ok("secrets", f"{told} {where}")
