"""``tingjian models``: list, install, remove, choose and verify voice models."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from app import bootstrap
from app.commands.errors import CommandError
from app.commands.voice_problems import voice_problem_line
from app.config import Places
from app.words import LANGUAGES
from voice.errors import ModelTrouble, NoModel, VoiceProblem
from voice.models import find_model
from voice.models.catalogue import OFFICIAL, catalogue, find_published
from voice.models.shelf import Shelf

_BAR = 24
_STEP = 10  # per cent: where nobody watches a bar, so many are told at a time
_NAMED = 5  # sentences that cannot be said are named, so many of them


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "models",
        help="list, install, remove, choose and verify voice models",
        description="The client hears with a small model that ships with it. Official Vosk models are larger and hear"
        " real people better; they are fetched once and then work offline. A running client takes up the choice with"
        " the next sentence.",
    )
    parser.set_defaults(run=run)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    offered = actions.add_parser("list", help="what is installed, and what can be")
    install = actions.add_parser("install", help="fetch a model; an interrupted download goes on")
    install.add_argument("name", metavar="NAME")
    install.add_argument("--use", action="store_true", help="choose it at once")
    for fetching in (offered, install):
        fetching.add_argument(
            "--from", dest="base", metavar="URL", default=OFFICIAL, help="another place than the official"
        )
    remove = actions.add_parser("remove", help="delete an installed model")
    remove.add_argument("name", metavar="NAME")
    use = actions.add_parser("use", help="hear a language with an installed model, or with the shipped one")
    use.add_argument("name", metavar="NAME", help="an installed model, or: shipped")
    use.add_argument("--lang", choices=LANGUAGES, default="zh-CN", help="for: shipped (zh-CN)")
    verify = actions.add_parser("verify", help="are the files whole, and can every sentence be heard?")
    verify.add_argument(
        "names", metavar="NAME", nargs="*", help="installed models (default: all, and the shipped ones)"
    )


def run(args: argparse.Namespace) -> int:
    shelf = bootstrap.shelf_of(Places.of_this_user())
    actions: dict[str, Callable[[argparse.Namespace, Shelf], int]] = {
        "list": _list,
        "install": _install,
        "remove": _remove,
        "use": _use,
        "verify": _verify,
    }
    try:
        return actions[args.action](args, shelf)
    except (VoiceProblem, OSError) as problem:
        raise CommandError(_line(problem)) from problem


def _line(problem: VoiceProblem | OSError) -> str:
    return voice_problem_line(problem) if isinstance(problem, VoiceProblem) else str(problem)


def _list(args: argparse.Namespace, shelf: Shelf) -> int:
    installed = {model.name for model in shelf.installed()}
    for lang in LANGUAGES:
        mark = "*" if shelf.chosen(lang) is None else " "
        try:
            find_model(lang)
        except NoModel:
            continue
        _say(f"{mark} shipped  {lang[:2]}  shipped")
    for model in shelf.installed():
        mark = "*" if shelf.chosen(model.lang) == model.path else " "
        _say(f"{mark} {model.name}  {model.lang}  {_megabytes(model.size)}  installed")
    try:
        for offer in catalogue(args.base):
            if offer.name not in installed:
                _say(f"  {offer.name}  {offer.lang}  {_megabytes(offer.size)}")
    except ModelTrouble as problem:
        sys.stderr.write(f"tingjian models: {_line(problem)}\n")
        return 1
    return 0


def _install(args: argparse.Namespace, shelf: Shelf) -> int:
    offer = find_published(args.name, args.base)
    model = shelf.install(offer, Bar(sys.stderr.isatty()))
    lost = bootstrap.unsayable(_tag(model.lang), str(model.path))
    _say(f"{model.name} is installed ({_megabytes(model.size)})")
    _warn(model.name, lost)
    if args.use:
        shelf.use(model.name)
        _say(f"{model.name} hears {model.lang} now")
    return 0


def _remove(args: argparse.Namespace, shelf: Shelf) -> int:
    shelf.remove(args.name)
    _say(f"{args.name} is removed")
    return 0


def _use(args: argparse.Namespace, shelf: Shelf) -> int:
    if args.name == "shipped":
        shelf.use_shipped(args.lang)
        _say(f"the shipped model hears {args.lang[:2]} now")
        return 0
    model = shelf.use(args.name)
    _say(f"{model.name} hears {model.lang} now")
    return 0


def _verify(args: argparse.Namespace, shelf: Shelf) -> int:
    """Files against the sums taken when they were installed, sentences against the model's words."""
    bad = 0
    for name in args.names or [model.name for model in shelf.installed()]:
        model = shelf.get(name)
        damage = shelf.damage(name)
        if damage:
            sys.stderr.write(f"tingjian models: {name}: changed since it was installed: {', '.join(damage[:_NAMED])}\n")
        bad += bool(damage) or _sentences(name, model.lang, str(model.path))
    for lang in LANGUAGES if not args.names else ():
        try:
            find_model(lang)
        except NoModel:
            continue
        bad += _sentences(f"shipped {lang[:2]}", lang, None)
    return 1 if bad else 0


def _sentences(name: str, lang: str, folder: str | None) -> int:
    lost = bootstrap.unsayable(_tag(lang), folder)
    _warn(name, lost)
    if not lost:
        _say(f"{name}: every sentence can be heard")
    return len(lost)


def _tag(lang: str) -> str:
    """The client's own tag of a language: zh-CN for zh."""
    return next(tag for tag in LANGUAGES if tag.startswith(lang[:2]))


def _warn(name: str, lost: tuple[str, ...]) -> None:
    if lost:
        named = "; ".join(lost[:_NAMED])
        sys.stderr.write(f"tingjian models: {name}: {len(lost)} sentences can never be heard: {named}\n")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


class Bar:
    """Progress: a bar that is drawn over and over on a terminal, a line for every tenth elsewhere (and in braille)."""

    def __init__(self, terminal: bool) -> None:
        self._terminal = terminal
        self._told = -_STEP

    def __call__(self, here: int, whole: int) -> None:
        percent = 100 * here // max(1, whole)
        if self._terminal:
            full = _BAR * here // max(1, whole)
            end = "\n" if here >= whole else ""
            sys.stderr.write(f"\r[{'#' * full}{'.' * (_BAR - full)}] {percent:3} %  {_megabytes(here)}{end}")
        elif percent >= self._told + _STEP:
            self._told = percent
            sys.stderr.write(f"{percent} %\n")
        sys.stderr.flush()
