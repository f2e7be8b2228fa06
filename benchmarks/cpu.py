"""CPU: where the time of one delivered callback goes, in the process that drains 20 000 of them."""

from benchmarks.deliver import HOSTS, drained
from benchmarks.processes import receiver

COUNT = 20_000


async def measure() -> list[tuple[str, str]]:
    async with receiver(HOSTS) as target:
        took = await drained(target.urls, COUNT, "", "--where")
    each = took["cpu"] / COUNT * 1e6
    parts = sorted(took["where"].items(), key=lambda part: -part[1])
    return [
        ("one delivered callback", f"{each:.0f} µs of CPU"),
        *[(f"  {part}", f"{share * each:.0f} µs  ({share:.0%})") for part, share in parts if share >= 0.005],
    ]
