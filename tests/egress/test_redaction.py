"""What a receiver echoes of our signatures and secrets does not stay in the receipt."""

import base64
import re
import time
from urllib.parse import quote

import pytest

from heliograph.adapters.clock import SystemClock
from heliograph.adapters.egress.evidence import EXCERPT_LIMIT, Evidence, answered
from heliograph.adapters.egress.redaction import redacted
from heliograph.domain.signature import confidential, parse_secret, signed_headers
from heliograph.workers.signing import KeptSecrets
from tests.egress.raw import receiving, sending, status

SECRET = "whsec_" + "c2VjcmV0" * 4
KEY = "whsk_" + "AAAA" * 10 + "AAA="


def signatures():
    return signed_headers(
        webhook_id="msg_1", task_id="task", timestamp=1, body=b"{}", secrets=[parse_secret(SECRET), parse_secret(KEY)]
    )


def echoes():
    """How receivers echo a request: as text, in JSON, as PHP and Python print it, in HTML and in a URL."""
    text = "\n".join(f"{name}: {value}" for name, value in signatures().items())
    secrets = [value.removeprefix("v1,").removeprefix("v1a,") for value in " ".join(signatures().values()).split()]
    secrets = [value for value in secrets if len(value) > 40]
    for plus, slash, equals in (
        ("+", "/", "="),
        ("+", r"\/", "="),
        (r"\u002b", r"\u002F", r"\u003d"),
        ("%2B", "%2F", "%3D"),
        ("&#43;", "&#x2F;", "&#61;"),
    ):
        written = str.maketrans({"+": plus, "/": slash, "=": equals})
        yield text.translate(written), [value.translate(written) for value in secrets]


@pytest.mark.parametrize(("echo", "secrets"), list(echoes()), ids=["as it is", "PHP", "JSON", "URL", "HTML"])
def test_a_signature_that_is_echoed_is_not_kept(echo, secrets):
    kept = redacted(echo.encode()).decode()
    assert len(secrets) == 3
    assert [secret for secret in secrets if secret in echo] == secrets
    assert [secret for secret in secrets if secret in kept] == []
    assert kept.count("[redacted]") == 3
    assert "webhook-id: msg_1" in kept


@pytest.mark.parametrize(
    "echo",
    [
        f"the secret is {SECRET}",
        f'{{"key": "{KEY}"}}',
        "Authorization: Bearer hg_secret-token",
        "AUTHORIZATION: BEARER  hg_secret-token",
        "'X-Webhook-Signature', b'short+signature'",
        '"HTTP_X_WEBHOOK_SIGNATURE" => "short+signature"',
        '{"webhook-signature":["short+signature"]}',
    ],
)
def test_a_secret_that_is_echoed_is_not_kept(echo):
    kept = redacted(echo.encode()).decode()
    assert "[redacted]" in kept
    assert not re.search(r"c2Vj|AAAA|secret-token|short", kept)


@pytest.mark.parametrize(
    "body",
    [
        b"ok",
        b'{"status": "received", "id": "msg_0123456789abcdef0123456789abcdef"}',
        b"x" * 1500,
        b"a bearer of news",
        b"no webhook signature was found",
        b"0123456789abcdef" * 8,
        b"webhook signature: timestamp too old",
        b"Invalid webhook-signature: expected v1 scheme",
        b"Webhook Signature verification failed",
        b"missing webhook-signature, webhook-timestamp",
        b"Bearer token missing",
        b"see /api/v1,experimental-feature/x",
    ],
)
def test_what_is_no_secret_stays(body):
    assert redacted(body) == body


async def test_an_echo_is_kept_without_its_signatures_even_where_the_kilobyte_cuts_one():
    lines = "\n".join(f"{name}: {value}" for name, value in signatures().items()).encode()
    compat = signatures()["X-Webhook-Signature"].encode()
    body = lines + b" " * (1010 - len(lines)) + compat
    async with receiving(status("500 Broken", body=body)) as receiver, sending() as sender:
        answer = await sender.post(f"http://127.0.0.2:{receiver.port}/", body=b"{}", headers=signatures())
    assert answer.bytes_read == len(body)
    assert compat[:14].decode() not in answer.excerpt
    assert len(answer.excerpt) <= 1024


