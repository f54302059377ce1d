"""Links in the text of a label: what stands between `[ref=...]` and `[/ref]`, in the markup of Kivy."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from kivy.properties import StringProperty

from accessibility.kivy_kinds import Actions, Adapter, is_a, is_kind, named, unmarked
from accessibility.kivy_parts import Part, parts_of
from accessibility.roles import Action, Role

RST_DOCUMENT = "kivy.uix.rst.RstDocument"
Box = tuple[float, float, float, float]
_REF = re.compile(r"\[ref=(.*?)\](.*?)\[/ref\]", re.DOTALL)


class Link(Part):
    """One link; `ref` is what its label hands to `on_ref_press`."""

    ref = StringProperty("")


def links_of(label: Any) -> list[Any]:
    """The links of a label in reading order, where they are drawn; one that is not drawn has the place of its label.

    They follow from the text, not from Kivy's `refs`: those come a frame later, and one link may be named twice.
    """
    found = _found(str(label.text)) if label.markup and "[ref=" in label.text else []
    if not found and not getattr(label, "_a11y_drawn_parts", None):
        return []
    drawn = _drawn(label)
    links = parts_of(label, Link, len(found), _LINK)
    for link, (ref, words) in zip(links, found, strict=True):
        link.ref, link.text = ref, words
        box = drawn.pop(0)[1] if drawn and drawn[0][0] == ref else None
        link.pos, link.size = _placed(label, box) if box is not None else (label.pos, label.size)
    return links


def link_sources(label: Any) -> Iterable[tuple[Any, tuple[str, ...]]]:
    """Where they stand is known once the text has been drawn."""
    return [(label, ("refs", "anchors", "texture_size"))] if label.markup else []


def is_target(label: Any) -> bool:
    """Whether a link can lead there: an `[anchor=...]` stands in the text, and it has been drawn."""
    return bool(getattr(label, "anchors", None))


def _found(text: str) -> list[tuple[str, str]]:
    """Each link that has words, with its reference."""
    refs = ((found[1], " ".join(unmarked(found[2]).split())) for found in _REF.finditer(text))
    return [(ref, words) for ref, words in refs if words]


def _drawn(label: Any) -> list[tuple[str, Box]]:
    """What is drawn of links, in order: left, top, right and bottom in the picture; neighbours are one."""
    boxes: list[tuple[str, Box]] = []
    open_ref = None
    for ref, (left, top, right, bottom) in _words(getattr(label, "_label", None)):
        if ref is not None and ref == open_ref:
            before = boxes[-1][1]
            box = min(before[0], left), min(before[1], top), max(before[2], right), max(before[3], bottom)
            boxes[-1] = ref, box
        elif ref is not None:
            boxes.append((ref, (left, top, right, bottom)))
        open_ref = ref
    return boxes


def _words(core: Any) -> Iterator[tuple[str | None, Box]]:
    """Each piece of the last layout with the link that it is a part of (`MarkupLabel.render_lines`)."""
    for row in getattr(core, "_cached_lines", ()):
        left = float(row.x)
        for word in row.words:
            right = left + float(word.lw)
            if word.text.strip():
                yield word.options.get("_ref"), (left, float(row.y), right, float(row.y + row.h))
            left = right


def _placed(label: Any, box: Box) -> tuple[tuple[float, float], tuple[float, float]]:
    """Position and size of a box of the picture, which stands in the middle of the label."""
    left, top, right, bottom = box
    wide, high = label.texture_size
    x, y = label.center_x - wide / 2 + left, label.center_y + high / 2 - bottom
    return (x, y), (right - left, bottom - top)


def _follow(link: Any) -> Actions:
    return {Action.CLICK: lambda: link.owner.dispatch("on_ref_press", link.ref)}


def _target(link: Any) -> Any | None:
    """In a reStructuredText document, the text that its link goes to (`RstDocument.goto`)."""
    document = getattr(link.owner, "document", None)
    if document is None or not is_kind(document, RST_DOCUMENT):
        return None
    ref = document.refs_assoc.get(link.ref, link.ref)
    return next((label for label in document.anchors_widgets if ref in label.anchors), None)


_LINK = Adapter(is_a(Role.LINK), named, _follow, ("text", "ref"), focusable=True, leads_to=_target)
