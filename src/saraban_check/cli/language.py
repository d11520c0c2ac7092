"""The language of this run, known before any command is built: help texts are written in it."""

import os
import sys
from collections.abc import Mapping, Sequence

from ..model.text import Lang, Text

VARIABLE = "SARABAN_CHECK_LANG"


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """`--lang` on the command line, else SARABAN_CHECK_LANG, else Thai."""
    wanted = environment.get(VARIABLE, "")
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and index + 1 < len(arguments):
            wanted = arguments[index + 1]
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
    return "en" if wanted.strip().lower().startswith("en") else "th"


LANG: Lang = choose_language(sys.argv[1:], os.environ)


def t(th: str, en: str) -> str:
    """One of two texts, by the language of this run."""
    return Text(th, en).say(LANG)
