"""Products of their own, which are no renderings: the workbook with formulas, the page, copies, template, drafts."""
