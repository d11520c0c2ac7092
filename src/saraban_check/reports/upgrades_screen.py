"""The screen of `--suggest-upgrades`: the agencies that were probably upgraded (ยกฐานะ), and what says so."""

from collections.abc import Iterator, Sequence

from ..checks.classification import Classification
from ..model.agency_result import AgencyResult
from ..model.text import Lang, Text
from .escape import for_terminal
from .group_names import group_name
from .layout import wrap
from .registry_notes import registry_note
from .style import Style

_TITLE = Text("หน่วยงานที่น่าจะยกฐานะแล้ว (กลุ่ม W)", "Agencies that were probably upgraded (group W)")
_SHOWN = Text("แสดง {shown} จาก {total} เพิ่มด้วย --limit", "shown {shown} of {total}, more with --limit")
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


def render_upgrades(result: Classification, found: Sequence[AgencyResult], limit: int, lang: Lang, style: Style) -> str:
    """Each with its old and new code and the evidence; at most so many, and how many there are."""
    return "\n".join(_lines(result, found, limit, lang, style)) + "\n"


def _lines(
    result: Classification, found: Sequence[AgencyResult], limit: int, lang: Lang, style: Style
) -> Iterator[str]:
    note = _NO_REGISTRY if result.registry is None else registry_note(result.registry)
    yield from (style.paint(line, "dim") for line in wrap(for_terminal(note.say(lang)), style.width, 2))
    yield ""
    if not found:
        yield from wrap(_NONE.say(lang), style.width, 2)
        return
    shown = _SHOWN.say(lang, shown=f"{min(limit, len(found)):,}", total=f"{len(found):,}")
    title = f"{_TITLE.say(lang)} ({shown})" if len(found) > limit else f"{_TITLE.say(lang)}: {len(found):,}"
    yield from (style.paint(line, "bold") for line in wrap(title, style.width, 2))
    for agency in found[:limit]:
        if (upgrade := agency.upgrade) is None:
            continue
        yield ""
        province = agency.record.province.name.say(lang) if agency.record.province else ""
        name = for_terminal(" ".join(part for part in (agency.record.name.strip(), province) if part))
        head = _ROW.say(lang, row=agency.record.row, name=name, group=group_name(agency.group, lang))
        yield from (style.paint(line, "bold") for line in wrap(head, style.width, 4))
        template = _NO_CODE if upgrade.new_code is None else _CODES
        codes = template.say(lang, old=upgrade.old_code, kind=upgrade.new_kind.name, new=upgrade.new_code)
        yield from wrap(f"    {codes}", style.width, 6)
        why = _WHY.say(lang, why=upgrade.evidence.value)
        yield from (style.paint(line, "dim") for line in wrap(f"    {why}", style.width, 6))
    yield ""
    yield from wrap(_NEXT.say(lang), style.width, 2)
