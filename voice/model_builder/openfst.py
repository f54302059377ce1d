"""OpenFst's command-line tools, which compile the graphs (Debian: libfst-tools)."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from voice.model_builder.errors import BuildProblem, MissingTool

_LOOKAHEAD = ("libfstlookahead.so.22", "libfstlookahead.so", "libfstlookahead.so.26")
_FOLDERS = ("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/usr/local/lib")


def compile_graph(text: Path, binary: Path, sort: str) -> None:
    """A graph from its text form, arcs sorted by ``ilabel`` or ``olabel``. Raises :class:`BuildProblem`."""
    compiled = _run(["fstcompile"], text.read_bytes())
    binary.write_bytes(_run(["fstarcsort", f"--sort_type={sort}"], compiled))


def to_lookahead(source: Path, target: Path, relabelled: Path) -> None:
    """The form that is composed while it listens; ``relabelled`` gets pairs of old and new word numbers."""
    command = ["fstconvert", "--fst_type=olabel_lookahead", f"--save_relabel_opairs={relabelled}"]
    _run([*command, str(source), str(target)], preload=_lookahead_library())


def to_const(source: Path, target: Path) -> None:
    """The compact form of a graph that never changes."""
    _run(["fstconvert", "--fst_type=const", str(source), str(target)])


def _lookahead_library() -> str:
    """The tools know this type of graph only with its library loaded before them."""
    for folder in _FOLDERS:
        for name in _LOOKAHEAD:
            path = Path(folder) / name
            if path.exists():
                return str(path)
    raise MissingTool("libfstlookahead was not found: install libfst-tools")


def _run(command: Sequence[str], given: bytes | None = None, preload: str = "") -> bytes:
    if shutil.which(command[0]) is None:
        raise MissingTool(f"{command[0]} was not found: install libfst-tools")
    environment = {**os.environ, "LC_ALL": "C", **({"LD_PRELOAD": preload} if preload else {})}
    done = subprocess.run(command, input=given, capture_output=True, env=environment, check=False)
    if done.returncode:
        raise BuildProblem(f"{command[0]} failed: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout
