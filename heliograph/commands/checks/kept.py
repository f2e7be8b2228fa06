"""Checks of what is kept: the database, the pictures, and the disk below them."""

import os
import secrets
import shutil
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from heliograph.beside import look_at_files, open_beside, open_blobs
from heliograph.commands.checks.finding import Finding, failed, failed_with, ok, warning
from heliograph.domain.errors import HeliographError, StoreError, StoreMissing
from heliograph.domain.task import BlobName
from heliograph.ports import Blobs, LocalFile, Store
from heliograph.settings import PREFIX, Settings

LEAST_SHARE, LEAST_BYTES = 0.10, 10**9
"""Of a disk, below which there is a warning."""
GB = 10**9


async def database(settings: Settings, stack: AsyncExitStack) -> tuple[Finding, Store | None]:
    """Whether it answers and is of this version; the store, if so."""
    try:
        store = (await stack.enter_async_context(open_beside(settings))).store
        census = await store.census()
    except StoreMissing:
        cure = f"start the server, or set {PREFIX}DATA_DIR to the data folder of the one that runs"
        return warning("database", f"there is none in {settings.data_dir} yet", cure), None
    except (StoreError, OSError) as error:
        return failed_with("database", error), None
    open_tasks = census.tasks_queued + census.tasks_running
    open_callbacks = census.deliveries_owed + census.deliveries_sending
    text = f"it answers and is of this version; without an end: {open_tasks} tasks, {open_callbacks} callbacks"
    return ok("database", text), store


def steps(left: Sequence[str]) -> list[Finding]:
    """Told where the database lacks `post` steps, which this version does without."""
    if not left:
        return []
    cure = "run `heliograph migrate --post` once no process of an older version runs"
    return [warning("database", f"post steps of its migration are left: {', '.join(left)}", cure)]


def database_file(settings: Settings, *, thorough: bool) -> list[Finding]:
    """Of SQLite: whether it can be written, who works on it, and whether it is whole if that is asked for."""
    name = "database file"
    try:
        sight = look_at_files(settings, thorough=thorough)
    except (StoreError, OSError) as error:
        return [failed_with(name, error)]
    if sight is None:
        return []
    found = [ok(name, f"{sight.path} can be written; {_worked_on(sight.holder)}")]
    if sight.mode != "wal":
        found = [failed(name, f"{sight.path} has no write-ahead log (mode {sight.mode})", "start the server once")]
    if not sight.is_private:
        cure = f"chmod 600 {sight.path}: the secrets and prompts are in it"
        found.append(warning(name, f"{sight.path} can be read by others", cure))
    if sight.damage:
        cure = f"stop the server, and restore a backup or try `sqlite3 {sight.path} .recover`"
        found.append(failed(name, f"{sight.path} is damaged ({sight.damage})", cure))
    elif thorough:
        found.append(ok(name, "every page was read, and is whole"))
    return found


def user(folder: Path, user_id: int) -> list[Finding]:
    """Whether what is seen here is what the server sees."""
    try:
        owner_id = folder.stat().st_uid
    except OSError:
        return []
    if owner_id == user_id:
        return []
    text = f"this runs as user {user_id}, and {folder} is that of user {owner_id}"
    return [warning("user", text, "run it as the server's user, which may be permitted less or more")]


async def pictures(settings: Settings, store: Store | None) -> Finding:
    """Whether they can be written, read and deleted."""
    name = "pictures"
    if store is None:
        return warning(name, "not tried, for want of the database", "check again once it is there")
    if not settings.blob_url and user(settings.data_dir, os.geteuid()):
        return warning(
            name, "not tried, since the server might not be able to delete what is written", "run it as its user"
        )
    try:
        blobs = await open_blobs(settings, store)
    except HeliographError as error:
        return failed_with(name, error)
    try:
        if settings.blob_url:  # opening it was the trial
            return ok(name, f"{settings.blob_url} takes, gives, signs, lists and deletes")
        return await tried_out(blobs, settings.data_dir)
    finally:
        await blobs.close()


async def tried_out(blobs: Blobs, folder: Path) -> Finding:
    """With a small one that no task has."""
    blob, content = BlobName(f"heliograph-check-{secrets.token_hex(8)}"), b"heliograph check"
    try:
        await blobs.put({blob: content})
        place = await blobs.where(blob, seconds=1)
        same = isinstance(place, LocalFile) and Path(place.path).read_bytes() == content  # noqa: ASYNC240  # 16 bytes
        await blobs.delete([blob])
    except OSError as error:
        text = f"they cannot be kept in {folder} ({error.strerror or error})"
        return failed("pictures", text, "give the server's user write access to it and room on its disk")
    if not same:
        return failed("pictures", f"what {folder} gives back is not what was written", "check the disk")
    return ok("pictures", f"{folder} takes, gives and deletes")


def disks(places: Sequence[Path]) -> list[Finding]:
    """One for each disk that is below these places."""
    seen: dict[int, Path] = {}
    for place in places:
        nearest = _nearest(place)
        seen.setdefault(nearest.stat().st_dev, nearest)
    return [disk(place, *_room(place)) for place in seen.values()]


def disk(place: Path, free: int, total: int) -> Finding:
    share = free / total if total else 0.0
    text = f"{free / GB:.1f} of {total / GB:.1f} GB ({share:.0%}) are free below {place}"
    if share < LEAST_SHARE or free < LEAST_BYTES:
        return warning("disk", text, f"make room, or keep less with {PREFIX}MEDIA_DAYS and {PREFIX}RECORD_DAYS")
    return ok("disk", text)


def _worked_on(holder: str) -> str:
    return f"process {holder} works on it" if holder else "no server works on it"


def _room(place: Path) -> tuple[int, int]:
    usage = shutil.disk_usage(place)
    return usage.free, usage.total


def _nearest(place: Path) -> Path:
    """Itself, or what there is above it."""
    resolved = place.resolve()
    return next(each for each in (resolved, *resolved.parents) if each.exists())
