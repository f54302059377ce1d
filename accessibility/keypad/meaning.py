"""What a key means when it does not choose; the words for it are the application's."""

from enum import StrEnum


class Meaning(StrEnum):
    """What a key does besides choosing; the words are the application's."""

    NEXT = "next"  # on to the next question
    MORE = "more"  # the next page of choices
    MENU = "menu"  # from a question to everything on the screen
    BACK = "back"  # out of the screen, as Escape
    PERSON = "person"  # somebody to talk to
    AGAIN = "again"  # hear it once more
    POINT = "point"  # the decimal point
    CLEAR = "clear"  # all that was typed
    CHOOSE = "choose"  # among what the letters may mean
    DELETE = "delete"  # the last that was typed
