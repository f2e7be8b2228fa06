"""What is true of pictures in a bucket only: URLs that end, whose the bucket is, and what is told when it fails."""

import asyncio
import socket
from datetime import UTC, datetime
from itertools import chain
from urllib.parse import urlsplit

import aiohttp
import pytest
from obstore.store import LocalStore

from heliograph.adapters.blobs import objects
from heliograph.adapters.blobs.objects import ObjectBlobs
from heliograph.domain.errors import SettingsError
from tests.contract.test_blobs import FAR, NAME, NAMES, content

PNG = bytes(range(256)) * 4


@pytest.fixture
async def blobs(bucket):
    return await ObjectBlobs.open(bucket.url, owner="one")


async def listed(blobs):
    return sorted(chain(*[handful async for handful in blobs.names(older_than=FAR)]))


async def fetched(url, method="GET", **headers):
    """Status, headers and body, for somebody without credentials."""
    async with aiohttp.ClientSession() as session, session.request(method, url, headers=headers) as response:
        return response.status, response.headers, await response.read()


# --- the URL


async def test_whoever_has_the_url_sees_the_picture_without_credentials(blobs):
    await blobs.put({NAME: PNG})
    status, headers, body = await fetched((await blobs.where(NAME, seconds=60)).url)
    assert (status, body) == (200, PNG)
    assert headers["Content-Type"] == "image/png"
    assert headers["Cache-Control"] == "public, max-age=1200, immutable"
    assert headers["Content-Disposition"] == f'inline; filename="{NAME}"'


async def test_a_part_of_it_can_be_asked_for(blobs):
    await blobs.put({NAME: PNG})
    status, headers, body = await fetched((await blobs.where(NAME, seconds=60)).url, Range="bytes=100-199")
    assert (status, body) == (206, PNG[100:200])
    assert headers["Content-Range"] == f"bytes 100-199/{len(PNG)}"


async def test_a_url_for_head_is_good_for_head(blobs):
    await blobs.put({NAME: PNG})
    place = await blobs.where(NAME, seconds=60, method="HEAD")
    status, headers, body = await fetched(place.url, "HEAD")
    assert (status, headers["Content-Length"], body) == (200, str(len(PNG)), b"")


async def test_a_url_that_was_altered_is_refused(blobs):
    await blobs.put(dict.fromkeys(NAMES, PNG))
    url = (await blobs.where(NAME, seconds=60)).url
    last = "0" if url[-1] != "0" else "1"
    for altered in (
        url[:-1] + last,
        url.replace("_1.png", "_2.png"),
        url.replace("X-Amz-Expires=60", "X-Amz-Expires=600"),
        url.partition("?")[0],
    ):
        assert altered != url
        assert (await fetched(altered))[0] == 403
    assert (await fetched(url))[0] == 200


async def test_a_url_is_refused_once_its_time_is_over(blobs):
    await blobs.put({NAME: PNG})
    url = (await blobs.where(NAME, seconds=1)).url
    assert (await fetched(url))[0] == 200
    await asyncio.sleep(2.1)  # The signature's time is in whole seconds of the server's clock.
    assert (await fetched(url))[0] == 403


async def test_no_url_is_asked_for_that_the_cloud_would_not_sign(blobs):
    await blobs.put({NAME: PNG})
    week = 7 * 24 * 3600
    for seconds, signed in ((0, 1), (0.5, 1), (90.7, 90), (week * 2, week)):
        place = await blobs.where(NAME, seconds=seconds)
        assert f"X-Amz-Expires={signed}&" in place.url
        assert (await fetched(place.url))[0] == 200


async def test_a_url_is_not_in_what_a_log_shows_of_it(blobs):
    await blobs.put({NAME: PNG})
    assert "Signature" not in repr(await blobs.where(NAME, seconds=60))


# --- whose it is


async def test_what_lies_beside_the_pictures_is_never_listed_and_so_never_swept(blobs, bucket):
    await blobs.put({NAME: PNG})
    place = bucket.folder / "some/place"
    for foreign in ("report.pdf", "cat.png", f"{NAME}.bak", "below/0123.png", f"below/{NAME}"):
        (place / foreign).parent.mkdir(exist_ok=True)
        (place / foreign).write_bytes(b"somebody else's")
    (bucket.folder / NAMES[1]).write_bytes(b"above")
    assert await listed(blobs) == [NAME]


async def test_a_place_belongs_to_one_database(blobs, bucket):
    await blobs.put({NAME: PNG})
    with pytest.raises(SettingsError, match="holds the pictures of another Heliograph") as refusal:
        await ObjectBlobs.open(bucket.url, owner="two")
    assert "delete the object heliograph-owner" in str(refusal.value)
    again = await ObjectBlobs.open(bucket.url, owner="one")
    assert await content(again) == PNG
    assert await listed(await ObjectBlobs.open(f"{bucket.url}/two", owner="two")) == []


