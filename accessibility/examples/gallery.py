"""Every widget in every state in one window: `python -m accessibility.examples.gallery [PAGE]`."""

import sys
from pathlib import Path
from typing import Any

from accessibility import loop

loop.configure()  # before Kivy's window exists

# ruff: noqa: E402
from kivy.app import App
from kivy.core.text import LabelBase
from kivy.core.window import Window
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from accessibility.bridge import AccessibilityBridge
from accessibility.examples.gallery_look import CARD, GROUND, INK, Heading, Toggle, paint
from accessibility.examples.gallery_pages import PAGES
from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.providers.platform import platform_provider


def use_chinese_font() -> None:
    """Kivy's own font has no Chinese characters; the system's Noto has, where it is installed."""
    for folder in LabelBase.get_system_fonts_dir():
        for font in Path(folder).rglob("NotoSansCJK-Regular.*"):
            LabelBase.register("Roboto", str(font))
            return


class Landmark(AccessibleBehavior, BoxLayout): ...  # type: ignore[misc]


class Gallery(App):  # type: ignore[misc]
    title = "Gallery"

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.bridge = AccessibilityBridge(Window, self.title, platform_provider())
        self.heading = Heading(a11y_level=1, font_size=dp(28), padding=(dp(20), dp(12)))
        self.main = Landmark(orientation="vertical", a11y_role="main", a11y_name="Page")
        self.keys = {name: Toggle(text=name, group="page", allow_no_selection=False) for name in PAGES}

    def build(self) -> Any:
        use_chinese_font()
        Window.clearcolor = GROUND
        Window.size = (1100, 780)
        pages = Landmark(orientation="vertical", size_hint_x=None, width=dp(180), padding=dp(12), spacing=dp(8))
        pages.a11y_role, pages.a11y_name = "navigation", "Pages"
        paint(pages, CARD)
        tabs = Landmark(orientation="vertical", spacing=dp(8), a11y_role="tablist", a11y_orientation="vertical")
        tabs.a11y_name = "Pages"
        for name, key in self.keys.items():
            key.a11y_role, key.a11y_controls = "tab", self.main
            key.bind(on_release=lambda _, name=name: self.show(name))
            tabs.add_widget(key)
        tabs.add_widget(BoxLayout())
        pages.add_widget(tabs)
        root = BoxLayout()
        root.add_widget(pages)
        root.add_widget(self.main)
        self.show(self.page)
        return root

    def on_start(self) -> None:
        self.bridge.start()
        self.bridge.focus.screen_changed(self.main)

    def on_stop(self) -> None:
        self.bridge.close()

    def show(self, name: str) -> None:
        """Show one page; the window is named after it (WCAG 2.4.2)."""
        for other, key in self.keys.items():
            key.state = "down" if other == name else "normal"
            key.a11y_selected = other == name
        self.heading.text, self.heading.color = name, INK
        self.main.clear_widgets()
        self.main.add_widget(self.heading)
        self.main.add_widget(PAGES[name](self.bridge.announce))
        self.bridge.title = f"Gallery - {name}"


if __name__ == "__main__":
    Gallery(sys.argv[1] if len(sys.argv) > 1 else next(iter(PAGES))).run()
