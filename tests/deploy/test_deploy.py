"""What is given to operators is valid, and names only settings, metrics and commands that there are."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import promql_parser
import pytest
import yaml

from heliograph.cli import main
from heliograph.settings import PREFIX, Settings

DEPLOY = Path(__file__).parents[2] / "deploy"
BIN = Path(sys.executable).parent
FILES = sorted(path for path in DEPLOY.rglob("*") if path.is_file())
MANIFESTS = sorted(path for path in (DEPLOY / "kubernetes").glob("*.yaml") if path.name != "kustomization.yaml")
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
METRIC = re.compile(r"\bheliograph_[a-z_]+?(?=_bucket|\b)")
OPERATIONS = (DEPLOY.parent / "docs/operations.md").read_text()
METRICS = set(re.findall(r"^\| `(heliograph_[a-z_]+)` \|", OPERATIONS, re.MULTILINE))
"""The page's table, which holds every metric that is served and no other."""


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def expressions():
    """Of every alert and every panel."""
    for group in yaml.safe_load((DEPLOY / "prometheus/alerts.yaml").read_text())["groups"]:
        for rule in group["rules"]:
            yield pytest.param(rule["expr"], id=rule["alert"])
    for panel in dashboard()["panels"]:
        for target in panel["targets"]:
            yield pytest.param(target["expr"], id=f"{panel['title']} {target['refId']}")


def dashboard():
    return json.loads((DEPLOY / "grafana/heliograph.json").read_text())


def test_the_image_is_built_by_the_rules():
    run(BIN / "hadolint", DEPLOY / "Dockerfile")


def test_the_image_runs_as_nobody_special_and_is_asked_how_it_is():
    text = (DEPLOY / "Dockerfile").read_text()
    assert re.search(r"^USER 10001", text, re.MULTILINE)
    assert re.search(r"^HEALTHCHECK ", text, re.MULTILINE)


def test_the_compose_file_follows_its_schema():
    run(BIN / "check-jsonschema", "--builtin-schema", "vendor.compose-spec", DEPLOY / "compose.yaml")


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.name)
def test_a_manifest_follows_its_schema(path):
    run(BIN / "kubernetes-validate", "--strict", path)


def test_every_manifest_is_in_the_kustomization():
    listed = yaml.safe_load((DEPLOY / "kubernetes/kustomization.yaml").read_text())["resources"]
    assert sorted(listed) == [path.name for path in MANIFESTS]


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.name)
def test_no_pod_may_do_more_than_it_has_to(path):
    for document in yaml.safe_load_all(path.read_text()):
        if document["kind"] in {"Deployment", "Job"}:
            pod = document["spec"]["template"]["spec"]
            assert pod["securityContext"]["runAsNonRoot"] is True
            for container in pod["containers"]:
                assert container["securityContext"]["allowPrivilegeEscalation"] is False
                assert container["securityContext"]["readOnlyRootFilesystem"] is True
                assert container["resources"]["limits"]["memory"]


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_is_one_that_systemd_can_read(path, tmp_path):
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed")
    # The program of the unit is not installed here: another one stands for it.
    unit = tmp_path / path.name.replace("@.", "@1.")
    unit.write_text(path.read_text().replace("/opt/heliograph/bin/heliograph", "/bin/true"))
    run("systemd-analyze", "verify", "--man=no", unit)


@pytest.mark.parametrize("expression", list(expressions()))
def test_a_query_can_be_parsed_and_asks_for_metrics_that_there_are(expression):
    filled = expression.replace("$__rate_interval", "5m").replace("$job", "heliograph")
    promql_parser.parse(filled)
    assert set(METRIC.findall(filled)) <= METRICS


def test_queries_ask_for_most_of_what_there_is():
    asked = {name for expression in expressions() for name in METRIC.findall(expression.values[0])}
    assert len(asked) > 8


def test_a_query_that_is_wrong_is_noticed():
    with pytest.raises(Exception, match="parenthesis"):
        promql_parser.parse("sum(rate(heliograph_tasks_total[5m])")


def test_the_dashboard_has_a_place_and_a_word_for_every_panel():
    taken = set()
    for panel in dashboard()["panels"]:
        place = panel["gridPos"]
        cells = {(place["x"] + dx, place["y"] + dy) for dx in range(place["w"]) for dy in range(place["h"])}
        assert panel["description"]
        assert not cells & taken
        taken |= cells
    assert len({panel["id"] for panel in dashboard()["panels"]}) == len(dashboard()["panels"])


def test_every_setting_that_is_named_is_there():
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for path in FILES:
        assert set(re.findall(rf"{PREFIX}[A-Z_]*[A-Z]", path.read_text())) <= known, path


def test_every_command_that_is_named_is_there():
    for path in FILES:
        for command in re.findall(r"(?:`|bin/)heliograph ([a-z]+)", path.read_text()):
            assert command in main.commands, f"{path} names {command}"
