"""Fields, a list, a dialog, an error and a progress bar: the program that Orca reads in the tests."""

import sys
from typing import Any

from tests.accessibility.page import Bar, Field, Group, Heading, Key, Parts


class Reading(Parts):
    title = "Reading"

    def parts(self) -> list[Any]:
        self.amount = Field(a11y_name="Amount", multiline=False)
        self.day = Field(a11y_name="Day", multiline=False, text_validate_unfocus=False)
        self.day.bind(on_text_validate=lambda field: setattr(field, "a11y_invalid", "There is no such day"))
        self.bar = Bar(a11y_name="Loading", max=100, value=10)
        places = Group(a11y_role="list", a11y_name="Places")
        for name in ("Bern", "Rome"):
            places.add_widget(self.item(name))
        return [
            Heading(text="Letters"),
            Field(a11y_name="Plain", multiline=False, text="ab 转账"),
            Field(a11y_name="Empty", multiline=False, hint_text="for example 5"),
            Field(a11y_name="Long", text="one\n二三\n\nlast"),
            Field(a11y_name="Secret", multiline=False, password=True, text="Zq7"),
            self.amount,
            self.day,
            Key(text="Check", on_release=lambda _: self.refuse()),
            Key(text="Ask", on_release=lambda _: self.ask()),
            Key(text="Work", on_release=lambda _: self.work()),
            self.bar,
            places,
            Key(text="Tell", on_release=lambda _: self.bridge.announce("It is done")),
        ]

    def item(self, name: str) -> Any:
        item = Group(a11y_role="listitem", a11y_name=name)
        item.add_widget(Key(text=f"Go to {name}"))
        return item

    def refuse(self) -> None:
        self.amount.a11y_invalid = "Too little"
        self.bridge.focus.focus(self.amount)

    def work(self) -> None:
        self.bar.value = 60


if __name__ == "__main__":
    sys.exit(Reading().run())
