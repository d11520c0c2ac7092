"""Slips of a whole part, and what copying brings along: habits rather than fingers."""

import random
import re
from collections.abc import Callable, Iterable

from benchmarks.mistyping.keyboard import in_thai
from benchmarks.mistyping.keys import Way
from benchmarks.mistyping.parts import CORE, DLA, LGO, Parts

BY_EAR = (
    *("sarabun", "saraband", "sarabarn", "salaban", "sarban", "sarabann", "srabaan", "saarban", "saraburn"),
    *("sarabaan", "saraban1", "sarabum", "saraban.", "sarapan", "saraba", "sareban", "sarabanklang"),
)
_SUFFIXES = (".co.th", ".or.th", ".com", ".in.th", ".net", ".org", ".th", ".gov.th", ".go.th")
_MIXED = ("lgo.go.th", "dla.mail.go.th", "mail.go.th", "dla.lgo.mail.go.th", "lgo.dla.go.th", "lgo.mail.th", "dlago.th")

LOOK_ALIKE = {"l": "1iI", "i": "l1j", "o": "0p", "a": "ae", "d": "b", "g": "q", "m": "n", "n": "m", "0": "o", "1": "l"}
AS_LETTERS = {"0": "Oo", "1": "lI"}
TYPOGRAPHIC = {"-": "–—‐‑−", "_": "＿‗", ".": "․。．·", "@": "＠﹫"}


def misspelled(rng: random.Random, parts: Parts) -> Parts:
    """`saraban` as it sounds to others."""
    return parts._replace(word=rng.choice(BY_EAR))


def another_mark(rng: random.Random, parts: Parts) -> Parts:
    """Another mark behind the word or, where there is none, for a hyphen of the domain."""
    if parts.mark:
        return parts._replace(mark=rng.choice([m for m in ("-", "_", "-", "_", ".", " ", "") if m != parts.mark]))
    return parts._replace(domain=parts.domain.replace("-", rng.choice(("_", "", ".")), 1))


def shift_missed(rng: random.Random, parts: Parts) -> Parts:
    """2 for @, or - for _."""
    if parts.mark == "_" and rng.random() < 0.5:
        return parts._replace(mark="-")
    return parts._replace(at="2")


def thai_layout(rng: random.Random, parts: Parts) -> Parts:
    """The Thai layout left on: for all of it, for the word, or until the screen is looked at."""
    draw = rng.random()
    if draw < 0.2:
        return parts._replace(**{of: in_thai(getattr(parts, of)) for of in CORE})
    upto = len(parts.word) if draw < 0.5 else rng.randint(1, 4)
    return parts._replace(word=in_thai(parts.word[:upto]) + parts.word[upto:])


def in_code(edit: Callable[[random.Random, str], str]) -> Way:
    """A slip in the whole code."""
    return lambda rng, parts: parts._replace(name=edit(rng, parts.name)) if parts.name.isdigit() else None


def without_first(_: random.Random, code: str) -> str:
    """As a spreadsheet writes it."""
    return code[1:]


def rotated(rng: random.Random, code: str) -> str:
    """Begun at another digit."""
    by = rng.choice((1, 1, 2, -1, -2))
    return code[by:] + code[:by]


def swapped_digits(rng: random.Random, code: str) -> str:
    """Two neighbours in each other's place."""
    at = rng.randrange(len(code) - 1)
    return code[:at] + code[at : at + 2][::-1] + code[at + 2 :]


def another_suffix(rng: random.Random, parts: Parts) -> Parts:
    """Another suffix, or the right one without a dot, without its end, or with letters out of place."""
    labels = parts.domain.split(".")
    cut = -1 if labels[-1] == "com" or len(labels) == 1 else -2  # a second slip may have taken the dots
    first, last = labels[cut], labels[-1]
    own = (f".{first}{last}", f"{first}.{last}", f".{first}.{last[::-1]}", f".{first}.{last[:-1]}", f".{first}")
    suffix = rng.choice(_SUFFIXES if cut == -1 or rng.random() < 0.5 else own)
    return parts._replace(domain=".".join(labels[:cut]) + suffix)


def tail(*tails: str) -> Way:
    """Something behind the domain."""
    return lambda rng, parts: parts._replace(domain=parts.domain + rng.choice(tails))


def with_www(_: random.Random, parts: Parts) -> Parts:
    """The domain as its website has it."""
    return parts._replace(domain=f"www.{parts.domain}")


def another_provider(rng: random.Random, parts: Parts) -> Parts | None:
    """The other provider, or both mixed up."""
    if parts.domain not in (DLA, LGO):
        return None
    other = LGO if parts.domain == DLA else DLA
    return parts._replace(domain=other if rng.random() < 0.6 else rng.choice(_MIXED))


def capitals(rng: random.Random, parts: Parts) -> Parts:
    """Capitals in the word, or in all of it."""
    way = rng.choice((str.capitalize, str.capitalize, str.upper, str.title))
    whole = {of: way(getattr(parts, of)) for of in CORE}
    return parts._replace(**whole) if rng.random() < 0.5 else parts._replace(word=whole["word"])


# What stands around it

_PHONES = ("0-2###-####", "0####-####", "0 #### ####", "0########", "08########")
GLUED_THAI = (
    *(("", f"โทร{gap}{phone}") for gap in ("", ".", " ", ". ") for phone in _PHONES),
    *(("", text) for text in ("โทรสาร 0-####-####", "(งานสารบรรณ)", "ของเทศบาล", "และ", "ค่ะ", "นะครับ", " สำนักปลัด")),
    *((text, "") for text in ("อีเมล", "อีเมล์", "อีเมลกลาง", "ไปรษณีย์อิเล็กทรอนิกส์", "ที่", "คือ", "เมล", "สารบรรณ")),
)
GLUED_ENGLISH = (
    *(
        (text, "")
        for text in ("Email", "E-mail", "email.", "E-mail.", "mail", "e-mail=", "Emailaddress", "Mail-", "to")
    ),
    *(
        ("", text)
        for text in ("Tel0########", "Tel.0-####-####", "Fax0####-####", "TEL", "0########", "email", "LineID")
    ),
)
LABELS = (
    *(
        (text, "")
        for text in ("อีเมล : ", "E-mail: ", "e - mail : ", "Email :", "mailto:", "http://", "ที่อยู่อีเมล ", "E-Mail. ")
    ),
    *(
        ("", text)
        for text in ("?subject=x", " Tel. 0-####-####", " โทร. 0-####-####", "/", " (ใหม่)", ".", ",", ";", " ครับ")
    ),
)
LIST_MARKS = tuple(
    (m, "") for m in ("1) ", "- ", "๑. ", "1. ", "(1) ", "• ", "2.", "-", "* ", "ข้อ 1 ", "1.1 ", "–", "> ")
)
BRACKETS = tuple(
    (pair[:1].strip(), pair[1:]) for pair in ("()", "[]", "<>", "“”", '""', "{}", "''", "«»", "()", "(", " )", " >")
)


def around(pairs: Iterable[tuple[str, str]]) -> Way:
    """A text in front and one behind, drawn from some; `#` is a digit."""
    choices = tuple(pairs)

    def make(rng: random.Random, parts: Parts) -> Parts:
        front, behind = (re.sub("#", lambda _: rng.choice("0123456789"), text) for text in rng.choice(choices))
        return parts._replace(front=front + parts.front, behind=parts.behind + behind)

    return make
