"""saraban-check decides whether a Thai public agency's central e-mail address and section-10 notice are right.

`classify` judges a whole list, `check_address` one address, `check_notices` notices; `compare` tells two rounds of a
list apart, `plan_fixes` what may be mended in one, `read_bounces` what bounce mails say, and `write_report` writes what
came of it. docs/python.md shows them at work. They are loaded when first used: `import saraban_check` costs nothing.
"""

TYPE_CHECKING = False  # typing itself takes 5 ms to load; type checkers take this for typing.TYPE_CHECKING

__version__ = "0.5.0"

if TYPE_CHECKING:
    from typing import Any

    from .bounces.reading import read_bounces as read_bounces
    from .checks.address_check import AddressCheck as AddressCheck
    from .checks.address_check import check_address as check_address
    from .checks.agency_record import agency_record as agency_record
    from .checks.classification import Classification as Classification
    from .checks.classify import classify as classify
    from .checks.judging import FurtherSources as FurtherSources
    from .checks.judging import Judging as Judging
    from .checks.notice_context import NoticeContext as NoticeContext
    from .checks.notices import check_notice_text as check_notice_text
    from .checks.notices import check_notices as check_notices
    from .checks.notices import load_agencies as load_agencies
    from .checks.notices import notices_of_list as notices_of_list
    from .checks.summary import Summary as Summary
    from .comparison.moves import Change as Change
    from .comparison.moves import Comparison as Comparison
    from .comparison.rounds import compare as compare
    from .delivery.evidence import DeliveryEvidence as DeliveryEvidence
    from .delivery.evidence import load_delivery as load_delivery
    from .fixing.changes import FixPlan as FixPlan
    from .fixing.plan import plan_fixes as plan_fixes
    from .gating.gate import judge as judge
    from .gating.gate import read_gate as read_gate
    from .grouping.own_table import load_group_table as load_group_table
    from .intake.options import ListOptions as ListOptions
    from .model.agency_result import AgencyResult as AgencyResult
    from .model.delivery import Delivery as Delivery
    from .model.delivery import DeliveryReport as DeliveryReport
    from .model.delivery import MailStatus as MailStatus
    from .model.errors import InputError as InputError
    from .model.errors import RequestError as RequestError
    from .model.errors import SarabanError as SarabanError
    from .model.finding import Finding as Finding
    from .model.finding import Severity as Severity
    from .model.finding import Standard as Standard
    from .model.notice import NoticeState as NoticeState
    from .model.policy import Policy as Policy
    from .model.record import AgencyRecord as AgencyRecord
    from .model.result import NoticeResult as NoticeResult
    from .model.verdict import AddressVerdict as AddressVerdict
    from .model.verdict import Form as Form
    from .model.verdict import Suggestion as Suggestion
    from .registry.files import load_registry as load_registry
    from .writing.report import write_report as write_report

_HOMES = {
    "bounces.reading": "read_bounces",
    "checks.address_check": "AddressCheck check_address",
    "checks.agency_record": "agency_record",
    "checks.classification": "Classification",
    "checks.classify": "classify",
    "checks.judging": "FurtherSources Judging",
    "checks.notice_context": "NoticeContext",
    "checks.notices": "check_notice_text check_notices load_agencies notices_of_list",
    "checks.summary": "Summary",
    "comparison.moves": "Change Comparison",
    "comparison.rounds": "compare",
    "delivery.evidence": "DeliveryEvidence load_delivery",
    "fixing.changes": "FixPlan",
    "fixing.plan": "plan_fixes",
    "gating.gate": "judge read_gate",
    "grouping.own_table": "load_group_table",
    "intake.options": "ListOptions",
    "model.agency_result": "AgencyResult",
    "model.delivery": "Delivery DeliveryReport MailStatus",
    "model.errors": "InputError RequestError SarabanError",
    "model.finding": "Finding Severity Standard",
    "model.notice": "NoticeState",
    "model.policy": "Policy",
    "model.record": "AgencyRecord",
    "model.result": "NoticeResult",
    "model.verdict": "AddressVerdict Form Suggestion",
    "registry.files": "load_registry",
    "writing.report": "write_report",
}
"""The public names, by the module that each is loaded from when it is first used."""

_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}
__all__ = ["__version__", *_HOME_OF]  # noqa: PLE0604  (names, as a list of texts)


if not TYPE_CHECKING:  # for a type checker the names are imported above, and there are no others

    def __getattr__(name: str) -> "Any":
        if name in _HOME_OF:
            from importlib import import_module

            return getattr(import_module(f".{_HOME_OF[name]}", __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
