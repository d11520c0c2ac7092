"""saraban-check decides whether a Thai public agency's central e-mail address and section-10 notice are right.

`check_address` checks one address, `classify` a whole list, `compare` two rounds of a list, `plan_fixes` says what
may be mended in one, `read_bounces` what bounce mails say, `check_notices` checks notices; the types they return are
named below. They are loaded when first used, so that `import saraban_check` costs nothing.
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
    from .checks.notice_context import NoticeContext as NoticeContext
    from .checks.notices import check_notice_text as check_notice_text
    from .checks.notices import check_notices as check_notices
    from .checks.notices import load_agencies as load_agencies
    from .checks.notices import notices_of_list as notices_of_list
    from .checks.summary import Summary as Summary
    from .comparison.moves import Change as Change
    from .comparison.moves import Comparison as Comparison
    from .comparison.moves import Entry as Entry
    from .comparison.rounds import compare as compare
    from .delivery.evidence import DeliveryEvidence as DeliveryEvidence
    from .delivery.evidence import load_delivery as load_delivery
    from .fixing.changes import FixPlan as FixPlan
    from .fixing.plan import plan_fixes as plan_fixes
    from .grouping.own_table import load_group_table as load_group_table
    from .model.assessment import Assessment as Assessment
    from .model.assessment import Outcome as Outcome
    from .model.delivery import Delivery as Delivery
    from .model.delivery import DeliveryReport as DeliveryReport
    from .model.delivery import MailStatus as MailStatus
    from .model.errors import InputError as InputError
    from .model.errors import RequestError as RequestError
    from .model.errors import SarabanError as SarabanError
    from .model.finding import Finding as Finding
    from .model.finding import Rule as Rule
    from .model.finding import Severity as Severity
    from .model.finding import Standard as Standard
    from .model.notice import Notice as Notice
    from .model.notice import NoticeState as NoticeState
    from .model.record import AgencyRecord as AgencyRecord
    from .model.record import Facts as Facts
    from .model.result import NoticeResult as NoticeResult
    from .model.verdict import AddressVerdict as AddressVerdict
    from .model.verdict import Form as Form
    from .model.verdict import Suggestion as Suggestion

_HOMES = {
    "bounces.reading": "read_bounces",
    "checks.address_check": "AddressCheck check_address",
    "checks.agency_record": "agency_record",
    "checks.classification": "Classification",
    "checks.classify": "classify",
    "checks.notice_context": "NoticeContext",
    "checks.notices": "check_notice_text check_notices load_agencies notices_of_list",
    "checks.summary": "Summary",
    "comparison.moves": "Change Comparison Entry",
    "comparison.rounds": "compare",
    "delivery.evidence": "DeliveryEvidence load_delivery",
    "fixing.changes": "FixPlan",
    "fixing.plan": "plan_fixes",
    "grouping.own_table": "load_group_table",
    "model.assessment": "Assessment Outcome",
    "model.delivery": "Delivery DeliveryReport MailStatus",
    "model.errors": "InputError RequestError SarabanError",
    "model.finding": "Finding Rule Severity Standard",
    "model.notice": "Notice NoticeState",
    "model.record": "AgencyRecord Facts",
    "model.result": "NoticeResult",
    "model.verdict": "AddressVerdict Form Suggestion",
}
"""The public names, by the module that each is loaded from when it is first used."""

_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}
__all__ = ["__version__", *_HOME_OF]  # noqa: PLE0604  (names, as a list of texts)


def __getattr__(name: str) -> "Any":
    if name in _HOME_OF:
        from importlib import import_module

        return getattr(import_module(f".{_HOME_OF[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
