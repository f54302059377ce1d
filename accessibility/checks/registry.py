"""Finds the rules: every module of this package that has a RULE and a check."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from accessibility import checks
from accessibility.checks.rule import LoadedRule


class RegistryError(Exception):
    """Two rules share an id, or a rule file lacks its check."""


def load_rules() -> tuple[LoadedRule, ...]:
    """All rules, by id."""
    found: dict[str, LoadedRule] = {}
    for module_info in pkgutil.iter_modules(checks.__path__):
        module = import_module(f"{checks.__name__}.{module_info.name}")
        rule = getattr(module, "RULE", None)
        if rule is None:
            continue
        check = getattr(module, "check", None)
        if check is None:
            raise RegistryError(f"{module.__name__} has a RULE and no check")
        if rule.id in found:
            raise RegistryError(f"two rules are called {rule.id}")
        found[rule.id] = LoadedRule(rule, check)
    return tuple(found[id] for id in sorted(found))
