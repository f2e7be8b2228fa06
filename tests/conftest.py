"""With HELIOGRAPH_NO_SKIPS=1 a skipped test fails the run: where everything is installed, a skip hides something."""

import os

import pytest

pytest_plugins = ("tests.objects",)


def skipped(config):
    reporter = config.pluginmanager.get_plugin("terminalreporter")  # a worker of xdist has none; its head counts for it
    return reporter.stats.get("skipped", []) if reporter and os.environ.get("HELIOGRAPH_NO_SKIPS") == "1" else []


def pytest_sessionfinish(session):
    if skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    if count := len(skipped(config)):
        terminalreporter.write_line(f"HELIOGRAPH_NO_SKIPS=1: {count} skipped, so the run has failed", red=True)
