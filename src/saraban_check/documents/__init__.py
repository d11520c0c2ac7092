"""A file becomes text: DOCX, PDF (also a scanned one), HTML and plain text."""
