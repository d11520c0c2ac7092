"""The refusals of files that are no list, or one that is not read: each says what it is and what to do with it."""

from ..model.errors import InputError
from ..model.text import Text
from .packing import Family, Packing

_SAVE_AS = Text(
    "{file}: เป็นไฟล์ {kind} ซึ่งอ่านโดยตรงไม่ได้ เปิดใน Excel หรือ LibreOffice แล้วบันทึกเป็น XLSX",
    "{file}: this is a file of {kind}, which is not read as it is; open it in Excel or LibreOffice and save it as XLSX",
)
_EXPORT = Text(
    "{file}: เป็นไฟล์ข้อมูล {kind} ไม่ใช่ตาราง ส่งออกรายชื่อจากระบบเดิมเป็น XLSX หรือ CSV UTF-8",
    "{file}: this is a data file ({kind}), not a table; export the list from where it comes as XLSX or CSV UTF-8",
)
_WHY = {
    Family.PAGE: Text(
        "{file}: เป็นหน้าเว็บ ({kind}) ไม่ใช่สมุดงาน เปิดใน Excel แล้วบันทึกเป็น XLSX",
        "{file}: this is a web page ({kind}), not a workbook; open it in Excel and save it as XLSX",
    ),
    Family.SPREADSHEET_XML: _SAVE_AS,
    Family.WORKBOOK: _SAVE_AS,
    Family.FRAMES: Text(
        "{file}: เป็นหน้าเว็บ ({kind}) ที่ตารางอยู่ในไฟล์อื่น (โฟลเดอร์ _files) เปิดใน Excel แล้วบันทึกเป็น XLSX",
        "{file}: this is a web page ({kind}) whose tables lie in other files (the folder _files); open it in "
        "Excel with that folder beside it, and save it as XLSX",
    ),
    Family.DOCUMENT: Text(
        "{file}: เป็นเอกสาร {kind} ไม่ใช่สมุดงาน คัดลอกตารางไปวางใน Excel แล้วบันทึกเป็น XLSX",
        "{file}: this is a document ({kind}), not a workbook; copy its table into Excel and save it as XLSX",
    ),
    Family.DATABASE: _EXPORT,
    Family.DATA: _EXPORT,
    Family.MAIL: Text(
        "{file}: เป็นอีเมล ({kind}) ไม่ใช่รายชื่อ บันทึกไฟล์แนบออกมา แล้วระบุไฟล์นั้น",
        "{file}: this is a mail ({kind}), not a list; save what is attached to it and name that file",
    ),
    Family.PICTURE: Text(
        "{file}: เป็นไฟล์ภาพ {kind} ไม่ใช่ตาราง ขอรายชื่อเป็น XLSX หรือ CSV UTF-8",
        "{file}: this is a picture ({kind}), not a table; ask for the list as XLSX or CSV UTF-8",
    ),
    Family.ARCHIVE: Text(
        "{file}: เป็นไฟล์บีบอัด {kind} แตกไฟล์ก่อน แล้วระบุไฟล์รายชื่อ (XLSX หรือ CSV) ที่อยู่ข้างใน",
        "{file}: this is an archive ({kind}), but no workbook; unpack it and name the list (XLSX or CSV) that is in it",
    ),
    Family.LINK: Text(
        "{file}: เป็นทางลัด {kind} ไม่ใช่ตัวไฟล์ ระบุไฟล์ที่ทางลัดนั้นชี้ไป",
        "{file}: this is a shortcut of {kind}, not the file itself; name the file that it leads to",
    ),
    Family.PROGRAM: Text(
        "{file}: เป็นโปรแกรม ({kind}) ไม่ใช่รายชื่อหน่วยงาน ตรวจว่าเลือกไฟล์ถูก",
        "{file}: this is a program ({kind}), not a list of agencies; see that it is the right file",
    ),
}


def not_a_list(file: str, packing: Packing) -> InputError:
    """The error for a file that is no list which can be read."""
    return InputError(_WHY[packing.family], file=file, kind=packing.kind)
