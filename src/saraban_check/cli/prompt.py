"""Started by a double click: a short page, and a prompt for addresses, files and commands, until a blank line."""

import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from ..model.lazy_pattern import lazy_pattern
from .app import COMMANDS
from .language import t
from .started_with import SAID_FOR
from .streams import say
from .windows_console import heed_closing

_PAGE = t(
    """ตรวจที่อยู่อีเมลกลาง (saraban) และประกาศฯ ม.10

พิมพ์หรือวางที่อยู่อีเมลที่จะตรวจ แล้วกด Enter เช่น saraban_06480115@dla.go.th
ลากไฟล์รายชื่อ (Excel, CSV) ประกาศฯ (Word, PDF, ภาพ) หรืออีเมลตีกลับ มาวางที่นี่ หรือวางบนไอคอนของโปรแกรม
บรรทัดที่ขึ้นต้นด้วย saraban-check ในผลหรือในคู่มือ คัดลอกมาวางที่นี่ได้ทั้งบรรทัด
จบการทำงาน: กด Enter โดยไม่พิมพ์อะไร""",
    """Checks central e-mail addresses (saraban) and section-10 notices.

Type or paste the address to check and press Enter, such as saraban_06480115@dla.go.th
Drag a list (Excel, CSV), a notice (Word, PDF, picture) or bounce mails here, or onto the program's icon
A line of an answer or a guide that begins with saraban-check can be pasted here whole
To end: press Enter alone.""",
)
_PROMPT = t("ที่อยู่อีเมลหรือไฟล์: ", "Address or file: ")
_OWN_NAME = lazy_pattern(r"(?:saraban-check(?:\.exe)?\s+)?(.*)", re.DOTALL)
_WORD = lazy_pattern(r"""["']((?<=")[^"]*|(?<=')[^']*)["']?|(\S+)""")
"""In double quotes as Explorer drops a path, in single ones as a ready command has it."""


def ask(run: Callable[[Sequence[str]], int]) -> int:
    """Run what is typed, line by line; the exit code of the last."""
    say(_PAGE)
    code = 0
    with suppress(KeyboardInterrupt):  # at the prompt it means: no more
        while arguments := arguments_of(_line()):
            code = run(arguments)
    return code


def arguments_of(line: str) -> list[str]:
    """What a line asks for: the words of a command, paths in quotes, else the line as one path or address."""
    found = _OWN_NAME.fullmatch(line.strip())
    text = found[1].strip() if found else ""
    if text.startswith('"') or text.partition(" ")[0] in {*COMMANDS, *SAID_FOR}:
        return [quoted or plain for quoted, plain in _WORD.findall(text) if quoted or plain]
    return [text] if text else []


def _line() -> str:
    say("")
    sys.stdout.write(_PROMPT)
    sys.stdout.flush()
    heed_closing(False)  # whoever closes the window need not wait for us
    try:
        return sys.stdin.readline()
    finally:
        heed_closing(True)
