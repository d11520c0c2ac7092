"""Started with a file or an address and no command: what is done, where the result goes, and what else was meant."""

import io
import json
import os
import shutil
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from tests.support import CASES, read_cases, run

import saraban_check.cli.configured as configured
import saraban_check.cli.opening as opening
import saraban_check.cli.own_window as own_window
import saraban_check.cli.run as program
from saraban_check.checks.address_asked import is_address_asked
from saraban_check.checks.subjects import near_subjects
from saraban_check.cli.app import COMMANDS
from saraban_check.cli.beside import results_beside
from saraban_check.cli.file_purpose import Given, Purpose, purpose_of
from saraban_check.cli.prompt import arguments_of
from saraban_check.cli.started_with import Ways, started_with
from saraban_check.cli.unknown_command import near_commands
from saraban_check.grouping.table import published_table
from saraban_check.intake.near_files import near_files
from saraban_check.model.errors import InputError, RequestError
from saraban_check.model.near import did_you_mean, meant, nearest
from saraban_check.model.text import Text
from saraban_check.reference.places import nearest_province
from saraban_check.rules.catalogue import rule_names

DATA = Path(__file__).parent.parent / "data"
LIST = "รหัส อปท.,ชื่อ อปท.,จังหวัด,อีเมลกลาง\n06480191,อบต.ทดลองเหนือ,นครพนม,saraban_06480191@dla.go.th\n"
MAIL = b"From: a@example.go.th\nTo: b@example.go.th\nSubject: Undelivered\nDate: Mon, 2 Nov 2026 09:00:00 +0700\n\nx\n"
PAGE = "<!DOCTYPE html><html><body><p>ประกาศ</p></body></html>".encode()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, MAIL if name.endswith(".eml") else b"x")
    return held.getvalue()


def ole(stream: str) -> bytes:
    """A container with one name in its directory, which is the second sector."""
    return OLE + b"\0" * 40 + b"\0\0\0\0" + b"\0" * 460 + stream.encode("utf-16-le").ljust(512, b"\0")


FILES: list[tuple[str, bytes, Purpose]] = [
    ("list.csv", LIST.encode(), Purpose.LIST),
    ("list.txt", LIST.encode("cp874"), Purpose.LIST),
    ("agencies", LIST.encode(), Purpose.LIST),
    ("list.old", LIST.encode("utf-16"), Purpose.LIST),
    ("book.xlsx", zipped("[Content_Types].xml", "xl/workbook.xml"), Purpose.LIST),
    ("book.docx", zipped("[Content_Types].xml", "xl/workbook.xml"), Purpose.LIST),
    ("book.ods", zipped("content.xml", "mimetype"), Purpose.LIST),
    ("old.xls", ole("Workbook"), Purpose.LIST),
    ("locked.xlsx", ole("EncryptedPackage"), Purpose.LIST),
    ("empty.csv", b"", Purpose.LIST),
    ("list.csv.gz", b"\x1f\x8b\x08\0", Purpose.LIST),
    ("data.parquet", b"PAR1\x15", Purpose.LIST),
    ("archived.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\nx", Purpose.LIST),
    ("notice.docx", zipped("[Content_Types].xml", "word/document.xml"), Purpose.NOTICE),
    ("notice.zip", zipped("[Content_Types].xml", "word/document.xml"), Purpose.NOTICE),
    ("notice.odt", zipped("mimetype", "content/word.xml", "word/x"), Purpose.NOTICE),
    ("old.doc", ole("WordDocument"), Purpose.NOTICE),
    ("locked.docx", ole("EncryptedPackage"), Purpose.NOTICE),
    ("notice.pdf", b"%PDF-1.7\n", Purpose.NOTICE),
    ("scan", b"%PDF-1.4\n", Purpose.NOTICE),
    ("scan.jpg", b"\xff\xd8\xff\xe0", Purpose.NOTICE),
    ("scan.png", b"\x89PNG\r\n\x1a\n", Purpose.NOTICE),
    ("notice.rtf", b"{\\rtf1 x}", Purpose.NOTICE),
    ("notice.html", PAGE, Purpose.NOTICE),
    ("notice.txt", "ประกาศองค์การบริหารส่วนตำบลทดลองเหนือ\nเรื่อง ช่องทางอิเล็กทรอนิกส์\n".encode(), Purpose.NOTICE),
    ("empty.pdf", b"", Purpose.NOTICE),
    ("inbox.mbox", b"From x Mon Nov  2 09:00:00 2026\n" + MAIL, Purpose.MAIL),
    ("Inbox", b"From x Mon Nov  2 09:00:00 2026\n" + MAIL, Purpose.MAIL),
    ("returned.eml", MAIL, Purpose.MAIL),
    ("returned.txt", MAIL, Purpose.MAIL),
    ("mails.zip", zipped("1.eml", "2.eml"), Purpose.MAIL),
    ("inbox.gz", b"\x1f\x8b\x08\0", Purpose.MAIL),
    ("outlook.msg", ole("__properties_version1.0"), Purpose.MAIL),
    ("outlook.pst", b"!BDN", Purpose.MAIL),
    ("empty.eml", b"", Purpose.MAIL),
    ("delivery.csv", b"\xef\xbb\xbfaddress,status,enhanced_code\r\n", Purpose.DELIVERY),
    ("result.json", b'{"schema": "saraban-check/classify/1", "ruleset": ""}', Purpose.SAVED),
    ("known.json", b'{\n  "schema": "saraban-check/baseline/1"}', Purpose.SAVED),
    ("page.html", b'<!DOCTYPE html><html><head><meta name="generator" content="saraban-check">', Purpose.PAGE),
    ("others.zip", zipped("a.bin", "b.xml"), Purpose.NONE),
    ("notices.rar", b"Rar!\x1a\x07", Purpose.NONE),
    ("setup.exe", b"MZ\x90\0" + b"\0" * 60, Purpose.NONE),
    ("short.lnk", b"L\0\0\0\x01\x14\x02\0", Purpose.NONE),
    ("program.py", b"import sys\n", Purpose.NONE),
    ("noise", b"\x01\0\x02\0\x93", Purpose.NONE),
]


