"""Voices: hundreds of invented speakers for espeak-ng, and those that are kept for tests."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Sequence
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

_THROATS = (0.45, 0.35, 0.2)
"""Parts of the speakers with an even throat, with an uneven one, and with the synthesiser's own: even ones alone left a
model deaf to speakers of whom one formant lies where nobody else's does."""

_FAR = (0.7, 1.35)
"""Where a formant may lie that is off the others, beside its usual frequency."""

_FORMANTS = 9
_MISSING = {4: 0.06, 5: 0.06, 6: 0.25, 7: 0.25, 8: 0.25}
"""How often a formant of an uneven throat is not there; the three lowest make the vowels."""

_CLIPPED = 10.0, 10.0
"""Length of a syllable in milliseconds and its deviation for speakers who swallow them, as some of espeak-ng's own do:
a model that had heard few such lost a 二 or a 五 within a sum."""

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
    low = rng.choice((70, 80, 90, 110, 130, 150, 170, 200, 230, 250))
    lines = ["language variant", f"name {name}", f"pitch {low} {int(low * rng.uniform(1.1, 1.7))}"]
    shaped = rng.choices((_even_throat, _uneven_throat, _plain_throat), _THROATS)[0]
    manner = _manner(rng, klatt=0.5 if shaped is _plain_throat else 0.12)
    return [*lines, *shaped(rng), *(line for chance, line in manner if rng.random() < chance)]


def _even_throat(rng: random.Random) -> list[str]:
    """One size, and every formant a little off it."""
    size = rng.uniform(0.86, 1.22)  # the whole vocal tract: children have short ones
    return [
        _formant(at, size * rng.gauss(1, 0.10 if at in (1, 2, 3) else 0.08), rng.gauss(95, 28), rng)
        for at in range(_FORMANTS)
    ]


def _uneven_throat(rng: random.Random) -> list[str]:
    """Single formants far off the others, or none at their place."""
    size, lines = rng.uniform(0.88, 1.18), []
    for at in range(_FORMANTS):
        shape = rng.uniform(*_FAR) if rng.random() < 0.3 else size * rng.gauss(1, 0.06)
        missing = rng.random() < _MISSING.get(at, 0.0)
        lines.append(f"formant {at} 0 0 0" if missing else _formant(at, shape, rng.uniform(30, 150), rng))
    return lines


def _plain_throat(rng: random.Random) -> list[str]:
    """The synthesiser's own formants, but for one or two."""
    moved = rng.sample(range(_FORMANTS), rng.choice((0, 0, 1, 1, 2))) + ([2] if rng.random() < 0.4 else [])
    return [_formant(at, rng.uniform(*_FAR), rng.uniform(30, 150), rng) for at in sorted(set(moved))]


def _formant(at: int, shape: float, strength: float, rng: random.Random) -> str:
    width = _within(rng.gauss(105, 30), 50, 220)
    return f"formant {at} {_within(100 * shape, 68, 140)} {_within(strength, 25, 160)} {width}"


def _manner(rng: random.Random, klatt: float) -> list[tuple[float, str]]:
    """Ways of speaking with how often they occur; ``klatt`` is the chance of another kind of synthesis."""
    stress = _numbers(rng.choice((-20, 0, 0, 20, 60, 130, 200)) for _ in range(8))
    length, spread = _CLIPPED if rng.random() < 0.3 else (rng.uniform(90, 260), 25.0)
    lengths = _numbers(max(0, rng.gauss(length, spread)) for _ in range(8))
    loudness = _numbers(rng.randint(14, 22) for _ in range(8))
    breath = _numbers(rng.randint(1, 7) for _ in range(5))
    return [
        (0.5, f"voicing {rng.randint(25, 175)}"),
        (0.5, f"consonants {rng.randint(50, 160)} {rng.randint(40, 150)}"),
        (0.4, f"roughness {rng.randint(0, 5)}"),
        (0.3, f"flutter {rng.randint(0, 20)}"),
        (0.3, f"intonation {rng.randint(1, 4)}"),
        (0.5, _tone(rng)),
        (0.2, f"breath 0 {breath} 0\nbreathw 150 150 200 200 400 400"),
        (0.15, f"echo {rng.randint(30, 150)} {rng.randint(5, 40)}"),
        (0.2, f"stressAdd {stress}"),
        (0.3, f"stressLength {lengths}"),
        (0.2, f"stressAmp {loudness}"),
        (klatt, f"klatt {rng.choice((1, 2, 4, 5, 6))}"),
    ]


def _tone(rng: random.Random) -> str:
    """How loud the bands are: at the usual three frequencies, or at some from the deepest to the highest."""
    if rng.random() < 0.4:
        return f"tone 600 {rng.randint(100, 255)} 1200 {rng.randint(60, 255)} 2000 {rng.randint(60, 255)}"
    bands = sorted(int(10 ** rng.uniform(1.9, 3.78)) for _ in range(rng.randint(2, 4)))
    return "tone " + " ".join(f"{band} {rng.randint(40, 255)}" for band in bands)


def _numbers(values: Iterable[float]) -> str:
    return " ".join(str(int(value)) for value in values)


def _within(value: float, low: int, high: int) -> int:
    return int(min(high, max(low, value)))
