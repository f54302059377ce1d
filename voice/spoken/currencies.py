"""Money of other countries: US$5 is five dollars, 1234.50 USD one thousand ... dollars and fifty cents."""

from __future__ import annotations

import re
from dataclasses import dataclass

from voice.numbers import english
from voice.spoken.rule import AFTER, BEFORE, INNER_MINUS, NUMBER, SCALE, SIGN, Rule, number_in_words, sign_in_words


@dataclass(frozen=True, slots=True)
class Currency:
    """How a currency is written and said; ``cent`` and ``cents`` are empty where it has none."""

    written: tuple[str, ...]
    zh: str
    en: str
    many: str
    cent: str = "cent"
    cents: str = "cents"


_CURRENCIES = (
    Currency(("$", "US$", "USD", "美元"), "美元", "dollar", "dollars"),
    Currency(("HK$", "HKD", "港元", "港币"), "港元", "Hong Kong dollar", "Hong Kong dollars"),
    Currency(("A$", "AUD", "澳元"), "澳元", "Australian dollar", "Australian dollars"),
    Currency(("C$", "CAD", "加元"), "加元", "Canadian dollar", "Canadian dollars"),
    Currency(("S$", "SGD", "新加坡元"), "新加坡元", "Singapore dollar", "Singapore dollars"),
    Currency(("€", "EUR", "欧元"), "欧元", "euro", "euros"),
    Currency(("£", "GBP", "英镑"), "英镑", "pound", "pounds", "penny", "pence"),
    Currency(("CHF", "瑞士法郎"), "瑞士法郎", "Swiss franc", "Swiss francs", "", ""),
    Currency(("JPY", "日元"), "日元", "yen", "yen", "", ""),
)
_BY_WRITING = {written: currency for currency in _CURRENCIES for written in currency.written}
_LONGEST_FIRST = sorted(_BY_WRITING, key=len, reverse=True)
_ANY = "|".join(re.escape(written) for written in _LONGEST_FIRST)
_WORDS = "|".join(written for written in _LONGEST_FIRST if not written.endswith(("$", "€", "£")))


def _foreign(match: re.Match[str], chinese: bool) -> str:
    currency = _BY_WRITING[match["code"].upper()]
    figure, scale = match["number"].replace(",", ""), match["scale"] or ""
    sign = sign_in_words(match, chinese)
    if chinese:
        plain = figure if scale or "." not in figure else figure.rstrip("0").rstrip(".")
        return sign + number_in_words(plain, True) + scale + currency.zh
    if scale:
        return f"{sign}{number_in_words(figure, False)} {scale} {currency.many}"
    return sign + _english(figure, currency)


def _english(figure: str, currency: Currency) -> str:
    whole, _, part = figure.partition(".")
    if len(part) > 2 or (part.strip("0") and not currency.cents):
        return f"{number_in_words(figure, False)} {currency.many}"
    units, cents = int(whole), int((part + "00")[:2])
    said = [f"{english.say_whole(units)} {currency.en if units == 1 else currency.many}"] if units or not cents else []
    if cents:
        said.append(f"{english.say_whole(cents)} {currency.cent if cents == 1 else currency.cents}")
    return " and ".join(said)


CURRENCY_RULES: tuple[Rule, ...] = (
    Rule(
        "foreign money",
        re.compile(
            rf"{BEFORE}(?<![A-Za-z/$]){SIGN}(?P<code>{_ANY})\s*{INNER_MINUS}(?P<number>{NUMBER}){AFTER}{SCALE}",
            re.IGNORECASE,
        ),
        _foreign,
    ),
    Rule(
        "foreign money, code after",  # 7.12 USD/CNY is a rate
        re.compile(
            rf"{BEFORE}{SIGN}(?P<number>{NUMBER}){SCALE}\s*(?P<code>{_WORDS})(?![A-Za-z]|/[A-Z]{{3}})",
            re.IGNORECASE,
        ),
        _foreign,
    ),
)
