"""What `classify` needs for its paper: which value of `--since` is a day, which a round, and that none is in vain."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..formats import Writer
from ..intake.dates import read_day
from ..model.errors import RequestError
from ..model.text import Text
from .configured import named_by
from .given import is_given
from .language import LANG
from .streams import note

if TYPE_CHECKING:
    from ..checks.judging import Judging
    from ..comparison.standing import Round
    from ..intake.options import ListOptions
    from ..report.run import Report
    from .options.evidence import EvidenceOptions
    from .options.paper import PaperOptions

_NEITHER = Text(
    "--since {found}: ไม่ใช่วันที่ (เช่น 1/11/2569 หรือ 2026-11-01) และไม่มีไฟล์ชื่อนี้ (ผลรอบก่อนหรือรายชื่อ)",
    "--since {found}: this is no date (write 1/11/2569 or 2026-11-01), and there is no such file (an earlier result)",
)
_SEVERAL = Text(
    "--since: ระบุวันที่ได้วันเดียว และผลรอบก่อนได้ไฟล์เดียว หลายรอบใช้คำสั่ง compare",
    "--since takes one date and one earlier round; for several rounds use compare",
)
_DAY_ALONE = Text(
    "--since: ใช้ได้เมื่อระบุ --delivery หรือ --bounces ด้วย", "--since can be used only together with --delivery or --bounces"
)
_ROUND_ALONE = Text(
    "--since {found}: เป็นผลรอบก่อน มีผลเฉพาะกับรายงาน -o ชื่อไฟล์.docx ถ้าต้องการเปรียบเทียบอย่างเดียวใช้คำสั่ง compare",
    "--since {found} is an earlier round, which only the report -o NAME.docx tells of; to compare alone, use compare",
)
_TOOK = Text(
    "เทียบกับรอบก่อน {file}: {total} แห่ง ({day})", "compared with the earlier round {file}: {total} agencies ({day})"
)
_NO_PAPER = Text("--thai-digits: มีผลเฉพาะกับ -o ชื่อไฟล์.docx", "--thai-digits has an effect on -o NAME.docx only")
_NOT_THAI = Text("--thai-digits: มีผลเฉพาะภาษาไทย", "--thai-digits has no effect in English")


class Paper(NamedTuple):
    """The day of `--since`, its earlier round, and the digits of the paper."""

    day: str | None
    earlier: Path | None
    thai_digits: bool

    def dated(self, evidence: "EvidenceOptions") -> "EvidenceOptions":
        """The sources, with the day from which on reports count."""
        delivery = evidence.delivery
        circular = delivery.circular._replace(since=self.day)
        return evidence._replace(delivery=delivery._replace(circular=circular))

    def told(self, report: "Report", how: "ListOptions", judging: "Judging") -> "Report":
        """The report with what the paper says besides. Raises InputError where the earlier round cannot be used."""
        if self.earlier is None:
            return report._replace(thai_digits=self.thai_digits)
        from ..comparison.rounds import compare_since

        with named_by("--since"):
            found = compare_since(self.earlier, report.result, how._replace(as_of=None), judging)
        _say_round(found.old)
        return report._replace(since=found, thai_digits=self.thai_digits)


def asked_paper(options: "PaperOptions", evidence: "EvidenceOptions", files: Sequence[tuple[Path, Writer]]) -> Paper:
    """What was asked for. Raises RequestError for a value of `--since` that would do nothing."""
    has_paper = any(writer.name == "docx" for _, writer in files)
    days = [value for value in options.since_ or () if read_day(value) is not None]
    rounds = [value for value in options.since_ or () if read_day(value) is None]
    for value in rounds:
        if not Path(value).is_file():
            raise RequestError(_NEITHER, found=value)
    if len(days) > 1 or len(rounds) > 1:
        raise RequestError(_SEVERAL)
    if days and not (evidence.delivery.delivery or evidence.delivery.bounces):
        raise RequestError(_DAY_ALONE)
    if rounds and not has_paper:
        raise RequestError(_ROUND_ALONE, found=rounds[0])
    if options.thai_digits and is_given("thai_digits") and not (has_paper and LANG == "th"):
        note(_NOT_THAI if has_paper else _NO_PAPER)
    return Paper(days[0] if days else None, Path(rounds[0]) if rounds else None, options.thai_digits)


def _say_round(old: "Round") -> None:
    from ..report.words.data_day import data_day

    note(_TOOK, file=old.file, total=f"{old.total:,}", day=data_day(old.as_of))