@pytest.mark.parametrize(("name", "holds", "purpose"), FILES, ids=[name for name, *_ in FILES])
def test_what_a_file_is_for_is_told_by_what_it_holds(tmp_path: Path, name: str, holds: bytes, purpose: Purpose) -> None:
    (tmp_path / name).write_bytes(holds)
    assert purpose_of(tmp_path / name).purpose is purpose


@pytest.mark.parametrize(
    ("names", "purpose"),
    [
        (["a.pdf", "b.docx", "desktop.ini"], Purpose.NOTICE),
        (["1.eml", "2.eml"], Purpose.MAIL),
        (["cur/1730512345.M1P1.host:2,S", "new/1730512346.M1P1.host", "tmp/x"], Purpose.MAIL),
        (["a.pdf", "1.eml"], Purpose.NONE),
        (["a.pdf", "list.csv"], Purpose.NONE),
        (["list.csv"], Purpose.NONE),
        (["photo.psd"], Purpose.NONE),
        ([], Purpose.NONE),
    ],
)
def test_a_folder_is_for_what_all_of_it_is(tmp_path: Path, names: list[str], purpose: Purpose) -> None:
    kinds = {"pdf": b"%PDF-1.7\n", "docx": zipped("word/document.xml"), "csv": LIST.encode(), "ini": b"[x]\n"}
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(kinds.get(name.rpartition(".")[2], MAIL if "psd" not in name else b"8BPS"))
    assert purpose_of(tmp_path).purpose is purpose


def test_folders_within_each_other_without_end_are_left(tmp_path: Path) -> None:
    """Each would cost a call on the stack, of which there are a thousand."""
    notices = tmp_path / "notices"
    notices.joinpath(*["d"] * 101).mkdir(parents=True)
    shutil.copy(DATA / "notice.docx", notices)
    done = run("notices", "--no-registry", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 1
    assert "more than 100 folders deep" in done.stderr
    assert (tmp_path / "ผล-notices.xlsx").exists()


# The arguments: a function of them and of what the files are


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "l.csv",
        "m.csv",
        "n.pdf",
        "o.pdf",
        "b.mbox",
        "d.csv",
        "r.json",
        "k.json",
        "p.html",
        "w.xlsx",
        "x.bin",
        "rules",
        "help",
    ):
        (tmp_path / name).touch()
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


FOR = {
    "n.pdf": Given(Purpose.NOTICE),
    "o.pdf": Given(Purpose.NOTICE),
    "folder": Given(Purpose.NOTICE),
    "b.mbox": Given(Purpose.MAIL),
    "d.csv": Given(Purpose.DELIVERY),
    "r.json": Given(Purpose.SAVED, "classify"),
    "k.json": Given(Purpose.SAVED, "baseline"),
    "p.html": Given(Purpose.PAGE),
    "w.xlsx": Given(Purpose.RESULT),
    "x.bin": Given(Purpose.NONE, "RAR"),
}


def beside(files: Sequence[Path], endings: Sequence[str]) -> tuple[list[Path], Path | None]:
    return [Path("+".join(file.stem for file in files) + ending) for ending in endings], None


