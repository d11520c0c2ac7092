"""Every regular expression of the program, the methods that each is asked by, and the texts that make one slow.

Nothing is listed by hand: modules are looked through, and what is compiled within a function is read from its source.
So a pattern that is added later is in the list too, and one that cannot be read is an error, not a gap.
"""

import ast
import importlib.util
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any, NamedTuple

import saraban_check
from saraban_check.intake import lost_thai
from saraban_check.model.lazy_pattern import _LazyPattern
from saraban_check.reference.tables import rows
from saraban_check.reference.words import words

SEARCHING = frozenset({"search", "split", "findall", "finditer", "sub", "subn"})
"""These try every place of a text, one after the other."""
METHODS = SEARCHING | {"match", "fullmatch"}

NOT_IMPORTED = {"saraban_check.__main__"}
"""It is the command's entry, and holds no pattern: the test sees to that by its source."""

Patterns = list[re.Pattern[Any]]


class Used(NamedTuple):
    """A pattern, where it is made, and the methods that it is asked by; all of them where that is not known."""

    where: str
    pattern: re.Pattern[Any]
    methods: frozenset[str]


class Source(NamedTuple):
    """A module of the program with its syntax tree."""

    name: str
    module: ModuleType | None
    tree: ast.Module


@cache
def sources() -> tuple[Source, ...]:
    """All modules of the package, imported."""
    found = pkgutil.walk_packages(saraban_check.__path__, "saraban_check.")
    names = ["saraban_check", *(info.name for info in found)]
    return tuple(_source(name) for name in names)


def _source(name: str) -> Source:
    spec = importlib.util.find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    module = None if name in NOT_IMPORTED else importlib.import_module(name)
    return Source(name, module, ast.parse(Path(spec.origin).read_text(encoding="utf-8")))


@cache
def all_patterns() -> list[Used]:
    """Each pattern once for each place that makes it."""
    return [used for source in sources() for used in _of_module(source)]


def _word_lists() -> Patterns:
    names = sorted({row["list"] for row in rows("cell_words")})
    return [pattern for name in names if (pattern := words(name)._inside) is not None]


def _found_elsewhere() -> Patterns:
    """What `lazy_pattern` compiles is found where it is called."""
    return []


MADE_BY_A_TABLE: dict[str, Callable[[], Iterable[re.Pattern[Any]]]] = {
    "saraban_check.model.lazy_pattern": _found_elsewhere,
    "saraban_check.reference.words": _word_lists,
    "saraban_check.intake.lost_thai": lambda: list(lost_thai._CODE_PAGES.values()),
}
"""What is made of data within an object: who makes it here."""


def _of_module(source: Source) -> Iterator[Used]:
    for call, holders in _calls(source.tree):
        where = f"{source.name}:{call.lineno}"
        function = next((node for node in reversed(holders) if isinstance(node, ast.FunctionDef)), None)
        assert source.module is not None, f"{where}: a module that is not imported makes a pattern"
        name = getattr(call.func, "attr", "compile")
        if name in METHODS:  # re.sub("…", …)
            yield Used(where, _read(call, source.module), frozenset({name}))
        elif function is None:
            yield from _of_names(source, where, holders)
        elif not function.args.args and hasattr(source.module, function.name):
            made = getattr(source.module, function.name)()
            for pattern, method in _held(made):
                yield Used(where, pattern, method or _asked(source, function.name))
        elif source.name in MADE_BY_A_TABLE:
            for pattern in MADE_BY_A_TABLE[source.name]():
                yield Used(where, pattern, METHODS)
        else:
            yield Used(where, _read(call, source.module), METHODS)


def _calls(tree: ast.Module) -> Iterator[tuple[ast.Call, list[ast.AST]]]:
    """Each call of `re.…` and of `lazy_pattern`, and what it stands in, the outermost first."""

    def walk(node: ast.AST, holders: list[ast.AST]) -> Iterator[tuple[ast.Call, list[ast.AST]]]:
        if isinstance(node, ast.Call) and (_is_lazy(node.func) or _is_re(node.func)) and not _is_escape(node.func):
            yield node, holders
        for child in ast.iter_child_nodes(node):
            yield from walk(child, [*holders, node])

    return walk(tree, [])


