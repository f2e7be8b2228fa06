"""Tiny pipelines on disk, which the tests of the diffusers generator draw with."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("diffusers_models.py")


@pytest.fixture(scope="session")
def models(tmp_path_factory):
    """A folder with the pipelines `sd`, `xl`, `lcm` and `inpainting-only`, all with random weights."""
    base = tmp_path_factory.getbasetemp()
    # The processes of one run make them once.
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "diffusers-models"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            make(folder)
    return folder


def make(folder):
    unfinished = folder.with_suffix(".unfinished")
    alone = os.environ | {"OMP_NUM_THREADS": "1"}
    made = subprocess.run(
        [sys.executable, PROGRAM, unfinished], env=alone, capture_output=True, timeout=200, check=False
    )
    assert made.returncode == 0, made.stderr.decode()
    unfinished.rename(folder)
