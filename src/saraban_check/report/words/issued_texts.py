"""The stated address against the issued ones, in the words of OPDC's dashboard (ตรง / ไม่ตรง)."""

from typing import TYPE_CHECKING

from ...model.text import Text

if TYPE_CHECKING:  # an address is checked without what reads lists
    from ...checks.classification import Classification
    from ...checks.summary import Summary

MATCHES = {True: Text("ตรง", "same"), False: Text("ไม่ตรง", "differs"), None: Text("ไม่มีให้เทียบ", "not compared")}
AGAINST_ISSUED = Text("เทียบกับอีเมลที่หน่วยงานกลางออกให้", "Against the addresses issued centrally")
SAID = {
    True: Text("ตรงกับอีเมลที่หน่วยงานกลางออกให้", "the same as issued centrally"),
    False: Text("ไม่ตรงกับอีเมลที่หน่วยงานกลางออกให้", "not as issued centrally"),
}
_COUNTS = Text(
    f"{AGAINST_ISSUED.th}: ตรง {{match}} · ไม่ตรง {{differ}} · ไม่มีให้เทียบ {{none}}",
    f"{AGAINST_ISSUED.en}: {{match}} the same · {{differ}} differ · {{none}} not compared",
)


def has_issued_column(result: "Classification") -> bool:
    """Whether the list has a column of issued addresses, whatever stands in it."""
    return "issued" in result.source.header.columns


def issued_counts(summary: "Summary") -> Text | None:
    """How many are the same, and how many differ; None where nothing could be compared."""
    match, differ, none = summary.issued
    if not match + differ:
        return None
    return _COUNTS.fill(match=f"{match:,}", differ=f"{differ:,}", none=f"{none:,}")