async def test_opening_leaves_nothing_but_the_mark(bucket):
    await ObjectBlobs.open(bucket.url, owner="one")
    assert [path.name for path in (bucket.folder / "some/place").iterdir()] == ["heliograph-owner"]


async def test_a_bucket_without_a_prefix_is_fine(bucket):
    blobs = await ObjectBlobs.open(f"s3://{bucket.name}", owner="one")
    await blobs.put({NAME: PNG})
    assert (bucket.folder / NAME).read_bytes() == PNG
    assert await listed(blobs) == [NAME]


# --- many


async def test_hundreds_are_listed_in_several_handfuls_and_deleted_at_once(blobs, monkeypatch):
    monkeypatch.setattr(objects, "LISTED_AT_ONCE", 100)
    names = [f"{number:032x}_1.png" for number in range(250)]
    await blobs.put(dict.fromkeys(names, b"png"))
    handfuls = [handful async for handful in blobs.names(older_than=FAR)]
    assert next(len(handful) for handful in handfuls if handful) == 100
    assert sorted(chain(*handfuls)) == names
    await blobs.delete(names)
    assert await listed(blobs) == []


async def test_where_the_cloud_minds_deleting_twice_we_do_not(tmp_path):
    blobs = ObjectBlobs(LocalStore(tmp_path), "a store that says so")
    (tmp_path / NAMES[1]).write_bytes(PNG)
    await blobs.delete([NAME, NAMES[1], NAMES[2]])
    assert list(tmp_path.iterdir()) == []


# --- what is told when it fails


@pytest.mark.parametrize(
    ("environment", "url", "words"),
    [
        ({}, "s3://no-such-bucket/x", "NoSuchBucket"),
        ({"AWS_SECRET_ACCESS_KEY": "wrong"}, None, "SignatureDoesNotMatch"),
        ({"AWS_ACCESS_KEY_ID": "nobody"}, None, "InvalidAccessKeyId"),
        ({"AWS_ENDPOINT_URL": "http://127.0.0.1:9"}, None, "error sending request"),
        ({}, "az://container/x", "Account must be specified"),
    ],
)
async def test_a_place_that_cannot_be_used_is_told_at_the_start(bucket, monkeypatch, environment, url, words):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match="pictures cannot be kept there") as refusal:
        await ObjectBlobs.open(url or bucket.url, owner="one")
    assert words in str(refusal.value)
    assert "Debug source" not in str(refusal.value)
    assert "a secret of the tests" not in str(refusal.value)


async def test_what_goes_wrong_later_is_an_os_error_that_names_the_place_and_the_reason(blobs, bucket):
    await blobs.put({NAME: PNG})
    (bucket.folder / "some").rename(bucket.folder.with_name(f"{bucket.name}-away"))
    bucket.folder.rename(bucket.folder.with_name(f"{bucket.name}-gone"))
    for doing in (lambda: blobs.put({NAME: PNG}), lambda: blobs.delete([NAME]), lambda: listed(blobs)):
        with pytest.raises(OSError, match=f"{bucket.url}: .*bucket does not exist"):
            await doing()


async def test_of_several_that_are_put_an_error_is_raised_when_all_have_ended(blobs, bucket):
    (bucket.folder / "some/place" / NAMES[1]).mkdir()  # An object cannot take the place of a folder of this server.
    with pytest.raises(OSError, match="some/place"):
        await blobs.put(dict.fromkeys(NAMES, PNG * 5000) | {NAMES[1]: b"the first to end"})
    assert {NAMES[0], *NAMES[2:]} <= set(bucket.pictures)


@pytest.mark.usefixtures("bucket")
async def test_a_bucket_that_says_nothing_is_an_error_in_time(monkeypatch):
    monkeypatch.setattr(objects, "PATIENCE_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{mute.getsockname()[1]}")
        silent = ObjectBlobs(objects._store_at("s3://bucket/x"), "s3://bucket/x")
        started_at = datetime.now(UTC)
        for doing in (lambda: silent.put({NAME: PNG}), lambda: silent.where(NAME, seconds=1), lambda: listed(silent)):
            with pytest.raises(TimeoutError, match=r"s3://bucket/x did not answer within 0.3 s"):
                await doing()
        assert (datetime.now(UTC) - started_at).total_seconds() < 5


async def test_an_endpoint_over_tls_is_never_spoken_to_in_the_clear(bucket, monkeypatch):
    secured = f"https://{urlsplit(bucket.endpoint).netloc}"
    monkeypatch.setenv("AWS_ENDPOINT_URL", secured)
    with pytest.raises(SettingsError, match="error sending request"):
        await ObjectBlobs.open(bucket.url, owner="one")
