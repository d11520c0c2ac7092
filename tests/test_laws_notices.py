"""A verdict is finished before anybody writes: gate, summary, API and every output tell the same findings.

Over every notice of the case tables, read as a text and from a picture, with files that cannot be read beside them, and
with what teams decide for themselves.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import chain

import pytest
from junitparser import JUnitXml
from openpyxl import load_workbook
from tests.test_notices import NOTICE_CASES, context, document

from saraban_check.checks.notice_check import judge_document
from saraban_check.checks.notice_context import NoticeContext
from saraban_check.checks.notice_result import JudgedNotice, finish
from saraban_check.checks.notice_summary import summary_of
from saraban_check.formats import Result, writers_of
from saraban_check.gating.notice_conditions import met_by_notices
from saraban_check.model.errors import InputError
from saraban_check.model.finding import Severity
from saraban_check.model.notice import Document, DocumentKind, NoText, NoticeState
from saraban_check.model.policy import PUBLISHED, Domains, Policy
from saraban_check.model.result import NoticeResult
from saraban_check.model.text import Lang, Text
from saraban_check.report.render.screen import render_screen
from saraban_check.report.style import Style
from saraban_check.report.views.notices import notices_document
from saraban_check.report.views.notices_run import NoticeRun
from saraban_check.rules.catalogue import RULES

NOTICE_WRITERS = writers_of(Result.NOTICE)
POLICIES = {
    "published": Policy(),
    "severer": Policy({rule.code: Severity.ERROR for rule in RULES}),
    "milder": Policy({rule.code: Severity.INFO for rule in RULES}),
    "mixed": Policy({"SB405": Severity.ERROR, "SB521": Severity.WARNING, "SB525": Severity.INFO}),
    "ignoring": Policy(ignored={"SB521": "ก", "SB405": "ข", "SB536": "ค"}),
    "ignoring what lies behind": Policy(ignored={"SB202": "ก", "SB401": "ข"}),
    "domains": Policy(domains=Domains(frozenset({"donsommut.go.th"}), frozenset({"gmail.com", "in.th"}))),
}
SIGNS = {"✗": Severity.ERROR, "!": Severity.WARNING, "i": Severity.INFO}
Told = Counter[tuple[str, Severity]]
"""How often each rule counts, by its severity."""


def unread() -> Iterator[tuple[Document, NoticeContext]]:
    for kind, is_scan in ((DocumentKind.PDF, True), (DocumentKind.DOCX, False)):
        why = NoText(is_scan, Text("อ่านไม่ได้", "it cannot be read"))
        yield Document(f"unread.{kind.value}", kind, "", no_text=why), NoticeContext()


@cache
def judged(domains: Domains = PUBLISHED) -> tuple[JudgedNotice, ...]:
    """The notices as they are judged; files of one name stand in folders of their own."""
    texts = ((document(case), context(case)) for case in NOTICE_CASES)
    scans = ((document(case, by_ocr=True), context(case)) for case in NOTICE_CASES[::5])
    policy = Policy(domains=domains)
    found = [judge_document(one, known._replace(policy=policy)) for one, known in chain(texts, scans, unread())]
    found.append(
        JudgedNotice("broken.docx", error=InputError(Text("{file}: พัง", "{file}: damaged"), file="broken.docx"))
    )
    return tuple(one._replace(file=f"{at}/{one.file}") for at, one in enumerate(found))


@cache
def results_of(name: str) -> tuple[NoticeResult, ...]:
    policy = POLICIES[name]
    return tuple(finish(one, policy) for one in judged(policy.domains))


@pytest.fixture(params=POLICIES)
def run(request: pytest.FixtureRequest) -> NoticeRun:
    results = results_of(request.param)
    return NoticeRun(results, "th", [one.file for one in results], policy=POLICIES[request.param])


def told(*results: NoticeResult) -> Told:
    return Counter((found.code, found.severity) for one in results for found in one.findings)


def behind(*results: NoticeResult) -> set[str]:
    return {f.code for one in results for found in one.findings for faults in found.behind for f in faults.findings}


def written(run: NoticeRun, format_: str) -> str:
    return b"".join(NOTICE_WRITERS[format_].write(run)).decode()


def of(pairs: Iterator[tuple[str, str]], names: dict[str, Severity]) -> Told:
    return Counter((code, names[severity]) for code, severity in pairs)


VALUES = {severity.value: severity for severity in Severity}


# What is decided


def test_nothing_is_lost_between_the_rules_and_the_result(run: NoticeRun) -> None:
    for one in run.results:
        verdicts = [verdict for verdict in (one.address, *one.others) if verdict is not None]
        noted = {f.code for verdict in verdicts if verdict.correct for f in verdict.findings}
        assert noted <= {found.code for found in one.findings} | {finding.code for finding in one.ignored}
        if {"SB521", "SB523"} & {finding.code for finding in one.ignored}:  # then nothing sums these up
            faults = {f.code for verdict in verdicts if verdict.correct is False for f in verdict.findings}
            assert faults <= {f.code for f in one.findings} | {f.code for f in one.ignored} | behind(one)
        assert not {found.code for found in one.findings} & set(run.policy.ignored)
        assert not behind(one) & set(run.policy.ignored)
        for found in one.findings:
            weights = list(Severity)
            heaviest = weights.index(found.severity)
            assert all(weights.index(f.severity) >= heaviest for faults in found.behind for f in faults.findings)


def test_the_policy_changes_no_state_but_by_its_domains() -> None:
    states = {name: [one.state for one in results_of(name)] for name in POLICIES}
    assert len({tuple(found) for name, found in states.items() if name != "domains"}) == 1
    assert states["domains"] != states["published"]
    assert set(states["published"]) == set(NoticeState)


def test_the_summary_counts_what_counts(run: NoticeRun) -> None:
    summary = summary_of(run.results)
    expected = told(*run.results)
    assert Counter({(rule.code, rule.severity): n for rule, n in summary.rules.items()}) == expected
    assert summary.severities == {s: sum(n for (_, of_), n in expected.items() if of_ is s) for s in Severity}
    assert summary.states == {state: sum(one.state is state for one in run.results) for state in NoticeState}


def test_the_gate_stops_at_what_is_shown_and_at_nothing_else(run: NoticeRun) -> None:
    """Of each notice alone: a severity that counts, a rule that is told, in its own right or behind another."""
    codes = [rule.code for rule in RULES]
    for one in run.results:
        alone = summary_of([one])
        weights, shown = {severity for _, severity in told(one)}, {code for code, _ in told(one)} | behind(one)
        for severity in (Severity.ERROR, Severity.WARNING):
            assert bool(met_by_notices([severity.value], alone)) is (severity in weights), one.file
        assert {code for code in codes if met_by_notices([code], alone)} == shown, one.file
        assert bool(met_by_notices(["incorrect"], alone)) is (one.state is NoticeState.INCORRECT)
        doubtful = one.state in (NoticeState.UNKNOWN, NoticeState.UNREADABLE)
        assert bool(met_by_notices(["unknown"], alone)) is doubtful


# What is written


def test_json_tells_the_same(run: NoticeRun) -> None:
    found = json.loads(written(run, "json"))
    for notices in (found["notices"], [json.loads(line) for line in written(run, "jsonl").split("\n") if line]):
        for one, result in zip(notices, run.results, strict=True):
            assert of(((f["code"], f["severity"]) for f in one["findings"]), VALUES) == told(result)
            assert one["state"] == result.state.value
    summary = summary_of(run.results)
    assert found["summary"]["findings"] == {severity.value: count for severity, count in summary.severities.items()}
    assert found["summary"]["ignored"] == summary.ignored


def test_csv_tells_the_same(run: NoticeRun) -> None:
    _, *rows = csv.reader(io.StringIO(written(run, "csv").removeprefix("\ufeff")))
    for row, result in zip(rows, run.results, strict=True):
        assert Counter(row[3].split()) == Counter(code for code, _ in told(result).elements())


def test_markdown_tells_the_same(run: NoticeRun) -> None:
    names = {"ข้อผิดพลาด": Severity.ERROR, "คำเตือน": Severity.WARNING, "ข้อสังเกต": Severity.INFO}
    rows = re.findall(r"^\| (SB[0-9]{3}) .* \| (\S+) \| ([0-9,]+) \|$", written(run, "md"), re.MULTILINE)
    assert Counter({(code, names[name]): int(count.replace(",", "")) for code, name, count in rows}) == told(
        *run.results
    )


def test_the_workbook_tells_the_same(run: NoticeRun) -> None:
    names = {"ข้อผิดพลาด": Severity.ERROR, "คำเตือน": Severity.WARNING, "ข้อสังเกต": Severity.INFO}
    book = load_workbook(io.BytesIO(b"".join(NOTICE_WRITERS["xlsx"].write(run))), read_only=True)
    rows = book.worksheets[2].iter_rows(min_row=2, values_only=True)
    assert of(((str(row[2]), str(row[3])) for row in rows), names) == told(*run.results)
    rows = book.worksheets[1].iter_rows(min_row=2, values_only=True)
    codes = Counter(code for row in rows for code in str(row[3] or "").split())
    assert codes == Counter(code for code, _ in told(*run.results).elements())


class _Items(HTMLParser):
    """The findings that are items of a notice's own list; what lies behind one stands in a list within it."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0
        self._in_article = self._marked = False
        self.told: Told = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_article |= tag == "article"
        self._depth += tag == "ul"
        self._marked = tag == "span" and self._in_article and str(dict(attrs).get("class")).endswith(" code")

    def handle_endtag(self, tag: str) -> None:
        self._in_article &= tag != "article"
        self._depth -= tag == "ul"

    def handle_data(self, data: str) -> None:
        if self._marked and self._depth == 1 and (found := re.fullmatch(r"(\S) (SB[0-9]{3})", data)):
            self.told[found[2], SIGNS[found[1]]] += 1
        self._marked = False


