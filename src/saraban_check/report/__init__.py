"""Reports: a result becomes a document (`views`), a document becomes bytes or a screen (`render`)."""
