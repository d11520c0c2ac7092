"""A law: gate = summary = API = every output, for each list, policy and source.

What an output says is read back from its bytes, and counted anew.
"""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
from tests.support import CASES, LIST_HEADER, read_cases, write_list

from saraban_check import Classification, DeliveryEvidence, Severity, classify, read_bounces
from saraban_check.checks.breakdown import break_down
from saraban_check.checks.cross_sections import built_in
from saraban_check.checks.judging import FurtherSources, Judging
from saraban_check.formats import Result, writers_of
from saraban_check.gating.conditions import count_met
from saraban_check.gating.gate import Judgement, judge, read_gate
from saraban_check.model.assessment import OUTSIDE, UNDETERMINED
from saraban_check.model.policy import Domains, Policy
from saraban_check.reference.our_columns import OUR_COLUMNS
from saraban_check.registry.files import load_registry
from saraban_check.report.render.screen import render_screen
from saraban_check.report.run import Listed, Report
from saraban_check.report.style import Style
from saraban_check.report.views.breakdown import breakdown_document
from saraban_check.report.views.classify import classify_document
from saraban_check.report.views.rule_words import SEVERITIES
from saraban_check.report.words.group_names import group_name
from saraban_check.rules.catalogue import RULES

DATA = CASES.parent.parent / "data" / "agencies.csv"
HEADER = (*LIST_HEADER, "ประเภท", "อีเมลที่หน่วยงานกลางออกให้แล้ว")
STATUSES = (("✓", "✓", "✓"), ("✓", "✓", "✗"), ("✓", "✗", "✗ (อีเมลเต็ม)"), ("✗", "✗", ""), ("✓", "✓", "?"))
OTHERS = {Severity.ERROR: Severity.INFO, Severity.WARNING: Severity.ERROR, Severity.INFO: Severity.WARNING}
STYLE = Style(color=False, width=400)
WRITERS = writers_of(Result.CLASSIFY)
CODES, GROUPS = OUR_COLUMNS["codes"].heading.en, OUR_COLUMNS["group"].heading.en

Counts = Counter[tuple[str, str]]
"""Findings by rule and severity."""


class Told(NamedTuple):
    """What one output says: findings by rule and severity, agencies by group; what it does not say is None.

    Where it names no severity, that is blank.
    """

    findings: Counter[tuple[str, str]] | None
    groups: Counter[str] | None = None


class Case(NamedTuple):
    """A list, and by what it is judged."""

    name: str
    of: Callable[[Path], Path]
    judging: Judging = Judging()
    sources: FurtherSources = FurtherSources()


def every_verdict(folder: Path) -> Path:
    """A list of all addresses of the case table, under statuses of every kind."""
    rows = [
        [
            *(case["code"], case["name"], "", case["province"], case["website"], case["address"], *status),
            *(case["kind"], case["issued"]),
        ]
        for case, status in zip(read_cases(CASES / "verdicts.csv"), cycle(STATUSES))
    ]
    return write_list(folder / "cases.csv", rows, HEADER)


def sample(folder: Path) -> Path:
    return DATA


EVERY_OTHER = {rule.code: "known" for rule in RULES[::2]}
CASES_OF_LISTS = (
    Case("as published", every_verdict),
    Case("sample", sample),
    Case("other severities", every_verdict, Judging(policy=Policy({r.code: OTHERS[r.severity] for r in RULES}))),
    Case("lowered", sample, Judging(policy=Policy(dict.fromkeys((r.code for r in RULES), Severity.INFO)))),
    Case("ignored", every_verdict, Judging(policy=Policy({}, EVERY_OTHER))),
    Case("ignored and raised", sample, Judging(policy=Policy({"SB104": Severity.ERROR}, EVERY_OTHER))),
    Case("domains", every_verdict, Judging(policy=Policy(domains=Domains(frozenset({"com"}), frozenset({"in.th"}))))),
    Case("registry", every_verdict, Judging(registry=load_registry(CASES / "registry.csv"))),
    Case("assumed", sample, Judging(assume="failed")),
    Case("bounces", sample, sources=FurtherSources(DeliveryEvidence(read_bounces([DATA.with_name("bounces.mbox")])))),
)


