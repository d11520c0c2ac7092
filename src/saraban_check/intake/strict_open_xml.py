"""Strict Open XML made transitional, which is what libraries read.

The two differ in their namespaces (ECMA-376 part 1, annex A): `purl.oclc.org/ooxml/spreadsheetml/main` stands for
`schemas.openxmlformats.org/spreadsheetml/2006/main`.
"""

from ..model.lazy_pattern import lazy_pattern

_STRICT = lazy_pattern(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/")


def is_strict(part: bytes) -> bool:
    """Whether a part of a package names a namespace of Strict Open XML."""
    return _STRICT.search(part) is not None


def transitional(part: bytes) -> bytes:
    """The part with the namespaces that everybody reads."""
    return _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", part)
