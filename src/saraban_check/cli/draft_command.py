"""`draft notice`: a correct section-10 notice, of one agency or for each of a list that needs one."""

from collections.abc import Mapping
from typing import Annotated

from ..drafting.requested import day_of_notice
from ..model.errors import RequestError
from ..model.text import Text
from ..reference.days import today
from .draft_list import ListRequest, draft_list
from .draft_one import OneRequest, draft_one
from .language import t
from .options.agency import AgencyOptions
from .options.declaring import Needing, Without, command, options_of
from .options.drafting import FOLLOW_UP, BatchOptions, OutputOptions, WordingOptions
from .options.general import GeneralOptions
from .options.reading import JudgingOptions, ReadingOptions
from .streams import note

EXAMPLES = """saraban-check draft notice --name อบต.วังทอง --address saraban@wang-thong.go.th
saraban-check draft notice --name อบต.วังทอง --phone 0-3677-6543 -o draft.docx
saraban-check draft notice --from agencies.xlsx --only B,C -o drafts"""

_NAME_OR_LIST = Text(
    "ระบุหน่วยงาน: --name “อบต.…” หรือรายชื่อ: --from agencies.xlsx -o โฟลเดอร์",
    "name the agency, --name “อบต.…”, or a list, --from agencies.xlsx -o FOLDER",
)
_OF_ONE = Text(
    "{option} เป็นของหน่วยงานเดียว ใช้กับ --from ไม่ได้ เพราะข้อมูลมาจากรายชื่อ",
    "{option} is of one agency and does not go with --from: there the list has the facts",
)
_OF_A_LIST = Text("{option} ใช้กับ --from เท่านั้น{hint}", "{option} goes with --from only{hint}")
_USE_O = Text(" ใช้ -o ไฟล์.txt", "; use -o FILE.txt")
_NO_HINT = Text("", "")
_TXT_OF_ONE = Text(
    "--format txt เป็นของหน่วยงานเดียว กับ --from ใช้ --txt เพื่อบันทึก .txt คู่กับ .docx",
    "--format txt is of one agency; with --from use --txt for a .txt beside each .docx",
)
_SCREEN_OF_A_LIST = Text(
    "--format screen ใช้กับ --from เท่านั้น ใช้ txt หรือ json", "--format screen goes with --from only; use txt or json"
)
_FUTURE = Text(
    "วันที่ของประกาศฯ ยังไม่ถึง คำสั่ง notice จะแจ้งว่าผิดจนกว่าจะถึงวันนั้น",
    "the date is yet to come; the notice command will say so until then",
)


@command
def notice_command(
    facts: Annotated[AgencyOptions, Without(("province", "issued"))],
    wording: WordingOptions,
    batch: BatchOptions,
    judging: Annotated[JudgingOptions, Needing("from_", ("table", "assume"))],
    reading: Annotated[
        ReadingOptions, Without(("require", "as_of")), Needing("from_", ("sheet", "map_", "encoding", "max_"))
    ],
    out: OutputOptions,
    general: GeneralOptions,
) -> int:
    """The command; exit code 1 where the address is not correct, and so nothing was drafted."""
    of_one = {**facts._asdict(), **wording._asdict(), "province": None}
    is_of_list = batch.from_ is not None
    _refuse(of_one if is_of_list else {"only": batch.only, "txt": batch.txt}, is_of_list=is_of_list)
    day = day_of_notice(out.date)
    if day > today():
        note(_FUTURE)
    if batch.from_ is not None:
        if out.format_ == "txt":
            raise RequestError(_TXT_OF_ONE)
        selected = batch._replace(only=batch.only or FOLLOW_UP)
        request = ListRequest(batch.from_, reading.values(), judging.values(), selected, day, out)
        return draft_list(request, general)
    if facts.name is None:
        raise RequestError(_NAME_OR_LIST)
    if out.format_ == "screen":
        raise RequestError(_SCREEN_OF_A_LIST)
    return draft_one(OneRequest(facts, wording, day, out, judging.registry.load()), general)


def _refuse(options: Mapping[str, object], *, is_of_list: bool) -> None:
    """Raises RequestError for the first option that was given and does not go with `--from`, or without it."""
    for parameter, value in options.items():
        if not value and value != "":
            continue
        option = options_of(notice_command)[parameter].name
        if is_of_list:
            raise RequestError(_OF_ONE, option=option)
        raise RequestError(_OF_A_LIST, option=option, hint=_USE_O if option == "--txt" else _NO_HINT)


SUBCOMMANDS = {
    "notice": (
        notice_command,
        t("ร่างประกาศฯ ม.10 ที่ถูกต้อง (DOCX, TXT)", "Draft a correct section-10 notice (DOCX, TXT)."),
    ),
}
