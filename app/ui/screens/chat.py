"""ChatScreen: the conversation in writing, with the same session as the form and the voice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from kivy.clock import Clock

from accessibility.announcer import Kind
from app.domain.secret import Secret
from app.flows.acts import Mode
from app.flows.session import Stage
from app.flows.view import View
from app.ui.kit import Kit
from app.ui.news import warns
from app.ui.ports import Dialogue, Turn
from app.ui.screens.screen import Screen
from app.ui.screens.top_bar import Run
from app.ui.style import Size
from app.ui.widgets.bubble import BubbleRow, MessageBubble
from app.ui.widgets.button import PushButton
from app.ui.widgets.field import Entry, forget
from app.ui.widgets.layout import Beside, Column, Shelf
from app.ui.widgets.text import BodyText, Heading

KEPT = 100
"""So many messages stay in sight; older ones are let go, oldest first."""


class _EntryRow(Beside):
    """The entry with its button."""

    def room_wanted(self) -> float:
        style = self.look.style
        return style.px(280) * style.scale


class ChatScreen(Screen):
    """Messages above, the entry below them; a new message is told and never takes the focus."""

    def __init__(self, kit: Kit, run: Run, dialogue: Dialogue) -> None:
        super().__init__(kit, run)
        self._dialogue = dialogue
        self._view = View()
        self._shown_replies: list[tuple[str, str]] = []
        look = kit.look
        self.heading = Heading(look=look, words=kit.text("ui-chat-title"))
        self.log = Column(look, steps=1.5)
        self.log.a11y_role, self.log.a11y_name = "log", kit.text("ui-chat-log")
        self.log.a11y_live = "off"  # what the bank says is told as a message
        self._list = Column(look, steps=1.5)
        self._list.a11y_role, self._list.a11y_name = "list", kit.text("ui-chat-log")
        self.log.add_widget(self._list)
        self._replies = Shelf(look)
        self._replies.a11y_role, self._replies.a11y_name = "group", kit.text("ui-chat-replies")
        self.foot = Column(look, steps=1)
        self._make_entries()
        self._to_task = Shelf(look)
        self._back = PushButton(look, kit.text("ui-chat-to-task"), lambda: run("chat"))
        for part in (self.heading, self.log, self._replies, self.foot, self._to_task):
            self.column.add_widget(part)
        for turn in dialogue.turns:
            self._add(turn)
        dialogue.listen(self._on_turn)
        dialogue.on_forget(self._forget)

    def _make_entries(self) -> None:
        kit = self.kit
        self._label = BodyText(look=kit.look, words="", bold=True, size_name=Size.SMALL)
        self.entry = Entry(kit.look, text_validate_unfocus=False)
        self.secret = Entry(kit.look, text_validate_unfocus=False, password=True, allow_copy=False)
        for entry in (self.entry, self.secret):
            entry.bind(on_text_validate=lambda *_: self.send())
        self._send = PushButton(kit.look, kit.text("ui-chat-send"), self.send, kind="primary")
        self._row = _EntryRow(kit.look, steps=1)
        self._row.add_widget(self._now_entry())
        self._row.add_widget(self._send)
        self.foot.add_widget(self._label)
        self.foot.add_widget(self._row)
        self._ask()

    @property
    def title(self) -> str:
        return str(self.heading.words)

    @property
    def notice(self) -> str:
        """What the bank has said last, as long as it is the customer's turn."""
        last = self._list.children[0].turn if self._list.children else None
        return str(last.message.chat) if last is not None and last.who == "bank" else ""

    def landing(self) -> Any:
        return self._now_entry()

    def update(self, view: View) -> Any:
        """Another entry while a secret is asked for; other quick replies."""
        changed = view.asks_secret != self._view.asks_secret
        self._view = view
        if changed:
            self._ask()
        self._fill_replies()
        if (view.session is not None) != (self._back.parent is not None):
            (self._to_task.remove_widget if self._back.parent else self._to_task.add_widget)(self._back)
        self._settle_states()
        return None

    def _now_entry(self) -> Entry:
        return self.secret if self._view.asks_secret else self.entry

    def _ask(self) -> None:
        """Two entries, so that a draft is kept and no undo can bring a secret back."""
        kit, now = self.kit, self._now_entry()
        self._label.words = kit.text("ui-chat-secret" if now is self.secret else "ui-chat-entry")
        now.a11y_name = self._label.words
        forget(self.secret)
        other = self.entry if now is self.secret else self.secret
        if other.parent is not None:
            self._row.add_widget(now, index=len(self._row.children))
            if other.focus:
                self.kit.focus(now)
            self._row.remove_widget(other)

    def send(self) -> None:
        """Send what is typed, as a secret where one is asked for."""
        entry = self._now_entry()
        text = str(entry.text)
        if not text.strip():
            return
        forget(entry)
        self._dialogue.say(Secret(text) if entry is self.secret else text.strip(), Mode.CHAT)

    def _say(self, text: str) -> None:
        self._dialogue.say(text, Mode.CHAT)

    # -- messages ------------------------------------------------------------------------------------

    def _on_turn(self, turn: Turn) -> None:
        self._add(turn)
        if turn.who == "bank" and self.parent is not None and not warns(self._dialogue.view):  # that is told anyway
            self.kit.tell_on_screen(replace(turn.message, screen=turn.message.chat), Kind.MESSAGE)
        Clock.schedule_once(lambda _: self._to_newest(), 0)

    def _forget(self) -> None:
        """The session at the bank is over: its messages go, and a half-written one with them."""
        for row in self._list.children:
            self.retire(row)
        forget(self.entry)

    def _add(self, turn: Turn) -> None:
        mine = turn.who == "customer"
        bubble = MessageBubble(self.kit.look, mine=mine, meta=self._meta(turn, sent=True), words=turn.message.chat)
        for row in self._list.children:
            row.bubble.a11y_tab_stop = False
        bubble.a11y_tab_stop = True  # Tab comes to the newest; arrow keys go to the others
        self._list.add_widget(BubbleRow(self.kit.look, bubble, turn))
        while len(self._list.children) > KEPT:
            self._list.remove_widget(self._list.children[-1])
        self._settle_states()

    def _meta(self, turn: Turn, *, sent: bool) -> str:
        time = f"{turn.at.astimezone():%H:%M}"
        if turn.who == "bank":
            return self.kit.text("ui-chat-bank", time=time)
        return self.kit.text("ui-chat-me", time=time, state="sent" if sent else "received")

    def _settle_states(self) -> None:
        """The customer's message counts as arrived when the bank's side has answered something after it."""
        answered = False
        for row in self._list.children:
            turn = row.turn
            row.bubble.tell(self._meta(turn, sent=not answered))
            answered = answered or turn.who == "bank"

    def _to_newest(self) -> None:
        self.scroll_y = 0

    # -- quick replies -------------------------------------------------------------------------------

    def _fill_replies(self) -> None:
        wanted = list(self._offered())
        if wanted == self._shown_replies:
            return
        self._shown_replies = wanted
        self._replies.clear_widgets()
        for words, reply in wanted:
            self._replies.add_widget(PushButton(self.kit.look, words, partial(self._reply, reply)))

    def _reply(self, reply: str) -> None:
        self.kit.focus(self._now_entry())  # this button may go away with the question it answers
        self._say(reply)

    def _offered(self) -> Iterator[tuple[str, str]]:
        """What is shown on the button, and what is said by pressing it."""
        kit, session = self.kit, self._view.session
        if self._view.doubt is not None:
            yield kit.text("ui-say-yes"), kit.text("ui-say-yes")
        if session is None:
            for intent, flow in kit.flows.items():
                if not (flow.signs_in and self._view.customer):
                    title = kit.text(f"{intent}-title")
                    yield title, title
            return
        asked = session.asked
        if asked is not None:
            for number, choice in enumerate(session.choices(asked), start=1):
                yield str(kit.words.value(choice)), kit.text("ui-say-nth", number=number)
        if session.stage is Stage.REVIEW:
            confirm = kit.text_or(f"{session.flow.intent}-confirm", "ui-confirm")
            yield confirm, confirm
        elif session.stage is Stage.UNANSWERED:
            yield kit.text("ui-again"), kit.text("ui-say-yes")
        elif session.flow.more is not None and getattr(session.outcome, "next_cursor", None):
            yield kit.text("ui-more"), kit.text("ui-say-more")
        leave = "ui-say-home" if self._view.finished or session.stage is Stage.UNANSWERED else "ui-say-cancel"
        yield kit.text(leave), kit.text(leave)
