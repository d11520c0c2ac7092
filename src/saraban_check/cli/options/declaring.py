"""How an option is declared, and how the options of a command become the values that its function takes.

A command takes frozen values: `def classify_command(file: …, reading: ReadingOptions, general: GeneralOptions)`. Each
is a NamedTuple whose fields are options (or such values again), declared with `Annotated[type, Option(…)]`. `command`
shows the parser one parameter an option, named as the field, and packs what was given.
"""

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from typer.models import ArgumentInfo, OptionInfo

from ...model.text import Text
from ..language import LANG

AGENCY = Text("หน่วยงาน", "The agency")
INPUT = Text("ข้อมูลเข้า", "Input")
EVIDENCE = Text("ข้อมูลประกอบ", "Evidence")
LISTED = Text("สิ่งที่แสดง", "What to list")
OUTPUT = Text("ผลลัพธ์", "Output")
GATE = Text("เงื่อนไขผ่านหรือไม่ผ่าน", "Gate")
GENERAL = Text("ทั่วไป", "General")
HEADINGS = (AGENCY, INPUT, EVIDENCE, LISTED, OUTPUT, GATE, GENERAL)
"""What `--help` shows options under, in this order."""

_ENVIRONMENT = "SARABAN_CHECK_"


class Option(OptionInfo):
    """An option: how it is written, what it is for, and its heading in the help.

    `setting` is its key in the settings file, whose name gives the environment variable, unless `variable` names
    another (`None`: the setting's own; an empty text: none). `needs` is the parameter without which it does nothing;
    `requires` are parameters of which one must have a value, or else it is refused.
    """

    requires: tuple[str, ...] = ()

    def __init__(
        self,
        *names: str,
        help: Text,
        heading: Text,
        metavar: Text | None = None,
        setting: str | None = None,
        variable: str | None = None,
        needs: str | None = None,
        least: int | None = None,
    ) -> None:
        self.text, self.heading, self.placeholder = help, heading, metavar
        self.setting, self.needs = setting, needs
        if variable is None and setting is not None:
            variable = _ENVIRONMENT + setting.upper().replace("-", "_")
        super().__init__(
            default=...,
            param_decls=names,
            help=help.say(LANG),
            metavar=None if metavar is None else metavar.say(LANG),
            envvar=variable or None,
            min=least,
            readable=False,  # whoever reads a file says it in its own words
            rich_help_panel=heading.say(LANG),
        )

    @property
    def name(self) -> str:
        """`--output`: as messages call it."""
        return (self.param_decls or ("",))[-1].partition("/")[0]


class Argument(ArgumentInfo):
    """A value that no option names."""

    def __init__(self, metavar: Text, help: Text, complete: Callable[[str], list[str]] | None = None) -> None:
        self.text = help
        super().__init__(
            default=..., metavar=metavar.say(LANG), help=help.say(LANG), autocompletion=complete, readable=False
        )


class Without(NamedTuple):
    """Marks a value of which a command does not take these options; they keep their defaults."""

    names: tuple[str, ...]


class Needing(NamedTuple):
    """Marks a value some options of which have an effect in this command only with another one."""

    option: str
    names: tuple[str, ...]


class Requiring(NamedTuple):
    """Marks a value some options of which are refused in this command without one of these."""

    options: tuple[str, ...]
    names: tuple[str, ...]


class OfAnother(NamedTuple):
    """Marks options that are of another file here than the one that the settings and the variables mean."""

    names: tuple[str, ...]


def command(function: Callable[..., int]) -> Callable[..., int]:
    """The function as the parser calls it, with one parameter an option; `options_of` tells which those are."""
    hints = {name: hint for name, hint in function.__annotations__.items() if name != "return"}

    def run(**given: Any) -> int:
        return function(**{name: _packed(name, hint, given, None) for name, hint in hints.items()})

    defaults = {name: one.default for name, one in signature(function).parameters.items()}
    parameters = [one for name, hint in hints.items() for one in _parameters(name, hint, defaults[name])]
    parameters.sort(key=lambda one: one.default is not Parameter.empty)  # what must be given stands first
    shown: Any = run
    shown.__name__, shown.__signature__ = function.__name__, Signature(parameters)
    shown.__annotations__ = {one.name: one.annotation for one in parameters}
    declared = ((one.name, get_args(one.annotation)[1]) for one in parameters)
    shown.options = {name: found for name, found in declared if isinstance(found, Option)}
    return run


def options_of(function: object) -> Mapping[str, Option]:
    """The options of a command, by parameter; none where it was not made by `command`."""
    found: Mapping[str, Option] = getattr(function, "options", {})
    return found


def _parameters(name: str, hint: Any, default: Any) -> Iterator[Parameter]:
    """One parameter an option, or argument; those of a value in the order of its fields."""
    kind, *marks = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    if not hasattr(kind, "_field_defaults"):
        yield Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=hint)
        return
    for field, inner in kind.__annotations__.items():
        for one in _parameters(field, inner, kind._field_defaults.get(field, Parameter.empty)):
            found = [mark for mark in marks if one.name in mark.names]
            if not any(isinstance(mark, Without) for mark in found):
                yield one.replace(annotation=_marked(one.annotation, found)) if found else one


def _marked(hint: Any, marks: list[Any]) -> Any:
    kind, option = get_args(hint)
    option = copy(option)
    for mark in marks:
        if isinstance(mark, Needing):
            option.needs = mark.option
        elif isinstance(mark, Requiring):
            option.requires = mark.options
        else:
            option.setting = option.envvar = None
    return Annotated[kind, option]


def _packed(name: str, hint: Any, given: Mapping[str, Any], default: Any) -> Any:
    kind = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    if not hasattr(kind, "_field_defaults"):
        return given.get(name, default)
    defaults = kind._field_defaults
    fields = kind.__annotations__.items()
    return kind(*(_packed(field, inner, given, defaults.get(field)) for field, inner in fields))
