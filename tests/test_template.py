"""The list to fill in: what officers are guarded from, what its formula says, and that `classify` reads it as it is."""

import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.office import converted, values
from tests.support import CASES, classified, csv_text, read_cases, refused, run

from saraban_check.checks.classify import classify
from saraban_check.files.template.columns import COLUMNS, letter, place
from saraban_check.files.template.document import template_workbook
from saraban_check.files.template.formula import is_code
from saraban_check.files.template.list_sheet import checked_rows, guarded_rows, kilobytes
from saraban_check.files.template.verdicts import BLANK, OK, UNSURE, WRONG
from saraban_check.intake.cells import read_delivery, read_notice, read_upgraded, read_yes_no
from saraban_check.model.delivery import Delivery
from saraban_check.model.record import FIELDS
from saraban_check.model.registry import RegistryEntry
from saraban_check.model.text import Lang
from saraban_check.reference.fields import FIELD_NAMES
from saraban_check.reference.kinds import find_kind, kinds
from saraban_check.reference.places import all_provinces, find_province, provinces

LANGS: tuple[Lang, ...] = ("th", "en")
NAKHON_PHANOM = provinces()["48"]
ENTRIES = (
    RegistryEntry("06480191", "ดอนสมมติ", kinds()["sao"], "เมืองสมมติ", NAKHON_PHANOM, "www.donsommut.go.th"),
    RegistryEntry("05480192", "สมมติใต้", kinds()["subdistrict"], "ท่าสมมติ", NAKHON_PHANOM),
    RegistryEntry("02480193", "สมมติ", kinds()["pao"], "เมืองสมมติ", NAKHON_PHANOM),
    RegistryEntry("03480194", "สมมตินคร", kinds()["city"], "เมืองสมมติ", NAKHON_PHANOM),
)
HOSTILE = ("=1+1", "@SUM(1)", '=HYPERLINK("http://x.th")', "<r>b</r>", "[/red]", "a\x07b", "::error::x", "-1")


def made(folder: Path, entries: Sequence[RegistryEntry] = (), lang: Lang = "th") -> Path:
    path = folder / "agencies.xlsx"
    path.write_bytes(template_workbook(entries, lang))
    return path


