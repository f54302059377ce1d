"""Dwelling: a pointer that rests clicks once, where it rests."""

from accessibility.dwell import Dwell, DwellSettings


def test_resting_clicks_once_and_not_again_until_the_pointer_has_moved_away() -> None:
    dwell = Dwell(rest=1.0, radius=10)
    dwell.move((100, 100), 0.0)
    assert dwell.tick(0.9) is None
    assert dwell.progress(0.5) == 0.5
    assert dwell.tick(1.0) == (100, 100)
    assert dwell.tick(2.0) is None
    assert dwell.progress(2.0) == 0.0
    dwell.move((104, 100), 2.1)
    assert dwell.tick(9.0) is None, "trembling is not leaving"
    dwell.move((200, 100), 9.1)
    assert dwell.tick(10.0) is None
    assert dwell.tick(10.2) == (200, 100)


def test_trembling_within_the_radius_is_resting_and_crossing_it_is_not() -> None:
    dwell = Dwell(rest=1.0, radius=10)
    for tenth in range(10):
        dwell.move((100 + 6 * (tenth % 2), 100), tenth / 10)
    assert dwell.tick(1.0) == (100, 100)
    for tenth in range(20, 40):
        dwell.move((100 + 20 * (tenth % 2), 100), tenth / 10)
        assert dwell.tick(tenth / 10) is None


def test_a_pointer_that_left_the_window_clicks_nothing() -> None:
    dwell = Dwell(rest=1.0, radius=10)
    dwell.move((5, 5), 0.0)
    dwell.leave()
    assert dwell.tick(5.0) is None
    assert dwell.place is None


def test_settings_are_kept() -> None:
    kept = DwellSettings(on=True, rest=0.5, radius=20.0)
    assert DwellSettings.from_mapping(kept.to_mapping()) == kept
    assert DwellSettings.from_mapping({"rest": 0.0, "radius": -1}) == DwellSettings()
