"""What is said of it: the figures, the ratios, and how each was set up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import nan
from statistics import median
from typing import Any

from rich.table import Table

from benchmarks.peers.systems import OURS, System
from benchmarks.peers.trials import BACK_SECONDS, WITHIN_SECONDS, Beside, Killed, Speed
from benchmarks.processes import quantile


@dataclass(slots=True)
class Result:
    """What came of one system."""

    system: System
    about: dict[str, Any] = field(default_factory=dict)
    speeds: list[Speed] = field(default_factory=list)
    light: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    killed: Killed | None = None
    beside: Beside | None = None

    @property
    def delivered(self) -> float:
        return median(speed.delivered for speed in self.speeds) if self.speeds else nan


def tables(results: Sequence[Result]) -> Iterator[Table]:
    yield _full(results)
    yield _trouble(results)
    yield _ratios(results)
    yield _settings(results)


def _full(results: Sequence[Result]) -> Table:
    table = _table("full speed and light load", "put in/s", "delivered/s", "CPU µs each", "p50 ms", "p99 ms")
    for each in results:
        speeds, light = each.speeds, each.light
        full = (
            [
                f"{median(speed.enqueued for speed in speeds):,.0f}",
                _spread([speed.delivered for speed in speeds]),
                _spread([speed.cpu * 1e6 for speed in speeds]),
            ]
            if speeds
            else ["failed", "", ""]
        )
        late = [f"{median(light) * 1000:.1f}", f"{quantile(light, 0.99) * 1000:.1f}"] if light else ["failed"]
        table.add_row(each.system.name, *full, *late)
    return table


def _trouble(results: Sequence[Result]) -> Table:
    back = f"not back in {BACK_SECONDS:g} s"
    table = _table(
        "killed, and beside mute receivers", back, "twice", "first s", "all s", "healthy in time", "p50, p99 s"
    )
    for each in results:
        killed, beside = each.killed, each.beside
        after = (
            [str(killed.missing), str(killed.twice), _one(killed.first_after), _one(killed.all_after)] if killed else []
        )
        missing = ["not tried" if each.system.is_live else "failed", "", "", ""]
        table.add_row(each.system.name, *(after or missing), *(_beside(beside) if beside else ["failed"]))
    return table


def _ratios(results: Sequence[Result]) -> Table:
    ours = [each for each in results if each.system in OURS]
    table = _table("deliveries a second, ours of theirs", "to reach", *(each.system.name for each in ours))
    for each in results:
        if each.system.times is not None:
            shares = [f"{our.delivered / each.delivered:.2f}" for our in ours]
            table.add_row(each.system.name, f"{each.system.times:g}", *shares)
    return table


def _settings(results: Sequence[Result]) -> Table:
    table = Table(title="how each was set up", title_justify="left", show_header=False)
    for each in results:
        versions = ", ".join(f"{name} {number}" for name, number in each.about["versions"].items())
        table.add_row(each.system.name, "\n".join([versions, each.about["settings"], *each.faults]))
    return table


def _table(title: str, *columns: str) -> Table:
    table = Table("", title=title, title_justify="left")
    for column in columns:
        table.add_column(column, justify="right")
    return table


def _spread(values: Sequence[float]) -> str:
    return f"{median(values):,.0f} ({min(values):,.0f} to {max(values):,.0f})"


def _one(seconds: float | None) -> str:
    return "never" if seconds is None else f"{seconds:.1f}"


def _beside(beside: Beside) -> tuple[str, str]:
    """How many were there within the time, and what those took that came at all."""
    took = "none came" if not beside.took else f"{median(beside.took):.2f}, {quantile(beside.took, 0.99):.2f}"
    return f"{beside.in_time} of {beside.count} in {WITHIN_SECONDS:g} s", took
