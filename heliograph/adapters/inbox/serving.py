"""Inboxes behind pairs of sockets: an HTTP server that listens nowhere, and serves nothing else."""

import asyncio
import socket
from typing import cast

from heliograph.adapters.inbox.answer import answer_of
from heliograph.adapters.inbox.request import Refused, Request
from heliograph.domain.errors import StoreError
from heliograph.domain.inbox import Arrival, Behaviour, checked_signatures
from heliograph.ports import Clock, InboxStore, Observer, Signing

SLOW_SECONDS = 1.0
"""Between two bytes of a slow body."""


class Inboxes:
    """The inboxes of a store, for a sender in the same process."""

    def __init__(self, *, store: InboxStore, signing: Signing, clock: Clock, observer: Observer) -> None:
        self._store = store
        self._signing = signing
        self._clock = clock
        self._observer = observer
        self._answering: set[asyncio.Task[None]] = set()

    async def close(self) -> None:
        """End what is still being answered."""
        for task in self._answering:
            task.cancel()
        if self._answering:
            await asyncio.wait(self._answering)

    async def dial(self) -> socket.socket:
        """One end of a new pair of sockets; at the other, one request is served."""
        theirs, ours = socket.socketpair()
        try:
            await asyncio.get_running_loop().create_unix_connection(lambda: _Serving(self), sock=ours)
        except BaseException:
            theirs.close()
            ours.close()
            raise
        theirs.setblocking(False)
        return theirs

    def answer(self, request: Request, transport: asyncio.Transport) -> asyncio.Task[None]:
        """Begin to answer; cancel it if nobody waits any more."""
        # No group of tasks: there, one that fails would end the whole server.
        task = asyncio.get_running_loop().create_task(self._answer(request, transport))
        self._answering.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._answering.discard(task)
        if not task.cancelled() and (error := task.exception()):
            self._observer.step_failed("inbox", error)

    async def _answer(self, request: Request, transport: asyncio.Transport) -> None:
        try:
            await self._write(await self._behaviour(request), transport)
        finally:
            transport.close()

    async def _write(self, behaviour: Behaviour, transport: asyncio.Transport) -> None:
        await asyncio.sleep(behaviour.delay_seconds)
        if behaviour.reset:
            return
        head, body = answer_of(behaviour)
        if not behaviour.slow_body:
            transport.write(head + body)
            return
        transport.write(head)
        for place in range(len(body)):
            await asyncio.sleep(SLOW_SECONDS)
            transport.write(body[place : place + 1])

    async def _behaviour(self, request: Request) -> Behaviour:
        try:
            inbox = request.inbox()
        except Refused as error:
            return Behaviour(status=error.status)
        body, now = bytes(request.body), self._clock.wall()
        signatures = checked_signatures(request.headers, body, secrets=self._signing.current(), now=now.timestamp())
        arrival = Arrival(inbox=inbox, at=now, headers=tuple(request.headers), body=body, signatures=signatures)
        try:
            return await self._store.note_arrival(arrival)
        except StoreError as error:
            self._observer.step_failed("inbox", error, inbox=inbox)
            return Behaviour(status=503)


class _Serving(asyncio.Protocol):
    """The inbox's end of one connection."""

    def __init__(self, inboxes: Inboxes) -> None:
        self._inboxes = inboxes
        self._request = Request()
        self._transport: asyncio.Transport | None = None
        self._answering: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        if self._transport is None or self._answering is not None or self._transport.is_closing():
            return
        try:
            self._request.feed(data)
        except Refused as error:
            self._transport.write(b"".join(answer_of(Behaviour(status=error.status))))
            self._transport.close()
            return
        if self._request.is_whole:
            self._answering = self._inboxes.answer(self._request, self._transport)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  # why does not matter here
        if self._answering is not None:
            self._answering.cancel()
        self._transport = None
        self._request.release()
