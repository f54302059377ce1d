"""Shell: shows one screen at a time with the voice strip below it, and answers the keys of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from kivy.uix.boxlayout import BoxLayout

from accessibility.announcer import Kind
from accessibility.kivy_behavior import AccessibleBehavior
from app.flows.acts import Act, Back, Home, Interpretation, Mode, Repeat
from app.flows.interaction import InteractionManager
from app.flows.session import OPEN
from app.flows.view import View
from app.keeper import Keeper
from app.ui.adjust import Adjuster
from app.ui.beside import leads_back
from app.ui.help import Help
from app.ui.in_sight import InSight
from app.ui.kit import Kit
from app.ui.look import Look, Styled
from app.ui.on_turn import OnTurn
from app.ui.ports import Dialogue, Offers, Voice
from app.ui.screens.chat import ChatScreen
from app.ui.screens.flow_screen import FlowScreen
from app.ui.screens.home import HomeScreen
from app.ui.screens.screen import Screen
from app.ui.screens.settings import SettingsScreen
from app.ui.screens.shortcuts import PageDialog
from app.ui.screens.voice_bar import VoiceBar
from app.ui.screens.welcome import WelcomeScreen
from app.ui.telling import Teller
from app.ui.waiting import Waiting
from app.words import Words


class Shell(Styled, AccessibleBehavior, BoxLayout):
    """The root of the window.

    ``commands`` holds what a key or a button can do, by name; a way of working adds its own. ``guard_focus(widget)``
    is asked before the focus goes there; True keeps it where it is, because something lies above the screen. What lies
    there is asked by ``teller.over`` as well before the screen tells anything.
    """

    def __init__(
        self,
        look: Look,
        manager: InteractionManager,
        words: Words,
        dialogue: Dialogue,
        voice: Voice,
        flows: Any,
        bridge: Any,
        keeper: Keeper,
        offers: Mapping[str, Offers],
    ) -> None:
        super().__init__(look=look, orientation="vertical")
        self._manager, self._voice, self._bridge, self._keeper = manager, voice, bridge, keeper
        self._words, self._voice_kind = words, "idle"
        self._turn = -1
        self._heard: Interpretation | None = None
        self._aside: Screen | None = None  # chat, settings or the welcome, which leave the task as it is
        self.teller = Teller(bridge, lang=words.lang)
        self._in_sight = InSight(bridge, self._scrolling)
        self.kit = Kit(
            look, words, flows, self.act, self.focus, self.teller.tell, lambda: keeper.preferences,
            self._in_sight.hold, self.teller.note, voice.typing_secret, self.teller.tell_on_screen,
        )  # fmt: skip
        self.help = Help(self.kit, keeper, lambda: manager.view)
        self.adjust = Adjuster(keeper, words, self.teller.show, lambda: str(look.theme.id))
        self.commands: dict[str, Callable[[], object]] = self._own_commands()
        self.guard_focus: Callable[[Any], bool] = lambda widget: False
        self._make_screens(dialogue, offers)
        self._waiting = Waiting(look, words, self.teller, lambda strip: self.add_widget(strip, index=1))
        self._arrange()
        voice.listen(self._on_voice)
        manager.listen(self.update)

    def _make_screens(self, dialogue: Dialogue, offers: Mapping[str, Offers]) -> None:
        """All that are shown in turn; at the very first start the welcome comes first."""
        self.home = HomeScreen(self.kit, self.run, self._manager.find_out)
        self.task = FlowScreen(self.kit, self.run)
        self.chat = ChatScreen(self.kit, self.run, dialogue)
        self.settings = SettingsScreen(self.kit, self.run, self._keeper, self.adjust, offers)
        self.welcome = WelcomeScreen(self.kit, self.run, self._keeper, self.adjust, self._do_home)
        self._on_turn = OnTurn(self.teller, self._words, self.home, self.task, self.chat)
        if self._keeper.first_start:
            self._aside = self.welcome
        self.screen: Screen | None = None

    def _arrange(self) -> None:
        """The screen of the moment above the bar, and what has the focus in sight whatever their heights become."""
        self._place = BoxLayout()
        self.bar = VoiceBar(self.kit, self._voice)
        self.add_widget(self._place)
        self.add_widget(self.bar)
        self.bind(height=lambda *_: self.bar.restyle(self.look.style))
        self._place.bind(height=self._in_sight.give_room)
        self.look.bind(style=lambda *_: self._in_sight.hold(from_top=True))

    # -- the present moment --------------------------------------------------------------------------

    def update(self, view: View) -> None:
        """Draw a view: the right screen, what is new on it, and where the focus goes.

        While the bank is at work all stays as it is, so that a half-way state never flickers by.
        """
        self._waiting.follow(view.busy)
        self._follow_words(view)
        wanted = self._screen_for(view)
        target = None if view.busy else self._draw(wanted, view)
        if wanted is not self.screen:
            self._show(wanted)
            target = wanted.landing()
        self._bridge.title = self._title()
        if not view.busy and view.turn != self._turn:
            self._turn = view.turn
            target = self._on_turn.tell(wanted, view, target)
        if target is not None:
            self.focus(target)
        for widget in [child for child in self._place.children if child is not self.screen]:
            self._place.remove_widget(widget)  # only now: the focus has left it
        for screen in (self.home, self.task, self.chat, self.settings):
            screen.drop_retired()

    def _follow_words(self, view: View) -> None:
        """Said or written, on a screen beside the task: to the settings, or back to what was asked for."""
        heard, before = view.came_from, self._heard
        self._heard = heard
        if view.turn != self._turn and any(notice.code == "settings" for notice in view.notices):
            self._aside = self.settings
        elif heard is not None and heard is not before and self._aside in (self.settings, self.welcome):
            self._aside = None if leads_back(heard.act) else self._aside

    def _screen_for(self, view: View) -> Screen:
        if self._aside is not None:
            return self._aside
        in_task = self.task.in_use if view.busy and self.screen is not None else view.session is not None
        return self.task if in_task else self.home

    def _draw(self, wanted: Screen, view: View) -> Any:
        if wanted is not self.task and view.session is None:
            self.task.update(view)  # the task is over; nothing of it stays
        return wanted.update(view)

    def _title(self) -> str:
        return self._words.text("ui-window-title", place=self.screen.title if self.screen else "")

    def _show(self, screen: Screen) -> None:
        self.screen = screen
        if screen.parent is None:
            self._place.add_widget(screen)
        screen.scroll_y = 0 if screen is self.chat else 1

    # -- doing ---------------------------------------------------------------------------------------

    def act(self, act: Act) -> None:
        """Hand in what was done on the screen; while the bank is at work nothing is taken twice."""
        if not self._manager.view.busy:
            self._aside = None
            self._manager.handle(Interpretation(act, mode=Mode.SCREEN))

    def focus(self, widget: Any) -> None:
        """Give the focus, unless it is kept where it is, and keep it in sight."""
        if not self.guard_focus(widget):
            self._in_sight.focus(widget)

    def _scrolling(self) -> Screen | None:
        """The chat stays where its newest message is."""
        return None if self.screen is self.chat else self.screen

    def run(self, command: str) -> None:
        """Do what a key or a button of the top bar says."""
        self.commands.get(command, lambda: None)()

    def _own_commands(self) -> dict[str, Callable[[], object]]:
        adjust = self.adjust
        return {
            "home": self._do_home,
            "chat": lambda: self._toggle(self.chat),
            "settings": lambda: self._toggle(self.settings),
            "welcome": lambda: self._toggle(self.welcome),
            "repeat": self._do_repeat,
            "talk": self._do_talk,
            "help": self.help.open,
            "larger": partial(adjust.text, 1),
            "smaller": partial(adjust.text, -1),
            "normal": partial(adjust.text, 0),
            "theme": adjust.next_theme,
        }

    def _do_home(self) -> None:
        if self.screen is self.home:
            self.focus(self.home.heading)
            return
        self._aside = None
        if self._manager.view.session is None:
            self.update(self._manager.view)
        else:
            self.act(Home())

    def _toggle(self, aside: Screen) -> None:
        """Go to a screen beside the task, or from it back to where the customer was."""
        self._aside = None if self._aside is aside else aside
        self.update(self._manager.view)

    def _do_repeat(self) -> None:
        chatting = self._aside is self.chat
        self._manager.handle(Interpretation(Repeat(), mode=Mode.CHAT if chatting else Mode.SCREEN))
        if self.screen is not None and not chatting:
            self.focus(self.screen.landing())

    def let_go_of_talk(self) -> None:
        """The talk key comes up; whoever holds it to speak has finished."""
        self._voice.talk_released()

    def _do_talk(self) -> None:
        if self._voice.available:
            self._voice.talk_pressed()
        else:
            self.teller.tell(self._words.message(self._voice.reason_id))

    @property
    def paged(self) -> Screen | None:
        """What the page buttons scroll."""
        return self.screen

    @property
    def is_busy(self) -> bool:
        """The bank is at work, and nothing that is pressed is taken."""
        return self._manager.view.busy

    def add_strip(self, strip: Any) -> None:
        """Put a strip between the screen and the voice bar."""
        self.add_widget(strip, index=self.children.index(self.bar) + 1)

    add_message = add_strip

    def _on_voice(self, state: Any) -> None:
        self._voice_kind = state.kind

    @property
    def dialog(self) -> PageDialog | None:
        """The dialog in front of the screen, if there is one."""
        window = self.get_root_window()
        return next((item for item in window.children if isinstance(item, PageDialog)), None)

    def secret_composed(self, _entry: Any) -> None:
        """An input method was on in a field for a secret: why that is empty now, and what to do."""
        self.teller.tell(self.kit.message("ui-secret-composed"), Kind.ERROR, shown=False)

    def escape(self) -> bool:
        """Esc: be quiet, close, leave the chat, one step back; never out of the program."""
        if self._voice_kind == "speaking":
            self._voice.stop()
        elif (dialog := self.dialog) is not None:
            dialog.dismiss(animation=False)
        elif self._aside is not None:
            self._toggle(self._aside)
        elif (session := self._manager.view.session) is not None:
            self.act(Back() if session.stage in OPEN else Home())
        return True
