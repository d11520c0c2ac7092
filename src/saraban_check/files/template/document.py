"""The workbook as a whole."""

from collections.abc import Sequence
from io import BytesIO

from ...model.registry import RegistryEntry
from ...model.text import Lang, Text

_LIST = Text("รายชื่อ", "List")
_NOTES = Text("วิธีกรอก", "How to")
TITLE = Text("รายชื่อหน่วยงานและอีเมลกลาง", "Agencies and their central addresses")


def template_workbook(entries: Sequence[RegistryEntry], lang: Lang) -> bytes:
    """An XLSX to fill in: the list, with the agencies of `entries` in their order, notes, and hidden lists.

    The same entries give the same bytes.
    """
    from xlsxwriter import Workbook

    from ...report.marks import AUTHOR
    from ...report.render.looks import CREATED, DEFAULT, Looks
    from .list_sheet import write_list
    from .lists import SHEET, write_lists
    from .notes_sheet import write_notes

    out = BytesIO()
    options = {"in_memory": True, "default_format_properties": dict(DEFAULT)}  # which XlsxWriter adds to
    with Workbook(out, options) as book:
        looks = Looks(book)
        book.set_properties({"title": TITLE.say(lang), "author": AUTHOR, "created": CREATED})
        names = [name.say(lang) for name in (_LIST, _NOTES)]
        main, notes, lists = (book.add_worksheet(name) for name in (*names, SHEET))
        main.set_tab_color("#375623")
        notes.set_tab_color("#1F4E79")
        write_list(main, entries, lang, looks)
        write_notes(notes, names[0], len(entries), lang, looks)
        write_lists(lists, lang)
    return out.getvalue()
