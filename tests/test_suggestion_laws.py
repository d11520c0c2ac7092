"""What holds of every suggestion, however an address is mistyped and whatever is known of its agency."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saraban_check import AddressCheck, check_address
from saraban_check.address.nearness import edits
from saraban_check.address.suffixes import registrable_domain
from saraban_check.address.websites import read_website, stands_on
from saraban_check.reference.domains import free_mail_names, providers
from saraban_check.reference.kinds import kinds

few = settings(derandomize=True, database=None, deadline=None, max_examples=150)

PROVINCES = {"48": "นครพนม", "47": "สกลนคร", "20": "ชลบุรี", "90": "สงขลา"}
NAMES = ("photan", "songkhcity", "nong-khlong", "kpd", "lgp", "banmai", "thatphanom")
TYPES = {kind.type_digits: key for key, kind in kinds().items() if kind.type_digits and not kind.only_code}
CUT = (".go", ".goth", "goth", "go.th", ".g.th")
LETTERS = "abdglnoprstw0124568._-@ "

names = st.sampled_from(NAMES)
codes = st.builds(
    "{}{}{:04}".format, st.sampled_from(sorted(TYPES)), st.sampled_from(sorted(PROVINCES)), st.integers(0, 9999)
)


@st.composite
def agencies(draw: st.DrawFn) -> tuple[dict[str, Any], str]:
    """What a list may say of an agency, and an address of it."""
    code, name = draw(codes), draw(names)
    whole = {"code": code, "kind": TYPES[code[:2]], "province": PROVINCES[code[2:4]], "website": f"www.{name}.go.th"}
    known = draw(st.sets(st.sampled_from(sorted(whole))))
    forms = (f"saraban_{code}@dla.go.th", f"saraban-{name}@lgo.mail.go.th", f"saraban@{name}.go.th")
    address = draw(st.sampled_from((*forms, f"saraban@{name}.mail.go.th", f"saraban@www.{name}.go.th")))
    return {field: value for field, value in whole.items() if field in known}, address


@st.composite
def mistyped(draw: st.DrawFn) -> tuple[dict[str, Any], str]:
    """An address with up to three slips: a letter more, one less, another one, two swapped."""
    record, text = draw(agencies())
    text = text.replace(".go.th", draw(st.sampled_from((".go.th", ".go.th", ".go.th", ".co.th", ".net"))))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text) - 1))
        letter = draw(st.sampled_from(LETTERS))
        edited = (text[:at] + letter + text[at:], text[:at] + text[at + 1 :], text[:at] + letter + text[at + 1 :])
        text = draw(st.sampled_from((*edited, text[:at] + text[at : at + 2][::-1] + text[at + 2 :]))) or text
    return record, text + draw(st.sampled_from(("", "", "", ".com", ".go.th", ".co.th")))


def _is_shown(domain: str, typed: str) -> bool:
    """Whether a domain was typed whole, or its name and a cut or mistyped `.go.th`, no other suffix."""
    ending = typed.rpartition(domain.removesuffix(".go.th"))[2]
    slip = edits(ending, ".go.th", 2) <= 2 and registrable_domain("x" + ending) != "x" + ending
    return domain in typed or slip or ending in CUT


@pytest.mark.parametrize("ending", [".co.th", ".in.th", ".net", ".go.tz", ".info", ".com", "x.go.th", ""])
def test_a_domain_under_another_suffix_shows_nothing(ending: str) -> None:
    assert not _is_shown("photan.go.th", f"saraban@photan{ending}")


def _suggested(check: AddressCheck) -> list[str]:
    return [suggestion.address for suggestion in check.suggestions]


@few
@given(mistyped())
def test_every_suggestion_is_correct_and_agrees_with_the_record(case: tuple[dict[str, Any], str]) -> None:
    record, typed = case
    for address in _suggested(check_address(typed, **record)):
        verdict = check_address(address, **record).verdict
        assert verdict.correct, (typed, record, address)
        assert verdict.value == address
        assert not any(finding.rule.contradicts_record for finding in verdict.findings), (typed, record, address)


@few
@given(mistyped())
def test_the_code_of_the_record_is_never_contradicted(case: tuple[dict[str, Any], str]) -> None:
    record, typed = case
    for address in _suggested(check_address(typed, **record)):
        local, _, domain = address.partition("@")
        if domain == "dla.go.th":
            code = local.removeprefix("saraban_")
            assert code == record.get("code", code), (typed, record, address)
            assert PROVINCES.get(code[2:4]) == record.get("province", PROVINCES.get(code[2:4]))
            assert TYPES[code[:2]] == record.get("kind", TYPES[code[:2]])


@few
@given(mistyped())
def test_no_suggestion_stands_at_a_domain_that_nothing_shows(case: tuple[dict[str, Any], str]) -> None:
    record, typed = case
    host = read_website(record.get("website", "")).host
    shown = "".join(typed.lower().split())
    for address in _suggested(check_address(typed, **record)):
        domain = address.partition("@")[2]
        by_record = domain in providers() or (host is not None and stands_on(domain, host))
        assert by_record or _is_shown(domain, shown), (typed, record, address)
        assert domain.partition(".")[0] not in free_mail_names()
        assert not domain.startswith("www.")


@few
@given(names, st.sampled_from((".co.th", ".in.th", ".net", ".org", ".net.th", ".go.tz", ".info", ".co")))
def test_another_suffix_is_never_exchanged_for_go_th(name: str, suffix: str) -> None:
    typed = f"saraban@{name}{suffix}"
    assert _suggested(check_address(typed)) == []
    assert _suggested(check_address(typed, website=f"https://{name}.go.th/")) == [f"saraban@{name}.go.th"]


@few
@given(
    st.sampled_from(sorted(free_mail_names())),
    st.sampled_from(("co.th", "go.th", "or.th", "net", "com.th", "goth", "go")),
)
def test_a_free_name_is_free_mail_under_any_suffix(name: str, suffix: str) -> None:
    check = check_address(f"saraban@{name}.{suffix}")
    assert [finding.code for finding in check.verdict.findings] == ["SB401"]
    assert _suggested(check) == []


@few
@given(
    st.sampled_from(("gmial", "gmai", "hotmai", "hotmial", "yaho", "outlok", "iclod")),
    st.sampled_from(("{}.go.th", "{}.mail.go.th", "mail.{}.go.th", "{}.goth", "{}.go.ht", "{}.go", "{}.go.th.com")),
)
def test_nothing_is_suggested_at_a_slip_of_a_free_name(name: str, domain: str) -> None:
    check = check_address(f"saraban@{domain.format(name)}")
    assert not check.verdict.correct
    assert _suggested(check) == []


@few
@given(codes.filter(lambda code: code[2:4] == "48"), st.integers(1, 7))
def test_a_rotated_code_is_set_right_or_left_alone(code: str, by: int) -> None:
    rotated, right = code[by:] + code[:by], f"saraban_{code}@dla.go.th"
    typed = f"saraban_{rotated}@dla.go.th"
    assert _suggested(check_address(typed)) in ([], [right])
    assert _suggested(check_address(typed, province="นครพนม", kind=TYPES[code[:2]])) in ([], [right])
    assert rotated == code or _suggested(check_address(typed, code=code)) == [right]


@few
@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_a_department_at_mail_go_th_is_known_by_its_website(name: str, other: str) -> None:
    check = check_address(f"saraban@{name}.mail.go.th", website=f"www.{other}.go.th")
    assert check.verdict.correct is (name == other)
    assert _suggested(check) == ([] if name == other else [f"saraban@{other}.go.th"])
