"""The contract of JSON holds for every output, refuses what it does not name, and names nothing that nobody writes."""

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import ValidationError as Refused
from pydantic import ValidationError
from tests.contract import SCHEMAS, by_contract, published, schema_of, types
from tests.dns_server import Running, dns_server
from tests.documents import NOTICE, reading, scanned_pdf, simple_pdf, write_docx
from tests.support import CASES, LIST_HEADER, csv_text, own_group, run, write_list

from saraban_check.bounces.mail_kinds import MailKind
from saraban_check.comparison.match import MatchedBy, WhyNot
from saraban_check.comparison.moves import Change
from saraban_check.contract import NAMES
from saraban_check.delivery.agencies import Known
from saraban_check.drafting.facts import MissingFact
from saraban_check.drafting.plan import WhyNotDrafted
from saraban_check.fixing.changes import ChangeKind, Obstacle
from saraban_check.intake.columns import Why
from saraban_check.model.certainty import Certainty
from saraban_check.model.notice import NoticeState, PaperKind
from saraban_check.model.registry import UpgradeEvidence
from saraban_check.model.smtp_stage import Stage
from saraban_check.reference.kinds import kinds
from saraban_check.settings.declared import SETTINGS

DATA = Path(__file__).parent.parent / "data"
SMALL = CASES / "registry.csv"
RIGHT, FREE = "saraban_06480115@dla.go.th", "namsaisommut@gmail.com"
HEADER = (*LIST_HEADER, "อีเมลที่หน่วยงานกลางออกให้แล้ว")
ROWS = (
    ("06480191", "อบต.หนึ่งสมมติ", "เมืองนครพนม", "นครพนม", "", "admin@one.go.th", "✓", "✓", "✓", RIGHT),
    ("", "อบต.หนึ่งสมมต", "เมืองนครพนม", "นครพนม", "", "x@gmail.com", "✓", "✓", "", ""),
    ("06480193", "เทศบาลตำบลสามสมมติ", "เมืองนครพนม", "นครพนม", "", "saraban_06480193@dla.go.th", "✓", "✓", "✗", ""),
    ("06480115", "อบต.น้ำใสสมมติ", "", "นครพนม", "", RIGHT, "✗", "✗", "✓", RIGHT),
    ("รวม 4 แห่ง",),
)
TEAM = """
free-mail = ["free.example"]
accepted-domains = ["accepted.example"]
severity = { SB405 = "warning" }
ignore = [{ rule = "SB202", reason = "รู้แล้ว" }, { rule = "SB525", reason = "ไม่มีเว็บไซต์" }]
"""
MORE_TABLE = ("--table", "groups.csv", "--table-mode", "extend")
GATE = ("--fail-on", "error", "--expect-rows", "1")
LIST = ("--suggest-upgrades", "--registry", "registry.csv", "--delivery", "delivery.csv", "--notices", "notices")
DELIVERY = f"""address,status,enhanced_code,smtp_code,diagnostic,date,message
{RIGHT},full,5.2.2,552,552 full,2026-06-30T09:15:00+07:00,inbox.mbox#1
nobody@one.go.th,failed,5.1.1,550,550 nobody,,inbox.mbox#2
,failed,,,,,inbox.mbox#3
"""
TWO = "saraban_06370391@dla.go.th, saraban@wang-thong.go.th"
DLA_HEADER = ("จังหวัด", "อำเภอ", "ตำบล", "รหัส อปท.", "ประเภท อปท.", "อปท.", "เว็ปไซต์ของอปท")


def _dla(code: str, kind: str, name: str) -> tuple[str, ...]:
    return ("นครพนม", "ปลาปาก", "หนึ่ง", code, kind, name, "www.one.go.th")


DLA_OLD = (_dla("6480191", "อบต.", "หนึ่งสมมติ"), _dla("6480192", "อบต.", "สอง"), _dla("6480193", "อบต.", "สามสมมติ"))
DLA_NEW = (
    _dla("6480191", "อบต.", "หนึ่งเปลี่ยน"),
    _dla("5480193", "เทศบาลตำบล", "สามสมมติ"),
    _dla("6480194", "อบต.", "สี่สมมติ"),
    _dla("x", "อบต.", "ไม่มีรหัส"),
)
PLACE = ("--province", "นครพนม", "--amphoe", "เมืองนครพนม")
Runs = tuple[tuple[str, ...], ...]
JSON = ("--format", "json")

