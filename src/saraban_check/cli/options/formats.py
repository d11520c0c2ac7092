"""Options that name the formats of a command's result, from the table of formats."""

from typing import TYPE_CHECKING, Literal, TypeAlias

from ...formats import Result, printed, writers_of
from ...model.text import Text
from .declaring import Option
from .output import FILE, file_option


def files_option(result: Result) -> Option:
    """`-o` of a command that writes any number of files: those that are opened, not printed, are named first.

    A format is named by the ending of its files, or before their name where they end as those of another.
    """
    writers = sorted(writers_of(result).values(), key=lambda one: one.name in printed(result))
    plain = [one for one in writers if one.suffixes[0].count(".") == 1]
    endings = " ".join(_ending(one.name, one.suffixes[0]) for one in plain)
    named = [one.name for one in writers if one not in plain]
    th, en = ("".join(f" {name}={word}" for name in named) for word in (FILE.th, FILE.en))
    return file_option(Text(f"บันทึกผลเป็น {endings}{th} (ใช้ซ้ำได้)", f"write {endings}{en} (may be repeated)"))


def _ending(name: str, suffix: str) -> str:
    return suffix if suffix == f".{name}" else f"{suffix} ({name})"


if TYPE_CHECKING:  # the parser reads the words, the table of formats has them
    ListFormat: TypeAlias = str
    NoticeFormat: TypeAlias = str
    RoundFormat: TypeAlias = str
    SentFormat: TypeAlias = str
else:
    ListFormat = Literal["screen", *printed(Result.CLASSIFY)]
    NoticeFormat = Literal["screen", *printed(Result.NOTICE)]
    RoundFormat = Literal["screen", *printed(Result.COMPARE)]
    SentFormat = Literal["screen", *printed(Result.BOUNCES)]
