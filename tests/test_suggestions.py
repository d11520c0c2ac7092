"""What to use instead: only what is itself correct for this agency, best first, at most three (decisions: Findings)."""

from typing import Unpack

import pytest
from tests.support import CASES, read_cases, record_options

from saraban_check import Severity, check_address
from saraban_check.checks.agency_record import ToldAgency
from saraban_check.model.record import AgencyRecord, UnreadableCell
from saraban_check.rules.judge import judge_address
from saraban_check.suggestions.issued import matches_issued

DLA = "saraban_05471201@dla.go.th"
LGO = "saraban-donkhueang@lgo.mail.go.th"
OWN = "saraban@donkhueang.go.th"
SITE = "www.donkhueang.go.th"

EVERY_CASE = [
    pytest.param(case, id=f"{path.stem}-line{case['line']}")
    for path in [CASES / "verdicts.csv", *sorted((CASES / "rules").glob("SB*.csv"))]
    for case in read_cases(path)
]
CONTRADICTIONS = {"SB305", "SB407", "SB701"}
"""Findings that leave an address correct, but say that it is not what the record says."""


def _offered(address: str, **record: Unpack[ToldAgency]) -> list[tuple[str, str]]:
    return [(s.address, s.origin.value) for s in check_address(address, **record).suggestions]


@pytest.mark.parametrize(
    ("address", "suggestion"),
    [
        ("saraban_6820101@dla.go.th", "saraban_06820101@dla.go.th"),
        ("4520101@dla.go.th", "saraban_04520101@dla.go.th"),
    ],
)
def test_specified_examples(address: str, suggestion: str) -> None:
    assert _offered(address) == [(suggestion, "repair")]


@pytest.mark.parametrize("case", EVERY_CASE)
def test_every_suggestion_is_correct_and_agrees_with_the_record(case: dict[str, str]) -> None:
    options = record_options(case)
    check = check_address(case["address"], **options)
    addresses = [suggestion.address for suggestion in check.suggestions]
    assert len(addresses) <= 3
    assert len(set(addresses)) == len(addresses)
    assert (check.verdict.value or "").lower() not in addresses
    for address in addresses:
        verdict = check_address(address, **options).verdict
        assert verdict.value == address
        assert verdict.correct, f"{address} has {[f.code for f in verdict.findings]}"
        assert not [f for f in verdict.findings if f.severity is Severity.ERROR]
        assert not CONTRADICTIONS & {finding.code for finding in verdict.findings}


@pytest.mark.parametrize(
    ("address", "site", "offered"),
    [
        ("saraban_khokyai@lgo.mail.go.th", "www.khokyai.go.th", "saraban-khokyai@lgo.mail.go.th"),
        ("saraban_khokyi@lgo.mail.go.th", "www.khokyai.go.th", "saraban-khokyai@lgo.mail.go.th"),
        ("saraban_khkyi@lgo.mail.go.th", "www.khokyai.go.th", "saraban-khokyai@lgo.mail.go.th"),
        ("saraban_khokyai-sao@lgo.mail.go.th", "www.khokyai.go.th", "saraban-khokyai@lgo.mail.go.th"),
        ("saraban-@lgo.mail.go.th", "www.khokyai.go.th", "saraban-khokyai@lgo.mail.go.th"),
        ("saraban@lgo.mail.go.th", "www.khokyai.go.th", "saraban-khokyai@lgo.mail.go.th"),
        ("khokyai@lgo.mail.go.th", "www.khokyai.go.th", "saraban-khokyai@lgo.mail.go.th"),
        ("saraban_khokyai@lgo.mail.go.th", "www.donkhueang.go.th", None),
        ("saraban_khokyai@lgo.mail.go.th", "www.kk.go.th", None),
        ("saraban_nbp@lgo.mail.go.th", "www.kbd.go.th", None),
        ("sarabun-khokyai@lgo.mail.go.th", "www.nongkhlong.go.th", None),
        ("saraban-khokyai@lgo.mai.go.th", "www.tambonkhok.go.th", None),
    ],
)
def test_the_websites_name_is_offered_for_a_name_that_is_near_it(address: str, site: str, offered: str | None) -> None:
    expected = [] if offered is None else [offered]
    assert [found for found, _ in _offered(address, website=site)] == expected


@pytest.mark.parametrize("case", EVERY_CASE)
def test_suggestions_come_in_the_order_of_their_origin(case: dict[str, str]) -> None:
    order = ["issued", "registry", "record", "repair"]
    ranks = [order.index(s.origin.value) for s in check_address(case["address"], **record_options(case)).suggestions]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("case", EVERY_CASE)
def test_correct_address_needs_none_unless_another_was_issued(case: dict[str, str]) -> None:
    check = check_address(case["address"], **record_options(case))
    if check.verdict.correct:
        differs = "SB701" in [finding.code for finding in check.verdict.findings]
        assert bool(check.suggestions) is differs


