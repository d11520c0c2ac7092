"""`fix FILE`: a copy of the list with the safe changes in it."""

import sys
from pathlib import Path
from typing import Annotated, Any

from ..checks.classify import classify
from ..checks.judging import Judging
from ..fixing.plan import plan_fixes
from ..formats import Result, writers_of
from ..intake.named_file import read_whole
from ..model.errors import RequestError
from ..model.text import Text
from .again import again
from .configured import policy
from .language import LANG
from .options.declaring import command, options_of
from .options.fixing import FixOptions
from .options.general import GeneralOptions
from .options.reading import LIST, ReadingOptions
from .options.registry import RegistryOptions
from .outputs import Targets, write_file
from .reading import as_file, say_domains, say_registry, say_set_aside, say_source, watched
from .streams import ending_with, note, say_wrote, style_of, write_bytes, write_text

EXAMPLES = """saraban-check fix agencies.xlsx --dry-run
saraban-check fix agencies.xlsx -o fixed.xlsx
saraban-check fix agencies.csv -o fixed.xlsx --unsafe"""

_SHOWN = 10
_NO_TARGET = Text(
    "ระบุไฟล์ที่จะเขียนสำเนา: -o ไฟล์ใหม่ หรือใช้ --dry-run เพื่อดูว่าจะแก้อะไร (ไฟล์ต้นทางไม่ถูกแก้)",
    "name the file for the copy, -o NEW, or see with --dry-run what would be changed; the input is never changed",
)
_STDOUT = Text(
    "-o -: ระบุชื่อไฟล์ เอาต์พุตมาตรฐานมีไว้แสดงรายการที่แก้", "-o -: name a file; standard output is for the list of changes"
)


@command
def fix_command(
    file: Annotated[Path, LIST],
    reading: ReadingOptions,
    registry: RegistryOptions,
    fixing: FixOptions,
    general: GeneralOptions,
) -> int:
    """The command; the options' own help says what each does."""
    from ..files.fixed.copy import check_target, fixed_copy
    from ..report.views.fixes_run import FixReport

    output, how = fixing.output, reading.values()
    judging = Judging(None, policy(), registry.load())
    _check_output(output, fixing.dry_run)

    def opened(source: Any) -> None:
        if output is not None:
            check_target(output, file, source)
        say_source(source)

    with as_file(file, how.limits) as path:
        with watched(opened) as watch:
            result = classify(path, how, judging, watch=watch)
        say_set_aside(result)
        plan = plan_fixes(result, unsafe=fixing.unsafe)
        as_book = output is not None and output.suffix.lower() == ".xlsx"
        copy = fixed_copy(plan, result, read_whole(path, how.limits), as_book=as_book)
    target = None if fixing.dry_run else output
    if target is not None:
        write_file(target, [copy.data])
    say_registry(judging.registry)
    say_domains(result.policy.domains)
    if target is not None:
        say_wrote(target)
    for text in copy.notes:
        note(text)
    written = None if target is None else str(target)
    report = FixReport(copy.plan, result, str(file), written, LANG, again(options_of(fix_command)))
    with ending_with(0):
        if fixing.format_ == "screen":
            from ..report.render.screen import render_screen
            from ..report.views.fixes import fix_document

            most = _SHOWN if fixing.limit is None and not fixing.dry_run else fixing.limit
            write_text(render_screen(fix_document(report), LANG, style_of(sys.stdout, general.color), most))
        else:
            write_bytes(writers_of(Result.FIX)[fixing.format_].write(report))
    return 0


def _check_output(output: Path | None, dry_run: bool) -> None:
    """Raises RequestError where there is no place for the copy, or it may not be written there."""
    if output is None:
        if not dry_run:
            raise RequestError(_NO_TARGET)
    elif str(output) == "-":
        raise RequestError(_STDOUT)
    else:
        Targets().check("-o", output)
