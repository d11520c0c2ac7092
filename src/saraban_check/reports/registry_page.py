"""Screens of the registry: where it comes from and what changed, and the agencies that a code or name stands for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model.registry import Likeness, NameMatch, RegistryEntry
from ..model.text import Lang, Text
from ..reference.days import day_text
from ..reference.kinds import kinds
from ..registry.importing import LeftOut
from ..registry.registry import Registry
from ..registry.store import differences_of
from ..rules.sb3_registry import SB306
from .escape import for_terminal
from .layout import wrap
from .style import Style

_HEAD = Text("ทะเบียน อปท. {count} แห่ง ณ วันที่ {date}", "Registry of {count} local agencies, as of {date}")
_SOURCE = Text("ที่มา: {source} ({rows} แถว)", "source: {source} ({rows} rows)")
_FILE = Text("เก็บไว้ที่: {file}", "kept in: {file}")
_WEBSITES = Text("มีเว็บไซต์ {count} แห่ง", "with a website: {count}")
_FILE_DATE = Text(
    "วันที่นี้คือวันที่ของไฟล์ ถ้าข้อมูลเป็นของวันอื่น นำเข้าใหม่โดยระบุ --as-of เช่น --as-of 30/6/2569",
    "this is the day of the file; if the data are of another day, import it again with --as-of, such as 30/6/2569",
)
_FEW = Text(
    "มีเพียง {count} แห่ง ทั้งประเทศมีประมาณ 7,850 แห่ง หน่วยงานที่ไม่อยู่ในทะเบียนนี้จะถูกเตือน ({code})",
    "only {count} agencies, the country has about 7,850; those that are not in it will be warned of ({code})",
)
_ALL = 7_000
_KINDS = Text("แยกตามประเภท", "By kind")
_FORMER = Text(
    "รหัสของสถานะเดิม {count} แห่ง (เลขประเภทในรหัสไม่ตรงกับประเภทปัจจุบัน)",
    "{count} with the code of a former status (its type digit is not that of the kind)",
)
_LEFT_OUT = Text("แถวที่ใช้ไม่ได้ {count} แถว", "{count} rows that could not be used")
_LEFT_OUT_STORED = Text(
    "แถวที่ใช้ไม่ได้ {count} แถว นำเข้าใหม่เพื่อดูว่าแถวใด", "{count} rows could not be used; import it again to see which"
)
_ROW = Text("แถว {row}: {why} ({found})", "row {row}: {why} ({found})")
_BEFORE = Text("เทียบกับทะเบียนก่อนหน้า ({source} ณ วันที่ {date})", "Against the registry before ({source}, as of {date})")
_NO_BEFORE = Text("ไม่มีทะเบียนก่อนหน้าให้เปรียบเทียบ", "There is no registry before it to compare with")
_NO_CHANGE = Text("ไม่มีหน่วยงานใดเปลี่ยน", "no agency has changed")
_NEW = Text("ใหม่", "new")
_GONE = Text("หายไป", "gone")
_RENAMED = Text("เปลี่ยนชื่อ", "renamed")
_UPGRADED = Text("เปลี่ยนประเภท (เช่น ยกฐานะ)", "of another kind (upgraded, mostly)")
_COUNT = Text("{what} {count} แห่ง", "{what}: {count}")
_MORE = Text("แสดง {shown} จาก {total} (เพิ่มด้วย --limit)", "shown {shown} of {total} (more with --limit)")
_NEXT = Text(
    "ทุกคำสั่งที่ตรวจหน่วยงานจะใช้ทะเบียนนี้เอง (ไม่ใช้: --no-registry)",
    "every command that checks agencies uses it from now on (not with --no-registry)",
)
_NOT_FOUND = Text(
    "ไม่พบ “{wanted}” ในทะเบียน ตรวจตัวสะกด ประเภท และจังหวัด หรือนำเข้าทะเบียนฉบับล่าสุด",
    "“{wanted}” is not in the registry; check the spelling, the kind and the province, or import the latest registry",
)
_ONE = Text("“{wanted}” ไม่ตรงทีเดียว อาจหมายถึง", "“{wanted}” is not quite in the registry; perhaps it is")
_LONGEST = 80
_AMBIGUOUS = Text(
    "“{wanted}” อาจหมายถึงหน่วยงานต่อไปนี้ {count} แห่ง ระบุประเภท อำเภอ หรือจังหวัดเพิ่ม",
    "“{wanted}” may be any of these {count} agencies; add the kind, district or province",
)
_REST = Text("และอีก {count} แห่ง", "and {count} more")
_MOST_MATCHES = 20
_NEAR = Text("ชื่อใกล้เคียง {score}", "a near name, {score} alike")
_FIELDS = (Text("รหัส", "code"), Text("ประเภท", "kind"), Text("ที่ตั้ง", "place"), Text("เว็บไซต์", "website"))
_ADDRESS = Text("อีเมลกลางของ สถ.", "DLA's address")


class Status(NamedTuple):
    """A registry, the file that it stands in, and the rows that the import just made left out."""

    registry: Registry
    file: str
    left_out: tuple[LeftOut, ...] = ()


def former_codes(registry: Registry) -> Iterator[RegistryEntry]:
    """The agencies whose code still has the type digits of their former status (decisions: Codes)."""
    return (entry for entry in registry if entry.kind.type_digits != entry.code[:2])


def website_count(registry: Registry) -> int:
    """How many agencies have something in the website column."""
    return sum(1 for entry in registry if entry.website.strip(" -"))


def render_status(status: Status, limit: int, lang: Lang, style: Style) -> str:
    """Source, date, counts by kind, and what changed; of each list at most so many."""
    registry, head = status.registry, status.registry.head
    title = _HEAD.say(lang, count=f"{len(registry):,}", date=day_text(head.date))
    lines = [style.paint(title, "bold")]
    lines += wrap("  " + for_terminal(_SOURCE.say(lang, source=head.source, rows=f"{head.rows:,}")), style.width, 4)
    lines += wrap("  " + for_terminal(_FILE.say(lang, file=status.file)), style.width, 4)
    if head.is_file_date:
        lines += wrap("  " + _FILE_DATE.say(lang), style.width, 4)
    if len(registry) < _ALL:
        said = "! " + _FEW.say(lang, count=f"{len(registry):,}", code=SB306.code)
        lines += ["", *(style.paint(line, "yellow") for line in wrap(said, style.width, 2))]
    counts = Counter(entry.kind.key for entry in registry)
    lines += ["", style.paint(_KINDS.say(lang), "bold")]
    lines += [f"  {counts[k.key]:>6,}  {k.name.say(lang)}" for k in kinds().values() if counts[k.key]]
    lines.append(f"  {_WEBSITES.say(lang, count=f'{website_count(registry):,}')}")
    former = [_named(entry) for entry in former_codes(registry)]
    if former:
        lines += ["", *_listed(_FORMER.say(lang, count=f"{len(former):,}"), former, limit, lang, style)]
    if status.left_out:
        rows = [_ROW.say(lang, row=one.row, why=one.why, found=one.found or "–") for one in status.left_out]
        lines += ["", *_listed(_LEFT_OUT.say(lang, count=f"{len(rows):,}"), rows, limit, lang, style)]
    elif head.left_out:
        lines += ["", *wrap(_LEFT_OUT_STORED.say(lang, count=f"{head.left_out:,}"), style.width, 2)]
    lines += ["", *_changes(status, limit, lang, style)]
    lines += ["", *(style.paint(line, "dim") for line in wrap(_NEXT.say(lang), style.width, 2))]
    return "\n".join(lines) + "\n"


def _changes(status: Status, limit: int, lang: Lang, style: Style) -> Iterator[str]:
    changes = differences_of(status.registry)
    if changes.before is None:
        yield from wrap(_NO_BEFORE.say(lang), style.width, 2)
        return
    source, date = changes.before
    said = for_terminal(_BEFORE.say(lang, source=source, date=day_text(date)))
    yield from (style.paint(line, "bold") for line in wrap(said, style.width, 2))
    one = "{0.code} {0.name} {0.place}"
    lists = (
        (_NEW, [one.format(agency) for agency in changes.new]),
        (_GONE, [one.format(agency) for agency in changes.gone]),
        (_RENAMED, [f"{b.code} {b.name} → {a.name} {a.place}" for b, a in changes.renamed]),
        (_UPGRADED, [f"{b.code} {b.name} → {a.code} {a.name} {a.place}" for b, a in changes.upgraded]),
    )
    if not any(found for _, found in lists):
        yield "  " + _NO_CHANGE.say(lang)
    for what, found in lists:
        if found:
            yield from _listed(_COUNT.say(lang, what=what, count=f"{len(found):,}"), found, limit, lang, style)


def _listed(title: str, lines: Sequence[str], limit: int, lang: Lang, style: Style) -> Iterator[str]:
    yield from (style.paint(line, "bold") for line in wrap(title, style.width, 2))
    for line in lines[:limit]:
        yield from wrap("  " + for_terminal(line), style.width, 4)
    if len(lines) > limit:
        shown = _MORE.say(lang, shown=f"{min(limit, len(lines)):,}", total=f"{len(lines):,}")
        yield from (style.paint(line, "dim") for line in wrap("  " + shown, style.width, 4))


def _named(entry: RegistryEntry) -> str:
    return f"{entry.code} {entry.full_name} {entry.place}"


def render_match(match: NameMatch, wanted: str, lang: Lang, style: Style) -> str:
    """The agency, or those that it may be, or that there is none."""
    wanted = wanted if len(wanted) <= _LONGEST else wanted[:_LONGEST] + "…"
    if not match.entries:
        return "\n".join(wrap(for_terminal(_NOT_FOUND.say(lang, wanted=wanted)), style.width, 2)) + "\n"
    lines: list[str] = []
    if match.how is Likeness.AMBIGUOUS:
        template = _AMBIGUOUS if len(match.entries) > 1 else _ONE
        said = template.say(lang, wanted=wanted, count=f"{len(match.entries):,}")
        lines += [style.paint(line, "yellow") for line in wrap(for_terminal(said), style.width, 2)]
        shown = [_named(entry) for entry in match.entries[:_MOST_MATCHES]]
        lines += [line for one in shown for line in wrap("  " + for_terminal(one), style.width, 4)]
        if (rest := len(match.entries) - _MOST_MATCHES) > 0:
            lines.append("  " + _REST.say(lang, count=f"{rest:,}"))
        return "\n".join(lines) + "\n"
    entry = match.entries[0]
    lines.append(style.paint(for_terminal(entry.full_name), "bold"))
    if match.how is Likeness.NEAR:
        lines.append("  " + style.paint(_NEAR.say(lang, score=f"{match.score:.0%}"), "yellow"))
    values = (entry.code, entry.kind.name.say(lang), entry.place, entry.website)
    lines += [
        f"  {name.say(lang)}: {for_terminal(value)}" for name, value in zip(_FIELDS, values, strict=True) if value
    ]
    lines.append(f"  {_ADDRESS.say(lang)}: {style.paint(entry.address, 'green')}")
    return "\n".join(lines) + "\n"
