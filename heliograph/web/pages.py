"""For the operator: alive, ready, metrics."""

import base64
import hashlib
import json
from collections.abc import Iterator
from datetime import datetime

from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector, CollectorRegistry
from starlette.responses import JSONResponse, Response

from heliograph.domain.errors import StoreError
from heliograph.domain.records import Census
from heliograph.ports import Clock
from heliograph.web.auth import Served


def router() -> APIRouter:
    """The routes that need no key."""
    routes = APIRouter(tags=["Operation"])

    @routes.get("/healthz")
    async def alive() -> Response:
        """200 while the process runs."""
        return JSONResponse({"status": "ok"})

    @routes.get("/readyz", responses={503: {"description": "Not (or no longer) ready; the body says why"}})
    async def ready(services: Served) -> Response:
        """200 when the store answers and the workers run."""
        try:
            await services.store.census()
        except StoreError as error:
            return JSONResponse({"status": "not ready", "reason": str(error)}, status_code=503)
        if not services.is_working():
            return JSONResponse({"status": "not ready", "reason": "the workers are not running"}, status_code=503)
        return JSONResponse({"status": "ready"})

    @routes.get("/.well-known/jwks.json")
    async def public_keys(services: Served) -> Response:
        """The ed25519 keys that callbacks are or just were signed with, as a JSON Web Key Set (RFC 7517, RFC 8037)."""
        keys = [_web_key(secret.public_bytes) for secret in services.signing.published()]
        return JSONResponse({"keys": keys}, headers={"Cache-Control": "public, max-age=300"})

    @routes.get("/metrics", response_class=Response)
    async def metrics(services: Served) -> Response:
        """Counters of this process and what the store holds now, for Prometheus."""
        now = _Now(await services.store.census(), services.clock)
        text = generate_latest(services.registry) + generate_latest(now.registry)
        return Response(text, media_type=CONTENT_TYPE_LATEST)

    return routes


def _web_key(public: bytes) -> dict[str, str]:
    """`kid` is the key's thumbprint (RFC 7638)."""
    key = {"crv": "Ed25519", "kty": "OKP", "x": _url_safe(public)}
    thumbprint = hashlib.sha256(json.dumps(key, separators=(",", ":")).encode()).digest()
    return key | {"use": "sig", "alg": "EdDSA", "kid": _url_safe(thumbprint)}


def _url_safe(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


class _Now(Collector):
    """What the store holds at the moment of the scrape."""

    def __init__(self, census: Census, clock: Clock) -> None:
        self._census = census
        self._now = clock.now()
        self.registry = CollectorRegistry()
        self.registry.register(self)

    def collect(self) -> Iterator[Metric]:
        census = self._census
        tasks = GaugeMetricFamily("heliograph_tasks", "Tasks without an end, by state", labels=["state"])
        tasks.add_metric(["queued"], census.tasks_queued)
        tasks.add_metric(["running"], census.tasks_running)
        yield tasks
        deliveries = GaugeMetricFamily("heliograph_deliveries", "Callbacks without an end, by state", labels=["state"])
        deliveries.add_metric(["owed"], census.deliveries_owed)
        deliveries.add_metric(["sending"], census.deliveries_sending)
        yield deliveries
        for name, what, since in (
            ("heliograph_oldest_due_callback_seconds", "How late the latest callback is", census.oldest_due_at),
            ("heliograph_oldest_owed_callback_seconds", "Age of the oldest callback owed", census.oldest_owed_at),
        ):
            yield GaugeMetricFamily(name, what, value=self._seconds_since(since))

    def _seconds_since(self, moment: datetime | None) -> float:
        return max(0.0, (self._now - moment).total_seconds()) if moment else 0.0
