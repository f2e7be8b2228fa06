"""Writes the pages that are made from the code: `python -m docs`, or `make docs`."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from heliograph.domain.delivery import DELIVERY_WAYS, DeliveryState
from heliograph.domain.faults import EXPLANATIONS, is_tried_again
from heliograph.domain.rate import Rate
from heliograph.domain.task import TASK_WAYS, TaskState
from heliograph.domain.verdict import Fault
from heliograph.settings import PREFIX, Settings

StateT = TypeVar("StateT", bound=StrEnum)

FOLDER = Path(__file__).parent
MADE = "<!-- Made from the code by `make docs`: change docs/__main__.py or the code, not this page. -->"

GROUPS = {
    "Listening and links": ("host", "port", "work_port", "public_url", "body_limit_bytes", "mirror_codes"),
    "What is kept, where, and for how long": (
        "data_dir",
        "database_url",
        "blob_url",
        "media_days",
        "record_days",
        "download_link_seconds",
    ),
    "Keys and limits": ("api_keys", "key_weights", "submit_rate", "record_info_rate", "credit"),
    "Pictures": (
        "generator",
        "fallbacks",
        "generate_concurrency",
        "generate_retry_delays",
        "task_deadline_seconds",
        "input_timeout_seconds",
        "refuse",
        "image_classifier",
        "image_classifier_threshold",
        "provenance",
        "c2pa_certificate",
        "c2pa_key",
    ),
    "Pictures by a model on this machine": (
        "diffusers_model",
        "diffusers_download",
        "diffusers_device",
        "diffusers_precision",
        "diffusers_variant",
        "diffusers_offload",
        "diffusers_steps",
        "diffusers_guidance",
        "diffusers_negative_prompt",
        "diffusers_strength",
        "diffusers_side",
        "diffusers_preview_steps",
    ),
    "Callbacks": (
        "signing_secrets",
        "callback_timeout_seconds",
        "callback_retry_delays",
        "retry_after_cap_seconds",
        "callbacks_per_host",
        "callbacks_in_flight",
        "replay_rate",
        "dns_timeout_seconds",
        "breaker_failures",
        "breaker_pause_seconds",
        "egress_allow",
        "egress_deny",
        "egress_ca_bundle",
        "egress_client_cert",
        "egress_client_key",
        "egress_proxy",
    ),
    "Running": ("lease_seconds", "shutdown_grace_seconds", "log_format", "log_level", "tracing"),
    "The generator `openai`": (
        "openai_api_key",
        "openai_base_url",
        "openai_model",
        "openai_quality",
        "openai_previews",
        "openai_options",
        "openai_timeout_seconds",
    ),
    "Prompts in better words": (
        "enhancer_model",
        "enhancer_base_url",
        "enhancer_api_key",
        "enhancer_timeout_seconds",
    ),
}

SETTINGS_INTRODUCTION = f"""\
# Settings

{MADE}

Every setting is a variable in the environment, read once at start. A wrong one stops the start with a sentence that
names it. There is no settings file: put the variables into your unit file, your container or your shell.
"""

TASK_REASONS = {
    (TaskState.QUEUED, TaskState.RUNNING): "a generator takes it",
    (TaskState.QUEUED, TaskState.FAILED): "its time is used up",
    (TaskState.QUEUED, TaskState.CANCELLED): "its caller asks for it",
    (TaskState.RUNNING, TaskState.SUCCEEDED): "the pictures are kept",
    (TaskState.RUNNING, TaskState.FAILED): "refused, failed, or its time is used up",
    (TaskState.RUNNING, TaskState.CANCELLED): "its caller asks for it",
    (TaskState.RUNNING, TaskState.QUEUED): "its owner stopped or died, or it is tried again",
}
DELIVERY_REASONS = {
    (DeliveryState.OWED, DeliveryState.SENDING): "due, and its lane has room",
    (DeliveryState.OWED, DeliveryState.CANCELLED): "no caller can ask for it yet",
    (DeliveryState.SENDING, DeliveryState.DELIVERED): "2xx",
    (DeliveryState.SENDING, DeliveryState.GIVEN_UP): "410, or the last attempt failed",
    (DeliveryState.SENDING, DeliveryState.OWED): "to be sent again, or its owner stopped or died",
    (DeliveryState.DELIVERED, DeliveryState.OWED): "replayed by hand",
    (DeliveryState.GIVEN_UP, DeliveryState.OWED): "replayed by hand",
}

STATE_MACHINES = """\
# State machines

