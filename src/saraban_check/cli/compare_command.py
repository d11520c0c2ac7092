"""`compare OLD NEW…`: what changed between two rounds, and over more of them."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, NamedTuple

from ..checks.judging import FurtherSources
from ..comparison.rounds import compare_all
from ..formats import Result, writers_of
from ..gating.round_conditions import ROUND_CONDITIONS, met_by_rounds, read_round_conditions
from ..intake.saved_result import is_saved_result
from ..model.text import Text
from ..reference.places import province_named
from .evidence import further_sources, say_unused
from .gate import say_failed
from .language import LANG
from .options.declaring import INPUT, Argument, Option, command
from .options.evidence import EvidenceOptions
from .options.formats import RoundFormat, files_option
from .options.gating import fail_on_option
from .options.general import GeneralOptions
from .options.listing import PROVINCE
from .options.output import FORMAT, Force, Limit
from .options.reading import JudgingOptions, ReadingOptions
from .outputs import Targets, check_outputs, write_outputs
from .reading import as_file, say_saved, say_source, watched
from .streams import ending_with, style_of, write_bytes, write_text

EXAMPLES = """saraban-check compare round1.xlsx round2.xlsx
saraban-check compare round1.json round2.xlsx -o changes.xlsx -o changes.html
saraban-check compare round1.json round2.json round3.json -o series.xlsx
saraban-check compare round1.json round2.csv --bounces mails --notices notices
saraban-check compare round1.csv round2.csv --format md --fail-on worsened"""

_CONDITIONS = ", ".join(ROUND_CONDITIONS)


class RoundOptions(NamedTuple):
    """The earlier round's sheet; what is written; what lets the run fail."""

    old_sheet: Annotated[
        str | None,
        Option(
            "--old-sheet",
            metavar=Text("ชื่อ", "NAME"),
            help=Text("แผ่นงานของรอบก่อน ถ้าต่างจาก --sheet", "the old round's sheet, where it is not --sheet"),
            heading=INPUT,
        ),
    ] = None
    province: Annotated[str | None, PROVINCE] = None
    limit: Limit = 10
    format_: Annotated[RoundFormat, FORMAT] = "screen"
    output: Annotated[list[str] | None, files_option(Result.COMPARE)] = None
    force: Force = False
    fail_on: Annotated[
        str | None,
        fail_on_option(Text(f"ออกด้วยรหัส 1 เมื่อพบ: {_CONDITIONS}", f"exit code 1 if there is any: {_CONDITIONS}")),
    ] = None


@command
def compare_command(
    old: Annotated[
        Path,
        Argument(
            Text("รอบก่อน", "OLD"),
            Text("รายชื่อ (XLSX, CSV) หรือผลเดิม (JSON) หรือ -", "a list (XLSX, CSV), an earlier result (JSON), or -"),
        ),
    ],
    new: Annotated[
        list[Path],
        Argument(
            Text("รอบนี้…", "NEW…"),
            Text(
                "เช่นเดียวกัน ของรอบนี้ ถ้ามีหลายรอบให้เรียงตามเวลา รอบล่าสุดไว้ท้าย",
                "the same for the new round; of several rounds in their order, the newest last",
            ),
        ),
    ],
    reading: ReadingOptions,
    judging: JudgingOptions,
    evidence: EvidenceOptions,
    rounds: RoundOptions,
    general: GeneralOptions,
) -> int:
    """The command; the options' own help says what each does."""
    from ..report.views.compare import CompareRun, compare_document

    how, judged = reading.values(), judging.values()
    conditions = read_round_conditions(rounds.fail_on)
    province = None if rounds.province is None else province_named(rounds.province)
    files = check_outputs(rounds.output or (), Targets(), Result.COMPARE)
    with ExitStack() as stack:
        paths = [stack.enter_context(as_file(file, how.limits)) for file in (old, *new)]
        watch = stack.enter_context(watched(say_source))
        if is_saved_result(paths[-1], how.limits):
            say_unused(paths[-1].name)
            sources = FurtherSources()
        else:
            sources = further_sources(evidence, how.limits, general)
        result = compare_all(paths, how, judged, sources, old_sheet=rounds.old_sheet, province=province, watch=watch)
    say_saved(result)
    report = CompareRun(result, LANG)
    write_outputs(files, report)
    reasons = met_by_rounds(conditions, result)
    say_failed(reasons)
    code = 1 if reasons else 0
    with ending_with(code):
        if rounds.format_ == "screen":
            from ..report.render.screen import render_screen

            style = style_of(sys.stdout, general.color)
            write_text(render_screen(compare_document(result), LANG, style, rounds.limit))
        else:
            write_bytes(writers_of(Result.COMPARE)[rounds.format_].write(report))
    return code
