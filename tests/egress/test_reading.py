"""Answers in pieces of every size, and what is none."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from heliograph.adapters.egress.evidence import Evidence
from heliograph.adapters.egress.reading import HEAD_LIMIT, READ_LIMIT, BadAnswer, Reading

CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


def read(*pieces):
    """What one reading makes of these pieces; it hears nothing more once the answer has ended."""
    evidence, reading = Evidence(), Reading()
    reading.begin(evidence)
    for piece in pieces:
        if not reading.ended:
            reading.feed(piece)
    return evidence, reading


def outcome(*pieces):
    evidence, reading = read(*pieces)
    seen = (evidence.status, evidence.location, evidence.retry_after, bytes(evidence.body))
    return seen, reading.ended, reading.can_go_on


WHOLE = {
    "with a length": OK,
    "in chunks": CHUNKED + b"2;a=b\r\nok\r\n1\r\n!\r\n0\r\nRetry-After: 9\r\n\r\n",
    "without a body": b"HTTP/1.1 204 No Content\r\n\r\n",
    "not modified": b"HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n",
    "after others": b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nLocation: /early\r\n\r\n" + OK,
    "from an old server": b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok",
    "by bare line feeds": b"HTTP/1.1 200 OK\nContent-Length: 2\n\nok",
    "without a reason": b"HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n",
    "elsewhere": b"HTTP/1.1 302 Found\r\nLOCATION: /a\r\nretry-after: 3\r\nContent-Length: 0\r\n\r\n",
}


@pytest.mark.parametrize("answer", WHOLE.values(), ids=WHOLE)
def test_a_whole_answer_leaves_the_connection_free_in_one_piece_and_byte_by_byte(answer):
    (status, *_), ended, can_go_on = outcome(answer)
    assert (status // 100 in {2, 3}, ended, can_go_on) == (True, True, True)
    assert outcome(*(bytes([byte]) for byte in answer)) == outcome(answer)


@given(answer=st.sampled_from([*WHOLE.values(), CHUNKED + b"zz", OK[:-1]]), cuts=st.sets(st.integers(1, 200)))
def test_however_an_answer_is_cut_the_same_is_read(answer, cuts):
    at = [0, *sorted(cut for cut in cuts if cut < len(answer)), len(answer)]
    assert outcome(*(answer[a:b] for a, b in pairwise(at))) == outcome(answer)


def test_a_header_behind_the_body_or_before_the_final_answer_counts_for_nothing():
    assert read(WHOLE["in chunks"])[0].retry_after is None
    assert read(WHOLE["after others"])[0].location == ""


UNFIT = {
    "it says so": b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
    "an old server": b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
    "more than was said": OK + b"!",
    "a second answer": OK + OK,
    "the start of a second answer": OK + b"HTT",
    "a body where none may be": b"HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\nok",
    "another protocol": b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
    "a bad chunk": CHUNKED + b"zz\r\nok",
    "a body past the limit": b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n" + b"x" * READ_LIMIT,
}


@pytest.mark.parametrize("answer", UNFIT.values(), ids=UNFIT)
def test_an_answer_after_which_the_connection_is_not_used_again(answer):
    (status, *_), ended, can_go_on = outcome(answer)
    assert (status in {101, 200, 204}, ended, can_go_on) == (True, True, False)


@pytest.mark.parametrize("answer", [OK[:-1], CHUNKED + b"2\r\nok\r\n", b"HTTP/1.1 200 OK\r\n\r\nuntil the end"])
def test_an_answer_that_is_not_over_is_waited_for(answer):
    (status, *_), ended, can_go_on = outcome(answer)
    assert (status, ended, can_go_on) == (200, False, False)


NONE = {
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\nok",
    "a length that is none": b"HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\nok",
    "two digits": b"HTTP/1.1 99 Odd\r\n\r\n",
    "status 099": b"HTTP/1.1 099 Odd\r\n\r\n",
    "status 000": b"HTTP/1.1 000 Odd\r\nContent-Length: 0\r\n\r\n",
    "four digits": b"HTTP/1.1 2000 Odd\r\n\r\n",
    "letters": b"HTTP/1.1 abc Odd\r\n\r\n",
    "a page alone": b"<html>hello</html>",
    "a long header": b"HTTP/1.1 200 OK\r\nX: " + b"x" * 1_000_000 + b"\r\n\r\n",
    "many headers": b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 100_000 + b"\r\n",
    "a long reason": b"HTTP/1.1 200 " + b"x" * 1_000_000,
    "nothing but lines": b"\r\n" * 100_000,
}


@pytest.mark.parametrize("size", [1000, 2_000_000])
@pytest.mark.parametrize("noise", NONE.values(), ids=NONE)
def test_what_is_no_answer_is_refused(noise, size):
    with pytest.raises(BadAnswer):
        read(*(noise[at : at + size] for at in range(0, len(noise), size)), b"x" * (HEAD_LIMIT + 1))


def interim(size):
    """An answer that says to wait, in so many bytes."""
    return b"HTTP/1.1 102 Processing\r\nX: ".ljust(size - 4, b"x") + b"\r\n\r\n"


HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"


@pytest.mark.parametrize("size", [1, 1000, 2_000_000])
@pytest.mark.parametrize("each", [40, 1024, HEAD_LIMIT - len(HEAD)])
def test_answers_that_say_to_wait_are_skipped_as_long_as_all_heads_together_keep_the_limit_of_one(each, size):
    room = HEAD_LIMIT - len(HEAD)
    fits = interim(each) * (room // each - 1) + interim(each + room % each) + OK
    evidence, reading = read(*(fits[at : at + size] for at in range(0, len(fits), size)))
    assert (evidence.status, reading.can_go_on) == (200, True)
    longer = fits.replace(b"X: ", b"X:  ", 1)
    with pytest.raises(BadAnswer, match="headers of more than 65536 bytes"):
        read(*(longer[at : at + size] for at in range(0, len(longer), size)))


@pytest.mark.parametrize("name", WHOLE)
@given(cuts=st.sets(st.integers(1, 200)))
def test_what_is_behind_the_headers_is_counted_to_the_byte_however_it_is_cut(name, cuts):
    answer = WHOLE[name]
    behind = {"in chunks": len(b"2;a=b\r\nok\r\n1\r\n!\r\n0\r\nRetry-After: 9\r\n\r\n")}
    at = [0, *sorted(cut for cut in cuts if cut < len(answer)), len(answer)]
    evidence, _ = read(*(answer[a:b] for a, b in pairwise(at)))
    assert evidence.bytes_read == behind.get(name, len(evidence.body))


@pytest.mark.parametrize("size", [1, 999, 2_000_000])
@pytest.mark.parametrize("endless", [b"5;a=" + b"x" * 99, b"0\r\nX: " + b"x" * 99, b"0\r\n" + b"a: b\r\n" * 20])
def test_of_what_is_around_a_body_no_more_is_read_than_of_a_body(endless, size):
    text = CHUNKED + endless + endless[-6:] * READ_LIMIT
    evidence, reading = read(*(text[at : at + size] for at in range(0, 3 * READ_LIMIT, size)))
    assert (evidence.status, reading.ended, reading.can_go_on) == (200, True, False)
    assert (evidence.bytes_read, evidence.is_whole) == (READ_LIMIT, False)


def test_what_is_wanted_whole_may_have_some_framing_for_each_of_its_bytes():
    chunk, body = b"80\r\n" + b"x" * 128 + b"\r\n", 128 * 10_000
    evidence, reading = Evidence(most_bytes=body), Reading()
    reading.begin(evidence)
    reading.feed(CHUNKED + chunk * 10_000 + b"0\r\n\r\n")
    assert (evidence.is_whole, len(evidence.body), reading.can_go_on) == (True, body, True)


def test_text_that_is_no_text_can_still_be_stored():
    evidence, _ = read(b"HTTP/1.1 302 Found\r\nLocation: /\xff\0\r\nContent-Length: 0\r\n\r\n")
    assert evidence.location == "/\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}"


def test_a_second_answer_on_the_same_connection_knows_nothing_of_the_first():
    _, reading = read(WHOLE["elsewhere"])
    again = Evidence()
    reading.begin(again)
    reading.feed(OK)
    assert (again.status, again.location, again.retry_after, bytes(again.body)) == (200, "", None, b"ok")
    assert reading.can_go_on


@given(noise=st.lists(st.binary(max_size=200), max_size=5), start=st.sampled_from([b"", b"HTTP/1.1 ", CHUNKED, OK]))
@example(noise=[b""], start=b"")
def test_any_bytes_are_read_or_refused_and_only_a_whole_answer_frees_the_connection(noise, start):
    try:
        evidence, reading = read(start, *noise)
    except BadAnswer:
        return
    assert len(evidence.body) <= READ_LIMIT
    assert not reading.can_go_on or (reading.ended and evidence.status >= 200)