@pytest.fixture(scope="module", params=CASES_OF_LISTS, ids=lambda case: str(case.name))
def result(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Classification:
    case: Case = request.param
    return classify(case.of(tmp_path_factory.mktemp("law")), judging=case.judging, sources=case.sources)


# What each output says


def of_api(result: Classification) -> Told:
    found = Counter((f.code, f.severity.value) for agency in result.agencies for f in agency.findings)
    return Told(found, Counter(agency.group for agency in result.agencies))


def text_of(result: Classification, name: str) -> str:
    return b"".join(WRITERS[name].write(Report(result, "en", "list.csv"))).decode()


def of_objects(agencies: list[dict[str, object]]) -> Told:
    found: Counts = Counter()
    for agency in agencies:
        found.update((f["code"], f["severity"]) for f in agency["findings"])  # type: ignore[attr-defined]
    return Told(found, Counter(str(agency["group"]) for agency in agencies))


def of_json(result: Classification) -> Told:
    told = json.loads(text_of(result, "json"))
    found = of_objects(told["agencies"])
    summary = told["summary"]
    assert summary["findings"] == {s.value: sum(n for (_, own), n in items(found) if own == s.value) for s in Severity}
    assert {**summary["groups"], OUTSIDE: summary["outside_table"], UNDETERMINED: summary["undetermined"]} == {
        **dict.fromkeys((*summary["groups"], OUTSIDE, UNDETERMINED), 0),
        **(found.groups or {}),
    }
    return found


def items(told: Told) -> list[tuple[tuple[str, str], int]]:
    return list((told.findings or Counter()).items())


def of_jsonl(result: Classification) -> Told:
    return of_objects([json.loads(line) for line in text_of(result, "jsonl").splitlines()])


def of_table(headings: list[Any], rows: list[list[Any]]) -> Told:
    codes, group = headings.index(CODES), headings.index(GROUPS)
    found = Counter((code, "") for row in rows for code in (row[codes] or "").split())
    return Told(found, Counter(row[group] for row in rows if row[codes + 1] is not None))


def of_csv(result: Classification) -> Told:
    headings, *rows = csv.reader(io.StringIO(text_of(result, "csv").removeprefix("\ufeff")))
    return of_table(headings, rows)


def of_xlsx(result: Classification) -> Told:
    raw = b"".join(WRITERS["xlsx"].write(Report(result, "en", "list.csv")))
    book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True)
    headings, *rows = [[cell or "" for cell in row] for row in book["Agencies"].iter_rows(values_only=True)]
    names = {said.en: severity.value for severity, said in SEVERITIES.items()}
    noted = Counter(
        {
            (str(row[0]), names[str(row[2])]): int(str(row[3]))
            for row in book["Notes"].iter_rows(values_only=True)
            if re.fullmatch("SB[0-9]{3}", str(row[0]))
        }
    )
    assert noted == of_api(result).findings
    return of_table(headings, rows)


def of_markdown(result: Classification) -> Told:
    text = text_of(result, "md")
    names = {said.en: severity.value for severity, said in SEVERITIES.items()}
    rules = re.findall(r"^\| (SB[0-9]{3}) .* \| (\w+) \| ([0-9,]+) \|$", text, re.MULTILINE)
    groups = re.search(r"^### Groups\n\n.*\n.*\n((?:\|.*\n)+)", text, re.MULTILINE)
    assert groups is not None
    counted = (line.strip("| ").split(" | ") for line in groups[1].splitlines())
    found = Counter({(code, names[severity]): int(count) for code, severity, count in rules})
    return Told(found, +Counter({name: int(count) for name, count in counted}))


def of_page(result: Classification) -> Told:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text_of(result, "html"), re.DOTALL)
    assert found is not None
    data = json.loads(found[1])
    at, group = data["fields"].index("findings"), data["fields"].index("group")
    counts: Counts = Counter()
    for row in data["agencies"]:
        rules = [data["rules"][finding[0]] for finding in (row[at] if len(row) > at else [])]
        counts.update((rule["code"], rule["severity"]) for rule in rules)
    shown = {one["key"]: one["count"] for one in data["groups"]}
    groups = Counter(data["groups"][row[group]]["key"] for row in data["agencies"])
    assert groups == +Counter(shown)
    return Told(counts, groups)


def of_github(result: Classification) -> Told:
    """Annotations are gathered; the last line counts all."""
    counted = re.search(r"(\d+) errors, (\d+) warnings, (\d+) notes", text_of(result, "github").splitlines()[-1])
    assert counted is not None
    return Told(Counter({("", severity.value): int(n) for severity, n in zip(Severity, counted.groups(), strict=True)}))


def of_gitlab(result: Classification) -> Told:
    severities = {"major": "error", "minor": "warning", "info": "info"}
    found = json.loads(text_of(result, "gitlab"))
    return Told(Counter((one["description"][:5], severities[one["severity"]]) for one in found))


def of_sarif(result: Classification) -> Told:
    levels = {"error": "error", "warning": "warning", "note": "info"}
    (run,) = json.loads(text_of(result, "sarif"))["runs"]
    assert run["properties"]["groups"] == result.summary.groups
    return Told(Counter((one["ruleId"], levels[one["level"]]) for one in run["results"]))


def of_concise(result: Classification) -> Told:
    """What a gate counts that asks for everything: for each severity and, since none stops at notes, for each rule."""
    groups = (*result.summary.groups, OUTSIDE, UNDETERMINED)
    everything = Judgement(conditions=("error", "warning", *(rule.code for rule in RULES), *groups))
    text = b"".join(WRITERS["concise"].write(Report(result, "en", "list.csv", everything))).decode()
    *lines, _ = text.split("\n")[:-1]
    told = [re.match(r"list\.csv:[0-9]+: (\S+) (error|warning|info): ", line) for line in lines]
    found = Counter((one[1], one[2]) for one in told if one)
    assert len(lines) == found.total()
    return Told(
        Counter({key: n for key, n in found.items() if key[0] not in groups}),
        Counter({code: n for (code, _), n in found.items() if code in groups}),
    )


