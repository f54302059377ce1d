"""Makes the words that Chinese is written with, and what its characters are told by, the same every time.

``python scripts/make_chinese_words.py``

The words and how often they occur are those of jieba 0.42.1, which pip fetches as its source archive; the readings are
pypinyin's, with its phrases, so that 银行 is yin hang. Needs the network once and half a minute. The words go to
assets/writing/zh-CN.words; a line for each character with what explains it (伟伟大, 张=弓长张) to zh-CN.explained.
"""

from __future__ import annotations

import hashlib
import math
import subprocess
import sys
import tarfile
import tempfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pypinyin import Style, lazy_pinyin, pinyin

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.chinese_extras import ALWAYS_READ, BANK_WORDS, GIVEN, SURNAME_READINGS, SURNAMES, WORDS  # noqa: E402
from scripts.chinese_telling import CHOSEN, SAYINGS, UNPLEASANT  # noqa: E402

OUT = ROOT / "assets" / "writing" / "zh-CN.words"
EXPLAINED = OUT.with_suffix(".explained")
JIEBA, DICT = "jieba==0.42.1", "jieba/dict.txt"
SHA256 = "7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8"

MOST_WORDS = 80_000
LONGEST = 6
"""Signs of the longest word."""

EXTRA_COUNT, BANK_COUNT = 400, 5000
"""How often words of our own lists are said to occur at least: as often as 银行卡 in jieba's news, and as often as the
words that a customer of a bank writes most."""

PART = 0.1
"""A character that is rare by itself is wanted for the words that hold it: this share of their counts is its own."""

OTHER_READING = 0.3
"""The most that a reading which is not a character's first can have of its count; none that no word has, a 200th."""

MISHEARD, PERSON, PLACE, UNKIND, LONGER = 27.0, 1000.0, 3.0, 1000.0, 50.0
"""How many times less a describing word is worth whose sound means another word more often, that is the name of
somebody or of a place, that nobody wants to hear of himself, and for each sign that it is longer than two."""

LONGEST_TELLING = 4
"""Signs of the longest word that tells a character: what is longer few people know by heart."""

Tables = dict[tuple[str, str], float]
"""How often a character occurs with a reading."""


def main() -> None:
    """Fetch, count, and write."""
    counts, kinds = fetched()
    kept = the_most_frequent(counts)
    read = {word: reading(word) for word in counts if len(word) <= LONGEST}
    signs = characters(counts, read)
    words = [(read[word], word, float(count)) for word, count in kept.items() if read[word]]
    words += [((syllable,), sign, count) for (sign, syllable), count in signs.items()]
    tellers = telling(counts, kinds, read)
    parts = ("\n".join(part) for part in (by_initials(words), families(), given(counts, kinds), told(tellers)))
    raw = "\n\n".join(parts).encode("utf8")
    OUT.write_bytes(zlib.compress(raw, 9))
    EXPLAINED.write_text("\n".join(explained(tellers)) + "\n", encoding="utf8")
    print(f"{len(words)} words, {len(raw)} bytes, {OUT.stat().st_size} packed")  # noqa: T201


def fetched() -> tuple[dict[str, int], dict[str, str]]:
    """jieba's Chinese words: how often each occurs, and its part of speech; ours are among them."""
    with tempfile.TemporaryDirectory() as folder:
        options = ("--no-deps", "--no-binary", ":all:", "--quiet", "--dest", folder)
        subprocess.run([sys.executable, "-m", "pip", "download", *options, JIEBA], check=True)
        with tarfile.open(next(Path(folder).glob("jieba-*.tar.gz"))) as archive:
            member = next(item for item in archive if item.name.endswith(DICT))
            stream = archive.extractfile(member)
            data = stream.read() if stream is not None else b""
    if hashlib.sha256(data).hexdigest() != SHA256:
        sys.exit("jieba's word list is not the one that is expected")
    rows = [line.split(" ") for line in data.decode("utf8").splitlines() if line]
    found = [row for row in rows if all("\u4e00" <= sign <= "\u9fff" for sign in row[0])]
    counts = {row[0]: int(row[1]) for row in found}
    for words, least in ((WORDS, EXTRA_COUNT), (BANK_WORDS, BANK_COUNT)):
        counts |= {word: max(least, counts.get(word, 0)) for word in words.split()}
    return counts, {row[0]: row[2] for row in found}


