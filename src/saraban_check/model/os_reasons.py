"""Why the system refused something, in both languages: its own words come in one, on Windows in that of Windows."""

import errno
import sys

from .text import Text

_HELD = Text(
    "โปรแกรมอื่นเปิดไฟล์นี้อยู่ หรือไม่มีสิทธิ์ใช้ ปิดไฟล์ในโปรแกรมนั้น เช่น Excel แล้วลองใหม่",
    "another program has it open, or you have no right to it; close it there, such as in Excel, and try again",
)
_REASONS = {
    errno.EACCES: Text("ไม่มีสิทธิ์", "Permission denied"),
    errno.EPERM: Text("ระบบไม่อนุญาต", "Operation not permitted"),
    errno.EROFS: Text("ดิสก์อ่านได้อย่างเดียว", "Read-only file system"),
    errno.ENOSPC: Text("พื้นที่ดิสก์ไม่พอ", "No space left on device"),
    errno.EDQUOT: Text("เกินโควตาของดิสก์", "Disk quota exceeded"),
    errno.EFBIG: Text("ไฟล์ใหญ่เกินกำหนดของระบบ", "File too large"),
    errno.ENAMETOOLONG: Text("ชื่อไฟล์ยาวเกินไป", "File name too long"),
    errno.ENOENT: Text("ไม่พบ", "No such file or directory"),
    errno.EINVAL: Text("ชื่อนี้ใช้ไม่ได้", "Invalid argument"),
    errno.EBADF: Text("ไม่ใช่ไฟล์", "Bad file descriptor"),
    errno.ENOMEM: Text("หน่วยความจำไม่พอ", "Cannot allocate memory"),
    errno.ELOOP: Text("ลิงก์วนกลับมาที่เดิม", "Too many levels of symbolic links"),
    errno.EIO: Text("อุปกรณ์อ่านหรือเขียนผิดพลาด", "Input/output error"),
}


def reason_of(error: OSError) -> Text:
    """What to say of an error; the system's words for one that is not known here."""
    if error.errno == errno.EACCES and sys.platform == "win32":  # which tells the two apart by nothing
        return _HELD
    said = error.strerror or str(error)
    return _REASONS.get(error.errno or 0, Text(said, said))
