"""What is said of where a delivery status came from, and of what DNS was asked."""

from collections.abc import Iterator

from ..api import Assessment, Classification, Delivery, DeliverySource, DnsAnswers, Reception
from ..model.text import Lang, Text
from .fact_texts import SOURCES, VALUES

DELIVERY_USED = Text("หลักฐานว่าส่งถึงหรือไม่", "Evidence whether mail arrives")
_CELL = Text("ช่องในรายชื่อ", "the list's cell")
_USED = Text("{status} ({source})", "{status} ({source})")
_COUNTS = Text(
    "ที่มาของสถานะการส่ง: รายงานของระบบอีเมล {bounce} แห่ง · DNS {dns} แห่ง · สมมติ {assumed} แห่ง · ช่องในรายชื่อ {cell} แห่ง · "
    "ไม่ทราบ {unknown} แห่ง",
    "Where delivery is known from: reports of mail systems {bounce} · DNS {dns} · assumed {assumed} · the list's cells "
    "{cell} · unknown {unknown}",
)
_ASKED = Text(
    "ถาม DNS {total} โดเมน: รับอีเมลได้ {can} · รับไม่ได้ {cannot} · ยังไม่ทราบ {unknown} (DNS บอกไม่ได้ว่าอีเมลส่งถึงแล้ว)",
    "DNS was asked for {total} domains: can receive mail {can} · cannot {cannot} · not known {unknown} "
    "(DNS never shows that mail arrived)",
)
_NOT_CHECKED = Text("ไม่ได้ตรวจ DNS: {why}", "DNS was not checked: {why}")


def delivery_used(result: Classification, agency: Assessment, lang: Lang) -> str:
    """`ส่งไม่ได้ (รายงานของระบบอีเมล)`; blank where nothing is known of it, or nothing but the list was asked."""
    facts = agency.record.facts
    only_list = result.delivery is None and result.dns is None and facts.delivery_source is DeliverySource.CELL
    if only_list or facts.delivery is Delivery.UNKNOWN:
        return ""
    source = SOURCES.get(facts.delivery_source, _CELL)
    return _USED.say(lang, status=VALUES["delivery", facts.delivery.value], source=source)


def evidence_notes(result: Classification) -> Iterator[Text]:
    """A sentence each: where the delivery came from, and what DNS said; none where only the list was read."""
    if result.delivery is not None or result.dns is not None:
        counted = result.summary.deliveries
        yield _COUNTS.fill(
            **{source.value: f"{counted[source]:,}" for source in DeliverySource}, unknown=f"{counted[None]:,}"
        )
    if result.dns is not None:
        yield dns_note(result.dns)


def dns_note(dns: DnsAnswers) -> Text:
    """How many domains were asked for and what came of it, or why none was."""
    if dns.not_checked is not None:
        return _NOT_CHECKED.fill(why=dns.not_checked)
    found = [answer.reception for answer in dns.by_domain.values()]
    can, cannot, unknown = (f"{found.count(kind):,}" for kind in Reception)
    return _ASKED.fill(total=f"{len(found):,}", can=can, cannot=cannot, unknown=unknown)