@pytest.mark.parametrize("way", ["base64", "lower hexadecimal", "URL-safe without padding"])
def test_no_secret_that_the_search_cut_is_drawn_into_the_excerpt_by_those_that_were_removed(way):
    key = bytes(range(32))
    shown = ways_of(key)[way]
    for pad in range(len(shown) + 1):
        body = b"." * pad + f"{shown} ".encode() * 60
        kept = answered(Evidence(body=bytearray(body)), 500, [key]).excerpt
        assert shown[:16] not in kept
        assert "[redacted]" in kept


@pytest.mark.parametrize("piece", [r"\u002B", r"\/", "%2B", "v1,"])
def test_a_long_header_takes_no_longer_than_a_long_body(piece):
    took = []
    for evidence in (Evidence(body=bytearray(piece.encode() * 20_000)), Evidence(retry_after=piece * 20_000)):
        began = time.thread_time()
        for _ in range(5):
            answered(evidence, 302, [bytes(range(32))])
        took.append(time.thread_time() - began)
    assert took[1] < 5 * took[0] + 0.02


def test_a_header_that_is_kept_holds_no_secret_and_is_bounded():
    evidence = Evidence(retry_after="whsec_" + "QUJD" * 8 + " " + "9" * 5000)
    kept = answered(evidence, 503).retry_after
    assert kept.startswith("[redacted] 999")
    assert len(kept) == EXCERPT_LIMIT


def ways_of(raw):
    """How a receiver may show these bytes."""
    plain, url_safe = base64.b64encode(raw).decode(), base64.urlsafe_b64encode(raw).decode()
    return {
        "base64": plain,
        "without padding": plain.rstrip("="),
        "URL-safe": url_safe,
        "URL-safe without padding": url_safe.rstrip("="),
        "in PHP's JSON": plain.replace("/", r"\/"),
        "in a URL": quote(plain, safe=""),
        "in HTML": plain.replace("+", "&#43;").replace("/", "&#x2F;"),
        "upper hexadecimal": raw.hex().upper(),
        "lower hexadecimal": raw.hex(),
        "with a prefix": f"whsec_{plain}",
        "with the prefix in capitals": f"WHSEC_{plain}",
        "with a URL-safe prefix": f"WhSk_{url_safe}",
    }


# Of every length that there may be, and with the signs of base64 that are written in several ways.
KEYS = [bytes([0xFB, 0xEF, 0xFF, *range(size, 2 * size - 3)]) for size in (24, 31, 32, 33, 64)]
SIGNED = [parse_secret("whsec_" + base64.b64encode(key).decode()) for key in KEYS]
SIGNED.append(parse_secret("whsk_" + base64.b64encode(KEYS[2]).decode()))


async def kept_of(echo, headers, *answer_headers, code=200):
    async with (
        receiving(status(f"{code} Told", *answer_headers, body=echo.encode())) as receiver,
        sending(signing=KeptSecrets(clock=SystemClock(), secrets=SIGNED)) as sender,
    ):
        return await sender.post(f"http://127.0.0.2:{receiver.port}/", body=b"{}", headers=headers)


@pytest.mark.parametrize("way", ways_of(b""))
async def test_a_secret_that_signs_is_not_kept_in_whatever_way_it_is_shown(way):
    shown = [ways_of(key)[way] for key in KEYS]
    answer = await kept_of("before " + " | ".join(shown) + " after", {})
    assert answer.excerpt == "before " + " | ".join(["[redacted]"] * len(KEYS)) + " after"


@pytest.mark.parametrize("way", ways_of(b""))
async def test_a_signature_that_was_sent_is_not_kept_in_whatever_way_it_is_shown(way):
    headers = signed_headers(webhook_id="msg_1", task_id="task", timestamp=1, body=b"{}", secrets=SIGNED[-2:])
    sent = confidential(headers, [])
    assert [len(each) for each in sent] == [32, 64, 32]
    answer = await kept_of("before " + " | ".join(ways_of(each)[way] for each in sent) + " after", headers)
    assert answer.excerpt == "before [redacted] | [redacted] | [redacted] after"


async def test_a_key_that_is_written_with_its_public_half_is_not_kept_in_either_form():
    both = KEYS[2] + SIGNED[-1].public_bytes
    answer = await kept_of(f"whsk_{base64.b64encode(both).decode()} {base64.b64encode(both).decode()}", {})
    assert answer.excerpt == "[redacted] [redacted]"


async def test_no_header_that_is_kept_holds_a_secret_that_signs():
    shown = KEYS[0].hex()
    answer = await kept_of("", {}, f"Location: https://a.test/{shown}/", f"Retry-After: {shown}", code=302)
    assert "https://a.test/[redacted]/:" in answer.diagnosis
    assert answer.retry_after == "[redacted]"
