"""An empty list for officers to fill in, which Excel guards: what it makes, `classify` reads as it is."""
