"""All rules, in the order of their codes. Codes are never reused (decisions: Findings)."""

from ..model.finding import Rule
from . import (
    sb1_reading,
    sb2_mailbox,
    sb3_code,
    sb3_registry,
    sb4_domain,
    sb5_notice,
    sb6_delivery,
    sb7_issued,
    sb8_table,
    sb9_data,
    sb51_document,
    sb52_channels,
    sb52_proofreading,
    sb53_issue,
    sb53_signature,
)

_ALL = (
    *sb1_reading.RULES,
    *sb2_mailbox.RULES,
    *sb3_code.RULES,
    *sb3_registry.RULES,
    *sb4_domain.RULES,
    *sb5_notice.RULES,
    *sb51_document.RULES,
    *sb52_channels.RULES,
    *sb52_proofreading.RULES,
    *sb53_issue.RULES,
    *sb53_signature.RULES,
    *sb6_delivery.RULES,
    *sb7_issued.RULES,
    *sb8_table.RULES,
    *sb9_data.RULES,
)
RULES: tuple[Rule, ...] = tuple(sorted(_ALL, key=lambda rule: rule.code))

BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}


def rule_names() -> tuple[str, ...]:
    """What rules may be called by: their codes and their names."""
    return (*(rule.code for rule in RULES), *(rule.name for rule in RULES))


def find_rule(text: str) -> Rule | None:
    """A rule by its code or its name, in any case."""
    wanted = text.strip().casefold()
    return next((r for r in RULES if wanted in (r.code.casefold(), r.name)), None)