RUNS: dict[str, Runs] = {
    "classify": (
        ("classify", "agencies.csv", *JSON),
        ("classify", "agencies.xlsx", *JSON, "--lang", "en", "--assume", "delivered", *GATE),
        ("classify", "rich.csv", *JSON, *LIST, "--config", "team.toml", *MORE_TABLE, "--dns", "--resolver", "DNS"),
        ("classify", "rich.csv", *JSON, "--baseline", "known.json", "--dns", "--resolver", "127.0.0.1:1"),
        ("classify", "two.csv", *JSON, "--bounces", "answers.mbox", "--answered-is-delivered"),
        ("classify", "two.csv", *JSON, "--bounces", "bounces.mbox", "--since", "2026-11-25"),
        ("classify", "odd.csv", *JSON),
        ("classify", "lost.csv", *JSON),
        ("classify", "agencies.csv", *JSON, "--province", "นครพนม", "--where", "อำเภอ=เมืองนครพนม"),
        ("classify", "agencies.csv", *JSON, "--province", "นครพนม"),
    ),
    "address": (
        ("address", RIGHT, "x@gmail.com", "", *JSON, "--issued", RIGHT),
        ("address", "saraban@one.go.th", *JSON, "--dns", "--resolver", "DNS"),
        ("address", "x@gmail.com", "--name", "อบต.ท่าสมมติ", "--registry", "registry.csv", *JSON),
        ("address", "x@gmail.com", "--name", "อบต.หนึ่งสมมต", *PLACE, "--registry", "registry.csv", *JSON),
        ("address", "--name", "อบต.หนึ่งสมมติ", *PLACE, "--registry", "registry.csv", *JSON),
    ),
    "notice": (
        ("notice", "notices", *JSON, "--agency", "rich.csv", "--registry", "registry.csv", "--as-of", "2026-11-01"),
        ("notice", "notices", *JSON, "--config", "team.toml", "--fail-on", "error", "--lang", "en"),
    ),
    "compare": (
        ("compare", "round1.json", "rich.csv", *JSON, "--config", "team.toml", *MORE_TABLE),
        ("compare", "agencies.csv", "agencies.xlsx", *JSON, "--assume", "failed"),
        ("compare", "before.csv", "after.csv", *JSON),
        ("compare", "before.csv", "after.csv", *JSON, "--province", "นครพนม"),
    ),
    "bounces": (
        ("bounces", "bounces.mbox", *JSON),
        (
            "bounces",
            "mails",
            "answers.mbox",
            "--for",
            "two.csv",
            "--sent-all",
            "--since",
            "2025-01-01",
            "--as-of",
            "2026-11-01",
            *JSON,
        ),
    ),
    "fix": (
        ("fix", "agencies.xlsx", "--dry-run", *JSON),
        ("fix", "agencies.xlsx", "-o", "fixed.xlsx", "--unsafe", *JSON, "--lang", "en"),
        ("fix", "agencies.csv", "--dry-run", "--as-of", "2026-11-01", *JSON),
    ),
    "draft": (
        ("draft", "notice", "--from", "agencies.xlsx", "-o", "drafts", *JSON, "--date", "1/3/2569"),
        ("draft", "notice", "--name", "อบต.วังทองสมมติ", "--address", "saraban_06130491@dla.go.th", *JSON),
        ("draft", "notice", "--name", "อบต.วังทองสมมติ", "--address", "sarabun@wang-thong.go.th", *JSON),
    ),
    "registry": (
        ("registry", "import", "dla-old.csv", "--registry", "kept.bin", *JSON),
        ("registry", "import", "dla-new.csv", "--registry", "kept.bin", "--force", *JSON),
        ("registry", "status", "--registry", "kept.bin", *JSON),
        ("registry", "show", "อบต.ท่าสมมติ", "--registry", "registry.csv", *JSON),
        ("registry", "show", "06480191", "--registry", "registry.csv", *JSON),
        ("registry", "show", "ไม่มี", "--registry", "registry.csv", *JSON),
    ),
}
LINES: dict[str, Runs] = {
    "classify line": (("classify", "rich.csv", *LIST, "--format", "jsonl"),),
    "notice line": (("notice", "notices", "--format", "jsonl"),),
}
NEVER_SEEN: dict[str, set[str]] = {}
"""Fields that no case fills, and why that is right: there is none."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with dns_server(tmp_path_factory.mktemp("dns"), CASES / "dns.csv") as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Everything that the runs read."""
    for path in DATA.iterdir():
        if path.is_file() and path.suffix != ".toml":  # settings would be found, and used
            shutil.copy(path, tmp_path)
    shutil.copy(SMALL, tmp_path / "registry.csv")
    write_list(tmp_path / "rich.csv", ROWS, HEADER)
    gone = ("06480199", "อบต.หายไปสมมติ", "", "นครพนม", "", "x@yahoo.com", "✓", "✓", "✓", "")
    write_list(tmp_path / "before.csv", [("06480193", "อบต.สามสมมติ", *ROWS[2][2:]), gone, *ROWS[3:]], HEADER)
    dated = ("ข้อมูล ณ วันที่ 17 ก.พ. 2569",)
    lookalike = (*ROWS[3][:5], RIGHT.replace("a", "\u0430"), *ROWS[3][6:])
    after = [dated, HEADER, ("05480193", *ROWS[2][1:]), lookalike, *ROWS[4:]]
    (tmp_path / "after.csv").write_text(csv_text(after), encoding="utf-8-sig")
    write_list(tmp_path / "odd.csv", [("อบต.ท่าข้าม", RIGHT, "ส่งได้")], ("หน่วยงาน", "อีเมล", "ผลส่ง"))
    (tmp_path / "team.toml").write_text(TEAM, encoding="utf-8")
    own_group(tmp_path, "X1")
    (tmp_path / "lost.csv").write_text(
        csv_text([HEADER, *((row[0], "????????", *row[2:]) for row in ROWS[:4])]), encoding="utf-8"
    )
    (tmp_path / "delivery.csv").write_text(DELIVERY, encoding="utf-8")
    (tmp_path / "mails").mkdir()
    shutil.copy(DATA / "bounces.mbox", tmp_path / "mails")
    (tmp_path / "mails" / "no mail.docx").write_bytes(b"PK")
    head = "From x\nDate: Thu, 12 Nov 2026 09:15:00 +0700\nFrom: "
    answers = [f"{head}{address}\nSubject: Re: circular\n\nnoted\n\n" for address in TWO.split(", ")]
    (tmp_path / "answers.mbox").write_text("".join(answers), encoding="utf-8")
    write_list(tmp_path / "two.csv", [("06370391", "อบต.บางสมมติ", "", "", "", TWO, "✓", "✓", ""), ROWS[3][:9]])
    notices = tmp_path / "notices"
    notices.mkdir()
    write_docx(notices / "06480115.docx", NOTICE)
    for name, agency, stated in (
        ("06480191", "องค์การบริหารส่วนตำบลหนึ่งสมมติ", FREE),
        ("06480193", "เทศบาลตำบลสามสมมติ", f"{RIGHT} และ saraban_06480193@dla.go.th"),
        ("near", "องค์การบริหารส่วนตำบลหนึ่งสมมต", FREE),
    ):
        text = "\n".join(NOTICE).replace("องค์การบริหารส่วนตำบลน้ำใสสมมติ", agency).replace(RIGHT, stated)
        (notices / f"{name}.txt").write_text(text, encoding="utf-8")
    (notices / "english.pdf").write_bytes(simple_pdf(["A notice with as many letters as are needed to be one"]))
    bare = "\n".join((*NOTICE[:5], *NOTICE[7:], "บันทึกข้อความ", "เรื่อง ขออนุมัติ")).replace("น้ำใส", "อื่น")
    (notices / "bare.txt").write_text(bare, encoding="utf-8")
    (notices / "broken.docx").write_bytes(b"PK\x03\x04 this is no archive")
    (notices / "scan.pdf").write_bytes(scanned_pdf())
    for name, rows in (("old", DLA_OLD), ("new", DLA_NEW)):
        (tmp_path / f"dla-{name}.csv").write_text(csv_text([DLA_HEADER, *rows]), encoding="utf-8-sig")
    for words in (
        ("classify", "before.csv", "--baseline", "known.json", "--update-baseline"),
        ("classify", "agencies.csv", "-o", "round1.json"),
    ):
        assert run(*words, "-q", cwd=tmp_path).returncode == 0
    return tmp_path


