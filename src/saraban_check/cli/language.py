"""The language of this run, known before any command is built: help texts are written in it."""

import os
import sys
from collections.abc import Mapping, Sequence

from ..model.text import Lang, Text
from .configured import argument_of, settings, settings_language

VARIABLE = "SARABAN_CHECK_LANG"
_CALLED = {"thai": "th", "ไทย": "th", "ภาษาไทย": "th", "english": "en", "eng": "en", "อังกฤษ": "en", "ภาษาอังกฤษ": "en"}


def choose_language(arguments: Sequence[str], environment: Mapping[str, str], configured: str = "") -> Lang:
    """`--lang` on the command line, else SARABAN_CHECK_LANG, else the settings file, else Thai."""
    wanted = argument_of("--lang", arguments) or environment.get(VARIABLE) or configured
    return "en" if called(wanted).startswith("en") else "th"


def called(wanted: str) -> str:
    """The code of a language that is called by its name; what it is else, in small letters."""
    plain = wanted.strip().lower()
    return _CALLED.get(plain, plain)


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
