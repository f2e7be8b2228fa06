"""The tracer on OpenTelemetry: spans of accept, generate, keep and each attempt; needs the extra `otel`."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import OTELResourceDetector, Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.trace import (
    NonRecordingSpan,
    Span,
    SpanContext,
    SpanKind,
    StatusCode,
    TraceFlags,
    TraceState,
    format_span_id,
    format_trace_id,
    set_span_in_context,
)

import heliograph
from heliograph.domain.delivery import Delivery, Receipt
from heliograph.domain.task import Task, TaskId
from heliograph.domain.trace import TraceContext
from heliograph.domain.urls import without_paths
from heliograph.domain.verdict import Verdict

CLOSE_SECONDS = 3.0
"""For the last spans at a stop; then they are lost."""

Attributes = Mapping[str, str | int]


class RecordedSpan:
    """A span of the SDK, as the port has it."""

    def __init__(self, span: Span) -> None:
        self._span = span

    @property
    def trace(self) -> TraceContext | None:
        context = self._span.get_span_context()
        if not context.is_valid:  # The SDK is disabled, and there was no caller's trace.
            return None
        return TraceContext(
            format_trace_id(context.trace_id),
            format_span_id(context.span_id),
            f"{context.trace_flags:02x}",
            context.trace_state.to_header(),
        )

    def came_to(self, receipt: Receipt) -> None:
        answer = receipt.answer
        facts: dict[str, str | int] = {"heliograph.verdict": str(receipt.verdict)}
        if answer.status is not None:
            facts["http.response.status_code"] = answer.status
        if answer.address:
            facts["network.peer.address"] = answer.address
        if answer.fault:
            facts |= {"heliograph.fault": str(answer.fault), "error.type": str(answer.fault)}
        self._span.set_attributes(facts)
        if receipt.verdict is not Verdict.DELIVERED:
            self._span.set_status(StatusCode.ERROR, without_paths(answer.diagnosis))


class OpenTelemetry:
    """Hands ended spans to `exporter` by way of `processor`.

    The standard `OTEL_*` variables choose sampler, limits and resource.

    Nothing global is set, and nothing ambient is read: a span's parent is what its task or delivery carries, so that
    spans of a later process are in the same trace.
    """

    def __init__(
        self, exporter: SpanExporter, processor: Callable[[SpanExporter], SpanProcessor] = BatchSpanProcessor
    ) -> None:
        self._exporter = exporter
        named = Resource.create({"service.name": "heliograph", "service.version": heliograph.__version__})
        self._provider = TracerProvider(resource=named.merge(OTELResourceDetector().detect()), shutdown_on_exit=False)
        self._provider.add_span_processor(processor(exporter))
        self._tracer = self._provider.get_tracer("heliograph", heliograph.__version__)

    @classmethod
    def exporting(cls) -> "OpenTelemetry":
        """In batches, from a thread of its own, by OTLP over HTTP to where the standard variables say."""
        return cls(OTLPSpanExporter())

    def close(self) -> None:
        """Export what is left; blocks, but not for long."""
        # The exporter would go on trying a collector that is away, and the supervisor kill us meanwhile.
        alarm = threading.Timer(CLOSE_SECONDS, self._exporter.shutdown)
        alarm.start()
        self._provider.shutdown()
        alarm.cancel()

    def accepting(self, task_id: TaskId, caller: TraceContext | None) -> AbstractContextManager[RecordedSpan]:
        return self._span("accept", SpanKind.SERVER, caller, {"heliograph.task.id": task_id})

    def working(self, step: str, task: Task) -> AbstractContextManager[RecordedSpan]:
        return self._span(step, SpanKind.INTERNAL, task.trace, {"heliograph.task.id": task.id})

    def attempting(self, delivery: Delivery) -> AbstractContextManager[RecordedSpan]:
        about: Attributes = {
            "http.request.method": "POST",
            "server.address": delivery.lane,
            "heliograph.task.id": delivery.task_id,
            "heliograph.delivery.id": delivery.id,
            "heliograph.attempt": delivery.attempt + 1,
        }
        return self._span("attempt", SpanKind.CLIENT, delivery.trace, about)

    @contextmanager
    def _span(self, name: str, kind: SpanKind, above: TraceContext | None, about: Attributes) -> Iterator[RecordedSpan]:
        span = self._tracer.start_span(name, context=_below(above), kind=kind, attributes=about)
        try:
            yield RecordedSpan(span)
        except BaseException as error:
            # Not the text of it: a prompt or a URL may be in there, and those are for no collector.
            span.set_attribute("error.type", type(error).__name__)
            span.set_status(StatusCode.ERROR)
            raise
        finally:
            span.end()


def _below(above: TraceContext | None) -> Context:
    if above is None:
        return Context()
    parent = SpanContext(
        trace_id=int(above.trace_id, 16),
        span_id=int(above.span_id, 16),
        is_remote=True,
        trace_flags=TraceFlags(int(above.flags, 16)),
        trace_state=TraceState.from_header([above.state]),
    )
    return set_span_in_context(NonRecordingSpan(parent), Context())