def filled(path: Path, rows: Sequence[Mapping[str, Any]]) -> Path:
    """The workbook filled in from the first row on, as a program does that does not calculate."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for number, row in enumerate(rows, start=2):
        for field, value in row.items():
            sheet[f"{letter(field)}{number}"].value = value
    found = path.with_name("filled.xlsx")
    book.save(found)
    return found


def checks(path: Path) -> list[str]:
    """What the check says in each row, as it is stored."""
    return [str(row[place("")]) for row in next(iter(values(path).values()))[1:]]


# What `classify` makes of it


@pytest.mark.parametrize("lang", LANGS)
def test_an_empty_one_has_no_rows_but_all_its_columns_are_known(tmp_path: Path, lang: Lang) -> None:
    path = made(tmp_path, lang=lang)
    assert "no rows" in refused(path)
    said = run("classify", path, "--lang", "en").stderr
    named = [(column.field, column.heading) for column in COLUMNS if column.field]
    shown = [
        heading if heading.casefold() == FIELD_NAMES[field].en else f"{FIELD_NAMES[field].en} = “{heading}”"
        for field, heading in named
    ]
    assert "columns: " + ", ".join(shown) + "\n" in said
    assert "other sheets" not in said
    assert {field for field, _ in named} == set(FIELDS) - {"affiliation", "notice_date", "notice_and_posted"}


def test_the_check_alone_makes_no_row_an_agency_whoever_saved_the_file(tmp_path: Path) -> None:
    path = made(tmp_path)
    assert "no rows" in refused(filled(path, []))  # its formulas have lost their values
    assert "no rows" in refused(converted(path, "xlsx", tmp_path))
    text = tmp_path / "agencies.csv"
    text.write_text(csv_text([list(map(str, row)) for row in values(path)["รายชื่อ"]]), encoding="utf-8")
    assert "no rows" in refused(text)


def test_only_rows_that_are_filled_in_count_wherever_they_stand(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [{} for _ in range(400)]
    rows[0] = {"address": "saraban_06480191@dla.go.th"}
    rows[399] = {"remark": "ยังไม่ตอบ"}
    for path in (found := filled(made(tmp_path), rows), converted(found, "xlsx", tmp_path)):
        assert [agency["row"] for agency in classified(path)["agencies"]] == [2, 401]


def test_a_column_that_is_mapped_by_hand_counts_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["ตรวจเบื้องต้น", "จังหวัด"], ["saraban_06480191@dla.go.th", None]):
        sheet.append(row)
    book.save(path)
    assert classified(path, "--map", "address=ตรวจเบื้องต้น")["summary"]["total"] == 1


@pytest.mark.parametrize("lang", LANGS)
def test_agencies_of_the_registry_are_rows_in_their_order(tmp_path: Path, lang: Lang) -> None:
    found = classify(made(tmp_path, ENTRIES, lang)).agencies
    known = [(a.record.code, a.record.kind, a.record.amphoe, a.record.province, a.record.website) for a in found]
    assert known == [(e.code, e.kind, e.amphoe, e.province, e.website) for e in ENTRIES]
    assert [agency.record.name for agency in found] == [
        "อบต.ดอนสมมติ",
        "เทศบาลตำบลสมมติใต้",
        "อบจ.สมมติ",
        "เทศบาลนครสมมตินคร",
    ]
    assert {f.rule.code for agency in found for f in agency.findings} == {"SB101", "SB802"}


def test_a_filled_one_is_classified_and_its_check_agrees(tmp_path: Path) -> None:
    right = {"notice": "มี", "posted": "ลงแล้ว", "delivery": "ส่งได้"}
    rows: list[dict[str, Any]] = [
        {"address": "saraban_06480191@dla.go.th", **right},
        {"address": "sarabun_05480192@dla.go.th", **right},
        {"address": "saraban-sommut@lgo.mail.go.th", **right, "delivery": "กล่องจดหมายเต็ม"},
        {**right, "upgraded": "ยกฐานะ"},
        {"address": "saraban_06480199@dla.go.th", "posted": "ยังไม่ลง", "notice": "มี", "delivery": "ส่งไม่ได้"},
        {"notice": "ไม่มี", "posted": "ยังไม่ลง", "delivery": "ส่งไม่ได้", "remark": "โทรแล้ว"},
    ]
    path = converted(filled(made(tmp_path, ENTRIES), rows), "xlsx", tmp_path)
    found = classified(path)["agencies"]
    assert [agency["group"] for agency in found] == ["A1", "B1", "A2", "W", "outside", "E"]
    assert [text.partition(":")[0] for text in checks(path)[:7]] == [
        *(OK.th, WRONG.th[:-1], OK.th, BLANK.th.partition(":")[0], OK.th, BLANK.th.partition(":")[0]),
        "",
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_the_registry_holds_stays_text(tmp_path: Path, text: str) -> None:
    entry = RegistryEntry(text, text, kinds()["pattaya"], text, NAKHON_PHANOM, text)
    path = made(tmp_path, [entry])
    row = next(iter(openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=2, max_row=2)))
    assert [cell.column for cell in row if cell.data_type == "f"] == [place("") + 1]
    seen = re.sub("\x07", "\ufffd", text)
    for field in ("code", "name", "amphoe", "website"):
        assert row[place(field)].value == seen
    assert classify(path).agencies[0].record.name == seen
    again = next(iter(values(converted(path, "xlsx", tmp_path)).values()))
    assert again[1][place("name")] == seen


# The check by formula


def _state(check: str, lang: Lang) -> str:
    if check == OK.say(lang):
        return "correct"
    if check == BLANK.say(lang):
        return "missing"
    if check.startswith(WRONG.say(lang)):
        return "incorrect"
    assert check.startswith(UNSURE.say(lang)), check
    return "unsure"


MORE = [
    {"address": address, "website": website, "code": code, "kind": kind, "province": province}
    for address, website, code, kind, province in (
        ("saraban@go.th", "go.th", "", "", ""),
        ("saraban@x.blogspot.com", "x.blogspot.com", "", "", ""),
        ("saraban@blogspot.com", "x.blogspot.com", "", "", ""),
        ("saraban@songkhcity.go.th", "HTTPS://www.SongkhCity.go.th/home", "", "", ""),
        ("saraban@songkhcity.go.th", "xsongkhcity.go.th", "", "", ""),
        ("saraban@-songkh.go.th", "-songkh.go.th", "", "", ""),
        ("saraban@son_gkh.go.th", "son_gkh.go.th", "", "", ""),
        ("saraban@" + "a" * 64 + ".go.th", "a" * 64 + ".go.th", "", "", ""),
        ("saraban@dia.go.th", "www.dia.go.th", "", "", ""),
        ("saraban_06480115@dla.go.th", "", "", "", "กรุงเทพมหานคร"),
        ("saraban_06480115@dla.go.th", "", "", "", "จ.นครพนม"),
        ("saraban_06480115@dla.go.th", "", "", "", "จังหวัดเชียงใหม่"),
        ("saraban_06480115@dla.go.th", "", "", "central", ""),
        ("saraban_06480115@dla.go.th", "", "648011", "", ""),
        ("saraban_06480115@dla.go.th", "", "06480115", "sao", "นครพนม"),
        ("saraban_0648011a@dla.go.th", "", "", "", ""),
        ("saraban_06480-15@dla.go.th", "", "", "", ""),
        ("saraban_06100115@dla.go.th", "", "", "", ""),
        ("saraban-6480115@lgo.mail.go.th", "", "", "", ""),
        ("saraban-9999999@lgo.mail.go.th", "", "", "", ""),
        ("saraban--photan@lgo.mail.go.th", "", "", "", ""),
        ("saraban-pho.tan-2@lgo.mail.go.th", "", "", "", ""),
        ("saraban-photan@mail.go.th", "", "", "", ""),
        (".saraban@songkhcity.go.th", "songkhcity.go.th", "", "", ""),
        ("saraban@songkhcity..go.th", "songkhcity.go.th", "", "", ""),
        ("@", "", "", "", ""),
        ("*", "", "", "", ""),
        ("saraban*@dla.go.th", "", "", "", ""),
        ("#N/A", "", "", "", ""),
        ("0", "", "", "", ""),
    )
]


@pytest.mark.parametrize("lang", LANGS)
def test_the_check_never_says_what_classify_denies(tmp_path: Path, lang: Lang) -> None:
    """On every case of the address rules, the slides' own examples first; where it cannot know, it says so."""
    cases = [*read_cases(CASES / "verdicts.csv"), *MORE]
    fields = ("address", "code", "province", "website", "name", "issued")
    rows = [{field: case[field] for field in fields if case.get(field)} for case in cases]
    for row, case in zip(rows, cases, strict=True):
        row["remark"] = "กรอกแล้ว"
        if kind := case["kind"]:
            row["kind"] = kinds()[kind].name.th if kind in kinds() else kind
    path = converted(filled(made(tmp_path, lang=lang), rows), "xlsx", tmp_path)
    agencies = classify(path).agencies
    assert len(agencies) == len(cases)
    wrong, decided = [], 0
    for case, agency, check in zip(cases, agencies, checks(path), strict=False):
        said = _state(check, lang)
        if "state" in case:
            assert agency.verdict.state.value == case["state"]
        if said not in ("unsure", agency.verdict.state.value):
            wrong.append((case["address"], check, agency.verdict.state.value))
        if case.get("note", "").startswith("slide") and "SB408" not in case["codes"]:
            assert said == case["state"], (case["address"], check)
        decided += said != "unsure"
    assert wrong == []
    assert decided > 80, "or it would be of no use"


