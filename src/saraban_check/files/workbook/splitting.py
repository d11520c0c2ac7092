"""One classification becomes one for each value of a cross-section, such as a province, to be mailed there."""

from collections.abc import Iterator

from ...checks.classification import Classification
from ...checks.cross_sections import CrossSection, Value
from ...checks.narrowing import Condition
from ...drafting.file_names import FileNames
from ...intake.limits import DEFAULT_LIMITS
from ...model.agency_result import AgencyResult
from ...model.errors import RequestError
from ...model.text import Lang, Text
from ...report.our_cells import UNKNOWN_PROVINCE

_UNKNOWN = "00"
_TOO_MANY = Text(
    "--split {by}: จะได้ {found} ไฟล์ เกินขีดจำกัด {most} เลือกคอลัมน์อื่น จำกัดด้วย --where หรือเพิ่มด้วย --max split-files=จำนวน",
    "--split {by}: that would be {found} files, above the limit of {most}; take another column, narrow the list with "
    "--where, or use --max split-files=NUMBER",
)


class Part:
    """The agencies that have one value, in the order of the list."""

    def __init__(self, value: Value) -> None:
        self.value = value
        self.agencies: list[AgencyResult] = []


def parts_by(result: Classification, section: CrossSection, most: int = DEFAULT_LIMITS.split_files) -> list[Part]:
    """Each agency in exactly one part: in the order of the values where they have one, else of the list; the
    unknown first.

    Raises RequestError where there are more than `most`. By rule an agency is filed under its main finding.
    """
    parts: dict[str, Part] = {}
    for agency in result.agencies:
        value = section.one_of(agency)
        parts.setdefault(value.key, Part(value)).agencies.append(agency)
    if len(parts) > most:
        raise RequestError(_TOO_MANY, by=section.name, found=f"{len(parts):,}", most=f"{most:,}")
    order = {key: place for place, key in enumerate(section.order)}
    return sorted(parts.values(), key=lambda part: order.get(part.value.key, len(order)) if part.value.key else -1)


def split_list(
    result: Classification, section: CrossSection, lang: Lang = "th", most: int = DEFAULT_LIMITS.split_files
) -> Iterator[tuple[str, Classification]]:
    """The name of a file, such as `48-นครพนม.xlsx`, and the agencies that belong in it.

    The names are safe on every system, whatever the values are, and each is its own. Raises RequestError as `parts_by`.
    """
    names = FileNames()
    for part in parts_by(result, section, most):
        name = names.name_of(_called(section, part.value, lang))
        yield f"{name}.xlsx", result.part(part.agencies, Condition(section, (part.value,)).text)


def _called(section: CrossSection, value: Value, lang: Lang) -> str:
    if section.key == "province":
        return f"{value.key or _UNKNOWN}-{(value.name if value.key else UNKNOWN_PROVINCE).say(lang)}"
    name = value.name.say(lang)
    return f"{value.key}-{name}" if section.key == "rule" and value.key else name
