"""Help in the language of the run: what the command does, examples, and its options under their headings."""

import sys
from collections.abc import Iterator
from typing import Any

from ..report.escape import cell_width
from ..report.layout import pad, wrap
from .language import LANG, t
from .options.declaring import GENERAL, HEADINGS
from .streams import style_of

_USAGE = {
    "[OPTIONS]": t("[ตัวเลือก]", "[OPTIONS]"),
    "COMMAND [ARGS]...": t("คำสั่ง …", "COMMAND …"),
}
_TYPERS_OWN = {
    "help": t("แสดงวิธีใช้", "show this help"),
    "install_completion": t("ติดตั้งการเติมคำสั่งอัตโนมัติในเชลล์", "install completion for the shell"),
    "show_completion": t("แสดงสคริปต์การเติมคำสั่งอัตโนมัติ", "show the completion script"),
}
_Rows = list[tuple[str, str]]


def help_page(command: Any, context: Any) -> str:
    """The whole page, as wide as the terminal."""
    width, _, glyphs = style_of(sys.stdout, "never")
    lines = [*wrap(command.help or "", width), ""]
    if command.epilog:
        lines += [f"{t('ตัวอย่าง', 'Examples')}:", *("  " + line for line in command.epilog.strip().splitlines()), ""]
    pieces = [_USAGE.get(piece, piece.strip("{}")) for piece in command.collect_usage_pieces(context)]
    lines.append(f"{t('วิธีใช้', 'Usage')}: {' '.join([context.command_path, *pieces])}")
    tables = {heading: rows for heading, rows in _tables(command, context).items() if rows}
    column = _column([left for rows in tables.values() for left, _ in rows], width)
    for heading, rows in tables.items():
        lines.append(f"\n{heading}:")
        lines.extend(line for row in rows for line in _wrapped(*row, column, width))
    return "\n".join(lines).translate(glyphs)


def _tables(command: Any, context: Any) -> dict[str, _Rows]:
    """What stands under each heading: a name, and what it is for."""
    tables: dict[str, _Rows] = {t("คำสั่ง", "Commands"): [], t("ระบุ", "Arguments"): []}
    commands, arguments = tables.values()
    if hasattr(command, "list_commands"):
        found = ((name, command.get_command(context, name)) for name in command.list_commands(context))
        commands += [(name, one.short_help or one.help or "") for name, one in found]
    tables |= {heading.say(LANG): [] for heading in HEADINGS}
    for param in command.get_params(context):
        if param.param_type_name == "argument":
            arguments.append((param.make_metavar(context).strip("[]").replace("...", "…"), param.help or ""))
        elif not param.hidden:
            names = ", ".join(sorted([*param.opts, *param.secondary_opts], key=len))
            left = names if param.is_flag else f"{names} {param.make_metavar(context)}"
            heading = getattr(param, "rich_help_panel", None) or GENERAL.say(LANG)
            tables[heading].append((left, _TYPERS_OWN.get(param.name, param.help or "")))
    return tables


def _column(names: list[str], width: int) -> int:
    """Where the explanations begin: behind the longest name that leaves them enough room."""
    most = width * 3 // 8
    return max((found for name in names if (found := cell_width(name) + 2) <= most), default=most)


def _wrapped(left: str, right: str, column: int, width: int) -> Iterator[str]:
    lines = wrap(right, max(20, width - column - 2), 0)
    indent = " " * (column + 2)
    if cell_width(left) + 2 > column:
        yield f"  {left}"
        yield from (indent + line for line in lines)
        return
    yield f"  {pad(left, column)}{lines[0]}"
    yield from (indent + line for line in lines[1:])
