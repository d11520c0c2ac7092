"""Which address to use instead: issued, built from the record, or the smallest repair of what was typed."""
