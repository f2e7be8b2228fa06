import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from heliograph.domain.signature import compat_signature
from heliograph.flow.notify import notify
from tests.fakes import RecordingSender
from tests.samples import NOW, OTHER_SECRET, REFUSED, SECRET, TRACE, URL, a_delivery, a_task

BODY = '{"code":200,"msg":"🌊"}'.encode()


async def sent(clock, *, secrets=(SECRET,), sender=None, trace=None):
    sender = sender or RecordingSender()
    delivery = a_delivery(a_task(7), body=BODY)
    answer = await notify(delivery, sender=sender, secrets=secrets, clock=clock, trace=trace)
    return answer, sender.posts[-1]


async def test_the_bytes_go_to_the_url_as_they_are(clock):
    _, (url, body, headers) = await sent(clock)
    assert (url, body, headers["Content-Type"]) == (URL, BODY, "application/json")


async def test_what_the_sender_answers_is_the_answer(clock):
    answer, _ = await sent(clock, sender=RecordingSender(REFUSED))
    assert answer is REFUSED


async def test_both_signatures_are_made_with_the_moment_of_the_attempt(clock):
    clock.move(seconds=90.7)
    _, (_, _, headers) = await sent(clock)
    stamp = int(NOW.timestamp()) + 90
    assert headers["webhook-timestamp"] == headers["X-Webhook-Timestamp"] == str(stamp)
    assert headers["X-Webhook-Signature"] == compat_signature(SECRET.text, f"{7:032x}", stamp)
    assert headers["webhook-id"] == f"msg_{7:032x}"


async def test_a_later_attempt_has_the_same_id_and_bytes_and_a_fresh_timestamp(clock):
    _, (_, body, headers) = await sent(clock)
    clock.move(minutes=1)
    _, (_, again, fresh) = await sent(clock)
    assert (again, fresh["webhook-id"]) == (body, headers["webhook-id"])
    assert int(fresh["webhook-timestamp"]) - int(headers["webhook-timestamp"]) == 60
    for name in ("webhook-signature", "X-Webhook-Signature"):
        assert fresh[name] != headers[name]


async def test_each_secret_of_a_rotation_signs_the_body(clock):
    _, (_, body, headers) = await sent(clock, secrets=(SECRET, OTHER_SECRET))
    assert len(headers["webhook-signature"].split()) == 2
    for secret in (SECRET, OTHER_SECRET):
        # The moving clock stands in the past, which the library finds only after the signature fits.
        with pytest.raises(WebhookVerificationError, match="too old"):
            Webhook(secret.text).verify(body, headers)


async def test_without_a_secret_only_the_content_type_is_sent(clock):
    _, (_, _, headers) = await sent(clock, secrets=())
    assert headers == {"Content-Type": "application/json"}


async def test_the_timestamp_is_that_of_the_machines_clock_which_the_receiver_compares_with_its_own(clock):
    clock.set_wall(hours=1)
    _, (_, _, headers) = await sent(clock)
    assert int(headers["webhook-timestamp"]) == int(clock.now().timestamp()) + 3600


async def test_the_trace_of_the_attempt_is_told(clock):
    _, (_, _, headers) = await sent(clock, trace=TRACE)
    assert (headers["traceparent"], headers["tracestate"]) == (TRACE.parent, "vendor=1")
