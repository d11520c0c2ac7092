"""Whole verdicts: exactly which findings, the state, the form, the cleaned value, and the first suggestion.

`cases/verdicts.csv` is the table; `*` in its form column means that nothing is said about the form. The tool's
own example file `data/addresses.csv` is read too, for it must never promise what the code does not do.
"""

import csv
from pathlib import Path

import pytest
from tests.support import CASES, read_cases, record_options

from saraban_check import Severity, Standard, check_address

VERDICTS = read_cases(CASES / "verdicts.csv")
EXAMPLES_FILE = Path(__file__).parent.parent / "data" / "addresses.csv"

SLIDE_ADDRESSES = [
    "saraban_06480115@dla.go.th",
    "saraban-photan@lgo.mail.go.th",
    "saraban@songkhcity.go.th",
    "saraban_05471201@dla.go.th",
    "saraban@donkhueang.go.th",
    "saraban@wang-thong.go.th",
    "saraband_06320205@dla.go.th",
    "Sarabun_06770206@dla.go.th",
    "saraban_6820101@dla.go.th",
    "4520101@dla.go.th",
    "saraban_06440905@dia.go.th",
    "admin@eservice-ktb.go.th",
    "thungsong103@gmail.com",
]


def _case_id(case: dict[str, str]) -> str:
    return f"line{case['line']}-{case['codes'].replace(' ', '-') or 'clean'}"


def _read_examples() -> list[dict[str, str]]:
    with EXAMPLES_FILE.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", VERDICTS, ids=_case_id)
def test_verdict_is_exactly_as_the_table_says(case: dict[str, str]) -> None:
    check = check_address(case["address"], **record_options(case))
    verdict = check.verdict
    assert " ".join(finding.code for finding in verdict.findings) == case["codes"], case["note"]
    assert verdict.state.value == case["state"]
    assert verdict.value == (case["value"] or None)
    assert verdict.raw == case["address"], "the cell is kept as it was"
    if case["form"] != "*":
        assert (verdict.form.value if verdict.form else "") == case["form"]


@pytest.mark.parametrize("case", VERDICTS, ids=_case_id)
def test_first_suggestion_and_its_origin(case: dict[str, str]) -> None:
    suggestions = check_address(case["address"], **record_options(case)).suggestions
    first = (suggestions[0].address, suggestions[0].origin.value) if suggestions else ("", "")
    assert first == (case["suggestion"], case["origin"]), case["note"]


@pytest.mark.parametrize("case", VERDICTS, ids=_case_id)
def test_correct_means_no_error_of_the_address_families(case: dict[str, str]) -> None:
    verdict = check_address(case["address"], **record_options(case)).verdict
    errors = [f for f in verdict.findings if f.severity is Severity.ERROR and f.code < "SB5"]
    assert verdict.correct is (not errors)


@pytest.mark.parametrize("case", VERDICTS, ids=_case_id)
def test_cleaned_value_is_clean(case: dict[str, str]) -> None:
    value = check_address(case["address"], **record_options(case)).verdict.value
    if value is None:
        assert case["state"] == "missing"
        return
    again = check_address(value, **record_options(case)).verdict
    assert again.value == value
    assert "SB104" not in [finding.code for finding in again.findings]


def test_every_slide_address_is_in_both_tables() -> None:
    assert set(SLIDE_ADDRESSES) <= {case["address"] for case in VERDICTS}
    assert set(SLIDE_ADDRESSES) <= {example["address"] for example in _read_examples()}


@pytest.mark.parametrize("example", _read_examples(), ids=lambda example: example["address"])
def test_example_file_states_what_the_tool_finds(example: dict[str, str]) -> None:
    verdict = check_address(example["address"]).verdict
    assert verdict.correct is (example["correct"] == "true")
    assert (verdict.form.value if verdict.form else "") == example["form"]
    errors = [f.code for f in verdict.findings if f.severity is Severity.ERROR]
    assert " ".join(errors) == example["codes"]


def test_finding_points_at_the_offending_part() -> None:
    """The message names it, and the span is where it stands in the judged value."""
    for address, code, part in [
        ("saraban_6820101@dla.go.th", "SB301", "6820101"),
        ("saraban_06440905@dia.go.th", "SB402", "dia.go.th"),
        ("Sarabun_06770206@dla.go.th", "SB202", "Sarabun"),
        ("thungsong103@gmail.com", "SB401", "gmail.com"),
        ("saraban_06440905@www.dia.go.th", "SB402", "dia.go.th"),
        ("saraban_06440905@www.dia.go.th", "SB409", "www."),
    ]:
        found = next(f for f in check_address(address).verdict.findings if f.code == code)
        assert found.span is not None
        start, end = found.span
        assert address[start:end] == part
        assert part in found.message("th")
        assert part in found.message("en")


