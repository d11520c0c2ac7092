"""`address` without an address: what it leads to, how sure that is, and how to confirm it."""

import json
from pathlib import Path

import pytest
from tests.support import run

from saraban_check.checks.address_check import check_address
from saraban_check.checks.address_lookup import look_up_address
from saraban_check.model.certainty import Certainty
from saraban_check.model.text import Lang
from saraban_check.registry.files import load_registry
from saraban_check.registry.registry import Registry
from saraban_check.report.document import Document
from saraban_check.report.render.screen import render_screen
from saraban_check.report.style import Style
from saraban_check.report.views.address import address_document
from saraban_check.report.views.address_lookup import lookup_document

ROWS = """รหัส อปท.,ประเภท อปท.,อปท.,อำเภอ,จังหวัด
6480191,อบต.,ท่าสมมติ,เมืองนครพนม,นครพนม
6480292,อบต.,วังสมมติ,ปลาปาก,นครพนม
5480293,เทศบาลตำบล,หนองสมมติ,ปลาปาก,นครพนม
6470391,อบต.,ท่าสมมติ,กุสุมาลย์,สกลนคร
"""
CASES: list[tuple[dict[str, str], bool, Certainty, str | None]] = [
    ({"name": "อบต.ท่าสมมติ", "province": "นครพนม"}, True, Certainty.REGISTRY, "saraban_06480191@dla.go.th"),
    ({"code": "6480292"}, True, Certainty.REGISTRY, "saraban_06480292@dla.go.th"),
    ({"code": "6480292", "name": "อบต.วังสมมติ"}, True, Certainty.REGISTRY, "saraban_06480292@dla.go.th"),
    ({"name": "อบต.วังสมมต", "province": "นครพนม"}, True, Certainty.NEAR_NAME, "saraban_06480292@dla.go.th"),
    ({"name": "อบต.ท่าสมมติ"}, True, Certainty.SEVERAL, None),
    ({"name": "อบต.ไม่มีจริง", "province": "นครพนม"}, True, Certainty.NOT_FOUND, None),
    ({"code": "06489999"}, True, Certainty.NOT_FOUND, None),
    ({"code": "06480292", "name": "อบต.ท่าสมมติ"}, True, Certainty.CONTRADICTED, None),
    ({"code": "06480292", "province": "สงขลา"}, True, Certainty.CONTRADICTED, None),
    ({"code": "06480292", "province": "สงขลา"}, False, Certainty.CONTRADICTED, None),
    ({"code": "06480292", "kind": "อบจ."}, False, Certainty.CONTRADICTED, None),
    (
        {"code": "06480292", "name": "อบต.ท่าสมมติ", "website": "www.thasommut.go.th"},
        True,
        Certainty.CONTRADICTED,
        None,
    ),
    ({"code": "06480292", "province": "สงขลา", "website": "www.one.go.th"}, False, Certainty.CONTRADICTED, None),
    ({"website": "facebook.com/x"}, False, Certainty.NO_REGISTRY, None),
    ({"name": "กรุงเทพมหานคร"}, True, Certainty.NOT_LOCAL, None),
    ({"code": "06480292"}, False, Certainty.CODE_ALONE, "saraban_06480292@dla.go.th"),
    ({"name": "อบต.วังสมมติ", "province": "นครพนม"}, False, Certainty.NO_REGISTRY, None),
    ({"name": "กรมตัวอย่าง"}, True, Certainty.NOT_LOCAL, None),
    ({"name": "กรมตัวอย่าง", "website": "www.tuayang.go.th"}, True, Certainty.WEBSITE, "saraban@tuayang.go.th"),
    ({"name": "เทศบาลตำบลท่าสมมติ", "province": "นครพนม"}, True, Certainty.NOT_FOUND, None),
    ({"name": "อบต.วังสมมติ", "amphoe": "ปลาปาก"}, True, Certainty.REGISTRY, "saraban_06480292@dla.go.th"),
    (
        {"name": "อบต.ท่าสมมติ", "amphoe": "เมือง", "province": "นครพนม"},
        True,
        Certainty.REGISTRY,
        "saraban_06480191@dla.go.th",
    ),
    (
        {"name": "อบต.วังสมมติ", "province": "นครพนม", "amphoe": "อ.ปลาปัก"},
        True,
        Certainty.NEAR_NAME,
        "saraban_06480292@dla.go.th",
    ),
    ({"name": "อบต.วังสมมติ อ.ปลาปัก จ.นครพนม"}, True, Certainty.NEAR_NAME, "saraban_06480292@dla.go.th"),
    ({"name": "อบต.วังสมมติ", "province": "นครพนม", "amphoe": "เมืองนครพนม"}, True, Certainty.CONTRADICTED, None),
    ({"name": "อบต.วังสมมติ", "province": "นครพนม", "amphoe": "หัวหินสมมติ"}, True, Certainty.CONTRADICTED, None),
    ({"code": "06480292", "amphoe": "ปลาปาก"}, True, Certainty.REGISTRY, "saraban_06480292@dla.go.th"),
    ({"code": "06480292", "amphoe": "กุสุมาลย์"}, True, Certainty.CONTRADICTED, None),
    ({"code": "06480292", "name": "อบต.วังสมมติ (ส่วนกลาง)"}, True, Certainty.REGISTRY, "saraban_06480292@dla.go.th"),
    ({"name": "อบต.วังสมมต"}, True, Certainty.SEVERAL, None),
    ({"issued": "saraban-wang@lgo.mail.go.th"}, False, Certainty.ISSUED, "saraban-wang@lgo.mail.go.th"),
    ({"issued": "saraban_06480292@dla.go.th"}, False, Certainty.ISSUED, "saraban_06480292@dla.go.th"),
]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lookup") / "registry.csv"
    path.write_text(ROWS, "utf-8")
    return path


