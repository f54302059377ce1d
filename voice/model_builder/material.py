"""Material: what one product wants understood; the builder's only knowledge of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from voice.model_builder.errors import BuildProblem


@dataclass(frozen=True, slots=True)
class Material:
    """What a model must hear.

    ``sentences`` are whole and fixed; ``examples`` are sentences with names and numbers filled in, as samples of
    how such sentences go; ``words`` must be known one by one: names, and all that may come to be a name.
    """

    lang: str
    sentences: tuple[str, ...]
    examples: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """Every sentence that the finished model must be able to hear."""
        return tuple(dict.fromkeys((*self.sentences, *self.examples)))


def read_material(path: Path) -> Material:
    """Material from a JSON file with the fields of :class:`Material`. Raises :class:`BuildProblem`."""
    try:
        fields = json.loads(path.read_text(encoding="utf8"))
        return Material(
            str(fields["lang"]), *(tuple(map(str, fields.get(name, ()))) for name in ("sentences", "examples", "words"))
        )
    except (OSError, ValueError, KeyError, TypeError) as failure:
        raise BuildProblem(f"{path} holds no material: {failure}") from failure


def write_material(material: Material, path: Path) -> None:
    """The file that :func:`read_material` reads."""
    path.write_text(json.dumps(asdict(material), ensure_ascii=False, indent=1) + "\n", encoding="utf8")


def read_words(path: Path) -> tuple[str, ...]:
    """Words of a text file, separated by white space; lines that begin with # are remarks."""
    return words_of(path.read_text(encoding="utf8").splitlines())


def words_of(lines: Iterable[str]) -> tuple[str, ...]:
    """See :func:`read_words`."""
    return tuple(dict.fromkeys(word for line in lines if not line.startswith("#") for word in line.split()))
