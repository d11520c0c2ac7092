"""What can be explained by its name: rules and groups; and which of them a mistyped name comes near."""

from collections.abc import Sequence

from ..grouping.table import published_table
from ..model.near import nearest
from ..rules.catalogue import RULES, rule_names
from ..rules.sb4_domain import SB402

EXAMPLE_RULE = SB402.code


def subjects_beginning(text: str) -> list[str]:
    """The codes of rules and the groups that begin so, for the shell's completion."""
    names = [rule.code for rule in RULES] + list(published_table().groups)
    return [name for name in names if name.startswith(text.upper())]


def near_subjects(text: str) -> Sequence[str]:
    """At most three names that come near; none where nothing does."""
    return nearest(text, (*rule_names(), *published_table().groups), 3)