def the_most_frequent(counts: dict[str, int]) -> dict[str, int]:
    """Words of two signs and more; characters are counted elsewhere."""
    longer = [word for word in counts if 1 < len(word) <= LONGEST]
    longer.sort(key=lambda word: (-counts[word], word))
    return {word: counts[word] for word in longer[:MOST_WORDS]}


def reading(word: str) -> tuple[str, ...]:
    """Its syllables without tones, ü as v; none where one of them is no syllable."""
    syllables = tuple(lazy_pinyin(word, style=Style.NORMAL, v_to_u=False))
    syllables = tuple(ALWAYS_READ.get(sign, read) for sign, read in zip(word, syllables, strict=False))
    return syllables if len(syllables) == len(word) and all(map(is_syllable, syllables)) else ()


def is_syllable(text: str) -> bool:
    """Whether it is written in plain letters and holds a vowel: n, ng and ê are readings too, but nobody types them."""
    return text.isascii() and text.isalpha() and any(vowel in text for vowel in "aeiouv")


def characters(counts: dict[str, int], read: dict[str, tuple[str, ...]]) -> Tables:
    """Every character of GB 2312 and of jieba's own, with each of its readings."""
    inside: Counter[tuple[str, str]] = Counter()
    for word, syllables in read.items():
        if len(word) > 1:
            for sign, syllable in zip(word, syllables, strict=False):
                inside[sign, syllable] += counts[word]
    found: Tables = {}
    usual = frozenset(gb2312())
    for sign in sorted({*usual, *(word for word in counts if len(word) == 1)}):
        readings = readings_of(sign)
        own = counts.get(sign, 0) if sign in usual else 0  # jieba's counts of rare and old forms are made up
        whole = sum(inside[sign, syllable] for syllable in readings) or 1
        for place, syllable in enumerate(readings):
            held = inside[sign, syllable]
            share = 1.0 if place == 0 else max(1 / 200, min(OTHER_READING, held / whole))
            found[sign, syllable] = max(1.0, own * share + PART * held)
    return found


def readings_of(sign: str) -> list[str]:
    """All its readings, the usual one first; a surname's own among them."""
    known = pinyin(sign, style=Style.NORMAL, heteronym=True, v_to_u=False)[0]
    found = [ALWAYS_READ.get(sign, ""), *known, SURNAME_READINGS.get(sign, "")]
    return list(dict.fromkeys(syllable for syllable in found if is_syllable(syllable)))


