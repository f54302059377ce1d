"""A private desktop: virtual screen, buses and window manager, gone without a trace."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from accessibility.probe.errors import DesktopError
from accessibility.probe.lent_keys import LentKeys
from accessibility.probe.screen_memory import ScreenMemory
from accessibility.probe.waiting import until

_PACKAGES = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "gdbus": "libglib2.0-bin",
}
_STARTING = 40.0  # seconds that a program may take to open on a busy machine
_PAINTED = "screen"  # the folder with the screen's memory
_BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


class Desktop:
    """`with Desktop() as desk: desk.start(argv)`; every process it started ends with it.

    size: screen in pixels. lang: locale of the programs. screen_reader: what programs are told of one.
    """

    def __init__(
        self,
        size: tuple[int, int] = (1280, 900),
        lang: str = "zh_CN.UTF-8",
        screen_reader: bool = False,
    ) -> None:
        self.size, self.lang, self.screen_reader = size, lang, screen_reader
        self.env: dict[str, str] = {}
        self._processes: list[subprocess.Popen[Any]] = []
        self.home = Path()
        self._lent_keys = LentKeys()
        self._painted: ScreenMemory | None = None

    def __enter__(self) -> Self:
        _require_programs()
        self.home = Path(tempfile.mkdtemp(prefix="desktop-"))
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """End everything that was started, latest first, and remove the home."""
        for process in reversed(self._processes):
            end(process)
        self._processes.clear()
        shutil.rmtree(self.home, ignore_errors=True)

    def start(
        self, argv: Sequence[str], *, env: Mapping[str, str] | None = None, log: str = "", **options: Any
    ) -> subprocess.Popen[Any]:
        """Start a program in this desktop; its output goes to the file `log` in `home`, if one is named."""
        environment = {**self.env, **(env or {})}
        with contextlib.ExitStack() as files:
            if log:
                out = files.enter_context((self.home / log).open("wb"))
                options |= {"stdout": out, "stderr": subprocess.STDOUT}
            process = subprocess.Popen(list(argv), env=environment, start_new_session=True, **options)
        self._processes.append(process)
        return process

    def output(self, log: str) -> str:
        """What a program started with `log` has written so far."""
        return (self.home / log).read_text("utf-8", "replace")

    def key(self, *keys: str) -> None:
        """Press and release keys one after the other, by X names: 'Tab', 'shift+Tab', 'Return'."""
        self._xdotool("key", "--clearmodifiers", "--delay", "12", *keys)

    def type(self, text: str) -> None:
        """Type text as keys; characters without a key are lent one, Chinese included."""
        self._lent_keys.lend(self.env["DISPLAY"], text)
        self._xdotool("type", "--delay", "25", "--", text)

    def click(self, x: int, y: int) -> None:
        """Press the left mouse button at a screen position in pixels."""
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def hold(self, key: str) -> None:
        """Press a key, by its X name, and keep it down; it repeats as keys do."""
        self._xdotool("keydown", key)

    def let_go(self, key: str) -> None:
        """Let a held key come up."""
        self._xdotool("keyup", key)

    def wait_for_window(self, title: str, timeout: float = _STARTING) -> None:
        """Until a window of that title has the keyboard focus."""

        def active() -> bool:
            found = self._ask("xdotool", "getactivewindow", "getwindowname")
            return title in found

        until(active, f"a window called {title!r} to be active", timeout)

    def screenshot(self, path: Path | str) -> Path:
        """The screen as a PNG file."""
        self.painted.picture().save(path)
        return Path(path)

    @property
    def painted(self) -> ScreenMemory:
        """What is painted on the screen."""
        if self._painted is None:
            self._painted = ScreenMemory(self.home / _PAINTED)
        return self._painted

    # -- starting ------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        runtime = self.home / "run"
        runtime.mkdir(mode=0o700)
        kept = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "TZ")
        self.env = {name: os.environ[name] for name in kept if name in os.environ} | {
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(runtime),
            "LANG": self.lang,
            "LC_ALL": self.lang,
            "LANGUAGE": self.lang.split(".")[0],
            "PYTHONIOENCODING": "utf-8",
            "PYTHONUNBUFFERED": "1",
            "KIVY_NO_ARGS": "1",
            "KIVY_NO_FILELOG": "1",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "NO_AT_BRIDGE": "0",
        }
        self._make_locale()
        self._start_screen()
        self._start_buses()
        self.start(["openbox", "--sm-disable"], log="openbox.log")

        def managed() -> bool:
            return "window id" in self._ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")

        if shutil.which("xprop"):
            until(managed, "the window manager", _STARTING)

    def _make_locale(self) -> None:
        """Compile the locale into `home` where the system has none: Orca speaks the locale's language."""
        language, _, charset = self.lang.partition(".")
        if _normal(self.lang) in (_normal(name) for name in self._ask("locale", "-a").split()):
            return
        if shutil.which("localedef") is None or not Path("/usr/share/i18n/locales", language).exists():
            raise DesktopError(f"the locale {self.lang} is missing; install the package locales")
        folder = self.home / "locale"
        folder.mkdir()
        compiled = str(folder / self.lang)
        self._ask("localedef", "--no-archive", "-i", language, "-f", charset or "UTF-8", compiled)
        self.env["LOCPATH"] = str(folder)

    def _start_screen(self) -> None:
        """Xvfb picks a free display number itself and tells it through a pipe."""
        reading, writing = os.pipe()
        (self.home / _PAINTED).mkdir()
        screen = [
            "-fbdir",
            str(self.home / _PAINTED),
            "-nocursor",  # it would be painted into the picture
            "-screen",
            "0",
            f"{self.size[0]}x{self.size[1]}x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ]  # else it restarts with its last client
        self.start(["Xvfb", "-displayfd", str(writing), *screen], pass_fds=(writing,), log="xvfb.log")
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise DesktopError(f"Xvfb did not start: {self.output('xvfb.log').strip()[-200:]}")
        self.env["DISPLAY"] = f":{number}"

    def _start_buses(self) -> None:
        bus = self.start(
            ["dbus-daemon", "--session", "--nofork", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        if bus.stdout is None:
            raise DesktopError("dbus-daemon gave no address")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.start([_bus_launcher(), "--launch-immediately"], log="a11y-bus.log")
        until(lambda: "unix:" in self._a11y_address(), "the accessibility bus", _STARTING)
        for name, on in (("IsEnabled", True), ("ScreenReaderEnabled", self.screen_reader)):
            self._set_status(name, on)

    def _a11y_address(self) -> str:
        return self._ask(
            "gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus",
            "--method", "org.a11y.Bus.GetAddress",
        )  # fmt: skip

    def _set_status(self, name: str, on: bool) -> None:
        self._ask(
            "gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus",
            "--method", "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", name,
            f"<{str(on).lower()}>",
        )  # fmt: skip

    def _ask(self, *argv: str) -> str:
        done = subprocess.run(argv, env=self.env, capture_output=True, text=True, timeout=20, check=False)
        return done.stdout

    def _xdotool(self, *argv: str) -> None:
        done = subprocess.run(["xdotool", *argv], env=self.env, capture_output=True, text=True, timeout=60, check=False)
        if done.returncode:
            raise DesktopError(f"xdotool {argv[0]}: {done.stderr.strip()}")


def end(process: subprocess.Popen[Any], grace: float = 2.0) -> None:
    """End one process and the group it leads: first asked, then killed."""
    for stop, patience in ((signal.SIGTERM, grace), (signal.SIGKILL, 5.0)):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, stop)
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            continue
        if stop == signal.SIGKILL or not _group_lives(process.pid):
            break
    if process.stdout is not None:
        process.stdout.close()


def _normal(locale: str) -> str:
    return locale.lower().replace("-", "")


def _group_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _require_programs() -> None:
    for program, package in _PACKAGES.items():
        if shutil.which(program) is None:
            raise DesktopError(f"{program} is missing; install the package {package}")
    _bus_launcher()


def _bus_launcher() -> str:
    for path in _BUS_LAUNCHERS:
        if Path(path).exists():
            return path
    raise DesktopError("at-spi-bus-launcher is missing; install the package at-spi2-core")
