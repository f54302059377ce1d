"""Preferences survive storing, and what is stored wrongly does no harm."""

import json

from accessibility.preferences import TEXT_SCALES, Preferences, Theme


def test_they_survive_storing() -> None:
    chosen = Preferences(text_scale=2.0, theme=Theme.HIGH_CONTRAST, speak=True, patience=0)
    assert Preferences.from_mapping(json.loads(json.dumps(chosen.to_mapping()))) == chosen


def test_what_is_wrong_takes_its_default() -> None:
    stored = {"text_scale": 77, "theme": "pink", "speak": "yes", "unknown": 1, "captions": False, "patience": True}
    assert Preferences.from_mapping(stored) == Preferences(captions=False)


def test_text_grows_and_shrinks_by_steps_and_stops_at_the_ends() -> None:
    seen = [Preferences()]
    for _ in range(len(TEXT_SCALES) + 1):
        seen.append(seen[-1].larger())
    assert [p.text_scale for p in seen] == [*TEXT_SCALES, 3.0, 3.0]
    assert Preferences().smaller() == Preferences()
    assert Preferences(text_scale=1.5).smaller().text_scale == 1.3
