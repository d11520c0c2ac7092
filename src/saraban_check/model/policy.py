"""What a team decides for its own list, besides the published rules: from its settings file, never from the data.

Severities and ignored rules change what is reported and what a gate stops at. They change no verdict and no group:
those rest on the regulation, the methods and the published table. Domains do change verdicts, so the
reports for people, JSON and standard error say which were added.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from .finding import Finding, Rule, Severity


class Domains(NamedTuple):
    """Domains besides the published lists, in lower case: free private mail, and what else is accepted.

    An accepted domain stands for itself and all below it (`pattaya.in.th`, or a whole suffix, `in.th`).
    """

    free_mail: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()

    def is_free(self, domain: str) -> bool:
        return domain in self.free_mail

    def is_accepted(self, domain: str) -> bool:
        return domain in self.accepted or any(domain.endswith("." + other) for other in self.accepted)


PUBLISHED = Domains()
"""The published lists and nothing else."""


class Policy(NamedTuple):
    """What a team decides for its own list, besides the published rules.

    `severities` by code of rule, where they differ from the catalogue; `ignored` gives each code that is left out its
    reason: `Policy(ignored={"SB408": "not gathered yet"})`. `domains` are accepted or refused besides the published
    lists. Source: decisions: Findings.
    """

    severities: Mapping[str, Severity] = {}
    ignored: Mapping[str, str] = {}
    domains: Domains = PUBLISHED

    @property
    def touches_findings(self) -> bool:
        """Whether any finding may come out differently than the rules alone would have it."""
        return bool(self.severities or self.ignored)

    def weigh(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The findings with the severities that are in force."""
        if not self.severities:
            return findings
        return tuple(
            finding._replace(rule=weighing(finding.rule, wanted)) if (wanted := self._wanted(finding)) else finding
            for finding in findings
        )

    def part(self, findings: tuple[Finding, ...]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """The findings that count, and those that are ignored; each weighed."""
        weighed = self.weigh(findings)
        if not self.ignored or not any(finding.code in self.ignored for finding in weighed):
            return weighed, ()
        return (
            tuple(finding for finding in weighed if finding.code not in self.ignored),
            tuple(finding for finding in weighed if finding.code in self.ignored),
        )

    def severity_of(self, rule: Rule) -> Severity:
        return rule.severity if rule.keeps_severity else self.severities.get(rule.code, rule.severity)

    def _wanted(self, finding: Finding) -> Severity | None:
        wanted = self.severity_of(finding.rule)
        return None if wanted is finding.rule.severity else wanted


@cache
def weighing(rule: Rule, severity: Severity) -> Rule:
    """A rule with another severity than the catalogue's."""
    return rule._replace(severity=severity)


NO_POLICY = Policy()
"""The published rules and nothing else."""
