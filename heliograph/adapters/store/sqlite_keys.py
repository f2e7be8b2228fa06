"""What SQLite is asked about keys and secrets."""

import sqlite3
from datetime import datetime

from heliograph.adapters.store.rows import secret_from, to_ms
from heliograph.domain.records import StoredSecret
from heliograph.domain.task import KeyId

_FIRST_KEY = "INSERT INTO api_key (id, created_at) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM api_key)"
_LIVE = "SELECT text, created_at, ends_at FROM signing_secret WHERE ends_at IS NULL OR ends_at > ? ORDER BY seq"
_FIRST = """
INSERT INTO signing_secret (text, created_at) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM signing_secret)
"""
_END_OTHERS = """
UPDATE signing_secret SET ends_at = min(coalesce(ends_at, :until), :until) WHERE substr(text, 1, length(:kind)) = :kind
"""
_ADD = "INSERT INTO signing_secret (text, created_at) VALUES (?, ?)"


def key_ids(db: sqlite3.Connection, *, candidate: KeyId | None = None, now: datetime) -> set[KeyId]:
    if candidate:
        db.execute(_FIRST_KEY, (candidate, to_ms(now)))
    return {KeyId(key_id) for (key_id,) in db.execute("SELECT id FROM api_key")}


def secret(db: sqlite3.Connection, name: str, candidate: str) -> str:
    db.execute("INSERT OR IGNORE INTO secret (name, value) VALUES (?, ?)", (name, candidate))
    [value] = db.execute("SELECT value FROM secret WHERE name = ?", (name,)).fetchone()
    return str(value)


def signing_secrets(db: sqlite3.Connection, *, now: datetime, candidate: str = "") -> list[StoredSecret]:
    if candidate:
        db.execute(_FIRST, (candidate, to_ms(now)))
    return [secret_from(row) for row in db.execute(_LIVE, (to_ms(now),))]


def rotate(db: sqlite3.Connection, text: str, *, now: datetime, others_until: datetime) -> list[StoredSecret]:
    kind = text.partition("_")[0] + "_"
    db.execute(_END_OTHERS, {"until": to_ms(others_until), "kind": kind})
    db.execute(_ADD, (text, to_ms(now)))
    return signing_secrets(db, now=now)
