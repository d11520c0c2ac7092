"""What is to be done about many notices: one thing to do for all rules that it settles, what helps most first."""

from collections.abc import Iterable
from typing import NamedTuple

from ...model.finding import Rule, Severity
from ...model.notice import NoticeState
from ...model.result import NoticeResult
from ...model.text import Lang, Text
from ...rules.sb51_document import SB510, SB511

_RIGHT_FILE = Text("หาไฟล์ประกาศฯ ที่ถูกต้องแทนเอกสารที่ไม่มีข้อความ", "find the right file in place of one without text")
_COMPARE = Text("เทียบไฟล์สแกนกับสิ่งที่อ่านได้ด้วยตา", "compare the scans by eye with what was read of them")
_BY = Text("saraban-check notice ไฟล์ หรือ -o x.html", "saraban-check notice FILE, or -o x.html")
_MORE_FILES = Text(" และอีก {count} ไฟล์", " and {count} more")


class Action(NamedTuple):
    """One thing to do, the codes of the rules that it settles, and the files that it helps; `by` is what shows how."""

    text: Text
    codes: tuple[str, ...]
    files: tuple[str, ...]
    by: Text | None = None

    def named(self, most: int, lang: Lang) -> str:
        """The names of the first files, and how many more there are."""
        rest = len(self.files) - most
        return ", ".join(self.files[:most]) + (_MORE_FILES.say(lang, count=f"{rest:,}") if rest > 0 else "")


def actions_of(results: Iterable[NoticeResult]) -> list[Action]:
    """What is to be done about the errors, the warnings and the scans, what helps most notices first."""
    files: dict[Text, dict[str, None]] = {}
    codes: dict[Text, set[str]] = {}
    for number, result in enumerate(results):
        if result.by_ocr and result.state is not NoticeState.UNREADABLE:
            files.setdefault(_COMPARE, {})[f"{number}\0{result.name}"] = None
            codes.setdefault(_COMPARE, set()).add(SB511.code)
        for found in result.findings:
            if found.severity is not Severity.INFO:
                is_wrong_file = found.finding.breaks(SB510) and result.is_empty
                text = _RIGHT_FILE if is_wrong_file else _action(found.rule)
                files.setdefault(text, {})[f"{number}\0{result.name}"] = None
                codes.setdefault(text, set()).add(found.code)
    actions = [
        Action(
            text,
            tuple(sorted(codes[text])),
            tuple(key.partition("\0")[2] for key in keys),
            _BY if text is _COMPARE else None,
        )
        for text, keys in files.items()
    ]
    return sorted(actions, key=lambda action: (-len(action.files), action.codes))


def _action(rule: Rule) -> Text:
    """What to do about a rule; those of an address, which others share, say how it is mended."""
    return rule.action or Text(rule.mend.th, rule.mend.en.rstrip("."))
