"""Every setting: its variable in the environment, its default, and the reason for it."""

import difflib
import json
import os
import re
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any, Literal, get_args
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from heliograph.adapters.egress.addresses import AddressPolicy
from heliograph.adapters.egress.certificates import trusting
from heliograph.adapters.egress.identity import ClientCertificate, check_certificate
from heliograph.adapters.egress.proxy import Proxy, proxy_of
from heliograph.adapters.egress.request import target_of
from heliograph.domain.concurrency import Concurrency
from heliograph.domain.contract import FALLBACK_MODELS
from heliograph.domain.errors import SettingsError
from heliograph.domain.policy import ALWAYS, CONFIGURABLE, Category
from heliograph.domain.rate import Rate
from heliograph.domain.schedule import Schedule
from heliograph.domain.signature import parse_secret

PREFIX = "HELIOGRAPH_"
BUCKET_SCHEMES = frozenset({"s3", "gs", "az"})
BUCKET_LINK_SECONDS = 7 * 24 * 3600
"""The longest that S3, Google and Azure sign a URL for."""
OURS = frozenset({"image", "mask", "model", "n", "partial_images", "prompt", "quality", "size", "stream"})
"""Fields of the Images API that come from the task or have a setting of their own."""
DEVICE = re.compile(r"auto|cpu|mps|(cuda|xpu)(:[0-9]{1,3})?")
"""Closes the description of a setting whose feature is still to come: setting it is told at start, never an error."""


