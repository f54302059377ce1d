"""What has come of an archive so far, and beside it a note of which edition of the file that is."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from voice.models.catalogue import Published


class Part:
    """A download that may be broken off and taken up days later, when the server may have another file."""

    def __init__(self, folder: Path, model: Published) -> None:
        self._model = model
        self.file = folder / f"{model.name}.zip.part"
        self._note = folder / f"{model.name}.zip.part.json"

    @property
    def size(self) -> int:
        """Bytes that are here."""
        return self.file.stat().st_size if self.file.exists() else 0

    @property
    def edition(self) -> str:
        """The ETag or the date that the server gave with its first bytes; empty when it gave none."""
        edition = self._noted().get("edition", "")
        usable = isinstance(edition, str) and edition.isascii() and edition.isprintable()
        return edition if usable else ""

    @property
    def of_another(self) -> bool:
        """Did it begin as the part of a file that the list does not name any more?"""
        return self.size > self._model.size or self._noted().get("md5", self._model.md5) != self._model.md5

    @property
    def whole(self) -> bool:
        """Is it all here, and as its makers have it? They publish MD5: it finds damage; HTTPS is for the rest."""
        return self.size == self._model.size and self.file.is_file() and self._md5() == self._model.md5

    def begin(self, edition: str) -> None:
        """Empty, for the bytes of this edition."""
        self.file.write_bytes(b"")
        self._note.write_text(json.dumps({"md5": self._model.md5, "edition": edition}), encoding="utf8")

    def end(self) -> Path:
        """The archive. It is whole, so that nothing has to be known of it any more."""
        self._note.unlink(missing_ok=True)
        return self.file

    def drop(self) -> None:
        """Nothing of it is of use."""
        self.file.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    def _noted(self) -> dict[str, Any]:
        try:
            noted = json.loads(self._note.read_text(encoding="utf8"))
        except (OSError, ValueError):
            return {}
        return noted if isinstance(noted, dict) else {}

    def _md5(self) -> str:
        with self.file.open("rb") as stream:
            return hashlib.file_digest(stream, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
