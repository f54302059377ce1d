"""The main job end to end in each way, with the real client, reader, recogniser and bank, checked in the ledger."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.local_bank import LocalBank
from app.tour.by_chat import by_chat, in_terminal
from app.tour.by_eye import by_eye
from app.tour.by_reader import by_reader
from app.tour.by_voice import QUICK, by_voice
from app.tour.stage import PASSWORD, running_client
from app.tour.story import Story
from bank_stub.clock import BANK_ZONE
from tests.bank_process import BankProcess
from tests.journeys.conftest import Books
from tests.journeys.watched import watched
from voice.probe.sound_server import SoundServer, missing_programs

ACCOUNT = "7109"
_TOLD = re.compile(r"\b(\d\d):(\d\d)\b")


@pytest.fixture
def story(tmp_path: Path) -> Story:
    told = Story(tmp_path)
    told.begin("a journey")
    return told


@pytest.mark.screen
def test_by_eye(bank: BankProcess, local: LocalBank, books: Books, story: Story) -> None:
    """Pointer and keyboard: 500 yuan leave the account."""
    before = bank.balance_cents(ACCOUNT)
    with running_client(local, "zh-CN") as client:
        by_eye(watched(client), story)
    assert bank.balance_cents(ACCOUNT) == before - 500_00
    assert books.booked == [(500_00, "app")]


@pytest.mark.screen
def test_by_eye_in_english(local: LocalBank, books: Books, story: Story) -> None:
    """--lang en runs the whole client in English, and it can be spoken to: its model ships too."""
    with running_client(local, "en") as client:
        by_eye(watched(client), story)
        assert client.find("push button", client.words.text("ui-talk"))
        names = [seen.name for seen in client.tree().walk() if seen.role in ("push button", "heading")]
    assert books.booked == [(500_00, "app")]
    chinese = [name for name in names if any("\u4e00" <= char <= "\u9fff" for char in name)]
    assert chinese == []


@pytest.mark.screen_reader
def test_by_screen_reader(local: LocalBank, books: Books, story: Story) -> None:
    """Orca's own words lead through the whole transfer; nothing of the password is among them."""
    with running_client(local, "zh-CN", reader=True) as client:
        followed = watched(client)
        by_reader(followed, story)
        followed.look()
        assert client.orca is not None
        said = client.orca.said()
    assert books.booked == [(400_00, "app")]
    wanted = [
        "听见远程银行 标题",
        "转账 按钮",
        "客户号 输入",
        "密码 密码文本",
        "张三（听见银行 尾号 5528）",
        "王芳（听见银行 尾号 3366）",
        "金额 输入",
        "请核对",
        "转给王芳（听见银行 尾号 3366） ¥400.00，手续费 ¥0.00，从活期账户（尾号 7109）转出",
        "确认转账 按钮",
        "转账成功",
    ]
    position = 0
    for words in wanted:
        position = next((at for at, line in enumerate(said) if at >= position and words in line), -1)
        assert position >= 0, f"Orca did not say {words!r} in its place; it said {said}"
    assert not any(PASSWORD in line.replace(" ", "") or "demo" in line for line in said)


@pytest.mark.sound
def test_by_voice(local: LocalBank, books: Books, story: Story) -> None:
    """A synthetic customer speaks through a sound card: the corrected amount is booked, once."""
    if missing := missing_programs():
        pytest.skip(f"no virtual sound card: {', '.join(missing)}")
    with SoundServer() as sound:
        env = {name: value for name, value in sound.env.items() if name.startswith("PULSE_")}
        with running_client(local, "zh-CN", env=env, settings=QUICK) as client:
            by_voice(watched(client), sound, story)
    assert books.booked == [(100_00, "voice")]
    assert any("请核对" in text for text in story.said("bank"))
    assert not any(PASSWORD in text for text in story.said("bank"))
    seconds = float(story.said("sound")[0].split()[0])
    assert seconds > 10, "the loudspeaker was silent"


@pytest.mark.screen
def test_by_chat(local: LocalBank, books: Books, story: Story) -> None:
    """Typed sentences in the window; the customer's clock and the bank's tell the same time."""
    with running_client(local, "zh-CN") as client:
        by_chat(watched(client), story)
        now = datetime.now(BANK_ZONE)
        bubbles = [seen.name for seen in client.find_like("log").walk()]
    assert books.booked == [(300_00, "chat")]
    told = [now.replace(hour=int(at[0]), minute=int(at[1])) for text in bubbles for at in _TOLD.findall(text)]
    assert told
    assert all(min(abs(now - at), timedelta(days=1) - abs(now - at)) < timedelta(minutes=5) for at in told)


def test_in_a_terminal(local: LocalBank, books: Books, story: Story) -> None:
    """The same conversation in a pipe."""
    in_terminal(local, "zh-CN", story)
    assert books.booked == [(200_00, "terminal")]
    assert any("转账成功" in line for line in story.said("bank"))
