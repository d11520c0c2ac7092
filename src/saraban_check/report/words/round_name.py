"""What the rounds of a comparison are called: by the day of their data, else by their file (decisions: Rounds)."""

from collections.abc import Sequence
from pathlib import PurePath

from ...comparison.standing import Round
from ...model.text import Text
from ...reference.days import abbreviated_day

_OF_DAY = Text("รอบ {day}", "round of {day}")
_OF_FILE = Text("รอบ {file}", "round {file}")
_BESIDE = Text("{name} ({what})", "{name} ({what})")


def round_name(one: Round) -> Text:
    """`รอบ 17 ก.พ. 2569`; where nobody says the day of its data, `รอบ list1`, as its file is called."""
    if one.as_of is not None:
        return _OF_DAY.fill(day=abbreviated_day(one.as_of))
    return _OF_FILE.fill(file=PurePath(one.file).stem or one.file)


def round_names(rounds: Sequence[Round]) -> tuple[Text, ...]:
    """A name for each, no two alike: what tells those of one name apart (file, sheet, else a number) is put behind."""
    names = [round_name(one) for one in rounds]
    numbers = range(1, len(rounds) + 1)
    for tells in ([one.file for one in rounds], [one.sheet for one in rounds], numbers):
        found: dict[Text, set[object]] = {}
        for name, what in zip(names, tells, strict=True):
            found.setdefault(name, set()).add(what)
        names = [
            _BESIDE.fill(name=name, what=what) if what is not None and len(found[name]) > 1 else name
            for name, what in zip(names, tells, strict=True)
        ]
    return tuple(names)
