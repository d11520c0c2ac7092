"""`registry import|show|status`: the list of all local agencies that DLA publishes, kept for looking things up."""

import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..intake.options import ListOptions
from ..model.errors import RequestError
from ..model.text import Text
from ..registry.files import import_registry, is_packed_registry, load_registry, render_registry
from ..registry.replacing import registry_doubts
from ..registry.search import find_agencies
from .configured import named_by
from .language import LANG, t
from .options import (
    ColorChoice,
    ColorOption,
    ConfigOption,
    LangChoice,
    LangOption,
    MapOption,
    MaxOption,
    QuietOption,
    RegistryOption,
    VerboseOption,
)
from .outputs import Targets, write_file
from .reading import as_file, say_source
from .registry_file import NONE, registry_path, stored_registry
from .streams import say, say_wrote, style_of, write_bytes, write_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..registry.importing import LeftOut
    from ..registry.registry import Registry


class RegistryFormat(Enum):
    SCREEN = "screen"
    JSON = "json"


EXAMPLES = """saraban-check registry import dlads_05_01.csv
saraban-check registry status
saraban-check registry show 06480115
saraban-check registry show "อบต.ท่าข้าม จ.สงขลา\""""

_OFF = Text(
    "ปิดการใช้ทะเบียน อปท. ไว้ (registry = none ในการตั้งค่าหรือ SARABAN_CHECK_REGISTRY) ระบุ --registry ไฟล์ หรือเอาออก",
    "the registry is switched off (none, in the settings or SARABAN_CHECK_REGISTRY); name one with --registry",
)
_NO_REGISTRY = Text(
    "ยังไม่ได้นำเข้าทะเบียน อปท. ดาวน์โหลดชุดข้อมูล dlads_05_01 ของ สถ. (data.go.th) แล้วใช้ saraban-check registry import ไฟล์",
    "no registry has been imported; download DLA's dataset dlads_05_01 (data.go.th), then use registry import FILE",
)
_OTHER_FILE = Text(
    "--registry {file}: มีไฟล์นี้อยู่แล้วและไม่ใช่ทะเบียนที่โปรแกรมเก็บไว้ จะไม่เขียนทับ ใช้ชื่ออื่น",
    "--registry {file}: this file exists and is no registry of ours; it is not written over: use another name",
)
_ODD = Text(
    "{file}: ต่างจากทะเบียนที่นำเข้าไว้มากผิดปกติ ({doubts}) จึงยังไม่นำเข้า ถ้าถูกต้องแล้วเพิ่ม --force",
    "{file}: this differs oddly from the registry before ({doubts}), so it is not taken; if right, add --force",
)
_SAME = Text("เหมือนกับทะเบียนที่นำเข้าไว้แล้วทุกประการ", "the same as the registry that was imported before")
_CANNOT_MAKE = Text("{folder}: สร้างโฟลเดอร์ไม่ได้ ({reason})", "{folder}: the folder cannot be made ({reason})")
_DAMAGED = Text(
    "ทะเบียนเดิมอ่านไม่ได้ จึงไม่มีการเปรียบเทียบกับรอบก่อน",
    "the registry before could not be read: nothing to compare with",
)

FormatOption = Annotated[
    RegistryFormat, typer.Option("--format", help=t("รูปแบบผลลัพธ์: screen หรือ json", "format: screen or json"))
]
LimitOption = Annotated[
    int,
    typer.Option(
        "--limit",
        min=0,
        metavar=t("จำนวน", "NUMBER"),
        help=t("จำนวนที่แสดงในแต่ละรายการ", "how many of each list to show"),
    ),
]


