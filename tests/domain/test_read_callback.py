"""A receiver believes nothing that is not signed, and whatever a stranger sends it is told as that."""

import json

import pytest

from heliograph.domain.signature import signed_headers
from heliograph.receiver import NotVerified, read_callback
from tests.samples import KEY, OTHER_SECRET, SECRET

NOW = 1755572609
BODY = json.dumps({"code": 500, "msg": "🌊", "data": {"taskId": "t", "info": None}}, ensure_ascii=False).encode()
HEADERS = dict(signed_headers(webhook_id="msg_1", task_id="t", timestamp=NOW, body=BODY, secrets=[SECRET, KEY]))
SECRETS = ([SECRET.text], [KEY.public_text], [OTHER_SECRET.text, SECRET.text, KEY.public_text])


@pytest.mark.parametrize("secrets", SECRETS)
@pytest.mark.parametrize("seconds_later", [-300, 0, 300])
def test_a_callback_that_is_signed_is_read(secrets, seconds_later):
    callback = read_callback(BODY, HEADERS, secrets=secrets, now=NOW + seconds_later)
    assert (callback.webhook_id, callback.task_id, callback.code, callback.message) == ("msg_1", "t", 500, "🌊")


@pytest.mark.parametrize("secrets", SECRETS)
@pytest.mark.parametrize(
    "changed",
    [
        {"webhook-id": ""},
        {"webhook-id": "msg_2"},
        {"webhook-id": "\ud800"},
        {"webhook-timestamp": ""},
        {"webhook-timestamp": str(NOW + 1)},
        {"webhook-timestamp": f" {NOW}"},
        {"webhook-timestamp": f"+{NOW}"},
        {"webhook-timestamp": "²"},
        {"webhook-timestamp": "٣"},
        {"webhook-timestamp": "9" * 400},
        {"webhook-timestamp": "9" * 5000},
        {"webhook-timestamp": "soon"},
        {"webhook-signature": ""},
        {"webhook-signature": "v1, v1a,"},
        {"webhook-signature": "v1,é v1a,é"},
        {"webhook-signature": "v1,\ud800 v1a,\ud800"},
        {"webhook-signature": "v1a,===="},
        {"webhook-signature": "v1," + "A" * 44 + " v1a," + "A" * 86 + "=="},
    ],
)
def test_anything_else_is_not_verified_and_nothing_else_is_raised(secrets, changed):
    with pytest.raises(NotVerified):
        read_callback(BODY, HEADERS | changed, secrets=secrets, now=NOW)
