"""Pictures: what a link gives, in whole and in part, and what it says when it has ended."""

import pytest

from heliograph.domain.task import BlobName
from tests.web.world import BASE_URL, PNG, code_of


@pytest.fixture
async def task(world):
    return await world.succeeded()


@pytest.fixture
async def url(world, task):
    return world.shelf.urls_of(task)[0]


async def test_a_link_gives_the_picture_to_whoever_has_it(world, task, url):
    async with world.client(key=None) as anybody:
        response = await anybody.get(url)
    assert (response.status_code, response.content) == (200, PNG)
    assert response.headers["content-type"] == "image/png"
    assert response.headers["content-length"] == str(len(PNG))
    assert response.headers["etag"] == f'"{task.images[0]}"'
    assert response.headers["accept-ranges"] == "bytes"
    assert response.headers["x-content-type-options"] == "nosniff"


async def test_a_picture_may_be_cached_until_its_link_ends(client, world, url):
    fourteen_days = 14 * 24 * 3600
    response = await client.get(url)
    assert response.headers["cache-control"] == f"public, max-age={fourteen_days}, immutable"
    world.clock.move(days=14, seconds=-30)
    assert "max-age=30," in (await client.get(url)).headers["cache-control"]


async def test_head_has_the_headers_of_get_and_no_body(client, url):
    whole, head = await client.get(url), await client.head(url)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-type", "content-length", "etag", "cache-control"):
        assert head.headers[name] == whole.headers[name]


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "{}, W/{}", "*"])
async def test_a_picture_that_the_caller_has_is_not_sent_again(client, url, form):
    etag = (await client.get(url)).headers["etag"]
    response = await client.get(url, headers={"If-None-Match": form.replace("{}", etag)})
    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["etag"] == etag
    assert "max-age" in response.headers["cache-control"]


@pytest.mark.parametrize("etag", ['"other"', "", '""'])
async def test_another_etag_gets_the_picture(client, url, etag):
    assert (await client.get(url, headers={"If-None-Match": etag})).status_code == 200


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-99", 0, 100),
        ("bytes=100-", 100, len(PNG)),
        ("bytes=-10", len(PNG) - 10, len(PNG)),
        ("bytes=0-999999", 0, len(PNG)),
    ],
)
async def test_a_range_gives_that_part(client, url, asked, start, end):
    response = await client.get(url, headers={"Range": asked})
    assert (response.status_code, response.content) == (206, PNG[start:end])
    assert response.headers["content-range"] == f"bytes {start}-{end - 1}/{len(PNG)}"


async def test_several_ranges_come_as_several_parts(client, url):
    response = await client.get(url, headers={"Range": "bytes=0-7,100-109"})
    assert response.status_code == 206
    assert response.headers["content-type"].startswith("multipart/byteranges")
    assert PNG[:8] in response.content
    assert PNG[100:110] in response.content


@pytest.mark.parametrize("asked", [f"bytes={len(PNG)}-", "bytes=999999-9999999"])
async def test_a_range_beyond_the_end_is_a_416_that_tells_the_size(client, url, asked):
    response = await client.get(url, headers={"Range": asked})
    assert response.status_code == 416
    assert response.headers["content-range"] == f"bytes */{len(PNG)}"


async def test_an_outdated_range_gets_the_whole_picture(client, url):
    response = await client.get(url, headers={"Range": "bytes=0-0", "If-Range": '"other"'})
    assert (response.status_code, response.content) == (200, PNG)


async def test_a_link_that_has_ended_is_a_410_that_says_when_and_what_to_do(client, world, url):
    world.clock.move(days=14)
    response = await client.get(url)
    assert (response.status_code, code_of(response)) == (410, 410)
    assert "2026-01-15" in response.json()["msg"]
    assert "/api/v1/gpt4o-image/download-url" in response.json()["msg"]


async def test_a_picture_that_is_gone_is_a_410_that_says_how_long_pictures_stay(client, world, task, url):
    await world.blobs.delete(task.images)
    response = await client.get(url)
    assert (response.status_code, code_of(response)) == (410, 410)
    assert "14 days" in response.json()["msg"]
    head = await client.head(url)
    assert head.status_code == 410


FORGERIES = [
    lambda url: url.partition("?")[0],
    lambda url: url.partition("&")[0],
    lambda url: url + "x",
    lambda url: url[:-1],
    lambda url: url.replace("expires=1", "expires=2"),
    lambda url: url.replace("expires=1", "expires=-1"),
    lambda url: url.replace("expires=1", "expires=%C2%B9"),
    lambda url: url.replace("_1.png", "_2.png"),
    lambda url: url.replace("/files/", "/files/%2e%2e%2f"),
    lambda url: url.replace("/files/", "/files/..%5c"),
    lambda url: url.replace("signature=", "signature=%00%ff"),
    lambda url: url.replace("expires=", "expires=" + "9" * 5000),
]


@pytest.mark.parametrize("forge", FORGERIES)
async def test_a_link_that_is_not_ours_is_a_real_404(client, url, forge):
    assert forge(url) != url
    response = await client.get(forge(url))
    assert (response.status_code, code_of(response)) == (404, 404)
    if "%2f" not in forge(url):
        assert "copy the whole URL" in response.json()["msg"]


async def test_a_name_with_a_way_out_of_the_folder_is_never_opened(world, tmp_path):
    (tmp_path / "secret.png").write_bytes(b"what nobody may read")
    async with world.client() as client:
        for name in ("../secret.png", "..", ".", "a/../../secret.png", "/etc/passwd", ".hidden"):
            signed = world.shelf.links.to(BlobName(name), until=world.shelf.until(world.clock.now()))
            assert signed.startswith(BASE_URL)
            response = await client.get(signed.replace("../", "%2e%2e%2f"))
            assert b"what nobody" not in response.content
            assert response.status_code >= 400
