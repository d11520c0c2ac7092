"""What the value of a setting may be: one small reader a kind. Each raises BadValue with what it expects."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from ..dns_lookup.options import LONGEST_TIMEOUT, MOST_CONCURRENCY
from ..gating.gate import read_gate_share
from ..intake.headings import read_mapping, read_required
from ..model.errors import SarabanError
from ..model.finding import Severity
from ..model.record import FIELDS
from ..model.text import Text
from ..reference.domains import is_central_provider, is_free_mail
from ..rules.catalogue import find_rule
from ..rules.sb4_domain import SB408

Reader = Callable[[Any, Path], Any]
"""A value as TOML has it, and the folder that relative paths start from; the value as the program uses it."""


NONE = "none"
"""Stands for a file of which none is wanted; one that is called so is `./none`."""


class BadValue(Exception):  # noqa: N818  (not an error yet: whoever reads the file knows the place)
    """A value that a setting cannot have; `expected` says what it can, or what is wrong with it."""

    def __init__(self, expected: Text) -> None:
        super().__init__(expected.en)
        self.expected = expected


_TEXT = Text("ข้อความ", "a text")
_TEXTS = Text('รายการข้อความ เช่น ["…", "…"]', 'a list of texts, such as ["…", "…"]')
_PATH_OR_FALSE = Text("ชื่อไฟล์ หรือ false", "the name of a file, or false")
_COUNT = Text("จำนวนเต็มตั้งแต่ 0 ขึ้นไป", "a whole number, 0 or more")
_SHARE = Text('จำนวนหน่วยงาน เช่น 20 หรือร้อยละ เช่น "2%"', 'a number of agencies, such as 20, or a share, such as "2%"')
_SWITCH = Text("true หรือ false", "true or false")
_SECONDS = Text("จำนวนวินาทีที่มากกว่า 0 ไม่เกิน 60", "seconds, more than 0 and at most 60")
_POSITIVE = Text("จำนวนเต็ม 1 ถึง 1000", "a whole number, 1 to 1000")
_PAIRS = Text("ตาราง ชื่อ = ค่า", "a table of NAME = VALUE")
_DOMAIN = Text('ชื่อโดเมน เช่น "example.in.th"', 'a domain, such as "example.in.th"')
_FORBIDDEN = Text(
    "โดเมนที่ไม่ใช่อีเมลฟรีของเอกชน: ระเบียบฯ ห้ามใช้ {domain}",
    "a domain that is not free private mail: the regulation forbids {domain}",
)
_CENTRAL = Text(
    "โดเมนของผู้ให้บริการอื่น: {domain} เป็นของ สถ. หรือ สพร.",
    "a domain of another provider: {domain} is DLA's or DGA's",
)
_COLUMNS = Text(
    f'ตาราง ช่อง = "หัวคอลัมน์" (หัวคอลัมน์หนึ่งใช้ได้ช่องเดียว) โดยช่องเป็นหนึ่งใน {", ".join(FIELDS)}',
    f'a table of FIELD = "HEADING" (a heading for one field only) with the fields {", ".join(FIELDS)}',
)
_FIELDS = Text(f"ช่องเหล่านี้: {', '.join(FIELDS)}", f"some of the fields {', '.join(FIELDS)}")
_DOUBLED = Text("แต่ละเหตุผลเพียงครั้งเดียว ({code} มีมากกว่าหนึ่ง)", "each rule only once ({code} stands more than once)")
_RULE = Text("รหัสเหตุผล เช่น {example} (พบ “{found}”)", "a rule, such as {example} (found “{found}”)")
_SEVERITY = Text("error, warning หรือ info (พบ “{found}”)", "error, warning or info (found “{found}”)")
_IGNORE = Text(
    f'รายการ {{ rule = "{SB408.code}", reason = "เหตุผล" }} โดยต้องมีเหตุผลทุกข้อ',
    f'a list of {{ rule = "{SB408.code}", reason = "why" }}; each needs its reason',
)
_SWITCHES = {
    **dict.fromkeys(("1", "true", "t", "yes", "y", "on"), True),
    **dict.fromkeys(("0", "false", "f", "no", "n", "off"), False),
}
"""As the parser reads them in a variable."""
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")


def choice(*allowed: str) -> Reader:
    """One of a few words."""
    expected = Text(" | ".join(allowed), " | ".join(allowed))

    def read(value: Any, _folder: Path) -> str:
        if value not in allowed:
            raise BadValue(expected)
        return str(value)

    return read


def text(value: Any, _folder: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadValue(_TEXT)
    return value


def path(value: Any, folder: Path) -> str:
    """A path, from the settings file's own folder on."""
    return str(folder / text(value, folder))


def path_or_none(value: Any, folder: Path) -> str:
    """A path, or `false` (as a text: `none`) for none at all."""
    if value is False or value == NONE:
        return NONE
    try:
        return path(value, folder)
    except BadValue:
        raise BadValue(_PATH_OR_FALSE) from None


