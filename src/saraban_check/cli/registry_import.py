"""`registry import`: DLA's list, kept for looking things up, unless it differs oddly from the one before."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from ..model.errors import InputError, RequestError
from ..model.os_reasons import reason_of
from ..model.text import Text
from ..registry.files import import_registry, load_registry, render_registry
from ..registry.replacing import registry_doubts
from .options.declaring import Argument, OfAnother, Without, command
from .options.general import GeneralOptions
from .options.reading import ReadingOptions
from .options.registry import ImportOptions, StatusOptions
from .outputs import Targets, write_file
from .reading import as_file, say_source
from .registry_file import NONE, stored_registry
from .registry_status import show_status
from .streams import note, say_wrote

if TYPE_CHECKING:
    from ..registry.registry import Registry

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


@command
def import_command(
    file: Annotated[
        Path,
        Argument(Text("ไฟล์", "FILE"), Text("ไฟล์ทะเบียนของ สถ. (CSV, XLSX) หรือ -", "DLA's registry (CSV, XLSX), or -")),
    ],
    reading: Annotated[ReadingOptions, Without(("require", "as_of")), OfAnother(("sheet", "map_", "encoding"))],
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
    show_status(load_registry(target), target, status, general, found.left_out)
    return 0


def _joined(texts: Iterable[Text]) -> Text:
    th, en = ("; ".join(text[index] for text in texts) for index in (0, 1))
    return Text(th, en)


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
        raise RequestError(_CANNOT_MAKE, folder=folder, reason=reason_of(error)) from None
