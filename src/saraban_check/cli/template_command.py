"""`template`: an empty list to fill in, which Excel guards."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..model.errors import RequestError
from ..model.record import Province
from ..model.text import Text
from ..reference.places import province_named
from ..reports.escape import for_terminal
from .language import LANG, t
from .options import (
    ColorChoice,
    ColorOption,
    ConfigOption,
    LangChoice,
    LangOption,
    NoRegistryOption,
    QuietOption,
    RegistryOption,
    VerboseOption,
)
from .outputs import Targets, write_file
from .registry_file import NONE, registry_of
from .streams import say, say_wrote

if TYPE_CHECKING:
    from ..model.registry import RegistryEntry
    from ..registry.registry import Registry

_NOT_XLSX = Text(
    "-o {file}: แบบกรอกเป็นไฟล์ .xlsx เท่านั้น เช่น -o agencies.xlsx",
    "-o {file}: a template is an .xlsx file, such as -o agencies.xlsx",
)
_EXISTS = Text(
    "-o {file}: มีไฟล์นี้อยู่แล้ว และอาจกรอกไว้แล้ว จึงไม่เขียนทับ ใช้ชื่ออื่น",
    "-o {file}: this file exists and may be filled in, so it is not written over; use another name",
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
_NEXT = Text("กรอกแล้วสั่ง saraban-check classify {file}", "once it is filled in, run saraban-check classify {file}")

EXAMPLES = """saraban-check template -o new-agencies.xlsx
saraban-check template -o nakhonphanom.xlsx --province นครพนม"""


def template_command(
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar=t("ไฟล์.xlsx", "FILE.xlsx"),
            help=t("ไฟล์ที่จะสร้าง (ไม่เขียนทับไฟล์เดิม)", "the file to make (none is written over)"),
        ),
    ],
    province: Annotated[
        str | None,
        typer.Option(
            "--province",
            metavar=t("จังหวัด", "PROVINCE"),
            help=t("กรอก อปท. ของจังหวัดนี้จากทะเบียนให้ก่อน", "fill in this province's local bodies, from the registry"),
        ),
    ] = None,
    registry: RegistryOption = None,
    no_registry: NoRegistryOption = False,
    config: ConfigOption = None,
    lang: LangOption = LangChoice.TH,
    color: ColorOption = ColorChoice.AUTO,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """The command."""
    if output.suffix.lower() != ".xlsx":
        raise RequestError(_NOT_XLSX, file=output)
    Targets().check("-o", output)
    if output.exists():
        raise RequestError(_EXISTS, file=output)
    entries: Sequence[RegistryEntry] = ()
    if province is not None:
        off = no_registry or str(registry) == NONE
        entries = _entries(province_named(province), registry_of(registry, no_registry), off)
    from ..reports.template.document import template_workbook

    write_file(output, [template_workbook(entries, LANG)])
    if not quiet:
        say_wrote(output)
        if entries:
            say(
                t(
                    f"กรอก อปท. จากทะเบียนให้แล้ว {len(entries):,} แห่ง",
                    f"filled in {len(entries):,} agencies from the registry",
                )
            )
        say(for_terminal(_NEXT.say(LANG, file=output)))
    return 0


def _entries(province: Province, registry: "Registry | None", off: bool) -> "Sequence[RegistryEntry]":
    """The agencies to fill in. Raises RequestError where there is no registry, or none of them in it."""
    if registry is None:
        raise RequestError(_OFF if off else _NO_REGISTRY, province=province.name)
    found = registry.of_province(province)
    if not found:
        raise RequestError(_NONE, province=province.name, source=registry.head.source)
    return found
