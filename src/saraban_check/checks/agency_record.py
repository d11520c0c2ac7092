"""What is known of one agency, from texts as people write them: the options of a command, the arguments of a call."""

from typing import TypedDict

from ..model.errors import RequestError
from ..model.near import meant
from ..model.record import AgencyRecord
from ..model.text import Text
from ..reference.kinds import find_kind, kind_of_name, kinds
from ..reference.places import province_named

_BAD_CODE = Text(
    "--code {found}: ต้องเป็นรหัส อปท. 8 หลักที่มีอยู่จริง เช่น 06480115",
    "--code {found}: give an 8-digit DLA code that can exist, such as 06480115",
)


_BAD_KIND = Text(
    "--kind {found}: ไม่รู้จักประเภทนี้{near} ใช้ {choices}", "--kind {found}: no such kind of agency{near}; use {choices}"
)


class ToldAgency(TypedDict, total=False):
    """What is told of an agency, by the arguments of `agency_record`; `issued` are several, separated by commas."""

    code: str | None
    province: str | None
    kind: str | None
    website: str | None
    name: str | None
    amphoe: str | None
    issued: str | None


def agency_record(
    *,
    code: str | None = None,
    province: str | None = None,
    kind: str | None = None,
    website: str | None = None,
    name: str | None = None,
    amphoe: str | None = None,
    issued: str | None = None,
    address: str | None = None,
) -> AgencyRecord:
    """What is known of one agency, from texts as people write them; a kind that is not given is taken from the name.

    Raises RequestError where a code, province or kind cannot exist. Source: decisions: Agencies and Codes.
    """
    if code:
        from ..intake.cells import read_code  # the readers of cells are many, and most addresses come without a code

        if (read := read_code(code)).value is None:
            raise RequestError(_BAD_CODE, found=code)
        code = read.value
    place = None if not province else province_named(province)
    sort = find_kind(kind) if kind else kind_of_name(name) if name else None
    if kind and sort is None:
        raise RequestError(
            _BAD_KIND,
            found=kind,
            near=meant(kind, (*kinds(), *(one.short for one in kinds().values()))),
            choices=_kinds(),
        )
    return AgencyRecord(
        code=code or None,
        name=name or "",
        kind=sort,
        amphoe=amphoe or "",
        province=place,
        website=website or "",
        address=address or "",
        issued=issued or "",
    )


def _kinds() -> Text:
    """The kinds as either language writes them on a command line."""
    return Text(" ".join(kind.short for kind in kinds().values()), ", ".join(kinds()))
