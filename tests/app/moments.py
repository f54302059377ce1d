"""Moments of a conversation by voice, in both languages: what was said before, and what is asked then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Said = tuple[tuple[str, float], ...]
"""Sentences, each with the confidence that the recogniser has in it."""

PRIVATE = {"zh-CN": "方便读出来吗", "en": "May I read them"}


@dataclass(frozen=True)
class Moment:
    """What was said before, what is then asked or told, and where the bank fails meanwhile, by the name of the call."""

    said: Mapping[str, Said]
    asked: Mapping[str, str]
    signed_in: bool = True
    bank_down_at: str = ""
    answer_lost_at: str = ""


def _both(chinese: tuple[str, ...], english: tuple[str, ...]) -> dict[str, Said]:
    return {lang: tuple((text, 1.0) for text in said) for lang, said in (("zh-CN", chinese), ("en", english))}


_ALL = "给张三转五百元", "send five hundred yuan to zhang san"
_NOISE = ("今天天气不错", "窗户关了没有"), ("the kettle is boiling", "is it raining")
_NUMBERED = {"zh-CN": "第1个", "en": "Number 1"}

MOMENTS: dict[str, Moment] = {
    "menu": Moment(_both((), ()), {"zh-CN": "您要办什么业务", "en": "What would you like to do"}),
    "customer number": Moment(
        _both(("登录",), ("sign in",)), {"zh-CN": "客户号", "en": "customer number"}, signed_in=False
    ),
    "payee": Moment(_both(("转账",), ("transfer money",)), {"zh-CN": "转给谁", "en": "Who is it for"}),
    "amount": Moment(_both(("转账给张三",), ("send money to zhang san",)), {"zh-CN": "转多少钱", "en": "How much"}),
    "review": Moment(
        _both((_ALL[0], "可以"), (_ALL[1], "yes")), {"zh-CN": "请核对", "en": "five hundred yuan to 张三"}
    ),
    "private question": Moment(_both(_ALL[:1], _ALL[1:]), PRIVATE),
    "doubt": Moment(
        {
            "zh-CN": (("转账", 1.0), ("张三", 0.4)),
            "en": (("transfer money", 1.0), ("zhang san", 0.4)),
        },
        {"zh-CN": "您是说", "en": "Did you say"},
    ),
    "numbered choice": Moment(_both(("转账", *_NOISE[0]), ("transfer money", *_NOISE[1])), _NUMBERED),
    "numbered choice at the review": Moment(
        _both((_ALL[0], "可以", *_NOISE[0]), (_ALL[1], "yes", *_NOISE[1])), _NUMBERED
    ),
    "unanswered": Moment(
        _both((_ALL[0], "可以", "确认转账"), (_ALL[1], "yes", "send it")),
        {"zh-CN": "还没有回复", "en": "The bank has not answered"},
        answer_lost_at="confirm_transfer",
    ),
    "refused": Moment(
        _both(("查询交易记录",), ("list transactions",)),
        {"zh-CN": "要再试一次吗", "en": "again"},
        bank_down_at="entries",
    ),
    "done": Moment(
        _both((_ALL[0], "不要", "确认转账"), (_ALL[1], "no", "send it")),
        {"zh-CN": "转账成功", "en": "Transfer made"},
    ),
    "list": Moment(
        _both(("查询交易记录", "不要"), ("list transactions", "no")), {"zh-CN": "交易", "en": "transactions"}
    ),
}

REVIEWED = ("review", "private question", "numbered choice at the review")
"""Moments at which a read-back is open, so that the task is kept when it is left."""