def count(value: Any, _folder: Path) -> int:
    if isinstance(value, str) and re.fullmatch("[0-9]{1,9}", value):
        return int(value)  # so an environment variable has it
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 10**9:
        raise BadValue(_COUNT)
    return value


def positive(value: Any, folder: Path) -> int:
    try:
        found = count(value, folder)
    except BadValue:
        raise BadValue(_POSITIVE) from None
    if not 1 <= found <= MOST_CONCURRENCY:
        raise BadValue(_POSITIVE)
    return found


def seconds(value: Any, _folder: Path) -> float:
    """`5`, `0.5`, or as a text, as an environment variable has it."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{1,6})?", value):
        value = float(value)
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 < value <= LONGEST_TIMEOUT:
        raise BadValue(_SECONDS)
    return float(value)


def switch(value: Any, _folder: Path) -> bool:
    """On or off; as a text, as an environment variable has it."""
    found = _SWITCHES.get(value.lower()) if isinstance(value, str) else value
    if not isinstance(found, bool):
        raise BadValue(_SWITCH)
    return found


def share(value: Any, _folder: Path) -> str:
    """`20` or `"2%"`, as a text."""
    try:
        return read_gate_share(str(value)).text
    except SarabanError:
        raise BadValue(_SHARE) from None


def listing(value: Any, _folder: Path) -> str:
    """A list of words, joined by commas as the command line has it; or that text itself."""
    return ",".join([value] if isinstance(value, str) and value.strip() else texts(value))


def fields(value: Any, folder: Path) -> str:
    """Fields of a list, joined by commas as the command line has them."""
    try:
        return ",".join(read_required(listing(value, folder)))
    except SarabanError:
        raise BadValue(_FIELDS) from None


def texts(value: Any) -> list[str]:
    if not isinstance(value, list) or not value or not all(isinstance(v, str) and v.strip() for v in value):
        raise BadValue(_TEXTS)
    return value


def assignments(value: Any, _folder: Path) -> list[str]:
    """A table as `name=value` texts, as the command line has it."""
    if isinstance(value, str):
        return value.split()
    if not isinstance(value, dict) or not all(isinstance(v, str | int) for v in value.values()):
        raise BadValue(_PAIRS)
    return [f"{name}={wanted}" for name, wanted in value.items()]


def free_mail(value: Any, _folder: Path) -> frozenset[str]:
    """Domains of further free providers; none of the central ones, whose addresses are right."""
    found = domains(value)
    for domain in sorted(found):
        if is_central_provider(domain):
            raise BadValue(_CENTRAL.fill(domain=domain))
    return found


def columns(value: Any, folder: Path) -> list[str]:
    """Headings by field, as `--map` has them."""
    found = assignments(value, folder)
    try:
        read_mapping(found)
    except SarabanError:
        raise BadValue(_COLUMNS) from None
    return found


def domains(value: Any) -> frozenset[str]:
    """Domains in lower case, each with a dot in it."""
    found = frozenset(v.strip().lower().lstrip("@.") for v in texts(value))
    if not all(_HOST.fullmatch(domain) for domain in found):
        raise BadValue(_DOMAIN)
    return found


def accepted_domains(value: Any, _folder: Path) -> frozenset[str]:
    """Domains that are accepted besides the published suffixes; none that the regulation forbids by name."""
    found = domains(value)
    for domain in sorted(found):
        if is_free_mail(domain):
            raise BadValue(_FORBIDDEN.fill(domain=domain))
    return found


def severities(value: Any, _folder: Path) -> dict[str, Severity]:
    """Severity by code of rule."""
    if not isinstance(value, dict):
        raise BadValue(_PAIRS)
    known = {severity.value: severity for severity in Severity}
    for wanted in value.values():
        if not isinstance(wanted, str) or wanted not in known:
            raise BadValue(_SEVERITY.fill(found=wanted))
    codes = [_code(name) for name in value]
    _refuse_doubled(codes)
    return {code: known[wanted] for code, wanted in zip(codes, value.values(), strict=True)}


def ignored(value: Any, _folder: Path) -> dict[str, str]:
    """Reason by code of rule."""
    if not isinstance(value, list):
        raise BadValue(_IGNORE)
    entries = [(_code(entry["rule"]), entry["reason"].strip()) for entry in _entries(value)]
    _refuse_doubled([code for code, _ in entries])
    return dict(entries)


def _refuse_doubled(codes: list[str]) -> None:
    for code in codes:
        if codes.count(code) > 1:
            raise BadValue(_DOUBLED.fill(code=code))


def _entries(value: list[Any]) -> Iterable[Mapping[str, str]]:
    for entry in value:
        match entry:
            case {"rule": str(), "reason": str() as reason} if set(entry) == {"rule", "reason"} and reason.strip():
                yield entry
            case _:
                raise BadValue(_IGNORE)


def _code(name: str) -> str:
    rule = find_rule(name)
    if rule is None:
        raise BadValue(_RULE.fill(found=name, example=SB408.code))
    return rule.code
