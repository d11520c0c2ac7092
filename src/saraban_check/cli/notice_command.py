"""`notice FILE…`: section-10 notices, checked."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from ..checks.agency_record import agency_record
from ..checks.notice_context import NoticeContext
from ..checks.notice_summary import summary_of
from ..checks.notices import load_agencies
from ..formats import Result, writers_of
from ..gating.conditions import refuse_ignored
from ..gating.notice_conditions import met_by_notices, read_notice_conditions
from ..intake.dates import asked_day
from ..model.record import NO_RECORD
from ..model.text import Text
from ..writing.location import location_as_typed
from .configured import named_by, policy
from .gate import say_failed
from .language import LANG
from .notice_files import SkippedFiles
from .notice_inputs import check_notice_inputs, checking
from .notice_outcome import exit_code_of, say_unusable, stream_notices
from .options.agency import AgencyOptions
from .options.days import as_of_day
from .options.declaring import Argument, Needing, Without, command
from .options.general import GeneralOptions
from .options.notice import KnownOptions, OutputOptions
from .options.reading import ReadingOptions
from .options.registry import RegistryOptions
from .outputs import Targets, check_outputs, write_outputs
from .reading import as_file, say_domains, say_registry, say_set_aside, say_source
from .streams import ending_with, style_of, write_bytes, write_text
from .writing import append_step_summary, check_step_summary

if TYPE_CHECKING:
    from ..intake.options import ListOptions
    from ..report.views.notices_run import NoticeRun
    from ..whose_notice.agencies import Agencies

EXAMPLES = """saraban-check notice notice.pdf
saraban-check notice notice.docx --code 06480115
saraban-check notice notices/ --agency agencies.xlsx -o notices.xlsx
saraban-check notice notices/ --format jsonl"""


@command
def notice_command(
    files: Annotated[
        list[Path],
        Argument(
            Text("ประกาศ…", "FILE…"),
            Text(
                "ไฟล์ประกาศฯ (DOCX, PDF, HTML, TXT, JPG, PNG, TIFF) หรือโฟลเดอร์ของไฟล์เหล่านี้ หรือ -",
                "notices (DOCX, PDF, HTML, TXT, JPG, PNG, TIFF), folders of them, or -",
            ),
        ),
    ],
    facts: AgencyOptions,
    options: KnownOptions,
    registry: RegistryOptions,
    reading: Annotated[ReadingOptions, Without(("require", "as_of")), Needing("agency", ("sheet", "map_", "encoding"))],
    out: OutputOptions,
    general: GeneralOptions,
) -> int:
    """The command; exit code 1 if any notice is not correct, 2 if any file cannot be used."""
    from ..report.views.notices_run import NoticeRun

    agency = options.agency
    told = {**facts._asdict(), "address": options.address}
    check_notice_inputs(files, agency, told)
    day = as_of_day(options.as_of)
    conditions = read_notice_conditions(out.fail_on)
    refuse_ignored(conditions, policy())
    check_step_summary(out.format_)
    with named_by("--upgraded"):
        upgraded = None if options.upgraded is None else asked_day(options.upgraded)
    record = NO_RECORD if agency is not None else agency_record(**told)
    known = NoticeContext(day, record, upgraded_on=upgraded, policy=policy(), registry=registry.load())
    how = reading.values()
    outputs = check_outputs(out.output or (), Targets(), Result.NOTICE)
    skipped = SkippedFiles()
    with ExitStack() as stack:
        if agency is not None:
            known = known._replace(agencies=_agencies(stack.enter_context(as_file(agency, how.limits)), how))
        say_registry(known.registry)
        say_domains(known.policy.domains)
        results = stack.enter_context(checking(files, known, how.limits, skipped, ocr=options.ocr))
        is_alone = len(files) == 1 and not files[0].is_dir()
        if out.format_ == "jsonl" and not outputs and not conditions:
            return stream_notices(results, skipped, is_alone)
        held = list(results)
    if is_alone and held[0].error is not None:
        raise held[0].error
    reasons = met_by_notices(conditions, summary_of(held)) if conditions else None
    places = [location_as_typed(result.file) for result in held]
    list_file = None if agency is None else str(agency)
    run = NoticeRun(held, LANG, places, day, list_file, known.registry, known.policy, reasons, conditions)
    write_outputs(outputs, run)
    skipped.say()
    say_failed(() if out.format_ == "concise" else reasons or ())  # there it is the last line
    say_unusable(held)
    code = exit_code_of(held, reasons)
    with ending_with(code):
        _show(run, out, general)
    return code


def _agencies(path: Path, how: "ListOptions") -> "Agencies":
    with named_by("--agency"):
        found = load_agencies(path, how, on_open=say_source)
    say_set_aside(found)
    return found


def _show(run: "NoticeRun", out: OutputOptions, general: GeneralOptions) -> None:
    if out.format_ == "screen":
        from ..report.render.screen import render_screen
        from ..report.views.notices import notices_document

        write_text(render_screen(notices_document(run), LANG, style_of(sys.stdout, general.color), out.limit))
        return
    write_bytes(writers_of(Result.NOTICE)[out.format_].write(run), commands=out.format_ == "github")
    append_step_summary(run, out.format_)
