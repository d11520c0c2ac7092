"""A rule is what is wrong in general; a finding is one occurrence of it."""

from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from .text import Lang, Text


class Severity(Enum):
    """How much a finding weighs; only an error makes an address incorrect."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Standard(Enum):
    """The standard on which a rule rests (decisions: Findings)."""

    REGULATION = "regulation"  # ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ (ฉบับที่ 4) พ.ศ. 2564
    METHODS = "methods"  # วิธีการทางอิเล็กทรอนิกส์สำหรับหน่วยงานระดับเริ่มต้น (มติ ครม. 9 พ.ค. 2566)
    TABLE = "table"  # the published table of groups, 17 February 2569
    DATA = "data"  # how the list itself is filled in


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue, with everything that documentation and `explain` show of it.

    `message` names the offending part through `{…}` places, which each finding fills.
    `wrong` and `right` are examples; for an address rule `wrong` is an address that breaks it.
    """

    code: str
    name: str
    severity: Severity
    standards: tuple[Standard, ...]
    title: Text
    message: Text
    why: Text
    mend: Text
    basis: Text
    wrong: Text
    right: Text


class Finding(NamedTuple):
    """A rule that fired: on which field, and the parts that its message names.

    `span` is where in the judged address the offending part stands (start, end; characters).
    """

    rule: Rule
    field: str
    parts: dict[str, Any] = {}  # noqa: RUF012  (never changed; a NamedTuple default)
    span: tuple[int, int] | None = None

    @property
    def code(self) -> str:
        return self.rule.code

    @property
    def severity(self) -> Severity:
        return self.rule.severity

    def message(self, lang: Lang) -> str:
        return self.rule.message.say(lang, **self.parts)
