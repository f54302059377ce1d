"""The twelve demonstration customers, as data: invented people with stated needs."""

from __future__ import annotations

from dataclasses import dataclass

from bank_stub.terms import OUR_BANK

ICBC, CCB, ABC, CMB, BOC = "工商银行", "建设银行", "农业银行", "招商银行", "中国银行"


@dataclass(frozen=True, slots=True)
class DemoPayee:
    """Someone saved under ``name``; ``holder`` is who the account really belongs to."""

    name: str
    bank: str
    holder: str


@dataclass(frozen=True, slots=True)
class DemoCustomer:
    """``income`` is the note of the monthly money and ``income_yuan`` how much it is."""

    name: str
    needs: tuple[str, ...]
    income: str
    income_yuan: int
    payees: tuple[DemoPayee, ...]
    savings: bool = True


def _ours(name: str, holder: str = "") -> DemoPayee:
    return DemoPayee(name, OUR_BANK, holder or name)


def _at(bank: str, name: str, holder: str = "") -> DemoPayee:
    return DemoPayee(name, bank, holder or name)


SALARY, PENSION, ALLOWANCE = "工资", "养老金", "生活补贴"

# 张伟 and 章威 sound alike; 刘洋's account belongs to 刘阳 (close), 房东's to 郭亮 (no match).
_FIRST_PAYEES = (
    _ours("张三"),
    _at(ICBC, "李四"),
    _ours("王芳"),
    _at(CCB, "陈伟"),
    _ours("张伟"),
    _at(ABC, "章威"),
    _at(CMB, "刘洋", "刘阳"),
    _ours("李娜"),
    _at(BOC, "房东", "郭亮"),
)

CUSTOMERS: tuple[DemoCustomer, ...] = (
    DemoCustomer("林峰", ("blind",), SALARY, 9200, _FIRST_PAYEES),
    DemoCustomer("李娜", ("low_vision",), SALARY, 8600, (_ours("林峰"), _at(ICBC, "王五"), _ours("妈妈", "徐丽"))),
    DemoCustomer("周杰", ("deaf",), SALARY, 7800, (_ours("吴刚"), _at(CCB, "赵六"), _at(CMB, "小明", "黄磊"))),
    DemoCustomer("吴刚", ("hard_of_hearing",), SALARY, 8100, (_ours("周杰"), _at(BOC, "宋佳"), _ours("爸爸", "朱丹"))),
    DemoCustomer("徐丽", ("deaf_blind",), ALLOWANCE, 4300, (_ours("李娜"), _at(ABC, "杨静")), savings=False),
    DemoCustomer("孙涛", ("motor",), SALARY, 9900, (_ours("张三"), _at(CMB, "罗敏"), _at(ICBC, "房东", "王伟"))),
    DemoCustomer("马超", ("speech",), SALARY, 7400, (_ours("高翔"), _at(CCB, "李强")), savings=False),
    DemoCustomer("朱丹", ("older",), PENSION, 5200, (_ours("吴刚"), _ours("小红", "刘敏"), _at(BOC, "王五"))),
    DemoCustomer("胡军", ("cognitive",), ALLOWANCE, 3900, (_ours("妈妈", "梁静"), _ours("张三")), savings=False),
    DemoCustomer(
        "何勇",
        ("low_vision", "hard_of_hearing", "motor"),
        ALLOWANCE,
        4600,
        (_ours("孙涛"), _at(ICBC, "李四"), _ours("王芳")),
    ),
    DemoCustomer("高翔", (), SALARY, 12800, (_ours("马超"), _at(CMB, "刘敏"), _at(ABC, "张三"))),
    DemoCustomer("梁静", ("blind", "older"), PENSION, 5600, (_ours("胡军"), _at(CCB, "小明", "小明"), _ours("林峰"))),
)


def number_of(place: int) -> str:
    """The customer number of the customer at ``place`` (from 1): 10000001, 10000002…"""
    return f"{10_000_000 + place}"


def password_of(place: int) -> str:
    """Short, four letters and four digits, easy to type with one switch: demo0101, demo0202…"""
    return f"demo{place:02d}{place:02d}"


def describe() -> str:
    """``docs/demo-customers.md``: a test keeps the file equal to this."""
    lines = [
        "# Demonstration customers",
        "",
        "Twelve invented people in the bank's first data. The passwords are published on purpose:",
        "nothing behind them is real. Needs are what the customer has told the bank.",
        "",
        "| number | password | name | needs | accounts | payees |",
        "|---|---|---|---|---|---|",
    ]
    for place, person in enumerate(CUSTOMERS, 1):
        accounts = "current, savings" if person.savings else "current"
        payees = ", ".join(f"{payee.name} ({payee.bank})" for payee in person.payees)
        needs = ", ".join(person.needs) or "none"
        cells = (number_of(place), f"`{password_of(place)}`", person.name, needs, accounts, payees)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([*lines, "", *_NOTES, ""])


_NOTES = (
    "- 10000001 has two payees that sound alike, 张伟 and 章威: asked to pay one by voice,",
    "  the client must ask which.",
    '- The payee 刘洋 is close to the registered holder (刘阳), and 房东 ("landlord") belongs to someone',
    "  whose name is another: the name check answers `close` and `no_match`.",
    f"- Payees at {OUR_BANK} hold accounts in the same ledger; money to other banks waits in",
    "  a clearing account.",
)
