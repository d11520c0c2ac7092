"""What a cell of a notice, posted, joint or upgraded column says, by the classes of its words.

A cell is read where all of it fits one of these sentences, each a negation, a stem and a completion or a word of
progress. What fits none, or could mean two things, is not understood: nothing is guessed.
"""

import re
from enum import Enum

from .status_words import fold_status, word_classes


class Said(Enum):
    """What a cell says; the answers YES, NO and NOT_YET are to whatever its column asks."""

    NOTHING = "nothing"
    YES = "yes"
    NO = "no"
    NOT_YET = "not yet"
    NOTICE = "there is a notice"
    BOTH = "there is a notice, and it is posted"
    NO_NOTICE = "there is no notice"
    NO_NOTICE_YET = "a notice is being made"
    POSTING = "it is entered, or put up"
    NOT_POSTED = "the notice is not posted in the system"
    NOT_PUT_UP = "it is not entered, or not put up"
    NOT_POSTED_YET = "it is being entered"
    NOT_IN_SYSTEM = "it is not in the system"
    NONE_STATED = "the notice states no address"
    UNCLEAR = "unclear"


_NOT = "[nNu]"
_SENTENCES = {
    # a letter a word class of `status_words.csv`; D a day that may be, L what stands before it
    Said.YES: r"T|Y?(?:[smf]|q(?:a?q)*)?c*(?:L?D)?|Y?E|Y?(?:g?A|[gm]?[vw]+o*)[cq]+(?:L?D)?|AL?D"
    r"|Y[msf]Bn[msf]|Bn[msf]Y[msf]",
    Said.POSTING: r"Y?(?:[gm]?v*[lbw]+A?o*z?o*[cq]+|l(?:o*z)?|[fm]o*zc*|Azc+|W)(?:L?D)?",
    Said.BOTH: r"Y?mA?o*c*a?[lbw]A?o*z?o*c*",
    Said.NOTICE: r"Y?(?:[mf]Ao*c*|[gm]?v+Ao*[cq]+)(?:L?D)?",
    Said.NO: rf"[HXBy]|X?(?:[nu]|{_NOT}(?:[msf]|m?[wv]+o*|Ao*)|uc+|k[vw]+o*g?|y?[vw]+o*(?:N|nc+)|nE)"
    r"|B[msf]Yn[msf]|Yn[msf]B[msf]",
    Said.NO_NOTICE: rf"X?{_NOT}(?:[mf]|m?v+)Ao*|X?{_NOT}A|kv+Ao*g|HA",
    Said.NOT_POSTED: rf"X?(?:mA?o*c*t?|At)?(?:{_NOT}v*[lbw]+A?o*zo*g?|kv*[lbw]+A?o*zo*g?|[lbw]+A?o*z(?:N|nc+))|nW|nz",
    Said.NOT_PUT_UP: rf"X?(?:{_NOT}v*[lb]+A?o*|kv*[lb]+A?o*g|y?[lb]+A?o*(?:N|nc+))",
    Said.NOT_IN_SYSTEM: rf"X?{_NOT}[mf]A?o*z",
    Said.NONE_STATED: rf"X?(?:mAo*t?|At?)?{_NOT}[rm]e[Ao]*|He",
    Said.NOT_YET: rf"X?(?:{_NOT}m?)?(?:d+(?:[vw]+o*|A|v*i)|P)",
    Said.NO_NOTICE_YET: rf"X?(?:{_NOT}m)?d+v+Ao*|X?{_NOT}mAo*d+(?:v+A?o*|i)",
    Said.NOT_POSTED_YET: r"X?d+v*[lb]+A?o*z?o*",
}
_PATTERNS = {said: re.compile(f"(?:{pattern})") for said, pattern in _SENTENCES.items()}
_DOUBLED = re.compile("(?<=z)z+|(?<=o)o+|(?<=c)c+")
_WITH_A_REASON = frozenset(
    {Said.NO, Said.NOT_YET, Said.NO_NOTICE, Said.NO_NOTICE_YET, Said.NOT_POSTED, Said.NOT_PUT_UP, Said.NOT_POSTED_YET}
    | {Said.NOT_IN_SYSTEM, Said.NONE_STATED}
)

_MARKED = re.compile("[✓✔☑√✅]|([✗✘✕×❌])")
_AGAINST_YES = re.compile(
    "ไม่|มิ|ยัง|รอ|กำลัง|ระหว่าง|แต่|จะ|เตรียม|แผน|ภายใน|หรือ|ยกเลิก|ร่าง|เดิม|เก่า|เคย|หมดอายุ|ผิด|เสีย|บางส่วน|แก้ไข|ทราบ|แน่ใจ"
    r"|ตรวจ|\b25(?:[0-5][0-9]|6[0-4])\b|[?✗✘✕×❌☐☒]|\b(?:no|not|but|or|draft|old|pending|expired)\b"
)
_AGAINST_NO = re.compile(
    r"แล้ว|มี|แต่|หรือ|เดิม|เคย|ทราบ|แน่ใจ|ตรวจ|ระบบ|info|อีเมล|ลง|ประกาศ|เผยแพร่|[?✓✔☑√✅☐☒]|\b(?:but|or|yes|done|ok)\b"
)


def read_status(cell: str) -> Said:
    """What the whole of a cell says; NOTHING where it is blank, UNCLEAR where that cannot be told."""
    text = fold_status(cell)
    if text is None:
        return Said.UNCLEAR
    if not text.strip("-–— "):
        return Said.NOTHING
    said = word_classes("facts", text)
    if said == "a" and "/" in text:  # a tick, as it is made by hand
        return Said.YES
    if said:
        because = said.endswith("j")
        sentence = _DOUBLED.sub("", said.removesuffix("j"))
        fitting = (meant for meant, pattern in _PATTERNS.items() if pattern.fullmatch(sentence))
        meant = next(fitting, Said.UNCLEAR)
        if meant is not Said.UNCLEAR:
            return meant if not because or meant in _WITH_A_REASON else Said.UNCLEAR
    return _by_its_mark(text) if said is None else Said.UNCLEAR


def _by_its_mark(text: str) -> Said:
    """A remark of any kind behind a mark, as long as nothing in it speaks against the mark."""
    marked = _MARKED.match(text)
    if marked is None:
        return Said.UNCLEAR
    against, meant = (_AGAINST_NO, Said.NO) if marked[1] else (_AGAINST_YES, Said.YES)
    return Said.UNCLEAR if against.search(text, marked.end()) else meant
