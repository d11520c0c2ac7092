"""report.html as a document: its data, its policy, its texts, its map; the browser's tests show how it behaves."""

import base64
import datetime
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from benchmarks.nationwide import agencies, write_csv
from tests.support import csv_text, own_group

from saraban_check.checks.classification import Classification
from saraban_check.checks.classify import classify
from saraban_check.checks.judging import Judging
from saraban_check.checks.standing import Tally, standings
from saraban_check.files.page import html_report
from saraban_check.files.page.assets import assets
from saraban_check.files.page.html_report import html_document
from saraban_check.files.page.in_words import MARK, in_words
from saraban_check.files.page.texts import PAGE_TEXTS
from saraban_check.gating.baseline import baseline_of
from saraban_check.gating.gate import judge, read_gate
from saraban_check.grouping.own_table import load_group_table
from saraban_check.model.notice import StatedNotice
from saraban_check.model.policy import Policy
from saraban_check.model.registry import Likeness, NameMatch, RegistryEntry
from saraban_check.model.text import Lang, Text
from saraban_check.reference.kinds import kinds
from saraban_check.reference.places import provinces
from saraban_check.reference.tiles import province_tiles
from saraban_check.report.escape import for_html, for_page, for_script_data
from saraban_check.report.run import Report
from saraban_check.rules.sb8_table import FACT_NAMES

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(scope="module")
def result() -> Classification:
    return classify(DATA / "agencies.xlsx")


def document(result: Classification, lang: Any = "th") -> str:
    return "".join(html_document(Report(result, lang, "agencies.xlsx")))


def data_text(page: str) -> str:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return found[1]


def data_of(page: str) -> dict[str, Any]:
    """The data, without the marks where a line may end."""
    found: dict[str, Any] = json.loads(data_text(page).replace(MARK, ""))
    return found


class Elements(HTMLParser):
    """Every element with its attributes, and what stands in scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, list[str]] = {"script": [], "style": []}
        self._open = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = tag

    def handle_data(self, data: str) -> None:
        if self._open in self.inside:
            self.inside[self._open].append(data)
        self._open = ""


# The document


def test_nothing_is_loaded_from_anywhere(result: Classification) -> None:
    for tag, attributes in Elements(document(result)).elements:
        assert tag not in ("iframe", "object", "embed", "img", "form", "base"), tag
        assert "style" not in attributes, "the policy forbids it"
        assert not [name for name in attributes if name.startswith("on")]
        for name in ("src", "href", "action", "srcset"):
            assert attributes.get(name, "data:,") in ("data:,", "#agencies")


def test_the_policy_names_the_very_script_and_style_of_the_page(result: Classification) -> None:
    found = Elements(document(result))
    policy = next(attributes["content"] for _, attributes in found.elements if attributes.get("http-equiv", ""))
    assert policy
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["base-uri"] == directives["form-action"] == "'none'"
    for directive, text in (("script-src", found.inside["script"][-1]), ("style-src", found.inside["style"][0])):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert directives[directive] == f"'sha256-{digest}'"
    assert "unsafe" not in policy


def test_the_same_list_gives_the_same_page(result: Classification) -> None:
    assert document(result) == document(classify(DATA / "agencies.xlsx"))


def test_the_language_of_the_run_is_the_one_that_the_page_opens_in(result: Classification) -> None:
    for lang in ("th", "en"):
        page = document(result, lang)
        assert f'<html lang="{lang}">' in page
        assert data_of(page)["lang"] == lang
    assert data_of(document(result, "th"))["agencies"] == data_of(document(result, "en"))["agencies"]


# The data


def test_every_agency_is_in_the_data_in_order(result: Classification) -> None:
    data = data_of(document(result))
    position = {name: index for index, name in enumerate(data["fields"])}
    assert [row[position["row"]] for row in data["agencies"]] == [a.record.row for a in result.agencies]
    groups = [data["groups"][row[position["group"]]]["key"] for row in data["agencies"]]
    assert groups == [a.group for a in result.agencies]
    assert len(data_text(document(result)).splitlines()) == len(result.agencies) + 2, "an agency a line"


def test_what_weighs_most_comes_first(result: Classification) -> None:
    """Errors, then warnings, then notes; of the errors the domain's, which the list shows of an agency."""
    data = data_of(document(result))
    found = data["fields"].index("findings")
    weights = {"error": 0, "warning": 1, "info": 2}
    mixed = 0
    for row in data["agencies"]:
        rules = [data["rules"][finding[0]] for finding in (row[found] if len(row) > found else [])]
        keys = [(weights[rule["severity"]], not rule["code"].startswith("SB4")) for rule in rules]
        assert keys == sorted(keys)
        mixed += len(set(keys)) > 1
    assert mixed > 5