def test_an_own_domain_without_its_website_is_not_called_right(tmp_path: Path) -> None:
    addresses = ("saraban@songkhcity.go.th", "saraban@songkhcity.com", "saraban@dlo.go.th")
    path = converted(filled(made(tmp_path), [{"address": address} for address in addresses]), "xlsx", tmp_path)
    assert [_state(check, "th") for check in checks(path)[:3]] == ["unsure"] * 3


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_stored_is_what_the_formulas_give(tmp_path: Path, lang: Lang) -> None:
    path = made(tmp_path, ENTRIES, lang)
    again = checks(converted(path, "xlsx", tmp_path))
    assert again[: len(ENTRIES)] == checks(path)[: len(ENTRIES)] == [BLANK.say(lang)] * len(ENTRIES)
    assert set(again[len(ENTRIES) :]) <= {""}


# What Excel guards


def rules(path: Path) -> dict[str, Any]:
    """The validation of each column, by its field."""
    sheet: Worksheet = openpyxl.load_workbook(path).worksheets[0]
    found = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    rows = guarded_rows(0) + 1
    return {column.field: found[f"{letter(column.field)}2:{letter(column.field)}{rows}"] for column in COLUMNS}


def offered(path: Path, field: str) -> list[str]:
    """The answers that a column's drop-down shows."""
    name, _, cells = rules(path)[field].formula1.partition("!")
    return [str(row[0].value) for row in openpyxl.load_workbook(path)[name][cells.replace("$", "")]]


