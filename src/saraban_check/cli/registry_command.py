"""`registry import|show|status`: the list of all local agencies that DLA publishes, kept for looking things up."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from ..model.errors import InputError, RequestError
from ..model.text import Text
from ..registry.files import import_registry, is_packed_registry, load_registry, render_registry
from ..registry.finding import find_agencies
from ..registry.replacing import registry_doubts
from .configured import named_by
from .language import LANG, t
from .options.declaring import INPUT, Argument, OfAnother, Option, Without, command
from .options.general import GeneralOptions
from .options.output import FORMAT, Limit
from .options.reading import ReadingOptions
from .options.registry import RegistryOptions, registry_option
from .outputs import Targets, write_file
from .reading import as_file, say_source
from .registry_file import NONE, registry_path, stored_registry
from .streams import note, say_wrote, style_of, write_bytes, write_text

if TYPE_CHECKING:
    from ..registry.importing import LeftOut
    from ..registry.registry import Registry

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


class StatusOptions(NamedTuple):
    """What is told of a registry."""

    limit: Limit = 10
    format_: Annotated[Literal["screen", "json"], FORMAT] = "screen"


class ImportOptions(NamedTuple):
    """What is imported, and where it is kept."""

    as_of: Annotated[
        str | None,
        Option(
            "--as-of",
            metavar=Text("วันที่", "DATE"),
            help=Text("วันที่ของข้อมูล (ปกติใช้วันที่ของไฟล์)", "the day of the data (else the file's own)"),
            heading=INPUT,
        ),
    ] = None
    registry: Annotated[
        Path | None,
        registry_option(
            Text("ไฟล์ที่จะเก็บทะเบียน (ปกติเก็บในโฟลเดอร์ข้อมูลของผู้ใช้)", "where to keep it (else in your data folder)")
        ),
    ] = None
    force: Annotated[
        bool,
        Option(
            "--force",
            help=Text("นำเข้าแม้ต่างจากทะเบียนเดิมมากผิดปกติ", "import it, however much it differs from before"),
            heading=INPUT,
        ),
    ] = False


@command
def import_command(
    file: Annotated[
        Path,
        Argument(Text("ไฟล์", "FILE"), Text("ไฟล์ทะเบียนของ สถ. (CSV, XLSX) หรือ -", "DLA's registry (CSV, XLSX), or -")),
    ],
    reading: Annotated[ReadingOptions, Without(("require",)), OfAnother(("sheet", "map_", "encoding"))],
    importing: ImportOptions,
    status: StatusOptions,
    general: GeneralOptions,
) -> int:
    """The command."""
    named = None if importing.registry is None or str(importing.registry) == NONE else importing.registry
    target = named or stored_registry()
    if named is None:
        _make_folder(target.parent)
    Targets().check("--registry", target)
    if named is not None and target.exists() and not is_packed_registry(target):
        raise RequestError(_OTHER_FILE, file=target)
    how = reading.values()
    with as_file(file, how.limits) as path:
        found = import_registry(path, how, as_of=importing.as_of, on_open=say_source)
    before = _before(target)
    if before is not None and (before.head, list(before)) == (found.registry.head, list(found.registry)):
        note(_SAME)
    else:
        if before is not None and not importing.force and (odd := registry_doubts(before, found.registry)):
            raise RequestError(_ODD, file=file, doubts=_joined(odd))
        write_file(target, [render_registry(found.registry, before)], "--registry")
        say_wrote(target)
    _show_status(load_registry(target), target, status, general, found.left_out)
    return 0


@command
def show_command(
    wanted: Annotated[
        str,
        Argument(
            Text("รหัส|ชื่อ", "CODE|NAME"), Text("รหัส อปท. 8 หลัก หรือชื่อหน่วยงาน", "an 8-digit DLA code, or an agency's name")
        ),
    ],
    registry: Annotated[RegistryOptions, Without(("no_registry",))],
    status: Annotated[StatusOptions, Without(("limit",))],
    general: GeneralOptions,
) -> int:
    """The command; exit code 1 where there is no such agency, or more than one."""
    match = find_agencies(_loaded(registry)[1], wanted)
    if status.format_ == "json":
        from ..reports.registry_json import match_json

        write_bytes([match_json(match).encode("utf-8", "replace")])
    else:
        from ..reports.registry_page import render_match

        write_text(render_match(match, wanted, LANG, style_of(sys.stdout, general.color)))
    return 0 if match.entry is not None else 1


@command
def status_command(
    registry: Annotated[RegistryOptions, Without(("no_registry",))], status: StatusOptions, general: GeneralOptions
) -> int:
    """The command."""
    path, found = _loaded(registry)
    _show_status(found, path, status, general)
    return 0


def _joined(texts: Iterable[Text]) -> Text:
    th, en = ("; ".join(text[index] for text in texts) for index in (0, 1))
    return Text(th, en)


def _loaded(options: RegistryOptions) -> "tuple[Path, Registry]":
    path = registry_path(options.registry, False)
    if path is None:
        raise RequestError(_OFF if options.is_off else _NO_REGISTRY)
    with named_by(None if options.registry is None else "--registry"):
        return path, load_registry(path)


def _before(target: Path) -> "Registry | None":
    """The registry that stands where the new one goes; None where there is none, or where it is damaged."""
    if not target.exists():
        return None
    try:
        return load_registry(target)
    except InputError:
        note(_DAMAGED)
        return None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RequestError(_CANNOT_MAKE, folder=folder, reason=error.strerror or str(error)) from None


def _show_status(
    registry: "Registry",
    path: Path,
    options: StatusOptions,
    general: GeneralOptions,
    left_out: "Sequence[LeftOut]" = (),
) -> None:
    from ..reports.registry_page import Status

    status = Status(registry, str(path), tuple(left_out))
    if options.format_ == "json":
        from ..reports.registry_json import status_json

        write_bytes([status_json(status, LANG).encode("utf-8", "replace")])
    else:
        from ..reports.registry_page import render_status

        write_text(render_status(status, options.limit, LANG, style_of(sys.stdout, general.color)))


SUBCOMMANDS = {
    "import": (import_command, t("นำเข้าทะเบียน อปท. ของ สถ.", "Import DLA's registry of local agencies.")),
    "show": (show_command, t("ค้นหน่วยงานด้วยรหัสหรือชื่อ", "Look up an agency by code or name.")),
    "status": (status_command, t("ที่มา วันที่ จำนวน และสิ่งที่เปลี่ยนจากรอบก่อน", "Source, date, counts, and what changed.")),
}
