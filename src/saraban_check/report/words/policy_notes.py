"""What the team's settings changed, said in every report that people read: nothing is left out in silence."""

from collections.abc import Iterator, Set

from ...checks.classification import Classification
from ...model.policy import Domains
from ...model.text import Text
from .evidence_texts import evidence_notes
from .fact_texts import assumption
from .registry_notes import registry_note
from .set_aside_texts import set_aside_notes
from .unused_notices import unused_notices

OWN_TABLE = Text(
    "ใช้ตารางจำแนกกลุ่มของผู้ใช้ ซึ่งต่างจากตารางที่สำนักงาน ก.พ.ร. เผยแพร่",
    "a table of the user's own was used; it differs from the one that OPDC published",
)
_IGNORED = Text("ไม่นับตามการตั้งค่า: {code} × {count} ({reason})", "ignored by the settings: {code} × {count} ({reason})")
_SEVERITY = Text("การตั้งค่าเปลี่ยนระดับของเหตุผล: {changes}", "the settings change severities: {changes}")
_DOMAINS = Text("การตั้งค่าเพิ่มโดเมนที่มีผลต่อกลุ่ม: {domains}", "the settings add domains, which changes verdicts: {domains}")
_FREE, _ACCEPTED = Text("{domain} (อีเมลฟรี)", "{domain} (free mail)"), Text("{domain} (ยอมรับ)", "{domain} (accepted)")
_MORE = Text("และอีก {count} โดเมน", "and {count} more")
_ENGLISH = Text(
    "ชื่อหน่วยงานเป็นภาษาอังกฤษ {count} แห่ง จึงเทียบชื่อกับทะเบียน อปท. ไม่ได้ (เทียบได้เฉพาะรหัส)",
    "{count} names are in English: they cannot be matched against the registry, only codes can",
)
_UNUSED = Text(
    "การตั้งค่าให้ไม่นับ {code} แต่ไม่พบเลย ลบออกจากไฟล์ตั้งค่าได้",
    "the settings ignore {code}, but nothing was found with it; it can be removed",
)


def made_with(result: Classification) -> Iterator[Text]:
    """A sentence each: what is wrong with the list as a whole, rows that are no agencies, and what was asked for that
    bears on the result, an own table, an assumption, a registry, bounces, DNS."""
    yield from (note.text for note in result.source.notes if note.warns)
    yield from set_aside_notes(result)
    if result.has_own_table:
        yield OWN_TABLE
    if result.assume:
        yield assumption(result.assume)
    if result.registry is not None:
        yield registry_note(result.registry)
    yield from evidence_notes(result)
    yield from unused_notices(result)


def policy_notes(result: Classification) -> Iterator[Text]:
    """A sentence each: rules that were ignored, severities and domains that were changed; what could not be matched."""
    policy = result.policy
    if result.registry is not None and result.summary.english_names:
        yield _ENGLISH.fill(count=f"{result.summary.english_names:,}")
    for code, count in sorted(result.summary.ignored.items()):
        yield _IGNORED.fill(code=code, count=f"{count:,}", reason=policy.ignored[code])
    if policy.severities:
        changes = ", ".join(f"{code} = {severity.value}" for code, severity in sorted(policy.severities.items()))
        yield _SEVERITY.fill(changes=changes)
    yield from domain_notes(policy.domains)


def domain_notes(domains: Domains, most: int | None = None) -> Iterator[Text]:
    """A sentence on the domains that the settings add, where they add any; at most so many of each sort."""
    if domains.free_mail or domains.accepted:
        yield _DOMAINS.fill(domains=domain_list(domains, most))


def domain_list(domains: Domains, most: int | None = None) -> Text:
    """`a.example (free mail), b.example (accepted)`; where there are more than `most` of a sort, how many more."""
    found = [*_some(_FREE, domains.free_mail, most), *_some(_ACCEPTED, domains.accepted, most)]
    th, en = (", ".join(text[index] for text in found) for index in (0, 1))
    return Text(th, en)


def _some(words: Text, domains: Set[str], most: int | None) -> Iterator[Text]:
    for domain in sorted(domains)[:most]:
        yield words.fill(domain=domain)
    if most is not None and len(domains) > most:
        yield words.fill(domain=_MORE.fill(count=f"{len(domains) - most:,}"))


def unused_notes(result: Classification) -> Iterator[Text]:
    """A sentence for each ignore of the settings that matched nothing."""
    for code in result.summary.unused_ignores:
        yield _UNUSED.fill(code=code)
