"""The agencies of the part that have something to do: why, which address to use, which steps, and a box to tick."""

from typing import Any

from ...model.agency_result import AgencyResult
from ...model.assessment import UNDETERMINED
from ...model.text import Text
from ...report.our_cells import our_cells
from ...report.render.looks import BOLD, CELL, CENTER, HEAD, OUR_HEAD, Look, Looks
from ...report.render.paper import header_text, print_well
from ...report.render.row_heights import fit
from ...report.render.sheet_cells import Value, write_cells, write_text
from ...report.words.data_day import data_day
from ...rules.sb6_delivery import SB603
from ...rules.sb8_table import SB801, SB802
from ..workbook.formats import fill
from ..workbook.todo_words import address_to_use, wrong
from .contents import LETTER, NOT_TICKED, TICKED, PartContents

_COLUMNS: tuple[tuple[Text, float, Look], ...] = (
    (Text("ที่", "No."), 5, HEAD),
    (Text("รหัส", "Code"), 11, HEAD),
    (Text("ชื่อหน่วยงาน", "Agency"), 24, HEAD),
    (Text("กลุ่ม", "Group"), 10, HEAD),
    (Text("สิ่งที่ต้องแก้ไข", "What is wrong"), 40, HEAD),
    (Text("ที่อยู่ที่ให้ใช้\n(ยืนยันกับผู้ให้บริการก่อน)", "Address to use\n(first confirm with the provider)"), 36, OUR_HEAD),
    (Text("ขั้นตอน", "Steps"), 9, HEAD),
    (Text("ทำแล้ว", "Done"), 8, HEAD),
)
STEPS_COLUMN, TICK_COLUMN = 6, 7
_HEADER = Text("{part} · {day} · ขั้นตอนดูที่แผ่นงาน “{letter}”", "{part} · {day} · steps: see sheet “{letter}”")
_GET_ONE = Text("ขอที่อยู่ใหม่ตามขั้นตอนที่ 1", "get one: step 1")
_NO_CHANGE = Text("ใช้ที่อยู่เดิม", "keep the present address")
_NOT_KNOWN = Text("ยังไม่ทราบ: {facts}", "Not known: {facts}")
_NOBODY = Text("ไม่มีหน่วยงานที่ต้องดำเนินการ", "No agency has anything to do.")
_OF_ADDRESS = ("address", "new_status")
"""What the keys of the steps begin with that are about the address itself."""


def write_tasks(book: Any, sheet: Any, contents: PartContents, looks: Looks) -> None:
    """The sheet, a row an agency, in the order of the list."""
    say, widths = contents.say, [width for _, width, _ in _COLUMNS]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 3)
    print_well(sheet, head=(0, 0))
    sheet.set_header(
        "&C" + header_text(say(_HEADER, part=contents.part, day=data_day(contents.result.as_of), letter=LETTER))
    )
    sheet.set_row(0, 45)
    write_cells(sheet, 0, (say(text) for text, _, _ in _COLUMNS), [looks(look) for _, _, look in _COLUMNS])
    if not contents.tasks:
        write_text(sheet, 1, 0, say(_NOBODY))
        return
    cell, middle = looks(CELL), looks(CELL | CENTER)
    fills = {group: looks(CELL | BOLD | CENTER | fill(group)) for group in contents.groups}
    box = looks(CELL | CENTER | {"font_size": 14})
    for row, agency in enumerate(contents.tasks, start=1):
        values = _row(contents, agency, row)
        fit(sheet, row, values, widths)
        own = [middle, cell, cell, fills[agency.group], cell, cell, middle, box]
        write_cells(sheet, row, values, own)
    last = len(contents.tasks)
    sheet.autofilter(0, 0, last, len(_COLUMNS) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"B2:G{last + 1}"})
    ticks = (1, TICK_COLUMN, last, TICK_COLUMN)
    sheet.data_validation(*ticks, {"validate": "list", "source": [NOT_TICKED, TICKED]})
    done = {"type": "cell", "criteria": "==", "value": f'"{TICKED}"', "format": looks({"bg_color": "#C6E0B4"})}
    sheet.conditional_format(*ticks, done)


def _row(contents: PartContents, agency: AgencyResult, number: int) -> list[Value]:
    cells, record = contents.cells_of_row[agency.record.row], agency.record
    return [
        number,
        record.code or "",
        record.name.strip(),
        f"{cells.group}\n({cells.possible})" if cells.possible else cells.group,
        _wrong(contents, agency),
        _address(contents, agency),
        contents.legend.of(agency),
        NOT_TICKED,
    ]


def _wrong(contents: PartContents, agency: AgencyResult) -> str:
    """What is wrong, and what the agency is asked to tell: that its delivery is not known, or that the table has no row
    for it, is no fault of its own."""
    said = agency._replace(findings=tuple(one for one in agency.findings if not one.breaks(SB603, SB801, SB802)))
    faults = wrong(said, our_cells(contents.result, said, contents.lang), contents.lang)
    facts = contents.asked_of(agency) if agency.group == UNDETERMINED else []
    if not facts:
        return faults
    missing = Text(*(" · ".join(names) for names in zip(*facts, strict=True)))
    return "\n".join(filter(None, (faults, contents.say(_NOT_KNOWN, facts=missing))))


def _address(contents: PartContents, agency: AgencyResult) -> str:
    """The address to use: the present one has not to be written again where no step is about it."""
    address = address_to_use(agency)
    if not any(key.startswith(_OF_ADDRESS) for key in contents.keys_of(agency)):
        return contents.say(_NO_CHANGE) if agency.verdict.correct else address
    return address or contents.say(_GET_ONE)
