"""By voice: begun with one key; the customer speaks into a microphone and hears a loudspeaker."""

from __future__ import annotations

from accessibility.preferences import SPEECH_RATES, Preferences
from accessibility.probe.errors import NotThereError
from accessibility.probe.waiting import until
from app.config import Settings
from app.tour.stage import PASSWORD, Client
from app.tour.story import Story
from app.words import Form
from voice.probe.customer import speak
from voice.probe.sound_server import SoundServer

LISTENS = "ui-voice-listening"
VOICE = "f4"
TRIES = 3
QUICK = Settings(preferences=Preferences(speech_rate=SPEECH_RATES[-1]))
"""The fastest that the settings offer, about 440 words a minute, as practised listeners choose it."""


def by_voice(client: Client, sound: SoundServer, story: Story) -> None:
    """Ask for the balance, sign in, let amounts be spoken, then send 600 yuan to 李娜 and correct it to 100."""
    words = client.words
    with sound.recording() as loudspeaker:
        mouth = Mouth(client, sound, story)
        story.line("customer", "presses F2")
        client.desktop.key("F2")
        mouth.says("查询余额", words.text("sign_in-title"))
        mouth.waits_to_listen()
        mouth.says("一零零零零零零一", words.text("notice-digits_heard", Form.SPEECH, tail="10000001"))
        mouth.says("没错", words.text("sign_in-password-ask", Form.SPEECH))
        story.line("customer", "types the password; it is never spoken")
        client.wait_for_focus("password text")
        client.desktop.type(PASSWORD)
        client.desktop.key("Return")
        client.wait_for_focus("heading", words.text("check_balance-done-title"))
        mouth.says("可以", words.text("check_balance-done", Form.SPEECH, count=2))  # whether amounts may be spoken
        mouth.says("给李娜转六百元", "600.00")
        mouth.says("不对是一百元", "100.00")
        mouth.waits_to_listen()  # a caption that follows the voice never stands still
        story.shot(client.desktop, "the read-back, captioned")
        mouth.says("确认转账", words.text("transfer_money-done-title"))
        mouth.waits_to_listen()
        story.shot(client.desktop, "done")
        loudspeaker.wait_for_quiet(seconds=60)
        story.line("sound", f"{len(loudspeaker.samples) / 16_000:.0f} s came out of the loudspeaker")


class Mouth:
    """Speaks when it is listened to, and writes down what is heard and said."""

    def __init__(self, client: Client, sound: SoundServer, story: Story) -> None:
        self._client, self._sound, self._story = client, sound, story
        self._asked = ""

    def waits_to_listen(self) -> None:
        """Until the client says on the screen that it listens; what it said before is written down."""
        self._client.wait_for_text(self._client.words.text(LISTENS), timeout=60)

    def says(self, text: str, answer: str) -> None:
        """Say a sentence when it listens; say it again when the answer is another question, as people do."""
        for _ in range(TRIES):
            self.waits_to_listen()
            self._captions()
            self._story.line("customer", f"says: {text}")
            self._sound.play(speak(text, VOICE))
            if until(lambda: self._answered(answer), f"an answer to {text!r}", timeout=40) == "understood":
                self._captions()
                return
        raise NotThereError(f"{text!r} was said {TRIES} times and not understood")

    def _answered(self, answer: str) -> str | None:
        """What came of a sentence: understood, or another question that it listens to."""
        names = [seen.name for seen in self._client.glance()]
        if any(answer in name for name in names):
            return "understood"
        said = self._last_caption()
        again = said != self._asked and any(self._client.words.text(LISTENS) in name for name in names)
        return "again" if again else None

    def _last_caption(self) -> str:
        bar = self._client.find("status bar", self._client.words.text("ui-captions"))
        said = [seen.name for seen in bar.walk() if seen.role == "label"]
        return said[-1] if len(said) > 1 else ""

    def _captions(self) -> None:
        """Write down what the bank has said last, once."""
        said = self._last_caption()
        if said and said != self._asked:
            self._story.line("bank", f"says: {said}")
        self._asked = said
