"""The three screens of `classify`: the groups and what to do, a table by one aspect, what was probably upgraded."""

from collections.abc import Mapping

from ..checks.listing import Listing
from ..report.document import Document
from ..report.run import Listed, Report
from .again import again
from .options.declaring import Option
from .options.listing import PartOptions


def classify_screen(report: Report, listing: Listing, options: Mapping[str, Option], *, has_workbook: bool) -> Document:
    """The one that was asked for; `options` are those of the run.

    `has_workbook`: one with all agencies was written, so that none is offered.
    """
    from ..report.views.dated import dated

    result, selection = report.result, listing.selection
    if report.upgrades is not None:
        from ..report.views.upgrades import upgrades_document

        return dated(upgrades_document(report.upgrades, result.registry, selection.limit), result.as_of)
    if (by := listing.breakdown(result)) is not None:
        from ..report.views.breakdown import breakdown_document

        return dated(breakdown_document(by, result, selection.limit), result.as_of)
    from ..report.views.classify import classify_document

    given = again(options), again(options, PartOptions._fields)
    listed = Listed(listing.shown(result), selection.total, selection.groups is not None, *given, has_workbook)
    return classify_document(report._replace(listed=listed))
