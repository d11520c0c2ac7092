"""The screen after a batch: how many drafts, each with its address and blanks, who got none, and what comes next."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ...drafting.facts import MissingFact
from ...drafting.plan import Draft, NotDrafted
from ...model.record import AgencyRecord
from ...model.text import Text
from ...reference.days import day_text
from ..escape import for_terminal
from ..group_names import GROUP_COLORS, group_name
from ..layout import wrap
from ..style import Style
from .run import BatchRun, origin_key
from .words import ADDRESS_ORIGINS, BLANK, address_text, blanks_text, next_steps

_HEAD = Text(
    "ร่างประกาศฯ ม.10 ลงวันที่ {day} แล้ว {count} ฉบับ ใน {folder}", "Notices drafted, dated {day}, in {folder}: {count}"
)
_NONE = Text("ไม่มีหน่วยงานตามเงื่อนไขที่เลือก จึงไม่มีร่าง", "No agency fits the selection, so there is no draft")
_ADDRESSES = Text("ที่มาของอีเมลในร่าง: {counts}", "Where the addresses come from: {counts}")
_DRAFTS = Text("ร่างประกาศฯ", "Drafts")
_LEFT = Text("ไม่ได้ร่าง", "Not drafted")
_SHOWN = Text("แสดง {shown} จาก {total}", "shown {shown} of {total}")
_OTHERS = Text(
    "อีก {count} แห่งไม่อยู่ในกลุ่มหรือจังหวัดที่เลือก", "{count} more agencies are in other groups or provinces than asked for"
)
_NAMES = Text("ชื่อผู้ลงนามเว้นไว้ทุกฉบับ", "The signatory's name is left blank in all")
_NEXT = Text("ขั้นต่อไป", "Next")
_ALL = Text("ดูทั้งหมด: เพิ่ม --limit {count}", "To see all: add --limit {count}")
_ROW = Text("แถว {row}", "Row {row}")


def render_batch(run: BatchRun, limit: int, style: Style) -> str:
    """The whole screen; each list is shortened to `limit` and says by how much."""
    parts = [_head(run, style), _drafts(run, limit, style), _left(run, limit, style), _next(run, limit, style)]
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _head(run: BatchRun, style: Style) -> Iterator[str]:
    lang, count = run.lang, len(run.plan.drafts)
    day = day_text(run.day.isoformat()).say(lang)
    said = _HEAD.say(lang, count=f"{count:,}", day=day, folder=for_terminal(run.folder)) if count else _NONE.say(lang)
    yield from (style.paint(line, "bold") for line in wrap(said, style.width, 2))
    origins = Counter(origin_key(draft) for draft in run.plan.drafts)
    counts = [f"{text.say(lang)} {origins[key]:,}" for key, text in ADDRESS_ORIGINS.items() if origins[key]]
    counts += [f"{BLANK.say(lang)} {origins[None]:,}"] if origins[None] else []
    if counts:
        yield from wrap(_ADDRESSES.say(lang, counts=" · ".join(counts)), style.width, 2)
    if others := run.result.summary.total - run.asked_for:
        yield from (style.paint(line, "dim") for line in wrap(_OTHERS.say(lang, count=f"{others:,}"), style.width, 2))


def _drafts(run: BatchRun, limit: int, style: Style) -> Iterator[str]:
    drafts = run.plan.drafts
    if not drafts:
        return
    yield from _titled(_DRAFTS, drafts, limit, run, style)
    for draft in drafts[:limit]:
        yield ""
        yield from _draft(draft, run, style)


def _draft(draft: Draft, run: BatchRun, style: Style) -> Iterator[str]:
    yield from _agency(draft.record, draft.group, run, style)
    yield from wrap("    " + for_terminal(address_text(draft, run.lang)), style.width, 6)
    if blanks := blanks_text(draft.facts, run.lang, MissingFact.SIGNATORY):
        yield from (style.paint(line, "yellow") for line in wrap("    " + blanks, style.width, 6))
    for file in run.files(draft):
        yield from (style.paint(line, "dim") for line in wrap("    " + for_terminal(file), style.width, 6))


def _agency(record: AgencyRecord, group: str, run: BatchRun, style: Style) -> Iterator[str]:
    province = record.province.name.say(run.lang) if record.province else ""
    name = " ".join((record.name or record.code or "–").split())
    row = _ROW.say(run.lang, row=record.row)
    shown = style.paint(group_name(group, run.lang), GROUP_COLORS.get(group[:1], "red"))
    first, *others = wrap(for_terminal(f"{name} {province}".rstrip()), style.width - len(row) - len(group) - 4, 0)
    yield f"{style.paint(row, 'dim')}  {shown}  {first}"
    yield from ("    " + line for line in others)


def _left(run: BatchRun, limit: int, style: Style) -> Iterator[str]:
    left: Sequence[NotDrafted] = run.plan.not_drafted
    if not left:
        return
    yield from _titled(_LEFT, left, limit, run, style)
    for agency in left[:limit]:
        yield from _agency(agency.record, agency.group, run, style)
        yield from wrap(f"    {style.paint('!', 'yellow')} {agency.why.text.say(run.lang)}", style.width, 6)


def _titled(title: Text, found: Sequence[object], limit: int, run: BatchRun, style: Style) -> Iterator[str]:
    said = title.say(run.lang)
    if limit < len(found):
        said += f" ({_SHOWN.say(run.lang, shown=f'{limit:,}', total=f'{len(found):,}')})"
    yield style.paint(said, "bold")


def _next(run: BatchRun, limit: int, style: Style) -> Iterator[str]:
    drafts, lang = run.plan.drafts, run.lang
    if drafts:
        yield from wrap(_NAMES.say(lang), style.width, 0)
        yield style.paint(_NEXT.say(lang), "bold")
        has_address = any(draft.facts.address for draft in drafts)
        has_blank = any(not draft.facts.address for draft in drafts)
        steps = next_steps(has_address=has_address, has_blank_address=has_blank, is_docx=True)
        for number, step in enumerate(steps, start=1):
            yield from wrap(f" {number}. {step.say(lang)}", style.width, 4)
    longest = max(len(drafts), len(run.plan.not_drafted))
    if longest > limit:
        yield from (style.paint(line, "dim") for line in wrap(_ALL.say(lang, count=longest), style.width, 2))
