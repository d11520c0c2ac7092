"""A document's text becomes a notice: who issued it, under which law, which channels it opens, when, and who signed."""
