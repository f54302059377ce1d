"""Labelled: a field with its label above, its hint and its error below, tied together for everybody."""

from typing import Any

from kivy.metrics import dp
from kivy.properties import ColorProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.label import Label

from accessibility.kivy_behavior import AccessibleBehavior


class FlowingLabel(AccessibleBehavior, Label):  # type: ignore[misc]  # Kivy is untyped
    """Text from the left that is as high as it needs to be, and nothing at all while it is empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(size_hint_y=None, halign="left", **kwargs)
        self.bind(width=self._flow, texture_size=self._grow, text=self._grow)
        self._flow()
        self._grow()

    def _flow(self, *_: Any) -> None:
        self.text_size = (self.width, None)

    def _grow(self, *_: Any) -> None:
        self.height = self.texture_size[1] + dp(4) if self.text else 0


class Labelled(AccessibleBehavior, BoxLayout):  # type: ignore[misc]  # Kivy is untyped
    """`Labelled(Field(), label="Amount", hint="In yuan")`: the field is named by the label, described by the hint.

    Set `error` to a text and the field is invalid, the text is seen below it, told at once and told as the field's
    error whenever it is read (WCAG 1.3.1, 3.3.1, 3.3.2, 4.1.3); set it to "" and all is well again. The field must
    be an AccessibleBehavior.
    """

    label = StringProperty("")
    hint = StringProperty("")
    error = StringProperty("")
    label_color = ColorProperty((1, 1, 1, 1))
    error_color = ColorProperty((1, 0.6, 0.6, 1))

    def __init__(self, field: Any, **kwargs: Any) -> None:
        super().__init__(orientation="vertical", size_hint_y=None, **kwargs)
        self.field = field
        self._texts = {name: FlowingLabel() for name in ("label", "hint")}
        self._texts["error"] = FlowingLabel(a11y_live="assertive")  # told when it comes (WCAG 4.1.3)
        for widget in (self._texts["label"], field, self._texts["hint"], self._texts["error"]):
            self.add_widget(widget)
        field.a11y_labelled_by = self._texts["label"]
        field.a11y_described_by = self._texts["hint"]
        field.a11y_error_by = self._texts["error"]
        for name in self._texts:
            self.bind(**{name: self._show})
        self.bind(minimum_height=self.setter("height"), label_color=self._show, error_color=self._show)
        self._show()

    def _show(self, *_: Any) -> None:
        for name, text in self._texts.items():
            text.text = getattr(self, name)
            text.a11y_hidden = not text.text  # what has no words has no place either
            text.color = self.error_color if name == "error" else self.label_color
