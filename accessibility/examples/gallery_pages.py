"""The pages of the gallery: what is pressed, filled in, chosen from, listed, tabulated and announced."""

from collections.abc import Callable
from typing import Any

from kivy.metrics import dp, sp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.dropdown import DropDown
from kivy.uix.image import Image
from kivy.uix.label import Label
from kivy.uix.popup import Popup
from kivy.uix.progressbar import ProgressBar
from kivy.uix.recycleboxlayout import RecycleBoxLayout
from kivy.uix.recycleview import RecycleView
from kivy.uix.recycleview.layout import LayoutSelectionBehavior

from accessibility.examples.gallery_choices import choices
from accessibility.examples.gallery_drawn import drawn
from accessibility.examples.gallery_look import (
    BRAND,
    CARD,
    ERROR,
    INK,
    QUIET,
    ROW,
    SOFT,
    Card,
    Check,
    Field,
    Flip,
    Heading,
    Key,
    Level,
    Page,
    Toggle,
    Words,
    beside,
    paint,
    said,
)
from accessibility.examples.gallery_media import media
from accessibility.examples.gallery_screens import screens
from accessibility.kivy_behavior import AccessibleBehavior, FocusableBehavior
from accessibility.kivy_labelled import Labelled

Announce = Callable[..., object]


class Group(AccessibleBehavior, BoxLayout): ...  # type: ignore[misc]


class Bar(AccessibleBehavior, ProgressBar): ...  # type: ignore[misc]


class Picture(AccessibleBehavior, Image): ...  # type: ignore[misc]


class Text(AccessibleBehavior, Label):  # type: ignore[misc]
    """A short text from the left: a line of a list, a cell of a table."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"color": INK, "font_size": sp(16), "halign": "left", "valign": "middle"} | kwargs))
        self.padding = (dp(14), dp(4))
        self.bind(size=lambda it, size: setattr(it, "text_size", size))


class Link(FocusableBehavior, Label):  # type: ignore[misc]
    a11y_role = "link"


def labelled(field: Any, label: str, **texts: str) -> Labelled:
    """A field in the gallery's colours."""
    return Labelled(field, label=label, label_color=QUIET, error_color=ERROR, **texts)


def marked(control: Any, text: str) -> BoxLayout:
    """A control with its label behind it."""
    control.a11y_labelled_by = said(text)
    return beside(control, control.a11y_labelled_by)


# -- pressing ------------------------------------------------------------------------------------------


def buttons(announce: Announce) -> Page:
    pressed = Words(text="Nothing pressed yet")

    def press(key: Any) -> None:
        pressed.text = f"{key.text} pressed"

    go = Key(text="Go", on_release=press, a11y_description="Says that it was pressed", a11y_shortcut="Alt+G")
    menu_button = Key(text="Menu", a11y_popup="menu", a11y_expanded=False)
    menu = DropDown(on_dismiss=lambda _: setattr(menu_button, "a11y_expanded", False))
    for name in ("Cut", "Copy", "Paste"):
        item = Key(text=name, on_release=press)
        item.bind(on_release=lambda _: menu.dismiss())
        menu.add_widget(item)

    def open_menu(_: Any) -> None:
        menu_button.a11y_expanded = True
        menu.open(menu_button)

    menu_button.bind(on_release=open_menu)
    link = Link(text="Terms of use", color=BRAND, underline=True, size_hint_y=None, height=ROW)
    link.a11y_actions = {"click": lambda: press(link)}
    row = beside(go, Key(text="Not now", disabled=True, background_color=QUIET), menu_button)
    toggles = beside(Toggle(text="Bold"), Toggle(text="Italic", state="down"), link)
    return Page(Card("Buttons", row, toggles, pressed), _marks(), _radios())


def _marks() -> Card:
    rows = [
        marked(Check(), "By post"),
        marked(Check(active=True), "By text message"),
        marked(Check(disabled=True), "By fax"),
        marked(Check(a11y_checked="mixed"), "Some of all messages"),
        marked(Flip(), "Dark colours"),
    ]
    return Card("Check boxes and a switch", *rows)


def _radios() -> Card:
    group = Group(orientation="vertical", size_hint_y=None, height=3 * ROW, a11y_role="radiogroup", a11y_name="Colour")
    for name in ("Red", "Green", "Blue"):
        group.add_widget(marked(Check(group="colour", active=name == "Green"), name))
    return Card("Radio buttons", group)


# -- filling in ----------------------------------------------------------------------------------------


def fields(announce: Announce) -> Page:
    problem = "An amount has digits only"
    amount = labelled(Field(text="12x", a11y_required=True), "Amount", hint="In yuan", error=problem)
    amount.field.bind(text=lambda _, text: setattr(amount, "error", "" if text.isdigit() else problem))
    texts = Card(
        "Text",
        labelled(Field(hint_text="Wang Fang"), "Name", hint="As on your card"),
        amount,
        labelled(Field(password=True), "Password"),
        labelled(Field(multiline=True, text="First line\nSecond line\n第三行", height=3 * ROW), "Letter"),
        labelled(Field(text="6222 0000", readonly=True, a11y_readonly=True), "Account"),
        Group(size_hint_y=None, height=ROW, a11y_role="search", a11y_name="Search"),
    )
    texts.children[0].add_widget(Field(a11y_name="Search for", hint_text="A word"))
    texts.add_widget(marked(Check(a11y_required=True), "I agree to the terms"))
    return Page(texts, _numbers())


