"""`template`: an empty list to fill in, which Excel guards."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from ..model.errors import RequestError
from ..model.record import Province
from ..model.text import Text
from ..reference.places import province_named
from .language import LANG
from .options.declaring import INPUT, Option, command
from .options.general import GeneralOptions
from .options.output import Force, file_option
from .options.registry import RegistryOptions
from .outputs import Targets, write_file
from .streams import note, say_wrote

if TYPE_CHECKING:
    from ..model.registry import RegistryEntry

_NOT_XLSX = Text(
    "-o {file}: แบบกรอกเป็นไฟล์ .xlsx เท่านั้น เช่น -o agencies.xlsx",
    "-o {file}: a template is an .xlsx file, such as -o agencies.xlsx",
)
_NO_REGISTRY = Text(
    "--province {province}: ยังไม่มีทะเบียน อปท. ให้นำรายชื่อมากรอก สั่ง saraban-check registry import ไฟล์ ก่อน",
    "--province {province}: there is no registry to take agencies from; run saraban-check registry import FILE first",
)
_OFF = Text(
    "--province {province}: ปิดการใช้ทะเบียน อปท. ไว้ ระบุ --registry ไฟล์ หรือเอา --no-registry ออก",
    "--province {province}: the registry is switched off; name one with --registry FILE, or drop --no-registry",
)
_NONE = Text(
    "--province {province}: ทะเบียน อปท. ({source}) ไม่มีหน่วยงานของจังหวัดนี้ ใช้จังหวัดอื่น หรือไม่ต้องระบุ",
    "--province {province}: the registry ({source}) has no agency there; name another province, or none",
)
_FILLED = Text("กรอก อปท. จากทะเบียนให้แล้ว {count} แห่ง", "filled in {count} agencies from the registry")
_NEXT = Text("กรอกแล้วสั่ง saraban-check classify {file}", "once it is filled in, run saraban-check classify {file}")

EXAMPLES = """saraban-check template -o new-agencies.xlsx
saraban-check template -o nakhonphanom.xlsx --province นครพนม"""


@command
def template_command(
    output: Annotated[
        Path,
        file_option(
            Text("ไฟล์ที่จะสร้าง", "the file to make"),
            Text("ไฟล์.xlsx", "FILE.xlsx"),
        ),
    ],
    registry: RegistryOptions,
    general: GeneralOptions,
    force: Force = False,
    province: Annotated[
        str | None,
        Option(
            "--province",
            metavar=Text("จังหวัด", "PROVINCE"),
            help=Text("กรอก อปท. ของจังหวัดนี้จากทะเบียนให้ก่อน", "fill in this province's local bodies, from the registry"),
            heading=INPUT,
        ),
    ] = None,
) -> int:
    """The command."""
    if output.suffix.lower() != ".xlsx":
        raise RequestError(_NOT_XLSX, file=output)
    Targets().check("-o", output)
    entries: Sequence[RegistryEntry] = () if province is None else _entries(province_named(province), registry)
    from ..files.template.document import template_workbook

    write_file(output, [template_workbook(entries, LANG)])
    say_wrote(output)
    if entries:
        note(_FILLED, count=f"{len(entries):,}")
    note(_NEXT, file=output)
    return 0


def _entries(province: Province, options: RegistryOptions) -> "Sequence[RegistryEntry]":
    """The agencies to fill in. Raises RequestError where there is no registry, or none of them in it."""
    registry = options.load()
    if registry is None:
        raise RequestError(_OFF if options.is_off else _NO_REGISTRY, province=province.name)
    found = registry.of_province(province)
    if not found:
        raise RequestError(_NONE, province=province.name, source=registry.head.source)
    return found
