"""What a file says of itself, so that this program knows it again (`writing/own_files.py`)."""

AUTHOR = "saraban-check"
"""Who made a workbook, and who saved it last, until somebody else does."""

PART_MARK = "saraban-check --split"
"""The category of a workbook that is one of several which a list was split into."""

GENERATOR = '<meta name="generator" content="saraban-check">'
"""In the head of a page."""

TEXT_MARK = "<!-- saraban-check -->"
"""At the end of Markdown, where nobody sees it."""

PACKAGE_MARK = b"\x53\x42\x0d\x00saraban-check"
"""An extra field (APPNOTE 4.5.1: id, length, data) of the first part in a package that bears the properties of others,
or none. No part differs for it, and whatever program saves the package anew leaves it out."""
