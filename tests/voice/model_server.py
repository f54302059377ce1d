"""A place on this machine that publishes models, well or badly: over real HTTP, with ranges."""

from __future__ import annotations

import hashlib
import io
import json
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class ModelServer(ThreadingHTTPServer):
    """``archives`` are what it gives by name; ``listed`` overrides what its list says of them."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.archives: dict[str, bytes] = {}
        self.listed: dict[str, dict[str, Any]] = {}
        self.cut_after: int | None = None
        self.ranges = True
        self.asked: list[tuple[str, str]] = []
        self.garbled = False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/models/"

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
        if name == "model-list.json":
            text = "<html>" if server.garbled else json.dumps(list(server.listed.values()))
            self._send(200, text.encode(), None)
            return
        archive = server.archives.get(name.removesuffix(".zip"))
        if archive is None:
            self._send(404, b"", None)
            return
        start = 0
        if server.ranges and (wanted := self.headers.get("Range")):
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        self._send(206 if start else 200, archive[start:], server.cut_after)

    def _send(self, code: int, body: bytes, cut_after: int | None) -> None:
        self.send_response(code)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body if cut_after is None else body[:cut_after])


@contextmanager
def model_server() -> Iterator[ModelServer]:
    """Runs until the block ends."""
    server = ModelServer()
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
