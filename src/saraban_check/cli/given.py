"""Which options stand on the command line: what of them has no effect is said, what would be lost is refused."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..model.errors import RequestError
from ..model.lazy_pattern import lazy_pattern
from ..model.text import Text
from .configured import own_files
from .language import LANG
from .streams import note

if TYPE_CHECKING:
    from .options.declaring import Option

_NO_EFFECT = Text("{option}: ไม่มีผล เพราะไม่ได้ใช้ {other}", "{option} has no effect without {other}")
_REQUIRED = Text("{option}: ใช้ได้เมื่อระบุ {others} ด้วย", "{option} can be used only together with {others}")
_LAST = Text("{option}: ระบุมากกว่าหนึ่งครั้ง ใช้ค่าสุดท้าย", "{option} was given more than once; the last one counts")
_ONE_FILE = Text(
    "{option}: ระบุได้ครั้งเดียว ไม่เช่นนั้นไฟล์อื่นจะถูกทิ้งไปเงียบ ๆ",
    "{option} can be given once only: of several files all but the last would be ignored",
)
_ONE_VALUE = Text(
    "{option}: ระบุได้ครั้งเดียว ไม่เช่นนั้นค่าก่อนหน้าจะถูกทิ้งไปเงียบ ๆ ถ้ามีหลายค่าให้คั่นด้วยจุลภาค เช่น B,C",
    "{option} can be given once only, else all values but the last would be lost; put commas between several (B,C)",
)
_BEGINNING = lazy_pattern(r"(--[a-z-]+)([ :])(.*)", re.DOTALL)
_CLOSING = {"fail_on", "require", "only", "max_follow_up", "expect_rows"}
"""What closes a gate or narrows a list: a value of these that is lost opens it."""

_FROM_VARIABLE = Text("ตัวแปรแวดล้อม {name}", "environment variable {name}")
_FROM_FILE = Text("{file}: {name}", "{file}: {name}")

_given: dict[str, Any] = {}
_origins: dict[str, tuple[Text, str]] = {}
"""By option: what gives its value, where that is not the command line, and what stands between that and the value."""


def take_given(context: Any) -> None:
    """The parameters of a command that is about to run, of those that the command line itself gives."""
    _given.clear()
    _origins.clear()
    sources = ((name, context.get_parameter_source(name)) for name in context.params)
    _given.update(
        (name, context.params[name]) for name, source in sources if getattr(source, "name", "") == "COMMANDLINE"
    )


def take_origins(context: Any, options: Mapping[str, "Option"]) -> None:
    """What gives the values of a command's options that the command line does not give."""
    file = next(iter(own_files()), None)
    for parameter in context.command.params:
        option = options.get(parameter.name)
        if (variable := variable_of(parameter, context)) is not None:
            _origins[max(parameter.opts, key=len)] = variable, "="
        elif option is not None and file is not None and _source(parameter, context) == "DEFAULT_MAP":
            _origins[option.name] = _FROM_FILE.fill(file=file.name, name=option.setting), " = "


def variable_of(parameter: Any, context: Any) -> Text | None:
    """The variable of the environment that gives a parameter its value, as messages call it; None where none does."""
    is_from_variable = context is not None and _source(parameter, context) == "ENVIRONMENT"
    return _FROM_VARIABLE.fill(name=parameter.envvar) if is_from_variable else None


def _source(parameter: Any, context: Any) -> str:
    return getattr(context.get_parameter_source(parameter.name), "name", "")


def blamed(sentence: str) -> str:
    """The sentence said of the variable or of the settings, where it begins with an option that has its value there."""
    found = _BEGINNING.match(sentence)
    if found is None or found[1] not in _origins:
        return sentence
    origin, sign = _origins[found[1]]
    return origin.say(LANG) + (sign if found[2] == " " else found[2]) + found[3]


def given() -> Mapping[str, Any]:
    """What the command line gives, by parameter."""
    return _given


def is_given(parameter: str) -> bool:
    """Whether the command line gives it; neither the settings, nor a variable."""
    return parameter in _given


def say_without_effect(options: Mapping[str, "Option"], values: Mapping[str, Any]) -> None:
    """Name the options that do nothing, because another is missing."""
    for parameter, option in options.items():
        if option.needs is not None and is_given(parameter) and not values[option.needs]:
            other = options[option.needs].name if option.needs in options else option.needs
            note(_NO_EFFECT, option=option.name, other=other)


def refuse_alone(options: Mapping[str, "Option"], values: Mapping[str, Any]) -> None:
    """Raises RequestError for an option that changes what another one says, where that other one is missing."""
    for parameter, option in options.items():
        if option.requires and is_given(parameter) and not any(values[name] for name in option.requires):
            names = [options[name].name for name in option.requires]
            raise RequestError(_REQUIRED, option=option.name, others=Text(" หรือ ".join(names), " or ".join(names)))


def repeated(order: Sequence[Any]) -> list[Any]:
    """Of the parameters in their order on the command line: those that hold one value, and were given several.

    Raises RequestError where that value is a file, and not the settings: there who calls a script may have his own. So
    it does where what is lost would open a gate.
    """
    seen: set[str] = set()
    found = []
    for parameter in order:
        takes_one = parameter.param_type_name == "option" and not (parameter.multiple or parameter.is_flag)
        if takes_one and parameter.name in seen:
            if parameter.type.name == "path" and parameter.name != "config":
                raise RequestError(_ONE_FILE, option=max(parameter.opts, key=len))
            if parameter.name in _CLOSING:
                raise RequestError(_ONE_VALUE, option=max(parameter.opts, key=len))
            found.append(parameter)
        seen.add(parameter.name)
    return found


def say_repeated(parameters: Sequence[Any]) -> None:
    """Name what was given more than once."""
    for name in dict.fromkeys(max(parameter.opts, key=len) for parameter in parameters):
        note(_LAST, option=name)