WAYS = Ways(COMMANDS, lambda path: FOR.get(path.name, Given(Purpose.LIST)), is_address_asked, beside)
ADDRESS = "saraban_06480191@dla.go.th"


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("l.csv", "classify l.csv -o l.xlsx -o l.html"),
        ("l.csv --lang en -q", "classify l.csv -o l.xlsx -o l.html --lang en -q"),
        ("--lang en -q l.csv", "classify l.csv -o l.xlsx -o l.html --lang en -q"),
        ("--lang=en --no-registry l.csv -v", "classify l.csv -o l.xlsx -o l.html -v --lang=en --no-registry"),
        ("l.csv --province X", "classify l.csv -o l.xlsx -o l.html --province X"),
        ("l.csv -o x.csv", "classify l.csv -o x.csv"),
        ("l.csv -ox.csv", "classify l.csv -ox.csv"),
        ("l.csv --output=x.csv", "classify l.csv --output=x.csv"),
        ("l.csv --format json", "classify l.csv --format json"),
        ("l.csv b.mbox", "classify l.csv --bounces b.mbox -o l.xlsx -o l.html"),
        (
            "b.mbox n.pdf l.csv d.csv",
            "classify l.csv --bounces b.mbox --notices n.pdf --delivery d.csv -o l.xlsx -o l.html",
        ),
        ("l.csv 12", "classify l.csv -o l.xlsx -o l.html 12"),
        ("n.pdf", "notice n.pdf -o n.html"),
        ("n.pdf o.pdf", "notice n.pdf o.pdf -o n+o.xlsx -o n+o.html"),
        ("folder", "notice folder -o folder.xlsx -o folder.html"),
        ("n.pdf --code 06480191", "notice n.pdf -o n.html --code 06480191"),
        ("b.mbox", "bounces b.mbox -o b.csv"),
        ("./rules", "classify rules -o rules.xlsx -o rules.html"),
        ("rules", "rules"),
        ("rules l.csv", "rules l.csv"),
        ("--lang en rules -q", "rules --lang en -q"),
        (ADDRESS, f"address {ADDRESS}"),
        (f"{ADDRESS} a@b.go.th --lang en", f"address {ADDRESS} a@b.go.th --lang en"),
        (f"-q {ADDRESS}", f"address {ADDRESS} -q"),
        ("saraban_06480191", "address saraban_06480191"),
        ("saraban＠x.go.th", "address saraban＠x.go.th"),
        ("หฟพฟิฟื๑สกหยหฟย.เน.ะ้", "address หฟพฟิฟื๑สกหยหฟย.เน.ะ้"),
        ("ตรวจรายชื่อ", "ตรวจรายชื่อ"),
        ("หฟพฟิฟื๘๐ๆ๔๘๐๑๙๑๑กสฟ.เน.ะ้", "address หฟพฟิฟื๘๐ๆ๔๘๐๑๙๑๑กสฟ.เน.ะ้"),
        ("none.csv", "none.csv"),
        ("--lang en clasify", "clasify --lang en"),
        ("--version", "--version"),
        ("--lang en", "--lang en"),
        ("--help l.csv", "--help l.csv"),
        ("-", "-"),
        ("", ""),
        ("help", "--help"),
        ("/?", "--help"),
        ("help classify", "classify --help"),
        ("help me", "--help"),
        ("-q version", "--version"),
        ("check l.csv -q", "classify l.csv -o l.xlsx -o l.html -q"),
        (f"check {ADDRESS}", f"address {ADDRESS}"),
        ("check", ""),
        ("./help", "classify help -o help.xlsx -o help.html"),
        ("-- n.pdf -q", "notice n.pdf -o n.html -q"),
        ("-- none.csv", "none.csv"),
    ],
)
def test_what_is_given_becomes_the_arguments_of_a_command(folder: Path, typed: str, means: str) -> None:
    assert started_with(typed.split(), WAYS).arguments == means.split()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("l.csv m.csv", "compare OLD NEW"),
        ("n.pdf b.mbox", "no list of agencies"),
        ("d.csv", "classify LIST --delivery d.csv"),
        ("r.json", "compare r.json LIST"),
        ("k.json", "--baseline k.json"),
        ("p.html", "open it in a browser"),
        ("w.xlsx", "compare w.xlsx LIST"),
        ("l.csv w.xlsx", "compare w.xlsx LIST"),
        ("x.bin", "x.bin: not a file that this program reads (RAR); give a list"),
        ("l.csv x.bin", "x.bin: not a file"),
    ],
)
def test_what_no_command_takes_is_refused_with_what_to_do(folder: Path, typed: str, says: str) -> None:
    with pytest.raises(RequestError) as refused:
        started_with(typed.split(), WAYS)
    assert says in str(refused.value)
    assert not any("{" in text for text in (refused.value.say("th"), refused.value.say("en")))


@pytest.mark.parametrize("word", ["./-rf.csv", "./-", "./--force"])
def test_a_name_like_an_option_is_a_file(folder: Path, word: str) -> None:
    (folder / word).touch()
    wanted = ["classify", str(folder / word), "-o", f"{Path(word).stem}.xlsx", "-o", f"{Path(word).stem}.html"]
    assert started_with([word], WAYS).arguments == wanted
    assert started_with(["--", word[2:]], WAYS).arguments == wanted
    assert started_with([word[2:]], WAYS).arguments == [word[2:]]


@pytest.mark.skipif(sys.platform == "win32", reason="there is neither")
def test_a_pipe_and_a_device_are_refused_unread(folder: Path) -> None:
    os.mkfifo(folder / "pipe.csv")
    (folder / "device.csv").symlink_to("/dev/zero")
    for name in ("pipe.csv", "device.csv"):
        with pytest.raises(InputError, match="not an ordinary file"):
            started_with([name], Ways(COMMANDS, purpose_of, is_address_asked, beside))


