"""The sheet: the pictures of one task, those that are there and how far the others are."""

from collections.abc import Mapping, Sequence

from heliograph.ports import Progress


class Sheet:
    """Has a place for each variant; what has been drawn, and paid for, is kept over a failure of the others."""

    def __init__(self, variants: int) -> None:
        self._pictures: list[bytes | None] = [None] * variants
        self._shares = [0.0] * variants
        self.usage: dict[str, int] = {}

    @property
    def missing(self) -> list[int]:
        """The places without a picture."""
        return [place for place, picture in enumerate(self._pictures) if picture is None]

    @property
    def pictures(self) -> list[bytes]:
        return [picture for picture in self._pictures if picture is not None]

    async def come_to(self, place: int, share: float, progress: Progress, *, preview: bytes | None = None) -> None:
        """So much of one picture is drawn."""
        self._shares[place] = max(self._shares[place], share)
        await progress(sum(self._shares) / len(self._shares), preview=preview)

    async def fill(self, places: Sequence[int], pictures: Sequence[bytes], progress: Progress) -> None:
        """Put as many pictures as there are, at most one at each of the places."""
        for place, picture in zip(places, pictures, strict=False):
            self._pictures[place] = picture
            await self.come_to(place, 1.0, progress)

    def count(self, usage: Mapping[str, int]) -> None:
        """What a call has cost comes on top."""
        for name, count in usage.items():
            self.usage[name] = self.usage.get(name, 0) + count
