"""The cross-section that a user names: a word for what was found out, or a column of the list by its heading."""

from collections.abc import Iterator

from ..grouping.table import GroupTable
from ..intake.heading_fields import SPOKEN
from ..intake.headings import Header, field_of_heading
from ..model.errors import RequestError
from ..model.near import meant
from ..model.policy import PUBLISHED, Domains
from ..model.text import Text
from ..reference.column_letters import letters_of
from ..reference.words import fold_heading
from .cross_sections import WORDS, CrossSection, built_in, by_column

_COLUMN = "col:"
_SEVERAL = Text(
    "{option} {found}: มีหลายคอลัมน์ที่ใช้หัวนี้ ({columns}) ระบุด้วยตัวอักษรของคอลัมน์ เช่น {option} col:{first}",
    "{option} {found}: several columns are headed so ({columns}); name one by its letter, such as {option} col:{first}",
)
_NONE = Text(
    "{option} {found}: ไม่มีคอลัมน์นี้ในรายชื่อ{near} ใช้ {words} หรือหัวคอลัมน์: {headings}",
    "{option} {found}: the list has no such column{near}; use {words}, or a heading: {headings}",
)
_MOST = 20
_LONGEST = 40


def cross_section(
    text: str, header: Header, option: str, table: GroupTable | None = None, domains: Domains = PUBLISHED
) -> CrossSection:
    """What `--by`, `--split` or `--where` names: one of `WORDS`, else a column by its heading.

    A heading is compared as it stands, then as the reader compares headings, then by the field that it names.
    `col:` in front says that it is a column, by its heading or its letter. Raises RequestError where there is none,
    or several. Source: decisions: Rounds.
    """
    wanted = text.strip()
    if wanted.casefold() in WORDS:
        return built_in(wanted.casefold(), table, domains)
    is_column = wanted.casefold().startswith(_COLUMN)
    heading = wanted[len(_COLUMN) :].strip() if is_column else wanted
    places = _places(heading, header)
    if len(places) == 1:
        return by_column(places[0], header.names[places[0]] or letters_of(places[0]))
    if places:
        columns = ", ".join(
            f"{letters_of(at)} {' '.join(header.names[at].split())[:_LONGEST]}" for at in places[:_MOST]
        )
        raise RequestError(_SEVERAL, option=option, found=heading, columns=columns, first=letters_of(places[0]))
    letters = {letters_of(at): at for at in range(len(header.names))} if is_column else {}
    if (at := letters.get(heading.upper())) is not None:
        return by_column(at, header.names[at] or letters_of(at))
    word = next((word for word, name in WORDS.items() if not is_column and name.th == heading), None)
    if word is not None:
        return built_in(word, table, domains)
    raise _no_column(heading, header, option)


def _places(heading: str, header: Header) -> list[int]:
    """The columns that a heading may mean."""
    exact = [at for at, name in enumerate(header.names) if name and " ".join(name.split()) == " ".join(heading.split())]
    if exact or not (folded := fold_heading(heading)):
        return exact
    if alike := [at for at, name in enumerate(header.names) if fold_heading(name) == folded]:
        return alike
    field, sure = field_of_heading(heading)
    named = heading.casefold() if heading.casefold() in header.columns else field if sure >= SPOKEN else None
    return [header.columns[named]] if named in header.columns else []


def _no_column(heading: str, header: Header, option: str) -> RequestError:
    headings = list(_shown(header))
    more = " …" if len(headings) > _MOST else ""
    return RequestError(
        _NONE,
        option=option,
        found=heading,
        near=meant(heading, (*WORDS, *headings)),
        words=", ".join(WORDS),
        headings=", ".join(headings[:_MOST]) + more,
    )


def _shown(header: Header) -> Iterator[str]:
    for name in dict.fromkeys(" ".join(name.split()) for name in header.names):
        if name:
            yield name if len(name) <= _LONGEST else name[:_LONGEST] + "…"
