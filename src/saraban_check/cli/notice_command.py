"""`notice FILE…`: section-10 notices, checked."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from ..checks.agency_record import agency_record
from ..checks.notices import load_agencies
from ..gating.notice_conditions import met_by_notices, read_notice_conditions
from ..intake.dates import asked_day
from ..model.text import Text
from .configured import named_by, policy
from .gate import say_failed
from .language import LANG
from .location import location_as_typed
from .notice_files import SkippedFiles
from .notice_inputs import check_notice_inputs, checking, day_of_check
from .notice_outcome import exit_code_of, say_unusable, stream_notices
from .options.agency import AgencyOptions
from .options.declaring import Argument, Needing, Without, command
from .options.general import GeneralOptions
from .options.notice import KnownOptions, OutputOptions
from .options.reading import ReadingOptions
from .options.registry import RegistryOptions
from .outputs import Targets, check_outputs, write_outputs
from .reading import as_file, say_domains, say_registry, say_set_aside, say_source
from .streams import ending_with, style_of, write_bytes, write_text

if TYPE_CHECKING:
    from ..intake.options import ListOptions
    from ..reports.notice.report import NoticeRun
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
                "ไฟล์ประกาศฯ (DOCX, PDF, HTML, TXT) หรือโฟลเดอร์ของไฟล์เหล่านี้ หรือ -",
                "notices (DOCX, PDF, HTML, TXT), folders of them, or -",
            ),
        ),
    ],
    facts: AgencyOptions,
    options: KnownOptions,
    registry: RegistryOptions,
    reading: Annotated[ReadingOptions, Without(("require",)), Needing("agency", ("sheet", "map_", "encoding"))],
    out: OutputOptions,
    general: GeneralOptions,
) -> int:
    """The command; exit code 1 if any notice is not correct, 2 if any file cannot be used."""
    from ..reports.notice.report import NoticeRun
    from ..reports.notice.writers import NOTICE_WRITERS

    agency = options.agency
    told = {**facts._asdict(), "address": options.address}
    check_notice_inputs(files, agency, told)
    day = day_of_check(options.as_of)
    conditions = read_notice_conditions(out.fail_on)
    with named_by("--upgraded"):
        upgraded = None if options.upgraded is None else asked_day(options.upgraded)
    known: dict[str, Any] = {"as_of": day, "upgraded_on": upgraded, "policy": policy(), "registry": registry.load()}
    how = reading.values()
    if agency is None:
        known["record"] = agency_record(**told)
    outputs = check_outputs(out.output or (), Targets(), NOTICE_WRITERS)
    skipped = SkippedFiles()
    with ExitStack() as stack:
        if agency is not None:
            known["agencies"] = _agencies(stack.enter_context(as_file(agency, how.limits)), how)
        say_registry(known["registry"])
        say_domains(policy().domains)
        known |= {"limits": how.limits, "ocr": options.ocr}
        checks = stack.enter_context(checking(files, known, skipped))
        is_alone = len(files) == 1 and not files[0].is_dir()
        if out.format_ == "jsonl" and not outputs and not conditions:
            return stream_notices(checks, skipped, is_alone)
        held = list(checks)
    if is_alone and held[0].error is not None:
        raise held[0].error
    reasons = met_by_notices(conditions, held) if conditions else None
    places = [location_as_typed(check.file) for check in held]
    list_file = None if agency is None else str(agency)
    told_day = day if options.as_of else None
    run = NoticeRun(held, LANG, places, told_day, list_file, known["registry"], policy(), reasons)
    write_outputs(outputs, run)
    skipped.say()
    say_failed(reasons or ())
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
        from ..reports.notice.screen import render_notices

        write_text(render_notices(run, out.limit, style_of(sys.stdout, general.color)))
        return
    from ..reports.notice.writers import NOTICE_WRITERS

    write_bytes(NOTICE_WRITERS[out.format_].write(run), commands=out.format_ == "github")
