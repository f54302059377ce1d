"""SEC-01: a masked entry tells nothing."""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Need, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

RULE = Rule(
    id="SEC-01",
    requirement="A masked entry is never revealed in the tree or in events: readers get bullets of the right number.",
    requirement_zh="密码等保密输入不在无障碍树和事件中暴露。",
    tags=("EN5.1.3.8", "G12", "W4.1.2/A"),
    who=("B",),
    impact=Impact.CRITICAL,
    help="Whatever is in the tree is spoken aloud and can be read by any program on the machine.",
    how_to_fix="Use password=True or a11y_protected; give bullets as text.",
    limits="Looked for in the tree and in events; not in logs, clipboard, files or by reading pictures.",
    needs=frozenset({Need.SECRET}),
)


def check(screen: Screen) -> Iterator[Finding]:
    fields = [node for node in screen.nodes if node.role == "password text"]
    evidence = {"limit": 0.0, "unit": "places that tell the secret"}
    for node in screen.nodes:
        if any(secret in said for secret in screen.secrets for said in _said(node)):
            yield failed(node, f"{node.role} tells what was typed into a protected field", measured=1.0, **evidence)
    if any(secret in text for secret in screen.secrets for text in screen.heard):
        yield failed(None, "an event told what was typed into a protected field", measured=1.0, **evidence)
    for node in fields:
        bullets = set(node.text or "")
        if len(bullets) > 1 or any(char.isalnum() for char in bullets):
            yield failed(node, f"{named(node)} gives a text that is not bullets", measured=1.0, **evidence)
        elif (
            screen.typed_whole
            and screen.secrets
            and len(node.text or "") not in {len(secret) for secret in screen.secrets}
        ):
            yield failed(node, f"{named(node)} gives {len(node.text or '')} bullets, which is not what was typed",
                         measured=float(len(node.text or "")), unit="bullets")  # fmt: skip
        else:
            yield passed(node, measured=0.0, **evidence)


def _said(node: Seen) -> tuple[str, ...]:
    return (node.name, node.description, node.text or "", *node.attributes.values())
