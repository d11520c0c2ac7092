"""`registry import|show|status`: the list of all local agencies that DLA publishes, kept for looking things up."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from ..model.errors import RequestError
from ..model.text import Text
from ..registry.files import load_registry
from ..registry.search import find_agencies
from .configured import named_by
from .language import LANG, t
from .options.declaring import Argument, Without, command
from .options.general import GeneralOptions
from .options.registry import RegistryOptions, StatusOptions
from .registry_file import registry_path
from .registry_import import import_command
from .registry_status import show_status
from .streams import style_of, write_bytes, write_text

if TYPE_CHECKING:
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
        from ..report.render.screen import render_screen
        from ..report.views.registry import match_document

        write_text(render_screen(match_document(match, wanted), LANG, style_of(sys.stdout, general.color)))
    return 0 if match.entry is not None else 1


@command
def status_command(
    registry: Annotated[RegistryOptions, Without(("no_registry",))], status: StatusOptions, general: GeneralOptions
) -> int:
    """The command."""
    path, found = _loaded(registry)
    show_status(found, path, status, general)
    return 0


def _loaded(options: RegistryOptions) -> "tuple[Path, Registry]":
    path = registry_path(options.registry, False)
    if path is None:
        raise RequestError(_OFF if options.is_off else _NO_REGISTRY)
    with named_by(None if options.registry is None else "--registry"):
        return path, load_registry(path)


SUBCOMMANDS = {
    "import": (import_command, t("นำเข้าทะเบียน อปท. ของ สถ.", "Import DLA's registry of local agencies.")),
    "show": (show_command, t("ค้นหน่วยงานด้วยรหัสหรือชื่อ", "Look up an agency by code or name.")),
    "status": (status_command, t("ที่มา วันที่ จำนวน และสิ่งที่เปลี่ยนจากรอบก่อน", "Source, date, counts, and what changed.")),
}
