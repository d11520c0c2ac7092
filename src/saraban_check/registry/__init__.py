"""The registry of local agencies: looked up by code, matched by name, kept in one file."""