{made}

The ways below are the tables `TASK_WAYS` and `DELIVERY_WAYS` in
[heliograph/domain](../heliograph/domain): a step that is not in them raises `IllegalTransition`, and the store writes
each step only if the row is still in the state, and with the owner, that the step began from. A worker that comes too
late changes nothing.

## Task

{task}

Callers see it as `status` in record-info: `GENERATING` while queued or running, `SUCCESS`, `CREATE_TASK_FAILED`
(refused, or an input was no use: it never started) or `GENERATE_FAILED` (it failed on its way, or what was drawn was
refused).

## Delivery

{delivery}

A retry is no state of its own: it is `owed` with a later `due_at`. The delivery is written in the transaction that ends
its task, so a task cannot end without the callback that it owes.
"""


FAULTS_INTRODUCTION = f"""\
# Faults

{MADE}

Why an attempt at a callback got no 2xx: `fault` in the log, the receipts and the metrics is one of these words, and
`diagnosis` beside it says in one sentence what happened that time and what helps. After the last attempt of the
schedule none is tried again, until somebody [replays](operations.md#a-callback-did-not-arrive-look-here) the callback.

The table is `EXPLANATIONS` in [heliograph/domain/faults.py](../heliograph/domain/faults.py).
"""


def settings_page() -> str:
    """Every setting with its variable, default and meaning; raises `KeyError` for one that is in no group."""
    fields = Settings.model_fields
    grouped = [name for names in GROUPS.values() for name in names]
    if sorted(grouped) != sorted(fields):
        raise KeyError(f"GROUPS and Settings differ in {sorted(set(grouped) ^ set(fields))}")
    return "\n".join([SETTINGS_INTRODUCTION, *(_group(title, names) for title, names in GROUPS.items())])


def state_machines_page() -> str:
    """Both state machines as diagrams; raises `KeyError` for a way that has no reason here."""
    return STATE_MACHINES.format(
        made=MADE,
        task=_diagram(TASK_WAYS, TASK_REASONS, TaskState.QUEUED),
        delivery=_diagram(DELIVERY_WAYS, DELIVERY_REASONS, DeliveryState.OWED),
    )


def faults_page() -> str:
    """Every fault with what it means; raises `KeyError` for one that is not explained."""
    rows = ["| fault | means | cause | cure | tried again |", "|---|---|---|---|---|"]
    for fault in Fault:
        again = "yes" if is_tried_again(fault) else "no"
        rows.append(f"| {' | '.join([f'`{fault}`', *EXPLANATIONS[fault], again])} |")
    return "\n".join([FAULTS_INTRODUCTION, *rows]) + "\n"


def shown(value: Any) -> str:
    """A default as it would be written into the environment."""
    match value:
        case bool():
            return str(value).lower()
        case Rate(limit=limit, seconds=seconds):
            return f"{limit}/{seconds:g}"
        case dict():
            return ",".join(f"{name}={part}" for name, part in value.items())
        case tuple():
            return ",".join(f"{part:g}" for part in value)
        case _:
            return str(value)


def _group(title: str, names: tuple[str, ...]) -> str:
    rows = [f"## {title}\n", "| variable | default | meaning |", "|---|---|---|"]
    for name in names:
        field = Settings.model_fields[name]
        default = shown(field.default)
        rows.append(f"| `{PREFIX}{name.upper()}` | {f'`{default}`' if default else 'empty'} | {field.description} |")
    return "\n".join(rows) + "\n"


def _diagram(
    ways: Mapping[StateT, frozenset[StateT]], reasons: Mapping[tuple[StateT, StateT], str], first: StateT
) -> str:
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {first}"]
    for state, followers in ways.items():
        lines += [f"    {state} --> {after}: {reasons[state, after]}" for after in sorted(followers)]
        lines += [f"    {state} --> [*]"] if state.is_end else []
    return "\n".join([*lines, "```"])


PAGES: Mapping[Path, Callable[[], str]] = {
    FOLDER / "settings.md": settings_page,
    FOLDER / "faults.md": faults_page,
    FOLDER / "state-machines.md": state_machines_page,
}

if __name__ == "__main__":
    for path, page in PAGES.items():
        path.write_text(page())
