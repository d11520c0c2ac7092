"""What is to be done about many notices: one thing to do for all rules that it settles, what helps most first."""

from collections.abc import Iterable
from typing import NamedTuple

from ...model.finding import Rule, Severity
from ...model.text import Lang, Text
from ...rules.sb51_document import SB510
from .entries import Entry
from .outcomes import is_empty

_RIGHT_FILE = Text("หาไฟล์ประกาศฯ ที่ถูกต้องแทนเอกสารที่ไม่มีข้อความ", "find the right file in place of one without text")
_MORE_FILES = Text(" และอีก {count} ไฟล์", " and {count} more")


class Action(NamedTuple):
    """One thing to do, the codes of the rules that it settles, and the files that it helps."""

    text: Text
    codes: tuple[str, ...]
    files: tuple[str, ...]

    def named(self, most: int, lang: Lang) -> str:
        """The names of the first files, and how many more there are."""
        rest = len(self.files) - most
        return ", ".join(self.files[:most]) + (_MORE_FILES.say(lang, count=f"{rest:,}") if rest > 0 else "")


def actions_of(entries: Iterable[Entry]) -> list[Action]:
    """What is to be done about the errors and warnings, what helps most notices first."""
    files: dict[Text, dict[str, None]] = {}
    codes: dict[Text, set[str]] = {}
    for number, entry in enumerate(entries):
        for told in entry.told:
            if told.finding.severity is not Severity.INFO:
                is_wrong_file = told.finding.breaks(SB510) and is_empty(entry.check)
                text = _RIGHT_FILE if is_wrong_file else _action(told.finding.rule)
                files.setdefault(text, {})[f"{number}\0{entry.name}"] = None
                codes.setdefault(text, set()).add(told.finding.code)
    found = [
        Action(text, tuple(sorted(codes[text])), tuple(key.partition("\0")[2] for key in keys))
        for text, keys in files.items()
    ]
    return sorted(found, key=lambda action: (-len(action.files), action.codes))


def _action(rule: Rule) -> Text:
    """What to do about a rule; those of an address, which others share, say how it is mended."""
    return rule.action or Text(rule.mend.th, rule.mend.en.rstrip("."))
