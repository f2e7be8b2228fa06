"""Checks of the way out: names, what may be called, connections, certificates, a sample, and clocks."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from heliograph.commands.checks.configured import is_loopback
from heliograph.commands.checks.finding import Finding, failed, failed_with, ok, warning
from heliograph.domain.delivery import Receipt
from heliograph.domain.signature import TOLERANCE_SECONDS
from heliograph.domain.verdict import Fault, Verdict
from heliograph.ports import Scout, Sight
from heliograph.settings import PREFIX, Settings

LOOK_UP, RULES, CONNECTION, TLS = STEPS = "look-up", "rules", "connection", "TLS"
FAILS_AT = {
    Fault.NAME_NOT_RESOLVED: LOOK_UP,
    Fault.TARGET_FORBIDDEN: RULES,
    Fault.TLS_FAILED: TLS,
    Fault.CERTIFICATE_EXPIRED: TLS,
    Fault.CERTIFICATE_UNTRUSTED: TLS,
    Fault.CERTIFICATE_MISMATCH: TLS,
}
"""The others are of the connection."""
CERTIFICATE_DAYS = 14
CLOCK_SECONDS = 2.0
"""What clocks may be apart before it is told."""
FOLLOW = f"follow a time server: signatures are refused when they are {TOLERANCE_SECONDS} s off"
CONTAINERS = ("docker", "kubepods", "containerd", "libpod")
FROM_A_CONTAINER = (
    "in a container this is the container itself; a receiver on the machine around it is at host.docker.internal, "
    f"whose address has to be opened in {PREFIX}EGRESS_ALLOW"
)


def in_container(root: Path = Path("/")) -> bool:
    """As far as a process can tell."""
    if (root / ".dockerenv").exists() or (root / "run/.containerenv").exists():
        return True
    try:
        groups = (root / "proc/1/cgroup").read_text()
    except OSError:
        return False
    return any(word in groups for word in CONTAINERS)


async def public_name(settings: Settings, scout: Scout) -> list[Finding]:
    """Whether the name in our own links is known."""
    host = urlsplit(settings.public_url).hostname or ""
    if not host or is_loopback(host) or _is_address(host) or settings.proxy:
        return []
    try:
        addresses = await scout.addresses_of(settings.public_url)
    except OSError as error:
        cure = f"correct {PREFIX}PUBLIC_URL, or its entry at the name server, unless it is only known elsewhere"
        return [warning("public name", str(error).partition(": ")[0], cure)]
    return [ok("public name", f"{host} is {', '.join(addresses)}")]


def callback(sight: Sight, url: str, settings: Settings, *, contained: bool, now: datetime) -> list[Finding]:
    """One for each step that was taken, up to the one that failed."""
    if sight.is_inbox:
        return [ok(RULES, "this is an inbox of the server itself: nothing is looked up or dialled")]
    failing = _failing(sight)
    taken = STEPS[: STEPS.index(failing)] if failing else STEPS
    found = [finding for step in taken for finding in _well(step, sight, url, now)]
    return [*found, _ill(failing, sight, settings, contained=contained)] if failing else found


def sample(receipt: Receipt) -> Finding:
    """What became of it."""
    answer, took = receipt.answer, (receipt.ended_at - receipt.started_at) / timedelta(milliseconds=1)
    if receipt.verdict is Verdict.DELIVERED:
        return ok("sample", f"delivered: the receiver answered {answer.status} in {took:.0f} ms")
    return failed_with("sample", answer.diagnosis or str(answer.fault))


def clock(sight: Sight | None, *, jumped_seconds: float) -> Finding:
    """Against the receiver's, if it told; `jumped_seconds` is what wall time went astray during this check."""
    if abs(jumped_seconds) > CLOCK_SECONDS:
        return warning("clock", f"it was set by {jumped_seconds:+.0f} s during this check", f"let it {FOLLOW}")
    if sight is None or sight.date is None or sight.answered_at is None:
        return ok("clock", f"it shows {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, and nobody was there to compare with")
    # A header has whole seconds, cut off: on average half of one is missing.
    ahead = (sight.answered_at - sight.date).total_seconds() - 0.5
    if abs(ahead) <= CLOCK_SECONDS:
        return ok("clock", f"it and the receiver's are within {CLOCK_SECONDS:g} s")
    text = f"it is {abs(ahead):.0f} s {'ahead of' if ahead > 0 else 'behind'} the receiver's"
    found = failed if abs(ahead) >= TOLERANCE_SECONDS else warning
    return found("clock", text, f"let both {FOLLOW}")


def _failing(sight: Sight) -> str | None:
    if sight.fault is None:
        return None
    if sight.fault is Fault.TIMED_OUT and not sight.addresses:
        return LOOK_UP
    return FAILS_AT.get(sight.fault, CONNECTION)


def _well(step: str, sight: Sight, url: str, now: datetime) -> list[Finding]:
    match step:
        case "look-up":
            told = f"{sight.host} is {', '.join(sight.addresses)}" if sight.addresses else "left to the proxy"
            return [] if sight.addresses == (sight.host,) or not sight.host else [ok(step, told)]
        case "rules":
            return [ok(step, f"{sight.host} may be called")] if sight.host else []
        case "connection":
            return [ok(step, f"connected to {sight.address or sight.host}")]
        case _:
            return [_certificate(sight, url, now)] if sight.certificate_ends_at else []


def _certificate(sight: Sight, url: str, now: datetime) -> Finding:
    ends_at = sight.certificate_ends_at or now
    text = f"the certificate of {urlsplit(url).hostname} ends on {ends_at:%Y-%m-%d}, in {(ends_at - now).days} days"
    if ends_at - now < timedelta(days=CERTIFICATE_DAYS):
        return warning(TLS, text, "renew it")
    return ok(TLS, text)


def _ill(step: str, sight: Sight, settings: Settings, *, contained: bool) -> Finding:
    if step in {RULES, CONNECTION} and contained and is_loopback(sight.host):
        text = sight.diagnosis.partition(": ")[0] if step == CONNECTION else f"{sight.host} may not be called"
        return failed(step, text, FROM_A_CONTAINER)
    if step == RULES and sight.forbidden:
        return failed(step, f"{', '.join(sight.forbidden)} may not be called", _opening(sight.forbidden, settings))
    return failed_with(step, sight.diagnosis)


def _opening(forbidden: Sequence[str], settings: Settings) -> str:
    """Never what would open the addresses at which clouds keep their credentials."""
    addresses = [ip_address(address.partition("%")[0]) for address in forbidden]
    if any(each.is_link_local or each.is_multicast or each.is_unspecified for each in addresses):
        return "use a host with another address: nothing there is a receiver"
    blocks = ",".join(f"{each}/{each.max_prefixlen}" for each in addresses)
    cure = f"if the receiver is yours, set {PREFIX}EGRESS_ALLOW={','.join([*settings.egress_allow, blocks])}"
    return f"{cure}, and see that {PREFIX}EGRESS_DENY does not hold it" if settings.egress_deny else cure


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