def _numbers() -> Card:
    upright = Level(a11y_name="Balance", orientation="vertical", min=-5, max=5, value=0, step=1, height=4 * ROW)
    upright.size_hint_x = None
    upright.width = ROW
    return Card(
        "Numbers",
        beside(said("Loudness"), Level(a11y_name="Loudness", max=10, value=3, step=1)),
        beside(said("Balance"), upright, height=4 * ROW),
        Bar(a11y_name="Sending", max=10, value=4, size_hint_y=None, height=dp(16)),
        Bar(a11y_name="Waiting for the bank", max=0, a11y_busy=True, size_hint_y=None, height=dp(16)),
        Picture(a11y_name="A grey square", size_hint=(None, None), size=(ROW, ROW)),
        Image(size_hint=(None, None), size=(ROW, dp(2))),
    )


# -- lists ---------------------------------------------------------------------------------------------


class Payments(AccessibleBehavior, RecycleView):  # type: ignore[misc]
    def __init__(self, layout: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.add_widget(layout)


class Selectable(LayoutSelectionBehavior, RecycleBoxLayout): ...  # type: ignore[misc]


class Row(Label):  # type: ignore[misc]
    """A line of a list: text from the left, on a soft ground."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"color": INK, "font_size": sp(16), "halign": "left", "valign": "middle"} | kwargs))
        self.padding = (dp(14), dp(4))
        paint(self, SOFT, dp(8))
        self.bind(size=lambda it, size: setattr(it, "text_size", size))


def _virtual(layout: Any, name: str, count: int) -> Payments:
    layout.size_hint_y, layout.orientation = None, "vertical"
    layout.default_size, layout.default_size_hint, layout.spacing = (None, ROW), (1, None), dp(4)
    layout.bind(minimum_height=layout.setter("height"))
    view = Payments(layout, a11y_name=name, size_hint_y=None, height=6 * ROW)
    view.viewclass = Row
    view.data = [{"text": f"{name} {number}", "selectable": True} for number in range(1, count + 1)]
    return view


def lists(announce: Announce) -> Page:
    plain = Group(orientation="vertical", size_hint_y=None, height=3 * ROW, a11y_role="list", a11y_name="Steps")
    for text in ("Say who gets it", "Say how much", "Confirm"):
        plain.add_widget(Text(text=text, a11y_role="listitem", a11y_name=text))
    long = _virtual(RecycleBoxLayout(), "Payment", 1000)
    chosen = _virtual(Selectable(key_selection="selectable"), "Card", 100)
    return Page(Card("A list", plain), Card("A thousand payments", long), Card("Choose a card", chosen), _tables())


def _tables() -> Card:
    table = Group(orientation="vertical", size_hint_y=None, height=4 * ROW, a11y_role="table", a11y_name="Balances")
    rows = (("Account", "Currency", "Balance"), ("Current", "CNY", "1,200.00"), ("Savings", "CNY", "30,000.00"),
            ("Travel", "USD", "85.50"))  # fmt: skip
    for number, cells in enumerate(rows):
        row = Group(a11y_role="row")
        for column, text in enumerate(cells):
            role = "columnheader" if number == 0 else "rowheader" if column == 0 else "cell"
            row.add_widget(Text(text=text, bold=role != "cell", a11y_role=role))
        table.add_widget(row)
    table.children[-1].children[-1].a11y_sort = "ascending"
    return Card("Table", table)


# -- messages ------------------------------------------------------------------------------------------


def messages(announce: Announce) -> Page:
    log = Group(orientation="vertical", size_hint_y=None, a11y_role="log", a11y_name="Chat")
    log.bind(minimum_height=log.setter("height"))
    log.add_widget(Words(text="Bank: How can I help?"))
    status = Words(text="Saved", a11y_role="status")
    alert = Words(text="", a11y_role="alert", color=ERROR)
    keys = beside(
        Key(text="Write", on_release=lambda _: log.add_widget(Words(text=f"You: message {len(log.children)}"))),
        Key(text="Save", on_release=lambda _: setattr(status, "text", status.text + " again")),
        Key(text="Warn", on_release=lambda _: setattr(alert, "text", "The line is down")),
        Key(text="Announce", on_release=lambda _: announce("It is done")),
        Key(text="Interrupt", on_release=lambda _: announce("Stop now", assertive=True)),
    )
    return Page(Card("Messages", log, status, alert, keys), _dialogs())


def _dialogs() -> Card:
    return Card("Dialog", Key(text="Ask", on_release=lambda _: ask().open(animation=False)))


def ask() -> Popup:
    """A question that is answered or left with Escape."""
    box = BoxLayout(orientation="vertical", padding=dp(16), spacing=dp(12))
    dialog = Popup(title="Send the money?", content=box, size_hint=(0.6, None), height=dp(280), background="")
    dialog.title_color, dialog.separator_color = INK, BRAND
    paint(box, CARD)
    box.add_widget(Heading(text="500 yuan to Zhang San", a11y_level=1))
    for text in ("Send", "Not yet"):
        box.add_widget(Key(text=text, on_release=lambda _: dialog.dismiss()))
    return dialog


PAGES: dict[str, Callable[[Announce], Page]] = {
    "Buttons": buttons,
    "Fields": fields,
    "Choices": choices,
    "Lists": lists,
    "Messages": messages,
    "Screens": screens,
    "Media": media,
    "Drawn": drawn,
}
