"""Notices and a list of agencies: whose each notice is, and what the notices state for each row."""