# Where results go


def named(file: Path, *endings: str) -> list[str]:
    return [path.name for path in results_beside([file], endings)[0]]


def test_results_stand_beside_the_file_and_replace_only_what_is_ours(tmp_path: Path) -> None:
    file = tmp_path / "รายชื่อ 2569.11.xlsx"
    first, second = tmp_path / "ผล-รายชื่อ 2569.11.html", tmp_path / "ผล-รายชื่อ 2569.11-2.html"
    assert named(file, ".html") == [first.name]
    first.write_text("<p>another's</p>", encoding="utf-8")
    assert results_beside([file], [".html"]) == ([second], first)
    assert named(file, ".xlsx", ".html") == ["ผล-รายชื่อ 2569.11-2.xlsx", second.name]  # they stay a pair
    second.write_text("<!-- saraban-check -->", encoding="utf-8")
    assert named(file, ".html") == [second.name]
    second.write_text("<p>another's</p>", encoding="utf-8")
    assert named(file, ".html") == ["ผล-รายชื่อ 2569.11-3.html"]


@pytest.mark.parametrize("holds", [None, b"", b"<!-- saraban-check -->"])
def test_a_link_is_not_followed_where_nobody_named_it(tmp_path: Path, holds: bytes | None) -> None:
    elsewhere, link = tmp_path / "elsewhere.html", tmp_path / "ผล-a.html"
    if holds is not None:
        elsewhere.write_bytes(holds)
    link.symlink_to(elsewhere)
    assert named(tmp_path / "a.csv", ".html") == ["ผล-a-2.html"]


def test_of_several_files_and_of_folders_results_are_named_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notices = tmp_path / "ประกาศ.2569"
    notices.mkdir()
    assert named(notices, ".html") == ["ผล-ประกาศ.2569.html"]
    monkeypatch.chdir(notices)
    assert results_beside([Path()], [".html"])[0] == [tmp_path / "ผล-ประกาศ.2569.html"]
    both = results_beside([tmp_path / "a.pdf", tmp_path / "b.pdf"], [".html"])[0]
    assert [path.name for path in both] == ["ผล-a และอีก 1 ไฟล์.html"]
    long = named(tmp_path / ("ก" * 80 + ".pdf"), ".html")[0]
    assert len(long.encode()) < 255
    (tmp_path / long).touch()


def test_a_file_that_another_program_holds_open_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = tmp_path / "ผล-a.html"
    held.write_text("<!-- saraban-check -->", encoding="utf-8")
    assert named(tmp_path / "a.csv", ".html") == [held.name]
    usual = Path.open

    def open_(path: Path, mode: str = "r", **how: object) -> object:
        if "+" in mode:
            raise PermissionError(13, "used by another process")
        return usual(path, mode, **how)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", open_)
    assert named(tmp_path / "a.csv", ".html") == ["ผล-a-2.html"]


# Through the installed command


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name in ("agencies.csv", "notice.docx", "bounces.mbox"):
        shutil.copy(DATA / name, tmp_path)
    return tmp_path


def test_a_list_is_classified_and_written_beside_it_as_the_command_would(desk: Path) -> None:
    written = ("-o", "x.xlsx", "-o", "x.html")
    plain = run("classify", "agencies.csv", "--no-registry", *written, cwd=desk)
    done = run("agencies.csv", "--no-registry", cwd=desk)
    assert done.stdout == plain.stdout
    assert "result.xlsx" not in done.stdout, "a workbook is there already"
    assert "result.xlsx" in run("classify", "agencies.csv", "--no-registry", *written[2:], cwd=desk).stdout
    assert done.returncode == plain.returncode == 0
    for ending in (".xlsx", ".html"):
        assert (desk / f"ผล-agencies{ending}").exists()
        assert f"บันทึก ผล-agencies{ending} แล้ว" in done.stderr


def test_a_result_is_known_again_and_a_list_of_ours_stays_one(desk: Path) -> None:
    results = [("classify", "agencies.csv", "--no-registry"), ("notice", "notice.docx", "--no-registry")]
    lists = [("template",), ("fix", "agencies.csv"), ("fix", DATA / "agencies.xlsx")]
    for number, command in enumerate([*results, *lists]):
        for lang in ("th", "en"):
            assert run(*command, "-o", f"{number}{lang}.xlsx", "--lang", lang, cwd=desk).returncode in (0, 1)
            is_list = number >= len(results)
            assert purpose_of(desk / f"{number}{lang}.xlsx").purpose is (Purpose.LIST if is_list else Purpose.RESULT)
    marked = run("classify", DATA / "agencies.xlsx", "--mark", "marked.xlsx", "--no-registry", "-q", cwd=desk)
    assert marked.returncode == 0, marked.stderr
    assert purpose_of(desk / "marked.xlsx").purpose is Purpose.LIST
    before = set(desk.iterdir())
    done = run("0th.xlsx", cwd=desk)
    assert (done.returncode, done.stderr.count("\n"), set(desk.iterdir())) == (2, 1, before)
    book = openpyxl.load_workbook(desk / "0th.xlsx")
    book.save(desk / "worked on.xlsx")
    assert purpose_of(desk / "worked on.xlsx").purpose is Purpose.LIST


