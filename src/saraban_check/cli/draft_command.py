"""`draft notice`: a correct section-10 notice, of one agency or for each of a list that needs one."""

from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from ..drafting.requested import day_of_notice
from ..model.errors import RequestError
from ..model.text import Text
from ..reference.days import today
from .agency_options import AmphoeOption, CodeOption, KindOption, WebsiteOption
from .draft_list import ListRequest, draft_list
from .draft_one import OneRequest, draft_one
from .language import LANG, t
from .options import (
    AssumeOption,
    ColorChoice,
    ColorOption,
    ConfigOption,
    EncodingOption,
    LangChoice,
    LangOption,
    MapOption,
    MaxOption,
    NoRegistryOption,
    QuietOption,
    RegistryOption,
    SheetOption,
    TableMode,
    TableModeOption,
    TableOption,
    VerboseOption,
)
from .reading import reading_options
from .registry_file import registry_of
from .streams import say


class DraftFormat(Enum):
    SCREEN = "screen"
    TXT = "txt"
    JSON = "json"


EXAMPLES = """saraban-check draft notice --name อบต.วังทอง --address saraban@wang-thong.go.th
saraban-check draft notice --name อบต.วังทอง --phone 0-3677-6543 -o draft.docx
saraban-check draft notice --from agencies.xlsx --only B,C -o drafts"""
_FOLLOW_UP = "B,C,D,E,W"

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


def _text(name: str, metavar: str, help_: str) -> Any:
    return typer.Option(name, metavar=metavar, help=help_)


