"""A marked-up copy of the user's own workbook: what stood in it stays, byte for byte; our columns are added.

    mark      the one entry: a report and the workbook's bytes become the copy's bytes
    marks     which cells a finding is about
    package   the parts in the zip, and how they refer to each other
    markup    XML changed where it stands
    survey    one pass over the sheet: what stands where
    place     how far to the right the sheet is used
    styles    the cell formats, ours and coloured clones of theirs, added
    sheet     the sheet with our cells in it
    notes     what is said at an offending cell: the comments and their boxes
    geometry  columns and rows as lengths, to size those boxes

openpyxl is not used to write: it loses stored values, rich text, charts, and whatever else it does not know.
"""
