"""A place on this machine that publishes models, well or badly: over real HTTP, with ranges."""

from __future__ import annotations

import hashlib
import io
import json
import ssl
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class ModelServer(ThreadingHTTPServer):
    """``archives`` are what it gives by name; ``listed`` overrides what its list says of them.

    ``sent_on`` are the addresses that it sends whoever asks for a file on to; ``refused`` is a status instead of
    an archive; ``early`` bytes before what was asked for it goes on.
    """

    daemon_threads = True

    def __init__(self, host: str, tls: ssl.SSLContext | None) -> None:
        super().__init__((host, 0), _Handler)
        self._scheme = "https" if tls else "http"
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_side=True)
        self.archives: dict[str, bytes] = {}
        self.listed: dict[str, dict[str, Any]] = {}
        self.cut_after: int | None = None
        self.ranges = self.editions = self.lengths = True
        self.sent_on: dict[str, str] = {}
        self.refused: int | None = None
        self.early = 0
        self.asked: list[tuple[str, str]] = []
        self.garbled = False

    @property
    def url(self) -> str:
        host, port = self.server_address[:2]
        return f"{self._scheme}://{host!s}:{port}/models/"

    def publish(self, name: str, archive: bytes, lang: str = "cn", **changes: Any) -> None:
        """Put a model on the list; ``changes`` are lies about it."""
        md5 = hashlib.md5(archive, usedforsecurity=False).hexdigest()
        said = {"name": name, "lang": lang, "size": len(archive), "md5": md5, "obsolete": "false", "type": "small"}
        self.archives[name], self.listed[name] = archive, {**said, **changes}


class _Handler(BaseHTTPRequestHandler):
    server: ModelServer

    def log_message(self, *_: Any) -> None:
        """Quiet."""

    def do_GET(self) -> None:
        server, name = self.server, Path(self.path).name
        server.asked.append((name, self.headers.get("Range", "")))
        if to := server.sent_on.get(name):
            self._send(302, b"", {"Location": to})
        elif name == "model-list.json":
            self._send(200, b"<html>" if server.garbled else json.dumps(list(server.listed.values())).encode())
        elif (archive := server.archives.get(name.removesuffix(".zip"))) is None or server.refused:
            self._send(server.refused or 404, b"")
        else:
            self._send_archive(archive)

    def _send_archive(self, archive: bytes) -> None:
        edition = f'"{hashlib.md5(archive, usedforsecurity=False).hexdigest()}"'
        told = {"ETag": edition} if self.server.editions else {}
        wanted, edition_wanted = self.headers.get("Range"), self.headers.get("If-Range", edition)
        start = 0
        if self.server.ranges and wanted and (edition_wanted == edition or not self.server.editions):
            start = int(wanted.removeprefix("bytes=").removesuffix("-")) - self.server.early
        if start >= len(archive) > 0:
            self._send(416, b"", {"Content-Range": f"bytes */{len(archive)}"})
        elif start:
            there = f"bytes {start}-{len(archive) - 1}/{len(archive)}"
            self._send(206, archive[start:], {**told, "Content-Range": there}, self.server.cut_after)
        else:
            self._send(200, archive, told, self.server.cut_after)

    def _send(self, code: int, body: bytes, told: dict[str, str] | None = None, cut_after: int | None = None) -> None:
        self.send_response(code)
        for name, value in (told or {}).items():
            self.send_header(name, value)
        if self.server.lengths:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body if cut_after is None else body[:cut_after])


@contextmanager
def model_server(host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> Iterator[ModelServer]:
    """Runs until the block ends. ``127.0.0.2`` is another host for the client, and on this machine all the same."""
    server = ModelServer(host, tls)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def zipped(files: dict[str, bytes], *, links: dict[str, str] | None = None, packed: bool = True) -> bytes:
    """An archive; ``links`` are symbolic links and where they point."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        for name, target in (links or {}).items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = 0o120777 << 16
            archive.writestr(entry, target)
    return held.getvalue()


def model_archive(name: str, extra: bytes = b"") -> bytes:
    """What looks like a Vosk model, in a folder of its own name."""
    return zipped({f"{name}/am/final.mdl": b"acoustic" + extra, f"{name}/graph/HCLr.fst": b"g", f"{name}/README": b"r"})