@pytest.mark.parametrize(
    ("address", "code", "thai", "english"),
    [
        ("05471201saraban@dla.go.th", "SB203", "มาไว้หน้าสุด", "Put saraban in front"),
        ("x.saraban-khokyai@lgo.mail.go.th", "SB203", "มาไว้หน้าสุด", "Put saraban in front"),
        ("saraban__05471201@dla.go.th", "SB203", "เครื่องหมายเดียวคือ _", "just one _ after saraban"),
        ("saraban05471201@dla.go.th", "SB203", "เครื่องหมายเดียวคือ _", "just one _ after saraban"),
        ("saraban.khokyai@lgo.mail.go.th", "SB203", "เครื่องหมายเดียวคือ -", "just one - after saraban"),
        ("saraban-khok_yai@lgo.mail.go.th", "SB203", "ทีละตัวระหว่างคำ", "single hyphens between its words"),
        ("saraban_5471201@dla.go.th", "SB301", "เติม 0 หน้ารหัส", "Add the 0 in front"),
        ("saraban_0547120@dla.go.th", "SB301", "เติมหลักที่ขาดไป", "the digit that is missing"),
        ("saraban_547120@dla.go.th", "SB301", "ให้ครบ 8 หลัก", "write all its 8 digits"),
        ("saraban_054712011@dla.go.th", "SB301", "ตัดหลักที่เกิน", "what is too many"),
        ("saraban_O5471201@dla.go.th", "SB301", "ไม่ใช้ตัวอักษรแทนตัวเลข", "no letter in place of a digit"),
        ("saraban_05-471201@dla.go.th", "SB301", "ไม่มีเครื่องหมายคั่น", "no mark among them"),
    ],
)
def test_mend_is_about_the_very_fault(address: str, code: str, thai: str, english: str) -> None:
    found = next(f for f in check_address(address).verdict.findings if f.code == code)
    assert thai in found.mend.th
    assert english in found.mend.en


@pytest.mark.parametrize(
    ("address", "codes"),
    [
        ("0891234567saraban_05471201@dla.go.th", ["SB203"]),
        ("1234saraban_05471201@dla.go.th", ["SB203"]),
        ("05471201saraban@dla.go.th", ["SB203"]),
        ("0547120_saraban@dla.go.th", ["SB203", "SB301"]),
        ("0891234567saraban_5471201@dla.go.th", ["SB203", "SB301"]),
        ("x_saraban_09471201@dla.go.th", ["SB203", "SB302"]),
    ],
)
def test_the_code_is_what_stands_behind_the_word(address: str, codes: list[str]) -> None:
    findings = check_address(address).verdict.findings
    assert [finding.code for finding in findings] == codes
    assert "08912" not in findings[-1].message("en") or codes[-1] == "SB203"


@pytest.mark.parametrize(
    ("address", "code", "start", "part"),
    [
        ("saraban_ban@dla.go.th", "SB207", 8, "ban"),
        ("saraban-a@dla.go.th", "SB207", 8, "a"),
        ("sarabun_bun@dla.go.th", "SB207", 8, "bun"),
        ("saraban-s-=ara@lgo.mail.go.th", "SB203", 9, "-="),
        ("saraban0_0@dla.go.th", "SB301", 9, "0"),
        ("11480115_saraban@dla.go.th", "SB302", 0, "11480115"),
        ("saraban-go@lgo.mail.go.th", "SB407", 8, "go"),
    ],
)
def test_a_part_is_pointed_at_behind_the_word(address: str, code: str, start: int, part: str) -> None:
    findings = check_address(address, website="www.photan.go.th").verdict.findings
    assert next(f.span for f in findings if f.code == code) == (start, start + len(part))
    assert address[start:].startswith(part)


