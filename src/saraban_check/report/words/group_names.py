"""What the outcomes are called on paper."""

from ...model.assessment import OUTSIDE, UNDETERMINED
from ...model.outcome_names import OUTCOME_NAMES
from ...model.text import Lang


def group_name(group: str, lang: Lang) -> str:
    """A group's name, or what stands for having none."""
    return OUTCOME_NAMES[group].say(lang) if group in OUTCOME_NAMES else group


def outcome_names(groups: tuple[str, ...], lang: Lang) -> list[str]:
    """The names of all outcomes: the groups of a table, then what stands for having none."""
    return [group_name(group, lang) for group in (*groups, OUTSIDE, UNDETERMINED)]


def candidates_text(candidates: tuple[str, ...], may_be_outside: bool, lang: Lang) -> str:
    """`A1 หรือ A2`."""
    names = [*candidates, *([OUTCOME_NAMES[OUTSIDE].say(lang)] if may_be_outside else [])]
    return (" หรือ " if lang == "th" else " or ").join(names)
