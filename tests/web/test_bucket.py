"""Pictures in a bucket: our own links stay, and lead on to it; `download-url` gives the bucket's own."""

from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from heliograph.adapters.blobs import objects
from heliograph.adapters.blobs.objects import ObjectBlobs
from tests.web.world import COMMON_DOWNLOAD, DOWNLOAD, PNG, World, code_of


@pytest.fixture
async def world(bucket, tmp_path):
    return World(tmp_path, blobs=await ObjectBlobs.open(bucket.url, owner="one"))


@pytest.fixture
async def task(world):
    return await world.succeeded(images=2)


@pytest.fixture
async def url(world, task):
    return world.shelf.urls_of(task)[0]


def good_for(url):
    return int(parse_qs(urlsplit(url).query)["X-Amz-Expires"][0])


async def test_a_link_leads_on_to_the_bucket_and_nobody_may_keep_that_answer(world, bucket, url):
    async with world.client(key=None) as anybody:
        response = await anybody.get(url)
    assert response.status_code == 302
    assert response.headers["cache-control"] == "no-store"
    place = response.headers["location"]
    assert place.startswith(f"{bucket.endpoint}/{bucket.name}/some/place/")
    async with httpx.AsyncClient() as outside:
        picture = await outside.get(place)
        part = await outside.get(place, headers={"Range": "bytes=0-7"})
    assert (picture.status_code, picture.content, picture.headers["content-type"]) == (200, PNG, "image/png")
    assert (part.status_code, part.content) == (206, PNG[:8])


async def test_head_leads_on_to_a_url_that_is_good_for_head(client, url):
    response = await client.head(url)
    assert response.status_code == 302
    async with httpx.AsyncClient() as outside:
        head = await outside.head(response.headers["location"])
    assert (head.status_code, head.headers["content-length"]) == (200, str(len(PNG)))


async def test_the_url_of_the_bucket_ends_after_20_minutes_and_never_later_than_the_link(client, world, url):
    assert good_for((await client.get(url)).headers["location"]) == 1200
    world.clock.move(days=14, seconds=-30)
    assert good_for((await client.get(url)).headers["location"]) == 30
    world.clock.move(seconds=30)
    ended = await client.get(url)
    assert (ended.status_code, code_of(ended)) == (410, 410)


async def test_a_picture_that_is_gone_is_a_410_that_says_how_long_pictures_stay(client, world, task, url):
    await world.blobs.delete(task.images)
    response = await client.get(url)
    assert (response.status_code, code_of(response)) == (410, 410)
    assert "14 days" in response.json()["msg"]


async def test_a_link_that_is_not_ours_never_asks_the_bucket(client, url):
    response = await client.get(url + "x")
    assert (response.status_code, code_of(response)) == (404, 404)


@pytest.mark.parametrize("path", [DOWNLOAD, COMMON_DOWNLOAD])
async def test_a_download_url_is_the_buckets_own_and_good_for_20_minutes(client, task, url, bucket, path):
    response = await client.post(path, json={"taskId": task.id, "url": url})
    assert code_of(response) == 200
    direct = response.json()["data"]
    assert direct.startswith(bucket.endpoint)
    assert good_for(direct) == 1200
    async with httpx.AsyncClient() as outside:
        assert (await outside.get(direct)).content == PNG


async def test_a_download_url_of_a_picture_that_is_gone_is_a_link_that_says_so(client, world, task, url):
    await world.blobs.delete(task.images)
    link = (await client.post(DOWNLOAD, json={"taskId": task.id, "url": url})).json()["data"]
    assert "14 days" in (await client.get(link)).json()["msg"]


async def test_a_bucket_that_refuses_us_is_our_fault_and_its_reason_is_for_the_log(
    client, world, bucket, url, monkeypatch
):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "changed meanwhile")
    world.blobs._store = objects._store_at(bucket.url)
    response = await client.get(url)
    assert (response.status_code, code_of(response)) == (500, 500)
    assert bucket.name not in response.text
    [(step, error, _)] = world.observer.failures
    assert (step, type(error)) == ("request", OSError)
    assert bucket.url in str(error)
