"""org.a11y.atspi.Image: a picture, its words and its place."""

from accessibility.providers.atspi.interfaces.accessible import locale
from accessibility.providers.atspi.names import IMAGE
from accessibility.providers.atspi.subject import Interface, Method, Property
from accessibility.roles import Role

INTERFACE = Interface(
    IMAGE,
    lambda node: node.role is Role.IMG,
    methods={
        "GetImageExtents": Method("u", "(iiii)", lambda it, coordinates: (it.place(it.node.bounds, coordinates),)),
        "GetImagePosition": Method("u", "ii", lambda it, coordinates: it.place(it.node.bounds, coordinates)[:2]),
        "GetImageSize": Method("", "ii", lambda it: it.place(it.node.bounds, 1)[2:]),
    },
    properties={
        "ImageDescription": Property("s", lambda it: it.node.name),
        "ImageLocale": Property("s", lambda it: locale()),
    },
)
