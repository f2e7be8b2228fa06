"""What may be shown of the address of a database: everything but the password."""

from urllib.parse import urlsplit


def place_of(url: str) -> str:
    """User, host and database, for people to read."""
    parts = urlsplit(url)
    user = f"{parts.username}@" if parts.username else ""
    hosts = parts.netloc.rpartition("@")[2] or "the local socket"
    return f"PostgreSQL at {user}{hosts}{parts.path}"
