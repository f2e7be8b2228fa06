import pytest

from heliograph.domain.trace import STATE_LIMIT, TraceContext

TRACE, SPAN = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
PARENT = f"00-{TRACE}-{SPAN}-01"


def test_what_comes_in_goes_out():
    trace = TraceContext.parse(PARENT, " vendor=1,other=2 ")
    assert (trace.trace_id, trace.span_id, trace.flags) == (TRACE, SPAN, "01")
    assert trace.headers() == {"traceparent": PARENT, "tracestate": "vendor=1,other=2"}
    assert TraceContext.parse(PARENT).headers() == {"traceparent": PARENT}


def test_a_span_of_our_own_stays_in_the_trace():
    below = TraceContext.parse(PARENT, "a=1").below("1" * 16)
    assert below.headers() == {"traceparent": f"00-{TRACE}-{'1' * 16}-01", "tracestate": "a=1"}


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "x",
        PARENT.upper(),
        PARENT[:-1],
        f"{PARENT}-more",
        PARENT.replace("00-", "ff-", 1),
        f"00-{'0' * 32}-{SPAN}-01",
        f"00-{TRACE}-{'0' * 16}-01",
        f"00-{TRACE}-{SPAN}-0g",
        f"{PARENT}\r\nX: y",
    ],
)
def test_what_is_malformed_starts_no_trace(text):
    assert TraceContext.parse(text) is None


def test_a_later_version_may_say_more():
    assert TraceContext.parse(f"01-{TRACE}-{SPAN}-01-what-comes").parent == PARENT


@pytest.mark.parametrize("state", ["a=" + "x" * STATE_LIMIT, "a=é", "a=1\r\nb: 2"])
def test_a_state_that_cannot_be_carried_is_dropped(state):
    assert TraceContext.parse(PARENT, state).state == ""
