"""An earlier result, as `classify --format json` wrote it (decisions: Machines), read with as much care as any file."""

import datetime
import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from ..model.assessment import OUTSIDE, UNDETERMINED
from ..model.delivery import Delivery
from ..model.errors import InputError
from ..model.lazy_pattern import lazy_pattern
from ..model.policy import PUBLISHED, Domains
from ..model.record import NO_FACTS, AgencyRecord, Facts
from ..model.text import Text
from ..reference.kinds import kinds
from ..reference.places import find_province
from .json_members import JsonError, members
from .limits import DEFAULT_LIMITS, Limits
from .named_file import read_named
from .options import ListOptions
from .source import read_head

SCHEMA = "saraban-check/classify/1"
_BEGINNINGS = (b"{", b"\xef\xbb\xbf{", b"\xff\xfe{\x00", b"\xfe\xff\x00{")
_MOST_GROUPS, _LONGEST_GROUP = 100, 100
_TRUTHS = (bool, type(None))
_DELIVERIES = {one.value: one for one in Delivery}
_OWN, _LONGEST_DOMAIN = "own", 253
_CODE = lazy_pattern(r"[0-9]{8}")
_DAY = lazy_pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_NOT_JSON = Text(
    "{file}: บรรทัด {line}: ไม่ใช่ JSON ที่สมบูรณ์ บันทึกผลใหม่ด้วย classify … -o ผล.json",
    "{file}: line {line}: not complete JSON; save the result again with classify … -o result.json",
)
_LINES = Text(
    "{file}: เป็น JSON Lines ซึ่งไม่มีหัวของผลลัพธ์ให้เทียบ บันทึกผลด้วย classify … -o ผล.json",
    "{file}: this is JSON Lines, which lacks the result's head; save the result with classify … -o result.json",
)
_OTHER_SCHEMA = Text(
    "{file}: schema เป็น {found} ไม่ใช่ {schema} ใช้ผลของ classify --format json หรือรายชื่อหน่วยงาน",
    "{file}: its schema is {found}, not {schema}; use what classify --format json writes, or a list of agencies",
)
_WRONG = Text(
    "{file}: {place} เป็น {found} แต่ต้องเป็น {expected} บันทึกผลใหม่ด้วย classify … -o ผล.json",
    "{file}: {place} is {found}, where {expected} must stand; save the result again with classify … -o result.json",
)
_NO_AGENCIES = Text("{file}: ผลนี้ไม่มีหน่วยงานเลย จึงไม่มีอะไรให้เทียบ", "{file}: this result holds no agencies to compare")
_ABSENT = Text("ไม่มี", "absent")
_A_TEXT = Text("ข้อความ", "a text")
_TEXT_OR_NULL = Text("ข้อความหรือ null", "a text or null")
_OBJECT = Text("วัตถุ {…}", "an object {…}")
_LAST_ROW = 10**9  # more than any list has; JSON itself knows no largest number
_ROW = Text(f"เลขแถวตั้งแต่ 1 ถึง {_LAST_ROW:,}", f"a row number from 1 to {_LAST_ROW:,}")
_EIGHT = Text("ตัวเลข 8 หลักหรือ null", "8 digits or null")
_A_GROUP = Text("กลุ่มที่อยู่ใน summary.groups", "a group that summary.groups names")
_A_PROVINCE = Text("ชื่อจังหวัดหรือ null", "the name of a province or null")
_A_DAY = Text("วันที่แบบ 2026-02-17 หรือ null", "a day such as 2026-02-17 or null")
_TRUTH = Text("true, false หรือ null", "true, false or null")
_DOMAIN_LIST = Text(
    f"รายการโดเมน ชื่อละไม่เกิน {_LONGEST_DOMAIN} ตัวอักษร", f"a list of domains of at most {_LONGEST_DOMAIN} characters"
)
_GROUPS = Text(
    "จำนวนของแต่ละกลุ่ม ไม่เกิน 100 กลุ่ม ชื่อละไม่เกิน 100 ตัวอักษร",
    "a count for each of at most 100 groups, with names of at most 100 characters",
)


class SavedAgency(NamedTuple):
    """One agency of an earlier result; `address` as in `Standing`: empty for none, None where it is unreadable.

    `correct` is whether it is correct, None where that is not known.
    """

    record: AgencyRecord
    group: str
    address: str | None
    correct: bool | None