# --- order -----------------------------------------------------------------------------------------------------


def test_issued_by_dla_comes_before_what_another_issued() -> None:
    assert _offered("-", issued=f"{OWN}, {LGO}, {DLA}") == [(DLA, "issued"), (OWN, "issued"), (LGO, "issued")]
    assert _offered("-", issued=f"{LGO} / {DLA}") == [(DLA, "issued"), (LGO, "issued")]


def test_issued_comes_before_record_and_repair() -> None:
    offered = _offered("saraban_5471201@dla.go.th", issued=LGO, website=SITE)
    assert offered[0] == (LGO, "issued")
    assert _offered("saraban_5471201@dla.go.th", issued=DLA, code="05471201")[0] == (DLA, "issued")


def test_record_comes_before_repair() -> None:
    offered = _offered("saraban.donkhueang@lgo.mail.go.th", code="05471201")
    assert offered == [(DLA, "record"), (LGO, "repair")]


def test_the_same_address_from_record_and_repair_is_offered_once() -> None:
    assert _offered("saraban_5471201@dla.go.th", code="05471201") == [(DLA, "record")]


def test_at_most_three_are_offered() -> None:
    issued = [DLA, LGO, OWN, "saraban@mail.donkhueang.go.th"]
    offered = _offered("-", issued=", ".join(issued), website=SITE, code="05471201")
    assert [address for address, _ in offered] == issued[:3]


# --- the issued column -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("between", [", ", "; ", " / ", "\n", "\r\n", " ", " และ ", " หรือ ", "\nสถ.: ", "\nอีเมล: "])
def test_issued_column_may_hold_several_addresses(between: str) -> None:
    assert _offered("donkhueang@gmail.com", issued=f"{OWN}{between}{DLA}") == [(DLA, "issued"), (OWN, "issued")]


def test_issued_column_is_cleaned_like_any_other() -> None:
    assert _offered("-", issued=" mailto:Saraban_๐๕๔๗๑๒๐๑@dla.go.th. ") == [(DLA, "issued")]


def test_issued_addresses_that_are_wrong_are_not_offered() -> None:
    assert _offered("-", issued=f"donkhueang@gmail.com, {DLA}") == [(DLA, "issued")]
    assert _offered("-", issued="donkhueang@gmail.com") == []
    assert _offered("-", issued="ไม่มี") == []


def test_issued_address_of_another_agency_is_not_offered() -> None:
    other = "saraban_05471202@dla.go.th"
    assert _offered("-", issued=other, code="05471201") == [(DLA, "record")]
    assert _offered("-", issued=other, province="เชียงใหม่") == []
    assert _offered("-", issued=OWN, website="www.songkhcity.go.th") == [("saraban@songkhcity.go.th", "record")]


def test_correct_address_that_differs_from_the_issued_one() -> None:
    assert _offered(OWN, issued=DLA) == [(DLA, "issued")]
    assert _offered(DLA, issued=DLA) == []
    assert _offered("Saraban_05471201@dla.go.th", issued=DLA) == []
    assert _offered(OWN, issued=f"{DLA}, {OWN}") == []


# --- the comparison of OPDC's dashboard ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "issued", "same"),
    [
        (DLA, DLA, True),
        ("Saraban_05471201@DLA.go.th", DLA, True),
        (" mailto:saraban_๐๕๔๗๑๒๐๑@dla.go.th. ", DLA, True),
        (DLA, "อีเมล: SARABAN_05471201@dla.go.th", True),
        (OWN, DLA, False),
        (OWN, f"{DLA}, {OWN}", True),
        (OWN, f"สถ.: {DLA}\nสพร.: {LGO}\nE-mail: {OWN}", True),
        (f"donkhueang@gmail.com, {OWN}", OWN, True),
        (f"{DLA}, {OWN}", OWN, False),
        ("donkhueang@gmail.com", "donkhueang@gmail.com", True),
        ("donkhueang@gmail.com", f"{DLA}; donkhueang@gmail.com", True),
        (DLA, "donkhueang@gmail.com", False),
        ("-", DLA, False),
        ("", "donkhueang@gmail.com", False),
        ("05471201", DLA, False),
        (DLA, "", None),
        (DLA, "ไม่มี", None),
        (DLA, " – ", None),
        (DLA, "#REF!", None),
        (DLA, "ออกให้แล้ว", None),
        ("-", "-", None),
    ],
)
def test_the_judged_address_is_compared_with_all_that_were_issued(address: str, issued: str, same: bool | None) -> None:
    assert check_address(address, issued=issued).matches_issued is same


@pytest.mark.parametrize(("address", "issued"), [("#REF!", DLA), (DLA, f'="{DLA}"')])
def test_what_cannot_be_read_is_not_compared(address: str, issued: str) -> None:
    record = AgencyRecord(
        address=UnreadableCell(address) if address[0] == "#" else address,
        issued=UnreadableCell(issued) if issued[0] == "=" else issued,
    )
    assert matches_issued(judge_address(record.address, record), record) is None


