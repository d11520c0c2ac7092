"""What is settled before any rule is asked is what the rules would have said."""

from unittest.mock import patch

from hypothesis import event, given, settings
from hypothesis import strategies as st

from saraban_check.model.record import AgencyRecord, UnreadableCell
from saraban_check.model.verdict import AddressState, AddressVerdict, Form
from saraban_check.reference.kinds import kinds
from saraban_check.reference.places import provinces
from saraban_check.rules.judge import judge_address
from saraban_check.rules.plain_dla import plain_dla

CODES = (
    "06480115",
    "05471201",
    "02160101",
    "03200408",
    "04100001",
    "06100115",
    "09480115",
    "06990115",
    "0648011",
    "๐6480115",
)
POSSIBLE = CODES[:4]
"""Of a record no other code is read."""
ADDRESSES = [f"saraban_{code}@dla.go.th" for code in CODES]


@st.composite
def cells(draw: st.DrawFn) -> str:
    """An address of the form, as it should be or with one slip of whoever typed it."""
    address = draw(st.sampled_from(ADDRESSES))
    at = draw(st.integers(0, len(address)))
    slip = draw(st.sampled_from(("none", "none", "none", "put in", "left out", "other", "capital", "swapped")))
    char = draw(st.sampled_from(("0", "6", "1", "_", ".", "-", " ", "\n", "\u200b", "ก", "๑", "@", "x")))
    match slip:
        case "put in":
            return address[:at] + char + address[at:]
        case "left out":
            return address[:at] + address[at + 1 :]
        case "other":
            return address[:at] + char + address[at + 1 :]
        case "capital":
            return address[:at] + address[at:].upper()
        case "swapped":
            return address[:at] + address[at : at + 2][::-1] + address[at + 2 :]
    return address


@st.composite
def records(draw: st.DrawFn) -> AgencyRecord:
    return AgencyRecord(
        2,
        code=draw(st.sampled_from((None, None, *POSSIBLE))),
        name=draw(st.sampled_from(("", "อบต.โพนแดง", "ทต.สาธิต"))),
        kind=draw(st.sampled_from((None, None, *kinds().values()))),
        province=draw(st.sampled_from((None, None, *(provinces()[code] for code in ("48", "47", "10", "16"))))),
        website=draw(st.sampled_from(("", "www.songkhcity.go.th"))),
    )


def judged_by_rules(cell: str, record: AgencyRecord) -> AddressVerdict:
    with patch("saraban_check.rules.judge.plain_dla", return_value=None):
        return judge_address(cell, record)


@settings(derandomize=True, database=None, deadline=None, max_examples=1000)
@given(cells(), records())
def test_what_is_settled_at_once_is_what_the_rules_say(cell: str, record: AgencyRecord) -> None:
    settled, asked = plain_dla(cell, record, None), judged_by_rules(cell, record)
    event("settled" if settled else "not settled")
    assert settled in (None, asked)
    is_spotless = cell == asked.value and asked.form is Form.DLA and asked.state is AddressState.CORRECT
    if cell.islower():  # a domain in capitals is no fault either, and rare
        assert (settled is not None) == (is_spotless and not asked.findings)


@settings(derandomize=True, database=None, deadline=None, max_examples=20)
@given(records())
def test_a_cell_that_could_not_be_read_is_not_settled(record: AgencyRecord) -> None:
    assert plain_dla(UnreadableCell(""), record, None) is None