def test_the_card_has_the_offices_that_the_workbook_names_and_what_is_to_be_found_out(result: Classification) -> None:
    data = data_of(document(result))
    seen = set()
    for row, agency in zip(data["agencies"], result.agencies, strict=True):
        said = dict(zip(data["fields"], row, strict=False))
        names = [data["contacts"][index] for index in said.get("offices", [])]
        assert names == [[*map(list, (office.name, office.line))] for office in agency.offices]
        missing = [data["missing_names"][index] for index in said.get("missing", [])]
        assert missing == [list(FACT_NAMES[name]) for name in agency.outcome.missing]
        seen.add((agency.group, len(names)))
    assert {("A1", 0), ("A2", 1), ("D1", 2)} <= seen
    assert all(1 <= count < 4 for group, count in seen if group in ("undetermined", "outside"))


def test_no_cell_ends_the_data(result: Classification) -> None:
    hostile = "</script><!--<script>&amp;\u2028\u2029\ud800\x00\u202e"
    first = result.agencies[0]
    agency = first._replace(record=first.record._replace(name=hostile, amphoe=hostile))
    page = document(Classification(result.source, result.table, result.summary, (agency,)))
    page.encode()  # no lone surrogate is left
    assert not set("<>&\u2028\u2029") & set(data_text(page))
    name = data_of(page)["agencies"][0][1]
    assert name == "</script><!--<script>&amp;<U+2028><U+2029><U+D800>␀<U+202E>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("อบต.ดูจำลอง", "อบต.ดูจำลอง"),
        ("สอง\nบรรทัด\tแท็บ", "สอง\nบรรทัด\tแท็บ"),
        ("\x1b[31m", "␛[31m"),
        ("a\u202eb", "a<U+202E>b"),
        ("\ud800", "<U+D800>"),
        ("\x7f\x85", "␡<U+0085>"),
    ],
)
def test_hidden_characters_are_shown(text: str, shown: str) -> None:
    assert for_page(text) == shown


def test_markup_and_script_data_are_escaped() -> None:
    assert for_html("<a href='x'>&\"\u202e") == "&lt;a href=&#x27;x&#x27;&gt;&amp;&quot;&lt;U+202E&gt;"
    assert for_script_data('"</script>&\u2028\u2029"') == r'"\u003c/script\u003e\u0026\u2028\u2029"'


def test_settings_are_said_where_there_are_any(tmp_path: Path, result: Classification) -> None:
    (columns,) = data_of(document(result))["settings"]
    assert columns[1].startswith("columns: ")
    *assumed, last = data_of(document(classify(DATA / "agencies.xlsx", judging=Judging(assume="delivered"))))[
        "settings"
    ]
    assert last == columns
    assert len(assumed) == 1
    assert "ส่งได้" in assumed[0][0]
    assert "delivered" in assumed[0][1]
    table = load_group_table(own_group(tmp_path, "X1"))
    own = data_of(document(classify(DATA / "agencies.xlsx", judging=Judging(table=table))))
    assert len(own["settings"]) == 2
    assert "X1" in [group["key"] for group in own["groups"]]


