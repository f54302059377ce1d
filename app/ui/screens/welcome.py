"""WelcomeScreen: the first start asks in one question how somebody would like to use the client."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from accessibility.presets import PRESETS
from app.flows.view import View
from app.keeper import Keeper
from app.ui.adjust import Adjuster
from app.ui.kit import Kit
from app.ui.screens.screen import Screen
from app.ui.screens.top_bar import Run
from app.ui.style import Size
from app.ui.widgets.button import MenuButton, PushButton
from app.ui.widgets.layout import Column, Shelf
from app.ui.widgets.text import BodyText, Heading


class WelcomeScreen(Screen):
    """``done`` leaves it. It comes by itself until something has been chosen, later from the settings."""

    def __init__(self, kit: Kit, run: Run, keeper: Keeper, adjust: Adjuster, done: Callable[[], object]) -> None:
        super().__init__(kit, run)
        self._keeper, self._adjust, self._done = keeper, adjust, done
        self.heading = Heading(look=kit.look, words=kit.text("welcome-title"))
        self.heading.a11y_description = kit.text("welcome-about")

    def _fill(self) -> None:
        kit, about = self.kit, self.kit.text("welcome-about")
        head = Column(kit.look, steps=0.5)
        head.add_widget(self.heading)
        head.add_widget(BodyText(look=kit.look, words=about, ink="muted", size_name=Size.STRONG, told=False))
        choices = Column(kit.look, steps=2)
        choices.a11y_role, choices.a11y_name = "group", about
        for name in PRESETS:
            choices.add_widget(self._choice(name))
        skip = Shelf(kit.look)
        skip.add_widget(PushButton(kit.look, kit.text("welcome-skip"), self._skip))
        for part in (head, choices, skip):
            self.column.add_widget(part)

    @property
    def title(self) -> str:
        return self.kit.text("welcome-title")

    def landing(self) -> Any:
        return self.heading

    def update(self, view: View) -> None:
        """Nothing here depends on the task; most customers never see this again, so it is made when it is shown."""
        if self.heading.parent is None:
            self._fill()

    def _choice(self, name: str) -> Column:
        kit, hint = self.kit, self.kit.text(f"welcome-{name}-hint")
        choice = Column(kit.look, steps=0.75)
        choice.add_widget(MenuButton(kit.look, kit.text(f"welcome-{name}"), partial(self._choose, name), hint=hint))
        choice.add_widget(BodyText(look=kit.look, words=hint, ink="muted", size_name=Size.SMALL, told=False))
        return choice

    def _choose(self, name: str) -> None:
        said = self.kit.message("welcome-done", what=self.kit.text(f"welcome-{name}-hint"))
        self._done()  # first, so that it is told with what takes the focus then
        self._adjust.prefer(PRESETS[name](self._keeper.preferences), said)

    def _skip(self) -> None:
        self._keeper.change(self._keeper.settings)
        self._done()
