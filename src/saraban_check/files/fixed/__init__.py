"""A copy of the user's own list with the planned changes in it, and what is said of them. The list is never changed.

    copy         the one entry: a plan and the file's bytes become the copy's bytes
    book         a workbook: the changed cells spliced in, all else as it was
    held_cell    what stands in one cell of a workbook
    text         a text file: the changed fields spliced in, all else as it was
    records      where records and fields stand in a text
    book_of_text a text file as a workbook
    words        how changes are told
    screen       the changes on the screen
    json_fix     the changes as JSON

As for marked copies, openpyxl is not used to write: it loses whatever it does not know.
"""
