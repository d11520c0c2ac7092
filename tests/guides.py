"""The documents as their reader takes them: command lines to paste, links to follow, headings to jump to."""

import re
import shlex
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
GUIDES = sorted(ROOT.glob("docs/*/*.md"))
PAGES = [README, ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/**/*.md"))]

_BLOCK = re.compile(r"^(?:<!-- (?P<told>[^\n]*) -->\n)?```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_PROMISE = re.compile(r"(?:exit code|รหัสออก|exit) ([0-9]+)")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")


class Line(NamedTuple):
    """A command line of a document, and the exit code that is promised of it."""

    text: str
    code: int
    is_powershell: bool

    @property
    def command(self) -> str:
        """The line without its comment."""
        return self.text.partition(" # ")[0].rstrip()

    def words(self) -> list[str] | None:
        """What a shell makes of it: words, `<` and `>` among them; None where only a shell can tell."""
        text = self.text
        if self.is_powershell:
            text = text.replace("\\", "/").replace("./saraban-check.exe", "saraban-check")
        lexer = shlex.shlex(text, posix=True, punctuation_chars=True)
        lexer.whitespace_split = True
        words = list(lexer)
        beyond = [word for word in words if set(word) <= set("();|&") or word in {">>", "<<"}]
        return None if beyond or "$" in self.text or words[0] != "saraban-check" else words


def lines_of(page: Path) -> Iterator[Line]:
    """The lines of the blocks for a shell, in their order; not of those that install from the network.

    A code other than 0 is promised in the line's own comment, or by `<!-- exit 1 -->` above the block for all of it.
    """
    for block in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        told, kind = block["told"] or "", block["kind"]
        if kind not in {"sh", "powershell"} or told in {"install", "test command"}:
            continue
        text = re.sub(r" [\\`]\n\s*", " ", block["text"])
        for line in filter(None, text.splitlines()):
            promise = _PROMISE.search(line.partition(" # ")[2]) or _PROMISE.search(told)
            yield Line(line, int(promise[1]) if promise else 0, kind == "powershell")


def blocks_told(page: Path, told: str) -> list[str]:
    """The blocks that stand below `<!-- told -->`."""
    return [one["text"] for one in _BLOCK.finditer(page.read_text(encoding="utf-8")) if one["told"] == told]


def blocks_of(page: Path, kind: str) -> list[str]:
    """The blocks of one language, such as `yaml`."""
    return [one["text"] for one in _BLOCK.finditer(page.read_text(encoding="utf-8")) if one["kind"] == kind]


def prose(text: str) -> str:
    """A document without its code, comments, links' targets and what it quotes."""
    text = re.sub(r"^```.*?^```$|<!--.*?-->", "", text, flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"`[^`\n]*`|\]\([^)]*\)|“[^”]*”", "", text)


def links_of(page: Path) -> list[str]:
    """Where a page leads within the project."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    found = (link or picture for link, picture in _LINK.findall(re.sub(r"`[^`\n]*`", "`…`", text)))
    return [link for link in found if "://" not in link]


def anchors_of(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    found: dict[str, int] = {}
    for heading in re.findall(r"^#{1,6} (.+)$", text, re.MULTILINE):
        shown = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
        kept = "".join(one for one in shown if unicodedata.category(one)[0] in "LMN" or one in " -_")
        slug = kept.replace(" ", "-")
        found[slug] = found.get(slug, -1) + 1
        if found[slug]:
            found[f"{slug}-{found[slug]}"] = 0
    return set(found)


def contents(folder: Path) -> dict[str, bytes]:
    """What each file of a folder and those below it holds."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
