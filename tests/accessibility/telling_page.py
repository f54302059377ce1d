"""A choice, values in words, live regions and plain text: what Orca is told in `test_telling`."""

import sys
from typing import Any

from kivy.uix.label import Label
from kivy.uix.spinner import Spinner

from accessibility.kivy_behavior import AccessibleBehavior, FocusableBehavior
from tests.accessibility.page import Group, Heading, Key, Parts

CITIES = ("Bern", "Rome", "Oslo")


class City(FocusableBehavior, Spinner): ...


class Words(AccessibleBehavior, Label): ...


class Telling(Parts):
    title = "Telling"

    def parts(self) -> list[Any]:
        self.city = City(a11y_name="City", text="Bern", values=CITIES)
        self.log = Group(a11y_role="log", a11y_name="Chat")
        self.status = Words(text="Ready", a11y_role="status")
        self.step = Key(text="Step", a11y_value="one of three")
        return [
            Heading(text="Values"),
            Label(text="Plain words"),
            self.city,
            self.step,
            self.log,
            self.status,
            Key(text="Write", on_release=lambda _: self.log.add_widget(Label(text="Good morning"))),
            Key(text="Save", on_release=lambda _: setattr(self.status, "text", "All saved")),
        ]


if __name__ == "__main__":
    sys.exit(Telling().run())