def outputs(name: str, folder: Path, server: Running) -> Iterator[str]:
    for words in (RUNS | LINES)[name]:
        args = [server.address if word == "DNS" else word for word in words]
        done = run(*args, cwd=folder, env=reading(folder, "\n".join(NOTICE)))
        assert done.stdout, done.stderr
        yield done.stdout


# It holds


@pytest.mark.parametrize("name", NAMES)
def test_every_output_keeps_the_contract_and_together_they_fill_it(name: str, folder: Path, server: Running) -> None:
    """Nor is a field that is not named let in, wherever it stands: both in one, as each run takes a second."""
    seen: dict[str, set[str]] = {}
    for output in outputs(name, folder, server):
        by_contract(name, output)
        document = json.loads(output)
        for kind, found in objects(name, document):
            if kind not in seen:
                _is_refused_with_one_more(name, document, found)
            seen.setdefault(kind, set()).update(field for field, value in found.items() if value is not None)
    named = {kind: set(schema["properties"]) for kind, schema in kinds_of(name).items()}
    assert set(seen) == set(named), "each kind of object was there"
    missing = {kind: fields - seen[kind] - NEVER_SEEN.get(kind, set()) for kind, fields in named.items()}
    assert {kind: fields for kind, fields in missing.items() if fields} == {}


