"""What a real server signs, verified by the official libraries of Python and JavaScript, and by the public key."""

import base64
import json
import subprocess
import sys
import time

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from standardwebhooks import Webhook

from heliograph.domain.signature import signed_headers
from heliograph.receiver import NotVerified, read_callback
from tests.acceptance.receivers import EXAMPLES, missing
from tests.acceptance.server import Receiver, Server, until
from tests.samples import KEY, OTHER_SECRET, SECRET

NASTY = json.dumps({"msg": "🌊 \u2028 \u2029 é"}, ensure_ascii=False)
IN_NODE = """
import crypto from "node:crypto";
import { Webhook } from "standardwebhooks";
const { body, headers, secrets, key } = JSON.parse(process.argv[1]);
const tries = (verify) => { try { verify(); return true; } catch { return false; } };
const symmetric = secrets.map((secret) => tries(() => new Webhook(secret).verify(body, headers)));
const signed = Buffer.from(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`);
const publicKey = crypto.createPublicKey({ key, format: "jwk" });
const asymmetric = headers["webhook-signature"].split(" ").filter((one) => one.startsWith("v1a,"))
    .map((one) => crypto.verify(null, signed, publicKey, Buffer.from(one.slice(4), "base64")));
console.log(JSON.stringify({ symmetric, asymmetric }));
"""


def in_node(body, headers, secrets, key):
    if reason := missing("express"):
        pytest.skip(reason)
    given = json.dumps({"body": body, "headers": headers, "secrets": secrets, "key": key})
    done = subprocess.run(
        ["node", "--input-type=module", "-e", IN_NODE, given],
        cwd=EXAMPLES / "express", capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


def jwk(key):
    return {"kty": "OKP", "crv": "Ed25519", "x": base64.urlsafe_b64encode(key.public_bytes).decode().rstrip("=")}


def test_what_a_server_sends_verifies_everywhere(tmp_path):
    secrets = f"{KEY.text},{SECRET.text},{OTHER_SECRET.text}"
    with Server(tmp_path, SIGNING_SECRETS=secrets) as server, Receiver() as receiver:
        task_id = server.submit(callback_url=receiver.url)
        [arrival] = until(lambda: receiver.of(task_id), "the callback")
        [key] = json.loads(server.call("GET", "/.well-known/jwks.json")[1])["keys"]
    body = arrival.body.decode()
    for secret in (SECRET, OTHER_SECRET):
        assert Webhook(secret.text).verify(body, arrival.headers)["data"]["taskId"] == task_id
    public = Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(key["x"] + "="))
    signature = arrival.headers["webhook-signature"].split(" ")[0]
    signed = f"{arrival.webhook_id}.{arrival.headers['webhook-timestamp']}.{body}".encode()
    public.verify(base64.b64decode(signature.removeprefix("v1a,")), signed)
    assert read_callback(arrival.body, arrival.headers, secrets=[KEY.public_text]).task_id == task_id
    found = in_node(body, arrival.headers, [SECRET.text, OTHER_SECRET.text], key)
    assert found == {"symmetric": [True, True], "asymmetric": [True]}


def test_what_a_receiver_says_of_a_secret_is_in_no_receipt_of_the_server_or_of_a_command(tmp_path):
    shown = SECRET.key.hex()
    with Server(tmp_path, SIGNING_SECRETS=SECRET.text) as server, Receiver() as receiver:
        receiver.answers = {"/": lambda: (302, {"Location": f"https://a.test/{shown}/"})}
        from_server = server.ask("POST", "/api/v1/callbacks/test", {"url": f"{receiver.url}/"})
        assert "302 to https://a.test/[redacted]/:" in from_server["data"]["diagnosis"]
        out = subprocess.run(
            [sys.executable, "-m", "heliograph", "callback-test", f"{receiver.url}/"],
            env=server.environment, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
        ).stdout  # fmt: skip
        assert "[redacted]" in out
        assert shown not in out


def headers_of(body, timestamp):
    return dict(
        signed_headers(webhook_id="msg_1", task_id="1", timestamp=timestamp, body=body.encode(), secrets=[SECRET, KEY])
    )


def test_javascript_verifies_emoji_and_refuses_what_was_tampered_with_or_is_old():
    now = int(time.time())
    fine = {"symmetric": [True, False], "asymmetric": [True]}
    refused = {"symmetric": [False, False], "asymmetric": [False]}
    texts = [SECRET.text, OTHER_SECRET.text]
    assert in_node(NASTY, headers_of(NASTY, now), texts, jwk(KEY)) == fine
    assert in_node(NASTY + " ", headers_of(NASTY, now), texts, jwk(KEY)) == refused
    assert in_node(NASTY, headers_of(NASTY, now) | {"webhook-id": "msg_2"}, texts, jwk(KEY)) == refused
    assert in_node(NASTY, headers_of(NASTY, now - 3600), texts, jwk(KEY))["symmetric"] == [False, False]


def test_the_receiver_package_refuses_another_key_and_another_body():
    body, headers = NASTY.encode(), headers_of(NASTY, int(time.time()))
    with pytest.raises(NotVerified):
        read_callback(body + b" ", headers, secrets=[KEY.public_text])
    with pytest.raises(NotVerified):
        read_callback(body, headers, secrets=["whpk_" + base64.b64encode(bytes(32)).decode(), OTHER_SECRET.text])