def _is_re(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "re"


def _is_escape(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "escape"


def _is_lazy(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == "lazy_pattern"


def _of_names(source: Source, where: str, holders: list[ast.AST]) -> Iterator[Used]:
    """The patterns under the names that a statement of the module gives: `_A = re.compile(…)`, in a tuple or a dict."""
    statement = next(node for node in holders if isinstance(node, ast.Assign | ast.AnnAssign))
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    names = [node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)]
    found = [(name, *held) for name in names for held in _held(getattr(source.module, name))]
    assert found, f"{where}: no pattern under {names}"
    for name, pattern, method in found:
        yield Used(f"{source.name}.{name}", pattern, method or _asked(source, name))


def _held(value: object) -> list[tuple[re.Pattern[Any], frozenset[str]]]:
    """The patterns in a value, with the method of one that is bound: `re.compile(…).fullmatch`."""
    if isinstance(value, _LazyPattern):
        return [(value.scanner.__self__, frozenset())]
    if isinstance(value, re.Pattern):
        return [(value, frozenset())]
    if inspect.isbuiltin(value) and isinstance(value.__self__, re.Pattern):
        return [(value.__self__, frozenset({value.__name__}))]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list) else ()
    return [held for one in inner for held in _held(one)]


def _asked(made_in: Source, name: str) -> frozenset[str]:
    """The methods by which a pattern of this name is asked, in its own module and in those that import it."""
    asked: set[str] = set()
    for source in sources():
        if source is made_in or (source.module and getattr(source.module, name, None) is getattr(made_in.module, name)):
            methods = _asked_in(source.tree, name)
            if methods is None:
                return METHODS
            asked |= methods
    return frozenset(asked) or METHODS


def _asked_in(tree: ast.Module, name: str) -> set[str] | None:
    """None where it is handed on: then anybody may ask it anything."""
    uses = [n for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Load)]
    above = {id(child): node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    methods: set[str] = set()
    for use in uses:
        outer = above[id(use)]
        if isinstance(outer, ast.Call) and outer.func is use:
            outer = above[id(outer)]
        if not isinstance(outer, ast.Attribute):
            return None
        if outer.attr in METHODS:
            methods.add(outer.attr)
        elif outer.attr != "pattern":
            return None
    return methods


_ANY_WORD = "กa-1"


def _read(call: ast.Call, module: ModuleType) -> re.Pattern[Any]:
    """A pattern that a function makes; where it puts in a word of its own, any word stands for it."""
    flags = [node for node in ast.walk(call) if isinstance(node, ast.Attribute) and node.attr.isupper()]
    value = sum(int(getattr(re, node.attr)) for node in flags)
    return re.compile(_text(call.args[0], module), value)


def _text(node: ast.expr, module: ModuleType) -> Any:
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part, module) for part in node.values)
    if isinstance(node, ast.BinOp):
        return _text(node.left, module) + _text(node.right, module)
    if isinstance(node, ast.Call) and _is_re(node.func):
        return re.escape(_ANY_WORD)
    inner = node.value if isinstance(node, ast.FormattedValue) else node
    try:
        known = eval(compile(ast.Expression(inner), "<pattern>", "eval"), vars(module))
    except NameError:
        assert isinstance(node, ast.FormattedValue), f"{module.__name__}:{inner.lineno}: what is this pattern?"
        return re.escape(_ANY_WORD)
    return known


# The texts that make a pattern slow. A repeat is tried with what it repeats, long, behind what comes before it in the
# pattern, and before something that cannot follow.