def test_a_registry_is_told_from_a_list(desk: Path) -> None:
    shutil.copy(DATA / "registry.csv", desk)
    for lang, says in (("th", "ถ้าเป็นทะเบียน อปท. ของ สถ. ใช้"), ("en", "if this is DLA's registry, use")):
        done = run("registry.csv", "--lang", lang, cwd=desk)
        assert done.returncode == 2
        assert f"{says} saraban-check registry import registry.csv" in done.stderr
    (desk / "names.csv").write_text("ชื่อ,จังหวัด\nก,นครพนม\n", encoding="utf-8")
    assert "registry import" not in run("classify", "names.csv", cwd=desk).stderr
    assert run("registry", "import", "registry.csv", "--registry", "kept", cwd=desk).returncode == 0
    assert purpose_of(desk / "kept") == Given(Purpose.SAVED, "registry")


def test_a_language_may_be_called_by_its_name(desk: Path) -> None:
    for called, says in (("thai", "ไม่พบไฟล์นี้"), ("อังกฤษ", "no such file"), ("English", "no such file")):
        for words in (("--lang", called), (f"--lang={called}",)):
            assert says in run("classify", "none.csv", *words, cwd=desk).stderr
    assert "(หมายถึง" not in run("classify", "none.csv", "--lang", "french", cwd=desk).stderr


def test_standard_input_wants_a_command() -> None:
    for lang, says in (("th", "ระบุคำสั่งด้วย"), ("en", "needs a command")):
        done = run("-", "--lang", lang, stdin="x")
        assert (done.returncode, done.stdout) == (2, "")
        assert says in done.stderr


def test_work_that_was_put_into_a_result_stays(desk: Path) -> None:
    work = desk / "ผล-notice.html"
    work.write_text("<p>ของเจ้าหน้าที่</p>", encoding="utf-8")
    done = run("notice.docx", "--no-registry", "--lang", "en", cwd=desk)
    assert work.read_text(encoding="utf-8") == "<p>ของเจ้าหน้าที่</p>"
    assert "ผล-notice.html: edited since" in done.stderr
    assert "ผล-notice-2.html" in done.stderr
    assert (desk / "ผล-notice-2.html").exists()
    quiet = run("notice.docx", "--no-registry", "-q", cwd=desk)
    assert quiet.stderr == ""


def test_a_mailbox_gives_the_delivery_for_the_list(desk: Path) -> None:
    assert run("bounces.mbox", cwd=desk).returncode == 0
    assert purpose_of(desk / "ผล-bounces.csv").purpose is Purpose.DELIVERY
    both = run("agencies.csv", "ผล-bounces.csv", "--no-registry", "--format", "json", cwd=desk)
    asked = run(
        "classify", "agencies.csv", "--delivery", "ผล-bounces.csv", "--no-registry", "--format", "json", cwd=desk
    )
    assert json.loads(both.stdout) == json.loads(asked.stdout)


def test_an_address_is_checked_and_not_cut_at_a_dot() -> None:
    done = run(ADDRESS, "--no-registry")
    assert (done.returncode, done.stdout) == (0, run("address", ADDRESS, "--no-registry").stdout)
    assert run("saraban_06480191@dla.go.th.x", "--no-registry").returncode == 1


