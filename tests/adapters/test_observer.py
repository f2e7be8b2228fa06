from prometheus_client import CollectorRegistry
from structlog.testing import capture_logs

from heliograph.adapters.observer import LoggingObserver
from heliograph.domain.task import Failure, FailureKind, failed
from tests.egress.raw import receiving, sending, status
from tests.samples import NOW, a_delivery, a_task, settlement


async def test_where_a_redirect_leads_is_in_the_receipt_and_its_host_alone_in_the_log():
    moved = status("301 Moved", "Location: https://hooks.test/in/SECRET")
    async with receiving(moved) as receiver, sending() as sender:
        answer = await sender.post(f"http://127.0.0.2:{receiver.port}/", body=b"{}", headers={})
    assert "https://hooks.test/in/SECRET: " in answer.diagnosis
    one = a_delivery(a_task())
    with capture_logs() as lines:
        LoggingObserver(CollectorRegistry()).delivery_attempted(settlement(one, one, answer=answer))
    [line] = lines
    assert line["diagnosis"] == "answered 301 to https://hooks.test: redirects are not followed, use that URL"
    assert "SECRET" not in str(lines)


def test_where_an_input_image_is_appears_in_no_line_but_for_its_host():
    failure = Failure(FailureKind.UNAVAILABLE_INPUT, "answered 302 to https://pictures.test/SECRET: use that URL")
    with capture_logs() as lines:
        observer = LoggingObserver(CollectorRegistry())
        observer.inputs_fetched(a_task(), failure, seconds=0.1)
        observer.task_ended(failed(a_task(), failure, at=NOW))
    assert [line["reason"] for line in lines] == ["answered 302 to https://pictures.test: use that URL"] * 2
