"""A document as one page in both languages: nothing is loaded from anywhere, it prints on A4, and without its script it
is whole, in one language."""

import base64
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import assert_never

from ...model.text import Lang, Text
from ..document import (
    MARKS,
    Block,
    Cell,
    Chart,
    Document,
    Field,
    Fields,
    Figures,
    Findings,
    Found,
    Heading,
    Hint,
    Items,
    Medium,
    Note,
    Picture,
    Section,
    Table,
    Tone,
)
from ..escape import for_html
from ..marks import GENERATOR
from .html_parts import escaped, in_both, line_of, opened, sign_of, table_pieces, text_of, toned
from .page_style import inline_source, page_style
from .words import MEND, said

_SEARCH = Text("ค้นหา", "Search")
_FOUND = Text("พบ 0 จาก 0 แถว", "0 of 0 rows found")
_SWITCH = Text("ภาษาไทย", "English")
_PICTURES = "img { max-width: 100%; height: auto; border: 1px solid var(--line); margin: .15rem 0 .35rem; }\n"
"""Added where there is a picture: all other pages stay as they are."""
_WIDE = 8
"""A page with a table of so many columns is printed on its side."""


def html_pieces(document: Document, lang: Lang) -> Iterator[str]:
    """The page, piece by piece."""
    title = for_html(document.title.say(lang))
    sections = list(document.on(Medium.PAGE))
    tables = (block for section in sections for block in section if isinstance(block, Table))
    has_pictures = any(_has_picture(block) for section in sections for block in section)
    css = page_style(Path(__file__).with_name("page.css")) + (_PICTURES if has_pictures else "")
    if any(isinstance(block, Chart) for section in sections for block in section):
        css += Path(__file__).with_name("chart.css").read_text(encoding="utf-8")
    wide = ' class="wide"' if any(len(table.columns) >= _WIDE for table in tables) else ""
    yield (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n{GENERATOR}\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(css, has_pictures)}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{css}</style>\n</head>\n<body{wide}>\n<main>\n<h1>{text_of(document.title, lang)}</h1>\n{_tools(lang)}"
    )
    for section in sections:
        yield from _section(section, lang)
    yield f"</main>\n<script>{_script()}</script>\n</body>\n</html>\n"


def _policy(css: str, has_pictures: bool) -> str:
    """What the page may do: show what stands in it and run its own script, which makes no markup of texts."""
    pictures = "img-src data:; " if has_pictures else ""
    sources = f"script-src {inline_source(_script())}; style-src {inline_source(css)}; {pictures}"
    trusted = "require-trusted-types-for 'script'; trusted-types 'none'"
    return f"default-src 'none'; {sources}base-uri 'none'; form-action 'none'; {trusted}"


@cache
def _script() -> str:
    return Path(__file__).with_name("page.js").read_text(encoding="utf-8")


def _tools(lang: Lang) -> str:
    """The search and the switch of language, which the script puts to work; without it they are not shown."""
    other: Lang = "en" if lang == "th" else "th"
    names = "".join(f'<span lang="{one}">{_SWITCH.say(two)}</span>' for one, two in ((lang, other), (other, lang)))
    return (
        f'<form class="tools" hidden>\n<label>{text_of(_SEARCH, lang)} <input type="search" maxlength="200"></label>\n'
        f'<output aria-live="polite">{text_of(_FOUND, lang)}</output>\n'
        f'<button type="button">{names}</button>\n</form>\n'
    )


def _has_picture(block: Block) -> bool:
    return isinstance(block, Fields) and any(one.picture is not None for one in block.fields)


def _section(section: Section, lang: Lang) -> Iterator[str]:
    """One thing among several is a box in the colour of its tone; all else stands on the page itself."""
    first = section[0]
    box = first.tone.value if isinstance(first, Heading) and first.level > 2 else None
    if box is not None:
        yield f'<article class="{box}">\n'
    for block in section:
        yield from _block(block, lang)
    if box is not None:
        yield "</article>\n"


