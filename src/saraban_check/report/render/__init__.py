"""One renderer a format: a document as a screen, Markdown, HTML, CSV or XLSX. None knows of a result."""
