"""What a clerk is told of one address: the short answer first, then at most three steps."""

import re

import pytest
from tests.support import CASES, read_cases, record_options, run
from tests.test_address_lookup import ROWS

from saraban_check.checks.address_check import ask_for_domains, check_address
from saraban_check.checks.address_lookup import look_up_address
from saraban_check.model.delivery import DnsAnswers, DnsReason, DomainAnswer, Reception
from saraban_check.model.text import Lang
from saraban_check.registry.files import load_registry
from saraban_check.registry.registry import Registry
from saraban_check.report.document import Document
from saraban_check.report.render.screen import render_screen
from saraban_check.report.style import Style
from saraban_check.report.views.address import address_document, addresses_document
from saraban_check.report.views.address_lookup import lookup_document

CASES_OF_ANSWERS = read_cases(CASES / "address_answers.csv")
WRONG, RIGHT = "saraban_6480191@dla.go.th", "saraban_06480191@dla.go.th"
STEP = re.compile(r"^ ([0-9])\. ", re.MULTILINE)


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    path = tmp_path_factory.mktemp("answers") / "registry.csv"
    path.write_text(ROWS, "utf-8")
    return load_registry(path)


def _document(case: dict[str, str], registry: Registry) -> Document:
    asked = registry if case["registry"] == "yes" else None
    if case["asks"] == "lookup":
        return lookup_document(look_up_address(registry=asked, **record_options(case)))
    return address_document(check_address(case["address"], registry=asked, **record_options(case)))


def _shown(document: Document, lang: Lang = "th", width: int = 80) -> str:
    return render_screen(document, lang, Style(width))


@pytest.mark.parametrize("case", CASES_OF_ANSWERS, ids=[case["why"] for case in CASES_OF_ANSWERS])
def test_the_answer_stands_first_and_the_steps_follow(case: dict[str, str], registry: Registry) -> None:
    shown = _shown(_document(case, registry), width=100)
    assert shown.splitlines()[0].startswith(case["first"])
    steps = shown[shown.index("\n 1. ") :]
    assert case["step"] in steps
    assert case["not"] not in shown


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("case", CASES_OF_ANSWERS, ids=[case["why"] for case in CASES_OF_ANSWERS])
def test_there_are_at_most_three_steps_each_office_once_and_no_groups(
    case: dict[str, str], width: int, lang: Lang, registry: Registry
) -> None:
    shown = _shown(_document(case, registry), lang, width)
    numbers = STEP.findall(shown)
    assert numbers == ["1", "2", "3"][: len(numbers)]
    assert numbers
    assert not re.search(r"\{|None", shown)
    said = " ".join(shown.split())
    assert said.count("02-241-9000") <= 1
    assert said.count("dcb_division@dga.or.th") <= 1
    assert not re.search("กลุ่ม|Groups", shown)
    assert not re.search("ขั้นตอนที่|Step [0-9]", shown)  # the list has the numbers


def test_the_cases_hold_each_sign() -> None:
    assert {case["first"][0] for case in CASES_OF_ANSWERS} == set("✓✗?→")


def test_a_step_says_what_to_do_before_the_next_needs_it() -> None:
    shown = _shown(address_document(check_address(WRONG)))
    confirm, announce, post = (shown.index(word) for word in ("ยืนยันกับ สถ.", "จัดทำประกาศฯ", "ลงระบบ info.go.th"))
    assert confirm < announce < post
    assert shown.index("^^^") < confirm


def test_how_to_mend_is_said_only_where_nothing_can_be_used_instead() -> None:
    assert "วิธีแก้" not in _shown(address_document(check_address(WRONG)))
    shown = _shown(address_document(check_address("wang@gmail.com")))
    assert shown.count("วิธีแก้") == 1  # of the domain: who is at gmail.com need not mend the name
    assert shown.index("SB401") < shown.index("วิธีแก้")


def test_the_groups_are_told_who_asks_for_more() -> None:
    assert "กลุ่มที่ยังเป็นไปได้" in run("address", RIGHT, "-v").stdout
    assert "กลุ่มที่ยังเป็นไปได้" not in run("address", RIGHT).stdout


def test_the_groups_are_told_where_a_fact_narrows_them() -> None:
    dead = DomainAnswer("wangsommut.go.th", Reception.CANNOT, DnsReason.NXDOMAIN)
    (check,) = ask_for_domains(
        [check_address("saraban@wangsommut.go.th")], lambda _: DnsAnswers({"wangsommut.go.th": dead})
    )
    shown = _shown(address_document(check))
    assert shown.startswith("✗ ที่อยู่ถูกต้อง แต่โดเมนรับอีเมลไม่ได้ → ต้องแก้โดเมนก่อน")
    assert "กลุ่มที่ยังเป็นไปได้" in shown
    assert " 1. ทำให้โดเมนรับอีเมลได้" in shown


