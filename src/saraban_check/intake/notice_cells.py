"""What a cell of a notice, posted, joint or upgraded column says, by the classes of its words.

A cell is read where all of it fits one of these sentences, each a negation, a stem and a completion or a word of
progress. What fits none, or could mean two things, is not understood: nothing is guessed.
"""

from enum import Enum

from ..model.lazy_pattern import lazy_pattern
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
_SINCE = "(?:h?D)?"
_DATED = "(?:[Lh]?D)?"
_DONE = "(?:(?:[smf]|q(?:a?q)*)?c*|[gm]?[vw]+o*[cq]+)"
_SENTENCES = {
    # a letter a word class of `status_words.csv`; D a day that may be, L what stands before a document's, h before any
    Said.YES: rf"T|Y?{_DONE}{_SINCE}|YL?D|Y?E"
    r"|Y[msf]Bn[msf]|Bn[msf]Y[msf]",
    Said.POSTING: rf"Y?(?:[gm]?[vp]*[lbw]+A?o*z?o*[cq]+|l(?:o*z)?|[fm]o*zc*|Azc+|W[Iz]?|I){_DATED}",
    Said.BOTH: r"Y?mA?o*c*a?(?:[lb]A?o*z?|wA?o*z)o*c*",
    Said.NOTICE: rf"Y?(?:[mf]Ao*w?c*|g?A[cq]+|[gm]?[vp]+Ao*[cq]+|[gm]?v*p[vpw]*o*[cq]+|R){_DATED}|Y?AL?D|Y?{_DONE}LD",
    Said.NO: rf"[HXBy]|X?(?:[nu]|{_NOT}(?:[msf]|m?[wvp]+o*|Ao*)|uc+|k[vpw]+o*g?|y?[vpw]+o*(?:N|nc+)|n[ER])"
    r"|B[msf]Yn[msf]|Yn[msf]B[msf]",
    Said.NO_NOTICE: rf"X?{_NOT}(?:[mf]|m?[vp]+)Ao*|X?{_NOT}A|k[vp]+Ao*g|HA",
    Said.NOT_POSTED: rf"X?(?:mA?o*c*t?|At)?(?:{_NOT}[vp]*[lbw]+A?o*zo*g?|k[vp]*[lbw]+A?o*zo*g?|[lbw]+A?o*z(?:N|nc+))"
    r"|nW?[Iz]",
    Said.NOT_PUT_UP: rf"X?(?:{_NOT}[vp]*[lb]+A?o*|k[vp]*[lb]+A?o*g|y?[lb]+A?o*(?:N|nc+))|nW",
    Said.NOT_IN_SYSTEM: rf"X?{_NOT}[mf]A?o*z",
    Said.NONE_STATED: rf"X?(?:mAo*t?|At?)?{_NOT}[rm]e[Ao]*|He",
    Said.NOT_YET: rf"X?(?:{_NOT}m?)?(?:d+(?:[vpw]+o*|A|[vp]*i)|P)",
    Said.NO_NOTICE_YET: rf"X?(?:{_NOT}m)?d+[vp]+Ao*|X?{_NOT}mAo*d+(?:[vp]+A?o*|i)",
    Said.NOT_POSTED_YET: r"X?d+[vp]*[lb]+A?o*z?o*",
}
_PATTERNS = {said: lazy_pattern(f"(?:{pattern})") for said, pattern in _SENTENCES.items()}
_DOUBLED = lazy_pattern("(?<=z)z+|(?<=o)o+|(?<=c)c+")
_WITH_A_REASON = frozenset(
    {Said.NO, Said.NOT_YET, Said.NO_NOTICE, Said.NO_NOTICE_YET, Said.NOT_POSTED, Said.NOT_PUT_UP, Said.NOT_POSTED_YET}
    | {Said.NOT_IN_SYSTEM, Said.NONE_STATED}
)


def read_status(cell: str) -> Said:
    """What the whole of a cell says; NOTHING where it is blank, UNCLEAR where that cannot be told."""
    text = fold_status(cell)
    if text is None:
        return Said.UNCLEAR
    if not text.strip("-–— "):
        return Said.NOTHING
    said = word_classes("facts", text)
    if not said:
        return Said.UNCLEAR
    because = said.endswith("j")
    sentence = _DOUBLED.sub("", said.removesuffix("j"))
    fitting = (meant for meant, pattern in _PATTERNS.items() if pattern.fullmatch(sentence))
    meant = next(fitting, Said.UNCLEAR)
    return meant if not because or meant in _WITH_A_REASON else Said.UNCLEAR
