"""What can be explained by its name: rules and groups; and which of them a mistyped name comes near."""

from collections.abc import Sequence

from ..grouping.table import published_table
from ..rules.catalogue import RULES
from ..rules.sb4_domain import SB402

EXAMPLE_RULE = SB402.code

_LONGEST = 20
"""Letters of a name; what is longer was meant as a file."""


def subjects_beginning(text: str) -> list[str]:
    """The codes of rules and the groups that begin so, for the shell's completion."""
    names = [rule.code for rule in RULES] + list(published_table().groups)
    return [name for name in names if name.startswith(text.upper())]


def near_subjects(text: str) -> Sequence[str]:
    """At most three names that come near, else the groups of the same letter; none where nothing does."""
    from difflib import get_close_matches

    wanted = text.strip()
    groups = list(published_table().groups)
    names = [rule.code for rule in RULES] + [rule.name for rule in RULES] + groups
    if len(wanted) > _LONGEST:
        return ()
    near = get_close_matches(wanted, names, n=3) or get_close_matches(wanted.upper(), names, n=3)
    return near or [group for group in groups if group[0] == wanted[:1].upper()]
