"""The 8-digit DLA code (รหัส อปท.): `0 T PP AA NN` (SPEC section 3)."""

import re

from ..model.record import Kind, Province
from ..reference.kinds import dla_type_digits
from ..reference.places import dla_province_codes, provinces

_EIGHT = re.compile(r"[0-9]{8}")
_SEVEN = re.compile(r"[0-9]{7}")
_DIGIT, _LETTER = re.compile(r"[0-9]"), re.compile(r"[^\W\d_oOlIi]")
_LETTERS_FOR_DIGITS = str.maketrans("oOlIi", "00111")


def is_eight_digits(text: str) -> bool:
    return _EIGHT.fullmatch(text) is not None


def is_possible(code: str) -> bool:
    """Whether the type and province digits of an 8-digit code exist."""
    return code[:2] in dla_type_digits() and code[2:4] in dla_province_codes()


def province_of(code: str) -> Province:
    """The province that a possible code names."""
    return provinces()[code[2:4]]


def has_type_of(code: str, kind: Kind) -> bool:
    """Whether the code's type digits are those of this kind."""
    return kind.type_digits == code[:2]


def restore_zero(digits: str) -> str | None:
    """The code whose leading zero was lost, where 7 digits are left and the whole is possible."""
    if _SEVEN.fullmatch(digits) and is_possible("0" + digits):
        return "0" + digits
    return None


def meant_code(text: str) -> str | None:
    """The possible code that a mistyped one stands for: O and l for digits, separators inside, a lost zero."""
    digits = re.sub(r"[\s._\-]", "", text).translate(_LETTERS_FOR_DIGITS)
    if is_eight_digits(digits):
        return digits if is_possible(digits) else None
    return restore_zero(digits)


def looks_like_code(text: str) -> bool:
    """Whether a text is somebody's attempt at a code: at least five digits, or letters in their place."""
    if not text or text.isalpha():
        return False
    letters = len(_LETTER.findall(text))
    digits = len(_DIGIT.findall(text))
    return digits >= 4 and digits > 2 * letters


def code_with_stem(text: str, stem: str) -> str | None:
    """The code that a mistyped one stands for, where the record gives its first four digits (type and province).

    A letter too many goes; else the one code that begins so and is one slip away, if there is only one.
    """
    digits = re.sub(r"[^0-9]", "", text)
    if is_eight_digits(digits) and is_possible(digits) and digits.startswith(stem):
        return digits
    if not stem:
        return None
    places = range(len(digits) + 1)
    slips = {digits[:i] + digits[i + 1 :] for i in places}
    slips |= {digits[:i] + d + digits[i:] for i in places for d in "0123456789"}
    slips |= {digits[:i] + d + digits[i + 1 :] for i in places for d in "0123456789"}
    slips |= {digits[:i] + digits[i : i + 2][::-1] + digits[i + 2 :] for i in places}
    good = {code for code in slips if is_eight_digits(code) and code.startswith(stem)}
    return good.pop() if len(good) == 1 else None
