"""Slips of the fingers, class by class: what is offered first, and where nobody can tell, nothing.

`cases/repairs.csv` is the table; a blank suggestion means that none may be offered.
"""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import CASES, read_cases, record_options, run

from saraban_check import check_address
from saraban_check.address.keyboard import key_readings
from saraban_check.reference.words import kedmanee

REPAIRS = read_cases(CASES / "repairs.csv")
CLASSES = {
    *("thai-keys", "letters-word", "letters-code", "letters-domain", "zero-o", "one-l-i"),
    *("separator", "dot", "at-sign", "lost-zero", "cut-short", "space", "rotated", "crossed", "none"),
}
few = settings(derandomize=True, database=None, deadline=None, max_examples=120)
CONTRADICTIONS = {"SB305", "SB407", "SB701"}
_THAI_OF = {english: thai for thai, english in kedmanee().items()}

codes = st.builds("{}48{:04}".format, st.sampled_from(("02", "03", "04", "05", "06")), st.integers(0, 9999))
names = st.from_regex(r"[a-z]{2,12}", fullmatch=True)
correct = st.one_of(
    codes.map("saraban_{}@dla.go.th".format),
    names.map("saraban-{}@lgo.mail.go.th".format),
    names.map("saraban@{}.go.th".format),
).filter(lambda address: check_address(address).verdict.correct is True)


def on_thai_keys(text: str) -> str:
    """What appears when a text is typed with the Thai keyboard on."""
    return "".join(_THAI_OF[char] for char in text)


def test_every_class_has_cases() -> None:
    counts = Counter(case["class"] for case in REPAIRS)
    assert set(counts) == CLASSES
    assert min(counts.values()) >= 6


@pytest.mark.parametrize("case", REPAIRS, ids=lambda case: f"line{case['line']}-{case['class']}")
def test_what_is_offered_first(case: dict[str, str]) -> None:
    options = record_options({"issued": "", **case})
    check = check_address(case["address"], **options)
    assert not check.verdict.correct
    first = (check.suggestions[0].address, check.suggestions[0].origin.value) if check.suggestions else ("", "")
    assert first == (case["suggestion"], case["origin"]), case["note"]
    for suggestion in check.suggestions:
        verdict = check_address(suggestion.address, **options).verdict
        assert verdict.correct
        assert not CONTRADICTIONS & {finding.code for finding in verdict.findings}


def test_the_layout_is_whole() -> None:
    table = kedmanee()
    assert len(table) == 94
    assert set(table.values()) == {chr(code) for code in range(0x21, 0x7F)}
    assert on_thai_keys("saraban") == "หฟพฟิฟื"


@few
@given(correct)
def test_a_correct_address_on_thai_keys_is_understood(address: str) -> None:
    typed = on_thai_keys(address)
    assert key_readings(typed) == (address,)
    check = check_address(typed)
    assert check.verdict.correct is False
    assert [finding.code for finding in check.verdict.findings if finding.code < "SB4"] == ["SB105"]
    assert [suggestion.address for suggestion in check.suggestions] == [address]


@few
@given(correct, st.sampled_from(("local", "domain")))
def test_one_side_on_thai_keys_is_understood(address: str, side: str) -> None:
    local, _, domain = address.partition("@")
    typed = f"{on_thai_keys(local)}@{domain}" if side == "local" else f"{local}@{on_thai_keys(domain)}"
    assert [suggestion.address for suggestion in check_address(typed).suggestions] == [address]


@few
@given(codes)
def test_thai_digits_on_purpose_are_no_thai_keys(code: str) -> None:
    thai = code.translate({ord(str(digit)): chr(0x0E50 + digit) for digit in range(10)})
    verdict = check_address(f"saraban_{thai}@dla.go.th").verdict
    assert verdict.correct
    assert verdict.value == f"saraban_{code}@dla.go.th"


@few
@given(st.text(alphabet=st.sampled_from([*kedmanee(), *"@._-/ 0aก"]), max_size=40))
def test_no_text_breaks_the_reading_of_keys(text: str) -> None:
    for reading in key_readings(text):
        assert len(reading) == len(text)
        assert reading.isascii()
    assert check_address(text).verdict.raw == text


def test_the_command_says_what_the_keys_give_in_english() -> None:
    thai = run("address", on_thai_keys("saraban_06480123@dla.go.th"), "--format", "json")
    assert thai.returncode == 1
    assert "โดยตั้งใจพิมพ์ “saraban_06480123@dla.go.th”" in thai.stdout
    english = run("address", on_thai_keys("saraban_06480123@dla.go.th"), "--lang", "en")
    said = " ".join(english.stdout.split())
    assert "probably typed with the Thai keyboard on" in said
    assert "saraban_06480123@dla.go.th" in said
    assert said.count("SB") == 1
