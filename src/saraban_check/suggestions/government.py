"""The domain that was meant where its `.go.th` was mistyped or cut short, or something stands behind its suffix."""

from ..address.nearness import edits
from ..address.suffixes import SUFFIX_WORDS, registrable_domain, without_tail
from ..model.lazy_pattern import lazy_pattern
from ..reference.domains import accepted_suffixes

_SUFFIX = ".go.th"
_NAME = lazy_pattern(r"[a-z0-9-]{2,}(?:\.[a-z0-9-]{2,})*")
_CUT = lazy_pattern(r"(.+?)(?:\.?go\.th|\.goth|\.go|(?<=[a-z0-9]{3})goth)")
"""A dot of `.go.th` lost, or its end."""
_TWO_READINGS = lazy_pattern(r".+(?:\.[^.g]|l)go\.?th")
"""A letter that is one too many, or the name's and behind its dot (`song.kgo.th`); an l, or the dot's neighbour."""


def government_domain(domain: str) -> str | None:
    """The domain with its `.go.th` set right (`.goth`, `.go.ht`, `.gp.th`, `.go`), or without what follows a suffix.

    None where nothing is near, and where the ending is a suffix of its own (`.co.th`): then another name may be
    somebody's, and nobody has shown that the one under `.go.th` exists.
    """
    if (whole := without_tail(domain)) is not None:
        return whole
    if _TWO_READINGS.fullmatch(domain):
        return None
    if (found := _CUT.fullmatch(domain)) and (whole := _whole(found[1])):
        return whole
    own = "." + (registrable_domain(domain) or "").partition(".")[2]
    ends = [n for n in (5, 6, 7) if len(domain) > n and domain[-n:] != own and _is_slip(domain[-n:])]
    good = {whole for n in ends if (whole := _whole(domain[:-n].rstrip("."))) is not None}
    return good.pop() if len(good) == 1 else None


def _is_slip(ending: str) -> bool:
    """Whether `.go.th` was meant: one slip away, and no other suffix with its letters swapped or one of them lost."""
    if edits(ending, _SUFFIX, 1) != 1:
        return False
    others = (f".{suffix}" for suffix in accepted_suffixes() if f".{suffix}" != _SUFFIX)
    return not any(
        edits(ending, other, 1) == 1 and (len(ending) != len(other) or sorted(ending) == sorted(other))
        for other in others
    )


def _whole(name: str) -> str | None:
    whole = name + _SUFFIX
    if name.rpartition(".")[2] in SUFFIX_WORDS or not _NAME.fullmatch(name):
        return None
    return whole if registrable_domain(whole) else None
