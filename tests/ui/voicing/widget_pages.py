"""Stock Kivy widgets of every kind on small pages, made to be heard: each page has what one or two tests work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.label import Label
from kivy.uix.popup import Popup
from kivy.uix.recycleboxlayout import RecycleBoxLayout
from kivy.uix.recycleview import RecycleView
from kivy.uix.tabbedpanel import TabbedPanel, TabbedPanelItem
from kivy.uix.treeview import TreeView, TreeViewLabel

from accessibility.examples.gallery_look import ROW, Check, Choice, Field, Flip, Heading, Key, Level, Words
from accessibility.examples.gallery_pages import Bar, Group, Text, marked
from accessibility.kivy_behavior import AccessibleBehavior, FocusableBehavior

PAYMENTS = 1000
LETTER = "first line\nsecond line here\nend"
ACCOUNTS = (("账户", "币种", "余额"), ("活期", "人民币", "甲"), ("定期", "美元", "乙"))


class Tabs(AccessibleBehavior, TabbedPanel): ...  # type: ignore[misc]  # Kivy is untyped


class Branches(AccessibleBehavior, TreeView): ...  # type: ignore[misc]


class Rows(AccessibleBehavior, RecycleView): ...  # type: ignore[misc]


class Cell(FocusableBehavior, Text): ...


class Ask(FocusableBehavior, Key): ...


class Pages:
    """Makes a page by its name; what the tests change from outside is kept: log, status, alert and bar."""

    def __init__(self) -> None:
        self._renew()

    def _renew(self) -> None:
        """Nothing has happened yet."""
        self.log = Group(orientation="vertical", a11y_role="log", a11y_name="聊天")
        self.status = Words(text="", a11y_role="status")
        self.alert = Words(text="", a11y_role="alert")
        self.bar = Bar(a11y_name="下载", max=1.0, size_hint_y=None, height=dp(16))
        self.pressed = Words(text="")

    def make(self, name: str) -> list[Any]:
        """The widgets of a page, below its heading.

        Raises:
            KeyError: there is no such page.
        """
        made: dict[str, Callable[[], list[Any]]] = {
            "标记": self._marks,
            "数值": self._numbers,
            "选择": self._choices,
            "分页": self._tabs,
            "树": self._tree,
            "表": self._table,
            "文本": self._fields,
            "长列表": self._rows,
            "消息": self._messages,
            "触摸": self._keys,
        }
        self._renew()
        return [Heading(text=name, a11y_level=1), *made[name](), BoxLayout()]

    def _marks(self) -> list[Any]:
        return [
            marked(Check(), "邮件"),
            marked(Check(active=True, a11y_required=True), "同意条款"),
            marked(Check(a11y_checked="mixed"), "部分消息"),
            marked(Flip(), "深色"),
            Key(text="发送", disabled=True, a11y_description="先选收款人"),
        ]

    def _numbers(self) -> list[Any]:
        return [Level(a11y_name="音量大小", max=10, value=8, step=1)]

    def _choices(self) -> list[Any]:
        return [Choice(text="北京", values=("北京", "上海", "广州"), a11y_name="城市")]

    def _tabs(self) -> list[Any]:
        tabs = Tabs(a11y_name="时段", do_default_tab=False, size_hint_y=None, height=dp(160), tab_height=ROW)
        for name in ("日", "周", "月"):
            tab = TabbedPanelItem(text=name)
            tab.add_widget(Label(text=f"本{name}的账"))
            tabs.add_widget(tab)
        return [tabs]

    def _tree(self) -> list[Any]:
        tree = Branches(a11y_name="产品", hide_root=True, size_hint_y=None, height=5 * ROW)
        for name, below in (("存款", ("活期", "定期")), ("卡", ("借记卡",))):
            branch = tree.add_node(TreeViewLabel(text=name))
            for leaf in below:
                tree.add_node(TreeViewLabel(text=leaf), branch)
        return [tree]

    def _table(self) -> list[Any]:
        table = Group(orientation="vertical", size_hint_y=None, height=3 * ROW, a11y_role="table", a11y_name="各户余额")
        for number, cells in enumerate(ACCOUNTS):
            row = Group(a11y_role="row")
            for column, text in enumerate(cells):
                role = "columnheader" if number == 0 else "rowheader" if column == 0 else "cell"
                row.add_widget(Cell(text=text, a11y_role=role))
            table.add_widget(row)
        return [table]

    def _fields(self) -> list[Any]:
        return [
            Field(a11y_name="账号", text="6222", readonly=True),
            Field(a11y_name="附言", text=LETTER, multiline=True, height=4 * ROW),
            Field(a11y_name="口令", password=True),
        ]

    def _rows(self) -> list[Any]:
        layout = RecycleBoxLayout(
            orientation="vertical", default_size=(None, ROW), default_size_hint=(1, None), size_hint_y=None
        )
        layout.bind(minimum_height=layout.setter("height"))
        rows = Rows(a11y_name="流水", size_hint_y=None, height=6 * ROW)
        rows.add_widget(layout)
        rows.viewclass = Label
        rows.data = [{"text": f"付款{chr(0x4E00 + number)}"} for number in range(PAYMENTS)]
        return [rows]

    def _messages(self) -> list[Any]:
        ask = Ask(text="询问", on_release=lambda _: _question().open(animation=False))
        return [ask, self.log, self.status, self.alert, self.bar]

    def _keys(self) -> list[Any]:
        keys = [Key(text=text, on_release=self._press) for text in ("上面", "下面")]
        return [*keys, self.pressed]

    def _press(self, key: Any) -> None:
        self.pressed.text = f"{key.text}按过了"


def _question() -> Popup:
    """A question that is answered or left with Escape."""
    box = BoxLayout(orientation="vertical")
    dialog = Popup(title="转给张三吗", content=box, size_hint=(0.6, 0.5))
    for text in ("转", "先不转"):
        box.add_widget(Key(text=text, on_release=lambda _: dialog.dismiss()))
    return dialog
