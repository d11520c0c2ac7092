"""The language of this run, known before any command is built: help texts are written in it."""

import os
import sys
from collections.abc import Mapping, Sequence

from ..model.text import Lang, Text
from .configured import argument_of, settings, settings_language

VARIABLE = "SARABAN_CHECK_LANG"


def choose_language(arguments: Sequence[str], environment: Mapping[str, str], configured: str = "") -> Lang:
    """`--lang` on the command line, else SARABAN_CHECK_LANG, else the settings file, else Thai."""
    wanted = argument_of("--lang", arguments) or environment.get(VARIABLE) or configured
    return "en" if wanted.strip().lower().startswith("en") else "th"


def _configured() -> str:
    try:
        found = settings()
    except Exception:  # said by whoever asks next, in the language of the file if that at least can be read
        return settings_language()
    return "" if found is None else str(found.values.get("lang", ""))


LANG: Lang = choose_language(sys.argv[1:], os.environ, _configured())


def t(th: str, en: str) -> str:
    """One of two texts, by the language of this run."""
    return Text(th, en).say(LANG)
