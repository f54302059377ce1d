"""A field takes what is typed from its first moment on."""

from app.ui.look import Look
from app.ui.widgets.field import Entry


def test_what_is_typed_before_the_first_picture_is_not_lost() -> None:
    """Kivy's own field has no lines until a frame later, and drops it."""
    entry = Entry(Look())
    for sign in "10":
        entry.insert_text(sign)
    assert entry.text == "10"
