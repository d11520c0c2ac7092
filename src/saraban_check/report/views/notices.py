"""Notices, checked: how many are right, what to do, and those that need work; of one alone all that is to be said."""

from collections.abc import Callable, Iterator
from itertools import chain

from ...model.notice import NoticeState
from ...model.result import NoticeResult
from ...model.text import Text
from ...reference.days import day_text
from ..document import (
    BOOK,
    DIGEST,
    MARKS,
    SCREEN,
    SEE_ALL,
    WHOLE_PAGE,
    Block,
    Cell,
    Column,
    Document,
    Figure,
    Figures,
    Heading,
    Hint,
    Item,
    Items,
    Lazy,
    Line,
    Media,
    Note,
    Section,
    Tone,
    both,
    line,
)
from ..words.data_day import table_day
from ..words.policy_notes import domain_notes
from ..words.registry_notes import registry_note
from .fired_rules import rules_table
from .gate import gate_block
from .notice_parts import notice_parts
from .notice_questions import HEADING, questions_table
from .notices_actions import Action, actions_of
from .notices_run import NoticeRun
from .notices_tables import COUNT, STATE, all_table, findings_table, notices_table, todo_table, work_table
from .notices_words import MARKS as STATE_MARKS
from .notices_words import NOTHING, STATES, agency_text, main_reason, ocr_texts, unmatched_text

_TITLE = Text("ผลการตรวจประกาศฯ ม.10", "Section-10 notices, checked")
_HEADLINE = Text(
    "ประกาศฯ {total} ไฟล์ · ต้องแก้ {incorrect} · ถูกต้อง {correct} · ไม่แน่ชัด {unknown} · อ่านไม่ได้ {unreadable} ({table})",
    "{total} notices · to be mended {incorrect} · correct {correct} · uncertain {unknown} · unreadable {unreadable} "
    "({table})",
)
_CHECKED = Text("ตรวจประกาศฯ ม.10 แล้ว {count} ไฟล์", "Section-10 notices checked: {count} files")
_WITH_WARNINGS = Text("มีคำเตือน {count}", "{count} with warnings")
_TOTAL = Text("รวม", "Total")
_LIST = Text("เทียบกับหน่วยงานใน {file}", "compared with the agencies of {file}")
_AS_OF = Text("ตรวจ ณ วันที่ {day}", "checked as of {day}")
_IGNORED = Text("ไม่นับตามการตั้งค่า: {code} × {count} ({reason})", "ignored by the settings: {code} × {count} ({reason})")
_SEVERITY = Text("การตั้งค่าเปลี่ยนระดับของเหตุผล: {changes}", "the settings change severities: {changes}")
_WHAT_TO_DO = Text("สิ่งที่ต้องทำ (เรียงตามจำนวนประกาศฯ ที่ได้ประโยชน์)", "What to do (what helps most notices first)")
_ACTION = Text("{what} {count} ฉบับ ({codes})", "{what}: {count} ({codes})")
_ACTION_BY = Text("{what} {count} ไฟล์ ({by})", "{what}: {count} ({by})")
_TO_MEND = Text("ประกาศฯ ที่ต้องแก้หรือยังไม่แน่ชัด", "Notices to be mended, or uncertain")
_COUNTED = Text("{title} ({count})", "{title} ({count})")
_NONE = Text("ไม่มีประกาศฯ ที่ต้องแก้", "No notice has to be mended")
_CANNOT_USE = Text("ไฟล์ที่อ่านไม่ได้", "Files that could not be read")
_NO_MATCH = Text("ไฟล์ที่ไม่พบหน่วยงานใน {list}", "Files of which no agency was found in {list}")
_THE_LIST = Text("รายชื่อ", "the list")
_SEE_ONE = Text(
    "ดูฉบับเดียวอย่างละเอียด พร้อมวิธีแก้: saraban-check notice {file}",
    "All about one, and how to mend it: saraban-check notice {file}",
)
_A_FILE = Text("ไฟล์", "FILE")
_SAVE = Text("บันทึกผลทุกฉบับเป็น Excel: เพิ่ม -o notices.xlsx", "All notices as a workbook: add -o notices.xlsx")
_NAMED_FILES = 3


def notices_document(run: NoticeRun) -> Document:
    """The notices as a document. A screen and a page answer one notice, of several they say what they come to."""
    return Document(_TITLE, tuple(_sections(run)))


def _sections(run: NoticeRun) -> Iterator[Section]:
    results = tuple(run.results)
    is_alone = len(results) == 1
    some: Media = frozenset() if is_alone else SCREEN | WHOLE_PAGE
    screen = some & SCREEN
    yield tuple(_figures(run, some))
    if is_alone:
        yield from notice_parts(results[0], SCREEN, is_alone=True)
        yield tuple(chain.from_iterable(notice_parts(results[0], WHOLE_PAGE, is_alone=True)))
    if run.reasons is not None:
        yield (gate_block(run.reasons),)
    yield tuple(Note(text, Tone.QUIET) for text in _notes(run))
    if actions := actions_of(results):
        todo = Items(Lazy(actions, _todo), _WHAT_TO_DO, numbered=True, whole=True, on=screen | DIGEST)
        yield (todo, todo_table(actions, _WHAT_TO_DO, some & WHOLE_PAGE | BOOK))
    if fired := run.summary.fired:
        yield (rules_table(fired, some & WHOLE_PAGE | DIGEST),)
    yield from _work(results, some)
    unreadable = [one for one in results if one.state is NoticeState.UNREADABLE]
    yield from _listed(_CANNOT_USE, unreadable, lambda one: one.unread or NOTHING, some)
    unmatched = [one for one in results if one.unmatched is not None]
    yield from _listed(_NO_MATCH.fill(list=run.list_file or _THE_LIST), unmatched, unmatched_text, some)
    yield (*(() if is_alone else [all_table(results)]), notices_table(results), findings_table(results))
    yield from _asked([one for one in results if one.questions], some)
    yield (Hint(_SEE_ONE.fill(file=_A_FILE), on=screen), Hint(_SAVE, on=screen), SEE_ALL._replace(on=screen))


