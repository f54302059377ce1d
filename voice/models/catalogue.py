"""The catalogue of official Vosk models, as their makers publish it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests

from voice.errors import ModelTrouble
from voice.models.secure import get, require_secure

OFFICIAL = "https://alphacephei.com/vosk/models/"
"""Where the models are published, with ``model-list.json`` beside them."""

_TIMEOUT = (5.0, 20.0)
_LANGUAGES = {"cn": "zh", "en-us": "en", "en-gb": "en", "en-in": "en", "zh": "zh", "en": "en"}
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}")
_MD5 = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Published:
    """A model that can be installed. ``lang`` is zh or en, ``size`` in bytes, ``md5`` its makers' checksum."""

    name: str
    lang: str
    size: int
    md5: str
    url: str


def catalogue(base: str = OFFICIAL) -> tuple[Published, ...]:
    """The models for the client's languages, smallest first.

    Raises:
        ModelTrouble: ``no_network``, ``list_garbled``, ``not_secure`` (neither HTTPS nor this machine,
            or sent on to such an address).
    """
    base = base if base.endswith("/") else base + "/"
    require_secure(base)
    try:
        answer = get(base + "model-list.json", _TIMEOUT)
        answer.raise_for_status()
    except requests.RequestException as failure:
        raise ModelTrouble("no_network", urlsplit(base).netloc) from failure
    try:
        listed = answer.json()
        found = [one for item in listed if (one := _published(item, base)) is not None]
    except (ValueError, TypeError, AttributeError, KeyError) as failure:
        raise ModelTrouble("list_garbled", urlsplit(base).netloc) from failure
    return tuple(sorted(found, key=lambda one: one.size))


def find_published(name: str, base: str = OFFICIAL) -> Published:
    """The published model of that name. Raises ModelTrouble, also ``no_such_model``."""
    for one in catalogue(base):
        if one.name == name:
            return one
    raise ModelTrouble("no_such_model", name)


def _published(item: Mapping[str, Any], base: str) -> Published | None:
    """One line of the list; None for other languages, outdated models, and what would not be safe to use."""
    lang = _LANGUAGES.get(str(item["lang"]))
    name, md5 = str(item["name"]), str(item["md5"]).lower()
    usable = _NAME.fullmatch(name) and _MD5.fullmatch(md5) and str(item.get("obsolete", "false")) == "false"
    if lang is None or not usable or item.get("type") == "spk":
        return None
    return Published(name, lang, int(item["size"]), md5, f"{base}{name}.zip")
