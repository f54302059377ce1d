"""The numerals of cheques and vouchers (壹贰叁, 拾佰仟), which people type and nobody says.

They are no words of the drawn numbers: a recogniser writes the everyday ones.
"""

from __future__ import annotations

import re

_FORMAL = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟", "一二二三三四五六六七八九十百千")
_SUM = re.compile("[十百千万亿元角分]")
_SHORTENED = re.compile(r"[百千万亿元角][一二三四五六七八九0-9]+(?=元|整|$)")


def everyday_numerals(text: str) -> str | None:
    """The text in everyday numerals; None where the formal ones do not make a sum.

    Written out, a sum is whole: 伍佰伍 is a slip and not 550, as 五百五 is. A lone 陆 or 伍 is a surname.
    ``text`` has 元角分 and 万亿 as its units already.
    """
    plain = text.translate(_FORMAL)
    if plain != text and (not _SUM.search(plain) or _SHORTENED.search(plain)):
        return None
    return plain
