"""Links to pictures: absolute, signed, ending at a moment, and readable without a key."""

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from urllib.parse import parse_qs, quote

from heliograph.domain.task import BlobName, TaskId

PATH = "/files/"
_PREVIEW = re.compile(r"([0-9a-f]{32})_preview\d+")


class LinkState(Enum):
    VALID = "valid"
    EXPIRED = "expired"
    FORGED = "forged"


@dataclass(frozen=True, slots=True)
class Links:
    """Makes and reads links below `public_url`; `key` signs them, and whoever shares it can read them."""

    public_url: str
    key: bytes = field(repr=False)

    def to(self, name: BlobName, *, until: datetime) -> str:
        """The link to a picture that is good until that moment, to the second."""
        expires = int(until.timestamp())
        return f"{self.public_url}{PATH}{quote(name)}?expires={expires}&signature={self._signature(name, expires)}"

    def check(self, name: str, *, expires: str, signature: str, now: datetime) -> LinkState:
        """Whether a link's parts are ours and still good."""
        if not (expires.isascii() and expires.isdigit() and len(expires) < len("1" * 12)):
            return LinkState.FORGED
        if not hmac.compare_digest(self._signature(name, int(expires)).encode(), signature.encode()):
            return LinkState.FORGED
        return LinkState.VALID if now.timestamp() < int(expires) else LinkState.EXPIRED

    def name_in(self, url: str, *, now: datetime) -> BlobName | None:
        """The picture that one of our own links leads to, expired or not; None for any other URL."""
        name, state = self.read(url, now=now) or ("", LinkState.FORGED)
        return None if state is LinkState.FORGED else BlobName(name)

    def read(self, url: str, *, now: datetime) -> tuple[BlobName, LinkState] | None:
        """What a link names, and whether it is good; None for a URL that is no link of this server, forged or not."""
        prefix = self.public_url + PATH
        if not url.startswith(prefix):
            return None
        name, _, asked = url[len(prefix) :].partition("#")[0].partition("?")
        query = parse_qs(asked)
        [expires], [signature] = query.get("expires", [""])[:1], query.get("signature", [""])[:1]
        return BlobName(name), self.check(name, expires=expires, signature=signature, now=now)

    def _signature(self, name: str, expires: int) -> str:
        digest = hmac.digest(self.key, f"{name}\n{expires}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def preview_name(task_id: TaskId, number: int) -> BlobName:
    """What a link calls a preview: each has a name of its own, so that none is taken for the one before."""
    return BlobName(f"{task_id}_preview{number}")


def previewed_task(name: str) -> TaskId | None:
    """The task whose preview has that name; None for any other name."""
    found = _PREVIEW.fullmatch(name)
    return TaskId(found[1]) if found else None


def end_of(expires: str) -> datetime:
    """The moment a valid link's `expires` stands for."""
    return datetime.fromtimestamp(int(expires), tz=UTC)