class SavedResult(NamedTuple):
    """An earlier result: the list that it came from, its table's date and groups, what was assumed, the agencies.

    `domains` are those that the settings of then added, `own_table` says that the table was not the published one.
    `as_of` is the day that its data are of; results of before 0.6 do not say it.
    """

    file: str
    sheet: str | None
    ruleset: str
    groups: tuple[str, ...]
    assume: str | None
    agencies: tuple[SavedAgency, ...]
    domains: Domains
    own_table: bool
    as_of: datetime.date | None


def is_saved_result(path: Path, limits: Limits = DEFAULT_LIMITS) -> bool:
    """Whether a file begins as a JSON object does. Raises InputError where there is nothing to read."""
    try:
        return read_head(path, ListOptions(limits=limits)).startswith(_BEGINNINGS)
    except OSError:
        return False  # who reads it as a list says why it cannot be opened


def read_saved_result(path: Path, limits: Limits = DEFAULT_LIMITS) -> SavedResult:
    """The result that a file holds. Raises InputError where it is no such result, or too large to be held."""
    return _Checker(path.name).read(_text(path, limits))


def _text(path: Path, limits: Limits) -> str:
    data = read_named(path, limits.file_mb, limit="file_mb")
    try:
        return data.decode(json.detect_encoding(data))
    except UnicodeDecodeError as error:
        raise InputError(_NOT_JSON, file=path.name, line=data.count(b"\n", 0, error.start) + 1) from None


