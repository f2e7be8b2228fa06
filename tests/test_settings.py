"""A setting that is wrong is told at the start, in one sentence that says what to write."""

import pytest

from heliograph.domain.errors import SettingsError
from heliograph.settings import PREFIX, read_settings


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("EGRESS_ALLOW", "10.0.0.0/33", "10.0.0.0/33"),
        ("EGRESS_DENY", "10.0.0.1/8", "10.0.0.1/8 has host bits set"),
        ("EGRESS_CA_BUNDLE", "/nowhere/at/all.pem", "/nowhere/at/all.pem holds no certificates"),
        ("EGRESS_CA_BUNDLE", __file__, "test_settings.py holds no certificates"),
        ("EGRESS_PROXY", "https://proxy.example:3128", "only a plain HTTP proxy is possible: write http://host:port"),
        ("PUBLIC_URL", "images.example", "it needs http or https and a host"),
        ("PUBLIC_URL", "https://user@images.example", "it may not carry a user name"),
        ("KEY_WEIGHTS", "1,2", "2 weights for 0 keys: give at most one for each of HELIOGRAPH_API_KEYS"),
        ("KEY_WEIGHTS", "0", "greater than 0"),
        ("BLOB_URL", "/some/folder", "write s3://bucket/prefix"),
        ("BLOB_URL", "https://bucket.s3.amazonaws.com/prefix", "write s3://bucket/prefix"),
        ("BLOB_URL", "s3:///prefix", "write s3://bucket/prefix"),
        ("BLOB_URL", "s3://key:secret@bucket/prefix", "credentials, region and endpoint belong into"),
        ("BLOB_URL", "s3://bucket/prefix?region=x", "AWS_ENDPOINT_URL"),
        ("SIGNING_SECRETS", "whsk_dGhpcw==", "write whsec_ followed by base64 of 24 to 64 bytes, or whsk_"),
        ("DIFFUSERS_DEVICE", "gpu", "gpu is no device: write auto, cpu, mps, cuda:0 or cuda:0,cuda:1"),
        ("DIFFUSERS_DEVICE", "cuda:0,", "nothing is no device"),
        ("DIFFUSERS_STRENGTH", "0", "greater than 0"),
        ("REPLAY_RATE", "0", "greater than 0"),
        ("DNS_TIMEOUT_SECONDS", "0", "greater than 0"),
        ("BREAKER_FAILURES", "-1", "greater than or equal to 0"),
        ("OPENAI_BASE_URL", "api.openai.com/v1", "it needs http or https and a host"),
        ("ENHANCER_BASE_URL", "ftp://here", "it needs http or https and a host"),
        ("OPENAI_API_KEY", "sk-one two", "a key has neither spaces nor characters beyond ASCII"),
        ("ENHANCER_API_KEY", "sk-\u2026", "copy it again"),
        ("OPENAI_MODEL", "", "at least 1 character"),
        ("OPENAI_PREVIEWS", "4", "less than or equal to 3"),
        ("OPENAI_OPTIONS", "background=opaque", 'write a JSON object, such as {"background": "opaque"}'),
        ("OPENAI_OPTIONS", "[1]", 'write a JSON object, such as {"background": "opaque"}'),
        ("OPENAI_OPTIONS", '{"n": 2, "model": "x"}', "model, n is set by Heliograph itself: leave it out"),
        ("ENHANCER_TIMEOUT_SECONDS", "0", "greater than 0"),
        ("C2PA_KEY", "key.pem", "certificate and key go together: set HELIOGRAPH_C2PA_CERTIFICATE too"),
        ("FALLBACKS", "FLUX=illustrator", "with a name of GPT_IMAGE_1, FLUX_MAX and a generator of illustrator"),
        ("FALLBACKS", "FLUX_MAX=painter", "FLUX_MAX=painter is not understood"),
        ("FALLBACKS", "illustrator", "write NAME=generator, comma-separated"),
        ("REFUSE", "sexual,violence", "violence is no category: write sexual, gore, self_harm, hate, extremism"),
        ("IMAGE_CLASSIFIER", "nsfw", "opennsfw"),
        ("IMAGE_CLASSIFIER_THRESHOLD", "1.1", "less than or equal to 1"),
        ("IMAGE_CLASSIFIER_THRESHOLD", "-0.1", "greater than or equal to 0"),
        ("IMAGE_CLASSIFIER_THRESHOLD", "nan", "less than or equal to 1"),
        ("REFUSE", "sexual_minors", "sexual_minors is always refused: leave it out"),
        ("GENERATE_CONCURRENCY", "0", "write 2, or openai=8,illustrator=2"),
        ("GENERATE_CONCURRENCY", "ilustrator=3", "ilustrator is no generator: there are illustrator"),
        ("GENERATE_RETRY_DELAYS", "2,-1", "greater than or equal to 0"),
    ],
)
def test_a_wrong_value_is_told_with_its_variable(monkeypatch, name, value, words):
    monkeypatch.setenv(PREFIX + name, value)
    with pytest.raises(SettingsError, match=f"^{PREFIX}{name}: ") as refusal:
        read_settings()
    assert words in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BLOB_URL", ""),
        ("BLOB_URL", "s3://bucket"),
        ("BLOB_URL", "gs://bucket/some/place"),
        ("BLOB_URL", "az://container/place"),
        ("HOST", "::1"),
        ("HOST", "fe80::1%eth0"),
        ("HOST", "0.0.0.0"),  # noqa: S104
        ("PUBLIC_URL", ""),
        ("EGRESS_CA_BUNDLE", ""),
    ],
)
def test_these_values_are_fine(monkeypatch, name, value):
    monkeypatch.setenv(PREFIX + name, value)
    assert getattr(read_settings(), name.lower()) == value


