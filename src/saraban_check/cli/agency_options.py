"""Options that say what is known of one agency; the same in every command that checks or drafts for one."""

from typing import Annotated

import typer

from .language import t

CodeOption = Annotated[
    str | None,
    typer.Option("--code", metavar=t("รหัส", "CODE"), help=t("รหัส อปท. 8 หลัก", "the agency's 8-digit DLA code")),
]
ProvinceOption = Annotated[
    str | None,
    typer.Option("--province", metavar=t("จังหวัด", "PROVINCE"), help=t("จังหวัดของหน่วยงาน", "the agency's province")),
]
KindOption = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar=t("ประเภท", "KIND"),
        help=t("ประเภท เช่น อบต. เทศบาลตำบล", "its kind, such as sao, subdistrict"),
    ),
]
WebsiteOption = Annotated[
    str | None,
    typer.Option("--website", metavar=t("เว็บไซต์", "WEBSITE"), help=t("เว็บไซต์ของหน่วยงาน", "the agency's website")),
]
NameOption = Annotated[
    str | None, typer.Option("--name", metavar=t("ชื่อ", "NAME"), help=t("ชื่อหน่วยงาน", "the agency's name"))
]
AmphoeOption = Annotated[
    str | None,
    typer.Option("--amphoe", metavar=t("อำเภอ", "DISTRICT"), help=t("อำเภอของหน่วยงาน", "the agency's district")),
]
IssuedOption = Annotated[
    str | None,
    typer.Option(
        "--issued",
        metavar=t("ที่อยู่", "ADDRESS"),
        help=t("ที่อยู่ที่ สถ./สพร. ออกให้แล้ว", "the address that DLA or DGA issued"),
    ),
]
