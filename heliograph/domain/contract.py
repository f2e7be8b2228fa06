"""The 4o Image API's own words: codes, sizes, failure texts and callback bodies (wire contract, sections 1 to 5)."""

import json
from collections.abc import Sequence
from enum import Enum, IntEnum, StrEnum
from typing import Any


class Code(IntEnum):
    """The envelope's `code` (section 1)."""

    OK = 200
    BAD_REQUEST = 400
    UNAUTHORIZED = 401
    NO_CREDITS = 402
    NO_SUCH_ENDPOINT = 404
    GONE = 410
    INVALID = 422
    RATE_LIMITED = 429
    INPUT_UNAVAILABLE = 451
    MAINTENANCE = 455
    SERVER_ERROR = 500
    FEATURE_DISABLED = 505
    QUEUE_FULL = 550


class Size(Enum):
    """A picture's proportions on the wire, with the pixels that are made for it."""

    SQUARE = "1:1"
    LANDSCAPE = "3:2"
    PORTRAIT = "2:3"

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return _PIXELS[self]


_PIXELS = {Size.SQUARE: (1024, 1024), Size.LANDSCAPE: (1536, 1024), Size.PORTRAIT: (1024, 1536)}


class RecordStatus(StrEnum):
    """record-info's `status` (section 3)."""

    GENERATING = "GENERATING"
    SUCCESS = "SUCCESS"
    CREATE_TASK_FAILED = "CREATE_TASK_FAILED"
    GENERATE_FAILED = "GENERATE_FAILED"


FALLBACK_MODELS = ("GPT_IMAGE_1", "FLUX_MAX")
DEFAULT_FALLBACK_MODEL = "FLUX_MAX"
"""What `fallbackModel` may be, and what it is where `enableFallback` stands alone (section 2)."""

REFUSED_BY_POLICY = "Your content was flagged by {who} as violating content policies"
INPUT_REFUSED = "The image content in {field} violates content policy"
DOWNLOAD_FAILED = "Unable to download image from the provided {field}"
IMAGE_TOO_LARGE = "Image size exceeds maximum of {limit} bytes"
INVALID_IMAGE = "We couldn't process the provided image file (code=invalid_image_format)"
GENERATION_FAILED = "Failed to generate image"
NO_TOKEN = "Failed to get user token"  # noqa: S105  # a text of the hosted service
TRY_AGAIN_LATER = "Please try again later"
CANCELLED = "The task was cancelled"
UNKNOWN_RECORD = "recordInfo is null"


def envelope(code: int, message: str, data: Any = None) -> dict[str, Any]:
    """The shape of every answer: `data` is null on error."""
    return {"code": int(code), "msg": message, "data": data}


def success_callback(task_id: str, urls: Sequence[str]) -> bytes:
    """The body that tells a receiver where the pictures are, as UTF-8 JSON."""
    return _body(Code.OK, "success", task_id, {"result_urls": list(urls)})


def failure_callback(task_id: str, code: int, reason: str) -> bytes:
    """The body that tells a receiver why there are no pictures, as UTF-8 JSON."""
    return _body(code, reason, task_id, None)


def _body(code: int, message: str, task_id: str, info: dict[str, list[str]] | None) -> bytes:
    # ASCII escapes keep U+2028 and emoji the same bytes whatever a receiver does to the text on its way.
    return json.dumps(envelope(code, message, {"taskId": task_id, "info": info}), separators=(",", ":")).encode()
