"""What `--suggest-upgrades` shows: the agencies that were probably upgraded (ยกฐานะ), and what says so."""

from collections.abc import Iterator

from ...model.agency_result import AgencyResult
from ...model.text import Text
from ...registry.registry import Registry
from ..document import Document, Heading, Item, Items, Lazy, Note, Section, Tone, line
from ..words.registry_notes import registry_note
from .agency_lines import named
from .group_words import group_text

_TITLE = Text("หน่วยงานที่น่าจะยกฐานะแล้ว (กลุ่ม W)", "Agencies that were probably upgraded (group W)")
_SOME = Text(
    "{title} (แสดง {shown} จาก {total} เพิ่มด้วย --limit)", "{title} (shown {shown} of {total}, more with --limit)"
)
_ALL = Text("{title}: {total}", "{title}: {total}")
_NONE = Text("ไม่พบร่องรอยการยกฐานะนอกจากที่บัญชีระบุไว้แล้ว", "no sign of an upgrade besides those that the list has already")
_ROW = Text("แถว {row}  {name}  ({group})", "row {row}  {name}  ({group})")
_CODES = Text("รหัสเดิม {old} → {kind} รหัสใหม่ {new}", "old code {old} → {kind}, new code {new}")
_NO_CODE = Text("รหัสเดิม {old} → {kind} (ยังไม่ทราบรหัสใหม่)", "old code {old} → {kind} (new code not known)")
_WHY = Text("เพราะ{why}", "because {why}")
_NEXT = Text(
    "ตรวจกับ สถ. ก่อน ถ้ายกฐานะแล้วให้กรอก “ยกฐานะ” ในคอลัมน์ยกฐานะ หน่วยงานจะอยู่กลุ่ม W",
    "See with DLA first; where it is so, write ยกฐานะ in the upgrade column, and the agency is in group W",
)
_NO_REGISTRY = Text(
    "ไม่ได้ใช้ทะเบียน อปท. จึงดูจากเลขประเภทในรหัสเท่านั้น นำเข้าด้วย saraban-check registry import",
    "no registry is used, so only the type digit in the code was looked at; see saraban-check registry import",
)


def upgrades_document(found: tuple[AgencyResult, ...], registry: Registry | None, limit: int) -> Document:
    """Each with its old and new code and the evidence; at most so many, and how many there are."""
    return Document(_TITLE, tuple(_sections(found, registry, limit)))


def _sections(found: tuple[AgencyResult, ...], registry: Registry | None, limit: int) -> Iterator[Section]:
    yield (Note(_NO_REGISTRY if registry is None else registry_note(registry), Tone.QUIET),)
    if not found:
        yield (Note(_NONE),)
        return
    title = (_SOME if len(found) > limit else _ALL).fill(title=_TITLE, shown=f"{limit:,}", total=f"{len(found):,}")
    yield (Heading(title),)
    yield (Items(Lazy(found[:limit], _item), counted=False, whole=True, spaced=True),)
    yield (Note(_NEXT),)


def _item(agency: AgencyResult) -> Item:
    head = _ROW.fill(row=agency.record.row, name=named(agency), group=group_text(agency.group))
    if (upgrade := agency.upgrade) is None:
        return Item(line(head, strong=True))
    template = _NO_CODE if upgrade.new_code is None else _CODES
    codes = template.fill(old=upgrade.old_code, kind=upgrade.new_kind.name, new=upgrade.new_code)
    why = line(_WHY.fill(why=upgrade.evidence.value), tone=Tone.QUIET)
    return Item(line(head, strong=True), (line(codes), why))
