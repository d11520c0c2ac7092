"""One line of what became of an agency, as CSV and XLSX have it."""

from ...comparison.moves import Change, Comparison, Entry
from ...comparison.standing import Standing
from ...model.text import Lang, Text
from ..group_names import group_name
from .words import ADDRESS_CHANGED, BY, CHANGES, NEW, OLD, REMARK, UNREADABLE, WHAT, province_text, remark

_YES = Text("ใช่", "yes")


def _both(th: str, en: str) -> tuple[Text, Text]:
    return Text(f"{th} {OLD.th}", f"{OLD.en} {en}"), Text(f"{th} {NEW.th}", f"{NEW.en} {en}")


HEADINGS = (
    WHAT,
    *_both("กลุ่ม", "group"),
    Text("รหัส อปท.", "Code"),
    Text("ชื่อหน่วยงาน", "Name"),
    Text("ประเภท", "Kind"),
    Text("อำเภอ", "District"),
    Text("จังหวัด", "Province"),
    ADDRESS_CHANGED,
    *_both("ที่อยู่อีเมล", "address"),
    *_both("แถว", "row"),
    Text("จับคู่ด้วย", "Matched by"),
    REMARK,
)


def cells_of(entry: Entry, lang: Lang) -> tuple[str | int, ...]:
    """One agency's cells, in the order of the headings; rows are numbers, all else is text."""
    old, new, latest = entry.old, entry.new, entry.latest
    said = remark(entry)
    return (
        CHANGES[entry.change].say(lang),
        group_name(old.group, lang) if old else "",
        group_name(new.group, lang) if new else "",
        latest.code or (old.code if old else None) or "",
        latest.name or (old.name if old else ""),
        latest.kind.name.say(lang) if latest.kind else "",
        latest.amphoe,
        province_text(latest, lang),
        _YES.say(lang) if entry.address_changed else "",
        _address(old, lang),
        _address(new, lang),
        old.row if old else "",
        new.row if new else "",
        BY[entry.by].say(lang) if entry.by else "",
        said.say(lang) if said else "",
    )


def _address(standing: Standing | None, lang: Lang) -> str:
    if standing is None:
        return ""
    return UNREADABLE.say(lang) if standing.address is None else standing.address


def changed(comparison: Comparison) -> list[Entry]:
    """The agencies of which something became: all but those whose group and address are the same."""
    return [e for e in comparison.entries if e.change is not Change.UNCHANGED or e.address_changed]
