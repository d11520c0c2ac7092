"""What the value of a setting may be: a pydantic type for each kind, which says in our words what it expects.

A value is as TOML has it, or a text as a variable of the environment has it; the context is the folder of paths.
"""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError, WrapValidator
from pydantic import ValidationInfo as Info
from typing_extensions import TypedDict

from ..contract.published import json_schema
from ..contract.words import one_of
from ..dns_lookup.options import LONGEST_TIMEOUT, MOST_CONCURRENCY
from ..gating.gate import read_gate_share
from ..intake.headings import read_mapping, read_required
from ..model.errors import SarabanError
from ..model.finding import Severity
from ..model.lazy_pattern import lazy_pattern
from ..model.near import meant
from ..model.record import FIELDS
from ..model.text import Text
from ..reference.domains import is_central_provider, is_free_mail
from ..rules.catalogue import find_rule, rule_names
from ..rules.sb4_domain import SB408
from .declared import NONE, SETTINGS, Kind, Setting

_RULE = Text("รหัสเหตุผล เช่น {example} (พบ “{found}”{near})", "a rule, such as {example} (found “{found}”{near})")
_DOUBLED = Text("แต่ละเหตุผลเพียงครั้งเดียว ({code} มีมากกว่าหนึ่ง)", "each rule only once ({code} stands more than once)")
_DOMAIN = Text('ชื่อโดเมน เช่น "example.in.th"', 'a domain, such as "example.in.th"')
_FORBIDDEN = Text(
    "โดเมนที่ไม่ใช่อีเมลฟรีของเอกชน: ระเบียบฯ ห้ามใช้ {domain}",
    "a domain that is not free private mail: the regulation forbids {domain}",
)
_CENTRAL = Text(
    "โดเมนของผู้ให้บริการอื่น: {domain} เป็นของ สถ. หรือ สพร.",
    "a domain of another provider: {domain} is DLA's or DGA's",
)
_NUMBER = lazy_pattern(r"[0-9]{1,9}(?:\.[0-9]{1,6})?")
_HOST = lazy_pattern(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}")
_SWITCHES = {
    **dict.fromkeys(("1", "true", "t", "yes", "y", "on"), True),
    **dict.fromkeys(("0", "false", "f", "no", "n", "off"), False),
}
"""As the parser reads them in a variable."""
_Found = TypeVar("_Found")


class BadValue(ValueError):  # noqa: N818  (not an error yet: whoever reads the file knows the place)
    """A value that a setting cannot have; `expected` says what it can, or what is wrong with it."""

    def __init__(self, expected: Text) -> None:
        super().__init__(expected.en)
        self.expected = expected


def expected_by(error: Any) -> Text | None:
    """What was expected where one of pydantic's errors is; None where it is no `BadValue`."""
    found = error.get("ctx", {}).get("error")
    return found.expected if isinstance(found, BadValue) else None


def _expects(th: str, en: str) -> WrapValidator:
    """Says what is expected; what is said already of a part of the value stays."""

    def check(value: Any, read: Callable[[Any], Any]) -> Any:
        try:
            return read(value)
        except (SarabanError, ValidationError) as wrong:
            if isinstance(wrong, ValidationError) and any(map(expected_by, wrong.errors())):
                raise
            raise BadValue(Text(th, en)) from None

    return WrapValidator(check)


