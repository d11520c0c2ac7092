"""LibreOffice, to open what we write as a user would; and what a workbook's formulas say."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
from openpyxl.utils.cell import coordinate_to_tuple
from python_calamine import CalamineWorkbook

_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""
"""A profile in which every workbook is calculated anew when it is opened, whatever is stored in it."""


def converted(path: Path, kind: str, folder: Path) -> Path:
    """The workbook opened by LibreOffice and saved as another kind, its formulas calculated anew.

    Skips the test where there is no LibreOffice; on CI, where it must be, that is a failure.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        message = "LibreOffice (soffice) is not installed"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    profile, out = folder / "profile", folder / "converted"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(_ALWAYS, encoding="utf-8")
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind]
    done = subprocess.run([*command, "--outdir", out, path], capture_output=True, timeout=180, check=False)
    found = out / f"{path.stem}.{kind}"
    assert done.returncode == 0, done.stderr
    assert found.exists(), (done.stdout, done.stderr)
    return found


class Calculated(NamedTuple):
    """A formula, where it stands, and the value stored with it."""

    sheet: str
    cell: str
    formula: str
    value: Any


def formulas(path: Path) -> Iterator[Calculated]:
    """All formulas of a workbook."""
    written, stored = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    for sheet in written.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    value = stored[sheet.title][cell.coordinate].value
                    yield Calculated(sheet.title, cell.coordinate, str(cell.value), value)


def values(path: Path) -> dict[str, list[list[Any]]]:
    """What a reader that does not calculate shows of each sheet, from A1 on."""
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def wrongly_stored(path: Path, folder: Path) -> list[tuple[Calculated, Any]]:
    """The formulas whose stored value is not what LibreOffice calculates, each with what it does."""
    again = values(converted(path, "xlsx", folder))
    found = []
    for one in formulas(path):
        row, column = coordinate_to_tuple(one.cell)
        value = again[one.sheet][row - 1][column - 1]
        same = value == pytest.approx(one.value, abs=1e-9) if isinstance(one.value, int | float) else value == one.value
        if not same:
            found.append((one, value))
    return found
