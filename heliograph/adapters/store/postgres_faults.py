"""What PostgreSQL and the way to it complain of, in words that say what to change."""

import asyncpg

from heliograph.domain.errors import (
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreReadOnly,
    StoreUnavailable,
)

CONNECTION_FAULTS = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
"""Everything that a statement, a commit or a connection can raise."""

_SEE_URL = "see HELIOGRAPH_DATABASE_URL"
_KINDS: dict[str, tuple[type[StoreError], str]] = {
    "08": (StoreUnavailable, "{place} was lost ({error}): it is tried again"),
    "28": (StoreUnavailable, f"{{place}} does not let us in ({{error}}): {_SEE_URL}"),
    "3D": (StoreUnavailable, f"{{place}} has no such database ({{error}}): make it, or {_SEE_URL}"),
    "53100": (StoreFull, "the disk of {place} is full: free some room; nothing was half written"),
    "53": (StoreUnavailable, "{place} has nothing left for us ({error}): raise its limits, or run fewer processes"),
    "57P": (StoreUnavailable, "{place} is stopping or starting ({error}): it is tried again"),
    "57014": (StoreBusy, "{place} took too long and was stopped: try again"),
    "55P03": (StoreBusy, "{place} is locked by somebody else ({error}): try again"),
    "40": (StoreBusy, "{place} had two who stood in each other's way ({error}): try again"),
    "25006": (StoreReadOnly, "{place} takes no writes ({error}): is it a standby?"),
    "42501": (StoreReadOnly, "{place} does not let us do that ({error}): give this user the rights"),
    "XX": (StoreDamaged, "{place} is damaged ({error}): see its log, or restore a backup"),
}


def fault_of(place: str, error: BaseException, *, is_lost: bool = True) -> StoreError:
    """The `StoreError` that stands for it; `is_lost` says that there is no connection (any more)."""
    if isinstance(error, asyncpg.InternalClientError):
        return StoreUnavailable(f"{place} was lost (it said goodbye between two statements): it is tried again")
    code = getattr(error, "sqlstate", None) or ""
    for length in (5, 3, 2):
        if code and (known := _KINDS.get(code[:length])):
            kind, text = known
            return kind(text.format(place=place, error=error))
    if isinstance(error, OSError | TimeoutError) or (is_lost and not code):
        reason = str(error) or "no answer in time"
        return StoreUnavailable(f"{place} cannot be reached ({reason}): is it running? {_SEE_URL}")
    return StoreError(f"{place}: {error}")