class _Checker:
    """Takes a result apart, and names the place of the first thing that is not as the contract says."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._known: dict[tuple[Any, ...], Facts] = {}

    def read(self, text: str) -> SavedResult:
        head: dict[str, Any] = {}
        agencies: list[SavedAgency] = []
        try:
            for key, value in members(text, "agencies"):
                if key == "agencies":
                    agencies.append(self._agency(value, f"agencies[{len(agencies)}]"))
                else:
                    head[key] = value
                    self._check_schema(head, key)
        except JsonError as error:
            raise InputError(_LINES if "row" in head else _NOT_JSON, file=self._file, line=error.line) from None
        self._check_schema(head, "schema")
        if not agencies:
            raise InputError(_NO_AGENCIES, file=self._file)
        groups = self._groups(self._object(head, "summary", ""))
        self._check_groups(agencies, frozenset((*groups, OUTSIDE, UNDETERMINED)))
        source, assume = self._object(head, "source", ""), head.get("assume")
        return SavedResult(
            self._string(source, "file", "source."),
            self._optional(source, "sheet", "source."),
            self._string(head, "ruleset", ""),
            groups,
            None if assume is None else self._string(self._object(head, "assume", ""), "delivery", "assume."),
            tuple(agencies),
            self._domains(head),
            self._own_table(head),
            self._day(head),
        )

    def _check_schema(self, head: dict[str, Any], key: str) -> None:
        if key == "schema" and head.get(key) != SCHEMA:
            raise InputError(_OTHER_SCHEMA, file=self._file, found=_shown(head, key), schema=SCHEMA)

    def _agency(self, agency: Any, place: str) -> SavedAgency:
        if not isinstance(agency, dict):
            raise self._wrong({place: agency}, place, "", _OBJECT)
        at = f"{place}."
        row, code, kind = agency.get("row"), self._optional(agency, "code", at), self._optional(agency, "kind", at)
        if not isinstance(row, int) or isinstance(row, bool) or not 1 <= row <= _LAST_ROW:
            raise self._wrong(agency, "row", at, _ROW)
        if code is not None and not _CODE.fullmatch(code):
            raise self._wrong(agency, "code", at, _EIGHT)
        if kind is not None and kind not in kinds():
            choices = ", ".join([*kinds(), "null"])
            raise self._wrong(agency, "kind", at, Text(choices, choices))
        province = self._optional(agency, "province", at)
        place_of = find_province(province) if province is not None else None
        if province is not None and place_of is None:
            raise self._wrong(agency, "province", at, _A_PROVINCE)
        record = AgencyRecord(
            row=row,
            code=code,
            name=self._optional(agency, "name", at) or "",
            kind=kinds()[kind] if kind is not None else None,
            province=place_of,
            amphoe=(self._optional(agency, "amphoe", at) or "") if "amphoe" in agency else "",
            facts=self._facts(self._object(agency, "facts", at), f"{at}facts.") if "facts" in agency else NO_FACTS,
        )
        return SavedAgency(record, self._string(agency, "group", at), *self._address(agency, at))

    def _address(self, agency: dict[str, Any], at: str) -> tuple[str | None, bool | None]:
        address = self._object(agency, "address", at)
        value = self._optional(address, "value", f"{at}address.")
        correct = self._truth(address, "correct", f"{at}address.")
        return (None if correct is None else value or ""), correct

    def _facts(self, facts: dict[str, Any], at: str) -> Facts:
        """Each combination is held once, which also saves most of the time."""
        key = facts.get("notice", ...), facts.get("posted", ...), facts.get("delivery")
        try:
            known = self._known.get(key)
        except TypeError:  # a list, or an object
            known = None
        if known is not None and type(key[0]) in _TRUTHS and type(key[1]) in _TRUTHS:  # 1 is no true
            return known
        delivery = self._string(facts, "delivery", at)
        if delivery not in _DELIVERIES:
            raise self._wrong(facts, "delivery", at, Text(*[", ".join(_DELIVERIES)] * 2))
        notice, posted = (self._truth(facts, name, at) for name in ("notice", "posted"))
        found = self._known[key] = Facts(notice=notice, posted=posted, delivery=_DELIVERIES[delivery])
        return found

    def _truth(self, holder: dict[str, Any], key: str, at: str) -> bool | None:
        found = holder.get(key, ...)
        if found is None or isinstance(found, bool):
            return found
        raise self._wrong(holder, key, at, _TRUTH)

    def _groups(self, summary: dict[str, Any]) -> tuple[str, ...]:
        groups = self._object(summary, "groups", "summary.")
        counts: Iterable[Any] = groups.values()
        too_long = any(len(group) > _LONGEST_GROUP for group in groups)
        if len(groups) > _MOST_GROUPS or too_long or not all(type(count) is int for count in counts):
            raise self._wrong(summary, "groups", "summary.", _GROUPS)
        return tuple(groups)

    def _domains(self, head: dict[str, Any]) -> Domains:
        if head.get("settings") is None:
            return PUBLISHED
        held = self._object(head, "settings", "")
        return Domains(*(self._domain_list(held, key) for key in ("free_mail", "accepted_domains")))

    def _domain_list(self, held: dict[str, Any], key: str) -> frozenset[str]:
        found = held.get(key)
        fits = isinstance(found, list) and all(isinstance(one, str) and len(one) <= _LONGEST_DOMAIN for one in found)
        if not isinstance(found, list) or not fits:
            raise self._wrong(held, key, "settings.", _DOMAIN_LIST)
        return frozenset(found)

    def _own_table(self, head: dict[str, Any]) -> bool:
        """A result says which table it rests on only where that is not the published one."""
        if head.get("table") not in (None, _OWN):
            raise self._wrong(head, "table", "", Text(f'"{_OWN}"', f'"{_OWN}"'))
        return head.get("table") == _OWN

    def _day(self, head: dict[str, Any]) -> datetime.date | None:
        said = head.get("as_of")
        if said is None:
            return None
        if isinstance(said, str) and _DAY.fullmatch(said):
            with suppress(ValueError):
                return datetime.date.fromisoformat(said)
        raise self._wrong(head, "as_of", "", _A_DAY)

    def _check_groups(self, agencies: list[SavedAgency], groups: frozenset[str]) -> None:
        for number, agency in enumerate(agencies):
            if agency.group not in groups:
                raise self._wrong({"group": agency.group}, "group", f"agencies[{number}].", _A_GROUP)

    def _object(self, holder: dict[str, Any], key: str, at: str) -> dict[str, Any]:
        value = holder.get(key)
        if not isinstance(value, dict):
            raise self._wrong(holder, key, at, _OBJECT)
        return value

    def _string(self, holder: dict[str, Any], key: str, at: str) -> str:
        value = holder.get(key)
        if not isinstance(value, str):
            raise self._wrong(holder, key, at, _A_TEXT)
        return value

    def _optional(self, holder: dict[str, Any], key: str, at: str) -> str | None:
        value = holder.get(key, ...)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self._wrong(holder, key, at, _TEXT_OR_NULL)
        return value

    def _wrong(self, holder: dict[str, Any], key: str, at: str, expected: Text) -> InputError:
        return InputError(_WRONG, file=self._file, place=at + key, found=_shown(holder, key), expected=expected)


def _shown(holder: dict[str, Any], key: str) -> Text:
    """What was found, shortened; lists and objects may be large, and only their beginning is looked at."""
    if key not in holder:
        return _ABSENT
    value = holder[key]
    if isinstance(value, dict | list):
        return Text("[…]", "[…]") if isinstance(value, list) else Text("{…}", "{…}")
    said = json.dumps(value, ensure_ascii=False)
    said = said if len(said) <= 60 else said[:60] + "…"
    return Text(said, said)