RUNS = (
    *(
        " ",
        "\t",
        "\n",
        ".",
        "0",
        "๐",
        "a",
        "A",
        "w",
        "ก",
        "เ",
        "่",
        "ำ",
        "@",
        "-",
        "_",
        "<",
        "(",
        "[",
        "/",
        ":",
        '"',
        "…",
    ),
    *("กา", "a.", "a ", "- ", " .", "0-", "@.", " @", "ก่", ".\n", " \n", "<a", "a@", "()", '""', "0 ", "ก.", "http:"),
)
_END = "\1"
"""What few patterns take, so that a long run is gone through in vain."""
_REFUSED = "@"
"""What ends a word of most patterns, so that one that takes nearly everything is refused at the end too."""
_CHARACTERS = " \ta.0-_กา่@/:<\"'(x…\n๐AwNก!=#\r\0,;é"
_MANY = 30
"""A repeat of fewer can do no harm."""


def hostile_texts(pattern: str | bytes, flags: int, length: int) -> Iterator[str]:
    """Texts of this length, each once."""
    seen: set[str] = set()
    parsed = _parser.parse(pattern, flags & ~re.DEBUG)
    for before, run in [*(("", run) for run in RUNS), *_attacks(parsed)]:
        for text in _spelled(before, run, length):
            if text not in seen:
                seen.add(text)
                yield text


def _spelled(before: str, run: str, length: int) -> Iterator[str]:
    times = max(1, length // len(run))
    yield before + run * times + _END
    if before:
        yield before + run * times
        both = (before + run) * (length // len(before + run) or 1)
        yield both
        yield both + _REFUSED


def _attacks(parsed: Any) -> Iterator[tuple[str, str]]:
    """What comes before each repeat, and what it repeats."""
    whole = _example(parsed)
    if whole:
        yield "", whole
        yield whole, whole
    yield from _within(parsed, "")


def _within(parsed: Any, before: str) -> Iterator[tuple[str, str]]:
    for code, value in parsed:
        for inner in _insides(code, value):
            yield from _within(inner, before)
        if code in _REPEATS and value[1] >= _MANY:
            for run in _runs_of(value[2]):
                yield before, run
        before += _example([(code, value)])


_REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, getattr(op, "POSSESSIVE_REPEAT", None)}


def _insides(code: Any, value: Any) -> Iterable[Any]:
    if code in _REPEATS:
        return [value[2]]
    if code is op.SUBPATTERN:
        return [value[3]]
    if code is op.BRANCH:
        return list(value[1])
    if code in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    if code is getattr(op, "ATOMIC_GROUP", None):
        return [value]
    return []


def _runs_of(body: Any) -> list[str]:
    if len(body) == 1 and (characters := _characters(body[0])) is not None:
        return characters[:4]
    runs = [_example(body)]
    if len(body) == 1 and body[0][0] in (op.SUBPATTERN, op.BRANCH):
        inner = body[0][1][3] if body[0][0] is op.SUBPATTERN else body
        if len(inner) == 1 and inner[0][0] is op.BRANCH:
            runs += [_example(branch) for branch in inner[0][1][1]]
    return [run for run in dict.fromkeys(runs) if run]


def _characters(node: Any) -> list[str] | None:
    """The characters that one place of a pattern takes, of those that are tried; None where it is no such place."""
    code, value = node
    if code not in (op.IN, op.LITERAL, op.NOT_LITERAL, op.ANY):
        return None
    state = _parser.State()
    state.str = ""
    from re import _compiler  # type: ignore[attr-defined]

    one = _compiler.compile(_parser.SubPattern(state, [node]), re.DOTALL)
    found = [char for char in _CHARACTERS if one.fullmatch(char)]
    if code is op.LITERAL:
        return [chr(value)]
    if not found:
        found = [chr(v if c is op.LITERAL else v[0]) for c, v in value if c in (op.LITERAL, op.RANGE)][:3]
    return found


def _example(parsed: Any) -> str:
    """A short text that the pattern takes, or nearly: what is only looked at counts for nothing."""
    text = ""
    for code, value in parsed:
        if (characters := _characters((code, value))) is not None:
            text += characters[0] if characters else ""
        elif code in _REPEATS:
            text += _example(value[2]) * max(value[0], 1 if value[1] else 0)
        elif code is op.SUBPATTERN:
            text += _example(value[3])
        elif code is op.BRANCH:
            text += _example(value[1][0])
        elif code is getattr(op, "ATOMIC_GROUP", None):
            text += _example(value)
    return text
