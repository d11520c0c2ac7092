"""Make the pictures of the documents, `docs/pictures/`, from `data/`.

`python .ci/pictures.py` writes them; `--check` makes them anew beside what is there and exits with 1 where one shows
something else. Bytes are not compared: browsers and LibreOffice draw a letter a little otherwise from version to
version. Fonts do not differ, though: whatever else a machine has, only those of Debian's fonts-thai-tlwg and
fonts-dejavu-core are used.
"""

import argparse
import html
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
LIST = "data/agencies.xlsx"
PROVINCE = "48-นครพนม"
COLUMNS = 88
DPI = 96

# What makes two pictures the same. Both are blurred, so that the edge of a letter does not count, and cut into squares.
# Measured: a picture moved by a pixel differs in at most 0.35 % of its squares, one of the next round in 0.9 % or more.
SQUARE = 12  # pixels: two or three letters
DIFFERENT = 20  # of 255 levels of grey: what a square must differ by to count
MOST = 0.005  # the share of the squares that may count
TALLER = 0.02  # how much a picture may be longer or shorter
LARGEST, ALTOGETHER = 150_000, 700_000  # bytes

FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts/truetype/tlwg</dir><dir>/usr/share/fonts/truetype/dejavu</dir>
<cachedir>{folder}/fonts</cachedir>{aliases}</fontconfig>"""
INSTEAD = {  # the fonts that our files name, and the free ones that look like them
    "TH SarabunPSK": "Laksaman",
    "TH Sarabun New": "Laksaman",
    "TH SarabunIT๙": "Laksaman",
    "Tahoma": "Loma",
    "Noto Sans Thai": "Loma",
    "Consolas": "Tlwg Mono",
    "sans-serif": "Loma",
}
SCREEN = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; width: max-content; background: #fff }}
pre {{ margin: 0; padding: 14px 20px 18px; background: #16202c; color: #dde3ea; border-radius: 8px;
  font: 15px/1.5 "DejaVu Sans Mono", "Waree", monospace }}
i {{ display: inline-block; width: 1ch; text-align: center; font: inherit; font-weight: normal; white-space: pre }}
[style*=bold] i {{ -webkit-text-stroke: 0.4px }}
i.two {{ width: 2ch }}
b {{ color: #8fb8de; font-weight: normal }}
</style><pre><b>$ {command}</b>
{text}</pre>"""
COLOURS = TerminalTheme(
    (22, 32, 44),
    (221, 227, 234),
    [
        *((22, 32, 44), (240, 113, 120), (140, 200, 120), (230, 190, 100)),
        *((110, 170, 240), (200, 150, 230), (90, 200, 200), (221, 227, 234)),
    ],
)
LETTER = (
    re.compile(  # a markup, or what takes a cell that is no ASCII; a Thai letter with its marks, and with sara am two
        r"(<[^>]*>|&\w+;)|([^\x00-\x7f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*)(\u0e33?)"
    )
)
LARGER = {  # the free fonts are larger at the same size: a size in a file, what it is multiplied by, its decimals
    ".xlsx": (re.compile(r'(<sz val=")([\d.]+)'), 0.82, 1),
    ".docx": (re.compile(r'(<w:sz(?:Cs)? w:val=")(\d+)'), 0.665, None),
}


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of all programs: our fonts, no registry, a terminal of our width."""
    alias = '<match target="pattern"><test name="family"><string>{}</string></test>'
    alias += '<edit name="family" mode="assign" binding="strong"><string>{}</string></edit></match>'
    aliases = "".join(alias.format(*pair) for pair in INSTEAD.items())
    (folder / "fonts.conf").write_text(FONTS.format(folder=folder, aliases=aliases), encoding="utf-8")
    return {
        **os.environ,
        "FONTCONFIG_FILE": str(folder / "fonts.conf"),
        "SARABAN_CHECK_REGISTRY": "none",
        "COLUMNS": str(COLUMNS),
        "PYTHONUTF8": "1",
    }


def ours(environment: dict[str, str], *arguments: str | Path) -> str:
    """What our program prints."""
    command = [sys.executable, "-m", "saraban_check", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, cwd=ROOT, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, arguments))} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def screen(environment: dict[str, str], until: str, *arguments: str) -> str:
    """A page that shows what a command prints, up to a line that begins so."""
    output = ours(environment, *arguments, "--color", "always")
    text = Text.from_ansi(re.split(rf"\n(?=(?:\x1b\[[\d;]*m)*{until})", output)[0].rstrip())
    console = Console(record=True, width=COLUMNS + 20, file=io.StringIO(), color_system="truecolor")
    console.print(text, soft_wrap=True)
    drawn = LETTER.sub(_cell, console.export_html(theme=COLOURS, inline_styles=True, code_format="{code}").strip())
    return SCREEN.format(command=html.escape(" ".join(["saraban-check", *arguments])), text=drawn)


def _cell(found: re.Match[str]) -> str:
    """A letter in a cell as a terminal has them, whatever font it comes from."""
    if found[1]:
        return found[1]
    return f'<i class="{"two" if found[3] else "one"}">{found[2]}{found[3]}</i>'


def photographed(browser: Browser, page_file: Path, width: int, most: int | None, scale: float = 1) -> Image.Image:
    """A page as a browser shows it, from its top to the last heading within `most`; or all of its body."""
    page = browser.new_page(viewport={"width": width, "height": most or 600}, device_scale_factor=scale)
    page.goto(page_file.as_uri())
    page.wait_for_load_state("load")
    if most is None:
        taken = page.locator("body").screenshot()
    else:
        tops = page.evaluate(
            "[...document.querySelectorAll('h2:not(.unseen), h3')].map(h => h.getBoundingClientRect().top)"
        )
        height = max((top for top in tops if 0 < top <= most), default=most) - 8
        taken = page.screenshot(clip={"x": 0, "y": 0, "width": width, "height": int(height)})
    page.close()
    return Image.open(io.BytesIO(taken))


def printed(path: Path, environment: dict[str, str], folder: Path, *others: Path) -> Iterator[Image.Image]:
    """The first page of each file as LibreOffice prints it, without the paper's margins."""
    program = shutil.which("soffice") or sys.exit("soffice (Debian: libreoffice-calc, libreoffice-writer) is missing")
    for one in (path, *others):
        _make_smaller(one)
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", folder, path, *others], env=environment, check=True, capture_output=True)
    for one in (path, *others):
        with pypdfium2.PdfDocument(folder / f"{one.stem}.pdf") as document:
            page = document[0].render(scale=DPI / 72).to_pil().convert("RGB")
        left, top, right, bottom = ImageChops.invert(page).getbbox() or (0, 0, *page.size)
        yield page.crop(
            (max(left - 24, 0), max(top - 24, 0), min(right + 24, page.width), min(bottom + 24, page.height))
        )