def test_a_certificate_without_its_key_is_told(monkeypatch):
    monkeypatch.setenv(PREFIX + "C2PA_CERTIFICATE", "certificates.pem")
    with pytest.raises(SettingsError, match=r"^HELIOGRAPH_C2PA_KEY: .*set HELIOGRAPH_C2PA_KEY too"):
        read_settings()


@pytest.mark.parametrize(
    ("text", "fallbacks"),
    [
        ("", {}),
        ("FLUX_MAX=rehearsal", {"FLUX_MAX": "rehearsal"}),
        ("FLUX_MAX = rehearsal , GPT_IMAGE_1=illustrator,", {"FLUX_MAX": "rehearsal", "GPT_IMAGE_1": "illustrator"}),
    ],
)
def test_fallbacks_go_by_the_names_that_callers_have(monkeypatch, text, fallbacks):
    monkeypatch.setenv(PREFIX + "FALLBACKS", text)
    assert read_settings().fallbacks == fallbacks


@pytest.mark.parametrize(("text", "name", "at_once"), [("3", "any", 3), ("3,illustrator=5", "illustrator", 5)])
def test_concurrency_is_a_number_and_numbers_by_generator(monkeypatch, text, name, at_once):
    monkeypatch.setenv(PREFIX + "GENERATE_CONCURRENCY", text)
    assert read_settings().generate_concurrency.of(name, None) == at_once


def test_a_key_without_a_weight_may_follow_those_with_one(monkeypatch):
    monkeypatch.setenv(PREFIX + "API_KEYS", "one,two,three")
    monkeypatch.setenv(PREFIX + "KEY_WEIGHTS", "3,1.5")
    assert read_settings().key_weights == (3, 1.5)


def test_a_bucket_s_links_are_good_for_a_week_at_most(monkeypatch):
    monkeypatch.setenv(PREFIX + "DOWNLOAD_LINK_SECONDS", "604801")
    assert read_settings().download_link_seconds == 604801
    monkeypatch.setenv(PREFIX + "BLOB_URL", "s3://bucket/place/")
    with pytest.raises(SettingsError, match=f"^{PREFIX}DOWNLOAD_LINK_SECONDS: .*604800 s at most"):
        read_settings()
    monkeypatch.setenv(PREFIX + "DOWNLOAD_LINK_SECONDS", "604800")
    assert read_settings().blob_url == "s3://bucket/place"


@pytest.mark.parametrize("url", ["postgresql://me:geheim@db.example/heliograph", "postgres:///heliograph"])
def test_a_postgresql_database_can_be_named_and_is_not_shown(url):
    settings = read_settings({"database_url": url})
    assert settings.database_url == url
    assert "geheim" not in repr(settings)


def test_the_generator_of_models_needs_a_model():
    with pytest.raises(SettingsError, match=r"HELIOGRAPH_DIFFUSERS_MODEL: .*write the path of a pipeline's folder"):
        read_settings({"generator": "diffusers"})


@pytest.mark.parametrize(("given", "devices"), [("auto", ["auto"]), ("cuda:0, cuda:1", ["cuda:0", "cuda:1"])])
def test_a_model_may_be_held_by_several_devices(given, devices):
    assert read_settings({"diffusers_device": given}).diffusers_devices == devices


def test_another_database_is_refused_without_showing_it():
    with pytest.raises(SettingsError, match=r"HELIOGRAPH_DATABASE_URL: .*write postgresql://") as caught:
        read_settings({"database_url": "mysql://me:geheim@db.example/heliograph"})
    assert "geheim" not in str(caught.value)


def test_without_its_extra_postgresql_is_refused_with_the_command_that_installs_it(monkeypatch):
    monkeypatch.setattr("heliograph.settings.find_spec", lambda _: None)
    with pytest.raises(SettingsError, match=r"pip install 'heliograph\[postgres\]'"):
        read_settings({"database_url": "postgresql:///heliograph"})


def test_a_key_may_come_from_a_file_that_ends_in_a_line(monkeypatch):
    monkeypatch.setenv(PREFIX + "OPENAI_API_KEY", "sk-one\n")
    assert read_settings().openai_api_key == "sk-one"
