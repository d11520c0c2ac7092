"""Every command writes over its own files without asking, and over no other unless forced (decisions: Rounds)."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
from tests.support import run

from saraban_check.writing.own_files import is_own_file

DATA = Path(__file__).parents[1] / "data"
LIST, NOTICE, MAILS = DATA / "agencies.xlsx", DATA / "notice.docx", DATA / "bounces.mbox"
TEXTS = ("r.json", "r.csv", "r.md", "r.html", "r.xlsx")
CI = ("r.jsonl", "r.gitlab.json", "r.sarif", "r.xml", "r.github.txt", "r.concise.txt")
COMMANDS: list[tuple[tuple[str | Path, ...], tuple[str, ...]]] = [
    (("classify", LIST, "--no-registry"), (*TEXTS, *CI)),
    (("compare", DATA / "agencies.csv", LIST), TEXTS),
    (("notice", NOTICE), (*TEXTS, *CI)),
    (("bounces", MAILS), ("r.json", "r.csv")),
    (("fix", LIST), ("r.xlsx",)),
    (("fix", DATA / "agencies.csv"), ("r.xlsx",)),
    (("template",), ("r.xlsx",)),
    (("draft", "notice", "--name", "อบต.วังทอง", "--address", "saraban@wang-thong.go.th"), ("r.docx",)),
]


def _said(lang: str, args: tuple[str | Path, ...]) -> tuple[str | Path, ...]:
    return (*args, "-q", "--lang", lang)


@pytest.mark.parametrize(("args", "names"), COMMANDS)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_own_files_are_written_again_and_those_of_others_are_not(
    tmp_path: Path, args: tuple[str | Path, ...], names: tuple[str, ...], lang: str
) -> None:
    targets = [tmp_path / name for name in names]
    wanted = _said(lang, (*args, *(word for target in targets for word in ("-o", target))))
    code = run(*wanted).returncode
    assert code in (0, 1)
    first = {target: target.read_bytes() for target in targets}
    assert [target.name for target in targets if not is_own_file(target)] == []
    assert run(*wanted).returncode == code, "its own"
    assert {target: target.read_bytes() for target in targets} == first
    for target in targets[:-1]:
        target.write_bytes(b"")  # as mktemp makes it
    targets[-1].write_bytes(b"somebody's own work\n")
    done = run(*wanted)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert targets[-1].name in done.stderr
    assert "--force" in done.stderr
    assert targets[-1].read_bytes() == b"somebody's own work\n"
    assert run(*wanted, "--force").returncode == code
    assert {target: target.read_bytes() for target in targets} == first


@pytest.mark.parametrize(
    ("args", "name"),
    [
        (("fix", DATA / "agencies.csv"), "r.csv"),
        (("draft", "notice", "--name", "อบต.วังทอง", "--address", "saraban@wang-thong.go.th"), "r.txt"),
    ],
)
def test_what_can_bear_no_mark_needs_force(tmp_path: Path, args: tuple[str | Path, ...], name: str) -> None:
    wanted = _said("en", (*args, "-o", tmp_path / name))
    assert [run(*wanted).returncode for _ in range(2)] == [0, 2]
    assert run(*wanted, "--force").returncode == 0


@pytest.mark.parametrize("made_by", [("--mark",), ("-o",)])
def test_a_workbook_that_was_saved_since_is_the_users(tmp_path: Path, made_by: tuple[str]) -> None:
    target = tmp_path / "r.xlsx"
    wanted = _said("th", ("classify", LIST, "--no-registry", *made_by, target))
    assert [run(*wanted).returncode for _ in range(2)] == [0, 0]
    book = openpyxl.load_workbook(target)
    book.worksheets[0]["A1"] = "โทรถามแล้ว"
    book.save(target)
    assert run(*wanted).returncode == 2
    assert run(*wanted, "--force").returncode == 0


def test_workbooks_of_provinces_and_drafts_are_looked_at_before_the_first_is_written(tmp_path: Path) -> None:
    for args in (("classify", LIST, "--no-registry", "--split", "province"), ("draft", "notice", "--from", LIST, "-o")):
        folder = tmp_path / args[0]
        wanted = _said("en", (*args, folder))
        assert [run(*wanted).returncode for _ in range(2)] == [0, 0]
        *others, last, changed = sorted(folder.iterdir())
        changed.write_bytes(b"somebody's")
        last.unlink()
        done = run(*wanted)
        assert done.returncode == 2
        assert changed.name in done.stderr
        assert not last.exists(), "nothing was written"
        assert run(*wanted, "--force").returncode == 0
        assert sorted(folder.iterdir()) == [*others, last, changed]


def test_a_baseline_is_renewed_and_a_list_of_somebody_is_no_baseline(tmp_path: Path) -> None:
    target = tmp_path / "known.json"
    wanted = _said("en", ("classify", LIST, "--no-registry", "--baseline", target, "--update-baseline"))
    assert [run(*wanted).returncode for _ in range(2)] == [0, 0]


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 broken",
        b"PK\x05\x06" + b"\xff" * 18,
        b'{"schema": "other/1"}',
        b"[{}]",
        b'[\n{"id": 1}\n]\n',
        b"# A report\n\nby saraban-check\n",
        b"<html><head><title>saraban-check</title></head>",
        "﻿รหัส อปท.,ชื่อหน่วยงาน,อำเภอ,จังหวัด,อีเมล\r\n".encode(),
        "กลุ่ม,หมายเหตุ\r\n".encode(),
        b'{"row": 1, "name": "x"}\n',
        b"\xff" * 200_000,
        b'"' * 200_000,
    ],
)
def test_what_others_wrote_is_not_ours(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x"
    path.write_bytes(data)
    assert not is_own_file(path)


def test_a_package_that_unpacks_to_much_is_read_only_at_its_head(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("docProps/core.xml", b"<" * (8 << 20))
        package.writestr("xl/workbook.xml", b" " * (8 << 20))
    assert not is_own_file(path)