def test_the_page_tells_the_same_of_those_that_need_work(run: NoticeRun) -> None:
    page = _Items()
    page.feed(written(run, "html"))
    work = [one for one in run.results if one.state in (NoticeState.INCORRECT, NoticeState.UNKNOWN)]
    assert page.told == told(*work)


def test_ci_formats_tell_the_same(run: NoticeRun) -> None:
    expected = told(*run.results)
    (sarif,) = json.loads(written(run, "sarif"))["runs"]
    levels = {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.INFO}
    assert of(((result["ruleId"], result["level"]) for result in sarif["results"]), levels) == expected
    grades = {"major": Severity.ERROR, "minor": Severity.WARNING, "info": Severity.INFO}
    entries = [one for one in json.loads(written(run, "gitlab")) if one["check_name"] != "file-unusable"]
    assert of(((one["description"][:5], one["severity"]) for one in entries), grades) == expected
    (suite,) = JUnitXml.fromstring(written(run, "junit").encode())
    kinds = Counter(one.type for case in suite for one in case.result if type(one).__name__ == "Failure")
    assert kinds == Counter({code: n for (code, severity), n in expected.items() if severity is Severity.ERROR})
    figures = re.search("ข้อผิดพลาด ([0-9,]+) คำเตือน ([0-9,]+) ข้อสังเกต ([0-9,]+)", written(run, "github"))
    assert figures
    counts = [sum(n for (_, of_), n in expected.items() if of_ is severity) for severity in Severity]
    assert [int(count.replace(",", "")) for count in figures.groups()] == counts