def _block(block: Block, lang: Lang) -> Iterator[str]:
    match block:
        case Heading(text=text, mark=mark, note=note, level=level, then=then):
            behind = f' <span class="{then.tone.value}">{text_of(then.value, lang)}</span>' if then else ""
            yield f"<h{level}>{sign_of(mark)}{text_of(text, lang)}{behind}</h{level}>\n"
            if note is not None:
                yield f'<p class="quiet">{text_of(note, lang)}</p>\n'
        case Note(text=text, tone=tone, mark=mark):
            style = "note" if tone is Tone.DOUBT else tone.value
            yield f'<p class="{style}">{sign_of(mark)}{text_of(text, lang)}</p>\n'
        case Figures():
            yield from _figures(block, lang)
        case Fields(fields=fields, missing=missing):
            yield "<dl>\n"
            yield from (_field(one, missing, lang) for one in fields)
            yield "</dl>\n"
        case Table():
            yield from table_pieces(block, lang)
        case Chart():
            from .svg_chart import svg_chart

            yield f"<h2>{text_of(block.title, lang)}</h2>\n"
            yield svg_chart(block, lang)
            if not block.is_told:
                yield from table_pieces(block.table()._replace(title=None), lang)
        case Items():
            yield from _items(block, lang)
        case Findings(found=found):
            yield '<ul class="found">\n'
            yield from (_found(one, lang) for one in found)
            yield "</ul>\n"
        case Hint(text=text):
            yield f'<p class="quiet">{text_of(text, lang)}</p>\n'
        case _:
            assert_never(block)


def _figures(block: Figures, lang: Lang) -> Iterator[str]:
    yield '<ul class="counts">\n'
    for one in block.figures:
        note = f' <span class="quiet">({text_of(one.note, lang)})</span>' if one.note else ""
        yield f'<li class="{one.label.tone.value}"><b>{one.number:,}</b>{text_of(one.label.value, lang)}{note}</li>\n'
    yield "</ul>\n"


def _field(one: Field, missing: Text, lang: Lang) -> str:
    values = one.values or (Cell(missing, Tone.DOUBT),)
    note = f' <span class="quiet">({text_of(one.note, lang)})</span>' if one.note else ""
    shown = "<br>".join(toned(cell, lang) for cell in values)
    return f"<dt>{text_of(one.label, lang)}</dt><dd>{shown}{note}{_picture(one.picture, lang)}</dd>\n"


def _picture(picture: Picture | None, lang: Lang) -> str:
    if picture is None:
        return ""
    data = base64.b64encode(picture.png).decode()
    return f'<br><img alt="{for_html(said(picture.alt, lang))}" src="data:image/png;base64,{data}">'


def _found(found: Found, lang: Lang) -> str:
    """`✗ SB521 …`, how to mend it, and what lies behind it."""
    mark = MARKS[found.severity]
    code = f'<span class="{mark.tone.value} code">{mark.sign} {for_html(found.code)}</span>'
    mend = ""
    if (how := found.mend) is not None:
        mend = f'<br><span class="quiet">{in_both(lambda one: MEND.say(one, how=how), lang)}</span>'
    behind = "".join(
        f"<ul><li><b>{escaped(one.value)}</b></li>{''.join(_found(each, lang) for each in one.found)}</ul>"
        for one in found.behind
    )
    return f"<li>{code} {text_of(found.message, lang)}{mend}{behind}</li>\n"


def _items(block: Items, lang: Lang) -> Iterator[str]:
    before, behind = opened(block.title, len(block.items) if block.counted and not block.whole else None, lang)
    tag = "ol" if block.numbered else "ul"
    yield f'{before}<{tag} class="items">\n'
    for item in block.items:
        details = "".join(f"<br>{line_of(detail, lang)}" for detail in item.details)
        yield f"<li>{line_of(item.head, lang)}{details}</li>\n"
    yield f"</{tag}>\n{behind}"