def of_junit(result: Classification) -> Told:
    suite = ET.fromstring(text_of(result, "junit"))
    counts: Counts = Counter()
    for case in suite.iter("testcase"):
        counts.update((failure.get("type", ""), "error") for failure in case.iter("failure"))
        for line in (case.findtext("system-out") or "").splitlines():
            if said := re.match(r"(SB[0-9]{3}) (error|warning|info): ", line):
                counts[said[1], said[2]] += 1
    first = (case.findtext("system-out", "").splitlines()[0] for case in suite.iter("testcase"))
    return Told(counts, Counter(line.partition(": ")[2] for line in first))


def of_screen(result: Classification) -> Told:
    listed = Listed(result.agencies, len(result.agencies), is_chosen=True)
    document = classify_document(Report(result, "en", "list.csv", listed=listed))
    screen = render_screen(document, "en", STYLE)
    names = {group: group for group in result.summary.groups}
    names |= {"– +Outside the table": OUTSIDE, "– +Undetermined": UNDETERMINED}
    groups: Counter[str] = Counter()
    for shown, name in names.items():
        for line in screen.splitlines()[:30]:
            if found := re.match(rf"{shown}\b.*?([0-9,]+)(?: +[0-9,]+)?$", line):
                groups[name] += int(found[1])
    by_rule = render_screen(breakdown_document(break_down(built_in("rule"), result.agencies), result), "en", STYLE)
    rules = re.findall(r"(SB[0-9]{3}) .*? +([0-9,]+)  ", by_rule)
    return Told(Counter({(code, ""): int(count) for code, count in rules}), +groups)


OUTPUTS = (
    *(of_json, of_jsonl, of_csv, of_xlsx, of_markdown, of_page, of_github, of_gitlab, of_sarif, of_junit, of_screen),
    of_concise,
)


def in_words(groups: Counter[str]) -> Counter[str]:
    return Counter({group_name(name, "en"): count for name, count in groups.items()})


def by(counts: Counts, place: int) -> Counter[str]:
    found: Counter[str] = Counter()
    for key, count in counts.items():
        found[key[place]] += count
    return +found


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: str(output.__name__)[3:])
def test_each_output_says_what_the_api_says(result: Classification, output: Callable[[Classification], Told]) -> None:
    said, told = of_api(result), output(result)
    assert told.findings is not None
    assert said.findings is not None
    assert said.groups is not None
    for place in (0, 1):
        shown = by(told.findings, place)
        if "" not in shown:
            assert shown == by(said.findings, place)
    if all(all(key) for key in told.findings):
        assert +told.findings == said.findings
    if told.groups is not None:
        assert in_words(told.groups) == in_words(said.groups)


def test_the_summary_and_the_gate_say_what_the_api_says(result: Classification) -> None:
    said, summary = of_api(result), result.summary
    assert said.findings is not None
    assert said.groups is not None
    by_rule, by_severity = by(said.findings, 0), by(said.findings, 1)
    assert +summary.rules == by_rule
    assert {s: summary.findings_of(s) for s in Severity} == {s: by_severity[s.value] for s in Severity}
    asked = {
        **{rule.code: by_rule[rule.code] for rule in RULES},
        **{severity: by_severity[severity] for severity in ("error", "warning")},
        **{group: said.groups[group] for group in (*result.table.groups, OUTSIDE, UNDETERMINED)},
    }
    for condition, count in asked.items():
        reasons = judge(read_gate(condition, result.table), result).reasons
        assert [f"{count:,}" in reason.en for reason in reasons] == [True] * bool(count), condition
        assert count_met(condition, summary) == count
    assert len(judge(read_gate(",".join(asked), result.table), result).reasons) == sum(map(bool, asked.values()))


def test_what_was_counted_is_what_is_held(result: Classification) -> None:
    """A part made of the finished results counts as the whole list did while it was read."""
    summary, again = result.summary, result.part(result.agencies).summary
    assert (again.groups, again.undetermined, again.outside) == (summary.groups, summary.undetermined, summary.outside)
    assert (+again.rules, +again.ignored, again.issued) == (+summary.rules, +summary.ignored, summary.issued)
    assert again.actions == summary.actions
    assert {s.key for agency in result.agencies for s in agency.steps} == {a.step.key for a in summary.actions}


def test_the_cases_reach_far(tmp_path: Path) -> None:
    """Else the law holds of little."""
    said = of_api(classify(every_verdict(tmp_path)))
    assert said.findings is not None
    assert said.groups is not None
    assert set(by(said.findings, 1)) == {severity.value for severity in Severity}
    assert len(by(said.findings, 0)) > 30
    assert {"A1", "B3", "E", OUTSIDE, UNDETERMINED} <= set(said.groups)
