"""Numbers as people say and hear them: money, digit strings, counts, ordinals and dates, in both directions.

Everything here is pure. ``lang`` is a BCP 47 tag; the prefix ``zh`` chooses Chinese, all else is English.
"""

from voice.numbers.counts import parse_count, parse_ordinal, say_choice, say_count, say_ordinal
from voice.numbers.dates import say_date
from voice.numbers.digits import parse_digits, say_digits
from voice.numbers.money import MAX_CENTS, parse_amount, say_amount

__all__ = [
    "MAX_CENTS",
    "parse_amount",
    "parse_count",
    "parse_digits",
    "parse_ordinal",
    "say_amount",
    "say_choice",
    "say_count",
    "say_date",
    "say_digits",
    "say_ordinal",
]
