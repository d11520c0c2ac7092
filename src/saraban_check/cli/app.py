"""The program: its commands, in the order in which a user meets them."""

import typer

from . import address_command as address
from . import classify_command as classify
from . import explain_command as explain
from . import rules_command as rules
from .help_page import Command, Group
from .language import t

EXAMPLES = """saraban-check classify agencies.xlsx
saraban-check address saraban_06480115@dla.go.th
saraban-check explain SB402"""

HELP = t(
    "ตรวจที่อยู่อีเมลกลาง (saraban) และประกาศฯ ม.10 ของหน่วยงาน และบอกว่าอยู่กลุ่มใด (A1 … W)",
    "Checks central e-mail addresses (saraban) and section-10 notices of agencies, and tells the group (A1 … W).",
)
SETTINGS = {"help_option_names": ["-h", "--help"]}


def build_app() -> typer.Typer:
    """The command line, in the language of this run."""
    app = typer.Typer(
        cls=Group,
        help=HELP,
        epilog=EXAMPLES,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=SETTINGS,
    )

    @app.callback()
    def root() -> None:
        pass

    commands = (
        (
            "classify",
            classify.classify_command,
            classify.EXAMPLES,
            t("จำแนกกลุ่มหน่วยงานทั้งบัญชีรายชื่อ", "Classify a list of agencies."),
        ),
        ("address", address.address_command, address.EXAMPLES, t("ตรวจที่อยู่อีเมล", "Check an address.")),
        (
            "explain",
            explain.explain_command,
            explain.EXAMPLES,
            t("อธิบายเหตุผล กลุ่ม หรือผลของหน่วยงานหนึ่ง", "Explain a rule, a group, or one agency's outcome."),
        ),
        ("rules", rules.rules_command, rules.EXAMPLES, t("แสดงเหตุผลทั้งหมดที่ตรวจ", "List all rules.")),
    )
    for name, function, examples, text in commands:
        app.command(name, cls=Command, help=text, epilog=examples, context_settings=SETTINGS)(function)
    return app
