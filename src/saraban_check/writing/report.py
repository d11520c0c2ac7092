"""A result becomes a report whose format the name of the file tells, as with `-o` of the command line."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..checks.classification import Classification
from ..checks.notice_context import NOTHING_KNOWN, NoticeContext
from ..comparison.moves import Comparison
from ..formats import Result, writer_for, writers_of
from ..model.errors import RequestError
from ..model.result import NoticeResult
from ..model.text import Lang, Text
from .location import location_as_typed
from .whole import write_whole

if TYPE_CHECKING:
    from ..gating.gate import Judgement

_NO_WRITER = Text(
    "{file}: ไม่รู้จักนามสกุลไฟล์นี้ ใช้ {choices}",
    "{file}: no such kind of file; use {choices}",
)


def write_report(
    result: Classification | Comparison | Iterable[NoticeResult],
    path: str | Path,
    lang: Lang = "th",
    *,
    judgement: "Judgement | None" = None,
    context: NoticeContext = NOTHING_KNOWN,
) -> None:
    """Write a report of `classify`, `compare` or `check_notices` in the format that the file's suffix names.

    That is `.xlsx .html .json .csv .md` for all three; `.jsonl .sarif .xml` (JUnit), `.gitlab.json`, `.github.txt` and
    `.concise.txt` for lists and notices. `lang` is `"th"` or `"en"`. Reports of a list say what `judgement` (`judge`)
    says; those of notices which day, registry and domains of the `context` they were checked with. A list must hold
    all agencies that the report is to hold (`keep`). The file is whole or not there; what stood there is replaced, so
    name no input.

    Raises RequestError where no format has the suffix, OSError where the file cannot be written, TypeError for any
    other result. Source: decisions: Machines.
    """
    path = Path(path)
    kind, run = _run_of(result, lang, judgement, context)
    writer = writer_for(path.name, kind)
    if writer is None:
        endings = ", ".join(suffix for known in writers_of(kind).values() for suffix in known.suffixes)
        raise RequestError(_NO_WRITER, file=path.name, choices=endings)
    write_whole(path, writer.write(run))


def _run_of(
    result: Classification | Comparison | Iterable[NoticeResult],
    lang: Lang,
    judgement: "Judgement | None",
    context: NoticeContext,
) -> tuple[Result, Any]:
    """What the writers of such a result are given."""
    if isinstance(result, Classification):
        from ..report.run import Report

        return Result.CLASSIFY, Report(result, lang, result.source.file, judgement)
    if isinstance(result, Comparison):
        from ..report.views.compare import CompareRun

        return Result.COMPARE, CompareRun(result, lang)

    from ..report.views.notices_run import NoticeRun

    held = tuple(result)
    if not all(isinstance(one, NoticeResult) for one in held):
        raise TypeError("a report is of what classify, compare or check_notices return")
    places = [location_as_typed(one.file) for one in held]
    known = (context.as_of, None, context.registry, context.policy)
    return Result.NOTICE, NoticeRun(held, lang, places, *known)
