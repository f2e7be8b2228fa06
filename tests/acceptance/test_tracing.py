"""`heliograph serve` with a collector beside it: one trace from the caller to the receiver."""

import http.client
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status
from opentelemetry.trace import TraceFlags

from heliograph.domain.trace import TraceContext
from tests.acceptance.server import KEY, Receiver, Server, free_port, until
from tests.samples import TRACE


class Collector:
    """Takes OTLP over HTTP and keeps the spans."""

    def __enter__(self):
        collector = self
        self.requests = []

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                collector.requests.append((self.path, ExportTraceServiceRequest.FromString(body)))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_):
                """Nobody reads it."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    @property
    def spans(self):
        return [
            span
            for _, request in list(self.requests)
            for of_resource in request.resource_spans
            for of_scope in of_resource.scope_spans
            for span in of_scope.spans
        ]

    def of(self, task_id):
        return [span for span in self.spans if facts(span)["heliograph.task.id"] == task_id]


def facts(span):
    values = {fact.key: fact.value for fact in span.attributes}
    return {key: getattr(value, value.WhichOneof("value")) for key, value in values.items()}


def traced(folder, collector_url, **settings):
    server = Server(folder, TRACING="true", CALLBACK_RETRY_DELAYS="0.2,0.2,0.2", **settings)
    plain = {name: value for name, value in server.environment.items() if not name.startswith("OTEL_")}
    server.environment = plain | {
        "OTEL_EXPORTER_OTLP_ENDPOINT": collector_url,
        "OTEL_BSP_SCHEDULE_DELAY": "100",
        "NO_PROXY": "127.0.0.1",
    }
    return server


def submit(server, callback_url, headers):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    wish = json.dumps({"prompt": "a tree", "size": "1:1", "callBackUrl": callback_url})
    connection.request("POST", "/api/v1/gpt4o-image/generate", wish, {"Authorization": f"Bearer {KEY}", **headers})
    answer = json.loads(connection.getresponse().read())
    connection.close()
    return answer["data"]["taskId"]


@pytest.fixture
def receiver():
    """Refuses the first callback to `/`."""
    with Receiver() as receiver:
        receiver.answers["/"] = lambda: (503 if len(receiver.arrivals) == 1 else 200, {})
        yield receiver


@pytest.mark.parametrize("headers", [TRACE.headers(), {}], ids=["a caller's trace", "a trace of our own"])
def test_one_trace_goes_from_the_caller_to_the_receiver(tmp_path, receiver, headers):
    with Collector() as collector, traced(tmp_path, collector.url) as server:
        task_id = submit(server, f"{receiver.url}/", headers)
        spans = until(lambda: found if len(found := collector.of(task_id)) == 5 else None, "five spans")
        lines = until(
            lambda: found if len(found := [line for line in server.lines() if line.get("task") == task_id]) == 4
            else None, "four lines",
        )  # fmt: skip
        assert {path for path, _ in collector.requests} == {"/v1/traces"}
        assert server.stop() == 0
    by_name = {}
    for span in sorted(spans, key=lambda span: span.start_time_unix_nano):
        by_name.setdefault(span.name, []).append(span)
    [accept], [generate], [keep], [first, second] = (
        by_name[name] for name in ("accept", "generate", "keep", "attempt")
    )
    trace_id = accept.trace_id.hex()
    assert {span.trace_id.hex() for span in spans} == {trace_id}
    if headers:
        assert (trace_id, accept.parent_span_id.hex()) == (TRACE.trace_id, TRACE.span_id)
    else:
        assert accept.parent_span_id == b""
    assert {span.parent_span_id for span in (generate, keep, first, second)} == {accept.span_id}
    assert (accept.kind, generate.kind, first.kind) == (
        Span.SPAN_KIND_SERVER, Span.SPAN_KIND_INTERNAL, Span.SPAN_KIND_CLIENT,
    )  # fmt: skip
    told = [TraceContext.parse(arrival.headers["traceparent"]) for arrival in receiver.arrivals]
    assert [(trace.trace_id, trace.span_id) for trace in told] == [
        (trace_id, span.span_id.hex()) for span in (first, second)
    ]
    assert all(int(trace.flags, 16) & TraceFlags.SAMPLED for trace in told)
    assert [arrival.headers.get("tracestate") for arrival in receiver.arrivals] == [headers.get("tracestate")] * 2
    assert [facts(span)["http.response.status_code"] for span in (first, second)] == [503, 200]
    assert [facts(span)["heliograph.verdict"] for span in (first, second)] == ["retry", "delivered"]
    assert [span.status.code for span in (first, second)] == [Status.STATUS_CODE_ERROR, Status.STATUS_CODE_UNSET]
    assert {line["trace"] for line in lines} == {trace_id}


def test_a_collector_that_is_not_there_hurts_no_callback_and_no_stop(tmp_path, receiver):
    with traced(tmp_path, f"http://127.0.0.1:{free_port()}") as server:
        task_id = submit(server, f"{receiver.url}/", {})
        until(lambda: len(receiver.of(task_id)) == 2, "both attempts")
        until(lambda: len(server.lines("delivery.attempted")) == 2, "both lines")
        began = time.monotonic()
        assert server.stop() == 0
        assert time.monotonic() - began < 10


def test_without_tracing_the_callers_trace_is_passed_on_and_told_in_the_log(tmp_path, receiver):
    with Server(tmp_path, CALLBACK_RETRY_DELAYS="0.2") as server:
        with_trace = submit(server, f"{receiver.url}/", TRACE.headers())
        until(lambda: len(server.lines("delivery.attempted")) == 2, "both attempts")
        without = submit(server, f"{receiver.url}/", {})
        until(lambda: len(server.lines("delivery.attempted")) == 3, "the third")
        first, second = (arrival.headers["traceparent"] for arrival in receiver.of(with_trace))
        for parent in (first, second):
            assert parent.startswith(f"00-{TRACE.trace_id}-")
            assert parent.endswith("-01")
        assert len({first, second, TRACE.parent}) == 3
        [arrival] = receiver.of(without)
        assert "traceparent" not in arrival.headers
        traces = {line["task"]: line.get("trace") for line in server.lines("task.ended")}
        assert traces == {with_trace: TRACE.trace_id, without: None}