@pytest.mark.parametrize("lang", ["th", "en"])
def test_several_are_a_list_that_names_each_and_takes_no_steps(lang: Lang) -> None:
    shown = _shown(addresses_document([check_address(one) for one in (WRONG, RIGHT, "wang@gmail.com", "")]), lang)
    first, second, third, fourth, hint = (part.splitlines()[0] for part in shown.split("\n\n"))
    assert re.fullmatch(rf"✗ .*  {WRONG} → .*{RIGHT}", first)
    assert re.fullmatch(rf"✓ .*  {RIGHT}", second)
    assert re.match(r"✗ .*  wang@gmail\.com → ", third)
    assert fourth.startswith("✗ ")
    assert "saraban-check address" in hint
    assert not STEP.search(shown)


def test_the_list_is_what_the_command_writes_of_several() -> None:
    assert not STEP.search(run("address", RIGHT, WRONG).stdout)
    assert STEP.search(run("address", RIGHT, WRONG, "-v").stdout)
    assert STEP.search(run("address", "-", stdin=f"{WRONG}\n").stdout)


def test_the_right_address_is_green_behind_what_is_red() -> None:
    (first, *_) = render_screen(address_document(check_address(WRONG)), "th", Style(80, color=True)).splitlines()
    assert first == f"\x1b[31m✗\x1b[0m \x1b[31;1mใช้ไม่ได้\x1b[0m \x1b[32;1m→ ใช้ {RIGHT}\x1b[0m"


def test_what_is_not_sure_is_not_green(registry: Registry) -> None:
    check = check_address("wang@gmail.com", name="อบต.วังสมมต", province="นครพนม", registry=registry)
    (first, *_) = render_screen(address_document(check), "th", Style(80, color=True)).splitlines()
    assert "\x1b[33;1m→ อาจเป็น " in first


@pytest.mark.parametrize(
    ("address", "office"),
    [
        ("SARABAN_06480191@DLA.GO.TH", "02-241-9000"),
        ("Saraban-wang@LGO.mail.go.th", "dcb_division"),
        ("saraban@wangsommut.go.th", "ผู้ดูแลโดเมน"),
    ],
)
def test_who_cannot_log_in_is_told_whom_to_ask(address: str, office: str) -> None:
    shown = _shown(address_document(check_address(address)))
    assert "เข้าใช้บัญชีนี้ได้" in shown
    assert office in shown


@pytest.mark.parametrize("address", ["wang@gmail.com", "06480191", "www.wangsommut.go.th", "saraban@wangsommut.go.th"])
def test_commands_of_an_address_run_as_they_stand(address: str) -> None:
    """They may say that it is wrong (1), not that they were misunderstood (2)."""
    commands = re.findall(
        r"^ +saraban-check (.+)$", _shown(address_document(check_address(address)), width=40), re.MULTILINE
    )
    assert commands
    for command in commands:
        assert run(*command.split(), "--no-registry").returncode in (0, 1), command


def test_nothing_of_a_cell_but_what_is_plain_is_put_into_a_command() -> None:
    shown = _shown(address_document(check_address("a$(rm -rf ~)@x y'")))
    assert "saraban-check address --code 06480115" in shown


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("06480191", "? น่าจะใช้ saraban_06480191@dla.go.th"),
        ("๐๖๔๘๐๑๙๑", "? น่าจะใช้ saraban_06480191@dla.go.th"),
        ("www.wangsommut.go.th", "? น่าจะใช้ saraban@wangsommut.go.th"),
        ("อบต.วังสมมติ", "? ยังบอกไม่ได้: หาจากชื่อได้เมื่อมีทะเบียน อปท. เท่านั้น"),
    ],
)
def test_a_code_a_website_or_a_name_alone_is_looked_up(typed: str, answer: str) -> None:
    assert run(typed, "--no-registry").stdout.startswith(answer)


@pytest.mark.parametrize("typed", ["5", "อบต.วังสมมติ.docx", "สวัสดี", "clasify", "www", "25690101"])
def test_other_words_are_not_looked_up(typed: str) -> None:
    done = run(typed, "--no-registry")
    assert done.returncode == 2
    assert not done.stdout
