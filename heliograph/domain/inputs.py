"""Input images: where a task says they are, what they are kept as, and how it is told that one is no use."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from heliograph.domain.contract import DOWNLOAD_FAILED, IMAGE_TOO_LARGE, INPUT_REFUSED, INVALID_IMAGE
from heliograph.domain.picture import Abilities, InputImage
from heliograph.domain.task import BlobName, Failure, FailureKind, TaskId

MOST_BYTES = 26_214_400
"""Of one image as it is sent (wire contract, section 2)."""
MOST_IMAGES = 5
SHOWN_LENGTH = 200
"""Characters of a URL that a message shows."""
_FIELDS = ('"filesUrl"', '"fileUrl"', '"maskUrl"')
_QUERY = re.compile(r"[?#]")
_PNG_SIZE = slice(16, 24)
"""Where a PNG file has its width and its height, four bytes each."""


@dataclass(frozen=True, slots=True)
class Source:
    """One URL of a request; `given_as` is the field that it was in."""

    given_as: str
    url: str = field(repr=False)

    @property
    def is_mask(self) -> bool:
        return self.given_as == "maskUrl"

    @property
    def shown(self) -> str:
        """The URL without query and fragment, which may be secret, and bounded; a user name is in none."""
        return _QUERY.split(self.url, maxsplit=1)[0][:SHOWN_LENGTH]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a task's images are. A `mask` is for the one image: with several there is none."""

    images: Sequence[Source] = ()
    mask: Source | None = None

    def named(self, task_id: TaskId) -> dict[BlobName, Source]:
        """Each with the name under which its image is kept for the task, in the order of the request."""
        named = {BlobName(f"{task_id}_input_{number}.png"): one for number, one in enumerate(self.images, 1)}
        return named | ({BlobName(f"{task_id}_input_mask.png"): self.mask} if self.mask else {})


@dataclass(frozen=True, slots=True)
class Inputs:
    """The images themselves, as a generator gets them."""

    images: Sequence[InputImage] = ()
    mask: InputImage | None = None


NONE = Inputs()


def sources_of(params: str) -> Sources:
    """Where the images are, by the parameters as they were submitted; "" is no URL, alone or in a list."""
    if not any(name in params for name in _FIELDS):
        return Sources()
    asked = json.loads(params)
    images = [Source("filesUrl", url) for url in asked.get("filesUrl") or () if url]
    if not images and asked.get("fileUrl"):
        images = [Source("fileUrl", asked["fileUrl"])]
    mask = Source("maskUrl", asked["maskUrl"]) if asked.get("maskUrl") and len(images) < 2 else None  # noqa: PLR2004
    return Sources(images, mask)


def beyond(abilities: Abilities, sources: Sources, *, generator: str) -> str:
    """Which of them is more than a generator can do, in a sentence that says what to change; empty where none is."""
    count = len(sources.images)
    if count and not abilities.inputs:
        return f"The generator {generator} takes no input images: send a prompt without {sources.images[0].given_as}"
    if count > abilities.inputs:
        return f"The generator {generator} takes at most {abilities.inputs} input images: {count} were sent"
    if sources.mask and not abilities.mask:
        return f"The generator {generator} cannot keep to a mask: send the image without maskUrl"
    return ""


def unavailable(source: Source, why: str) -> Failure:
    """It could not be downloaded."""
    said = DOWNLOAD_FAILED.format(field=source.given_as)
    return Failure(FailureKind.UNAVAILABLE_INPUT, f"{said}: {source.shown}: {why}")


def too_large(source: Source) -> Failure:
    return Failure(FailureKind.UNUSABLE_INPUT, f"{IMAGE_TOO_LARGE.format(limit=MOST_BYTES)}: {source.shown}")


def unusable(source: Source, why: str) -> Failure:
    """It came, and is no image that can be used."""
    return Failure(FailureKind.UNUSABLE_INPUT, f"{INVALID_IMAGE}: {source.shown}: {why}")


def refused(source: Source) -> Failure:
    """The image classifier takes it for what the content policy refuses."""
    kind, said = FailureKind.INPUT_REFUSED, INPUT_REFUSED.format(field=source.given_as)
    why = "the image classifier of this server takes it for sexual content: send another image"
    return Failure(kind, f"{said}: {source.shown}: {why}", str(kind))


def image_of(png: bytes) -> InputImage:
    """What was kept, as it was; its size stands in it."""
    numbers = png[_PNG_SIZE]
    return InputImage(data=png, width=int.from_bytes(numbers[:4], "big"), height=int.from_bytes(numbers[4:], "big"))