def notice_command(
    name: Annotated[
        str | None, _text("--name", t("ชื่อ", "NAME"), t("ชื่อหน่วยงาน เต็มหรือย่อ", "the agency's name, in full or short"))
    ] = None,
    kind: KindOption = None,
    code: CodeOption = None,
    province: Annotated[
        str | None,
        _text(
            "--province",
            t("จังหวัด", "PROVINCE"),
            t("จังหวัดของหน่วยงาน (กับ --from: เฉพาะจังหวัดนี้)", "the agency's province (with --from: this one only)"),
        ),
    ] = None,
    amphoe: AmphoeOption = None,
    address: Annotated[
        str | None,
        _text(
            "--address",
            t("อีเมล", "ADDRESS"),
            t("อีเมลที่ประกาศฯ จะระบุ ตรวจก่อนเสมอ", "the address to state; it is always checked first"),
        ),
    ] = None,
    website: WebsiteOption = None,
    phone: Annotated[
        list[str] | None,
        _text(
            "--phone",
            t("หมายเลข", "NUMBER"),
            t("โทรศัพท์ในเวลาราชการ (ใช้ซ้ำได้)", "a telephone in office hours (may be repeated)"),
        ),
    ] = None,
    channel: Annotated[
        list[str] | None,
        _text(
            "--channel",
            t("ช่องทาง", "CHANNEL"),
            t(
                "ช่องทางอื่น เช่น “LINE: @wangthong” (ใช้ซ้ำได้)",
                "a further channel, such as “LINE: @wangthong” (may be repeated)",
            ),
        ),
    ] = None,
    position: Annotated[
        str | None,
        _text(
            "--position",
            t("ตำแหน่ง", "POSITION"),
            t("ตำแหน่งผู้ลงนาม (ปกติคือนายก)", "the signatory's position (else the head of the agency)"),
        ),
    ] = None,
    date: Annotated[
        str | None,
        _text("--date", t("วันที่", "DATE"), t("วันที่ของประกาศฯ (ปกติวันนี้)", "the day of the notice (else today)")),
    ] = None,
    from_: Annotated[
        Path | None,
        typer.Option(
            "--from",
            readable=False,
            metavar=t("ไฟล์", "FILE"),
            help=t("ร่างให้ทุกหน่วยงานในรายชื่อ (XLSX, CSV) หรือ -", "draft for the agencies of a list (XLSX, CSV), or -"),
        ),
    ] = None,
    only: Annotated[
        str | None,
        _text(
            "--only",
            t("กลุ่ม,…", "GROUP,…"),
            t(f"เฉพาะกลุ่ม (ปกติ {_FOLLOW_UP})", f"only these groups (else {_FOLLOW_UP})"),
        ),
    ] = None,
    txt: Annotated[
        bool,
        typer.Option("--txt", help=t("กับ --from: บันทึก .txt คู่กับ .docx ด้วย", "with --from: a .txt beside each .docx")),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help=t("เขียนทับร่างเดิม", "replace earlier drafts"))] = False,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar=t("ไฟล์|โฟลเดอร์", "FILE|FOLDER"),
            help=t(
                "บันทึกเป็น .docx .txt (ใช้ซ้ำได้) กับ --from คือโฟลเดอร์",
                "write .docx, .txt (may be repeated); with --from a folder",
            ),
        ),
    ] = None,
    format_: Annotated[
        DraftFormat | None,
        typer.Option(
            "--format",
            help=t(
                "ที่ส่งออกทางเอาต์พุตมาตรฐาน: txt (ปกติ ถ้าไม่มี -o) json หรือ screen (ปกติ กับ --from)",
                "what goes to standard output: txt (the default without -o), json, or screen (with --from)",
            ),
        ),
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            envvar="SARABAN_CHECK_LIMIT",
            min=0,
            metavar=t("จำนวน", "NUMBER"),
            help=t("จำนวนหน่วยงานที่แสดงบนจอ", "how many agencies the screen lists"),
        ),
    ] = 10,
    assume: AssumeOption = None,
    table: TableOption = None,
    table_mode: TableModeOption = TableMode.EXTEND,
    registry: RegistryOption = None,
    no_registry: NoRegistryOption = False,
    sheet: SheetOption = None,
    map_: MapOption = None,
    encoding: EncodingOption = None,
    max_: MaxOption = None,
    config: ConfigOption = None,
    lang: LangOption = LangChoice.TH,
    color: ColorOption = ColorChoice.AUTO,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """The command; exit code 1 where the address is not correct, and so nothing was drafted."""
    of_one: dict[str, object] = {
        "--name": name,
        "--kind": kind,
        "--code": code,
        "--amphoe": amphoe,
        "--address": address,
    }
    of_one |= {"--website": website, "--phone": phone, "--channel": channel, "--position": position}
    is_of_list = from_ is not None
    _refuse(of_one if is_of_list else {"--only": only, "--txt": txt}, is_of_list=is_of_list)
    day = day_of_notice(date)
    if day > today() and not quiet:
        say(_FUTURE.say(LANG))
    if from_ is not None:
        if format_ is DraftFormat.TXT:
            raise RequestError(_TXT_OF_ONE)
        reading, judging = reading_options(
            sheet, map_, encoding, max_, assume, table, table_mode, registry, no_registry
        )
        request = ListRequest(
            from_, reading, judging, only or _FOLLOW_UP, province, limit, day, output or (), txt, force
        )
        return draft_list(request, is_json=format_ is DraftFormat.JSON, color=color, quiet=quiet)
    if name is None:
        raise RequestError(_NAME_OR_LIST)
    if format_ is DraftFormat.SCREEN:
        raise RequestError(_SCREEN_OF_A_LIST)
    told = {"name": name, "kind": kind, "code": code, "province": province, "amphoe": amphoe, "website": website}
    one = OneRequest(told, address, phone or (), channel or (), position, day, output or (), force)
    shown = format_.value if format_ is not None else None
    return draft_one(one, registry_of(registry, no_registry), shown, color=color, quiet=quiet)


def _refuse(options: Mapping[str, object], *, is_of_list: bool) -> None:
    """Raises RequestError for the first option that was given and does not go with `--from`, or without it."""
    for option, value in options.items():
        if not value and value != "":
            continue
        if is_of_list:
            raise RequestError(_OF_ONE, option=option)
        raise RequestError(_OF_A_LIST, option=option, hint=_USE_O if option == "--txt" else _NO_HINT)


SUBCOMMANDS = {
    "notice": (
        notice_command,
        t("ร่างประกาศฯ ม.10 ที่ถูกต้อง (DOCX, TXT)", "Draft a correct section-10 notice (DOCX, TXT)."),
    ),
}
