"""Home: who is signed in, what can be done, and payments that the bank has not answered for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from app.flows.acts import Request, SignOut
from app.flows.session import Session
from app.flows.view import View
from app.ui.kit import Kit
from app.ui.screens.pages import resume_button
from app.ui.screens.screen import Screen
from app.ui.screens.top_bar import Run
from app.ui.style import Size
from app.ui.widgets.button import MenuButton, PushButton
from app.ui.widgets.card import Card
from app.ui.widgets.layout import Column, Shelf
from app.ui.widgets.text import BodyText, Heading


class HomeScreen(Screen):
    """The menu is made of the flows; nothing here knows one by name."""

    def __init__(self, kit: Kit, run: Run, find_out: Callable[[str], None]) -> None:
        super().__init__(kit, run)
        self._find_out = find_out
        self._customer: Any = ()
        self._open: tuple[Session, ...] = ()
        self._left: Session | None = None
        self.heading = Heading(look=kit.look, words=kit.text("ui-home-title"))
        self._greeting = BodyText(look=kit.look, words="", ink="muted", size_name=Size.STRONG)
        welcome = Column(kit.look, steps=0.5)
        welcome.add_widget(self.heading)
        welcome.add_widget(self._greeting)
        self._parked = Column(kit.look)
        self._menu = Shelf(kit.look, steps=2, columns=2, least=260)
        self._menu.a11y_role, self._menu.a11y_name = "navigation", kit.text("ui-menu")
        self._more = Shelf(kit.look)
        for part in (welcome, self._parked, self._menu, self._more):
            self.column.add_widget(part)

    @property
    def title(self) -> str:
        return self.kit.text("ui-home-title")

    def landing(self) -> Any:
        return self.heading

    def update(self, view: View) -> None:
        """Draw what has changed."""
        if view.customer != self._customer:
            self._customer = view.customer
            self._greet(view)
            self._fill_menu(view)
        if (view.open_payments, view.interrupted) != (self._open, self._left):
            self._open, self._left = view.open_payments, view.interrupted
            self._fill_parked()

    def _greet(self, view: View) -> None:
        kit = self.kit
        name = view.customer.name if view.customer else ""
        self.heading.words = kit.text("ui-hello", name=name) if name else kit.text("ui-home-title")
        self._greeting.words = kit.text("home-ask" if name else "home-ask-signed-out")

    def _fill_menu(self, view: View) -> None:
        kit = self.kit
        for old in (*self._menu.children, *self._more.children):
            self.retire(old)
        for intent, flow in kit.flows.items():
            if flow.signs_in and view.customer is not None:
                continue
            title = kit.text(f"{intent}-title")
            about = f"{intent}-about"
            self._menu.add_widget(
                MenuButton(
                    kit.look,
                    title,
                    partial(kit.act, Request(intent)),
                    hint=kit.text(about) if kit.words.has(about) else "",
                )
            )
        if view.customer is not None:
            self._more.add_widget(PushButton(kit.look, kit.text("ui-sign-out"), lambda: kit.act(SignOut())))

    def _fill_parked(self) -> None:
        kit = self.kit
        for old in self._parked.children:
            self.retire(old)
        for session in self._open:
            card = Card(kit.look, steps=1.5)
            card.edge = "accent"
            card.add_widget(BodyText(look=kit.look, words=self._described(session)))
            shelf = Shelf(kit.look)
            shelf.add_widget(
                PushButton(kit.look, kit.text("ui-find-out"), partial(self._find_out, session.key), kind="primary")
            )
            card.add_widget(shelf)
            self._parked.add_widget(card)
        if self._left is not None:
            shelf = Shelf(kit.look)
            shelf.add_widget(resume_button(kit, self._left))
            self._parked.add_widget(shelf)

    def _described(self, session: Session) -> str:
        kit = self.kit
        answers = [str(kit.words.value(value)) for value in session.without_secrets().answers.values()]
        title = kit.text(f"{session.flow.intent}-title")
        return kit.text("ui-parked", title=title, answers=kit.text("ui-comma").join(answers))
