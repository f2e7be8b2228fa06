from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heliograph.domain.link import Links, LinkState, end_of
from heliograph.domain.task import BlobName
from tests.samples import NOW, later

LINKS = Links("https://pictures.example/base", b"key")
NAME = BlobName("0198bf2dcd6a7b7d8f3ac0ffee000001_1.png")
UNTIL = later(days=14)
names = st.from_regex(r"[0-9a-f]{32}_[1-4]\.png", fullmatch=True).map(BlobName)
moments = st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2100, 1, 1)).map(  # noqa: DTZ001  # made aware
    lambda moment: moment.replace(tzinfo=NOW.tzinfo)
)


def parts(url):
    split = urlsplit(url)
    query = parse_qs(split.query)
    return split.path.rpartition("/")[2], query["expires"][0], query["signature"][0]


def check(url, now=NOW, links=LINKS):
    name, expires, signature = parts(url)
    return links.check(name, expires=expires, signature=signature, now=now)


@given(names, moments)
def test_a_link_leads_back_to_its_picture(name, until):
    url = LINKS.to(name, until=until)
    assert url.startswith("https://pictures.example/base/files/")
    assert LINKS.name_in(url, now=NOW) == name
    assert end_of(parts(url)[1]) == until.replace(microsecond=0)


def test_a_link_is_the_same_whenever_it_is_made():
    assert LINKS.to(NAME, until=UNTIL) == LINKS.to(NAME, until=UNTIL + timedelta(milliseconds=3))


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (NOW, LinkState.VALID),
        (UNTIL - timedelta(milliseconds=1), LinkState.VALID),
        (UNTIL, LinkState.EXPIRED),
        (UNTIL + timedelta(days=9), LinkState.EXPIRED),
    ],
)
def test_a_link_is_good_until_its_moment_and_not_at_it(now, state):
    assert check(LINKS.to(NAME, until=UNTIL), now) is state


def test_an_expired_link_still_tells_its_picture():
    assert LINKS.name_in(LINKS.to(NAME, until=UNTIL), now=later(days=99)) == NAME


@given(st.data(), st.sampled_from("09afAF_-.~"))
def test_a_link_with_any_character_changed_is_forged(data, character):
    fields = list(parts(LINKS.to(NAME, until=UNTIL)))
    which = data.draw(st.integers(0, 2))
    place = data.draw(st.integers(0, len(fields[which]) - 1))
    changed = fields[which][:place] + character + fields[which][place + 1 :]
    if changed == fields[which]:
        return
    fields[which] = changed
    name, expires, signature = fields
    assert LINKS.check(name, expires=expires, signature=signature, now=NOW) is LinkState.FORGED


def test_a_link_signed_with_another_key_is_forged():
    assert check(Links(LINKS.public_url, b"other").to(NAME, until=UNTIL)) is LinkState.FORGED


@pytest.mark.parametrize("expires", ["", "-1", "1e9", "١٢٣", "9" * 12, "9" * 5000, "17.5", " 1767225600"])
def test_a_moment_that_is_no_number_of_ours_is_forged(expires):
    assert LINKS.check(NAME, expires=expires, signature="x", now=NOW) is LinkState.FORGED


@given(st.text(), st.text(), st.text() | st.just("1767225600"))
def test_whatever_is_written_into_a_link_is_only_forged(name, signature, expires):
    assert LINKS.check(name, expires=expires, signature=signature, now=NOW) is LinkState.FORGED


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://elsewhere.example/files/a.png?expires=1&signature=x",
        "https://pictures.example/files/" + NAME,
        "https://pictures.example/base/files/",
        "https://pictures.example/base/files/" + NAME,
        "https://pictures.example/base/files/" + NAME + "?expires=&signature=",
        "https://pictures.example/base/files/" + NAME + "?expires=1767225600&signature=AAAA",
        "https://pictures.example.evil.example/base/files/" + NAME,
        "http://[",
    ],
)
def test_any_other_url_leads_to_none_of_our_pictures(url):
    assert LINKS.name_in(url, now=NOW) is None


@given(st.text())
def test_no_text_after_our_prefix_makes_a_picture(tail):
    assert LINKS.name_in("https://pictures.example/base/files/" + tail, now=NOW) is None


def test_the_key_is_not_shown():
    assert "key" not in repr(LINKS)