def _number(value: Any) -> Any:
    return (float if "." in value else int)(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else value


def _switch(value: Any) -> Any:
    return _SWITCHES.get(value.lower(), value) if isinstance(value, str) else value


def _none(value: Any) -> Any:
    """`none` as `false`; 0 is neither, though Python takes it for one."""
    return False if value == NONE else value if isinstance(value, bool | str) else None


def _path(value: str | Literal[False], info: Info) -> str:
    folder: Path = info.context  # type: ignore[assignment]
    return NONE if value is False else str(folder / value)


def _paths(value: str | list[str], info: Info) -> list[str]:
    return [_path(one, info) for one in ([value] if isinstance(value, str) else value)]


def _joined(value: str | list[str]) -> str:
    return value if isinstance(value, str) else ",".join(value)


def _pairs(value: str | dict[str, str | int]) -> list[str]:
    return value.split() if isinstance(value, str) else [f"{name}={wanted}" for name, wanted in value.items()]


def _domain(value: str) -> str:
    found = value.strip().lower().lstrip("@.")
    if not _HOST.fullmatch(found):
        raise BadValue(_DOMAIN)
    return found


def _without(is_refused: Callable[[str], bool], why: Text) -> AfterValidator:
    def check(domain: str) -> str:
        if is_refused(domain):
            raise BadValue(why.fill(domain=domain))
        return domain

    return AfterValidator(check)


def _by_code(pairs: Iterable[tuple[str, _Found]]) -> dict[str, _Found]:
    """Values by code of rule; a rule may be named by its name too."""
    found: dict[str, _Found] = {}
    for name, value in pairs:
        rule = find_rule(name)
        if rule is None:
            raise BadValue(_RULE.fill(example=SB408.code, found=name[:60], near=meant(name, rule_names())))
        if rule.code in found:
            raise BadValue(_DOUBLED.fill(code=rule.code))
        found[rule.code] = value
    return found


def _severities(value: dict[str, str]) -> dict[str, Severity]:
    return _by_code((name, Severity(wanted)) for name, wanted in value.items())


def _reasons(value: "list[IgnoredRule]") -> dict[str, str]:
    return _by_code((entry["rule"], entry["reason"].strip()) for entry in value)


_Given = Annotated[str, Field(pattern=r"\S")]


class IgnoredRule(TypedDict):
    """A rule that does not count, and why."""

    rule: str
    reason: _Given


_from_text = BeforeValidator(_number)
_ENTRY, _FIELDS = f'{{ rule = "{SB408.code}", reason = "…" }}', ", ".join(FIELDS)
_a_text = _expects("ข้อความ", "a text")
_a_file = _expects("ชื่อไฟล์ หรือ false", "the name of a file, or false")
_some_files = _expects('ชื่อไฟล์ หรือรายการชื่อไฟล์ เช่น ["…", "…"]', 'the name of a file, or a list such as ["…", "…"]')
_a_count = _expects("จำนวนเต็มตั้งแต่ 0 ขึ้นไป", "a whole number, 0 or more")
_some_at_a_time = _expects("จำนวนเต็ม 1 ถึง 1000", "a whole number, 1 to 1000")
_seconds = _expects("จำนวนวินาทีที่มากกว่า 0 ไม่เกิน 60", "seconds, more than 0 and at most 60")
_a_switch = _expects("true หรือ false", "true or false")
_a_share = _expects(
    'จำนวนหน่วยงาน เช่น 20 หรือร้อยละ เช่น "2%"', 'a number of agencies, such as 20, or a share, such as "2%"'
)
_some_texts = _expects('รายการข้อความ เช่น ["…", "…"]', 'a list of texts, such as ["…", "…"]')
_some_fields = _expects(f"ช่องเหล่านี้: {_FIELDS}", f"some of the fields {_FIELDS}")
_a_table = _expects("ตาราง ชื่อ = ค่า", "a table of NAME = VALUE")
_headings = _expects(
    f'ตาราง ช่อง = "หัวคอลัมน์" (หัวคอลัมน์หนึ่งใช้ได้ช่องเดียว) โดยช่องเป็นหนึ่งใน {_FIELDS}',
    f'a table of FIELD = "HEADING" (a heading for one field only) with the fields {_FIELDS}',
)
_a_severity = _expects("error, warning หรือ info", "error, warning or info")
_an_entry = _expects(f"{_ENTRY} โดยต้องมีเหตุผล", f"{_ENTRY}; each needs its reason")
_entries = _expects(f"รายการ {_ENTRY} โดยต้องมีเหตุผลทุกข้อ", f"a list of {_ENTRY}; each needs its reason")

_Texts = Annotated[list[_Given], Field(min_length=1)]
_Pairs = Annotated[str | dict[str, str | int], AfterValidator(_pairs), _a_table]
_Listing = Annotated[_Given | _Texts, AfterValidator(_joined), _some_texts]
_Domain = Annotated[_Given, AfterValidator(_domain)]
_FreeMail = Annotated[_Domain, _without(is_central_provider, _CENTRAL)]
_Accepted = Annotated[_Domain, _without(is_free_mail, _FORBIDDEN)]
_Severity = Annotated[str, one_of(*Severity), _a_severity]
_Ignored = Annotated[IgnoredRule, _an_entry]
TYPES: dict[Kind, Any] = {
    "text": Annotated[_Given, _a_text],
    "path": Annotated[_Given, AfterValidator(_path), _a_text],
    "paths": Annotated[_Given | _Texts, AfterValidator(_paths), _some_files],
    "path or false": Annotated[Literal[False] | _Given, BeforeValidator(_none), AfterValidator(_path), _a_file],
    "count": Annotated[int, Field(ge=0, lt=10**9), _from_text, _a_count],
    "concurrency": Annotated[int, Field(ge=1, le=MOST_CONCURRENCY), _from_text, _some_at_a_time],
    "seconds": Annotated[float, Field(gt=0, le=LONGEST_TIMEOUT), _from_text, _seconds],
    "switch": Annotated[bool, BeforeValidator(_switch), _a_switch],
    "share": Annotated[int | str, AfterValidator(lambda value: read_gate_share(str(value)).text), _a_share],
    "listing": _Listing,
    "fields": Annotated[_Listing, AfterValidator(lambda value: ",".join(read_required(value))), _some_fields],
    "pairs": _Pairs,
    "columns": Annotated[_Pairs, AfterValidator(lambda value: value if read_mapping(value) else []), _headings],
    "severities": Annotated[dict[str, _Severity], AfterValidator(_severities), _a_table],
    "ignored": Annotated[list[_Ignored], AfterValidator(_reasons), _entries],
    "free mail": Annotated[list[_FreeMail], Field(min_length=1), AfterValidator(frozenset), _some_texts],
    "accepted domains": Annotated[list[_Accepted], Field(min_length=1), AfterValidator(frozenset), _some_texts],
}
_CONFIG = ConfigDict(extra="forbid", strict=True)


def _type_of(setting: Setting) -> Any:
    words = " | ".join(setting.choices)
    return Annotated[str, one_of(*setting.choices), _expects(words, words)] if words else TYPES[setting.kind]


@cache
def adapter() -> TypeAdapter[Any]:
    """What reads a table of settings, each by its name, and makes the JSON Schema of it."""
    fields = {name: Annotated[_type_of(one), Field(description=one.help.en)] for name, one in SETTINGS.items()}
    table = TypedDict("Settings", fields, total=False)  # type: ignore[misc]  # the fields are those of the table
    table.__pydantic_config__ = _CONFIG  # type: ignore[attr-defined]
    return TypeAdapter(table)


def settings_schema() -> dict[str, Any]:
    """The JSON Schema of a settings file."""
    return json_schema(adapter(), "saraban-check.toml, or [tool.saraban-check] in pyproject.toml")
