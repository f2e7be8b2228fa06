"""Tiny pipelines on disk, and what the tests of the diffusers generator draw with."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def models(tmp_path_factory):
    """A folder with the pipelines `sd`, `xl`, `lcm` and `inpainting-only`, all with random weights."""
    folder = tmp_path_factory.mktemp("models")
    program = Path(__file__).with_name("diffusers_models.py")
    alone = os.environ | {"OMP_NUM_THREADS": "1"}
    made = subprocess.run([sys.executable, program, folder], env=alone, capture_output=True, timeout=100, check=False)
    assert made.returncode == 0, made.stderr.decode()
    return folder
