"""An agency is found by its name however it is written, and another is never taken for it."""

import random
from pathlib import Path

import pytest
from benchmarks.names import MEASURES, WRONG, Measure, read, tally
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.limits import at_most
from tests.support import CASES, read_cases

from saraban_check.model.record import Kind, Province
from saraban_check.model.registry import NO_MATCH, Likeness, RegistryEntry
from saraban_check.reference.kinds import find_kind, kinds
from saraban_check.reference.places import find_province, provinces
from saraban_check.registry.match import NameIndex
from saraban_check.registry.names import LONGEST, fold_name, readings, split_name

EXTRACT = Path(__file__).parents[2] / "shared" / "registry" / "lao-2569-06.csv"

SONGKHLA = provinces()["90"]


def _entry(code: str, name: str, amphoe: str) -> RegistryEntry:
    kind = next(k for k in kinds().values() if k.type_digits == code[:2] and k.only_code in (None, code))
    kind = kinds()["pattaya"] if code == kinds()["pattaya"].only_code else kind
    return RegistryEntry(code, name, kind, amphoe, provinces()[code[2:4]])


ENTRIES = [
    _entry("02900101", "สงขลา", "เมืองสงขลา"),
    _entry("06900101", "ท่าข้าม", "หาดใหญ่"),
    _entry("05900101", "ท่าข้าม", "หาดใหญ่"),
    _entry("06900102", "ท่าขาม", "หาดใหญ่"),
    _entry("06900201", "น้ำใส", "จะนะ"),
    _entry("06900202", "แม่ใส", "จะนะ"),
    _entry("06900203", "โคกสมมติเหนือใต้", "จะนะ"),
    _entry("06900204", "บ้านเดียว", "จะนะ"),
    _entry("06900301", "ท่าข้าม", "ระโนด"),
    _entry("06900401", "ตลาด", "เมืองสงขลา"),
    _entry("06140101", "ตลาด", "พระนครศรีอยุธยา"),
    _entry("06320101", "ทมอ", "ปราสาท"),
    _entry("04320101", "เมืองสมมติ", "เมืองสุรินทร์"),
    _entry("05320101", "สำนักสมมติ", "ปราสาท"),
    _entry("05320102", "กม.5", "ปราสาท"),
    _entry("06320102", "จ.ป.ร.", "ปราสาท"),
    _entry("03200408", "เมืองพัทยา", "บางละมุง"),
]
INDEX = NameIndex(ENTRIES)


@pytest.mark.parametrize("case", read_cases(CASES / "names.csv"), ids=lambda case: f"line{case['line']}")
def test_a_name_as_people_write_it(case: dict[str, str]) -> None:
    kind = find_kind(case["kind"]) if case["kind"] else None
    found = INDEX.match(case["name"], kind, find_province(case["province"]), case["amphoe"])
    assert (found.how.value, "|".join(sorted(entry.code for entry in found.entries))) == (case["how"], case["code"])
    assert (found.entry is not None) == (found.how in (Likeness.EXACT, Likeness.NEAR))
    assert found.score == 1.0 if found.how is Likeness.EXACT else found.score <= 1.0


def test_the_score_says_how_much_of_the_name_is_as_typed() -> None:
    assert INDEX.match("อบต.ท่าช้าม", None, SONGKHLA, "หาดใหญ่").score == pytest.approx(1 - 1 / 7, abs=0.001)
    assert NO_MATCH.score == 0.0


def test_the_same_name_is_found_under_every_kind() -> None:
    def codes(*asked: object) -> list[str]:
        return [entry.code for entry in INDEX.same_name(*asked)]  # type: ignore[arg-type]

    assert codes("ท่าข้าม", SONGKHLA) == ["05900101", "06900101", "06900301"]
    assert codes("อบต. ทา่ข้าม", SONGKHLA, "อ.หาดใหญ่") == ["05900101", "06900101"]
    assert codes("ทต.บ้านเดียว", SONGKHLA, "จะนะ") == ["06900204"]
    assert codes("บ้านเดียว", SONGKHLA, "ระโนด") == []
    assert codes("ท่าช้าม", SONGKHLA) == []
    assert codes("ตลาด", None) == ["06140101", "06900401"]


def test_a_registry_without_districts_contradicts_none() -> None:
    index = NameIndex(entry._replace(amphoe="") for entry in ENTRIES)
    assert index.match("อบต.ตลาด", None, SONGKHLA, "เมือง").how is Likeness.EXACT
    assert index.match("อบต.ตลาต", None, SONGKHLA, "เมือง").how is Likeness.NEAR


def test_an_agency_twice_in_the_registry_is_one() -> None:
    assert NameIndex(ENTRIES * 2).match("อบต.ตลาด", None, SONGKHLA, "").how is Likeness.EXACT


def test_an_empty_registry_finds_nothing() -> None:
    assert NameIndex([]).match("อบต.ท่าข้าม", None, None, "หาดใหญ่") == NO_MATCH


def test_a_cell_too_long_for_a_name_is_none() -> None:
    assert split_name("ก(" * LONGEST, None).name == ""
    assert INDEX.match("อบต.ท่าข้าม" + "\u200b" * LONGEST, None, SONGKHLA, "หาดใหญ่") == NO_MATCH
    assert INDEX.match("อบต.ท่าข้าม" + " " * LONGEST, None, SONGKHLA, "หาดใหญ่").how is Likeness.EXACT


