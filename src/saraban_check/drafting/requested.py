"""The facts of one notice as its options give them."""

import datetime
from collections.abc import Sequence

from ..checks.address_check import AddressCheck
from ..intake.dates import read_day
from ..model.errors import RequestError
from ..model.lazy_pattern import lazy_pattern
from ..model.record import Kind
from ..model.text import Text
from ..model.verdict import AddressState
from ..notices.heads import head_of
from ..reference.days import today
from ..rules.sb53_issue import ACT_PUBLISHED
from .agency_names import LONGEST, BadName, agency_in_full
from .facts import DraftFacts
from .plain_text import one_plain_line
from .websites import shown_website

_BAD_NAME = Text(
    "--name {found}: {why} ระบุชื่อเต็มหรือย่อ เช่น “อบต.วังทอง”", "--name {found}: {why}; write it such as “อบต.วังทอง”"
)
_BAD_DAY = Text(
    "--date {found}: ไม่ใช่วันที่ ใช้รูปแบบ 30/6/2569 หรือ 2026-06-30",
    "--date {found}: this is no date; write 30/6/2569 or 2026-06-30",
)
_EARLY = Text(
    "--date {found}: ก่อนพระราชบัญญัติฯ ประกาศในราชกิจจานุเบกษา (12/10/2565) ตรวจปีอีกครั้ง",
    "--date {found}: before the act was published (2022-10-12); check the year",
)
_BAD_PHONE = Text(
    "--phone {found}: ไม่มีหมายเลขโทรศัพท์ ระบุเช่น 0-2141-9000 หรือ “0-2141-9000 ต่อ 12”",
    "--phone {found}: this holds no telephone number; write it such as 0-2141-9000 or “0-2141-9000 ต่อ 12”",
)
_LONG = Text(
    "{option}: ยาว {length} ตัวอักษร เกินขีดจำกัด {most} ตัว ตัดให้สั้นลง",
    "{option}: {length} characters, over the limit of {most}; shorten it",
)
_MANY = Text("{option}: ระบุ {count} ครั้ง เกินขีดจำกัด {most}", "{option}: given {count} times, over the limit of {most}")
_MOST = 20
"""Telephones, and channels: more would not be a notice."""
_SHOWN = 60
_NUMBER = lazy_pattern("[0-9๐-๙](?:[ .()-]{0,2}[0-9๐-๙]){2,}")


def requested_facts(
    name: str,
    kind: Kind | None,
    address: str | None,
    website: str | None,
    telephones: Sequence[str],
    channels: Sequence[str],
    position: str | None,
    day: datetime.date,
) -> DraftFacts:
    """The facts of one agency, tidied; `address` is one that was found correct, or None.

    Raises RequestError where the name is none, a telephone holds no number, or a text is too long.
    """
    single = {"--website": [website or ""], "--position": [position or ""]}
    _check_lengths({**single, "--phone": telephones, "--channel": channels})
    agency = agency_in_full(name, kind)
    if isinstance(agency, BadName):
        shown = one_plain_line(name)
        raise RequestError(_BAD_NAME, found=f"“{shown[:_SHOWN]}{'…' * (len(shown) > _SHOWN)}”", why=agency.value)
    phones = tuple(filter(None, map(one_plain_line, telephones)))
    for phone in phones:
        if not _NUMBER.search(phone):
            raise RequestError(_BAD_PHONE, found=f"“{phone}”")
    return DraftFacts(
        agency,
        day,
        address.lower() if address else None,
        shown_website(website) if website else None,
        phones,
        tuple(filter(None, map(one_plain_line, channels))),
        one_plain_line(position or "") or head_of(agency),
    )


def _check_lengths(given: dict[str, Sequence[str]]) -> None:
    for option, texts in given.items():
        if len(texts) > _MOST:
            raise RequestError(_MANY, option=option, count=len(texts), most=_MOST)
        for text in texts:
            if len(text) > LONGEST:
                raise RequestError(_LONG, option=option, length=f"{len(text):,}", most=LONGEST)


def day_of_notice(text: str | None) -> datetime.date:
    """The day that `--date` names; today in Thailand where it is not given.

    Raises RequestError where it is no day, or one before the act was published.
    """
    if text is None:
        return today()
    day = read_day(text)
    if day is None:
        raise RequestError(_BAD_DAY, found=text)
    if day < ACT_PUBLISHED:
        raise RequestError(_EARLY, found=text)
    return day


def draft_facts(
    check: AddressCheck,
    day: "datetime.date",
    *,
    telephones: Sequence[str] = (),
    channels: Sequence[str] = (),
    position: str | None = None,
) -> "DraftFacts":
    """What a notice of one agency says: its name, kind and website as `check_address` was told them.

    The address stands in it only where it is correct. Raises RequestError where the name is none, a telephone holds no
    number, or a text is too long.
    """
    record, verdict = check.record, check.verdict
    address = verdict.value if verdict.state is AddressState.CORRECT else None
    told = (record.name, record.kind, address, record.website)
    return requested_facts(*told, telephones, channels, position, day)