@pytest.mark.parametrize(
    ("args", "th", "en"),
    [
        (("clasify", "agencies.csv"), "“clasify” (หมายถึง classify หรือไม่) ใช้คำสั่ง classify, address", "mean classify?"),
        (
            ("agencies.xlx",),
            "“agencies.xlx” (หมายถึง agencies.csv หรือไม่)",
            "“agencies.xlx” (did you mean agencies.csv?)",
        ),
        (("แสฟหหรดั", "x"), "(หมายถึง classify หรือไม่)", "(did you mean classify?)"),
        (("a.b.c",), "“a.b.c” ใช้คำสั่ง", "“a.b.c”; use a command"),
        (
            ("registry", "imprt"),
            "“imprt” (หมายถึง import หรือไม่) ใช้ import",
            "“imprt” (did you mean import?); use import",
        ),
        (
            ("classify", "agencis.csv"),
            "agencis.csv: ไม่พบไฟล์นี้ (หมายถึง agencies.csv หรือไม่)",
            "did you mean agencies.csv?",
        ),
        (("notice", "notice"), "notice: ไม่พบไฟล์หรือโฟลเดอร์นี้ (หมายถึง notice.docx หรือไม่)", "mean notice.docx?"),
        (("explain", "SB4O1"), "(หมายถึง SB401 หรือไม่)", "(did you mean SB401?)"),
        (("explain", "agencies", "2"), "agencies: ไม่พบไฟล์นี้ (หมายถึง agencies.csv หรือไม่)", "did you mean agencies.csv?"),
        (("classify", "agencies.csv", "--fail-on", "SB40"), "(หมายถึง SB401, SB402, SB403 … หรือไม่)", "SB403 …?)"),
        (("classify", "agencies.csv", "--only", "B4"), "(หมายถึง B1, B2, B3 หรือไม่) ใช้ A1", "mean B1, B2, B3?); use A1"),
        (("classify", "agencies.csv", "--format", "jsno"), "ใช้ไม่ได้ (หมายถึง json หรือไม่) ใช้ screen", "mean json?"),
        (("classify", "agencies.csv", "--fromat", "json"), "--fromat (หมายถึง --format หรือไม่)", "mean --format?"),
        (("address", ADDRESS, "--notice", "x"), "ไม่มีตัวเลือก --notice", "no such option: --notice"),
        (("classify", "agencies.csv", "--notice", "x"), "--notice (หมายถึง --notices หรือไม่)", "mean --notices?"),
        (("classify", "agencies.csv", "--sned-all"), "(หมายถึง --sent-all หรือไม่)", "(did you mean --sent-all?)"),
        (("classify", "agencies.csv", "--map", "adress=x"), "(หมายถึง address หรือไม่)", "(did you mean address?)"),
        (("classify", "agencies.csv", "--map", "address=จังหวด"), "(หมายถึง จังหวัด หรือไม่)", "(did you mean จังหวัด?)"),
        (("classify", "agencies.csv", "--where", "kind=soa"), "(หมายถึง sao หรือไม่) ใช้", "(did you mean sao?)"),
        (("classify", "agencies.csv", "--require", "cod"), "(หมายถึง code หรือไม่)", "(did you mean code?)"),
        (("classify", "agencies.csv", "--max", "file-mbb=3"), "(หมายถึง file-mb หรือไม่)", "(did you mean file-mb?)"),
        (("classify", "agencies.csv", "-o", "x.xlxs"), "(หมายถึง .xlsx หรือไม่)", "(did you mean .xlsx?)"),
        (
            ("compare", "agencies.csv", "agencies.csv", "--fail-on", "worse"),
            "(หมายถึง worsened หรือไม่)",
            "mean worsened?",
        ),
        (("address", ADDRESS, "--kind", "soa"), "(หมายถึง sao หรือไม่)", "(did you mean sao?)"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_was_meant_is_named_in_both_languages(desk: Path, args: tuple[str, ...], th: str, en: str) -> None:
    for lang, wanted in (("th", th), ("en", en)):
        done = run(*args, "--lang", lang, "-q", cwd=desk)
        first, *rest = done.stderr.splitlines()
        assert (done.returncode, done.stdout) == (2, "")
        assert wanted in first
        assert all("--help" in line for line in rest)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("FAIL_ON", "SB40", "ตัวแปรแวดล้อม SARABAN_CHECK_FAIL_ON=SB40: ไม่รู้จักเงื่อนไขนี้"),
        ("MAX_FOLLOW_UP", "x", "ตัวแปรแวดล้อม SARABAN_CHECK_MAX_FOLLOW_UP=x: ต้องเป็นจำนวน"),
        ("ASSUME", "deliverd", "ค่าของตัวแปรแวดล้อม SARABAN_CHECK_ASSUME ใช้ไม่ได้ (หมายถึง delivered หรือไม่)"),
        ("LIMIT", "x", "ค่าของตัวแปรแวดล้อม SARABAN_CHECK_LIMIT ใช้ไม่ได้ ใช้ จำนวนเต็ม"),
        ("BASELINE", "known.json", "ตัวแปรแวดล้อม SARABAN_CHECK_BASELINE=known.json: ไม่พบไฟล์นี้"),
    ],
)
def test_a_wrong_variable_is_blamed_and_not_the_option(desk: Path, name: str, value: str, says: str) -> None:
    done = run("classify", "agencies.csv", cwd=desk, env={f"SARABAN_CHECK_{name}": value})
    assert done.returncode == 2
    assert done.stderr.startswith(f"ข้อผิดพลาด: {says}")
    option = f"--{name.lower().replace('_', '-')}"
    on_line = run("classify", "agencies.csv", option, value, cwd=desk, env={f"SARABAN_CHECK_{name}": "1"})
    assert option in on_line.stderr
    assert "SARABAN_CHECK" not in on_line.stderr


def test_a_wrong_setting_is_blamed_with_its_file_and_key(desk: Path) -> None:
    (desk / "saraban-check.toml").write_text('fail-on = "SB4O1"\n', encoding="utf-8")
    said = run("classify", "agencies.csv", cwd=desk).stderr
    assert said.startswith("ข้อผิดพลาด: saraban-check.toml: fail-on = SB4O1: ไม่รู้จักเงื่อนไขนี้ (หมายถึง SB401 หรือไม่)")


# What was meant


@pytest.mark.parametrize("case", read_cases(CASES / "meant.csv"), ids=lambda case: f"line{case['line']}")
def test_the_nearest_is_named_and_nothing_where_nothing_is_near(case: dict[str, str], tmp_path: Path) -> None:
    for name in ("agencies.xlsx", "ประกาศ ม.10.docx", "bounces.mbox"):
        (tmp_path / name).touch()
    ways: dict[str, Callable[[str], Text]] = {
        "commands": lambda typed: did_you_mean(near_commands(typed, COMMANDS)),
        "rules": lambda typed: meant(typed, rule_names()),
        "groups": lambda typed: meant(typed, published_table().groups),
        "provinces": nearest_province,
        "files": lambda typed: did_you_mean(Path(found).name for found in near_files(tmp_path / typed)),
    }
    wanted = f" (did you mean {case['says']}?)" if case["says"] else ""
    assert ways[case["among"]](case["typed"]).en == wanted


def test_a_link_that_leads_nowhere_is_not_what_was_meant(tmp_path: Path) -> None:
    (tmp_path / "list.csv").symlink_to("nowhere")
    assert near_files(tmp_path / "list.csv") == []
    assert [Path(name).name for name in near_files(tmp_path / "lst.csv")] == ["list.csv"]


@pytest.mark.parametrize("typed", ["", " ", "\n", "\0", "x" * 100_000, "\ud800"])
def test_odd_words_are_near_nothing(typed: str, tmp_path: Path) -> None:
    assert near_subjects(typed) == []
    assert near_files(tmp_path / "a" / typed[:300]) == []
    assert near_commands(typed, COMMANDS) == []


def test_names_that_are_slow_to_compare_are_not_all_compared() -> None:
    begun = time.process_time()
    assert nearest("ba" * 60 + ".csv", ["ab" * 60 + str(number) for number in range(5000)])
    assert time.process_time() - begun < 5


# A window of its own


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[list[str], str]]:
    """Starts the program in a console with these programs; what happened, and what it printed."""

    def start(programs: Sequence[str], *arguments: str, typed: str = "") -> tuple[list[str], str]:
        happened: list[str] = []
        out = Terminal()
        monkeypatch.setattr(sys, "argv", ["saraban-check", *arguments])
        monkeypatch.setattr(sys, "stdin", Terminal(typed))
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", Terminal())
        monkeypatch.setattr(own_window, "programs", lambda: list(programs))
        monkeypatch.setattr(own_window, "keep_window", lambda: happened.append("kept"))
        monkeypatch.setattr("saraban_check.cli.starting.open_file", lambda file: happened.append(file.name))
        monkeypatch.delenv("CI", raising=False)
        monkeypatch.setenv("NO_COLOR", "1")
        happened.append(str(program.run()))
        return happened, out.getvalue()

    return start


