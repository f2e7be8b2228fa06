"""Trace context: a caller's trace goes on in the callback (W3C Trace Context, level 1)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

STATE_LIMIT = 512
"""Characters of `tracestate` that are carried on; a longer one is dropped, as the recommendation allows."""

_PARENT = re.compile(r"(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?")
_STATE = re.compile(r"[ -~]*")


@dataclass(frozen=True, slots=True)
class TraceContext:
    """The trace that something belongs to, and the span that it comes from; all are lower-case hex but `state`."""

    trace_id: str
    span_id: str
    flags: str = "00"
    state: str = ""

    @classmethod
    def parse(cls, parent: str | None, state: str | None = None) -> "TraceContext | None":
        """From the headers `traceparent` and `tracestate`; None for none, and for what is malformed."""
        found = _PARENT.fullmatch((parent or "").strip())
        if found is None or (parent or "").strip().startswith("00") != (found[4] is None):
            return None
        return cls(found[1], found[2], found[3], _carried(state))

    @property
    def parent(self) -> str:
        """As the header `traceparent`."""
        return f"00-{self.trace_id}-{self.span_id}-{self.flags}"

    def below(self, span_id: str) -> "TraceContext":
        """The same trace, seen from a span of our own."""
        return TraceContext(self.trace_id, span_id, self.flags, self.state)

    def headers(self) -> Mapping[str, str]:
        return {"traceparent": self.parent} | ({"tracestate": self.state} if self.state else {})


def _carried(state: str | None) -> str:
    text = (state or "").strip()
    return text if len(text) <= STATE_LIMIT and _STATE.fullmatch(text) else ""
