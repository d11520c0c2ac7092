"""Two rounds of the same list: who is the same agency, and what became of it."""