THAI = "".join(map(chr, range(0x0E01, 0x0E5C)))
TEXTS = (
    st.text()
    | st.text(THAI + " .()-ฯ\u200b\u0e4d")
    | st.lists(st.sampled_from([*"กทนมต่้๊าำะเแิี์ํ .()[", "อบต.", "เทศบาล", "เมือง", "อ.", "จ.", "สงขลา", "ท่าข้าม"])).map(
        "".join
    )
)
KINDS = st.sampled_from([None, *kinds().values()])
PROVINCES = st.sampled_from([None, SONGKHLA, provinces()["20"], provinces()["10"]])


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    folded = fold_name(text)
    assert fold_name(folded) == folded
    assert not any(c.isspace() for c in folded)


@settings(deadline=None, max_examples=200)
@given(TEXTS, KINDS, PROVINCES, TEXTS)
def test_any_text_has_an_answer(name: str, kind: Kind | None, province: Province | None, amphoe: str) -> None:
    found = INDEX.match(name, kind, province, amphoe)
    assert (found.how is Likeness.NONE) == (not found.entries)
    assert 0.0 <= found.score <= 1.0
    assert len({entry.code for entry in found.entries}) == len(found.entries)
    if found.entry is not None:
        assert province in (None, found.entry.province)
    assert readings(name, kind)
    assert all(parts.name == fold_name(parts.name) for parts in readings(name, kind))
    INDEX.same_name(name, province, amphoe)


ASKED = st.sampled_from(
    ["ท่าข้าม", "ท่าช้าม", "ท่าขาม", "ตลาด", "บ้านเดียว", "น้ำใส", "นำใส", "โคกสมมติเหนือไต้", "ไม่มีที่นี่", "สำนักสมมติ", "ทมอ"]
)
AMPHOES = st.sampled_from(["", "หาดใหญ่", "ระโนด", "จะนะ", "เมือง", "ที่อื่น"])
LOCAL = st.sampled_from([kinds()[key] for key in ("subdistrict", "sao", "town", "city")])


@settings(deadline=None)
@given(st.permutations(ENTRIES), ASKED, KINDS, PROVINCES, AMPHOES)
def test_the_order_of_the_registry_does_not_matter(
    entries: list[RegistryEntry], name: str, kind: Kind | None, province: Province | None, amphoe: str
) -> None:
    assert NameIndex(entries).match(name, kind, province, amphoe) == INDEX.match(name, kind, province, amphoe)


@settings(deadline=None)
@given(ASKED, LOCAL, PROVINCES, AMPHOES, st.data())
def test_how_the_kind_is_written_and_spaces_do_not_matter(
    name: str, kind: Kind, province: Province | None, amphoe: str, data: st.DataObject
) -> None:
    expected = INDEX.match(name, kind, province, amphoe)
    at = data.draw(st.integers(0, len(name)))
    spaced = name[:at] + data.draw(st.sampled_from(["", " ", "\u00a0", "\u200b", "\n"])) + name[at:]
    letters = kind.short.strip(".")
    for before in (kind.name.th, kind.short, f"{letters} ", f"{'.'.join(letters)}. ", f"สำนักงาน{kind.name.th} "):
        assert INDEX.match(before + spaced, None, province, amphoe) == expected
    for behind in (f" ({letters})", f"({kind.name.th})", f" {kind.short}"):
        assert INDEX.match(spaced + behind, None, province, amphoe) == expected


@pytest.fixture(scope="module")
def registry() -> list[RegistryEntry]:
    if not EXTRACT.exists():
        pytest.skip("the registry's extract is not here")
    return read(EXTRACT)


@pytest.fixture(scope="module")
def index(registry: list[RegistryEntry]) -> NameIndex:
    return NameIndex(registry)


def test_every_agency_of_the_registry_is_found_by_its_own_name(registry: list[RegistryEntry], index: NameIndex) -> None:
    for e in registry:
        assert index.match(e.name, e.kind, e.province, e.amphoe).entry == e
        assert index.match(e.full_name, None, e.province, e.amphoe).entry == e
        assert e in index.same_name(e.name, e.province, e.amphoe)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_the_registrys_names_written_in_many_ways(
    registry: list[RegistryEntry], index: NameIndex, measure: Measure
) -> None:
    """The share of right answers to reach, and of wrong ones not to (see `benchmarks.names` for all of them)."""
    result = tally(index, registry, measure, most=2_000 if measure.province else 500)
    assert result.share("right") >= measure.reach
    assert result.share("wrong") < WRONG, result.wrong


def test_a_list_of_all_agencies_is_matched_at_once(registry: list[RegistryEntry], index: NameIndex) -> None:
    """Bounds five times what it takes, for a busy machine; in processor time."""
    with at_most(0.75):
        for e in registry:
            index.match(e.name, e.kind, e.province, e.amphoe)
    names = random.Random(1).sample(registry, 100)
    with at_most(0.01 * len(names)):
        for e in names:
            index.match(e.name + "ฮ", e.kind, e.province, "")
