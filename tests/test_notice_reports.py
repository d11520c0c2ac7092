"""The outputs of `notice`: the same counts in every format, no text of a file breaks out, no mobile number gets in."""

import csv
import datetime
import html
import io
import json
import re
import shlex
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
from junitparser import JUnitXml
from openpyxl import load_workbook
from tests.contract import by_contract
from tests.documents import pdf_bytes, read, stream
from tests.support import CASES, HOSTILE_TEXTS, in_one_language

from saraban_check.checks.address_check import check_address
from saraban_check.checks.notice_result import JudgedNotice, finish
from saraban_check.checks.notice_shown import shown_text
from saraban_check.formats import Result, writers_of
from saraban_check.machine.json_notices import json_lines
from saraban_check.machine.locate_notices import locate_notices
from saraban_check.model.errors import InputError
from saraban_check.model.finding import Finding, Rule, Severity, Standard
from saraban_check.model.notice import (
    Box,
    Document,
    DocumentKind,
    NoText,
    Notice,
    NoticePart,
    NoticeState,
    Question,
    Stated,
)
from saraban_check.model.policy import NO_POLICY, Policy
from saraban_check.model.record import NO_RECORD, AgencyRecord
from saraban_check.model.result import NoticeResult
from saraban_check.model.text import Lang, Text
from saraban_check.model.verdict import AddressVerdict, Origin, Suggestion
from saraban_check.reference.places import province_named
from saraban_check.report.escape import cell_width
from saraban_check.report.render.screen import render_screen
from saraban_check.report.style import Style
from saraban_check.report.views.notices import notices_document
from saraban_check.report.views.notices_run import NoticeRun
from saraban_check.rules import catalogue
from saraban_check.rules.judge_notice import NoticeVerdict

WRITERS = writers_of(Result.CLASSIFY)
NOTICE_WRITERS = writers_of(Result.NOTICE)

SCHEMA = CASES.parent.parent.parent / "shared" / "schemas" / "sarif-schema-2.1.0.json"
DAY = datetime.date(2026, 7, 1)
NAME = "องค์การบริหารส่วนตำบลโพนสมมติ"
GOOD, WRONG = "saraban_06480115@dla.go.th", "saraband_06480115@dla.go.th"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render_notices(run: NoticeRun, limit: int, style: Style) -> str:
    return render_screen(notices_document(run), run.lang, style, limit)


def rule(code: str, severity: Severity) -> Rule:
    """A rule that says what it is given: what the reports do must not hang on the rules' own words."""
    said = Text("พบ {found}", "found {found}")
    return Rule(
        code,
        f"rule-{code.lower()}",
        severity,
        (Standard.METHODS,),
        Text(f"ชื่อ {code}", f"title {code}"),
        message=said,
        why=said,
        mend=said,
        basis=said,
        wrong=said,
        right=said,
        action=catalogue.BY_CODE[code].action,
    )


RULES = {
    **{code: rule(code, Severity.ERROR) for code in ("SB513", "SB516", "SB521", "SB530", "SB531")},
    **{code: rule(code, Severity.WARNING) for code in ("SB510", "SB523", "SB525", "SB526")},
    **{code: rule(code, Severity.INFO) for code in ("SB511", "SB536")},
}


