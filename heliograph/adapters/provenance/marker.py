"""Marks pictures: notes in the file, then the operator's signature over it; never for long on the event loop."""

import asyncio
from collections.abc import Callable, Sequence

from heliograph.domain.provenance import Provenance, noted

INLINE_BYTES = 64 * 1024
"""Of what is smaller a copy costs less than a thread."""

Sign = Callable[[bytes, Provenance], bytes]


class PictureMarker:
    """`sign` gives the same picture with a manifest; what it cannot sign it gives back as it was."""

    def __init__(self, *, software: str, notes: bool = True, sign: Sign | None = None) -> None:
        self._software = software
        self._notes = notes
        self._sign = sign

    async def mark(self, images: Sequence[bytes], provenance: Sequence[Provenance]) -> Sequence[bytes]:
        if self._sign or any(len(image) > INLINE_BYTES for image in images):
            return await asyncio.to_thread(self._marked, images, provenance)
        return self._marked(images, provenance)

    def _marked(self, images: Sequence[bytes], provenance: Sequence[Provenance]) -> list[bytes]:
        return [self._one(image, each) for image, each in zip(images, provenance, strict=True)]

    def _one(self, image: bytes, provenance: Provenance) -> bytes:
        if self._notes:
            image = noted(image, provenance, software=self._software)
        return self._sign(image, provenance) if self._sign else image