def import_command(
    file: Annotated[
        Path,
        typer.Argument(
            readable=False,
            metavar=t("ไฟล์", "FILE"),
            help=t("ไฟล์ทะเบียนของ สถ. (CSV, XLSX) หรือ -", "DLA's registry (CSV, XLSX), or -"),
        ),
    ],
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar=t("วันที่", "DATE"),
            help=t("วันที่ของข้อมูล (ปกติใช้วันที่ของไฟล์)", "the day of the data (else the file's own)"),
        ),
    ] = None,
    registry: Annotated[
        Path | None,
        typer.Option(
            "--registry",
            readable=False,
            envvar="SARABAN_CHECK_REGISTRY",
            metavar=t("ไฟล์", "FILE"),
            help=t("ไฟล์ที่จะเก็บทะเบียน (ปกติเก็บในโฟลเดอร์ข้อมูลของผู้ใช้)", "where to keep it (else in your data folder)"),
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            help=t("นำเข้าแม้ต่างจากทะเบียนเดิมมากผิดปกติ", "import it, however much it differs from before"),
        ),
    ] = False,
    format_: FormatOption = RegistryFormat.SCREEN,
    limit: LimitOption = 10,
    sheet: Annotated[
        str | None,  # no variable: SARABAN_CHECK_SHEET is the list's
        typer.Option("--sheet", metavar=t("ชื่อ", "NAME"), help=t("แผ่นงานที่จะอ่าน", "the sheet to read")),
    ] = None,
    map_: MapOption = None,
    encoding: Annotated[
        str | None,
        typer.Option("--encoding", metavar=t("ชื่อ", "NAME"), help=t("การเข้ารหัสของ CSV", "encoding of a CSV")),
    ] = None,
    max_: MaxOption = None,
    config: ConfigOption = None,
    lang: LangOption = LangChoice.TH,
    color: ColorOption = ColorChoice.AUTO,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """The command."""
    from ..intake.headings import read_mapping
    from ..intake.limits import read_limits

    named = None if registry is None or str(registry) == NONE else registry
    target = named or stored_registry()
    if named is None:
        _make_folder(target.parent)
    Targets().check("--registry", target)
    if named is not None and target.exists() and not is_packed_registry(target):
        raise RequestError(_OTHER_FILE, file=target)
    limits = read_limits(max_ or [])
    with as_file(file, limits) as path:
        found = import_registry(
            path,
            ListOptions(sheet, read_mapping(map_ or []), encoding, limits),
            as_of=as_of,
            on_open=None if quiet else say_source,
        )
    before = _before(target, quiet)
    if before is not None and (before.head, list(before)) == (found.registry.head, list(found.registry)):
        if not quiet:
            say(_SAME.say(LANG))
    else:
        if before is not None and not force and (odd := registry_doubts(before, found.registry)):
            raise RequestError(_ODD, file=file, doubts=_joined(odd))
        write_file(target, [render_registry(found.registry, before)], "--registry")
        if not quiet:
            say_wrote(target)
    _show_status(load_registry(target), target, format_, limit, color, found.left_out)
    return 0


def show_command(
    wanted: Annotated[
        str,
        typer.Argument(
            metavar=t("รหัส|ชื่อ", "CODE|NAME"),
            help=t("รหัส อปท. 8 หลัก หรือชื่อหน่วยงาน", "an 8-digit DLA code, or an agency's name"),
        ),
    ],
    registry: RegistryOption = None,
    format_: FormatOption = RegistryFormat.SCREEN,
    config: ConfigOption = None,
    lang: LangOption = LangChoice.TH,
    color: ColorOption = ColorChoice.AUTO,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """The command; exit code 1 where there is no such agency, or more than one."""
    match = find_agencies(_loaded(registry)[1], wanted)
    if format_ is RegistryFormat.JSON:
        from ..reports.registry_json import match_json

        write_bytes([match_json(match).encode("utf-8", "replace")])
    else:
        from ..report.render.screen import render_screen
        from ..report.views.registry import match_document

        write_text(render_screen(match_document(match, wanted), LANG, style_of(sys.stdout, color.value)))
    return 0 if match.entry is not None else 1


def status_command(
    registry: RegistryOption = None,
    format_: FormatOption = RegistryFormat.SCREEN,
    limit: LimitOption = 10,
    config: ConfigOption = None,
    lang: LangOption = LangChoice.TH,
    color: ColorOption = ColorChoice.AUTO,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """The command."""
    path, found = _loaded(registry)
    _show_status(found, path, format_, limit, color)
    return 0


def _joined(texts: "Iterable[Text]") -> Text:
    th, en = ("; ".join(text[index] for text in texts) for index in (0, 1))
    return Text(th, en)


def _loaded(named: Path | None) -> "tuple[Path, Registry]":
    path = registry_path(named, False)
    if path is None:
        raise RequestError(_OFF if str(named) == NONE else _NO_REGISTRY)
    with named_by(None if named is None else "--registry"):
        return path, load_registry(path)


def _before(target: Path, quiet: bool) -> "Registry | None":
    """The registry that stands where the new one goes; None where there is none, or where it is damaged."""
    from ..model.errors import InputError

    if not target.exists():
        return None
    try:
        return load_registry(target)
    except InputError:
        if not quiet:
            say(_DAMAGED.say(LANG))
        return None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RequestError(_CANNOT_MAKE, folder=folder, reason=error.strerror or str(error)) from None


def _show_status(
    registry: "Registry",
    path: Path,
    format_: RegistryFormat,
    limit: int,
    color: ColorChoice,
    left_out: "Sequence[LeftOut]" = (),
) -> None:
    from ..registry.status import Status

    status = Status(registry, str(path), tuple(left_out))
    if format_ is RegistryFormat.JSON:
        from ..reports.registry_json import status_json

        write_bytes([status_json(status, LANG).encode("utf-8", "replace")])
    else:
        from ..report.render.screen import render_screen
        from ..report.views.registry import status_document

        write_text(render_screen(status_document(status), LANG, style_of(sys.stdout, color.value), limit))


SUBCOMMANDS = {
    "import": (import_command, t("นำเข้าทะเบียน อปท. ของ สถ.", "Import DLA's registry of local agencies.")),
    "show": (show_command, t("ค้นหน่วยงานด้วยรหัสหรือชื่อ", "Look up an agency by code or name.")),
    "status": (status_command, t("ที่มา วันที่ จำนวน และสิ่งที่เปลี่ยนจากรอบก่อน", "Source, date, counts, and what changed.")),
}