def _figures(run: NoticeRun, some: Media) -> Iterator[Block]:
    """How many notices there are of each state."""
    summary = run.summary
    counts = {state.value: f"{count:,}" for state, count in summary.states.items()}
    yield Note(_HEADLINE.fill(total=f"{summary.total:,}", table=table_day(), **counts), on=DIGEST)
    yield Heading(_CHECKED.fill(count=f"{summary.total:,}"), on=some & SCREEN)
    warned = _WITH_WARNINGS.fill(count=f"{summary.warned:,}") if summary.warned else None
    figures = tuple(
        Figure(
            Cell(STATES[state], STATE_MARKS[state].tone),
            count,
            STATE_MARKS[state],
            warned if state is NoticeState.CORRECT else None,
        )
        for state, count in summary.states.items()
    )
    yield Figures(figures, Column(STATE), COUNT, total=_TOTAL, on=some | BOOK)


def _notes(run: NoticeRun) -> Iterator[Text]:
    """What the run was made with, and what the settings changed: said in every report that people read."""
    if run.as_of is not None:
        yield _AS_OF.fill(day=day_text(run.as_of.isoformat()))
    if run.list_file is not None:
        yield _LIST.fill(file=run.list_file)
    if run.registry is not None:
        yield registry_note(run.registry)
    for code, count in sorted(run.summary.ignored.items()):
        yield _IGNORED.fill(code=code, count=f"{count:,}", reason=run.policy.ignored.get(code, "–"))
    if run.policy.severities:
        changes = ", ".join(f"{code} = {severity.value}" for code, severity in sorted(run.policy.severities.items()))
        yield _SEVERITY.fill(changes=changes)
    yield from domain_notes(run.policy.domains)


def _todo(action: Action) -> Item:
    """One thing to do, and the first of the files that it helps."""
    count = f"{len(action.files):,}"
    if action.by is None:
        head = _ACTION.fill(what=action.text, count=count, codes=", ".join(action.codes))
    else:
        head = _ACTION_BY.fill(what=action.text, count=count, by=action.by)
    files = both(lambda lang: action.named(_NAMED_FILES, lang))
    return Item(line(head), (line(files, tone=Tone.QUIET),))


def _work(results: tuple[NoticeResult, ...], some: Media) -> Iterator[Section]:
    """Those that need work: a screen names them, a page says all of each; `some` where there are several."""
    work = [one for one in results if one.state in (NoticeState.INCORRECT, NoticeState.UNKNOWN)]
    if not work:
        yield (Heading(_NONE, on=some & SCREEN),)
        return
    title = _COUNTED.fill(title=_TO_MEND, count=f"{len(work):,}")
    yield (
        Items(Lazy(work, _short), _TO_MEND, spaced=True, on=some & SCREEN),
        work_table(work, _TO_MEND),
        Heading(title, on=some & WHOLE_PAGE),
    )
    for one in work:
        yield tuple(chain.from_iterable(notice_parts(one, some & WHOLE_PAGE, is_alone=False)))


def _asked(results: list[NoticeResult], some: Media) -> Iterator[Section]:
    """What OCR read, to be compared: a page says all of each, also of one in which nothing was found."""
    if results:
        yield (questions_table(results),)
    if settled := [one for one in results if one.state is NoticeState.CORRECT]:
        yield (Heading(HEADING, on=some & WHOLE_PAGE),)
        for one in settled:
            yield tuple(chain.from_iterable(notice_parts(one, some & WHOLE_PAGE, is_alone=False)))


def _short(result: NoticeResult) -> Item:
    """A notice among many: whose it is, the heaviest finding, and the address to use instead."""
    mark = STATE_MARKS[result.state]
    details: list[Line] = []
    if (agency := agency_text(result)) != NOTHING:
        details.append(line(agency))
    details += [line(text, tone=Tone.DOUBT) for text in ocr_texts(result)]
    if result.findings:
        details.append(line(main_reason(result), mark=MARKS[result.by_weight[0].severity]))
    if result.suggestions:
        details.append(line(f"→ {result.suggestions[0].address}", tone=Tone.GOOD))
    return Item(line(result.name, tone=mark.tone, strong=True, mark=mark), tuple(details))


def _listed(
    title: Text, found: list[NoticeResult], why: Callable[[NoticeResult], Text], some: Media
) -> Iterator[Section]:
    if found:
        mark = STATE_MARKS[NoticeState.UNREADABLE]
        yield (Items(Lazy(found, lambda one: Item(line(why(one), mark=mark))), title, on=some | DIGEST),)
