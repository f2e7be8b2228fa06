"""What PostgreSQL is asked about keys and secrets."""

from datetime import datetime

from heliograph.adapters.store.postgres_pool import Session
from heliograph.adapters.store.rows import secret_from, to_ms
from heliograph.domain.records import StoredSecret
from heliograph.domain.task import KeyId

_FIRST_KEY = """
INSERT INTO api_key (id, created_at) SELECT $1::text, $2::bigint WHERE NOT EXISTS (SELECT 1 FROM api_key)
"""
_LIVE = "SELECT text, created_at, ends_at FROM signing_secret WHERE ends_at IS NULL OR ends_at > $1 ORDER BY seq"
_FIRST = """
INSERT INTO signing_secret (text, created_at)
SELECT $1::text, $2::bigint WHERE NOT EXISTS (SELECT 1 FROM signing_secret)
"""
_END_OTHERS = """
UPDATE signing_secret SET ends_at = least(coalesce(ends_at, $1), $1) WHERE starts_with(text, $2)
"""
_ADD = "INSERT INTO signing_secret (text, created_at) VALUES ($1, $2)"
# Two processes that start at once must not each make the first secret, or the first key.
_ALONE = "LOCK TABLE signing_secret IN SHARE ROW EXCLUSIVE MODE"
_ALONE_WITH_KEYS = "LOCK TABLE api_key IN SHARE ROW EXCLUSIVE MODE"


async def key_ids(db: Session, *, candidate: KeyId | None = None, now: datetime) -> set[KeyId]:
    if candidate:
        await db.execute(_ALONE_WITH_KEYS)
        await db.execute(_FIRST_KEY, candidate, to_ms(now))
    return {KeyId(key_id) for (key_id,) in await db.values("SELECT id FROM api_key")}


async def secret(db: Session, name: str, candidate: str) -> str:
    await db.execute("INSERT INTO secret (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING", name, candidate)
    [(value,)] = await db.values("SELECT value FROM secret WHERE name = $1", name)
    return str(value)


async def signing_secrets(db: Session, *, now: datetime, candidate: str = "") -> list[StoredSecret]:
    if candidate:
        await db.execute(_ALONE)
        await db.execute(_FIRST, candidate, to_ms(now))
    return [secret_from(row) for row in await db.rows(_LIVE, to_ms(now))]


async def rotate(db: Session, text: str, *, now: datetime, others_until: datetime) -> list[StoredSecret]:
    kind = text.partition("_")[0] + "_"
    await db.execute(_ALONE)
    await db.execute(_END_OTHERS, to_ms(others_until), kind)
    await db.execute(_ADD, text, to_ms(now))
    return await signing_secrets(db, now=now)
