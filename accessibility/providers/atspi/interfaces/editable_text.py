"""org.a11y.atspi.EditableText: changing a field. What a secret holds is never copied or cut."""

from typing import Any

from accessibility.providers.atspi.interfaces.text import content_of
from accessibility.providers.atspi.names import EDITABLE_TEXT
from accessibility.providers.atspi.subject import Interface, Method, Subject
from accessibility.roles import Action, State


def _insert(subject: Subject, offset: int, text: str, length: int) -> tuple[Any, ...]:
    """length: in bytes of UTF-8, as libatspi gives it; a negative one means all."""
    raw = text.encode()
    if 0 <= length < len(raw):
        text = raw[:length].decode(errors="ignore")
    end = len(content_of(subject).characters)
    return (subject.perform(Action.INSERT_TEXT, min(max(offset, 0), end), text),)


def _span(subject: Subject, start: int, end: int) -> tuple[int, int]:
    length = len(content_of(subject).characters)
    return min(max(start, 0), length), length if end < 0 else min(end, length)


def _delete(subject: Subject, start: int, end: int) -> tuple[Any, ...]:
    return (subject.perform(Action.DELETE_TEXT, *_span(subject, start, end)),)


def _copy(subject: Subject, start: int, end: int) -> tuple[Any, ...]:
    if not subject.node.has(State.PROTECTED):
        subject.perform(Action.COPY_TEXT, *_span(subject, start, end))
    return ()


def _cut(subject: Subject, start: int, end: int) -> tuple[Any, ...]:
    secret = subject.node.has(State.PROTECTED)
    return (not secret and subject.perform(Action.CUT_TEXT, *_span(subject, start, end)),)


def _paste(subject: Subject, offset: int) -> tuple[Any, ...]:
    return (subject.perform(Action.PASTE_TEXT, _span(subject, offset, -1)[0]),)


INTERFACE = Interface(
    EDITABLE_TEXT,
    lambda node: node.text is not None and not node.has(State.READONLY),
    methods={
        "SetTextContents": Method("s", "b", lambda it, text: (it.perform(Action.SET_VALUE, text),)),
        "InsertText": Method("isi", "b", _insert),
        "DeleteText": Method("ii", "b", _delete),
        "CopyText": Method("ii", "", _copy),
        "CutText": Method("ii", "b", _cut),
        "PasteText": Method("i", "b", _paste),
    },
    properties={},
)
