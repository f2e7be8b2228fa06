"""How many tasks each generator draws at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Concurrency:
    """`default` is for a generator that is not named and has no number of its own."""

    default: int = 2
    named: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def parse(cls, text: str) -> "Concurrency":
        """From `2`, `openai=8,illustrator=2` or both; raises `ValueError`."""
        default, named = cls().default, dict[str, int]()
        for part in filter(None, (part.strip() for part in text.split(","))):
            name, is_named, number = part.rpartition("=")
            if not (number.strip().isdecimal() and int(number) > 0) or (is_named and not name.strip()):
                raise ValueError(f"{part} says not how many: write 2, or openai=8,illustrator=2, from 1 on")
            if is_named:
                named[name.strip()] = int(number)
            else:
                default = int(number)
        return cls(default, named)

    def of(self, name: str, own: int | None) -> int:
        """For the generator of that name, which takes at most `own` at once where it says so itself."""
        if name in self.named:
            return min(self.named[name], own or self.named[name])
        return own or self.default

    def __str__(self) -> str:
        return ",".join([str(self.default), *(f"{name}={number}" for name, number in self.named.items())])
