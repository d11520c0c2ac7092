"""What is asked for, in order of how many agencies each helps; whom to ask; and what the figures rest on."""

from collections.abc import Iterator

from ...checks.classification import Classification
from ...checks.summary import Summary
from ...model.text import Text
from ...reference.steps import contacts
from ...report.views.todo import open_tasks
from ...report.words.fact_texts import assumption
from ...report.words.policy_notes import OWN_TABLE, policy_notes
from .blocks import Block, Paragraph, Style
from .figures import joined, shortened

ASKED = Text("สิ่งที่ขอให้หน่วยงานดำเนินการ (เรียงตามจำนวนหน่วยงาน)", "What agencies are asked to do (most agencies first)")
TO_FIND_OUT = Text("สิ่งที่สำนักงาน ก.พ.ร. ต้องดำเนินการ", "What OPDC itself has to do")
OFFICES = Text("หน่วยงานที่ให้คำปรึกษา", "Whom to ask")
_ACTION = Text("{number}) {what} จำนวน {count} แห่ง", "{number}) {what}: {count} agencies")
_OPEN = Text("{number}) {what}", "{number}) {what}")
_NOTHING = Text("ไม่มีสิ่งที่ต้องขอให้หน่วยงานดำเนินการ", "Nothing is left to be done")
_SEVERAL = Text(
    "หน่วยงานหนึ่งแห่งอาจต้องดำเนินการมากกว่าหนึ่งข้อ จึงรวมจำนวนเข้าด้วยกันไม่ได้",
    "An agency may have several of these to do, so the numbers cannot be summed up",
)
_OFFICE = Text("{name} {line}", "{name} {line}")
_ASIDE = Text(
    "ไม่นับแถวที่ไม่ใช่หน่วยงาน เช่น ผลรวมและหมายเหตุ จำนวน {count} แถว",
    "Rows that are no agencies (sums, notes) are not counted: {count}",
)
_NOTE = Text("หมายเหตุ {note}", "Note: {note}")
_LONGEST = 300


def asked(summary: Summary) -> Iterator[Block]:
    """The list of things to do, as every report has it, as far as agencies can do them."""
    said = [(_ACTION, action.step.action, action.agencies) for action in summary.actions]
    for number, (words, what, count) in enumerate(said, start=1):
        yield Paragraph(Style.ITEM, words.fill(number=number, what=what, count=f"{count:,}"))
    if not said and not summary.open:
        yield Paragraph(Style.ITEM, _NOTHING)
    if len(said) > 1:
        yield Paragraph(Style.NOTE, _SEVERAL)


def to_find_out(summary: Summary) -> Iterator[Block]:
    """What the office itself has to do: no agency can tell whether mail gets to it."""
    for number, (what, _, _) in enumerate(open_tasks(summary), start=1):
        yield Paragraph(Style.ITEM, _OPEN.fill(number=number, what=what))


def offices() -> Iterator[Block]:
    """The offices and their public lines, in one paragraph: the paper has two pages."""
    yield Paragraph(Style.NOTE, joined(" · ", (_OFFICE.fill(name=one.name, line=one.line) for one in contacts())))


def notes(result: Classification) -> Iterator[Block]:
    """What bears on the figures, and is not the published way to count them."""
    said: list[Text] = []
    if result.has_own_table:
        said.append(OWN_TABLE)
    if result.assume:
        said.append(assumption(result.assume))
    if result.set_aside_count:
        said.append(_ASIDE.fill(count=f"{result.set_aside_count:,}"))
    said += policy_notes(result)
    for text in said:
        yield Paragraph(Style.NOTE, _NOTE.fill(note=shortened(text, _LONGEST)))