def test_a_group_of_the_users_own_is_not_done_for_its_letter(tmp_path: Path) -> None:
    own = classify(DATA / "agencies.xlsx", judging=Judging(table=load_group_table(own_group(tmp_path, "A3"))))
    data = data_of(document(own))
    groups = {group["key"]: group for group in data["groups"]}
    assert groups["A3"]["letter"] == "A"
    assert groups["A3"]["count"] > 0
    assert [key for key, group in groups.items() if group["done"]] == ["A1", "A2"]
    assert groups["A3"]["follow_up"]
    assert data["summary"]["in_a"] == groups["A1"]["count"] + groups["A2"]["count"]


IGNORED = "<b>ตกลง & \u202eแล้ว</b> {code} $data"


@pytest.mark.parametrize("lang", ["th", "en"])
def test_what_the_settings_left_out_is_said_with_and_without_scripts(lang: Any) -> None:
    result = classify(DATA / "agencies.xlsx", judging=Judging(policy=Policy(ignored={"SB401": IGNORED})))
    times = result.summary.ignored["SB401"]
    assert times > 1
    page = document(result, lang)
    note, _ = data_of(page)["settings"]
    assert f"SB401 × {times}" in note[lang == "en"]
    assert for_page(IGNORED) in note[lang == "en"]
    assert f"<p>{for_html(note[lang == 'en'])}</p>" in page.partition("</noscript>")[0]
    assert "<b>" not in page


def judged(list_file: Path, fail_on: str | None, table: Any = None, **how: Any) -> Report:
    result = classify(list_file, judging=Judging(table=table))
    return Report(result, "th", "agencies.xlsx", judge(read_gate(fail_on, result.table, **how), result))


def test_what_the_gate_said_is_at_the_top_with_and_without_scripts() -> None:
    whole = classify(DATA / "agencies.xlsx")
    assert data_of(document(whole))["gate"] == {"passed": True, "notes": []}, "no gate, no note"
    failed = judged(DATA / "agencies.xlsx", "B3,SB401", expect_rows=70)
    counts = [whole.summary.groups["B3"], whole.summary.rules["SB401"]]
    failures: dict[Lang, str] = {"th": "ไม่ผ่านเกณฑ์ที่ตั้งไว้: ", "en": "The gate failed: "}
    for lang, said in failures.items():
        page = "".join(html_document(failed._replace(lang=lang)))
        gate = data_of(page)["gate"]
        assert gate["passed"] is False
        notes = [note[lang == "en"] for note in gate["notes"]]
        reasons = [
            f"--fail-on {name}: {'found' if lang == 'en' else 'พบ'} {n}" for name, n in zip(("B3", "SB401"), counts)
        ]
        assert notes == [said + reason for reason in reasons]
        for note in notes:
            assert f"<p>{for_html(note)}</p>" in page.partition("</noscript>")[0]


def test_the_page_says_how_the_list_stands_against_its_baseline() -> None:
    whole = classify(DATA / "agencies.xlsx")
    total = sum(len(agency.findings) for agency in whole.agencies)
    half = whole.agencies[:35]
    known = sum(len(agency.findings) for agency in half)
    passed = data_of("".join(html_document(judged(DATA / "agencies.xlsx", None, baseline=baseline_of(whole.agencies)))))
    assert passed["gate"]["passed"] is True
    assert [note[1] for note in passed["gate"]["notes"]] == [
        "The gate passed",
        f"Against the baseline: 0 new problems · {total} known · 0 fixed",
    ]
    failed = data_of("".join(html_document(judged(DATA / "agencies.xlsx", None, baseline=baseline_of(half)))))
    assert failed["gate"]["passed"] is False
    assert failed["gate"]["notes"][-1][0] == f"เทียบกับ baseline: ปัญหาใหม่ {total - known} · รู้อยู่แล้ว {known} · แก้แล้ว 0"


