"""What the parser says is wrong with the command line, in the language of the run and with what may have been meant."""

import re
from typing import Any

from typer._click.exceptions import ClickException, NoSuchOption

from ..model.lazy_pattern import lazy_pattern
from ..model.near import did_you_mean, meant, nearest
from .given import variable_of
from .language import LANG

_VALUE = lazy_pattern(r"'(.{1,200})' is not one of ", re.DOTALL)


def complaint(error: ClickException) -> str:
    """The sentence."""
    param: Any = getattr(error, "param", None)
    if isinstance(error, NoSuchOption):
        near = did_you_mean(_near_options(error)).say(LANG)
        said = f"ไม่มีตัวเลือก {error.option_name}" if LANG == "th" else f"no such option: {error.option_name}"
        return said + near
    if param is not None:
        return _of_value(error, param)
    option, message = getattr(error, "option_name", None), error.format_message()
    if LANG == "en":
        return message
    if option is not None:
        return f"ตัวเลือก {option} " + ("ต้องมีค่าตามหลัง" if "requires" in error.message else "ไม่รับค่า")
    if "unexpected extra argument" in message:
        return "ระบุค่ามากเกินไป: " + message.rpartition("(")[2].rstrip(")")
    return message


def _near_options(error: NoSuchOption) -> list[str]:
    """Those of the command that are like the one that was typed: by its letters, not by the dashes before it."""
    params: Any = getattr(getattr(error.ctx, "command", None), "params", ())
    names = [name for param in params for name in (*param.opts, *param.secondary_opts) if name.startswith("--")]
    return [f"--{name}" for name in nearest(error.option_name.lstrip("-"), [name[2:] for name in names])]


def _of_value(error: ClickException, param: Any) -> str:
    """A value that an option or argument cannot have, or that is missing; said of the variable that it comes from."""
    context: Any = getattr(error, "ctx", None)
    is_option = param.param_type_name == "option"
    variable = variable_of(param, context)
    name = variable.say(LANG) if variable else param.opts[0] if is_option else param.make_metavar(context)
    choices = [getattr(choice, "value", str(choice)) for choice in getattr(param.type, "choices", None) or ()]
    value = _VALUE.match(error.message)
    near = meant(value[1], choices).say(LANG) if value else ""
    if LANG == "en":
        said = f"invalid value for {name}: {error.message}" if variable else error.format_message()
        return said.removesuffix(".") + near if near else said
    if not error.message:
        return f"ต้องระบุ {name}"
    if choices:
        allowed = ", ".join(choices)
    else:
        is_number = getattr(param.type, "name", "").startswith("int")
        allowed = "จำนวนเต็มตั้งแต่ 0 ขึ้นไป" if is_number else param.make_metavar(context)
    return f"ค่าของ{'' if variable else ' '}{name} ใช้ไม่ได้{near} ใช้ {allowed}"