def _list_of(value: Any) -> Any:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _rate_of(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    count, _, seconds = value.partition("/")
    try:
        return Rate(int(count), float(seconds or 1))
    except ValueError:
        raise ValueError("write COUNT/SECONDS, such as 20/10, or 0 for no limit") from None


def _options_of(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        options = json.loads(value or "{}")
    except ValueError as error:
        raise ValueError(f'{error}: write a JSON object, such as {{"background": "opaque"}}') from None
    if not isinstance(options, dict):
        raise ValueError('write a JSON object, such as {"background": "opaque"}')  # noqa: TRY004  # pydantic tells it
    if taken := sorted(OURS & set(options)):
        raise ValueError(f"{', '.join(taken)} is set by Heliograph itself: leave it out")
    return options


def _fallbacks_of(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    pairs = [part.partition("=") for part in _list_of(value)]
    for name, _, generator in pairs:
        if name.strip() not in FALLBACK_MODELS or generator.strip() not in get_args(GeneratorName):
            raise ValueError(
                f"{name}={generator} is not understood: write NAME=generator, comma-separated, with a name of "
                f"{', '.join(FALLBACK_MODELS)} and a generator of {', '.join(get_args(GeneratorName))}"
            )
    return {name.strip(): generator.strip() for name, _, generator in pairs}


def _concurrency_of(value: Any) -> Any:
    concurrency = Concurrency.parse(str(value)) if isinstance(value, str | int) else value
    for name in concurrency.named:
        if name not in get_args(GeneratorName):
            raise ValueError(f"{name} is no generator: there are {', '.join(get_args(GeneratorName))}")
    return concurrency


def _categories_of(value: Any) -> Any:
    given = _list_of(value)
    for name in given:
        if name in ALWAYS:
            raise ValueError(f"{name} is always refused: leave it out")
        if name not in CONFIGURABLE:
            raise ValueError(
                f"{name} is no category: write {', '.join(CONFIGURABLE)}, comma-separated, or none of them"
            )
    return tuple(Category(name) for name in given)


GeneratorName = Literal["illustrator", "rehearsal", "openai", "diffusers"]
Fallbacks = Annotated[dict[str, GeneratorName], NoDecode, BeforeValidator(_fallbacks_of)]
ConcurrencySetting = Annotated[Concurrency, NoDecode, BeforeValidator(_concurrency_of)]
Categories = Annotated[tuple[Category, ...], NoDecode, BeforeValidator(_categories_of)]
List = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_list_of)]
Delays = Annotated[tuple[Annotated[float, Field(ge=0)], ...], NoDecode, BeforeValidator(_list_of)]
Weights = Annotated[tuple[Annotated[float, Field(gt=0, allow_inf_nan=False)], ...], NoDecode, BeforeValidator(_list_of)]
Options = Annotated[dict[str, Any], NoDecode, BeforeValidator(_options_of)]
RateSetting = Annotated[Rate, NoDecode, BeforeValidator(_rate_of)]


class Settings(BaseSettings):
    """Read once at start; nothing else looks at the environment."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", frozen=True, arbitrary_types_allowed=True)

    host: str = Field("127.0.0.1", description="Address to listen on. Loopback, so that nothing is open by accident.")
    port: int = Field(8000, ge=1, le=65535, description="Port to listen on.")
    work_port: int = Field(
        0, ge=0, le=65535, description="Port at which `work` answers health checks and metrics; `0` for none."
    )
    public_url: str = Field("", description="Prefix of the links to pictures; from host and port when empty.")
    data_dir: Path = Field(Path("heliograph-data"), description="Where the database and the pictures are kept.")
    database_url: str = Field(
        "", repr=False, description="`postgresql://user:password@host/name` for several machines; empty: SQLite."
    )
    blob_url: str = Field(
        "", description="Where pictures are kept: `s3://bucket/prefix`, `gs://…`, `az://…`; empty: the data folder."
    )
    api_keys: List = Field((), description="Comma-separated keys that callers may use; empty: made and printed once.")
    key_weights: Weights = Field(
        (), description="Comma-separated, in the order of the keys: places a key gets in a turn; 1 where none is given."
    )
    signing_secrets: List = Field(
        (),
        description="Comma-separated `whsec_…`, `whsk_…`; all sign; the compat header takes the first `whsec_…`.",
    )
    generator: GeneratorName = Field(
        "illustrator",
        description="What draws: `illustrator` (vector pictures), `rehearsal` (any outcome on demand), `openai`, or "
        "`diffusers` (a model on this machine).",
    )
    fallbacks: Fallbacks = Field(
        {},
        description="What `fallbackModel` means here: `FLUX_MAX=illustrator`, `GPT_IMAGE_1=…`, or both with a comma.",
    )
    generate_concurrency: ConcurrencySetting = Field(
        Concurrency(),
        description="Tasks that each generator draws at once, such as `2` or `openai=8,illustrator=2`; `rehearsal` has "
        "room for 1000.",
    )
    generate_retry_delays: Delays = Field(
        (2, 10, 30),
        description="Seconds before each further try of a generator that was busy or away; longer where it says so.",
    )
    task_deadline_seconds: float = Field(600, gt=0, description="From submit to an end; then the task fails with 500.")
    input_timeout_seconds: float = Field(
        30, gt=0, description="For downloading one input image: absolute, from the look-up to its last byte."
    )
    refuse: Categories = Field(
        (),
        description="What prompts are refused for besides `sexual_minors`, comma-separated: `sexual`, `gore`, "
        "`self_harm`, `hate`, `extremism`. Empty, since the [rules](policy.md) know words and no context.",
    )
    image_classifier: Literal["", "opennsfw"] = Field(
        "",
        description="Judges input images and pictures: `opennsfw` (needs the extra `moderation`), and no previews are "
        "kept then; empty: nobody does.",
    )
    image_classifier_threshold: float = Field(
        0.8, ge=0, le=1, description="How sure it has to be, from 0 to 1, for a picture to be refused."
    )
    provenance: bool = Field(
        True, description="Note in each picture which generator, model and seed made it, and the prompt's hash."
    )
    c2pa_certificate: str = Field(
        "", description="PEM file, the signer's certificate first: pictures are signed (C2PA); needs the extra `c2pa`."
    )
    c2pa_key: str = Field("", validate_default=True, description="PEM file of its key, without a passphrase.")
    submit_rate: RateSetting = Field(Rate(20, 10), description="New tasks per seconds and key; `0` is unlimited.")
    record_info_rate: RateSetting = Field(Rate(3, 1), description="Look-ups per seconds and task; `0` is unlimited.")
    credit: float = Field(1000, ge=0, description="The balance that `chat/credit` answers.")
    body_limit_bytes: int = Field(1024 * 1024, gt=0, description="Largest request body that is read.")
    mirror_codes: bool = Field(False, description="Answer errors with the envelope's code as HTTP status too.")
    callback_timeout_seconds: float = Field(15, gt=0, description="One absolute deadline over a whole attempt.")
    callback_retry_delays: Delays = Field(
        (10, 60, 300), description="Seconds before each retry; as many retries as there are numbers."
    )
    retry_after_cap_seconds: float = Field(3600, ge=0, description="Longest wait that a Retry-After can ask for.")
    callbacks_per_host: int = Field(64, ge=1, description="Callbacks in flight to one host, which can fill no more.")
    callbacks_in_flight: int = Field(
        8192, ge=1, description="Callbacks in flight over all hosts, descriptors permitting."
    )
    replay_rate: float = Field(50, gt=0, description="Callbacks a second that all replays of many make due.")
    dns_timeout_seconds: float = Field(5, gt=0, description="For looking up a receiver's name, within the attempt.")
    breaker_failures: int = Field(
        50, ge=0, description="Failures in a row after which a host is tried one callback at a time; `0` is never."
    )
    breaker_pause_seconds: float = Field(10, gt=0, description="Longest pause between two tries of such a host.")
    egress_allow: List = Field((), description="CIDRs that may be dialled besides public addresses, comma-separated.")
    egress_deny: List = Field((), description="CIDRs that are never dialled, whatever is allowed, comma-separated.")
    egress_ca_bundle: str = Field("", description="File of certificates that are trusted besides the system's.")
    egress_client_cert: str = Field("", description="PEM file shown to receivers who ask for a client certificate.")
    egress_client_key: str = Field(
        "", validate_default=True, description="PEM file of its key, without a passphrase; empty: in the same file."
    )
    egress_proxy: str = Field(
        "",
        repr=False,
        description="`http://[user:password@]host:port`: all goes out through it, and its rules are then the guard.",
    )
    media_days: float = Field(14, gt=0, description="Days that pictures are kept and their links are good.")
    record_days: float = Field(60, gt=0, description="Days that task records are kept.")
    download_link_seconds: float = Field(1200, gt=0, description="How long a `download-url` link is good.")
    lease_seconds: float = Field(15, gt=0, description="How long a process keeps its claims without renewing them.")
    shutdown_grace_seconds: float = Field(20, ge=0, description="Time to finish after SIGTERM; the rest is given back.")
    log_format: Literal["json", "console"] = Field("json", description="One JSON object a line, or text for people.")
    tracing: bool = Field(
        False, description="Send spans by OTLP to where `OTEL_EXPORTER_OTLP_ENDPOINT` says; needs the extra `otel`."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="Least severe line written.")

    openai_api_key: str = Field("", repr=False, description="Key of the `openai` generator.")
    openai_base_url: str = Field(
        "https://api.openai.com/v1", description="Where its API is; any server that speaks the Images API. Not guarded."
    )
    openai_model: str = Field("gpt-image-2", min_length=1, description="Its model, as the API names it.")
    openai_quality: str = Field("", description="Quality to ask for, such as `low` or `high`; empty: the model's own.")
    openai_previews: int = Field(
        2,
        ge=0,
        le=3,
        description="Unfinished pictures on the way, which cost a little each; `0`: one call for all variants.",
    )
    openai_options: Options = Field(
        {}, description='JSON object of further fields of the API, such as `{"background": "opaque"}`.'
    )
    openai_timeout_seconds: float = Field(300, gt=0, description="Longest for one call; then it is tried again.")
    enhancer_model: str = Field(
        "", description="Chat model that puts prompts in better words; empty: by built-in rules."
    )
    enhancer_base_url: str = Field("", description="Where its API is, OpenAI's or alike; empty: that of `openai`.")
    enhancer_api_key: str = Field(
        "", repr=False, description="Its key; empty: that of `openai`, if the API is the same."
    )
    enhancer_timeout_seconds: float = Field(20, gt=0, description="Then the prompt is drawn as it was submitted.")
    diffusers_model: str = Field(
        "", validate_default=True, description="Folder of a text-to-image pipeline, or its name on Hugging Face."
    )
    diffusers_download: bool = Field(
        False, description="Download what is not in the cache of Hugging Face; otherwise nothing is ever downloaded."
    )
    diffusers_device: str = Field(
        "auto", description="`auto`, `cpu`, `mps`, `cuda:0`, or several, comma-separated: each holds the whole model."
    )
    diffusers_precision: Literal["auto", "float32", "float16", "bfloat16"] = Field(
        "auto", description="Of weights and arithmetic; `auto`: 16 bits on an accelerator, 32 on a processor."
    )
    diffusers_variant: str = Field("", description="Which of several weight files is read, such as `fp16`.")
    diffusers_offload: Literal["none", "model", "sequential"] = Field(
        "none", description="What waits in main memory: parts that are not at work (`model`), or layers (`sequential`)."
    )
    diffusers_steps: int = Field(0, ge=0, le=1000, description="Steps of a picture; `0` is what the pipeline says.")
    diffusers_guidance: float = Field(
        -1, ge=-1, description="How closely the prompt is followed; `-1` is what the pipeline says."
    )
    diffusers_negative_prompt: str = Field("", description="What should not be in any picture.")
    diffusers_strength: float = Field(
        0.7, gt=0, le=1, description="How far a picture may go from the input that it starts from, up to 1."
    )
    diffusers_side: int = Field(
        0, ge=0, le=8192, description="Drawn as many pixels as this, squared, then scaled; `0`: what the model is for."
    )
    diffusers_preview_steps: int = Field(5, ge=0, description="Steps from one preview to the next; `0` makes none.")

    @field_validator("database_url")
    @classmethod
    def _is_a_database(cls, value: str) -> str:
        if not value:
            return value
        if not value.startswith(("postgresql://", "postgres://")):
            raise ValueError("write postgresql://user:password@host/name, or leave it empty for SQLite")
        if any(find_spec(package) is None for package in ("asyncpg", "greenlet")):
            raise ValueError("what PostgreSQL needs is not installed: pip install 'heliograph[postgres]'")
        return value

    @field_validator("blob_url")
    @classmethod
    def _is_a_bucket(cls, value: str) -> str:
        parts = urlsplit(value)
        is_bucket = parts.scheme in BUCKET_SCHEMES and parts.netloc and not parts.query and not parts.fragment
        if value and (not is_bucket or "@" in parts.netloc):
            raise ValueError(
                "write s3://bucket/prefix, gs://bucket/prefix or az://container/prefix; credentials, region and "
                "endpoint belong into the variables of the cloud, such as AWS_ACCESS_KEY_ID and AWS_ENDPOINT_URL"
            )
        return value.rstrip("/")

    @field_validator("diffusers_model")
    @classmethod
    def _is_given(cls, value: str, info: ValidationInfo) -> str:
        if "diffusers" in {info.data.get("generator"), *info.data.get("fallbacks", {}).values()} and not value:
            raise ValueError("the generator diffusers needs it: write the path of a pipeline's folder, or its name")
        return value

    @field_validator("diffusers_device")
    @classmethod
    def _are_devices(cls, value: str) -> str:
        for device in value.split(","):
            if not DEVICE.fullmatch(device.strip()):
                raise ValueError(f"{device or 'nothing'} is no device: write auto, cpu, mps, cuda:0 or cuda:0,cuda:1")
        return value

    @field_validator("download_link_seconds")
    @classmethod
    def _can_be_signed(cls, value: float, info: ValidationInfo) -> float:
        if info.data.get("blob_url") and value > BUCKET_LINK_SECONDS:
            raise ValueError(f"a bucket's URL is good for {BUCKET_LINK_SECONDS} s at most: ask for no more")
        return value

    @field_validator("signing_secrets")
    @classmethod
    def _are_secrets(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        try:
            for text in value:
                parse_secret(text)
        except SettingsError as error:
            raise ValueError(str(error)) from None
        return value

    @field_validator("key_weights")
    @classmethod
    def _are_of_keys(cls, value: tuple[float, ...], info: ValidationInfo) -> tuple[float, ...]:
        keys = len(info.data.get("api_keys", ()))
        if len(value) > keys:
            raise ValueError(
                f"{len(value)} weights for {keys} keys: give at most one for each of {PREFIX}API_KEYS, in their order"
            )
        return value

    @field_validator("egress_allow", "egress_deny")
    @classmethod
    def _are_networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        AddressPolicy(value)
        return value

    @field_validator("egress_ca_bundle")
    @classmethod
    def _is_a_bundle(cls, value: str) -> str:
        try:
            if value:
                trusting(value)
        except OSError as error:
            raise ValueError(f"{value} holds no certificates ({error.strerror}): give a PEM file") from None
        return value

    @field_validator("egress_client_cert")
    @classmethod
    def _is_a_certificate(cls, value: str) -> str:
        if value:
            check_certificate(value)
        return value

    @field_validator("egress_client_key")
    @classmethod
    def _is_its_key(cls, value: str, info: ValidationInfo) -> str:
        certificate = info.data.get("egress_client_cert", value)
        if value and not certificate:
            raise ValueError(f"a key needs its certificate: set {PREFIX}EGRESS_CLIENT_CERT")
        if certificate and "egress_client_cert" in info.data:
            ClientCertificate(certificate, value).check()
        return value

    @field_validator("c2pa_key")
    @classmethod
    def _belongs_to_a_certificate(cls, value: str, info: ValidationInfo) -> str:
        certificate = info.data.get("c2pa_certificate", "")
        if bool(value) != bool(certificate):
            missing = "C2PA_CERTIFICATE" if value else "C2PA_KEY"
            raise ValueError(f"certificate and key go together: set {PREFIX}{missing} too")
        return value

    @field_validator("egress_proxy")
    @classmethod
    def _is_a_proxy(cls, value: str) -> str:
        if value:
            proxy_of(value)
        return value

    @field_validator("openai_api_key", "enhancer_api_key")
    @classmethod
    def _is_a_key(cls, value: str) -> str:
        key = value.strip()
        if not (key.isascii() and key.isprintable()) or " " in key:
            raise ValueError("a key has neither spaces nor characters beyond ASCII: copy it again")
        return key

    @field_validator("public_url", "openai_base_url", "enhancer_base_url")
    @classmethod
    def _is_a_url(cls, value: str) -> str:
        if value:
            target_of(value)
        return value

    @property
    def generators(self) -> set[GeneratorName]:
        """What may draw: the configured one and those that callers may fall back to."""
        return {self.generator, *self.fallbacks.values()}

    @property
    def keeps_previews(self) -> bool:
        """Not where pictures are judged: an unfinished one would show what a finished one is refused for."""
        return not self.image_classifier

    @property
    def diffusers_devices(self) -> list[str]:
        return list(_list_of(self.diffusers_device))

    @property
    def base_url(self) -> str:
        """The prefix of every link, without a slash at its end."""
        return self.public_url.rstrip("/") or self.local_url

    @property
    def local_url(self) -> str:
        """Where the server is found on its own machine."""
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)  # noqa: S104  # compared, not bound
        bracketed = f"[{host}]" if ":" in host and not host.startswith("[") else host
        return f"http://{bracketed}:{self.port}"

    @property
    def client_certificate(self) -> ClientCertificate | None:
        if not self.egress_client_cert:
            return None
        return ClientCertificate(self.egress_client_cert, self.egress_client_key)

    @property
    def proxy(self) -> Proxy | None:
        return proxy_of(self.egress_proxy) if self.egress_proxy else None

    @property
    def schedule(self) -> Schedule:
        return Schedule(self.callback_retry_delays, self.retry_after_cap_seconds)


def read_settings(overrides: Mapping[str, Any] | None = None) -> Settings:
    """From the environment; raises `SettingsError` with one sentence per setting that is wrong."""
    try:
        return Settings(**(overrides or {}))
    except ValidationError as error:
        wrong = [f"{PREFIX}{str(fault['loc'][0]).upper()}: {fault['msg']}" for fault in error.errors()]
        raise SettingsError("\n".join(wrong)) from None


def unknown_variables(environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """Variables with our prefix that are no setting, each with the name that is nearest, or ""."""
    known = [name.upper() for name in Settings.model_fields]
    given = os.environ if environment is None else environment
    ours = {name: name[len(PREFIX) :].upper() for name in sorted(given) if name.upper().startswith(PREFIX)}
    return {name: _nearest(short, known) for name, short in ours.items() if short not in known}


def _nearest(short: str, known: Sequence[str]) -> str:
    return next((f"{PREFIX}{name}" for name in difflib.get_close_matches(short, known, n=1)), "")
