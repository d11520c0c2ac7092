"""Options that tell what is known of one agency."""

from typing import Annotated, NamedTuple

from ...model.text import Text
from .declaring import AGENCY, Option


class AgencyOptions(NamedTuple):
    """What is known of one agency, as it was written; the fields are the arguments of `agency_record`."""

    name: Annotated[
        str | None,
        Option(
            "--name",
            metavar=Text("ชื่อ", "NAME"),
            help=Text("ชื่อหน่วยงาน เต็มหรือย่อ", "the agency's name, in full or short"),
            heading=AGENCY,
        ),
    ] = None
    kind: Annotated[
        str | None,
        Option(
            "--kind",
            metavar=Text("ประเภท", "KIND"),
            help=Text("ประเภท เช่น อบต. เทศบาลตำบล", "its kind, such as sao, subdistrict"),
            heading=AGENCY,
        ),
    ] = None
    code: Annotated[
        str | None,
        Option(
            "--code",
            metavar=Text("รหัส", "CODE"),
            help=Text("รหัส อปท. 8 หลัก", "the agency's 8-digit DLA code"),
            heading=AGENCY,
        ),
    ] = None
    province: Annotated[
        str | None,
        Option(
            "--province",
            metavar=Text("จังหวัด", "PROVINCE"),
            help=Text("จังหวัดของหน่วยงาน", "the agency's province"),
            heading=AGENCY,
        ),
    ] = None
    amphoe: Annotated[
        str | None,
        Option(
            "--amphoe",
            metavar=Text("อำเภอ", "DISTRICT"),
            help=Text("อำเภอของหน่วยงาน", "the agency's district"),
            heading=AGENCY,
        ),
    ] = None
    website: Annotated[
        str | None,
        Option(
            "--website",
            metavar=Text("เว็บไซต์", "WEBSITE"),
            help=Text("เว็บไซต์ของหน่วยงาน", "the agency's website"),
            heading=AGENCY,
        ),
    ] = None
    issued: Annotated[
        str | None,
        Option(
            "--issued",
            metavar=Text("ที่อยู่", "ADDRESS"),
            help=Text("ที่อยู่ที่ สถ./สพร. ออกให้แล้ว", "the address that DLA or DGA issued"),
            heading=AGENCY,
        ),
    ] = None
