"""The steps once, each with a number by which the rows name them."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ...model.agency_result import AgencyResult
from ...model.assessment import NOTHING_TO_DO, OUTSIDE, UNDETERMINED
from ...model.text import Lang, Text
from ...reference.steps import steps

_VARIANTS = {"th": "กขคงจ", "en": "abcde"}
_IN_COLUMN = Text("(ตามช่อง “ที่อยู่ที่ให้ใช้”)", "(in the column “Address to use”)")
_OPEN = {
    UNDETERMINED: Text(
        "แจ้งข้อมูลที่ยังขาดตามช่อง “สิ่งที่ต้องแก้ไข” ให้สำนักงาน ก.พ.ร. เพื่อระบุกลุ่ม",
        "Tell OPDC what is missing (see “What is wrong”), so that the group can be told",
    ),
    OUTSIDE: Text(
        "ตรวจสอบสถานะการส่งอีเมลกับผู้ให้บริการ แล้วแจ้งผลให้สำนักงาน ก.พ.ร.",
        "See with the mail provider whether mail arrives, and tell OPDC",
    ),
}


KeysOf = Callable[[AgencyResult], list[str]]


class NumberedStep(NamedTuple):
    """A step as the legend has it, and how many agencies it is for."""

    label: str
    text: str
    agencies: int


def step_keys(agency: AgencyResult) -> list[str]:
    """The steps of an agency; without a group and without steps what stands for the outcome."""
    if agency.group in _OPEN and not agency.steps:
        return [agency.group]
    return [step.key for step in agency.steps]


class StepsLegend:
    """The steps that some agencies have to take: `1ก` where step 1 differs between them, `1` where it does not."""

    def __init__(self, agencies: Iterable[AgencyResult], lang: Lang, keys_of: KeysOf = step_keys) -> None:
        self._keys_of = keys_of
        counts: dict[str, int] = {}
        for agency in agencies:
            for key in keys_of(agency):
                counts[key] = counts.get(key, 0) + 1
        numbered: dict[str, list[tuple[str, str]]] = {}
        more: list[tuple[str, str]] = []
        for key, step in steps().items():
            if key in counts:
                said = step.what.say(lang, address=_IN_COLUMN)
                if step.number is not None:
                    numbered.setdefault(step.number, []).append((key, said))
                else:
                    more.append((key, said))
        more += [(key, text.say(lang)) for key, text in _OPEN.items() if key in counts]
        for place, said_of in enumerate(more, start=4):
            numbered[str(place)] = [said_of]
        self.labels: dict[str, str] = {}
        self.steps: list[NumberedStep] = []
        for number, variants in numbered.items():
            for place, (key, text) in enumerate(variants):
                self.labels[key] = number + (_VARIANTS[lang][place] if len(variants) > 1 else "")
                self.steps.append(NumberedStep(self.labels[key], text, counts[key]))

    def of(self, agency: AgencyResult) -> str:
        """`1ก, 2, 3`."""
        return ", ".join(self.labels[key] for key in self._keys_of(agency))


def has_to_act(agency: AgencyResult) -> bool:
    """Whether an agency is in any group but A1, or in none (decisions: Steps)."""
    return agency.group != NOTHING_TO_DO
