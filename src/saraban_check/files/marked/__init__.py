"""A marked-up copy of the user's own workbook: what stood in it stays, byte for byte; our columns are added.

    mark        the one entry: a report and the workbook's bytes become the copy's bytes
    additions   what is added, part by part
    marks       which cells findings are about, and what is said there
    survey      one pass over the sheet: what stands where
    place       how far to the right the sheet is used
    sheet       the sheet with our cells in it
    styles      the cell formats: ours, and coloured clones of theirs
    comments    what is said at an offending cell
    boxes       where Excel shows it
    geometry    columns and rows as lengths, to size those boxes
    package     the parts in the zip, and how they refer to each other
    markup      XML changed where it stands
    references  `C5`, `A1:H20`
    numbers     numbers that are none, or too large

openpyxl is not used to write: it loses stored values, rich text, charts, and whatever else it does not know.
"""
