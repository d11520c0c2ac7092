"""What the page says once: the counts, the groups, the kinds, provinces and steps that agencies refer to by number."""

from typing import Any

from ...checks.classification import Classification
from ...checks.summary import Summary
from ...grouping.table import RULESET
from ...model.assessment import DONE, OUTSIDE, UNDETERMINED
from ...model.finding import Severity
from ...model.text import Text
from ...reference.kinds import kinds
from ...reference.places import provinces
from ...reference.steps import contacts, steps
from ...reference.tiles import province_tiles
from ...report.escape import for_page
from ...report.run import Report
from ...report.style import MARKS
from ...report.views.rule_words import SEVERITIES
from ...report.views.suggestions import ORIGINS
from ...report.views.todo import OPEN_TASKS
from ...report.words.column_notes import column_notes
from ...report.words.data_day import data_day
from ...report.words.fact_texts import FACTS
from ...report.words.group_names import group_name
from ...report.words.issued_texts import MATCHES, SAID
from ...report.words.narrowed_texts import beside_the_whole, left_out_notes
from ...report.words.policy_notes import made_with, policy_notes
from ...rules.sb8_table import FACT_NAMES
from .columns_data import columns_data
from .gate_notes import gate_notes
from .in_words import in_words
from .texts import PAGE_TEXTS

MISSING = tuple(FACT_NAMES)
"""The facts that may have to be found out; agencies refer to them by number."""

BY_ISSUED = (None, True, False)
"""How an address can stand to the issued ones; agencies say it by number."""


def outcomes(result: Classification) -> tuple[str, ...]:
    """The groups in their order, and then the two outcomes that are none; agencies refer to them by number."""
    return (*result.summary.groups, UNDETERMINED, OUTSIDE)


def lists_data(report: Report) -> dict[str, Any]:
    """Everything of the page's data but the agencies and what is found out while they are gone through."""
    result, summary = report.result, report.result.summary
    return {
        "lang": report.lang,
        "ruleset": RULESET,
        "source": {"file": for_page(result.source.file), "sheet": for_page(result.source.sheet or "")},
        "as_of": data_day(result.as_of),
        "narrowed": [_shown(name) for name in result.narrowed],
        "standing": _standing(result),
        "gate": {"passed": _passed(report), "notes": [in_words(note) for note in gate_notes(report)]},
        "settings": [in_words(said) for said in settings(result)],
        "summary": {
            "total": summary.total,
            "in_a": summary.total - summary.not_done,
            "follow_up": summary.follow_up,
            "undetermined": summary.undetermined,
            "outside": summary.outside,
            "issued": _issued(summary),
        },
        "texts": {name: in_words(text) for name, text in PAGE_TEXTS.items()},
        "groups": _groups(result),
        "actions": [
            *([action.step.key, action.agencies] for action in summary.actions),
            *([task, summary.open[task]] for task in OPEN_TASKS if summary.open[task]),
        ],
        "open": list(OPEN_TASKS),
        "columns": columns_data(result),
        "kinds": [[kind.short, kind.name, kind.key] for kind in kinds().values()],
        "provinces": [[province.name, *province_tiles()[code], code] for code, province in provinces().items()],
        "steps": {
            **{key: in_words(step.text) for key, step in steps().items()},
            **{task: in_words(_begun(what)) for task, what in OPEN_TASKS.items()},
        },
        "origins": {origin.value: said for origin, said in ORIGINS.items()},
        "severities": {severity.value: [MARKS[severity][0], SEVERITIES[severity]] for severity in Severity},
        "fact_names": list(FACTS.values()),
        "issued_names": [MATCHES[same] for same in BY_ISSUED],
        "issued_said": ["" if same is None else SAID[same] for same in BY_ISSUED],
        "missing_names": [FACT_NAMES[name] for name in MISSING],
        "contacts": [[contact.name, in_words(contact.line)] for contact in contacts()],
    }


def settings(result: Classification) -> list[Text]:
    """What was asked for when the report was made and bears on its figures, and last what became of each column."""
    said = [Text(for_page(text.th), for_page(text.en)) for text in (*made_with(result), *policy_notes(result))]
    listed, total = len(result.agencies), result.summary.total
    if listed != total:
        said.append(PAGE_TEXTS["partial"].fill(listed=f"{listed:,}", total=f"{total:,}"))
    said += map(_shown, (*left_out_notes(result), *column_notes(result.source)))
    return said


def _begun(what: Text) -> Text:
    """As a sentence begins: the steps beside it are sentences."""
    return Text(what.th, what.en[:1].upper() + what.en[1:])


def _shown(text: Text) -> Text:
    return Text(for_page(text.th), for_page(text.en))


def _standing(result: Classification) -> Text | str:
    """How the part to which the list was narrowed stands beside the whole; blank where nobody asked."""
    said = beside_the_whole(result)
    return "" if said is None else in_words(_shown(said))


def _issued(summary: Summary) -> list[int]:
    """By the numbers that agencies have: nothing to compare, the same, differing; empty where none was compared."""
    match, differ, none = summary.issued
    return [none, match, differ] if match + differ else []


def _passed(report: Report) -> bool:
    return report.judgement is None or not report.judgement.reasons


def _groups(result: Classification) -> list[dict[str, Any]]:
    """Each outcome: its name, how many are in it, and for a group the conditions as the published table writes them.

    `done` says what "in A" means on the page: a user's own A3 has the letter, but is to be followed up.
    """
    summary = result.summary
    shown = {row.group: row.shown for row in summary.table.rows}
    found: list[dict[str, Any]] = []
    for group, count in summary.groups.items():
        found.append(
            {
                "key": for_page(group),
                "name": Text(for_page(group), for_page(group)),
                "letter": for_page(group[:1]),
                "count": count,
                "done": group in DONE,
                "follow_up": summary.needs_follow_up(group),
                "marks": list(shown[group]),
            }
        )
    for group, count in ((UNDETERMINED, summary.undetermined), (OUTSIDE, summary.outside)):
        name = Text(group_name(group, "th"), group_name(group, "en"))
        found.append(
            {"key": group, "name": name, "letter": "", "count": count, "done": False, "follow_up": False, "marks": []}
        )
    return found
