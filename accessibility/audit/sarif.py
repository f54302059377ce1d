"""The report as SARIF 2.1.0, for tools that show findings of many checkers. Made from the report's data alone."""

from __future__ import annotations

from typing import Any

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_LEVELS = {"critical": "error", "serious": "error", "moderate": "warning", "minor": "note"}
"""Of a failure, by its impact."""

_EVIDENCE = ("screens", "looks", "measured", "limit", "unit", "reason", "crop")


def as_sarif(data: dict[str, Any]) -> dict[str, Any]:
    """One run. Failures have the kind `fail`, doubts `review`; crashed rules are notifications of the tool."""
    crashed = [entry for entry in data["results"] if entry["outcome"] == "error"]
    judged = [entry for entry in data["results"] if entry["outcome"] != "error"]
    index = {rule["id"]: number for number, rule in enumerate(data["rules"])}
    run = {
        "tool": {"driver": {"name": "accessibility audit", "rules": [_rule(rule) for rule in data["rules"]]}},
        "invocations": [
            {
                "executionSuccessful": not crashed,
                "startTimeUtc": data["began"].replace("+00:00", "Z"),
                "toolExecutionNotifications": [_notification(entry) for entry in crashed],
            }
        ],
        "results": [_result(entry, index[entry["rule"]]) for entry in judged],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": rule["id"],
        "shortDescription": {"text": rule["requirement"]},
        "fullDescription": {"text": rule["help"]},
        "help": {"text": rule["how_to_fix"]},
        "defaultConfiguration": {"level": _LEVELS[rule["impact"]]},
        "properties": {"tags": rule["tags"], "version": rule["version"], "mode": rule["mode"]},
    }


def _result(entry: dict[str, Any], rule: int) -> dict[str, Any]:
    failed = entry["outcome"] == "failed"
    result = {
        "ruleId": entry["rule"],
        "ruleIndex": rule,
        "kind": "fail" if failed else "review",
        "level": _LEVELS[entry["impact"]] if failed else "none",
        "message": {"text": entry["message"]},
        "locations": [{"logicalLocations": [_place(entry)]}],
        "partialFingerprints": {"finding/v1": entry["fingerprint"]},
        "baselineState": "unchanged" if entry["known"] else "new",
        "properties": {name: entry[name] for name in _EVIDENCE},
    }
    if entry["known"]:
        result["suppressions"] = [{"kind": "external", "justification": entry["known"]}]
    return result


def _place(entry: dict[str, Any]) -> dict[str, Any]:
    """Screens have no file: the line of roles and names from the window down is the place."""
    path = entry["path"] or ["window"]
    return {"name": path[-1], "fullyQualifiedName": " > ".join((entry["screens"][0], *path)), "kind": "element"}


def _notification(entry: dict[str, Any]) -> dict[str, Any]:
    return {"level": "error", "message": {"text": entry["message"]}, "associatedRule": {"id": entry["rule"]}}
