"""What a delivery cell says became of the mail, by the classes of its words (SPEC section 5).

That it was sent (`ส่งแล้ว`) is not that it arrived: delivered needs a word of arriving or of being able to. What fits no
sentence, or fits two, is not understood.
"""

import re

from ..model.delivery import Delivery
from ..reference.words import words
from .status_words import fold_status, word_classes

_MISSING = re.compile("(?:nf[eb]|nmb)[eb]*")
_OBJECTS = re.compile("[eb]+|(?<=c)c+")
# a letter a word class of `status_words.csv`, M what `_MISSING` stands for; 2, 5 and 6 are reply codes, 6 that of full
_FAILING = "(?:vc?(?:N|n[Cw])|nC|kvC?g?|M|Q|F|Z|vc?F|ni)c?"
_SENTENCES = {
    Delivery.DELIVERED: "T|Y(?:L?D)?|Y?(?:vc?(?:[CgPi]c?)+|C|iC?|Ci|P|2+T?)c?2*(?:L?D)?|Yvc?L?D",
    Delivery.FULL: f"X?(?:{_FAILING})*5*(?:U|6)[U56]*c?(?:{_FAILING})*(?:L?D)?",
    Delivery.FAILED: f"H|X|X?5*(?:{_FAILING})+5*(?:L?D)?|X?5+",
}
_PATTERNS = {delivery: re.compile(f"(?:{pattern})") for delivery, pattern in _SENTENCES.items()}

_MARKED = re.compile("[✓✔☑√✅]|([✗✘✕×❌])")
_REPLY = re.compile(r"(?:[✗✘✕×❌] ?)?(?:[25][0-9]{2}|[245]\.[0-9]{1,3}\.[0-9]{1,3})(?![0-9./])[\x20-\x7e]*")
_AGAINST_DELIVERED = re.compile(
    "ไม่|มิ|ยัง|รอ|กำลัง|แต่|หรือ|เด้ง|กลับ|เต็ม|ปิด|ระงับ|ผิด|เคย|เดิม|ทราบ|แน่ใจ|บาง|ตรวจ|ลอง"
    r"|[?/✗✘✕×❌☐☒]|\b(?:no|not|but|or|fail\w*|bounce\w*|full|unknown|pending)\b"
)
_AGAINST_FAILED = re.compile(
    "ไม่|มิ|ได้|สำเร็จ|ถึง|ปกติ|แต่|หรือ|แก้|ใหม่|เคย|เดิม|ทราบ|แน่ใจ|บาง|ใกล้|เกือบ|จะ|รอ|ถ้า|หาก|ตรวจ|ตอบ|แล้ว"
    r"|[?/✓✔☑√✅☐☒]|\b(?:no|not|non|never|but|or|if|nearly|almost|soft|temporar\w*|defer\w*|delay\w*|may|ok|delivered|success\w*)\b"
)
_FULL = re.compile(
    r"เต็ม(?!จำนวน|ที่|รูปแบบ|ใจ|เวลา|ฉบับ)|\b(?:mailbox|inbox|storage|quota)(?: is)? full\b"
    r"|\b(?:over ?quota|quota exceeded)\b"
)
_FAILED = re.compile(
    r"(?:ถูก)?ตีกลับ|เด้งกลับ|ส่ง(?:อีเมล)?ไม่(?:ได้|ถึง|สำเร็จ|ผ่าน)|ใช้งานไม่ได้|ไม่พบ(?:บัญชี|ผู้รับ)|\bbounced?\b|\bfailed\b|\bundeliver\w*"
)


def read_delivered(cell: str) -> Delivery | None:
    """What a cell says; UNKNOWN where it is blank, None where it cannot be told what it says."""
    text = fold_status(cell)
    if text is None:
        return None
    if not text.strip("-–— "):
        return Delivery.UNKNOWN
    said = word_classes("delivery", text)
    if said is None:
        return _of_a_server(text) if _REPLY.fullmatch(text) else _in_free_words(text)
    sentence = _OBJECTS.sub("", _MISSING.sub("M", said))
    if not said:
        return None
    return next((delivery for delivery, pattern in _PATTERNS.items() if pattern.fullmatch(sentence)), None)


def _of_a_server(text: str) -> Delivery | None:
    """A reply as the server gave it: its code stands in front, and its words may be any."""
    for delivery in (Delivery.FULL, Delivery.FAILED, Delivery.DELIVERED):
        if words(delivery.value).part(text):
            return delivery
    return None


def _in_free_words(text: str) -> Delivery | None:
    """A longer text that says full or failed, or one behind a mark, as long as nothing in it speaks against that."""
    marked = _MARKED.match(text)
    start = marked.end() if marked else 0
    if marked and not marked[1]:
        return None if _AGAINST_DELIVERED.search(text, start) else Delivery.DELIVERED
    rest = text[start:]
    full, failed = _FULL.search(rest), _FAILED.search(rest)
    if _AGAINST_FAILED.search(_FULL.sub(" ", _FAILED.sub(" ", rest))):
        return None
    return Delivery.FULL if full else Delivery.FAILED if failed or marked else None
