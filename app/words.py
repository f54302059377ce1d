"""All wording: Fluent messages, each with the forms that screen, speech, chat and braille need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from app.domain.accounts import Account
from app.domain.money import Money
from app.domain.payments import Payee
from app.domain.secret import Secret
from voice.numbers import say_amount, say_date, say_digits

LOCALES = Path(__file__).resolve().parent.parent / "assets" / "locale"
LANGUAGES = ("zh-CN", "en")


class Form(StrEnum):
    """The forms of one message. The screen form is the message's value, the others its attributes."""

    SCREEN = "screen"
    SPEECH = "speech"
    CHAT = "chat"
    BRAILLE = "braille"


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say, in every form at once, so that no sound lacks its visible twin.

    id: the catalogue's name of it; of several in one, all of them; empty for what no catalogue holds.
    """

    screen: str
    speech: str
    chat: str
    braille: str
    id: str = ""

    @classmethod
    def same(cls, text: str) -> Message:
        """Words that are the same in every form."""
        return cls(text, text, text, text)

    @classmethod
    def joined(cls, messages: Iterable[Message]) -> Message:
        """Several as one: lines where they are seen, sentences where they are heard or felt."""
        said = list(messages)
        return cls(
            "\n".join(message.screen for message in said),
            " ".join(message.speech for message in said),
            "\n".join(message.chat for message in said),
            " ".join(message.braille for message in said),
            " ".join(message.id for message in said if message.id),
        )

    def form(self, form: Form) -> str:
        """The text for one modality."""
        text: str = getattr(self, form.value)
        return text


class WordsMissing(KeyError):
    """A message or a parameter that the locale files lack."""


@lru_cache(maxsize=2 * len(LANGUAGES))
def _bundle(lang: str, texts: tuple[str, ...]) -> FluentBundle:
    """The files' messages. Reading them takes a tenth of a second, so each text is read once; nothing changes it."""
    bundle = FluentBundle([lang], use_isolating=False)
    for text in texts:
        bundle.add_resource(FluentResource(text))
    return bundle


class Words:
    """The words of one language."""

    def __init__(self, lang: str, bundle: FluentBundle, *, speaks_amounts: bool = True) -> None:
        self.lang = lang
        self._bundle = bundle
        self._speaks_amounts = speaks_amounts

    @classmethod
    def load(cls, lang: str, folder: Path = LOCALES) -> Words:
        """Read every ``.ftl`` file of a language. Raises :class:`WordsMissing` when there is none."""
        files = sorted((folder / lang).glob("*.ftl"))
        if not files:
            raise WordsMissing(f"no words for {lang}")
        return cls(lang, _bundle(lang, tuple(file.read_text(encoding="utf8") for file in files)))

    def discreet(self) -> Words:
        """The same words, with no amount in their spoken form."""
        return Words(self.lang, self._bundle, speaks_amounts=False)

    def has(self, message_id: str) -> bool:
        """Is there such a message?"""
        return bool(self._bundle.has_message(message_id))

    def text(self, message_id: str, form: Form = Form.SCREEN, **args: Any) -> str:
        """One form of a message. A form that is not written falls back to the screen form.

        Raises:
            WordsMissing: no such message, or a parameter is missing.
        """
        if not self.has(message_id):
            raise WordsMissing(f"{message_id} ({self.lang})")
        message = self._bundle.get_message(message_id)
        pattern = message.value if form is Form.SCREEN else message.attributes.get(form.value, message.value)
        if pattern is None:
            raise WordsMissing(f"{message_id} has no text ({self.lang})")
        text, errors = self._bundle.format_pattern(pattern, self._rendered(args, form))
        if errors:
            raise WordsMissing(f"{message_id}.{form.value} ({self.lang}): {errors[0]}")
        return str(text)

    def message(self, message_id: str, **args: Any) -> Message:
        """Every form of a message."""
        forms = {form.value: self.text(message_id, form, **args) for form in Form}
        return Message(**forms, id=message_id)

    def _rendered(self, args: Mapping[str, Any], form: Form) -> dict[str, Any]:
        rendered: dict[str, Any] = {}
        for name, value in args.items():
            rendered[name] = self.value(value, form)
            if isinstance(value, Money):
                rendered[f"{name}_sign"] = "minus" if value.cents < 0 else "plus"
                rendered[f"{name}_size"] = self.value(-value if value.cents < 0 else value, form)
            elif name == "tail" or name.endswith("_tail"):
                rendered[name] = self._digits(str(value), form)
        return rendered

    def _digits(self, digits: str, form: Form) -> str:
        return say_digits(digits, self.lang) if form is Form.SPEECH else digits

    def value(self, value: Any, form: Form = Form.SCREEN) -> Any:
        """A value as this form says it: ¥1,234.50 on screen is 一千二百三十四元五角 in speech.

        Times are told as the bank sent them, in its own zone: wherever the customer is, a receipt bears the day of the
        bank's books.
        """
        match value:
            case Secret():
                raise TypeError("a secret has no words")
            case Money() if form is Form.SPEECH and not self._speaks_amounts:
                return self.text("value-money-unspoken", form)
            case Money() if form is Form.SPEECH:
                minus = self.text("value-minus") if value.cents < 0 else ""
                return minus + say_amount(abs(value.cents), self.lang)
            case Money():
                sign = "-" if value.cents < 0 else ""
                grouped = f"{abs(value.cents) // 100:,}.{abs(value.cents) % 100:02d}"
                return sign + self.text("value-money", amount=grouped)
            case Account():
                return self.text("value-account", form, kind=value.kind.value, tail=value.tail)
            case Payee():
                return self.text("value-payee", form, name=value.name, bank=value.bank, tail=value.tail)
            case datetime() if form is Form.SPEECH:
                return say_date(value.date(), self.lang)
            case datetime():
                return self.text("value-date", month=value.month, day=value.day, time=f"{value:%H:%M}")
            case StrEnum():
                return value.value
        return value


def arguments(thing: Any) -> dict[str, Any]:
    """The plain fields of a domain object by name, as parameters for a message; lists are left out."""
    if not is_dataclass(thing) or isinstance(thing, type):
        return {}
    found = {item.name: getattr(thing, item.name) for item in fields(thing)}
    return {
        name: value
        for name, value in found.items()
        if isinstance(value, str | int | Money | datetime | Account | Payee)
    }
