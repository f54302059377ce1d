"""org.a11y.atspi.Value: a number between two ends."""

from accessibility.node import NumericRange
from accessibility.providers.atspi.names import VALUE
from accessibility.providers.atspi.subject import Interface, Property, Subject
from accessibility.roles import Action, Role

_NOTHING = NumericRange(0.0, 0.0, 0.0)
_RANGES = frozenset({Role.PROGRESSBAR, Role.SLIDER, Role.SPINBUTTON})


def _range(subject: Subject) -> NumericRange:
    return subject.node.range or _NOTHING


INTERFACE = Interface(
    VALUE,
    lambda node: node.range is not None or node.role in _RANGES,
    methods={},
    properties={
        "MinimumValue": Property("d", lambda it: _range(it).low),
        "MaximumValue": Property("d", lambda it: _range(it).high),
        "MinimumIncrement": Property("d", lambda it: _range(it).step),
        "CurrentValue": Property("d", lambda it: _range(it).now, lambda it, value: it.perform(Action.SET_VALUE, value)),
        "Text": Property("s", lambda it: it.node.value),
    },
)
