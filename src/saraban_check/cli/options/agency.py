"""Options that tell what is known of one agency."""

from typing import Annotated, NamedTuple

from ...model.text import Text
from .declaring import AGENCY, Option


def fact(name: str, metavar: Text, help_: Text) -> Option:
    """An option that tells one fact of an agency; neither settings nor variables can."""
    return Option(name, metavar=metavar, help=help_, heading=AGENCY)


_NAME = Text("ชื่อหน่วยงาน เต็มหรือย่อ", "the agency's name, in full or short")
_KIND = Text("ประเภท เช่น อบต. เทศบาลตำบล", "its kind, such as sao, subdistrict")
_CODE = Text("รหัส อปท. 8 หลัก", "the agency's 8-digit DLA code")
_PROVINCE = Text("จังหวัดของหน่วยงาน", "the agency's province")
_AMPHOE = Text("อำเภอของหน่วยงาน", "the agency's district")
_WEBSITE = Text("เว็บไซต์ของหน่วยงาน", "the agency's website")
_ISSUED = Text("ที่อยู่ที่ สถ./สพร. ออกให้แล้ว", "the address that DLA or DGA issued")


class AgencyOptions(NamedTuple):
    """What is known of one agency, as it was written; the fields are the arguments of `agency_record`."""

    name: Annotated[str | None, fact("--name", Text("ชื่อ", "NAME"), _NAME)] = None
    kind: Annotated[str | None, fact("--kind", Text("ประเภท", "KIND"), _KIND)] = None
    code: Annotated[str | None, fact("--code", Text("รหัส", "CODE"), _CODE)] = None
    province: Annotated[str | None, fact("--province", Text("จังหวัด", "PROVINCE"), _PROVINCE)] = None
    amphoe: Annotated[str | None, fact("--amphoe", Text("อำเภอ", "DISTRICT"), _AMPHOE)] = None
    website: Annotated[str | None, fact("--website", Text("เว็บไซต์", "WEBSITE"), _WEBSITE)] = None
    issued: Annotated[str | None, fact("--issued", Text("ที่อยู่", "ADDRESS"), _ISSUED)] = None
