"""The program: its commands, in the order in which a user meets them."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from .. import __version__
from .commands import Command, Group
from .configured import settings
from .language import t
from .options.declaring import Without, command, options_of
from .options.general import GeneralOptions

EXAMPLES = """saraban-check agencies.xlsx
saraban-check saraban_06480115@dla.go.th
saraban-check classify agencies.xlsx
saraban-check explain SB402"""

HELP = t(
    "ตรวจที่อยู่อีเมลกลาง (saraban) และประกาศฯ ม.10 ของหน่วยงาน และบอกว่าอยู่กลุ่มใด (A1 … W)",
    "Checks central e-mail addresses (saraban) and section-10 notices of agencies, and tells the group (A1 … W).",
)
Subcommand = tuple[Callable[..., int], str]
SETTINGS = {"help_option_names": ["-h", "--help"]}


COMMANDS = {
    "classify": t("จำแนกกลุ่มหน่วยงานทั้งบัญชีรายชื่อ", "Classify a list of agencies."),
    "address": t("ตรวจที่อยู่อีเมล", "Check an address."),
    "compare": t("เปรียบเทียบสองรอบ: ดีขึ้น แย่ลง เพิ่มใหม่ หายไป", "Compare two rounds of a list."),
    "fix": t("แก้สิ่งที่แก้ได้แน่นอนในสำเนาของรายชื่อ", "Mend in a copy what can be mended safely."),
    "bounces": t("อ่านอีเมลตีกลับ บอกว่าส่งถึงที่อยู่ใดไม่ได้", "Read bounce mails: which addresses could not be reached."),
    "notice": t("ตรวจไฟล์ประกาศฯ ม.10 (PDF, Word)", "Check section-10 notices (PDF, Word)."),
    "draft": t("ร่างประกาศฯ ม.10 ที่ถูกต้อง", "Draft a correct section-10 notice."),
    "explain": t("อธิบายเหตุผล กลุ่ม หรือผลของหน่วยงานหนึ่ง", "Explain a rule, a group, or one agency's outcome."),
    "template": t(
        "สร้างแบบกรอกรายชื่อใน Excel ที่มีรายการให้เลือกและตรวจเบื้องต้น", "Make an empty list for Excel, with answers to choose."
    ),
    "rules": t("แสดงเหตุผลทั้งหมดที่ตรวจ", "List all rules."),
    "registry": t(
        "ทะเบียน อปท. ของ สถ.: นำเข้า ค้น และดูสิ่งที่เปลี่ยน", "DLA's registry of agencies: import it, look things up."
    ),
    "schema": t("JSON Schema ของผลลัพธ์ JSON และของไฟล์ตั้งค่า", "JSON Schema of the JSON written, and of the settings."),
    "config": t("แสดงการตั้งค่าที่ใช้อยู่ และที่มา", "Show the settings in force, and where each came from."),
}


def build_app(arguments: Sequence[str]) -> typer.Typer:
    """The command line, in the language of this run.

    What the settings file holds takes the place of the options' own defaults (the parser's default map).
    Where the arguments begin with a command, only that one is loaded: the others would cost it 30 ms.
    """
    named = [arguments[0]] if arguments and arguments[0] in COMMANDS else list(COMMANDS)
    modules = {name: import_module(f".{name}_command", __package__) for name in named}
    app = typer.Typer(
        cls=Group,
        help=HELP,
        epilog=EXAMPLES,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={**SETTINGS, "default_map": _defaults(modules)},
    )

    @app.callback(invoke_without_command=True)
    def root(
        version: Annotated[bool, typer.Option("--version", help=t("แสดงรุ่นของโปรแกรม", "show the version"))] = False,
    ) -> None:
        if version:
            typer.echo(f"saraban-check {__version__}")
            raise typer.Exit

    for name, module in modules.items():
        if hasattr(module, "SUBCOMMANDS"):
            _add_group(app, name, module.SUBCOMMANDS, module.EXAMPLES)
        else:
            function = getattr(module, f"{name}_command")
            app.command(name, cls=Command, help=COMMANDS[name], epilog=module.EXAMPLES, context_settings=SETTINGS)(
                function
            )
    return app


def _defaults(modules: Mapping[str, Any]) -> dict[str, Any]:
    """What the settings file says of each command's options, by command and parameter."""
    found = settings()
    if found is None:
        return {}

    def of(function: object) -> dict[str, Any]:
        declared = options_of(function).items()
        return {name: found.values[key] for name, option in declared if (key := option.setting or "") in found.values}

    return {
        name: {sub: of(function) for sub, (function, _) in module.SUBCOMMANDS.items()}
        if hasattr(module, "SUBCOMMANDS")
        else of(getattr(module, f"{name}_command"))
        for name, module in modules.items()
    }


def _add_group(app: typer.Typer, name: str, subcommands: Mapping[str, Subcommand], examples: str) -> None:
    """A command that has commands of its own (`registry import`)."""
    group = typer.Typer(cls=Group, help=COMMANDS[name], epilog=examples, no_args_is_help=True, rich_markup_mode=None)

    @group.callback()
    @command
    def root(general: Annotated[GeneralOptions, Without(("config", "color", "quiet", "verbose"))]) -> int:
        """The language is read before the parser is built; here it is only accepted."""
        return 0

    for sub, (function, help_text) in subcommands.items():
        mine = [line for line in examples.splitlines() if f" {name} {sub} " in line + " "]
        group.command(sub, cls=Command, help=help_text, epilog="\n".join(mine), context_settings=SETTINGS)(function)
    app.add_typer(group, name=name, context_settings=SETTINGS)
