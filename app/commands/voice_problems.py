"""What is wrong with the voice or its model, as one line for the command line."""

from __future__ import annotations

from voice.errors import VoiceProblem


def voice_problem_line(problem: VoiceProblem) -> str:
    """One line for the command line."""
    lines = {
        "no_model": "no voice model for this language; name one with --model",
        "model_not_found": "no such folder",
        "model_incomplete": "the folder holds no Vosk model",
        "bad_wav": "not a WAV file that can be read",
        "no_network": "nothing answers there; check the network",
        "list_garbled": "the list of models cannot be read",
        "not_secure": "models are fetched over https:// only",
        "no_such_model": "there is no such model; see: tingjian models list",
        "not_installed": "no such model is installed; see: tingjian models list",
        "in_the_making": "another command is installing it already; wait until that is done",
        "download_broken": "the download was interrupted; the same command goes on with it",
        "not_given": "the server does not give it; try again later",
        "not_as_listed": "the server has another file than its list says; it was thrown away; try again later",
        "checksum_differs": "what was fetched is damaged and was thrown away; try again",
        "too_large": "more was sent than was promised; it was thrown away",
        "no_space": "not enough room on the disk, this much is needed",
        "unsafe_archive": "the archive is not safe to unpack and was thrown away",
        "model_broken": "the recogniser cannot load it",
        "no_recogniser": "the recogniser does not work on this machine",
        "archive_broken": "the archive is damaged or holds no Vosk model; it was thrown away",
    }
    line = lines.get(problem.code, problem.code)
    return f"{line} ({problem.detail})" if problem.detail else line
