"""Help in the language of the run: what the command does, examples, and its options."""

from collections.abc import Iterator
from typing import Any

from typer.core import TyperCommand, TyperGroup

from ..reports.layout import pad, wrap
from .inputs import take_inputs
from .language import t

_COLUMN = 24
_USAGE = {
    "[OPTIONS]": t("[ตัวเลือก]", "[OPTIONS]"),
    "COMMAND [ARGS]...": t("คำสั่ง …", "COMMAND …"),
}
_TYPERS_OWN = {
    "help": t("แสดงวิธีใช้", "show this help"),
    "install_completion": t("ติดตั้งการเติมคำสั่งอัตโนมัติในเชลล์", "install completion for the shell"),
    "show_completion": t("แสดงสคริปต์การเติมคำสั่งอัตโนมัติ", "show the completion script"),
}


def _wrapped(left: str, right: str, width: int) -> Iterator[str]:
    lines = wrap(right, max(20, width - _COLUMN - 2), 0)
    if len(left) > _COLUMN - 2:
        yield f"  {left}"
        yield from (" " * (_COLUMN + 2) + line for line in lines)
        return
    yield f"  {pad(left, _COLUMN)}{lines[0]}"
    yield from (" " * (_COLUMN + 2) + line for line in lines[1:])


def _options(command: Any, context: Any, width: int) -> Iterator[str]:
    arguments = [p for p in command.get_params(context) if p.param_type_name == "argument"]
    options = [p for p in command.get_params(context) if p.param_type_name == "option" and not p.hidden]
    if any(p.help for p in arguments):
        yield f"\n{t('ระบุ', 'Arguments')}:"
        for param in arguments:
            yield from _wrapped(param.make_metavar(context).strip("[]").replace("...", "…"), param.help or "", width)
    yield f"\n{t('ตัวเลือก', 'Options')}:"
    for param in options:
        names = ", ".join(sorted([*param.opts, *param.secondary_opts], key=len))
        metavar = "" if param.is_flag else f" {param.make_metavar(context)}"
        yield from _wrapped(names + metavar, _TYPERS_OWN.get(param.name, param.help or ""), width)


def _page(command: Any, context: Any, examples: str, width: int) -> str:
    lines = [*wrap(command.help or "", width), ""]
    if examples:
        lines += [f"{t('ตัวอย่าง', 'Examples')}:", *("  " + line for line in examples.strip().splitlines()), ""]
    pieces = [_USAGE.get(piece, piece.strip("{}")) for piece in command.collect_usage_pieces(context)]
    usage = " ".join([context.command_path, *pieces])
    lines.append(f"{t('วิธีใช้', 'Usage')}: {usage}")
    if isinstance(command, TyperGroup):
        lines.append(f"\n{t('คำสั่ง', 'Commands')}:")
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            lines += _wrapped(name, (found.short_help or found.help or "") if found else "", width)
    lines += _options(command, context, width)
    return "\n".join(lines)


class Command(TyperCommand):
    """A command whose help begins with examples; they stand in the command's epilog.

    Before it runs, what it reads is known: nothing of that will be written over.
    """

    def invoke(self, ctx: Any) -> Any:
        take_inputs(self.params, ctx.params)
        return super().invoke(ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(_page(self, ctx, self.epilog or "", min(ctx.terminal_width or formatter.width, 100)))


class Group(TyperGroup):
    """The program itself, with the same help."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(_page(self, ctx, self.epilog or "", min(ctx.terminal_width or formatter.width, 100)))