@pytest.mark.parametrize("case", EVERY_CASE)
def test_the_comparison_agrees_with_what_the_rules_say_of_issued_addresses(case: dict[str, str]) -> None:
    check = check_address(case["address"], **record_options(case))
    codes = {finding.code for finding in check.verdict.findings}
    if codes & {"SB701", "SB702"}:  # where the stated one was issued too, a better one of the same cell is meant
        assert check.matches_issued is False or case["issued"].count("@") > 1


def test_an_issued_address_of_the_former_status_is_the_same_and_still_not_the_best() -> None:
    """What SB701 counts is narrower than what was issued."""
    old, new = "saraban_06471201@dla.go.th", DLA
    check = check_address(old, issued=f"{old} {new}", kind="subdistrict")
    assert check.matches_issued is True
    assert {"SB305", "SB701"} <= {finding.code for finding in check.verdict.findings}
    assert [s.address for s in check.suggestions] == [new]


# --- the record ------------------------------------------------------------------------------------------------


def test_record_gives_its_code_and_its_website() -> None:
    assert set(_offered("-", code="5471201", website=SITE)) == {(DLA, "record"), (OWN, "record")}


def test_nearest_to_what_was_typed_comes_first() -> None:
    assert _offered("saraban@donkhuang.go.th", code="05471201", website=SITE)[0] == (OWN, "record")
    assert _offered("saraban_05471202@dla.go.th", code="05471201", website=SITE)[0] == (DLA, "record")


def test_lgo_name_is_taken_from_the_website_where_that_form_was_meant() -> None:
    assert _offered("saraban-@lgo.mail.go.th", website=SITE)[0] == (LGO, "record")


@pytest.mark.parametrize("website", ["https://www.facebook.com/donkhueang", "-", "กำลังจัดทำ", "www.donkhueang.net"])
def test_website_that_cannot_carry_an_address_gives_none(website: str) -> None:
    assert _offered("donkhueang@gmail.com", website=website) == []


@pytest.mark.parametrize("kind", ["central", "bangkok"])
def test_agency_without_dla_code_is_never_offered_one(kind: str) -> None:
    assert _offered("saraban_5471201@dla.go.th", kind=kind) == []
    assert _offered("saraban_5471201@dla.go.th", kind=kind, website=SITE) == [(OWN, "record")]


# --- the smallest repair ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "repaired"),
    [
        ("saraband_05471201@dla.go.th", DLA),
        ("SARABUN_05471201@DLA.GO.TH", DLA),
        ("saraban-05471201@dla.go.th", DLA),
        ("saraban05471201@dla.go.th", DLA),
        ("saraban_O5471201@dla.go.th", DLA),
        ("saraban_05471201@dia.go.th", DLA),
        ("saraban_05471201@dla.goth", DLA),
        ("saraban_05471201@@dla.go.th", DLA),
        ("saraban_05471201dla.go.th", DLA),
        ("s\u0430raban_05471201@dla.go.th", DLA),
        ("saraban_donkhueang@lgo.mail.go.th", LGO),
        ("saraban-donkhueang@lgo.mai.go.th", LGO),
        ("saraban_don@donkhueang.go.th", OWN),
        ("sarabun@donkhueang.go.th", OWN),
    ],
)
def test_repair_is_the_smallest_edit_of_what_was_typed(address: str, repaired: str) -> None:
    assert _offered(address) == [(repaired, "repair")]


@pytest.mark.parametrize(
    ("address", "record"),
    [
        ("saraban_6130408@dla.go.th", {"kind": "subdistrict"}),
        ("saraban_5471201@dla.go.th", {"province": "เชียงใหม่"}),
        ("saraband_05471201@dla.go.th", {"name": "อบต.ดอนสมมติ"}),
    ],
    ids=["type", "province", "type-from-name"],
)
def test_repair_that_contradicts_the_record_is_not_offered(address: str, record: dict[str, str]) -> None:
    assert _offered(address, **record) == []


def test_repair_never_stands_against_the_record_code_or_website() -> None:
    assert _offered("saraban_5471202@dla.go.th", code="05471201") == [(DLA, "record")]
    assert _offered("sarabun@songkhcity.go.th", website=SITE) == [(OWN, "record")]


@pytest.mark.parametrize(
    "address",
    [
        "admin@eservice-ktb.go.th",
        "thungsong103@gmail.com",
        "saraban_0547120@dla.go.th",
        "saraban_@dla.go.th",
        "saraban_09471201@dla.go.th",
        "saraban@dla.go.th",
        "saraban@go.th",
        "-",
        "",
    ],
)
def test_nothing_is_invented_where_nothing_says_what_was_meant(address: str) -> None:
    assert _offered(address) == []
