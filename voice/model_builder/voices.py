"""Voices: hundreds of invented speakers for espeak-ng, and those that are kept for tests."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from pathlib import Path

from voice.model_builder.errors import MissingTool

HELD_OUT = ("m7", "f4", "f5", "Andrea", "Annie", "norbert", "klatt3", "max", "sandro")
"""Variants that no training hears: figures of a model are measured on them."""

_UNFIT = {
    "whisper", "whisperf", "fast", "announcer", "robosoft", "robosoft2", "robosoft3", "robosoft4", "robosoft5",
    "robosoft6", "robosoft7", "robosoft8", "demonic", "unirobot", "anikarobot", "croak", "tweaky", "mr serious",
}  # fmt: skip
"""Variants that sound like no person."""

INVENTED = 225
"""How many speakers are drawn at random; espeak-ng 1.51 knows 350 voices and variants at most."""

_FAMILIES = ("gmw", "sit")
"""The families of languages whose voices are used: Germanic and Sino-Tibetan."""

_SEED = 4
_VARIANTS = "voices/!v"
_PLACES = (
    "/usr/lib/x86_64-linux-gnu/espeak-ng-data",
    "/usr/lib/aarch64-linux-gnu/espeak-ng-data",
    "/usr/share/espeak-ng-data",
    "/usr/local/share/espeak-ng-data",
)


def installed_data() -> Path:
    """Where espeak-ng keeps its data. Raises :class:`MissingTool`."""
    for place in filter(None, (os.environ.get("ESPEAK_DATA_PATH"), *_PLACES)):
        if (Path(place) / _VARIANTS).is_dir():
            return Path(place)
    raise MissingTool("espeak-ng's data was not found; install espeak-ng, or set ESPEAK_DATA_PATH")


def make_data(folder: Path, cast: int = 0) -> Path:
    """A data folder with all that is installed and the invented speakers; made once, the same every time.

    espeak-ng knows no more than 350 at a time: another ``cast`` in another folder has others under the same names.
    Returns the folder that holds ``espeak-ng-data``.
    """
    data = folder / "espeak-ng-data"
    if not data.is_dir():
        installed, fresh = installed_data(), folder / "espeak-ng-data.part"
        _link(installed, fresh, skip=("voices", "lang"))
        for family in _FAMILIES:
            _link(installed / "lang" / family, fresh / "lang" / family)
        _link(installed / _VARIANTS, fresh / _VARIANTS)
        rng = random.Random(_SEED + cast)  # noqa: S311 - a repeatable sample, no secret
        for name in invented():
            (fresh / _VARIANTS / name).write_text("\n".join(_speaker(name, rng)) + "\n", encoding="utf8")
        fresh.rename(data)
    return folder


def invented() -> list[str]:
    """The names of the invented speakers."""
    return [f"invented{at:03d}" for at in range(INVENTED)]


def trained_on(data: Path) -> list[str]:
    """Variants that come with espeak-ng and may be trained on."""
    kept = {name.lower() for name in HELD_OUT} | _UNFIT
    names = sorted(path.name for path in (data / "espeak-ng-data" / _VARIANTS).iterdir())
    return [name for name in names if name.lower() not in kept and not name.startswith("invented")]


def _link(source: Path, target: Path, skip: Sequence[str] = ()) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for path in source.iterdir():
        if path.name not in skip:
            (target / path.name).symlink_to(path)


def _speaker(name: str, rng: random.Random) -> Sequence[str]:
    """One speaker: pitch, size and shape of the throat, voicing, breath, room."""
    low = rng.choice((70, 80, 90, 110, 130, 150, 170, 200, 230))
    lines = ["language variant", f"name {name}", f"pitch {low} {int(low * rng.uniform(1.1, 1.7))}"]
    size = rng.uniform(0.86, 1.22)  # the whole vocal tract: children have short ones
    for formant in range(9):
        shape = size * rng.gauss(1, 0.10 if formant in (1, 2, 3) else 0.08)
        lines.append(
            f"formant {formant} {_within(100 * shape, 70, 140)} "
            f"{_within(rng.gauss(95, 28), 25, 160)} {_within(rng.gauss(105, 30), 50, 220)}"
        )
    return [*lines, *(line for chance, line in _manner(rng) if rng.random() < chance)]


def _manner(rng: random.Random) -> list[tuple[float, str]]:
    """Ways of speaking with how often they occur."""
    stress = " ".join(str(rng.choice((-20, 0, 0, 20, 60, 130))) for _ in range(4))
    breath = " ".join(str(rng.randint(1, 7)) for _ in range(5))
    tone = f"tone 600 {rng.randint(100, 255)} 1200 {rng.randint(60, 255)} 2000 {rng.randint(60, 255)}"
    return [
        (0.5, f"voicing {rng.randint(30, 170)}"),
        (0.5, f"consonants {rng.randint(50, 160)} {rng.randint(40, 150)}"),
        (0.4, f"roughness {rng.randint(0, 5)}"),
        (0.3, f"flutter {rng.randint(0, 20)}"),
        (0.5, tone),
        (0.2, f"breath 0 {breath} 0\nbreathw 150 150 200 200 400 400"),
        (0.15, f"echo {rng.randint(30, 150)} {rng.randint(5, 40)}"),
        (0.2, f"stressAdd {stress} 0 0 {rng.choice((0, 60))} {rng.choice((0, 60))}"),
        (0.2, "stressLength 0 1 2 3 4 5 6 7"),
        (0.12, f"klatt {rng.choice((1, 2, 4, 5, 6))}"),
    ]


def _within(value: float, low: int, high: int) -> int:
    return int(min(high, max(low, value)))
