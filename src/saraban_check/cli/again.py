"""The options of this run that a ready command repeats, so that it comes to the same result."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any

from ..intake.dates import read_day
from ..report.views.findings import shell_name
from .given import given
from .options.declaring import EVIDENCE, INPUT, Option

_OF_RESULT = (INPUT, EVIDENCE)
_NAMED_ALREADY = ("list_", "unsafe")
_CHANGES_NOTHING = ("require",)
"""A gate: this run has passed it, and `explain` has none."""


def again(options: Mapping[str, Option], more: Sequence[str] = ()) -> str:
    """` --bounces "b 1/" --sent-all`: what the command line gives that a result rests on, as a shell takes it;
    `more` options of it, too.

    Settings and variables stand for the next command as well, and are not repeated.
    """
    return "".join(
        f" {word}" for name, value in given().items() for word in _words(name, options.get(name), value, more)
    )


def _words(name: str, option: Option | None, value: Any, more: Sequence[str]) -> Iterator[str]:
    if option is None or name in (*_NAMED_ALREADY, *_CHANGES_NOTHING):
        return
    if option.heading not in _OF_RESULT and name not in ("config", *more):
        return
    if isinstance(value, bool):
        yes, _, no = (option.param_decls or ("",))[-1].partition("/")
        yield yes if value else no
        return
    for one in value if isinstance(value, list | tuple) else [value]:
        if name == "since_" and read_day(one) is None:  # an earlier round, which no verdict rests on
            continue
        text = one.value if isinstance(one, Enum) else f"{one:g}" if isinstance(one, float) else one
        yield f"{option.name} {shell_name(str(text))}"
