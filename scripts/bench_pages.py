"""One page in three toolkits: a status line and a scrolling column of N buttons; what the toolkit bench looks at.

Each is a program of its own: N comes as its argument; each line on its standard input changes the status line,
answered by a line of JSON: ``at`` (seconds of CLOCK_MONOTONIC when the change began), ``took_ms`` (the main thread's
time at work, whatever else the machine does), ``text``. ``joined`` is answered with that time when a reader came
last, ``start`` with that to make the tree of the widgets (Kivy only).
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from dataclasses import dataclass

TITLE = "Bench page"

_SAY = """
import json, sys, time
COUNT, TITLE = int(sys.argv[1]), "Bench page"
def timed(text, job):
    at, began = time.monotonic(), time.thread_time()
    job()
    took = (time.thread_time() - began) * 1000
    sys.stdout.write(json.dumps({"at": at, "took_ms": took, "text": text}) + "\\n")
    sys.stdout.flush()
"""

KIVY = (
    _SAY
    + """
import threading
from accessibility import loop
loop.configure()
from kivy.config import Config
Config.set("graphics", "width", "800")
Config.set("graphics", "height", "600")
from kivy.app import App
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.label import Label
from kivy.uix.scrollview import ScrollView
from accessibility.bridge import AccessibilityBridge
from accessibility.kivy_behavior import FocusableBehavior
from accessibility.providers.platform import platform_provider

class Key(FocusableBehavior, Button): ...

class Bridge(AccessibilityBridge):
    joined_ms = 0.0
    def _listen(self, on):
        began = time.thread_time()
        super()._listen(on)
        self.joined_ms = (time.thread_time() - began) * 1000

class Page(App):
    title = TITLE
    def build(self):
        page = BoxLayout(orientation="vertical")
        self.status = Label(text="Status", size_hint_y=None, height=40)
        column = BoxLayout(orientation="vertical", size_hint_y=None, height=COUNT * 44)
        for number in range(COUNT):
            column.add_widget(Key(text=f"Button {number}"))
        scroll = ScrollView()
        scroll.add_widget(column)
        page.add_widget(self.status)
        page.add_widget(scroll)
        return page
    def on_start(self):
        self.bridge = Bridge(Window, TITLE, platform_provider())
        began = time.thread_time()
        self.bridge.start()
        self.start_ms = (time.thread_time() - began) * 1000
        threading.Thread(target=self.listen, daemon=True).start()
    def listen(self):
        for line in sys.stdin:
            Clock.schedule_once(lambda _, text=line.strip(): self.obey(text), 0)
    def obey(self, text):
        asked = {"start": self.start_ms, "joined": self.bridge.joined_ms}
        if text in asked:
            sys.stdout.write(json.dumps({"took_ms": asked[text]}) + "\\n")
            sys.stdout.flush()
            return
        timed(text, lambda: self.change(text))
    def change(self, text):
        self.status.text = text
        self.bridge.flush()
Page().run()
"""
)

QT = (
    _SAY
    + """
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.setWindowTitle(TITLE)
window.resize(800, 600)
page = QVBoxLayout(window)
status = QLabel("Status")
page.addWidget(status)
inner = QWidget()
column = QVBoxLayout(inner)
for number in range(COUNT):
    button = QPushButton(f"Button {number}")
    button.setMinimumHeight(38)
    column.addWidget(button)
scroll = QScrollArea()
scroll.setWidgetResizable(True)
scroll.setWidget(inner)
scroll.setFocusPolicy(scroll.focusPolicy().NoFocus)
page.addWidget(scroll)
def obey():
    text = sys.stdin.readline().strip()
    if text:
        timed(text, lambda: status.setText(text))
heard = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
heard.activated.connect(obey)
window.show()
app.exec()
"""
)

GTK = (
    _SAY
    + """
import gi
gi.require_version("Gtk", "4.0")
from gi.repository import GLib, Gtk
def build(app):
    window = Gtk.ApplicationWindow(application=app, title=TITLE, default_width=800, default_height=600)
    page = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
    status = Gtk.Label(label="Status")
    page.append(status)
    column = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
    for number in range(COUNT):
        button = Gtk.Button(label=f"Button {number}")
        button.set_size_request(-1, 44)
        column.append(button)
    scroll = Gtk.ScrolledWindow(vexpand=True)
    scroll.set_child(column)
    page.append(scroll)
    window.set_child(page)
    def obey(fd, condition, data):
        text = sys.stdin.readline().strip()
        if text:
            timed(text, lambda: status.set_text(text))
        return bool(text)
    GLib.unix_fd_add_full(0, sys.stdin.fileno(), GLib.IOCondition.IN, obey, None)
    window.present()
app = Gtk.Application(application_id="net.tingjian.bench")
app.connect("activate", build)
app.run([])
"""
)


@dataclass(frozen=True)
class Toolkit:
    """``missing``: what to install when it is not here, else empty."""

    name: str
    program: str
    missing: str = ""


def toolkits() -> tuple[Toolkit, ...]:
    """Ours first, then its peers."""
    qt = "" if importlib.util.find_spec("PySide6") else "pip install '.[bench]'"
    gtk = "" if _has_gtk() else "apt install gir1.2-gtk-4.0"
    return Toolkit("kivy", KIVY), Toolkit("qt", QT, qt), Toolkit("gtk", GTK, gtk)


def _has_gtk() -> bool:
    asked = [sys.executable, "-c", "import gi; gi.require_version('Gtk', '4.0')"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0