@pytest.mark.parametrize(
    ("address", "code", "quoted"),
    [
        ("saraban_06480115@dla.go.th.NEW", "SB402", "“dla.go.th.NEW”"),
        ("saraban_06480115@DIA.go.th", "SB402", "“DIA.go.th”"),
        ("saraban@Gmail.com", "SB401", "@Gmail.com "),
        ("saraban@www.Gmial.go.th", "SB401", "@Gmial.go.th "),
        ("saraban@SongkhCity.net", "SB403", "“SongkhCity.net”"),
        ("saraban@Songkh.go.th", "SB404", "Songkh.go.th"),
        ("saraban@Songkh.com", "SB405", "Songkh.com"),
    ],
)
def test_a_domain_is_quoted_as_it_was_typed(address: str, code: str, quoted: str) -> None:
    findings = check_address(address, website="www.songkhcity.go.th").verdict.findings
    if code == "SB405":
        findings = check_address(address).verdict.findings
    found = next(f for f in findings if f.code == code)
    assert quoted in found.message("en")


@pytest.mark.parametrize(
    ("address", "code", "thai", "english"),
    [
        ("saraban06480115@dla.go.th", "SB203", "ขาดขีดล่าง (_)", "The underscore (_) after saraban is missing"),
        ("sarabanphotan@lgo.mail.go.th", "SB203", "ขาดขีดกลาง (-)", "The hyphen (-) after saraban is missing"),
        ("saraban-06480115@dla.go.th", "SB203", "คั่นหลังคำว่า saraban ผิด", "Wrong separator"),
        ("x-saraban-y@dla.go.th", "SB203", "ไม่ได้อยู่หน้าสุด", "does not stand in front"),
        ("saraban_0648011@dla.go.th", "SB301", "ขาดเลขตัวอื่นไปหนึ่งตัว", "another digit is missing"),
        ("saraban_6480115@dla.go.th", "SB301", "ขาด 0 ตัวหน้า", "the leading 0 is missing"),
        ("saraban_064801155@dla.go.th", "SB301", "เกินมา 1 ตัว", "1 too many"),
        ("saraban_06-480115@dla.go.th", "SB301", "เครื่องหมายอื่น", "something else stands among them"),
        ("saraban_06480115@lgo.mail.go.th", "SB207", "ใช้กับ @dla.go.th", "belongs at @dla.go.th"),
        ("saraban_photan@dla.go.th", "SB207", "ใช้กับ @lgo.mail.go.th", "belongs at @lgo.mail.go.th"),
        ("saraban_06480115@mail.go.th", "SB402", "“dla.go.th”", "“dla.go.th”"),
        ("saraban-photan@mail.go.th", "SB402", "“lgo.mail.go.th”", "“lgo.mail.go.th”"),
        ("saraban@songkhcity.go.th.com", "SB403", "ต่อท้าย “songkhcity.go.th”", "behind “songkhcity.go.th”"),
        ("saraban@www.songkhcity.go.th", "SB409", "“www.”", "the domain of the address is “songkhcity.go.th”"),
    ],
)
def test_message_is_about_the_very_fault(address: str, code: str, thai: str, english: str) -> None:
    found = next(f for f in check_address(address).verdict.findings if f.code == code)
    assert thai in found.message("th")
    assert english in found.message("en")


def test_a_type_that_the_kind_can_never_have_is_named() -> None:
    found = check_address("saraban_02480115@dla.go.th", kind="sao").verdict.findings[0]
    assert "ขึ้นต้นด้วย 06 และไม่เคยหรือจะขึ้นต้นด้วย 02" in found.message("th")
    assert "begins with 06, and never with 02" in found.message("en")


def test_meets_names_the_standard_that_is_unmet() -> None:
    misspelled = check_address("Sarabun_06770206@dla.go.th").verdict
    regulation, methods = Standard.REGULATION, Standard.METHODS
    assert misspelled.meets(regulation) is False
    assert check_address("saraban@songkhcity.net").verdict.meets(methods) is False
    assert check_address("saraban_06480115@dla.go.th").verdict.meets(regulation) is True
    assert check_address("saraban_06480115@dla.go.th").verdict.meets(methods) is True
    assert check_address("-").verdict.meets(regulation) is None, "there is no address to judge"


@pytest.mark.parametrize("case", read_cases(CASES / "quoted.csv"), ids=lambda case: f"line{case['line']}")
def test_a_message_quotes_what_was_written(case: dict[str, str]) -> None:
    found = next(f for f in check_address(case["address"]).verdict.findings if f.code == case["code"])
    assert case["quotes"] in found.message("th"), case["note"]
    assert not case["quotes_not"] or case["quotes_not"] not in found.message("th"), case["note"]