def test_a_reason_of_the_gate_that_names_a_hostile_group_is_escaped(tmp_path: Path) -> None:
    table = load_group_table(own_group(tmp_path, "<i>\u202e"))
    page = "".join(html_document(judged(DATA / "agencies.xlsx", "<i>\u202e", table=table)))
    assert "--fail-on <i><U+202E>" in data_of(page)["gate"]["notes"][0][0]
    assert "--fail-on &lt;i&gt;&lt;U+202E&gt;" in page.partition("</noscript>")[0]
    assert "<i>" not in page
    assert "\u202e" not in page


def test_a_page_of_fewer_agencies_says_so(result: Classification) -> None:
    part = classify(DATA / "agencies.xlsx", keep=lambda agency: agency.group == "B1")
    data = data_of(document(part))
    assert data["summary"]["total"] == len(result.agencies) > len(data["agencies"])
    assert f"{len(data['agencies'])} จาก {len(result.agencies)}" in data["settings"][0][0]


def test_the_page_of_a_part_says_which_and_how_it_stands(result: Classification) -> None:
    part = result.part(result.agencies[:9], Text("จังหวัด<b>", "<b> province"))
    standing = standings({"a": Tally(1, 9), "b": Tally(5, 9)})["a"]
    page = document(replace(part, standing=standing))
    data = data_of(page)
    assert data["narrowed"] == [["จังหวัด<b>", "<b> province"]]
    assert "1 จาก 9" in data["standing"][0]
    assert "<h2>จังหวัด&lt;b&gt;</h2>" in page.partition("</noscript>")[0]
    assert data_of(document(result))["standing"] == ""


@pytest.mark.parametrize(
    ("as_of", "said"),
    [(None, "ไม่ทราบวันที่ของข้อมูล"), (datetime.date(2026, 3, 4), "ข้อมูล ณ วันที่ 4 มีนาคม 2569")],
)
def test_the_day_of_the_data_is_said_with_and_without_scripts(
    result: Classification, as_of: datetime.date | None, said: str
) -> None:
    page = document(replace(result, source=result.source._replace(as_of=as_of)))
    assert data_of(page)["as_of"][0] == said
    assert said in page.partition("</noscript>")[0]


def test_the_card_says_what_the_registry_and_the_notice_say(result: Classification) -> None:
    first, *others = result.agencies
    entry = RegistryEntry("06480299", "หนองทดลอง", kinds()["sao"], "ปลาปาก", provinces()["48"])
    notice = StatedNotice("<ก>.pdf", ("saraban@nongthodlong.go.th",), datetime.date(2026, 1, 2))
    told = first._replace(
        record=first.record._replace(kind=None), registry_match=NameMatch(Likeness.EXACT, (entry,), 1.0), notice=notice
    )
    data = data_of(document(replace(result, agencies=(told, *others))))
    said = dict(zip(data["fields"], data["agencies"][0], strict=False))
    assert said["registry"] == "06480299 อบต.หนองทดลอง"
    assert said["notice"][0] == "ไฟล์ <ก>.pdf · ลงวันที่ 2 มกราคม 2569 · ระบุอีเมล saraban@nongthodlong.go.th"
    silent = told._replace(notice=StatedNotice("a.pdf", is_readable=False))
    data = data_of(document(replace(result, agencies=(silent, *others))))
    said = dict(zip(data["fields"], data["agencies"][0], strict=False))
    assert said["notice"][0] == "ไฟล์ a.pdf · ไม่พบอีเมลที่อ่านได้"


