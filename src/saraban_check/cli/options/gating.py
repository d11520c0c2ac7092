"""Options that let a run fail."""

from pathlib import Path
from typing import Annotated, NamedTuple

from ...model.text import Text
from .declaring import GATE, Option


def fail_on_option(help_: Text, setting: str | None = None) -> Option:
    """`--fail-on`, for a command that says itself what the conditions are."""
    return Option("--fail-on", metavar=Text("เงื่อนไข,…", "WHAT,…"), help=help_, heading=GATE, setting=setting)


class GateOptions(NamedTuple):
    """What is asked of a list."""

    fail_on: Annotated[
        str | None,
        fail_on_option(
            Text(
                "ออกด้วยรหัส 1 เมื่อพบ: ชื่อกลุ่ม, error, warning, undetermined, outside หรือรหัสเหตุผล",
                "exit code 1 if there is any: a group, error, warning, undetermined, outside, or a rule",
            ),
            "fail-on",
        ),
    ] = None
    baseline: Annotated[
        Path | None,
        Option(
            "--baseline",
            metavar=Text("ไฟล์", "FILE"),
            help=Text("ปัญหาที่รู้อยู่แล้วถือว่าผ่าน ไม่ผ่านเฉพาะปัญหาใหม่", "known problems pass; only new ones fail"),
            heading=GATE,
            setting="baseline",
        ),
    ] = None
    update: Annotated[
        bool,
        Option(
            "--update-baseline",
            help=Text("บันทึกปัญหาปัจจุบันลง baseline", "write what is found now into the baseline"),
            heading=GATE,
        ),
    ] = False
    max_follow_up: Annotated[
        str | None,
        Option(
            "--max-follow-up",
            metavar=Text("จำนวน|ร้อยละ", "N|N%"),
            help=Text(
                "ออกด้วยรหัส 1 เมื่อหน่วยงานที่ไม่อยู่กลุ่ม A เกินจำนวนนี้ เช่น 20 หรือ 2%",
                "exit code 1 if more agencies than this are not in group A, such as 20 or 2%",
            ),
            heading=GATE,
            setting="max-follow-up",
        ),
    ] = None
    expect_rows: Annotated[
        int | None,
        Option(
            "--expect-rows",
            metavar=Text("จำนวน", "N"),
            help=Text("ออกด้วยรหัส 1 เมื่อจำนวนหน่วยงานไม่เท่านี้", "exit code 1 if there are not so many agencies"),
            heading=GATE,
            setting="expect-rows",
            least=0,
        ),
    ] = None