@pytest.fixture(autouse=True)
def _rules(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {**{one.code: one for one in catalogue.RULES}, **RULES}
    monkeypatch.setattr(catalogue, "RULES", tuple(known[code] for code in sorted(known)))


def found(code: str, field: str, what: str = "x", line: int = 1) -> Finding:
    return Finding(RULES[code], field, {"found": what, "line": line})


def notice(file: str, *addresses: str, **own: Any) -> Notice:
    """A notice that has all it should, but for what is said otherwise."""
    kind = DocumentKind(file.rpartition(".")[2].replace("txt", "text"))
    has: dict[str, Any] = {
        "is_notice": True,
        "issuer": Stated(NAME, 1),
        "subject": Stated(f"ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ{NAME}", 2),
        "cites_act": True,
        "act_year": 2565,
        "cites_section": True,
        "addresses": tuple(Stated(address, 9) for address in addresses),
        "websites": (Stated("www.phonsommut.go.th", 10),),
        "channels": ("line", "x-chat"),
        "telephones": (Stated("042-000-000", 12),),
        "mobiles": 1,
        "date_text": Stated("๑ มีนาคม ๒๕๖๙", 20),
        "date": datetime.date(2026, 3, 1),
        "position": Stated("นายก" + NAME, 24),
        "is_signed_block": True,
    }
    document = own.pop("document", Document(file, kind, "", 2 if kind is DocumentKind.PDF else None))
    return Notice(document, **{**has, **own})


class Case(NamedTuple):
    """One file as it was judged, to be finished with a policy."""

    file: str
    notice: Notice | None
    findings: tuple[Finding, ...] = ()
    record: AgencyRecord = NO_RECORD
    address: AddressVerdict | None = None
    others: tuple[AddressVerdict, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    error: InputError | None = None
    unmatched: Text | None = None
    state: NoticeState = NoticeState.UNKNOWN
    questions: tuple[Question, ...] = ()

    def finished(self, policy: Policy = NO_POLICY) -> NoticeResult:
        verdict = NoticeVerdict(self.state, self.findings, self.address, self.others)
        judged = JudgedNotice(
            self.file, self.notice, verdict, self.record, self.suggestions, self.error, self.unmatched, self.questions
        )
        return finish(judged, policy)


RECORD = AgencyRecord(12, "06480115", "อบต.โพนสมมติ", None, "เมืองนครพนม", province_named("นครพนม"))


def correct(file: str = "ดี.docx", address: str = GOOD, **own: Any) -> Case:
    verdict = check_address(address).verdict
    return Case(file, notice(file, address), address=verdict, state=NoticeState.CORRECT)._replace(**own)


def incorrect(file: str = "ผิด.pdf", address: str = WRONG, line: int = 9, **own: Any) -> Case:
    checked = check_address(address)
    findings = (
        found("SB521", "address", address, line),
        found("SB526", "telephone"),
        found("SB531", "date", "๓๑ กุมภาพันธ์ ๒๕๖๙", line + 11),
        found("SB536", "signature"),
    )
    return Case(
        file, notice(file, address), findings, address=checked.verdict, suggestions=checked.suggestions
    )._replace(state=NoticeState.INCORRECT, **own)


PNG = b"\x89PNG\r\n\x1a\n picture"
QUESTIONS = (
    Question(NoticePart.ISSUER, NAME, 1, Box(0.1, 0.05, 0.9, 0.1), PNG),
    Question(NoticePart.ADDRESS, WRONG, 2, Box(0.2, 0.5, 0.8, 0.53)),
    Question(NoticePart.WEBSITE, "www.phonsommut.go.th", 1),
    Question(NoticePart.TELEPHONE),
    Question(NoticePart.DATE, None, 2, Box(0.2, 0.8, 0.8, 0.85), PNG),
    Question(NoticePart.SIGNATURE, "นายก"),
    Question(NoticePart.LAW, "มาตรา 10"),
)


def by_ocr(file: str = "สแกน/อ่านแล้ว.pdf") -> Case:
    read = Notice(Document(file, DocumentKind.PDF, "", 2, by_ocr=True))
    return Case(file, read, (found("SB511", "document"),), state=NoticeState.UNKNOWN, questions=QUESTIONS)


def scan(file: str = "สแกน/ยังไม่อ่าน.pdf") -> Case:
    why = Text("เป็นภาพสแกน ไม่มีข้อความ", "a scan without text")
    unread = Notice(Document(file, DocumentKind.PDF, "", 3, no_text=NoText(is_scan=True, said=why)))
    unmatched = Text("ไม่มีชื่อในไฟล์", "no name in it")
    return Case(file, unread, (found("SB510", "document", "สแกน"),), unmatched=unmatched, state=NoticeState.UNREADABLE)


def broken(file: str = "พัง.docx") -> Case:
    said = Text("{file}: ไฟล์เสียหาย บันทึกใหม่จาก Word", "{file}: damaged; save it anew from Word")
    return Case(file, None, error=InputError(said, file=file), state=NoticeState.UNREADABLE)


def several(file: str = "สอง.txt") -> Case:
    """A correct address with a note, and another that is wrong."""
    first = check_address("saraban@phonsommut.com", website="www.phonsommut.com").verdict
    other = check_address("phon@gmail.com").verdict
    stated = notice(file, "saraban@phonsommut.com", "phon@gmail.com")
    findings = (found("SB523", "address", "2", 9),)
    return Case(file, stated, findings, address=first, others=(other,), state=NoticeState.CORRECT)


def run_of(*checks: Case, lang: Lang = "th", **how: Any) -> NoticeRun:
    results = [check.finished(how.get("policy", NO_POLICY)) for check in checks]
    return NoticeRun(results, lang, [f"notices/{check.file}" for check in checks], DAY, **how)


def sample(**how: Any) -> NoticeRun:
    checks = (correct(), incorrect(record=RECORD), by_ocr(), scan(), broken(), several(), incorrect("ผิด-2.pdf"))
    return run_of(*checks, list_file="agencies.xlsx", **how)


def hostile_check(text: str, number: int) -> Case:
    """A notice with the text in every field of it."""
    stated = Stated(text, number + 1)
    has: dict[str, Any] = dict.fromkeys(("issuer", "subject", "date_text", "position"), stated)
    has |= dict.fromkeys(("addresses", "websites", "telephones"), (stated, stated))
    name = f"{text}.pdf"
    verdict = check_address(f"x{text}@gmail.com").verdict
    findings = tuple(found(code, field, text, 3) for code, field in (("SB521", "address"), ("SB516", "issuer")))
    record = AgencyRecord(number + 1, None, text, None, text, None)
    return Case(
        name,
        notice("a.pdf", channels=(text,), date=None, mentions=(stated,), **has),
        (*findings, found("SB525", "website", text), found("SB536", "signature", text)),
        record,
        verdict,
        others=(verdict,),
        unmatched=Text(text, text),
        state=NoticeState.INCORRECT,
    )


def hostile(**how: Any) -> NoticeRun:
    checks = [hostile_check(text, number) for number, text in enumerate(HOSTILE_TEXTS)]
    checks += [broken(text) for text in HOSTILE_TEXTS]
    run = run_of(*checks, list_file=HOSTILE_TEXTS[0], reasons=tuple(Text(text, text) for text in HOSTILE_TEXTS), **how)
    return run._replace(locations=[f"{text}" for text in HOSTILE_TEXTS] * 2)


@pytest.fixture(params=[sample, hostile], ids=["sample", "hostile"])
def run(request: pytest.FixtureRequest) -> NoticeRun:
    made: NoticeRun = request.param()
    return made


def written(run: NoticeRun, format_: str) -> str:
    return b"".join(NOTICE_WRITERS[format_].write(run)).decode()


def page_of(run: NoticeRun) -> str:
    """The page as a reader of the run's language sees it."""
    return in_one_language(written(run, "html"), run.lang)


def workbook(run: NoticeRun) -> Any:
    return load_workbook(io.BytesIO(b"".join(NOTICE_WRITERS["xlsx"].write(run))))


def everything(run: NoticeRun) -> dict[str, str]:
    """All outputs as texts: the formats, the workbook's cells, and the screens."""
    texts = {name: written(run, name) for name, writer in NOTICE_WRITERS.items() if writer.is_text}
    texts["html"] = page_of(run)
    texts["json"] += json.dumps(json.loads(texts["json"]), ensure_ascii=False)  # escapes resolved
    texts["xlsx"] = "\n".join(str(cell.value) for sheet in workbook(run) for row in sheet for cell in row if cell.value)
    texts["screen"] = render_notices(run, 99, Style())
    for number, (check, location) in enumerate(zip(run.results, run.locations, strict=True)):
        texts[f"page {number}"] = render_notices(run._replace(results=[check], locations=[location]), 99, Style())
    return texts


def test_the_formats_are_those_of_every_command() -> None:
    assert {name: writer.suffixes for name, writer in NOTICE_WRITERS.items()} == {
        name: writer.suffixes
        for name, writer in WRITERS.items()
        if name != "docx"  # the cabinet has a paper of lists
    }
    assert [name for name, writer in NOTICE_WRITERS.items() if not writer.is_text] == ["xlsx"]


# Counts


def counts_of_markdown(text: str) -> dict[str, int]:
    names = {"ข้อผิดพลาด": "error", "คำเตือน": "warning", "ข้อสังเกต": "info"}
    counts = dict.fromkeys(names.values(), 0)
    for name, count in re.findall(r"^\| SB[0-9]{3} .* \| (\S+) \| ([0-9,]+) \|$", text, re.MULTILINE):
        counts[names[name]] += int(count.replace(",", ""))
    return counts


def test_counts_agree_in_all_formats(run: NoticeRun) -> None:
    document = json.loads(written(run, "json"))
    by_contract("notice", document)
    summary, notices = document["summary"], document["notices"]
    counts = summary["findings"]
    assert min(counts.values()) > 0
    assert summary["total"] == len(notices) == len(run.results)
    states = Counter(one["state"] for one in notices)
    assert states == Counter({s: summary[s] for s in ("correct", "incorrect", "unknown", "unreadable")})
    assert Counter(f["severity"] for one in notices for f in one["findings"]) == counts
    unusable = [one for one in notices if one["error"] is not None]
    assert unusable

    assert [json.loads(line) for line in written(run, "jsonl").split("\n") if line] == notices

    (sarif,) = json.loads(written(run, "sarif"))["runs"]
    assert Counter(result["level"] for result in sarif["results"]) == {LEVELS[s]: n for s, n in counts.items()}
    assert len(sarif["invocations"][0]["toolExecutionNotifications"]) == len(unusable)
    entries = json.loads(written(run, "gitlab"))
    severities = {"error": "major", "warning": "minor", "info": "info"}
    own = [entry for entry in entries if entry["check_name"] != "file-unusable"]
    assert Counter(entry["severity"] for entry in own) == {severities[s]: n for s, n in counts.items()}
    assert len(entries) - len(own) == len(unusable)

    suites = JUnitXml.fromstring(written(run, "junit").encode())
    first = next(iter(suites))
    kinds = [[type(one).__name__ for one in case.result] for case in first]
    assert first.tests == len(notices) == len(kinds)
    assert sum(one.count("Failure") for one in kinds) == counts["error"]
    assert first.failures == sum(1 for one in kinds if "Failure" in one)
    assert first.errors == sum(one.count("Error") for one in kinds) == len(unusable)

    last = written(run, "github").splitlines()[-1]
    figures = re.search(r"ข้อผิดพลาด ([0-9]+) คำเตือน ([0-9]+) ข้อสังเกต ([0-9]+) อ่านไม่ได้ ([0-9]+) ไฟล์$", last)
    assert figures
    assert [int(n) for n in figures.groups()] == [*counts.values(), len(unusable)]
    assert counts_of_markdown(written(run, "md")) == counts

    rows = list(csv.reader(io.StringIO(written(run, "csv").removeprefix("\ufeff"))))
    assert len(rows) - 1 == len(notices)
    book = workbook(run)
    assert book.worksheets[1].max_row - 1 == len(notices)
    names = {"ข้อผิดพลาด": "error", "คำเตือน": "warning", "ข้อสังเกต": "info"}
    told = Counter(names[row[3].value] for row in book.worksheets[2].iter_rows(min_row=2))
    assert told == counts
    page = written(run, "html")
    assert [int(n) for n in re.findall(r"<b>([0-9]+)</b>", page)[:4]] == [
        summary[state] for state in ("correct", "incorrect", "unknown", "unreadable")
    ]
    assert page.count("<article") == states["incorrect"] + states["unknown"]


def test_the_screen_counts_by_outcome() -> None:
    text = render_notices(sample(), 99, Style())
    counted = re.findall(r"^  [✓✗?] (\S+) +([0-9]+)(.*)$", text, re.MULTILINE)
    assert counted == [
        ("ถูกต้อง", "2", " (มีคำเตือน 1)"),
        ("ต้องแก้", "2", ""),
        ("ไม่แน่ชัด", "1", ""),
        ("อ่านไม่ได้", "2", ""),
    ]
    assert "(1 with warnings)" in " ".join(render_notices(sample(lang="en"), 99, Style(30)).split())
    assert "มีคำเตือน" not in render_notices(run_of(correct(), correct("2.docx")), 99, Style())
    assert 'ถูกต้อง <span class="quiet">(มีคำเตือน 1)</span>' in page_of(sample())


@pytest.mark.parametrize(
    ("codes", "thai", "english"),
    [
        ((), "✓ ถูกต้อง  ", "✓ correct  "),
        (("SB536",), "✓ ถูกต้อง  ", "✓ correct  "),
        (("SB525",), "✓ ถูกต้อง แต่ควรแก้ 1 เรื่อง  ", "✓ correct, but 1 thing should be mended  "),
        (("SB525", "SB526"), "✓ ถูกต้อง แต่ควรแก้ 2 เรื่อง  ", "✓ correct, but 2 things should be mended  "),
    ],
)
def test_a_correct_notice_says_how_much_should_be_mended(codes: tuple[str, ...], thai: str, english: str) -> None:
    check = correct(findings=tuple(found(code, "website") for code in codes))
    for lang, said in (("th", thai), ("en", english)):
        run = run_of(check, lang=lang)  # type: ignore[arg-type]
        assert render_notices(run, 9, Style()).startswith(said + check.file)
        assert said[2:] + check.file in page_of(run)
        assert json.loads(written(run, "jsonl"))["state"] == "correct"


def test_the_faults_of_an_incorrect_address_lie_behind_one_finding() -> None:
    result = incorrect().finished()
    codes = [found.code for found in result.findings]
    assert codes == ["SB521", "SB526", "SB531", "SB536"]
    ((faults,),) = [found.behind for found in result.findings if found.behind]
    assert faults.address == WRONG
    assert [finding.code for finding in faults.findings] == ["SB202"]


def test_what_is_noted_of_a_correct_address_counts_for_itself_unless_it_is_ignored() -> None:
    result = several().finished()
    assert [(found.code, found.line) for found in result.findings] == [("SB523", 9), ("SB405", 9)]
    assert [finding.code for faults in result.findings[0].behind for finding in faults.findings] == ["SB201", "SB401"]
    policy = Policy(ignored={"SB405": "ทดสอบ"})
    run = run_of(several(), broken(), policy=policy)
    document = json.loads(written(run, "json"))
    assert document["summary"]["ignored"] == {"SB405": 1}
    assert [finding["code"] for finding in document["notices"][0]["findings"]] == ["SB523"]
    for format_ in ("md", "html", "screen"):
        assert "SB405 × 1 (ทดสอบ)" in everything(run)[format_], format_
    again = several()._replace(findings=(*several().findings, *several().address.findings))  # type: ignore[union-attr]
    assert [found.code for found in again.finished().findings] == ["SB523", "SB405"], "told once, whoever tells it"


def test_nothing_behind_a_warning_is_an_error() -> None:
    findings = several().finished().findings
    behind = [f.severity for found in findings for faults in found.behind for f in faults.findings]
    assert behind
    assert Severity.ERROR not in behind


def test_an_address_off_the_website_is_told_once() -> None:
    off = Finding(rule("SB522", Severity.ERROR), "address", {"found": "x", "line": 9})
    verdict = check_address("saraban@other.go.th", website="www.phonsommut.go.th").verdict
    assert [finding.code for finding in verdict.findings] == ["SB404"]
    check = incorrect()._replace(address=verdict, findings=(off, found("SB523", "address")))
    assert not any(found.behind for found in check.finished().findings)


# What is in every format


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_file_that_cannot_be_used_is_in_every_format(lang: Lang) -> None:
    texts = everything(run_of(correct(), broken(), lang=lang))
    why = "ไฟล์เสียหาย บันทึกใหม่จาก Word" if lang == "th" else "damaged; save it anew from Word"
    for name, text in texts.items():
        if name != "page 0":
            assert "พัง.docx" in text or "%E0%B8%9E%E0%B8%B1%E0%B8%87.docx" in text, name
            assert why in text, name
    assert 'type="unusable"' in texts["junit"]


@pytest.mark.parametrize("format_", [*NOTICE_WRITERS, "screen"])
def test_every_file_and_every_rule_is_in_every_format(format_: str) -> None:
    run = sample()
    text = everything(run)[format_]
    for check in run.results:
        if format_ in ("github", "md", "screen", "sarif", "gitlab", "concise") and check.state is NoticeState.CORRECT:
            continue  # of a notice without fault they have nothing to say
        if format_ != "github":  # there findings of one rule are grouped, at the first file
            assert check.file in unquote(text), check.file
    for code in ("SB521", "SB531", "SB526", "SB510"):
        assert code in text, code


def test_two_languages(run: NoticeRun) -> None:
    english = everything(run._replace(lang="en"))
    for format_ in ("json", "csv", "md", "github", "gitlab", "sarif", "junit", "html", "xlsx", "screen"):
        assert "found " in english[format_], format_
        assert "พบ " not in english[format_], format_


def test_the_same_run_gives_the_same_bytes(run: NoticeRun) -> None:
    for name, writer in NOTICE_WRITERS.items():
        assert b"".join(writer.write(run)) == b"".join(writer.write(run)), name


# Privacy

MOBILES = (
    "081-234-5678",
    "0812345678",
    "08 1234 5678",
    "๐๘๑-๒๓๔-๕๖๗๘",
    "+66812345678",
    "+66 81 234 5678",
    "โทร0912345678",
)


@pytest.mark.parametrize("mobile", MOBILES)
def test_no_mobile_number_gets_into_any_output(mobile: str) -> None:
    text = f"ติดต่อ {mobile} ได้"
    parts = {"found": Text(text, text), "line": 1}
    check = hostile_check(text, 0)._replace(
        file="ก.pdf",
        address=None,
        others=(),
        record=AgencyRecord(),
        findings=(Finding(RULES["SB516"], "issuer", parts), found("SB525", "website", text)),
    )
    assert check.notice is not None
    check = check._replace(notice=check.notice._replace(addresses=()))
    digits = mobile.removeprefix("โทร").removeprefix("+66").strip()[-8:]
    for name, said in everything(run_of(check)).items():
        assert digits not in said, name
        assert mobile.removeprefix("โทร") not in said, name
    assert json.loads(written(run_of(check), "jsonl"))["mobiles"] == 1


@pytest.mark.parametrize(
    "text", ["042-000-000", "0-4200-0000 ต่อ 12", "saraban_0648011500@dla.go.th", "06480115", "๐ ๔๒๐๐ ๐๐๐๐"]
)
def test_office_lines_codes_and_addresses_are_no_mobile_numbers(text: str) -> None:
    check = incorrect()._replace(findings=(found("SB526", "telephone", text),))
    assert f"พบ {text}" in json.loads(written(run_of(check), "jsonl"))["findings"][0]["message"]


def test_the_text_of_the_document_is_in_no_output() -> None:
    check = incorrect()
    assert check.notice is not None
    document = check.notice.document._replace(text="(นางสาวทดสอบ นามสมมติ)")
    check = check._replace(notice=check.notice._replace(document=document))
    assert not any("นามสมมติ" in text for text in everything(run_of(check)).values())


# Hostile texts


def test_no_screen_obeys_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    for width in (30, 80):
        run = hostile()
        screens = [render_notices(run, 99, Style(width))]
        for check, location in zip(run.results, run.locations, strict=True):
            screens.append(render_notices(run._replace(results=[check], locations=[location]), 9, Style(width)))
        for screen in screens:
            assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", screen)
            assert "##[" not in screen


@pytest.mark.parametrize("format_", [name for name, writer in NOTICE_WRITERS.items() if writer.is_text])
def test_no_text_begins_a_workflow_command(monkeypatch: pytest.MonkeyPatch, format_: str) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    ours = re.compile(r"::(error|warning|notice) (file=|title=saraban-check )")
    for line in re.split("[\r\n\u2028\u2029\x85\x0b\x0c]", written(hostile(), format_)):
        if format_ == "github" and ours.match(line):
            continue
        assert not line.lstrip().startswith("::"), line
        assert "##[" not in line or format_ == "csv"


COMMAND = re.compile(r"::(error|warning|notice) ?([^:]*)::(.*)")


def test_github_commands_are_at_most_ten_of_each_level(run: NoticeRun) -> None:
    lines = re.split("\r\n|\r|\n", written(run, "github"))
    assert lines.pop() == ""
    assert lines.pop().startswith("saraban-check: ")
    commands = [COMMAND.fullmatch(line) for line in lines]
    assert all(commands)
    assert max(Counter(command[1] for command in commands if command).values()) <= 10
    for command in filter(None, commands):
        assert set(re.findall(r"(?:^|,)([a-z]+)=", command[2])) <= {"file", "line", "title"}


def errors_of(*checks: Case, **how: Any) -> list[tuple[str, str]]:
    """The file of each error annotation, and what it says."""
    lines = written(run_of(*checks, **how), "github").splitlines()
    commands = [COMMAND.fullmatch(line) for line in lines if line.startswith("::error")]
    return [(re.sub("^file=([^,]*).*|.*", r"\1", one[2]), one[3]) for one in commands if one]


@pytest.mark.parametrize("reasons", [(), (Text("เหตุ", "why"),)])
def test_each_file_that_cannot_be_used_has_an_annotation_of_its_own(reasons: tuple[Text, ...]) -> None:
    files = [f"พัง-{number:02}.docx" for number in range(14)]
    most = 10 - len(reasons)
    for count in (1, 2, most, 14):
        annotated = [one for one in errors_of(*map(broken, files[:count]), reasons=reasons) if one[0]]
        assert [file for file, _ in annotated] == [f"notices/{file}" for file in files[: min(count, most)]]
        for file, (_, said) in zip(files, annotated, strict=False):
            assert file in said
        said = " ".join(message for _, message in annotated)
        assert all(said.count(file) == 1 for file in files[:count]), "no file is left out"
    with_findings = errors_of(*map(broken, files), incorrect(), incorrect("2.pdf"), reasons=reasons)
    assert len(with_findings) == 10
    assert [file for file, _ in with_findings[-4:]] == ["notices/ผิด.pdf"] * 2 + ["notices/2.pdf"] * 2


def test_xml_is_well_formed_and_holds_no_forbidden_character() -> None:
    text = written(hostile(), "junit")
    root = ET.fromstring(text)
    assert not re.search(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    assert {child.tag for case in root.iter("testcase") for child in case} == {"failure", "error", "system-out"}
    names = [case.get("name") for case in root[0]]
    assert len(set(names)) == len(names)


_OUR_TAGS = set(
    re.findall(
        "[a-z0-9]+",
        "html head meta title style body main h1 h2 h3 p ul li b br div span table thead tbody tr th td "
        "article dl dt dd details summary img wbr form label input output button script",
    )
)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes |= {name for name, _ in attrs}


def test_no_text_becomes_an_element_of_the_page(run: NoticeRun) -> None:
    text = written(run, "html")
    page = _Tags()
    page.feed(text)
    assert set(page.tags) <= _OUR_TAGS
    assert page.attributes <= {
        *("lang", "charset", "http-equiv", "content", "name", "class", "scope", "tabindex", "open"),
        *("src", "alt", "hidden", "type", "maxlength", "aria-live"),
    }
    assert page.tags["script"] == 1
    assert re.search("default-src 'none'; script-src 'sha256-[^;' ]+'; style-src 'sha256-[^;' ]+'; ", text)
    assert "url(" not in text
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", text)


def test_the_page_is_in_the_package_and_its_policy_names_its_style() -> None:
    import base64
    import hashlib

    text = written(sample(), "html")
    style = re.search("<style>(.*)</style>", text, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in text
    assert "@page { size: A4" in style[1]


def test_no_column_of_names_is_squeezed_to_single_letters() -> None:
    page = page_of(sample())
    assert re.search(r"\.long \{ min-width: 1[0-9]rem", page)
    for name in ("ผิด.pdf, ผิด-2.pdf", "ผิด.pdf"):
        assert re.search(f'<t[hd][^>]*class="long"[^>]*>{name}', page), name


def test_no_cell_becomes_a_formula() -> None:
    texts = ("=1+1", "+1+1", "-1+1", "@x", "\t=1", "＝1", '=HYPERLINK("http://x")')
    run = run_of(*(hostile_check(text, number) for number, text in enumerate(texts)))
    for row in csv.reader(io.StringIO(written(run, "csv").removeprefix("\ufeff"))):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝")), cell
    types = {cell.data_type for sheet in workbook(run) for row in sheet for cell in row if cell.value is not None}
    assert types == {"s", "n"}
    assert written(run, "csv").startswith("\ufeff")


def test_markdown_holds_each_table_together(run: NoticeRun) -> None:
    text = written(run, "md")
    blocks = [block.splitlines() for block in text.split("\n\n") if block.startswith("|")]
    assert len(blocks) >= 2
    for head, *rows in blocks:
        bars = [re.findall(r"(?<!\\)\|", row) for row in (head, *rows)]
        assert len({len(one) for one in bars}) == 1, head
    assert not re.search(r"<(?!U\+)", text.removesuffix("<!-- saraban-check -->\n"))


# JSON


def test_a_line_is_written_as_soon_as_its_notice_was_checked() -> None:
    taken: list[str] = []

    def results() -> Iterator[NoticeResult]:
        for check in (correct(), incorrect(), broken()):
            taken.append(check.file)
            yield check.finished()

    lines = json_lines(results(), "th")
    first = by_contract("notice line", next(lines))
    assert (first.file, taken) == ("ดี.docx", ["ดี.docx"])
    assert [by_contract("notice line", line).file for line in lines] == ["ผิด.pdf", "พัง.docx"]
    run = run_of(correct(), incorrect())._replace(results=results())  # type: ignore[arg-type]
    assert len(written(run, "jsonl").splitlines()) == 3


def test_what_the_json_says_of_a_notice() -> None:
    one, *_, unread = json.loads(written(run_of(incorrect(record=RECORD), several(), broken()), "json"))["notices"]
    assert one["agency"] == {"row": 12, "code": "06480115", "name": "อบต.โพนสมมติ", "kind": None, "province": "นครพนม"}
    assert one["law"] == {"act": True, "act_year": 2565, "section": True}
    assert (one["kind"], one["pages"], one["ocr"], one["state"]) == ("pdf", 2, False, "incorrect")
    assert one["addresses"] == [{"address": WRONG, "line": 9}]
    assert (one["date"], one["mobiles"], one["telephones"]) == ("2026-03-01", 1, ["042-000-000"])
    address = one["address"]
    assert (address["value"], address["correct"], address["form"]) == (WRONG, False, None)
    assert address["meets"] == {"regulation": False, "methods": True}
    assert [finding["code"] for finding in address["findings"]] == ["SB202"]
    assert address["suggestions"][0] == {"address": GOOD, "origin": "repair"}
    assert [(f["code"], f["field"], f["line"]) for f in one["findings"]][:2] == [
        ("SB521", "address", 9),
        ("SB526", "telephone", 1),
    ]
    assert (unread["state"], unread["kind"], unread["address"], unread["issuer"]) == ("unreadable", None, None, None)
    assert unread["error"] == "พัง.docx: ไฟล์เสียหาย บันทึกใหม่จาก Word"


def test_json_says_what_the_gate_said() -> None:
    for reasons, gate in (((), {"passed": True, "reasons": []}), (None, None)):
        assert json.loads(written(sample(reasons=reasons), "json")).get("gate") == gate
    failed = json.loads(written(sample(reasons=(Text("เหตุ", "why"),)), "json"))["gate"]
    assert failed == {"passed": False, "reasons": ["เหตุ"]}
    assert "✅" in written(sample(reasons=()), "md")
    assert "✅" not in written(sample(), "md")
    suites = list(JUnitXml.fromstring(written(sample(reasons=(Text("เหตุ", "why"),)), "junit").encode()))
    assert [case.name for case in suites[1]] == ["เหตุ"]


# SARIF and fingerprints


def test_sarif_is_valid_by_the_schema(run: NoticeRun) -> None:
    if not SCHEMA.is_file():
        pytest.skip("the schema is not there")
    import jsonschema

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    for lang in ("th", "en"):
        document = json.loads(written(run._replace(lang=lang), "sarif"))
        assert not [f"{list(error.absolute_path)}: {error.message[:200]}" for error in validator.iter_errors(document)]


def test_sarif_names_the_file_the_line_and_the_rule(run: NoticeRun) -> None:
    (one,) = json.loads(written(run, "sarif"))["runs"]
    rules = one["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == [each.code for each in catalogue.RULES]
    prints = [result["partialFingerprints"]["sarabanCheck/v1"] for result in one["results"]]
    assert len(set(prints)) == len(prints)
    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (place,) = result["locations"]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert unquote(uri) in run.locations
        assert not re.search(r"[^A-Za-z0-9_.~/%-]", uri)
        assert place["physicalLocation"]["region"]["startLine"] >= 1


def prints_of(*checks: Case) -> Counter[tuple[str, str]]:
    return Counter((one.finding.code, one.fingerprint) for one in locate_notices(run_of(*checks)))


def test_fingerprints_know_no_line_no_order_and_no_file_name() -> None:
    known = prints_of(incorrect(), several())
    assert set(known.values()) == {1}
    assert prints_of(several("อื่น.txt"), incorrect("ใหม่.pdf", line=77)) == known
    assert prints_of(by_ocr()) != prints_of(by_ocr("อื่น.pdf")), "whose it is was only read: the file alone is sure"
    for check in (incorrect(record=RECORD), incorrect()):
        assert check.notice is not None
        spaced = check.notice._replace(issuer=Stated("องค์การบริหารส่วนตำบล  โพนสมมติ", 3))
        assert prints_of(check._replace(notice=spaced)) == prints_of(check)


def test_another_agency_another_value_and_another_time_are_other_fingerprints() -> None:
    known = set(prints_of(incorrect()))
    assert not known & set(prints_of(incorrect(record=RECORD)))
    other = incorrect()
    assert other.notice is not None
    renamed = other._replace(notice=other.notice._replace(issuer=Stated("เทศบาลตำบลสาธิต", 1)))
    assert not known & set(prints_of(renamed))
    unnamed = [incorrect(file)._replace(notice=notice(file, WRONG, issuer=None)) for file in ("ก.pdf", "ข.pdf")]
    assert not set(prints_of(unnamed[0])) & set(prints_of(unnamed[1]))
    changed = set(prints_of(incorrect(address="sarabun_06480115@dla.go.th")))
    assert {code for code, _ in known - changed} == {"SB521"}
    twice = set(prints_of(incorrect(), incorrect("2.pdf")))
    assert {(code, f"{one}-2") for code, one in known} | known == twice


# The screen


@pytest.mark.parametrize("width", [30, 40, 50, 80, 120])
@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_line_fits_the_window(lang: Lang, width: int) -> None:
    run = sample(lang=lang)
    screens = [render_notices(run, 2, Style(width))]
    screens += [render_notices(run._replace(results=[one], locations=["x"]), 2, Style(width)) for one in run.results]
    for line in "\n".join(screens).splitlines():
        is_command = line.strip().startswith("saraban-check draft notice")  # whole, to be copied
        assert cell_width(line) <= width or is_command, line
        assert not line.startswith("\u0e33")


@pytest.mark.parametrize("width", [30, 80])
def test_the_command_to_draft_with_stands_whole_on_its_line(width: int) -> None:
    lines = render_notices(run_of(incorrect(record=RECORD)), 9, Style(width)).splitlines()
    commands = [line.strip() for line in lines if line.strip().startswith("saraban-check draft notice")]
    assert len(commands) == 1
    assert shlex.split(commands[0])[:4] == ["saraban-check", "draft", "notice", "--name"]
    assert "--address" in commands[0]


def test_what_ocr_read_is_asked_and_goes_into_no_command() -> None:
    for state in (NoticeState.UNKNOWN, NoticeState.CORRECT):
        text = render_notices(run_of(by_ocr()._replace(state=state, record=RECORD)), 9, Style())
        assert "saraban-check" not in text
        assert "info.go.th" not in text
        assert f"อ่านได้ว่า “{WRONG}” ถูกต้องหรือไม่" in " ".join(text.split())
        assert re.search("โทรศัพท์ +อ่านไม่พบ\n", text)
        assert re.search(r"วันที่ +อ่านไม่พบ +\(หน้า 2\)", text)
        assert not {"✗", "→"} & set(text)


@pytest.mark.parametrize("state", [NoticeState.UNKNOWN, NoticeState.CORRECT])
def test_every_output_asks_what_ocr_read(state: NoticeState) -> None:
    run = run_of(by_ocr()._replace(state=state), correct(), lang="en")
    for name in ("md", "html", "csv"):
        text = html.unescape(in_one_language(written(run, name), run.lang).replace("\\", ""))
        assert f"read as “{WRONG}”: is that right?" in text, name
        assert "not read" in text, name
    one = json.loads(next(json_lines(run.results, "en")))
    asked = {question["field"]: question for question in one["questions"]}
    assert asked["address"] == {
        "field": "address",
        "value": WRONG,
        "page": 2,
        "box": {"left": 0.2, "top": 0.5, "right": 0.8, "bottom": 0.53},
    }
    assert (asked["telephone"]["value"], asked["telephone"]["page"], asked["date"]["page"]) == (None, None, 2)
    assert (one["issuer"], one["addresses"], one["date"], one["address"]) == (None, [], None, None)


def test_a_page_shows_the_place_in_the_scan_and_may_do_nothing_else() -> None:
    import base64

    page = written(run_of(by_ocr(), lang="en"), "html")
    shown = re.findall(r'<img alt="([^"]+)" src="data:image/png;base64,([^"]+)">', page)
    assert [base64.b64decode(data) for _, data in shown] == [PNG, PNG]
    assert shown[0][0].startswith("The scan of page 1, where the agency stands: read as “")
    assert "img-src data:;" in page
    assert "img-src" not in written(run_of(correct(), incorrect()), "html")


@pytest.mark.parametrize("number", ["081–234–0000", "081 - 234 - 0000", "(081) 234 0000", "๐๘๑-๒๓๔-๐๐๐๐"])
def test_no_way_of_writing_a_mobile_number_gets_through(number: str) -> None:
    assert shown_text(f"โทร {number} หรือ 0-4200-0101") == "โทร (…) หรือ 0-4200-0101"


def test_the_page_of_one_file_says_what_to_mend_and_what_to_use() -> None:
    text = render_notices(run_of(incorrect(record=RECORD)), 9, Style())
    assert text.startswith("✗ ต้องแก้  ผิด.pdf\n")
    for said in (
        NAME,
        "แถว 12 06480115 อบต.โพนสมมติ นครพนม",
        f"✗ {WRONG}",
        "1 มีนาคม 2569",
        "ไลน์ (LINE), x-chat",
        "มือถือ 1 หมายเลข (ไม่แสดง)",
    ):
        assert said in text
    lines = text.splitlines()
    at = next(number for number, line in enumerate(lines) if "SB202" in line)
    pointed = lines[at + 1 : at + 3]
    assert pointed[0].strip() == WRONG
    start = pointed[1].index("^") - (len(pointed[0]) - len(WRONG))
    assert WRONG[start : start + pointed[1].count("^")] == "saraband"
    assert text.index("SB521") < text.index("SB202") < text.index("SB531") < text.index("SB526"), "errors come first"
    assert f"→ {GOOD}" in text
    assert f'draft notice --name "{NAME}" --address' in text
    assert "info.go.th แทนฉบับเดิม" in text
    assert "02-241-9000" in text


@pytest.mark.parametrize(
    ("check", "says", "says_not"),
    [
        (correct(), "✓ ถูกต้อง", "draft notice"),
        (by_ocr(), "อ่านจากภาพ (OCR) ตรวจทานอีกครั้ง", "✗ SB"),
        (scan(), "ไม่พบหน่วยงานในรายชื่อ: ไม่มีชื่อในไฟล์", "สิ่งที่อ่านได้"),
        (broken(), "? อ่านไม่ได้  พัง.docx\n  ! พัง.docx: ไฟล์เสียหาย", "สิ่งที่พบ"),
        (several(), "✗ phon@gmail.com", "✗ SB"),
    ],
    ids=["correct", "ocr", "scan", "broken", "several"],
)
def test_the_page_of_each_outcome(check: Case, says: str, says_not: str) -> None:
    text = render_notices(run_of(check), 9, Style())
    assert says in text
    assert says_not not in text


def no_notice() -> Case:
    """Another document in the place of the notice."""
    other = notice("คำสั่ง.pdf", document=Document("คำสั่ง.pdf", DocumentKind.PDF, "", 1))
    state = NoticeState.INCORRECT
    return Case("คำสั่ง.pdf", other, (Finding(rule("SB512", Severity.ERROR), "document", {"found": "x"}),), state=state)


def test_in_place_of_another_document_the_notice_is_asked_for() -> None:
    text = render_notices(run_of(no_notice()), 9, Style())
    step, command = text.partition("เลือกไฟล์ประกาศฯ ม.10 ที่ถูกต้องแล้วตรวจใหม่")[1:]
    assert step
    assert command.splitlines()[1].strip().startswith("saraban-check draft notice")
    for wrong in ("แทนฉบับเดิม", "ลงนามใหม่", "เสนอผู้มีอำนาจลงนาม", "แก้ประกาศฯ ตาม"):
        assert wrong not in text


_NOTHING = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>"}
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s>>"


@pytest.mark.parametrize(
    ("file", "content", "is_scan"),
    [
        ("ว่าง.txt", b" \n\n ", False),
        ("ว่าง.pdf", pdf_bytes({**_NOTHING, 3: _PAGE % b""}), False),
        ("ภาพ.pdf", pdf_bytes({**_NOTHING, 3: _PAGE % b"/Contents 4 0 R", 4: stream(b"50 50 400 700 re f")}), True),
    ],
)
def test_an_empty_document_is_the_wrong_file_and_a_scan_is_not(
    tmp_path: Path, file: str, content: bytes, is_scan: bool
) -> None:
    (tmp_path / file).write_bytes(content)
    document = read(tmp_path / file, ocr=False)  # as the reading says it: the reports tell the two apart by that
    assert document.no_text is not None
    check = Case(file, Notice(document), (found("SB510", "document"),), state=NoticeState.UNREADABLE)
    for lang, right, original in (("th", "ที่ถูกต้อง", "ต้นฉบับ"), ("en", "the right file", "the original")):
        page = render_notices(run_of(check, lang=lang), 9, Style())  # type: ignore[arg-type]
        steps = page[page.index("ต้องทำต่อ" if lang == "th" else "What to do next") :]
        assert (right in steps, original in steps) == (not is_scan, is_scan)
        assert "tesseract" not in steps.lower()
        overview = render_notices(run_of(check, correct(), lang=lang), 9, Style())  # type: ignore[arg-type]
        todo = overview[overview.index(" 1. ") :].splitlines()[0]
        assert (right in todo) is not is_scan


def test_what_is_missing_is_said() -> None:
    bare = notice("ก.pdf", issuer=None, subject=None, websites=(), telephones=(), mobiles=0, date=None, date_text=None)
    check = Case("ก.pdf", bare._replace(position=None, cites_act=False, cites_section=False))
    text = render_notices(run_of(check), 9, Style())
    for label in ("หน่วยงาน", "เรื่อง", "กฎหมาย", "อีเมล", "เว็บไซต์", "โทรศัพท์", "วันที่", "ผู้ลงนาม"):
        assert re.search(rf"^  {label} +– ไม่พบ$", text, re.MULTILINE), label


def test_the_overview_says_what_helps_most_and_how_much_is_left_out() -> None:
    many = [incorrect(f"{number:03}.pdf") for number in range(312)]
    fewer = incorrect("หนึ่ง.pdf")._replace(findings=(found("SB525", "website"), found("SB530", "date")))
    text = render_notices(run_of(*many, fewer, broken()), 10, Style())
    todo = re.findall(r"^ ([0-9])\. .*? ([0-9]+) ฉบับ \((.*)\)$", text, re.MULTILINE)
    assert todo == [("1", "313", "SB530, SB531"), ("2", "312", "SB521"), ("3", "312", "SB526"), ("4", "1", "SB525")]
    assert "แสดง 10 จาก 313" in text
    assert text.count(" (+1)\n") == 10, "the other error of each"
    assert len(re.findall(r"^✗ ", text, re.MULTILINE)) == 10
    assert "000.pdf, 001.pdf, 002.pdf และอีก 309 ไฟล์" in text
    assert "--limit 313" in text
    assert "--limit" not in render_notices(run_of(*many[:3]), 10, Style())


def test_the_overview_asks_for_scans_to_be_compared() -> None:
    def scan(file: str, state: NoticeState) -> Case:
        document = Document(file, DocumentKind.PDF, "", 1, by_ocr=True)
        return incorrect(file)._replace(state=state, notice=Notice(document), findings=(), suggestions=())

    states = (NoticeState.UNKNOWN, NoticeState.CORRECT, NoticeState.UNREADABLE)
    many = [scan(f"{state.value}.pdf", state) for state in states]
    text = " ".join(render_notices(run_of(*many, incorrect()), 10, Style()).split())
    assert "เทียบไฟล์สแกนกับสิ่งที่อ่านได้ด้วยตา 2 ไฟล์ (saraban-check notice ไฟล์ หรือ -o x.html) unknown.pdf, correct.pdf" in text


def test_a_command_to_copy_holds_nothing_but_plain_words() -> None:
    for text in ('"; rm -rf ~; "', "$(id)", "`id`", "ก & ข", "%PATH%", "!x"):
        check = incorrect()
        assert check.notice is not None
        bad = Stated(text, 1)
        read = check.notice._replace(issuer=bad, websites=(bad,), telephones=(bad,))
        screen = render_notices(run_of(check._replace(notice=read)), 9, Style(120))
        command = re.search(r"saraban-check draft notice .*(?:\n      .*)*", screen)
        assert command
        assert command[0] == f'saraban-check draft notice --name "ชื่อหน่วยงาน" --address {GOOD} -o draft.docx'


def test_a_page_of_one_notice_is_its_answer() -> None:
    """What to do and whom to ask, before what was read; the counts and tables of many are not there."""
    run = run_of(incorrect())
    page = page_of(run)
    state, found, steps, read = (page.index(word) for word in ("ต้องแก้", "SB521", "ต้องทำต่อ", "สิ่งที่อ่านได้จากประกาศฯ"))
    assert state < found < steps < read
    assert "02-356-9999" in page[steps:read]
    assert "<table" not in page
    assert 'class="counts"' not in page
    assert '<ol class="items">' not in page_of(run_of(incorrect(), correct()))


@pytest.mark.parametrize(
    ("address", "office", "other"),
    [
        ("saraban_06480191@dla.go.th", "02-241-9000 ต่อ 1112", "dcb_division"),
        ("saraban@wang.go.th", "ผู้ดูแลโดเมน", "1112"),
    ],
)
def test_who_opens_the_suggested_address_is_asked_about_it(address: str, office: str, other: str) -> None:
    shown = render_notices(run_of(incorrect(suggestions=(Suggestion(address, Origin.RECORD),))), 9, Style())
    assert office in shown
    assert other not in shown
