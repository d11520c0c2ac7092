"""Ways to divide a list: by province, kind, group, rule, form, provider, or by what stands in any column of it.

A cross-section says of an agency which value it has. `--by` counts the values, `--split` writes a file for each,
`--where` narrows the list to some (decisions: Rounds).
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from ..address.characters import THAI_DIGITS
from ..address.shape import Zone, read_shape
from ..grouping.table import GroupTable, published_table
from ..intake.cells import as_text
from ..model.agency_result import AgencyResult, Judged
from ..model.outcome_names import OUTCOME_NAMES
from ..model.policy import PUBLISHED, Domains
from ..model.record import ProblemKind
from ..model.text import Text
from ..model.verdict import Form
from ..reference.domains import providers
from ..reference.folding import marks_in_order, one_spelling, without_unseen
from ..reference.kinds import find_kind, kinds
from ..reference.places import find_province, provinces

_SHOWN = 200
COLUMN = "column"


class Value(NamedTuple):
    """What an agency has in a cross-section: a key for comparing, blank where there is none, and how it is shown."""

    key: str
    name: Text


class CrossSection(NamedTuple):
    """One way to divide a list.

    `key` is its word on the command line (`column`: any column of the list), `name` how it is called or the heading.
    `of` gives the values of an agency: one, but by rule one for each finding. `order` are the keys in their order,
    where they have one. `column` is the index of the column.
    """

    key: str
    name: Text
    of: Callable[[Judged], tuple[Value, ...]]
    order: tuple[str, ...] = ()
    column: int | None = None

    def one_of(self, agency: AgencyResult) -> Value:
        """The one value by which an agency is filed: by rule that of its main finding."""
        if self.key != "rule":
            return self.of(agency)[0]
        main = agency.main_finding
        return NO_RULE if main is None else Value(main.finding.code, main.finding.rule.title)

    def keys_of(self, text: str) -> frozenset[str]:
        """The keys of the values that a user names, as they are shown or by their keys; a letter is all its groups."""
        folded, key = fold(text), text.strip().upper()
        if self.key == COLUMN:
            return frozenset(["" if folded in _BLANKS else folded])
        if self.key == "province" and (province := find_province(text)) is not None:
            return frozenset([province.code])
        if self.key == "kind" and (kind := find_kind(text)) is not None:
            return frozenset([kind.key])
        if self.key == "group" and (groups := [group for group in self.order if group[:1] == key]):
            return frozenset(groups)
        keys = {fold(one): one for one in self.order}
        return frozenset([keys.get(folded) or _said().get((self.key, folded), key if self.key == "rule" else folded)])


BLANK = Value("", Text("(ว่าง)", "(blank)"))
UNKNOWN = Value("", Text("ไม่ทราบ", "unknown"))
NO_RULE = Value("", Text("ไม่มีข้อผิดพลาดและข้อควรระวัง", "no error and no warning"))
_NO_FORM = Value("", Text("ไม่ใช่ทั้งสามรูปแบบ", "none of the three forms"))
_FORMS = {
    Form.DLA: Value("dla", Text("รูปแบบของ สถ.", "DLA's form")),
    Form.LGO: Value("lgo", Text("รูปแบบของ สพร.", "DGA's form")),
    Form.OWN_DOMAIN: Value("own_domain", Text("โดเมนของหน่วยงาน", "own domain")),
}
_PROVIDERS = {
    Zone.DLA: Value("dla", Text("สถ. (dla.go.th)", "DLA (dla.go.th)")),
    Zone.LGO: Value("lgo", Text("สพร. (lgo.mail.go.th)", "DGA (lgo.mail.go.th)")),
    Zone.PROVIDER: Value("lgo", Text("สพร. (lgo.mail.go.th)", "DGA (lgo.mail.go.th)")),
    Zone.OWN: Value("own", Text("โดเมนของหน่วยงาน", "own domain")),
}
_OTHER_PROVIDER = Value("other", Text("โดเมนอื่น หรือพิมพ์โดเมนผิด", "another domain, or a mistyped one"))
_NO_PROVIDER = Value("", Text("ไม่มีที่อยู่ หรืออ่านไม่ได้", "no address, or an unreadable one"))


def fold(text: str) -> str:
    """A value for comparing: without spaces, case, what is invisible, and the difference between digits."""
    return marks_in_order(one_spelling(without_unseen(text))).translate(THAI_DIGITS)


@lru_cache(maxsize=1)
def _said() -> dict[tuple[str, str], str]:
    """The keys of what a user may call the values of each word, by the folded text."""
    blanks = {"province": UNKNOWN, "kind": UNKNOWN, "form": _NO_FORM, "provider": _NO_PROVIDER}
    named = list(blanks.items())
    named += [("form", value) for value in _FORMS.values()]
    named += [("provider", value) for value in (*_PROVIDERS.values(), _OTHER_PROVIDER)]
    named += [("group", Value(key, name)) for key, name in OUTCOME_NAMES.items()]
    found = {(word, fold(text)): value.key for word, value in named for text in value.name}
    for provider in providers().values():
        if provider.form is not None:
            found |= {("provider", fold(text)): provider.form.value for text in (provider.domain, provider.short)}
            found["form", fold(provider.short)] = provider.form.value
    return found | {("province", fold("ไม่ทราบจังหวัด")): ""}


def _province() -> Callable[[Judged], tuple[Value, ...]]:
    known = {code: (Value(code, province.name),) for code, province in provinces().items()}

    def of(agency: Judged) -> tuple[Value, ...]:
        province = agency.record.province
        return (UNKNOWN,) if province is None else known[province.code]

    return of


def _kind(agency: Judged) -> tuple[Value, ...]:
    kind = agency.record.kind
    return (UNKNOWN if kind is None else Value(kind.key, kind.name),)


def _group(agency: Judged) -> tuple[Value, ...]:
    group = agency.outcome.group
    return (Value(group, OUTCOME_NAMES.get(group, Text(group, group))),)


def _rules(agency: Judged) -> tuple[Value, ...]:
    return tuple([Value(finding.code, finding.rule.title) for finding in agency.findings])


def _form(agency: Judged) -> tuple[Value, ...]:
    form = agency.verdict.form
    return (_NO_FORM if form is None else _FORMS[form],)


def _provider(domains: Domains) -> Callable[[Judged], tuple[Value, ...]]:
    @lru_cache(maxsize=4096)
    def of_address(address: str | None, website: str) -> tuple[Value, ...]:
        shape = read_shape(address, website, domains) if address is not None else None
        if shape is None:
            return (_NO_PROVIDER,)
        if shape.zone is Zone.FREE:
            return (Value(shape.domain, Text(shape.domain, shape.domain)),)
        return (_PROVIDERS.get(shape.zone, _OTHER_PROVIDER),)

    return lambda agency: of_address(agency.verdict.value, agency.record.website)


def built_in(word: str, table: GroupTable | None = None, domains: Domains = PUBLISHED) -> CrossSection:
    """The cross-section that a word of `WORDS` names, by these groups and domains."""
    if word == "province":
        return CrossSection(word, WORDS[word], _province(), tuple(provinces()))
    if word == "kind":
        return CrossSection(word, WORDS[word], _kind, tuple(kinds()))
    if word == "group":
        groups = (table or published_table()).groups
        return CrossSection(word, WORDS[word], _group, (*groups, *sorted(OUTCOME_NAMES)))
    if word == "rule":
        return CrossSection(word, WORDS[word], _rules)
    if word == "form":
        return CrossSection(word, WORDS[word], _form, tuple(value.key for value in _FORMS.values()))
    return CrossSection(word, WORDS[word], _provider(domains), ("dla", "lgo", "own"))


WORDS = {
    "province": Text("จังหวัด", "province"),
    "kind": Text("ประเภท", "kind"),
    "group": Text("กลุ่ม", "group"),
    "rule": Text("เหตุผล", "rule"),
    "form": Text("รูปแบบที่อยู่", "form"),
    "provider": Text("ผู้ให้บริการอีเมล", "provider"),
}
"""The cross-sections that are no column of the list, by their word on the command line."""


def by_column(at: int, heading: str) -> CrossSection:
    """The cross-section of a column: its cells as reports show them. Values that differ only by spaces, case, Thai
    digits or the order of marks are one; a row whose cells may stand in the wrong columns has none."""

    @lru_cache(maxsize=4096)
    def value_of(text: str) -> tuple[Value, ...]:
        key = fold(text)
        if not key or key in _BLANKS:
            return (BLANK,)
        shown = " ".join(text.split())
        shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
        return (Value(key, Text(shown, shown)),)

    def of(agency: Judged) -> tuple[Value, ...]:
        cells = agency.record.cells
        if at >= len(cells) or any(p.kind is ProblemKind.CELL_COUNT for p in agency.record.problems):
            return (BLANK,)
        return value_of(as_text(cells[at]))

    title = " ".join(heading.split())
    return CrossSection(COLUMN, Text(title, title), of, column=at)


_BLANKS = frozenset(map(fold, BLANK.name))
