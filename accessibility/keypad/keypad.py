"""Keypad: what each of the twelve keys means now, and what a press does; a state machine without time limits."""

from dataclasses import dataclass

from accessibility.keypad.face import Choice, Face, Kind, Question
from accessibility.keypad.meaning import Meaning
from accessibility.keypad.offer import Offer, Offers, no_offers
from accessibility.keypad.writing import CHOOSE, Writing
from accessibility.roles import Action

KEYS = "123456789*0#"
MORE = "9"
"""Turns the page where there are more choices than fit; then the last of them has no key of its own."""


@dataclass(frozen=True, slots=True)
class Perform:
    """Do this to the thing of that id."""

    id: int
    action: Action


@dataclass(frozen=True, slots=True)
class Write:
    """Put this text into the field of that id."""

    id: int
    text: str


Offered = Choice | Question | Offer | Meaning
"""What a key can do."""

Effect = Perform | Write | Meaning
"""Of meanings only BACK, PERSON and AGAIN come out: they are for the application to do."""


class Keypad:
    """`show` it the screen whenever that changes, `press` keys, and do the effects in their order.

    A screen with questions is asked question by question, beginning with the one in focus; * leads to all else.
    ``offers``: what letters may mean; a secret means nothing else.
    """

    def __init__(self, offers: Offers = no_offers) -> None:
        self._offers_for = offers
        self.face = Face("", (), ())
        self.page, self.size = 0, 9
        """The page of choices in sight, and how many fit on one: 9 are offered at once, or 8 and less by pages."""
        self._asked = 0
        self._writing: Writing | None = None

    @property
    def question(self) -> Question | None:
        """The question being answered; None in the menu."""
        return next((item for item in self.face.questions if item.id == self._asked), None)

    @property
    def writing(self) -> Writing | None:
        """What is being typed, or None."""
        return self._writing

    @property
    def keys(self) -> dict[str, Offered]:
        """What each key does now, as it is to be offered; a figure that only types is not among them."""
        if self._writing is not None:
            return self._writing_keys(self._writing)
        offered: dict[str, Offered] = {
            str(number): choice for number, choice in enumerate(self._page_of(self._offers()), 1)
        }
        if self._pages > 1:
            offered[MORE] = Meaning.MORE
        offered["#"] = self._hash()
        offered["*"] = Meaning.MENU if self.question else Meaning.BACK
        offered["0"] = Meaning.PERSON
        return offered

    def show(self, face: Face, *, moved: bool = False) -> None:
        """The screen as it is now. What was being answered goes on as long as it is there.

        moved: the application has moved the focus, as to a question with an error: ask that one.
        """
        is_other = face.ids != self.face.ids
        self.face = face
        if moved or (is_other and self.question is None):
            self._ask(face.asked)

    def press(self, key: str) -> tuple[Effect, ...]:
        """Press one of KEYS; gives what is to be done."""
        if self._writing is not None:
            return self._type(self._writing, key)
        meaning = self.keys.get(key)
        if isinstance(meaning, Question):
            self._ask(meaning.id)
            return ()
        if isinstance(meaning, Choice):
            return self._choose(meaning)
        return self._do(meaning) if isinstance(meaning, Meaning) else ()

    # -- menus ----------------------------------------------------------------------------------------

    def _offers(self) -> tuple[Choice | Question, ...]:
        question = self.question
        return question.choices if question else (*self.face.questions, *self.face.choices)

    @property
    def _per_page(self) -> int:
        return min(self.size, int(MORE) - 1)

    @property
    def _pages(self) -> int:
        count = len(self._offers())
        return 1 if count <= self.size else -(-count // self._per_page)

    def _page_of(self, offers: tuple[Choice | Question, ...]) -> tuple[Choice | Question, ...]:
        if self._pages == 1:
            return offers
        return offers[self.page * self._per_page : (self.page + 1) * self._per_page]

    def _hash(self) -> Choice | Meaning:
        if self.question:
            return Meaning.NEXT
        return self.face.main or Meaning.AGAIN

    def _choose(self, choice: Choice) -> tuple[Effect, ...]:
        done: tuple[Effect, ...] = (Perform(choice.id, choice.action),)
        return (*done, *self._next()) if self.question else done

    def _do(self, meaning: Meaning) -> tuple[Effect, ...]:
        if meaning is Meaning.MORE:
            self.page = (self.page + 1) % self._pages
            return ()
        if meaning is Meaning.MENU:
            self._ask(0)
            return ()
        return self._next() if meaning is Meaning.NEXT else (meaning,)

    # -- questions ------------------------------------------------------------------------------------

    def _ask(self, uid: int) -> None:
        self._asked, self.page = uid, 0
        question = self.question
        kind = question.kind if question else Kind.CHOICE
        offers = self._offers_for if question and kind is Kind.TEXT and not question.secret else no_offers
        self._writing = None if kind is Kind.CHOICE else Writing(kind, offers)

    def _next(self) -> tuple[Effect, ...]:
        """To the next question without an answer; after the last one, on with the button that goes on."""
        questions = self.face.questions
        here = next((place for place, item in enumerate(questions) if item.id == self._asked), -1)
        open_ones = [item for item in questions[here + 1 :] if not item.is_answered]
        if open_ones:
            self._ask(open_ones[0].id)
            return ()
        self._ask(0)
        main = self.face.main
        return (Perform(main.id, main.action),) if main else ()

    def _type(self, writing: Writing, key: str) -> tuple[Effect, ...]:
        if key == "#":
            return self._written(writing)
        if key == "*" and writing.star is Meaning.MENU:
            self._ask(0)
        else:
            writing.press(key)
        return ()

    def _written(self, writing: Writing) -> tuple[Effect, ...]:
        question = self.question
        if question is None or (not writing.text and not question.is_answered):
            return (Meaning.AGAIN,)
        done: tuple[Effect, ...] = (Write(question.id, writing.text),) if writing.text else ()
        return (*done, *self._next())

    def _writing_keys(self, writing: Writing) -> dict[str, Offered]:
        offered: dict[str, Offered] = {"#": Meaning.NEXT, "*": writing.star}
        if writing.is_choosing:
            offered |= writing.page
            if writing.has_more:
                offered[MORE] = Meaning.MORE
        elif writing.offers and not writing.first:
            offered[CHOOSE] = Meaning.CHOOSE
        return offered
