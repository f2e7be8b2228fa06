"""`heliograph serve` with a model on this machine: from the settings to the picture, and what stays when it is gone."""

import contextlib
import os
import sys
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image

from heliograph.app import open_application
from heliograph.commands.checks import drawn
from heliograph.domain.errors import SettingsError
from heliograph.settings import Settings
from heliograph.workers.workers import Role
from tests.acceptance.server import Server, until

pytestmark = pytest.mark.timeout(300)

STEPS = 12
START_SECONDS = 120
"""For importing the libraries, on a machine that does much else."""


class SlowServer(Server):
    """Its start is waited for by who knows how long it may take."""

    def __enter__(self):
        self.launch()
        return self


def server_of(model, folder):
    chosen = {"DIFFUSERS_MODEL": model, "DIFFUSERS_DEVICE": "cpu", "DIFFUSERS_STEPS": STEPS}
    server = SlowServer(folder, GENERATOR="diffusers", **chosen)
    server.environment["OMP_NUM_THREADS"] = "1"
    return server


def children_of(pid):
    with contextlib.suppress(FileNotFoundError):
        tasks = Path(f"/proc/{pid}/task").glob("*/children")
        return {int(child) for task in tasks for child in task.read_text().split()}
    return set()


def is_running(pid):
    with contextlib.suppress(FileNotFoundError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    return False


def has_torch(pid):
    return "libtorch" in Path(f"/proc/{pid}/maps").read_text()


def ready(server):
    until(server._is_ready, f"ready; it said {server.err}", START_SECONDS)
    [child] = [pid for pid in children_of(server.process.pid) if has_torch(pid)]
    return child


def test_a_task_outlives_the_server_and_the_pipelines_process_does_not(models, tmp_path):
    with server_of(models / "sd", tmp_path) as server:
        child = ready(server)
        assert not has_torch(server.process.pid)
        done = server.submit("a red fox", nVariants=2)
        pictures = server.ended(done, START_SECONDS)["response"]["resultUrls"]
        parts = urlsplit(pictures[1])
        picture = Image.open(BytesIO(server.call("GET", f"{parts.path}?{parts.query}")[1]))
        assert (len(pictures), picture.size, picture.format) == (2, (1024, 1024), "PNG")
        interrupted = server.submit("a blue whale", nVariants=2)
        until(lambda: float(server.record(interrupted)["progress"]) > 0, "the first step", START_SECONDS)
        server.kill()
        until(lambda: not is_running(child), "the end of the pipeline's process", START_SECONDS)
        server.launch()
        child = ready(server)
        assert server.ended(interrupted, START_SECONDS)["successFlag"] == 1
        assert server.stop() == 0
        until(lambda: not is_running(child), "the end of the second process", START_SECONDS)
        ready_lines = server.lines("pipeline.ready")
        assert [line["pipeline"] for line in ready_lines] == ["StableDiffusionPipeline"] * 2


def test_a_model_that_is_not_there_stops_the_start_with_a_sentence(tmp_path):
    server = server_of("nobody/nothing", tmp_path)
    server.launch()
    assert server.process.wait(START_SECONDS) == 1
    assert "HELIOGRAPH_DIFFUSERS_MODEL: nobody/nothing is no folder here" in server.err
    assert "Traceback" not in server.err


async def test_without_the_extra_the_start_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setattr("heliograph.drawing.find_spec", lambda name: None if name == "torch" else sys)
    settings = Settings(data_dir=tmp_path, generator="diffusers", diffusers_model="some/model")
    with pytest.raises(SettingsError, match=r"is not installed \(torch\): pip install 'heliograph\[diffusers\]'"):
        async with open_application(settings):
            pass


async def test_check_tells_what_a_pipeline_can_do_and_loads_none(models):
    settings = Settings(generator="diffusers", diffusers_model=str(models / "sd"), diffusers_device="cpu,cpu")
    before, had_torch = children_of(os.getpid()), has_torch(os.getpid())
    [found] = await drawn.pipeline(settings)
    assert (found.name, found.level) == ("generator", "ok")
    assert found.text == (
        "StableDiffusionPipeline draws from prompts, starts from a picture, keeps to a mask, on cpu in float32, "
        "cpu in float32; its weights were not loaded"
    )
    assert children_of(os.getpid()) <= before
    assert has_torch(os.getpid()) == had_torch


async def test_check_tells_what_keeps_a_pipeline_from_drawing(monkeypatch, tmp_path):
    told = []
    for model in (tmp_path, "nobody/nothing"):
        [found] = await drawn.pipeline(Settings(fallbacks={"FLUX_MAX": "diffusers"}, diffusers_model=str(model)))
        told.append(found.sentence)
    monkeypatch.setattr("heliograph.drawing.find_spec", lambda name: None if name == "torch" else sys)
    [found] = await drawn.pipeline(Settings(generator="diffusers", diffusers_model=str(tmp_path)))
    assert found.level == "failed"
    folder, name, extra = *told, found.sentence
    assert folder.endswith("has no model_index.json: give the folder of a pipeline")
    assert "nobody/nothing is no folder here and is not in the cache" in name
    assert extra.endswith("is not installed (torch): pip install 'heliograph[diffusers]'")


async def test_a_process_that_does_not_draw_needs_no_extra(monkeypatch, tmp_path, database_url):
    monkeypatch.setattr("heliograph.drawing.find_spec", lambda _: None)
    settings = Settings(
        data_dir=tmp_path, generator="diffusers", diffusers_model="some/model", database_url=database_url
    )
    async with open_application(settings, roles=[Role.API]) as application:
        assert application.workers.task_lane == "diffusers"
