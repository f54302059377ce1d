"""Faults on demand, for tests and drills: only a bank started with them listens to these orders."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from fastapi import FastAPI, Response
from pydantic import BaseModel, ConfigDict, Field

from bank_stub.problems import MEDIA_TYPE, problem_document
from bank_stub.services import Services

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
AsgiApp = Callable[[Scope, Receive, Send], Awaitable[None]]


class FaultKind(StrEnum):
    """What goes wrong. ``before`` means that nothing was done, ``after`` that all of it was."""

    SLOW = "slow"
    ERROR_BEFORE = "error_before"
    ERROR_AFTER = "error_after"
    CUT_BEFORE = "cut_before"
    CUT_AFTER = "cut_after"
    SILENT_AFTER = "silent_after"


class Fault(BaseModel):
    """An order: the next ``times`` requests whose method and path fit go wrong."""

    model_config = ConfigDict(extra="forbid")

    kind: FaultKind
    times: int = Field(default=1, ge=1, le=10_000)
    method: str = ""
    path: str = ""
    seconds: float = Field(default=1.0, ge=0, le=600)


class Shift(BaseModel):
    """How far the bank's clock moves ahead."""

    model_config = ConfigDict(extra="forbid")

    seconds: float


@dataclass(slots=True)
class _Standing:
    fault: Fault
    left: int


class Faults:
    """Wraps the bank; ``order`` and ``clear`` are called by its ``/faults`` addresses."""

    def __init__(self, app: AsgiApp) -> None:
        self._app = app
        self._standing: list[_Standing] = []

    def order(self, fault: Fault) -> None:
        """Let the next fitting requests go wrong."""
        self._standing.append(_Standing(fault, fault.times))

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self._standing.clear()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, rightly or as ordered."""
        fault = self._next(scope) if scope["type"] == "http" else None
        if fault is None:
            await self._app(scope, receive, send)
            return
        if fault.kind is FaultKind.SLOW:
            await asyncio.sleep(fault.seconds)
            await self._app(scope, receive, send)
            return
        if fault.kind in (FaultKind.ERROR_AFTER, FaultKind.CUT_AFTER, FaultKind.SILENT_AFTER):
            await self._app(scope, receive, _swallow)
        if fault.kind is FaultKind.SILENT_AFTER:
            await asyncio.sleep(fault.seconds)
        if fault.kind in (FaultKind.ERROR_BEFORE, FaultKind.ERROR_AFTER):
            await _fail(send)
        else:
            await _cut(receive, send)

    def _next(self, scope: Scope) -> Fault | None:
        if scope["path"].startswith("/faults"):
            return None
        for standing in self._standing:
            fault = standing.fault
            if fault.method in ("", scope["method"]) and scope["path"].startswith(fault.path):
                standing.left -= 1
                if standing.left == 0:
                    self._standing.remove(standing)
                return fault
        return None


def with_faults(app: FastAPI, services: Services) -> Faults:
    """The bank with its ``/faults`` addresses, which are no part of the published contract."""
    faults = Faults(app)

    @app.post("/faults", status_code=204, include_in_schema=False)
    def order(fault: Fault) -> Response:
        faults.order(fault)
        return Response(status_code=204)

    @app.delete("/faults", status_code=204, include_in_schema=False)
    def clear() -> Response:
        faults.clear()
        return Response(status_code=204)

    @app.post("/faults/clock", status_code=204, include_in_schema=False)
    def shift(by: Shift) -> Response:
        services.clock.advance(by.seconds)
        return Response(status_code=204)

    return faults


async def _swallow(_: Message) -> None:
    """An answer that nobody gets."""


async def _fail(send: Send) -> None:
    body = json.dumps(problem_document("unavailable")).encode()
    headers = [(b"content-type", MEDIA_TYPE.encode()), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 503, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _cut(receive: Receive, send: Send) -> None:
    """Break the connection without a byte. ASGI has no word for it, so the server's own object is asked."""
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is None:
        raise RuntimeError("this server does not let a connection be cut")
    transport.abort()
    while (await receive())["type"] != "http.disconnect":
        pass
