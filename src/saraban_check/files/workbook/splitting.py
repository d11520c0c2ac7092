"""One classification becomes one a province, to be mailed there."""

from collections.abc import Iterator
from dataclasses import replace

from ...checks.classification import Classification
from ...checks.standing import standings, tally_of
from ...model.agency_result import AgencyResult
from ...model.text import Lang
from ...report.our_cells import province_name

_UNKNOWN = "00"


def split_by_province(result: Classification, lang: Lang = "th") -> Iterator[tuple[str, Classification]]:
    """The name of a file, such as `48-นครพนม.xlsx`, and the agencies that belong in it.

    In the order of the provinces' numbers, the agencies whose province is unknown first, as `00-…`. Every agency is
    in exactly one part, in the order of the list. The names hold nothing from the file, so they are safe everywhere.
    """
    parts: dict[str, list[AgencyResult]] = {}
    for agency in result.agencies:
        province = agency.record.province
        parts.setdefault(province.code if province else _UNKNOWN, []).append(agency)
    beside = standings({"" if code == _UNKNOWN else code: tally_of(agencies) for code, agencies in parts.items()})
    for code in sorted(parts):
        name, standing = province_name(parts[code][0], lang), beside["" if code == _UNKNOWN else code]
        yield f"{code}-{name}.xlsx", replace(result.part(parts[code]), standing=standing)
