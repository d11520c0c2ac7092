"""What `notice` reads: requests that cannot be are refused first, then the notices are checked one by one."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

from ..checks.notice_context import NoticeContext
from ..checks.notices import check_notices
from ..intake.limits import Limits
from ..model.errors import RequestError
from ..model.result import NoticeResult
from ..model.text import Text
from ..whose_notice.files import NoticeFile
from .language import t
from .notice_files import SkippedFiles
from .progress import Progress
from .reading import as_file

_ONE_OR_LIST = Text(
    "--agency {list}: ใช้พร้อม {option} ไม่ได้ รายชื่อบอกข้อมูลของหน่วยงานอยู่แล้ว",
    "--agency {list} and {option} cannot both be given: the list says it for each agency",
)


def check_notice_inputs(files: list[Path], agency: Path | None, told: dict[str, str | None]) -> None:
    """Raises RequestError where what is known of the agency is told twice, or standard input is to be read twice."""
    given = next((f"--{option}" for option, value in told.items() if value is not None), None)
    if agency is not None and given is not None:
        raise RequestError(_ONE_OR_LIST, list=agency, option=given)


@contextmanager
def checking(
    files: list[Path], known: NoticeContext, limits: Limits, skipped: SkippedFiles, *, ocr: bool
) -> Iterator[Iterator[NoticeResult]]:
    """The results, one after the other, with their progress; at the end whatever reads them is ended."""
    with Progress(t("กำลังอ่านประกาศฯ", "reading notices")) as progress, ExitStack() as stack:

        def started(total: int) -> None:
            progress.of(total)
            if total > 1:  # the first may be a scan, which takes its time
                progress.begin()

        named = [
            NoticeFile(stack.enter_context(as_file(path, limits, "file_mb")), "-", "-") if str(path) == "-" else path
            for path in files
        ]
        told: dict[str, Any] = {"skip": skipped.add, "on_start": started, "on_files": progress.on_rows}
        yield stack.enter_context(closing(check_notices(named, known, limits=limits, ocr=ocr, **told)))
