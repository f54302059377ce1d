"""The dependency rules of the house, each with its reason in the message."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("app", "accessibility", "voice", "bank_stub")

KIVY_HOMES = (
    "app.ui",
    "accessibility.kivy_",
    "accessibility.focus",
    "accessibility.keyboard",
    "accessibility.loop",
    "accessibility.bridge",
    "accessibility.announcer",
    "accessibility.providers",
    "accessibility.examples",
    "accessibility.preferences",
)

FORBIDDEN: tuple[tuple[str, str, str], ...] = (
    ("app.domain", "app.bank", "the domain knows no bank adapter"),
    ("app.domain", "app.flows", "the domain knows no task"),
    ("app.domain", "voice", "the domain imports nothing of ours"),
    ("app.domain", "accessibility", "the domain imports nothing of ours"),
    ("app.bank", "app.flows", "the bank knows no task"),
    ("app.bank", "app.dialogue", "the bank knows no dialogue"),
    ("app.bank", "app.ui", "the bank knows no window"),
    ("app.flows", "app.dialogue", "a flow has no wording"),
    ("app.flows", "app.ui", "a flow has no widgets"),
    ("app.flows", "app.words", "a flow has no wording"),
    ("app.flows", "requests", "a flow has no HTTP"),
    ("app.dialogue", "app.ui", "the dialogue knows no window"),
    ("app.words", "app.ui", "words know no window"),
    ("accessibility", "app", "accessibility is a package of its own"),
    ("accessibility", "voice", "accessibility is a package of its own"),
    ("accessibility", "bank_stub", "accessibility knows no bank"),
    ("voice", "app", "voice is a package of its own"),
    ("voice", "accessibility", "voice is a package of its own"),
    ("voice", "kivy", "voice needs no window"),
    ("bank_stub", "app", "client and bank share the wire contract and no code"),
    ("bank_stub", "accessibility", "the bank knows no client"),
    ("bank_stub", "voice", "the bank knows no client"),
    ("app", "bank_stub", "client and bank share the wire contract and no code"),
)

ALLOWED: frozenset[tuple[str, str]] = frozenset(
    {
        ("app.commands.bank", "bank_stub"),  # `tingjian bank` runs the bank; it is no client
    }
)

ADAPTERS = (
    "app.bank.http",
    "voice.stt.vosk_engine",
    "voice.tts.pyttsx3_engine",
    "voice.tts.silence",
    "accessibility.providers.accesskit_provider",
    "accessibility.providers.atspi",
    "accessibility.providers.platform",
)
"""Concrete adapters: imported by bootstrap, by their own package, and by tests."""


NETWORK = (
    *("requests", "urllib3", "httpx", "aiohttp", "websockets", "http.client", "http.server", "urllib.request"),
    *("socket", "socketserver", "ssl", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc"),
)
"""Whatever reaches another machine."""

NETWORK_HOMES = (
    "app.bank",  # the bank itself
    "voice.models.catalogue",  # a voice model that the customer asks for by name
    "voice.models.download",
    "voice.models.secure",
    "accessibility.providers.atspi.connection",  # the accessibility bus, a socket of this machine
)

ENGINE = "accessibility"
ENGINE_TOOLS = tuple(f"accessibility.{name}" for name in ("audit", "checks", "probe", "guideline"))
"""What judges and tests a window: a program that is told by the engine needs none of it."""
ENGINE_NEEDS = ("accessibility", "kivy", "accesskit", "jeepney", *sys.stdlib_module_names)


def modules() -> Iterator[tuple[str, Path]]:
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            parts = file.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), file


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def inside(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


@cache
def edges() -> tuple[tuple[str, str], ...]:
    """Each module with what it imports; read when a test asks, not in every run that only collects."""
    return tuple((module, target) for module, file in modules() for target in imports(file))


@pytest.mark.parametrize(("who", "whom", "reason"), FORBIDDEN)
def test_nothing_points_back(who: str, whom: str, reason: str) -> None:
    """An import against the stream is named together with the rule it breaks."""
    bad = [
        f"{module} imports {target}"
        for module, target in edges()
        if inside(module, who)
        and inside(target, whom)
        and not any(inside(module, a) and inside(target, b) for a, b in ALLOWED)
    ]
    assert not bad, f"{reason}: {bad}"


def test_kivy_stays_in_its_rooms() -> None:
    """Only the window and the accessibility engine's Kivy side know Kivy."""
    bad = [
        f"{module} imports {target}"
        for module, target in edges()
        if inside(target, "kivy") and not module.startswith(KIVY_HOMES)
    ]
    assert not bad


def test_only_the_bank_and_the_fetching_of_models_use_the_network() -> None:
    """What a customer says, hears and types stays on this machine: nothing else here could send it anywhere."""
    users = {(module, target) for module, target in edges() for name in NETWORK if inside(target, name)}
    bad = [
        f"{module} imports {target}"
        for module, target in sorted(users)
        if not inside(module, "bank_stub") and not any(inside(module, home) for home in NETWORK_HOMES)
    ]
    assert not bad
    unused = [home for home in NETWORK_HOMES if not any(inside(module, home) for module, _ in users)]
    assert not unused


def test_the_engine_needs_only_kivy_and_the_platform() -> None:
    """Another project takes the engine with Kivy, AccessKit and jeepney (accessibility/pyproject.toml) alone."""
    engine = [
        (module, target)
        for module, target in edges()
        if inside(module, ENGINE) and not any(inside(module, tool) for tool in ENGINE_TOOLS)
    ]
    assert len(engine) > 100
    strange = [f"{module} imports {target}" for module, target in engine if target.split(".")[0] not in ENGINE_NEEDS]
    assert not strange
    tools = [f"{m} imports {target}" for m, target in engine if any(inside(target, tool) for tool in ENGINE_TOOLS)]
    assert not tools


@pytest.mark.parametrize("adapter", ADAPTERS)
def test_adapters_are_named_in_one_package(adapter: str) -> None:
    """A concrete adapter is imported by bootstrap, the engine's own App, and the package that it is part of."""
    home = adapter.rsplit(".", 1)[0]
    knowing = ("app.bootstrap", "accessibility.examples", "accessibility.kivy_app")
    bad = [
        module
        for module, target in edges()
        if inside(target, adapter) and not inside(module, home) and not module.startswith(knowing)
    ]
    assert not bad


def test_only_the_command_line_imports_bootstrap() -> None:
    """Whoever imports bootstrap gets every adapter with it."""
    bad = [
        module
        for module, target in edges()
        if inside(target, "app.bootstrap")
        and not module.startswith(("app.__main__", "app.commands"))
        and not inside(module, "app.bootstrap")
    ]
    assert not bad


def test_the_client_disables_nothing() -> None:
    """What cannot be done now is pressed all the same and says why: a disabled control is passed by Tab and arrows, and
    gives no reason."""
    bad = [
        f"{module}:{node.lineno}"
        for module, path in modules()
        if inside(module, "app.ui")
        for node in ast.walk(ast.parse(path.read_text("utf8")))
        if (isinstance(node, ast.keyword) and node.arg == "disabled")
        or (isinstance(node, ast.Attribute) and node.attr == "disabled" and isinstance(node.ctx, ast.Store))
    ]
    assert not bad


def test_every_package_was_looked_at() -> None:
    """The rules above would pass on an empty tree."""
    seen = {module.split(".")[0] for module, _ in modules()}
    assert seen == set(PACKAGES)
    assert len(edges()) > 200
