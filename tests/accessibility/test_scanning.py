"""Scanning: what is marked when, what is chosen, and which presses count."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.node import Bounds, Node
from accessibility.roles import Action, Role, State
from accessibility.switch.plan import ScanGroup, make_plan, start_of
from accessibility.switch.presses import Presses, Switch
from accessibility.switch.scanner import Level, Scanner
from accessibility.switch.settings import Accept, ScanMode, SwitchSettings

ROOT = 1


def tree(*nodes: Node) -> Mapping[int, Node]:
    """A window with `nodes` in it; those that are the child of another one are only there."""
    inner = {kid for node in nodes for kid in node.children}
    top = tuple(node.id for node in nodes if node.id not in inner)
    return {ROOT: Node(ROOT, Role.WINDOW, children=top), **{node.id: node for node in nodes}}


def button(uid: int, row: int = 0, column: int = 0, **more: Any) -> Node:
    box = Bounds(column * 100.0, row * 50.0, column * 100.0 + 90, row * 50.0 + 40)
    more = {"role": Role.BUTTON, "name": f"b{uid}", "actions": (Action.CLICK,), **more}
    return Node(uid, bounds=box, **more)


def group(uid: int, *kids: int, role: Role = Role.GROUP, name: str = "") -> Node:
    return Node(uid, role, name=name, bounds=Bounds(0, 0, 900, 900), children=kids)


def ids(groups: tuple[ScanGroup, ...]) -> list[list[int]]:
    return [[item.id for item in found.items] for found in groups]


def keys(*rows: int) -> tuple[ScanGroup, ...]:
    """Groups with so many buttons each; ids count on from 10."""
    nodes, uid = [], 10
    for row, count in enumerate(rows):
        nodes += [button(uid + column, row, column) for column in range(count)]
        uid += count
    return make_plan(tree(*nodes), ROOT)


def scanner(*rows: int, **settings: Any) -> Scanner:
    made = Scanner(SwitchSettings(**{"interval": 1.0, "first_pause": 0.5, "repeats": 2, **settings}))
    made.show(keys(*rows), 0, 0.0)
    return made


def marked(scan: Scanner) -> Any:
    """The id of the marked thing, or (level, id of its first) of a marked group; None at rest."""
    mark = scan.mark
    if mark is None:
        return None
    return mark.item.id if mark.item else (mark.level, mark.group.items[0].id)


class TestPlan:
    def test_rows_as_seen_are_groups(self) -> None:
        assert ids(make_plan(tree(button(2), button(3, 0, 1), button(4, 1), button(5, 2)), ROOT)) == [[2, 3], [4], [5]]

    def test_what_stands_in_one_list_is_one_group_with_its_name(self) -> None:
        nodes = tree(group(9, 2, 3, role=Role.RADIOGROUP, name="Colour"), button(2, 0), button(3, 1), button(4, 2))
        plan = make_plan(nodes, ROOT)
        assert ids(plan) == [[2, 3], [4]]
        assert plan[0].name == "Colour"

    def test_a_long_group_is_cut_where_a_row_ends(self) -> None:
        many = [button(uid, (uid - 10) // 4, (uid - 10) % 4) for uid in range(10, 22)]
        plan = make_plan(tree(group(9, *(node.id for node in many), name="Keys"), *many), ROOT, longest=6)
        assert [(found.name, found.part) for found in plan] == [("Keys", 1), ("Keys", 2), ("Keys", 3)]
        assert ids(plan) == [[10, 11, 12, 13], [14, 15, 16, 17], [18, 19, 20, 21]]

    def test_only_what_can_be_chosen_is_scanned(self) -> None:
        off = button(3, states=frozenset({State.DISABLED}))
        text = button(4, role=Role.STATICTEXT, actions=())
        fixed = button(5, role=Role.TEXTBOX, states=frozenset({State.READONLY}))
        nowhere = Node(6, Role.BUTTON, name="x", actions=(Action.CLICK,))
        assert ids(make_plan(tree(button(2), off, text, fixed, nowhere), ROOT)) == [[2]]

    def test_a_slider_is_less_and_more_and_a_field_is_gone_into(self) -> None:
        slider = button(2, role=Role.SLIDER, actions=(Action.INCREMENT, Action.DECREMENT))
        plan = make_plan(tree(slider, button(3, 1, role=Role.TEXTBOX, actions=(Action.SET_VALUE,))), ROOT)
        assert [item.action for item in plan[0].items] == [Action.DECREMENT, Action.INCREMENT]
        assert plan[1].items[0].action is Action.FOCUS

    def test_what_fingers_move_is_moved_in_each_way_it_can_be(self) -> None:
        photo = button(2, role=Role.GROUP, actions=(Action.TURN_LEFT, Action.MOVE_UP, Action.ENLARGE))
        plan = make_plan(tree(photo), ROOT)
        assert [item.action for item in plan[0].items] == [Action.MOVE_UP, Action.ENLARGE, Action.TURN_LEFT]

    @pytest.mark.parametrize(("focus", "first"), [(2, 0), (3, 2), (4, 2), (99, 0)])
    def test_scanning_begins_at_the_focus_or_below_it(self, focus: int, first: int) -> None:
        """2: an empty field; 3: a filled one; 4: a heading between; 99: nothing that is there."""
        field = {"role": Role.TEXTBOX, "actions": (Action.SET_VALUE,)}
        heading = button(4, 2, role=Role.HEADING, actions=())
        nodes = tree(button(2, 0, **field), button(3, 1, value="x", **field), heading, button(5, 3))
        assert start_of(make_plan(nodes, ROOT), nodes, ROOT, focus) == first


class TestAutomatic:
    def test_the_mark_walks_and_the_first_thing_stays_longer(self) -> None:
        scan = scanner(1, 1, 1)
        assert marked(scan) is None
        scan.press(Switch.SELECT, 0.0)
        assert marked(scan) == 10
        seen = []
        for tenth in range(1, 50):
            scan.tick(tenth / 10)
            if not seen or seen[-1][0] != marked(scan):
                seen.append((marked(scan), tenth / 10))
        assert seen == [(10, 0.1), (11, 1.5), (12, 2.5), (10, 3.5)]

    def test_a_press_chooses_and_scanning_begins_anew(self) -> None:
        scan = scanner(1, 1)
        scan.press(Switch.SELECT, 0.0)
        scan.tick(1.5)
        chosen = scan.press(Switch.SELECT, 1.6)
        assert chosen is not None
        assert chosen.id == 11
        assert marked(scan) == 10

    def test_into_a_group_and_out_of_it_again(self) -> None:
        scan = scanner(2, 1, group_repeats=5)
        scan.press(Switch.SELECT, 0.0)
        assert marked(scan) == (Level.GROUPS, 10)
        assert scan.press(Switch.SELECT, 0.5) is None
        assert marked(scan) == 10
        scan.tick(2.0)
        assert marked(scan) == 11
        scan.tick(3.0)
        assert marked(scan) == (Level.LEAVE, 10)
        scan.press(Switch.SELECT, 3.1)
        assert marked(scan) == (Level.GROUPS, 10)

    def test_a_group_is_left_by_itself_and_scanning_comes_to_rest(self) -> None:
        scan = scanner(2, 1, group_repeats=1, repeats=2)
        scan.press(Switch.SELECT, 0.0)
        scan.press(Switch.SELECT, 0.1)
        seen = []
        for tenth in range(1, 200):
            scan.tick(tenth / 10)
            seen.append(marked(scan))
        assert seen[0] == 10
        assert (Level.GROUPS, 10) in seen
        assert seen[-1] is None
        scan.press(Switch.SELECT, 30.0)
        assert marked(scan) == (Level.GROUPS, 10)

    def test_the_mark_stays_when_the_screen_changes_around_it(self) -> None:
        scan = scanner(1, 1, 1)
        scan.press(Switch.SELECT, 0.0)
        scan.tick(1.5)
        scan.show(keys(1, 1, 1, 1), 0, 1.6)
        assert marked(scan) == 11
        scan.show(keys(1), 0, 1.7)
        assert marked(scan) == 10
        scan.show((), 0, 1.8)
        assert marked(scan) is None


class TestSteps:
    def test_two_switches_one_moves_one_chooses_and_time_does_nothing(self) -> None:
        scan = scanner(1, 2, mode=ScanMode.STEP, switches=2)
        scan.press(Switch.NEXT, 0.0)
        assert marked(scan) == 10
        scan.press(Switch.NEXT, 1.0)
        assert scan.tick(100.0) is None
        assert marked(scan) == (Level.GROUPS, 11)
        scan.press(Switch.SELECT, 101.0)
        scan.press(Switch.NEXT, 102.0)
        chosen = scan.press(Switch.SELECT, 103.0)
        assert chosen is not None
        assert chosen.id == 12

    def test_one_switch_moves_and_waiting_chooses(self) -> None:
        scan = scanner(1, 1, mode=ScanMode.STEP, choose_after=2.0)
        scan.press(Switch.SELECT, 0.0)
        scan.press(Switch.SELECT, 1.0)
        assert marked(scan) == 11
        assert scan.tick(2.9) is None
        chosen = scan.tick(3.0)
        assert chosen is not None
        assert chosen.id == 11
        assert scan.tick(100.0) is None, "nothing is chosen without a press"

    def test_waiting_in_a_group_just_gone_into_chooses_nothing(self) -> None:
        scan = scanner(2, 1, mode=ScanMode.STEP, choose_after=1.0)
        scan.press(Switch.SELECT, 0.0)
        assert scan.tick(1.0) is None
        assert marked(scan) == 10
        assert scan.tick(50.0) is None
        scan.press(Switch.SELECT, 51.0)
        assert marked(scan) == 10, "the first press in a group stays on its first thing"
        chosen = scan.tick(52.0)
        assert chosen is not None
        assert chosen.id == 10


class TestPresses:
    def test_a_key_that_repeats_itself_is_one_press(self) -> None:
        presses = Presses(SwitchSettings(ignore_again=0.0))
        assert presses.down(Switch.SELECT, 0.0) is Switch.SELECT
        assert presses.down(Switch.SELECT, 0.5) is None
        assert presses.up(Switch.SELECT, 0.6) is None
        assert presses.down(Switch.SELECT, 0.7) is Switch.SELECT

    def test_a_second_press_too_soon_is_none(self) -> None:
        presses = Presses(SwitchSettings(ignore_again=0.5))
        for down, counts in ((0.0, True), (0.3, False), (0.45, False), (0.6, True)):
            assert (presses.down(Switch.SELECT, down) is not None) is counts
            presses.up(Switch.SELECT, down + 0.05)

    def test_a_press_must_be_held(self) -> None:
        presses = Presses(SwitchSettings(hold=0.4))
        assert presses.down(Switch.SELECT, 0.0) is None
        assert presses.tick(0.3) is None
        assert presses.tick(0.4) is Switch.SELECT
        assert presses.tick(0.5) is None
        presses.up(Switch.SELECT, 0.6)
        presses.down(Switch.SELECT, 1.0)
        presses.up(Switch.SELECT, 1.1)
        assert presses.tick(2.0) is None

    def test_on_release(self) -> None:
        presses = Presses(SwitchSettings(accept=Accept.RELEASE, hold=0.2))
        assert presses.down(Switch.SELECT, 0.0) is None
        assert presses.tick(0.5) is None
        assert presses.up(Switch.SELECT, 0.5) is Switch.SELECT
        presses.down(Switch.SELECT, 1.0)
        assert presses.up(Switch.SELECT, 1.1) is None
        assert presses.up(Switch.SELECT, 1.2) is None, "an up without its down"


@given(
    rows=st.lists(st.integers(1, 4), min_size=1, max_size=5),
    target=st.integers(0, 100),
    switches=st.integers(1, 2),
    mode=st.sampled_from(ScanMode),
)
def test_everything_can_be_chosen(rows: list[int], target: int, switches: int, mode: ScanMode) -> None:
    """Whatever the screen and the way of scanning: each thing is reached and chosen."""
    wanted = 10 + target % sum(rows)
    scan = scanner(*rows, mode=mode, switches=switches)
    now, chosen = 0.0, None
    scan.press(Switch.SELECT, now)
    for _ in range(200):
        mark = scan.mark
        assert mark is not None
        right = (mark.item is not None and mark.item.id == wanted) or (
            mark.item is None and mark.level is Level.GROUPS and mark.group.holds(wanted)
        )
        now += 0.01
        if mode is ScanMode.STEP and switches == 1:
            chosen = scan.tick(now + 1.5) if right and scan._armed else scan.press(Switch.SELECT, now)
            now += 1.5 if right else 0
        elif right:
            chosen = scan.press(Switch.SELECT, now)
        elif mode is ScanMode.STEP:
            scan.press(Switch.NEXT, now)
        else:
            now += 1.6
            scan.tick(now)
        if chosen is not None:
            break
    assert chosen is not None
    assert chosen.id == wanted


def test_settings_survive_being_kept_and_what_is_broken_falls_back() -> None:
    chosen = SwitchSettings(on=True, mode=ScanMode.STEP, switches=2, interval=0.5, accept=Accept.RELEASE)
    assert SwitchSettings.from_mapping(chosen.to_mapping()) == chosen
    broken = {"on": 1, "mode": "x", "switches": 3, "interval": "1", "first_pause": True, "hold": 1, "other": 1}
    assert SwitchSettings.from_mapping(broken) == SwitchSettings(hold=1.0)
    assert SwitchSettings.from_mapping(None) == SwitchSettings()


def test_what_turns_a_list_without_a_name_says_what_it_turns_and_adds_no_gap_to_the_name_of_a_row() -> None:
    rows = (button(10, role=Role.LISTITEM), Node(11, Role.LISTITEM, name="unseen"))
    plan = make_plan(tree(replace(group(2, 10, 11, role=Role.LIST), actions=(Action.SCROLL_DOWN,)), *rows), ROOT)
    assert [(item.name, item.role) for item in plan[0].items] == [("b10", Role.LISTITEM), ("", Role.LIST)]
    assert plan[0].name == "b10"
