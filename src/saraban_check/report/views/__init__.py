"""One view a result: what is to be said of it, as a document. None knows of a format."""
