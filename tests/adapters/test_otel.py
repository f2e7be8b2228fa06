"""Spans of the whole way, as the SDK hands them to an exporter."""

import sys

import pytest
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from heliograph.adapters.otel import OpenTelemetry
from heliograph.app import open_application
from heliograph.domain.errors import SettingsError
from heliograph.domain.trace import TraceContext
from heliograph.domain.verdict import Answer, Fault, Verdict
from heliograph.settings import Settings
from tests.fakes import RecordingSender, until
from tests.samples import REFUSED, TRACE, URL, a_delivery, a_receipt, a_task
from tests.workers.test_workers import Plant


@pytest.fixture
def exporter():
    return InMemorySpanExporter()


@pytest.fixture
def tracer(exporter):
    traced = OpenTelemetry(exporter, SimpleSpanProcessor)
    yield traced
    traced.close()


def ids(span):
    return f"{span.context.trace_id:032x}", f"{span.context.span_id:016x}"


def parent_of(span):
    return f"{span.parent.span_id:016x}" if span.parent else None


async def finished(exporter, *names):
    """The spans of these names, once they are all there."""

    def found():
        return [span for span in exporter.get_finished_spans() if span.name in names]

    await until(lambda: len(found()) >= len(names))
    return found()


def accepted(tracer, caller):
    with tracer.accepting("task", caller) as span:
        return span.trace


def test_accept_is_below_the_caller_and_its_context_is_what_the_task_carries(tracer, exporter):
    trace = accepted(tracer, TRACE)
    [span] = exporter.get_finished_spans()
    assert (span.name, span.kind, parent_of(span)) == ("accept", SpanKind.SERVER, TRACE.span_id)
    assert (trace.trace_id, trace.span_id) == ids(span)
    assert (trace.trace_id, trace.flags, trace.state) == (TRACE.trace_id, "01", TRACE.state)


def test_without_a_caller_accept_begins_a_trace(tracer, exporter):
    trace = accepted(tracer, None)
    [span] = exporter.get_finished_spans()
    assert (span.parent, ids(span)) == (None, (trace.trace_id, trace.span_id))
    assert TraceContext.parse(trace.parent) == trace


def test_what_the_caller_does_not_sample_is_not_sampled_here(tracer, exporter):
    trace = accepted(tracer, TraceContext(TRACE.trace_id, TRACE.span_id, "00"))
    assert (trace.trace_id, trace.flags) == (TRACE.trace_id, "00")
    assert trace.span_id != TRACE.span_id
    assert exporter.get_finished_spans() == ()


async def test_what_the_workers_do_is_below_the_task_and_each_attempt_is_named_to_the_receiver(
    tmp_path, tracer, exporter
):
    sender = RecordingSender(REFUSED, Answer(status=200, address="127.0.0.1"))
    plant = Plant(tmp_path, sender=sender, tracer=tracer)
    async with plant.running():
        await plant.submit(trace=TRACE)
        generate, keep, first, second = await finished(exporter, "generate", "keep", "attempt", "attempt")
    assert [span.name for span in (generate, keep, first, second)] == ["generate", "keep", "attempt", "attempt"]
    for span in (generate, keep, first, second):
        assert (ids(span)[0], parent_of(span)) == (TRACE.trace_id, TRACE.span_id)
    told = [TraceContext.parse(headers["traceparent"]) for _, _, headers in sender.posts]
    assert [(trace.trace_id, trace.span_id) for trace in told] == [ids(first), ids(second)]
    assert [span.attributes["heliograph.attempt"] for span in (first, second)] == [1, 2]
    assert [span.attributes["heliograph.verdict"] for span in (first, second)] == ["retry", "delivered"]


def test_of_where_a_redirect_leads_a_span_says_the_host(tracer, exporter):
    moved = Answer(status=302, fault=Fault.REDIRECTED, diagnosis="answered 302 to https://hooks.test/SECRET: use that")
    delivery = a_delivery(a_task(7))
    with tracer.attempting(delivery) as span:
        span.came_to(a_receipt(delivery, answer=moved, verdict=Verdict.RETRY))
    [told] = exporter.get_finished_spans()
    assert told.status.description == "answered 302 to https://hooks.test: use that"


def test_a_span_of_an_attempt_says_what_it_came_to(tracer, exporter):
    delivery = a_delivery(a_task(7), attempt=1)
    with tracer.attempting(delivery) as span:
        span.came_to(a_receipt(delivery, answer=REFUSED, verdict=Verdict.RETRY))
    [told] = exporter.get_finished_spans()
    assert (told.kind, told.status.status_code, told.status.description) == (
        SpanKind.CLIENT, StatusCode.ERROR, "answered 503",
    )  # fmt: skip
    assert dict(told.attributes) == {
        "http.request.method": "POST",
        "http.response.status_code": 503,
        "server.address": "receiver.example",
        "heliograph.task.id": delivery.task_id,
        "heliograph.delivery.id": delivery.id,
        "heliograph.attempt": 2,
        "heliograph.verdict": "retry",
        "heliograph.fault": "server_fault",
        "error.type": "server_fault",
    }
    assert URL not in str(told.to_json())


def test_a_step_that_raises_is_an_error_without_its_text(tracer, exporter):
    with pytest.raises(ValueError, match="secret prompt"), tracer.working("generate", a_task(trace=TRACE)):
        raise ValueError("a secret prompt")
    [span] = exporter.get_finished_spans()
    assert (span.status.status_code, span.attributes["error.type"]) == (StatusCode.ERROR, "ValueError")
    assert "secret prompt" not in span.to_json()


def test_the_service_is_named_by_the_standard_variable_or_else_by_us(monkeypatch, exporter):
    names = []
    for _ in range(2):
        traced = OpenTelemetry(exporter, SimpleSpanProcessor)
        accepted(traced, None)
        names.append(exporter.get_finished_spans()[-1].resource.attributes["service.name"])
        monkeypatch.setenv("OTEL_SERVICE_NAME", "pictures")
    assert names == ["heliograph", "pictures"]


async def test_without_the_extra_the_start_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.delitem(sys.modules, "heliograph.adapters.otel", raising=False)
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    with pytest.raises(SettingsError, match=r"heliograph\[otel\]"):
        async with open_application(Settings(data_dir=tmp_path, tracing=True)):
            pass