READERS: tuple[tuple[str, Callable[[str], Any], list[object]], ...] = (
    ("notice", lambda text: read_notice(text).notice, [True, False]),
    ("posted", lambda text: read_yes_no(text).value, [True, False]),
    ("delivery", lambda text: read_delivery(text).value, [Delivery.DELIVERED, Delivery.FULL, Delivery.FAILED]),
    ("upgraded", lambda text: read_upgraded(text).value, [True, False]),
    ("kind", find_kind, list(kinds().values())),
)


@pytest.mark.parametrize(("field", "read", "meant"), READERS, ids=[reader[0] for reader in READERS])
def test_every_answer_to_choose_is_read_as_what_it_says(
    tmp_path: Path, field: str, read: Callable[[str], Any], meant: list[object]
) -> None:
    assert [read(answer) for answer in offered(made(tmp_path), field)] == meant


def test_all_provinces_can_be_chosen_in_the_order_of_the_dictionary(tmp_path: Path) -> None:
    names = offered(made(tmp_path), "province")
    assert {find_province(name) for name in names} == set(all_provinces())
    assert names[:2] == ["กระบี่", "กรุงเทพมหานคร"]
    assert names.index("ชุมพร") < names.index("เชียงใหม่") < names.index("ตรัง")


@pytest.mark.parametrize("lang", LANGS)
def test_each_column_has_a_prompt_and_what_is_refused_is_explained(tmp_path: Path, lang: Lang) -> None:
    for column in COLUMNS:
        rule = rules(made(tmp_path, lang=lang))[column.field]
        assert (rule.promptTitle, rule.showInputMessage) == (column.heading, True)
        assert rule.prompt.replace("_x000a_", "\n") == column.how.say(lang)
        if rule.type in ("list", "custom"):
            assert rule.errorStyle in (None, "stop")
            assert rule.showErrorMessage
            assert rule.error
    assert rules(made(tmp_path))[""].formula1 == "FALSE"


def test_the_code_column_takes_possible_codes_and_nothing_else(tmp_path: Path) -> None:
    codes = {
        **dict.fromkeys(("06480115", "02110000", "03200408", "05960999"), True),
        **dict.fromkeys(("6480115", "064801155", "01480115", "07480115", "06100115", "06990115"), False),
        **dict.fromkeys(("0648011a", "0648 115", "06481e+2", "06480.15", "0648-115", "๐๖๔๘๐๑๑๕", "a", "*"), False),
    }
    path = made(tmp_path)
    assert rules(path)["code"].formula1 == is_code("B2")
    assert len(is_code("B2")) <= 255
    book = openpyxl.load_workbook(path)
    for row, code in enumerate(codes, start=2):
        book.worksheets[0][f"B{row}"].value = code
        book.worksheets[0][f"Q{row}"].value = "=" + is_code(f"B{row}")
    book.save(path)
    found = next(iter(values(converted(path, "xlsx", tmp_path)).values()))
    assert {row[1]: row[16] for row in found[1 : len(codes) + 1]} == codes


