"""Drafted notices: of a list how many there are, each with its address and blanks, who got none; what comes next."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ...checks.address_check import AddressCheck
from ...drafting.choosing import ChosenAddress, NoAddress
from ...drafting.facts import DraftFacts, MissingFact
from ...drafting.plan import Draft, NotDrafted
from ...model.record import AgencyRecord
from ...model.text import Text
from ...model.verdict import Origin
from ...reference.days import day_text
from ...reference.local_bodies import is_local_body
from ..document import (
    SEE_ALL,
    Block,
    Cell,
    Document,
    Findings,
    Heading,
    Item,
    Items,
    Lazy,
    Line,
    Mark,
    Note,
    Section,
    Tone,
    line,
)
from .address_steps import get_one
from .drafts_run import BatchRun, origin_key
from .findings import found_of
from .group_words import group_text, group_tone
from .suggestions import ORIGINS, origin_text

_STATED = Text("ที่หน่วยงานใช้อยู่ และถูกต้องแล้ว", "stated in the list, and correct")
_BLANK = Text("เว้นว่าง", "left blank")
_ORIGINS = {"stated": _STATED, **{origin.value: ORIGINS[origin] for origin in Origin}}
_NO_ADDRESS = {
    NoAddress.NONE_KNOWN: Text("เว้นอีเมลไว้: ยังไม่มีที่อยู่ที่ใช้ได้", "no address: none is known that may be used"),
    NoAddress.NEW_STATUS: Text(
        "เว้นอีเมลไว้: ยกฐานะแล้ว ต้องใช้อีเมลของสถานะใหม่", "no address: it was upgraded and needs one of its new status"
    ),
}
_FILL = Text("ต้องกรอก: {blanks}", "To fill in: {blanks}")
_CONFIRM = Text(
    "ยืนยันกับผู้ให้บริการว่ามีบัญชีอีเมลในร่างแล้ว ก่อนออกประกาศฯ",
    "See with the provider that the account of each draft exists, before the notice is issued",
)
_GET_ONE = Text(
    "ขออีเมลของ สถ. ให้แห่งที่เว้นว่างไว้ (ฟรี): info.dla.go.th → เมนู “ลงทะเบียนผู้รับผิดชอบ e-mail กลาง”",
    "Get an address from DLA where it was left blank, free of charge: info.dla.go.th → menu "
    "“ลงทะเบียนผู้รับผิดชอบ e-mail กลาง”",
)
_COMPLETE = Text(
    "กรอกช่องที่ระบายสีเหลือง และใส่ตราครุฑสูง 3 ซม. แทนคำว่า (ตราครุฑ) ถ้าพิมพ์บนกระดาษตราครุฑให้ลบคำนั้น",
    "Fill in what is marked yellow, and put the Garuda emblem, 3 cm high, where (ตราครุฑ) stands; on paper that bears "
    "the emblem, delete that word",
)
_COMPLETE_TXT = Text(
    "กรอกช่องว่าง (…) แล้วจัดพิมพ์บนกระดาษตราครุฑ",
    "Fill in the blanks (…), and print it on paper that bears the Garuda emblem",
)
_ADD_CHANNELS = Text("เพิ่มช่องทางอื่น (เช่น LINE) ถ้ามี", "Add further channels (such as LINE) if there are any")
_SIGN = Text(
    "พิมพ์ชื่อผู้ลงนามในวงเล็บ แล้วเสนอหัวหน้าหน่วยงานลงนาม (มาตรา 20)",
    "Type the signatory's name in the brackets, and have the head of the agency sign (section 20)",
)
_POST = Text(
    "นำประกาศฯ ที่ลงนามแล้วลงระบบ info.go.th แทนฉบับเดิม (ถ้ามี)",
    "Post the signed notice in info.go.th in place of the old one, if any",
)
_HEAD = Text(
    "ร่างประกาศฯ ม.10 ลงวันที่ {day} แล้ว {count} ฉบับ ใน {folder}", "Notices drafted, dated {day}, in {folder}: {count}"
)
_NONE = Text("ไม่มีหน่วยงานตามเงื่อนไขที่เลือก จึงไม่มีร่าง", "No agency fits the selection, so there is no draft")
_ADDRESSES = Text("ที่มาของอีเมลในร่าง: {counts}", "Where the addresses come from: {counts}")
_DRAFTS = Text("ร่างประกาศฯ", "Drafts")
_LEFT = Text("ไม่ได้ร่าง", "Not drafted")
_OTHERS = Text(
    "อีก {count} แห่งไม่อยู่ในกลุ่มหรือจังหวัดที่เลือก", "{count} more agencies are in other groups or provinces than asked for"
)
_NAMES = Text("ชื่อผู้ลงนามเว้นไว้ทุกฉบับ", "The signatory's name is left blank in all")
_NEXT = Text("ขั้นต่อไป", "Next")
_ROW = Text("แถว {row}", "Row {row}")
_NO_WEBSITE = Text(
    "--website {found}: ไม่ใช่เว็บไซต์ของหน่วยงานที่อ่านได้ จึงเว้นว่างไว้",
    "--website {found}: this cannot be read as a website of the agency's own, so it is left blank",
)
_SOURCE = Text("{address} ({origin})", "{address} ({origin})")
_COUNT = Text("{what} {count}", "{what} {count}")


def drafts_document(run: BatchRun) -> Document:
    """The drafts of a list as a document."""
    return Document(_DRAFTS, tuple(_sections(run)))


def draft_document(check: AddressCheck, facts: DraftFacts, *, is_docx: bool) -> Document:
    """What is to be noted of the draft of one agency: of its address and website, what is left to fill in, and what
    comes next."""
    return Document(_DRAFTS, tuple(_of_one(check, facts, is_docx=is_docx)))


def _of_one(check: AddressCheck, facts: DraftFacts, *, is_docx: bool) -> Iterator[Section]:
    if facts.address is not None and check.verdict.findings:
        yield (Findings(tuple(found_of(finding, check.verdict.value) for finding in check.verdict.findings)),)
    if facts.website is None and (found := check.record.website.strip()):
        yield (Note(_NO_WEBSITE.fill(found=found), Tone.DOUBT),)
    blanks = _blanks(facts)
    steps = _steps([facts], is_chosen=False, is_docx=is_docx)
    yield (*([Note(blanks)] if blanks else []), *_next(steps))


def _next(steps: Iterator[Text]) -> Iterator[Block]:
    yield Heading(_NEXT)
    yield Items(tuple(Item(line(step)) for step in steps), numbered=True, whole=True)


def _sections(run: BatchRun) -> Iterator[Section]:
    drafts, left = run.plan.drafts, run.plan.not_drafted
    yield tuple(_head(run))
    yield (Items(Lazy(drafts, lambda draft: _draft(draft, run)), _DRAFTS, spaced=True, counted=False),)
    yield (Items(Lazy(left, _left), _LEFT, counted=False),)
    last: list[Block] = []
    if drafts:
        steps = _steps([draft.facts for draft in drafts], is_chosen=True, is_docx=True)
        last += [Note(_NAMES), *_next(steps)]
    yield (*last, SEE_ALL)


def _head(run: BatchRun) -> Iterator[Block]:
    count = len(run.plan.drafts)
    yield Heading(
        _HEAD.fill(count=f"{count:,}", day=day_text(run.day.isoformat()), folder=run.folder) if count else _NONE
    )
    origins = Counter(origin_key(draft) for draft in run.plan.drafts)
    named = [*((text, origins[key]) for key, text in _ORIGINS.items()), (_BLANK, origins[None])]
    counts = [_COUNT.fill(what=text, count=f"{found:,}") for text, found in named if found]
    if counts:
        yield Note(_ADDRESSES.fill(counts=Text(*map(" · ".join, zip(*counts, strict=True)))))
    if others := run.result.summary.total - run.asked_for:
        yield Note(_OTHERS.fill(count=f"{others:,}"), Tone.QUIET)


def _draft(draft: Draft, run: BatchRun) -> Item:
    details = [line(_address(draft))]
    if blanks := _blanks(draft.facts, MissingFact.SIGNATORY):
        details.append(line(blanks, tone=Tone.DOUBT))
    details += [line(file, tone=Tone.QUIET) for file in run.files(draft)]
    return Item(_agency(draft.record, draft.group), tuple(details))


def _left(agency: NotDrafted) -> Item:
    return Item(_agency(agency.record, agency.group), (line(agency.why.text, mark=Mark("!", Tone.DOUBT)),))


def _agency(record: AgencyRecord, group: str) -> Line:
    name = " ".join((record.name or record.code or "–").split())
    provinces = record.province.name if record.province else Text("", "")
    named = Text(*(f"{name} {province}".rstrip() for province in provinces))
    return line(Cell(_ROW.fill(row=record.row), Tone.QUIET), Cell(group_text(group), group_tone(group)), named)


def _address(draft: Draft) -> Text:
    """The address and where it comes from, or why there is none."""
    chosen = draft.address
    if not isinstance(chosen, ChosenAddress):
        return _NO_ADDRESS[chosen]
    origin = _STATED if chosen.suggestion is None else origin_text(chosen.suggestion)
    return _SOURCE.fill(address=chosen.address, origin=origin)


def _blanks(facts: DraftFacts, *besides: MissingFact) -> Text | None:
    """`ต้องกรอก: เว็บไซต์ · โทรศัพท์`; None where nothing is, but for what is said `besides`."""
    blanks = [missing.value for missing in facts.missing if missing not in besides]
    return _FILL.fill(blanks=Text(*map(" · ".join, zip(*blanks, strict=True)))) if blanks else None


def _steps(all_facts: Sequence[DraftFacts], *, is_chosen: bool, is_docx: bool) -> Iterator[Text]:
    """What is left to do, in its order; `is_chosen`: nobody gave the addresses, they were chosen from what is known."""
    without = {is_local_body(facts.agency) for facts in all_facts if facts.address is None}
    if without & {True, None}:
        yield _GET_ONE
    if without & {False, None}:
        yield get_one(is_local=False)
    if is_chosen and any(facts.address for facts in all_facts):
        yield _CONFIRM
    yield _COMPLETE if is_docx else _COMPLETE_TXT
    if not all(facts.channels for facts in all_facts):
        yield _ADD_CHANNELS
    yield _SIGN
    yield _POST
