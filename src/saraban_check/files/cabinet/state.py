"""The state of the list: the paper's title, and one paragraph that says it in words and figures."""

from collections.abc import Iterator

from ...checks.classification import Classification
from ...checks.summary import Summary
from ...model.assessment import DONE
from ...model.text import Text
from ...report.words.data_day import data_day
from ...report.words.evidence_texts import supposed_note
from ...report.words.narrowed_texts import beside_the_whole
from .blocks import Block, Paragraph, Style
from .figures import joined, percent, shortened

TITLE = Text("รายงานผลการดำเนินการ", "Progress report")
SUBJECT = Text(
    "ที่อยู่อีเมลกลางและประกาศช่องทางอิเล็กทรอนิกส์ตามมาตรา 10 ของหน่วยงานของรัฐ",
    "Central e-mail addresses and section-10 notices of public agencies",
)
_PART = Text("เฉพาะ{part}", "Only: {part}")
HEADING = Text("สถานะการดำเนินการ", "The state")
_TOTAL = Text(
    "จากการตรวจสอบข้อมูลของหน่วยงานของรัฐ จำนวน {total} แห่ง", "Of {total} public agencies whose data were checked,"
)
_PARTED = Text("จากการตรวจสอบข้อมูลของหน่วยงานของรัฐ ({part}) จำนวน {total} แห่ง", "Of {total} public agencies ({part}),")
_DONE = Text(
    "พบว่าหน่วยงานในกลุ่ม A{meaning} มีจำนวน {count} แห่ง คิดเป็นร้อยละ {share}",
    "{count} ({share}%) are in group A{meaning}",
)
_MEANING = Text(
    " ซึ่งมีประกาศตามมาตรา 10 ที่ลงในระบบ info.go.th แล้ว และมีที่อยู่อีเมลกลางถูกต้อง",
    ": their section-10 notice is posted in info.go.th and states a correct address",
)
_NONE_DONE = Text("พบว่ายังไม่มีหน่วยงานใดอยู่ในกลุ่ม A", "none is in group A")
_FOLLOW_UP = Text(
    "หน่วยงานที่ต้องดำเนินการเพิ่มเติมมีจำนวน {count} แห่ง คิดเป็นร้อยละ {share} ได้แก่ {letters}",
    "; {count} ({share}%) are to be followed up: {letters}",
)
_LETTER = Text("กลุ่ม {letter} จำนวน {count} แห่ง", "{count} in {letter}")
_NONE_LEFT = Text("ไม่มีหน่วยงานที่ต้องดำเนินการเพิ่มเติม", "; none is to be followed up")
_OPEN = Text(
    "นอกจากนี้ มีหน่วยงานที่ยังระบุกลุ่มไม่ได้เพราะข้อมูลไม่ครบถ้วน จำนวน {undetermined} แห่ง (ร้อยละ {share}) "
    "และหน่วยงานที่ไม่เข้ากลุ่มใดในตาราง จำนวน {outside} แห่ง (ร้อยละ {outside_share})",
    "; besides, {undetermined} ({share}%) are undetermined as data are missing, and {outside} ({outside_share}%) are "
    "outside the table.",
)
_NOTHING_OPEN = Text("ทั้งนี้ ไม่มีหน่วยงานที่ยังระบุกลุ่มไม่ได้หรือไม่เข้ากลุ่มใดในตาราง", "; none is undetermined or outside the table.")


def title_of(result: Classification) -> Text:
    """The paper's title in one line, as programs show it of a file."""
    title = Text(f"{TITLE.th} {SUBJECT.th}", f"{TITLE.en}: {SUBJECT.en}")
    return joined(" · ", (title, *_part(result)))


def head(result: Classification) -> Iterator[Block]:
    """The title, to what part of the list it is narrowed, and the day that the data are of."""
    yield Paragraph(Style.TITLE, TITLE)
    yield Paragraph(Style.TITLE, SUBJECT)
    yield from (Paragraph(Style.TITLE, part) for part in _part(result))
    day = data_day(result.as_of)
    yield Paragraph(Style.DAY, Text(day.th, day.en[:1].upper() + day.en[1:]))


def state(result: Classification) -> Iterator[Block]:
    """How many agencies, in A, to be followed up by letter, undetermined, outside the table; and beside the whole."""
    summary = result.summary
    supposed = supposed_note(summary)
    sentences = (_total(result), _done(result), _follow_up(summary), _open(summary))
    said = joined(" ", sentences if supposed is None else (*sentences, supposed))
    yield Paragraph(Style.BODY, Text(said.th, said.en.replace(" ;", ";")))
    if (beside := beside_the_whole(result)) is not None:
        yield Paragraph(Style.BODY, Text(beside.th, f"{beside.en}."))


def _part(result: Classification) -> Iterator[Text]:
    if result.narrowed:
        yield _PART.fill(part=_narrowed(result))


def _narrowed(result: Classification) -> Text:
    return joined(" · ", map(shortened, result.narrowed))


def _total(result: Classification) -> Text:
    words = _PARTED.fill(part=_narrowed(result), total="{total}") if result.narrowed else _TOTAL
    total = f"{result.summary.total:,}"
    return Text(words.th.replace("{total}", total), words.en.replace("{total}", total))


def _done(result: Classification) -> Text:
    total = result.summary.total
    count = total - result.summary.not_done
    if not count:
        return _NONE_DONE
    meaning = Text("", "") if result.has_own_table else _MEANING
    return _DONE.fill(count=f"{count:,}", share=percent(count, total), meaning=meaning)


def _follow_up(summary: Summary) -> Text:
    """Only the groups that are followed up: a table of a user's own may have such ones in letter A."""
    counts: dict[str, int] = {}
    for group, count in summary.groups.items():
        if group not in DONE and count:
            counts[group[:1]] = counts.get(group[:1], 0) + count
    if not counts:
        return _NONE_LEFT
    letters = [_LETTER.fill(letter=letter, count=f"{count:,}") for letter, count in counts.items()]
    told = Text(" ".join(text.th for text in letters), ", ".join(text.en for text in letters))
    share = percent(summary.follow_up, summary.total)
    return _FOLLOW_UP.fill(count=f"{summary.follow_up:,}", share=share, letters=told)


def _open(summary: Summary) -> Text:
    undetermined, outside, total = summary.undetermined, summary.outside, summary.total
    if not (undetermined or outside):
        return _NOTHING_OPEN
    return _OPEN.fill(
        undetermined=f"{undetermined:,}",
        share=percent(undetermined, total),
        outside=f"{outside:,}",
        outside_share=percent(outside, total),
    )
