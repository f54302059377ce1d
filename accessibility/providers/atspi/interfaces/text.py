"""org.a11y.atspi.Text: the text of an object, its caret, its selection, and where its characters stand."""

from typing import Any

from accessibility.node import TextContent
from accessibility.providers.atspi import content
from accessibility.providers.atspi.boundaries import Boundary, Granularity, string_at, text_at
from accessibility.providers.atspi.names import TEXT
from accessibility.providers.atspi.subject import Interface, Method, Property, Subject
from accessibility.roles import Action
from accessibility.text_geometry import character_bounds, offset_at, range_bounds


def content_of(subject: Subject) -> TextContent:
    return content.content_of(subject.node) or content.EMPTY


def drawn_of(subject: Subject) -> TextContent:
    """With the lines and places in which it is drawn: for who asks for them, for they have to be measured."""
    return content.drawn_content_of(subject.node) or content.EMPTY


def _by(boundary: int, subject: Subject) -> TextContent:
    """What is cut into lines is cut where they end on the screen."""
    return drawn_of(subject) if boundary in (Boundary.LINE_START, Boundary.LINE_END) else content_of(subject)


def _string_at(subject: Subject, offset: int, granularity: int) -> tuple[Any, ...]:
    text = drawn_of(subject) if granularity == Granularity.LINE else content_of(subject)
    return string_at(text, offset, granularity)


def _text(subject: Subject, start: int, end: int) -> tuple[Any, ...]:
    text = content_of(subject).characters
    return (text[max(start, 0) : len(text) if end < 0 else end],)


def _character(subject: Subject, offset: int) -> tuple[Any, ...]:
    text = content_of(subject).characters
    return (ord(text[offset]) if 0 <= offset < len(text) else 0,)


def selections(text: TextContent) -> list[tuple[int, int]]:
    """None or one: Kivy knows no more."""
    first, last = sorted((text.anchor, text.caret))
    return [(first, last)] if first < last else []


def _selection(subject: Subject, index: int) -> tuple[Any, ...]:
    found = selections(content_of(subject))
    return found[index] if 0 <= index < len(found) else (0, 0)


def _select(subject: Subject, start: int, end: int) -> bool:
    length = len(content_of(subject).characters)
    start, end = (length if place < 0 else min(place, length) for place in (start, end))
    return subject.perform(Action.SET_SELECTION, start, end)


def _add_selection(subject: Subject, start: int, end: int) -> tuple[Any, ...]:
    return (not selections(content_of(subject)) and _select(subject, start, end),)


def _remove_selection(subject: Subject, index: int) -> tuple[Any, ...]:
    text = content_of(subject)
    return (0 <= index < len(selections(text)) and _select(subject, text.caret, text.caret),)


def _set_selection(subject: Subject, index: int, start: int, end: int) -> tuple[Any, ...]:
    return (index == 0 and _select(subject, start, end),)


def _character_extents(subject: Subject, offset: int, coordinates: int) -> tuple[Any, ...]:
    return subject.place(character_bounds(drawn_of(subject), offset), coordinates)


def _range_extents(subject: Subject, start: int, end: int, coordinates: int) -> tuple[Any, ...]:
    text = drawn_of(subject)
    length = len(text.characters)
    end = length if end < 0 else min(end, length)
    return subject.place(range_bounds(text, min(max(start, 0), length), end), coordinates)


def _offset_at(subject: Subject, x: int, y: int, coordinates: int) -> tuple[Any, ...]:
    return (offset_at(drawn_of(subject), *subject.point(x, y, coordinates)),)


def _bounded_ranges(
    subject: Subject, x: int, y: int, width: int, height: int, coordinates: int, *clips: int
) -> tuple[Any, ...]:
    """The lines of which something lies in the rectangle."""
    left, top = subject.point(x, y, coordinates)
    found, start = [], 0
    for line in drawn_of(subject).lines:
        box, end = line.bounds, start + len(line.text)
        if box.top < top + height and box.bottom > top and box.left < left + width and box.right > left:
            found.append((start, end, line.text, ("s", "")))
        start = end
    return (found,)


def _run(subject: Subject, *_: Any) -> tuple[Any, ...]:
    """A field of Kivy's looks the same all through: one run."""
    return {}, 0, len(content_of(subject).characters)


def _scroll(subject: Subject, start: int, end: int, *_: Any) -> tuple[Any, ...]:
    """Into sight; to which edge or point is for the scrolling view to say."""
    length = len(content_of(subject).characters)
    end = length if end < 0 else end
    if not 0 <= start <= end <= length:
        return (False,)
    subject.world.perform(subject.node.id, Action.SCROLL_INTO_VIEW, start, end)
    return (True,)


INTERFACE = Interface(
    TEXT,
    content.has_content,
    methods={
        "GetText": Method("ii", "s", _text),
        "GetStringAtOffset": Method("iu", "sii", _string_at),
        "GetTextBeforeOffset": Method("iu", "sii", lambda it, at, unit: text_at(_by(unit, it), at, unit, -1)),
        "GetTextAtOffset": Method("iu", "sii", lambda it, at, unit: text_at(_by(unit, it), at, unit)),
        "GetTextAfterOffset": Method("iu", "sii", lambda it, at, unit: text_at(_by(unit, it), at, unit, 1)),
        "GetCharacterAtOffset": Method("i", "i", _character),
        "SetCaretOffset": Method("i", "b", lambda it, offset: (_select(it, offset, offset),)),
        "GetNSelections": Method("", "i", lambda it: (len(selections(content_of(it))),)),
        "GetSelection": Method("i", "ii", _selection),
        "AddSelection": Method("ii", "b", _add_selection),
        "RemoveSelection": Method("i", "b", _remove_selection),
        "SetSelection": Method("iii", "b", _set_selection),
        "GetCharacterExtents": Method("iu", "iiii", _character_extents),
        "GetRangeExtents": Method("iiu", "iiii", _range_extents),
        "GetOffsetAtPoint": Method("iiu", "i", _offset_at),
        "GetBoundedRanges": Method("iiiiuuu", "a(iisv)", _bounded_ranges),
        "GetAttributes": Method("i", "a{ss}ii", _run),
        "GetAttributeRun": Method("ib", "a{ss}ii", _run),
        "GetAttributeValue": Method("is", "s", lambda it, offset, name: ("",)),
        "GetDefaultAttributes": Method("", "a{ss}", lambda it: ({},)),
        "GetDefaultAttributeSet": Method("", "a{ss}", lambda it: ({},)),
        "ScrollSubstringTo": Method("iiu", "b", _scroll),
        "ScrollSubstringToPoint": Method("iiuii", "b", _scroll),
    },
    properties={
        "CharacterCount": Property("i", lambda it: len(content_of(it).characters)),
        "CaretOffset": Property("i", lambda it: content_of(it).caret),
    },
)