def _make_smaller(path: Path) -> None:
    """Set an office file in the sizes at which the free fonts take as much room as its own."""
    pattern, factor, digits = LARGER[path.suffix]
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in parts.items():
            text = data.decode("utf-8") if name.endswith(".xml") else None
            smaller = text and pattern.sub(lambda size: f"{size[1]}{round(float(size[2]) * factor, digits)}", text)
            packed.writestr(name, smaller or data)


def to_gap(picture: Image.Image, most: float) -> Image.Image:
    """The upper part of a page, down to the last white band within `most` of it: nothing is cut through."""
    ink, end, white = ImageChops.invert(picture.convert("L")), picture.height, 0
    for at in range(int(picture.height * most)):
        white = 0 if ink.crop((0, at, picture.width, at + 1)).getbbox() else white + 1
        end = at if white >= 12 else end
    return picture.crop((0, 0, picture.width, end))


def make(folder: Path) -> dict[str, Image.Image]:
    """All pictures, by the names of their files."""
    environment = surroundings(folder)
    outputs = [argument for name in ("page.html", "workbook.xlsx", "paper.docx") for argument in ("-o", folder / name)]
    ours(environment, "classify", LIST, "-q", *outputs, "--split", "province", folder / "letters")
    pages = {
        "screen-classify": screen(environment, "คอลัมน์ของรายชื่อ", "classify", LIST),
        "screen-address": screen(environment, "(?!)", "address", "saraban_6820101@dla.go.th"),
    }
    pictures = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox", "--font-render-hinting=none", "--disable-lcd-text"],
            env=dict(environment),
        )
        for name, text in pages.items():
            (folder / f"{name}.html").write_text(text, encoding="utf-8")
            pictures[name] = photographed(browser, folder / f"{name}.html", 1280, None)
        pictures["page"] = photographed(browser, folder / "page.html", 1280, 1000)
        pictures["page-phone"] = photographed(browser, folder / "page.html", 390, 1000, 1.5)
        browser.close()
    letter = Path(shutil.copy(folder / "letters" / f"{PROVINCE}.xlsx", folder / "letter.xlsx"))
    files = (folder / "workbook.xlsx", letter, folder / "paper.docx")
    pictures.update(
        zip(("workbook", "letter", "paper"), printed(files[0], environment, folder, *files[1:]), strict=True)
    )
    pictures["workbook"] = to_gap(pictures["workbook"], 0.95)
    return {f"{name}.png": picture.convert("RGB") for name, picture in pictures.items()}


def difference(old: Image.Image, new: Image.Image) -> float:
    """The share of the squares in which two pictures differ; 1 where their sizes do."""
    if old.width != new.width or abs(old.height - new.height) > TALLER * old.height:
        return 1
    size = (old.width, min(old.height, new.height))
    grey = [one.convert("L").crop((0, 0, *size)).filter(ImageFilter.GaussianBlur(2)) for one in (old, new)]
    squares = ImageChops.difference(*grey).resize((size[0] // SQUARE, size[1] // SQUARE), Image.Resampling.BOX)
    levels = squares.histogram()
    return sum(levels[DIFFERENT:]) / sum(levels)


def main() -> int:
    """Write the pictures, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare only")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as place:
        pictures = make(Path(place))
    wrong = []
    for name, picture in pictures.items():
        path = PICTURES / name
        if not check:
            path.parent.mkdir(exist_ok=True)
            picture.quantize(255, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)
        if not path.exists():
            wrong.append(f"{name} is missing")
            continue
        with Image.open(path) as kept:
            share = difference(kept.convert("RGB"), picture)
        print(f"{name}: {picture.width} x {picture.height}, {path.stat().st_size} bytes, {share:.2%} differs")
        if share > MOST:
            wrong.append(f"{name} shows something else than the program does now: run python .ci/pictures.py")
        if path.stat().st_size > LARGEST:
            wrong.append(f"{name} is larger than {LARGEST} bytes")
    if sum(path.stat().st_size for path in PICTURES.glob("*")) > ALTOGETHER:
        wrong.append(f"{PICTURES.relative_to(ROOT)} is larger than {ALTOGETHER} bytes")
    if extra := {path.name for path in PICTURES.glob("*")} - set(pictures):
        wrong.append(f"not made by this script: {', '.join(sorted(extra))}")
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
