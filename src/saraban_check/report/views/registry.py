"""The registry: where it comes from and what changed, and the agencies that a code or name stands for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from ...model.finding import Severity
from ...model.registry import Likeness, NameMatch
from ...model.text import Text
from ...reference.days import day_text
from ...reference.kinds import kinds
from ...registry.differences import NamedEntry, named_entry
from ...registry.importing import LeftOut
from ...registry.status import Status
from ...registry.store import differences_of
from ...rules.sb3_registry import SB306
from ..document import (
    MARKS,
    SEE_ALL,
    Block,
    Cell,
    Column,
    Document,
    Field,
    Fields,
    Figure,
    Figures,
    Heading,
    Hint,
    Item,
    Items,
    Lazy,
    Note,
    Section,
    Tone,
    cell_of,
    line,
)

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
_AGENCIES = Text("จำนวน (แห่ง)", "Agencies")
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
_CODE, _KIND = Text("รหัส", "code"), Text("ประเภท", "kind")
_PLACE, _WEBSITE = Text("ที่ตั้ง", "place"), Text("เว็บไซต์", "website")
_ADDRESS = Text("อีเมลกลางของ สถ.", "DLA's address")


def status_document(status: Status) -> Document:
    """Source, date, counts by kind, and what changed."""
    head = status.registry.head
    title = _HEAD.fill(count=f"{len(status.registry):,}", date=day_text(head.date))
    return Document(title, tuple(_status(status, title)))


def _status(status: Status, title: Text) -> Iterator[Section]:
    registry, head = status.registry, status.registry.head
    said = [_SOURCE.fill(source=head.source, rows=f"{head.rows:,}"), _FILE.fill(file=status.file)]
    yield (_lines([*said, _FILE_DATE] if head.is_file_date else said, title),)
    if len(registry) < _ALL:
        yield (Note(_FEW.fill(count=f"{len(registry):,}", code=SB306.code), Tone.DOUBT, MARKS[Severity.WARNING]),)
    counts = Counter(entry.kind.key for entry in registry)
    figures = tuple(Figure(Cell(kind.name), counts[kind.key]) for kind in kinds().values() if counts[kind.key])
    yield (
        Heading(_KINDS),
        Figures(figures, Column(_KIND), Column(_AGENCIES)),
        _lines([_WEBSITES.fill(count=f"{status.websites:,}")]),
    )
    former = status.former_codes
    if former:
        yield (_listed(_FORMER.fill(count=f"{len(former):,}"), [named_entry(entry) for entry in former]),)
    if rows := status.left_out:
        yield (Items(Lazy(rows, _left_out), _LEFT_OUT.fill(count=f"{len(rows):,}"), counted=False),)
    elif head.left_out:
        yield (Note(_LEFT_OUT_STORED.fill(count=f"{head.left_out:,}")),)
    yield tuple(_changes(status))
    yield SEE_ALL, Hint(_NEXT)


def _lines(texts: Sequence[Text], title: Text | None = None) -> Items:
    return Items(tuple(Item(line(text)) for text in texts), title, whole=True)


def _left_out(one: LeftOut) -> Item:
    return Item(line(_ROW.fill(row=one.row, why=one.why, found=one.found or "–")))


def _changes(status: Status) -> Iterator[Block]:
    changes = differences_of(status.registry)
    if changes.before is None:
        yield Note(_NO_BEFORE)
        return
    source, date = changes.before
    yield Heading(_BEFORE.fill(source=source, date=day_text(date)))
    lists: tuple[tuple[Text, Sequence[Any]], ...] = (
        (_NEW, changes.new),
        (_GONE, changes.gone),
        (_RENAMED, changes.renamed),
        (_UPGRADED, changes.upgraded),
    )
    if not any(found for _, found in lists):
        yield _lines([_NO_CHANGE])
    for what, found in lists:
        if found:
            yield _listed(_COUNT.fill(what=what, count=f"{len(found):,}"), found)


def _listed(title: Text, found: Sequence[Any]) -> Items:
    """Agencies, or pairs of what one was and what it is."""
    return Items(Lazy(found, _item), title, counted=False)


def _item(one: NamedEntry | tuple[NamedEntry, NamedEntry]) -> Item:
    if isinstance(one, NamedEntry):
        return Item(line(f"{one.code} {one.name} {one.place}"))
    before, after = one
    code = f"{after.code} " if after.code != before.code else ""
    return Item(line(f"{before.code} {before.name} → {code}{after.name} {after.place}"))


def match_document(match: NameMatch, wanted: str) -> Document:
    """The agency, or those that it may be, or that there is none."""
    return Document(Text(wanted, wanted), (match_section(match, wanted),))


def match_section(match: NameMatch, wanted: str) -> Section:
    """What an agency was found as in the registry, by the code or name that was asked for."""
    wanted = wanted if len(wanted) <= _LONGEST else wanted[:_LONGEST] + "…"
    entries = match.entries
    if not entries:
        return (Note(_NOT_FOUND.fill(wanted=wanted)),)
    if match.how is Likeness.AMBIGUOUS:
        said = (_AMBIGUOUS if len(entries) > 1 else _ONE).fill(wanted=wanted, count=f"{len(entries):,}")
        shown = Items(tuple(_item(named_entry(entry)) for entry in entries[:_MOST_MATCHES]), whole=True)
        rest = len(entries) - _MOST_MATCHES
        more = (_lines([_REST.fill(count=f"{rest:,}")]),) if rest > 0 else ()
        return Note(said, Tone.DOUBT), shown, *more
    entry = entries[0]
    near = (Note(_NEAR.fill(score=f"{match.score:.0%}"), Tone.DOUBT),) if match.how is Likeness.NEAR else ()
    known = ((_CODE, entry.code), (_KIND, entry.kind.name), (_PLACE, entry.place), (_WEBSITE, entry.website))
    fields = [Field(name, (cell_of(value),)) for name, value in known if value]
    fields.append(Field(_ADDRESS, (Cell(entry.address, Tone.GOOD),)))
    return Heading(entry.full_name), *near, Fields(tuple(fields))
