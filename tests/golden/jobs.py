"""The golden jobs: every command, format and language over the inputs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

LANGS = ("th", "en")
_REPORTS = ("json", "jsonl", "csv", "md", "concise", "github", "gitlab", "sarif", "junit")
_SUFFIXES = ("xlsx", "html", "csv", "json", "jsonl", "md", "sarif", "xml")
_ALL = [part for suffix in _SUFFIXES for part in ("-o", f"out/r.{suffix}")] + ["-o", "gitlab=out/gitlab.json"]
_DAY = ("--as-of", "2026-11-27")


class Job(NamedTuple):
    """Runs of the command, one after the other in the same folder."""

    name: str
    steps: Sequence[Sequence[str]]
    env: Mapping[str, str] = {}
    stdin: str = ""


def jobs() -> list[Job]:
    """All jobs, in order of their names. Raises AssertionError for a name that is there twice."""
    found = [*_classify(), *_ways_to_classify(), *_notice(), *_compare(), *_bounces(), *_fix(), *_draft()]
    found += [*_template(), *_registry(), *_explain(), *_address(), *_about(), *_refused()]
    names = [job.name for job in found]
    assert len(set(names)) == len(names), sorted({name for name in names if names.count(name) > 1})
    return sorted(found)


def _in_both(name: str, *args: str, stdin: str = "", env: Mapping[str, str] | None = None) -> Iterator[Job]:
    """The same in both languages."""
    for lang in LANGS:
        yield Job(f"{name}-{lang}", [[*args, "--lang", lang]], env or {}, stdin)


def _screens(name: str, *args: str) -> Iterator[Job]:
    """What the screen shows: narrow, wide and coloured."""
    yield from _in_both(f"{name}/screen-80", *args)
    yield Job(f"{name}/screen-120-en", [[*args, "--lang", "en"]], {"COLUMNS": "120"})
    yield Job(f"{name}/screen-colour-th", [[*args, "--lang", "th", "--color", "always"]], {"COLUMNS": "100"})


def _formats(name: str, formats: Sequence[str], *args: str) -> Iterator[Job]:
    for form in formats:
        yield from _in_both(f"{name}/{form}", *args, "--format", form)


def _made(name: str, *args: str) -> Iterator[Job]:
    """A folder for outputs is not made by the command: they are written beside the inputs."""
    yield from _in_both(name, *(arg.replace("out/", "out-") for arg in args))


def _classify() -> Iterator[Job]:
    for file in ("data/agencies.csv", "data/agencies.xlsx", "nation.csv", "nation.xlsx"):
        name = "classify/" + file.replace("/", "-")
        args = ("classify", file, "--no-registry")
        yield from _screens(name, *args)
        if file != "nation.xlsx":
            yield from _formats(name, _REPORTS, *args)
        yield from _made(f"{name}/files", *args, "-q", *_ALL)
    lists = ("rules", "verdicts", "repairs", "statuses", "websites", "hostile", "team", "semicolon", "empty", "nohead")
    for one in lists:
        args = ("classify", f"{one}.csv", "--no-registry")
        yield from _screens(f"classify/{one}", *args, "--limit", "100")
        yield from _formats(f"classify/{one}", ("json", "csv"), *args)
        yield from _made(f"classify/{one}/files", *args, *_ALL)
    for one in ("full", "english", "status", "form"):
        yield from _in_both(f"classify/aside-{one}/json", "classify", f"aside-{one}.csv", "--format", "json")
        yield from _in_both(f"classify/aside-{one}/screen", "classify", f"aside-{one}.csv")
    for form in ("concise", "github", "gitlab", "sarif", "junit", "md", "jsonl"):
        yield from _in_both(f"classify/hostile/{form}", "classify", "hostile.csv", "--no-registry", "--format", form)
    yield from _in_both("classify/messy/json", "classify", "nation-messy.xlsx", "--format", "json")
    yield from _in_both(
        "classify/cp874/json", "classify", "nation-cp874.csv", "--encoding", "cp874", "--format", "json"
    )
    yield from _in_both("classify/cp874/screen", "classify", "nation-cp874.csv")
    yield from _in_both("classify/stdin", "classify", "-", "--format", "json", stdin="data/agencies.xlsx")
    yield from _in_both("classify/stdin-csv", "classify", "-", stdin="team.csv")
    yield from _in_both("classify/notices-cases", "classify", "team.csv", "--notices", "notices")


_WAYS: dict[str, Sequence[str]] = {
    "by-province": ("nation.csv", "--by", "province"),
    "by-kind": ("nation.csv", "--by", "kind"),
    "by-group": ("nation.csv", "--by", "group"),
    "by-rule": ("nation.csv", "--by", "rule"),
    "only": ("nation.csv", "--only", "B,C", "--limit", "40"),
    "province": ("nation.csv", "--province", "นครพนม", "--limit", "50"),
    "province-unknown": ("nation.csv", "--province", "นครพน"),
    "limit-0": ("nation.csv", "--limit", "0"),
    "registry": ("nation.csv", "--registry", "registry-nation.csv"),
    "registry-half": ("nation.csv", "--registry", "registry-half.csv"),
    "registry-small": ("team.csv", "--registry", "registry.csv", "--limit", "20"),
    "upgrades": ("nation.csv", "--suggest-upgrades", "--registry", "registry-half.csv"),
    "upgrades-data": ("data/agencies.csv", "--suggest-upgrades", "--registry", "registry.csv"),
    "team": ("team.csv", "--config", "team.toml"),
    "team-nation": ("nation.csv", "--config", "team.toml"),
    "gate": ("team.csv", "--config", "gate.toml"),
    "assume-failed": ("team.csv", "--assume", "failed"),
    "assume-delivered": ("team.csv", "--assume", "delivered"),
    "bounces": ("data/agencies.csv", "--bounces", "data/bounces.mbox"),
    "bounces-two": ("team.csv", "--bounces", "mails", "--bounces", "mails.zip"),
    "notices": ("team.csv", "--notices", "beside", "--limit", "20"),
    "notices-two": ("team.csv", "--notices", "beside", "--notices", "documents", "--no-ocr"),
    "all": ("team.csv", "--notices", "beside", "--bounces", "mails", "--registry", "registry.csv"),
    "no-dns": ("team.csv", "--no-dns"),
    "table": ("team.csv", "--table", "groups.csv"),
    "table-replace": ("team.csv", "--table", "groups.csv", "--table-mode", "replace"),
    "sheet": ("book.xlsx", "--sheet", "รอบ2"),
    "sheet-number": ("book.xlsx", "--sheet", "1"),
    "sheet-hidden": ("book.xlsx", "--sheet", "ซ่อน"),
    "book": ("book.xlsx",),
    "map": ("team.csv", "--map", "address=เว็บไซต์"),
    "require": ("team.csv", "--require", "code,province"),
    "fail-on": ("team.csv", "--fail-on", "E,undetermined"),
    "fail-on-error": ("team.csv", "--fail-on", "error,B"),
    "fail-on-rule": ("team.csv", "--fail-on", "SB201"),
    "fail-on-outside": ("team.csv", "--fail-on", "outside,warning"),
    "follow-up": ("nation.csv", "--max-follow-up", "2%"),
    "follow-up-number": ("nation.csv", "--max-follow-up", "1000"),
    "expect-rows": ("team.csv", "--expect-rows", "7"),
    "expect-rows-wrong": ("team.csv", "--expect-rows", "99"),
    "quiet": ("team.csv", "-q"),
    "max": ("nation.csv", "--max", "rows=100"),
}


def _ways_to_classify() -> Iterator[Job]:
    for name, args in _WAYS.items():
        yield from _in_both(f"ways/{name}/screen", "classify", *args)
        yield from _in_both(f"ways/{name}/json", "classify", *args, "--format", "json")
    for name in (
        "registry",
        "team",
        "gate",
        "bounces",
        "all",
        "notices",
        "upgrades",
        "only",
        "table",
        "book",
        "by-kind",
    ):
        yield from _made(f"ways/{name}/files", "classify", *_WAYS[name], "-q", *_ALL)
    for name in ("by-province", "by-kind", "by-group", "by-rule", "fail-on", "upgrades"):
        for form in ("csv", "md", "github", "junit"):
            yield Job(f"ways/{name}/{form}", [["classify", *_WAYS[name], "--format", form]])
    for file in ("data/agencies.xlsx", "nation-messy.xlsx", "book.xlsx"):
        yield from _in_both(f"ways/mark/{file.replace('/', '-')}", "classify", file, "--mark", "out-marked.xlsx")
    yield from _in_both("ways/mark-csv", "classify", "team.csv", "--mark", "out-marked.xlsx")
    for file in ("data/agencies.csv", "team.csv"):
        name = file.replace("/", "-")
        yield from _in_both(f"ways/split/{name}", "classify", file, "--split", "province", "out-split")
        start = ["classify", file, "--baseline", "out-known.json", "--update-baseline"]
        again = ["classify", file, "--baseline", "out-known.json"]
        other = ["classify", "data/agencies.xlsx", "--baseline", "out-known.json", "--format", "github"]
        for lang in LANGS:
            steps = [[*step, "--lang", lang] for step in (start, again, other)]
            yield Job(f"ways/baseline/{name}-{lang}", steps)
            told = ["bounces", "data/bounces.mbox", "--for", file, "-o", "out-delivery.csv", "--lang", lang]
            use = ["classify", file, "--delivery", "out-delivery.csv", "--lang", lang]
            yield Job(f"ways/delivery/{name}-{lang}", [told, use, [*use, "--format", "json"]])
    yield Job("ways/github-actions", [["classify", "team.csv"]], {"GITHUB_ACTIONS": "true"})
    yield Job("ways/no-color", [["classify", "team.csv"]], {"NO_COLOR": "1"})
    yield Job("ways/lang-of-environment", [["classify", "team.csv"]], {"SARABAN_CHECK_LANG": "en"})


def _notice() -> Iterator[Job]:
    for name, args in {
        "cases": ("notices", *_DAY),
        "data": ("data/notice.docx", *_DAY),
        "documents": ("documents", "--no-ocr", *_DAY),
        "beside": ("beside", "--agency", "team.csv", *_DAY),
    }.items():
        yield from _screens(f"notice/{name}", "notice", *args)
        yield from _formats(f"notice/{name}", _REPORTS, "notice", *args)
        yield from _made(f"notice/{name}/files", "notice", *args, "-q", *_ALL)
    options: dict[str, Sequence[str]] = {
        "code": ("--code", "06480115"),
        "name": ("--name", "อบต.น้ำใสสมมติ", "--province", "นครพนม", "--amphoe", "เมืองนครพนม", "--kind", "sao"),
        "address": ("--address", "saraban_06480116@dla.go.th", "--website", "www.namsai-sommut.go.th"),
        "issued": ("--issued", "saraban_06480119@dla.go.th"),
        "upgraded": ("--upgraded", "2026-10-01"),
        "registry": ("--code", "06480191", "--registry", "registry.csv"),
        "fail-on": ("--fail-on", "warning"),
        "team": ("--config", "team.toml"),
        "limit": ("--limit", "0"),
        "list": ("--agency", "team.csv"),
        "code-bad": ("--code", "1"),
        "kind-bad": ("--kind", "x"),
    }
    for name, more in options.items():
        yield from _in_both(f"notice/option-{name}/screen", "notice", "beside/06480115.txt", *more, *_DAY)
        yield from _in_both(f"notice/option-{name}/json", "notice", "beside", *more, *_DAY, "--format", "json")
    yield from _in_both("notice/stdin", "notice", "-", *_DAY, stdin="documents/06480115.docx")
    for one in ("06480115.docx", "page.html", "plain-cp874.txt", "latin.pdf", "broken.pdf", "broken.docx", "empty.txt"):
        yield from _in_both(f"notice/one-{one}", "notice", f"documents/{one}", "--no-ocr", *_DAY)


def _compare() -> Iterator[Job]:
    out = [part for suffix in ("xlsx", "html", "json", "md", "csv") for part in ("-o", f"out/c.{suffix}")]
    pairs = {
        "nation": ("nation.xlsx", "nation-next.xlsx"),
        "nation-csv": ("nation.csv", "nation-next.csv"),
        "team": ("team.csv", "data/agencies.csv"),
        "same": ("data/agencies.csv", "data/agencies.xlsx"),
    }
    for name, pair in pairs.items():
        yield from _screens(f"compare/{name}", "compare", *pair)
        yield from _formats(f"compare/{name}", ("json", "md", "csv"), "compare", *pair)
        yield from _made(f"compare/{name}/files", "compare", *pair, "-q", *out)
    ways: dict[str, Sequence[str]] = {
        "fail-on": ("team.csv", "semicolon.csv", "--fail-on", "worsened,gone"),
        "fail-on-gone": ("nation.csv", "nation-next.csv", "--fail-on", "gone"),
        "bounces": ("team.csv", "team.csv", "--bounces", "mails"),
        "registry": ("team.csv", "team.csv", "--registry", "registry.csv"),
        "sheets": ("book.xlsx", "book.xlsx", "--old-sheet", "รอบ1", "--sheet", "รอบ2"),
        "limit": ("nation.csv", "nation-next.csv", "--limit", "3"),
        "config": ("team.csv", "data/agencies.csv", "--config", "team.toml"),
        "assume": ("team.csv", "data/agencies.csv", "--assume", "failed"),
        "table": ("team.csv", "data/agencies.csv", "--table", "groups.csv"),
        "bad-condition": ("team.csv", "team.csv", "--fail-on", "unchanged"),
        "bad-file": ("team.csv", "none.csv"),
        "bad-twice": ("-", "-"),
    }
    for name, args in ways.items():
        yield from _in_both(f"compare/{name}", "compare", *args)
    for lang in LANGS:
        first = ["classify", "team.csv", "-o", "out-old.json", "--lang", lang]
        yield Job(f"compare/result-{lang}", [first, ["compare", "out-old.json", "data/agencies.csv", "--lang", lang]])


def _bounces() -> Iterator[Job]:
    sources: dict[str, Sequence[str]] = {
        "data": ("data/bounces.mbox",),
        "data-for": ("data/bounces.mbox", "--for", "data/agencies.csv"),
        "data-sent-all": ("data/bounces.mbox", "--for", "data/agencies.xlsx", "--sent-all"),
        "cases": ("mails",),
        "cases-for": ("mails", "mails.zip", "--for", "team.csv"),
        "since": ("mails", "--since", "1/11/2569"),
    }
    for name, args in sources.items():
        yield from _screens(f"bounces/{name}", "bounces", *args)
        yield from _formats(f"bounces/{name}", ("json", "csv"), "bounces", *args)
        yield from _made(f"bounces/{name}/files", "bounces", *args, "-o", "out/d.csv", "-o", "out/d.json")
    yield from _in_both("bounces/stdin", "bounces", "-", stdin="data/bounces.mbox")
    yield from _in_both("bounces/none", "bounces", "none.mbox")
    yield from _in_both("bounces/list", "bounces", "team.csv")
    yield from _in_both("bounces/since-bad", "bounces", "mails", "--since", "x")
    yield from _in_both("bounces/sent-all-alone", "bounces", "mails", "--sent-all")


def _fix() -> Iterator[Job]:
    for file in (
        "data/agencies.csv",
        "data/agencies.xlsx",
        "nation-messy.xlsx",
        "repairs.csv",
        "team.csv",
        "book.xlsx",
    ):
        name, suffix = file.replace("/", "-"), file.rpartition(".")[2]
        yield from _screens(f"fix/{name}/dry", "fix", file, "--dry-run", "--no-registry")
        yield from _in_both(f"fix/{name}/json", "fix", file, "--dry-run", "--format", "json", "--no-registry")
        yield from _in_both(f"fix/{name}/copy", "fix", file, "-o", f"out-new.{suffix}", "--no-registry")
        yield from _in_both(f"fix/{name}/unsafe", "fix", file, "-o", f"out-new.{suffix}", "--unsafe", "--no-registry")
    for name, args in {
        "csv-to-xlsx": ("team.csv", "-o", "out-new.xlsx"),
        "registry": ("nation.csv", "--dry-run", "--unsafe", "--registry", "registry-nation.csv"),
        "same-file": ("team.csv", "-o", "team.csv"),
        "no-output": ("team.csv",),
        "xlsx-to-csv": ("book.xlsx", "-o", "out-new.csv"),
        "hostile": ("hostile.csv", "--dry-run"),
        "limit": ("repairs.csv", "--dry-run", "--limit", "2"),
        "semicolon": ("semicolon.csv", "-o", "out-new.csv", "--unsafe"),
    }.items():
        yield from _in_both(f"fix/{name}", "fix", *args)


_DRAFT = (
    *("--name", "อบต.วังทองสมมติ", "--address", "saraban@wang-thong.go.th", "--website", "www.wang-thong.go.th"),
    *("--phone", "0-3677-6543", "--date", "11/1/2569"),
)


def _draft() -> Iterator[Job]:
    for name, args in {
        "whole": _DRAFT,
        "json": (*_DRAFT, "--format", "json"),
        "files": (*_DRAFT, "-o", "out-n.docx", "-o", "out-n.txt"),
        "blank": ("--name", "อบต.วังทองสมมติ", "-o", "out-n.docx"),
        "little": ("--name", "ทต. สวนจำลอง", "--date", "2026-01-11"),
        "wrong-address": ("--name", "อบต.วังทองสมมติ", "--address", "wang@gmail.com"),
        "wrong-website": ("--name", "อบต.วังทองสมมติ", "--website", "https://www.facebook.com/wang"),
        "wrong-date": ("--name", "อบต.วังทองสมมติ", "--date", "2999-01-01"),
        "wrong-phone": ("--name", "อบต.วังทองสมมติ", "--phone", "x"),
        "nothing": (),
        "from": ("--from", "data/agencies.xlsx", "-o", "out-d", "--date", "11/1/2569"),
        "from-only": ("--from", "team.csv", "-o", "out-d", "--only", "B,C"),
        "from-json": ("--from", "team.csv", "-o", "out-d", "--format", "json"),
        "from-hostile": ("--from", "hostile.csv", "-o", "out-d"),
        "from-none": ("--from", "none.csv", "-o", "out-d"),
        "from-no-folder": ("--from", "team.csv"),
    }.items():
        yield from _in_both(f"draft/{name}", "draft", "notice", *args)


def _template() -> Iterator[Job]:
    for name, args in {
        "empty": ("-o", "out-t.xlsx"),
        "province": ("-o", "out-t.xlsx", "--province", "นครพนม", "--registry", "registry.csv"),
        "province-nation": ("-o", "out-t.xlsx", "--province", "นครพนม", "--registry", "registry-nation.csv"),
        "no-registry": ("-o", "out-t.xlsx", "--province", "นครพนม"),
        "unknown": ("-o", "out-t.xlsx", "--province", "x", "--registry", "registry.csv"),
        "there": ("-o", "book.xlsx"),
        "suffix": ("-o", "out-t.csv"),
        "nothing": (),
    }.items():
        yield from _in_both(f"template/{name}", "template", *args)


def _registry() -> Iterator[Job]:
    where, day = ("--registry", "out-r.bin"), ("--as-of", "30/6/2569")
    for lang in LANGS:
        said = ("--lang", lang)
        small = ["registry", "import", "registry.csv", *day, *where, *said]
        status = ["registry", "status", *where, *said]
        whole = ["registry", "import", "registry-nation.csv", *day, *where, *said]
        half = ["registry", "import", "registry-half.csv", *day, *where, *said]
        js = ["--format", "json"]
        yield Job(f"registry/import-{lang}", [small, status, [*status, *js]])
        yield Job(f"registry/change-{lang}", [whole, half, [*half, "--force"], status, [*status, *js]])
        yield Job(f"registry/grow-{lang}", [half, [*whole, *js], status])
        yield Job(
            f"registry/own-{lang}",
            [
                ["registry", "import", "registry.csv", *day, *said],
                ["registry", "status", *said],
                ["classify", "team.csv", *said],
                ["explain", "team.csv", "2", *said],
            ],
        )
    for at, wanted in enumerate(
        ("06480191", "6480191", "อบต.หนึ่งสมมติ", "อบต.หนึ่งสมมติ จ.นครพนม", "สมมติ", "x", "99999999", "อบต.ท่าสมมติ")
    ):
        yield from _in_both(f"registry/show-{at}", "registry", "show", wanted, "--registry", "registry.csv")
        asked = ("registry", "show", wanted, "--registry", "registry.csv", "--format", "json")
        yield from _in_both(f"registry/show-{at}-json", *asked)
    for name, args in {
        "none": ("status",),
        "none-show": ("show", "06480191"),
        "bad-list": ("import", "notalist.csv", *where),
        "bad-day": ("import", "registry.csv", "--as-of", "x", *where),
        "no-day": ("import", "registry.csv", *where),
        "not-there": ("import", "none.csv", *where),
        "bad-book": ("import", "notabook.xlsx", *where),
        "list": ("import", "data/agencies.csv", *day, *where),
    }.items():
        yield from _in_both(f"registry/{name}", "registry", *args)


RULES = tuple(
    f"SB{number}"
    for first, last in (
        (101, 105),
        (201, 207),
        (301, 307),
        (401, 408),
        (501, 538),
        (601, 604),
        (701, 702),
        (801, 802),
        (901, 906),
    )
    for number in range(first, last + 1)
)
GROUPS = ("A1", "A2", "B1", "B2", "B3", "C", "D1", "D2", "D3", "E", "W", "A", "B")


def _explain() -> Iterator[Job]:
    for lang in LANGS:
        for first in range(0, len(RULES), 10):
            steps = [["explain", rule, "--lang", lang] for rule in RULES[first : first + 10]]
            yield Job(f"explain/rules-{first:02}-{lang}", steps)
        yield Job(f"explain/groups-{lang}", [["explain", group, "--lang", lang] for group in GROUPS])
        for file, rows in {
            "data/agencies.xlsx": range(4, 40, 2),
            "team.csv": range(1, 12),
            "rules.csv": range(2, 200, 9),
        }.items():
            steps = [["explain", file, str(row), "--lang", lang] for row in rows]
            yield Job(f"explain/{file.replace('/', '-')}-{lang}", steps)
    for name, args in {
        "name": ("domain-mistyped",),
        "small-letters": ("sb402",),
        "unknown": ("SB999",),
        "no-row": ("team.csv",),
        "row-bad": ("team.csv", "x"),
        "registry": ("team.csv", "5", "--registry", "registry.csv"),
        "notices": ("team.csv", "4", "--notices", "beside"),
        "bounces": ("team.csv", "5", "--bounces", "mails"),
        "assume": ("team.csv", "6", "--assume", "failed"),
        "table": ("A3", "--table", "groups.csv"),
        "config": ("team.csv", "6", "--config", "team.toml"),
        "colour": ("team.csv", "6", "--color", "always"),
        "rule-colour": ("SB402", "--color", "always"),
    }.items():
        yield from _in_both(f"explain/{name}", "explain", *args)


def _address() -> Iterator[Job]:
    options: dict[str, Sequence[str]] = {
        "right": ("saraban_06480115@dla.go.th",),
        "wrong": ("saraban_06480115@dia.go.th",),
        "two": ("saraban@songkhcity.go.th", "sarabun@songkhcity.go.th", "x@gmail.com", "", "ก@ข"),
        "website": ("saraban@songkhcity.go.th", "--website", "www.songkhcity.go.th"),
        "code": ("saraban_06480116@dla.go.th", "--code", "06480115"),
        "record": (
            "saraban@a.go.th",
            "--name",
            "อบต.ท่าข้าม",
            "--kind",
            "sao",
            "--province",
            "สงขลา",
            "--amphoe",
            "หาดใหญ่",
        ),
        "issued": ("saraban@donkhueang.go.th", "--issued", "saraban_05471201@dla.go.th"),
        "registry": ("saraban_06480192@dla.go.th", "--name", "อบต.หนึ่งสมมติ", "--registry", "registry.csv"),
        "config": ("saraban@x.in.th", "a@song.com", "--config", "team.toml"),
        "bad-code": ("a@b.go.th", "--code", "1"),
        "bad-kind": ("a@b.go.th", "--kind", "x"),
        "bad-province": ("a@b.go.th", "--province", "x"),
        "hostile": ("\x1b[31m\u2028::error::x@a", "[red]<b>|`*_"),
    }
    for name, args in options.items():
        yield from _in_both(f"address/{name}/screen", "address", *args)
        yield from _in_both(f"address/{name}/json", "address", *args, "--format", "json")
    for file in ("data/addresses.csv", "addresses.txt", "nothing.csv"):
        yield from _in_both(f"address/stdin-{file.replace('/', '-')}", "address", "-", stdin=file)
        yield from _in_both(
            f"address/stdin-{file.replace('/', '-')}-json", "address", "-", "--format", "json", stdin=file
        )
    yield from _in_both("address/colour", "address", "sarabun@a.go.th", "x@gmail.com", "--color", "always")


_COMMANDS = ("", "classify", "address", "compare", "fix", "bounces", "notice", "explain", "template", "rules", "config")
_DEEPER = ("draft", "draft notice", "registry", "registry import", "registry show", "registry status")


def _about() -> Iterator[Job]:
    for lang in LANGS:
        steps = [[*command.split(), "--help"] for command in (*_COMMANDS, *_DEEPER)]
        for width in ("80", "120"):
            yield Job(f"about/help-{width}-{lang}", steps, {"SARABAN_CHECK_LANG": lang, "COLUMNS": width})
        bare = [command.split() for command in (*_COMMANDS, *_DEEPER)]
        yield Job(f"about/bare-{lang}", bare, {"SARABAN_CHECK_LANG": lang})
        wrong = [[*command.split(), "--wrong"] for command in (*_COMMANDS, *_DEEPER)]
        yield Job(f"about/wrong-{lang}", wrong, {"SARABAN_CHECK_LANG": lang})
    yield from _screens("about/rules", "rules")
    yield from _formats("about/rules", ("json", "md"), "rules")
    yield from _screens("about/config", "config")
    yield from _formats("about/config", ("json",), "config")
    for file in ("team.toml", "gate.toml"):
        yield from _screens(f"about/config-{file}", "config", "--config", file)
        yield from _formats(f"about/config-{file}", ("json",), "config", "--config", file)
    yield Job("about/version", [["--version"]])
    yield Job("about/config-environment", [["config"]], {"SARABAN_CHECK_LIMIT": "7", "SARABAN_CHECK_DNS": "true"})
    yield Job("about/config-environment-bad", [["config"]], {"SARABAN_CHECK_LIMIT": "x", "SARABAN_CHECK_LANG": "en"})
    yield Job("about/language-bad", [["rules"]], {"SARABAN_CHECK_LANG": "fr"})


def _refused() -> Iterator[Job]:
    for name, args in {
        "not-there": ("none.csv",),
        "nothing": ("nothing.csv",),
        "not-a-list": ("notalist.csv",),
        "not-a-book": ("notabook.xlsx",),
        "folder": ("data",),
        "document": ("data/notice.docx",),
        "mail": ("data/bounces.mbox",),
        "format": ("team.csv", "--format", "yaml"),
        "suffix": ("team.csv", "-o", "a.pdf"),
        "over-input": ("team.csv", "-o", "team.csv"),
        "same-output": ("team.csv", "-o", "a.csv", "-o", "a.csv"),
        "no-folder": ("team.csv", "-o", "none/a.csv"),
        "only": ("team.csv", "--only", "Z"),
        "by": ("team.csv", "--by", "x"),
        "limit": ("team.csv", "--limit", "x"),
        "fail-on": ("team.csv", "--fail-on", "x"),
        "follow-up": ("team.csv", "--max-follow-up", "x"),
        "expect": ("team.csv", "--expect-rows", "x"),
        "assume": ("team.csv", "--assume", "x"),
        "delivery": ("team.csv", "--delivery", "notalist.csv"),
        "bounces": ("team.csv", "--bounces", "none"),
        "notices": ("team.csv", "--notices", "none"),
        "table": ("team.csv", "--table", "badgroups.csv"),
        "table-mode": ("team.csv", "--table", "groups.csv", "--table-mode", "x"),
        "registry": ("team.csv", "--registry", "none.csv"),
        "registry-list": ("team.csv", "--registry", "notalist.csv"),
        "sheet": ("book.xlsx", "--sheet", "x"),
        "sheet-csv": ("team.csv", "--sheet", "x"),
        "map": ("team.csv", "--map", "x"),
        "map-field": ("team.csv", "--map", "adress=เว็บไซต์"),
        "map-heading": ("team.csv", "--map", "address=ไม่มี"),
        "require": ("team.csv", "--require", "delivry"),
        "require-lacking": ("data/addresses.csv", "--require", "posted"),
        "encoding": ("team.csv", "--encoding", "x"),
        "encoding-wrong": ("team.csv", "--encoding", "ascii"),
        "max": ("team.csv", "--max", "x=1"),
        "max-number": ("team.csv", "--max", "file-mb=x"),
        "config": ("team.csv", "--config", "none.toml"),
        "baseline": ("team.csv", "--baseline", "none.json"),
        "baseline-bad": ("team.csv", "--baseline", "team.toml"),
        "update-alone": ("team.csv", "--update-baseline"),
        "mark-suffix": ("book.xlsx", "--mark", "a.csv"),
        "mark-itself": ("book.xlsx", "--mark", "book.xlsx"),
        "split": ("team.csv", "--split", "kind", "out-split"),
        "resolver": ("team.csv", "--dns", "--resolver", "x y"),
        "timeout": ("team.csv", "--timeout", "0"),
        "color": ("team.csv", "--color", "x"),
        "lang": ("team.csv", "--lang", "fr"),
        "two-files": ("team.csv", "team.csv"),
    }.items():
        for lang in LANGS:
            yield Job(f"refused/{name}-{lang}", [["classify", *args]], {"SARABAN_CHECK_LANG": lang})
    for lang in LANGS:
        for first in range(0, 60, 20):
            steps = [["config", "--config", f"bad/{at:03}.toml", "--lang", lang] for at in range(first, first + 20)]
            yield Job(f"refused/settings-{first:02}-{lang}", steps)
        for one in ("unknown", "syntax"):
            yield Job(
                f"refused/settings-{one}-{lang}",
                [["classify", "team.csv", "--config", f"bad/{one}.toml", "--lang", lang]],
            )
