"""From a call on the bus to its answer."""

import logging
from typing import Any

from accessibility.providers.atspi import application as app
from accessibility.providers.atspi import gone
from accessibility.providers.atspi.application import Application
from accessibility.providers.atspi.cache import ITEMS, all_items
from accessibility.providers.atspi.interfaces.all import INTERFACES, interfaces_of
from accessibility.providers.atspi.marshal import marshal
from accessibility.providers.atspi.message import Message, answer, refusal
from accessibility.providers.atspi.names import (
    ACCESSIBLE,
    CACHE,
    CACHE_PATH,
    INTROSPECTABLE,
    NOBODY,
    PEER,
    PROPERTIES,
    ROOT_PATH,
    Reference,
    number_of,
    path_of,
)
from accessibility.providers.atspi.subject import Interface, Property, Subject, Surroundings

_ERROR = "org.freedesktop.DBus.Error."
_LOG = logging.getLogger(__name__)


class Refused(Exception):
    """The call cannot be answered. Arguments: the last part of D-Bus's error name, and a sentence."""


def respond(call: Message, application: Application, world: Surroundings) -> Message:
    """The reply; an error where the object, the interface or the method is not there."""
    try:
        signature, body = _answer(call, application, world)
        return answer(call, signature, raw=bytes(marshal(signature, body)))
    except Refused as error:
        return refusal(call, _ERROR + str(error.args[0]), str(error.args[1]))
    except Exception as error:  # noqa: BLE001 - a reader's odd question must not end the answers to all others
        _LOG.warning("cannot answer %s.%s: %s", call.interface, call.member, type(error).__name__)
        return refusal(call, _ERROR + "Failed", f"{call.member} failed")


def _answer(call: Message, application: Application, world: Surroundings) -> tuple[str, tuple[Any, ...]]:
    if call.interface == PEER:
        return "", ()
    if call.path == CACHE_PATH:
        if (call.interface, call.member) != (CACHE, "GetItems"):
            raise Refused("UnknownMethod", call.member)
        return ITEMS, (all_items(application, world),)
    if call.path == ROOT_PATH:
        return _of_application(call, application)
    tree = application.tree
    number = number_of(call.path)
    uid = tree.by_number.get(number)
    if uid is None:
        if 0 < number <= tree.last_number:
            parent = tree.grave(number)
            return _of_gone(call, Reference(world.bus_name, path_of(parent)) if parent else NOBODY)
        raise Refused("UnknownObject", f"{call.path} was never there")
    return _of_object(call, Subject(tree, tree.nodes[uid], world))


# -- the application -----------------------------------------------------------------------------------


def _of_application(call: Message, application: Application) -> tuple[str, tuple[Any, ...]]:
    if call.interface == PROPERTIES:
        return _application_properties(call, application)
    if call.interface == INTROSPECTABLE:
        return "s", (_introspection(app.INTERFACES),)
    method = app.METHODS.get((call.interface, call.member))
    if method is None or method.takes != call.signature:
        raise Refused("UnknownMethod", f"{call.interface}.{call.member}")
    return method.gives, method.answer(application, *call.body)


def _application_properties(call: Message, application: Application) -> tuple[str, tuple[Any, ...]]:
    if call.member == "GetAll":
        found = {name: (kind, get(application)) for (interface, name), (kind, get) in app.PROPERTIES.items()
                 if interface == call.body[0]}  # fmt: skip
        return "a{sv}", (found,)
    known = app.PROPERTIES.get((call.body[0], call.body[1]))
    if known is None or call.member != "Get":
        raise Refused("UnknownProperty", str(call.body[1]))
    return "v", ((known[0], known[1](application)),)


# -- objects -------------------------------------------------------------------------------------------


def _of_object(call: Message, subject: Subject) -> tuple[str, tuple[Any, ...]]:
    if call.interface == PROPERTIES:
        return _properties(call, subject)
    if call.interface == INTROSPECTABLE:
        return "s", (_introspection(interfaces_of(subject.node)),)
    method = _interface(call.interface, subject).methods.get(call.member)
    if method is None or method.takes != call.signature:
        raise Refused("UnknownMethod", f"{call.interface}.{call.member}({call.signature})")
    return method.gives, method.answer(subject, *call.body)


def _of_gone(call: Message, parent: Reference) -> tuple[str, tuple[Any, ...]]:
    if call.interface == ACCESSIBLE and call.member in gone.METHODS:
        return gone.METHODS[call.member]
    if call.interface == PROPERTIES and call.body[0] == ACCESSIBLE:
        properties = {**gone.PROPERTIES, "Parent": ("(so)", parent)}
        if call.member == "GetAll":
            return "a{sv}", (properties,)
        if call.member == "Get" and call.body[1] in properties:
            return "v", (properties[call.body[1]],)
    raise Refused("UnknownObject", f"{call.path} is gone")


def _interface(name: str, subject: Subject) -> Interface:
    interface = INTERFACES.get(name)
    if interface is None or not interface.has(subject.node):
        raise Refused("UnknownInterface", name)
    return interface


def _properties(call: Message, subject: Subject) -> tuple[str, tuple[Any, ...]]:
    interface = _interface(str(call.body[0]), subject)
    if call.member == "GetAll":
        return "a{sv}", ({name: _read(known, subject) for name, known in interface.properties.items()},)
    known = interface.properties.get(str(call.body[1]))
    if known is None:
        raise Refused("UnknownProperty", str(call.body[1]))
    if call.member == "Get":
        return "v", (_read(known, subject),)
    if known.put is None or call.member != "Set":
        raise Refused("PropertyReadOnly", str(call.body[1]))
    kind, value = call.body[2]
    if kind != known.type:
        raise Refused("InvalidArgs", f"a value of type {known.type} is wanted")
    if not known.put(subject, value):
        raise Refused("PropertyReadOnly", f"{call.body[1]} of this object is not to be set")
    return "", ()


def _read(known: Property, subject: Subject) -> tuple[str, Any]:
    return known.type, known.get(subject)


def _introspection(interfaces: tuple[str, ...]) -> str:
    """Names only; what they hold is standard."""
    told = "".join(f'<interface name="{name}"/>' for name in (*interfaces, PROPERTIES, PEER))
    return f"<node>{told}</node>"
