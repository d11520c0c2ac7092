"""`draft notice --from …`: a draft for each agency of a list, in a folder; no name is taken before all are checked."""

import datetime
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..checks.classification import Classification
from ..checks.classify import classify
from ..checks.judging import Judging
from ..checks.selection import Selection
from ..drafting.plan import DraftPlan, plan_drafts
from ..drafting.wording import notice_paragraphs
from ..formats import Result, writers_of
from ..grouping.table import published_table
from ..intake.options import ListOptions
from ..model.assessment import Assessment
from ..model.errors import RequestError
from ..model.os_reasons import reason_of
from ..model.text import Text
from ..report.views.drafts_run import BatchRun, NotAskedFor
from .configured import named_by
from .inputs import refuse_folder
from .language import LANG, t
from .outputs import Targets, refuse_obstacle, write_file
from .progress import Progress
from .reading import as_file, say_domains, say_registry, say_set_aside, say_source, watched
from .streams import style_of, write_bytes, write_text

if TYPE_CHECKING:
    from .options.drafting import BatchOptions, OutputOptions
    from .options.general import GeneralOptions

_NO_FOLDER_NAMED = Text(
    "--from ต้องระบุโฟลเดอร์ที่จะเก็บร่างหนึ่งโฟลเดอร์: -o โฟลเดอร์", "--from needs one folder for the drafts: -o FOLDER"
)
_NOT_A_FOLDER = Text(
    "-o {file}: ไม่ใช่โฟลเดอร์ ระบุโฟลเดอร์ที่จะเก็บร่าง", "-o {file}: not a folder; name the one for the drafts"
)
_NO_PARENT = Text(
    "-o {file}: ไม่มีโฟลเดอร์ {folder} สร้างก่อนแล้วลองใหม่", "-o {file}: there is no folder {folder}; make it first"
)
_CANNOT_MAKE = Text("-o {file}: สร้างโฟลเดอร์ไม่ได้ ({reason})", "-o {file}: it cannot be made ({reason})")


class ListRequest(NamedTuple):
    """The list and how it is read (`classify`'s own options), which agencies, and where their drafts go."""

    file: Path
    reading: ListOptions
    judging: Judging
    batch: "BatchOptions"
    day: datetime.date
    out: "OutputOptions"

    @property
    def endings(self) -> tuple[str, ...]:
        """Those of each draft's files."""
        return (".docx", ".txt") if self.batch.txt else (".docx",)


def draft_list(request: ListRequest, general: "GeneralOptions") -> int:
    """The exit code."""
    batch, is_json = request.batch, request.out.format_ == "json"
    selection = Selection(batch.only, batch.province, batch.limit, request.judging.table or published_table())
    folder = _folder(request.out.output or ())
    others: list[NotAskedFor] | None = [] if is_json else None
    result = _classified(request, selection, others)
    say_set_aside(result)
    plan = plan_drafts(result, request.day)
    _check(plan, folder, request)
    _write(plan, folder, request.endings)
    run = BatchRun(result, plan, request.day, str(folder), request.endings, LANG, others)
    if is_json:
        from ..formats import encoded
        from ..machine.json_drafts import batch_document

        write_bytes(encoded(batch_document(run)))
    else:
        from ..report.render.screen import render_screen
        from ..report.views.drafts import drafts_document

        write_text(render_screen(drafts_document(run), LANG, style_of(sys.stdout, general.color), batch.limit))
    return 0


def _classified(request: ListRequest, selection: Selection, others: list[NotAskedFor] | None) -> Classification:
    """The list, holding the agencies that were asked for; of the others only what JSON says of them."""

    def opened(source: object) -> None:
        say_source(source)
        say_registry(request.judging.registry)
        say_domains(request.judging.policy.domains)

    def keep(agency: Assessment) -> bool:
        if selection.chooses(agency):
            return True
        if others is not None:
            record = agency.record
            province = record.province.name.th if record.province else None
            others.append(NotAskedFor(record.row, record.code, record.name, province, agency.group))
        return False

    with named_by("--from"), as_file(request.file, request.reading.limits) as path, watched(opened) as watch:
        return classify(path, request.reading, request.judging, keep=keep, keep_set_aside=False, watch=watch)


def _folder(outputs: Sequence[str]) -> Path:
    """The folder of the one `-o`, which may be yet to make. Raises RequestError where it cannot be used."""
    if len(outputs) != 1 or outputs[0] == "-":
        raise RequestError(_NO_FOLDER_NAMED)
    folder = Path(outputs[0])
    refuse_obstacle("-o", folder)
    try:
        if not folder.is_dir():
            if folder.exists() or folder.is_symlink():
                raise RequestError(_NOT_A_FOLDER, file=folder)
            if not folder.parent.is_dir():
                raise RequestError(_NO_PARENT, file=folder, folder=folder.parent)
        refuse_folder("-o", folder)
    except OSError as error:
        raise RequestError(_CANNOT_MAKE, file=folder, reason=reason_of(error)) from None
    return folder


def _check(plan: DraftPlan, folder: Path, request: ListRequest) -> None:
    """Raises RequestError where a file that stands there is not to be replaced, or cannot be."""
    if folder.is_dir():
        Targets().check_all("-o", [folder / (draft.file + end) for draft in plan.drafts for end in request.endings])


def _write(plan: DraftPlan, folder: Path, endings: Sequence[str]) -> None:
    """The files, one draft after the other."""
    if not plan.drafts:
        return
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise RequestError(_CANNOT_MAKE, file=folder, reason=reason_of(error)) from None
    with Progress(t("กำลังร่าง", "drafting"), len(plan.drafts)) as progress:
        for count, draft in enumerate(plan.drafts, start=1):
            words = notice_paragraphs(draft.facts)
            for ending in endings:
                write_file(
                    folder / (draft.file + ending), writers_of(Result.DRAFT)[ending.removeprefix(".")].write(words)
                )
            if progress.is_wanted:
                progress.rows(count)
