"""What is said of a file that was given without a command, and that no command takes alone: what it is, and its use."""

from pathlib import Path

from ..model.errors import RequestError
from ..model.text import Text
from .file_purpose import Given, Purpose

_DELIVERY = Text(
    "{file}: เป็นผลการส่ง (delivery.csv) ใช้พร้อมรายชื่อ: saraban-check classify รายชื่อ --delivery {file}",
    "{file}: this is delivery (delivery.csv), for use with a list: saraban-check classify LIST --delivery {file}",
)
_SAVED = Text(
    "{file}: เป็นผลที่บันทึกไว้ของคำสั่ง {kind} ไม่ใช่รายชื่อ ประกาศฯ หรืออีเมล {use}",
    "{file}: this is a saved result of the command {kind}, not a list, a notice or a mail; {use}",
)
_USES = {
    "classify": Text(
        "เทียบกับรอบอื่นด้วย saraban-check compare {file} รายชื่อ", "compare it with saraban-check compare {file} LIST"
    ),
    "baseline": Text(
        "ใช้กับ saraban-check classify รายชื่อ --baseline {file}", "it is for saraban-check classify LIST --baseline {file}"
    ),
    "registry": Text(
        "ใช้กับ saraban-check classify รายชื่อ --registry {file}", "it is for saraban-check classify LIST --registry {file}"
    ),
}
_NO_USE = Text("ระบุไฟล์ต้นทางแทน", "name the file that it was made from")
_PAGE = Text(
    "{file}: เป็นหน้าผลที่โปรแกรมนี้เขียน เปิดด้วยเบราว์เซอร์ ถ้าจะตรวจใหม่ให้ระบุไฟล์ต้นทาง",
    "{file}: this is a page that this program wrote; open it in a browser, or name the file that it was made from",
)
_RESULT = Text(
    "{file}: เป็นผลที่โปรแกรมนี้เขียนไว้ เปิดดูด้วย Excel ได้เลย ถ้าจะตรวจใหม่ให้ระบุไฟล์ต้นทาง "
    "ถ้าจะเทียบกับรายชื่ออีกรอบใช้ saraban-check compare {file} รายชื่อ",
    "{file}: this is a result that this program wrote; open it in Excel, or name the file that it was made from; "
    "to compare it with another round use saraban-check compare {file} LIST",
)
_NONE = Text("{file}: ไม่ใช่ไฟล์ที่โปรแกรมนี้อ่าน{kind} {takes}", "{file}: not a file that this program reads{kind}; {takes}")
_NONE_IN = Text(
    "{file}: โฟลเดอร์นี้ไม่ได้มีแต่ประกาศฯ หรือมีแต่อีเมล {takes}",
    "{file}: this folder holds neither notices alone nor mails alone; {takes}",
)
_TAKES = Text(
    "ใช้รายชื่อหน่วยงาน (XLSX, CSV) ประกาศฯ (PDF, DOCX, ภาพ, HTML) อีเมลตีกลับ (mbox, .eml, .zip) หรือที่อยู่อีเมล",
    "give a list of agencies (XLSX, CSV), a notice (PDF, DOCX, picture, HTML), mails (mbox, .eml, .zip) or an address",
)
_WHOLE = {Purpose.DELIVERY: _DELIVERY, Purpose.PAGE: _PAGE, Purpose.RESULT: _RESULT}


def not_taken(file: Path, given: Given) -> RequestError:
    """The error for a file or folder whose purpose is none that a command takes alone."""
    if given.purpose in _WHOLE:
        return RequestError(_WHOLE[given.purpose], file=file)
    if given.purpose is Purpose.SAVED:
        use = _USES.get(given.kind, _NO_USE).fill(file=file)
        return RequestError(_SAVED, file=file, kind=given.kind, use=use)
    if file.is_dir():
        return RequestError(_NONE_IN, file=file, takes=_TAKES)
    return RequestError(_NONE, file=file, kind=f" ({given.kind})" if given.kind else "", takes=_TAKES)