OURS = [r"C:\saraban-check-1.0-win64\saraban-check.exe", r"C:\saraban-check-1.0-win64\app\python.exe"]
"""A file was dragged on the launcher."""
TERMINALS = [
    [],
    [*OURS, r"C:\Windows\System32\cmd.exe"],
    [r"C:\Program Files\PowerShell\7\pwsh.exe", r"C:\Python313\python.exe"],
]
Start = Callable[..., tuple[list[str], str]]


def test_its_own_window_is_kept_and_results_are_opened(desk: Path, window: Start) -> None:
    happened, _ = window(OURS, str(desk / "notice.docx"), "--no-registry")
    assert happened[:-1] == ["ผล-notice.html", "kept"]
    assert window(OURS, str(desk / "agencies.csv"), "-q", "--no-registry")[0][:-1] == [
        "ผล-agencies.xlsx",
        "ผล-agencies.html",
        "kept",
    ]
    assert window(OURS, str(desk / "none.csv"))[0] == ["kept", "2"]  # so that the error can be read
    assert window(OURS, "classify", str(desk / "none.csv"))[0] == [
        "2"
    ]  # a task of a schedule has nobody to strike a key


def test_only_what_this_run_wrote_is_opened(desk: Path, window: Start) -> None:
    (desk / "ผล-agencies.html").write_text("<script></script><!-- saraban-check -->", encoding="utf-8")
    assert window(OURS, str(desk / "agencies.csv"), "--help")[0] == ["kept", "0"]
    assert window(OURS, str(desk / "agencies.csv"), "--limit", "x")[0] == ["kept", "2"]


