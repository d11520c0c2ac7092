"""The 8-digit DLA code (รหัส อปท.): `0 T PP AA NN` (decisions: Codes)."""

import re

from ..model.lazy_pattern import lazy_pattern
from ..model.record import Kind, Province
from ..reference.kinds import dla_type_digits, kinds, kinds_of_one
from ..reference.places import dla_province_codes, provinces

_EIGHT = re.compile(r"[0-9]{8}")
_SEVEN = re.compile(r"[0-9]{7}")
_DIGIT, _LETTER = re.compile(r"[0-9]"), lazy_pattern(r"[^\W\d_oOlIi]")
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
    """Whether the code's type digits are those of this kind, and it is not the only code of another kind."""
    return kind.type_digits == code[:2] and ((sole := kinds_of_one().get(code)) is None or sole == kind)


_UPGRADES = ("sao", "subdistrict", "town", "city")
"""Kinds of which one becomes the next."""


def can_have_type_of(code: str, kind: Kind) -> bool:
    """Whether the code's type can be what this kind was, or what it may become."""
    line = [kinds()[key].type_digits for key in _UPGRADES]
    return kind.type_digits in line and code[:2] in line and code not in kinds_of_one()


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
    if text.isalpha():
        return False
    if text.isdecimal() and text.isascii():
        return len(text) >= 5
    digits = len(_DIGIT.findall(text))
    return digits >= 5 and digits > 2 * len(_LETTER.findall(text))


def is_nearly_code(text: str) -> bool:
    """Whether a text has the eight digits of a code but for one."""
    return looks_like_code(text) and 7 <= len(_DIGIT.findall(text.translate(_LETTERS_FOR_DIGITS))) <= 9


def codes_meant(text: str, kind: Kind | None, province: Province | None, sole: bool = True) -> tuple[str, ...]:
    """The possible codes that a mistyped one can stand for, all at the smallest distance; none, where none fits.

    A code of another province counts as mistyped only if two neighbouring digits of it changed places, or all were
    rotated, and if that is the address's sole mistake: with one digit replaced it is as likely another agency's.
    """
    code = meant_code(text)
    if code is not None:
        if _fits(code, kind, province):
            return (code,)
        return tuple(c for c in sorted(_swaps(code) | _rotations(code)) if sole and _fits(c, kind, province))
    digits = re.sub(r"[^0-9]", "", text.translate(_LETTERS_FOR_DIGITS))  # a letter too many goes
    if is_eight_digits(digits) and is_possible(digits) and _fits(digits, kind, province):
        return (digits,)
    if not 7 <= len(digits) <= 9:
        return ()  # every slip gives one more text: of a long one they would fill the memory
    found = {c for c in _one_slip_away(digits) if is_eight_digits(c) and _fits(c, kind, province)}
    further = _rotations(digits) | (_doubled_without_zero(digits) if province is None else set())
    others = {c for c in further if is_eight_digits(c) and _fits(c, kind, province)} - found
    if others and province is None:
        return ()  # a rotated code is as likely another one with another slip
    return tuple(sorted(found | others))


def _fits(code: str, kind: Kind | None, province: Province | None) -> bool:
    """Whether a code is possible, and of this kind and province as far as they are known."""
    if not is_possible(code) or (province is not None and code[2:4] != province.code):
        return False
    return kind is None or kind.type_digits is None or has_type_of(code, kind)


def _swaps(digits: str) -> set[str]:
    return {digits[:i] + digits[i : i + 2][::-1] + digits[i + 2 :] for i in range(len(digits) - 1)} - {digits}


def _rotations(digits: str) -> set[str]:
    """Digits copied from another beginning: `65511030` of `06551103`."""
    return {digits[i:] + digits[:i] for i in range(1, len(digits))}


def _doubled_without_zero(digits: str) -> set[str]:
    """Eight digits that are seven, for one stands there twice: the frequent lost zero hides behind that."""
    return {"0" + digits[:i] + digits[i + 1 :] for i in range(1, len(digits)) if digits[i - 1] == digits[i]}


def _one_slip_away(digits: str) -> set[str]:
    """Of seven to nine digits."""
    places = range(len(digits) + 1)
    if len(digits) == 9:
        return {digits[:i] + digits[i + 1 :] for i in places}
    if len(digits) == 7:
        return {digits[:i] + d + digits[i:] for i in places for d in "0123456789"}
    return {digits[:i] + d + digits[i + 1 :] for i in range(8) for d in "0123456789"} | _swaps(digits)