def test_every_column_that_divides_the_list_is_a_filter_and_no_other(tmp_path: Path) -> None:
    heading = ["หน่วยงาน", "จังหวัด", "อีเมล", "รหัสเฉพาะ", "สังกัด", "เหมือนกัน"]
    rows = [
        [f"อบต.ที่ {n}", "นครพนม", f"a{n}@{host}", f"x{n}", f" กอง  {n % 2}", "เดียว"]
        for n, host in enumerate(["gmail.com", "hotmail.com"] * 5)
    ]
    path = tmp_path / "list.csv"
    path.write_text(csv_text([heading, *rows]), encoding="utf-8", newline="")
    columns = data_of(document(classify(path)))["columns"]
    assert [column["name"] for column in columns] == ["สังกัด", ["ผู้ให้บริการอีเมล", "provider"]]
    assert columns[0]["values"] == ["กอง 0", "กอง 1"]
    assert columns[0]["of"] == [0, 1] * 5
    assert columns[1]["values"] == ["gmail.com", "hotmail.com"]


def test_seven_thousand_agencies_are_no_more_than_four_megabytes(tmp_path: Path) -> None:
    write_csv(tmp_path / "list.csv", agencies(), "utf-8")
    page = document(classify(tmp_path / "list.csv"))
    assert len(data_of(page)["agencies"]) == 7842
    assert len(page.encode()) <= 4_000_000


# The texts


def test_the_page_uses_every_text_and_no_other() -> None:
    """A word between quotes somewhere in the script is no use of a text: it has to stand where texts are asked for."""
    files = assets()
    used = set(re.findall(r'data-(?:text|label)="(\w+)"', files.page))
    for asked in re.findall(r"\bt(?:InWords)?\(([^,{}()]*)", files.script):  # with `a ? "one" : "other"` both
        used |= set(re.findall(r'"(\w+)"', asked))
    used |= set(re.findall(r'\bline\("(\w+)"', files.script))
    for names in ("const COLUMNS = ", "const FILTERS = ", "const figures = ", "for (const name of "):
        for listed in re.findall(re.escape(names) + r"\[(.*)\]", files.script):
            used |= set(re.findall(r'"(\w+)"', listed))
    used -= {"done"}  # not a figure's name but what it lists
    used |= {"search", "no_province", "no_kind"}  # a chip's; and of `no_` and the filter's name
    for module in Path(html_report.__file__).parent.glob("*.py"):
        used |= set(re.findall(r"""(?:PAGE_TEXTS\[|said\()["'](\w+)["']""", module.read_text(encoding="utf-8")))
    assert used == set(PAGE_TEXTS)


def test_both_languages_have_the_same_places() -> None:
    for name, text in PAGE_TEXTS.items():
        assert sorted(re.findall(r"\{\w+\}", text.th)) == sorted(re.findall(r"\{\w+\}", text.en)), name
        assert text.th.strip()
        assert text.en.strip()


def test_no_text_stands_in_the_script_or_the_page_itself() -> None:
    """But for the Thai digits, which the search reads as Arabic ones."""
    files = assets()
    assert set(re.findall("[\u0e00-\u0e7f]", files.script + files.page)) == set("๐๑๒๓๔๕๖๗๘๙")


# The map

