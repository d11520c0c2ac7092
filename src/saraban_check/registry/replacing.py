"""What speaks against a registry that is to take the place of another: it may be half a download, or an old file."""

from collections import Counter
from collections.abc import Iterator

from ..model.text import Text
from ..reference.days import short_day
from ..reference.kinds import kinds
from .registry import Registry

MOST_GONE = 0.1
"""The share of agencies that may be gone. Upgrades and mergers are a few hundred of 7,850 in a year at most."""

_OLDER = Text("ข้อมูลเก่ากว่าเดิม ({new} เทียบกับ {old})", "the data are older than before ({new}, {old})")
_GONE = Text("หน่วยงานหายไป {gone} จาก {total} แห่ง", "{gone} of {total} agencies are gone")
_KIND = Text("ไม่มี{kind}เหลือเลย (เดิม {count} แห่ง)", "no {kind} is left (before: {count})")
_WEBSITES = Text("ไม่มีเว็บไซต์เลย (เดิม {count} แห่ง)", "there are no websites (before: {count})")


def registry_doubts(before: Registry, registry: Registry) -> tuple[Text, ...]:
    """What speaks against `registry` taking the place of the one before, in a few words each."""
    return tuple(_doubts(before, registry))


def _doubts(old: Registry, new: Registry) -> Iterator[Text]:
    if new.head.date < old.head.date:
        yield _OLDER.fill(new=short_day(new.head.date), old=short_day(old.head.date))
    gone = sum(1 for entry in old if new.find(entry.code) is None)
    if gone > MOST_GONE * len(old):
        yield _GONE.fill(gone=f"{gone:,}", total=f"{len(old):,}")
    before, after = (Counter(entry.kind.key for entry in registry) for registry in (old, new))
    for key, count in before.items():
        if not after[key]:
            yield _KIND.fill(kind=kinds()[key].name, count=f"{count:,}")
    websites = sum(1 for entry in old if entry.website)
    if websites and not any(entry.website for entry in new):
        yield _WEBSITES.fill(count=f"{websites:,}")
