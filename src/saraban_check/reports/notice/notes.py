"""What the run was made with, and what the settings changed: said in every report that people read."""

from collections.abc import Iterator

from ...model.text import Text
from ...reference.days import day_text
from ..escape import for_terminal
from ..layout import wrap
from ..policy_notes import domain_notes
from ..registry_notes import registry_note
from ..style import Style
from .report import NoticeRun

_LIST = Text("เทียบกับหน่วยงานใน {file}", "compared with the agencies of {file}")
AS_OF = Text("ตรวจ ณ วันที่ {day}", "checked as of {day}")
_IGNORED = Text("ไม่นับตามการตั้งค่า: {code} × {count} ({reason})", "ignored by the settings: {code} × {count} ({reason})")
_SEVERITY = Text("การตั้งค่าเปลี่ยนระดับของเหตุผล: {changes}", "the settings change severities: {changes}")


def notes_of(run: NoticeRun) -> Iterator[Text]:
    """A sentence each: the day, the list, the registry, ignored rules, changed severities and domains."""
    if run.as_of is not None:
        yield AS_OF.fill(day=day_text(run.as_of.isoformat()))
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


def note_lines(run: NoticeRun, style: Style) -> Iterator[str]:
    """The notes on the screen."""
    for note in notes_of(run):
        yield from (style.paint(line, "dim") for line in wrap(for_terminal(note.say(run.lang)), style.width, 2))
