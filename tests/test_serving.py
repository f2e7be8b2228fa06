"""What a process says of itself at its start."""

import asyncio

import pytest

from heliograph.app import Application
from heliograph.serving import introduce
from heliograph.settings import Settings
from heliograph.workers.workers import Role


@pytest.mark.parametrize("left", [[], ["n3", "n4"]])
def test_steps_that_wait_for_older_processes_are_named_with_the_command_that_takes_them(capsys, left):
    application = Application(web=None, workers=None, closing=asyncio.Event())
    introduce(Settings(), application, [Role.API], post_steps_left=left)
    said = capsys.readouterr().err
    assert said.startswith("Heliograph ")
    assert said.endswith("for `heliograph migrate --post`: n3, n4\n") is bool(left)
    assert ("migrate" in said) is bool(left)
