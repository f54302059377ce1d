"""How a written text is read aloud: figures, dates, times, money, digits and abbreviations, in words.

Everything here is pure. ``lang`` is a BCP 47 tag; the prefix ``zh`` chooses Chinese, all else is English.
"""

from voice.spoken.form import Span, Spoken, spoken_form
from voice.spoken.money import without_amounts
from voice.spoken.money_words import without_amounts_in_words

__all__ = ["Span", "Spoken", "spoken_form", "without_amounts", "without_amounts_in_words"]