def test_nothing_is_waited_for_on_ci(desk: Path, window: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    file = str(desk / "notice.docx")
    assert "kept" in window(OURS, file, "--no-registry")[0]
    monkeypatch.setattr(own_window, "programs", lambda: OURS)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert own_window.is_own_window()
    monkeypatch.setenv("CI", "true")
    assert not own_window.is_own_window()


def test_settings_that_lie_where_a_file_was_dragged_from_are_not_obeyed(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, dragged = desk / "saraban-check.toml", str(desk / "agencies.csv")
    settings.touch()
    monkeypatch.chdir(desk)
    monkeypatch.delenv(configured.VARIABLE, raising=False)

    def passed_over(is_window: bool, *arguments: str) -> Path | None:
        monkeypatch.setattr(configured, "is_own_window", lambda: is_window)
        monkeypatch.setattr(sys, "argv", ["saraban-check", *arguments])
        return configured.passed_over()

    assert passed_over(True, dragged) == passed_over(True, dragged, str(desk / "notice.docx")) == settings
    assert passed_over(False, dragged) is None, "a terminal: its folder was chosen"
    assert passed_over(True, "classify", dragged) is None
    assert passed_over(True) is None
    monkeypatch.setenv(configured.VARIABLE, str(settings))
    assert passed_over(True, dragged) is None, "it was named"


@pytest.mark.parametrize("programs", TERMINALS)
def test_a_terminal_of_the_users_is_never_held(desk: Path, window: Start, programs: list[str]) -> None:
    happened, _ = window(programs, str(desk / "notice.docx"), "--no-registry")
    assert "kept" not in happened
    assert window(programs)[0] == ["2"]


def test_a_double_click_asks_for_addresses_until_a_blank_line(desk: Path, window: Start) -> None:
    typed = f"{ADDRESS}\nsaraban-check clasify x\nsaraban_06480191@dla.go.th.x\n\n{ADDRESS}\n"
    happened, said = window(OURS, typed=typed)
    assert happened == ["1"]
    assert said.count("✓ ใช้ได้") == 1
    assert said.count("✗") >= 1
    assert window(OURS, typed=f'"{desk / "notice.docx"}"\n')[0][0] == "ผล-notice.html"


def test_ctrl_c_at_the_prompt_ends_it(window: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    def pressed() -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("saraban_check.cli.prompt._line", pressed)
    assert window(OURS)[0] == ["0"]


@pytest.mark.parametrize(
    ("line", "arguments"),
    [
        ("saraban_1@dla.go.th \n", ["saraban_1@dla.go.th"]),
        ("saraban @x.go.th", ["saraban @x.go.th"]),
        (r'"C:\งาน ของฉัน\รายชื่อ.xlsx"', [r"C:\งาน ของฉัน\รายชื่อ.xlsx"]),
        (r'"C:\a b.pdf" "C:\c d.pdf"', [r"C:\a b.pdf", r"C:\c d.pdf"]),
        (r"C:\งาน\รายชื่อ 2.xlsx", [r"C:\งาน\รายชื่อ 2.xlsx"]),
        ("saraban-check a@b.go.th", ["a@b.go.th"]),
        ("saraban-check.exe  explain SB402", ["explain", "SB402"]),
        ('classify "a b.csv" --lang en', ["classify", "a b.csv", "--lang", "en"]),
        (r"saraban-check explain 'C:\งาน 1\a.xlsx' 5", ["explain", r"C:\งาน 1\a.xlsx", "5"]),
        ("help classify", ["help", "classify"]),
        ("  \n", []),
        ("", []),
    ],
)
def test_a_line_that_is_typed_becomes_arguments(line: str, arguments: list[str]) -> None:
    assert arguments_of(line) == arguments


@pytest.mark.parametrize(
    ("variables", "is_there"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({}, False),
        ({"DISPLAY": ":0", "CI": "true"}, False),
        ({"DISPLAY": "localhost:10", "SSH_CONNECTION": "1"}, False),
    ],
)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a desktop")
def test_files_are_opened_on_a_desktop_only(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], is_there: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "CI", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert opening.has_desktop() is is_there
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert not opening.has_desktop()


def test_opening_that_fails_is_a_note(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = io.StringIO()
    monkeypatch.setattr(opening, "has_desktop", lambda: True)
    monkeypatch.setattr(sys, "stderr", said)
    monkeypatch.setenv("PATH", str(tmp_path))
    opening.open_file(tmp_path / "x.html")
    assert "เปิดไฟล์เอง" in said.getvalue()


# A gate that is passed by what it was not asked for


@pytest.mark.parametrize(
    ("conditions", "code", "says"),
    [("warning", 0, True), ("warning,error", 1, False), ("error", 1, False), ("A1", 0, False), ("warning,B", 1, False)],
)
def test_errors_that_a_gate_of_warnings_passes_by_are_told(
    tmp_path: Path, conditions: str, code: int, says: bool
) -> None:
    (tmp_path / "list.csv").write_text(
        "รหัส อปท.,ชื่อ อปท.,จังหวัด,อีเมลกลาง,มีประกาศฯ ม.10,ลงข้อมูลในระบบ info.go.th,สถานะการส่งอีเมล\n"
        "06480191,อบต.ทดลองเหนือ,นครพนม,sarabun_06480191@dla.go.th,✓,✓,✓\n",
        encoding="utf-8",
    )
    asked = ("classify", "list.csv", "--no-registry", "--fail-on", conditions, "--lang", "en")
    done = run(*asked, cwd=tmp_path)
    assert done.returncode == code
    assert ("passed, but --fail-on does not count errors (1 found" in done.stderr) is says
    assert "not count" not in run(*asked, "-q", cwd=tmp_path).stderr
