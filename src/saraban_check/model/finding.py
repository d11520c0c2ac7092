"""A rule is what is wrong in general; a finding is one occurrence of it."""

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


class Family(Enum):
    """What a rule is about; its number is the first digit of the codes of its rules."""

    READING = 1
    MAILBOX = 2
    CODE = 3
    DOMAIN = 4
    NOTICE = 5
    DELIVERY = 6
    ISSUED = 7
    TABLE = 8
    DATA = 9


class Rule(NamedTuple):
    """One rule of the catalogue, with everything that documentation and `explain` show of it.

    `message` names the offending part through `{…}` places, which each finding fills.
    `wrong` and `right` are examples; for an address rule `wrong` is an address that breaks it.

    What others need to know of a rule it says itself, so that nobody keeps lists of codes:
    - `action`: what to do about it, said once for all files that break it and all rules that it settles; else `mend`.
    - `needs_address`: it says of a notice that an address that can be used has to be found first.
    - `doubts_address`: it leaves an address correct, but says that its code may not be this agency's.
    - `contradicts_record`: it leaves an address correct, but says that it does not agree with the record.
    - `is_cleaned`: cleaning the cell takes it away and changes nothing else, so `fix` may.
    - `keeps_severity`: no setting makes it weigh more: it says that nothing is known, and that is no fault.
    - `is_noted`: a screen names its first rows, for an agency of A1 may break it, and is in no other list.
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
    action: Text | None = None
    needs_address: bool = False
    doubts_address: bool = False
    contradicts_record: bool = False
    is_cleaned: bool = False
    is_noted: bool = False
    keeps_severity: bool = False

    @property
    def family(self) -> Family:
        return Family(int(self.code[2]))


class Finding(NamedTuple):
    """A rule that fired: on which field, and the parts that its message names.

    `code` is the rule's (`SB401`), `severity` what it weighs under the policy, `message("th")` the sentence in Thai,
    `message("en")` in English. `span` is where in the judged address the offending part stands (start, end;
    characters). Source: decisions: Findings.
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

    @property
    def mend(self) -> Text:
        """How to mend it: what its part `mend` says of this occurrence, else what its rule says of all."""
        said = self.parts.get("mend")
        return said if isinstance(said, Text) else self.rule.mend

    def message(self, lang: Lang) -> str:
        return self.rule.message.say(lang, **self.parts)

    def breaks(self, *rules: Rule) -> bool:
        """Whether it is of one of these rules, whatever it weighs: a policy gives its findings rules of their own."""
        return any(self.rule.code == rule.code for rule in rules)