CONCISE = re.compile(r"(.+?):[0-9]+: (\S+) (error|warning|info): .+")


def concise(run: NoticeRun, *conditions: str) -> tuple[list[tuple[str, str, str]], str]:
    """The file, code and severity of each line, and the verdict; files that cannot be used are always there."""
    asked = run._replace(conditions=conditions, reasons=met_by_notices(conditions, summary_of(run.results)))
    *lines, verdict = written(asked, "concise").splitlines()
    found = [CONCISE.fullmatch(line) for line in lines]
    places = [(one[1], one[2], one[3]) for one in found if one is not None]
    assert len(places) == len(lines)
    unusable = [file for file, code, _ in places if code == "file-unusable"]
    assert unusable == [one.file for one in run.results if one.error is not None]
    assert verdict.startswith("saraban-check: ไม่ผ่าน: ")  # at least for that file
    return [place for place in places if place[1] != "file-unusable"], verdict


def test_concise_lines_are_what_the_gate_counts(run: NoticeRun) -> None:
    """Of each rule and severity as many lines as the gate counts, and of a state all its notices."""
    summary = summary_of(run.results)
    told_of = Counter(code for _, code, _ in concise(run, *(rule.code for rule in RULES))[0])
    assert +told_of == +Counter({rule.code: summary.told(rule.code) for rule in RULES})
    for severity in (Severity.ERROR, Severity.WARNING):
        places, _ = concise(run, severity.value)
        assert [own for _, _, own in places] == [severity.value] * summary.severities[severity]
    for condition, states in (("incorrect", ("incorrect",)), ("unknown", ("unknown", "unreadable"))):
        wanted = {one.file for one in run.results if one.state.value in states and one.error is None}
        places, verdict = concise(run, condition)
        assert {file for file, _, _ in places} == wanted
        assert all(severity != "info" for _, _, severity in places)
        assert f"--fail-on {condition}: พบ " in verdict


def test_concise_lines_without_a_condition_are_of_the_notices_that_are_not_correct(run: NoticeRun) -> None:
    *lines, verdict = written(run, "concise").splitlines()
    wrong = {one.file for one in run.results if one.state is not NoticeState.CORRECT}
    assert {line.partition(":")[0] for line in lines} == wrong
    assert verdict.startswith(f"saraban-check: ไม่ผ่าน: ประกาศฯ ที่ยังไม่ถูกต้อง {len(wrong):,} จาก {len(run.results):,} ไฟล์")


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_screen_tells_the_same_of_each(run: NoticeRun, lang: Lang) -> None:
    for one in run.results[::3]:
        screen = render_screen(notices_document(run._replace(results=[one], locations=["x"])), lang, Style(), 9)
        told_by_screen = re.findall(r"^  (\S) (SB[0-9]{3})  ", screen, re.MULTILINE)
        assert Counter((code, SIGNS[sign]) for sign, code in told_by_screen) == told(one), one.file
        told_behind = set(re.findall(r"^ {11}\S (SB[0-9]{3})  ", screen, re.MULTILINE))
        assert told_behind == behind(one), one.file
