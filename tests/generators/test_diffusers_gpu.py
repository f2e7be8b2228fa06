"""On a GPU, where HELIOGRAPH_TEST_CUDA=1 says that there is one: all that `gpu_check` tries, on tiny pipelines."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHECKED = {"draw", "cancel", "change", "out of memory", "killed", "two processes", "float16"}


# Elsewhere there is no such test, so that nothing is ever skipped.
if os.environ.get("HELIOGRAPH_TEST_CUDA") == "1":

    @pytest.mark.timeout(600)
    def test_a_gpu_draws_stops_runs_out_of_memory_and_draws_again():
        command = [sys.executable, "-m", "tests.generators.gpu_check", "--small", "--steps", "10"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=580, check=False)
        told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        assert [line for line in told if not line["ok"]] == []
        assert {line["check"] for line in told} >= CHECKED
        assert done.returncode == 0, done.stderr
