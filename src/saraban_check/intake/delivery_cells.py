"""What a delivery cell says became of the mail, by the classes of its words (decisions: Lists).

That it was sent (`ส่งแล้ว`) is not that it arrived: delivered needs a word of arriving or of being able to. What fits no
sentence, or fits two, is not understood.
"""

from ..model.delivery import Delivery
from ..model.lazy_pattern import lazy_pattern
from ..reference.mail_vocabulary import plain_words, vocabulary
from ..reference.refusals import About, what_about
from .status_words import (
    BARE_552,
    DELIVERED_CODE,
    FAILED_CODE,
    FULL_CODE,
    SENDERS_CODE,
    fold_status,
    reply_codes,
    without_cross,
    word_classes,
)

_MISSING = lazy_pattern("(?:nf[eb]|nmb)[eb]*")
_OBJECTS = lazy_pattern("[eb]+|(?<=c)c+")
# a letter a word class of `status_words.csv`, M what `_MISSING` stands for; 2, 5, 6 and 7 are reply codes: delivered,
# failed, full, and 552, which who types it means for full (decisions: Lists), and a server may mean otherwise
_FAILING = "(?:vc?(?:N|n[Cw])|nC|kvC?g?|M|Q|F|Z|vc?F|ni)c?"
_SENTENCES = {
    Delivery.DELIVERED: "T|Y(?:L?D)?|Y?(?:vc?(?:[CgPi]c?)+|C|iC?|Ci|P|2+T?)c?2*(?:L?D)?|Yvc?L?D",
    Delivery.FULL: f"X?(?:{_FAILING})*[57]*[U67][U567]*c?(?:{_FAILING})*(?:L?D)?",
    Delivery.FAILED: f"H|X(?:L?D)?|X?5*(?:{_FAILING})+5*(?:L?D)?|X?5+",
}
_PATTERNS = {delivery: lazy_pattern(f"(?:{pattern})") for delivery, pattern in _SENTENCES.items()}

_REPLY = lazy_pattern(r"(?:[25][0-9]{2}|[245]\.[0-9]{1,3}\.[0-9]{1,3})(?![0-9./])[\x20-\x7e]*")
_AGAINST_FAILED = lazy_pattern(
    "ไม่|มิ|ได้|สำเร็จ|ถึง|ปกติ|แต่|หรือ|แก้|ใหม่|เคย|เดิม|ทราบ|แน่ใจ|บาง|ใกล้|เกือบ|จะ|รอ|ถ้า|หาก|ตรวจ|ตอบ|แล้ว"
    r"|[?/✓✔☑√✅☐☒]|\b(?:no|not|non|never|but|or|if|nearly|almost|soft|temporar\w*|defer\w*|delay\w*|may|ok|delivered|success\w*)\b"
)
_FULL = lazy_pattern(
    r"เต็ม(?!จำนวน|ที่|รูปแบบ|ใจ|เวลา|ฉบับ)|\b(?:mailbox|inbox|storage|quota)(?: is)? full\b"
    r"|\b(?:over ?quota|quota exceeded)\b"
)
_FAILED = lazy_pattern(
    r"(?:ถูก)?ตีกลับ|เด้งกลับ|ส่ง(?:อีเมล)?ไม่(?:ได้|ถึง|สำเร็จ|ผ่าน)|ใช้งานไม่ได้|ไม่พบ(?:บัญชี|ผู้รับ)|\bbounced?\b|\bfailed\b|\bundeliver\w*"
)
_FULLNESS = lazy_pattern(r"\bfull\b|quota|storage|เต็ม")
_NO_MAILBOX = lazy_pattern(
    r"\b5\.1\.[0-9]|\bno such\b|\bunknown (?:user|recipient|mailbox)\b|\buser unknown\b|\bdoes not exist\b"
)


def read_delivered(cell: str) -> Delivery | None:
    """What a cell says; UNKNOWN where it is blank, None where it cannot be told what it says."""
    text = fold_status(cell)
    if text is None:
        return None
    if not text.strip("-–— "):
        return Delivery.UNKNOWN
    said = word_classes("delivery", text)
    if said is None or BARE_552 in said:
        rest = without_cross(text)
        if _REPLY.fullmatch(rest):
            return _of_a_server(rest)
    if said is None:
        return _in_free_words(rest)
    sentence = _OBJECTS.sub("", _MISSING.sub("M", said))
    if not said:
        return None
    return next((delivery for delivery, pattern in _PATTERNS.items() if pattern.fullmatch(sentence)), None)


def _of_a_server(text: str) -> Delivery | None:
    """A reply as the server gave it: its code stands in front, and its words may be any (decisions: Delivery).

    Full needs x.2.2 or words of fullness. 552 with other words, and what is refused for the sender or the letter, says
    nothing of the mailbox.
    """
    codes = reply_codes(text)
    if codes == BARE_552 and not any(map(str.isalpha, text)):
        return Delivery.FULL
    hints_at_full = _FULLNESS.search(text) is not None
    if DELIVERED_CODE in codes:
        return None if hints_at_full or codes.strip(DELIVERED_CODE) else Delivery.DELIVERED
    if FULL_CODE in codes:
        return Delivery.FULL
    about = what_about(text).about
    if SENDERS_CODE in codes or about in (About.SENDER, About.MESSAGE) or vocabulary("not_full").fit(plain_words(text)):
        return None
    if _FULL.search(text) or about is About.FULL:
        return Delivery.FULL
    is_refused = _NO_MAILBOX.search(text) is not None if BARE_552 in codes else FAILED_CODE in codes
    return Delivery.FAILED if is_refused and not hints_at_full else None


def _in_free_words(text: str) -> Delivery | None:
    """A longer text that says full or failed, as long as nothing in it speaks against that."""
    full, failed = _FULL.search(text), _FAILED.search(text)
    if _AGAINST_FAILED.search(_FULL.sub(" ", _FAILED.sub(" ", text))):
        return None
    return Delivery.FULL if full else Delivery.FAILED if failed else None
