"""The catalogue of rules against the published list of codes, and its texts against themselves."""

from string import Formatter

import pytest
from tests.support import CASES, read_cases, record_options

from saraban_check import check_address
from saraban_check.model.finding import Rule
from saraban_check.model.text import Text
from saraban_check.model.verdict import AddressState
from saraban_check.rules.catalogue import RULES, find_rule

# Code, name, severity: as specified.
PUBLISHED = """
SB101 address-missing error
SB102 address-malformed error
SB103 several-addresses info
SB104 address-cleaned info
SB105 foreign-characters error
SB201 saraban-missing error
SB202 saraban-misspelled error
SB203 wrong-separator error
SB204 extra-name error
SB205 letter-case info
SB206 name-missing error
SB207 wrong-provider error
SB301 code-not-8-digits error
SB302 code-impossible error
SB303 code-of-another-agency error
SB304 code-of-another-province error
SB305 code-of-former-status warning
SB306 code-not-in-registry warning
SB307 code-name-mismatch warning
SB401 free-mail error
SB402 domain-mistyped error
SB403 suffix-not-accepted error
SB404 not-own-domain error
SB405 com-domain info
SB406 providers-own-address error
SB407 lgo-name-mismatch info
SB408 website-unreadable info
SB409 www-in-domain error
SB501 notice-missing error
SB502 notice-not-posted error
SB503 notice-without-address error
SB510 notice-unreadable warning
SB511 notice-read-by-ocr info
SB512 not-a-section-10-notice error
SB513 act-not-cited error
SB514 section-not-cited error
SB515 subject-unclear warning
SB516 agencies-differ error
SB517 placeholder-left error
SB518 notice-of-another-agency error
SB519 issuer-missing error
SB520 notice-address-missing error
SB521 notice-address-incorrect error
SB522 notice-address-off-website error
SB523 several-addresses-stated warning
SB524 notice-address-differs warning
SB525 website-missing warning
SB526 telephone-missing warning
SB527 model-data-left error
SB528 marked-as-draft error
SB529 spelling-slip info
SB530 date-missing error
SB531 date-unreadable error
SB532 date-in-future error
SB533 date-before-upgrade error
SB534 date-before-act warning
SB535 signature-missing error
SB536 signature-blank info
SB537 signatory-not-head warning
SB538 address-from-notice info
SB539 subject-year-differs warning
SB601 mailbox-full error
SB602 delivery-failed error
SB603 delivery-unknown warning
SB604 domain-cannot-receive error
SB701 differs-from-issued warning
SB702 issued-address-available info
SB801 outside-the-table error
SB802 undetermined warning
SB901 value-not-understood warning
SB902 agency-twice warning
SB903 address-shared warning
SB904 row-damaged error
SB905 facts-contradict warning
SB906 perhaps-no-agency warning
"""
EXPECTED = [tuple(line.split()) for line in PUBLISHED.strip().splitlines()]

TEXTS = ("title", "message", "why", "mend", "basis", "wrong", "right")
ADDRESS_FAMILIES = ("SB1", "SB2", "SB3", "SB4")


def _by_code(rule: Rule) -> str:
    return rule.code


def _plain(text: Text) -> bool:
    """Whether an example is a cell to judge, and not a description of a whole row."""
    return text.th == text.en


def _places(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_catalogue_is_the_published_list_in_its_order() -> None:
    assert [(rule.code, rule.name, rule.severity.value) for rule in RULES] == EXPECTED


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=_by_code)
def test_rule_is_found_by_code_and_by_name_in_any_case(rule: Rule) -> None:
    assert find_rule(rule.code) is rule
    assert find_rule(rule.code.lower()) is rule
    assert find_rule(f" {rule.name.upper()} ") is rule


def test_unknown_rule_is_not_found() -> None:
    assert find_rule("SB999") is None
    assert find_rule("") is None


@pytest.mark.parametrize("rule", RULES, ids=_by_code)
def test_rule_has_every_text_in_both_languages(rule: Rule) -> None:
    for name in TEXTS:
        text: Text = getattr(rule, name)
        assert text.th.strip() == text.th != "", name
        assert text.en.strip() == text.en != "", name
    assert rule.standards, "every rule rests on a standard"


@pytest.mark.parametrize("rule", RULES, ids=_by_code)
def test_prose_is_thai_in_one_language_and_english_in_the_other(rule: Rule) -> None:
    for name in ("title", "why", "mend"):
        text: Text = getattr(rule, name)
        assert any("ก" <= c <= "๛" for c in text.th), name
        assert any(c.isascii() and c.isalpha() for c in text.en), name
        assert text.th != text.en, name


@pytest.mark.parametrize("rule", RULES, ids=_by_code)
def test_message_has_the_same_places_in_both_languages(rule: Rule) -> None:
    assert _places(rule.message.th) == _places(rule.message.en)
    for name in ("title", "why", "mend", "basis", "wrong", "right"):
        text: Text = getattr(rule, name)
        assert not _places(text.th) | _places(text.en), f"{name} is shown as it stands"


@pytest.mark.parametrize(
    "rule", [r for r in RULES if r.code.startswith(ADDRESS_FAMILIES) and _plain(r.wrong)], ids=_by_code
)
def test_wrong_example_breaks_exactly_its_rule(rule: Rule) -> None:
    fired = [finding.code for finding in check_address(rule.wrong.th).verdict.findings]
    # No website stands beside an example, so on an own domain the note says that it could not be compared.
    assert [code for code in fired if code != "SB408"] == [rule.code]


@pytest.mark.parametrize("rule", [r for r in RULES if _plain(r.right) and "@" in r.right.th], ids=_by_code)
def test_right_example_is_correct(rule: Rule) -> None:
    verdict = check_address(rule.right.th).verdict
    assert verdict.state is AddressState.CORRECT
    assert {finding.code for finding in verdict.findings} <= {"SB408"}


def test_examples_were_tried() -> None:
    """Only rules that need more of the record than the address describe their example in words."""
    described = {r.code for r in RULES if r.code.startswith(ADDRESS_FAMILIES) and not _plain(r.wrong)}
    assert described <= {"SB303", "SB304", "SB305", "SB306", "SB307", "SB404", "SB407", "SB408"}


@pytest.mark.parametrize("case", read_cases(CASES / "verdicts.csv"), ids=lambda case: f"line{case['line']}")
def test_every_message_fills_all_its_places(case: dict[str, str]) -> None:
    for finding in check_address(case["address"], **record_options(case)).verdict.findings:
        assert _places(finding.rule.message.th) <= set(finding.parts)
        for said in (finding.message("th"), finding.message("en")):
            assert said
            assert "{" not in said
            assert "Text(" not in said, "a part in two languages is said in one"