@pytest.fixture(scope="module")
def registry(source: Path) -> Registry:
    return load_registry(source)


@pytest.mark.parametrize(("told", "asks", "certainty", "address"), CASES)
def test_what_is_known_leads_to(
    told: dict[str, str], asks: bool, certainty: Certainty, address: str | None, registry: Registry
) -> None:
    found = look_up_address(registry=registry if asks else None, **told)  # type: ignore[arg-type]
    assert found.certainty is certainty
    assert (found.check.suggestions[0].address if found.check.suggestions else None) == address
    assert found.certainty.has_address is (address is not None)


def test_each_certainty_has_a_case() -> None:
    assert {case[2] for case in CASES} == set(Certainty)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize(("told", "asks", "certainty", "address"), CASES)
def test_the_screen_says_it_and_how_to_confirm_it(
    told: dict[str, str], asks: bool, certainty: Certainty, address: str | None, registry: Registry, lang: Lang
) -> None:
    document = lookup_document(look_up_address(registry=registry if asks else None, **told))  # type: ignore[arg-type]
    shown = _shown(document, lang)
    assert "{" not in shown
    assert "None" not in shown
    if address is None:
        assert "@dla.go.th" not in shown.replace("(อีเมล @dla.go.th)", "").replace("(about @dla.go.th)", "")
        return
    assert address in shown.splitlines()[0]
    assert "info.go.th" in shown
    if address.endswith("@dla.go.th"):
        assert "02-241-9000" in shown  # สถ. is who can confirm it


def _shown(document: Document, lang: Lang) -> str:
    return render_screen(document, lang, Style(100))


