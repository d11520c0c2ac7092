"""saraban-check decides whether a Thai public agency's central e-mail address and section-10 notice are right.

`check_address` checks one address, `classify` a whole list, `compare` two rounds of a list, `plan_fixes` says what
may be mended in one, `read_bounces` what bounce mails say, `check_notices` checks notices; the types they return are
named below. They are loaded when first used, so that `import saraban_check` costs nothing.
"""

TYPE_CHECKING = False  # typing itself takes 5 ms to load; type checkers take this for typing.TYPE_CHECKING

__version__ = "0.5.0"

if TYPE_CHECKING:
    from typing import Any

    from .api import (
        AddressCheck,
        AddressVerdict,
        AgencyRecord,
        Assessment,
        Change,
        Classification,
        Comparison,
        Delivery,
        DeliveryEvidence,
        DeliveryReport,
        Entry,
        Facts,
        Finding,
        FixPlan,
        Form,
        InputError,
        MailStatus,
        Notice,
        NoticeCheck,
        NoticeState,
        Outcome,
        RequestError,
        Rule,
        SarabanError,
        Severity,
        Standard,
        Suggestion,
        Summary,
        agency_record,
        check_address,
        check_notice_text,
        check_notices,
        classify,
        compare,
        load_agencies,
        load_delivery,
        load_group_table,
        notices_of_list,
        plan_fixes,
        read_bounces,
    )

__all__ = [
    "AddressCheck",
    "AddressVerdict",
    "AgencyRecord",
    "Assessment",
    "Change",
    "Classification",
    "Comparison",
    "Delivery",
    "DeliveryEvidence",
    "DeliveryReport",
    "Entry",
    "Facts",
    "Finding",
    "FixPlan",
    "Form",
    "InputError",
    "MailStatus",
    "Notice",
    "NoticeCheck",
    "NoticeState",
    "Outcome",
    "RequestError",
    "Rule",
    "SarabanError",
    "Severity",
    "Standard",
    "Suggestion",
    "Summary",
    "__version__",
    "agency_record",
    "check_address",
    "check_notice_text",
    "check_notices",
    "classify",
    "compare",
    "load_agencies",
    "load_delivery",
    "load_group_table",
    "notices_of_list",
    "plan_fixes",
    "read_bounces",
]


def __getattr__(name: str) -> "Any":
    if name in __all__:
        from . import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
