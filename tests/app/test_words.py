"""The linter of all wording: every form, every language, every parameter."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from app.domain.accounts import Account, AccountKind
from app.domain.money import Money
from app.domain.payments import Payee
from app.domain.secret import Secret
from app.flows import FLOWS
from app.words import LANGUAGES, LOCALES, Form, Words

FORMS = {form.value for form in Form if form is not Form.SCREEN}
LONGEST_HEARD = {"zh-CN": 110, "en": 330}
"""Characters of one spoken message, parameters not filled in."""


def messages(lang: str) -> dict[str, ast.Message]:
    found: dict[str, ast.Message] = {}
    for file in sorted((LOCALES / lang).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf8")).body:
            assert not isinstance(entry, ast.Junk), f"{file.name}: {entry.content[:60]!r}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice"
                found[entry.id.name] = entry
    return found


def parameters(node: ast.BaseNode) -> set[str]:
    names: set[str] = set()

    def walk(item: object) -> None:
        if isinstance(item, ast.VariableReference):
            names.add(item.id.name)
        if isinstance(item, ast.BaseNode):
            for value in vars(item).values():
                for part in value if isinstance(value, list) else [value]:
                    walk(part)

    walk(node)
    return names


def is_utterance(message: ast.Message) -> bool:
    return bool(message.attributes)


ALL = {lang: messages(lang) for lang in LANGUAGES}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_every_message(lang: str) -> None:
    """A message that one language lacks would be an error for its customers."""
    assert set(ALL[lang]) == set(ALL["zh-CN"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_utterance_has_all_its_forms(lang: str) -> None:
    """What has one spoken form has speech, chat and braille; the same in each language."""
    for name, message in ALL[lang].items():
        forms = {attribute.id.name for attribute in message.attributes}
        assert forms in (set(), FORMS), f"{name} ({lang}) lacks {FORMS - forms}"
        assert is_utterance(message) == is_utterance(ALL["zh-CN"][name]), name


def test_languages_use_the_same_parameters() -> None:
    """A parameter in one language only is a slip of the pen."""
    for name, message in ALL["en"].items():
        assert parameters(message) == parameters(ALL["zh-CN"][name]), name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_spoken_is_too_long_to_hear(lang: str) -> None:
    """A listener cannot look back."""
    for name, message in ALL[lang].items():
        for attribute in message.attributes:
            if attribute.id.name == "speech" and attribute.value is not None:
                text = "".join(e.value for e in attribute.value.elements if isinstance(e, ast.TextElement))
                assert len(text) <= LONGEST_HEARD[lang], f"{name} ({lang}): {len(text)}"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("intent", list(FLOWS))
def test_every_flow_has_its_words(lang: str, intent: str) -> None:
    """Title, button, and for each field a label, a hint, a question in two ways, help and a reason."""
    wanted = {f"{intent}-title"}
    for field in FLOWS[intent].fields:
        wanted |= {f"{intent}-{field.name}-{part}" for part in ("label", "hint", "ask", "again", "help", "why")}
    if FLOWS[intent].fields:
        wanted.add(f"{intent}-submit")
    if FLOWS[intent].check is not None:
        wanted |= {f"{intent}-review", f"{intent}-confirm", f"{intent}-done"}
    assert wanted <= set(ALL[lang]), wanted - set(ALL[lang])


def test_no_code_has_words_in_it() -> None:
    """Chinese text lives in the locale files, not in the client's code (numbers and templates apart)."""
    chinese = re.compile(r"[\u4e00-\u9fff]")
    root = Path(__file__).resolve().parents[2] / "app"
    allowed = {"number_spans.py", "denial.py", "read_back.py", "line_break.py", "__main__.py"}
    allowed |= {"audit_plan.py", "audit_steps.py"}
    for file in root.rglob("*.py"):
        if file.name in allowed or file.parent.name == "tour":
            continue  # the tour's customer speaks for herself
        code = re.sub(r'""".*?"""|#[^\n]*', "", file.read_text(encoding="utf8"), flags=re.DOTALL)
        assert not chinese.search(code), file.name


def test_money_is_said_as_each_form_says_it() -> None:
    """¥1,234.50 on screen is 一千二百三十四元五角 in speech; never '1234.50' aloud."""
    zh, en = Words.load("zh-CN"), Words.load("en")
    assert zh.value(Money(123450)) == "¥1,234.50"
    assert zh.value(Money(123450), Form.SPEECH) == "一千二百三十四元五角"
    assert zh.value(Money(-5), Form.SPEECH) == "负五分"
    assert "one thousand" in en.value(Money(123450), Form.SPEECH)


def test_account_and_payee_are_said_digit_by_digit() -> None:
    """Tails are digits, not numbers."""
    zh = Words.load("zh-CN")
    account = Account("a", AccountKind.SAVINGS, "7109", Money(0))
    assert not re.search("[0-9]", zh.value(account, Form.SPEECH))
    assert "储蓄" in zh.value(account, Form.SPEECH)
    assert not re.search("[0-9]", zh.value(Payee("p", "张三", "听见银行", "5528"), Form.SPEECH))


@pytest.fixture
def abroad(request: pytest.FixtureRequest) -> Iterator[None]:
    """This machine in the zone that the test names."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize("abroad", ["Asia/Shanghai", "America/New_York", "UTC"], indirect=True)
@pytest.mark.usefixtures("abroad")
def test_times_are_the_banks_own() -> None:
    """Wherever the customer is, a receipt bears the day of the bank's books; the spoken form has no figures."""
    zh = Words.load("zh-CN")
    at = datetime(2026, 3, 5, 1, 30, tzinfo=timezone(timedelta(hours=8)))
    assert zh.value(at) == "3月5日 01:30"
    assert zh.value(at, Form.SPEECH) == "二零二六年三月五日"


def test_a_secret_has_no_words() -> None:
    """Even a message that tried could not say it."""
    with pytest.raises(TypeError):
        Words.load("zh-CN").value(Secret("x"))


def test_words_that_were_changed_are_read_anew(tmp_path: Path) -> None:
    """Each text is read once; another text in the same file is another."""
    file = tmp_path / "en" / "a.ftl"
    file.parent.mkdir()
    for text in ("Good morning", "Good evening", "Good morning"):
        file.write_text(f"greeting = {text}\n", "utf8")
        assert Words.load("en", tmp_path).text("greeting") == text