def _is_refused_with_one_more(name: str, document: Any, found: dict[str, Any]) -> None:
    found["unheard_of"] = 1
    with pytest.raises(ValidationError):
        types(name).validate_python(document)
    with pytest.raises(Refused):
        published(name).validate(document)
    del found["unheard_of"]


@pytest.mark.parametrize("name", LINES)
def test_every_line_keeps_the_contract(name: str, folder: Path, server: Running) -> None:
    for output in outputs(name, folder, server):
        for text in output.splitlines():
            by_contract(name, text)


def kinds_of(name: str) -> dict[str, Any]:
    """The kinds of objects that a schema names fields of."""
    whole = schema_of(name)
    found = {kind: schema for kind, schema in whole.get("$defs", {}).items() if "properties" in schema}
    return {**found, "": whole} if "properties" in whole else found


def objects(name: str, document: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each object of a document that has named fields, and its kind; an empty one for the document itself."""
    checker, whole = published(name), schema_of(name)
    defs = {"$defs": whole.get("$defs", {})}

    def walk(schema: dict[str, Any], value: Any, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
        if "$ref" in schema:
            kind = schema["$ref"].rpartition("/")[2]
            yield from walk(whole["$defs"][kind], value, kind)
        elif "anyOf" in schema:
            fitting = (one for one in schema["anyOf"] if checker.evolve(schema=one | defs).is_valid(value))
            yield from walk(next(fitting), value, kind)
        elif isinstance(value, list):
            for one in value:
                yield from walk(schema["items"], one, kind)
        elif isinstance(value, dict) and "properties" in schema:
            yield kind, value
            for field, one in list(value.items()):
                yield from walk(schema["properties"].get(field, {}), one, kind)

    yield from walk(whole, document, "")


def test_what_is_wrong_is_refused_by_both() -> None:
    right = json.loads(run("address", RIGHT, *JSON).stdout)
    for field, wrong in (("correct", "yes"), ("form", "other"), ("value", 1), ("findings", None), ("input", None)):
        document = [{**right[0], field: wrong}]
        with pytest.raises(ValidationError):
            types("address").validate_python(document)
        with pytest.raises(Refused):
            published("address").validate(document)


# What stands in files beside the documents


def test_the_baseline_keeps_the_contract(folder: Path) -> None:
    baseline = (folder / "known.json").read_text(encoding="utf-8")
    assert types("baseline").validate_json(baseline)["agencies"]
    with pytest.raises(ValidationError):
        types("baseline").validate_python({**json.loads(baseline), "more": 1})


def test_the_lines_of_the_delivery_csv_keep_the_contract(folder: Path) -> None:
    done = run("bounces", "bounces.mbox", "--for", "two.csv", "--format", "csv", cwd=folder)
    lines = list(csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff"))))
    assert lines
    for line in lines:
        types("delivery row").validate_python(line)


# The words


def names_of(words: Any) -> set[str]:
    return {word.name.lower().replace("_", "-") for word in words}


def values_of(words: Any) -> set[str]:
    return {word.value for word in words}


@pytest.mark.parametrize(
    ("name", "kind", "field", "words"),
    [
        ("compare", "Compared", "change", values_of(Change)),
        ("compare", "Compared", "matched_by", values_of(MatchedBy)),
        ("compare", "Compared", "why_not", values_of(WhyNot)),
        ("address", "Address", "certainty", values_of(Certainty)),
        ("bounces", "AgencyDelivery", "known", values_of(Known)),
        ("bounces", "Report", "stage", values_of(Stage) - {"unknown"}),
        ("bounces", "MailRead", "not_bounces", values_of(MailKind) - {"bounce"}),
        ("fix", "CellChange", "kinds", names_of(ChangeKind)),
        ("fix", "NotChanged", "reason", names_of(Obstacle)),
        ("draft", "Draft", "blanks", names_of(MissingFact)),
        ("draft", "LeftOut", "reason", values_of(WhyNotDrafted) | {"not-asked-for", "address-not-correct"}),
        ("notice", "Notice", "state", values_of(NoticeState)),
        ("notice", "Paper", "kind", values_of(PaperKind)),
        ("classify", "Agency", "kind", set(kinds())),
        ("classify", "Upgrade", "evidence", names_of(UpgradeEvidence)),
        ("classify", "UnusedColumn", "why", set(get_args(Why))),
    ],
)
def test_the_contract_has_the_words_of_the_program(name: str, kind: str, field: str, words: set[str]) -> None:
    assert set(next(_words(schema_of(name)["$defs"][kind]["properties"][field]))) == words


def _words(schema: Any) -> Iterator[list[str]]:
    """The words that a schema allows, wherever in it they stand."""
    if isinstance(schema, dict):
        if "enum" in schema:
            yield schema["enum"]
        for part in schema.values():
            yield from _words(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _words(part)


# The command


@pytest.mark.parametrize("name", [*NAMES, "settings"])
def test_the_command_prints_what_is_published(name: str) -> None:
    done = run("schema", name)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (SCHEMAS / f"{name}.json").read_text(encoding="utf-8")
    found = json.loads(done.stdout)
    assert list(found)[:2] == ["$schema", "title"]
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_nothing_else_is_published() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == {f"{name}.json" for name in (*NAMES, "settings")}


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize(("name", "near"), [("Clasify", "classify"), ("setting", "settings"), ("\x1b[31m", None)])
def test_a_name_that_has_none_is_one_sentence(name: str, near: str | None, lang: str) -> None:
    done = run("schema", name, "--lang", lang)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"[^\n\x1b]+\n", done.stderr)
    assert ", ".join((*NAMES, "settings")) in done.stderr
    assert near is None or f"{near} หรือไม่" in done.stderr or f"did you mean {near}?" in done.stderr


def test_the_schema_of_settings_names_each_and_refuses_others() -> None:
    assert list(schema_of("settings")["properties"]) == list(SETTINGS)
    published("settings").validate({"fail-on": ["SB401"], "registry": False, "severity": {"SB405": "info"}})
    for wrong in ({"fail_on": "B"}, {"limit": -1}, {"ignore": [{"rule": "SB405"}]}, {"registry": True}):
        with pytest.raises(Refused):
            published("settings").validate(wrong)
