"""Whether a list passes: conditions, limits, and what was known before. Counts in, reasons out."""
