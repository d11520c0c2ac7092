"""`explain`: a rule, a group, or why one agency is where it is."""

import sys
from pathlib import Path
from typing import Annotated

from ..checks.classify import classify
from ..checks.judging import Watch
from ..checks.subjects import EXAMPLE_RULE, near_subjects, subjects_beginning
from ..grouping.table import published_table
from ..intake.near_files import near_files
from ..model.errors import RequestError
from ..model.near import did_you_mean
from ..model.text import Text
from ..report.views.findings import shell_name
from ..rules.catalogue import find_rule
from .again import again
from .asked_agencies import asked_agencies
from .evidence import further_sources
from .language import LANG
from .options.declaring import Argument, Without, command, options_of
from .options.evidence import EvidenceOptions
from .options.general import GeneralOptions
from .options.reading import JudgingOptions, ReadingOptions
from .reading import as_file, say_domains, say_registry, say_set_aside, say_source
from .streams import style_of, write_text

EXAMPLES = f"""saraban-check explain {EXAMPLE_RULE}
saraban-check explain B2
saraban-check explain agencies.xlsx 12
saraban-check explain agencies.xlsx "สวนจำลอง ปทุมธานี"
saraban-check explain agencies.xlsx 06130491"""

_UNKNOWN = Text(
    "explain {found}: ไม่ใช่รหัสเหตุผล กลุ่ม หรือไฟล์{near} ดูรหัสทั้งหมดด้วย saraban-check rules",
    "explain {found}: neither a rule, nor a group, nor a file{near}; saraban-check rules lists all rules",
)
_NO_ROW_GIVEN = Text(
    "explain {file}: ระบุเลขแถว ชื่อ หรือรหัสของหน่วยงานด้วย เช่น saraban-check explain {named}{again} {example}",
    "explain {file}: name the row, or an agency, too, such as saraban-check explain {named}{again} {example}",
)


@command
def explain_command(
    target: Annotated[
        str,
        Argument(
            Text("เรื่อง", "WHAT"),
            Text(f"รหัสเหตุผล ({EXAMPLE_RULE}) กลุ่ม (B2) หรือไฟล์", f"a rule ({EXAMPLE_RULE}), a group (B2), or a file"),
            subjects_beginning,
        ),
    ],
    reading: Annotated[ReadingOptions, Without(("require",))],
    judging: JudgingOptions,
    evidence: EvidenceOptions,
    general: GeneralOptions,
    wanted: Annotated[
        str | None,
        Argument(
            Text("หน่วยงาน", "AGENCY"),
            Text(
                "เลขแถวตามที่เห็นในตารางคำนวณ หรือชื่อ อำเภอ จังหวัด รหัส หรือที่อยู่อีเมล",
                "its row as the spreadsheet shows it, or its name, district, province, code or address",
            ),
        ),
    ] = None,
) -> int:
    """The command; a list of agencies to choose from is a result too (exit code 0), none is a wrong request."""
    from ..report.render.screen import render_screen

    style = style_of(sys.stdout, general.color)
    how, judged = reading.values(), judging.values()
    if wanted is None or not wanted.strip():
        groups = judged.table or published_table()
        if (rule := find_rule(target)) is not None:
            from ..report.views.rule import rule_document

            write_text(render_screen(rule_document(rule), LANG, style))
            return 0
        name = next((group for group in groups.groups if group.casefold() == target.strip().casefold()), None)
        if name is not None:
            from ..report.views.group import group_document

            write_text(render_screen(group_document(groups, name), LANG, style))
            return 0
        if not _exists(target):
            raise RequestError(_UNKNOWN, found=target, near=_near(target))
        options = again(options_of(explain_command))
        raise RequestError(_NO_ROW_GIVEN, file=target, named=shell_name(target), again=options, example=5)
    with as_file(Path(target), how.limits) as path:
        found = asked_agencies(path, how, wanted)
        sources = further_sources(evidence, how.limits, general, found.rows, as_of=how.as_of)
        result = classify(path, how, judged, sources, keep=found.keep, watch=Watch(say_source))
    say_registry(judged.registry)
    say_domains(judged.policy.domains)
    say_set_aside(result)
    document = found.document(result, shell_name(target), again(options_of(explain_command)))
    write_text(render_screen(document, LANG, style))
    return 0


def _exists(target: str) -> bool:
    try:
        return Path(target).exists()
    except OSError:  # a name that no file can have
        return False


def _near(target: str) -> Text:
    """Rules and groups that come near, or else files."""
    return did_you_mean(near_subjects(target) or near_files(Path(target)))
