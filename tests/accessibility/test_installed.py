"""The engine taken into another project: a wheel of it alone, in an empty folder, that a reader's bus can read."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop

SOURCE = Path(__file__).parents[2] / "accessibility"
RUN = """
import importlib.util
for name in ("app", "voice", "bank_stub"):
    assert importlib.util.find_spec(name) is None, name
import accessibility
assert accessibility.__file__.startswith({home!r}), accessibility.__file__
from accessibility.examples.hello import Hello
Hello().run()
"""


def test_every_package_is_in_the_wheel() -> None:
    """The list of packages is written by hand, since the folder is the package itself."""
    listed = tomllib.loads((SOURCE / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]
    folders = {file.parent.relative_to(SOURCE.parent) for file in SOURCE.rglob("*.py") if "build" not in file.parts}
    assert sorted(listed) == sorted(".".join(folder.parts) for folder in folders)


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The engine installed from a wheel built of its folder alone, without a network."""
    source, wheels, home = tmp_path / "source", tmp_path / "wheels", tmp_path / "home"
    shutil.copytree(SOURCE, source, ignore=shutil.ignore_patterns("__pycache__", "build", "*.egg-info"))
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-index"]
    subprocess.run([*pip, "wheel", *offline, "--no-build-isolation", "-w", str(wheels), str(source)], check=True)
    wheel = next(wheels.glob("*.whl"))
    subprocess.run([*pip, "install", *offline, "--target", str(home), str(wheel)], check=True)
    return home


@pytest.mark.process
@pytest.mark.screen
def test_the_engine_alone_shows_a_window_that_is_told(installed: Path) -> None:
    """`-S` leaves out what the environment links to: this project itself is not importable, Kivy is."""
    path = f"{installed}:{sysconfig.get_path('purelib')}"
    with Desktop(screen_reader=True) as desk, Bus(desk) as bus:
        argv = [sys.executable, "-S", "-c", RUN.format(home=str(installed))]
        process = desk.start(argv, env={"PYTHONPATH": path}, log="hello.log", cwd=installed)
        bus.application("Hello", 40)
        bus.set_text(bus.find("Hello", "entry", "Your name"), "Li")
        assert bus.act(bus.find("Hello", "push button", "Greet"))
        assert bus.find("Hello", "heading", "Hello, Li!").attributes["level"] == "1"
        assert process.poll() is None, desk.output("hello.log")[-2000:]
        assert "Traceback" not in desk.output("hello.log")
        assert list(installed.glob("accessibility/guideline/*.yaml")), "its data came along"
