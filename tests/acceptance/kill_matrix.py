"""The kill matrix and its table: `python -m tests.acceptance.kill_matrix` plays it alone and prints the table."""

import sys
from dataclasses import astuple, dataclass
from pathlib import Path

import pytest

PROPERTY = "kill matrix"
HEAD = ("where", "what happens, in the middle of a stream of tasks", "tasks", "lost", "duplicated", "seconds to resume")


@dataclass(frozen=True)
class Row:
    """`tasks` were acknowledged; of `duplicated` the callback came more than once."""

    where: str
    case: str
    tasks: int
    lost: int
    duplicated: int
    seconds: float


def table(rows):
    cells = [HEAD, *((*astuple(row)[:-1], f"{row.seconds:.1f}") for row in rows)]
    return ["| " + " | ".join(map(str, line)) + " |" for line in (cells[0], ["---"] * len(HEAD), *cells[1:])]


def pytest_terminal_summary(terminalreporter):
    """The cases may have run in several processes: what each came to is in its report."""
    reports = [report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, [])]
    told = [value for report in reports for name, value in getattr(report, "user_properties", []) if name == PROPERTY]
    if told:
        terminalreporter.section("kill matrix")
        rows = [Row(*value) for _, *value in sorted(told)]
        for line in table(sorted(rows, key=lambda row: row.where, reverse=True)):
            terminalreporter.write_line(line)


if __name__ == "__main__":
    cases = Path(__file__).with_name("test_kill_matrix.py")
    sys.exit(pytest.main(["-n", "2", "--dist", "loadgroup", "-q", str(cases)]))