def gb2312() -> Iterator[str]:
    """The 6,763 characters of the standard: rows 16 to 87."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            sign = bytes((row, cell)).decode("gb2312", "ignore")
            if sign:
                yield sign


def weight(count: float) -> int:
    """Ten times the natural logarithm of a count, which is 1 or more."""
    return round(10 * math.log(max(1.0, count)))


def by_initials(words: Iterable[tuple[tuple[str, ...], str, float]]) -> Iterator[str]:
    """A line for each row of first letters: zz, and all words of it by their readings, the most frequent first."""
    rows: dict[str, dict[str, list[tuple[float, str]]]] = defaultdict(lambda: defaultdict(list))
    for syllables, word, count in words:
        rows["".join(syllable[0] for syllable in syllables)][" ".join(syllables)].append((-count, word))
    for initials, readings in sorted(rows.items()):
        told_words = (
            f"{sounds}:" + ",".join(f"{word}{weight(-count)}" for count, word in sorted(found))
            for sounds, found in sorted(readings.items())
        )
        yield f"{initials}\t{';'.join(told_words)}"


def families() -> Iterator[str]:
    """Surnames with their readings, the most frequent first."""
    for name in SURNAMES:
        yield f"{name} {SURNAME_READINGS.get(name) or reading(name)[0]}"


def given(counts: dict[str, int], kinds: dict[str, str]) -> Iterator[str]:
    """Characters of given names, their readings and weights: counted in jieba's names of people, and listed by us."""
    found: Counter[str] = Counter()
    for word, kind in kinds.items():
        is_name = kind.startswith("nr") and len(word) == 3 and word[0] in SURNAMES
        if is_name and counts.get(word[1:], 0) < EXTRA_COUNT:  # or it is a title: 王先生
            found.update(word[1:])
    for place, sign in enumerate(GIVEN):
        found[sign] += max(40, 400 - place)
    for sign, count in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        if count > 2:
            yield f"{sign} {readings_of(sign)[0]} {weight(count)}"


Tellers = dict[tuple[str, str], tuple[float, str]]
"""For each character with each of its readings the word that tells it best, and what that is worth."""


def telling(counts: dict[str, int], kinds: dict[str, str], read: dict[str, tuple[str, ...]]) -> Tellers:
    """The words that tell characters: those that were chosen, else the most frequent that is heard for what it is."""
    loudest: dict[tuple[str, ...], int] = {}
    for word, syllables in read.items():
        loudest[syllables] = max(counts[word], loudest.get(syllables, 0))
    best: Tellers = {}
    for word, syllables in sorted(read.items()):
        if 1 < len(word) <= LONGEST_TELLING and syllables:
            worth = (counts[word] + 1.0) / (MISHEARD if counts[word] < loudest[syllables] else 1.0)
            worth /= rarity(word, kinds.get(word, ""))
            for sign, syllable in zip(word, syllables, strict=True):
                here = worth / (UNKIND if UNPLEASANT & (set(word) - {sign}) else 1.0)
                if here > best.get((sign, syllable), (0.0, ""))[0]:
                    best[sign, syllable] = (here, word)
    for sign, word in pairs(CHOSEN):
        syllable = reading(word)[word.index(sign)]
        best[sign, syllable] = (math.inf, word)
    return best


def rarity(word: str, kind: str) -> float:
    """How many times less the word is worth than another as frequent one: the name of a person, of a place, long."""
    named = PERSON if kind.startswith("nr") else PLACE if kind.startswith(("ns", "nt")) else 1.0
    return named * float(LONGER ** (len(word) - 2))


def pairs(listed: str) -> Iterator[tuple[str, str]]:
    """伟伟大 …: each sign with what stands behind it."""
    yield from ((entry[0], entry[1:]) for entry in listed.split())


def told(tellers: Tellers) -> Iterator[str]:
    """For every syllable, the characters so read, each with the word that tells which is meant: 王国王."""
    rows: dict[str, list[str]] = defaultdict(list)
    for (sign, syllable), (_, word) in sorted(tellers.items()):
        rows[syllable].append(sign + word)
    yield from (f"{syllable}\t{' '.join(found)}" for syllable, found in sorted(rows.items()))


def explained(tellers: Tellers) -> Iterator[str]:
    """伟伟大: a character of GB 2312 and the word that tells it in its most frequent reading; 张=弓长张: a saying."""
    usual, best = frozenset(gb2312()), dict[str, tuple[float, str]]()
    for (sign, _), found in sorted(tellers.items()):
        if sign in usual and found > best.get(sign, (0.0, "")):
            best[sign] = found
    lines = {sign: word for sign, (_, word) in best.items()} | {sign: f"={saying}" for sign, saying in pairs(SAYINGS)}
    yield from (sign + line for sign, line in sorted(lines.items()))


if __name__ == "__main__":
    main()