@pytest.mark.parametrize(
    ("told", "says", "says_not"),
    [
        ({"name": "เทศบาลตำบลท่าสมมติ", "province": "นครพนม"}, "06480191 อบต.ท่าสมมติ", "หลายหน่วยงาน"),
        ({"name": "เทศบาลตำบลท่าสมมติ", "province": "นครพนม"}, "ประเภทอื่น", "06470391"),
        ({"name": "อบต.วังสมมติ", "province": "นครพนม", "amphoe": "เมืองนครพนม"}, "อ.ปลาปาก", "หลายหน่วยงาน"),
        (
            {"name": "อบต.วังสมมติ", "province": "นครพนม", "amphoe": "เมืองนครพนม"},
            "“เมืองนครพนม” ไม่มีหน่วยงานชื่อนี้",
            "--province",
        ),
        ({"name": "อบต.วังสมมติ", "province": "นครพนม", "amphoe": "ปลาปัก"}, "อำเภอที่ระบุ “ปลาปัก” ไม่ตรง", "ความแน่ใจ: สูง"),
        ({"code": "06480292", "amphoe": "กุสุมาลย์"}, "อ.ปลาปาก", "→"),
        ({"name": "อบต.วังสมมต"}, "มีหน่วยงานเดียว", "หลายหน่วยงาน"),
        ({"issued": "saraban-wang@lgo.mail.go.th"}, "dcb_division@dga.or.th", "เว็บไซต์ของหน่วยงานว่ามี"),
    ],
)
def test_it_says_what_speaks_against_it(told: dict[str, str], says: str, says_not: str, registry: Registry) -> None:
    shown = _shown(lookup_document(look_up_address(registry=registry, **told)), "th")  # type: ignore[arg-type]
    assert says in shown
    assert says_not not in shown


def test_without_a_registry_it_says_where_one_is() -> None:
    assert "data.go.th" in _shown(lookup_document(look_up_address(name="อบต.วังสมมติ")), "th")


@pytest.mark.parametrize(
    ("address", "says", "says_not"),
    [
        ("saraban_wang@lgo.mail.go.th", "ยืนยันกับ สพร.", "info.dla.go.th"),
        ("saraban-06480292@dla.go.th", "ยืนยันกับ สถ.", "dcb_division"),
        ("wang@gmail.com", "address wang@gmail.com --code 06480115\n", "ยืนยันกับ"),
        ("saraban_06480292@gmail.com", "→ ใช้ saraban_06480292@dla.go.th", "--code"),
        ("saraban_06489999@gmail.com", "--code", "→ saraban"),
        ("6480292", "--code 06480292", "--website"),
        ("https://www.wangsommut.go.th/", "--website wangsommut.go.th", "--code"),
    ],
)
def test_an_address_is_led_on_to_whom_it_belongs(address: str, says: str, says_not: str, registry: Registry) -> None:
    shown = _shown(address_document(check_address(address, registry=registry)), "th")
    assert says in shown
    assert says_not not in shown


def test_a_doubted_address_is_not_called_correct_without_more(registry: Registry) -> None:
    doubted = check_address("saraban_06480191@dla.go.th", name="อบต.วังสมมติ", province="นครพนม", registry=registry)
    assert doubted.passes
    assert _shown(address_document(doubted), "th").startswith("? ยังบอกไม่ได้ → อาจเป็น saraban_06480292")
    own = check_address("saraban_06480292@dla.go.th", name="อบต.วังสมมติ", province="นครพนม", registry=registry)
    assert _shown(address_document(own), "th").startswith("✓ ใช้ได้")


def test_a_built_address_says_what_it_was_built_from() -> None:
    by_code = _shown(address_document(check_address("wang@gmail.com", code="06480292")), "th")
    assert "(สร้างจากรหัสของหน่วยงาน)" in by_code
    by_website = _shown(address_document(check_address("wang@gmail.com", website="www.wangsommut.go.th")), "th")
    assert "(สร้างจากเว็บไซต์ของหน่วยงาน)" in by_website


def test_the_command(source: Path) -> None:
    told = ("--registry", str(source), "--name", "อบต.ท่าสมมติ")
    one = run("address", *told, "--province", "นครพนม", "--format", "json")
    assert one.returncode == 0
    (found,) = json.loads(one.stdout)
    assert found["certainty"] == "registry"
    assert found["suggestions"][0] == {"address": "saraban_06480191@dla.go.th", "origin": "registry"}
    several = run("address", *told)
    assert several.returncode == 1
    assert "06480191" in several.stdout
    assert "06470391" in several.stdout


@pytest.mark.parametrize("args", [(), ("--province", "นครพนม"), ("--code", "06480292", "--dns")])
def test_what_leads_nowhere_is_refused(args: tuple[str, ...]) -> None:
    refused = run("address", *args)
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert not refused.stdout


def test_an_address_that_is_given_has_no_certainty() -> None:
    (found,) = json.loads(run("address", "saraban_06480292@dla.go.th", "--format", "json").stdout)
    assert "certainty" not in found
