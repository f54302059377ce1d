"""A Face is a screen as the keypad offers it: the questions on it, and everything else that can be chosen."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from accessibility.node import Node
from accessibility.roles import Action, Role, State
from accessibility.targets import targets
from accessibility.tree import reading_order


class Kind(Enum):
    """How a question is answered. CHOICE: one of a list. NUMBER: figures. AMOUNT: with a point. TEXT: letters too."""

    CHOICE = auto()
    NUMBER = auto()
    AMOUNT = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose. checked: None where the question makes no sense. role: to call it by without a name."""

    id: int
    action: Action
    name: str
    checked: bool | None = None
    role: Role = Role.GENERIC


@dataclass(frozen=True, slots=True)
class Question:
    """A field or a radio group. secret: what is typed is neither shown nor told. value: what stands in it."""

    id: int
    kind: Kind
    name: str
    hint: str = ""
    error: str = ""
    value: str = ""
    secret: bool = False
    choices: tuple[Choice, ...] = ()

    @property
    def is_answered(self) -> bool:
        return bool(self.value) or any(choice.checked for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Face:
    """prompt: what the screen says first. asked: id of the question with the focus, 0 for none.

    main: what # does where nothing is being answered; it is among the choices too.
    """

    prompt: str
    questions: tuple[Question, ...]
    choices: tuple[Choice, ...]
    asked: int = 0
    main: Choice | None = None

    @property
    def ids(self) -> tuple[int, ...]:
        """What is there, whatever is written in it; another screen has others."""
        return (*(item.id for item in self.questions), *(item.id for item in self.choices))


def read_face(
    nodes: Mapping[int, Node],
    root: int,
    focus: int,
    kind_of: Callable[[int], Kind],
    main: int = 0,
    prompt: str = "",
) -> Face:
    """The face of a screen. kind_of: how the field of that id is written; main: id of the button that goes on.

    What comes after the focus is offered first, so that the bar at the top of every screen comes last.
    """
    questions = tuple(_questions(nodes, root, kind_of))
    inside = {choice.id for question in questions for choice in question.choices} | {item.id for item in questions}
    order = {node.id: place for place, node in enumerate(reading_order(nodes, root))}
    here = order.get(focus, -1)
    rest = [
        Choice(target.id, target.action, target.name, _yes_or_no(nodes[target.id]), target.role)
        for _, target in targets(nodes, root)
        if target.id not in inside
    ]
    rest.sort(key=lambda choice: order[choice.id] < here)
    asked = next((item.id for item in questions if focus == item.id or _holds(item, focus)), 0)
    return Face(prompt, questions, tuple(rest), asked, next((item for item in rest if item.id == main), None))


def _yes_or_no(node: Node) -> bool | None:
    return None if node.checked is None else bool(node.checked)


def _holds(question: Question, uid: int) -> bool:
    return any(choice.id == uid for choice in question.choices)


def _questions(nodes: Mapping[int, Node], root: int, kind_of: Callable[[int], Kind]) -> Iterator[Question]:
    for node in reading_order(nodes, root):
        if node.has(State.DISABLED):
            continue
        if node.role is Role.TEXTBOX and not node.has(State.READONLY):
            secret = node.has(State.PROTECTED)
            yield Question(
                node.id, kind_of(node.id), node.name, node.description, node.error, node.value, secret
            )  # fmt: skip
        elif node.role is Role.RADIOGROUP:
            found = [nodes[target.id] for _, target in targets(nodes, node.id)]
            choices = tuple(Choice(kid.id, Action.CLICK, kid.name, bool(kid.checked)) for kid in found)
            yield Question(node.id, Kind.CHOICE, node.name, node.description, node.error, choices=choices)
