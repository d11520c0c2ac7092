"""Options that say which registry is used (`--no-registry` and `none` stand for no registry), imported or shown."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from ...model.text import Text
from ..registry_file import NONE, registry_of
from .days import as_of_option
from .declaring import INPUT, Option
from .output import FORMAT, Limit

if TYPE_CHECKING:
    from ...registry.registry import Registry


def registry_option(help_: Text) -> Option:
    """`--registry`, for a command that says itself what it does with it."""
    return Option("--registry", metavar=Text("ไฟล์", "FILE"), help=help_, heading=INPUT, setting="registry")


class RegistryOptions(NamedTuple):
    """Which registry is used."""

    registry: Annotated[
        Path | None,
        registry_option(Text("ทะเบียน อปท. ที่จะใช้ (ปกติใช้ที่นำเข้าไว้)", "the registry to use (else the imported one)")),
    ] = None
    no_registry: Annotated[
        bool, Option("--no-registry", help=Text("ไม่ใช้ทะเบียน อปท.", "use no registry"), heading=INPUT)
    ] = False

    def load(self) -> "Registry | None":
        """The registry of this run. Raises InputError where the file cannot be used."""
        return registry_of(self.registry, self.no_registry)

    @property
    def is_off(self) -> bool:
        """Whether the user wants none."""
        return self.no_registry or str(self.registry) == NONE


class StatusOptions(NamedTuple):
    """What is told of a registry."""

    limit: Limit = 10
    format_: Annotated[Literal["screen", "json"], FORMAT] = "screen"


class ImportOptions(NamedTuple):
    """What is imported, and where it is kept."""

    as_of: Annotated[
        str | None,
        as_of_option(Text("วันที่ของข้อมูล (ปกติใช้วันที่ของไฟล์)", "the day of the data (else the file's own)"), INPUT),
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