NEIGHBOURS = """
เชียงราย พะเยา|เชียงใหม่ แม่ฮ่องสอน|เชียงใหม่ ลำพูน|ลำปาง แพร่|แพร่ น่าน|ตาก สุโขทัย|พิษณุโลก อุตรดิตถ์|พิจิตร กำแพงเพชร
พิจิตร เพชรบูรณ์|เพชรบูรณ์ เลย|นครสวรรค์ อุทัยธานี|นครสวรรค์ ชัยนาท|เลย หนองบัวลำภู|อุดรธานี หนองคาย|หนองคาย บึงกาฬ
สกลนคร นครพนม|นครพนม มุกดาหาร|ขอนแก่น มหาสารคาม|ขอนแก่น ชัยภูมิ|ชัยภูมิ นครราชสีมา|ร้อยเอ็ด ยโสธร|ยโสธร อำนาจเจริญ
อำนาจเจริญ อุบลราชธานี|นครราชสีมา บุรีรัมย์|บุรีรัมย์ สุรินทร์|สุรินทร์ ศรีสะเกษ|ศรีสะเกษ อุบลราชธานี|ลพบุรี สระบุรี
สิงห์บุรี อ่างทอง|อ่างทอง พระนครศรีอยุธยา|พระนครศรีอยุธยา ปทุมธานี|สุพรรณบุรี กาญจนบุรี|นครปฐม ราชบุรี|นนทบุรี กรุงเทพมหานคร
กรุงเทพมหานคร สมุทรปราการ|สมุทรสาคร สมุทรสงคราม|สมุทรสงคราม เพชรบุรี|ราชบุรี สมุทรสงคราม|นครนายก ปราจีนบุรี
ปราจีนบุรี สระแก้ว|ฉะเชิงเทรา ชลบุรี|ชลบุรี ระยอง|ระยอง จันทบุรี|จันทบุรี ตราด|เพชรบุรี ประจวบคีรีขันธ์
ประจวบคีรีขันธ์ ชุมพร|ชุมพร ระนอง|ระนอง พังงา|พังงา ภูเก็ต|พังงา กระบี่|สุราษฎร์ธานี นครศรีธรรมราช|กระบี่ ตรัง|ตรัง พัทลุง
พัทลุง สงขลา|สงขลา สตูล|สงขลา ปัตตานี|ปัตตานี ยะลา|ยะลา นราธิวาส
"""


def test_every_province_has_a_square_of_its_own() -> None:
    tiles = province_tiles()
    assert list(tiles) == list(provinces())
    assert len({(tile.row, tile.column) for tile in tiles.values()}) == 77
    assert len({tile.abbreviation for tile in tiles.values()}) == 77
    assert all(re.fullmatch("[ก-ฮ]{2}", tile.abbreviation) for tile in tiles.values())
    assert min(tile.row for tile in tiles.values()) == min(tile.column for tile in tiles.values()) == 1


def test_who_are_neighbours_in_the_country_are_neighbours_on_the_map() -> None:
    by_name = {province.name.th: province_tiles()[code] for code, province in provinces().items()}
    pairs = [pair.split() for line in NEIGHBOURS.split("\n") for pair in line.split("|") if pair]
    assert len(pairs) > 50
    for one, other in pairs:
        first, second = by_name[one], by_name[other]
        assert max(abs(first.row - second.row), abs(first.column - second.column)) == 1, (one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("เชียงราย", "กรุงเทพมหานคร"), ("กรุงเทพมหานคร", "ชุมพร"), ("ชุมพร", "นราธิวาส"), ("หนองคาย", "อุบลราชธานี")],
)
def test_north_is_on_top(one: str, other: str) -> None:
    by_name = {province.name.th: province_tiles()[code] for code, province in provinces().items()}
    assert by_name[one].row < by_name[other].row


@pytest.mark.parametrize(
    ("west", "east"), [("แม่ฮ่องสอน", "นครพนม"), ("กาญจนบุรี", "สระแก้ว"), ("ภูเก็ต", "นครศรีธรรมราช"), ("ตาก", "เลย")]
)
def test_east_is_to_the_right(west: str, east: str) -> None:
    by_name = {province.name.th: province_tiles()[code] for code, province in provinces().items()}
    assert by_name[west].column < by_name[east].column


def test_thai_is_in_pieces_and_what_the_page_fills_in_stays_whole(result: Classification) -> None:
    text = Text("ตรวจรูปแบบอีเมลที่ถูกต้องของ{agency}ตามระเบียบสารบรรณแล้ว", "x")
    broken = in_words(text).th
    assert broken.replace(MARK, "") == text.th
    assert "ถูกต้อง" in broken
    assert "{agency}" in broken
    assert MARK in broken
    said = json.loads(data_text(document(result)))
    assert any(MARK in rule["message"][0] for rule in said["rules"])
    assert all(MARK in step[0] for step in said["steps"].values())
