"""What is said of the present moment is one message: all its forms, and the ids of all that is in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.dialogue.grammar import load_grammar
from app.dialogue.manager import DialogueManager, Turn
from app.dialogue.phrase import noticed, parts, phrase
from app.dialogue.understand import Understanding
from app.flows import FLOWS
from app.flows.acts import Human, Interpretation, Mode, More, NotUnderstood, Request
from app.flows.interaction import InteractionManager
from app.flows.view import Notice, View
from app.flows.work import InlineWorker
from app.words import LANGUAGES, Form, Message, Words
from tests.app.signed_in import SIGN_IN
from tests.fakes import FakeBank


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_turn_of_the_bank_has_the_ids_and_forms_of_its_parts(lang: str) -> None:
    words = Words.load(lang)
    manager = InteractionManager(FakeBank(), FLOWS, InlineWorker(), lang)
    dialogue = DialogueManager(manager, Understanding(load_grammar(lang)), words)
    said: list[Turn] = []
    dialogue.listen(said.append)
    for act in (Request("transfer_money"), Human(), Request("check_balance")):
        manager.handle(Interpretation(act, "", Mode.CHAT))
        ids = said[-1].message.id.split()
        assert ids == [part.id for part in parts(manager.view, words)]
        assert ids, "a turn that no catalogue knows"
        for form in Form:
            between = "\n" if form in (Form.SCREEN, Form.CHAT) else " "
            expected = between.join(words.text(part.id, form, **part.args) for part in parts(manager.view, words))
            assert said[-1].message.form(form) == expected


def test_what_is_said_beside_a_task_keeps_its_ids() -> None:
    words = Words.load("zh-CN")
    view = View(notices=(Notice("settings"), Notice("session_ends_soon")))
    told = noticed(view, words)
    assert told.id == "notice-settings notice-session_ends_soon"
    assert "或者说继续" in told.speech
    assert "或者说继续" not in told.screen
    assert noticed(View(), words) == Message.same("")
    assert phrase(view, words).id == f"{told.id} home-ask-signed-out"


def test_a_numbered_choice_is_shown_as_it_is_told() -> None:
    """Three at a time beside the task on a screen too, with what is left of it."""
    words = Words.load("zh-CN")
    manager = InteractionManager(FakeBank(), FLOWS, InlineWorker(), "zh-CN")
    for _ in range(2):
        manager.handle(Interpretation(NotUnderstood(""), "", Mode.VOICE))
    assert noticed(manager.view, words).id == "notice-offer choice-line choice-line choice-line list-more"
    manager.handle(Interpretation(More(), "", Mode.VOICE))
    shown = noticed(manager.view, words)
    assert shown.id == "choice-line choice-line choice-line choice-ask"
    assert shown.screen.startswith("4. ")


@pytest.mark.parametrize(("lang", "ways"), [("zh-CN", ("电话", "网点")), ("en", (" card", "branch"))])
@pytest.mark.parametrize("form", Form)
def test_who_asks_for_a_person_is_told_where_there_is_one(lang: str, ways: tuple[str, str], form: Form) -> None:
    """In every form, so that whoever only hears or only feels it is not left with a No; and one way needs no voice."""
    words = Words.load(lang)
    told = noticed(View(notices=(Notice("human"),)), words).form(form)
    assert all(way in told for way in ways)


@pytest.mark.parametrize(
    ("lang", "older", "said"),
    [
        ("zh-CN", 12, "还有更早的12笔"),
        ("zh-CN", None, "还有更早的，"),
        ("en", 12, "12 more"),
        ("en", None, "There are more"),
    ],
)
def test_a_list_from_the_bank_tells_how_many_follow_where_that_is_known(
    lang: str, older: int | None, said: str
) -> None:
    """Whoever listens decides by that number whether to go on; what the bank does not say is not made up."""
    bank, words = FakeBank(), Words.load(lang)
    page = replace(bank.ledger.page(next(iter(bank.ledger.accounts)), None, 3), next_cursor="c", older=older)
    bank.entries = lambda *_, **__: page  # type: ignore[method-assign]
    manager = InteractionManager(bank, FLOWS, InlineWorker(), lang)
    manager.handle(Interpretation(SIGN_IN))
    manager.handle(Interpretation(Request("list_transactions")))
    assert said in phrase(manager.view, words).speech
    assert ("12" in phrase(manager.view, words).screen.splitlines()[-1]) is (older == 12)