def test_codes_and_addresses_are_text_and_the_headings_stay_in_sight(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(made(tmp_path, ENTRIES)).worksheets[0]
    for field in ("code", "address", "issued", "website"):
        xml = zipfile.ZipFile(tmp_path / "agencies.xlsx").read("xl/worksheets/sheet1.xml").decode()
        assert re.search(rf'<col min="{place(field) + 1}" max="{place(field) + 1}" [^>]*style="[1-9]', xml)
    assert sheet["B2"].number_format == "@"
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == f"A1:O{guarded_rows(len(ENTRIES)) + 1}"


# The file


@pytest.mark.parametrize("lang", LANGS)
def test_the_notes_say_how_large_it_is_and_how_far_it_goes(tmp_path: Path, lang: Lang) -> None:
    for entries in ((), ENTRIES):
        path = made(tmp_path, entries, lang)
        book = openpyxl.load_workbook(path)
        assert [sheet.sheet_state for sheet in book.worksheets] == ["visible", "visible", "hidden"]
        said = "\n".join(str(cell) for row in book.worksheets[1].iter_rows(values_only=True) for cell in row if cell)
        assert kilobytes(len(entries)) / 2 < path.stat().st_size / 1000 < kilobytes(len(entries))
        for number in (kilobytes(len(entries)), checked_rows(len(entries)), guarded_rows(len(entries))):
            assert re.search(rf"[( ]{number:,} ", said)
        formulas = [row for row in book.worksheets[0].iter_rows(min_row=2) if row[place("")].data_type == "f"]
        assert len(formulas) == checked_rows(len(entries))
        for column in COLUMNS:
            assert f"{letter(column.field)} · {column.heading}" in said
        for form in ("saraban_06480115@dla.go.th", "saraban-photan@lgo.mail.go.th", "saraban@songkhcity.go.th"):
            assert form in said
        assert "saraban-check classify agencies.xlsx" in said
        assert ("ผู้ตัดสินคือคำสั่ง" if lang == "th" else "saraban-check classify decides") in said


def test_the_same_entries_give_the_same_bytes() -> None:
    assert len({template_workbook(ENTRIES, "th") for _ in range(3)}) == 1
    assert template_workbook(ENTRIES, "th") != template_workbook(ENTRIES, "en")


@pytest.mark.parametrize("lang", LANGS)
def test_it_comes_out_on_paper(tmp_path: Path, lang: Lang) -> None:
    assert converted(made(tmp_path, ENTRIES, lang), "pdf", tmp_path).read_bytes().startswith(b"%PDF")


# The command


def test_the_command_writes_it_and_says_what_to_do_next(tmp_path: Path) -> None:
    done = run("template", "-o", "agencies.xlsx", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "บันทึก agencies.xlsx แล้ว\nกรอกแล้วสั่ง saraban-check classify agencies.xlsx\n"
    assert (tmp_path / "agencies.xlsx").read_bytes() == template_workbook((), "th")
    done = run("template", "-o", "other.XLSX", "-q", "--lang", "en", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "other.XLSX").read_bytes() == template_workbook((), "en")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-o", "here.xlsx"), ("here.xlsx", "another name")),
        (("-o", "agencies.csv"), ("agencies.csv", ".xlsx")),
        (("-o", "-"), ("-o -", ".xlsx")),
        (("-o", "none/agencies.xlsx"), ("no folder none",)),
        (("-o", "a.xlsx", "--province", "นครพนม"), ("Nakhon Phanom", "registry import")),
        (("-o", "a.xlsx", "--province", "นครพนน"), ("นครพนน", "did you mean นครพนม")),
    ],
)
def test_what_cannot_be_met_is_refused_in_one_sentence(
    tmp_path: Path, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    (tmp_path / "here.xlsx").write_bytes(b"filled in")
    done = run("template", *arguments, "--lang", "en", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1
    assert all(word in done.stderr for word in words), done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["here.xlsx"]
    assert (tmp_path / "here.xlsx").read_bytes() == b"filled in"
