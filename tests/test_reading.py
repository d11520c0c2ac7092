"""How an address cell is read: what is taken off, what is read as what it looks like, and which fault is named.

`cases/reading.csv` is the table. `*` in its value column means that nothing is said about the value, `*` before the
codes that there may be others; `says` stands in what is said in Thai of the codes, or of how to mend them.
"""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import CASES, read_cases

from saraban_check import check_address
from saraban_check.address.cleaning import Cleaned, clean
from saraban_check.address.dressing import Change

READING = read_cases(CASES / "reading.csv")
KINDS = {"dressed", "kept", "signs", "glued", "rest", "fault", "beside", "wrapped", "phrase"}


@pytest.mark.parametrize("case", READING, ids=lambda case: f"line{case['line']}-{case['kind']}")
def test_cell_is_read_as_the_table_says(case: dict[str, str]) -> None:
    check = check_address(case["cell"])
    verdict = check.verdict
    codes = [finding.code for finding in verdict.findings]
    assert verdict.state.value == case["state"], (codes, verdict.value, case["note"])
    if case["codes"].startswith("*"):
        assert case["codes"][1:] in codes, case["note"]
    else:
        assert " ".join(codes) == case["codes"], case["note"]
    if case["value"] != "*":
        assert (verdict.value or "") == case["value"], case["note"]
    assert (check.suggestions[0].address if check.suggestions else "") == case["suggestion"], case["note"]
    assert case["says"] in " ".join(finding.message("th") for finding in verdict.findings), case["note"]


def test_every_kind_has_cases() -> None:
    assert set(Counter(case["kind"] for case in READING)) == KINDS


# A law for every dressing of every correct address, one within the other

few = settings(derandomize=True, database=None, deadline=None, max_examples=200)
MARKS = ("{}", "1) {}", "2. {}", "(3) {}", "๔. {}", "๕) {}", "ก. {}", "(ข) {}", "- {}", "– {}", "• {}", "* {}", "➢ {}")
LABELS = (
    *("{}", "E-mail: {}", "e - mail : {}", "E mail {}", "Email Address: {}", "อีเมล {}", "อี เมล์ : {}", "อีเมล{}"),
    *("ที่อยู่อีเมล : {}", "อีเมลกลาง: {}", "ไปรษณีย์อิเล็กทรอนิกส์ {}", "mailto:{}", "mailto:{}?subject=a%20b", "https://{}"),
)
AROUND = (
    *(
        "{}",
        "({})",
        "[{}]",
        "{{{}}}",
        "【{}】",
        "“{}”",
        "«{}»",
        "<{}>",
        '"{}"',
        "( {} )",
        "ชื่อ <{}>",
        "{}.",
        "{};",
        "({}",
    ),
    *("{})", "({}).", "“({})”", "{} ", "\u200b{}"),
)
ADDRESSES = (
    *("saraban_06480115@dla.go.th", "Saraban_05471201@dla.go.th", "saraban-photan@lgo.mail.go.th"),
    *("saraban-nong-tuayan@lgo.mail.go.th", "saraban@songkhcity.go.th", "saraban@song-kh.or.th"),
)


@few
@given(*map(st.sampled_from, (ADDRESSES, MARKS, LABELS, AROUND)))
def test_a_dressed_address_is_cleaned_to_the_address(address: str, mark: str, label: str, around: str) -> None:
    for cell in (mark.format(label.format(around.format(address))), mark.format(around.format(label.format(address)))):
        values, changes, _ = clean(cell)
        assert values == (address,), cell
        assert bool(changes) is (cell != address), "what was taken off is said"
        assert clean(address) == Cleaned((address,))


@few
@given(
    st.sampled_from(ADDRESSES),
    st.sampled_from((",", ";", "/", "|")),
    st.from_regex(r"[A-Za-z][A-Za-z0-9._-]{0,8}[a-z]", fullmatch=True),
)
def test_what_touches_a_sign_beside_an_address_is_never_dropped(address: str, sign: str, rest: str) -> None:
    for cell in (f"{address}{sign}{rest}", f"{rest}{sign}{address}"):
        assert clean(cell).values == (cell,)
        assert check_address(cell).verdict.correct is False
        spaced = clean(cell.replace(sign, f" {sign} "))
        assert spaced.values != (address,) or Change.OTHER_TEXT in spaced.changes


BEHIND = st.text(st.sampled_from("aT0@.-–*&#✓→;,/|:()<>\n ก"), max_size=12)


@few
@given(st.sampled_from(ADDRESSES), BEHIND, BEHIND)
def test_what_is_cut_from_a_cell_is_said(address: str, before: str, behind: str) -> None:
    cell = f"{before} {address} {behind}"
    verdict = check_address(cell).verdict
    if verdict.value is not None and verdict.value != cell and not verdict.others:
        assert "SB104" in [finding.code for finding in verdict.findings]


ENGLISH = ("email", "valid", "The ", "must", "cannot", "letter")


@few
@given(st.text(st.sampled_from("saraban@@..--_ /,;:()<>[]\"'!1–․·ก" + "\u200b"), max_size=30))
def test_what_is_said_is_in_our_own_words_in_both_languages(cell: str) -> None:
    for finding in check_address(cell).verdict.findings:
        if "reason" in finding.parts and finding.field == "address":
            reason, mend = finding.parts["reason"], finding.mend
            assert not any(word in reason.th for word in ENGLISH)
            assert not any("ก" <= c <= "๛" for c in reason.en.replace("ก", "") + mend.en)
            assert mend.th != mend.en
            assert mend.th != finding.rule.mend.th, "each fault has its own mend"
